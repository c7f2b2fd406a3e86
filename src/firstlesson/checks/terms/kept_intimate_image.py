"""Advice to keep, show, send or look at an intimate image of a child.

The verb and its object decide: words, names and addresses may be kept, an image never. What only
points at something ("save it") is read with what was said before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said, said_in
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM010",
    severity=Severity.ERROR,
    why=Text(
        sq="Një imazh intim i një fëmije nuk ruhet, nuk printohet, nuk tregohet dhe nuk dërgohet për asnjë "
        "arsye, as si provë: çdo kopje e lëndon fëmijën përsëri dhe vë në rrezik atë që e mban.",
        en="An intimate image of a child is not saved, printed, shown or sent for any reason, not even as "
        "evidence: every copy hurts the child again and endangers whoever holds it.",
    ),
    locked=True,
)
def kept_intimate_image(course: Course) -> Iterator[Finding]:
    """A text tells somebody to keep, show, send or look at an intimate image."""
    for said in said_in(course):
        words = _words(said.language)
        surroundings = f"{said.context} . {said.previous} . {said.folded}"
        if not words or not words.intimate.search(surroundings):
            continue
        told: set[int] = set()
        for start, end in sorted(_advice(said, words)):
            sentence = said.sentence_at(start)[0]
            if sentence not in told and said.is_meant(start, end):
                told.add(sentence)
                yield Finding(said.span(start, end), _MESSAGE, _HINT)


def _advice(said: Said, words: _Words) -> Iterator[tuple[int, int]]:
    for verb in words.verb.finditer(said.folded):
        first, last = said.sentence_at(verb.start())
        sentence = said.folded[first:last]
        if words.adult.search(sentence) or said.is_question(verb.start()):
            continue
        if not said.is_instruction(verb.start()):
            continue
        found = _object(said, words, verb, last)
        if found:
            yield verb.start(), max(found, verb.end())
    for match in words.description.finditer(said.folded):
        first, last = said.sentence_at(match.start())
        sentence = said.folded[first:last]
        is_screen = any(
            match[one] for one in ("of_screen", "useful", "enough", "praised", "advised")
        )
        of_screen = bool(is_screen and words.intimate.search(sentence))
        if (
            (of_screen or words.proof.search(sentence))
            and not words.adult.search(sentence)
            and not said.is_question(match.start())
            and not said.is_case(match.start())
        ):
            yield match.span()


def _object(said: Said, words: _Words, verb: re.Match[str], last: int) -> int:
    """Where the object of a verb ends if it is an intimate image; 0 if it is not."""
    behind = said.folded[verb.end() : last]
    if (added := words.added.match(behind)) and not words.topic.search(behind):
        return verb.end() + added.end()
    if stop := words.stop.search(behind):
        behind = behind[: stop.start()]
    intimate = words.intimate.search(behind)
    safe = None if words.is_pronoun(behind) else words.safe.search(behind)
    if intimate and words.about.search(behind[: intimate.start()]):
        intimate = None
    if safe and (intimate is None or safe.start() < intimate.start()):
        return verb.end() + intimate.end() if intimate and words.both.search(behind) else 0
    if intimate:
        return verb.end() + intimate.end()
    image = words.image.search(behind)
    is_screen = verb.lastgroup == "screen"
    points = bool(image) or words.points(verb[0], behind) or is_screen
    if not points:
        return 0
    before = said.folded[max(verb.start() - _NEAR, 0) : verb.start()]
    near = f"{said.context} . {before}"
    first = not said.folded[: said.sentence_at(verb.start())[0]].strip()
    if first and words.it_only(verb[0], behind) and not is_screen and image is None:
        near = f"{said.context} . {said.previous} . {before}"
    near = words.topic.sub("", near)
    if not words.intimate.search(near) or words.only_words.search(said.folded):
        return 0
    return verb.end() + (image.end() if image else 0)


_NEAR = 800
"""How far back an image may have been named, in characters."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language, ready to be found."""

    language: str
    intimate: re.Pattern[str]
    verb: re.Pattern[str]
    image: re.Pattern[str]
    safe: re.Pattern[str]
    adult: re.Pattern[str]
    description: re.Pattern[str]
    proof: re.Pattern[str]
    stop: re.Pattern[str]
    about: re.Pattern[str]
    both: re.Pattern[str]
    only_words: re.Pattern[str]
    topic: re.Pattern[str]
    added: re.Pattern[str]
    it: re.Pattern[str]

    def is_pronoun(self, behind: str) -> bool:
        """Whether an English pronoun is the object, so that no other word can be."""
        return self.language == "en" and bool(re.match(r" (?:it|them)\b", behind))

    def points(self, verb: str, behind: str) -> bool:
        """Whether a verb points at something named before: `save it`, `ruaje`."""
        return self.it_only(verb, behind)

    def it_only(self, verb: str, behind: str) -> bool:
        """Whether only a small word, in Albanian often the verb's ending, is the object."""
        if self.language == "sq":
            clitic = re.search(r"(?:e|eni|ja|jani|jua|juani|ji|ini)$|^(?:ta|t') ?", verb)
            return bool(clitic and not re.match(r"^(?:te )", verb))
        return bool(self.it.match(behind))


