"""No link of the site is dead, on any kind of disk and server."""

from __future__ import annotations

import re
from pathlib import Path

from pages import NOT_FOUND, Pages, pages_of
from projects import FRAME_LEADS_TO, PAGE_NOT_FOUND, build, files, replace, tiny_project


def dead_links(site: Path, *, base: str = "") -> list[str]:
    """Every address that leads to no file of the site (its case must be right) or to no id.

    `base` is the folder of the server that the site stands in, for the page that names it.
    """
    there, pages = set(files(site)), pages_of(site)
    faults = []
    for path, page in pages.items():
        for _, address in page.addresses():
            target = page.leads_to(address)
            if target is None:
                continue
            absolute = address.startswith("/")
            file, _, anchor = target.partition("#")
            file = file.removeprefix(base) if absolute else file
            wrong = (
                (absolute != (path == NOT_FOUND) and not address.startswith("#"))
                or file not in there
                or (anchor and anchor not in pages[file].ids)
            )
            if wrong:
                faults.append(f"{path}: {address}")
    return faults


def test_every_address_and_anchor_exists(site: Path) -> None:
    assert dead_links(site) == []


def test_addresses_in_style_sheets_exist(site: Path) -> None:
    there, faults = set(files(site)), []
    for sheet in site.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?(?!data:)([^)'\"]+)", sheet.read_text("utf-8")):
            target = (sheet.parent / address.split("#")[0]).resolve()
            if not target.is_relative_to(site) or target.relative_to(site).as_posix() not in there:
                faults.append(f"{sheet.name}: {address}")
    assert faults == []


def test_every_page_is_reached_from_the_home_page(pages: Pages) -> None:
    assert set(pages) - reached(pages) == {NOT_FOUND}


def reached(pages: Pages) -> set[str]:
    """Every page to which links lead from the home page."""
    found_already, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        found_already.add(path)
        targets = {pages[path].leads_to(address) or path for _, address in pages[path].addresses()}
        found = {target.split("#")[0] for target in targets} & set(pages)
        waiting += sorted(found - found_already - set(waiting))
    return found_already


def test_a_project_with_a_home_page_alone_has_no_dead_links(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    for name in FRAME_LEADS_TO:
        for language in ("sq", "en"):
            (root / f"docs/{name}.{language}.md").unlink()
    assert dead_links(build(root)) == []


def test_the_page_of_dead_links_knows_in_which_folder_of_a_server_the_site_stands(
    tmp_path: Path,
) -> None:
    root = tiny_project(tmp_path, PAGE_NOT_FOUND)
    replace(root / "data/course.yml", "https://tiny.example/", "https://tiny.example/first/lesson/")
    site = build(root)
    internal = [address for _, address in pages_of(site)[NOT_FOUND].addresses()]
    internal = [one for one in internal if not re.match(r"[a-z]+:|#", one)]
    assert internal
    assert all(address.startswith("/first/lesson/") for address in internal)
    assert dead_links(site, base="first/lesson/") == []


def test_each_half_of_the_page_of_dead_links_leads_to_its_own_language(pages: Pages) -> None:
    links = pages[NOT_FOUND].tree.xpath("//main//*[@lang='en']//a/@href")
    assert links
    assert [address for address in links if not address.startswith("/en/")] == []
