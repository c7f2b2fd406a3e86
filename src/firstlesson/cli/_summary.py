"""What a command says at its end: what was checked or built, and what to do next."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from firstlesson.diagnostics import Diagnostic, Severity, Text
from firstlesson.source.project import SITE


class Findings(Protocol):
    """What a check found, now or before."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]: ...
    @property
    def texts(self) -> Mapping[str, str]: ...
    @property
    def failed(self) -> bool: ...
    @property
    def size(self) -> tuple[int, int]: ...


def summary(found: Findings, language: str) -> str:
    """What was checked, how many mistakes there are, and what to do next."""
    next_step = _MEND if found.failed else _BUILD
    offers = [one.in_language(language) for one in (*_offers(found.diagnostics), next_step)]
    return "\n".join([seen(found, language), *offers])


def seen(found: Findings, language: str) -> str:
    """The first line of it: what was checked, and how many mistakes there are."""
    counts = {
        severity: sum(one.kind.severity is severity for one in found.diagnostics)
        for severity in Severity
    }
    lessons, protocols = found.size
    parts = Text(
        sq=f"U kontrolluan {_many(lessons, 'mësim', 'mësime')} dhe "
        f"{_many(protocols, 'protokoll', 'protokolle')}",
        en=f"Checked {_many(lessons, 'lesson', 'lessons')} and "
        f"{_many(protocols, 'protocol', 'protocols')}",
    )
    numbers = (counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.ADVICE])
    mistakes = Text(
        sq=f"{_many(numbers[0], 'gabim', 'gabime')}, "
        f"{_many(numbers[1], 'paralajmërim', 'paralajmërime')}, "
        f"{_many(numbers[2], 'këshillë', 'këshilla')}",
        en=f"{_many(numbers[0], 'error', 'errors')}, "
        f"{_many(numbers[1], 'warning', 'warnings')}, "
        f"{_many(numbers[2], 'piece of advice', 'pieces of advice')}",
    )
    return f"{parts.in_language(language)}: {mistakes.in_language(language)}."


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _offers(diagnostics: Sequence[Diagnostic]) -> list[Text]:
    """What the tool can mend itself."""
    fixes = [one.fix for one in diagnostics if one.fix]
    safe = sum(fix.safe for fix in fixes)
    others = len(fixes) - safe
    offers = []
    if safe:
        offers.append(
            Text(
                sq=f"{safe} prej tyre ndreqen vetë: `firstlesson check --fix`.",
                en=f"{safe} of them can be mended for you: `firstlesson check --fix`.",
            )
        )
    if others:
        offers.append(
            Text(
                sq=f"Për {others} ka një propozim, që duhet lexuar: "
                "`firstlesson check --unsafe-fixes --diff`.",
                en=f"For {others} there is a proposal, which wants reading: "
                "`firstlesson check --unsafe-fixes --diff`.",
            )
        )
    return offers


_MEND = Text(
    sq="Ndreqni gabimet dhe provoni përsëri: me gabime nuk ndërtohet asgjë.",
    en="Mend the errors and try again: nothing is built while there are any.",
)
_BUILD = Text(
    sq="Tani mund ta ndërtoni faqen: `firstlesson build`.",
    en="You can build the site now: `firstlesson build`.",
)


def site_built(root: Path, pages: int, size: int, started: float, language: str) -> str:
    """How large the site is, how long it took, and how to open it."""
    site = root / SITE
    seconds, mb = time.monotonic() - started, size / 1_000_000
    said = Text(
        sq=f"U ndërtuan {pages} faqe ({mb:.1f} MB) në {seconds:.1f} s: {site}\n"
        f"Hapeni me dy klikime: {site / 'index.html'}",
        en=f"Built {pages} pages ({mb:.1f} MB) in {seconds:.1f} s: {site}\n"
        f"Open it with a double click: {site / 'index.html'}",
    )
    return said.in_language(language)
