"""`firstlesson new`, and completion: what they ask, what they write, and what they refuse."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from overlays import Changes

from firstlesson.outline import slug_of

CourseWith = Callable[[Path | Changes], Path]
ENVIRONMENT = {**os.environ, "FIRSTLESSON_TODAY": "2026-11-22", "PYTHONUTF8": "1", "LC_ALL": "C"}
NAMES = ("--name-sq", "Fjalëkalimet: “tonat”", "--name-en", 'Our "passwords" # 1')
LESSON = (*NAMES, "--about", "words", "--age", "11-14")


@pytest.fixture
def root(course_with: CourseWith) -> Path:
    return course_with({})


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "firstlesson", *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def tree(root: Path) -> Mapping[str, bytes]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("minutes", ["5", "45", "90", "240"])
def test_a_new_lesson_passes_check_at_once(root: Path, minutes: str) -> None:
    made = run(root / "docs", "new", "lesson", "passwords", *LESSON, "--minutes", minutes)
    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines() == [
        "Made 8 files in lessons/passwords.",
        (
            "Open ../lessons/passwords/student.sq.md, write over the example, and look at it with "
            "`firstlesson serve`."
        ),
    ]
    names = sorted(path.name for path in (root / "lessons/passwords").iterdir())
    prose = [f"{who}.{one}.md" for who in ("parent", "student", "teacher") for one in ("en", "sq")]
    assert names == sorted([*prose, "lesson.yml", "translation.yml"])
    text = (root / "lessons/passwords/lesson.yml").read_text(encoding="utf-8")
    assert "creativeWorkStatus: outline\n" in text
    assert "dateCreated: 2026-11-22\n" in text
    assert "reviewedBy" not in text
    check = run(root, "check")
    assert (check.returncode, check.stdout.splitlines()[0]) == (
        0,
        "Checked 2 lessons and 1 protocol: 0 errors, 0 warnings, 0 pieces of advice.",
    )


def test_a_new_protocol_passes_check_at_once(root: Path) -> None:
    made = run(root, "new", "protocol", "missing-pupil", *NAMES, "--about", "words", "--lang", "sq")
    assert made.returncode == 0, made.stderr
    assert "Hapni protocols/missing-pupil/protocol.sq.md" in made.stdout
    assert "0 errors, 0 warnings" in run(root, "check").stdout


@pytest.mark.parametrize("kind", ["lesson", "protocol"])
def test_an_outline_that_nobody_wrote_over_is_never_built(root: Path, kind: str) -> None:
    wish = LESSON if kind == "lesson" else LESSON[:-2]
    assert run(root, "new", kind, "passwords", *wish).returncode == 0
    folder = root / f"{kind}s/passwords"
    facts = folder / f"{kind}.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(
        text.replace("creativeWorkStatus: outline\n", "creativeWorkStatus: draft\n"),
        encoding="utf-8",
    )
    check = run(root, "check", "--format", "json")
    assert check.returncode == 1
    found = [one for one in json.loads(check.stdout)["diagnostics"] if one["code"] == "TXT040"]
    written = {path.name for path in folder.iterdir()} - {"translation.yml"}
    assert {one["path"].rpartition("/")[2] for one in found} == written


def test_a_sensitive_topic_has_guidance_and_an_address_that_gives_nothing_away(root: Path) -> None:
    topics = root / "data/topics.yml"
    topics.write_text(topics.read_text("utf-8").replace("sensitive: false", "sensitive: true"))
    assert run(root, "new", "lesson", "secrets", *LESSON).returncode == 0
    text = (root / "lessons/secrets/lesson.yml").read_text(encoding="utf-8")
    assert "slug: lesson-1\n" in text
    assert "contentGuidance:\n" in text
    assert "supervisionLevel: adult-leads\n" in text
    assert "0 errors, 0 warnings" in run(root, "check", "lessons/secrets").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "missing: --name-sq, --name-en, ID, --about, --age"),
        (("passwords", *NAMES), "missing: --about, --age"),
        (("Fjalët e mia!", *LESSON), "`Fjalët e mia!` cannot be a name: only lower-case"),
        (("Fjalët e mia!", *LESSON), "try `fjalet-e-mia`"),
        (("x" * 61, *LESSON), "60 characters at most"),
        (("../outside", *LESSON), "cannot be a name"),
        (("kind-words", *LESSON), "`lessons/kind-words` exists already"),
        (("passwords", *LESSON, "--about", "word"), "`word` is not in `data/topics.yml`"),
        (("passwords", *LESSON, "--age", "14-11"), "`14-11` are no ages"),
        (("passwords", *LESSON, "--name-sq", "dy\nrreshta"), "a title in one line is needed"),
        (("passwords", *LESSON, "--audience", "cats"), "`cats` is not in `data/audiences.yml`"),
        (("passwords", *LESSON, "--minutes", "4"), "4 is not in the range"),
    ],
)
def test_wrong_use_is_explained_and_writes_nothing(
    root: Path, arguments: Sequence[str], said: str
) -> None:
    before = tree(root)
    made = run(root, "new", "lesson", *arguments)
    assert made.returncode == 2
    assert said in made.stderr
    assert "Traceback" not in made.stderr
    assert tree(root) == before


def test_what_check_would_refuse_is_not_written(root: Path) -> None:
    contacts = root / "data/contacts.yml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace("Linja e provës", "Linja 069 20 12 345"), encoding="utf-8")
    before = tree(root / "lessons")
    made = run(root, "new", "lesson", "passwords", *LESSON)
    assert made.returncode == 2
    assert "error CON" in made.stdout
    assert "nothing was written" in made.stderr
    assert tree(root / "lessons") == before


def test_broken_data_is_said_first(root: Path) -> None:
    (root / "data/topics.yml").write_text("topics: [", encoding="utf-8")
    made = run(root, "new", "lesson", "passwords", *LESSON)
    assert made.returncode == 2
    assert "mend them first: `firstlesson check`" in made.stderr


def asked(root: Path, answers: Sequence[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Runs the command on a terminal and answers what it asks."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "firstlesson", *arguments],
        cwd=root,
        env=ENVIRONMENT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen, waiting = b"", list(answers)
    while True:
        ready, _, _ = select.select([ours], [], [], 60)
        assert ready, seen.decode(errors="replace")
        try:
            data = os.read(ours, 4096)
        except OSError:  # the other end is closed
            data = b""
        if not data:
            break
        seen += data
        if waiting and waiting[0][0] in seen.decode(errors="replace"):
            os.write(ours, f"{waiting.pop(0)[1]}\n".encode())
    os.close(ours)
    assert not waiting, seen.decode(errors="replace")
    return process.wait(), seen.decode()


def test_on_a_terminal_it_asks_in_albanian_and_asks_again(root: Path) -> None:
    code, seen = asked(
        root,
        [
            ("Titulli në shqip: ", "Çelësi ynë"),
            ("Titulli në anglisht: ", "Our key"),
            ("Emri i dosjes [celesi-yne]: ", "kind-words"),
            ("ekziston tashmë", ""),
            ("Temat (një ose disa, me presje): ", "fjalë"),
            ("nuk gjendet te `data/topics.yml`", "words"),
            ("Mosha e nxënësve [11-14]: ", "6-10"),
            ("Për kë [student,parent,teacher]: ", "student"),
        ],
        *("new", "lesson", "--lang", "sq"),
    )
    assert code == 0, seen
    assert "U krijuan 4 skedarë në lessons/celesi-yne." in seen
    assert "typicalAgeRange: 6-10" in (root / "lessons/celesi-yne/lesson.yml").read_text("utf-8")
    assert "0 errors, 0 warnings" in run(root, "check").stdout


def test_whoever_gives_up_leaves_nothing_behind(root: Path) -> None:
    before = tree(root)
    end_of_input = "\x04"
    code, seen = asked(root, [("Title in Albanian: ", end_of_input)], "new", "lesson")
    assert code == 130
    assert "Stopped: nothing was written." in seen
    assert tree(root) == before


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Fjalë të mira!", "fjale-te-mira"),
        ("Çfarë është “miqësia”?", "cfare-eshte-miqesia"),
        ("Si t'i mbrojmë fjalëkalimet", "si-ti-mbrojme-fjalekalimet"),
        ("  12  hapa… ", "12-hapa"),
        ("fjalë " * 20, "fjale-" * 9 + "fjale"),
        ("???", ""),
    ],
)
def test_a_title_gives_a_name(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_gives_a_script(root: Path, shell: str) -> None:
    made = run(root, "completion", shell)
    assert made.returncode == 0
    assert "_FIRSTLESSON_COMPLETE" in made.stdout


def test_completion_knows_the_commands(root: Path) -> None:
    asking = {"_FIRSTLESSON_COMPLETE": "bash_complete", "COMP_WORDS": "firstlesson s"}
    made = subprocess.run(
        [Path(sys.executable).with_name("firstlesson")],
        cwd=root,
        env={**ENVIRONMENT, **asking, "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.split() == ["plain,serve", "plain,status"]
