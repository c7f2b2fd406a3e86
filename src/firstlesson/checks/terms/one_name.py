"""One name for one thing within a text for children."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks.terms._forms import beginnings_of, forms_of
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Term
from firstlesson.span import Span

_EXPLANATION = re.compile(r"\s*\([^)]*\)")


@check(
    "TRM003",
    severity=Severity.ADVICE,
    why=Text(
        sq="Kush e lexon tekstin me mundim mendon se një fjalë tjetër është një gjë tjetër.",
        en="Anyone who reads with effort takes another word for another thing.",
    ),
)
def two_names_for_one_thing(course: Course) -> Iterator[Finding]:
    """A word of the lesson's vocabulary stands beside its other name in one text for children."""
    vocabularies = {
        lesson.folder: [course.terms[one] for one in lesson.data.vocabulary if one in course.terms]
        for lesson in course.lessons.values()
    }
    files: dict[tuple[str, str], list[Said]] = {}
    for path, texts in texts_by_file(course).items():
        if texts[0].audience == "student" and texts[0].text.kind != "short":
            told = [said for said in texts if not said.rejected]
            if told:
                files[path, told[0].text.owner] = told
    documents = {prose.path: prose.document for prose in course.prose}
    for (path, owner), texts in files.items():
        linked = [one.span for one in documents[path].links if one.target.startswith("term:")]
        for term in vocabularies.get(owner, ()):
            yield from _others(term, texts, linked)


def _others(term: Term, texts: Sequence[Said], linked: Sequence[Span]) -> Iterator[Finding]:
    language = texts[0].language
    name = _EXPLANATION.sub("", term.name.root.get(language, ""))
    others = [one.root.get(language, "") for one in term.alternate_name]
    if not name or not _may_stand_in(texts, name):
        return
    form = forms_of(name, language)
    if not any(form.search(said.folded) for said in texts):
        return
    for other in others:
        other_name = _EXPLANATION.sub("", other)
        if not other or not _may_stand_in(texts, other_name):
            continue
        other_form = forms_of(other_name, language)
        if other_form.fullmatch(name) or form.fullmatch(other):
            continue
        for said in texts:
            if form.search(said.folded):
                continue
            spans = (said.span(*match.span()) for match in other_form.finditer(said.folded))
            span = next((one for one in spans if not _stands_in(linked, one)), None)
            if span is not None:
                yield Finding(
                    span,
                    Text(
                        sq=f"e njëjta gjë quhet këtu “{name}” dhe “{other}”",
                        en=f"the same thing is called “{name}” and “{other}” here",
                    ),
                    Text(sq=f"mbani “{name}”", en=f"keep “{name}”"),
                )
                break


def _may_stand_in(texts: Sequence[Said], name: str) -> bool:
    """A first look, as making all forms of a name takes longer."""
    beginnings = beginnings_of(name)
    return any(all(one in said.folded for one in beginnings) for said in texts)


def _stands_in(linked: Sequence[Span], span: Span) -> bool:
    """Whether words stand inside a link to a term, whose own name they are."""
    return any(one[1:3] <= span[1:3] and span[3:] <= one[3:] for one in linked)
