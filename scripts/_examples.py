"""One bad and one good line for each kind of mistake, from the examples by which its check is tested.

A good line is never guessed: put in the place of the bad one, it must make the mistake go away and
bring no other.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import overlays  # noqa: E402  # the tests' own reader of examples

from firstlesson.build.examine import read_and_check  # noqa: E402  # found by the path above
from firstlesson.checks import all_kinds  # noqa: E402  # as above
from firstlesson.diagnostics import Diagnostic  # noqa: E402  # as above

LONGEST = 110
"""A longer line explains nothing at a glance."""
ALIKE = 0.6
"""How much a good line must have in common with a bad one, to be its twin."""
TRIES = 2
DAY = dt.date(2026, 11, 22)
LANGUAGES = {".sq.md": "sq", ".en.md": "en", ".yml": "yaml"}


@dataclass(frozen=True)
class Bad:
    """A marked line of an example."""

    overlay: Path
    path: str
    number: int
    text: str


def examples() -> str:
    """The examples as JSON: code → `sq`, `en`, `yaml` → `bad` and, where there is one, `good`.

    `fix` says whether the tool can mend the kind itself: `safe` or `unsafe`.
    """
    found = {code: examples_of(code) for code in all_kinds()}
    told = {code: data for code, data in found.items() if data}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def examples_of(code: str) -> dict[str, object]:
    """All that the examples of one kind tell."""
    data: dict[str, object] = {}
    for suffix, language in LANGUAGES.items():
        lines = list(marked(code, suffix))
        pairs = ((bad, twin) for bad in lines[:TRIES] for twin in twins(code, bad, suffix))
        proven = next(((bad, twin) for bad, twin in pairs if cures(code, bad, twin)), None)
        if proven:
            data[language] = {"bad": proven[0].text, "good": proven[1]}
        elif lines and suffix != ".yml" and not lines[0].text.startswith("#"):
            data[language] = {"bad": lines[0].text}
    if list(folders(code, "fixed")):
        data["fix"] = "safe" if any(is_safe(code)) else "unsafe"
    return data


def folders(code: str, side: str) -> Iterator[Path]:
    """The overlays of one side (`bad`, `good`, `fixed`)."""
    folder = overlays.TESTS / "checks" / code / side
    inside = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    whole = any(path.name in ("data", "docs", "lessons", "protocols") for path in inside)
    yield from [folder] if whole else inside


def texts(overlay: Path, suffix: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of an overlay's files, markers included."""
    for path, content in overlays.changes_of(overlay).items():
        if path.endswith(suffix) and content is not None:
            text = content.decode(errors="replace") if isinstance(content, bytes) else content
            yield path, text.split("\n")


def marked(code: str, suffix: str) -> Iterator[Bad]:
    """The lines that are marked with the code."""
    for overlay in folders(code, "bad"):
        for path, rows in texts(overlay, suffix):
            for number, row in enumerate(rows):
                if re.search(rf"expect: [A-Z0-9 ]*\b{code}\b", row) and shows(bare(row)):
                    yield Bad(overlay, path, number, bare(row))


def bare(row: str) -> str:
    """A line without its marker."""
    return re.sub(r"\s*(?:# expect: [A-Z0-9 ]+|<!-- expect: [A-Z0-9 ]+ -->)\s*$", "", row).strip()


def shows(text: str) -> bool:
    """Whether a line explains something by itself."""
    return 3 < len(text) <= LONGEST and text.isprintable() and not text.endswith(":")


def twins(code: str, bad: Bad, suffix: str) -> list[str]:
    """The good lines that differ least from a bad one, the tool's own correction first."""
    fixed = bad.overlay.parent / "fixed" if bad.overlay.name == "bad" else None
    if fixed is None:
        fixed = bad.overlay.parent.parent / "fixed" / bad.overlay.name
    if fixed.is_dir():
        rows = dict(texts(fixed, suffix)).get(bad.path, [])
        return [bare(rows[bad.number])] if bad.number < len(rows) else []
    lines: dict[str, float] = {}
    for overlay in folders(code, "good"):
        for _, rows in texts(overlay, suffix):
            for row in map(bare, rows):
                if shows(row) and row not in (bad.text, *lines) and key(row) == key(bad.text):
                    match = SequenceMatcher(None, bad.text, row, autojunk=False)
                    lines[row] = match.ratio() if match.quick_ratio() > ALIKE else 0
    near = sorted((row for row in lines if lines[row] > ALIKE), key=lambda row: -lines[row])
    return near[:TRIES]


def key(text: str) -> str:
    """The key of a YAML line; nothing for prose."""
    found = re.match(r"(?:- )?\w+:", text)
    return found[0] if found else ""


def cures(code: str, bad: Bad, good: str) -> bool:
    """Whether a good line in the place of a bad one takes the mistake away and brings no other."""
    with tempfile.TemporaryDirectory() as folder:
        root = overlays.course_with(bad.overlay, Path(folder))
        file = root / bad.path
        before = counted_in(bad.overlay)
        rows = file.read_text("utf-8").split("\n")
        if bad.text not in rows[bad.number]:
            return False
        rows[bad.number] = rows[bad.number].replace(bad.text, good)
        file.write_text("\n".join(rows), "utf-8")
        after = counted(root)
    after -= Counter({key: after[key] for key in after if key[0] == "TRN002"})
    return after[code, bad.path] < before[code, bad.path] and all(
        after[key] <= before[key] for key in after
    )


@cache
def counted_in(overlay: Path) -> Counter[tuple[str, str]]:
    """The same for an example as it stands."""
    with tempfile.TemporaryDirectory() as folder:
        return counted(overlays.course_with(overlay, Path(folder)))


def counted(root: Path) -> Counter[tuple[str, str]]:
    """How many diagnostics of each kind each file has."""
    return Counter((one.kind.code, one.span.path) for one in diagnostics(root))


def is_safe(code: str) -> Iterator[bool]:
    """Whether the changes that are offered for the examples are safe."""
    for overlay in folders(code, "bad"):
        with tempfile.TemporaryDirectory() as folder:
            for one in diagnostics(overlays.course_with(overlay, Path(folder))):
                if one.kind.code == code and one.fix:
                    yield one.fix.safe


def diagnostics(root: Path) -> tuple[Diagnostic, ...]:
    """All that is wrong with a course."""
    return read_and_check(root, today=DAY).diagnostics
