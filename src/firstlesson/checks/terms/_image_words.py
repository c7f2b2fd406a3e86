"""The words by which advice about intimate images is known, read from `images.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from firstlesson.checks._expressions import Expression, expression
from firstlesson.checks._wordlists import word_list


@dataclass(frozen=True, slots=True)
class ImageWords:
    """The words of one language, ready to be found."""

    language: str
    keys: tuple[str, ...]
    """Beginnings of words of which one stands in every file that speaks of such images."""
    intimate: Expression
    verb: Expression
    image: Expression
    safe: Expression
    adult: Expression
    description: Expression
    proof: Expression
    stop: Expression
    about: Expression
    both: Expression
    only_words: Expression
    topic: Expression
    added: Expression
    it: Expression
    all_of_it: Expression
    other: Expression
    good: Expression
    denied: Expression
    device: Expression

    def is_pronoun(self, behind: str) -> bool:
        """Whether an English pronoun is the object, so that no other word can be."""
        return self.language == "en" and bool(re.match(r" (?:it|them)\b", behind))

    def points(self, verb: str, behind: str) -> bool:
        """Whether a verb points at something named before: `save it`, `ruaje`, `send one`."""
        if self.language != "sq":
            return bool(self.it.match(behind) or self.it.search(verb))
        clitic = re.search(r"(?:e|eni|ja|jani|jua|juani|ji|ini)$|^(?:ta|t') ?", verb)
        return bool(clitic and not verb.startswith("te ")) or bool(_ONE.match(behind))

    def safe_object(self, verb: re.Match[str], behind: str) -> re.Match[str] | None:
        """What may be kept, where a verb's object is just that."""
        found = None if self.is_pronoun(behind) else self.safe.search(behind)
        given = found and self.language == "sq" and _GIVEN_TO.search(found[0])
        return None if given and verb.lastgroup != "screen" else found

    def is_passive(self, verb: str) -> bool:
        """Whether an Albanian verb says what is to be done with its subject: `të ruhet`."""
        return self.language == "sq" and bool(_PASSIVE.search(verb))

    def is_told(self, verb: str, before: str, behind: str) -> bool:
        """Whether an Albanian form tells what somebody did (`ua dërgoi`) or means something else."""
        return self.language == "sq" and bool(
            (verb.endswith("oi") and _CLITIC.search(before)) or behind.startswith(" mend")
        )

    def is_subject(self, verb: str, before: str, behind: str) -> bool:
        """Whether a verb only names a deed of which the sentence speaks: `Të ruash … është krim`."""
        return (
            self.language == "sq"
            and verb.startswith(("te ", "ta ", "t'"))
            and not before.strip(" \"'(")
            and not self.good.search(behind)
        )

    def is_other(self, before: str) -> bool:
        """Whether the thing named last before a pointing verb is no intimate image."""
        things = [
            one for one in self.safe.finditer(before) if not _PLACE.search(before[: one.start()])
        ]
        images = [*self.image.finditer(before)]
        if images and self.other.match(before, images[-1].end()):
            return not self.intimate.search(before)
        if not things:
            return False
        if images and images[-1].start() > things[-1].start():
            return False
        joined = self.both.search(before[: things[-1].start()])
        return not joined or bool(not images and self.safe.search(before[: joined.start()]))


def topic_of_images() -> str:
    """The topic whose lessons and protocols mean an intimate image by every photo."""
    return str(word_list("terms", "images")["about"])


