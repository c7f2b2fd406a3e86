"""From a folder to a `Course`: everything is read, every mistake of all files is reported."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from firstlesson.course.faces import CLOSED, Face, Later, closed_document, closed_prose
from firstlesson.course.faults import MISPLACED_ID, TWICE, UNKNOWN_FILE
from firstlesson.course.folders import folder_of
from firstlesson.course.model import EASY, Course, Lesson, Page, Prose, Protocol
from firstlesson.diagnostics import Diagnostic, Text, has_errors
from firstlesson.schema import (
    AudiencesFile,
    CompetencesFile,
    ContactsFile,
    CourseFile,
    GlossaryFile,
    LessonFile,
    Localized,
    Model,
    NeedsFile,
    ProtocolFile,
    QuizFile,
    RolesFile,
    ScenarioFile,
    SourcesFile,
    TopicsFile,
    TranslationFile,
)
from firstlesson.schema.again import read_again
from firstlesson.schema.read import read_model
from firstlesson.source.characters import judge_characters, without_controls
from firstlesson.source.faults import DUPLICATE_KEY
from firstlesson.source.files import look_through, read_text
from firstlesson.source.limits import judge_passages, judge_prose
from firstlesson.source.markdown import MarkdownDocument, read_markdown
from firstlesson.source.media import MediaFile, read_media
from firstlesson.source.project import FOLDERS
from firstlesson.source.yaml import YamlDocument, read_yaml
from firstlesson.span import Span

M = TypeVar("M", bound=Model)

_PROSE = re.compile(r"([a-z0-9-]+)\.([a-z]{2})\.md")
_NAME = Localized({"sq": "Mësimi i parë", "en": "First Lesson"})
_WITHOUT_SETTINGS = CourseFile(
    name=_NAME,
    description=_NAME,
    publisher="?",
    languages=("sq", "en"),
    site_url="https://first-lesson.example/",
    license="https://creativecommons.org/licenses/by-sa/4.0/",
)


def load(
    root: Path,
    *,
    instead: Mapping[str, str] = MappingProxyType({}),
    closed: Mapping[str, Face] = MappingProxyType({}),
    known: Collection[str] = (),
) -> tuple[Course, list[Diagnostic]]:
    """Reads the course below `root`; what cannot be read is left out and reported.

    `instead` holds texts that are read in place of the files of these paths. The folders of `closed`
    are not read: their faces stand in for them, and nothing is reported of them. The data of `known`
    files were found right before and are not judged again.
    """
    return _Loader(root, instead, closed, known).load()


class _Loader:
    def __init__(
        self,
        root: Path,
        instead: Mapping[str, str],
        closed: Mapping[str, Face],
        known: Collection[str],
    ) -> None:
        self.root = root
        self.instead = instead
        self.closed = closed
        self.known = known
        self.found: list[Diagnostic] = []
        self.documents: dict[str, YamlDocument] = {}
        self.read: set[str] = set()
        self.prose: list[Prose] = []
        there = look_through(root, FOLDERS)
        self.files, self.refused = there.files, there.refused
        self.there = frozenset(self.files)
        self.found.extend(there.problems)
        self.named_wrong = {one.span.path for one in there.problems}
        self.languages: Sequence[str] = _WITHOUT_SETTINGS.languages

    def load(self) -> tuple[Course, list[Diagnostic]]:
        settings = self._model("data/course.yml", CourseFile) or _WITHOUT_SETTINGS
        self.languages = settings.languages
        audiences = self._entries("audiences.yml", AudiencesFile, "audiences")
        competences = self._model("data/competences.yml", CompetencesFile)
        self._twice("competences.yml", "competences", competences)
        self._twice("competences.yml", "outcomes", competences)
        course = Course(
            settings=settings,
            contacts=self._entries("contacts.yml", ContactsFile, "contacts"),
            terms=self._entries("glossary.yml", GlossaryFile, "terms"),
            audiences=audiences,
            roles=self._entries("roles.yml", RolesFile, "roles"),
            topics=self._entries("topics.yml", TopicsFile, "topics"),
            sources=self._entries("sources.yml", SourcesFile, "sources"),
            competences={one.id: one for one in competences.competences} if competences else {},
            outcomes={one.id: one for one in competences.outcomes} if competences else {},
            needs=self._needs(),
            lessons=self._lessons([*audiences, EASY]),
            protocols=self._protocols(),
            pages=self._pages(),
            made_from=self._translations(),
            documents=self.documents,
            prose=tuple(self.prose),
            prose_of=_grouped(self.prose, lambda prose: prose.owner),
            documents_of=_grouped(
                self.documents.values(), lambda document: document.path.rpartition("/")[0]
            ),
            files=frozenset([*self.files, *self.refused]),
            media=self._all_media(),
        )
        self._left_over()
        return course, [one for one in self.found if folder_of(one.span.path) not in self.closed]

    def _left_over(self) -> None:
        """Reports every file that nobody asked for: its name or place is wrong."""
        known = self.read | {one.span.path for one in self.found}
        for path in self.files:
            if path not in known and "/media/" not in path:
                self.found.append(_unknown_file(path, None, self.languages))

    def _needs(self) -> dict[str, Any]:
        """Words of need are a country's own: a course without them has a search all the same."""
        there = "data/needs.yml" in self.there
        return self._entries("needs.yml", NeedsFile, "needs") if there else {}

    def _lessons(self, editions: Sequence[str]) -> dict[str, Lesson]:
        lessons = []
        for folder in self._folders("lessons"):
            prose = self._prose(folder, editions)
            data = self._model(f"{folder}/lesson.yml", LessonFile)
            quiz = self._optional(f"{folder}/quiz.yml", QuizFile)
            scenario = self._optional(f"{folder}/scenario.yml", ScenarioFile)
            if data is None or not self._at_home(folder, data):
                continue
            lessons.append(
                Lesson(
                    data,
                    self.documents[f"{folder}/lesson.yml"],
                    {(one.name, one.language): one for one in prose},
                    quiz,
                    self.documents.get(f"{folder}/quiz.yml"),
                    scenario,
                    self.documents.get(f"{folder}/scenario.yml"),
                    self._media(folder),
                )
            )
        return _in_place(lessons)

    def _protocols(self) -> dict[str, Protocol]:
        protocols = []
        for folder in self._folders("protocols"):
            prose = self._prose(folder, ["protocol"])
            data = self._model(f"{folder}/protocol.yml", ProtocolFile)
            if data is None or not self._at_home(folder, data):
                continue
            source = self.documents[f"{folder}/protocol.yml"]
            texts = {one.language: one for one in prose}
            protocols.append(Protocol(data, source, texts, self._media(folder)))
        return _in_place(protocols)

    def _pages(self) -> dict[str, Page]:
        pages: dict[str, dict[str, Prose]] = {}
        for one in self._prose("docs", None):
            pages.setdefault(one.name, {})[one.language] = one
        return {name: Page(name, prose) for name, prose in sorted(pages.items())}

    def _translations(self) -> dict[str, dict[str, dict[str, str]]]:
        """What the tool noted about translations, by owner; their documents are no author's."""
        noted: dict[str, dict[str, dict[str, str]]] = {}
        for path in self.files:
            if path.endswith("/translation.yml"):
                owner = path.rpartition("/")[0]
                if folder_of(path) in self.closed:
                    noted[owner] = CLOSED
                elif made := self._model(path, TranslationFile):
                    noted[owner] = made.made_from
                self.documents.pop(path, None)
                self.read.add(path)
        return noted

    def _folders(self, kind: str) -> list[str]:
        """The folders of lessons or protocols; a file beside them is out of place."""
        inside = self._below(kind)
        for path in inside:
            if path.count("/") == 1:
                self.found.append(Diagnostic(UNKNOWN_FILE, Span.of_file(path), _OUT_OF_PLACE))
        return sorted({"/".join(p.split("/")[:2]) for p in inside if p.count("/") > 1})

    def _prose(self, folder: str, names: Sequence[str] | None) -> list[Prose]:
        """The prose files of a folder; any name will do where `names` is None."""
        found = []
        for path in self._below(folder):
            if path.rpartition("/")[0] != folder or path.endswith((".yml", ".yaml")):
                continue
            match = _PROSE.fullmatch(path.rpartition("/")[2])
            if not match or match[2] not in self.languages or (names and match[1] not in names):
                if path not in self.named_wrong:
                    self.found.append(_unknown_file(path, names, self.languages))
                continue
            if document := self._markdown(path):
                found.append(Prose(folder, match[1], match[2], document))
        self.prose.extend(found)
        return found

    def _markdown(self, path: str) -> MarkdownDocument | None:
        if folder_of(path) in self.closed:
            return closed_prose(path, self._face(path).places[path])
        text, problems = self._text(path)
        self.found.extend(problems)
        if tangled := judge_prose(path, text):
            self.found.append(tangled)
            return None
        if not text and problems:
            return None
        document = read_markdown(path, text)
        if tangled := judge_passages(document):
            self.found.append(tangled)
            return None
        return document

    def _face(self, path: str) -> Face:
        self.read.add(path)
        return self.closed[folder_of(path)]

    def _text(self, path: str) -> tuple[str, list[Diagnostic]]:
        self.read.add(path)
        if path in self.instead:
            text = self.instead[path]
            return text, list(judge_characters(path, text))
        return read_text(self.root, path)

    def _media(self, folder: str) -> tuple[str, ...]:
        return tuple(self._below(f"{folder}/media"))

    def _below(self, folder: str) -> list[str]:
        """The files below a folder; they stand together, for `files` is sorted."""
        after = f"{folder}{chr(ord('/') + 1)}"
        return self.files[bisect_left(self.files, f"{folder}/") : bisect_left(self.files, after)]

    def _all_media(self) -> dict[str, MediaFile]:
        """What every file of a `media/` folder tells of itself."""
        found = {}
        for path in self.files:
            if "/media/" in path and folder_of(path) in self.closed:
                found[path] = CLOSED
            elif "/media/" in path:
                found[path], problems = read_media(self.root, path)
                self.found.extend(problems)
        return found

    def _at_home(self, folder: str, data: LessonFile | ProtocolFile) -> bool:
        """Whether the data of a folder name it; those of a closed one do."""
        if folder in self.closed or folder.rpartition("/")[2] == data.id:
            return True
        kind = "lesson" if folder.startswith("lessons/") else "protocol"
        document = self.documents[f"{folder}/{kind}.yml"]
        said = Text(
            sq=f"`id` është `{data.id}`, por dosja quhet `{folder.rpartition('/')[2]}`",
            en=f"`id` is `{data.id}`, but the folder is called `{folder.rpartition('/')[2]}`",
        )
        hint = Text(sq="bëjini të njëjta", en="make them the same")
        self.found.append(Diagnostic(MISPLACED_ID, document.span("id"), said, hint))
        return False

    def _optional(self, path: str, model: type[M]) -> M | None:
        return self._model(path, model) if path in self.there else None

    def _model(self, path: str, model: type[M]) -> M | None:
        if folder_of(path) in self.closed:
            return self._closed_model(path, model)
        text, problems = self._text(path)
        self.found.extend(problems)
        if problems and not text:
            return None
        document, problems = read_yaml(path, without_controls(text))
        self.documents[path] = document
        self.found.extend(problems)
        if has_errors([one for one in problems if one.kind is not DUPLICATE_KEY]):
            return None  # half a file would only raise mistakes that are not there
        if path in self.known:
            return read_again(document.data, model)
        made, problems = read_model(document, model, languages=self.languages)
        self.found.extend(problems)
        return made

    def _closed_model(self, path: str, model: type[M]) -> M | None:
        """The facts that a closed folder shows, once more as a model; they were without a fault."""
        facts = self._face(path).facts
        if path not in self.there:
            return None
        data = facts.get(path, CLOSED)
        self.documents[path] = closed_document(path, data)
        if data is CLOSED:
            return CLOSED  # type: ignore[no-any-return]  # it stands for anything
        later: Any = Later(lambda: read_again(data, model))
        return cast("M", later)  # it answers as the model does

    def _entries(self, name: str, model: type[Model], key: str) -> dict[str, Any]:
        """The entries of a data file by their id; of two equal ids the first counts."""
        made = self._model(f"data/{name}", model)
        self._twice(name, key, made)
        entries: dict[str, Any] = {}
        for entry in getattr(made, key) if made else ():
            entries.setdefault(entry.id, entry)
        return entries

    def _twice(self, name: str, key: str, made: Model | None) -> None:
        """Reports every id of a data file that stands there before."""
        seen: set[str] = set()
        for index, entry in enumerate(getattr(made, key) if made else ()):
            if entry.id in seen:
                at = self.documents[f"data/{name}"].span(key, index, "id")
                said = Text(sq=f"`{entry.id}` shënohet dy herë", en=f"`{entry.id}` stands twice")
                self.found.append(Diagnostic(TWICE, at, said))
            seen.add(entry.id)


