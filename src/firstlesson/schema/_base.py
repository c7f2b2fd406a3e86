"""What all files of authors share: frozen models, no unknown key, texts in every language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Annotated, Any, ClassVar, NoReturn, dataclass_transform

from firstlesson.schema._judged import (
    DEFAULT_LANGUAGES,
    After,
    Before,
    InCourse,
    Limits,
    Root,
    refused,
)


def to_camel(name: str) -> str:
    """A key as schema.org spells it: `timeRequired`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Model:
    """A part of a file: a frozen dataclass, whose keys are spelled as schema.org does (`timeRequired`)."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        "extra": "forbid",
        "alias_generator": to_camel,
        "validate_by_name": False,
        "validate_by_alias": True,
    }

    def __init_subclass__(cls) -> None:
        # What is written once below, `dataclass` would make anew for each model, at every start.
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)

    def __init__(self, **given: Any) -> None:  # noqa: ANN401  # mypy knows the fields
        own: Any = self  # mypy does not know that every model is a dataclass
        defaults = {one.name: one.default for one in fields(own)}
        vars(self).update(defaults | given)
        if len(vars(self)) > len(defaults) or MISSING in vars(self).values():
            raise TypeError(f"{type(self).__name__} has other fields than {', '.join(given)}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(name)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"


Line = Annotated[str, Limits(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, Limits(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=60)]
Url = Annotated[str, Limits(pattern=r"^https://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$")]
OutcomeId = Annotated[str, Limits(pattern=r"^LO[1-5]\.[1-6]\.[0-9]{2}$")]
CompetenceId = Annotated[str, Limits(pattern=r"^[1-5]\.[1-6]$")]


def in_every_language(given: Mapping[str, object], languages: Sequence[str]) -> None:
    """Refuses what does not stand in every language of the course and in no other."""
    if given.keys() == {*languages}:
        return
    raise refused(
        "one_language",
        "text is missing",
        {
            "missing": [language for language in languages if language not in given],
            "unknown": [language for language in given if language not in languages],
            "languages": list(languages),
        },
    )


def described_in_every_language(text: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON Schema of what stands in every language, side by side."""
    return {
        "type": "object",
        "description": text,
        "properties": dict.fromkeys(DEFAULT_LANGUAGES, value),
        "required": list(DEFAULT_LANGUAGES),
        "additionalProperties": False,
    }


@dataclass(frozen=True)
class Localized(Root):
    """The same text in every language of the course, side by side."""

    root: dict[str, Line]
    described: ClassVar = described_in_every_language(
        "The same text in every language.", {"type": "string", "minLength": 1}
    )

    def __getitem__(self, language: str) -> str:
        return self.root[language]

    def judge(self, languages: Sequence[str]) -> None:
        """Refuses a text that does not stand in every language."""
        in_every_language(self.root, languages)


def _real_date(value: object) -> object:
    """Only YYYY-MM-DD: pydantic would also take a number of seconds for a date."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise refused("date_form", "not a date")
    return value


Date = Annotated[dt.date, Before(_real_date)]


def _minutes_of(value: object) -> object:
    match = re.fullmatch(r"PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?", str(value))
    if not match or not any(match.groups()):
        raise refused("duration_form", "not a duration")
    return int(match[1] or 0) * 60 + int(match[2] or 0)


_LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
    ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
    tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905  # a list that one can read
)
"""The codes of ISO 639-1: `al` is a country, `sq` its language."""


def _real_language(value: str) -> str:
    if value not in _LANGUAGES:
        raise refused("language_form", "not a language")
    return value


Language = Annotated[str, Limits(pattern=r"^[a-z]{2}$"), After(_real_language)]


def of_the_course(value: str, languages: Sequence[str]) -> str:
    """The code of a language, if the course has it."""
    if value not in languages:
        expected = ", ".join(f"'{one}'" for one in languages)
        raise refused("enum", "not a language here", {"expected": expected})
    return value


CourseLanguage = Annotated[str, Limits(min_length=1), InCourse(of_the_course)]
"""One of the languages of the course."""


def _real_day(value: str) -> str:
    """A year, a month of one or a day of it, none of which may be made up."""
    try:
        dt.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise refused("when_form", "not a day of the calendar") from None
    return value


When = Annotated[str, Limits(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), After(_real_day)]
"""When something was published, as far as one knows: a year, a month or a day."""


_DurationText = Annotated[str, Limits(pattern=r"^PT(?=\d)(\d{1,2}H)?(\d{1,3}M)?$")]
Duration = Annotated[int, Before(_minutes_of, written=_DurationText)]
"""A duration written as ISO 8601 (`PT45M`), kept in minutes."""


@dataclass(frozen=True)
class AgeRange(Root):
    """Ages as `11-14`: the youngest and the oldest for whom something is meant."""

    root: str
    described: ClassVar = {
        "description": "Ages as `11-14`: the youngest and the oldest for whom something is meant.",
        "pattern": r"^\d{1,2}-\d{1,2}$",
        "title": "AgeRange",
        "type": "string",
    }

    def judge(self, languages: Sequence[str] = ()) -> None:  # noqa: ARG002  # the same for all
        """Refuses what is not two ages, the lower one first."""
        match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", self.root)
        if not match or not 3 <= int(match[1]) <= int(match[2]) <= 99:
            raise refused("age_range_form", "not an age range")

    @property
    def youngest(self) -> int:
        """The lower age, in years."""
        return int(self.root.split("-")[0])

    @property
    def oldest(self) -> int:
        """The upper age, in years."""
        return int(self.root.split("-")[1])

    def __str__(self) -> str:
        return self.root


def _all_different(values: tuple[Any, ...]) -> tuple[Any, ...]:
    for index, value in enumerate(values):
        if value in values[:index]:
            told = {"value": str(value), "index": index}
            raise refused("twice", "{value} stands twice", told)
    return values


Distinct = After(_all_different)
"""For lists in which nothing may stand twice: `Annotated[tuple[Slug, ...], Distinct]`."""
