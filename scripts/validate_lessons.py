"""Check all lessons and protocols without building anything."""

from __future__ import annotations

import sys
from typing import Sequence

import _environment


def main(arguments: Sequence[str]) -> int:
    """Make sure of the environment, then let the generator check."""
    python = _environment.ensure("site")
    check = [python, "-m", "firstlesson", "check", "lessons", "protocols"]
    return _environment.hand_over([*check, *arguments])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
