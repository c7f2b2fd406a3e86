"""The project's own Python environment: made on the first run, repaired when broken, quick after.

Shared by the commands beside it. It uses the standard library only, and no syntax newer than
Python 3.8, so that an old Python can still say what is wrong.
"""

from __future__ import annotations

import hashlib
import importlib.util
import locale
import os
import subprocess
import sys
from pathlib import Path
from typing import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
LEVELS = ("site", "packs", "test", "dev")  # each holds all of the one before it
SHOWN_LINES = 10  # how much of a failed command's output a person is shown
SHOWN_WIDTH = 160


def ensure(level: str, root: Path = ROOT) -> str:
    """Make sure that `.venv` holds all of a level, and give the path of its Python."""
    refuse_old_python(sys.version_info[:2])
    python = venv_python(root)
    try:
        if is_usable(python) and is_current(root, level):
            return str(python)
        forget(root)
        if not is_usable(python):
            create(root)
        install(root, level)
        remember(root, level)
    except OSError as error:
        raise SystemExit(explain(str(error))) from error
    except KeyboardInterrupt:
        say("\nU ndërpre. Herën tjetër rregullohet vetë.", "\nStopped. The next run repairs it.")
        raise SystemExit(130) from None
    say("Mjedisi është gati.", "The environment is ready.")
    return str(python)


def refuse_old_python(version: tuple[int, ...]) -> None:
    """End with a clear sentence where Python is too old."""
    if version >= OLDEST:
        return
    found = ".".join(map(str, version))
    raise SystemExit(
        either(
            f"Duhet Python 3.11 ose më i ri; ky është Python {found}. "
            "Instaloni një më të ri (https://www.python.org/downloads/) dhe provoni përsëri.",
            f"Python 3.11 or newer is needed; this is Python {found}. "
            "Install a newer one (https://www.python.org/downloads/) and try again.",
        )
    )


# A stamp is written only after all went well, so an interrupted installation has none.


def is_current(root: Path, level: str) -> bool:
    """Whether a level was installed completely, from the files as they now stand."""
    path = stamp(root, level)
    return path.is_file() and path.read_text(encoding="ascii") == digest(root, level)


def forget(root: Path) -> None:
    """Remove all stamps: from now until the end of the installation nothing is certain."""
    for level in LEVELS:
        stamp(root, level).unlink(missing_ok=True)


def remember(root: Path, level: str) -> None:
    """Write the stamps of a level and of those that it holds."""
    for held in LEVELS[: LEVELS.index(level) + 1]:
        stamp(root, held).write_text(digest(root, held), encoding="ascii")


def stamp(root: Path, level: str) -> Path:
    """The file that says what of a level is installed."""
    return root / ".venv" / f"firstlesson-{level}.stamp"


def digest(root: Path, level: str) -> str:
    """All that an installation depends on, the project's place among it, in one number."""
    sum_of_all = hashlib.sha256(f"{sys.version_info[:2]} {root}".encode())
    held = LEVELS[: LEVELS.index(level) + 1]
    for path in (root / "pyproject.toml", *(requirements(root, name) for name in held)):
        sum_of_all.update(hashlib.sha256(path.read_bytes()).digest())
    return sum_of_all.hexdigest()


def requirements(root: Path, level: str) -> Path:
    """The file of a level's exact versions."""
    return root / "requirements" / f"{level}.txt"


def venv_python(root: Path, *, windows: bool = os.name == "nt") -> Path:
    """Where the environment's Python stands."""
    return root / ".venv" / ("Scripts/python.exe" if windows else "bin/python")


def is_usable(python: Path) -> bool:
    """Whether an environment's Python starts, has pip, and is of the version that runs this."""
    if not python.exists():
        return False
    question = "import pip, sys; print(*sys.version_info[:2])"
    ask = [str(python), "-I", "-c", question]
    try:
        answer = subprocess.run(ask, capture_output=True, check=False, text=True)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.split() == [*map(str, sys.version_info[:2])]


def create(root: Path) -> None:
    """Make an empty environment in place of whatever stands there."""
    # Debian keeps both modules, or the second alone, in a package of its own.
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SystemExit(reason("No module named venv"))
    say(
        "Po krijoj mjedisin e projektit në .venv …",
        "Making the project's own environment in .venv …",
    )
    run_quietly([sys.executable, "-m", "venv", "--clear", str(root / ".venv")], root)


