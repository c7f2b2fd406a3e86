"""`firstlesson status`: what is translated, what is reviewed, what waits for the organisation."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from firstlesson import app
from firstlesson.cli._shared import fail, language_option, root_or_fail, show, today
from firstlesson.course import Course
from firstlesson.course.parity import State, Unit
from firstlesson.course.status import CourseStatus, OwnerStatus, Waiting, status_of
from firstlesson.diagnostics import Text


@click.command("status", short_help="Translations and reviews: what is missing, what is stale.")
@click.option("--accept", metavar="FILE#ID", help="Note that a translation is up to date again.")
@click.option("--typo", is_flag=True, help="With --accept: only a typing mistake was mended.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--all", "everything", is_flag=True, help="List current sections too, by number.")
@language_option
def command(accept: str | None, *, typo: bool, form: str, everything: bool, lang: str) -> None:
    """Lists for each lesson, protocol, language and section what is missing or stale.

    \b
    Examples:
      firstlesson status
      firstlesson status --format json
      firstlesson status --accept lessons/first-lesson-11-14/teacher.en.md#warm-up
      firstlesson status --accept lessons/first-lesson-11-14 --typo
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    root = root_or_fail(lang)
    if accept is not None:
        _accept(app.accept(root, today=today(), target=accept), accept, typo, lang)
        return
    checked = app.check(root, today=today())
    status = status_of(checked.course, today=today())
    if form == "json":
        click.echo(json.dumps(_as_data(status), ensure_ascii=False, indent=2))
        return
    if checked.failed:
        show(checked, "concise", lang)
    for line in _lines(status, checked.course, lang, everything=everything):
        click.echo(line)


def _accept(result: list[Unit] | None, target: str, typo: bool, lang: str) -> None:  # noqa: FBT001  # Click's own flag
    if result is None:
        fail(
            Text(
                sq=f"`{target}` nuk gjendet; shihni emrat me `firstlesson status`",
                en=f"`{target}` is not to be found; see the names with `firstlesson status`",
            ),
            lang,
        )
    why = Text(sq="vetëm gabim shtypi", en="typing mistake only") if typo else None
    for unit in result:
        click.echo(f"{unit.owner}/{unit.key} ({unit.language})")
    tail = f" ({why.in_language(lang)})" if why else ""
    one = len(result) == 1
    said = Text(
        sq=f"{'U pranua' if one else 'U pranuan'} {len(result)} pjesë{tail}. "
        "Ruani edhe `translation.yml` bashkë me tekstet.",
        en=f"Accepted {len(result)} {'part' if one else 'parts'}{tail}. "
        "Commit `translation.yml` together with the texts.",
    )
    click.echo(said.in_language(lang))
    sys.exit(0)


def _lines(status: CourseStatus, course: Course, lang: str, *, everything: bool) -> Iterator[str]:
    for row in status.owners:
        if row.open or everything:
            yield _head(row, lang)
            yield from (
                f"    {_STATE[unit.state].in_language(lang)}: {unit.key}  ({unit.target})"
                for unit in row.open
            )
    waiting = [_waiting(one, course, lang) for one in status.waiting]
    if waiting:
        title = Text(sq="Presin organizatën:", en="Waiting for the organisation:")
        yield title.in_language(lang)
        yield from (f"    {line}" for line in waiting)
    total = {state: sum(row.counts[state] for row in status.owners) for state in State}
    said = Text(
        sq=f"{total[State.CURRENT]} pjesë në rregull, {total[State.STALE]} të vjetruara, "
        f"{total[State.MISSING]} që mungojnë; {len(waiting)} presin organizatën.",
        en=f"{total[State.CURRENT]} parts current, {total[State.STALE]} stale, "
        f"{total[State.MISSING]} missing; {len(waiting)} wait for the organisation.",
    )
    yield said.in_language(lang)
    if total[State.STALE] or total[State.MISSING]:
        yield Text(
            sq="Përktheni ose krahasoni, pastaj `firstlesson status --accept SKEDARI#PJESA`.",
            en="Translate or compare, then run `firstlesson status --accept FILE#PART`.",
        ).in_language(lang)


def _head(row: OwnerStatus, lang: str) -> str:
    review = Text(sq="rishikuar", en="reviewed") if row.reviewed else Text(sq="draft", en="draft")
    counts = ", ".join(f"{row.counts[state]} {_STATE[state].in_language(lang)}" for state in State)
    return f"{row.owner} ({row.language}): {counts}; {review.in_language(lang)}"


def _waiting(one: Waiting, course: Course, lang: str) -> str:
    name = one.name[lang if lang in course.languages else course.source_language]
    due = f" ({one.due.isoformat()})" if one.due else ""
    return f"{_REASON[one.reason].in_language(lang)}: {name}{due}  ({one.at})"


def _as_data(status: CourseStatus) -> dict[str, object]:
    return {
        "version": 1,
        "owners": [
            {
                "owner": row.owner,
                "language": row.language,
                "creativeWorkStatus": row.creative_work_status or None,
                "reviewed": row.reviewed,
                **{state.value: row.counts[state] for state in State},
                "open": [
                    {"unit": unit.key, "state": unit.state.value, "at": str(unit.target)}
                    for unit in row.open
                ],
            }
            for row in status.owners
        ],
        "waiting": [
            {
                "reason": one.reason,
                "id": one.id,
                "at": str(one.at),
                "due": one.due.isoformat() if one.due else None,
                "points": [dict(point.root) for point in one.points],
            }
            for one in status.waiting
        ],
    }


_STATE = {
    State.MISSING: Text(sq="mungon", en="missing"),
    State.STALE: Text(sq="vjetruar", en="stale"),
    State.CURRENT: Text(sq="në rregull", en="current"),
}
_REASON = {
    "review": Text(sq="për rishikim", en="to be reviewed"),
    "overdue": Text(sq="rishikim i vonuar", en="overdue review"),
    "contact": Text(sq="kontakt për t'u konfirmuar", en="contact to be confirmed"),
}
