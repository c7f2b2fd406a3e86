"""A site that takes over what did not change is the same, byte for byte, as one made anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import DAY, PAGE_NOT_FOUND, build, files, replace, tiny_project

from firstlesson import app
from firstlesson.build.prepare import STAGE, stage_course
from firstlesson.build.snapshot import snapshot_of
from firstlesson.hosts import mkdocs
from firstlesson.hosts.last import Last, recall
from firstlesson.hosts.renew import renew
from firstlesson.hosts.touch import touch
from firstlesson.hosts.unchanged import LAST, unchanged

LESSON = "lessons/kind-words"


def made_anew(root: Path) -> dict[str, bytes]:
    """What plain MkDocs makes of the course as it stands, from an empty stage."""
    anew = root / ".build/anew"
    stage_course(app.check(root, today=DAY).course, root=root, today=DAY, to=".build/anew/stage")
    mkdocs.build(root, stage=anew / "stage", out=anew / "site")
    return files(anew / "site")


def more(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def word(root: Path) -> None:
    more(root, f"{LESSON}/parent.sq.md", "\nNjë fjali më shumë.\n")


def source_text(root: Path) -> None:
    """The translation of a section becomes stale, which a page for coordinators tells."""
    path = root / f"{LESSON}/student.sq.md"
    path.write_text(path.read_text("utf-8") + "\nEdhe kjo fjali është e re.\n", "utf-8")


def section(root: Path) -> None:
    more(root, f"{LESSON}/student.sq.md", "\n## Shtesë {#more}\n\nNjë fjali.\n")
    more(root, f"{LESSON}/student.en.md", "\n## More {#more}\n\nOne sentence.\n")


def question(root: Path) -> None:
    path = root / f"{LESSON}/quiz.yml"
    path.write_text(path.read_text("utf-8").replace("sq: ", "sq: Tani ", 3), "utf-8")


def protocol_text(root: Path) -> None:
    more(root, "protocols/listen/protocol.en.md", "\nOne sentence more.\n")


def fact(root: Path) -> None:
    text = (root / f"{LESSON}/lesson.yml").read_text("utf-8")
    (root / f"{LESSON}/lesson.yml").write_text(text.replace("version: 0.1.0", "version: 0.2.0"))


def page(root: Path) -> None:
    for language in ("sq", "en"):
        (root / f"docs/extra.{language}.md").write_text(f"# Extra {language}\n\n## A {{#a}}\n\nB\n")


def page_renamed(root: Path) -> None:
    for language in ("sq", "en"):
        if (old := root / f"docs/extra.{language}.md").exists():
            old.rename(root / f"docs/other.{language}.md")


def page_gone(root: Path) -> None:
    for file in (root / "docs").glob("other.*.md"):
        file.unlink()


def picture(root: Path) -> None:
    more(root, f"{LESSON}/media/hello.svg", "<!-- -->\n")


def contact(root: Path) -> None:
    text = (root / "data/course.yml").read_text("utf-8")
    (root / "data/course.yml").write_text(text.replace("example/", "example/x/"), "utf-8")


def frame(root: Path) -> None:
    more(root, "overrides/main.html", "<!-- one more -->\n")


def settings(root: Path) -> None:
    more(root, "mkdocs.yml", "\n# one more\n")


def damaged_memory(root: Path) -> None:
    data = (root / LAST).read_bytes()
    (root / LAST).write_bytes(data.replace(b"index", b"odnix", 1))


def foreign_memory(root: Path) -> None:
    (root / LAST).write_bytes(b"\x80\x04\x95 of another program")


def touched_site(root: Path) -> None:
    more(root, "site/index.html", "<p>by hand</p>")
    (root / "site/en/index.html").unlink()
    (root / "site/stray.html").write_text("by hand")


STEPS: list[Callable[[Path], None]] = [word, source_text, section, question, protocol_text]
STEPS += [fact, page, page_renamed, page_gone, picture, contact]
STEPS += [frame, settings, damaged_memory, foreign_memory, touched_site]


def test_every_step_gives_what_is_made_anew(tmp_path: Path) -> None:
    root = tiny_project(tmp_path, PAGE_NOT_FOUND)
    chance = random.Random(10)  # noqa: S311  # no secret
    build(root)
    for step in [*chance.sample(STEPS, len(STEPS)), *chance.choices(STEPS, k=4)]:
        before = files(root)
        step(root)
        noticed = unchanged(root, snapshot_of(root, today=DAY)) is None
        assert noticed is (files(root) != before), step.__name__
        site = build(root)
        assert files(site) == made_anew(root), step.__name__
        assert unchanged(root, snapshot_of(root, today=DAY))


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    site = build(root)
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*.html")}
    word(root)
    build(root)
    new = {file for file, time in before.items() if file.stat().st_mtime_ns != time}
    names = {file.relative_to(site).as_posix() for file in new}
    assert "lessons/kind-words/parent.html" in names
    assert "lessons/kind-words/student.html" not in names


def test_after_an_edit_only_its_own_files_are_put_into_the_site(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    site = build(root)
    before = {file: file.stat().st_ino for file in site.rglob("*")}
    folder = site.stat().st_ino
    word(root)
    assert build(root).stat().st_ino == folder
    new = {file for file in site.rglob("*") if file.stat().st_ino != before.get(file)}
    names = {file.relative_to(site).as_posix() for file in new}
    index = {name for name in names if name.startswith("assets/search/sq/")}
    own = {f"{at}lessons/kind-words/parent.html" for at in ("", "en/")}  # one is stale from now on
    assert index
    assert names - index == {*own, "status.html", "en/status.html", "sw.js"}


def test_an_edit_that_breaks_a_link_of_others_is_for_the_whole_to_judge(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    build(root)
    last, stage = recall(root / LAST), root / STAGE
    assert last
    path, out = "sq/lessons/kind-words/student.md", root / ".build/new"

    def touched() -> Last | None:
        return touch(root, stage=stage, paths=[path], out=out, last=last, course="a state")

    assert touched()
    replace(stage / path, "{#our-words}", "{#other-words}")  # behind the back of the checks
    assert touched() is None


def test_warnings_of_what_did_not_change_are_told_again(tmp_path: Path) -> None:
    root = tiny_project(tmp_path, {f"{LESSON}/parent.en.md": None})
    build(root)
    first = app.check(root, today=DAY, trust=False).diagnostics
    assert first
    assert app.check(root, today=DAY).diagnostics == first
    word(root)
    assert {one.kind for one in app.check(root, today=DAY).diagnostics} >= {
        one.kind for one in first
    }


@pytest.mark.parametrize("trust", [True, False])
def test_a_build_without_cache_takes_nothing_over(tmp_path: Path, *, trust: bool) -> None:
    root = tiny_project(tmp_path)
    home = build(root) / "help.html"
    before = home.stat().st_mtime_ns
    app.build(app.check(root, today=DAY), root, today=DAY, trust=trust)
    assert (home.stat().st_mtime_ns == before) is trust


def test_a_link_to_a_place_that_is_gone_is_found_in_pages_that_did_not_change(
    tmp_path: Path,
) -> None:
    texts = {
        f"docs/{name}.{language}.md": f"# {name}\n\n## A {{#a}}\n\nB\n"
        for name in ("extra", "index")
        for language in ("sq", "en")
    }
    root = tiny_project(tmp_path, texts)
    for language in ("sq", "en"):
        more(root, f"docs/index.{language}.md", "\n[Extra](page:extra#a)\n")
    site = files(build(root))
    stage = root / ".build/stage"
    replace(stage / "sq/extra.md", "{#a}", "{#b}")  # behind the back of the checks
    with pytest.raises(mkdocs.HostFailedError, match="anchor '#a'"):
        renew(root, stage=stage, out=root / ".build/new", last=root / "site", memory=root / LAST)
    assert files(root / "site") == site


def test_a_failed_language_does_not_keep_the_next_build_from_cleaning(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    build(root)
    stage, out = root / STAGE, tmp_path / "out"
    page = stage / "en/index.md"
    whole = page.read_text("utf-8")
    page.write_text(f"{whole}\n[There is no such page](nowhere.md)\n", "utf-8")
    with pytest.raises(mkdocs.HostFailedError):
        mkdocs.build(root, stage=stage, out=out)
    page.write_text(whole, "utf-8")
    (out / "stray.html").write_text("from an older build", "utf-8")
    mkdocs.build(root, stage=stage, out=out)
    assert not (out / "stray.html").exists()


@pytest.mark.parametrize("plugin", ["firstlesson", "i18n"])
def test_settings_without_one_of_the_two_plugins_are_told_and_no_traceback(
    plugin: str, tmp_path: Path
) -> None:
    root = tiny_project(tmp_path)
    build(root)
    replace(root / "mkdocs.yml", f"  - {plugin}", f"  # - {plugin}")
    if plugin == "i18n":
        text = (root / "mkdocs.yml").read_text("utf-8")
        own = text[text.index("      docs_structure") : text.index("markdown_extensions")]
        (root / "mkdocs.yml").write_text(text.replace(own, ""), "utf-8")
    with pytest.raises(mkdocs.HostFailedError, match=f"`{plugin}` is missing"):
        mkdocs.build(root, stage=root / STAGE, out=tmp_path / "out")


def test_a_fault_in_a_template_is_told_and_no_traceback(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    build(root)
    more(root, "overrides/main.html", "{{ nothing.at.all }}")
    with pytest.raises(mkdocs.HostFailedError, match="'nothing' is undefined"):
        mkdocs.build(root, stage=root / STAGE, out=tmp_path / "out")
