"""The course: what was written, wrapped together with where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from firstlesson.schema import (
    Audience,
    Competence,
    Contact,
    CourseFile,
    LessonFile,
    Need,
    Outcome,
    ProtocolFile,
    QuizFile,
    Role,
    ScenarioFile,
    Source,
    Term,
    Topic,
)
from firstlesson.source.markdown import MarkdownDocument
from firstlesson.source.media import MediaFile
from firstlesson.source.yaml import YamlDocument

EASY = "easy"
"""The edition for easy reading, beside the student's."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown file: whose it is, which edition, in which language."""

    owner: str
    """`lessons/<id>`, `protocols/<id>` or `docs`."""
    name: str
    """The file's name without language: an edition, `protocol`, or the page's name."""
    language: str
    document: MarkdownDocument

    @property
    def path(self) -> str:
        """The file, relative to the project's root."""
        return self.document.path


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson module: one folder of `lessons/`."""

    data: LessonFile
    source: YamlDocument
    prose: Mapping[tuple[str, str], Prose]
    """By edition (an audience id, or `easy`) and language."""
    quiz: QuizFile | None = None
    quiz_source: YamlDocument | None = None
    scenario: ScenarioFile | None = None
    scenario_source: YamlDocument | None = None
    media: tuple[str, ...] = ()
    """Files of `media/`, relative to the project's root."""

    @property
    def id(self) -> str:
        """The folder's name, which its data repeat."""
        return self.folder.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder, relative to the project's root."""
        return self.source.path.rsplit("/", 1)[0]

    def texts(self, edition: str) -> Mapping[str, Prose]:
        """The text of an edition by language."""
        return {language: one for (name, language), one in self.prose.items() if name == edition}

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions there are, in the order of `audience`; the easy one follows the student's."""
        named = [*self.data.audience]
        if any(edition == EASY for edition, _ in self.prose):
            at = named.index("student") + 1 if "student" in named else len(named)
            named.insert(at, EASY)
        return tuple(named)


@dataclass(frozen=True, slots=True)
class Protocol:
    """A protocol: one folder of `protocols/`."""

    data: ProtocolFile
    source: YamlDocument
    prose: Mapping[str, Prose]
    """The background, by language."""
    media: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The folder's name, which its data repeat."""
        return self.folder.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder, relative to the project's root."""
        return self.source.path.rsplit("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page of `docs/`."""

    name: str
    prose: Mapping[str, Prose]


@dataclass(frozen=True, slots=True)
class Course:
    """The whole course."""

    settings: CourseFile
    lessons: Mapping[str, Lesson]
    protocols: Mapping[str, Protocol]
    pages: Mapping[str, Page]
    contacts: Mapping[str, Contact]
    terms: Mapping[str, Term]
    audiences: Mapping[str, Audience]
    roles: Mapping[str, Role]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    competences: Mapping[str, Competence]
    outcomes: Mapping[str, Outcome]
    needs: Mapping[str, Need]
    documents: Mapping[str, YamlDocument]
    """Every YAML file that could be read, by its path."""
    made_from: Mapping[str, Mapping[str, Mapping[str, str]]]
    """Owner → language → unit → digest of the source text its translation was made from."""
    prose: tuple[Prose, ...]
    """Every prose file, those of a lesson whose `lesson.yml` is broken included."""
    prose_of: Mapping[str, tuple[Prose, ...]]
    """The prose of each folder."""
    documents_of: Mapping[str, tuple[YamlDocument, ...]]
    """The YAML files of each folder."""
    files: frozenset[str]
    """Every file of the course's folders, to see what a link leads to."""
    media: Mapping[str, MediaFile]
    """What every file of a `media/` folder tells of itself, by its path."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, the source language first."""
        return self.settings.languages

    @property
    def source_language(self) -> str:
        """The language in which texts are written first."""
        return self.settings.languages[0]

    def in_language(self, texts: Mapping[str, Prose], language: str) -> Prose | None:
        """A text in a language; in the first other one that there is where it is missing."""
        there = (texts[one] for one in (language, *self.languages) if one in texts)
        return next(there, None)
