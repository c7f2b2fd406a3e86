"""Children and other people who could be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from firstlesson.checks._by_file import texts_by_file
from firstlesson.checks._expressions import expression
from firstlesson.checks._index import texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said, fold
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.privacy._names import CAPITALISED, SMALL, people_in
from firstlesson.checks.privacy._words import is_made_up, words
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_YOUNG = expression(
    r"^[\"')]*[\s,(\u2013-]{0,3}(?:(?:eshte|ka|is|was|ishte|nje|a|an|the|vetem|only|nga|from|i|e|of|aged?|mosha|"
    r"nxenes\w*|pupil|student|girl|boy|vajz\w*|djal\w*)[\s,]{1,2}){0,4}"
    r"(?:(?:[3-9]|1[0-7])[\s-]?(?:vjec\w*|vjet\w*|years?[\s-]old|year-old|yrs?\b)|\((?:[3-9]|1[0-7])\)|(?:aged|mosha)\s(?:[3-9]|1[0-7])\b|"
    r"(?:nga\s)?(?:klas[aes]+\s(?:[ivx]+|\d{1,2}|e\s\w+)\b)|(?:in|of|from)?\s?(?:class|grade|year)\s(?:[ivx]+|\d{1,2})|"
    r"nxenes\w*|student\w*\s(?:at|of|in)|pupil\w*\s(?:at|of|in))"
)
_PUPIL_BEFORE = expression(
    r"(?:\b(?:nxenes(?:i|ja|in|en|es|it|e|ve)?|femij(?:a|en|es|e)|vajza|djali|pupils?|students?|child|girl|boy|"
    r"(?:[3-9]|1[0-7])[\s-](?:vjec\w*|year-old))\s(?:e\s|i\s|yne\s|tone\s|named\s|called\s|quajtur\s|me\semrin\s)?)$"
)
_BIRTH = expression(
    r"\b(?:lind(?:ur|i|ja)?|datelindj\w*|ditelindj\w*|born|date of birth|d\.?o\.?b\.?|birthday)\b[^.!?\n]{0,25}?"
    r"(\d{1,2}[./ -]\s?(?:\d{1,2}|[a-z]{3,9})[./ ,-]\s?((?:19[89]|20[0-4])\d)\b|"
    r"((?:19[89]|20[0-4])\d)-\d{2}-\d{2}|[a-z]{3,9}\s\d{1,2},?\s((?:19[89]|20[0-4])\d)\b)"
)
_INSIDE = re.compile(rf"[A-ZÇË](?<=[\w:©*_] .){SMALL}(?: {CAPITALISED})?(?![\w])")
_CREDIT = expression(
    r"\b(?:foto\w*|vizatim\w*|ilustrim\w*|punim\w*|piktur\w*|photo\w*|pictures?|drawings?|drawn|artwork|"
    r"paint\w*|illustrat\w+)\b[^.!?\n]{0,20}?(?:\b(?:nga|prej|by|from|i|e)\b|:|©)\s(?:[\w-]+\s){0,3}$"
)
_MADE = ["foto", "vizatim", "ilustrim", "punim", "piktur", "photo", "picture", "draw", "artwork"]
_MADE += ["paint", "illustrat"]
_AROUND = 90
"""How far from a name its description may stand, in characters."""
_GROWN_UP = expression(
    r"\b(?:mesues\w*|psikolog\w*|drejtor\w*|zot\w*|zonj\w*|dr|prof\w*|z|znj|teachers?|psychologist|principal|mrs?|ms|"
    r"miss|autor\w*|author|doktor\w*|mjek\w*|kujdestar\w*|by|nga|shkoll\w*|school|qendr\w*|cent(?:re|er)|rrug\w*|street)"
    r"\W{1,3}(?:\w+\W{1,2})?$"
)
_SHOWS_A_CHILD = expression(
    r"(?:\b(?:[Cc]lass|[Gg]rade|[Yy]ear|klas[aëe]\w*|[ie]|of)\s(?:[IVX]{1,4}|\d{1,2})[ -]?[A-Ea-e]\b|\b[Yy]ear\s\d{1,2}\b"
    r"|\((?:[3-9]|1[0-7])\b(?![–-])|(?<![\d–-])(?:[3-9]|1[0-7])[ -](?:vjeç|year)|\b(?:who is|është)\s\w+\s(?:years|vjeç)"
    r"|\b(?:epilep|asthma|autis|diabet|wheelchair|karrig\w+ me rrota|implant|panic attack|pills|ankth|depres)\w*"
    r"|(?:\bshkoll\w*|\bschool)\s[“«\"„]|[”»\"]\s(?:school|shkoll)|[Dd]atëlindj)"
)
_CHILD_NEAR = expression(
    r"\b(?:nxenes\w*|klas\w*|vjec\w*|vjet|femij\w*|pupil\w*|student\w*|class|grade|aged?|years? old|year-old|child)\b"
)
_PLAIN = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZËÇëç\u2019", "abcdefghijklmnopqrstuvwxyzecec'")
_BLANK = r"\s*[:\u2013-]?\s*(?:_{3,}|\.{4,}|\u2026{2,})"


@check(
    "PRV013",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Data e lindjes pranë një emri mjafton për ta gjetur një fëmijë, dhe shpesh është "
        "fjalëkalimi i tij.",
        en="A date of birth beside a name is enough to find a child, and is often their password.",
    ),
    locked=True,
)
def date_of_birth(course: Course) -> Iterator[Finding]:
    """No date of birth of a living person stands in a text."""
    for said in texts_holding(course, ["19", "20"]):
        for match in _BIRTH.finditer(said.folded):
            first, last = said.sentence_at(match.start())
            sentence = said.folded[first:last]
            if _names_in(said, first, last) and not is_made_up(said) and "konvent" not in sentence:
                yield Finding(
                    said.span(*match.span()),
                    Text(sq="data e lindjes së një njeriu", en="somebody's date of birth"),
                    Text(
                        sq="hiqeni, ose thoni se rasti është i trilluar",
                        en="remove it, or say that the case is made up",
                    ),
                )


@check(
    "PRV014",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Emri i plotë me moshën, klasën ose shkollën e tregon një fëmijë te kushdo që lexon, "
        "përgjithmonë.",
        en="A full name with an age, a class or a school shows a child to everyone who reads, for "
        "ever.",
    ),
    locked=True,
)
def recognisable_child(course: Course) -> Iterator[Finding]:
    """A child in a text has a first name only, or is said to be made up."""
    for said, people in texts_in_which(course, _people):
        for start, end in people:
            behind = fold(said.text.text[end : end + 80])
            before = fold(said.text.text[max(0, start - 40) : start])
            if _CREDIT.search(before):
                continue  # PRV018 tells it
            pupil = _PUPIL_BEFORE.search(before)
            young = _YOUNG.match(behind) or _is_described(said, start, end)
            if (young or pupil) and not is_made_up(said):
                yield Finding(
                    said.text.span(start, end),
                    Text(
                        sq=f"“{shown(said.text.text[start:end])}” duket emri i plotë i një fëmije",
                        en=f"“{shown(said.text.text[start:end])}” looks like a child's full name",
                    ),
                    Text(
                        sq="shkruani vetëm një emër të trilluar, dhe thoni se rasti është i trilluar",
                        en="write only a made-up first name, and say that the case is made up",
                    ),
                )


@check(
    "PRV018",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Emri i fëmijës nën vizatimin e tij mbetet në internet kur ai rritet, edhe pse nuk e "
        "kërkoi.",
        en="A child's name under their drawing stays on the internet when they grow up, though they "
        "never asked.",
    ),
    locked=True,
)
def credited_to_child(course: Course) -> Iterator[Finding]:
    """Photos and drawings are not credited to pupils by name."""
    for said in texts_holding(course, _MADE):
        text = said.text.text
        for match in _INSIDE.finditer(text):
            before = fold(text[max(0, match.start() - 60) : match.start()])
            if not _CREDIT.search(before) or fold(match[0].split()[0]) in words()["no-names"]:
                continue
            behind = fold(text[match.end() : match.end() + 60])
            if _CHILD_NEAR.search(before + behind) and not is_made_up(said):
                yield Finding(
                    said.text.span(match.start(), match.end()),
                    Text(sq="një fëmijë emërohet si autor", en="a child is named as the author"),
                    Text(
                        sq="shkruani “vizatim nga një nxënës”, pa emër",
                        en="write “drawing by a pupil”, without a name",
                    ),
                )


@check(
    "PRV019",
    severity=Severity.WARNING,
    why=Text(
        sq="Në një bisedë të hapur askush nuk duhet të lërë emrin: fleta mbetet dhe dikush e lexon.",
        en="In an open session nobody should have to leave a name: the sheet stays and someone reads "
        "it.",
    ),
)
def sheet_asks_names(course: Course) -> Iterator[Finding]:
    """Sheets of open sessions count; they do not ask for names."""
    open_sessions = {
        one.folder
        for one in course.lessons.values()
        if one.data.learning_resource_type == "open-session"
    }
    if not open_sessions:
        return
    asked = "|".join(
        re.escape(one) for one in sorted(words()["sheet-names"], key=len, reverse=True)
    )
    blank = re.compile(rf"(?<![\w])(?:{asked})(?:\s(?:i|e|of)\s[\w ]{{3,25}}?)?{_BLANK}")
    cell = re.compile(rf"\s*(?:{asked})\s*:?\s*")
    files = texts_by_file(course).values()
    open_texts = (texts for texts in files if texts[0].text.owner in open_sessions)
    for said in chain.from_iterable(open_texts):
        plain = said.text.text.translate(_PLAIN)  # folding takes the blanks for emphasis
        found = blank.search(plain)
        if not found and said.text.kind in ("cell", "header-cell"):
            found = cell.fullmatch(plain)
        if found:
            yield Finding(
                said.text.span(*found.span()),
                Text(sq="kjo fletë kërkon emra", en="this sheet asks for names"),
                Text(sq="mbani vetëm numra", en="keep numbers only"),
            )


def _is_described(said: Said, start: int, end: int) -> bool:
    """Whether the sentence tells what shows a child: class and age, a school, an illness."""
    first, last = said.text.text.rfind("\n\n", 0, start) + 1, end + _AROUND
    before, behind = said.text.text[max(first, start - _AROUND) : start], said.text.text[end:last]
    if _GROWN_UP.search(fold(before)):
        return False
    return bool(_SHOWS_A_CHILD.search(re.split(r"[.!?] ", behind)[0])) or bool(
        _SHOWS_A_CHILD.search(re.split(r"[.!?] ", before)[-1])
    )


def _people(one: Wording) -> Sequence[tuple[int, int]]:
    return people_in(one.text)


def _names_in(said: Said, first: int, last: int) -> bool:
    """Whether a sentence names somebody: a capital letter that begins no sentence."""
    text = said.text.text
    if len(text) != len(said.folded):
        first, last = 0, len(text)
    names = re.finditer(rf"(?<![\w]){CAPITALISED}", text[first:last])
    return any(
        fold(name[0]) not in words()["no-names"]
        and not re.match(r"(?i)lind|date|born|birth|ditel", fold(name[0]))
        for name in names
    )
