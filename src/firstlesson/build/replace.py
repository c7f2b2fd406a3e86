"""Putting a whole new site in the place of the old one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def new_site(root: Path) -> Iterator[Path]:
    """An empty folder below `.build` for a new site; what is left of it is removed."""
    (root / ".build").mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="site-", dir=root / ".build"))
    try:
        yield folder / "new"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(new: Path, site: Path) -> None:
    """Replaces the folder `site` by `new`; both must be on the same disk."""
    old = new.parent / "old"
    if site.exists():
        site.rename(old)
    new.rename(site)
