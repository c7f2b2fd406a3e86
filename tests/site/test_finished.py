"""HTML that goes round Python-Markdown comes out as if it had gone through it."""

from __future__ import annotations

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
        '<div markdown="1">\n\n*A*\n\n<p>B</p>\n\n</div>\n\n<p>C</p>',
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


def test_places_in_it_can_be_linked_to() -> None:
    finished = FinishedHtml()
    text = '<section id="a">\n<p class="x" id="b">C</p>\n<a name="d"></a>\n</section>\n\n# E\n'
    markdown.markdown(text, extensions=[*EXTENSIONS, finished])
    assert finished.ids == {"a", "b", "d"}
