"""What a value has to keep to, as it stands in the annotations of the models.

pydantic asks each of these for a schema of its core when the first file of a kind is judged. Nothing
here loads it before: most of the time that a small command takes would go into that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, get_type_hints

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

DEFAULT_LANGUAGES = ("sq", "en")
"""The languages of a course where nobody says which."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a number, a text or a list has to keep to."""

    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    ge: int | None = None
    le: int | None = None
    strip_whitespace: bool | None = None

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the value with these limits, which bear the same names there."""
        limits = {name: value for name, value in vars(self).items() if value is not None}
        limited: Any = {**handler(source), **limits}
        return limited  # type: ignore[no-any-return]  # a typed mapping of pydantic's core


@dataclass(frozen=True)
class Before:
    """What makes of a value as it is written what it means, or refuses it."""

    function: Callable[[object], object]
    written: Any = None
    """How it is written, where that is not how it is kept."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the value, which asks the function first."""
        from pydantic_core import core_schema as core  # noqa: PLC0415  # only where a file is judged

        written = handler.generate_schema(self.written) if self.written else None
        return core.no_info_before_validator_function(
            self.function, handler(source), json_schema_input_schema=written
        )


@dataclass(frozen=True)
class After:
    """What looks at a value that is right so far, and may refuse it."""

    function: Callable[[Any], object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the value, which asks the function last."""
        from pydantic_core import core_schema as core  # noqa: PLC0415  # only where a file is judged

        return core.no_info_after_validator_function(self.function, handler(source))


@dataclass(frozen=True)
class InCourse:
    """What looks at a value that is right so far in a course of some languages, and may refuse it."""

    function: Callable[[Any, Sequence[str]], object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the value, which asks the function last."""
        from pydantic_core import core_schema as core  # noqa: PLC0415  # only where a file is judged

        def asked(value: Any, info: ValidationInfo) -> object:  # noqa: ANN401  # any value
            return self.function(value, _languages(info))

        return core.with_info_after_validator_function(asked, handler(source))


def _languages(info: ValidationInfo) -> Sequence[str]:
    known: Sequence[str] = (info.context or {}).get("languages", DEFAULT_LANGUAGES)
    return known


@dataclass(frozen=True)
class OneOf:
    """Of several models that one is meant which bears the value of this key."""

    key: str

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401  # a union of models
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """The schema of the union, told apart by the key."""
        from pydantic import Field  # noqa: PLC0415  # only where a file is judged

        return handler.generate_schema(Annotated[source, Field(discriminator=self.key)])


@dataclass(frozen=True)
class Root:
    """A value with a meaning of its own that is written as a plain text or mapping."""

    root: Any
    described: ClassVar[Mapping[str, Any]]
    """Its JSON Schema."""

    def judge(self, languages: Sequence[str]) -> None:
        """Raises `refused` where the value is not right in a course of these languages."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of what is written, of which such a value is made and judged."""
        from pydantic_core import core_schema as core  # noqa: PLC0415  # only where a file is judged

        written = handler.generate_schema(get_type_hints(cls, include_extras=True)["root"])
        return core.with_info_after_validator_function(cls._judged, written, ref=cls.__name__)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**cls.described}

    @classmethod
    def _judged(cls, root: object, info: ValidationInfo) -> Self:
        made = cls(root)
        made.judge(_languages(info))
        return made


def refused(kind: str, message: str, told: Mapping[str, Any] | None = None) -> Exception:
    """What is raised where a value is not right; `read` says it in plain words."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415  # only where a file is judged

    return PydanticCustomError(kind, message, dict(told) if told else None)
