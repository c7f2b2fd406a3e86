"""Characters that deceive: invisible ones, ones that turn text around, look-alikes, pieces.

Judged is the text of a file as it stands, be it Markdown, YAML or SVG. Almost every line of almost
every file passes one regular expression and costs nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from firstlesson.diagnostics import Diagnostic, Edit, Fix, Kind, Text
from firstlesson.source.faults import (
    BIDI_CONTROL,
    CONTROL_CHARACTER,
    INVISIBLE_CHARACTER,
    LOOK_ALIKE,
    MERGE_CONFLICT,
    MIXED_LINE_ENDS,
    NO_CHARACTER,
    NOT_COMPOSED,
    PILED_MARKS,
    STRANGE_SPACE,
    TAB_INDENTATION,
    TRAILING_BACKSLASH,
)
from firstlesson.source.look_alikes import (
    Fault,
    codes,
    mixed_alphabets,
    phonetic_letters,
    retype,
    short,
)
from firstlesson.source.references import hidden_letters, named_in
from firstlesson.span import Lines, Span

MOST = 30
"""How many faults of one kind are told of one file; nobody reads more at once."""

# Everything that can occur in ordinary Albanian and English text, but for soft hyphens.
_ORDINARY = r"\t\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff"
_OTHER = re.compile(f"[^{_ORDINARY}]")

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_JOINED = re.compile(  # what makes emoji of several signs, keycaps and flags, as Unicode writes them
    "(?:[0-9#*]\ufe0f?\u20e3)|(?:\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f)|"
    "(?:[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f]?"
    "(?:[\U0001f3fb-\U0001f3ff])?"
    "(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?)*)"
)
_JOINING_SCRIPTS = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb1d-\ufdff]"
)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_BIDIS = re.compile(f"[{_BIDI}]+")
_INVISIBLES = re.compile(f"[{_INVISIBLE}]+")
_DAMAGED = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\ufffc-\uffff\U000f0000-\U0010ffff]+")
# UTF-8 that was once read as another encoding: `FÃ«mijÃ«` for `Fëmijë`.
_GARBLED = re.compile(
    "(?:\u00c3[\u0080-\u00bf\u2021\u2039\u20ac\u0153]|\u00e2\u20ac[\u0080-\u00bf\u0153\u02dc\u2122\u201c\u201d]|"
    "\u00c2[\u00a0-\u00bf])+"
)
_PILED = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}"
)
_STYLED = re.compile(
    "[\uff01-\uff5e\U0001d400-\U0001d7ff\u2100-\u2115\u2118-\u211d\u2124\u2128\u212a-\u2138"
    "\ufb00-\ufb06]+|[\u24b6-\u24e9]{2,}|[\U0001f110-\U0001f169\U0001f170-\U0001f189]{2,}"
)
_LETTER_SIGNS = (
    "\u2103\u2105\u2109\u2116\u2117\u211e"  # °C, c/o, °F, №, ℗, ℞ are signs of their own
)
_TAB_START = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_BACKSLASH_END = re.compile(r"(?<!\\)(?:\\\\)*\\$(?=\n[^\n])", re.MULTILINE)
_SPACE_START = re.compile(
    r"^[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)]|!!!)[ \t]*)?([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)(?=\S)",
    re.MULTILINE,
)


_CONFLICT = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7}(?= |$)", re.MULTILINE)
_UNMERGED = Text(
    sq="këtu dy versione të tekstit nuk u bashkuan",
    en="two versions of the text were not made one here",
)
_MERGE = Text(
    sq="lini një version dhe fshini rreshtat `<<<<<<<`, `=======` e `>>>>>>>`",
    en="keep one version, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
)


def judge_line_ends(path: str, text: str) -> Iterator[Diagnostic]:
    """Whether a text, as it was read, ends its lines in more than one way."""
    windows = text.count("\r\n")
    unix = text.count("\n") - windows
    if not text.count("\r") - windows and not (windows and unix):
        return
    few = "\r\n" if windows <= unix else "\n"
    alone = re.search(r"\r(?!\n)", text)
    at = alone.start() if alone else _first(text, few)
    line = len(re.findall(r"\r\n|\r|\n", text[:at])) + 1
    said = Text(
        sq="rreshtat mbarojnë herë si në Windows, herë si në Linux",
        en="lines end sometimes as on Windows, sometimes as on Linux",
    )
    hint = Text(
        sq="ruajeni skedarin me funde rreshtash LF (në redaktor: “LF”)",
        en="save the file with line ends LF (in the editor: “LF”)",
    )
    yield Diagnostic(MIXED_LINE_ENDS, Span(path, line, 1, line, 1), said, hint)


def _first(text: str, end: str) -> int:
    if end == "\r\n":
        return text.find("\r\n")
    match = re.search(r"(?<!\r)\n", text)
    return match.start() if match else 0


def judge_characters(path: str, text: str) -> Iterator[Diagnostic]:
    """Every character in a text with plain line ends that could deceive, or is spoilt."""
    lines: Lines | None = None
    counts: dict[str, int] = {}
    for kind, start, end, said, hint, instead in _faults(path, text):
        counts[kind.code] = counts.get(kind.code, 0) + 1
        if counts[kind.code] > MOST:
            continue
        lines = lines or Lines(path, text)
        at = lines.span(start, end)
        yield Diagnostic(kind, at, said, hint, _fix(at, instead, kind))


def without_controls(text: str) -> str:
    """The same text, of the same length, with spaces for what no parser takes and is told already."""
    if _is_printable(text):
        return text
    return _CONTROLS.sub(lambda match: " " * len(match[0]), text)


def _is_printable(text: str) -> bool:
    """A first look, in a tenth of the time: no control character is printable."""
    return text.replace("\n", "").isprintable()


def _fix(at: Span, instead: str | None, kind: Kind) -> Fix | None:
    if instead is None:
        return None
    title = (
        Text(sq=f"shkruani `{instead}`", en=f"write `{instead}`")
        if instead
        else Text(sq="hiqeni", en="remove it")
    )
    return Fix(title, (Edit(at, instead),), safe=kind is not LOOK_ALIKE)


def _faults(path: str, text: str) -> Iterator[Fault]:
    markdown = path.endswith(".md")
    if "<<<<<<<" in text or ">>>>>>>" in text:
        # Told once, where it begins; of half a conflict, what is left of it.
        for match in [*_CONFLICT.finditer(text)] or _CONFLICT_END.finditer(text):
            yield (MERGE_CONFLICT, *match.span(), _UNMERGED, _MERGE, None)
    if markdown:
        yield from _layout(text)
    yield from _named(path, text)
    if text.isascii() and (_is_printable(text) or not _CONTROLS.search(text)):
        return
    if not unicodedata.is_normalized("NFC", text):
        yield from _in_pieces(text)
    yield from _damaged_letters(text)
    if not _OTHER.search(text):
        return
    yield from _each(text, _CONTROLS, CONTROL_CHARACTER, _control)
    yield from _each(text, _BIDIS, BIDI_CONTROL, _bidi)
    yield from _invisible(text)
    yield from _each(text, _DAMAGED, NO_CHARACTER, _damaged)
    yield from _each(text, _PILED, PILED_MARKS, _piled)
    yield from _styled(text)
    yield from mixed_alphabets(text)
    yield from phonetic_letters(text)


def _named(path: str, text: str) -> Iterator[Fault]:
    """What is not typed but named by its number."""
    named = [*named_in(path, text)]
    for start, end, meant in named:
        for pattern, kind, say, instead in (
            (_CONTROLS, CONTROL_CHARACTER, _control, None),
            (_BIDIS, BIDI_CONTROL, _bidi, None),
            (_INVISIBLES, INVISIBLE_CHARACTER, _unseen, ""),
        ):
            if pattern.search(meant):
                yield (kind, start, end, *say(meant), instead)
    yield from hidden_letters(path, text, named)


def _damaged_letters(text: str) -> Iterator[Fault]:
    if not any(first in text for first in "\u00c2\u00c3\u00e2"):
        return
    line_end = -1
    for match in _GARBLED.finditer(text):
        if match.start() > line_end:  # a whole line is damaged, not each of its letters
            yield (NO_CHARACTER, *match.span(), *_garbled(match[0]), None)
            line_end = text.find("\n", match.end())
            if line_end < 0:
                return


def _garbled(shown: str) -> tuple[Text, Text]:
    try:
        meant = shown.encode("cp1252").decode()
    except UnicodeError:
        meant = "ë"
    said = Text(
        sq=f"“{shown}” është një shkronjë e prishur, ndoshta “{meant}”",
        en=f"“{shown}” is a letter that was damaged, perhaps “{meant}”",
    )
    return said, Text(
        sq="hapeni skedarin e parë si UTF-8 dhe kopjojeni prej tij",
        en="open the original file as UTF-8 and copy from it",
    )


def _layout(text: str) -> Iterator[Fault]:
    if "\t" in text:
        yield from _each(text, _TAB_START, TAB_INDENTATION, _tab)
    if "\\\n" in text:
        yield from _each(text, _BACKSLASH_END, TRAILING_BACKSLASH, _backslash)
    if not text.isascii():
        for match in _SPACE_START.finditer(text):
            yield (STRANGE_SPACE, *match.span(1), _STRANGE_SPACE, _ORDINARY_SPACE, None)


def _each(
    text: str, pattern: re.Pattern[str], kind: Kind, say: Callable[[str], tuple[Text, Text]]
) -> Iterator[Fault]:
    for match in pattern.finditer(text):
        yield (kind, *match.span(), *say(match[0]), None)


def _invisible(text: str) -> Iterator[Fault]:
    if not _INVISIBLES.search(text):
        return
    rest = _JOINED.sub(lambda match: " " * len(match[0]), text)
    for match in _INVISIBLES.finditer(rest):
        start, end = match.span()
        around = text[max(0, start - 1) : start], text[end : end + 1]
        if match[0] in ("\u200c", "\u200d") and all(_JOINING_SCRIPTS.match(one) for one in around):
            continue  # Persian and the scripts of India are written with them
        if match[0][0] == "\u2800" and re.search("[\u2801-\u28ff]", text):
            continue  # the space of Braille
        yield (INVISIBLE_CHARACTER, start, end, *_unseen(match[0]), "")


def _styled(text: str) -> Iterator[Fault]:
    for match in _STYLED.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0])
        if all(char in _LETTER_SIGNS for char in match[0]):
            continue
        if _east_asian(text, match.start(), match.end()) and not plain.isalnum():
            continue  # their own full stops and brackets are as wide as their letters
        said = Text(
            sq=f"`{match[0]}` nuk janë shkronja të zakonshme, edhe pse duken si `{plain}`",
            en=f"`{match[0]}` are no ordinary letters, though they look like `{plain}`",
        )
        yield (LOOK_ALIKE, *match.span(), said, retype(plain), plain)


def _east_asian(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any("\u3000" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in around)


def _in_pieces(text: str) -> Iterator[Fault]:
    start = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            for match in re.finditer(r"\S+", line):
                word, whole = match[0], unicodedata.normalize("NFC", match[0])
                if word != whole:
                    said = Text(
                        sq=f"shkronjat e `{short(whole)}` janë ruajtur në copa",
                        en=f"letters of `{short(whole)}` are stored in pieces",
                    )
                    at = start + match.start()
                    yield (NOT_COMPOSED, at, at + len(word), said, retype(short(whole)), whole)
        start += len(line) + 1


def _unseen(found: str) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"këtu ka një shenjë të padukshme ({codes(found)})",
            en=f"there is an invisible character here ({codes(found)})",
        ),
        _REMOVE,
    )


def _control(found: str) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"këtu ka një shenjë komandimi ({codes(found)})",
            en=f"there is a control character here ({codes(found)})",
        ),
        _REMOVE,
    )


def _bidi(found: str) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"një shenjë e padukshme e kthen këtu drejtimin e tekstit ({codes(found)})",
            en=f"an invisible character turns the direction of the text here ({codes(found)})",
        ),
        _REMOVE,
    )


def _damaged(found: str) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"këtu ka një shenjë që nuk tregon asgjë ({codes(found)})",
            en=f"there is a character here that shows nothing ({codes(found)})",
        ),
        Text(
            sq="shkruani shkronjën që humbi, ose hiqeni",
            en="write the letter that was lost, or remove it",
        ),
    )


def _piled(found: str) -> tuple[Text, Text]:
    return (
        Text(
            sq=f"{len(found)} shenja mbi një shkronjë të vetme",
            en=f"{len(found)} marks on a single letter",
        ),
        Text(sq="shkruani shkronjën e thjeshtë", en="write the plain letter"),
    )


def _tab(_: str) -> tuple[Text, Text]:
    return (
        Text(sq="rreshti fillon me tabulim", en="the line begins with a tab"),
        Text(sq="përdorni katër hapësira", en="use four spaces"),
    )


def _backslash(_: str) -> tuple[Text, Text]:
    return (
        Text(sq="një `\\` në fund të rreshtit", en="a `\\` at the end of the line"),
        Text(
            sq="hiqeni; për një rresht të ri përdorni dy hapësira në fund ose një rresht bosh",
            en="remove it; for a new line put two spaces at the end or leave an empty line",
        ),
    )


_REMOVE = Text(
    sq="fshijeni; nëse nuk e shihni, shkruajeni përsëri fjalën",
    en="delete it; if you cannot see it, type the word again",
)
_STRANGE_SPACE = Text(
    sq="në fillim të rreshtit ka një hapësirë të veçantë, jo të zakonshme",
    en="the line begins with a special space, not the ordinary one",
)
_ORDINARY_SPACE = Text(
    sq="fshijeni dhe shtypni hapësirën e zakonshme", en="delete it and type an ordinary space"
)
