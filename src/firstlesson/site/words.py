"""The words of the interface, one strings file for each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the fast one where it was compiled


class Words:
    """The words of one language, by key; placeholders are filled by name."""

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language = language
        self._words = words

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of a key, with its placeholders filled."""
        return self._words[key].format(**values) if values else self._words[key]

    def __contains__(self, key: str) -> bool:
        return key in self._words

    def keys(self) -> set[str]:
        """All keys, to compare languages."""
        return set(self._words)


@cache
def words_of(language: str) -> Words:
    """The words of a language; English where nobody has written them yet."""
    folder = resources.files("firstlesson.site") / "strings"
    file = folder / f"{language}.yml"
    if not file.is_file():
        file = folder / "en.yml"
    texts = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506  # gives texts only
    return Words(language, texts)
