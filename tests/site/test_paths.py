"""The site can be copied to any disk: a USB stick, an old Windows computer, a ZIP file."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from projects import files

LONGEST = 135
"""Windows allows 259 characters; the rest is for the folder that people copy the site into."""

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")


def test_paths_are_short_and_plain(site: Path) -> None:
    faults = [path for path in files(site) if len(path) > LONGEST or not path.isascii()]
    assert faults == []


def test_windows_can_write_every_name(site: Path) -> None:
    names = {name for path in files(site) for name in path.split("/")}
    faults = [
        name
        for name in names
        if RESERVED.match(name) or re.search(r'[<>:"\\|?*\s]', name) or name.endswith(".")
    ]
    assert faults == []


def test_no_two_paths_differ_in_case_alone(site: Path) -> None:
    counted = Counter(path.casefold() for path in files(site))
    assert [path for path, count in counted.items() if count > 1] == []
