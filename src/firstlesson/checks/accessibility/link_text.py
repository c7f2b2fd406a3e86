"""Links that do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks.accessibility._words import any_language
from firstlesson.course.links import parse_target
from firstlesson.course.model import Prose
from firstlesson.diagnostics import Severity, Text
from firstlesson.source.addresses import host_of
from firstlesson.source.markdown import Link

_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)\S+>?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:contact|term|lesson|protocol|page|source):\S+"
)
_SIGNS = re.compile(r"[^\w' ]+")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_PICTURE = re.compile(r"!\[([^\]]*)\](?:\([^)]*\))?(?:\{[^}]*\})?")
_PLACE = re.compile(r"https?://(?!\d|[^/]*xn--)[A-Za-z0-9.-]+(?:[/?#].*)?|#.*")
_HINT = Text(
    sq="shkruani ku të çon: emrin e faqes, të shërbimit ose të hapit",
    en="write where it leads: the name of the page, the service or the step",
)


@check(
    "ACC013",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush nuk e sheh figurën has një lidhje pa emër dhe nuk di ku e çon.",
        en="Anyone who cannot see the picture meets a link without a name and does not know where it leads.",
    ),
)
def link_without_words(prose: Prose) -> Iterator[Finding]:
    """A link has words, its own or those of the picture inside it."""
    for link in prose.document.links:
        pictures = list(_PICTURE.finditer(link.text))
        if any(".decorative" not in picture[0] for picture in pictures):
            continue  # a picture without words is a fault of its own
        if not _is_bare(link) and not any(char.isalnum() for char in _words(link)):
            yield Finding(
                link.span, Text(sq="kjo lidhje nuk ka fjalë", en="this link has no words"), _HINT
            )


@check(
    "ACC014",
    severity=Severity.WARNING,
    why=Text(
        sq="Kush dëgjon faqen merr shpesh vetëm listën e lidhjeve: “këtu, këtu, më shumë” nuk i thotë asgjë.",
        en="Anyone who listens often gets only the list of links: “here, here, more” tells nothing.",
    ),
)
def vague_link(prose: Prose) -> Iterator[Finding]:
    """The words of a link say where it leads."""
    for link in prose.document.links:
        words = _vague_words(_words(link))
        if words and not _is_number_of_contact(link, words):
            yield Finding(
                link.span,
                Text(
                    sq=f"“{_words(link).strip()}” nuk thotë ku të çon lidhja",
                    en=f"“{_words(link).strip()}” does not say where the link leads",
                ),
                _HINT,
            )


@check(
    "ACC015",
    severity=Severity.WARNING,
    why=Text(
        sq="Një adresë lexohet me zë shkronjë për shkronjë.",
        en="An address is read aloud letter by letter.",
    ),
)
def address_for_words(prose: Prose) -> Iterator[Finding]:
    """The words of a link are no address."""
    for link in prose.document.links:
        if (
            len(link.text) < 300
            and _ADDRESS.fullmatch(link.text.strip())
            and not link.target.startswith("mailto:")
            and _leads_there(link)
        ):
            yield Finding(
                link.span,
                Text(
                    sq="fjalët e lidhjes janë një adresë", en="the words of the link are an address"
                ),
                _HINT,
            )


@check(
    "ACC016",
    severity=Severity.WARNING,
    why=Text(
        sq="Dy lidhje me të njëjtat fjalë që çojnë në vende të ndryshme nuk dallohen në listën e lidhjeve.",
        en="Two links with the same words that lead to different places cannot be told apart in a list of links.",
    ),
)
def same_words_elsewhere(prose: Prose) -> Iterator[Finding]:
    """On one page the same words lead to the same place."""
    first: dict[str, Link] = {}
    for link in prose.document.links:
        if link.target.startswith("source:"):
            continue  # a citation is named as the work is
        words = _telling_words(_words(link))
        if not words:
            continue
        if words.replace(" ", "").isdigit() or not _is_sound(link.target):
            continue  # a wrong number or a bad address is a fault of its own
        other = first.setdefault(words, link)
        if other.target != link.target and _place(other.target) != _place(link.target):
            yield Finding(
                link.span,
                Text(
                    sq=f"“{link.text.strip()}” më lart të çon te `{other.target}`, këtu te `{link.target}`",
                    en=f"“{link.text.strip()}” leads to `{other.target}` above, to `{link.target}` here",
                ),
                Text(
                    sq="jepuni lidhjeve fjalë të ndryshme",
                    en="give the links different words",
                ),
                related=(other.span,),
            )


@lru_cache(maxsize=4096)  # a course has thousands of links to a few contacts and terms
def _vague_words(heard: str) -> str:
    """The words of a link if they say nothing of where it leads."""
    words = _SIGNS.sub(" ", fold(heard).replace("->", " "))
    words = " ".join(words.split())
    return words if any_language("vague").fullmatch(words) else ""


@lru_cache(maxsize=4096)  # as above
def _telling_words(heard: str) -> str:
    """The words of a link if they say where it leads."""
    words = _NO_WORD.sub(" ", fold(heard)).strip()
    return "" if any_language("vague").fullmatch(words) else words


def _words(link: Link) -> str:
    """What is heard of a link: its words, and the texts of the pictures in it."""
    return (
        _PICTURE.sub(lambda match: f" {match[1]} ", link.text) if "![" in link.text else link.text
    )


def _leads_there(link: Link) -> bool:
    """Whether a link leads to the address it shows; where not, that is a fault of its own."""
    shown = re.sub(r"^\W*(?:https?://)?(?:www\.)?", "", link.text.strip())
    site = shown.split("/")[0].lower()
    return ":" in shown or f".{host_of(link.target)}".endswith(f".{site}")


def _is_sound(address: str) -> bool:
    """Whether an address is one that an author may use at all."""
    return parse_target(address) is not None or bool(_PLACE.fullmatch(address))


def _is_bare(link: Link) -> bool:
    """An address between `<` and `>`, which stands for itself."""
    return not link.text and link.target_span.column == link.span.column + 1


def _is_number_of_contact(link: Link, words: str) -> bool:
    target = parse_target(link.target)
    return target is not None and target.kind == "contact" and words.isdigit()


def _place(address: str) -> str:
    """An address without its scheme's small differences."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", address)
