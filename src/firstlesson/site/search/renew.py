"""The index after some pages changed: what they say more or less, and nothing else, is written anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from firstlesson.site.search.entries import Entry
from firstlesson.site.search.index import decoded, encoded, levels_of, said_of, script, stem_files
from firstlesson.site.search.table import table_of


class OtherPagesError(Exception):
    """These pages do not stand in the index, or another text of theirs than is said."""


def renewed_files(
    read: Callable[[str], str], before: Sequence[Entry], after: Sequence[Entry], language: str
) -> dict[str, str | None]:
    """The files that differ once `after` stands in place of `before`; nothing for one that goes.

    `read` gives a file of the index by its name. What `index_files` would make is the same.
    """
    table = table_of(language)
    index = _data(read("index.js"))
    numbers = {path: number for number, path in enumerate(index["paths"].split(" "))}
    if [one.path for one in before] != [one.path for one in after] or any(
        one.path not in numbers for one in after
    ):
        raise OtherPagesError
    old = {f"b{number}": _data(read(f"b{number}.js")) for number in range(_number(index["blocks"]))}
    old |= {f"w-{letter}": _data(read(f"w-{letter}.js")) for letter in index["letters"].split()}
    written = _written(text for name, text in old.items() if name.startswith("b"))
    for was, is_ in zip(before, after, strict=True):
        _change(written, numbers[is_.path], levels_of(was, table), levels_of(is_, table))
    files, names = stem_files(written)
    found: dict[str, str | None] = {f"{name}.js": None for name in old if name not in files}
    found |= {
        f"{name}.js": script(name, one) for name, one in files.items() if old.get(name) != one
    }
    if any(index[key] != one for key, one in names.items()):
        found["index.js"] = script("index", {**index, **names})
    for was, is_ in zip(before, after, strict=True):
        if was.passages != is_.passages:
            name = f"s{numbers[is_.path]}"
            found[f"{name}.js"] = script(name, said_of(is_)) if is_.passages else None
    return found


def _data(text: str) -> Any:  # noqa: ANN401  # JSON
    """What `script` wrote."""
    start = text.index(",") + 1
    return json.loads(text[start : text.rindex(");")])


def _number(firsts: str) -> int:
    return len(firsts.split())


def _written(blocks: Any) -> dict[str, str]:  # noqa: ANN401  # texts of JSON
    """The stems of some blocks, each with its pages as they are written."""
    written: dict[str, str] = {}
    for block in blocks:
        parts = block.split(" ")
        written.update(zip(parts[::2], parts[1::2], strict=True))
    return written


def _change(
    written: dict[str, str], page: int, before: dict[str, int], after: dict[str, int]
) -> None:
    """Takes a page's old weights off, and puts its new ones in."""
    for stem in before.keys() | after.keys():
        if before.get(stem) == after.get(stem):
            continue
        pages = dict(decoded(written.get(stem, "")))
        if pages.pop(page, None) != before.get(stem):
            raise OtherPagesError
        if stem in after:
            pages[page] = after[stem]
        if pages:
            written[stem] = encoded(sorted(pages.items()))
        else:
            written.pop(stem, None)
