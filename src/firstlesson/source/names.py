"""Names of files and folders: usable on every system, in every archive and every address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from firstlesson.diagnostics import Diagnostic, Text
from firstlesson.source.faults import (
    NAME_NOT_PORTABLE,
    NAMED_LIKE_A_FILE,
    NAMES_COLLIDE,
    PATH_TOO_LONG,
)
from firstlesson.span import Span

MAX_PATH = 135
"""Windows allows 260 characters in all; a folder of downloads and the archive's own need the rest."""

_RESERVED = re.compile(
    r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?:\.|\s|$)"
)
_FILE_ENDING = re.compile(
    r"(?i)\.(?:md|ya?ml|svg|png|jpe?g|gif|webp|html?|txt|pdf|docx?|mp[34]|vtt|css|js|json|zip)$"
)
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_FORBIDDEN = re.compile(
    r'[<>:"|?*%#\\\x00-\x1f\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]'
)
"""What no system takes, or nobody sees; files with ë or a space have checks of their own."""
_SIMPLE = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\Z")
"""Most names of files: nothing can be wrong with them but what Windows keeps for itself."""


def shown_path(path: str) -> str:
    """A path that can be printed and written anywhere: what is no letter or sign is spelt out."""
    if path.isascii() and path.isprintable():
        return path
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in text)


def unprintable(path: str) -> Diagnostic:
    """What is said of a name that cannot be shown; such a file is not even looked at."""
    said = Text(
        sq="emri ka shenja që nuk shihen ose nuk janë në UTF-8",
        en="the name has characters that are not seen or are not UTF-8",
    )
    return Diagnostic(NAME_NOT_PORTABLE, Span.of_file(shown_path(path)), said, _RENAME)


def judge_names(files: Iterable[str], folders: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong with the names of some files and folders."""
    inside = set(folders)
    names: dict[str, str] = {}
    for path in sorted([*inside, *files]):
        yield from _judged(path, folder=path in inside)
        shown = shown_path(path)
        folded = (shown if shown.isascii() else unicodedata.normalize("NFKC", shown)).casefold()
        first = names.setdefault(folded, path)
        if first != path and _same_parent(first, path):
            yield _collides(path, first)


def _same_parent(one: str, other: str) -> bool:
    """Whether two colliding paths differ in their last part, so that it is told only once."""
    return one.rpartition("/")[0] == other.rpartition("/")[0]


def _judged(path: str, *, folder: bool) -> Iterator[Diagnostic]:
    name = path.rpartition("/")[2]
    if not folder and len(path) <= MAX_PATH and _SIMPLE.match(name) and not _RESERVED.match(name):
        return
    place = Span.of_file(shown_path(path))
    if said := _not_portable(name, folder=folder, media="/media/" in path):
        yield Diagnostic(NAME_NOT_PORTABLE, place, said, _RENAME)
    if folder and _FILE_ENDING.search(name):
        yield Diagnostic(NAMED_LIKE_A_FILE, place, _A_FOLDER, _RENAME)
    if not folder and len(path) > MAX_PATH:
        said = Text(
            sq=f"rruga e skedarit ka {len(path)} shenja; lejohen {MAX_PATH}",
            en=f"the way to this file has {len(path)} characters; {MAX_PATH} are allowed",
        )
        yield Diagnostic(PATH_TOO_LONG, place, said, _SHORTEN)


def _not_portable(name: str, *, folder: bool, media: bool) -> Text | None:
    if _RESERVED.match(name):
        return Text(sq="Windows e ruan këtë emër për vete", en="Windows keeps this name for itself")
    if name.endswith((".", " ")):
        return Text(
            sq="emri mbaron me pikë ose hapësirë, që Windows i heq",
            en="the name ends in a full stop or a space, which Windows drops",
        )
    if not unicodedata.is_normalized("NFC", name):
        return Text(
            sq="shkronjat e emrit janë bërë nga dy shenja, një shkronjë dhe një pikë a vizë mbi të: "
            "dy sisteme e shohin si dy skedarë",
            en="letters of the name are made of two characters, a letter and a mark over it: two "
            "systems see two files",
        )
    strange = _PLAIN.sub("", name) if folder else "".join(_FORBIDDEN.findall(name))
    strange += "".join(char for char in name if _is_of_other_script(char))
    if media:  # of the others REF010 says so
        strange = re.sub(r"[\w .()-]", "", strange)
    if strange:
        shown = ", ".join(
            f"`{char}`" if char.isprintable() else f"U+{ord(char):04X}"
            for char in dict.fromkeys(strange[:5])
        )
        return Text(
            sq=f"emri ka shenja që prishen në sisteme të tjera: {shown}",
            en=f"the name has characters that break on other systems: {shown}",
        )
    if name.startswith("-"):
        return Text(sq="një emër nuk fillon me vizë", en="a name must not begin with a hyphen")
    return None


def _is_of_other_script(char: str) -> bool:
    """Whether a letter is none of ours: in a name, `\u0430` for `a` is another file."""
    return (
        not char.isascii() and char.isalpha() and not unicodedata.name(char, "").startswith("LATIN")
    )


def _collides(path: str, first: str) -> Diagnostic:
    name = shown_path(first.rpartition("/")[2])
    said = Text(
        sq=f"ky emër dallohet nga `{name}` vetëm me shkronja të mëdha ose shenja mbi shkronja",
        en=f"this name differs from `{name}` only in capital letters or accents",
    )
    first_place = Span.of_file(shown_path(first))
    place = Span.of_file(shown_path(path))
    return Diagnostic(NAMES_COLLIDE, place, said, _RENAME, related=(first_place,))


_A_FOLDER = Text(
    sq="kjo është një dosje me emër skedari", en="this is a folder with the name of a file"
)
_RENAME = Text(
    sq="riemërtojeni me shkronja të vogla a–z, shifra dhe viza",
    en="rename it with small letters a–z, digits and hyphens",
)
_SHORTEN = Text(sq="shkurtoni emrat", en="shorten the names")
