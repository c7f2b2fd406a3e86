"""What a protocol about harm must not lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks._wordlists import word_list
from firstlesson.course.model import Course, Protocol
from firstlesson.diagnostics import Severity, Text


@check(
    "PRO008",
    severity=Severity.WARNING,
    why=Text(
        sq="Kur jeta është në rrezik, hapat e zakonshëm janë të ngadaltë: duhet një rrugë e shkurtër.",
        en="Where life is in danger the ordinary steps are slow: there must be a short way.",
    ),
)
def no_way_for_danger(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """A protocol about harm has a branch for danger now."""
    if _is_about_harm(protocol, course) and "danger" in _missing(protocol):
        yield Finding(
            protocol.source.key_span("branches")
            if protocol.data.branches
            else protocol.source.key_span("steps"),
            Text(
                sq="mungon një degë për rrezikun e çastit", en="a branch for danger now is missing"
            ),
            Text(
                sq="shtoni te `branches` një degë `danger-now` që fillon me hapin “Thirrni ndihmë tani”",
                en="add a branch `danger-now` to `branches` that begins with the step “Call for help now”",
            ),
        )


@check(
    "PRO009",
    severity=Severity.ADVICE,
    why=Text(
        sq="Protokolli duhet ditën kur psikologu mungon, kur i dyshuari është koleg ose drejtori, ose kur "
        "fëmija komunikon ndryshe; pikërisht atëherë nuk ka kohë për të menduar.",
        en="A protocol is needed on the day when the psychologist is away, when a colleague or the principal is "
        "suspected, or when a child communicates differently; just then there is no time to think.",
    ),
)
def missing_branches(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """A protocol about harm has branches for the cases that matter; one piece of advice for all."""
    missing = [one for one in _missing(protocol) if one != "danger"]
    if _is_about_harm(protocol, course) and len(missing) > 1:
        cases = _cases()
        shown = {
            language: ", ".join(cases[one]["name"][language] for one in missing)
            for language in ("sq", "en")
        }
        yield Finding(
            protocol.source.key_span("branches")
            if protocol.data.branches
            else protocol.source.key_span("steps"),
            Text(sq=f"nuk ka degë për: {shown['sq']}", en=f"there is no branch for: {shown['en']}"),
            Text(
                sq="shtoni ato që mund të ndodhin te ky protokoll",
                en="add those that can happen in this protocol",
            ),
        )


@check(
    "PRO010",
    severity=Severity.ADVICE,
    why=Text(
        sq="Fjalët e fëmijës harrohen ose ndryshojnë; një fletë gati i ruan ashtu siç u thanë.",
        en="A child's words are forgotten or change; a sheet at hand keeps them as they were said.",
    ),
)
def no_record_sheet(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """A protocol about harm has a record sheet."""
    if _is_about_harm(protocol, course) and not protocol.data.record_sheet:
        yield Finding(
            protocol.source.span("id"),
            Text(sq="mungon fleta e shënimit", en="there is no record sheet"),
            Text(
                sq="shtoni `recordSheet` me rreshtat që plotësohen",
                en="add a `recordSheet` with the lines to fill in",
            ),
        )


@check(
    "PRO011",
    severity=Severity.WARNING,
    why=Text(
        sq="Një hap që askush nga lexuesit nuk e bën, nuk bëhet.",
        en="A step that none of the readers takes is not taken.",
    ),
)
def role_not_among_readers(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """Each step is taken by at least one role for whose readers the protocol is written."""
    readers = set(protocol.data.audience)
    for index, step in enumerate(protocol.data.steps):
        known = [role for role in step.roles if role in course.roles]
        if known and not any(_reader(role, course) in readers for role in known):
            yield Finding(
                protocol.source.span("steps", index, "roles", 0),
                Text(
                    sq=f"hapin `{step.id}` nuk e bën askush nga lexuesit e protokollit",
                    en=f"none of the protocol's readers takes the step `{step.id}`",
                ),
                Text(
                    sq=f"shtoni `{_reader(known[0], course)}` te `audience`, ose ndryshoni `roles`",
                    en=f"add `{_reader(known[0], course)}` to `audience`, or change `roles`",
                ),
            )


@check(
    "PRO012",
    severity=Severity.WARNING,
    why=Text(
        sq="Numrat, njerëzit dhe ligjet ndryshojnë; pa një datë askush nuk e sheh më protokollin.",
        en="Numbers, people and laws change; without a date nobody looks at the protocol again.",
    ),
)
def no_review_date(protocol: Protocol) -> Iterator[Finding]:
    """A protocol says by when the organisation has to look at it."""
    if protocol.data.review_by is None:
        yield Finding(
            protocol.source.span("id"),
            Text(sq="mungon data e rishikimit", en="the date of the next review is missing"),
            Text(sq="shtoni `reviewBy: …`", en="add `reviewBy: …`"),
        )


def _is_about_harm(protocol: Protocol, course: Course) -> bool:
    return any(
        course.topics[topic].sensitive for topic in protocol.data.about if topic in course.topics
    )


def _missing(protocol: Protocol) -> list[str]:
    """The cases for which there is neither a branch nor the protocol itself."""
    data = protocol.data
    told = [
        " ".join((one.id, *one.name.root.values(), *one.when.root.values()))
        for one in data.branches
    ]
    told += [
        one.when[name]
        for step in data.steps
        for one in step.next
        if one.when
        for name in one.when.root
    ]
    told.append(" ".join(data.name.root.values()))
    heard = fold(" . ".join(told))
    return [key for key, one in _cases().items() if not re.search(one["words"], heard)]


def _reader(role: str, course: Course) -> str:
    """The audience to which a role belongs."""
    for audience in course.audiences:
        if audience in role.split("-"):
            return audience
    return "professional" if "professional" in course.audiences else "teacher"


@cache
def _cases() -> Mapping[str, Any]:
    return word_list("protocol", "branches")
