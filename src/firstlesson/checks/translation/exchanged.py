"""What stands in both languages, but not in the same place: contacts and kinds of blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.translation._sides import Side, links_on, sides
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.markdown import Block, Link


@check(
    "TRN028",
    severity=Severity.ERROR,
    why=Text(
        sq="Kur dy kontakte ndërrojnë vendet, fëmija në rrezik thërret një shërbim që nuk vjen.",
        en="Where two contacts change places, a child in danger calls a service that does not come.",
    ),
    locked=True,
)
def contacts_exchanged(course: Course) -> Iterator[Finding]:
    """The same paragraph or list item leads to the same contacts in every language."""
    for source, target in sides(course):
        if [one.kind for one in source.passages] != [one.kind for one in target.passages]:
            continue
        first, second = _by_passage(source), _by_passage(target)
        if sorted(_ids(source.links)) != sorted(_ids(target.links)):
            continue  # which TRN012 tells, or one says twice what the other says once
        for there, here in zip(first, second, strict=True):
            wrong = [one for one in here if _id(one) not in _ids(there)]
            if wrong and there:
                yield Finding(
                    wrong[0].target_span,
                    Text(
                        sq=f"këtu lidhja çon te `{_id(wrong[0])}`, në {source.prose.path} te `{_id(there[0])}`",
                        en=f"here the link leads to `{_id(wrong[0])}`, in {source.prose.path} to `{_id(there[0])}`",
                    ),
                    Text(
                        sq="bëjini të njëjta në të dyja gjuhët",
                        en="make them the same in both languages",
                    ),
                    related=(there[0].target_span,),
                )
                break


@check(
    "TRN029",
    severity=Severity.ERROR,
    why=Text(
        sq="Lloji i bllokut thotë për kë është: një shënim për mësuesin bëhet fjalë që i thuhen klasës.",
        en="The type of a block says whom it is for: a note for the teacher becomes words to say to the class.",
    ),
)
def blocks_of_another_kind(course: Course) -> Iterator[Finding]:
    """The blocks of a section have the same types, in the same order, in every language."""
    for source, target in sides(course):
        first, second = _blocks(source), _blocks(target)
        if len(first) != len(second):
            continue  # which TRN018 tells
        for there, here in zip(first, second, strict=True):
            if there.type != here.type:
                yield Finding(
                    here.span,
                    Text(
                        sq=f"ky bllok është `{here.type}`, te `{source.prose.path}` `{there.type}`",
                        en=f"this block is `{here.type}`, in `{source.prose.path}` `{there.type}`",
                    ),
                    Text(sq=f"shkruani `!!! {there.type}`", en=f"write `!!! {there.type}`"),
                    related=(there.span,),
                )
                break


def _by_passage(side: Side) -> Sequence[Sequence[Link]]:
    """The links to contacts of each passage."""
    links = [one for one in side.links if _id(one)]
    return [links_on(links, passage) for passage in side.passages]


def _blocks(side: Side) -> Sequence[Block]:
    first, last = side.section.first_line, side.section.last_line
    return [one for one in side.prose.document.blocks if first <= one.span.line <= last]


def _ids(links: Sequence[Link]) -> Sequence[str]:
    return [name for one in links if (name := _id(one))]


def _id(link: Link) -> str:
    """The contact that a link leads to."""
    target = parse_target(link.target)
    return target.id if target and target.kind == "contact" else ""