@cache
def image_words(language: str) -> ImageWords | None:
    data = word_list("terms", "images")
    if language not in data:
        return None
    w = data[language]
    far = r"(?: (?!dhe |ose |and |or |but |por )[^\s.!?;:,]+){0,4}? "
    intimate = (
        rf"\b(?:(?:{w['image']})\b{far}(?:{w['sexual']})\b"
        rf"|(?:{w['sexual']})\b{far}(?:{w['image']})\b|(?:{w['alone']})\b)"
    )
    picture = rf"(?:{w['image']}|{w['alone']})\b"
    return ImageWords(
        language,
        tuple(w["keys"].split()),
        expression(intimate),
        expression(
            rf"(?<![\w'-])(?:(?P<screen>{w['screen']})|(?P<keep>{_verbs(w, 'keep')})"
            rf"|(?P<share>{_verbs(w, 'share')})|(?P<view>{_verbs(w, 'view')}))(?![\w'-])"
        ),
        expression(rf"\b{picture}"),
        expression(rf"(?<!\bme )(?<!\bne )\b(?:{w['safe']})\b"),
        expression(w["adult"]),
        expression(
            rf"\b(?:{w['staff']})\b(?: (?:e|i|ta|do ta|do t'i|pastaj|then|always|also|first))* "
            rf"(?:(?:{w['does']})\b(?: [^\s.!?;:]+){{0,3}}? {picture}|(?P<of_screen>{w['of_screen']}))"
            rf"|{picture}(?:,|(?: [^\s.!?;:,]+){{0,3}}?) (?:{w['passive']})\b"
            rf"|(?P<praised>(?:{w['keeping']})(?: [^\s.!?;:,]+){{0,3}}? {picture}"
            rf"(?: [^\s.!?;:,]+){{0,4}}? (?:{w['good']})\b)"
            rf"|(?P<advised>\b(?:{w['advised']})(?:{w['keeping']})(?: [^\s.!?;:,]+){{0,3}}? {picture})"
            rf"|(?P<before>{w['before']})(?: [^\s.!?;:,]+){{0,3}}? {intimate}"
            rf"(?:[^.!?;:]*, (?:mos|nuk|s'|do not|never|don't)\b|[^.!?;:,]* (?:{w['nothing']}))"
            rf"|(?P<after>(?:{w['after']})(?: [^\s.!?;:,]+){{0,3}}? {intimate}[^.!?;:,]*, (?:{w['next']}))"
            rf"|(?:{w['screenshot']})(?: [^\s.!?;:,]+){{0,3}}? {intimate}(?: \w+)? (?P<useful>{w['useful']})\b"
            rf"|(?P<enough>\b(?:{w['useful']}) (?:\w+ )?(?:{w['screenshot']})"
            rf"(?: [^\s.!?;:,]+){{0,3}}? {intimate})"
        ),
        expression(w["proof"]),
        expression(_STOP[language]),
        expression(_ABOUT[language]),
        expression(_BOTH[language]),
        expression(_ONLY_WORDS[language]),
        expression(
            rf"{_TOPIC[language]}(?:\S+ ){{0,2}}?{intimate}|{_LEFT_OUT[language]}{intimate}"
        ),
        expression(rf"[^.!?;]*?,? (?:{_ADDED[language]})(?: \S+){{0,3}}? {intimate}"),
        expression(rf" (?:{w['it']})\b"),
        expression(_ALL[language]),
        expression(_OTHER[language]),
        expression(_GOOD[language]),
        expression(_DENIED[language]),
        expression(_DEVICE),
    )


def _verbs(words: Mapping[str, Any], act: str) -> str:
    """All forms in which a text tells somebody to do it."""
    regular = words.get("regular", {}).get(act, "").split()
    forms = "|".join([words[act], *(_FORMS.replace("STEM", stem) for stem in regular)])
    return forms.replace("{te}", _THAT).replace("{done}", _DONE)


# "ta", "t'ia", "të m'i" before a verb; "duhet (të jetë)" before a participle.
_THAT = r"(?:te|ta|t'(?:i|ia|ua|ju|jua|a)) (?:(?:i|ia|ju|jua|me|ma|m'i|na) )?"
_DONE = r"duhe\w* (?:te )?(?:jete |jene )?|te (?:jete|jene) "
# An Albanian verb in -oj: "dërgo", "dërgojani", "ta dërgosh", "të dërgohet", "duhet dërguar".
_FORMS = (
    r"STEM(?:n?i|j?me|je(?:ni)?|ji(?:ni)?|ja(?:ni)?|jua(?:ni)?|ma(?:ni)?)?"
    r"|{te}STEM(?:sh|ni|je|jne|jme|het|hen)"
)


