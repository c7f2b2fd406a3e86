"""Elements, attributes and their values that may not stand in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._html import HtmlFault, allowed, judged
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Severity, Text


@check(
    "SEC001",
    severity=Severity.ERROR,
    why=Text(
        sq="Disa pjesë të HTML-së ngarkojnë, dërgojnë ose fshehin diçka: një formular, një kornizë, "
        "një program. Lejohen vetëm ato që janë thjesht tekst.",
        en="Some parts of HTML load, send or hide something: a form, a frame, a script. "
        "Only those are allowed that are merely text.",
    ),
    locked=True,
)
def element_not_allowed(prose: Prose, course: Course) -> Iterator[Finding]:
    """Only elements of the allow-list may come out of a text."""
    for fault in judged(prose, course).faults:
        if fault.name in ("element", "declaration", "half"):
            yield _element(fault)


def _element(fault: HtmlFault) -> Finding:
    if fault.name == "declaration":
        said = Text(
            sq=f"`{shown(fault.what)}` nuk ka vend në një tekst",
            en=f"`{shown(fault.what)}` has no place in a text",
        )
    elif fault.name == "half":
        return _half(fault)
    else:
        said = Text(
            sq=f"elementi `<{shown(fault.what)}>` nuk lejohet",
            en=f"the element `<{shown(fault.what)}>` is not allowed",
        )
    close = get_close_matches(fault.what, allowed().elements, n=1, cutoff=0.7)
    hint = (
        Text(sq=f"mos deshët të shkruani `<{close[0]}>`?", en=f"did you mean `<{close[0]}>`?")
        if close and fault.what not in _INSTEAD
        else _INSTEAD.get(fault.what, _PLAIN)
    )
    return Finding(fault.at, said, hint)


def _half(fault: HtmlFault) -> Finding:
    if fault.what == "<!--":
        said = Text(
            sq="ky shënim nuk mbyllet, dhe lexuesi do ta shihte",
            en="this note is not closed, and the reader would see it",
        )
        return Finding(fault.at, said, Text(sq="mbylleni me `-->`", en="close it with `-->`"))
    if fault.what.startswith("</"):
        said = Text(
            sq=f"`{shown(fault.what)}` nuk mbyll asgjë të këtij teksti",
            en=f"`{shown(fault.what)}` closes nothing of this text",
        )
        return Finding(fault.at, said, _REMOVE)
    said = Text(
        sq=f"`{shown(fault.what)}` nuk mbyllet, dhe pjesa tjetër e faqes do të prishej",
        en=f"`{shown(fault.what)}` is never closed, and the rest of the page would break",
    )
    end = f"</{re.split(r'[^A-Za-z0-9-]', fault.what[1:])[0]}>"
    hint = Text(sq=f"mbylleni me `{end}`, ose hiqeni", en=f"close it with `{end}`, or remove it")
    return Finding(fault.at, said, hint)


@check(
    "SEC002",
    severity=Severity.ERROR,
    why=Text(
        sq="Një atribut mund të nisë një program, të fshehë një tekst ose të ndryshojë mënyrën si "
        "punon faqja.",
        en="An attribute can start a script, hide a text or change how the page works.",
    ),
    locked=True,
)
def attribute_not_allowed(prose: Prose, course: Course) -> Iterator[Finding]:
    """Only attributes of the allow-list, with allowed values, may come out of a text."""
    for fault in judged(prose, course).faults:
        if fault.name == "attribute":
            said = Text(
                sq=f"atributi `{shown(fault.what)}` nuk lejohet te `<{fault.detail}>`",
                en=f"the attribute `{shown(fault.what)}` is not allowed on `<{fault.detail}>`",
            )
            yield Finding(fault.at, said, _REMOVE)
        elif fault.name == "value":
            said = Text(
                sq=f"`{fault.what}` nuk mund të jetë `{shown(fault.detail)}`",
                en=f"`{fault.what}` cannot be `{shown(fault.detail)}`",
            )
            yield Finding(fault.at, said, _OUR_CLASS if fault.what == "class" else _REMOVE)


@check(
    "SEC005",
    severity=Severity.ERROR,
    why=Text(
        sq="Çdo gjë që shfletuesi e merr nga një vend tjetër i tregon atij se kush po e lexon faqen, "
        "dhe pa internet mungon.",
        en="Whatever the browser fetches from elsewhere tells them who is reading the page, and is "
        "missing without the internet.",
    ),
    locked=True,
)
def foreign_resource(prose: Prose, course: Course) -> Iterator[Finding]:
    """Pictures and recordings in HTML must be files of the text's own `media/`."""
    for fault in judged(prose, course).faults:
        if fault.name == "resource":
            said = Text(
                sq=f"`<{fault.detail}>` merr `{shown(fault.what)}` nga jashtë `media/`",
                en=f"`<{fault.detail}>` fetches `{shown(fault.what)}` from outside `media/`",
            )
            yield Finding(fault.at, said, _SAVE)


