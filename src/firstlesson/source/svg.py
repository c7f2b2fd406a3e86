"""SVG files judged before anybody shows them: a picture, and nothing that acts, asks or hides.

expat reads them, told never to take a document type in: so there are no entities to expand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.parsers import expat

from firstlesson.source.addresses import dangerous, runs
from firstlesson.source.markdown import Passage
from firstlesson.source.svg_flashing import flashes, flashes_by_style, looks_by_name
from firstlesson.span import Lines, Span

MAX_DEPTH = 64
MAX_ELEMENTS = 20_000
MAX_DRAWN = 100_000
"""How many elements may be drawn once every `use` is followed."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_EDITORS = re.compile(  # what drawing programs note for themselves; no browser looks at it
    r"http://(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|purl\.org/dc|creativecommons\.org|"
    r"web\.resource\.org/cc|ns\.adobe\.com|www\.w3\.org/1999/02/22-rdf-syntax-ns|"
    r"www\.bohemiancoding\.com|www\.serif\.com|vectornator|schemas\.microsoft\.com/visio)|"
    r"https?://(?:www\.)?(?:figma|sketch|boxy-svg|serif|vectornator)\.|"
    r"https://boxy-svg\.com|http://www\.w3\.org/2000/xmlns"
)
_ELEMENTS = frozenset(
    """
    svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use
    symbol marker clipPath mask pattern linearGradient radialGradient stop filter switch style view
    metadata a feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """.split()  # noqa: SIM905  # a list that one can read
)
_MOVING = frozenset(
    {"animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath"}
)
_ACTS = re.compile(r"(?i)\s*(?:on|(?:\w+:)?(?:href|src|base)\s*$)")
"""What an animation could set so that the picture acts or leads elsewhere."""
_URL = re.compile(r"(?i)url\(\s*(?!['\"]?\s*#)[^)]*\)?")
_IN_STYLE = re.compile(
    r"(?i)@import|@font-face|@namespace|expression\s*\(|-moz-binding|behavior\s*:|image-set|"
    r"image\(|javascript:|</"
)
_MOVING_STYLE = re.compile(r"(?i)@keyframes|animation(?:-name)?\s*:|transition\s*:")
_HOME = re.compile(r"(?i)(?:[a-z]:\\|/)(?:users|home|documents and settings)[\\/][^\\/\"]+")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PLACES = frozenset(
    """
    coverage spatial location city country state province sublocation gpslatitude gpslongitude
    latitude longitude lat long countryname provincestate locationcreated gpsposition
    """.split()  # noqa: SIM905  # a list that one can read
)
"""What programs call the place of a picture, in small letters."""
_SAID = frozenset({"text", "title", "desc"})
"""What a reader sees or hears of a picture, with all that stands inside."""
_WORD_OR_SPACE = re.compile(r"\s+|\S+")
_MOST_SAID = 200
_FAR = 4000
"""Further along a line nobody counts characters."""
_PERSON = ("creator", "publisher", "contributor", "rights")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a picture that a check has to judge."""

    name: str
    """`active`, `outside`, `doctype`, `embedded`, `moving`, `broken`, `place`, `person` …"""
    at: Span
    detail: str = ""


class _StopError(Exception):
    """Reading on makes no sense."""


def judge_svg(path: str, text: str) -> tuple[tuple[Fault, ...], tuple[Passage, ...]]:
    """Everything in an SVG file that is more than a picture, and the words that it shows."""
    reader = _Reader(path, text)
    reader.read()
    reader.judge_movement()
    told: dict[tuple[str, int, str], Fault] = {}
    for fault in reader.faults:
        if len(told) < 50:
            told.setdefault((fault.name, fault.at.line, fault.detail), fault)
    return tuple(told.values()), tuple(reader.passages())


class _Reader:
    def __init__(self, path: str, text: str) -> None:
        self.lines = Lines(path, text)
        self.source = text.encode()
        self.faults: list[Fault] = []
        self.parents: list[str] = []
        self.count = 0
        self.ids: list[str] = []
        self.sizes: dict[str, int] = {}
        self.uses: dict[str, list[str]] = {"": []}
        self.owners: list[str] = [""]
        self.text: list[str] = []
        self.said: list[list[tuple[str, int]]] = []
        self.moving: list[tuple[str, Fault]] = []
        """Styles that move something, and what to say of them if it does not flash."""
        self.parser = expat.ParserCreate("utf-8", namespace_separator="\n")

    def read(self) -> None:
        parser = self.parser
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._comment
        try:
            parser.Parse(self.source, True)  # expat's signature
        except _StopError:
            return
        except expat.ExpatError as error:
            at = Span(
                self.lines.path,
                max(error.lineno, 1),
                error.offset + 1,
                max(error.lineno, 1),
                error.offset + 1,
            )
            self.faults.append(Fault("broken", at, expat.errors.messages.get(error.code, "")))
            return
        except (RecursionError, ValueError):
            self._say("broken", "")
            return
        self._draw()

    def _place(self, needle: str = "") -> Span:
        """The line of the element that is read; where a text of it is given, its place."""
        before = self.source[: max(self.parser.CurrentByteIndex, 0)].decode("utf-8", "ignore")
        start = len(before)
        if needle:
            end = self.lines.text.find(">", start)
            found = self.lines.text.find(needle, start, end if end > 0 else None)
            if found >= 0:
                return self.lines.span(found, found + len(needle))
        return self.lines.span(start, min(start + 1, len(self.lines.text)))

    def _say(self, name: str, detail: str, needle: str = "") -> None:
        if len(self.faults) < _MOST_SAID:
            self.faults.append(Fault(name, self._place(needle), detail))

    def _declaration(self, _: str, encoding: str | None, __: int) -> None:
        """Browsers read a picture in the encoding that it claims, not in the one it was judged in."""
        if encoding and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            self._say("broken", f"encoding {encoding}", encoding)
            raise _StopError

    def _doctype(self, *_: object) -> None:
        self._say("doctype", "DOCTYPE")
        raise _StopError

    def _instruction(self, target: str, _: str) -> None:
        self._say("outside" if target == "xml-stylesheet" else "doctype", f"<?{target}")

    def _comment(self, data: str) -> None:
        """Notes of whoever drew it: nobody sees them on the page, but they travel with the file."""
        if _MAIL.search(data) or _HOME.search(data):
            self._say("person", "<!--", "<!--")

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, name = full.rpartition("\n")
        self.count += 1
        self.parents.append(name)
        if len(self.parents) > MAX_DEPTH or self.count > MAX_ELEMENTS:
            self._say("tangled", "")
            raise _StopError
        if self.count == 1 and full != f"{_SVG}\nsvg":
            self._say("broken", "xmlns")
            raise _StopError
        self.text = []
        self._say_words(space, name, attributes)
        self._element(space, name, attributes)
        self._attributes(space, name, attributes)
        self._note_use(name, attributes)

    def _element(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space != _SVG:
            if not _EDITORS.match(space):
                self._say("active", f"<{name}>")
        elif name in _MOVING:
            if not _ACTS.match(attributes.get("attributeName", "")):
                self._say("flashing" if flashes(attributes) else "moving", f"<{name}>")
        elif name in ("image", "feImage"):
            self._say("embedded", f"<{name}>")
        elif name not in _ELEMENTS:
            self._say("active", f"<{name}>")

    def _say_words(self, space: str, name: str, attributes: dict[str, str]) -> None:
        """Begins a new run of words, or parts one where its next words stand elsewhere."""
        inside = not _SAID.isdisjoint(self.parents[:-1])
        at = self.parser.CurrentByteIndex
        if space == _SVG and (label := attributes.get("aria-label", "")):
            self.said.insert(len(self.said) - inside, [(label, at)])
        if name in _SAID and not inside:
            self.said.append([])
        elif inside and self.said and not {"x", "y", "dy"}.isdisjoint(attributes):
            self.said[-1].append((" ", at))

    def passages(self) -> Iterator[Passage]:
        """The words of the picture, white space as it is shown; those of one `text` stand together."""
        begins = [0, *(match.end() for match in re.finditer(b"\n", self.source))]
        for pieces in self.said:
            words: list[str] = []
            starts: list[tuple[int, int, int]] = []
            length, spaced = 0, True
            for piece, at in pieces:
                line = bisect_right(begins, at)
                before = self.source[max(begins[line - 1], at - _FAR) : at]
                column = len(before.decode("utf-8", "ignore")) + 1
                for match in _WORD_OR_SPACE.finditer(piece):
                    word = " " if match[0].isspace() else match[0]
                    if spaced and word == " ":
                        continue
                    place = (length, line, column + match.start())
                    if not starts or not _goes_on(starts[-1], place):
                        starts.append(place)
                    words.append(word)
                    length, spaced = length + len(word), word == " "
            if words:
                yield Passage("drawn", "".join(words), tuple(starts), self.lines.path)

    def _attributes(self, space: str, name: str, attributes: dict[str, str]) -> None:
        for full, value in attributes.items():
            attribute_space, _, attribute = full.rpartition("\n")
            lowered = attribute.lower()
            if attribute_space not in ("", _SVG, _XLINK, _XML) and lowered in _PLACES:
                self._say("place", attribute, attribute)
            if attribute_space and _EDITORS.match(attribute_space):
                if _HOME.search(value):
                    self._say("person", attribute, attribute)
                continue
            if space != _SVG and _EDITORS.match(space):
                continue
            if lowered.startswith("on") or (attribute == "attributeName" and _ACTS.match(value)):
                self._say("active", f"{attribute}=", attribute)
            elif lowered in ("href", "src") or (attribute_space == _XLINK and lowered == "href"):
                self._href(name, attribute, value)
            elif attribute_space == _XML and lowered == "base":
                self._say("outside", "xml:base", "xml:base")
            elif runs(value):
                self._say("active", attribute, attribute)
            elif _URL.search(_unescaped(value)) or (
                lowered == "style" and _IN_STYLE.search(_unescaped(value))
            ):
                self._say("outside", attribute, attribute)
            elif lowered == "style":
                self._note_movement(_unescaped(value), attribute, attribute)

    def _href(self, name: str, attribute: str, value: str) -> None:
        if name in ("image", "feImage") or value.strip().startswith("#"):
            return
        if dangerous(value):
            self._say("active", f"{attribute}=", attribute)
        else:
            self._say("outside", f"{attribute}=", attribute)

    def _characters(self, data: str) -> None:
        if self.said and not _SAID.isdisjoint(self.parents) and "metadata" not in self.parents:
            self.said[-1].append((data, self.parser.CurrentByteIndex))
        if self.parents and (
            self.parents[-1] in ("style", *_PERSON, "Agent", "title", "li")
            or "metadata" in self.parents
        ):
            self.text.append(data)

    def _end(self, full: str) -> None:
        space, _, name = full.rpartition("\n")
        text = "".join(self.text)
        if name == "style" and space == _SVG:
            self._style(text)
        inside = set(self.parents)
        if text.strip() and inside & {"creator", "publisher", "contributor"}:
            self._say("person", next(one for one in _PERSON if one in inside))
        place = next((one for one in self.parents if one.lower() in _PLACES), "")
        if text.strip() and "metadata" in inside and place:
            self._say("place", place)
        self.text = []
        self.parents.pop()
        self.owners.pop()

    def _style(self, css: str) -> None:
        plain = _unescaped(css)
        if found := _URL.search(plain) or _IN_STYLE.search(plain):
            self._say("outside", f"<style> {found[0][:20]}")
        self._note_movement(plain, "<style>")

    def _note_movement(self, css: str, detail: str, needle: str = "") -> None:
        if len(self.moving) < _MOST_SAID and _MOVING_STYLE.search(css):
            self.moving.append((css, Fault("moving", self._place(needle), detail)))

    def judge_movement(self) -> None:
        """Once all is read: the key frames of one element may stand in a style further down."""
        looks = looks_by_name("\n".join(css for css, _ in self.moving))
        self.faults.extend(
            replace(fault, name="flashing") if flashes_by_style(css, looks) else fault
            for css, fault in self.moving
        )

    def _note_use(self, name: str, attributes: dict[str, str]) -> None:
        """Counts what each named element holds, and which others it draws again."""
        own = attributes.get("id", "")
        owner = own or self.owners[-1]
        self.owners.append(owner)
        if own and own not in self.uses:
            self.uses[own] = []
            if self.owners[-2] != own:
                self.uses[self.owners[-2]].append(own)
        self.sizes[owner] = self.sizes.get(owner, 0) + 1
        href = attributes.get("href") or attributes.get(f"{_XLINK}\nhref", "")
        if name == "use" and href.strip().startswith("#"):
            self.uses.setdefault(owner, []).append(href.strip()[1:])

    def _draw(self) -> None:
        """Follows every `use`: some lines can ask for billions of elements."""
        drawn: dict[str, int] = {}
        waiting: list[tuple[str, bool]] = [("", False)]
        open_now: set[str] = set()
        while waiting:
            name, done = waiting.pop()
            if done:
                open_now.discard(name)
                total = self.sizes.get(name, 1) + sum(
                    drawn.get(one, 0) for one in self.uses.get(name, ())
                )
                drawn[name] = min(total, MAX_DRAWN + 1)
            elif name not in drawn:
                if name in open_now:
                    self.faults.append(Fault("tangled", Span.of_file(self.lines.path), f"#{name}"))
                    return
                open_now.add(name)
                waiting.append((name, True))
                for one in dict.fromkeys(self.uses.get(name, ())):
                    if one in open_now:
                        self.faults.append(
                            Fault("tangled", Span.of_file(self.lines.path), f"#{one}")
                        )
                        return
                    if one not in drawn:
                        waiting.append((one, False))
        if drawn.get("", 0) > MAX_DRAWN:
            self.faults.append(Fault("tangled", Span.of_file(self.lines.path), "use"))


def _goes_on(last: tuple[int, int, int], place: tuple[int, int, int]) -> bool:
    return last[1] == place[1] and last[2] - last[0] == place[2] - place[0]


def _unescaped(css: str) -> str:
    """CSS without its escapes and comments, behind which a word can hide."""
    plain = re.sub(r"/\*.*?(?:\*/|\Z)", "", css, flags=re.DOTALL)
    return re.sub(
        r"\\([0-9a-fA-F]{1,6})\s?|\\(.)",
        lambda match: chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else match[2],
        plain,
    )
