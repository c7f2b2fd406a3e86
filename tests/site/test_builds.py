"""The same sources give the same site, however it is built; a build that fails changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pages import pages_of
from projects import DAY, ROOT, build, files, own_project, replace, run, tiny_project

from firstlesson import app

LESSON = "lessons/kind-words/lesson.yml"


def broken(root: Path) -> str:
    """Misspells a key of the tiny course's lesson; gives the place where that is."""
    replace(root / LESSON, "timeRequired:", "timeRequird:")
    lines = (root / LESSON).read_text("utf-8").splitlines()
    return f"{LESSON}:{next(n for n, one in enumerate(lines, 1) if 'timeRequird' in one)}:"


# The same site


def test_the_command_builds_the_same_site_twice_and_in_another_folder(tmp_path: Path) -> None:
    root = tiny_project(tmp_path / "once")
    once, other = files(build(root)), tiny_project(tmp_path / "Mësimi i parë, kopje")
    done = run(other, "firstlesson", "build", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(other / "site") == once
    assert files(build(root)) == once


def test_mkdocs_alone_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    root = own_project(tmp_path / "project")
    done = run(root, "mkdocs", "build", "--strict", "--quiet", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(root / "site") == files(site)


def test_a_large_course_is_staged_while_other_cores_check_it(site: Path, tmp_path: Path) -> None:
    root = own_project(tmp_path)
    for mistake in ("", "\n[Nobody](contact:nobody)\n", ""):
        page = (ROOT / "docs/about.sq.md").read_text("utf-8")
        (root / "docs/about.sq.md").write_text(page + mistake, "utf-8")
        done = run(root, "firstlesson", "build")
        assert done.returncode == bool(mistake), done.stdout + done.stderr
        assert files(root / "site") == files(site)


def test_what_is_taken_away_is_gone_from_the_next_site(tmp_path: Path) -> None:
    extra = {f"docs/extra.{language}.md": f"# {language}\n" for language in ("sq", "en")}
    root = tiny_project(tmp_path, extra)
    assert "extra.html" in files(build(root))
    shutil.rmtree(root / "protocols/listen")
    for language in ("sq", "en"):
        (root / f"docs/extra.{language}.md").unlink()
        teacher = root / f"lessons/kind-words/teacher.{language}.md"
        replace(teacher, "protocol:listen#hear", "page:help")
    site = build(root)
    assert [path for path in files(site) if "extra" in path or "listen" in path] == []


# A build that fails


def test_a_mistake_is_named_and_the_old_site_stays(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    before = files(build(root))
    place = broken(root)
    done = run(root, "firstlesson", "build", "--lang", "en")
    assert done.returncode == 1
    assert place in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert files(root / "site") == before


def test_mkdocs_alone_names_the_mistake_too_and_makes_no_site(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    place = broken(root)
    done = run(root, "mkdocs", "build", "--strict", "--quiet", LC_ALL="en_GB.UTF-8")
    assert done.returncode == 1
    assert place in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (root / "site").exists()


def test_where_the_frame_cannot_be_drawn_the_old_site_stays(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    before = files(build(root))
    with (root / "overrides/main.html").open("a", encoding="utf-8") as frame:
        frame.write("{{ nothing.of.this.exists }}")
    assert run(root, "firstlesson", "build").returncode == 1
    assert files(root / "site") == before
    assert not [one.name for one in (root / ".build").iterdir() if one.name.startswith("site")]


# What the checks let through can be built


def test_a_text_without_translation_is_built_and_says_so(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    (root / "lessons/kind-words/parent.en.md").unlink()
    page = pages_of(build(root))["en/lessons/kind-words/parent.html"]
    [notice] = page.of_class("fl-note--untranslated")
    assert page.language == "en"
    assert [page.leads_to(one) for one in notice.xpath(".//a/@href")] == [
        "lessons/kind-words/parent.html"
    ]
    albanian = page.main.xpath(".//*[@lang='sq']")
    assert any("Pyeteni fëmijën tuaj" in one.text_content() for one in albanian)


@pytest.mark.parametrize("status", ["outline", "retired"])
def test_a_link_to_a_lesson_without_pages_is_named(status: str, tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    replace(root / LESSON, "creativeWorkStatus: draft", f"creativeWorkStatus: {status}")
    for language, text in (("sq", "Një faqe e provës."), ("en", "A page for tests.")):
        replace(root / f"docs/help.{language}.md", text, "Look at [this](lesson:kind-words).")
    found = app.check(root, today=DAY).diagnostics
    places = {(one.span.path, one.span.line) for one in found if one.kind.severity == "error"}
    assert places == {("docs/help.sq.md", 3), ("docs/help.en.md", 3)}


def test_a_picture_of_a_hand_written_page_is_built(tmp_path: Path) -> None:
    picture = (ROOT / "tests/tiny/lessons/kind-words/media/hello.svg").read_text("utf-8")
    texts: dict[str, str | bytes | None] = {"docs/media/hello.svg": picture}
    for language in ("sq", "en"):
        texts[f"docs/index.{language}.md"] = "# A\n\n![Two pupils](media/hello.svg)\n"
    site = build(tiny_project(tmp_path, texts))
    for page in (pages_of(site)["index.html"], pages_of(site)["en/index.html"]):
        [address] = page.main.xpath(".//img/@src")
        assert page.leads_to(address) in files(site)


def test_a_table_with_aligned_columns_needs_no_style(tmp_path: Path) -> None:
    table = "# A\n\n| Left | Right |\n|:-----|------:|\n| one | two |\n"
    texts = {f"docs/index.{language}.md": table for language in ("sq", "en")}
    page = pages_of(build(tiny_project(tmp_path, texts)))["index.html"]
    assert page.main.xpath(".//td")
    assert page.tree.xpath("//@style") == []
