"""The ways through a protocol: every step leads on, every step is met, every way ends."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._did_you_mean import did_you_mean, replaced
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._ways import leading_to, reached
from firstlesson.course.graph import edges_of, main_way
from firstlesson.course.model import Protocol
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import ProtocolFile
from firstlesson.source.yaml import Route


@check(
    "PRO001",
    severity=Severity.ERROR,
    why=Text(
        sq="Protokolli lexohet nën trysni; një hap që nuk çon askund e lë fëmijën pa hapin e radhës.",
        en="A protocol is read under pressure; a step that leads nowhere leaves a child without the next one.",
    ),
    locked=True,
)
def unknown_step(protocol: Protocol) -> Iterator[Finding]:
    """Every `next` and every branch leads to a step of the same protocol."""
    data = protocol.data
    known = [step.id for step in data.steps]
    given: list[tuple[str, Route]] = [
        (one.to, ("steps", first, "next", second, "to"))
        for first, step in enumerate(data.steps)
        for second, one in enumerate(step.next)
    ]
    given += [(one.start, ("branches", at, "start")) for at, one in enumerate(data.branches)]
    for name, route in given:
        if name not in known:
            at = protocol.source.span(*route)
            yield Finding(
                at,
                Text(
                    sq=f"hapi `{name}` nuk ekziston në këtë protokoll",
                    en=f"there is no step `{name}` in this protocol",
                ),
                did_you_mean(name, known),
                replaced(name, known, at),
            )


@check(
    "PRO002",
    severity=Severity.ERROR,
    why=Text(
        sq="Një hap ku nuk çon asgjë nuk bëhet kurrë; shpesh është pikërisht njoftimi.",
        en="A step to which nothing leads is never taken; often it is the very one that informs somebody.",
    ),
    locked=True,
)
def unreachable_step(protocol: Protocol) -> Iterator[Finding]:
    """Every step follows from the first one or from a branch."""
    data = protocol.data
    edges = edges_of(data)
    if not _is_whole(data, edges):
        return
    met = reached([data.steps[0].id, *(branch.start for branch in data.branches)], edges)
    unmet = [step.id for step in data.steps if step.id not in met]
    inside = {to for one in unmet for to in edges[one] if to != one}
    for index, step in enumerate(data.steps):
        # Steps that follow an unmet one are met as soon as it is; of a circle, the first is told.
        if step.id in unmet and (step.id not in inside or step.id == unmet[0]):
            yield Finding(
                protocol.source.span("steps", index, "id"),
                Text(
                    sq=f"te hapi `{step.id}` nuk çon asnjë hap dhe asnjë degë",
                    en=f"no step and no branch leads to the step `{step.id}`",
                ),
                Text(
                    sq=f"shtoni `next: [{{to: {step.id}}}]` te hapi para tij, ose një degë",
                    en=f"add `next: [{{to: {step.id}}}]` to the step before it, or a branch",
                ),
            )


@check(
    "PRO003",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush sillet në rreth nuk e di kurrë kur fëmija është në duar të sigurta.",
        en="Anyone who goes round in circles never knows when the child is in safe hands.",
    ),
    locked=True,
)
def circle_without_end(protocol: Protocol) -> Iterator[Finding]:
    """From every step some way leads to an end."""
    data = protocol.data
    edges = edges_of(data)
    if not _is_whole(data, edges):
        return
    free = leading_to([step.id for step in data.steps if not step.next], edges)
    met = reached([data.steps[0].id, *(branch.start for branch in data.branches)], edges)
    caught = [i for i, step in enumerate(data.steps) if step.id in met and step.id not in free]
    if caught:
        order = [step.id for step in data.steps]
        main = {step.id for step in main_way(data)}
        _, index, way, back = max(
            (order[index] in main, index, way, one.to)
            for index in caught
            for way, one in enumerate(data.steps[index].next)
            if order.index(one.to) <= index
        )
        places = [protocol.source.span("steps", index, "id") for index in caught]
        yield Finding(
            protocol.source.span("steps", index, "next", way, "to"),
            Text(
                sq=f"kjo rrugë kthehet te `{back}`, dhe prej andej nuk arrihet asnjë fund",
                en=f"this way goes back to `{back}`, and from there no end can be reached",
            ),
            Text(
                sq="një hap pa `next` është fund; hiqni një `next`, ose shtoni një rrugë",
                en="a step without `next` is an end; remove a `next`, or add a way",
            ),
            related=tuple(places),
        )


def _is_whole(data: ProtocolFile, edges: dict[str, list[str]]) -> bool:
    """Whether every way leads to a step that is there; else that is told already."""
    following = [to for one in edges.values() for to in one]
    return all(to in edges for to in (*following, *(branch.start for branch in data.branches)))
