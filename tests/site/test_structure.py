"""Every page is built so that a screen reader finds its way through it."""

from __future__ import annotations

from collections import Counter

from pages import Page, Pages, text_of

LIST_OF_PROTOCOLS = "protocols/index.html"
REGULAR = {"re": "http://exslt.org/regular-expressions"}


def test_every_page_has_one_first_heading(pages: Pages) -> None:
    headings = {path: [text_of(h) for h in page.tree.xpath("//h1")] for path, page in pages.items()}
    assert [found for found in headings.items() if len(found[1]) != 1 or not found[1][0]] == []


def test_no_level_of_headings_is_skipped(pages: Pages) -> None:
    faults = [
        (path, jump)
        for path, page in pages.items()
        if page.place != LIST_OF_PROTOCOLS
        for jump in skipped(page)
    ]
    assert faults == []


def test_no_level_of_headings_is_skipped_in_the_list_of_protocols(pages: Pages) -> None:
    assert skipped(pages[LIST_OF_PROTOCOLS]) == []


def skipped(page: Page) -> list[str]:
    """Headings that are more than one level below the one before; the bar comes before the h1."""
    faults, level = [], 1
    for heading in page.tree.xpath("//*[re:test(local-name(), '^h[1-6]$')]", namespaces=REGULAR):
        new = int(heading.tag[1])
        if new > level + 1:
            faults.append(f"h{level} → h{new}: {text_of(heading)}")
        level = new
    return faults


def test_no_id_is_given_twice(pages: Pages) -> None:
    faults = [
        (path, name, count)
        for path, page in pages.items()
        for name, count in Counter(page.ids).items()
        if count > 1 or not name or any(character.isspace() for character in name)
    ]
    assert faults == []


def test_what_names_another_element_names_one_that_exists(pages: Pages) -> None:
    names = (
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "aria-details",
        "for",
        "headers",
    )
    faults = [
        (path, name, one)
        for path, page in pages.items()
        for name in names
        for value in page.tree.xpath(f"//@{name}")
        for one in value.split()
        if one not in page.ids
    ]
    assert faults == []


def test_every_page_has_one_main_part_and_named_menus(pages: Pages) -> None:
    faults = []
    for path, page in pages.items():
        labels = [menu.get("aria-label", "") for menu in page.tree.xpath("//nav")]
        if len(page.tree.xpath("//main")) != 1 or not all(labels) or len(set(labels)) < len(labels):
            faults.append((path, labels))
    assert faults == []


def test_every_picture_says_what_it_shows(pages: Pages) -> None:
    faults = [
        (path, picture.get("src"))
        for path, page in pages.items()
        for picture in page.tree.xpath("//img")
        if picture.get("alt") is None
        or (not picture.get("alt").strip() and "decorative" not in picture.get("class", ""))
    ]
    assert faults == []


def test_every_link_and_button_has_a_name(pages: Pages) -> None:
    faults = [
        (path, element.get("href"))
        for path, page in pages.items()
        for element in page.tree.xpath("//a | //button | //summary")
        if not (text_of(element) or element.get("aria-label") or element.xpath(".//img[@alt!='']"))
    ]
    assert faults == []


def test_no_two_pages_of_a_language_share_a_title(pages: Pages) -> None:
    titles = Counter((p.language, text_of(p.tree.xpath("//title")[0])) for p in pages.values())
    assert [title for title, count in titles.items() if count > 1 or not title[1]] == []
