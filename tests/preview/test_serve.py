"""The preview as an author meets it: a real server, real files, a real browser."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from overlays import TESTS, Changes
from playwright.sync_api import Browser, Page, expect

CourseWith = Callable[[Path | Changes], Path]
ENVIRONMENT = {**os.environ, "FIRSTLESSON_TODAY": "2026-11-22", "PYTHONUTF8": "1"}
"""One day for every command: what is begun today is not in the preview's future."""
PATIENCE = 60.0
"""Seconds: longer than any computer needs; nothing here measures time."""
QUIET = 3.0
"""Seconds in which a second build of one save would have come."""

LESSON = "lessons/kind-words/lesson.yml"
STUDENT = "lessons/kind-words/student.sq.md"
SHOWN = "lessons/kind-words/student.html"

PAGES: Changes = {
    "docs/index.sq.md": "# Kurs prove\n\nFillo me [mësimin](lesson:kind-words).\n",
    "docs/index.en.md": "# A course for tests\n\nBegin with [the lesson](lesson:kind-words).\n",
    **{
        f"docs/{name}.{language}.md": f"# {name}\n"
        for name in ("404", "ages", "glossary", "help", "protocols", "sources", "topics")
        for language in ("sq", "en")
    },
}


class Serving:
    """A running `firstlesson serve`, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as said:
            for line in said:
                with self._news:
                    self.lines.append(line.rstrip("\n"))
                    self._news.notify_all()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def hears(self, words: str, *, times: int = 1) -> str:
        """Waits until a line with these words has come so many times."""
        with self._news:
            enough = self._news.wait_for(lambda: len(self.having(words)) >= times, PATIENCE)
        assert enough, "\n".join(self.lines)
        return self.having(words)[times - 1]

    def having(self, words: str) -> list[str]:
        return [line for line in self.lines if words in line]

    @property
    def address(self) -> str:
        return self.hears("The site is at").split()[4]


@contextmanager
def serving(root: Path, *arguments: str) -> Iterator[Serving]:
    """Starts the command as an author does, from a folder below the root."""
    process = subprocess.Popen(
        [sys.executable, "-m", "firstlesson", "serve", "--lang", "en", *arguments],
        cwd=root / "lessons",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=ENVIRONMENT,
    )
    served = Serving(process)
    try:
        yield served
    finally:
        served.end()


@pytest.fixture
def root(course_with: CourseWith) -> Path:
    """The tiny course with the pages and the look that a site needs."""
    made = course_with(PAGES)
    shutil.copy(TESTS.parent / "mkdocs.yml", made)
    shutil.copytree(TESTS.parent / "overrides", made / "overrides")
    return made


def comes_true(page: Page, expression: str) -> None:
    """Waits for it from outside: what the page itself evaluates again is against its policy."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


