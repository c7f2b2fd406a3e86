"""Links in prose that lead to something that does not exist."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from firstlesson.checks._registry import Finding, check
from firstlesson.course.links import Target, anchors_of, default_edition, parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.addresses import REFUSED, verdict


@check(
    "REF001",
    severity=Severity.ERROR,
    across=True,
    why=Text(
        sq="Një lidhje që nuk çon askund e lë pa ndihmë atë që e ndjek.",
        en="A link that leads nowhere leaves anyone who follows it without help.",
    ),
    locked=True,
)
def unknown_target(prose: Prose, course: Course) -> Iterator[Finding]:
    """Every link by id, and every address inside the site, must lead somewhere."""
    for link in prose.document.links:
        if verdict(link.target) in REFUSED:
            continue  # SEC003 says what is wrong with it
        target = parse_target(link.target)
        if target is None:
            if link.target.startswith("#"):
                target = Target("here", "", "", link.target[1:])
            elif not link.target.startswith(("https://", "http://", "mailto:", "tel:")):
                yield _not_by_id(link.target, link.target_span)
                continue
            else:
                continue
        if _unread(target, course):
            continue
        known = _known(target, course)
        if target.kind != "here" and target.id not in known:
            yield Finding(
                link.target_span,
                Text(
                    sq=f"`{target.kind}:{target.id}` nuk ekziston",
                    en=f"`{target.kind}:{target.id}` does not exist",
                ),
                _did_you_mean(target.id, known),
            )
        elif target.anchor and target.anchor not in (anchors := _anchors(target, prose, course)):
            if _is_missing(target, prose, course):
                continue  # that text is missing or cannot be read, which is told of it
            yield Finding(
                link.target_span,
                Text(
                    sq=f"atje nuk ka një seksion `#{target.anchor}`",
                    en=f"there is no section `#{target.anchor}` there",
                ),
                _did_you_mean(target.anchor, sorted(anchors)),
            )
        elif target.edition and target.edition not in _editions(target, course):
            yield Finding(
                link.target_span,
                Text(
                    sq=f"`{target.kind}:{target.id}` nuk ka një botim `{target.edition}`",
                    en=f"`{target.kind}:{target.id}` has no edition `{target.edition}`",
                ),
                _did_you_mean(target.edition, _editions(target, course)),
            )


def _editions(target: Target, course: Course) -> Sequence[str]:
    """Only lessons have editions."""
    return course.lessons[target.id].editions if target.kind == "lesson" else ()


def _anchors(target: Target, prose: Prose, course: Course) -> set[str]:
    """The sections that a reader finds there: of the first language where nobody has translated them."""
    first = replace(prose, language=course.source_language)
    return anchors_of(target, prose, course) or anchors_of(target, first, course)


def _is_missing(target: Target, prose: Prose, course: Course) -> bool:
    """Whether the text to which a link leads is there neither in its language nor in the first."""
    languages = {prose.language, course.source_language}
    if target.kind == "lesson":
        lesson = course.lessons[target.id]
        edition = target.edition or default_edition(prose, lesson.editions)
        known = {language for name, language in lesson.prose if name == edition}
        return edition in lesson.editions and not known & languages
    return target.kind == "page" and not languages & set(
        course.pages[target.id].prose if target.id in course.pages else languages
    )


def _unread(target: Target, course: Course) -> bool:
    """Whether the target's file is there but broken: its own mistakes are told already."""
    if target.kind in ("lesson", "protocol"):
        folder, kept = f"{target.kind}s/{target.id}/", getattr(course, f"{target.kind}s")
        return target.id not in kept and any(path.startswith(folder) for path in course.files)
    kept = {"contact": course.contacts, "term": course.terms, "source": course.sources}
    return target.kind in kept and not kept[target.kind]


def _known(target: Target, course: Course) -> Collection[str]:
    if target.kind == "page":
        return [*course.pages, "status", "worries"]
    return {
        "contact": course.contacts,
        "term": course.terms,
        "lesson": course.lessons,
        "protocol": course.protocols,
        "source": course.sources,
        "here": (),
    }[target.kind]


def _not_by_id(target: str, at: object) -> Finding:
    shown = posixpath.normpath(target)[:60]
    return Finding(
        at,  # type: ignore[arg-type]  # a span, passed through
        Text(
            sq=f"`{shown}` nuk është një lidhje që njihet", en=f"`{shown}` is no link that is known"
        ),
        Text(
            sq="përdorni `contact:`, `term:`, `lesson:`, `protocol:`, `page:`, `source:` ose një "
            "adresë me `https://`",
            en="use `contact:`, `term:`, `lesson:`, `protocol:`, `page:`, `source:` or an address "
            "with `https://`",
        ),
    )


def _did_you_mean(given: str, known: Collection[str]) -> Text:
    close = get_close_matches(given, known, n=1, cutoff=0.6)
    if close:
        return Text(sq=f"mos deshët të shkruani `{close[0]}`?", en=f"did you mean `{close[0]}`?")
    shown = ", ".join(f"`{name}`" for name in sorted(known)[:12]) or "–"
    return Text(sq=f"ekzistojnë: {shown}", en=f"there are: {shown}")
