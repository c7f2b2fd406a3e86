"""Dates that cannot be, and reviews that nobody made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course, Lesson, Protocol
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Status


@check(
    "SCH063",
    severity=Severity.ERROR,
    why=Text(
        sq="Datat i thonë lexuesit sa i freskët është teksti; një radhë e pamundur do ta gënjente.",
        en="Dates tell a reader how fresh a text is; an impossible order would deceive.",
    ),
)
def dates_out_of_order(course: Course) -> Iterator[Finding]:
    """A text is created, then changed, then reviewed, and is due again after its review."""
    for one in _texts(course):
        data = one.data
        pairs = (
            ("dateModified", data.date_modified, "dateCreated", data.date_created),
            ("lastReviewed", data.last_reviewed, "dateCreated", data.date_created),
            ("reviewBy", data.review_by, "lastReviewed", data.last_reviewed),
            ("reviewBy", data.review_by, "dateCreated", data.date_created),
        )
        told: set[str] = set()
        for later, after, earlier, before in pairs:
            if after and before and after < before and later not in told:
                told.add(later)
                yield Finding(
                    one.source.span(later),
                    Text(
                        sq=f"`{later}` ({after}) është para `{earlier}` ({before})",
                        en=f"`{later}` ({after}) is before `{earlier}` ({before})",
                    ),
                    Text(sq="ndrequni njërën nga datat", en="correct one of the dates"),
                    related=(one.source.span(earlier),),
                )


@check(
    "SCH064",
    severity=Severity.ERROR,
    why=Text(
        sq="Askush nuk mund të ketë shkruar ose rishikuar diçka nesër; një datë e tillë është shpikur.",
        en="Nobody can have written or reviewed something tomorrow; such a date is made up.",
    ),
)
def date_in_the_future(course: Course, today: dt.date) -> Iterator[Finding]:
    """What has been done was done by today at the latest."""
    for one in _texts(course):
        data = one.data
        done = (
            ("dateCreated", data.date_created),
            ("dateModified", data.date_modified),
            ("lastReviewed", data.last_reviewed),
        )
        for key, date in done:
            if date and date > today:
                yield Finding(
                    one.source.span(key),
                    Text(
                        sq=f"`{key}` është në të ardhmen ({date})",
                        en=f"`{key}` lies in the future ({date})",
                    ),
                    Text(
                        sq="shkruani ditën kur u bë; `reviewBy` është për të ardhmen",
                        en="write the day on which it was done; `reviewBy` is for the future",
                    ),
                )
    document = course.documents.get("data/sources.yml")
    for index, source in enumerate(course.sources.values()):
        when = source.date_published
        if when and document and when > today.isoformat()[: len(when)]:
            yield Finding(
                document.span("sources", index, "datePublished"),
                Text(
                    sq=f"burimi do të ishte botuar në të ardhmen ({when})",
                    en=f"the source would have been published in the future ({when})",
                ),
                Text(sq="shihni datën te vetë burimi", en="look the date up in the source itself"),
            )


@check(
    "SCH065",
    severity=Severity.WARNING,
    why=Text(
        sq="Faqja thotë kush e rishikoi tekstin dhe kur; njëra pa tjetrën nuk mund të besohet.",
        en="The page says who reviewed a text and when; one without the other cannot be trusted.",
    ),
)
def half_a_review(course: Course) -> Iterator[Finding]:
    """A review has a person and a day."""
    for one in _texts(course):
        data = one.data
        if data.reviewed_by and not data.last_reviewed:
            yield Finding(
                one.source.key_span("reviewedBy"),
                Text(
                    sq="thuhet kush e rishikoi, por jo kur",
                    en="it says who reviewed it, but not when",
                ),
                Text(sq="shtoni `lastReviewed`", en="add `lastReviewed`"),
            )
        elif data.last_reviewed and not data.reviewed_by:
            yield Finding(
                one.source.key_span("lastReviewed"),
                Text(
                    sq="thuhet kur u rishikua, por jo nga kush",
                    en="it says when it was reviewed, but not by whom",
                ),
                Text(sq="shtoni `reviewedBy`", en="add `reviewedBy`"),
            )


@check(
    "SCH066",
    severity=Severity.ERROR,
    why=Text(
        sq="“I botuar” i thotë lexuesit se organizata e ka parë tekstin; pa rishikim kjo nuk është e vërtetë.",
        en="“Published” tells a reader that the organisation has seen a text; without a review that is not true.",
    ),
    locked=True,
)
def published_unreviewed(course: Course) -> Iterator[Finding]:
    """Nothing is called published that nobody has reviewed."""
    for one in _texts(course):
        if one.data.creative_work_status is Status.PUBLISHED and not one.data.reviewed_by:
            yield Finding(
                one.source.span("creativeWorkStatus"),
                Text(
                    sq="i botuar, por askush nuk e ka rishikuar",
                    en="published, but nobody has reviewed it",
                ),
                Text(
                    sq="`in-review` derisa organizata ta rishikojë",
                    en="`in-review` until the organisation has reviewed it",
                ),
            )


def _texts(course: Course) -> list[Lesson | Protocol]:
    return [*course.lessons.values(), *course.protocols.values()]
