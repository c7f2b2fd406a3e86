"""Albanian stands at the root, English below `en/`, and one link leads from each to the other."""

from __future__ import annotations

from pages import NOT_FOUND, Page, Pages


def language_links(page: Page) -> list[tuple[str, str, str]]:
    """For each language link of the bar: its language, that of its words, and where it leads."""
    links = page.tree.xpath("//header//a[@hreflang]")
    return [
        (a.get("hreflang"), a.get("lang", ""), page.leads_to(a.get("href")) or "") for a in links
    ]


def test_albanian_is_at_the_root_and_english_below_en(pages: Pages) -> None:
    assert pages["index.html"].language == "sq"
    assert pages["en/index.html"].language == "en"


def test_every_page_says_its_language(pages: Pages) -> None:
    expected = {path: "en" if path.startswith("en/") else "sq" for path in pages}
    assert {path: page.language for path, page in pages.items()} == expected


def test_every_page_is_there_in_both_languages(pages: Pages) -> None:
    albanian = {page.place for page in pages.values() if page.language == "sq"}
    english = {page.place for page in pages.values() if page.language == "en"}
    assert albanian - {NOT_FOUND} == english


def test_the_language_link_leads_to_the_same_page_and_back(pages: Pages) -> None:
    faults = []
    for path, page in pages.items():
        other = "sq" if page.language == "en" else "en"
        twin = page.place if other == "sq" else f"en/{page.place}"
        expected = [] if path == NOT_FOUND else [(other, other, twin)]
        if language_links(page) != expected:
            faults.append((path, language_links(page)))
        elif expected and language_links(pages[twin])[0][2] != path:
            faults.append((twin, "does not lead back"))
    assert faults == []


def test_a_reader_stays_in_one_language(pages: Pages) -> None:
    faults = [
        (path, address)
        for path, page in pages.items()
        for element, address in page.addresses()
        if element.tag == "a" and not element.get("hreflang")
        for target in [(page.leads_to(address) or path).split("#")[0]]
        if target in pages and pages[target].language != page.language
        if path != NOT_FOUND  # it speaks both languages
    ]
    assert faults == []
