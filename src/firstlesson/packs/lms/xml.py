"""XML as text: small trees that are written once and never read again."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def tag(name: str, *inside: str, **attributes: str) -> str:
    """An element; `inside` is XML, and the name of an attribute may have _ for its hyphens."""
    said = [f" {key.replace('_', '-')}={quoteattr(value)}" for key, value in attributes.items()]
    start = f"{name}{''.join(said)}"
    return f"<{start}>{''.join(inside)}</{name}>" if inside else f"<{start}/>"


def text(plain: str) -> str:
    """A plain text as XML."""
    return escape(plain)
