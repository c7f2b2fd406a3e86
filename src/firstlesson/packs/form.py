"""What a form of offline copy is: what it is called, what it needs, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from firstlesson.diagnostics import Text
from firstlesson.packs.source import Selection, Source


@dataclass(frozen=True, slots=True)
class File:
    """One finished pack, or one file of it."""

    name: str
    """ASCII, as `names.pack_name` makes it; a folder may stand before it: `lesson-2/student.html`."""
    data: bytes


class NotPossibleError(Exception):
    """A form cannot be made on this computer: one sentence that names the way out."""

    def __init__(self, said: Text) -> None:
        super().__init__(said)  # so that it can be sent from one process to another
        self.said = said

    def __str__(self) -> str:
        return self.said.en


@dataclass(frozen=True, slots=True)
class Form:
    """A form of offline copy."""

    name: str
    """What one types: `firstlesson pack NAME`; its files stand in `dist/NAME/`."""
    about: Text
    """One line: for whom, and how it is opened."""
    make: Callable[[Source, Selection], Iterator[File]]
    """Gives the files one after the other, so that progress can be told; nothing is written here."""
    pieces: Callable[[Selection], Sequence[Selection]] = Selection.undivided
    """What of it can be made by itself, on another core; together the pieces give the same files."""
    extra: str = ""
    """The optional part of the package that brings its libraries: `pip install "firstlesson[zim]"`."""
    modules: tuple[str, ...] = ()
    """The libraries of that part, by the names under which they are imported."""
    on_stick: bool = True
    """Whether it is of use on a USB stick."""

    def missing(self) -> Text | None:
        """What has to be installed first, if anything."""
        names = [name for name in self.modules if find_spec(name) is None]
        if not names:
            return None
        listed, way = ", ".join(names), f'`pip install "firstlesson[{self.extra}]"`'
        return Text(
            sq=f"për `{self.name}` mungon {listed}; instalojeni me {way}",
            en=f"`{self.name}` needs {listed}; install it with {way}",
        )
