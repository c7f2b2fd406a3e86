"""That the course knows who its children are, and does not send them to what is for their teachers."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.links import parse_target
from firstlesson.course.model import EASY, Course, Prose
from firstlesson.diagnostics import Severity, Text


@check(
    "AUD018",
    severity=Severity.ERROR,
    why=Text(
        sq="Nga `minor: true` e di kontrolli cilat tekste lexohen nga fëmijë; pa të, asgjë nuk i mbron më.",
        en="By `minor: true` the checks know which texts children read; without it nothing protects them any more.",
    ),
    locked=True,
)
def no_audience_of_children(course: Course) -> Iterator[Finding]:
    """At least one audience is of children."""
    document = course.documents.get("data/audiences.yml")
    if document is None or not course.audiences or any(a.minor for a in course.audiences.values()):
        return
    ids = [*course.audiences]
    at = ids.index("student") if "student" in ids else 0
    yield Finding(
        document.span("audiences", at, "minor"),
        Text(
            sq="asnjë audiencë nuk është shënuar si fëmijë",
            en="no audience is marked as children",
        ),
        Text(
            sq="vini `minor: true` te audienca e nxënësve",
            en="set `minor: true` at the audience of pupils",
        ),
    )


@check(
    "AUD021",
    severity=Severity.ERROR,
    why=Text(
        sq="Protokolli u thotë të rriturve çfarë bëjnë; një fëmijë që e lexon merr detyra që nuk janë të tijat.",
        en="A protocol tells adults what to do; a child who reads it is given tasks that are not a child's.",
    ),
    locked=True,
)
def protocol_for_children(course: Course) -> Iterator[Finding]:
    """No protocol has an audience of children."""
    for protocol in course.protocols.values():
        for number, name in enumerate(protocol.data.audience):
            if name in course.audiences and course.audiences[name].minor:
                yield Finding(
                    protocol.source.span("audience", number),
                    Text(
                        sq=f"`{name}` janë fëmijë; një protokoll nuk u drejtohet atyre",
                        en=f"`{name}` are children; a protocol is not for them",
                    ),
                    Text(
                        sq="hiqeni; për fëmijët shkruani një mësim ose një faqe",
                        en="remove it; for children write a lesson or a page",
                    ),
                )


@check(
    "AUD019",
    severity=Severity.ERROR,
    why=Text(
        sq="Te teksti i mësuesit dhe te protokollet ka përgjigje dhe udhëzime për të vënë re një fëmijë; një fëmijë nuk çohet aty.",
        en="Teachers' texts and protocols hold answers, and instructions for noticing a child; children are not led there.",
    ),
    locked=True,
)
def pupils_led_to_teachers_text(prose: Prose, course: Course) -> Iterator[Finding]:
    """A text of a lesson that pupils read has no link to what is for those who teach them."""
    minors = {one.id for one in course.audiences.values() if one.minor} | {EASY}
    if not prose.owner.startswith("lessons/") or prose.name not in minors:
        return
    for link in prose.document.links:
        target = parse_target(link.target)
        if target and target.kind == "protocol" and target.id in course.protocols:
            yield Finding(
                link.target_span,
                Text(
                    sq="kjo lidhje e çon nxënësin te një protokoll i stafit",
                    en="this link leads a pupil to a protocol for the staff",
                ),
                Text(
                    sq="lidhni me `page:help` ose me një kontakt, ose hiqeni lidhjen",
                    en="link to `page:help` or to a contact, or remove the link",
                ),
            )
        if target is None or target.kind != "lesson" or target.edition in ("", *minors):
            continue
        audience = course.audiences.get(target.edition)
        if audience and audience.educational_role != "parent":
            yield Finding(
                link.target_span,
                Text(
                    sq=f"kjo lidhje e çon nxënësin te teksti `{target.edition}`",
                    en=f"this link leads a pupil to the text `{target.edition}`",
                ),
                Text(
                    sq=f"lidhni me `lesson:{target.id}/{prose.name}`, ose hiqeni lidhjen",
                    en=f"link to `lesson:{target.id}/{prose.name}`, or remove the link",
                ),
            )
