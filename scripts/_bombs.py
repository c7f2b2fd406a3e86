"""Inputs that parsers stumble over, each in a length that hurts and in one that is refused."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import pictures


def bombs() -> Iterator[tuple[str, str, bytes]]:
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
    return zlib.compress(b"a" * size * 100)


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece) + 1)


# fmt: off
_PIECES = [
    "[", "![", "]", "[a](", "[a](<", "*", "_", "**", "*a", "**a", "a**b*", "*_", "`", "`a",
    "\\", "<", "<a", '<a_b="', "<!--", "<?", "<![CDATA[", "<!A", "&", "&amp", "<http:", "<a@",
    ">", "-", "1.", "#", "a|b", "1.\\n", "```", "<div>", "<div_markdown>", "</div>", "{:", "{",
    "}}", "$", "(", ")", '"', "'", "~", "^", "=", "@", "a@", "a.a@", ".a", "1", "1,", "1.1",
    "+3", "AL", "Ana_Hoxha_", "e_", "mos_", "nuk_", "Rruga_", "Foto_nga_", "lindur_",
    "12_vje\xe7_", "never_", "https://a.", "www.", "[a](https://",
]
# fmt: on


def _markdown_bombs(length: int) -> dict[str, str]:
    found = {
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
        "named signs": _repeat("&#x202E;&#97;a&shy;")(length),
        "languages": _repeat("<span lang=en>kjo është ")(length),
        "marked": _repeat("Kjo është një fjali e gjatë.\n{lang=en}\n\n")(length),
        "turned links": _repeat("[a](contact:helpline){href=b} ")(length),
        "third language": _repeat("parla con cui della ")(length),
        "letters apart": _repeat("N D A L ")(length),
        "phonetic": _repeat("tre\u0261o")(length),
        "trackers": _repeat("[a](https://a.al/?utm_a=b&utm_c=d) ")(length),
        "one sentence": _repeat("kjo është një fjali pa fund ")(length),
    }
    return found | lined | apart | words | deep


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
    found = {f"yaml {piece!r}": _repeat(piece)(length) for piece in pieces}
    keys = {
        "yaml keys": "".join(f"k{at}: a\n" for at in range(length // 8)),
        "yaml terms": "terms:\n" + "".join(f"  - id: a{at}\n" for at in range(length // 12)),
        "yaml unknown": "terms:\n" + "".join(f"  - idd{at}: a\n" for at in range(length // 12)),
        "yaml escapes": 'a: "' + "\\u202E\\x61" * (length // 10) + '"\n',
        "yaml twice": "a: b\n" * (length // 5),
        "yaml long": "terms:\n  - id: a\n    name: {sq: " + "a " * (length // 2) + "}\n",
        "yaml laughs": "a: &a [b]\n"
        + "".join(f"k{at}: [*a, *a, *a]\n" for at in range(length // 20)),
    }
    return found | keys


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
        "svg frames": head
        + "<style>a{animation:b .1s}"
        + "@keyframes b{{" * (length // 14)
        + "</style></svg>",
        "svg flashing": head
        + '<animate attributeName="fill" values="'
        + "0;" * (length // 2 - 90)
        + '" dur="1s"/></svg>',
        "svg words": head + "<text>" + "1\n" * (length // 2 - 30) + "</text></svg>",
        "svg texts": head + "<text>116</text>" * (length // 16 - 5) + "</svg>",
        "svg entities": head + "<desc>" + "&#49;" * (length // 5 - 12) + "</desc></svg>",
        "svg path": head + '<path d="' + "M0 0 " * (length // 5) + '"/></svg>',
        "svg broken": "<" * length,
        "svg faults": head + '<a href="javascript:x"/>' * (length // 25) + "</svg>",
    }
