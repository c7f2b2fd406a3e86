"""HTML typed into the short texts of YAML files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course
from firstlesson.course.texts import texts_of
from firstlesson.diagnostics import Severity, Text

_TAG = re.compile(
    r"(?i)</?(?:[abiupsq]|br|hr|h[1-6]|div|span|script|style|iframe|img|svg|form|input|button|table|"
    r"t[rdh]|ul|ol|li|em|strong|object|embed|link|meta|video|audio|font|center|code|pre|sub|sup|mark|"
    r"math|base|template|details|section)(?:\s[^<>]*)?/?>|<!--|<(?:script|iframe|img|svg)\b|"
    r"\b(?:java|vb)script\s*:|&(?:#x?[0-9a-f]+|lt|gt|amp|nbsp|quot|colon);|"
    r"\[[^\[\]\n]*\]\(\s*[a-z]+:[^)]*\)|[\"']\s*\bon[a-z]{3,24}\s*=\s*[\"']?"
)

_SIGN = re.compile(r"[<&(:=]")


@check(
    "SEC012",
    severity=Severity.ERROR,
    why=Text(
        sq="Tekstet e shkurtra tregohen siç shkruhen: lexuesi do të shihte shenjat `<b>`, jo fjalën "
        "e theksuar.",
        en="Short texts are shown as they are typed: the reader would see the signs `<b>`, not a "
        "stressed word.",
    ),
)
def html_in_short_text(course: Course) -> Iterator[Finding]:
    """Short texts hold plain words."""
    for text in texts_of(course):
        if text.kind != "short":
            continue
        if not _SIGN.search(text.text):
            continue
        match = _TAG.search(text.text)
        if match:
            yield Finding(
                text.span(*match.span()),
                Text(
                    sq=f"`{shown(match[0])}` do të dilte ashtu në faqe",
                    en=f"`{shown(match[0])}` would appear on the page as it is",
                ),
                Text(sq="shkruani vetëm fjalë", en="write plain words only"),
            )
