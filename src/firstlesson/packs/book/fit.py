"""What a page says, without what only a screen can do: no form, no script, nothing folded away.

A question becomes a list with boxes to tick, a menu becomes a gap to fill, answers that a reader may
see stand together behind their quiz, what was folded stands open. A link to a page outside the book
becomes its words.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from firstlesson.packs.book.tree import add_text, classes, text_of

PAGE, MEDIA = "page:", "media:"
"""How links to the book's own pages, and its pictures, are written: with their path in the site."""

BOX, GAP = "☐", "…………………"
_ON_SCREEN_ONLY = frozenset(
    ["fl-flow", "fl-hidden", "fl-my-role", "fl-progress", "fl-save", "fl-screen"]
)
_DROPPED = frozenset(["button", "form", "input", "script", "select", "style", "svg", "textarea"])
_KEPT = ("id", "class", "lang", "alt", "colspan", "rowspan", "scope", "start")
_OUTSIDE = ("https:", "tel:", "mailto:", "sms:")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOTHING_ALONE = frozenset(["div", "li", "ol", "p", "section", "ul"])

_Piece = Element | str


def fitted(main: Element, path: str, known: frozenset[str]) -> Element:
    """The content of the page at `path`; `known` are the paths of the book's pages."""
    fitting = _Fitting(path, known)
    article = Element("section")
    fitting.fill(article, main)
    _mend_levels(article)
    return article


