"""A protocol: its steps, its branches, who does what, its background."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Mapping

from firstlesson.course.graph import main_way, way_of
from firstlesson.course.model import Course, Protocol
from firstlesson.schema import ProtocolFile
from firstlesson.schema.protocol import Branch, Step
from firstlesson.site.addresses import (
    PROTOCOLS,
    SOURCES,
    card_path,
    media_path,
    protocol_path,
    relative,
)
from firstlesson.site.cards import built_protocols
from firstlesson.site.chrome import help_entry
from firstlesson.site.draft import Crumb, Draft
from firstlesson.site.flow import flow
from firstlesson.site.head import absolute
from firstlesson.site.metadata import how_to
from firstlesson.site.render import h1, render
from firstlesson.site.truth import stale_notice, stale_texts, told
from firstlesson.site.words import Words

MADE_OF = "protocols"


def pages(course: Course, words: Words, today: dt.date) -> Iterator[Draft]:
    """Every protocol."""
    for protocol in built_protocols(course):
        yield _page(protocol, course, words, today)
        yield _card(protocol, course, words)


def _page(protocol: Protocol, course: Course, words: Words, today: dt.date) -> Draft:
    data, path = protocol.data, protocol_path(protocol)
    name = data.name[words.language]
    numbers = {step.id: number for number, step in enumerate(_told(protocol), start=1)}
    shared = {"data": data, "words": words, "today": today, "course": course, "numbers": numbers}
    shared["card"] = relative(card_path(protocol), path) + ".html"
    parts = [h1(name), render("protocol_top", danger=_danger(data), **shared)]
    stale = stale_texts(course, protocol.folder, words, files=("protocol.yml",))
    shared["stale"] = {key.split("/")[1] for key in stale if key.startswith("steps/")}
    if any(not key.startswith("steps/") for key in stale):
        parts.append(stale_notice(words, "stale-short"))
    sections = [("steps", words("steps"))]
    main = [_step(step, course, words) for step in main_way(data)]
    named = [(role, course.roles[role].name[words.language]) for role in _by_role(protocol)]
    parts.append(
        render(
            "protocol_steps",
            steps=main,
            flow=flow(data, numbers, words),
            role_names=named,
            **shared,
        )
    )
    if data.branches:
        parts.append(
            render("protocol_branches", ways=list(_ways(protocol, course, words)), **shared)
        )
        sections.append(("branches", words("branches")))
    parts.append(render("protocol_roles", roles=_by_role(protocol), **shared))
    sections.append(("roles", words("roles")))
    prose = course.in_language(protocol.prose, words.language)
    if prose:
        media = posixpath.dirname(media_path(protocol, "x"))
        parts.append(told(prose, course, words, at=path, media=media))
        sections += [(one.id, one.title) for one in prose.document.sections if one.level == 2]
    if data.record_sheet:
        parts.append(render("protocol_sheet", **shared))
        sections.append(("record-sheet", words("record-sheet")))
    sources = [course.sources[one] for one in data.citation]
    page = relative(SOURCES, path) + ".html"
    parts.append(render("protocol_end", sources=sources, sources_page=page, **shared))
    position = data.position or data.slug
    return Draft(
        path=path,
        kind="protocol",
        heading=name,
        title=f"{words('protocol-title')} {position}" if data.slug else "",
        body="\n\n".join(parts),
        description=data.description[words.language],
        audience=data.audience[-1],
        crumbs=(Crumb(words("home"), "index"), Crumb(words("protocols"), PROTOCOLS)),
        sections=tuple(sections),
        metadata=(how_to(protocol, course, words, url=absolute(path, words.language, course)),),
        noindex=data.reviewed_by is None,
        copies=tuple((file, media_path(protocol, file)) for file in protocol.media),
    )


def _ways(protocol: Protocol, course: Course, words: Words) -> Iterator[Mapping[str, object]]:
    """Each branch with its steps; a step that an earlier branch has told is not told again."""
    told_before: set[str] = set()
    for branch in protocol.data.branches:
        steps = [one for one in way_of(protocol.data, branch) if one.id not in told_before]
        told_before |= {one.id for one in steps}
        yield {"branch": branch, "steps": [_step(one, course, words) for one in steps]}


DANGER = "danger-now"
"""The branch that comes before everything else."""


def _danger(protocol: ProtocolFile) -> Branch | None:
    return next((one for one in protocol.branches if one.id == DANGER), None)


_MOST_AVOIDED = 6
"""As many things not to do as an A4 card has room for."""
_ROOM = 3500
"""As many characters; a longer card leaves out the words for the child and what to avoid last."""
_TAG = re.compile(r"<[^>]+>")


def _card(protocol: Protocol, course: Course, words: Words) -> Draft:
    """The protocol on one sheet: the steps by name, whom to call, what not to do."""
    data, path = protocol.data, card_path(protocol)
    name = f"{data.name[words.language]}: {words('card')}"
    main = main_way(data)
    by_id = {step.id: _step(step, course, words) for step in data.steps}
    by_contact = {name: help_entry(one, words) for name, one in course.contacts.items()}
    danger = _danger(data)
    others = [one for one in data.branches if one is not danger]
    shared = {
        "data": data,
        "words": words,
        "steps": [by_id[step.id] for step in main],
        "avoid": [one for step in main for one in step.avoid][:_MOST_AVOIDED],
        "danger": (danger, by_id[danger.start]) if danger else None,
        "ways": [
            (one, by_id[one.start], [by_contact[name] for name in _contacts(data, one)])
            for one in others
        ],
        "url": absolute(protocol_path(protocol), words.language, course),
    }
    html = render("protocol_card", told=True, **shared)
    if len(_TAG.sub("", html)) > _ROOM:
        html = render("protocol_card", told=False, **shared)
    return Draft(
        path=path,
        kind="card",
        heading=name,
        title=f"{words('protocol-title')} {data.position or data.slug} · {words('card')}"
        if data.slug
        else "",
        body=f"{h1(name)}\n\n{html}",
        description=data.description[words.language],
        audience=data.audience[-1],
        crumbs=(
            Crumb(words("home"), "index"),
            Crumb(words("protocols"), PROTOCOLS),
            Crumb(data.name[words.language], protocol_path(protocol)),
        ),
        noindex=True,
    )


def _contacts(protocol: ProtocolFile, branch: Branch) -> list[str]:
    """Everyone whom a branch calls, in the order of its steps, each once."""
    steps = way_of(protocol, branch)
    return list(dict.fromkeys(one for step in steps for one in step.contact))


def _told(protocol: Protocol) -> list[Step]:
    """All steps in the order in which they are told: the main way, then each branch."""
    order: dict[str, Step] = {step.id: step for step in main_way(protocol.data)}
    for branch in protocol.data.branches:
        order |= {step.id: step for step in way_of(protocol.data, branch) if step.id not in order}
    order |= {step.id: step for step in protocol.data.steps if step.id not in order}
    return list(order.values())


def _step(step: Step, course: Course, words: Words) -> Mapping[str, object]:
    return {
        "data": step,
        "roles": [course.roles[one].name[words.language] for one in step.roles],
        "contacts": [help_entry(course.contacts[one], words) for one in step.contact],
    }


def _by_role(protocol: Protocol) -> dict[str, list[Step]]:
    roles: dict[str, list[Step]] = {}
    for step in _told(protocol):
        for role in step.roles:
            roles.setdefault(role, []).append(step)
    return roles
