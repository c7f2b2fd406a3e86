"""The two commands and what they share: no network, no part of our own code replaced."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LEVELS = ("site", "packs", "test", "dev")
on_posix = pytest.mark.skipif(os.name == "nt", reason="a stand-in program is a shell script")


def load(name: str) -> ModuleType:
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def environment() -> ModuleType:
    return load("_environment")


@pytest.fixture
def commands(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setitem(sys.modules, "_environment", environment)
    monkeypatch.setitem(sys.modules, "_judges", load("_judges"))
    return load("test")


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that installs without a network: it needs nothing and builds itself."""
    root = tmp_path / "Mësimi i parë"
    (root / "requirements").mkdir(parents=True)
    for level in LEVELS:
        (root / "requirements" / f"{level}.txt").write_text("# nothing\n", encoding="utf-8")
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
        encoding="utf-8",
    )
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")
    return root


BACKEND = """
from pathlib import Path
from zipfile import ZipFile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    info = "lesson_one-1.dist-info"
    files = {
        "lesson_one.py": "",
        f"{info}/METADATA": "Metadata-Version: 2.1\\nName: lesson_one\\nVersion: 1\\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\\n" for name in [*files, f"{info}/RECORD"])
    name = "lesson_one-1-py3-none-any.whl"
    with ZipFile(Path(wheel_directory) / name, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return name
"""


def program(path: Path, script: str = "exit 0") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def failing_pip(environment: ModuleType, root: Path, words: str) -> Path:
    """An environment's Python that is sound but for its pip."""
    script = f'case "$*" in "-m pip "*) echo "{words}"; exit 1;; esac\nexec "{sys.executable}" "$@"'
    return program(environment.venv_python(root), script)


def test_python_finds_the_project_below_any_letters(
    environment: ModuleType, tmp_path: Path
) -> None:
    root = tmp_path / "Mësimi i parë"
    packages = root / ".venv/lib/python3.11/site-packages"
    packages.mkdir(parents=True)
    (packages / "_editable_impl_lesson.pth").write_text("import _editable_impl_lesson\n", "ascii")
    (root / "src").mkdir()
    (root / "src/lesson_one.py").write_text("print('found')\n", "ascii")

    environment.point_plainly(root)

    ask = f"import site; site.addsitedir({str(packages)!r}); import lesson_one"
    found = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert found.stdout == "found\n"


# Python's version


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_old_python_is_refused(environment: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed; this is Python 3\."):
        environment.refuse_old_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_newer_python_is_welcome(environment: ModuleType, version: tuple[int, int]) -> None:
    environment.refuse_old_python(version)


# Language


@pytest.mark.parametrize(
    ("environ", "system", "expected"),
    [
        ({"LANG": "sq_AL.UTF-8"}, None, "sq"),
        ({"LANG": "sq"}, None, "sq"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "sq_AL.UTF-8"}, None, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "sq_XK", "LANG": "en_US"}, None, "sq"),
        ({"LANG": "C.UTF-8"}, "sq_AL", "en"),
        ({}, "sq_AL", "sq"),
        ({}, "Albanian_Albania", "sq"),
        ({}, None, "en"),
    ],
)
def test_the_language_is_the_persons(
    environment: ModuleType, environ: dict[str, str], system: str | None, expected: str
) -> None:
    assert environment.language(environ, system) == expected


