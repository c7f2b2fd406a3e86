"""What is wrong with a value and what would be right, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from firstlesson.diagnostics import Text


def wrong_value(kind: str, given: object, context: Mapping[str, Any]) -> tuple[Text, Text | None]:
    """What is wrong with a value, and what would be right."""
    shown = f"`{given}`" if isinstance(given, str) and len(given) <= 60 else ""
    form = _FORMS.get(kind) or _FORMS.get(str(context.get("pattern", "")))
    if kind in _SHAPES:
        return _SHAPES[kind], None
    if kind in ("literal_error", "enum", "union_tag_invalid"):
        allowed = ", ".join(f"`{value}`" for value in allowed_in(context))
        return _no_value(shown), Text(sq=f"lejohen: {allowed}", en=f"allowed: {allowed}")
    if kind == "union_tag_not_found":
        return Text(sq="mungon çelësi `type`", en="the key `type` is missing"), None
    if kind == "string_too_short":
        return Text(sq="ky tekst është bosh", en="this text is empty"), None
    if kind == "twice":
        return (
            Text(
                sq=f"`{context['value']}` shënohet dy herë", en=f"`{context['value']}` stands twice"
            ),
            Text(sq="hiqni njërin", en="remove one of them"),
        )
    if kind in ("too_short", "too_long"):
        least, most = context.get("min_length"), context.get("max_length")
        if least is not None:
            return (
                Text(
                    sq=f"duhen të paktën {least} pjesë në këtë listë",
                    en=f"this list needs at least {least} items",
                ),
                None,
            )
        return (
            Text(
                sq=f"kjo listë mban më së shumti {most} pjesë", en=f"this list holds at most {most}"
            ),
            None,
        )
    if form:
        return _no_value(shown), form
    bounds = " ".join(f"{_SIGNS[name]} {context[name]}" for name in _SIGNS if name in context)
    if bounds:
        return _no_value(shown), Text(sq=f"duhet {bounds}", en=f"it must be {bounds}")
    return _no_value(shown), None


def _no_value(shown: str) -> Text:
    return Text(
        sq=f"vlera {shown} nuk lejohet këtu".replace("  ", " "),
        en=f"the value {shown} is not allowed here".replace("  ", " "),
    )


def allowed_in(context: Mapping[str, Any]) -> list[str]:
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    return [
        part.strip(" '") for part in expected.replace(" or ", ", ").split(",") if part.strip(" '")
    ]


_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

_SHAPES = {
    "string_type": Text(sq="këtu duhet një tekst", en="a text is needed here"),
    "dataclass_type": Text(sq="këtu duhen çelësa me vlera", en="keys with values are needed here"),
    "model_attributes_type": Text(
        sq="këtu duhen çelësa me vlera", en="keys with values are needed here"
    ),
    "dict_type": Text(
        sq="këtu duhet teksti në çdo gjuhë (`sq:`, `en:`)",
        en="the text in every language (`sq:`, `en:`) is needed here",
    ),
    "tuple_type": Text(
        sq="këtu duhet një listë: një rresht me `- ` për çdo pjesë",
        en="a list is needed here: one line with `- ` for each item",
    ),
}

_DATE = Text(sq="një datë e vërtetë si `2026-11-22`", en="a real date as `2026-11-22`")
_NUMBER = Text(sq="një numër i plotë, si `45`", en="a whole number, as `45`")
_YES_NO = Text(sq="`true` ose `false`", en="`true` or `false`")
_ID = Text(
    sq="shkronja të vogla pa ë e ç, shifra dhe vizë, si `first-lesson-11-14`",
    en="lower-case letters, digits and hyphens, as `first-lesson-11-14`",
)
_LANGUAGE = Text(
    sq="kodi i një gjuhe, si `sq` për shqipen (`al` është shteti)",
    en="a language code, as `sq` for Albanian (`al` is the country)",
)
_WHEN = Text(
    sq="një vit, muaj ose ditë e vërtetë: `2025`, `2025-03`, `2025-03-11`",
    en="a year, a real month or day: `2025`, `2025-03`, `2025-03-11`",
)
_FORMS: Mapping[str, Text] = {
    "date_form": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "duration_form": Text(
        sq="një kohëzgjatje si `PT45M` ose `PT1H`", en="a duration as `PT45M` or `PT1H`"
    ),
    "age_range_form": Text(
        sq="mosha si `11-14`: më e vogla, vizë, më e madhja",
        en="ages as `11-14`: the lower, a hyphen, the upper",
    ),
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    r"^[a-z0-9]+(-[a-z0-9]+)*$": _ID,
    r"^https://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$": Text(
        sq="një adresë e plotë me `https://`", en="a whole address with `https://`"
    ),
    r"^LO[1-5]\.[1-6]\.[0-9]{2}$": Text(
        sq="një kod i DigComp 3.0, si `LO4.3.18`", en="a DigComp 3.0 id, as `LO4.3.18`"
    ),
    r"^\d+\.\d+\.\d+$": Text(sq="një version si `0.1.0`", en="a version as `0.1.0`"),
    r"^\+?[0-9]{2,4}( ?[0-9]{1,4})*$": Text(
        sq="vetëm shifra dhe hapësira, si `116 111`", en="digits and spaces only, as `116 111`"
    ),
    r"^[a-z0-9-]+\.(svg|png|jpg|webp)$": Text(
        sq="emri i një skedari në `media/`, si `klasa.svg`",
        en="the name of a file in `media/`, as `class.svg`",
    ),
    r"^\d{4}(-\d{2}(-\d{2})?)?$": _WHEN,
    "when_form": _WHEN,
    r"^\d+([./]\d+)?$": Text(
        sq="një shifër si `407`, `9.3` ose `2025`", en="a figure as `407`, `9.3` or `2025`"
    ),
    r"^[a-z]{2}$": _LANGUAGE,
    "language_form": _LANGUAGE,
    r"^[1-5]\.[1-6]$": Text(sq="një numër si `4.3`", en="a number as `4.3`"),
}
