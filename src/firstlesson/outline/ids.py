"""Names for new lessons and protocols: a slug from a title, and what is wrong with a name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from firstlesson.course.model import Course
from firstlesson.diagnostics import Text

LONGEST = 60


def slug_of(title: str) -> str:
    """A title as a name for files and addresses: `Fjalë të mira!` → `fjale-te-mira`."""
    letters = unicodedata.normalize("NFKD", title.lower())
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    plain = re.sub(r"['’‘`]", "", plain)
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug


def problem_with_id(name: str, kind: str, *, root: Path, course: Course) -> Text | None:
    """Why a name cannot be that of a new lesson or protocol; nothing where it can."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or len(name) > LONGEST:
        return _form(name)
    if (root / f"{kind}s" / name).exists():
        return Text(
            sq=f"`{kind}s/{name}` ekziston tashmë; zgjidhni një emër tjetër",
            en=f"`{kind}s/{name}` exists already; choose another name",
        )
    others = course.lessons if kind == "lesson" else course.protocols
    for one in others.values():
        if name == one.data.slug or name in one.data.former_ids:
            return Text(
                sq=f"`{name}` është një adresë e `{one.folder}`; zgjidhni një emër tjetër",
                en=f"`{name}` is an address of `{one.folder}`; choose another name",
            )
    return None


def _form(name: str) -> Text:
    suggested = slug_of(name)
    sq = f"`{name}` nuk mund të jetë emër: vetëm shkronja të vogla pa ë e ç, shifra dhe viza"
    en = f"`{name}` cannot be a name: only lower-case letters from a to z, digits and hyphens"
    if len(name) > LONGEST:
        sq += f", më së shumti {LONGEST} shenja"
        en += f", {LONGEST} characters at most"
    if suggested:
        sq += f"; provoni `{suggested}`"
        en += f"; try `{suggested}`"
    return Text(sq=sq, en=en)
