"""Run the tests: the second of the README's two commands."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import Iterator, Mapping, Sequence

import _environment
import _judges

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)


def main(arguments: Sequence[str]) -> int:
    """Make sure of the environment, find a browser, then let pytest run."""
    chosen, further = command_line().parse_known_args(arguments)
    python = _environment.ensure("test")
    extra = browser_setting(os.environ)
    extra.update(_judges.ensure(os.environ, everything=chosen.all, root=_environment.ROOT))
    if chosen.all:
        extra["FIRSTLESSON_ALL"] = "1"
    return _environment.hand_over([python, "-m", "pytest", *further], extra)


def command_line() -> argparse.ArgumentParser:
    """What the command takes itself; all else is for pytest."""
    either = _environment.either
    parser = argparse.ArgumentParser(
        allow_abbrev=False,
        usage="test.py [--all] [...]",
        description=either("Kryen provat.", "Runs the tests."),
        epilog=either(
            "Çdo argument tjetër i kalon pytest; shtigjet nisin nga dosja e projektit.",
            "Every other argument goes to pytest; paths begin in the project's folder.",
        ),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=either("edhe provat e ngadalta", "the slow tests too"),
    )
    return parser


def browser_setting(environ: Mapping[str, str]) -> dict[str, str]:
    """What the tests are told about the browser; ends where one is demanded and missing."""
    browser = find_browser(environ, sys.platform)
    if browser:
        return {"FIRSTLESSON_BROWSER": browser}
    asked_for = environ.get("FIRSTLESSON_BROWSER")
    if asked_for:
        raise SystemExit(
            _environment.either(
                f"FIRSTLESSON_BROWSER thotë {asked_for}, por aty nuk ka program.",
                f"FIRSTLESSON_BROWSER says {asked_for}, but there is no such program.",
            )
        )
    if environ.get("FIRSTLESSON_REQUIRE_BROWSER") == "1":
        raise SystemExit(
            _environment.either(
                "Nuk u gjet as Chromium, as Chrome, dhe FIRSTLESSON_REQUIRE_BROWSER=1 e kërkon. "
                "Instaloni Chromium-in ose tregojeni te FIRSTLESSON_BROWSER.",
                "Neither Chromium nor Chrome was found, and FIRSTLESSON_REQUIRE_BROWSER=1 asks "
                "for one. Install Chromium, or name it in FIRSTLESSON_BROWSER.",
            )
        )
    _environment.say(
        "Nuk u gjet as Chromium, as Chrome: provat në shfletues anashkalohen.",
        "Neither Chromium nor Chrome was found: the tests in a browser are skipped.",
    )
    return {}


def find_browser(environ: Mapping[str, str], platform: str) -> str | None:
    """The browser that is named, else the first on the path, else one in a usual place."""
    path = environ.get("PATH", "")
    asked_for = environ.get("FIRSTLESSON_BROWSER")
    if asked_for:
        return shutil.which(asked_for, path=path)
    candidates = (*NAMES, *map(str, usual_places(environ, platform)))
    found = (shutil.which(candidate, path=path) for candidate in candidates)
    return next(filter(None, found), None)


def usual_places(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Where browsers stand on systems that do not put them on the path."""
    if platform == "darwin":
        for folder in (Path("/Applications"), Path(environ.get("HOME", "/")) / "Applications"):
            for name in ("Chromium", "Google Chrome", "Microsoft Edge"):
                yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    if platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if environ.get(variable):
                folder = Path(environ[variable])
                yield folder / "Chromium" / "Application" / "chrome.exe"
                yield folder / "Google" / "Chrome" / "Application" / "chrome.exe"
                yield folder / "Microsoft" / "Edge" / "Application" / "msedge.exe"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