@contextmanager
def reading(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window, and what its console complained about."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page, complaints
    finally:
        context.close()


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_a_mistake_stands_in_the_page_until_it_is_mended(root: Path, browser: Browser) -> None:
    with serving(root) as served, reading(browser) as (page, complaints):
        served.hears("Shown after")
        page.goto(served.address + SHOWN)
        expect(page.locator("h1")).to_have_text("Fjalë të mira")
        change(root / LESSON, "supervisionLevel: none", "supervisionLevl: <b>none</b>")
        box = page.locator("#firstlesson-preview")
        expect(box).to_contain_text(f"{LESSON}:")
        expect(box).to_contain_text("SCH010 unknown-key")
        expect(box).to_contain_text("<b>none</b>")  # as text, never as HTML
        expect(box).to_contain_text("^^^")
        expect(box).to_contain_text("did you mean `supervisionLevel`?")
        expect(page.locator("h1")).to_have_text("Fjalë të mira")
        served.hears("SCH010")
        page.reload()  # whoever comes now sees the same
        expect(box).to_contain_text("SCH010")
        mended = (root / LESSON).read_text(encoding="utf-8")
        mended = mended.replace("supervisionLevl: <b>none</b>", "supervisionLevel: none")
        (root / LESSON).write_text(mended.replace("Fjalë të mira", "Fjalë të ëmbla"), "utf-8")
        expect(page.locator("h1")).to_have_text("Fjalë të ëmbla")
        expect(box).to_have_count(0)
        assert complaints == []
    assert not (root / "site").exists()


def saved_in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def saved_by_renaming(file: Path, text: str) -> None:
    temporary = file.with_name(f".{file.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(file)


def saved_as_vim_does(file: Path, text: str) -> None:
    probe, backup = file.with_name("4913"), file.with_name(f"{file.name}~")
    probe.touch()
    probe.unlink()
    file.rename(backup)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)
    backup.unlink()


def saved_twice(file: Path, text: str) -> None:
    file.write_text("", encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    os.utime(file)


SAVES = (saved_in_place, saved_by_renaming, saved_as_vim_does, saved_twice)


def test_one_save_is_one_build(root: Path) -> None:
    with serving(root) as served:
        served.hears("Shown after")
        text = (root / STUDENT).read_text(encoding="utf-8")
        for number, save in enumerate(SAVES, start=2):
            save(root / STUDENT, f"{text}\nRuajtja {number}.\n")
            served.hears("Shown after", times=number)
            time.sleep(QUIET)
            assert len(served.having("Shown after")) == number, save.__name__
            assert STUDENT in served.having("Shown after")[-1]
            assert f"Ruajtja {number}." in fetched(served.address + SHOWN)
        os.utime(root / STUDENT)  # saved without a change
        time.sleep(QUIET)
        assert len(served.having("Shown after")) == len(SAVES) + 1
        assert not served.having("SCH"), served.lines


def test_the_look_and_new_folders_are_followed(root: Path) -> None:
    with serving(root) as served:
        served.hears("Shown after")
        change(root / "overrides/main.html", "<body", '<body data-look="new"')
        served.hears("Shown after", times=2)
        assert 'data-look="new"' in fetched(served.address)
        change(root / "overrides/main.html", "{{ page.content }}", "{{ page.content }")
        served.hears("There is a fault in the site's templates")
        assert 'data-look="new"' in fetched(served.address)
        change(root / "overrides/main.html", "{{ page.content }", "{{ page.content }}")
        served.hears("Shown after", times=3)


def test_the_page_loads_itself_and_keeps_its_place(root: Path, browser: Browser) -> None:
    long = "\n\n".join(f"## Pjesa {n} {{#part-{n}}}\n\n" + "Fjalë. " * 400 for n in range(8))
    change(root / STUDENT, "## ", f"{long}\n\n## ")
    with serving(root) as served, reading(browser) as (page, complaints):
        served.hears("Shown after")
        page.goto(served.address + SHOWN)
        place = "document.getElementById('part-5').getBoundingClientRect().top"
        page.evaluate("document.getElementById('part-5').scrollIntoView()")
        page.evaluate("scrollBy(0, 120)")
        before = page.evaluate(place)
        change(root / STUDENT, "{#part-0}\n\n", "{#part-0}\n\n" + "Më shumë fjalë. " * 200 + "\n\n")
        expect(page.locator("main")).to_contain_text("Më shumë fjalë.")
        comes_true(page, "sessionStorage.length === 0")
        assert abs(page.evaluate(place) - before) <= 2
        assert page.evaluate("localStorage.length") == 0
        assert complaints == []


def test_an_outline_is_seen_here_and_built_nowhere(root: Path, browser: Browser) -> None:
    new = ["new", "lesson", "passwords", "--name-sq", "Fjalëkalimet", "--name-en", "Passwords"]
    with serving(root) as served, reading(browser) as (page, complaints):
        served.hears("Shown after")
        firstlesson(root, *new, "--about", "words", "--age", "11-14")
        served.hears("Shown after", times=2)
        page.goto(f"{served.address}en/for/student.html")
        page.get_by_role("link", name="Passwords").click()
        expect(page.locator("h1")).to_have_text("Passwords")
        assert complaints == []
    firstlesson(root, "build")
    built = [path.read_text(encoding="utf-8") for path in (root / "site").rglob("*.html")]
    assert not (root / "site/lessons/passwords").exists()
    assert built
    assert not any("Fjalëkalimet" in page for page in built)


def test_the_sites_own_policy_holds_and_files_stay_as_they_are(
    root: Path, browser: Browser
) -> None:
    with serving(root) as served, reading(browser) as (page, complaints):
        served.hears("Shown after")
        for path in ("", "en/", SHOWN, "no-such-page.html"):
            page.goto(served.address + path)
            page.wait_for_load_state("load")
            policies = page.locator("meta[http-equiv=Content-Security-Policy]")
            policy = str(policies.get_attribute("content"))
            assert "default-src 'none'" in policy
            assert "script-src 'self'" in policy
            assert "unsafe" not in policy
        assert [one for one in complaints if "404" not in one] == []
        folder = next(root.glob(".build/preview/*/site-*"))
        assert "__preview" not in (folder / "index.html").read_text(encoding="utf-8")


def test_it_starts_with_a_mistake_and_shows_the_site_once_mended(
    root: Path, browser: Browser
) -> None:
    change(root / LESSON, "id: kind-words", "id: unkind-words")
    with serving(root) as served, reading(browser) as (page, _):
        served.hears("SCH020")
        page.goto(served.address)
        expect(page.locator("#firstlesson-preview")).to_contain_text("SCH020")
        change(root / LESSON, "id: unkind-words", "id: kind-words")
        expect(page.locator("h1")).to_have_text("Kurs prove")


def test_the_next_port_is_taken_and_ctrl_c_ends_with_a_sentence(root: Path) -> None:
    with serving(root, "--port", "8123") as first:
        first.hears("Shown after")
        with serving(root, "--port", "8123") as second:
            second.hears("Shown after")
            assert first.address != second.address
            assert "Kurs prove" in fetched(second.address)
            second.process.send_signal(signal.SIGINT)
            assert second.process.wait(PATIENCE) == 0
            second.hears("The site is no longer served.")
        assert "Kurs prove" in fetched(first.address)
        first.process.send_signal(signal.SIGINT)
        assert first.process.wait(PATIENCE) == 0
    assert not list(root.glob(".build/preview/*"))


@pytest.mark.parametrize("path", ["../../../../data/course.yml", "%2e%2e/%2e%2e/%2e%2e/mkdocs.yml"])
def test_only_the_site_is_served_and_only_here(root: Path, path: str) -> None:
    with serving(root) as served:
        served.hears("Shown after")
        assert status(served.address + path) == 404
        assert status(served.address, Host="attacker.example") == 403


def firstlesson(root: Path, *arguments: str) -> None:
    command: Sequence[str] = [sys.executable, "-m", "firstlesson", *arguments]
    subprocess.run(
        command,
        cwd=root,
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own
        return str(answer.read().decode())


def status(address: str, **headers: str) -> int:
    request = urllib.request.Request(address, headers=headers)  # noqa: S310  # our own
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
