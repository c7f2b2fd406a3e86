"""Contacts, links and pictures of a section that differ between its languages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.translation._sides import Side, opposite, sides
from firstlesson.course.links import anchors_of, parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Severity, Text


@check(
    "TRN012",
    severity=Severity.ERROR,
    why=Text(
        sq="Ndihma që gjen lexuesi i një gjuhe i mungon atij të tjetrës, ose e çon te shërbimi i gabuar.",
        en="The help that the reader of one language finds is missing for the other's, or leads to the wrong service.",
    ),
    locked=True,
)
def contacts_differ(course: Course) -> Iterator[Finding]:
    """A section leads to the same contacts in every language."""
    for source, target in sides(course):
        yield from _differing(source, target, ("contact",), course)


@check(
    "TRN013",
    severity=Severity.ERROR,
    why=Text(
        sq="Një lidhje që çon te një mësim ose protokoll tjetër e çon lexuesin te hapa të tjerë.",
        en="A link that leads to another lesson or protocol leads a reader to other steps.",
    ),
)
def links_differ(course: Course) -> Iterator[Finding]:
    """A section leads to the same lessons, protocols and pages, and parts of them, in every language."""
    for source, target in sides(course):
        yield from _differing(source, target, ("lesson", "protocol", "page"), course)


@check(
    "TRN014",
    severity=Severity.WARNING,
    why=Text(
        sq="Burimi ose shpjegimi që mban një pohim duhet ta mbajë në të dyja gjuhët.",
        en="The source or explanation that a claim rests on has to carry it in both languages.",
    ),
)
def references_differ(course: Course) -> Iterator[Finding]:
    """A section names the same sources and explains the same terms in every language."""
    for source, target in sides(course):
        yield from _differing(source, target, ("source", "term"), course)


@check(
    "TRN015",
    severity=Severity.WARNING,
    why=Text(
        sq="Një figurë që mungon në një gjuhë i merr lexuesit të saj një pjesë të mësimit.",
        en="A picture that is missing in one language takes part of the lesson from its readers.",
    ),
)
def pictures_differ(course: Course) -> Iterator[Finding]:
    """A section shows the same pictures in every language; `poster.sq.svg` answers `poster.en.svg`."""
    for source, target in sides(course):
        first = {_picture(one.target, source.language): one for one in source.images}
        second = {_picture(one.target, target.language): one for one in target.images}
        files = {name: one.target for name, one in (first | second).items()}
        missing, extra = _without_misspelt(
            [name for name in first if name not in second],
            [name for name in second if name not in first],
            lambda name: posixpath.normpath(f"{source.prose.owner}/{files[name]}") in course.files,  # noqa: B023  # used at once
        )
        if extra:
            at = second[extra[0]].span
        elif missing:
            at = opposite(source, target, first[missing[0]].span)
        else:
            continue
        name = missing[0] if missing else extra[0]
        has, lacks = (source, target) if missing else (target, source)
        yield Finding(
            at,
            Text(
                sq=f"figura `{name}` është te `{has.prose.path}`, por jo te `{lacks.prose.path}`",
                en=f"the picture `{name}` is in `{has.prose.path}`, but not in `{lacks.prose.path}`",
            ),
            Text(
                sq="vendosni të njëjtën figurë në të dyja gjuhët",
                en="put the same picture in both languages",
            ),
        )


def _differing(
    source: Side, target: Side, kinds: tuple[str, ...], course: Course
) -> Iterator[Finding]:
    """One finding for each target that only one side has; two make one where one took another's place."""
    first, second = source.targets(*kinds), target.targets(*kinds)
    missing = [name for name in first if name not in second]
    extra = [name for name in second if name not in first]
    missing, extra = _without_misspelt(
        missing, extra, lambda name: _is_there(name, source.prose, course)
    )
    for name in extra:
        instead = missing.pop(0) if missing else ""
        yield Finding(
            second[name].target_span,
            Text(
                sq=f"këtu lidhja çon te `{name}`, në {source.prose.path} te `{instead}`",
                en=f"here the link leads to `{name}`, in {source.prose.path} to `{instead}`",
            )
            if instead
            else Text(
                sq=f"`{name}` është vetëm këtu, jo te `{source.prose.path}`",
                en=f"`{name}` is only here, not in `{source.prose.path}`",
            ),
            Text(
                sq="bëjini të njëjta në të dyja gjuhët", en="make them the same in both languages"
            ),
            related=(first[instead].target_span,) if instead else (source.section.heading,),
        )
    for name in missing:
        yield Finding(
            opposite(source, target, first[name].target_span),
            Text(sq=f"këtu mungon lidhja te `{name}`", en=f"the link to `{name}` is missing here"),
            Text(
                sq=f"ajo është te {source.prose.path}, rreshti {first[name].target_span.line}",
                en=f"it stands in {source.prose.path}, line {first[name].target_span.line}",
            ),
            related=(first[name].target_span,),
        )


def _without_misspelt(
    missing: list[str], extra: list[str], is_there: Callable[[str], bool]
) -> tuple[list[str], list[str]]:
    """A name that leads nowhere is told already: it may stand for any one of the other side."""
    wrong_here = sum(not is_there(name) for name in extra)
    wrong_there = sum(not is_there(name) for name in missing)
    missing = [name for name in missing if is_there(name)][wrong_here:]
    extra = [name for name in extra if is_there(name)][wrong_there:]
    return missing, extra


def _is_there(name: str, prose: Prose, course: Course) -> bool:
    target = parse_target(name)
    if target is None or (target.anchor and target.anchor not in anchors_of(target, prose, course)):
        return False
    known: Mapping[str, Collection[str]] = {
        "contact": course.contacts,
        "lesson": course.lessons,
        "protocol": course.protocols,
        "page": (*course.pages, "status"),
        "source": course.sources,
        "term": course.terms,
    }
    return target.id in known[target.kind]


def _picture(target: str, language: str) -> str:
    """The name of a picture without the mark of its language: `poster.sq.svg`, `poster-sq.svg`."""
    stem, ending = posixpath.splitext(posixpath.basename(target))
    return re.sub(rf"[._-]{language}$", "", stem) + ending