def install(root: Path, level: str) -> None:
    """Install a level's packages and the project itself, whose edits count at once."""
    say(
        "Po instaloj paketat e nevojshme; herën e parë zgjat një a dy minuta …",
        "Installing the packages it needs; the first time takes a minute or two …",
    )
    pip = [str(venv_python(root)), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    run_quietly([*pip, "install", "--progress-bar=off", "-r", str(requirements(root, level))], root)
    run_quietly([*pip, "install", "--no-deps", "--no-build-isolation", "-e", "."], root)
    point_plainly(root)
    # Where the system keeps Python from writing what it compiled, every command would compile it anew.
    run_quietly([str(venv_python(root)), "-m", "compileall", "-q", "src/firstlesson"], root)
    if (root / "src/firstlesson/site/render.py").is_file():  # its templates too
        run_quietly([str(venv_python(root)), "-E", "-m", "firstlesson.site.render"], root)


def point_plainly(root: Path) -> None:
    """Let Python find the project by a way that is relative to the environment.

    The installer leaves a module that finds it, since Python 3.11 cannot read an ë in such a file;
    to load that module takes longer than all else that Python does before it begins. In a relative
    way there is no letter of the folders above.
    """
    inside = "lib/*/site-packages", "Lib/site-packages"  # the second one on Windows
    found = {file for at in inside for file in (root / ".venv").glob(f"{at}/_editable_impl_*.pth")}
    for pointer in sorted(found):
        way = os.path.relpath(root / "src", pointer.parent)
        pointer.write_text(way + "\n", encoding="ascii")


def run_quietly(command: Sequence[str], root: Path) -> None:
    """Run a command; at a terminal show the line it is at, and all that matters if it fails."""
    lines = []
    with subprocess.Popen(
        command,
        cwd=root,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            show_progress(lines[-1])
    show_progress("")
    if process.returncode:
        raise SystemExit(explain("\n".join(lines)))


def show_progress(line: str) -> None:
    """Put a line over the one before it, at a terminal only."""
    if sys.stderr.isatty():
        print(f"\r{line.strip()[:76]:<76}\r", end="", file=sys.stderr, flush=True)


REASONS = (
    (
        ("No module named venv", "No module named ensurepip", "ensurepip is not available"),
        (
            "Këtij Python-i i mungon moduli `venv`. Në Debian e Ubuntu: "
            "`apt install python3-venv`; në sisteme të tjera instaloni Python-in e plotë. "
            "Pastaj provoni përsëri."
        ),
        (
            "This Python has no module `venv`. On Debian and Ubuntu: `apt install python3-venv`; "
            "elsewhere install the complete Python. Then try again."
        ),
    ),
    (
        ("No space left on device", "Errno 28", "WinError 112", "Disk quota exceeded"),
        "Disku është plot. Lironi rreth 500 MB dhe provoni përsëri.",
        "The disk is full. Free about 500 MB and try again.",
    ),
    (
        (
            "Failed to establish a new connection",
            "Name or service not known",
            "Temporary failure in name resolution",
            "getaddrinfo failed",
            "Connection refused",
            "ConnectTimeout",
            "ReadTimeout",
            "Read timed out",
            "ProxyError",
            "SSLError",
            "Could not fetch URL",
            "Connection broken",
        ),
        (
            "Paketat nuk u shkarkuan dot. Kontrolloni lidhjen me internetin (dhe proxy-n, nëse "
            "rrjeti juaj ka një) e provoni përsëri; interneti duhet vetëm për instalimin."
        ),
        (
            "The packages could not be downloaded. Check the internet connection (and the proxy, "
            "if your network has one) and try again; only installing needs the internet."
        ),
    ),
)


def explain(output: str) -> str:
    """The last lines of what failed and, below them, where the eye is, the reason."""
    last_lines = (f"  | {line[:SHOWN_WIDTH]}" for line in output.splitlines()[-SHOWN_LINES:])
    return "\n".join((*last_lines, reason(output)))


def reason(output: str) -> str:
    """Why the environment could not be made, and the way out where it is known."""
    for signs, sq, en in REASONS:
        if any(sign in output for sign in signs):
            return either(sq, en)
    return either(
        "Mjedisi nuk u përgatit dot; më sipër janë fjalët e fundit të instaluesit.",
        "The environment could not be made; above are the installer's last words.",
    )


def hand_over(command: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Run a command in the project's root as if it had been called itself; give its exit code."""
    with subprocess.Popen(command, cwd=ROOT, env={**child_environment(), **(extra or {})}) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue  # the command has had the same Ctrl-C and knows best how to end
            return code if code >= 0 else 128 - code  # as a shell reports a signal


def child_environment() -> dict[str, str]:
    """The environment variables for the commands that are started."""
    # On Windows a program that does not name an encoding would garble every ë.
    return {**os.environ, "PYTHONUTF8": "1"}


def say(sq: str, en: str) -> None:
    """Speak to the person, apart from what a command prints."""
    print(either(sq, en), file=sys.stderr, flush=True)


def either(sq: str, en: str) -> str:
    """The sentence in the person's language."""
    return sq if language(os.environ, locale.getlocale()[0]) == "sq" else en


def language(environ: Mapping[str, str], system: str | None) -> str:
    """Albanian where the environment or else the system says so, English everywhere else."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), system or "")
    return "sq" if name.lower().startswith(("sq", "albanian")) else "en"


def main(arguments: Sequence[str]) -> None:
    """Prepare the level that is named: `site`, `test` or `dev`."""
    if len(arguments) != 1 or arguments[0] not in LEVELS:
        raise SystemExit(f"usage: _environment.py {'|'.join(LEVELS)}")
    ensure(arguments[0])


if __name__ == "__main__":
    main(sys.argv[1:])
