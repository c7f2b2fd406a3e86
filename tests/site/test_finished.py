"""HTML that goes round Python-Markdown comes out as if it had gone through it."""

from __future__ import annotations

import re

import markdown
import pytest

from firstlesson.hosts.finished import FinishedHtml

EXTENSIONS = ["attr_list", "admonition", "md_in_html", "sane_lists", "tables"]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n<p>B &amp; *c*</p>\n\nD",
        "<section id=\"a\">\n<section>\n<h2 id='b'>B</h2>\n</section>\n</section>",
        "<h1>A</h1>\n<p>B</p>\n<ul>\n<li>C</li>\n</ul>\n\n\nD\n",
        "A\n<p>B</p>\nC",
        "<p>A</p> B\n\nC",
        "<p>A\n\nB</p>\n\nC",
        "<p>A\n\n*B*",
        "<p>A</p></p>\n\n*B*",
        '<div markdown="1">\n\n*A*\n\n<p>B</p>\n</div>\n\n<p>C</p>',
        '<div markdown="1">\n\n<section>\n\n*A*\n\n</section>\n\n</div>',
        '<div markdown="1">\n\n```\n\n</div>\n\n```\n\n</div>',
        "<div>\n\n*A*\n\n</div>\n\n*B*",
        "<section>\n<p>A</p>\n\n*B*\n\n</section>\n\n</section>\n\n*C*",
        "<p>`<p>`</p>\n\nA",
        "<p><!-- </p> --></p>\n\n*A*",
        "<pre>\n<p>*A*</p>\n</pre>\n\n*B*",
        "- A\n\n    <p>B</p>\n\n- C\n\n<p>D</p>",
        '!!! note "A"\n    <p>B</p>\n\n    C\n\n<p>D</p>',
        "<span>A</span>\n\n<hr>\n\n<table>\n<tr><td>B</td></tr>\n</table>",
        "<SECTION>A</SECTION>\n\n<details><summary>B</summary>\n<p>C</p></details>",
        "<p>A</p>  \n  \n<p>B</p>",
        "    <p>A</p>\n\n<p>B</p>",
    ],
)
def test_the_same_comes_out(text: str) -> None:
    plain = markdown.markdown(text, extensions=EXTENSIONS)
    assert markdown.markdown(text, extensions=[*EXTENSIONS, FinishedHtml()]) == plain


@pytest.mark.parametrize(
    "text",
    [
        '<div markdown="1">\n\n*A*\n\n<p>B</p>\n\n</div>\n\n<p>C</p>',
        '<section class="a" markdown="1">\n\n## A {#a}\n\n- *B*\n- C\n\n</section>\n\n*D*',
        '<div markdown="1">\n\n<section markdown="1">\n\n1. A\n2. B\n\n</section>\n\n</div>',
    ],
)
def test_of_tags_around_markdown_only_the_space_between_blocks_differs(text: str) -> None:
    plain = markdown.markdown(text, extensions=EXTENSIONS)
    ours = markdown.markdown(text, extensions=[*EXTENSIONS, FinishedHtml()])
    assert re.sub(r">\s+<", "><", ours) == re.sub(r">\s+<", "><", plain)


def test_places_in_it_can_be_linked_to() -> None:
    finished = FinishedHtml()
    text = '<section id="a">\n<p class="x" id="b">C</p>\n<a name="d"></a>\n</section>\n\n# E\n'
    markdown.markdown(text, extensions=[*EXTENSIONS, finished])
    assert finished.ids == {"a", "b", "d"}