# Where the object of a verb is over: the next clause.
_STOP = {
    "sq": r"[:;]|, (?!te |edhe |dhe |perfshire |foto|imazh|video)| (?:dhe|edhe) (?!foto|imazh|video|klip)"
    r"|,? (?:por|pastaj|nese|kur|sepse|pasi|para se|kurse) | pa (?!rroba|veshje|bluze|te brend)",
    "en": r"[:;]|, (?!including|even|and |or |nude|photo|image|picture|video)"
    r"| (?:but|then|if|when|because|before|after) | without (?!\S* ?(?:cloth|shirt|top))",
}
# "Tell about the photo" does not show it.
_ABOUT = {"sq": r"\b(?:per|mbi|rreth|kunder)\b", "en": r"\b(?:about|of how|against)\b"}
# "The messages and the photo": both are the object.
_BOTH = {
    "sq": r"(?:\b(?:dhe|edhe|bashke me|perfshire)\b|,)(?!.*\b(?:jo|mos|por|nuk|asnje|kurse)\b)",
    "en": r"(?:\b(?:and|with|including|as well as|plus)\b|,)(?!.*\b(?:not|never|but|no)\b)",
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
# "Keep everything: …" speaks for the list behind the colon.
_ALL = {
    "sq": r" (?:cdo gje|gjithcka|te gjitha)(?: \w+){0,3}?:",
    "en": r" (?:everything|it all|all of it|all)(?: \w+){0,3}?:",
}
# "The photos of the trip" are other photos.
_OTHER = {"sq": r" (?:e|te|nga) \w+", "en": r" (?:of|from) \w+"}
# "Të ruash foton është hapi i parë": the deed is praised.
_GOOD = {
    "sq": r"\beshte (?:hap|e rendes|e mir|e domosd|e nevoj|me e mir|e drejt|gjeja|mir)|\b(?:ndihmo|duhe|keshillo|rekomando)\w*",
    "en": r"(?!)",
}
# "On a phone", "in a message": where it is, not what it is.
_PLACE = re.compile(r"\b(?:on|in|at|from|with|via|through|into|ne|nga|me|prej)(?: [\w']+){0,2} $")
# "Attach it to the report": whom or what something is given to.
_GIVEN_TO = re.compile(r"(?:it|se|ve)$")
_DENIED = {"sq": r"\b(?:nuk|mos|kurre|as|s')", "en": r"\b(?:not|never|no|nor|cannot)\b|n't\b"}
# "Photograph the screen with your phone": by what it is done.
_DEVICE = r"\b(?:with|using|on|from|me|nga) (?:(?!(?:me|nga|with|from|on|and|dhe) )\w+ ){0,2}?(?:phones?|mobiles?|cameras?|telefon\w*|celular\w*|kamer\w*)"
_CLITIC = re.compile(r"\b(?:e|i|u|ia|ua) $")
_ONE = re.compile(r" (?:nje|disa|ate|ato|kete|keto)\s*(?:[.,!;]|$)")
_PASSIVE = re.compile(
    r"(?:het|hen)$|^(?:duhe|te jete|te jene)|ihet$|ihen$|(?:jell|jit|typ|ut|ap)e[tn]$"
)
# "The protocol on intimate images" can be kept at hand.
_LEFT_OUT = {
    "sq": r"\b(?:jo|kurre) (?:te |per |e )?(?:nje )?(?:(?:fot\w*|pamj\w*|imazh\w*|video\w*) (?:te |e )?)?",
    "en": r"\b(?:not|never) (?:of )?(?:an? |the |any )?",
}
"""An image that is named only to leave it out: `of the insults, not of an intimate picture`."""
_TOPIC = {
    "sq": r"\b(?:protokoll|mesim|faqe|udhez|rregull|kapitull|kart|flet)\w* (?:per|mbi|rreth) ",
    "en": r"\b(?:protocol|lesson|page|guid|rule|chapter|card|sheet)\w* (?:on|about|for) ",
}
