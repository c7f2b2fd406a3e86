"""Numbers, services and laws of other countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._acts import advice_in
from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_ADDRESS = re.compile(
    r"(?:^|[/.@])(?:ceop\.police\.uk|childline\.org\.uk|thinkuknow\.co\.uk|ic3\.gov|cybertip\.org|"
    r"report\.cybertip\.org|988lifeline\.org|report\.iwf\.org\.uk|reportharmfulcontent\.com|"
    r"kosovopolice\.com|(?:[a-z-]+\.)*rks-gov\.net)\b",
    re.IGNORECASE,
)


@check(
    "TXT009",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një numër britanik, amerikan ose i Kosovës nuk e ndihmon një fëmijë në Shqipëri, dhe ligji i "
        "një vendi tjetër nuk vlen këtu.",
        en="A British, American or Kosovar number does not help a child in Albania, and the law of another "
        "country does not hold here.",
    ),
    locked=True,
)
def foreign_service_or_law(course: Course) -> Iterator[Finding]:
    """A reader is sent to a service of another country, or given its law."""
    yield from advice_in(course, "truth", "TXT009")
    for prose in course.prose:
        for link in prose.document.links:
            if _ADDRESS.search(link.target):
                yield Finding(link.target_span, _ELSEWHERE, _HINT)
    for path in course.documents:
        if path not in ("data/contacts.yml", "data/sources.yml"):
            continue
        for route, span in course.documents[path].values.items():
            if route[-1:] == ("url",) and _ADDRESS.search(_value(course, path, route)):
                yield Finding(span, _ELSEWHERE, _HINT)


def _value(course: Course, path: str, route: tuple[str | int, ...]) -> str:
    key, index, name = route if len(route) == 3 else ("", 0, "")
    data = course.documents[path].data
    entries = data.get(str(key)) if isinstance(data, dict) else None
    entry = entries[int(index)] if isinstance(entries, list) else None
    value = entry.get(str(name)) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else ""


_ELSEWHERE = Text(
    sq="kjo adresë është e një vendi tjetër", en="this address belongs to another country"
)
_HINT = Text(
    sq="përdorni shërbimet te `data/contacts.yml` dhe burime për Shqipërinë",
    en="use the services in `data/contacts.yml` and sources about Albania",
)