class _Fitting:
    """One page on its way; it holds the answers of the quiz it is in."""

    def __init__(self, path: str, known: frozenset[str]) -> None:
        self._folder = posixpath.dirname(path)
        self._path = path
        self._known = known
        self._answers: list[Element] = []

    def fill(self, target: Element, source: Element) -> Element:
        """Puts all that remains of `source` into `target`."""
        add_text(target, source.text)
        for child in source:
            for piece in self._pieces(child):
                if isinstance(piece, str):
                    add_text(target, piece)
                else:
                    target.append(piece)
            add_text(target, child.tail)
        return target

    def _pieces(self, element: Element) -> Iterator[_Piece]:
        of, tag = classes(element), element.tag
        if "hidden" in element.attrib or of & _ON_SCREEN_ONLY or self._only_leads_away(element):
            return
        special = self._special(of, tag)
        if special:
            yield from special(element)
        elif tag not in _DROPPED:
            made = self.fill(self._same(element, tag), element)
            if tag not in _NOTHING_ALONE or text_of(made) or made.find(".//img") is not None:
                yield made

    def _special(
        self, of: frozenset[str], tag: str
    ) -> Callable[[Element], Iterator[_Piece]] | None:
        if "fl-quiz" in of:
            return self._quiz
        if "fl-put" in of:
            return self._gaps
        if "fl-answers" in of:
            return self._answer
        if "fl-tick" in of:
            return self._tick
        by_tag = {
            "a": self._link,
            "details": self._open,
            "fieldset": self._options,
            "img": self._picture,
            "label": self._inside,
            "select": self._gap,
        }
        return by_tag.get(tag)

    def _same(self, element: Element, tag: str) -> Element:
        return Element(tag, {key: element.attrib[key] for key in _KEPT if key in element.attrib})

    def _inside(self, element: Element) -> Iterator[_Piece]:
        """Only what an element holds."""
        held = self.fill(Element("span"), element)
        if held.text:
            yield held.text
        for child in held:
            tail, child.tail = child.tail, None
            yield child
            if tail:
                yield tail

    def _link(self, element: Element) -> Iterator[_Piece]:
        href = self._href(element.get("href", ""))
        if href is None and "class" in element.attrib:  # a chip stays one
            yield self.fill(self._same(element, "span"), element)
        elif href is None:
            yield from self._inside(element)
        else:
            link = self._same(element, "a")
            link.set("href", href)
            yield self.fill(link, element)

    def _href(self, href: str) -> str | None:
        """Where a link leads from inside the book; nothing where it would lead nowhere."""
        if href.startswith(_OUTSIDE):
            return href
        address, _, anchor = href.partition("#")
        path = posixpath.normpath(posixpath.join(self._folder, unquote(address)))
        path = path if address else self._path
        if path not in self._known:
            return None
        return f"{PAGE}{path}#{anchor}" if anchor else f"{PAGE}{path}"

    def _only_leads_away(self, element: Element) -> bool:
        """Whether a paragraph is nothing but links to pages that the book does not hold."""
        links = [one for one in element if one.tag == "a"]
        if element.tag != "p" or not links or len(links) < len(element):
            return False
        between = "".join([element.text or "", *(one.tail or "" for one in links)])
        dead = all(self._href(one.get("href", "")) is None for one in links)
        return dead and not between.strip(" ·\n")

    def _picture(self, element: Element) -> Iterator[_Piece]:
        if element.get("alt"):  # one without words only adorns
            picture = self._same(element, "img")
            path = posixpath.normpath(posixpath.join(self._folder, unquote(element.get("src", ""))))
            picture.set("src", MEDIA + path)
            yield picture

    def _open(self, element: Element) -> Iterator[_Piece]:
        """What could be folded away stands open, its summary above it in bold."""
        opened = self._same(element, "div")
        for child in element:
            if child.tag == "summary":
                title = Element("p", {"class": "fl-summary"})
                strong = self.fill(Element("strong"), child)
                title.append(strong)
                opened.append(title)
            else:
                for piece in self._pieces(child):
                    if isinstance(piece, Element):
                        opened.append(piece)
        yield opened

    def _quiz(self, element: Element) -> Iterator[_Piece]:
        outer, self._answers = self._answers, []
        quiz = self.fill(self._same(element, "section"), element)
        if self._answers:
            key = Element("div", {"class": "fl-solved"})
            key.append(self._answers[0][0])
            listed = Element("ol")
            for one in self._answers:
                item = Element("li")
                item.extend(one[1:])
                listed.append(item)
            key.append(listed)
            quiz.append(key)
        self._answers = outer
        yield quiz

    def _answer(self, element: Element) -> Iterator[_Piece]:
        """Kept back until the quiz is over; its title is a heading there."""
        answer = Element("div")
        for child in element:
            if child.tag == "summary":
                answer.append(self.fill(Element("h3"), child))
            else:
                answer.extend(one for one in self._pieces(child) if isinstance(one, Element))
        self._answers.append(answer)
        return iter(())

    def _options(self, element: Element) -> Iterator[_Piece]:
        question = Element("div", {"class": "fl-options"})
        boxes = Element("ul", {"class": "fl-boxes"})
        for child in element:
            if child.tag == "legend":
                question.append(self.fill(Element("p", {"class": "fl-ask"}), child))
            elif child.tag == "label":
                option = Element("li")
                add_text(option, f"{BOX} ")
                for piece in self._inside(child):
                    if isinstance(piece, str):
                        add_text(option, piece.lstrip() if len(option) == 0 else piece)
                    else:
                        option.append(piece)
                boxes.append(option)
        question.append(boxes)
        yield question

    def _gaps(self, element: Element) -> Iterator[_Piece]:
        yield self.fill(Element("ul", {"class": "fl-gaps"}), element)
        menu = element.find(".//select")
        words = [text_of(one) for one in menu if one.get("value")] if menu is not None else []
        if words:
            choice = Element("ul", {"class": "fl-words"})
            for word in words:
                item = Element("li")
                item.text = word
                choice.append(item)
            yield choice

    def _gap(self, _: Element) -> Iterator[_Piece]:
        gap = Element("span", {"class": "fl-gap"})
        gap.text = GAP
        yield gap

    def _tick(self, element: Element) -> Iterator[_Piece]:
        line = Element("p", {"class": "fl-tick"})
        line.text = f"{BOX} " + text_of(self.fill(Element("span"), element))
        yield line


def _mend_levels(article: Element) -> None:
    """No heading is more than one level below the one before it."""
    before = 0
    for element in article.iter():
        if element.tag in _HEADINGS:
            before = min(_HEADINGS.index(element.tag), before + 1)
            element.tag = _HEADINGS[before]
