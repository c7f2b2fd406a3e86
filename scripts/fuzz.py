#!/usr/bin/env python3
"""Feeds `check` with hostile files for some minutes and says how it fared.

    python scripts/fuzz.py --minutes 5 [--seed 1]

Every input is one file laid into a copy of a small course: mutated YAML and Markdown, bombs that
parsers are known to stumble over, files filled with one thing as far as is allowed, broken and
loaded pictures. It ends with 1 if any input raised an
exception, took more than 10 seconds, or more memory than 500 MB; the input is then kept.
Each input runs in this process, watched by an alarm; times are processor seconds, so that
what else runs does not count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import pictures  # noqa: E402  # found by the path above

from _bombs import bombs  # noqa: E402  # beside this script
from _fillings import fillings  # noqa: E402  # as above
from _signs import MARKDOWN_SIGNS, SVG_SIGNS, YAML_SIGNS  # noqa: E402  # as above
from firstlesson import app  # noqa: E402  # as above
from firstlesson.reports import formats, written  # noqa: E402  # as above

DAY = dt.date(2026, 11, 22)
SECONDS, MEGABYTES = 10, 500
TINY = ROOT / "tests" / "tiny"


class _TooSlowError(Exception):
    """The alarm rang."""


def main() -> int:
    """Runs for the given time; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-bombs", action="store_true", help="only mutated files")
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, _ring)
    chance = random.Random(options.seed)  # noqa: S311  # no secret depends on it
    end = time.monotonic() + options.minutes * 60
    tried, wrong, slowest = 0, 0, (0.0, "", b"")
    known = () if options.without_bombs else (bombs(), fillings())  # all at once take 400 MB
    waiting = itertools.chain.from_iterable(known)
    with tempfile.TemporaryDirectory() as folder:
        while (one := next(waiting, None)) or time.monotonic() < end:
            name, path, content = one or _random(chance)
            took, error = _try(Path(folder), path, content)
            tried += 1
            if took > slowest[0]:
                slowest = (took, f"{name} ({path}, {len(content)} bytes)", content)
            if error:
                wrong += 1
                kept = (
                    Path(tempfile.gettempdir()) / f"fuzz-{options.seed}-{tried}-{Path(path).name}"
                )
                kept.write_bytes(content)
                print(f"{name}: {path} → {kept}\n{error}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{tried} inputs, {wrong} went wrong; slowest {slowest[0]:.2f} s: {slowest[1]}; {memory} MB"
    )
    return 1 if wrong or memory > MEGABYTES else 0


def _ring(_: int, __: FrameType | None) -> None:
    raise _TooSlowError


def _try(folder: Path, path: str, content: bytes) -> tuple[float, str]:
    """Checks the small course with one file changed; how long it took, and what went wrong."""
    root = folder / "course"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(TINY, root)
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    start, error = time.process_time(), ""
    signal.setitimer(signal.ITIMER_PROF, SECONDS + 20)
    try:
        checked = app.check(root, today=DAY)
        for form in formats():
            written(form, checked.diagnostics, checked.texts, "sq").encode()
    except Exception:  # noqa: BLE001  # finding any exception is the point
        error = "".join(traceback.format_exc()[-1500:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - start
    return took, error or (f"{took:.1f} s" if took > SECONDS else "")


def _random(chance: random.Random) -> tuple[str, str, bytes]:
    """One mutated file."""
    kind = chance.choice(
        ["yaml", "yaml", "markdown", "markdown", "svg", "png", "jpeg", "webp", "bytes"]
    )
    if kind in ("yaml", "markdown"):
        ending, signs = (".yml", YAML_SIGNS) if kind == "yaml" else (".md", MARKDOWN_SIGNS)
        files = sorted(file for file in TINY.rglob(f"*{ending}"))
        file = chance.choice(files)
        text = _mutated(chance, file.read_text("utf-8"), signs)
        return kind, file.relative_to(TINY).as_posix(), text.encode("utf-8", "surrogatepass")
    if kind == "bytes":
        name = chance.choice(["docs/index.sq.md", "data/contacts.yml", "docs/media/hello.svg"])
        return kind, name, chance.randbytes(chance.randrange(2000))
    if kind == "svg":
        text = _mutated(
            chance, pictures.svg("<g><use href='#a'/></g><style>a{}</style>"), SVG_SIGNS
        )
        return kind, "docs/media/hello.svg", text.encode("utf-8", "surrogatepass")
    whole = {"png": _loaded_png, "jpeg": _loaded_jpeg, "webp": _loaded_webp}[kind]()
    return kind, f"docs/media/a.{kind}", _damaged(chance, whole)


def _mutated(chance: random.Random, text: str, signs: list[str]) -> str:
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(text) + 1)
        how = chance.randrange(5)
        if how == 0:
            text = text[:at] + chance.choice(signs) * chance.choice([1, 1, 2, 5, 300]) + text[at:]
        elif how == 1:
            text = text[:at] + text[at + chance.randrange(1, 40) :]
        elif how == 2:
            other = chance.randrange(len(text) + 1)
            text = (
                text[:at]
                + text[min(at, other) : max(at, other)] * chance.choice([1, 3])
                + text[at:]
            )
        elif how == 3:
            text = text[:at] + "".join(chance.choices(signs, k=chance.randrange(1, 30))) + text[at:]
        else:
            text = (
                text[:at]
                + chr(chance.choice([chance.randrange(0xD800), chance.randrange(0x250)]))
                + text[at:]
            )
        text = text[:200_000]
    return text


def _damaged(chance: random.Random, raw: bytes) -> bytes:
    data = bytearray(raw)
    for _ in range(chance.randrange(8)):
        at = chance.randrange(len(data))
        how = chance.randrange(4)
        if how == 0:
            data[at] = chance.randrange(256)
        elif how == 1:
            del data[at : at + chance.randrange(1, 20)]
        elif how == 2:
            data[at:at] = chance.randbytes(chance.randrange(1, 20))
        else:
            data[at : at + 4] = b"\xff\xff\xff\xff"
        if not data:
            data = bytearray(b"\0")
    return bytes(data)


def _loaded_png() -> bytes:
    return pictures.png(
        pictures.chunk(b"eXIf", pictures.gps()),
        pictures.chunk(b"tEXt", b"Author\0Ana"),
        pictures.chunk(b"zTXt", b"Comment\0\0x\x9c"),
        pictures.chunk(b"tEXt", b"Raw profile type exif\0\nexif\n 4\n41424344"),
    )


def _loaded_jpeg() -> bytes:
    return pictures.jpeg(
        (0xE1, b"Exif\0\0" + pictures.gps()),
        (0xED, b"8BIM\x04\x04\x1c\x02\x50\0\x03Ana"),
        (0xFE, b"hi"),
    )


def _loaded_webp() -> bytes:
    return pictures.webp(
        (b"VP8L", b"\x2f" + bytes(8)), (b"EXIF", pictures.gps()), (b"XMP ", b"<a/>")
    )


if __name__ == "__main__":
    sys.exit(main())
