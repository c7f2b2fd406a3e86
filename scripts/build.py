"""Build the site, or show it while you write: the first of the README's two commands."""

from __future__ import annotations

import argparse
import sys
from typing import Sequence

import _environment


def main(arguments: Sequence[str]) -> int:
    """Make sure of the environment, then let the generator build or serve."""
    chosen, further = command_line().parse_known_args(arguments)
    python = _environment.ensure("site")
    command = "serve" if chosen.serve else "build"
    return _environment.hand_over([python, "-m", "firstlesson", command, *further])


def command_line() -> argparse.ArgumentParser:
    """What the command takes itself; all else is for the generator."""
    either = _environment.either
    parser = argparse.ArgumentParser(
        allow_abbrev=False,
        usage="build.py [--serve] [...]",
        description=either(
            "Kontrollon mësimet dhe protokollet dhe ndërton faqen në site/.",
            "Checks the lessons and protocols and builds the site in site/.",
        ),
        epilog=either(
            "Çdo argument tjetër i kalon `firstlesson build` (ose `firstlesson serve`); "
            "shtigjet nisin nga dosja e projektit.",
            "Every other argument goes to `firstlesson build` (or `firstlesson serve`); "
            "paths begin in the project's folder.",
        ),
    )
    parser.add_argument(
        "--serve",
        action="store_true",
        help=either(
            "e shfaq faqen në shfletues dhe e përditëson ndërsa shkruani",
            "show the site in a browser and keep it fresh while you write",
        ),
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
