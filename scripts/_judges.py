"""The programs outside Python that judge our pages; they need Java and Node.js.

`scripts/test.py --all` installs them beside the environment; an ordinary run uses them only where
FIRSTLESSON_REQUIRE_NU=1 asks for the Nu HTML checker, as our own CI does.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import _environment

FOLDER = Path(".venv") / "page"
"""Below the project's root: what is installed stands beside the environment, and goes with it."""


def ensure(environ: Mapping[str, str], *, everything: bool, root: Path) -> dict[str, str]:
    """Install the judges that are wanted, and tell the tests where they stand."""
    if not everything and environ.get("FIRSTLESSON_REQUIRE_NU") != "1":
        return {}
    npm = shutil.which("npm", path=environ.get("PATH", ""))
    if npm is None:
        return _without("npm")
    wanted = (root / "requirements" / "page" / "package.json").read_text(encoding="utf-8")
    folder = root / FOLDER
    stamp = folder / "installed"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") not in _stamps(
        wanted, everything=everything
    ):
        _environment.say(
            "Po instaloj programet që gjykojnë faqet …",
            "Installing the programs that judge the pages …",
        )
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text(wanted, encoding="utf-8")
        # No script of a package runs: Lighthouse uses the browser that is there.
        command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        if not everything:
            command.append("--omit=dev")
        if subprocess.run(command, cwd=folder, check=False).returncode:
            return _without("npm install")
        stamp.write_text(_stamp(wanted, everything=everything), encoding="utf-8")
    return {"FIRSTLESSON_JUDGES": str(folder / "node_modules")}


def _stamp(wanted: str, *, everything: bool) -> str:
    return f"{'all' if everything else 'nu'}\n{wanted}"


def _stamps(wanted: str, *, everything: bool) -> tuple[str, ...]:
    """The stamps of what suffices: all of it holds the one judge too."""
    enough = (_stamp(wanted, everything=True),)
    return enough if everything else (*enough, _stamp(wanted, everything=False))


def _without(what: str) -> dict[str, str]:
    _environment.say(
        f"Pa {what}: provat me Nu dhe me Lighthouse anashkalohen.",
        f"Without {what}: the tests with Nu and Lighthouse are skipped.",
    )
    return {}
