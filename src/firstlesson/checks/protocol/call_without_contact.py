"""Steps that tell to call somebody without the number at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said, fold
from firstlesson.checks._wordlists import word_list
from firstlesson.checks.protocol._acts import is_denied
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Contact

_REACH = 110


@dataclass(frozen=True, slots=True)
class _Service:
    name: Mapping[str, str]
    words: Mapping[str, Expression]
    contact: Expression
    telephones: frozenset[str]

    def is_reached_by(self, contact: Contact) -> bool:
        number = (contact.telephone or "").replace(" ", "")
        names = fold(" ".join((contact.id, *contact.name.root.values())))
        return number in self.telephones or bool(self.contact.search(names))


@check(
    "PRO006",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush duhet të telefonojë tani nuk duhet ta kërkojë numrin: ai qëndron te vetë hapi.",
        en="Anyone who has to call now must not look for the number: it stands with the step itself.",
    ),
    locked=True,
)
def call_without_contact(course: Course) -> Iterator[Finding]:
    """A step that tells to call or inform a service names it in `contact`."""
    protocols = {one.source.path: one.data for one in course.protocols.values()}
    told: set[tuple[str, object, str]] = set()
    files = texts_by_file(course)
    for said in chain.from_iterable(files.get(path, ()) for path in protocols):
        data = protocols[said.text.path]
        route = said.text.route
        if route[0] != "steps" or route[2] not in ("action", "name"):
            continue
        index = route[1]
        step = data.steps[index] if isinstance(index, int) else data.steps[0]
        given = [course.contacts[one] for one in step.contact if one in course.contacts]
        for key, service in _services().items():
            if (said.text.path, index, key) in told or any(map(service.is_reached_by, given)):
                continue
            match = _told_to_call(said, service)
            if match is None:
                continue
            told.add((said.text.path, index, key))
            fitting = [one.id for one in course.contacts.values() if service.is_reached_by(one)]
            names = ", ".join(f"`{one}`" for one in fitting[:3])
            yield Finding(
                said.span(*match),
                Text(
                    sq=f"hapi `{step.id}` thotë të njoftohet {service.name['sq']}, por `contact` nuk e ka",
                    en=f"the step `{step.id}` says to inform {service.name['en']}, but `contact` lacks it",
                ),
                Text(sq=f"shtoni te `contact`: {names}", en=f"add to `contact`: {names}")
                if fitting
                else Text(
                    sq="shtojeni te `data/contacts.yml`, pastaj te `contact`",
                    en="add it to `data/contacts.yml`, then to `contact`",
                ),
            )


def _told_to_call(said: Said, service: _Service) -> tuple[int, int] | None:
    """Where a text tells to call a service."""
    acts, between = _acts(), _between()
    if said.language not in acts:
        return None
    for match in service.words[said.language].finditer(said.folded):
        first, _ = said.sentence_at(match.start())
        head = said.folded[max(first, match.start() - _REACH) : match.start()]
        verbs = [
            verb
            for verb in acts[said.language].finditer(head)
            if not between[said.language].search(head, verb.end())
        ]
        at = match.start() - len(head)
        if any(not is_denied(said, at + verb.start()) for verb in verbs):
            return match.span()
        if _IS_TOLD[said.language].match(said.folded, match.end()) and not is_denied(
            said, match.start()
        ):
            return match.span()
    return None


_IS_TOLD = {
    "sq": re.compile(
        r"(?: (?:e shtetit|mjekesore|ne bashki))? (?:njoftohet|thirret|lajmerohet|kontaktohet|informohet|"
        r"duhet (?:njoftuar|thirrur|lajmeruar|kontaktuar|informuar)|duhet te njoftohet)\b"
    ),
    "en": re.compile(
        r" (?:is|are|must be|has to be|have to be|should be|need to be|needs to be) "
        r"(?:(?!not\b|never\b)\w+ ){0,2}?(?:called|informed|told|notified|contacted|alerted|phoned)\b"
    ),
}


@cache
def _services() -> Mapping[str, _Service]:
    return {
        key: _Service(
            one["name"],
            {language: expression(one[language]) for language in ("sq", "en")},
            expression(one["contact"]),
            frozenset(one["telephone"]),
        )
        for key, one in word_list("protocol", "services")["services"].items()
    }


@cache
def _acts() -> Mapping[str, Expression]:
    return {k: expression(v) for k, v in word_list("protocol", "services")["act"].items()}


@cache
def _between() -> Mapping[str, Expression]:
    return {k: expression(v) for k, v in word_list("protocol", "services")["between"].items()}
