"""The page of the site that lists every kind of mistake, in each language that the tool speaks.

It is a page like any other, so it is checked like any other. A sentence that says why something is
dangerous may itself say what no page may say; then the page only names the kind.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from firstlesson.build.examine import read_and_check
from firstlesson.checks import all_kinds
from firstlesson.diagnostics import Kind, Text
from firstlesson.reports._words import SEVERITY

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("sq", "en")
DAY = dt.date(2026, 11, 22)


def check_pages() -> dict[str, str]:
    """The pages by their path."""
    silent: set[str] = set()
    while True:
        pages = {f"docs/checks.{language}.md": page(language, silent) for language in LANGUAGES}
        found = told_off(pages) - silent
        if not found:
            return pages
        silent |= found


def told_off(pages: dict[str, str]) -> set[str]:
    """The codes of the entries against which the checks have something to say."""
    for path, text in pages.items():
        if not (ROOT / path).exists():
            (ROOT / path).write_text(text, "utf-8", newline="\n")
    rows = {path: text.split("\n") for path, text in pages.items()}
    found = set()
    for one in read_and_check(ROOT, today=DAY, instead=pages).diagnostics:
        if one.span.path in rows:
            entry = re.match(r"- `(\w+) ", rows[one.span.path][one.span.line - 1])
            found |= {entry[1]} if entry else set()
    return found


def page(language: str, silent: AbstractSet[str]) -> str:
    """One page: what a severity means, then family by family."""
    kinds = list(all_kinds().values())
    families = sorted({kind.code[:3] for kind in kinds}, key=list(FAMILIES).index)
    parts = [f"# {TITLE.in_language(language)}", HEAD.in_language(language)]
    for family in families:
        title = FAMILIES[family].in_language(language)
        parts.append(f"## {title} `{family}` {{#{family.lower()}}}")
        inside = [kind for kind in kinds if kind.code.startswith(family)]
        parts.append("\n".join(row(kind, language, why=kind.code not in silent) for kind in inside))
    return "\n\n".join(parts) + "\n"


def row(kind: Kind, language: str, *, why: bool) -> str:
    """One kind: code, name, severity, why."""
    severity = SEVERITY[kind.severity].in_language(language)
    locked = LOCKED.in_language(language) if kind.locked else ""
    text = kind.why if why else ELSEWHERE
    said = text.in_language(language).replace("CODE", kind.code)
    return f"- `{kind.code} {kind.name}` ({severity}{locked}). {said}"


TITLE = Text(sq="Çfarë kontrollohet", en="What is checked")
HEAD = Text(
    sq="Këtu është çdo gabim që gjen komanda `firstlesson check`, me arsyen pse ka rëndësi. Me një "
    "gabim faqja nuk ndërtohet. Një paralajmërim dhe një këshillë tregohen, por nuk e ndalin. Ato që "
    "mbrojnë një fëmijë ose vetë faqen nuk heshtohen dot. Një shembull jep "
    "`firstlesson check --explain KODI`.",
    en="Here is every mistake that the command `firstlesson check` finds, and why it matters. While "
    "there is an error the site is not built. A warning and a piece of advice are shown, but they stop "
    "nothing. What protects a child or the site itself cannot be silenced. For an example: "
    "`firstlesson check --explain CODE`.",
)
ELSEWHERE = Text(
    sq="Arsyeja: `firstlesson check --explain CODE`.", en="Why: `firstlesson check --explain CODE`."
)
LOCKED = Text(sq=", nuk heshtohet", en=", cannot be silenced")
FAMILIES = {
    "FIL": Text(sq="Skedarët", en="Files"),
    "SCH": Text(sq="Të dhënat dhe forma e tyre", en="Data and its form"),
    "REF": Text(sq="Lidhjet", en="Links"),
    "CON": Text(sq="Numrat e telefonit", en="Telephone numbers"),
    "AUD": Text(sq="Kush e lexon", en="Who reads it"),
    "TXT": Text(sq="Çfarë thuhet dhe si lexohet", en="What is said and how it reads"),
    "TRM": Text(sq="Fjalët", en="Words"),
    "QUZ": Text(sq="Kuizet dhe historitë", en="Quizzes and stories"),
    "PRO": Text(sq="Protokollet", en="Protocols"),
    "TRN": Text(sq="Dy gjuhët", en="The two languages"),
    "ACC": Text(sq="Qasja për të gjithë", en="Access for everyone"),
    "SEC": Text(sq="Siguria e faqes", en="Security of the site"),
    "PRV": Text(sq="Jeta private", en="Privacy"),
}
"""The families, in the order of the page."""
