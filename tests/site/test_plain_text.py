"""Texts that are not searched for signs of Markdown come out as if they had been."""

from __future__ import annotations

import markdown
import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from firstlesson.hosts.plain_text import PlainText

EXTENSIONS = ["attr_list", "admonition", "md_in_html", "sane_lists", "tables", "toc"]


class Marked(Extension):
    """A sign that only some site's extension knows: `++new++`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # its name is given
        sign = SimpleTagInlineProcessor(r"(\+\+)(.+?)\+\+", "ins")
        md.inlinePatterns.register(sign, "marked", 50)


@pytest.mark.parametrize(
    "text",
    [
        "Thjesht një fjali, pa asgjë.",
        "# Ngrohja! {#warm-up .big}\n\nNjë fjali {: #here }\n",
        "- një\n- *dy*\n- tre `katër`\n\n1. pesë\n2. gjashtë\n",
        "Një rresht  \ni ndarë, dhe një  \n**tjetër**.",
        "| A | B |\n|---|---|\n| një | **dy** |\n| a\\|b | `c` |\n",
        "Një <span>dy</span> tre &amp; katër & pesë < gjashtë.",
        "<https://a.example/> dhe <x@a.example>, ![pamje](a.png), [lidhje](b.md), [c][d]\n\n[d]: e.md",
        "një * yll, nën_vizë, __fort__, \\*jo\\* dhe \\ vetëm",
        "<p>finished</p>\n\nPas saj.\n\n<div markdown='1'>\nBrenda *saj*\n</div>\n",
        '!!! note "Titull"\n    Brenda **kutisë**.\n\n    Ende brenda.\n',
        "**e trashë me *e pjerrët* brenda** dhe bisht\n\n> citim\n> *me* rresht",
        "një \x02klzzwxh:0000\x03 dy",
    ],
)
def test_the_same_comes_out(text: str) -> None:
    plain = markdown.markdown(text, extensions=EXTENSIONS)
    assert markdown.markdown(text, extensions=[*EXTENSIONS, PlainText()]) == plain


def test_where_an_extension_knows_another_sign_every_text_is_searched() -> None:
    assert markdown.markdown("++e re++", extensions=[Marked(), PlainText()]) == (
        "<p><ins>e re</ins></p>"
    )
