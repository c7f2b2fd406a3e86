"""Parts of a page that say their own language, such as `{lang=en}` behind a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._html import judged
from firstlesson.checks.translation._which_language import NAMES, WORD, is_in, words_known
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Severity, Text

_MARK = "lang"


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


def marked_in(course: Course, path: str, language: str) -> list[re.Pattern[str]]:
    """What finds the words of a file that say they are in a language, however they are spaced."""
    prose = next((one for one in course.prose if one.path == path), None)
    if prose is None or _MARK not in prose.document.text:
        return []
    return [
        re.compile(r"[\W\d_]+".join(map(re.escape, found)))
        for said, words, _ in judged(prose, course).languages
        if _plain(said) == language and (found := WORD.findall(words))
    ]


def _plain(code: str) -> str:
    """The language of a code, without its country: `sq` of `sq-AL`."""
    return code.strip().lower().split("-")[0]
