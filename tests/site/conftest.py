"""The site of this repository, built once for all tests of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Pages, pages_of
from projects import own_site, read

from firstlesson.course.model import Course


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own project."""
    return own_site(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def project(site: Path) -> Path:
    """The copy of the project that it was built from."""
    return site.parent


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """The pages of its site that people read, by path; others only lead on or away."""
    return {path: page for path, page in pages_of(site).items() if page.kind}


@pytest.fixture(scope="session")
def course(project: Path) -> Course:
    """What its site is made from."""
    return read(project)
