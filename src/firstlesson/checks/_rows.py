"""Rows of word lists, and the expressions that find them in folded text.

`verb thing 5` is a deed and its object, at most five words apart, in all forms of the verb and all
orders of a sentence; `= one other 5` two lists as they stand, `~ one other 5` in either order,
`& one other` anywhere in a sentence, `! one` a single list. A list holds words and rows of words,
parted by commas: `*` is any ending, `a/b` one or the other, `…` up to four words, `<n>` a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from firstlesson.checks._verbs import albanian_forms, english_forms, told_in


@dataclass(frozen=True, slots=True)
class Row:
    """A row in one language."""

    keys: tuple[tuple[str, ...], ...]
    """Beginnings of words; a text must hold one of each."""
    written: str
    tells: bool
    """Its first list holds deeds, so that it matters whose they are."""

    @property
    def say(self) -> re.Pattern[str]:
        """All the forms, made an expression when first a text may hold one."""
        return _compiled(self.written)


def row_of(written: str, lists: Mapping[str, str], language: str) -> Row:
    """The row that stands so in a file."""
    how, _, names = written.partition(" ")
    if how not in _ORDERS:
        how, names = "", written
    first, *others = names.split()
    acts = _entries(lists[first])
    if not others:
        return Row((_keys(acts),), rf"{_AT}(?P<a>{_listed(acts, language)})", tells=False)
    objects = _entries(lists[others[0]])
    keys = (_keys(acts), _keys(objects))
    far = others[1] if len(others) > 1 else "25"
    if how:
        gap = rf"(?: [^\s.!?;]+){{0,{far}}}?" if how == "&" else _gap(far, told_in(language).no)
        one, other = _listed(acts, language), _listed(objects, language)
        orders = [(one, other), (other, one)][: _ORDERS[how]]
        said = "|".join(
            rf"{_AT}(?P<a{n}>{a}),?{gap} {_AT}(?P<b{n}>{b})" for n, (a, b) in enumerate(orders)
        )
        return Row(keys, said, tells=False)
    words = told_in(language)
    gap = _gap(far, f"{words.no}|{words.off}")
    compose = _albanian if language == "sq" else _english
    said = compose(acts, _listed(objects, language), gap)
    return Row(keys, rf"(?<![\w-])(?:{said})", tells=True)


_ORDERS = {"!": 1, "=": 1, "~": 2, "&": 2}
# Right before these words nothing is said of them.
_AT = r"(?<![\w-])" + "".join(
    rf"(?<!\b{one})"
    for one in [
        "not ",
        "n't ",
        "never ",
        "without ",
        "no ",
        "mos ",
        "nuk ",
        "s'",
        "pa ",
        "mos e ",
        "mos i ",
    ]
)


def one_of(written: str, language: str) -> re.Pattern[str] | None:
    """An expression for any entry of a list; None if it has none."""
    return re.compile(rf"(?<!\w){_listed(_entries(written), language)}") if written else None


def _entries(written: str) -> list[str]:
    return [one.strip() for one in written.split(",") if one.strip()]


def _keys(entries: Iterable[str]) -> tuple[str, ...]:
    """Of each entry the piece that the fewest texts will hold."""
    pieces: set[str] = set()
    for entry in entries:
        words = [word for word in entry.split() if "<n>" not in word]
        plain = max((one.partition("*")[0] for one in words if "/" not in one), key=len, default="")
        if len(plain) > 2:
            pieces.add(plain[:-1] if len(plain) > 4 and plain[-1] in "ey" else plain)
        else:
            choice = max(words, key=len, default="")
            pieces.update(word.partition("*")[0] for word in choice.split("/"))
    return tuple(sorted(pieces))


def _listed(entries: Iterable[str], language: str) -> str:
    """An expression for one of a list, as it is written there."""
    return rf"(?:{'|'.join(_phrase(one, language) for one in entries)})(?!\w)"


def _phrase(entry: str, language: str, first: str = "") -> str:
    """An expression for an entry, its first word perhaps already made one."""
    words = entry.split()
    made = [first or _word(words[0], language), *(_word(word, language) for word in words[1:])]
    phrase = " ".join(made)
    no = told_in(language).no
    # What says no itself may say so twice.
    return phrase.replace(" …", _gap("4", "(?!)" if re.match(no, phrase) else no))


def _gap(far: str, never: str) -> str:
    return rf"(?: (?!{never})[^\s.!?;:]+){{0,{far}}}?"


def _word(word: str, language: str) -> str:
    parts = [
        re.escape(part).replace(r"\*", r"\w*").replace("<n>", told_in(language).number)
        for part in word.split("/")
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _english(acts: list[str], things: str, gap: str) -> str:
    told, done, does = (
        f"(?:{'|'.join(_phrase(one, 'en', forms[at]) for one, forms in verbs)})(?!\\w)"
        for verbs in [[(one, english_forms(one.split()[0])) for one in acts]]
        for at in range(3)
    )
    must = "should|must|has to|have to|needs? to|ought to|is to|are to|can|may|could"
    return (
        rf"(?P<a>{told}){gap} {things}"
        rf"|{things}(?: [^\s.!?;:]+){{0,2}}? (?:{must}) (?P<p>(?:\w+ )?(?:be|have) (?:\w+ )?{done})"
        rf"|{things} (?P<q>(?:is|are) (?:(?!not\b|never\b)\w+ )?{done})"
        rf"|(?P<s>(?:{told_in('en').staff})(?: \w+)?? {does}){gap} {things}"
    )


def _albanian(acts: list[str], things: str, gap: str) -> str:
    words = told_in("sq")
    verbs = [(one, *albanian_forms(one.split()[0])) for one in acts]
    told = "|".join(_phrase(one, "sq", forms) for one, forms, _ in verbs)
    does = "|".join(_phrase(one, "sq", forms) for one, _, forms in verbs if forms)
    near = rf"(?: (?!{words.no})[^\s.!?;:,]+){{0,3}}?"
    return (
        rf"(?P<a>(?:{told})(?!\w)){gap} {things}"
        rf"|{things}{near} (?P<p>{_POINTED} (?:{told})(?!\w))"
        rf"|{things}{near} (?P<q>(?:{told})(?<=het|hen|uar)(?!\w))"
    ) + (
        rf"|(?:{words.staff})(?: \w+){{0,2}}? (?P<s>(?:{does})(?!\w)){gap} {things}" if does else ""
    )


_POINTED = r"(?:e|i|u|ia|ua|ta|t'i|t'ia|t'ua|te|le te|do ta|do te|do t'i|duhet(?: te| ta| t'i)?)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
