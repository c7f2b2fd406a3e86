"""The end of a plan: the sections that stand on its other pages, so that an old address leads on."""

from __future__ import annotations

from collections.abc import Sequence

from firstlesson.course.model import Course, Lesson, Prose
from firstlesson.site.addresses import beside_path, key_path, relative
from firstlesson.site.beside import beside, facts_beside
from firstlesson.site.exercises import has_key, titles_of_key
from firstlesson.site.render import render
from firstlesson.site.words import Words
from firstlesson.source.markdown import Section


def beside_list(lesson: Lesson, prose: Prose, course: Course, words: Words, *, at: str) -> str:
    """What stands on the other pages of a plan, section by section, each with its id and its way."""
    page, key = (f"{relative(one, at)}.html" for one in (beside_path(lesson), key_path(lesson)))
    found = [_place(name, title, page) for name, title in facts_beside(lesson, words)]
    found += _by_section(beside(lesson, prose, course), page)
    if has_key(lesson):
        answered = [_place(name, title, key) for name, title in titles_of_key(lesson, words)]
        found.append({**_place("", words("key-open"), key), "inner": answered})
    end = ("cited", "competences") if lesson.data.citation else ("competences",)
    found += [_place(name, words(name), page) for name in end]
    return render("beside_list", places=found, words=words)


def _by_section(sections: Sequence[Section], page: str) -> list[dict[str, object]]:
    """Sections, each with those inside it."""
    found: list[dict[str, object]] = []
    inner: list[dict[str, object]] = []
    for one in (one for one in sections if one.id):
        if one.level == 2 or not found:
            inner = []
            found.append({**_place(one.id, one.title, page), "inner": inner})
        else:
            inner.append(_place(one.id, one.title, page))
    return found


def _place(name: str, title: str, page: str) -> dict[str, object]:
    return {"id": name, "title": title, "page": page, "inner": ()}
