"""Looks that an author sets: they do not survive in print, in large type or in a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Lines, Span

_LIST = re.compile(r"\{:?[ ]?[^{}\n]{1,200}\}")
_STYLE = re.compile(
    r"(?:^|[\s{:])(?:style|align|color|colour|bgcolor|width|face|size)\s*=|\.(?:center|centre|centered|centred|justify|justified|text-center|text-justify|text-right|align-center|align-right|qender|red|green|big|small|highlight)(?=[\s}]|$)"
)
_WINDOW = re.compile(r"(?:^|[\s{:])target\s*=")
_UNDERLINE = re.compile(r"\.(?:underline|underlined|u)(?=[\s}]|$)")
_RAW_UNDERLINE = re.compile(r"<\s{0,9}(?:u|ins)\b[^<>]{0,200}>", re.IGNORECASE)
_INSERTED = re.compile(
    r"(?<![\w+^])(?:\+\+(?=[^\s+])[^+\n]{1,200}?(?<=[^\s+])\+\+|\^\^(?=[^\s^])[^^\n]{1,200}?(?<=[^\s^])\^\^)(?![\w+^])"
)
_RAW_STYLE = re.compile(
    r"<\s{0,9}(?:center|font|big)\b|<[^<>]{0,300}?\b(?:style|align|bgcolor)\s*=", re.IGNORECASE
)
_RAW_WINDOW = re.compile(r"<\s{0,9}a\b[^<>]{0,300}?\btarget\s*=", re.IGNORECASE)
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
        _RAW_STYLE,
        Text(sq="pamja nuk vendoset në tekst", en="looks are not set in a text"),
        Text(sq="hiqeni; përdorni një bllok ose `**…**`", en="remove it; use a block or `**…**`"),
    )


@check(
    "ACC026",
    severity=Severity.WARNING,
    why=Text(
        sq="Një dritare e re pa paralajmërim humbet kë nuk e sheh: “mbrapa” nuk e kthen më.",
        en="A new window without a warning loses whoever cannot see it: “back” no longer leads back.",
    ),
)
def new_window(prose: Prose) -> Iterator[Finding]:
    """A link opens where the reader is."""
    yield from _found(
        prose,
        _WINDOW,
        _RAW_WINDOW,
        Text(sq="kjo lidhje hap dritare të re", en="this link opens a new window"),
        Text(sq="hiqni `target=…`", en="remove `target=…`"),
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
    yield from _found(prose, _UNDERLINE, _RAW_UNDERLINE, message, hint)
    for passage in prose.document.passages:
        if "++" in passage.text or "^^" in passage.text:
            for match in _INSERTED.finditer(passage.text):
                yield Finding(passage.span(*match.span()), message, hint)


def _found(
    prose: Prose, sign: re.Pattern[str], raw_sign: re.Pattern[str], message: Text, hint: Text
) -> Iterator[Finding]:
    text = prose.document.text
    if "{" in text:
        lines = Lines(prose.path, text)
        code = (
            [match.span() for match in _CODE.finditer(text)] if "`" in text or "~~~" in text else []
        )
        for match in _LIST.finditer(text):
            inside = any(start <= match.start() < end for start, end in code)
            if not inside and sign.search(match[0]):
                yield Finding(lines.span(*match.span()), message, hint)
    told: set[Span] = set()
    for raw in prose.document.raw_html:
        if raw_sign.search(raw.text) and raw.span not in told:
            told.add(raw.span)
            yield Finding(raw.span, message, hint)
