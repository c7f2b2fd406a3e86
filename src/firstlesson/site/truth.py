"""A text with the truth about its language: not translated, in parts, or from an older version."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from firstlesson.course.model import Course, Prose
from firstlesson.course.parity import State, open_units, section_key
from firstlesson.site.addresses import in_language
from firstlesson.site.prose import ready
from firstlesson.site.render import render
from firstlesson.site.words import Words, words_of
from firstlesson.source.markdown import Section


def told(
    prose: Prose,
    course: Course,
    words: Words,
    *,
    at: str,
    media: str = "",
    audience: str = "",
    after_headings: Mapping[str, str] | None = None,
    part: Callable[[Prose], Collection[Section]] | None = None,
) -> str:
    """The prose made ready for the page `at`, with what has to be said about its language.

    `part` gives the sections of a text that stand on this page, where not all do.
    """
    after = dict(after_headings or {})
    original = in_language(
        at,
        start=words.language,
        language=course.source_language,
        source_language=course.source_language,
    )
    units = [u for u in open_units(course, prose.owner, words.language) if _of(u.key, prose.name)]
    for unit in units:
        if unit.state is State.STALE:
            section = unit.key.partition("#")[2]
            after[section] = stale_notice(words) + "\n" + after.get(section, "")
    own = part(prose) if part else ()
    text = ready(
        prose,
        course,
        words,
        at=at,
        media=media,
        audience=audience,
        after_headings=after,
        without=[one for one in prose.document.sections if part and one not in own],
    )
    if prose.language != words.language:
        return _foreign(text, prose, words, course, at)
    missing = [unit for unit in units if unit.state is State.MISSING]
    if missing:
        source = next(
            one
            for one in course.prose_of[prose.owner]
            if one.name == prose.name and one.language == course.source_language
        )
        there = part(source) if part else source.document.sections
        titles = {section_key(one): one.title for one in there}
        keys = [unit.key.partition("#")[2] for unit in missing]
        sections = [(key, titles[key] or key) for key in keys if key in titles]
        if sections:
            notice = render(
                "missing_sections",
                words=words,
                sections=sections,
                original=original,
                language=course.source_language,
            )
            return f"{notice}\n\n{text}"
    return text


def stale_texts(course: Course, owner: str, words: Words, *, files: Collection[str]) -> list[str]:
    """The short texts of some YAML files that translate an older version, by their names."""
    return [
        unit.key.partition("#")[2]
        for unit in open_units(course, owner, words.language)
        if unit.state is State.STALE and unit.key.partition("#")[0] in files
    ]


def stale_names(course: Course, owner: str, words: Words, *, files: Collection[str]) -> list[str]:
    """The same, but only names and introductions of whole exercises: `scenarios/class-group/name`."""
    found = stale_texts(course, owner, words, files=files)
    return [one for one in found if one.count("/") == 2]  # list, id, text


def stale_notice(words: Words, key: str = "stale") -> str:
    """That what stands below translates an older version."""
    return render("stale", text=words(key))


def _of(key: str, name: str) -> bool:
    return key.partition("#")[0] == name


def _foreign(text: str, prose: Prose, words: Words, course: Course, at: str) -> str:
    """A notice, the way to the original, and the text with its own `lang`."""
    notice = render(
        "untranslated",
        words=words,
        language=prose.language,
        name=words_of(prose.language)("language"),
        original=in_language(
            at,
            start=words.language,
            language=prose.language,
            source_language=course.source_language,
        ),
    )
    return f'{notice}\n\n<div lang="{prose.language}" markdown="1">\n\n{text.strip()}\n\n</div>\n'
