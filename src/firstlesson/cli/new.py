"""`firstlesson new`: begins a lesson or protocol, in every language at once."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeVar

import click

from firstlesson.cli._shared import fail, language_option, root_or_fail, show, today
from firstlesson.course import Course, load
from firstlesson.diagnostics import Text
from firstlesson.outline import Begun, Wish, begin, problem_with_id, slug_of
from firstlesson.schema import AgeRange, Localized

F = TypeVar("F", bound=Callable[..., Any])
Kind = Literal["lesson", "protocol"]

AUDIENCES: Mapping[Kind, Collection[str]] = {
    "lesson": ("student", "parent", "teacher"),
    "protocol": ("teacher", "professional", "administrator"),
}
"""For whom a text is where nothing is said: the audiences of these roles."""


@click.group("new", short_help="Begin a lesson or a protocol.")
def command() -> None:
    """Begins a lesson or protocol: its files in every language, ids and dates, without a mistake.

    \b
    Examples:
      firstlesson new lesson
      firstlesson new protocol missing-pupil --about child-protection
    """  # noqa: D301  # \b is click's sign for lines that stay as they are


def _shared_options(function: F) -> F:
    for option in (
        language_option,
        click.option("--audience", metavar="IDS", help="For whom; ids from data/audiences.yml."),
        click.option("--about", metavar="IDS", help="Topics; ids from data/topics.yml."),
        click.option("--name-en", metavar="TITLE", help="The title in English."),
        click.option("--name-sq", metavar="TITLE", help="The title in Albanian."),
        click.argument("name", metavar="[ID]", required=False),
    ):
        function = option(function)
    return function


@command.command("lesson", short_help="Begin a lesson.")
@_shared_options
@click.option("--age", metavar="AGES", help="Ages of the pupils, as 11-14.")
@click.option(
    "--minutes",
    type=click.IntRange(5, 240),
    default=45,
    show_default=True,
    help="How long the lesson takes.",
)
def lesson(*, lang: str, minutes: int, **given: str | None) -> None:
    """Begins a lesson in lessons/ID. Asks for what is not given; several IDS stand as a,b.

    Its status is `outline`: it is seen in `firstlesson serve` and never built.

    \b
    Examples:
      firstlesson new lesson
      firstlesson new lesson passwords --name-sq "Fjalëkalimet" --name-en "Passwords" \\
          --about privacy --age 11-14 --minutes 45
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    _begin("lesson", given, minutes, lang)


@command.command("protocol", short_help="Begin a protocol.")
@_shared_options
def protocol(*, lang: str, **given: str | None) -> None:
    """Begins a protocol in protocols/ID. Asks for what is not given; several IDS stand as a,b.

    Its status is `outline`: it is seen in `firstlesson serve` and never built.

    \b
    Examples:
      firstlesson new protocol
      firstlesson new protocol missing-pupil --name-sq "Një nxënës mungon" \\
          --name-en "A pupil is missing" --about child-protection
    """  # noqa: D301  # \b is click's sign for lines that stay as they are
    _begin("protocol", given, 0, lang)


@dataclass(frozen=True, slots=True)
class _Question:
    """One thing to know: its option, how it is asked, and what is wrong with an answer."""

    key: str
    shown: str
    text: Text
    problem: Callable[[str], Text | None]
    default: Callable[[Mapping[str, str]], str] = lambda _: ""
    choices: Sequence[tuple[str, str]] = ()


def _begin(kind: Kind, given: Mapping[str, str | None], minutes: int, lang: str) -> None:
    root = root_or_fail(lang)
    course, _ = load(root)
    if not (course.contacts and course.topics and course.audiences and course.outcomes):
        fail(_NO_DATA, lang)
    answers = _answers(_questions(kind, course, root, lang), given, lang)
    wish = Wish(
        kind=kind,
        id=answers["name"],
        names={one: answers.get(f"name_{one}") or _any_name(answers) for one in course.languages},
        about=_ids(answers["about"]),
        audience=_ids(answers["audience"]),
        age=answers.get("age", ""),
        minutes=minutes,
    )
    begun = begin(wish, course, root=root, today=today())
    if begun.checked.failed:
        show(begun.checked, "full", lang)
        fail(_REFUSED, lang)
    click.echo(_ended(begun, root, course.source_language).in_language(lang))


def _questions(kind: Kind, course: Course, root: Path, lang: str) -> list[_Question]:
    """What has to be known, in the order in which it is asked."""
    audiences = [one.id for one in course.audiences.values()]
    usual = [i for i in audiences if course.audiences[i].educational_role in AUDIENCES[kind]]
    questions = [
        _Question(f"name_{one}", f"--name-{one}", _TITLES[one], _problem_with_title)
        for one in ("sq", "en")
        if one in course.languages
    ]
    questions.append(
        _Question(
            "name",
            "ID",
            Text(sq="Emri i dosjes", en="Name of the folder"),
            lambda name: problem_with_id(name, kind, root=root, course=course),
            lambda answers: slug_of(_any_name(answers)),
        )
    )
    questions.append(
        _Question(
            "about",
            "--about",
            Text(sq="Temat (një ose disa, me presje)", en="Topics (one or more, with commas)"),
            _problem_with_ids(list(course.topics), "data/topics.yml"),
            choices=_named(lang, {one.id: one.name for one in course.topics.values()}),
        )
    )
    if kind == "lesson":
        age = Text(sq="Mosha e nxënësve", en="Ages of the pupils")
        questions.append(_Question("age", "--age", age, _problem_with_age, lambda _: "11-14"))
    questions.append(
        _Question(
            "audience",
            "--audience",
            Text(sq="Për kë", en="For whom"),
            _problem_with_ids(audiences, "data/audiences.yml"),
            lambda _: ",".join(usual or audiences),
            _named(lang, {one.id: one.name for one in course.audiences.values()}),
        )
    )
    return questions


