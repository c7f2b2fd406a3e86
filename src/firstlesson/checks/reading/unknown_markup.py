"""Signs that other Markdown programs understand and this site would print, and code that never ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.reading._rows import FENCE, rows_of, without_code
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Lines, Span


@check(
    "TXT042",
    severity=Severity.ERROR,
    why=Text(
        sq="Këto shenja i kuptojnë programe të tjera; këtu lexuesi do t'i shihte siç janë shtypur, në mes të fjalisë.",
        en="Other programs understand these signs; here a reader would see them as they were typed, amid a sentence.",
    ),
)
def markup_not_known(prose: Prose) -> Iterator[Finding]:
    """Prose uses only the Markdown that the site knows."""
    text = prose.document.text
    if not any(sign in text for sign in _SIGNS):
        return
    if any(sign in text for sign in ("{{", "{%", "???")):
        yield from _in_rows(prose)
    for passage in prose.document.passages:
        if not _FIRST.search(passage.text) or not any(sign in passage.text for sign in _SIGNS):
            continue
        for pattern, name, instead in _FOREIGN:
            if match := pattern.search(passage.text):
                yield Finding(
                    passage.span(*match.span()),
                    _not_known(name, match[0]),
                    instead,
                )


def _in_rows(prose: Prose) -> Iterator[Finding]:
    """Template code and blocks that fold, which the passages take for something else."""
    for row in rows_of(prose):
        words = without_code(row.words)
        for pattern, name in (
            (_TEMPLATE, Text(sq="kodi i shablloneve", en="template code")),
            (_FOLDING, Text(sq="blloqet që palosen", en="blocks that fold")),
        ):
            if match := pattern.search(words):
                first, last = (row.indent + 1 + at for at in match.span())
                yield Finding(
                    Span(prose.path, row.number, first, row.number, last),
                    _not_known(name, match[0]),
                    _A_BLOCK if pattern is _FOLDING else _PLAIN_TEXT,
                )


def _not_known(name: Text, shown: str) -> Text:
    shown = shown.strip()[:40]
    return Text(
        sq=f"faqja nuk i njeh {name.sq}; lexuesi do të shihte `{shown}`",
        en=f"the site does not know {name.en}; a reader would see `{shown}`",
    )


_FOLDING = re.compile(r"^\?{3}\+?(?= \w)")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")


@check(
    "TXT043",
    severity=Severity.ERROR,
    why=Text(
        sq="Gjithçka pas tri shenjave ``` del si kod deri në fund të faqes: titujt, lidhjet dhe ndihma humbin.",
        en="Whatever follows three signs ``` is shown as code to the end of the page: headings, links and help are lost.",
    ),
)
def code_never_ends(prose: Prose) -> Iterator[Finding]:
    """A block of code that begins also ends."""
    text = prose.document.text
    if "```" not in text and "~~~" not in text:
        return
    opened: re.Match[str] | None = None
    for match in FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]) and not _rest(text, match).strip():
            opened = None
    if opened:
        marks = opened[1]
        yield Finding(
            Lines(prose.path, text).span(*opened.span(1)),
            Text(sq="këtu nis një pjesë kodi që nuk mbaron", en="code begins here that never ends"),
            Text(
                sq=f"vini një rresht me `{marks}` ku mbaron kodi, ose hiqeni",
                en=f"put a line with `{marks}` where the code ends, or remove it",
            ),
        )


def _rest(text: str, match: re.Match[str]) -> str:
    """What stands on a line behind the marks."""
    return text[match.end() : (text + "\n").index("\n", match.end())]


_SIGNS = (
    *("[^", "\n: ", '=== "', "[ ]", "[x]", "[X]", "???", "~~", "==", ":::", "[!", "[[", "][", "]("),
    *("{{", "{%"),
)
_FIRST = re.compile(r"[\[\]=~?{:](?=[\^\n =~?{%:!\[(xX\]])|\n: ")
"""The beginning of any of them: a first look."""
_PLAIN_TEXT = Text(sq="shkruajeni me fjalë të thjeshta", en="write it in plain words")
_IN_BRACKETS = Text(
    sq="vendoseni shënimin në kllapa, ose burimin me `[…](source:…)`",
    en="put the note in brackets, or the source as `[…](source:…)`",
)
_A_LIST = Text(sq="përdorni një listë me `- `", en="use a list with `- `")
_A_BLOCK = Text(
    sq='përdorni një bllok si `!!! note "Titulli"`', en='use a block as `!!! note "Title"`'
)
_BOLD = Text(sq="përdorni `**…**`", en="use `**…**`")
_LINK = Text(sq="përdorni `[…](page:…)` ose `[…](term:…)`", en="use `[…](page:…)` or `[…](term:…)`")
_FOREIGN = (
    (
        re.compile(r"\[\^[\w-]{1,40}\]"),
        Text(sq="shënimet në fund të faqes", en="footnotes"),
        _IN_BRACKETS,
    ),
    (
        re.compile(r"(?<=\n): {1,3}(?=\S)"),
        Text(sq="listat e fjalëve", en="lists of terms"),
        _A_LIST,
    ),
    (re.compile(r'^={3}[!+]? (?=")'), Text(sq="skedat", en="tabs"), _A_BLOCK),
    (
        re.compile(r"^\[[ xX]\](?= \S)"),
        Text(sq="kutitë për t'u shënuar", en="boxes to tick"),
        _A_LIST,
    ),
    (re.compile(r"^:{3,}(?= ?\w)"), Text(sq="blloqet me `:::`", en="blocks with `:::`"), _A_BLOCK),
    (
        re.compile(r"^\[![A-Z]{3,12}\]"),
        Text(sq="shënimet e GitHub-it", en="GitHub's alerts"),
        _A_BLOCK,
    ),
    (
        re.compile(r"(?<![~\w])~~(?=\w)[^~\n]{1,200}~~(?![~\w])"),
        Text(sq="fjalët me vizë përmes", en="struck-out words"),
        _PLAIN_TEXT,
    ),
    (
        re.compile(r"(?<![=\w])==(?=\w)[^=\n]{1,200}==(?![=\w])"),
        Text(sq="fjalët me ngjyrë", en="highlighted words"),
        _BOLD,
    ),
    (
        re.compile(r"\[\[(?=\w)[^\[\]\n]{1,80}\]\]"),
        Text(sq="lidhjet me kllapa të dyfishta", en="links in double brackets"),
        _LINK,
    ),
    (
        re.compile(
            r"\](?:\[[\w .-]{0,60}\]|\((?:contact|term|lesson|protocol|page|source|https?|media)[:/])"
        ),
        Text(
            sq="lidhjet që nuk mbyllen ose nuk çojnë askund",
            en="links that are not closed or lead nowhere",
        ),
        Text(sq="shkruajeni si `[fjalët](page:help)`", en="write it as `[words](page:help)`"),
    ),
)
