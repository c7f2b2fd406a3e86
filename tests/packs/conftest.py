"""The site of this repository, packed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).resolve().parent.parent / one) for one in ("site", "browser")]
from packing import unzipped
from projects import DAY, own_site, read
from teachers import answers_of_teachers, sentences_of_teachers

from firstlesson import packing
from firstlesson.packs import all_forms
from firstlesson.packs.source import Selection, Source


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's own project with its built site."""
    return own_site(tmp_path_factory.getbasetemp()).parent


@pytest.fixture(scope="session")
def source(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Source:
    """What its packs are made from."""
    work = tmp_path_factory.mktemp("work")
    return packing.pack_source(read(project), project, today=DAY, work=work)


@pytest.fixture(scope="session")
def everything(source: Source) -> Selection:
    """Nothing is left out."""
    course = source.course
    return Selection(tuple(course.audiences), course.languages, whole=True)


@pytest.fixture(scope="session")
def secrets(source: Source, project: Path) -> set[str]:
    """What no pupil may find: a teacher's sentences, and the answers that a teacher keeps."""
    found = sentences_of_teachers(source.course, project)
    found |= answers_of_teachers(source.course, project)
    assert len(found) > 1000
    return found


@pytest.fixture(scope="session")
def zips(source: Source, everything: Selection) -> Mapping[str, bytes]:
    """Every ZIP by its file name."""
    return {file.name: file.data for file in all_forms()["zip"].make(source, everything)}


@pytest.fixture(scope="session")
def folders(
    zips: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Every ZIP as a person has it after unpacking: its one folder, by the ZIP's name."""
    place = tmp_path_factory.mktemp("Të shkarkuara")
    return {name: unzipped(data, place) for name, data in zips.items()}
