"""What search engines and other sites are told agrees with what readers find."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree
from pages import Pages, pages_of
from projects import build, files, replace, tiny_project

from firstlesson.course.model import Course

XHTML = "{http://www.w3.org/1999/xhtml}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def on_the_web(path: str, course: Course) -> str:
    """The address that a page will have."""
    folder, _, name = path.rpartition("/")
    place = f"{folder}/" * bool(folder) if name == "index.html" and folder in ("", "en") else path
    return f"{str(course.settings.site_url).rstrip('/')}/{place}"


def to_be_found(pages: Pages) -> set[str]:
    hidden = "//meta[@name='robots'][contains(@content, 'noindex')]"
    return {path for path, page in pages.items() if not page.tree.xpath(hidden)}


def test_every_page_names_its_own_address(pages: Pages, course: Course) -> None:
    for path in to_be_found(pages):
        assert pages[path].tree.xpath("//link[@rel='canonical']/@href") == [
            on_the_web(path, course)
        ]


def test_the_map_has_every_page_that_may_be_found_and_no_other(
    site: Path, pages: Pages, course: Course
) -> None:
    tree = etree.parse(site / "sitemap.xml")
    found = [entry.findtext(f"{MAP}loc") for entry in tree.getroot()]
    assert sorted(found) == sorted(on_the_web(path, course) for path in to_be_found(pages))
    for entry in tree.getroot():
        links = {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}
        assert set(links.values()) <= set(found)
        assert links["x-default"] == links["sq"]


def test_what_machines_read_about_a_page_is_whole(pages: Pages, course: Course) -> None:
    described = 0
    for path, page in pages.items():
        for text in page.tree.xpath("//script[@type='application/ld+json']/text()"):
            data = json.loads(text)
            described += 1
            assert data["url"] == on_the_web(path, course)
            assert data["inLanguage"] == page.language
    assert described


def test_a_former_address_leads_to_the_new_one(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    replace(
        root / "lessons/kind-words/lesson.yml",
        "id: kind-words\n",
        "id: kind-words\nformerIds: [old-words]\n",
    )
    site = build(root)
    moved = {path: page for path, page in pages_of(site).items() if "old-words" in path}
    assert len(moved) == 10  # its three editions, the story and what stands beside the plan
    for path, page in moved.items():
        new = path.replace("old-words", "kind-words")
        assert new in files(site)
        assert [page.leads_to(address) for _, address in page.addresses()] == [new]
        [refresh] = page.tree.xpath("//meta[@http-equiv='refresh']/@content")
        assert page.leads_to(refresh.partition("url=")[2]) == new
    assert to_be_found(moved) == set()
