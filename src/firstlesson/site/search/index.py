"""The index of one language, as plain script files that work on a server and on a disk.

`index.js` names the pages and holds what the reader may need first; it says at which stem each
block of postings begins. A query loads the blocks of its words, the words of a letter only where
nothing was found, and a page's text only when the page is shown.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2

from firstlesson.course.model import Course
from firstlesson.site.addresses import HELP, WORRIES, lesson_path, page_path, protocol_path
from firstlesson.site.chrome import help_entry
from firstlesson.site.search.entries import Entry
from firstlesson.site.search.stemming import phrase, stems
from firstlesson.site.search.table import Table, table_of
from firstlesson.site.words import Words

BLOCK = 12_000
"""How many characters of postings stand in one file."""

_TITLE, _KEYWORD, _HEADING, _DESCRIPTION, _TEXT = 20.0, 6.0, 3.0, 3.0, 2.5
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LEVELS = 8
_USUAL = 480
"""How many stems a page of usual length has. A constant: no page's weights rest on other pages."""
_SAID = ("none", "one", "many", "help")


def index_files(found: Sequence[Entry], course: Course, words: Words) -> dict[str, str]:
    """Every file of the index of a language, by its name."""
    table = table_of(words.language)
    written = {one: encoded(pages) for one, pages in _postings(found, table).items()}
    files, names = stem_files(written)
    data: dict[str, object] = {
        f"s{number}": said_of(entry) for number, entry in enumerate(found) if entry.passages
    }
    data["index"] = {
        "table": table.as_data(),
        **names,
        **_pages(found, course),
        **_needs(found, course, words, table),
        "say": {key: words(f"search-{key}") for key in _SAID},
    }
    return {f"{name}.js": script(name, one) for name, one in (files | data).items()}