@cache
def _words(language: str) -> _Words | None:
    file = resources.files("firstlesson.checks.terms") / "images.yml"
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # gives texts only
    if language not in data:
        return None
    w = data[language]
    far = r"(?: (?!dhe |ose |and |or |but |por )[^\s.!?;:,]+){0,4}? "
    intimate = (
        rf"\b(?:(?:{w['image']})\b{far}(?:{w['sexual']})\b"
        rf"|(?:{w['sexual']})\b{far}(?:{w['image']})\b|(?:{w['alone']})\b)"
    )
    picture = rf"(?:{w['image']}|{w['alone']})\b"
    return _Words(
        language,
        re.compile(intimate),
        re.compile(
            rf"(?<![\w'-])(?:(?P<screen>{w['screen']})|(?P<keep>{w['keep']})|(?P<share>{w['share']})"
            rf"|(?P<view>{w['view']}))(?![\w'-])"
        ),
        re.compile(rf"\b{picture}"),
        re.compile(rf"(?<!\bme )(?<!\bne )\b(?:{w['safe']})\b"),
        re.compile(w["adult"]),
        re.compile(
            rf"\b(?:{w['staff']})\b(?: (?:e|i|ta|do ta|do t'i|pastaj|then|always|also|first))* "
            rf"(?:(?:{w['does']})\b(?: [^\s.!?;:]+){{0,3}}? {picture}|(?P<of_screen>{w['of_screen']}))"
            rf"|{picture}(?: [^\s.!?;:,]+){{0,3}}? (?:{w['passive']})\b"
            rf"|(?P<praised>(?:{w['keeping']})(?: [^\s.!?;:,]+){{0,3}}? {picture}"
            rf"(?: [^\s.!?;:,]+){{0,4}}? (?:{w['good']})\b)"
            rf"|(?P<advised>\b(?:{w['advised']})(?:{w['keeping']})(?: [^\s.!?;:,]+){{0,3}}? {picture})"
            rf"|(?:{w['screenshot']})(?: [^\s.!?;:,]+){{0,3}}? {intimate}(?: \w+)? (?P<useful>{w['useful']})\b"
            rf"|(?P<enough>\b(?:{w['useful']}) (?:\w+ )?(?:{w['screenshot']})"
            rf"(?: [^\s.!?;:,]+){{0,3}}? {intimate})"
        ),
        re.compile(w["proof"]),
        re.compile(_STOP[language]),
        re.compile(_ABOUT[language]),
        re.compile(_BOTH[language]),
        re.compile(_ONLY_WORDS[language]),
        re.compile(rf"{_TOPIC[language]}(?:\S+ ){{0,2}}?{intimate}"),
        re.compile(rf"[^.!?;]*?,? (?:{_ADDED[language]})(?: \S+){{0,3}}? {intimate}"),
        re.compile(rf" (?:{w['it']})\b"),
    )


# Where the object of a verb is over: the next clause.
_STOP = {
    "sq": r"[:;]|, (?!(?:te |edhe |dhe |perfshire ))| (?:dhe|edhe) (?!foto|imazh|video|klip)"
    r"| (?:por|pastaj|nese|kur|sepse|pasi|para se) | pa (?!rroba|veshje|bluze|te brend)",
    "en": r"[:;]|, (?!(?:including|even|and |or ))"
    r"| (?:but|then|if|when|because|before|after) | without (?!\S* ?(?:cloth|shirt|top))",
}
# "Tell about the photo" does not show it.
_ABOUT = {"sq": r"\b(?:per|mbi|rreth|kunder)\b", "en": r"\b(?:about|of how|against)\b"}
# "The messages and the photo": both are the object.
_BOTH = {
    "sq": r"\b(?:dhe|edhe|bashke me|perfshire)\b",
    "en": r"\b(?:and|with|including|as well as|plus)\b",
}
_ONLY_WORDS = {
    "sq": r"\b(?:vetem|jane per|eshte per) (?:te )?fjal\w*|pa (?:e )?(?:foton|imazhin)",
    "en": r"\b(?:only the words|are for words|in words only|without the (?:photo|image|picture))",
}
# "Everything he sent, the photos too": what is added to an object that is harmless.
_ADDED = {
    "sq": r"edhe|perfshire|duke perfshire|madje",
    "en": r"including|even|as well as|also",
}
# "The protocol on intimate images" can be kept at hand.
_TOPIC = {
    "sq": r"\b(?:protokoll|mesim|faqe|udhez|rregull|kapitull|kart|flet)\w* (?:per|mbi|rreth) ",
    "en": r"\b(?:protocol|lesson|page|guid|rule|chapter|card|sheet)\w* (?:on|about|for) ",
}
_MESSAGE = Text(
    sq="këtu dikush këshillohet të ruajë, të tregojë, të dërgojë ose të shohë një imazh intim",
    en="this tells somebody to keep, show, send or look at an intimate image",
)
_HINT = Text(
    sq="ruhen vetëm fjalët, emrat e llogarive dhe adresa; për imazhin: «Mos e ruaj, mos e dërgo. Tregoji një "
    "të rrituri me fjalë.»",
    en="only words, account names and the address are kept; for the image: “Do not save it, do not send it. "
    "Tell an adult in words.”",
)
