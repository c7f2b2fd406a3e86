"""Ways out of the site to people and programs that nobody has checked: profiles, private chats, forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from firstlesson.checks._acts import act_hits
from firstlesson.checks._index import texts_holding
from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import Said
from firstlesson.checks.privacy._words import is_made_up, words
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Contact, Source
from firstlesson.source.addresses import host_of, plain_address
from firstlesson.span import Span

_HANDLE = re.compile(r"(?<![\w@./])@([a-z0-9_](?:[a-z0-9_.]{1,28})[a-z0-9_])(?![\w@]|\.[a-z])")


@check(
    "PRV015",
    severity=Severity.WARNING,
    by_text=True,
    why=Text(
        sq="Nga adresa nuk shihet e kujt është llogaria; ajo mund të ndërrojë zot ose të mbledhë "
        "fëmijë.",
        en="The address does not show whose account it is; it may change its owner or gather "
        "children.",
    ),
)
def profile(course: Course) -> Iterator[Finding]:
    """Texts point to contacts and sources, not to profiles on social networks."""
    known = _known(course)
    for prose in course.prose:
        for link in prose.document.links:
            if plain_address(link.target) in known or _is_channel(link.target):
                continue
            if _is_profile(link.target):
                yield Finding(link.target_span, _PROFILE, _PROFILE_HINT)
    for said, start, end, address in _typed_addresses(course):
        if _is_profile(address) and not is_made_up(said) and plain_address(address) not in known:
            yield Finding(said.span(start, end), _PROFILE, _PROFILE_HINT)
    for said in texts_holding(course, "@"):
        for match in _HANDLE.finditer(said.folded):
            if match[1] not in words()["nobody"] and not is_made_up(said):
                yield Finding(said.span(*match.span()), _PROFILE, _PROFILE_HINT)


@check(
    "PRV016",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Një bisedë private me një të panjohur është vendi ku nis dëmi; ndihma jepet nga shërbime të "
        "njohura.",
        en="A private chat with a stranger is where harm begins; help comes from known services.",
    ),
    locked=True,
)
def private_channel(course: Course) -> Iterator[Finding]:
    """No link leads into a private chat or group."""
    for at in _leading_to(course, _is_channel):
        yield Finding(at, _CHANNEL, _CHANNEL_HINT)
    for _, finding in act_hits(course, "privacy", "PRV016"):
        yield finding


@check(
    "PRV022",
    severity=Severity.ERROR,
    by_text=True,
    why=Text(
        sq="Çfarë shkruan një fëmijë në një formular të huaj mbetet te të tjerë: historia, emri, adresa e pajisjes.",
        en="What a child writes into somebody else's form stays with others: the story, the name, the device's address.",
    ),
    locked=True,
)
def form_of_others(course: Course) -> Iterator[Finding]:
    """No link leads to a form or a wall on which readers write about themselves."""
    for at in _leading_to(course, _is_form):
        yield Finding(at, _FORM, _CHANNEL_HINT)


def _known(course: Course) -> frozenset[str]:
    told: list[Contact | Source] = [*course.contacts.values(), *course.sources.values()]
    urls = [one.url for one in told if one.url]
    return frozenset(plain_address(str(url)) for url in urls)


def _leading_to(course: Course, is_such: Callable[[str], bool]) -> Iterator[Span]:
    """The links and typed addresses that lead to such a place, but for contacts and sources."""
    known = _known(course)
    for prose in course.prose:
        for link in prose.document.links:
            if is_such(link.target) and plain_address(link.target) not in known:
                yield link.target_span
    for said, start, end, address in _typed_addresses(course):
        if is_such(address) and plain_address(address) not in known:
            yield said.span(start, end)


@lru_cache(maxsize=4096)
def _is_channel(address: str) -> bool:
    return not words()["channels"].isdisjoint(_places_of(address))


@lru_cache(maxsize=4096)
def _is_form(address: str) -> bool:
    if not words()["own-pages"].isdisjoint(re.split(r"[/.?#]", plain_address(address))):
        return False  # what its maker says about it
    return not words()["forms"].isdisjoint(_places_of(address))


def _places_of(address: str) -> set[str]:
    """The host of an address, the hosts above it, and every folder on the way to it."""
    place = re.sub(r"^https?://(?:www\.)?", "", plain_address(address))
    host = re.split(r"[/?#]", place)[0]
    folders = [place, *(place[:at] for at, sign in enumerate(place) if sign in "/?#")]
    above = [at + 1 for at, sign in enumerate(host) if sign == "."][:-1]
    return {folder[at:] for folder in folders for at in (0, *above)}


def _typed_addresses(course: Course) -> Iterator[tuple[Said, int, int, str]]:
    """Addresses that stand in a text without being a link: `instagram.com/somebody`."""
    for said in texts_holding(course, "/"):
        if said.text.path == "data/contacts.yml":
            continue
        for match in _TYPED.finditer(said.folded):
            yield said, *match.span(), f"https://{match[1]}"


def _is_profile(address: str) -> bool:
    host = host_of(address)
    if host not in words()["profiles"]:
        return False
    path = re.sub(r"^https?://[^/]*", "", plain_address(address)).strip("/")
    first = re.split(r"[/?#]", path)[0] if path else ""
    return bool(first) and first not in words()["own-pages"] and len(path) > 2


_TYPED = re.compile(
    r"(?<![\w@/.-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.){1,3}[a-z]{2,6}/[^\s<>()\"']*[^\s<>()\"'.,;:!?])"
)
_CHANNEL = Text(
    sq="kjo lidhje hap një bisedë ose grup privat", en="this link opens a private chat or group"
)
_FORM = Text(
    sq="kjo lidhje çon te një formular i të tjerëve", en="this link leads to a form of others"
)
_CHANNEL_HINT = Text(
    sq="tregoni një shërbim: `[…](contact:…)`", en="point to a service: `[…](contact:…)`"
)
_PROFILE = Text(
    sq="kjo është një llogari në një rrjet social", en="this is an account on a social network"
)
_PROFILE_HINT = Text(
    sq="nëse është e një organizate, shtojeni te burimet ose kontaktet dhe tregoni atë",
    en="if it is an organisation's, add it to the sources or contacts and point to that",
)
