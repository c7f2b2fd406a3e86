"""The first page of a book: what it is, from when, whom to call, where to get a newer one."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from firstlesson.packs.about import About


def front_page(about: About, subtitle: str, draft: str = "") -> Element:
    """The title page; `draft` says that the texts were not reviewed yet, where that is so."""
    page = Element("section", {"class": "fl-front"})
    _line(page, "p", about.course, "fl-series")
    _line(page, "h1", subtitle)
    if draft:
        _line(page, "p", draft, "fl-note")
    for text in (about.made, about.newer):
        _line(page, "p", text)
    licence = _line(page, "p", f"{about.publisher} · ")
    SubElement(licence, "a", {"href": about.licence_address}).text = about.licence
    _line(page, "h2", about.help_title)
    for group, contacts in groupby(about.help, key=lambda one: one.group):
        _line(page, "p", group, "fl-group")
        listed = SubElement(page, "ul")
        for one in contacts:
            item = SubElement(listed, "li")
            if one.shown:
                SubElement(item, "a", {"href": one.href}).text = one.shown
                item[0].tail = f" {one.name}"
            else:
                item.text = one.name
    return page


def _line(page: Element, tag: str, text: str, name: str = "") -> Element:
    line = SubElement(page, tag, {"class": name} if name else {})
    line.text = text
    return line
