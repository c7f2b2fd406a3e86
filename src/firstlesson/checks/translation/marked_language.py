"""Parts of a page that say their own language, such as `{lang=en}` behind a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._html import judged
from firstlesson.checks.translation._which_language import NAMES, WORD, is_in, words_known
from firstlesson.course.model import Course, Prose
from firstlesson.course.once import once_for_a_course
from firstlesson.diagnostics import Severity, Text

_MARK = "lang"
_ROW = 3


@check(
    "TRN027",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush dëgjon faqen me lexues ekrani do ta dëgjonte këtë pjesë me tingujt e gjuhës tjetër, dhe nuk do ta kuptonte.",
        en="Anyone who listens to the page would hear this part with the sounds of the other language, and not understand it.",
    ),
)
def marked_as_other_language(prose: Prose, course: Course) -> Iterator[Finding]:
    """What a part says of its language is true."""
    for said, words, at in judged(prose, course).languages:
        own = _plain(said)
        others = [one for one in words_known() if one != own] if own in words_known() else []
        if found := next((one for one in others if is_in(words, one, own)), ""):
            name = NAMES.get(found, Text(sq=found, en=found))
            yield Finding(
                at,
                Text(
                    sq=f"kjo pjesë thotë `lang={own}`, por është {name.sq}",
                    en=f"this part says `lang={own}`, but is in {name.en}",
                ),
                Text(
                    sq=f"hiqeni, ose shkruani `lang={found}`",
                    en=f"take it away, or write `lang={found}`",
                ),
            )


def without_marked(text: str, path: str, language: str, course: Course) -> str:
    """A text of a file without the words that the file says are in a language, at its own length.

    Known by rows of three words, since a mark may be round many paragraphs or in the middle of a sentence.
    """
    marked = _marked(course)[0].get((path, language))
    if not marked:
        return text
    words = [*WORD.finditer(text)]
    signs = [*text]
    for number in range(1, _ROW + 1):
        for first, last in zip(words, words[number - 1 :], strict=False):
            at = slice(first.start(), last.end())
            if tuple(WORD.findall(text, at.start, at.stop)) in marked:
                signs[at] = " " * (at.stop - at.start)
    return "".join(signs)


@once_for_a_course
def _marked(course: Course) -> tuple[dict[tuple[str, str], set[tuple[str, ...]]]]:
    """By file and language the rows of words that are said to be in it; short parts are one row."""
    found: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for prose in course.prose:
        for said, text, _ in (
            judged(prose, course).languages if _MARK in prose.document.text else ()
        ):
            words = WORD.findall(text)
            rows = found.setdefault((prose.path, _plain(said)), set())
            rows.update(
                tuple(words[at : at + _ROW]) for at in range(max(1, len(words) - _ROW + 1)) if words
            )
    return (found,)


def _plain(code: str) -> str:
    """The language of a code, without its country: `sq` of `sq-AL`."""
    return code.strip().lower().split("-")[0]