@check(
    "SEC006",
    severity=Severity.ERROR,
    why=Text(
        sq="Brenda HTML-së faqja nuk i ndjek lidhjet tona: lexuesi do të prekte një lidhje që nuk "
        "çon askund.",
        en="Inside HTML the site does not follow our links: the reader would tap a link that leads "
        "nowhere.",
    ),
    locked=True,
)
def link_inside_html(prose: Prose, course: Course) -> Iterator[Finding]:
    """A link by id, or to a file, must be written in Markdown, where the site can follow it."""
    for fault in judged(prose, course).faults:
        if fault.name == "unresolved":
            said = Text(
                sq=f"lidhja `{shown(fault.what)}` është brenda HTML-së",
                en=f"the link `{shown(fault.what)}` stands inside HTML",
            )
            yield Finding(fault.at, said, _IN_MARKDOWN)


_PLAIN = Text(
    sq="shkruajeni me Markdown; për shenjën `<` vetë shkruani `&lt;`, shembujt vëreni mes ``",
    en="write it in Markdown; for the sign `<` itself write `&lt;`, put examples between ``",
)
_REMOVE = Text(sq="hiqeni", en="remove it")
_SAVE = Text(
    sq="ruajeni në `media/` dhe shkruani `![Çfarë tregon](media/…)`",
    en="save it in `media/` and write `![What it shows](media/…)`",
)
_IN_MARKDOWN = Text(
    sq="shkruajeni si `[teksti](…)`, jashtë HTML-së, me rreshta bosh përreth",
    en="write it as `[text](…)`, outside HTML, with empty lines around",
)
_OUR_CLASS = Text(
    sq="klasat që fillojnë me `fl-` dhe `md-` janë të vetë faqes",
    en="classes that begin with `fl-` and `md-` belong to the site itself",
)
_FRAME = Text(
    sq="vendosni një lidhje me `https://`; faqet e të tjerëve nuk futen në tonën",
    en="put a link with `https://`; pages of others are not shown inside ours",
)
_QUIZ = Text(
    sq="pyetjet shkruhen te `quiz.yml`; faqja nuk mbledh përgjigje",
    en="questions are written in `quiz.yml`; the site collects no answers",
)
_INSTEAD = {
    "iframe": _FRAME,
    "object": _FRAME,
    "embed": _FRAME,
    "frame": _FRAME,
    "form": _QUIZ,
    "input": _QUIZ,
    "button": _QUIZ,
    "select": _QUIZ,
    "textarea": _QUIZ,
    "svg": Text(sq="ruajeni si skedar te `media/`", en="save it as a file in `media/`"),
    "script": Text(sq="faqet nuk kanë programe", en="pages hold no scripts"),
    "style": Text(sq="pamjen e jep faqja", en="the look comes from the site"),
    "math": _PLAIN,
}
