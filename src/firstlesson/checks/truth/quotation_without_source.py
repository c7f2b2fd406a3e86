"""Words put into the mouth of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._expressions import expression
from firstlesson.checks._index import numbers_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.truth._sourced import is_sourced
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_QUOTE = r"[“\"«„”][^“”\"«»„]{12,}[”\"»“]"
_FULL_NAME = r"(?:(?:[Zz]nj?|[Zz]oti|[Zz]onja|Mrs?|Ms|Dr|Prof)\.? )?[A-ZÇË][a-zçëA-ZÇË'’-]+ (?:[A-ZÇË]\. )?[A-ZÇË][a-zçë'’-]+"
# “…”, i shkroi Erioni Anës: who is written to stands in another case, and is no surname.
_ADDRESSED = r"[A-ZÇË][a-zçë]+ [A-ZÇË][a-zçë]+(?:ës|it|ut)\b"
_POSITION = (
    r"(?:(?:the|një|a) )?(?:[Zz](?:ëvendës)?\.? ?)?(?:[Kk]ryemin|[Mm]in)ist\w+|[Pp]resident\w*|[Dd]rejtor\w*(?: \w+)? (?:e|i|të) "
    r"[A-ZÇË]\w+|(?:the )?(?:[Dd]irector|[Hh]ead|[Cc]hief|[Cc]hair\w*) of (?:the )?[A-Z]\w+|[Dd]rejtuesi?\w* (?:i|e) [A-ZÇË]\w+|(?:the )?[Cc]ommissioner|[Kk]omisioner\w*|[Dd]eputet\w*|[Pp]ro[fv]esor\w*|[Pp]rofessor\w*|[Dd]r\. ?[A-ZÇË]\w+|[Aa]vokat\w* i Popullit"
    r"|[Oo]perator\w*(?: \w+){0,2} (?:e|i|të) \w+|[Kk]ëshillues\w*(?: \w+){0,2} (?:e|i|të|së) [A-ZÇË]\w+|(?:the )?(?:[Cc]ounsellors?|[Oo]perators?|[Ss]taff|[Ee]xperts?) (?:at|of|from) (?:the )?[A-Z]\w+|iSIGURT\w*|ALO 116(?: 111)?"
    r"|(?:the )?(?:[Pp]rime )?[Mm]inister|(?:the )?(?:[Oo]mbudsman|[Pp]eople’?'?s Advocate)|UNICEF|OBSH|UNESCO|CRCA|Einstein|Gandh?i"
    r"|Save the Children|[Pp]olicia e Shtetit|(?:the )?State Police|[Kk]ëshillues\w*(?: \w+){0,2} (?:e|i|të|së) ALO"
    r"|(?:[Pp]ërfaqësues|[Zz]ëdhënës)\w* (?:e|i|të|së) [A-ZÇË]\w+|(?:the )?spokes\w+ (?:of|for) (?:the )?[A-ZÇË]\w+"
)
_WHO = rf"(?P<who>(?:{_POSITION})|{_FULL_NAME})"
_SAYS = (
    r"(?:tha|thotë|thonë|thanë|ka thënë|kanë thënë|kishte thënë|thoshin|thoshte|theksoi|thekson|deklaroi|deklaron|shkroi|shkruan|"
    r"pohoi|u shpreh|shprehet|shpjegoi|shpjegon|njoftoi|njofton|tregoi|tregon|nënvizoi|nënvizon|shtoi|shton|kujtoi|kujton|"
    r"paralajmëroi|paralajmëron|(?:u )?bëri thirrje|u bëri thirrje|puts? it|have a saying|has a saying|like to say|likes to say|"
    r"said|says?|has said|have said|used to say|wrote|writes|declare[sd]?|state[sd]|once said|stresse[sd]|told us|explain(?:s|ed)|"
    r"announce[sd]|recall(?:s|ed)|underline[sd]|add(?:s|ed)|warn(?:s|ed)|called on|calls on|appealed to|remarked|observed|insist(?:s|ed))"
)
_QUOTED = expression(
    rf"{_QUOTE}[.,!]?\s*[,–—-]?\s*(?:na |ju |i |told )?{_SAYS}\s+(?!{_ADDRESSED}){_WHO}"
    rf"|{_QUOTE}[.,!]?\s*[,–—-]?\s*{_WHO}[^“”\"«».]{{0,40}}?\s{_SAYS}\b"
    rf"|{_WHO}[^“”\"«».]{{0,60}}?\s{_SAYS}(?:\s\w+){{0,2}}\s*[:,]?\s*{_QUOTE}".replace(
        "?P<who>", ""
    )
    + rf"|(?:[Ss]iç|[Ss]i|[Aa]s)\s+{_SAYS}\s+(?:dikur\s+)?(?:{_POSITION}|{_FULL_NAME})[^“”\"«».]{{0,40}}?[:,]?\s*{_QUOTE}"
    + rf"|{_QUOTE}\s*(?:\(?[–—-]\s*|\()(?:{_FULL_NAME}|(?:{_POSITION}))"
    + rf"|(?:[Ss]ipas|[Aa]ccording to) (?:{_POSITION}|{_FULL_NAME})\s*[:,]\s*{_QUOTE}"
)
# Two quick looks: whatever is quoted so stands in quotation marks, and is said or has a dash behind it.
_QUOTATION = re.compile(_QUOTE)
_TOLD = re.compile(rf"{_SAYS}|[Ss]ipas|[Aa]ccording|{_QUOTE}\s*(?:\(|[–—-])")
_INVENTED = re.compile(
    r"trilluar|shpikur|paramendo|imagjino|made[- ]up|fictional|imagine|invented"
    r"|\brobot\w*|\bfair(?:y|ies)\b|\bzan(?:a|en)\b"  # whoever speaks in a fairy tale
)


@check(
    "TXT004",
    severity=Severity.ERROR,
    why=Text(
        sq="Fjalë të shpikura në gojën e një njeriu janë gënjeshtër për të dhe për lexuesin.",
        en="Invented words in somebody's mouth are a lie about them and to the reader.",
    ),
)
def quotation_without_source(course: Course) -> Iterator[Finding]:
    """A quotation of a real person or organisation, without saying where it stands."""
    for said, (start, end) in texts_in_which(course, _quoted, numbers_holding(course, ['"'])):
        if _is_story(said) or said.rejected:
            continue
        around = f"{said.context} {said.folded}"
        if not is_sourced(said, course) and not _INVENTED.search(around):
            yield Finding(said.text.span(start, end), _MESSAGE, _HINT)


def _quoted(one: Wording) -> tuple[int, int] | None:
    """Where the first quotation of somebody stands in a text."""
    raw = one.text.replace("\n", " ")
    if not (_QUOTATION.search(raw) and _TOLD.search(raw)):
        return None
    quoted = _QUOTED.search(raw)
    return quoted.span() if quoted else None


def _is_story(said: Said) -> bool:
    """Made-up people speak in stories, quizzes and cases."""
    return said.text.path.endswith(("/scenario.yml", "/quiz.yml"))


_MESSAGE = Text(
    sq="fjalë të një njeriu ose organizate pa burim",
    en="words of a person or organisation without a source",
)
_HINT = Text(
    sq="shtoni `[…](source:id)` ku gjenden këto fjalë, ose thojeni vetë, pa thonjëza dhe pa emër",
    en="add `[…](source:id)` where these words stand, or say it yourself, without quotation marks and name",
)
