"""What all files of authors share: frozen models, no unknown key, texts in every language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Annotated, Any, ClassVar, NoReturn, dataclass_transform

from firstlesson.schema._judged import After, Before, Limits, Root, refused

DEFAULT_LANGUAGES = ("sq", "en")


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


def in_every_language(given: Mapping[str, object], languages: object) -> None:
    """Refuses what does not stand in every language of the course and in no other."""
    known = languages if isinstance(languages, Sequence) else DEFAULT_LANGUAGES
    if given.keys() == {*known}:
        return
    raise refused(
        "one_language",
        "text is missing",
        {
            "missing": [language for language in known if language not in given],
            "unknown": [language for language in given if language not in known],
            "languages": list(known),
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

    def judge(self, languages: object) -> None:
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

    def judge(self, languages: object = ()) -> None:  # noqa: ARG002  # the same for all
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
            raise refused("twice", "{value} stands twice", {"value": str(value)})
    return values


Distinct = After(_all_different)
"""For lists in which nothing may stand twice: `Annotated[tuple[Slug, ...], Distinct]`."""
