"""Run any command of the generator without knowing where its environment lives."""

from __future__ import annotations

import sys
from typing import Sequence

import _environment


def main(arguments: Sequence[str]) -> int:
    """Make sure of the environment, then hand the arguments over as they are."""
    python = _environment.ensure("site")
    return _environment.hand_over([python, "-m", "firstlesson", *(arguments or ["--help"])])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
