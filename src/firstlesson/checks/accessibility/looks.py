"""Looks that an author sets: they do not survive in print, in large type or in a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Lines

_LIST = re.compile(r"\{:?[ ]?[^{}\n]{1,200}\}")
_STYLE = re.compile(
    r"\.(?:center|centre|centered|centred|justify|justified|text-center|text-justify|text-right|align-center|align-right|qender|red|green|big|small|highlight)(?=[\s}]|$)"
)
_UNDERLINE = re.compile(r"\.(?:underline|underlined|u)(?=[\s}]|$)")
_UNDERLINES = re.compile(r"<(?:u|ins)\b", re.IGNORECASE)
_INSERTED = re.compile(
    r"(?<![\w+^])(?:\+\+(?=[^\s+])[^+\n]{1,200}?(?<=[^\s+])\+\+|\^\^(?=[^\s^])[^^\n]{1,200}?(?<=[^\s^])\^\^)(?![\w+^])"
)
_CODE = re.compile(r"(?ms)^[ \t]*(```|~~~).*?^[ \t]*\1|`[^`\n]*`")


@check(
    "ACC025",
    severity=Severity.WARNING,
    why=Text(
        sq="Teksti i qendërzuar, i drejtuar ose me ngjyrë është më i vështirë për t'u lexuar dhe prishet kur lexuesi e zmadhon.",
        en="Centred, justified or coloured text is harder to read and breaks when a reader enlarges it.",
    ),
)
def style_in_text(prose: Prose) -> Iterator[Finding]:
    """An author gives words; how they look is the site's."""
    yield from _found(
        prose,
        _STYLE,
        Text(sq="pamja nuk vendoset në tekst", en="looks are not set in a text"),
        Text(sq="hiqeni; përdorni një bllok ose `**…**`", en="remove it; use a block or `**…**`"),
    )


@check(
    "ACC028",
    severity=Severity.WARNING,
    why=Text(
        sq="Çka nënvizohet merret për lidhje.",
        en="What is underlined is taken for a link.",
    ),
)
def underlined_text(prose: Prose) -> Iterator[Finding]:
    """Only links are underlined."""
    message = Text(sq="tekst i nënvizuar", en="underlined text")
    hint = Text(sq="theksojeni me `**…**`", en="stress it with `**…**`")
    yield from _found(prose, _UNDERLINE, message, hint)
    for raw in prose.document.raw_html:
        if _UNDERLINES.match(raw.text):
            yield Finding(raw.span, message, hint)
    for passage in prose.document.passages:
        if "++" in passage.text or "^^" in passage.text:
            for match in _INSERTED.finditer(passage.text):
                yield Finding(passage.span(*match.span()), message, hint)


def _found(prose: Prose, sign: re.Pattern[str], message: Text, hint: Text) -> Iterator[Finding]:
    text = prose.document.text
    if "{" in text and sign.search(text):
        lines = Lines(prose.path, text)
        code = (
            [match.span() for match in _CODE.finditer(text)] if "`" in text or "~~~" in text else []
        )
        for match in _LIST.finditer(text):
            inside = any(start <= match.start() < end for start, end in code)
            if not inside and sign.search(match[0]):
                yield Finding(lines.span(*match.span()), message, hint)