def _answers(
    questions: Sequence[_Question], given: Mapping[str, str | None], lang: str
) -> dict[str, str]:
    """What was given, then what is asked; in a pipe nobody can be asked."""
    answers = {key: value.strip() for key, value in given.items() if value is not None}
    for one in questions:
        problem = one.problem(answers[one.key]) if one.key in answers else None
        if problem:
            fail(_about(one, problem), lang)
    open_ones = [one for one in questions if one.key not in answers]
    if not sys.stdin.isatty():
        for one in open_ones:
            if one.key == "audience":  # the one thing with a default that is right for most
                answers[one.key] = one.default(answers)
        missing = [one.shown for one in open_ones if one.key not in answers]
        if missing:
            fail(_missing(missing), lang)
        return answers
    for one in open_ones:
        answers[one.key] = _asked(one, answers, lang)
    return answers


def _asked(question: _Question, answers: Mapping[str, str], lang: str) -> str:
    """Asks until the answer will do."""
    for name, title in question.choices:
        click.echo(f"  {name}  {title}")
    while True:
        try:
            answer = str(
                click.prompt(
                    question.text.in_language(lang), default=question.default(answers) or None
                )
            ).strip()
        except click.Abort:
            _stopped(lang)
        problem = question.problem(answer)
        if problem is None:
            return answer
        click.echo(problem.in_language(lang))


def _stopped(lang: str) -> NoReturn:
    said = Text(sq="U ndërpre: nuk u shkrua asgjë.", en="Stopped: nothing was written.")
    click.echo(f"\n{said.in_language(lang)}", err=True)
    sys.exit(130)


def _named(lang: str, names: Mapping[str, Localized]) -> list[tuple[str, str]]:
    return [(key, name.root.get(lang, key)) for key, name in names.items()]


def _ids(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[^,\s]+", text)))


def _any_name(answers: Mapping[str, str]) -> str:
    return answers.get("name_sq") or answers.get("name_en") or answers.get("name", "")


def _problem_with_title(title: str) -> Text | None:
    if title and title.isprintable():
        return None
    return Text(sq="duhet një titull në një rresht", en="a title in one line is needed")


def _problem_with_age(age: str) -> Text | None:
    try:
        AgeRange(age).judge()
    except ValueError:
        return Text(
            sq=f"`{age}` nuk është moshë: shkruani si `11-14`",
            en=f"`{age}` are no ages: write as `11-14`",
        )
    return None


def _problem_with_ids(known: Sequence[str], file: str) -> Callable[[str], Text | None]:
    def problem(text: str) -> Text | None:
        wrong = [one for one in _ids(text) if one not in known]
        if _ids(text) and not wrong:
            return None
        shown = ", ".join(f"`{one}`" for one in wrong)
        return Text(
            sq=f"{shown} nuk gjendet te `{file}`; ka: {', '.join(known)}".lstrip(),
            en=f"{shown} is not in `{file}`; there are: {', '.join(known)}".lstrip(),
        )

    return problem


def _about(question: _Question, problem: Text) -> Text:
    return Text(sq=f"{question.shown}: {problem.sq}", en=f"{question.shown}: {problem.en}")


def _missing(names: Sequence[str]) -> Text:
    shown = ", ".join(names)
    return Text(
        sq=f"mungon: {shown}; këtu nuk ka kush përgjigjet, prandaj jepini si opsione "
        "(shihni shembujt: `firstlesson new lesson --help`)",
        en=f"missing: {shown}; nobody is here to answer, so give them as options "
        "(see the examples: `firstlesson new lesson --help`)",
    )


def _ended(begun: Begun, root: Path, language: str) -> Text:
    """How many files there are, and which one to open."""
    first = next(one for one in begun.files if one.endswith((".yml", f".{language}.md")))
    prose = [one for one in begun.files if one.endswith(f".{language}.md")]
    start = next((one for one in prose if one.startswith("student")), (*prose, first)[0])
    path = os.path.relpath(root / begun.folder / start)
    return Text(
        sq=f"U krijuan {len(begun.files)} skedarë në {begun.folder}.\n"
        f"Hapni {path}, shkruani mbi shembullin dhe shiheni me `firstlesson serve`.",
        en=f"Made {len(begun.files)} files in {begun.folder}.\n"
        f"Open {path}, write over the example, and look at it with `firstlesson serve`.",
    )


_TITLES = {
    "sq": Text(sq="Titulli në shqip", en="Title in Albanian"),
    "en": Text(sq="Titulli në anglisht", en="Title in English"),
}
_NO_DATA = Text(
    sq="skedarët në `data/` nuk lexohen dot; ndreqini më parë: `firstlesson check`",
    en="the files in `data/` cannot be read; mend them first: `firstlesson check`",
)
_REFUSED = Text(
    sq="nuk u shkrua asgjë: ndryshoni atë që thuhet më sipër dhe provoni përsëri",
    en="nothing was written: change what is said above and try again",
)
