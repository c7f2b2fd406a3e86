"""What all files of authors share: frozen models, no unknown key, texts in every language."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    RootModel,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import CoreSchema, PydanticCustomError

DEFAULT_LANGUAGES = ("sq", "en")


class Model(BaseModel):
    """A part of a file; its keys are spelled as schema.org does (`timeRequired`)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=False,
        validate_by_alias=True,
        defer_build=True,  # a command validates a few kinds of files, and imports all
    )


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=60)
]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$")]
OutcomeId = Annotated[str, StringConstraints(pattern=r"^LO[1-5]\.[1-6]\.[0-9]{2}$")]
CompetenceId = Annotated[str, StringConstraints(pattern=r"^[1-5]\.[1-6]$")]


class Localized(RootModel[dict[str, Line]]):
    """The same text in every language of the course, side by side."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    def __getitem__(self, language: str) -> str:
        return self.root[language]

    @model_validator(mode="after")
    def _in_every_language(self, info: ValidationInfo) -> Self:
        languages = (info.context or {}).get("languages", DEFAULT_LANGUAGES)
        if self.root.keys() == {*languages}:
            return self
        missing = [language for language in languages if language not in self.root]
        unknown = [language for language in self.root if language not in languages]
        if missing or unknown:
            raise PydanticCustomError(
                "one_language",
                "text is missing in {missing}",
                {"missing": missing, "unknown": unknown, "languages": list(languages)},
            )
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        handler(core)
        text = {"type": "string", "minLength": 1}
        return {
            "type": "object",
            "description": "The same text in every language.",
            "properties": dict.fromkeys(DEFAULT_LANGUAGES, text),
            "required": list(DEFAULT_LANGUAGES),
            "additionalProperties": False,
        }


def _real_date(value: object) -> object:
    """Only YYYY-MM-DD: pydantic would also take a number of seconds for a date."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_form", "not a date")
    return value


Date = Annotated[dt.date, BeforeValidator(_real_date)]


def _minutes_of(value: object) -> object:
    match = re.fullmatch(r"PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?", str(value))
    if not match or not any(match.groups()):
        raise PydanticCustomError("duration_form", "not a duration")
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
        raise PydanticCustomError("language_form", "not a language")
    return value


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$"), AfterValidator(_real_language)]


def _of_the_course(value: str, info: ValidationInfo) -> str:
    languages = (info.context or {}).get("languages", DEFAULT_LANGUAGES)
    if value not in languages:
        expected = ", ".join(f"'{one}'" for one in languages)
        raise PydanticCustomError("enum", "not a language here", {"expected": expected})
    return value


CourseLanguage = Annotated[str, StringConstraints(min_length=1), AfterValidator(_of_the_course)]
"""One of the languages of the course."""


def _real_day(value: str) -> str:
    """A year, a month of one or a day of it, none of which may be made up."""
    try:
        dt.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise PydanticCustomError("when_form", "not a day of the calendar") from None
    return value


When = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_real_day)
]
"""When something was published, as far as one knows: a year, a month or a day."""


_DurationText = Annotated[str, StringConstraints(pattern=r"^PT(?=\d)(\d{1,2}H)?(\d{1,3}M)?$")]
Duration = Annotated[int, BeforeValidator(_minutes_of, json_schema_input_type=_DurationText)]
"""A duration written as ISO 8601 (`PT45M`), kept in minutes."""


class AgeRange(RootModel[str]):
    """Ages as `11-14`: the youngest and the oldest for whom something is meant."""

    model_config = ConfigDict(
        frozen=True, defer_build=True, json_schema_extra={"pattern": r"^\d{1,2}-\d{1,2}$"}
    )

    @model_validator(mode="after")
    def _two_ages(self) -> Self:
        match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", self.root)
        if not match or not 3 <= int(match[1]) <= int(match[2]) <= 99:
            raise PydanticCustomError("age_range_form", "not an age range")
        return self

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
            raise PydanticCustomError("twice", "{value} stands twice", told)
    return values


Distinct = AfterValidator(_all_different)
"""For lists in which nothing may stand twice: `Annotated[tuple[Slug, ...], Distinct]`."""
