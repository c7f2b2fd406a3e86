"""YAML read as text: plain data, and the exact place of every key and value.

Plain `safe_load` turns `0112` into 74 and `no` into False. Here a scalar stays what the author
typed, and the schema says what it means. Anchors, aliases, tags, merge keys and several documents
in one file are refused, a key that stands twice is reported, and the nesting has a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from firstlesson.diagnostics import Diagnostic, Text
from firstlesson.source.faults import (
    BROKEN_YAML,
    CUT_BY_COMMENT,
    DUPLICATE_KEY,
    TOO_COMPLEX,
    YAML_FEATURE,
)
from firstlesson.source.limits import MAX_TEXT, too_long_text
from firstlesson.source.yaml_slips import CUT_OFF, QUOTE_OR_BLANK, cuts_in, slip_near
from firstlesson.span import Lines, Span

Route: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = "str | list[Data] | dict[str, Data]"

MAX_DEPTH = 20
MAX_NODES = 20_000
"""How many keys and values one file may hold: the largest of ours has some two thousand."""
MAX_FAULTS = 200
"""How many faults of one file are told before reading on makes no sense."""
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the fast one where it was compiled


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """One YAML file: its data as dictionaries, lists and texts, and where they stand."""

    path: str
    text: str
    data: Data
    values: Mapping[Route, Span]
    keys: Mapping[Route, Span]

    def span(self, *route: str | int) -> Span:
        """Where a value stands; the nearest place above it where it is missing."""
        while route and route not in self.values:
            route = route[:-1]
        return self.values.get(route, Span.of_file(self.path))

    def key_span(self, *route: str | int) -> Span:
        """Where a key stands; its value where it has no key of its own, as in a list."""
        return self.keys.get(route) or self.span(*route)


_Offsets: TypeAlias = dict[Route, tuple[int, int]]


_Node: TypeAlias = tuple[int, str | int, int, int, tuple[int, int] | None]
"""The number of the mapping or list that holds a value, or -1; its key or number there; where it
stands; where its key stands."""


class _Nodes:
    """All values of a file; what leads to each is worked out when somebody asks, since few ever do."""

    def __init__(self) -> None:
        self.all: list[_Node] = []
        self.ends: dict[int, int] = {}
        """Where mappings and lists end, by their number."""
        self.twice: set[int] = set()
        """Those whose key stands there already."""

    @cached_property
    def offsets(self) -> tuple[_Offsets, _Offsets]:
        """From which offset up to which the values and the keys stand."""
        routes: list[Route] = []
        values: _Offsets = {}
        keys: _Offsets = {}
        for number, (above, part, start, end, key_at) in enumerate(self.all):
            route: Route = () if above < 0 else (*routes[above], part)
            if number in self.twice:
                route = (*route, "<twice>")
            elif key_at is not None:
                keys[route] = key_at
            routes.append(route)
            values[route] = (start, self.ends.get(number, end))
        return values, keys

    def key_at(self, above: int, key: str) -> tuple[int, int]:
        """Where a key stands first in a mapping."""
        return next(at for one, part, _, _, at in self.all if one == above and part == key and at)


class _Places(Mapping[Route, Span]):
    """Where values or keys stand; a place is worked out when it is asked for."""

    __slots__ = ("_lines", "_nodes", "_which")

    def __init__(self, lines: Lines, nodes: _Nodes, which: int) -> None:
        self._lines, self._nodes, self._which = lines, nodes, which

    def __getitem__(self, route: Route) -> Span:
        return _place(self._lines, *self._nodes.offsets[self._which][route])

    def __contains__(self, route: object) -> bool:
        return route in self._nodes.offsets[self._which]

    def __iter__(self) -> Iterator[Route]:
        return iter(self._nodes.offsets[self._which])

    def __len__(self) -> int:
        return len(self._nodes.offsets[self._which])


def _place(lines: Lines, start: int, end: int) -> Span:
    """A span without the white space that the parser counts to a block."""
    return lines.span(start, start + len(lines.text[start:end].rstrip()))


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    data: list[Data] | dict[str, Data]
    number: int
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)


def read_yaml(
    path: str, text: str, *, longest: int = MAX_TEXT
) -> tuple[YamlDocument, list[Diagnostic]]:
    """Reads one file; what cannot be used is left out and reported.

    `longest` is how many characters one value may have.
    """
    return _Reader(path, text, longest).read()


class _Reader:
    """Builds the data from the parser's events, without recursion."""

    def __init__(self, path: str, text: str, longest: int) -> None:
        self.longest = longest
        self.lines = Lines(path, text)
        self.nodes = _Nodes()
        self.found: list[Diagnostic] = []
        self.open: list[_Open] = []
        self.root: Data = {}
        self.documents = 0

    def read(self) -> tuple[YamlDocument, list[Diagnostic]]:
        try:
            self._take_all()
        except yaml.MarkedYAMLError as error:
            self.found.append(self._broken(error))
        except yaml.reader.ReaderError as error:
            bad = error.character if isinstance(error.character, str) else chr(error.character)
            position = max(self.lines.text.find(bad), 0)  # `error.position` counts bytes in C
            at = self.lines.span(position, position + 1)
            self.found.append(Diagnostic(BROKEN_YAML, at, _bad_character(error.character)))
        if signs := list(cuts_in(self.lines.text)):
            ends = {end for _, _, _, end, _ in self.nodes.all}
            self.found.extend(self._cut_by_comment(at) for end, at in signs if end in ends)
        values, keys = (_Places(self.lines, self.nodes, which) for which in range(2))
        document = YamlDocument(self.lines.path, self.lines.text, self.root, values, keys)
        return document, self.found

    def _cut_by_comment(self, at: int) -> Diagnostic:
        return Diagnostic(CUT_BY_COMMENT, self.lines.span(at, at + 1), CUT_OFF, QUOTE_OR_BLANK)

    def _take_all(self) -> None:
        loader = _Loader(self.lines.text)
        get_event: Callable[[], Any] = loader.get_event  # two parsers, two types of marks
        nodes, found = self.nodes.all, self.found
        try:
            while (event := get_event()) is not None:
                kind = type(event)
                if (
                    kind is yaml.ScalarEvent
                    and event.anchor is event.tag is None
                    and len(event.value) <= self.longest
                ):
                    self._add(event.value, event.start_mark.index, event.end_mark.index)
                elif not self._take(event):
                    break
                if len(nodes) > MAX_NODES or len(found) > MAX_FAULTS:
                    at = _place(self.lines, event.start_mark.index, event.end_mark.index)
                    self.found.append(Diagnostic(TOO_COMPLEX, at, _TOO_MANY))
                    break
        finally:
            loader.dispose()

    def _take(self, event: Any) -> bool:  # noqa: ANN401  # two parsers, two types of marks
        """Takes one event in; False where reading on makes no sense."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_extras(event)
            start, end = event.start_mark.index, event.end_mark.index
            if len(event.value) > self.longest:
                said, hint = too_long_text(len(event.value))
                self.found.append(
                    Diagnostic(TOO_COMPLEX, _place(self.lines, start, end), said, hint)
                )
            self._add(event.value[: self.longest], start, end)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_extras(event)
            if len(self.open) >= MAX_DEPTH:
                self._refuse(event, _TOO_DEEP)
                return False
            return self._begin(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.nodes.ends[self.open.pop().number] = event.end_mark.index
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, _ONE_DOCUMENT)
                return False
        elif kind is yaml.AliasEvent:
            self._refuse(event, _NO_ALIAS)
            self._add("", event.start_mark.index, event.end_mark.index)
        return kind is not yaml.StreamEndEvent

    def _begin(self, event: Any) -> bool:  # noqa: ANN401  # as above
        data: list[Data] | dict[str, Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
        top = self.open[-1] if self.open else None
        if top is not None and isinstance(top.data, dict) and top.key is None:
            self._refuse(event, _PLAIN_KEY)
            return False
        self._add(data, event.start_mark.index, event.end_mark.index)
        self.open.append(_Open(data, len(self.nodes.all) - 1))
        return True

    def _add(self, value: Data, start: int, end: int) -> None:
        """Puts a value where the parser stands, or takes it as the next key."""
        if not self.open:
            self.root = value
            self.nodes.all.append((-1, "", start, end, None))
            return
        top = self.open[-1]
        if isinstance(top.data, list):
            self.nodes.all.append((top.number, len(top.data), start, end, None))
            top.data.append(value)
        elif top.key is None:
            top.key, top.key_at = str(value), (start, end)
            if top.key in top.data:
                at = _place(self.lines, start, end)
                first = _place(self.lines, *self.nodes.key_at(top.number, top.key))
                self.found.append(_twice(top.key, at, first))
            elif top.key == "<<":
                at = _place(self.lines, start, end)
                self.found.append(Diagnostic(YAML_FEATURE, at, _NO_ALIAS))
        else:
            if top.key not in top.data:  # of two equal keys the first one counts
                top.data[top.key] = value
            else:
                self.nodes.twice.add(len(self.nodes.all))
            self.nodes.all.append((top.number, top.key, start, end, top.key_at))
            top.key = None

    def _refuse_extras(self, event: Any) -> None:  # noqa: ANN401  # as above
        if event.anchor is not None:
            self._refuse(event, _NO_ALIAS)
        if event.tag is not None:
            self._refuse(event, _NO_TAG)

    def _refuse(self, event: Any, message: Text) -> None:  # noqa: ANN401  # as above
        at = _place(self.lines, event.start_mark.index, event.end_mark.index)
        self.found.append(Diagnostic(YAML_FEATURE, at, message))

    def _broken(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        mark = error.problem_mark or error.context_mark
        index = min(mark.index, len(self.lines.text)) if mark else 0
        at = self.lines.span(index, index)
        rows = self.lines.text.split("\n")
        if slip := slip_near(rows, at.line):
            at = Span(at.path, slip.line, slip.start + 1, slip.line, slip.end + 1)
            return Diagnostic(BROKEN_YAML, at, slip.message, slip.hint)
        problem = str(error.problem or error.context or "")
        for words, message, hint in _EXPLAINED:
            if words in problem:
                return Diagnostic(BROKEN_YAML, at, message, hint)
        return Diagnostic(BROKEN_YAML, at, _NOT_YAML, _LOOK_AROUND)


def _twice(key: str, at: Span, first: Span) -> Diagnostic:
    said = Text(sq=f"çelësi `{key}` shkruhet dy herë", en=f"the key `{key}` is written twice")
    hint = Text(
        sq=f"hiqni njërin; i pari është në rreshtin {first.line}",
        en=f"remove one of them; the first is on line {first.line}",
    )
    return Diagnostic(DUPLICATE_KEY, at, said, hint, related=(first,))


def _bad_character(character: object) -> Text:
    number = ord(character) if isinstance(character, str) else character
    shown = f"U+{number:04X}" if isinstance(number, int) else "?"
    return Text(
        sq=f"këtu ka një shenjë të padukshme që nuk lejohet ({shown})",
        en=f"there is an invisible character here that is not allowed ({shown})",
    )


_ONE_DOCUMENT = Text(
    sq="`---` fillon një dokument të dytë; një skedar mban vetëm një",
    en="`---` begins a second document; one file holds only one",
)
_NO_ALIAS = Text(
    sq="`&`, `*` dhe `<<` nuk përdoren: shkruajeni tekstin edhe këtu",
    en="`&`, `*` and `<<` are not used: write the text out here too",
)
_NO_TAG = Text(
    sq="`!` në fillim nuk përdoret: vendoseni tekstin në thonjëza",
    en="`!` at the start is not used: put the text in quotes",
)
_TOO_DEEP = Text(
    sq=f"më shumë se {MAX_DEPTH} shkallë brenda njëra-tjetrës",
    en=f"more than {MAX_DEPTH} levels inside one another",
)
_TOO_MANY = Text(
    sq=f"më shumë se {MAX_NODES} çelësa dhe vlera në një skedar",
    en=f"more than {MAX_NODES} keys and values in one file",
)
_PLAIN_KEY = Text(
    sq="një çelës duhet të jetë një fjalë e thjeshtë", en="a key must be a plain word"
)
_NOT_YAML = Text(
    sq="këtu skedari nuk lexohet dot si YAML", en="the file cannot be read as YAML here"
)
_LOOK_AROUND = Text(
    sq="shihni këtë rresht dhe atë para tij: hapësirat në fillim, thonjëzat dhe dy pikat",
    en="look at this line and the one before: spaces at the start, quotation marks and colons",
)
_QUOTE_IT = Text(
    sq='vendoseni tekstin në thonjëza: `sq: "Siguria: hapi 1"`',
    en='put the text in quotation marks: `en: "Safety: step 1"`',
)
_EXPLAINED = (
    (
        "mapping values are not allowed",
        Text(
            sq="një tekst me dy pika (`: `) duhet vënë në thonjëza",
            en="a text with a colon (`: `) must stand in quotation marks",
        ),
        _QUOTE_IT,
    ),
    (
        "found character '\\t'",
        Text(sq="tabulimi nuk lejohet në YAML", en="a tab is not allowed in YAML"),
        Text(sq="përdorni hapësira", en="use spaces"),
    ),
    (
        "found character that cannot start any token",
        Text(
            sq="kjo shenjë nuk mund të jetë në fillim (ndoshta një tabulim, `@` ose `%`)",
            en="this character cannot stand at the start (perhaps a tab, `@` or `%`)",
        ),
        Text(
            sq="përdorni hapësira në vend të tabulimit, ose vendoseni tekstin në thonjëza",
            en="use spaces instead of a tab, or put the text in quotation marks",
        ),
    ),
    (
        "found unexpected end of stream",
        Text(sq="një thonjëz nuk mbyllet", en="a quotation mark is never closed"),
        Text(sq="shtoni thonjëzën që mungon", en="add the missing quotation mark"),
    ),
    (
        "could not find expected ':'",
        Text(sq="këtij çelësi i mungojnë dy pikat", en="this key lacks its colon"),
        Text(sq="shkruajeni si `çelësi: vlera`", en="write it as `key: value`"),
    ),
    (
        "did not find expected key",
        Text(
            sq="rreshti nuk përputhet me çelësat para tij",
            en="the line does not fit the keys before it",
        ),
        _LOOK_AROUND,
    ),
)
