"""Ages, school classes and length fit one another and the kind of lesson."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson
from firstlesson.diagnostics import Edit, Fix, Severity, Text
from firstlesson.schema import Status

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIRST_CLASS_AT = 6
GROWN_UP_AT = 20
"""The last class begins at 17, and some repeat one or two."""
ROOM = 2
"""A class fits ages that are up to this many years away from its own."""
MINUTES = {"lesson": (30, 90), "activity": (5, 90), "guide": (5, 120), "open-session": (20, 120)}


@check(
    "SCH050",
    severity=Severity.WARNING,
    why=Text(
        sq="Pa moshën askush nuk e di nëse mësimi është për një gjashtëvjeçar apo për një gjimnazist.",
        en="Without ages nobody can tell whether a lesson is for a child of six or for a school-leaver.",
    ),
)
def ages_missing(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """A lesson that pupils read says for which ages it is."""
    minors = {one.id for one in course.audiences.values() if one.minor}
    if lesson.data.typical_age_range is None:
        index = next((i for i, one in enumerate(lesson.data.audience) if one in minors), None)
        if index is not None:
            yield Finding(
                lesson.source.span("audience", index),
                Text(
                    sq="mësimi është edhe për nxënës, por nuk thotë moshën",
                    en="the lesson is for pupils too, but does not say their ages",
                ),
                Text(
                    sq="shtoni `typicalAgeRange`, për shembull `11-14`",
                    en="add `typicalAgeRange`, for example `11-14`",
                ),
            )


@check(
    "SCH051",
    severity=Severity.WARNING,
    why=Text(
        sq="Një orë mësimi ka rreth 45 minuta; një plan shumë i gjatë ose shumë i shkurtër nuk bëhet dot në klasë.",
        en="A lesson has some 45 minutes; a plan that is far too long or too short cannot be taught.",
    ),
)
def unlikely_length(lesson: Lesson) -> Iterator[Finding]:
    """`timeRequired` is plausible for the kind of lesson."""
    data = lesson.data
    least, most = MINUTES[data.learning_resource_type]
    if data.creative_work_status is Status.OUTLINE:
        return  # its plan is still an example
    if not least <= data.time_required <= most:
        yield Finding(
            lesson.source.span("timeRequired"),
            Text(
                sq=f"{data.time_required} minuta janë të pazakonta për `{data.learning_resource_type}`",
                en=f"{data.time_required} minutes are unusual for `{data.learning_resource_type}`",
            ),
            Text(
                sq=f"zakonisht {least} deri {most} minuta; ndajeni në dy mësime",
                en=f"usually {least} to {most} minutes; split it into two lessons",
            )
            if data.time_required > most
            else Text(
                sq=f"zakonisht {least} deri {most} minuta", en=f"usually {least} to {most} minutes"
            ),
        )


@check(
    "SCH052",
    severity=Severity.ERROR,
    why=Text(
        sq="Klasat shkruhen me numra romakë, I deri XII; një shkrim tjetër nuk gjendet nga askush.",
        en="Classes are written in Roman numerals, I to XII; any other spelling is found by nobody.",
    ),
)
def unknown_class(lesson: Lesson) -> Iterator[Finding]:
    """Every `educationalLevel` is a class from I to XII."""
    for index, level in enumerate(lesson.data.educational_level):
        if level not in ROMAN:
            at = lesson.source.span("educationalLevel", index)
            meant = _class_meant(level)
            title = Text(sq=f"zëvendësojeni me `{meant}`", en=f"replace it by `{meant}`")
            yield Finding(
                at,
                Text(
                    sq=f"`{level}` nuk është një klasë nga I deri XII",
                    en=f"`{level}` is no class from I to XII",
                ),
                Text(sq=f"mos deshët të shkruani `{meant}`?", en=f"did you mean `{meant}`?")
                if meant
                else Text(
                    sq="një klasë për çdo rresht: `VI`, `VII` …",
                    en="one class on each line: `VI`, `VII` …",
                ),
                Fix(title, (Edit(at, meant),), safe=False) if meant else None,
            )


@check(
    "SCH053",
    severity=Severity.ERROR,
    why=Text(
        sq="Mësuesi e zgjedh mësimin nga klasa; nëse mosha është tjetër, një fëmijë i vogël merr një temë për të mëdhenj.",
        en="A teacher chooses a lesson by class; where the ages are others, a small child gets a topic for older ones.",
    ),
    locked=True,
)
def classes_do_not_fit_ages(lesson: Lesson) -> Iterator[Finding]:
    """The classes of a lesson are those of its ages: I begins at six."""
    ages = lesson.data.typical_age_range
    if ages is None:
        return
    for index, level in enumerate(lesson.data.educational_level):
        if level not in ROMAN:
            continue
        begins = FIRST_CLASS_AT + ROMAN.index(level)
        if begins + 1 + ROOM < ages.youngest or begins - ROOM > ages.oldest:
            yield Finding(
                lesson.source.span("educationalLevel", index),
                Text(
                    sq=f"klasa {level} ka {begins}–{begins + 1} vjeç, por mësimi është për {ages} vjeç",
                    en=f"class {level} is aged {begins}–{begins + 1}, but the lesson is for ages {ages}",
                ),
                Text(
                    sq="ndrequni klasën ose `typicalAgeRange`",
                    en="correct the class or `typicalAgeRange`",
                ),
                related=(lesson.source.span("typicalAgeRange"),),
            )
            return  # one wrong age would else be told once for each class


@check(
    "SCH067",
    severity=Severity.ERROR,
    why=Text(
        sq="Mosha vendos ku del mësimi dhe sa e vështirë lejohet gjuha e tij; me moshën e të rriturve fëmijët nuk e gjejnë.",
        en="Ages decide where a lesson is shown and how hard its language may be; with those of adults no child finds it.",
    ),
)
def ages_of_adults(lesson: Lesson, course: Course) -> Iterator[Finding]:
    """A lesson that pupils read is for the ages of pupils."""
    minors = {one.id for one in course.audiences.values() if one.minor}
    ages = lesson.data.typical_age_range
    if ages is not None and ages.youngest >= GROWN_UP_AT and minors & {*lesson.data.audience}:
        yield Finding(
            lesson.source.span("typicalAgeRange"),
            Text(
                sq=f"mësimi është edhe për nxënës, por mosha është {ages} vjeç",
                en=f"the lesson is for pupils too, but its ages are {ages}",
            ),
            Text(
                sq="shkruani moshën e nxënësve, ose hiqni nxënësit nga `audience`",
                en="write the ages of the pupils, or take them out of `audience`",
            ),
            related=(lesson.source.span("audience"),),
        )


def _class_meant(level: str) -> str:
    """The class behind `6`, `vi`, `klasa VI`, `6-të`."""
    words = level.upper().replace(".", " ").replace("-", " ").split()
    for word in words:
        if word in ROMAN:
            return word
        digits = "".join(char for char in word if char.isdigit())
        if digits and 1 <= int(digits) <= len(ROMAN):
            return ROMAN[int(digits) - 1]
    return ""
