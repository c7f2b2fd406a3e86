"""An author's prose made ready for the host: links resolved, blocks titled, notes taken out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from firstlesson.course.links import Target, parse_target
from firstlesson.course.model import Course, Prose
from firstlesson.site.addresses import address_of, relative
from firstlesson.site.words import Words
from firstlesson.source.markdown import Link, MarkdownDocument, Section
from firstlesson.span import Lines, Span

_COMMENT = re.compile(r"[ \t]*<!--.*?-->[ \t]*\n?", re.DOTALL)
_BLOCK = re.compile(
    r'^([ \t]*)!!![ \t]+([a-z-]+)(?:[ \t]+"([^"]*)"|[ \t]+(\S.*?))?[ \t]*$', re.MULTILINE
)


def ready(
    prose: Prose,
    course: Course,
    words: Words,
    *,
    at: str,
    media: str = "",
    audience: str = "",
    after_headings: dict[str, str] | None = None,
    without: Sequence[Section] = (),
) -> str:
    """The Markdown that is staged for the page `at`.

    `media` is the site's folder for the author's `media/`; blocks meant for another audience than
    `audience` are left out, and so are the sections `without`, which stand on another page;
    `after_headings` holds HTML that follows a section's heading, by id.
    """
    text = prose.document.text
    lines = Lines(prose.path, text)
    edits = _link_edits(prose, lines, course, at)
    edits += _image_edits(prose.document, lines, at, media)
    edits += _foreign_blocks(prose.document, lines, course, audience)
    edits += [_gone(lines, prose.document, one.first_line, one.last_line) for one in without]
    edits += _heading_edits(prose.document, lines, after_headings or {})
    text = _edited(prose.document, edits)
    text = _COMMENT.sub("", text)
    return _BLOCK.sub(lambda match: _titled(match, words), text).strip("\n") + "\n"


def summary(prose: Prose) -> str:
    """The first paragraph as plain text, for descriptions."""
    for passage in prose.document.passages:
        if passage.kind == "paragraph" and not passage.block:
            return " ".join(plain(passage.text).split())
    return ""


def plain(text: str) -> str:
    """A passage without Markdown's signs."""
    return re.sub(r"[*_\[\]`]|!\[", "", text)


_Edit = tuple[int, int, str]


def _edited(document: MarkdownDocument, edits: list[_Edit]) -> str:
    done: list[str] = []
    cursor = 0
    for start, end, new in sorted(edits):
        if start >= cursor:  # what lies inside a block that is left out goes with it
            done += [document.text[cursor:start], new]
            cursor = end
    return "".join([*done, document.text[cursor:]])


def _offsets(lines: Lines, span: Span) -> tuple[int, int]:
    return lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)


def _link_edits(prose: Prose, lines: Lines, course: Course, at: str) -> list[_Edit]:
    edits = []
    for link in prose.document.links:
        target = parse_target(link.target) or _target_here(link, prose)
        if target is None:
            continue
        path, anchor = address_of(target, prose, course)
        if path == at and link.target.startswith("#"):
            continue
        if ":" in path:
            href = path
        else:
            href = f"{relative(path, at)}.md" + (f"#{anchor}" if anchor else "")
        edits.append(_link_edit(lines, link, href))
    return edits


def _target_here(link: Link, prose: Prose) -> Target | None:
    """A place in the same text of a lesson, which may stand on another of its pages."""
    kind, _, name = prose.owner.partition("/")
    if kind != "lessons" or not link.target.startswith("#"):
        return None
    return Target("lesson", name, prose.name, link.target[1:])


def _link_edit(lines: Lines, link: Link, href: str) -> _Edit:
    if link.target_span == link.span:  # `[text][reference]`: there is no address to replace
        return (*_offsets(lines, link.span), f"[{link.text}]({href})")
    return (*_offsets(lines, link.target_span), href)


def _image_edits(document: MarkdownDocument, lines: Lines, at: str, media: str) -> list[_Edit]:
    edits = []
    for image in document.images:
        path = relative(posixpath.join(media, posixpath.basename(image.target)), at)
        edits.append((*_offsets(lines, image.target_span), path))
    return edits


def _foreign_blocks(
    document: MarkdownDocument, lines: Lines, course: Course, audience: str
) -> list[_Edit]:
    return [
        _gone(lines, document, block.span.line, block.last_line)
        for block in document.blocks
        if audience and block.type in course.audiences and block.type != audience
    ]


def _gone(lines: Lines, document: MarkdownDocument, first: int, last: int) -> _Edit:
    """Some lines, both ends included, left out."""
    start = lines.offset(first)
    end = start + len("\n".join(document.text[start:].split("\n")[: last - first + 1]))
    return start, end, ""


def _heading_edits(document: MarkdownDocument, lines: Lines, after: dict[str, str]) -> list[_Edit]:
    edits = []
    for section in document.sections:
        if section.id in after:
            end = lines.offset(section.first_line) + len(lines.line(section.first_line))
            edits.append((end, end, f"\n\n{after[section.id]}"))
    return edits


def _titled(match: re.Match[str], words: Words) -> str:
    indent, kind, quoted, loose = match[1], match[2], match[3], match[4]
    title = quoted if quoted is not None else loose
    if title is None and f"block-{kind}" in words:
        title = words(f"block-{kind}")
    return f"{indent}!!! {kind}" + (f' "{title}"' if title is not None else "")