def stem_files(written: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The files of postings and of words, and what `index.js` says of them."""
    blocks = _blocks(written)
    files = {f"b{number}": " ".join(block) for number, (_, block) in enumerate(blocks)}
    letters = _by_letter(sorted(written))
    files |= {f"w-{letter}": text for letter, text in letters.items()}
    return files, {"blocks": " ".join(first for first, _ in blocks), "letters": " ".join(letters)}


def said_of(entry: Entry) -> list[list[str]]:
    """The text of a page, as it is shown below a hit."""
    return [[one.anchor, one.title, one.text] for one in entry.passages]


def script(name: str, data: object) -> str:
    """One file of the index."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'firstlessonSearch.add("{name}",{text});\n'


def _postings(found: Sequence[Entry], table: Table) -> dict[str, list[tuple[int, int]]]:
    """Stem → pages with the weight that the stem has in each."""
    postings: dict[str, list[tuple[int, int]]] = {}
    for page, entry in enumerate(found):
        for one, level in levels_of(entry, table).items():
            postings.setdefault(one, []).append((page, level))
    return postings


def levels_of(entry: Entry, table: Table) -> dict[str, int]:
    """The stems of one page, each with its weight in steps."""
    text = Counter(s for one in entry.passages for s in stems(one.text, table))
    long = 1.2 * (0.4 + 0.6 * text.total() / _USUAL)
    weight = {one: _TEXT * times / (times + long) for one, times in text.items()}
    for parts, worth in (
        ([entry.title], _TITLE),
        (entry.keywords, _KEYWORD),
        ([one.title for one in entry.passages], _HEADING),
        ([entry.description], _DESCRIPTION),
    ):
        for one in {s for part in parts for s in stems(part, table)}:
            weight[one] = weight.get(one, 0.0) + worth
    return {one: _level(value) for one, value in weight.items()}


def _level(weight: float) -> int:
    """A weight in eight steps, each about one and a half times the one before."""
    return min(_LEVELS - 1, max(0, round(1.6 * log2(weight / 1.2))))


def _blocks(written: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """The stems in order, cut into blocks: each with its first stem."""
    blocks: list[tuple[str, list[str]]] = []
    size = BLOCK
    for stem, pages in sorted(written.items()):
        text = f"{stem} {pages}"
        if size + len(text) > BLOCK:
            blocks.append((stem, []))
            size = 0
        blocks[-1][1].append(text)
        size += len(text) + 1
    return blocks


def encoded(pages: Iterable[tuple[int, int]]) -> str:
    """Gaps between page numbers and weights, six bits a sign, the sixth for "there is more"."""
    signs, before = [], -1
    for page, level in pages:
        number = (page - before - 1) * _LEVELS + level
        before = page
        while number > 31:
            signs.append(_DIGITS[32 + number % 32])
            number //= 32
        signs.append(_DIGITS[number])
    return "".join(signs)


def decoded(signs: str) -> list[tuple[int, int]]:
    """The pages and weights that `encoded` wrote."""
    pages: list[tuple[int, int]] = []
    number, worth, before = 0, 1, -1
    for sign in signs:
        digit = _DIGITS.index(sign)
        number += digit % 32 * worth
        worth *= 32
        if digit < 32:
            before += number // _LEVELS + 1
            pages.append((before, number % _LEVELS))
            number, worth = 0, 1
    return pages


def _by_letter(stems: Iterable[str]) -> dict[str, str]:
    """All stems by their first letter, to look for those that are nearly right."""
    letters: dict[str, list[str]] = {}
    for stem in stems:
        if "a" <= stem[0] <= "z":
            letters.setdefault(stem[0], []).append(stem)
    return {letter: " ".join(those) for letter, those in letters.items()}


def _pages(found: Sequence[Entry], course: Course) -> dict[str, object]:
    """Titles and labels stand once; a page is its path and three numbers."""
    titles = list(dict.fromkeys(entry.title for entry in found))
    labels = list(dict.fromkeys(entry.label for entry in found))
    audiences = ["", *course.audiences]
    title = {text: number for number, text in enumerate(titles)}
    return {
        "titles": titles,
        "labels": labels,
        "audiences": audiences,
        "minors": [one.id for one in course.audiences.values() if one.minor],
        "paths": " ".join(entry.path for entry in found),
        "of": [
            [title[entry.title] for entry in found],
            [labels.index(entry.label) for entry in found],
            [audiences.index(entry.audience) for entry in found],
        ],
    }


def _needs(found: Sequence[Entry], course: Course, words: Words, table: Table) -> dict[str, object]:
    """What a reader in need types, and the help that comes first."""
    language = words.language
    others = [one for one in course.languages if one != language]  # whoever is afraid mixes them
    numbers = {entry.path: number for number, entry in enumerate(found)}
    shown = [help_entry(one, words) for one in course.contacts.values()]
    contacts = list(course.contacts)
    needs = []
    for need in course.needs.values():
        lessons = [course.lessons[one] for one in need.lessons if one in course.lessons]
        see = [[lesson_path(one, edition) for edition in one.editions] for one in lessons]
        see += (
            [[WORRIES]] if need.worry else []
        )  # a page for adults: no edition for children shows it
        see += [
            [protocol_path(course.protocols[one])]
            for one in need.protocols
            if one in course.protocols
        ]
        see += [[page_path(one)] for one in need.pages]
        needs.append(
            [
                need.id,
                need.name[language],
                need.text[language],
                [contacts.index(one) for one in need.help],
                [there for one in see if (there := [numbers[p] for p in one if p in numbers])],
                _phrases(need.words[language], table),
                _phrases([one for other in others for one in need.words[other]], table),
            ]
        )
    return {
        "needs": needs,
        "contacts": [_contact(one) for one in shown],
    }


def _phrases(typed: Iterable[str], table: Table) -> list[str]:
    phrases = dict.fromkeys(" ".join(phrase(one, table)) for one in typed)
    return [one for one in phrases if one]


def _contact(one: Mapping[str, object]) -> list[object]:
    """Name, what to tap, where it leads; 0 for a telephone, 1 for the web, 2 for our own page."""
    if not one["href"]:  # only the organisation knows the number, so its place is on our page
        return [one["name"], "", f"{HELP}.html#{one['id']}", 2]
    return [one["name"], one["shown"], one["href"], int(bool(one["web"]))]
