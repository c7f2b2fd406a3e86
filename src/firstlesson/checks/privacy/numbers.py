"""Numbers and places by which one person is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from firstlesson.checks._index import numbers_like
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import texts_in_which
from firstlesson.checks.privacy._words import is_made_up, words
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.addresses import plain_address

_NID = re.compile(r"(?<![a-z0-9])([a-t])\s?(\d{8})\s?([a-w])(?![a-z0-9])")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[ -]?\d[ -]?\d[ -]?\d")
_IBAN = re.compile(
    r"(?<![a-z0-9])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![a-z0-9])"
)
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?!\d|[.,]\d)")
_DECIMAL = r"-?[1-9]\d{0,2}[.,]\d{4,8}(?!\d)"
_WORDS_OF_PLACE = (
    r"(?:degrees?|grad[ae]?|north|east|south|west|veri|lindje|jug|perendim|[nesvlw]|"
    r"(?<=(?:north|south) )and|(?<=\d )and(?= longitude)|(?<=veri )dhe|(?<=jug )dhe|"
    r"gjeresi\w*|gjatesi\w*|latitude|longitude|lat|lng|lon|long)"
)
_MINUTES = (
    r"\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['\u2032]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:\"|\u2033|''))?"
)
_PLACE = re.compile(  # two numbers with many places, or degrees and minutes of north or south
    rf"(?<![\d.]){_DECIMAL}(?:\s?[°,;/ =:]|\s?\b{_WORDS_OF_PLACE}\b){{1,6}}\s?{_DECIMAL}|"
    rf"(?:{_MINUTES}\s?[nvs]\b|\b[nvs]\s?{_MINUTES})(?:[,;\s]*(?:[elw]\s?)?{_MINUTES}(?:\s?[elw]\b)?)?"
)
_STREET = re.compile(
    r"\b(?:rrug[aeën]+s?|rr\.|bulevardi\w*|bul\.|lagj(?:j?a|es|en)|sheshi|street|road|avenue|str\.|blvd\.?)[, ]"
    r"(?:[^.;:!?\n]{2,50}?[, ])?\s?(?:nr\.?|numri|no\.?|number|pall?\.?|pallati|ndertesa|ap\.?|apartamenti|"
    r"flat|building|shk\.?|hyrja)\s?\d{1,4}\b|"
    r"\b(?:banon\w*|jeton\w*|banesa|shtepia|adresa e shtepise|lives?|living|home)\b[^.;:!?\n]{0,30}?\b"
    r"(?:rrug\w*|bulevard\w*|lagj\w*|street|road|avenue)[^.;:!?\n\d]{2,40}\d{1,4}\b|"
    r"\b\d{1,4}\s(?!(?:dhjetor|maj|prill|mars)\b)[a-z]+(?:\s[a-z]+)?\s(?:street|avenue|road|lane|boulevard)\b"
)


@check(
    "PRV011",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Me një numër personal, llogari ose kartë dikush mund të hiqet sikur është një tjetër.",
        en="With a personal number, an account or a card someone can pass for another.",
    ),
    locked=True,
)
def personal_number(course: Course) -> Iterator[Finding]:
    """No personal number, account or card stands in a text."""
    for said, _ in _texts_with(course, _DIGITS):
        for match in _NID.finditer(said.folded):
            if not _made_up_digits(match[2]):
                yield _number(said, match, "numër personal", "a personal number")
        for match in _IBAN.finditer(said.folded):
            if _is_iban(match[0]):
                yield _number(said, match, "numër llogarie (IBAN)", "an account number (IBAN)")
        for match in _CARD.finditer(said.folded):
            if _is_card(match[0]):
                yield _number(said, match, "numër karte", "the number of a card")


@check(
    "PRV017",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Dy numra tregojnë një derë të vetme: shtëpinë, shkollën ose rrugën e një fëmije.",
        en="Two numbers point to a single door: a child's home, school or way.",
    ),
    locked=True,
)
def coordinates(course: Course) -> Iterator[Finding]:
    """No coordinates and no pins on a map."""
    for said, places in _texts_with(course, _PLACE):
        for match in places:
            yield Finding(said.span(*match.span()), _PLACE_SAID, _PLACE_HINT)
    for prose in course.prose:
        for link in prose.document.links:
            if _leads_to_place(link.target):
                yield Finding(link.target_span, _PLACE_SAID, _PLACE_HINT)


@check(
    "PRV012",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një adresë shtëpie e tregon një familje te kushdo që lexon.",
        en="A home address shows a family to everyone who reads.",
    ),
    locked=True,
)
def home_address(course: Course) -> Iterator[Finding]:
    """No home address stands in a text; those of public offices may."""
    for said, streets in _texts_with(course, _STREET):
        for match in () if said.text.path == "data/contacts.yml" else streets:
            first, last = said.sentence_at(match.start())
            around = said.folded[max(0, first - 80) : last + 20]
            if not re.search(_public(), around) and not is_made_up(said):
                yield Finding(
                    said.span(*match.span()),
                    Text(sq="kjo duket si adresë shtëpie", en="this looks like a home address"),
                    Text(
                        sq="hiqeni; nëse është e një institucioni, shkruani emrin e tij në të njëjtën fjali",
                        en="remove it; if it is an institution's, name it in the same sentence",
                    ),
                )


def _texts_with(
    course: Course, form: re.Pattern[str]
) -> Iterator[tuple[Said, Sequence[re.Match[str]]]]:
    """The texts that hold what has a digit in it, and where."""
    return texts_in_which(
        course, lambda one: [*form.finditer(one.folded)], numbers_like(course, _DIGIT)
    )


@lru_cache(maxsize=4096)
def _leads_to_place(address: str) -> bool:
    return bool(_ON_A_MAP.search(plain_address(address)))


_ON_A_MAP = re.compile(
    r"maps\.app\.goo\.gl|goo\.gl/maps|google\.[a-z.]+/maps/.*@-?\d|^geo:|#map=\d+/-?\d|/-?\d{1,2}\.\d{3,8}[,/]-?\d{1,3}\.\d{3}|[?&](?:ll|q)=-?\d{1,2}\.\d{3}|what3words\.com/.+\..+|w3w\.co/"
)


@cache
def _public() -> str:
    return r"\b(?:" + "|".join(sorted(words()["public"])) + ")"


def _number(said: Said, match: re.Match[str], sq: str, en: str) -> Finding:
    return Finding(
        said.span(*match.span()),
        Text(sq=f"kjo duket si {sq}", en=f"this looks like {en}"),
        Text(
            sq="hiqeni; si shembull përdorni vetëm zero: `A00000000A`",
            en="remove it; as an example use zeros only: `A00000000A`",
        ),
    )


def _made_up_digits(digits: str) -> bool:
    return len(set(digits)) <= 2 or digits in "0123456789012" or digits in "9876543210"


def _is_iban(text: str) -> bool:
    plain = re.sub(r"[ -]", "", text).upper()
    if not 15 <= len(plain) <= 34 or len(set(plain[4:])) <= 2:
        return False
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1


def _is_card(text: str) -> bool:
    digits = [int(char) for char in text if char.isdigit()]
    if (
        len(set(digits)) <= 3
        or "".join(map(str, digits)) in "01234567890123456789"
        or digits[0] not in (3, 4, 5, 6)
    ):
        return False
    if len(digits) not in (15, 16):
        return False
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return total % 10 == 0


_PLACE_SAID = Text(
    sq="kjo tregon një vend të saktë në hartë", en="this points to an exact place on the map"
)
_PLACE_HINT = Text(sq="shkruani vetëm qytetin", en="write the town only")
