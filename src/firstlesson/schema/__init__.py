"""What an author may write: one module for each kind of file."""

from __future__ import annotations

from collections.abc import Mapping

from firstlesson.schema._base import AgeRange, Localized, Model
from firstlesson.schema.audience import Audience, AudiencesFile
from firstlesson.schema.competence import Competence, CompetencesFile, Outcome
from firstlesson.schema.contact import Confidence, Contact, ContactsFile
from firstlesson.schema.course import CourseFile
from firstlesson.schema.glossary import GlossaryFile, Term
from firstlesson.schema.lesson import LessonFile, Status
from firstlesson.schema.need import Need, NeedsFile
from firstlesson.schema.protocol import ProtocolFile
from firstlesson.schema.quiz import Quiz, QuizFile
from firstlesson.schema.role import Role, RolesFile
from firstlesson.schema.scenario import Scenario, ScenarioFile
from firstlesson.schema.source import Source, SourcesFile
from firstlesson.schema.topic import Topic, TopicsFile
from firstlesson.schema.translation import TranslationFile

FILE_KINDS: Mapping[str, type[Model]] = {
    "lesson.yml": LessonFile,
    "quiz.yml": QuizFile,
    "scenario.yml": ScenarioFile,
    "protocol.yml": ProtocolFile,
    "course.yml": CourseFile,
    "contacts.yml": ContactsFile,
    "glossary.yml": GlossaryFile,
    "audiences.yml": AudiencesFile,
    "roles.yml": RolesFile,
    "topics.yml": TopicsFile,
    "sources.yml": SourcesFile,
    "competences.yml": CompetencesFile,
    "needs.yml": NeedsFile,
    "translation.yml": TranslationFile,
}
"""File name → schema: the loader, the JSON Schemas and the editors' settings follow from it."""

__all__ = [
    "FILE_KINDS",
    "AgeRange",
    "Audience",
    "AudiencesFile",
    "Competence",
    "CompetencesFile",
    "Confidence",
    "Contact",
    "ContactsFile",
    "CourseFile",
    "GlossaryFile",
    "LessonFile",
    "Localized",
    "Model",
    "Need",
    "NeedsFile",
    "Outcome",
    "ProtocolFile",
    "Quiz",
    "QuizFile",
    "Role",
    "RolesFile",
    "Scenario",
    "ScenarioFile",
    "Source",
    "SourcesFile",
    "Status",
    "Term",
    "Topic",
    "TopicsFile",
    "TranslationFile",
]
