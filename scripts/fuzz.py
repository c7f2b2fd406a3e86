#!/usr/bin/env python3
"""Feeds `check` with hostile files for some minutes and says how it fared.

    python scripts/fuzz.py --minutes 5 [--seed 1]

Every input is one file laid into a copy of a small course: mutated YAML and Markdown, bombs that
parsers are known to stumble over, broken and loaded pictures. It ends with 1 if any input raised an
exception, took more than 10 seconds, or more memory than 500 MB; the input is then kept.
Each input runs in this process, watched by an alarm; times are processor seconds, so that what else runs does not count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import pictures  # noqa: E402  # found by the path above

from firstlesson import app  # noqa: E402  # as above
from firstlesson.reports import formats  # noqa: E402  # as above

DAY = dt.date(2026, 11, 22)
SECONDS, MEGABYTES = 10, 500
TINY = ROOT / "tests" / "tiny"

YAML_SIGNS = [
    *(
        "a",
        "ë",
        "a: ",
        "sq: ",
        "en: ",
        "- ",
        "  ",
        "\n",
        "\n  ",
        "\t",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ", ",
    ),
    *(
        '"',
        "'",
        "&x ",
        "*x",
        "!t ",
        "<<: ",
        "? ",
        "---\n",
        "...\n",
        "# ",
        "|\n",
        ">-\n",
        "%",
        "\x00",
    ),
    *(
        "\ufeff",
        "\u2028",
        "\x85",
        "🙂",
        "@",
        "`",
        "\u202e",
        "\u200b",
        "е",
        "e\u0308",
        "0x1F",
        "12:30",
    ),
]
MARKDOWN_SIGNS = [
    *(
        "a",
        "ë",
        " ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "# ",
        "## ",
        "{#a}",
        "{: ",
        "}",
        "[",
        "]",
        "(",
        ")",
    ),
    *("![", "](", "](term:a)", "](javascript:x)", "<b>", "<div markdown>", "</div>", "<!--", "-->"),
    *(
        "<script>",
        "<img src=x onerror=y>",
        "<?",
        "<![CDATA[",
        "&#x6A;",
        "&lt;",
        "`",
        "```",
        "~~~",
        "|",
    ),
    *(
        "!!! say",
        '"',
        "| ",
        "|---|\n",
        "> ",
        "- ",
        "1. ",
        "*",
        "**",
        "_",
        "\\",
        "[a]: b\n",
        "===",
        "---",
    ),
    *(
        "116 111",
        "\x00",
        "\x02",
        "\x03",
        "\u2028",
        "🙂",
        "\u202e",
        "\u200b",
        "А",
        "ana@gmail.com",
        "http://",
    ),
    *("<!-- firstlesson: ignore[ACC001] -->", "https://a@b.al", "e\u0308", "data:,x", "A12345678B"),
]
SVG_SIGNS = [
    *(
        "<svg>",
        "</svg>",
        "<g>",
        "</g>",
        "<a href='",
        "'>",
        "<use href='#a'/>",
        "<style>",
        "</style>",
    ),
    *(
        "<!DOCTYPE svg [",
        "<!ENTITY a 'b'>",
        "]>",
        "&a;",
        "&#0;",
        "<![CDATA[",
        "]]>",
        "<?x ?>",
        "<!--",
        "-->",
    ),
    *(
        "url(",
        ")",
        "@import",
        "\\75",
        "onload='x'",
        "xlink:href='",
        "xmlns:x='y'",
        "\x00",
        "ë",
        "<image/>",
    ),
]


class _TooSlowError(Exception):
    """The alarm rang."""


def main() -> int:
    """Runs for the given time; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _ring)
    chance = random.Random(options.seed)  # noqa: S311  # no secret depends on it
    end = time.monotonic() + options.minutes * 60
    tried, wrong, slowest = 0, 0, (0.0, "", b"")
    bombs = list(_bombs())
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end or tried < len(bombs):
            name, path, content = bombs[tried] if tried < len(bombs) else _random(chance)
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
    signal.alarm(SECONDS + 20)
    try:
        checked = app.check(root, today=DAY)
        for form in formats().values():
            form(checked.diagnostics, checked.texts, "sq").encode()
    except Exception:  # noqa: BLE001  # finding any exception is the point
        error = "".join(traceback.format_exc()[-1500:])
    finally:
        signal.alarm(0)
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


def _bombs() -> Iterator[tuple[str, str, bytes]]:
    """What parsers stumble over, from a length that hurts to one that is refused."""
    for length in (3_000, 30_000, 500_000):
        for name, text in _markdown_bombs(length).items():
            yield f"bomb {name}", "docs/index.sq.md", text[:length].encode()
        for name, text in _yaml_bombs(length).items():
            yield f"bomb {name}", "data/glossary.yml", text[:length].encode()
        for name, text in _svg_bombs(length).items():
            yield f"bomb {name}", "docs/media/hello.svg", text.encode()
    for size in (10, 1_000_000):
        yield (
            "bomb png",
            "docs/media/a.png",
            pictures.png(pictures.chunk(b"zTXt", b"a\0\0" + _squeezed(size))),
        )
        yield "bomb jpeg", "docs/media/a.jpeg", b"\xff\xd8" + b"\xff\xfe\0\2" * size
        yield "bomb scan", "docs/media/a.jpeg", pictures.jpeg()[:-2] + b"\xff\0" * size
        yield "bomb xmp", "docs/media/a.webp", pictures.webp((b"XMP ", b"<a>" * size))
    yield "too large", "docs/media/a.png", b"\x89PNG\r\n\x1a\n" + bytes(30_000_000)


