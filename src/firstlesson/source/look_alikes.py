"""Letters of another alphabet that a reader takes for Latin ones: in words, and in addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from firstlesson.diagnostics import Kind, Text
from firstlesson.source.faults import LOOK_ALIKE

Fault = tuple[Kind, int, int, Text, "Text | None", "str | None"]
"""Kind, start, end, what is wrong, what to do, and what to put there instead."""

_FILLERS = "\u115f\u1160\u3164\uffa0"  # letters by their class, and yet nothing is seen
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\"'\[\]{}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Letters that a reader takes for Latin ones, with what they look like.
_CYRILLIC = dict(
    zip(
        "аАВеЕѕЅіІїјЈКМНоОрРсСТуУхХһҺԁԛԝѵггқ",  # the very letters it is about
        "aABeEsSiIïjJKMHoOpPcCTyYxXhHdqwvrrk",
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "ΑαΒΕΖΗηΙιΚκΜΝνΟοΡρΤτΥυΧχγωϲϹϳϑ",  # the very letters it is about
        "AaBEZHnIiKkMNvOoPpTtYuXxywcCj0",
        strict=True,
    )
)
_TWINS = _CYRILLIC | _GREEK
_PHONETIC = "\u0250-\u02af\u1d00-\u1d2b\u1d6b-\u1d77\u1d79-\u1d9a\ua730-\ua7ff"
_WITH_PHONETIC = re.compile(f"(?<![A-Za-zëçËÇ])[A-Za-zëçËÇ]*[{_PHONETIC}][A-Za-zëçËÇ{_PHONETIC}]*")
_PLAIN = str.maketrans("ɑɡɩɪʏʙɢʜʟɴʀɛɔᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ", "agiiybghlnreoacdejkmoptuvwz")
_UNITS = re.compile(
    r"[µμ][A-Za-z]{1,3}|k?[ΩΩ]m?|[MkGm]Ω|[ΔδΣσ][A-Za-z]{1,2}|[A-Za-z]?[πθλ][A-Za-z]?"
)  # micrometres, ohms, differences


def mixed_alphabets(text: str) -> Iterator[Fault]:
    """Words of two alphabets, words of look-alikes alone, and addresses with foreign letters."""
    if not re.search("[\u0370-\u1fff\u2c00-\uabff]", text):
        return
    told: list[tuple[int, int]] = []
    for match in _ADDRESS.finditer(text):
        foreign = [char for char in match[0] if script_of(char) not in ("", "LATIN")]
        if foreign:
            told.append(match.span())
            plain = "".join(_TWINS.get(char, char) for char in match[0])
            said = Text(
                sq=f"kjo adresë ka shkronja të një alfabeti tjetër ({codes(''.join(foreign[:3]))})",
                en=f"this address has letters of another alphabet ({codes(''.join(foreign[:3]))})",
            )
            yield (
                LOOK_ALIKE,
                *match.span(),
                said,
                _retype_address(),
                plain if plain.isascii() else None,
            )
    latin = re.search("[A-Za-z]{2}", text) is not None
    start = 0
    for line in text.split("\n"):
        if not line.isascii():
            for first, last, word in _mixed_in(line, latin=latin):
                at = (start + first, start + last)
                if not any(one[0] <= at[0] < one[1] for one in told):
                    plain = "".join(_TWINS.get(char, char) for char in word)
                    said = Text(
                        sq=f"`{short(word)}` ka shkronja të një alfabeti tjetër: {_strangers(word, _IN_ALBANIAN)}",
                        en=f"`{short(word)}` has letters of another alphabet: {_strangers(word, {})}",
                    )
                    cured = all(script_of(char) in ("", "LATIN") for char in plain)
                    yield (
                        LOOK_ALIKE,
                        *at,
                        said,
                        retype(short(plain)) if cured else None,
                        plain if cured else None,
                    )
        start += len(line) + 1


def phonetic_letters(text: str) -> Iterator[Fault]:
    """Letters of the phonetic alphabets inside an ordinary word, where they look like Latin ones."""
    if not re.search(f"[{_PHONETIC}]", text):
        return
    for match in _WITH_PHONETIC.finditer(text):
        word = match[0]
        plain = word.translate(_PLAIN)
        strange = [char for char in word if char not in "ëçËÇ" and not char.isascii()]
        around = (
            text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        )
        if len(strange) * 2 > len(word) or any(sign in "/[]ˈˌː" for sign in around):
            continue  # how a word is pronounced
        said = Text(
            sq=f"`{short(word)}` ka shkronja të alfabetit fonetik: {codes(''.join(strange))}",
            en=f"`{short(word)}` has letters of the phonetic alphabet: {codes(''.join(strange))}",
        )
        cured = None if re.search(f"[{_PHONETIC}]", plain) else plain
        yield (LOOK_ALIKE, *match.span(), said, retype(short(plain)) if cured else None, cured)


def _mixed_in(line: str, *, latin: bool) -> Iterator[tuple[int, int, str]]:
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(line)]
    scripts = [{script_of(char) for char in word} - {""} for _, _, word in words]
    honest = {  # alphabets in which some word of the line is beyond doubt
        next(iter(found))
        for (_, _, word), found in zip(words, scripts, strict=True)
        if len(found) == 1 and any(char not in _TWINS for char in word)
    }
    for (start, end, word), found in zip(words, scripts, strict=True):
        if found == {"LATIN"} or not found:
            continue
        if len(found) > 1:
            if {"CJK", "HIRAGANA", "KATAKANA"} & found or _UNITS.fullmatch(word):
                continue
            yield start, end, word
        elif latin and not found & honest and all(char in _TWINS for char in word):
            if len(word) > 1 or word in _CYRILLIC:  # a single Greek letter is a quantity
                yield start, end, word


@cache
def script_of(char: str) -> str:
    """The alphabet of a letter, by its name in Unicode; empty for what is no letter."""
    if char.isascii():
        return "LATIN" if char.isalpha() else ""
    if not char.isalpha() or char in _FILLERS:
        return ""
    name = unicodedata.name(char, "")
    if char in "ªºµℓ" or name.startswith(
        ("MODIFIER", "SUPERSCRIPT", "SUBSCRIPT", "FEMININE", "MASCULINE")
    ):
        return ""
    return "CJK" if name.startswith("CJK") else name.split(" ", 1)[0]


_IN_ALBANIAN = {"CYRILLIC": "cirilik", "GREEK": "grek", "ARMENIAN": "armen", "HEBREW": "hebraik"}


def _strangers(word: str, names: Mapping[str, str]) -> str:
    found = {script_of(char): char for char in word if script_of(char) not in ("", "LATIN")}
    return ", ".join(
        f"`{char}` ({names.get(script, script.capitalize())})"
        for script, char in sorted(found.items())
    )


def codes(text: str) -> str:
    """The first characters by their numbers in Unicode."""
    return " ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in text[:6]))


def short(word: str) -> str:
    """A word as a message can hold it."""
    return word if len(word) <= 40 else word[:39] + "…"


def retype(plain: str) -> Text:
    """What to do about a word that is best typed anew."""
    return Text(sq=f"shkruajeni përsëri: `{plain}`", en=f"type it again: `{plain}`")


def _retype_address() -> Text:
    return Text(
        sq="shkruajeni adresën përsëri, shkronjë për shkronjë",
        en="type the address again, letter by letter",
    )
