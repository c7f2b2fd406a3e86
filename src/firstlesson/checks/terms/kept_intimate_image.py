"""Advice to keep, show, send or look at an intimate image of a child.

The verb and its object decide: words, names and addresses may be kept, an image never. What only
points at something ("save it") is read with what was said before it; in a lesson or protocol about
intimate images, a photo that nothing else is said of is such an image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from firstlesson.checks._acts import act_hits
from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._expressions import Expression
from firstlesson.checks._index import texts_where, texts_with
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._topics import topics_of
from firstlesson.checks.terms._image_words import ImageWords, image_words, topic_of_images
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text


@check(
    "TRM010",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një imazh intim i një fëmije nuk ruhet, nuk printohet, nuk tregohet dhe nuk dërgohet për asnjë "
        "arsye, as si provë: çdo kopje e lëndon fëmijën përsëri dhe vë në rrezik atë që e mban.",
        en="An intimate image of a child is not saved, printed, shown or sent for any reason, not even as "
        "evidence: every copy hurts the child again and endangers anyone who holds it.",
    ),
    locked=True,
)
def kept_intimate_image(course: Course) -> Iterator[Finding]:
    """A text tells somebody to keep, show, send or look at an intimate image."""
    told_at: set[tuple[str, int]] = set()
    acts = (finding for _, finding in act_hits(course, "terms", "TRM010"))
    for finding in chain(_verbs_in(course), acts):
        line = (finding.at.path, finding.at.line)  # "make a copy. Keep it …" is one fault
        if line not in told_at:
            told_at.add(line)
            yield finding


def _verbs_in(course: Course) -> Iterator[Finding]:
    keys = {one: words.keys for one in course.languages if (words := image_words(one))}
    files = {said.text.path for said in texts_with(course, keys)}
    topic = topic_of_images()
    of_topic = {owner for owner, about in topics_of(course).items() if topic in about}
    held = (
        texts
        for path, texts in texts_by_file(course).items()
        if path in files or path.rpartition("/")[0] in of_topic
    )
    naming = {(one.language, one.folded) for one in texts_where(course, _intimate(course))}
    for said in chain.from_iterable(held):
        words = image_words(said.language)
        is_topic = said.text.owner in of_topic
        if not words or not (
            is_topic
            or (said.language, said.folded) in naming
            or (said.language, said.previous) in naming
            or _names_one(said.context, said.language)
        ):
            continue
        for start, end in sorted(_advice(said, words, is_topic=is_topic)):
            if said.is_meant(start, end):
                yield Finding(said.span(start, end), _MESSAGE, _HINT)


def _intimate(course: Course) -> dict[str, Expression]:
    """What names such an image, by language."""
    return {one: words.intimate for one in course.languages if (words := image_words(one))}


@lru_cache(maxsize=1024)  # a heading is around many texts
def _names_one(folded: str, language: str) -> bool:
    words = image_words(language)
    return bool(words and words.intimate.search(folded))


def _advice(said: Said, words: ImageWords, *, is_topic: bool) -> Iterator[tuple[int, int]]:
    for verb in words.verb.finditer(said.folded):
        first, last = said.sentence_at(verb.start())
        sentence = said.folded[first:last]
        if words.adult.search(sentence) or said.is_question(verb.start()):
            continue
        if words.is_told(
            verb[0], said.folded[first : verb.start()], said.folded[verb.end() : last]
        ):
            continue
        if not said.is_instruction(verb.start()) or words.is_subject(
            verb[0], said.folded[first : verb.start()], said.folded[verb.end() : last]
        ):
            continue
        found = _object(said, words, verb, first, last, is_topic=is_topic)
        if found:
            yield verb.start(), max(found, verb.end())
    for match in words.description.finditer(said.folded):
        first, last = said.sentence_at(match.start())
        sentence = said.folded[first:last]
        is_screen = any(
            match[one]
            for one in ("of_screen", "useful", "enough", "praised", "advised", "before", "after")
        )
        of_screen = bool(is_screen and words.intimate.search(sentence))
        if (
            (of_screen or words.proof.search(sentence))
            and not words.adult.search(sentence)
            and (match["before"] or match["after"] or not words.denied.search(match[0]))
            and not said.is_question(match.start())
            and not said.is_case(match.start())
        ):
            yield match.span()


def _object(
    said: Said, words: ImageWords, verb: re.Match[str], first: int, last: int, *, is_topic: bool
) -> int:
    """Where the object of a verb ends if it is an intimate image; 0 if it is not."""
    behind = said.folded[verb.end() : last]
    if _NONE.match(behind):
        return 0
    if (added := words.added.match(behind)) and not words.topic.search(behind):
        return verb.end() + added.end()
    is_screen = verb.lastgroup == "screen"
    if is_screen:
        behind = _AND.split(words.device.sub("", behind))[0]
    if is_screen and not words.safe.search(behind) and (image := words.intimate.search(behind)):
        return verb.end() + image.end()
    if words.all_of_it.match(behind):
        behind = behind.replace(":", " ", 1)
    if stop := words.stop.search(behind):
        behind = behind[: stop.start()]
    intimate = words.intimate.search(behind)
    safe = words.safe_object(verb, behind)
    if intimate and words.about.search(behind[: intimate.start()]):
        intimate = None
    if safe and (intimate is None or safe.start() < intimate.start()):
        between = behind[safe.end() : intimate.start()] if intimate else ""
        return verb.end() + intimate.end() if intimate and words.both.search(between) else 0
    if intimate:
        return verb.end() + intimate.end()
    image = words.image.search(behind)
    passive = words.is_passive(verb[0])
    if not (image or is_screen or passive or words.points(verb[0], behind)):
        return 0
    before = said.folded[first : verb.start()]
    if image is None and words.is_other(before):
        return 0
    near = f"{before} . " if passive else f"{said.context} . {_near(said, verb.start())}"
    alone = not said.folded[:first].strip() and not words.image.search(before)
    if alone and image is None and not is_screen and words.points(verb[0], behind):
        near = f"{said.context} . {said.previous} . {before}"
    near = words.topic.sub("", near)
    is_one = is_topic and (image or _speaks_of_one(said, words, first, verb.start()))
    if not is_one and not words.intimate.search(near):
        return 0
    if words.only_words.search(said.folded) and not words.intimate.search(before):
        return 0
    return verb.end() + (image.end() if image else 0)


def _speaks_of_one(said: Said, words: ImageWords, first: int, start: int) -> bool:
    """Whether an image is named in a sentence, up to a place, or in the sentence before."""
    if first:
        first, _ = said.sentence_at(first - 1)
    return bool(words.image.search(words.topic.sub("", said.folded[first:start])))


def _near(said: Said, start: int) -> str:
    return said.folded[max(start - _NEAR, 0) : start]


_AND = re.compile(r" (?:and|dhe) (?:keep|ruaj|mbaj)")
_NONE = re.compile(r" (?:no|asnje)\b(?! (?:matter|doubt))")
"""What leaves nothing to be done: `save no picture`."""
_NEAR = 800
"""How far back an image may have been named, in characters."""


_MESSAGE = Text(
    sq="këtu dikush këshillohet të ruajë, të tregojë, të dërgojë ose të shohë një imazh intim",
    en="this tells somebody to keep, show, send or look at an intimate image",
)
_HINT = Text(
    sq="ruhen vetëm fjalët, emrat e llogarive dhe adresa; për imazhin: “Mos e ruaj, mos e dërgo. Tregoji një "
    "të rrituri me fjalë.”",
    en="only words, account names and the address are kept; for the image: “Do not save it, do not send it. "
    "Tell an adult in words.”",
)