def _squeezed(size: int) -> bytes:
    import zlib  # noqa: PLC0415  # for this one bomb

    return zlib.compress(b"a" * size * 100)


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece) + 1)


_PIECES = [
    "[",
    "![",
    "]",
    "[a](",
    "[a](<",
    "*",
    "_",
    "**",
    "*a",
    "**a",
    "a**b*",
    "*_",
    "`",
    "`a",
    "\\",
    "<",
    "<a",
    '<a_b="',
    "<!--",
    "<?",
    "<![CDATA[",
    "<!A",
    "&",
    "&amp",
    "<http:",
    "<a@",
    ">",
    "-",
    "1.",
    "#",
    "a|b",
    "1.\\n",
    "```",
    "<div>",
    "<div_markdown>",
    "</div>",
    "{:",
    "{",
    "}}",
    "$",
    "(",
    ")",
    '"',
    "'",
    "~",
    "^",
    "=",
    "@",
    "a@",
    "a.a@",
    ".a",
    "1",
    "1,",
    "1.1",
    "+3",
    "AL",
    "Ana_Hoxha_",
    "e_",
    "mos_",
    "nuk_",
    "Rruga_",
    "Foto_nga_",
    "lindur_",
    "12_vjeç_",
    "never_",
    "https://a.",
    "www.",
    "[a](https://",
]


def _markdown_bombs(length: int) -> dict[str, str]:
    bombs = {
        piece: _repeat(piece.replace("_", " ").replace("\\n", "\n"))(length) for piece in _PIECES
    }
    lined = {f"{piece}⏎": _repeat(piece.replace("_", " ") + "\n")(length) for piece in _PIECES}
    apart = {f"{piece}⏎⏎": _repeat(piece.replace("_", " ") + "\n\n")(length) for piece in _PIECES}
    words = {
        f"{piece}…": _repeat((piece.replace("_", " ") + " word ") * 20 + "\n\n")(length)
        for piece in _PIECES
    }
    deep = {
        "lists": "\n".join(" " * (2 * at) + "- a" for at in range(int(length**0.5))),
        "quotes": "\n".join("> " * at + "a" for at in range(int(length**0.5))),
        "blocks": "\n".join(" " * (4 * at) + "!!! say" for at in range(int((length / 4) ** 0.5))),
        "table": "|"
        + "a|" * 100
        + "\n|"
        + "-|" * 100
        + "\n"
        + ("|" + "a|" * 100 + "\n") * (length // 201),
        "refs": "\n".join(f"[{at}]: a" for at in range(length // 12)),
        "spaces": "a" + " " * length + "b",
        "ticks": "".join("`" * at + " " for at in range(int((2 * length) ** 0.5))),
        "nested links": "[" * (length // 8) + "a" + "](b)" * (length // 8),
        "one word": "a" * length,
        "sections": _repeat("## Title {#a}\n\nText of it.\n\n")(length),
        "sentences": _repeat("Kjo është një fjali. ")(length),
        "paragraphs": _repeat("Kjo është një fjali e zakonshme me disa fjalë.\n\n")(length),
        "one sentence": _repeat("kjo është një fjali pa fund ")(length),
    }
    return bombs | lined | apart | words | deep


def _yaml_bombs(length: int) -> dict[str, str]:
    pieces = (
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "a:\n",
        "- a\n",
        '"',
        "'",
        "|\n",
        "&a ",
        "*a ",
        "!a ",
        "{a: ",
        "[a, ",
        "---\n",
        "%",
        "# ",
        "a",
        "\\",
    )
    bombs = {f"yaml {piece!r}": _repeat(piece)(length) for piece in pieces}
    keys = {
        "yaml keys": "".join(f"k{at}: a\n" for at in range(length // 8)),
        "yaml terms": "terms:\n" + "".join(f"  - id: a{at}\n" for at in range(length // 12)),
        "yaml unknown": "terms:\n" + "".join(f"  - idd{at}: a\n" for at in range(length // 12)),
        "yaml twice": "a: b\n" * (length // 5),
        "yaml long": "terms:\n  - id: a\n    name: {sq: " + "a " * (length // 2) + "}\n",
        "yaml laughs": "a: &a [b]\n"
        + "".join(f"k{at}: [*a, *a, *a]\n" for at in range(length // 20)),
    }
    return bombs | keys


def _svg_bombs(length: int) -> dict[str, str]:
    head = '<svg xmlns="http://www.w3.org/2000/svg">'
    return {
        "svg deep": head + "<g>" * (length // 3),
        "svg wide": head + "<g/>" * (length // 4) + "</svg>",
        "svg attributes": head
        + "<g "
        + " ".join(f'a{at}="b"' for at in range(length // 9))
        + "/></svg>",
        "svg use": head
        + "".join(
            f'<g id="n{at}">' + f'<use href="#n{at + 1}"/>' * 9 + "</g>"
            for at in range(length // 200)
        )
        + "</svg>",
        "svg chain": head
        + "".join(f'<g id="n{at}"><use href="#n{at + 1}"/></g>' for at in range(length // 40))
        + "</svg>",
        "svg laughs": '<!DOCTYPE svg [<!ENTITY a "aaaa">'
        + "".join(f'<!ENTITY a{at} "&a;&a;&a;">' for at in range(length // 30))
        + "]>"
        + head
        + "&a9;</svg>",
        "svg style": head + "<style>" + "\\75 " * (length // 4) + "/*" * 9 + "</style></svg>",
        "svg path": head + '<path d="' + "M0 0 " * (length // 5) + '"/></svg>',
        "svg broken": "<" * length,
        "svg faults": head + '<a href="javascript:x"/>' * (length // 25) + "</svg>",
    }


if __name__ == "__main__":
    sys.exit(main())