def test_messages_are_albanian_for_an_albanian(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sq_AL.UTF-8")
    with pytest.raises(SystemExit, match=r"Duhet Python 3\.11 ose më i ri"):
        environment.refuse_old_python((3, 9))


# Stamps


def test_nothing_is_current_before_the_first_installation(
    environment: ModuleType, project: Path
) -> None:
    assert not any(environment.is_current(project, level) for level in LEVELS)


def test_a_level_holds_those_before_it(environment: ModuleType, project: Path) -> None:
    (project / ".venv").mkdir()
    environment.remember(project, "test")
    assert [environment.is_current(project, level) for level in LEVELS] == [True, True, True, False]


def test_an_installation_under_way_leaves_no_stamp(environment: ModuleType, project: Path) -> None:
    (project / ".venv").mkdir()
    environment.remember(project, "dev")
    environment.forget(project)
    assert list((project / ".venv").iterdir()) == []


@pytest.mark.parametrize(
    ("changed", "still_current"),
    [
        ("requirements/site.txt", []),
        ("requirements/packs.txt", ["site"]),
        ("requirements/test.txt", ["site", "packs"]),
        ("requirements/dev.txt", ["site", "packs", "test"]),
        ("pyproject.toml", []),
    ],
)
def test_a_changed_file_is_noticed(
    environment: ModuleType, project: Path, changed: str, still_current: list[str]
) -> None:
    (project / ".venv").mkdir()
    environment.remember(project, "dev")
    with (project / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert [level for level in LEVELS if environment.is_current(project, level)] == still_current


def test_a_moved_project_is_noticed(environment: ModuleType, project: Path) -> None:
    (project / ".venv").mkdir()
    environment.remember(project, "site")
    moved = project.rename(project.with_name("elsewhere"))
    assert not environment.is_current(moved, "site")


# The environment


def test_python_stands_where_each_system_puts_it(environment: ModuleType, tmp_path: Path) -> None:
    venv = tmp_path / ".venv"
    assert environment.venv_python(tmp_path, windows=False) == venv / "bin" / "python"
    assert environment.venv_python(tmp_path, windows=True) == venv / "Scripts" / "python.exe"


def test_an_environment_is_made_kept_and_rebuilt(
    environment: ModuleType, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    python = environment.ensure("site", project)
    assert environment.hand_over([python, "-c", "import lesson_one"]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == "The environment is ready."

    assert environment.ensure("site", project) == python
    assert capfd.readouterr().err == "", "the second run has nothing to do"

    Path(python).unlink()
    assert environment.ensure("site", project) == python
    assert "Making the project's own environment" in capfd.readouterr().err


@on_posix
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("Failed to establish a new connection: [Errno -2]", "Check the internet connection"),
        ("metadata-generation-failed", "the installer's last words"),
    ],
)
def test_a_failure_names_the_way_out_and_is_repaired_next_time(
    environment: ModuleType, project: Path, words: str, answer: str
) -> None:
    failing_pip(environment, project, words)
    environment.remember(project, "site")
    with pytest.raises(SystemExit, match=re.escape(answer)) as failure:
        environment.ensure("test", project)
    assert words in str(failure.value)
    assert not any(environment.is_current(project, level) for level in LEVELS)


def test_a_missing_venv_module_names_the_package(environment: ModuleType) -> None:
    assert "`apt install python3-venv`" in environment.reason("ensurepip is not available")


def test_only_the_last_lines_of_a_long_failure_are_shown(environment: ModuleType) -> None:
    shown = environment.explain("\n".join(f"line {number}" for number in range(100)))
    assert "line 99" in shown
    assert "line 80" not in shown


@on_posix
@pytest.mark.parametrize(("script", "code"), [("exit 0", 0), ("exit 3", 3), ("kill -15 $$", 143)])
def test_the_exit_code_is_passed_through(
    environment: ModuleType, tmp_path: Path, script: str, code: int
) -> None:
    assert environment.hand_over([str(program(tmp_path / "run", script))]) == code


# The browser


@on_posix
def test_a_browser_is_found_on_the_path(commands: ModuleType, tmp_path: Path) -> None:
    browser = program(tmp_path / "google-chrome")
    assert commands.find_browser({"PATH": str(tmp_path)}, "linux") == str(browser)


@on_posix
def test_the_named_browser_comes_first(commands: ModuleType, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium")
    named = program(tmp_path / "my own browser")
    environ = {"PATH": str(tmp_path / "bin"), "FIRSTLESSON_BROWSER": str(named)}
    assert commands.browser_setting(environ) == {"FIRSTLESSON_BROWSER": str(named)}


@on_posix
def test_a_file_that_does_not_run_is_no_browser(commands: ModuleType, tmp_path: Path) -> None:
    program(tmp_path / "chromium").chmod(0o644)
    assert commands.find_browser({"PATH": str(tmp_path)}, "linux") is None


@on_posix
@pytest.mark.parametrize(
    ("platform", "variable", "place"),
    [
        ("darwin", "HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("win32", "PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
        ("win32", "LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
    ],
)
def test_the_usual_places_are_searched(
    commands: ModuleType, tmp_path: Path, platform: str, variable: str, place: str
) -> None:
    places = commands.usual_places({variable: str(tmp_path)}, platform)
    assert tmp_path / place in places


def test_a_missing_browser_is_said(
    commands: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skip_where_a_browser_stands_off_the_path(commands)
    assert commands.browser_setting({"PATH": str(tmp_path)}) == {}
    assert "the tests in a browser are skipped" in capsys.readouterr().err


def test_a_missing_browser_is_a_failure_where_one_is_demanded(
    commands: ModuleType, tmp_path: Path
) -> None:
    skip_where_a_browser_stands_off_the_path(commands)
    environ = {"PATH": str(tmp_path), "FIRSTLESSON_REQUIRE_BROWSER": "1"}
    with pytest.raises(SystemExit, match="Neither Chromium nor Chrome was found"):
        commands.browser_setting(environ)


def test_a_wrongly_named_browser_is_a_failure(commands: ModuleType, tmp_path: Path) -> None:
    environ = {"PATH": "", "FIRSTLESSON_BROWSER": str(tmp_path / "nowhere")}
    with pytest.raises(SystemExit, match="there is no such program"):
        commands.browser_setting(environ)


def skip_where_a_browser_stands_off_the_path(commands: ModuleType) -> None:
    if commands.find_browser({"PATH": ""}, sys.platform):
        pytest.skip("this system has a browser in a usual place")


# The commands as they are called


@pytest.mark.parametrize(
    ("name", "words"), [("build", "firstlesson build"), ("test", "goes to pytest")]
)
def test_help_needs_no_environment_and_works_from_any_folder(
    tmp_path: Path, name: str, words: str
) -> None:
    script = str(ROOT / "scripts" / f"{name}.py")
    run = subprocess.run(
        [sys.executable, script, "--help"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        encoding="utf-8",
    )
    assert words in run.stdout
    assert run.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [["-k", "not slow", "--maxfail=1"], ["tests/test_scripts.py", "-x"], ["--co", "-q", "tests"]],
)
def test_arguments_reach_pytest_as_they_were_given(
    commands: ModuleType, arguments: list[str]
) -> None:
    chosen, further = commands.command_line().parse_known_args(["--all", *arguments])
    assert chosen.all
    assert further == arguments


# The pinned versions


@pytest.mark.parametrize(
    ("level", "begins"),
    [("packs", "-r site.txt"), ("test", "-r packs.txt"), ("dev", "-r test.txt")],
)
def test_a_level_begins_with_the_one_before_it(level: str, begins: str) -> None:
    assert pins(level)[0] == begins


@pytest.mark.parametrize("level", LEVELS)
def test_every_package_is_pinned_exactly(level: str) -> None:
    exact = re.compile(r"[A-Za-z0-9._-]+==[\w.]+( ; .+)?")
    own = (pin for pin in pins(level) if not pin.startswith("-r "))
    assert [pin for pin in own if not exact.fullmatch(pin)] == []


def pins(level: str) -> list[str]:
    lines = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_the_pins_hold_all_that_the_project_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned: dict[str, list[str]] = {}
    for pin in (*pins("site"), *pins("packs")[1:]):
        requirement = Requirement(pin)
        version = next(iter(requirement.specifier)).version
        pinned.setdefault(canonicalize_name(requirement.name), []).append(version)
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    for text in (*project["dependencies"], *extras):
        wanted = Requirement(text)
        versions = pinned[canonicalize_name(wanted.name)]
        assert all(wanted.specifier.contains(version) for version in versions), text
