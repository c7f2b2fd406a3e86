"""Signs that are read aloud, or shouted: pictographs, capitals, rows of marks, arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from firstlesson.checks._index import numbers_like, texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks._wordings import Wording, texts_in_which
from firstlesson.checks.accessibility._words import capitals
from firstlesson.course.model import EASY, Course
from firstlesson.course.once import once_for_a_course
from firstlesson.course.texts import ReaderText
from firstlesson.diagnostics import Edit, Fix, Severity, Text

_SIGNS = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\u3030\u303d\u3297\u3299"
_EMOJI = re.compile(
    f"(?:[{_SIGNS}][\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff\u20e3]*|[0-9#*]\ufe0f?\u20e3)+"
    r"|(?<![\w:/(])[:;=8]['-]?[)(DP|\\/](?![\w)/])|<3(?!\d)|(?<!\w):[a-z_]{3,20}:(?!\w)"
)
_EMOJI_SIGN = re.compile(f"[{_SIGNS}\u20e3:;=8<]")
# Two quick looks, each for one sign: one of them stands in whatever is found.
_DRAWN = re.compile(f"[{_SIGNS}\u20e3]")
_TYPED = re.compile(r"[:;=8<](?=['()DP|\\/3a-z_-])")
_NO_EMOJI = re.compile("[\u2713\u2714\u2717\u2718\u2610-\u2612\u2794\u279c\u2b95]+")
_CAPITALS = re.compile(
    # It begins with a capital: all else is leapt over.
    r"[A-ZËÇ](?<![\w@./#-].)(?:[A-ZËÇ'’]*(?:[ ,\n]{1,2}[A-ZËÇ][A-ZËÇ'’]*)+(?![\w@/-])|[A-ZËÇ]{5,}(?![\w@/]))"
)
_APART = re.compile(r"(?<![\w’'-])[A-ZËÇ](?:(?:[ \u00a0]|-)[A-ZËÇ]){2,}(?![\w’'-])")
_ROMAN = re.compile(r"[IVXLC]+")
_WORD = re.compile(r"[A-ZËÇ'’]+")
_REPEATED = re.compile(r"!{2,}|\?{2,}|[!?]{3,}|(?<!\.)\.{4,}(?!\.)|‼|⁉|⁇")
_MARKS = ["!!", "??", "!?", "?!", "....", "‼", "⁉", "⁇"]
_ROW_OF_DOTS = re.compile(r"[.…_ ]+")
_ARROW = re.compile(
    r"(?<![-<=\w])(?:<?[-=]{1,2}>|<[-=]{1,2})(?![-=>])|[→⇒➔➜]|(?<=[^\W\d]) > (?=[^\W\d])"
)


@check(
    "ACC022",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Në tituj dhe në tekste të lehta një figurëz lexohet me zë (“fytyrë që qesh me lot”) dhe e fsheh kuptimin.",
        en="In headings and easy texts a pictograph is read aloud (“face with tears of joy”) and hides the meaning.",
    ),
)
def pictograph_in_heading(course: Course) -> Iterator[Finding]:
    """No pictographs in headings, titles and easy texts."""
    return _pictographs(course, strict=True)


@check(
    "ACC023",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Një figurëz lexohet me zë me emrin e saj të gjatë, dhe duket ndryshe në çdo pajisje.",
        en="A pictograph is read aloud by its long name, and looks different on each device.",
    ),
)
def pictograph(course: Course) -> Iterator[Finding]:
    """Words say it, not pictographs."""
    return _pictographs(course, strict=False)


@check(
    "ACC024",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Shkronjat e mëdha lexohen më ngadalë, duken si britmë, dhe zëri i ekranit ndonjëherë i thotë një nga një.",
        en="Capitals are read more slowly, look like shouting, and a screen reader may spell them one by one.",
    ),
)
def capitals_for_words(course: Course) -> Iterator[Finding]:
    """Words are not written in capitals; abbreviations are."""
    known = _known(course)
    for said, in_capitals in texts_in_which(course, _in_capitals):
        text = said.text
        for start, end in () if text.path.endswith("sources.yml") else in_capitals:
            shouted = text.text[start:end]
            words = _WORD.findall(shouted)
            loud = [word for word in words if not _is_name(word, known)]
            if not loud or (len(words) > 1 and not _is_run(loud, shouted)):
                continue
            if len(words) == 1 and len(loud[0]) < 6:
                continue
            yield Finding(
                text.span(start, end),
                Text(
                    sq=f"“{shouted}” është me shkronja të mëdha", en=f"“{shouted}” is in capitals"
                ),
                Text(
                    sq="shkruani me shkronja të vogla; theksojeni me `**…**`",
                    en="write it in small letters; stress it with `**…**`",
                ),
            )


@check(
    "ACC030",
    severity=Severity.WARNING,
    why=Text(
        sq="“N D A L” lexohet me zë shkronjë për shkronjë, dhe kërkimi nuk e gjen.",
        en="“S T O P” is read aloud letter by letter, and the search does not find it.",
    ),
)
def letters_set_apart(course: Course) -> Iterator[Finding]:
    """The letters of a word stand together."""
    for said, apart in texts_in_which(course, _set_apart):
        for start, end in apart:
            word = said.text.text[start:end]
            joined = "".join(filter(str.isalpha, word))
            yield Finding(
                said.text.span(start, end),
                Text(
                    sq=f"shkronjat e “{joined}” janë të ndara",
                    en=f"the letters of “{joined}” are set apart",
                ),
                Text(
                    sq=f"shkruani “{joined.lower()}”; theksojeni me `**…**`",
                    en=f"write “{joined.lower()}”; stress it with `**…**`",
                ),
            )


@check(
    "ACC027",
    severity=Severity.WARNING,
    why=Text(
        sq="“!!!” dhe “???” bërtasin; ndonjë zë ekrani i lexon një nga një.",
        en="“!!!” and “???” shout; some screen readers read them one by one.",
    ),
)
def repeated_marks(course: Course) -> Iterator[Finding]:
    """One mark is enough."""
    for text in _texts_with(course, _MARKS):
        for match in _REPEATED.finditer(text.text):
            if match[0][0] == "." and (_ROW_OF_DOTS.fullmatch(text.text) or len(match[0]) > 5):
                continue  # room for writing
            at = text.span(*match.span())
            one = (
                "…" if match[0][0] == "." else ("?" if "?" in match[0] or match[0] in "⁉⁇" else "!")
            )
            yield Finding(
                at,
                Text(sq=f"“{match[0]}”: mjafton një", en=f"“{match[0]}”: one is enough"),
                Text(sq=f"shkruani “{one}”", en=f"write “{one}”"),
                Fix(Text(sq=f"“{one}”", en=f"“{one}”"), (Edit(at, one),), safe=True)
                if text.passage
                else None,
            )


@check(
    "ACC029",
    severity=Severity.ADVICE,
    why=Text(
        sq="Një shigjetë e shkruar lexohet “minus më e madhe se”; kush dëgjon nuk e kupton.",
        en="A typed arrow is read “minus greater than”; anyone who listens does not understand it.",
    ),
)
def typed_arrow(course: Course) -> Iterator[Finding]:
    """Words say what follows from what, not arrows."""
    for text in _texts_with(course, [">", "→", "⇒", "➔", "➜", "<-", "<="]):
        for match in _ARROW.finditer(text.text):
            yield Finding(
                text.span(*match.span()),
                Text(sq=f"shigjetë “{match[0].strip()}”", en=f"an arrow “{match[0].strip()}”"),
                Text(
                    sq="thojeni me fjalë: “pastaj”, “prandaj”, ose bëni një listë me numra",
                    en="say it in words: “then”, “therefore”, or make a numbered list",
                ),
            )


def _set_apart(one: Wording) -> Sequence[tuple[int, int]]:
    found = [match.span() for match in _APART.finditer(one.text)]
    return [span for span in found if not _is_a_row(one.text[slice(*span)])]


def _is_a_row(letters: str) -> bool:
    """Whether letters follow one another as in the alphabet: A B C are names of answers."""
    known = [ord(one) for one in letters if one.isalpha()]
    return all(next_ - one in (0, 1) for one, next_ in pairwise(known))


def _in_capitals(one: Wording) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _CAPITALS.finditer(one.text)]


def _texts_with(course: Course, signs: list[str]) -> Iterator[ReaderText]:
    return (said.text for said in texts_holding(course, signs))


def _pictographs(course: Course, *, strict: bool) -> Iterator[Finding]:
    for said, found in _with_pictographs(course):
        text = said.text
        if _is_strict(text) is not strict:
            continue
        for start, end in found:
            sign = text.text[start:end]
            if _NO_EMOJI.fullmatch(sign) and not strict:
                continue
            yield Finding(
                text.span(start, end),
                Text(sq=f"figurëza “{sign}”", en=f"the pictograph “{sign}”"),
                Text(sq="thojeni me fjalë, ose hiqeni", en="say it in words, or remove it"),
            )


@once_for_a_course
def _with_pictographs(course: Course) -> Iterator[tuple[Said, Sequence[tuple[int, int]]]]:
    return texts_in_which(course, _emoji_in, numbers_like(course, _EMOJI_SIGN))


def _emoji_in(one: Wording) -> Sequence[tuple[int, int]]:
    text = one.text
    if not _TYPED.search(text) and (text.isascii() or not _DRAWN.search(text)):
        return ()
    return [match.span() for match in _EMOJI.finditer(text)]


def _is_strict(text: ReaderText) -> bool:
    if text.passage is None:
        return text.route[-2:-1] == ("name",)
    return text.kind in ("heading", "title") or f"/{EASY}." in text.path


def _known(course: Course) -> frozenset[str]:
    """Names in capitals: those of the list, and those of contacts, sources and terms."""
    texts = [course.settings.publisher, *course.settings.name.root.values()]
    for contact in course.contacts.values():
        texts += contact.name.root.values()
    for term in course.terms.values():
        texts += term.name.root.values()
    texts += [part for one in course.sources.values() for part in (one.name, one.publisher)]
    return capitals() | {word for text in texts for word in re.findall(r"\b[A-ZËÇ]{2,}\b", text)}


def _is_name(word: str, known: frozenset[str]) -> bool:
    plain = word.strip("'’")
    return len(plain) < 2 or plain in known or bool(_ROMAN.fullmatch(plain))


def _is_run(loud: list[str], said: str) -> bool:
    """Two or more words that are no names, at least one of them no short abbreviation."""
    long = any(len(word) > 4 for word in loud)
    return len(loud) > 1 and (long or (len(loud) > 2 and "," not in said))
