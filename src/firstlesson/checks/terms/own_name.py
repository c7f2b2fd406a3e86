"""A glossary that contradicts itself: a name it discourages, a name that two terms have."""

from __future__ import annotations

from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Localized
from firstlesson.source.yaml import Route


@check(
    "TRM021",
    severity=Severity.ERROR,
    why=Text(
        sq="Një fjalë që fjalori edhe e mëson, edhe e ndalon, e lë autorin pa asnjë fjalë të drejtë.",
        en="A word that the glossary both teaches and forbids leaves an author without any right one.",
    ),
)
def discourages_own_name(course: Course) -> Iterator[Finding]:
    """No term discourages the name of a term."""
    document = course.documents.get("data/glossary.yml")
    names = {
        (language, name.casefold()): term.id
        for term in course.terms.values()
        for language, name in term.name.root.items()
    }
    for at, term in enumerate(course.terms.values() if document else ()):
        for group, discouraged in enumerate(term.discouraged):
            for index, word in enumerate(discouraged.words):
                owner = names.get((discouraged.language, word.casefold()))
                if owner and document:
                    yield Finding(
                        document.span("terms", at, "discouraged", group, "words", index),
                        Text(
                            sq=f"“{word}” është vetë emri i termit `{owner}`",
                            en=f"“{word}” is the name of the term `{owner}` itself",
                        ),
                        Text(
                            sq="hiqeni nga `words`, ose ndryshojani emrin termit",
                            en="remove it from `words`, or rename the term",
                        ),
                    )


@check(
    "TRM022",
    severity=Severity.WARNING,
    why=Text(
        sq="Kur dy terma kanë të njëjtin emër, lexuesi nuk e di cili shpjegim vlen.",
        en="Where two terms have the same name, a reader does not know which explanation holds.",
    ),
)
def name_of_another_term(course: Course) -> Iterator[Finding]:
    """Every name and other name in the glossary belongs to one term."""
    document = course.documents.get("data/glossary.yml")
    owners: dict[tuple[str, str], str] = {}
    for term in course.terms.values():
        for language, name in term.name.root.items():
            owners.setdefault((language, name.casefold()), term.id)
    for at, term in enumerate(course.terms.values() if document else ()):
        routes: list[tuple[Route, Localized]] = [(("name",), term.name)]
        routes += [(("alternateName", i), one) for i, one in enumerate(term.alternate_name)]
        for route, names in routes:
            taken = [
                (language, name, owners[language, name.casefold()])
                for language, name in names.root.items()
                if owners.get((language, name.casefold()), term.id) != term.id
            ]
            if taken and document:
                language, name, owner = taken[0]
                yield Finding(
                    document.span("terms", at, *route, language),
                    Text(
                        sq=f"“{name}” është edhe emri i termit `{owner}`",
                        en=f"“{name}” is the name of the term `{owner}` too",
                    ),
                    Text(
                        sq="jepini secilit term emrin e vet, ose bashkojini",
                        en="give each term its own name, or make them one",
                    ),
                )
