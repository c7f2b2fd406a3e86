"""Links that leave the reader's language or bind a text to one web address."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.links import parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Severity, Text


@check(
    "REF013",
    severity=Severity.ERROR,
    why=Text(
        sq="Adresa e plotë e faqes sonë nuk hapet pa internet, e ndryshon gjuhën e lexuesit dhe prishet kur "
        "faqja zhvendoset.",
        en="The whole address of our own site does not open without the internet, changes the reader's "
        "language, and breaks when the site moves.",
    ),
)
def own_address(prose: Prose, course: Course) -> Iterator[Finding]:
    """Pages of this site are linked by id, not by their web address."""
    own = course.settings.site_url.lower().rstrip("/")
    bare = own.partition("://")[2].removeprefix("www.")
    for link in prose.document.links:
        address = link.target.lower()
        host = address.partition("://")[2].removeprefix("www.")
        if address.startswith(("http://", "https://")) and (
            host == bare or host.startswith((f"{bare}/", f"{bare}#", f"{bare}?"))
        ):
            yield Finding(
                link.target_span,
                Text(sq="kjo është adresa e faqes sonë", en="this is the address of our own site"),
                Text(
                    sq="përdorni emrin: `page:…`, `lesson:…` ose `protocol:…`",
                    en="use the id: `page:…`, `lesson:…` or `protocol:…`",
                ),
            )


@check(
    "REF014",
    severity=Severity.WARNING,
    why=Text(
        sq="Kush e ndjek lidhjen bie në një faqe në gjuhën tjetër, pa e pritur.",
        en="Anyone who follows the link lands on a page in the other language, without expecting it.",
    ),
)
def page_in_other_language(prose: Prose, course: Course) -> Iterator[Finding]:
    """A linked page exists in the language of the text, or at least in the source language."""
    for link in prose.document.links:
        target = parse_target(link.target)
        if target is None or target.kind not in ("page", "protocol"):
            continue
        if target.kind == "page" and target.id in course.pages:
            there = course.pages[target.id].prose
        elif target.kind == "protocol" and target.id in course.protocols:
            there = course.protocols[target.id].prose
        else:
            continue
        if there and prose.language not in there and course.source_language not in there:
            yield Finding(
                link.target_span,
                Text(
                    sq=f"`{link.target}` nuk ekziston në këtë gjuhë",
                    en=f"`{link.target}` does not exist in this language",
                ),
                Text(sq="shkruajeni edhe në këtë gjuhë", en="write it in this language too"),
            )
