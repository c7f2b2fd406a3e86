"""Files of pictures: their names, and whether anyone sees them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from firstlesson.checks._registry import Finding, check
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.span import Span

_NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_WRITABLE = re.compile(r"\w(?:[\w .()-]*\w)?\.\w+")
_SHOWN = (
    ".svg",
    ".png",
    ".jpg",
    ".jpeg",
    ".webp",
    ".gif",
    ".avif",
    ".mp3",
    ".mp4",
    ".webm",
    ".ogg",
)
"""What a text can show; a note about rights beside them may have any name."""

_FILE = re.compile(r"file:[ ]*[\"']?([\w.-]+\.\w+)")


@check(
    "REF010",
    severity=Severity.ERROR,
    why=Text(
        sq="Në disa pajisje `Foto.png` dhe `foto.png` janë një, në të tjera dy: figura duket te autori dhe "
        "mungon te lexuesi.",
        en="On some devices `Photo.png` and `photo.png` are one, on others two: the author sees a picture that "
        "the reader misses.",
    ),
)
def name_of_a_file(course: Course) -> Iterator[Finding]:
    """Files in `media/` have lower-case names without ë, ç and spaces."""
    spellings = Counter(path.lower() for path in course.files)
    for path in sorted(course.files):
        name = posixpath.basename(path)
        if "/media/" not in path or not name.lower().endswith(_SHOWN) or _NAME.fullmatch(name):
            continue
        if spellings[path.lower()] == 1 and _WRITABLE.fullmatch(name):  # else told already
            yield Finding(
                Span.of_file(path),
                Text(
                    sq=f"emri `{name}` nuk punon njësoj në çdo pajisje",
                    en=f"the name `{name}` does not work alike on every device",
                ),
                Text(
                    sq=f"quajeni `{_plain(name)}`, edhe në lidhje",
                    en=f"call it `{_plain(name)}`, in the links too",
                ),
            )


@check(
    "REF012",
    severity=Severity.WARNING,
    why=Text(
        sq="Një figurë që nuk e tregon askush e rëndon paketën që shkarkohet me telefon.",
        en="A picture that nothing shows makes the pack heavier that is downloaded by phone.",
    ),
)
def unused_picture(course: Course) -> Iterator[Finding]:
    """Every file in `media/` is shown by a text or a scene of the same folder."""
    shown: set[str] = set()
    folders: set[str] = set()
    misspelt: set[str] = set()
    for prose in course.prose:
        folders.add(prose.owner)
        for image in (*prose.document.images, *prose.document.links):
            file = posixpath.normpath(f"{prose.owner}/{image.target}")
            shown.add(file.lower())
            if file not in course.files and file.lower().endswith(_SHOWN):
                misspelt.add(prose.owner)  # it may be the very file that seems unused
    for path, document in course.documents.items():
        owner = posixpath.dirname(path)
        folders.add(owner)
        for name in _FILE.findall(document.text):
            shown.add(f"{owner}/media/{name}".lower())
            if f"{owner}/media/{name}" not in course.files:
                misspelt.add(owner)
    for path in sorted(course.files):
        folder, _, name = path.partition("/media/")
        if (
            name.lower().endswith(_SHOWN)
            and path.lower() not in shown
            and folder in folders - misspelt
        ):
            yield Finding(
                Span.of_file(path),
                Text(
                    sq=f"asnjë tekst i `{folder}` nuk e tregon këtë skedar",
                    en=f"no text of `{folder}` shows this file",
                ),
                Text(sq="përdoreni ose fshijeni", en="use it or delete it"),
            )


def _plain(name: str) -> str:
    table = str.maketrans({"ë": "e", "ç": "c", " ": "-", "_": "-"})
    return re.sub(r"[^a-z0-9.-]+", "-", name.lower().translate(table)).strip("-")
