"""The audiences of a lesson against its prose files."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._did_you_mean import close_to
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import EASY, Course, Lesson, Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Status
from firstlesson.span import Span

TELLS = "if-a-child-tells-you"


@check(
    "SCH054",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush e hap botimin e vet duhet të gjejë një tekst, jo një faqe bosh.",
        en="Anyone who opens an edition must find a text, not an empty page.",
    ),
)
def audience_without_text(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Every audience of a lesson has a prose file in the source language."""
    for index, audience in enumerate(lesson.data.audience):
        path = f"{lesson.folder}/{audience}.{course.source_language}.md"
        if audience in course.audiences and path not in course.files:
            strays = [name for name, _ in lesson.prose if name not in lesson.data.audience]
            yield Finding(
                lesson.source.span("audience", index),
                Text(
                    sq=f"mungon teksti `{audience}.{course.source_language}.md`",
                    en=f"the text `{audience}.{course.source_language}.md` is missing",
                ),
                Text(
                    sq=f"shkruajeni, ose hiqni `{audience}` nga `audience`"
                    + (f"; mos deshët `{strays[0]}`?" if strays and strays[0] != EASY else ""),
                    en=f"write it, or remove `{audience}` from `audience`"
                    + (f"; did you mean `{strays[0]}`?" if strays and strays[0] != EASY else ""),
                ),
            )


@check(
    "SCH055",
    severity=Severity.ERROR,
    why=Text(
        sq="Një tekst për lexues që mësimi nuk i shënon nuk del në faqe, dhe askush nuk e vë re.",
        en="A text for readers whom the lesson does not name never reaches the site, and nobody notices.",
    ),
)
def text_for_nobody(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """Every prose file is for one of the lesson's audiences; one finding for each edition."""
    told: set[str] = set()
    for prose in sorted(lesson.prose.values(), key=lambda one: _source_first(one, course)):
        edition = prose.name
        missing = [
            one
            for one in lesson.data.audience
            if f"{lesson.folder}/{one}.{course.source_language}.md" not in course.files
        ]
        if edition in (*lesson.data.audience, EASY, *told) or missing:
            continue
        told.add(edition)
        yield Finding(
            Span.of_file(prose.path),
            Text(
                sq=f"mësimi nuk është për `{edition}`, prandaj ky tekst nuk del askund",
                en=f"the lesson is not for `{edition}`, so this text appears nowhere",
            ),
            Text(
                sq=f"shtoni `{edition}` te `audience`, ose fshijeni skedarin",
                en=f"add `{edition}` to `audience`, or delete the file",
            ),
            related=(lesson.source.key_span("audience"),),
        )


@check(
    "SCH056",
    severity=Severity.ERROR,
    why=Text(
        sq="Botimi i lehtë është i nxënësit; pa të nuk ka faqe ku të lidhet.",
        en="The easy edition is the pupils'; without theirs there is no page that leads to it.",
    ),
)
def easy_without_student(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """An edition for easy reading stands beside one for pupils."""
    minors = {one.id for one in course.audiences.values() if one.minor}
    easy = sorted(
        (prose for prose in lesson.prose.values() if prose.name == EASY),
        key=lambda one: _source_first(one, course),
    )
    if easy and minors and not minors.intersection(lesson.data.audience):
        yield Finding(
            Span.of_file(easy[0].path),
            Text(
                sq="një botim i lehtë, por mësimi nuk është për nxënës",
                en="an easy edition, but the lesson is not for pupils",
            ),
            Text(
                sq="shtoni `student` te `audience` dhe tekstin e tij",
                en="add `student` to `audience`, and its text",
            ),
            related=(lesson.source.key_span("audience"),),
        )


@check(
    "SCH057",
    severity=Severity.WARNING,
    why=Text(
        sq="Pas një mësimi për një temë të ndjeshme shpesh një fëmijë tregon; mësuesi duhet ta ketë hapin gati.",
        en="After a lesson on a sensitive topic a child often tells; a teacher must have the step at hand.",
    ),
)
def nothing_if_a_child_tells(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """The teacher's text of a sensitive lesson has a section `if-a-child-tells-you`."""
    sensitive = any(
        course.topics[one].sensitive for one in lesson.data.about if one in course.topics
    )
    prose = lesson.prose.get(("teacher", course.source_language))
    if (
        prose is None
        or not sensitive
        or lesson.data.creative_work_status is Status.OUTLINE
        or prose.document.section(TELLS)
    ):
        return
    close = close_to(TELLS, [one.id for one in prose.document.sections if one.id])
    at = next((one.heading for one in prose.document.sections if close and one.id == close), None)
    yield Finding(
        at or Span.of_file(prose.path),
        Text(
            sq="mësuesit i mungon seksioni “Nëse një fëmijë ju tregon”",
            en="the teacher's text lacks the section “If a child tells you”",
        ),
        Text(
            sq=f"shtoni `## Nëse një fëmijë ju tregon {{#{TELLS}}}` me lidhjen te protokolli",
            en=f"add `## If a child tells you {{#{TELLS}}}` with a link to the protocol",
        ),
    )


@check(
    "SCH058",
    severity=Severity.ADVICE,
    why=Text(
        sq="Një kuiz i shkurtër tregon çfarë mbeti, dhe i lë fëmijës fjalën e fundit.",
        en="A short quiz shows what has stayed, and leaves a child the last word.",
    ),
)
def no_quiz(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """A lesson for pupils has a quiz."""
    minors = {one.id for one in course.audiences.values() if one.minor}
    if (
        lesson.data.learning_resource_type == "lesson"
        and minors.intersection(lesson.data.audience)
        and f"{lesson.folder}/quiz.yml" not in course.files
        and lesson.data.creative_work_status is not Status.OUTLINE
    ):
        yield Finding(
            lesson.source.span("id"),
            Text(sq="mësimi nuk ka kuiz", en="the lesson has no quiz"),
            Text(sq="shtoni `quiz.yml`", en="add a `quiz.yml`"),
        )


def _source_first(prose: Prose, course: Course) -> tuple[bool, str]:
    """The text in the source language before its translations."""
    return prose.language != course.source_language, prose.path
