"""A page asks nobody else for anything, runs nothing of its own accord, and tells nobody of a visit.

A link that a reader follows may lead away; everything that a browser fetches by itself may not.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

from pages import Pages

AWAY = re.compile(r"(?i)(https?|wss?|ftp):|//")
ADDRESSES_FOR_MACHINES = ("canonical", "alternate", "license")
"""Kinds of `<link>` that say where something stands, which no browser fetches."""
OWN_DATA = re.compile(r"data:(,|image/)")


def hash_of(text: str) -> str:
    """How a policy names a piece of style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def style_that_the_script_brings(site: Path, language: str) -> str:
    """What only scripts show has its style in the script of the language."""
    code = (site / f"assets/site.{language}.js").read_text("utf-8")
    (literal,) = re.findall(r"^var style = (\".*\");$", code, re.MULTILINE)
    return str(json.loads(literal))


def test_nothing_is_fetched_from_elsewhere(pages: Pages) -> None:
    faults = [
        (path, element.tag, address)
        for path, page in pages.items()
        for element, address in page.addresses()
        if element.tag != "a" and element.get("rel") not in ADDRESSES_FOR_MACHINES
        if AWAY.match(address) or (":" in address and not OWN_DATA.match(address))
    ]
    assert faults == []


def test_links_lead_to_pages_and_telephones_only(pages: Pages) -> None:
    faults = [
        (path, address)
        for path, page in pages.items()
        for address in page.tree.xpath("//a/@href")
        if address.startswith("//") or re.match(r"(?i)(?!https:|tel:)[a-z][a-z0-9+.-]*:", address)
    ]
    assert faults == []


def test_links_that_lead_away_do_not_say_where_the_reader_was(pages: Pages) -> None:
    for path, page in pages.items():
        assert page.tree.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], path
        assert page.tree.xpath("//a[@target] | //a[@ping]") == [], path


def test_no_page_holds_code_in_its_text(pages: Pages) -> None:
    faults = []
    for path, page in pages.items():
        for element in page.tree.iter("*"):
            names = [name for name in element.attrib if name.startswith("on") or name == "style"]
            faults += [(path, element.tag, name) for name in names]
        own_code = "//script[not(@src)][not(@type='application/ld+json')] | //body//style"
        active = "//base | //object | //embed | //iframe | //form[@action] | //meta[@http-equiv='refresh']"
        faults += [(path, one.tag, "") for one in page.tree.xpath(f"{own_code} | {active}")]
    assert faults == []


def test_every_page_forbids_what_it_does_not_need(site: Path, pages: Pages) -> None:
    faults = []
    for path, page in pages.items():
        found = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        rules = {rule.split()[0]: rule.split()[1:] for text in found for rule in text.split(";")}
        styles = [hash_of(style.text_content()) for style in page.tree.xpath("//style")]
        styles.append(hash_of(style_that_the_script_brings(site, page.language)))
        expected = {
            "default-src": ["'none'"],
            "style-src": styles,
            "script-src": ["'self'"],
            "img-src": ["'self'", "data:"],
            "connect-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
        }
        if rules != expected:
            faults.append((path, rules))
    assert faults == []


def test_styles_fetch_nothing(site: Path, pages: Pages) -> None:
    sheets = {path: "".join(page.tree.xpath("//style/text()")) for path, page in pages.items()}
    sheets |= {file.name: file.read_text("utf-8") for file in site.rglob("*.css")}
    faults = [
        (name, address)
        for name, text in sheets.items()
        for address in re.findall(r"(?:url\(|@import)\s*['\"]?([^)'\";]+)", text)
        if not OWN_DATA.match(address)
    ]
    assert faults == []


def test_scripts_ask_for_nothing_and_write_no_code(site: Path) -> None:
    speaks = re.compile(
        r"\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\beval\s*\(|new Function"
        r"|document\.cookie|indexedDB|innerHTML|outerHTML|insertAdjacentHTML"
        r"|document\.write|parseFromString\((?!panel\[)"  # the build's own words alone
    )
    scripts = [*site.glob("assets/*.js"), *site.glob("assets/search/*.js")]  # not the index's words
    assert scripts
    assert [(one.name, speaks.findall(one.read_text("utf-8"))) for one in scripts] == [
        (one.name, []) for one in scripts
    ]


def test_pictures_are_nothing_but_pictures(site: Path) -> None:
    alive = re.compile(
        r"(?i)<script|<foreignObject|\son[a-z]+=|@import|(?:href|src)=[\"'](?!#|data:)"
    )
    faults = [file.name for file in site.rglob("*.svg") if alive.search(file.read_text("utf-8"))]
    assert faults == []
