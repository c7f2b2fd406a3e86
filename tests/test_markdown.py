"""Prose taken apart: sections, links, pictures and passages, each with its place."""

from __future__ import annotations

import pytest

from firstlesson.source.markdown import MarkdownDocument, read_markdown
from firstlesson.span import Lines, Span

PAGE = """\
Para titullit, [një](term:një).

# Titulli

## Ngrohja ë {#warm-up}

Një *fjalë* me [një **lidhje**](term:kindness), pastaj
në rreshtin tjetër ![një figurë](media/a.svg){.wide} dhe `kod`.

!!! say "Me këto fjalë"
    Mirë se [erdhe](lesson:a).

    - Pika e parë me [një](page:b)

### Tabela {#table}

| Një | Një |
|-----|-----|
| dy  | dy [tre](term:c) |

<div>HTML</div>
"""


@pytest.fixture(scope="module")
def page() -> MarkdownDocument:
    return read_markdown("a.md", PAGE)


def quoted(span: Span) -> str:
    """The characters of the page that a span covers."""
    lines = Lines("a.md", PAGE)
    start = lines.offset(span.line, span.column)
    return PAGE[start : lines.offset(span.end_line, span.end_column)]


def test_sections_reach_up_to_the_next_heading(page: MarkdownDocument) -> None:
    assert [(one.level, one.id, one.title, one.first_line) for one in page.sections] == [
        (0, "", "", 1),
        (1, "", "Titulli", 3),
        (2, "warm-up", "Ngrohja ë", 5),
        (3, "table", "Tabela", 15),
    ]
    assert "\n".join(one.text for one in page.sections) == PAGE
    assert page.title == "Titulli"
    assert page.section("warm-up") == page.sections[2]
    assert page.section("nowhere") is None


def test_a_heading_stands_without_its_id(page: MarkdownDocument) -> None:
    assert [quoted(one.heading) for one in page.sections[1:]] == ["Titulli", "Ngrohja ë", "Tabela"]


def test_links_with_their_places(page: MarkdownDocument) -> None:
    assert [(one.target, one.text) for one in page.links] == [
        ("term:një", "një"),
        ("term:kindness", "një **lidhje**"),
        ("lesson:a", "erdhe"),
        ("page:b", "një"),
        ("term:c", "tre"),
    ]
    for link in page.links:
        assert quoted(link.span) == f"[{link.text}]({link.target})"
        assert quoted(link.target_span) == link.target


def test_pictures_with_their_attributes(page: MarkdownDocument) -> None:
    [image] = page.images
    assert (image.target, image.text, image.attributes) == ("media/a.svg", "një figurë", ".wide")
    assert quoted(image.span) == "![një figurë](media/a.svg)"
    assert quoted(image.target_span) == "media/a.svg"


def test_passages_hold_only_what_is_read(page: MarkdownDocument) -> None:
    kinds = [one.kind for one in page.passages]
    assert kinds == [
        *("paragraph", "heading", "heading", "paragraph", "title", "paragraph", "paragraph"),
        *("heading", "header-cell", "header-cell", "cell", "cell"),
    ]
    text = page.passages[3].text
    assert "lidhje" in text
    assert "një figurë" in text
    assert not any(hidden in text for hidden in ("kindness", "media", "wide", "kod"))


def test_places_in_a_passage_are_places_in_the_file(page: MarkdownDocument) -> None:
    for passage in page.passages:
        for start, char in enumerate(passage.text):
            if char.strip():
                assert quoted(passage.span(start, start + 1)) == char


def test_blocks_and_what_stands_in_them(page: MarkdownDocument) -> None:
    [block] = page.blocks
    assert (block.type, block.title, block.last_line) == ("say", "Me këto fjalë", 14)
    assert quoted(block.span) == '!!! say "Me këto fjalë"'
    assert [one.block for one in page.passages[4:8]] == ["say", "say", "say", ""]


def test_raw_html_is_noted(page: MarkdownDocument) -> None:
    assert [quoted(one.span) for one in page.raw_html] == ["<div>HTML</div>"]
    inline = read_markdown("a.md", "Një <b>fjalë</b>.")
    assert [one.text for one in inline.raw_html] == ["<b>", "</b>"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("## A {#a}", "a"),
        ("## A { #a-1 }", "a-1"),
        ("## A {: #a .quiet }", "a"),
        ("A {#a}\n---", "a"),
        ("## A {.quiet}", ""),
        ("## A {#a} b", ""),
        ("## A", ""),
    ],
)
def test_the_id_of_a_heading(heading: str, name: str) -> None:
    assert read_markdown("a.md", heading).sections[0].id == name


def test_what_is_code_is_not_read() -> None:
    text = "`[a](b)`\n\n    ![](c)\n\n```\n# d\n[e](f)\n```\n"
    page = read_markdown("a.md", text)
    assert (page.links, page.images, page.title) == ((), (), "")


def test_the_same_words_twice_in_a_table_have_two_places() -> None:
    page = read_markdown("a.md", "| 1 | 1 |\n|---|---|\n| 1 | 1 |\n")
    assert [(one.span(0, 1).line, one.span(0, 1).column) for one in page.passages] == [
        (1, 3),
        (1, 7),
        (3, 3),
        (3, 7),
    ]


@pytest.mark.parametrize("text", ["", "\n", "[", "![](", "#", "!!!", "| a\n|-", "<", "<!--", "{#"])
def test_any_text_is_a_document(text: str) -> None:
    assert read_markdown("a.md", text).text == text


def test_an_address_before_a_bracket_is_not_read_as_prose() -> None:
    text = "1] <https://a.example> 2] 116 111"
    [passage] = read_markdown("a.md", text).passages
    assert "https" not in passage.text
    assert passage.text.index("116") == text.index("116")


@pytest.mark.parametrize("text", ["\r<!--", "\r\r!!! say\r"])
def test_any_line_end_will_do(text: str) -> None:
    assert read_markdown("a.md", text).path == "a.md"
