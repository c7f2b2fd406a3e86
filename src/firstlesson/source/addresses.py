"""Addresses as a browser takes them: what hides behind white space, entities and percent signs."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from urllib.parse import unquote

IDS = ("contact", "lesson", "page", "protocol", "source", "term")
"""Our own links by id."""

REFUSED = frozenset({"scheme", "hidden", "elsewhere", "backslash", "user", "number", "disguised"})
"""The verdicts under which no address may stand; the others are for a warning."""

_HIDING = re.compile(
    r"[\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+"
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):")
_LOOKS = str.maketrans("аеорсухіјѕ：／．＼", "aeopcyxijs:/.\\")  # look-alikes in a scheme
_HARMLESS_SCHEMES = {"https", "http", "mailto", "tel", "sms", "callto", *IDS}
_HOST = re.compile(r"https?://([^/?#]*)")
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?|\[[0-9a-f:.]+\]")
_SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at rb.gy t.ly
    tiny.cc lnkd.in s.id v.gd qr.ae adf.ly bl.ink short.io
    """.split()  # noqa: SIM905  # a list that one can read
)


@lru_cache(maxsize=4096)
def plain_address(address: str) -> str:
    """An address decoded, in small letters, without the signs that may hide its scheme."""
    plain = address
    for _ in range(4):
        decoded = unquote(html.unescape(plain))
        if decoded == plain:
            break
        plain = decoded
    return _HIDING.sub("", plain).lower()


def scheme_of(address: str) -> str:
    """The scheme that a browser would act on; empty for a relative address."""
    match = _SCHEME.match(plain_address(address).translate(_LOOKS))
    return match[1] if match else ""


def runs(address: str) -> bool:
    """Whether an address is a script."""
    return scheme_of(address) in ("javascript", "vbscript", "livescript", "mocha")


def dangerous(address: str) -> bool:
    """Whether an address makes a browser do something else than open a page or write to someone."""
    scheme = scheme_of(address)
    return bool(scheme) and scheme not in _HARMLESS_SCHEMES


@lru_cache(maxsize=4096)
def verdict(address: str) -> str:
    """What is wrong with the address of a link, in one word; empty where nothing is.

    `scheme`, `hidden` (its scheme is disguised), `elsewhere` (`//host`), `backslash`, `user`
    (`https://bank@other`), `number` (a bare number as host), `disguised` (letters in code),
    `insecure`, `shortened`.
    """
    plain = plain_address(address)
    scheme = scheme_of(address)
    if scheme and scheme not in _HARMLESS_SCHEMES:
        return "scheme"
    if scheme and not address.startswith(f"{scheme}:"):
        return "hidden" if address.lower().strip() != plain else ""
    if not scheme:
        if plain.translate(_LOOKS).replace("\\", "/").startswith("//"):
            return "elsewhere"
        return "backslash" if "\\" in plain else ""
    if scheme in ("http", "https"):
        return _of_host(plain)
    return ""


def host_of(address: str) -> str:
    """The host of a web address, in small letters and without `www.`."""
    match = _HOST.match(plain_address(address))
    return match[1].rpartition("@")[2].partition(":")[0].removeprefix("www.") if match else ""


def _of_host(plain: str) -> str:
    match = _HOST.match(plain)
    if not match:
        return "backslash" if "\\" in plain else "hidden"
    host = match[1]
    if "\\" in host:
        return "backslash"
    if "@" in host:
        return "user"
    host = host.partition(":")[0] if not host.startswith("[") else host
    if _NUMBERS.fullmatch(host):
        return "number"
    if "xn--" in host or not host.isascii():
        return "disguised"
    if not host.strip("."):
        return "hidden"
    if plain.startswith("http:"):
        return "insecure"
    return "shortened" if host.removeprefix("www.") in _SHORTENERS else ""
