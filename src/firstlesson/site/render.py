"""Our own HTML: small templates, everything escaped, the same bytes every time."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from firstlesson.site.compiled import Compiled


def render(template: str, **values: object) -> str:
    """A template of `site/templates/` with its values; blank lines are left out."""
    text = _environment().get_template(f"{template}.html.j2").render(**values)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def date_text(date: dt.date, language: str) -> str:
    """A date as people write it: `22.11.2026`, `22 November 2026`."""
    if language == "sq":
        return f"{date.day}.{date.month}.{date.year}"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence."""
    start, dot, rest = text.partition(". ")
    return f"{start}." if dot and rest else text


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def h1(text: str) -> str:
    """A page's heading; nothing in it is taken for HTML or Markdown."""
    return f"<h1>{escape(text)}</h1>"


@cache
def icon(name: str) -> Markup:
    """One of our own drawings, inside the page, coloured by the text around it."""
    file = resources.files("firstlesson.site") / "icons" / f"{name}.svg"
    return Markup(file.read_text("utf-8").strip()) if file.is_file() else Markup("")  # noqa: S704  # our own icons


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("firstlesson.site", "templates"),
        auto_reload=False,  # the program's own do not change while it runs
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(Path(__file__).with_name("templates") / "__pycache__"),
    )
    environment.globals |= {"date_text": date_text, "icon": icon}
    environment.filters["first_sentence"] = first_sentence
    return environment


def compile_templates() -> None:
    """Compiles every template, so that no command has to."""
    environment = _environment()
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)


if __name__ == "__main__":
    compile_templates()
