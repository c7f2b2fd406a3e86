"""The index by itself: what is folded and stemmed alike, what it holds, and how large it grows."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from firstlesson.course import load
from firstlesson.course.model import Course
from firstlesson.site.search.entries import Entry
from firstlesson.site.search.files import search_files
from firstlesson.site.search.folding import words
from firstlesson.site.search.index import index_files
from firstlesson.site.search.stemming import phrase, stem
from firstlesson.site.search.table import Table, table_of
from firstlesson.site.search.text import Passage, passages
from firstlesson.site.words import words_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = 1_000
BUDGET = 40 * 1024


@pytest.mark.parametrize(
    ("language", "text", "folded"),
    [
        ("sq", "Ngacmojnë, ÇFARË?", ["ngacmojne", "cfare"]),
        ("sq", "t'i S’kam", ["t", "i", "s", "kam"]),
        ("sq", "bullizëm rrugë ndihmw", ["bulizem", "ruge", "ndihme"]),
        ("en", "Don't bully my friend's 116 111", ["dont", "buly", "my", "friends", "116", "111"]),
    ],
)
def test_words_are_folded(language: str, text: str, folded: list[str]) -> None:
    assert words(text, table_of(language)) == folded


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("sq", "ngacmim ngacmimi ngacmimet ngacmimeve ngacmoj ngacmon ngacmojnë ngacmuar ngacmues"),
        ("sq", "kërcënim kërcënimin kercenimet kërcënoj kërcënon kërcënojnë kërcënuar kercenohem"),
        ("sq", "bullizëm bullizmi bulizmit bullizim bullizimi bullizmin"),
        ("sq", "foto fotoja fotot foton fotos fotove"),
        ("sq", "ndihmë ndihma ndihmën ndihmës ndihmoj ndihmon ndihmojnë ndihmoni ndihmuar"),
        ("sq", "fëmijë fëmija fëmijës fëmijën fëmijët fëmijëve femije"),
        ("sq", "nxënës nxënësi nxënësit nxënësve nxënëse nxënëset nxënësja"),
        ("sq", "prindër prindërit prindërve prindi prindit"),
        ("sq", "shpërndan shpërndau shpërndanë shpërndarë shpërndahet shpërndarje"),
        ("sq", "shok shoku shokut shokët shokëve shoqe shoqen shoqja"),
        ("sq", "policia policisë policinë polici"),
        ("sq", "tallin tallen tallje tall tallet"),
        ("en", "bully bullies bullied bullying bullyed"),
        ("en", "threat threats threaten threatens threatened threatening"),
        ("en", "picture pictures photo-picture"),
        ("en", "harass harassed harassing harassment harassments"),
        ("en", "blackmail blackmailed blackmailing blackmailer"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    table = table_of(language)
    found = {stem(word, table) for form in forms.split() for word in words(form, table)[-1:]}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("sq", "kërcënim", "kërcim"),
        ("sq", "mësim", "mesazh"),
        ("sq", "shok", "shkollë"),
        ("sq", "internet", "intime"),
        ("en", "harm", "harass"),
        ("en", "report", "repeat"),
    ],
)
def test_other_words_have_other_stems(language: str, one: str, other: str) -> None:
    table = table_of(language)
    first, second = (words(word, table)[0] for word in (one, other))
    assert stem(first, table) != stem(second, table)


def test_a_phrase_of_small_words_keeps_them() -> None:
    table = table_of("sq")
    assert phrase("po më kërcënon me foto", table) == ["kercen", "foto"]
    assert phrase("nuk dua të jetoj", table) == ["nuk", "dua", "jet"]
    assert phrase("ndihmë", table) == ["ndihm"]


def test_a_language_without_a_table_is_searched_as_it_is_written() -> None:
    table = table_of("xx")
    assert table is table_of("xx")
    assert isinstance(table, Table)
    assert [stem(word, table) for word in words("Żółte słowa", table)] == ["zołte", "słowa"]


def test_a_page_is_read_without_signs_and_without_answers() -> None:
    body = """# Title

