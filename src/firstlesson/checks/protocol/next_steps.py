"""What follows a step: one way, or several that are told apart by their cases."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.quiz._questions import plain
from firstlesson.course.model import Course, Protocol
from firstlesson.diagnostics import Severity, Text


@check(
    "PRO004",
    severity=Severity.ERROR,
    why=Text(
        sq="Kur një hap çon në dy vende pa thënë kur, secili zgjedh ndryshe, dhe fëmija e pëson.",
        en="Where a step leads to two places without saying when, everyone chooses differently, at a child's cost.",
    ),
    locked=True,
)
def unclear_next(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """Of several ways at most one has no `when`, and no two have the same case or aim."""
    for first, step in enumerate(protocol.data.steps):
        bare = [index for index, one in enumerate(step.next) if one.when is None]
        if len(bare) > 1:
            yield Finding(
                protocol.source.span("steps", first, "next", bare[1], "to"),
                Text(
                    sq=f"hapi `{step.id}` çon në {len(step.next)} vende pa thënë në cilin rast",
                    en=f"the step `{step.id}` leads to {len(step.next)} places without saying in which case",
                ),
                Text(
                    sq="shtoni `when` te secila rrugë, ose lini një të vetme",
                    en="add a `when` to each of them, or leave a single one",
                ),
                related=(protocol.source.span("steps", first, "next", bare[0], "to"),),
            )
            continue
        seen: dict[str, int] = {}
        for second, one in enumerate(step.next):
            names = [f"to {one.to}"]
            if one.when is not None:
                names += [f"{name} {plain(one.when[name])}" for name in course.languages]
            twice = next((name for name in names if name in seen), "")
            if twice:
                key = "to" if twice.startswith("to ") else "when"
                yield Finding(
                    protocol.source.span("steps", first, "next", second, key),
                    Text(
                        sq="kjo rrugë ose ky rast është shënuar njëherë",
                        en="this way or this case is there already",
                    ),
                    Text(sq="bashkojini ose ndryshojini", en="join them or change one"),
                    related=(protocol.source.span("steps", first, "next", seen[twice], key),),
                )
            for name in names:
                seen.setdefault(name, second)


@check(
    "PRO005",
    severity=Severity.WARNING,
    why=Text(
        sq="Kush lexon nën trysni e merr rrugën pa kusht si të vetmen.",
        en="Anyone who reads under pressure takes the way without a condition for the only one.",
    ),
)
def way_without_case(protocol: Protocol) -> Iterator[Finding]:
    """Where a step leads to several places, each says in which case."""
    for first, step in enumerate(protocol.data.steps):
        bare = [index for index, one in enumerate(step.next) if one.when is None]
        if len(step.next) > 1 and len(bare) == 1:
            yield Finding(
                protocol.source.span("steps", first, "next", bare[0], "to"),
                Text(
                    sq="kjo rrugë nuk thotë në cilin rast merret",
                    en="this way does not say in which case it is taken",
                ),
                Text(
                    sq="shtoni `when`, për shembull “Në rastet e tjera”",
                    en="add a `when`, for example “Otherwise”",
                ),
            )