T = TypeVar("T")


Owner = TypeVar("Owner", Lesson, Protocol)


def _in_place(owners: Iterable[Owner]) -> dict[str, Owner]:
    """Lessons or protocols by their id, in the order that their data tell; no closed one is opened."""

    def place(one: Owner) -> tuple[int, str]:
        data: Any = one.source.data
        return int(data.get("position") or 10**6), one.id

    return {one.id: one for one in sorted(owners, key=place)}


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {name: tuple(group) for name, group in groups.items()}


def _unknown_file(path: str, names: Sequence[str] | None, languages: Sequence[str]) -> Diagnostic:
    shown = ", ".join(names or ["<name>"])
    said = Text(
        sq="ky skedar nuk ka vend këtu, prandaj askush nuk do ta shihte",
        en="this file has no place here, so nobody would see it",
    )
    hint = Text(
        sq=f"skedarët quhen `<emri>.<gjuha>.md`; emrat: {shown}; gjuhët: {', '.join(languages)}",
        en=f"files are called `<name>.<language>.md`; names: {shown}; "
        f"languages: {', '.join(languages)}",
    )
    return Diagnostic(UNKNOWN_FILE, Span.of_file(path), said, hint)


_OUT_OF_PLACE = Text(
    sq="ky skedar duhet të jetë brenda dosjes së një mësimi ose protokolli",
    en="this file must stand inside the folder of a lesson or protocol",
)
