"""Texts as a reader hears them: folded, cut into sentences, with what the author does with them.

A text may say something, forbid it ("never …"), quote it as a mistake, or let a quiz offer it as a
wrong answer. Checks about meaning ask `Said.is_meant` before they speak.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import methodcaller

from firstlesson.checks._context import Context, Contexts
from firstlesson.checks._folding import Places, fold, folded_with_places
from firstlesson.checks._negation import negation_in
from firstlesson.checks._sentence_ends import LONGEST, sentences_of
from firstlesson.checks._shown_words import shown_words
from firstlesson.course.model import Course
from firstlesson.course.texts import ReaderText, texts_of
from firstlesson.span import Span

__all__ = ["Said", "fold", "said_in"]

_SPAN = methodcaller("span")
_FAR = 40
"""What a negation denies begins within so many characters behind it."""


@dataclass(slots=True)
class Said:
    """One text for a reader, prepared for checks of its meaning."""

    text: ReaderText
    language: str
    """Its language, of which more is asked than of anything else."""
    folded: str
    place: Context
    _places: Places | None = None
    _bounds: Sequence[tuple[int, int]] = field(default=(), repr=False)

    @property
    def rejected(self) -> bool:
        """It stands where the author lists what not to do or say, or a wrong answer."""
        return self.place.rejected

    @property
    def context(self) -> str:
        """Folded: the heading, the line before its list, the same question's earlier texts."""
        return self.place.around

    @property
    def previous(self) -> str:
        """Folded: the text before it, of the same section."""
        return self.place.previous

    @property
    def linked(self) -> str:
        """Targets of the links with which the text stands."""
        return self.place.linked

    @property
    def audience(self) -> str:
        """Who reads it; empty where several do."""
        return self.text.audience

    def span(self, start: int, end: int) -> Span:
        """Where the folded characters from `start` up to `end` stand in the file."""
        return self.text.span(self.source(start), self.source(end - 1) + 1)

    def sentences(self) -> Sequence[tuple[int, int]]:
        """Where each sentence begins and ends."""
        if not self._bounds:
            self._bounds = sentences_of(self.folded)
        return self._bounds

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence in which a character stands."""
        bounds = self.sentences()
        at = bisect_right(bounds, (position, len(self.folded) + 1)) - 1
        return bounds[max(at, 0)]

    def is_question(self, position: int) -> bool:
        """Whether the sentence around a character asks something, and not only one it quotes."""
        start, end = self.sentence_at(position)
        said = self.folded[start:end].rstrip(" ')")
        if said.endswith('?"') and start + said.rfind('"', 0, -1) > position:
            return False
        return said.rstrip(" \"')").endswith("?") and not negation_in(self.language).yes.match(
            self.folded, end
        )

    def is_answered_no(self, position: int) -> bool:
        """Whether the sentence around a character asks something, and the next one says no."""
        end = self.sentence_at(position)[1]
        asks = self.folded[:end].rstrip(" \"')").endswith("?")
        return asks and bool(negation_in(self.language).no.match(self.folded, end))

    def is_quoted(self, position: int) -> bool:
        """Whether a character stands between quotation marks."""
        return self.folded.count('"', 0, position) % 2 == 1 or bool(
            "'" in self.folded[position:]
            and re.search(r"(?:^|[\s(:])'[^']*$", self.folded[:position])
            and not re.search(r"\w'\w[^']*$", self.folded[:position])
        )

    def is_meant(self, start: int, end: int) -> bool:
        """Whether the author says what stands there, and neither forbids nor merely quotes it."""
        return not (
            self.rejected
            or self._is_negated(start)
            or self.is_only_quoted(start, end)
            or self._is_wrong_option(start)
            or self._is_conceded(start, end)
        )

    def is_only_quoted(self, start: int, end: int) -> bool:
        """Whether what stands there is somebody else's, and the author does not make it his own."""
        words = negation_in(self.language)
        tail = self.folded[end : self.sentence_at(start)[1]]
        head = self._head(start)
        told = words.reported.search(head)
        if told and words.authority.search(head, 0, told.end()):
            told = None
        if (
            told
            and not words.approved.search(tail)
            and (self.is_quoted(start) or not words.over.search(head, told.end()))
            and not (self.text.block == "say" and not self.is_quoted(start))
        ):
            return True
        if not self.is_quoted(start):
            verdict = words.untrue.match(self.without_granted(end, self.sentence_at(start)[1]))
            return bool(verdict and not _NEXT_CLAUSE.search(verdict[0]))
        opened, closed = self._quotations(start, end)
        before = self._unconditioned(self.folded[self.sentence_at(max(opened - 2, 0))[0] : opened])
        after = self.folded[closed + 1 : self.sentence_at(min(closed + 2, len(self.folded)))[1]]
        if words.approved.match(after) and not after.rstrip().endswith("?"):
            return False
        if words.reported.search(before) or words.spoken.match(after) or words.verdict.match(after):
            return True
        found = [*words.negation.finditer(before)]
        return bool(found and not words.no_negation.match(before, found[-1].start()))

    def is_mentioned(self, start: int, end: int) -> bool:
        """Whether a word stands there only because it is spoken about: `we do not say …`."""
        if self.rejected:
            return True
        words = negation_in(self.language)
        if words.naming.search(self.folded[self.sentence_at(start)[0] : start]):
            return True
        return self.is_quoted(start) and self.is_only_quoted(start, end)

    def is_instruction(self, start: int) -> bool:
        """Whether a verb that begins there tells the reader to do it."""
        words, head = negation_in(self.language), self._head(start)
        return bool(words.told.search(head)) and not words.untold.search(head)

    def is_case(self, start: int) -> bool:
        """Whether what stands there is said only of a case: `if the teacher …`."""
        return bool(negation_in(self.language).described.search(self._head(start)))

    def is_supposed(self, start: int) -> bool:
        """Whether a statement that stands there is made only for a case: `if …`, `until …`."""
        return bool(negation_in(self.language).supposed.search(self._head(start)))

    def is_urged(self, start: int, end: int) -> bool:
        """Whether the sentence warns of leaving out what stands there: `unless you …`."""
        words, (first, last) = negation_in(self.language), self.sentence_at(start)
        return bool(
            words.left_out.search(self.folded[first:start])
            and words.worse.search(self.folded, end, last)
            and not self.rejected
            and not self.is_only_quoted(start, end)
        )

    def is_told_of(self, start: int) -> bool:
        """Whether a deed is part of a story whose end is told or asked for."""
        words, (first, last) = negation_in(self.language), self.sentence_at(start)
        return bool(
            (words.asked.search(self.folded, last) or words.came.search(self.folded, start))
            and words.told_of.search(self.folded, first, last)
        )

    def is_denied_in(self, end: int, excepted: Iterable[tuple[int, int]]) -> bool:
        """Whether something in the sentence up to a place says no, but for the excepted stretches."""
        words = negation_in(self.language)
        first = self.sentence_at(end - 1)[0]
        head = self.folded[first:end]
        start = len(head) - len(self._unconditioned(head))
        granted = [(first + a, first + b) for a, b in map(_SPAN, words.granted.finditer(head))]
        known = [*excepted, *granted]
        if self.is_refused(end):
            return True
        return any(
            not words.no_negation.match(head, one.start())
            and not any(a < first + one.end() and first + one.start() < b for a, b in known)
            for one in words.denial.finditer(head, start)
        )

    def is_refused(self, end: int) -> bool:
        """Whether what ends there is rejected by its own predicate: `… is never read out`."""
        words = negation_in(self.language)
        behind = words.refused.match(self.folded, end)
        return bool(behind and not words.granted.search(self.folded, end, behind.end() + _FAR))

    def without_granted(self, start: int, end: int) -> str:
        """A stretch of the text without what only looks like a rejection: `it cannot hurt`."""
        return negation_in(self.language).granted.sub("", self.folded[start:end])

    def _head(self, start: int) -> str:
        """What stands before a place in its sentence, without a condition in front."""
        return self._unconditioned(self.folded[self.sentence_at(start)[0] : start])

    def _unconditioned(self, head: str) -> str:
        head = head.strip(" \"'(")
        words = negation_in(self.language)
        while cut := words.condition.match(head + " ") or words.granted_if.match(head + " "):
            head = head[cut.end() :]
        return head

    def _is_negated(self, start: int) -> bool:
        words = negation_in(self.language)
        head = self._head(start)
        clause = head
        for turn in words.turn.finditer(f"{head} "):
            if ":" in turn[0] and words.announced.search(head, 0, turn.start()):
                return True
            clause = head[turn.end() :]
        rest = self.folded[max(start - len(clause) - 1, 0) : self.sentence_at(start)[1]]
        denials = [*words.negation.finditer(clause)]
        twice = [bool(words.without.fullmatch(one[0])) for one in denials]
        if twice and twice[-1] and not all(twice):
            return False  # "do not go home without …"
        granted = [one.span() for one in words.granted.finditer(clause)] if denials else []
        for found in reversed(denials):
            if words.no_negation.match(clause, found.start()):
                continue
            if any(a < found.end() and found.start() < b for a, b in granted):
                continue
            if "," not in clause[found.end() :] or words.choice.search(rest, found.end()):
                return True
        return False

    def _is_conceded(self, start: int, end: int) -> bool:
        """Whether only some do it, and the text goes on with a `but`."""
        words, first = negation_in(self.language), self.sentence_at(start)[0]
        some = words.some.match(self.folded[first:start])
        return bool(some and words.however.search(self.folded, end))

    def _is_wrong_option(self, start: int) -> bool:
        """Whether it is an answer of a quiz in prose that is said to be wrong."""
        if not (label := _LABEL.match(self.folded, self.sentence_at(start)[0])):
            return False
        wrong = negation_in(self.language).option.finditer(self.folded, start)
        return any(label[1] in one.groups() for one in wrong)

    def _quotations(self, start: int, end: int) -> tuple[int, int]:
        """Where a row of quotations ("…", "…") around a place opens and closes."""
        text = self.folded[: end + 2 * LONGEST]
        if self.folded.count('"', 0, start) % 2 == 0:  # 'single ones'
            closing = _CLOSING.search(text, start)
            return max(text.rfind("'", 0, start), 0), closing.start() if closing else len(text)
        opened = text.rfind('"', 0, start)
        while (before := text[: max(opened, 0)].rstrip(" ,;/-")).endswith('"'):
            opened = before.rfind('"', 0, len(before) - 1)
        closed = text.find('"', start + 1)
        while (
            closed >= 0
            and (after := re.match(r'[ ,;./-]*"[^"]*', text[closed + 1 :]))
            and closed + 1 + after.end() < len(text)
        ):
            closed += 1 + after.end()
        return max(opened, 0), closed if closed >= 0 else len(text)

    def source(self, position: int) -> int:
        """The offset in the text itself of a folded character."""
        if self._places is None:
            return position
        folded, source = self._places
        at = bisect_right(folded, position) - 1
        return source[at] + position - folded[at]


_CLOSING = re.compile(r"'(?!\w)")
_LABEL = re.compile(r"\s*\(?([a-f1-6])\) ")
_NEXT_CLAUSE = re.compile(r",|\b(?:and|so|that|because|dhe|ose|or|qe|se|sepse)\b")

_BESIDE = Context(rejected=False, around="", previous="", linked="")
"""Pictures and recordings speak for themselves."""
_last: list[tuple[Course, tuple[Said, ...]]] = []


def said_in(course: Course) -> tuple[Said, ...]:
    """All texts of a course, prepared once for all checks."""
    if not _last or _last[0][0] is not course:
        _last[:] = [(course, tuple(_prepared(course)))]
    return _last[0][1]


def _prepared(course: Course) -> Iterator[Said]:
    contexts = Contexts({prose.path: prose.document for prose in course.prose})
    heard = cache(folded_with_places)  # headings, answers and advice are often said again
    for text in texts_of(course):
        folded, places = heard(text.text)
        yield Said(text, text.language, folded, contexts.of(text, folded), places)
    for text in shown_words(course):
        folded, places = heard(text.text)
        yield Said(text, text.language, folded, _BESIDE, places)
