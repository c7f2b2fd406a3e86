"""The templates of new files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from firstlesson.schema import Contact


def written(template: str, **values: object) -> str:
    """A template of `outline/templates/` with its values."""
    return _environment().get_template(f"{template}.j2").render(**values)


def template_for(name: str, language: str) -> str:
    """A template in a language; in English where nobody has written it yet."""
    folder = resources.files("firstlesson.outline") / "templates"
    own = f"{name}.{language}.md"
    return own if (folder / f"{own}.j2").is_file() else f"{name}.en.md"


def _texts(languages: Sequence[str], indent: int, **texts: str) -> str:
    """The same text in every language of the course, as lines of YAML below one another."""
    any_text = texts.get("en") or next(iter(texts.values()))
    rows = (f"{one}: {_quoted(texts.get(one, any_text))}" for one in languages)
    return ("\n" + " " * indent).join(rows)


def _quoted(text: str) -> str:
    """A text in quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _links(contacts: Sequence[Contact], kind: str, language: str) -> str:
    """Links to the contacts of one kind; nothing where there are none."""
    of_kind = [one for one in contacts if one.contact_type == kind]
    return ", ".join(f"[{_label(one.name[language])}](contact:{one.id})" for one in of_kind)


def _label(name: str) -> str:
    return name.replace("[", "(").replace("]", ")")


def _list(values: Sequence[str]) -> str:
    return "[" + ", ".join(values) + "]"


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701  # Markdown and YAML, no HTML
        loader=PackageLoader("firstlesson.outline", "templates"),
        comment_start_string="[#",  # `{#` begins the id of a section
        comment_end_string="#]",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"texts": _texts, "links": _links}
    environment.filters |= {"quoted": _quoted, "list": _list}
    return environment