<p class="fl-note">A draft.</p>

First **words** with a [link](other.md#x){.more}.

## Signs {#signs}

!!! say "Say this"
    One.

- two
- three &amp; four

<section class="fl-quiz"><h2 id="quiz-a">Quiz</h2><p>The answer</p></section>

<h3 class="x" id="html">In HTML</h3>
<p>five</p>
"""
    assert passages(body) == (
        Passage("", "Title", "First words with a link."),
        Passage("signs", "Signs", "Say this. One. two three & four"),
        Passage("html", "In HTML", "five"),
    )


def test_a_pack_gets_an_index_of_its_own_pages_alone(own: Course) -> None:
    files = search_files([], own, words_of("sq"))
    assert set(files) == {"engine.js", "sq/index.js"}


def test_the_index_says_nothing_that_waits_for_confirmation(own: Course) -> None:
    for language in own.languages:
        text = index_files([], own, words_of(language))["index.js"]
        said = json.loads(text.partition(",")[2].rpartition(")")[0])
        assert [need[0] for need in said["needs"]] == list(own.needs)
        assert all(need[3] for need in said["needs"])
        assert "konfirm" not in text
        assert "to be confirmed" not in text


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_thousand_pages_stay_below_the_budget(language: str, own: Course) -> None:
    files = index_files(thousand(own, language), own, words_of(language))
    size = {name: len(gzip.compress(text.encode(), 6)) for name, text in files.items()}
    table = table_of(language)
    blocks = json.loads(files["index.js"].partition(",")[2].rpartition(")")[0])["blocks"].split()

    def block(word: str) -> str:
        one = stem(word, table)
        return f"b{max(at for at, first in enumerate(blocks) if first <= one)}.js"

    largest = max(size[name] for name in size if name[0] == "b")
    letter = max(size[name] for name in size if name.startswith("w-"))
    first = words("kërcënimi" if language == "sq" else "threatening", table)[0]
    assert size["index.js"] + size[block(first)] <= BUDGET
    assert size["index.js"] + 2 * largest <= BUDGET  # two words, or a word that two blocks share
    assert size["index.js"] + letter + largest <= BUDGET  # a misspelt word


@pytest.fixture(scope="module")
def own() -> Course:
    return load(ROOT)[0]


def thousand(course: Course, language: str) -> list[Entry]:
    """Pages of real sentences of the course, mixed anew: the words are as many as in real texts."""
    chance = random.Random(1)  # noqa: S311  # the same pages in every run
    sentences, titles = [], []
    for one in course.prose:
        if one.language == language:
            sentences += [p.text for p in one.document.passages if p.kind == "paragraph"]
            titles += [section.title for section in one.document.sections]
    vocabulary = [word for text in sentences for word in text.split() if len(word) > 5]
    entries = []
    for number in range(PAGES):
        lesson, audience = divmod(number, 4)
        chance.seed(lesson)
        name = " ".join(chance.sample(vocabulary, 5)).capitalize()
        chance.seed(number)
        made = [
            f"{word[:-2]}{chance.choice('bdfgkmprtvz')}{word[-2:]}"
            for word in chance.sample(vocabulary, 8)
        ]
        text = " ".join([*chance.sample(sentences, min(25, len(sentences))), *made])
        entries.append(
            Entry(
                f"lessons/lesson-{lesson}/{('student', 'parent', 'teacher', 'easy')[audience]}",
                name,
                ("Për nxënësit", "Për prindërit", "Për mësuesit", "Tekst i thjeshtuar")[audience],
                ("student", "parent", "teacher", "student")[audience],
                tuple(chance.sample(titles, 8)),
                chance.choice(sentences),
                tuple(Passage(f"s{at}", chance.choice(titles), text) for at in range(1)),
            )
        )
    return entries
