"""Hostile files: whatever lies in the course's folders, `check` answers, soon, and with a place.

`scripts/fuzz.py` goes on with this for as long as one likes.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import pictures
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlays import TESTS, course_with

from firstlesson import app
from firstlesson.hosts.gate import judge_page
from firstlesson.reports import formats, written
from firstlesson.source.addresses import REFUSED, verdict
from firstlesson.source.characters import judge_characters
from firstlesson.source.limits import judge_prose
from firstlesson.source.markdown import read_markdown
from firstlesson.source.media import read_media
from firstlesson.source.rendering import is_unusual, parse_html, render, without_comments
from firstlesson.source.svg import judge_svg
from firstlesson.source.yaml import read_yaml

sys.path.insert(0, str(TESTS.parent / "scripts"))
from _fillings import fillings

DAY = dt.date(2026, 11, 22)
PIECES = [
    *(
        "a",
        "ë",
        " ",
        "\n",
        "\n\n",
        "    ",
        "# ",
        "{#a}",
        "{: ",
        "}",
        "[",
        "]",
        "(",
        ")",
        "!",
        "](",
        "<",
        ">",
    ),
    *(
        "<b>",
        "<script>",
        "<img src=x onerror=y>",
        "<div markdown>",
        "</div>",
        "<!--",
        "-->",
        "&#106;",
        "`",
    ),
    *(
        "javascript:",
        "data:",
        "//a",
        "\\",
        '"',
        "'",
        "=",
        "onclick=",
        "style=",
        "!!! say",
        "| ",
        "> ",
        "- ",
    ),
]
made_of_pieces = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
slow = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.text())
def test_characters_have_places_in_the_text(text: str) -> None:
    lines = text.split("\n")
    for one in judge_characters("a.md", text):
        assert 1 <= one.span.line <= one.span.end_line <= len(lines)


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_text_has_no_faults_of_characters(text: str) -> None:
    assert list(judge_characters("a.yml", text)) == []


@settings(deadline=None)  # the renderer is imported when it is first needed
@given(st.one_of(st.text(), made_of_pieces))
def test_what_is_not_rendered_is_harmless(text: str) -> None:
    """The cheap test may render too much, never too little."""
    if is_unusual(without_comments(text)) or judge_prose("a.md", text):
        return
    for element in parse_html(render(without_comments(text))).elements:
        names = {name for name, _ in element.attributes}
        assert element.name not in ("script", "iframe", "form", "object", "style"), text
        assert not any(name.startswith("on") or name == "style" for name in names), text
        assert verdict(element.get("href")) not in REFUSED, text


@given(st.text(), st.booleans())
def test_svg_never_raises(text: str, whole: bool) -> None:  # noqa: FBT001  # hypothesis hands it over
    faults, passages = judge_svg("a.svg", pictures.svg(text) if whole else text)
    for passage in passages:
        for at in range(len(passage.text)):
            assert passage.span(at, at + 1).line >= 1
    assert all(fault.at.line >= 1 for fault in faults)


@given(st.sampled_from(["png", "jpeg", "webp", "mp4", "mp3"]), st.binary(max_size=400), st.data())
@settings(deadline=None)
def test_pictures_never_raise(form: str, rest: bytes, data: st.DataObject) -> None:
    whole = {
        "png": pictures.png(pictures.chunk(b"eXIf", pictures.gps())),
        "jpeg": pictures.jpeg((0xE1, b"Exif\0\0" + pictures.gps())),
        "webp": pictures.webp((b"VP8L", b"\x2f" + bytes(8)), (b"EXIF", pictures.gps())),
        "mp4": b"\0\0\0\x10ftypmp42\0\0\0\0\0\0\0\x08moov",
        "mp3": b"ID3\4\0\0\0\0\0\x0a" + bytes(10),
    }[form]
    at = data.draw(st.integers(0, len(whole)))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"a.{form}").write_bytes(whole[:at] + rest + whole[at + len(rest) // 2 :])
        read_media(Path(folder), f"a.{form}")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:x",
            "JAVASCRIPT:x",
            " javascript:x",
            "java\nscript:x",
            "java\tscript:x",
            "\x01javascript:x",
        ),
        *(
            "java%73cript:x",
            "javascript&colon;x",
            "&#106;avascript:x",
            "&#x6A;avascript:x",
            "java&#10;script:x",
        ),
        *(
            "javascript%3Ax",
            "jаvascript:x",
            "javascript：x",
            "data:,x",
            "vbscript:x",
            "file:///a",
            "blob:x",
        ),
        *(
            "//a.al",
            "\\\\a.al",
            "/\\a.al",
            "https:\\\\a.al",
            "https://a@b.al",
            "https://1.2.3.4",
            "https://0x7f000001",
        ),
        *(
            "https://xn--a-0ca.al",
            "https://аlo.al",
            "view-source:https://a.al",
            "intent://a",
            "about:blank",
        ),
    ],
)
def test_dangerous_addresses_are_refused_in_every_disguise(address: str) -> None:
    assert verdict(address) in REFUSED


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://a.al",
            "https://a.al/b:c@d?e=//f#g",
            "https://sq.wikipedia.org/wiki/Shqip%C3%ABria",
            "#a",
        ),
        *(
            "contact:alo",
            "lesson:a/student#b",
            "media/a.svg",
            "mailto:a@b.al",
            "https://a.al:8443/x",
            "",
        ),
    ],
)
def test_good_addresses_are_not(address: str) -> None:
    assert verdict(address) not in REFUSED


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Ç'është kjo? “Po”, tha ajo – 5 €.",
            "👨‍👩‍👧 👍🏽 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇦🇱",
            "Ελληνικά, Македонски, العربية, עברית, 日本語",
            "می‌خواهم",
        ),
        *("5 μm, 10 kΩ, ΔT, π r²", "x̄ dhe m̃", "½ ① Ⓐ № ™ ℃", "Yıldız, Ærø, łódź"),
    ],
)
def test_good_characters_pass(text: str) -> None:
    assert list(judge_characters("a.yml", text)) == []


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# secret words of another file\n", encoding="utf-8")
    root = course_with({}, tmp_path)
    (root / "docs/a.sq.md").symlink_to(secret)
    (root / "docs/b").symlink_to(tmp_path, target_is_directory=True)
    (root / "lessons/c").symlink_to("/", target_is_directory=True)
    checked = app.check(root, today=DAY)
    assert {"docs/a.sq.md", "docs/b", "lessons/c"} <= _paths(checked, "FIL020")
    assert not any("secret words" in text for text in checked.texts.values())


def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    root = course_with({}, tmp_path)
    for path in ("docs/a.sq.md", "docs/media/a.svg", "lessons/kind-words/quiz.yml"):
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)
    (root / "data/roles.yml").unlink()
    (root / "data/roles.yml").symlink_to("/dev/zero")
    found = app.check(root, today=DAY)
    assert len(_paths(found, "FIL021")) == 3
    assert "data/roles.yml" in _paths(found, "FIL020")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    root = course_with({}, tmp_path)
    (root / "docs/index.sq.md").chmod(0)
    (root / "lessons/kind-words").chmod(0)
    found = _paths(app.check(root, today=DAY), "FIL001")
    (root / "lessons/kind-words").chmod(0o755)
    assert {"docs/index.sq.md", "lessons/kind-words"} <= found


@pytest.mark.parametrize(
    "name",
    [
        b"\xff\xfe.sq.md",
        b"a\nb.sq.md",
        b"a\x1b[31m.md",
        b"CON.sq.md",
        b"a .svg ",
        b"nul",
        b"a\xe2\x80\xae.md",
        b"a.",
    ],
)
def test_strange_names_are_told_and_can_be_printed(name: bytes, tmp_path: Path) -> None:
    root = course_with({}, tmp_path)
    (root / "docs/media").mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(root / "docs/") + b"/" + name)).write_bytes(b"# A\n")
    checked = app.check(root, today=DAY)
    assert checked.failed
    for form in formats():
        text = written(form, checked.diagnostics, checked.texts, "sq")
        text.encode()
        assert "\x1b" not in text, form
    assert json.loads(written("json", checked.diagnostics, checked.texts, "en"))


@pytest.mark.parametrize(
    "what", ["docs", "data", "lessons", "lessons/kind-words", "data/contacts.yml"]
)
@pytest.mark.parametrize("instead", ["file", "folder", "nothing", "link"])
def test_things_in_place_of_others(what: str, instead: str, tmp_path: Path) -> None:
    root = course_with({what: None}, tmp_path)
    if instead == "file":
        (root / what).write_bytes(b"")
    elif instead == "folder":
        (root / what).mkdir()
    elif instead == "link":
        (root / what).symlink_to(what.rpartition("/")[2])  # to itself
    app.check(root, today=DAY)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 200_000,
            "![" * 100_000,
            "<![CDATA[" * 20_000,
            "<a " * 60_000,
            "1. " * 60_000,
            "> " * 90_000,
            "# a\n" * 60_000,
        ),
        *(
            " " * 300_000 + "a",
            "a" + " " * 100_000 + "b",
            "`a" * 100_000,
            "`a\n" * 60_000,
            "- a\n\n" * 60_000,
            "a\n\n" * 100_000,
        ),
        *(
            "|a" * 100_000,
            "[a](" * 80_000,
            "*a **b " * 40_000,
            "a@" * 100_000,
            "1 " * 200_000,
            "{: " * 60_000,
        ),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_bombs_are_answered_in_time(text: str, tmp_path: Path) -> None:
    root = course_with({"docs/index.sq.md": text[:500_000]}, tmp_path)
    start = time.process_time()
    app.check(root, today=DAY)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "name",
    [
        "long lines of 'mos i trego askujt '",
        "long lines of '@ana '",
        "long lines of '116 111 '",
        "long lines of '*a*{lang=en} '",
        "'{lang=en}' behind",
        "links [116 111](contact:helpline)",
    ],
)
def test_files_filled_as_far_as_is_allowed_are_answered_in_time(name: str, tmp_path: Path) -> None:
    [(path, content)] = [rest for one, *rest in fillings() if one == f"filled with {name}"]
    root = course_with({path: content}, tmp_path)
    start = time.process_time()
    app.check(root, today=DAY)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "text", ["[" * 300_000, "{a: " * 90_000, "a:\n" * 120_000, "- a\n" * 120_000, "? " * 200_000]
)
def test_yaml_bombs_are_answered_in_time(text: str, tmp_path: Path) -> None:
    start = time.process_time()
    read_yaml("a.yml", text)
    app.check(course_with({"data/glossary.yml": text}, tmp_path), today=DAY)
    assert time.process_time() - start < 10


@slow
@given(made_of_pieces)
def test_check_and_the_gate_agree(text: str) -> None:
    """What `check` lets through, the gate of the build does not stop."""
    page = f"# A\n\n{text}\n"
    with tempfile.TemporaryDirectory() as folder:
        root = course_with({"docs/a.sq.md": page, "docs/a.en.md": page}, Path(folder))
        found = app.check(root, today=DAY).diagnostics
    if any(one.kind.severity == "error" for one in found):
        return
    html = render(without_comments(read_markdown("a.md", page).text))
    assert [cause for cause in judge_page(html) if "fetches `media/" not in cause] == []


@pytest.mark.parametrize(
    "html",
    [
        *(
            "<script>x</script>",
            "<script src='https://e'></script>",
            "<img src=//e/x>",
            "<p onclick=x>",
            "<iframe src=x>",
        ),
        *(
            "<form action=x>",
            "<a href=javascript:x>",
            "<a href='java&#10;script:x'>",
            "<p id=a><p id='a'>",
            "<base href=x>",
        ),
        *(
            "<style>@import 'x'</style>",
            "<link rel=stylesheet href=https://e>",
            "<img srcset='a 1x, https://e 2x'>",
        ),
        *(
            "<meta http-equiv=refresh content='0; url=https://e'>",
            "<svg><a xlink:href='javascript:x'>",
            "<button formaction=x>",
        ),
        *("<style>@import 'x'", "<STYLE>a{}</STYLE>", "<a 'b href='javascript:x'>"),
    ],
)
def test_the_gate_stops(html: str) -> None:
    assert list(judge_page(html))


def test_the_gate_lets_our_own_pages_pass() -> None:
    html = (
        "<!doctype html><script src='../assets/site.js' defer></script><style>a{b:url(data:image/svg+xml,x)}</style>"
        "<link rel=canonical href='https://a.al/'><link rel=icon href='data:,'><a href='tel:116111' id=a>a</a>"
        "<img src='media/a.svg' alt='a > b'><td style='text-align: right;'><a href='https://b.al'>b</a>"
        "<code>&lt;p id=a onclick=x&gt;</code><script type='application/ld+json'>{}</script><form role=search>"
    )
    assert list(judge_page(html)) == []


def _paths(checked: object, code: str) -> set[str]:
    return {one.span.path for one in checked.diagnostics if one.kind.code == code}  # type: ignore[attr-defined]  # what `app.check` gives
