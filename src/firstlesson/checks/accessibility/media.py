"""Sound and film for those who do not hear or see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks.accessibility._words import any_language
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Link
from firstlesson.span import Span

_ENDINGS = tuple(
    f".{ending}"
    for ending in (
        [
            "mp3",
            "mp4",
            "m4a",
            "m4v",
            "ogg",
            "oga",
            "ogv",
            "opus",
            "wav",
            "webm",
            "flac",
            "aac",
            "avi",
            "mov",
            "mkv",
            "wmv",
        ]
    )
)
_PLATFORM = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch|embed|shorts|live)|youtu\.be/|youtube-nocookie\.com/"
    r"|vimeo\.com/\d|player\.vimeo\.com/|soundcloud\.com/.|open\.spotify\.com/(?:episode|show|track)"
    r"|dailymotion\.com/video|tiktok\.com/@[^/]+/video|facebook\.com/(?:watch|[^/]+/videos)|podcasts\.apple\.com/)",
    re.IGNORECASE,
)


@check(
    "ACC019",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fëmijë që nuk dëgjon, ose që nuk mund ta ndezë zërin, e humb gjithë pjesën.",
        en="A child who cannot hear, or cannot turn on the sound, loses the whole part.",
    ),
)
def media_without_text(prose: Prose) -> Iterator[Finding]:
    """A sound or a film has a transcript or captions, and says so beside it."""
    for link in (*prose.document.links, *prose.document.images):
        if _is_media(link.target.strip()) and not _says_so(prose, link.span, link):
            yield _finding(link.span)


def _is_media(address: str) -> bool:
    file = address.partition("#")[0].partition("?")[0].lower()
    return file.endswith(_ENDINGS) or bool(_PLATFORM.match(address))


def _says_so(prose: Prose, at: Span, link: Link | None = None) -> bool:
    """Whether the words of the link, of its paragraph or of the lines around it name a text."""
    if link and any_language("media").search(fold(link.text)):
        return True
    rows = prose.document.text.split("\n")
    near = " ".join(rows[max(0, at.line - 3) : at.end_line + 3])
    return bool(any_language("media").search(fold(near)) and not _DENIED.search(fold(near)))


_DENIED = re.compile(
    r"(?:pa|nuk ka|s'ka|mungojne|ende pa) (?:\w+ ){0,2}?(?:transkript|titra|nentitr)|(?:no|without|not yet|has no|lacks?) (?:\w+ ){0,2}?(?:transcript|caption|subtitle)"
)


def _finding(at: Span) -> Finding:
    return Finding(
        at,
        Text(
            sq="këtij regjistrimi i mungon teksti ose titrat",
            en="this recording has neither a text nor captions",
        ),
        Text(
            sq="vini pranë tij një lidhje me fjalën “transkripti”, ose thoni që ka titra",
            en="put a link with the word “transcript” beside it, or say that it has captions",
        ),
    )
