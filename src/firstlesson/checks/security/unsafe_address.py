"""Addresses that do something else than open the page they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._html import judged
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course, Prose
from firstlesson.diagnostics import Edit, Fix, Severity, Text
from firstlesson.source.addresses import REFUSED, host_of, scheme_of, verdict
from firstlesson.source.markdown import Link
from firstlesson.source.yaml import Data, Route, YamlDocument
from firstlesson.span import Lines, Span

_TRACKER = re.compile(
    r"(?i)(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hsenc|"
    r"mkt_tok|vero_id|oly_enc_id|_openstat)="
)
"""What trackers add to the parts of an address behind its `?`."""


@check(
    "SEC003",
    severity=Severity.ERROR,
    why=Text(
        sq="Një adresë mund të nisë një program, të hapë një skedar të kompjuterit ose të çojë te "
        "dikush tjetër nga ai që tregon.",
        en="An address can start a script, open a file of the computer or lead to someone else than "
        "it shows.",
    ),
    locked=True,
)
def unsafe_address(prose: Prose, course: Course) -> Iterator[Finding]:
    """Links lead to `https://` addresses, to our own ids and to sections, and nowhere else."""
    images = [one for one in prose.document.images if verdict(one.target) != "elsewhere"]
    for link in (*prose.document.links, *images):  # pictures from elsewhere are told by REF003
        if verdict(link.target) in REFUSED:
            yield _refused(link.target, verdict(link.target), _address_of(link, prose))
    for fault in judged(prose, course).faults:
        if fault.name == "address":
            yield _refused(fault.what, fault.detail, fault.at)


@check(
    "SEC004",
    severity=Severity.WARNING,
    why=Text(
        sq="Pa `https` kushdo në të njëjtin rrjet e sheh se çfarë lexohet, ose e ndryshon.",
        en="Without `https` anyone in the same network sees what is read, or changes it.",
    ),
)
def insecure_address(prose: Prose) -> Iterator[Finding]:
    """Addresses begin with `https://`."""
    for link in prose.document.links:
        if verdict(link.target) == "insecure":
            secure = re.sub(r"(?i)^http:", "https:", link.target)
            title = Text(sq=f"shkruani `{secure}`", en=f"write `{secure}`")
            whole = link.target_span != link.span  # else there is no address to replace
            fix = Fix(title, (Edit(link.target_span, secure),), safe=False) if whole else None
            yield Finding(
                link.target_span,
                Text(sq="adresa është pa `https`", en="the address lacks `https`"),
                Text(
                    sq="provoni të njëjtën adresë me `https://`",
                    en="try the same address with `https://`",
                ),
                fix,
            )


@check(
    "SEC007",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush lexon një adresë dhe e prek, beson se shkon atje. Një adresë tjetër pas saj është "
        "mënyra e mashtruesve.",
        en="Anyone who reads an address and taps it believes to go there. Another address behind it is "
        "how frauds work.",
    ),
    locked=True,
)
def shows_another_address(prose: Prose, course: Course) -> Iterator[Finding]:
    """A link whose words are an address must lead to that very site."""
    links = [(link.text, link.target, link.span) for link in prose.document.links]
    typed = [one for one in judged(prose, course).faults if one.name == "link"]
    links.extend((one.detail, one.what, one.at) for one in typed)
    for text, target, at in links:
        said, real = _shown_host(text), host_of(target)
        if said and real and not _same_site(said, real):
            yield Finding(
                at,
                Text(
                    sq=f"teksti tregon `{shown(said)}`, por lidhja çon te `{shown(real)}`",
                    en=f"the words show `{shown(said)}`, but the link leads to `{shown(real)}`",
                ),
                Text(
                    sq="bëjini të njëjta, ose shkruani në tekst çfarë hapet",
                    en="make them the same, or let the words say what is opened",
                ),
            )


@check(
    "SEC008",
    severity=Severity.WARNING,
    why=Text(
        sq="Një adresë e shkurtuar nuk tregon ku çon, dhe i zoti i saj mund ta ndryshojë nesër.",
        en="A shortened address does not show where it leads, and its owner can change it tomorrow.",
    ),
)
def shortened_address(prose: Prose) -> Iterator[Finding]:
    """Addresses are written in full."""
    for link in prose.document.links:
        if verdict(link.target) == "shortened":
            yield Finding(
                link.target_span,
                Text(
                    sq=f"`{host_of(link.target)}` e fsheh adresën e vërtetë",
                    en=f"`{host_of(link.target)}` hides the real address",
                ),
                Text(
                    sq="hapeni dhe shkruani adresën që del",
                    en="open it and write the address it leads to",
                ),
            )


@check(
    "SEC027",
    severity=Severity.WARNING,
    why=Text(
        sq="Shenja si `utm_source` ose `fbclid` i tregojnë një firme nga erdhi lexuesi dhe kush e ndau lidhjen.",
        en="Marks such as `utm_source` or `fbclid` tell a company where a reader comes from and who shared the link.",
    ),
)
def tracked_address(prose: Prose) -> Iterator[Finding]:
    """Addresses are written without the marks of trackers."""
    for link in prose.document.links:
        page, query, anchor = _parts(link.target)
        if marks := [found[1] for part in query if (found := _TRACKER.match(part))]:
            kept = "&".join(part for part in query if not _TRACKER.match(part))
            plain = page + (f"?{kept}" if kept else "") + anchor
            title = Text(sq=f"shkruani `{shown(plain)}`", en=f"write `{shown(plain)}`")
            whole = link.target_span != link.span  # else there is no address to replace
            yield Finding(
                link.target_span,
                Text(
                    sq=f"`{shown(marks[0])}` ndjek lexuesin",
                    en=f"`{shown(marks[0])}` tracks the reader",
                ),
                title,
                Fix(title, (Edit(link.target_span, plain),), safe=True) if whole else None,
            )


@check(
    "SEC009",
    severity=Severity.ERROR,
    why=Text(
        sq="Adresat e kontakteve dhe të burimeve hapen nga çdo faqe: e gabuara çon te dikush tjetër.",
        en="The addresses of contacts and sources are opened from every page: a wrong one leads to "
        "someone else.",
    ),
    locked=True,
)
def unsafe_address_in_data(document: YamlDocument) -> Iterator[Finding]:
    """The addresses in YAML files lead to the site they show."""
    if not _ODD_HOST.search(document.text):
        return
    for route, value in _addresses(document.data):
        if value.startswith("https://") and verdict(value) in REFUSED:
            yield _refused(value, verdict(value), document.span(*route))


def _parts(address: str) -> tuple[str, list[str], str]:
    """An address, the parts of its query, and `#` with what follows."""
    before, sign, anchor = address.partition("#")
    page, _, query = before.partition("?")
    return page, query.split("&") if query else [], sign + anchor


def _address_of(link: Link, prose: Prose) -> Span:
    """Where a link's address is typed: `[1]: https://…` may stand far from `[text][1]`."""
    if link.target_span != link.span:
        return link.target_span
    found = re.search(
        rf"^[ >]*\[[^\]\n]+\]:\s*<?({re.escape(link.target)})", prose.document.text, re.MULTILINE
    )
    return Lines(prose.path, prose.document.text).span(*found.span(1)) if found else link.span


def _addresses(data: Data) -> Iterator[tuple[Route, str]]:
    waiting: list[tuple[Data, Route]] = [(data, ())]
    while waiting:
        node, route = waiting.pop()
        if isinstance(node, dict):
            waiting.extend((value, (*route, key)) for key, value in node.items())
        elif isinstance(node, list):
            waiting.extend((value, (*route, index)) for index, value in enumerate(node))
        elif "://" in node[:10]:
            yield route, node


def _refused(address: str, why: str, at: Span) -> Finding:
    said = _SAID[why]
    quoted = shown(address)
    return Finding(
        at,
        Text(sq=f"`{quoted}`: {said.sq}", en=f"`{quoted}`: {said.en}"),
        _hint(address, why),
    )


def _hint(address: str, why: str) -> Text:
    if why == "elsewhere":
        return Text(sq="shkruani `https:` para saj", en="write `https:` before it")
    if why == "scheme" and scheme_of(address) in ("data", "blob", "file"):
        return Text(
            sq="ruajeni skedarin në `media/` dhe tregojeni atje",
            en="save the file in `media/` and point to it there",
        )
    return Text(
        sq="përdorni një adresë me `https://`, të shkruar siç e tregon shfletuesi",
        en="use an address with `https://`, written as the browser shows it",
    )


_SAID = {
    "scheme": Text(
        sq="kjo adresë nuk hap një faqe, por bën diçka tjetër",
        en="this address opens no page but does something else",
    ),
    "hidden": Text(
        sq="kjo adresë e fsheh fillimin e saj të vërtetë",
        en="this address hides how it really begins",
    ),
    "elsewhere": Text(
        sq="kjo adresë çon te një faqe tjetër pa e thënë", en="this leads to another site unsaid"
    ),
    "backslash": Text(
        sq="`\\` në një adresë lexohet nga çdo shfletues ndryshe",
        en="every browser takes `\\` in an address differently",
    ),
    "user": Text(
        sq="ajo që duket para `@` nuk është faqja që hapet",
        en="what stands before `@` is not the site that is opened",
    ),
    "number": Text(
        sq="një numër në vend të emrit nuk tregon e kujt është faqja",
        en="a number in place of a name does not show whose site it is",
    ),
    "disguised": Text(
        sq="emri i faqes është i shkruar me shkronja që mashtrojnë",
        en="the name of the site is written with letters that deceive",
    ),
}

_ODD_HOST = re.compile(r"(?i)https://(?:[^\s/\"'@]*@|[\d.\[]|[^\s/\"']*(?:xn--|\\|[^\x00-\x7f]))")
_HOST_IN_TEXT = re.compile(  # whatever begins with `https://`, else what ends as sites do
    r"(?i)^\W*(?:https?://(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?=[/\s?#:]|\W*$)|(?:www\.)?((?:[\w-]+\.)+(?:al|com|org|net|eu|info|gov|edu|uk|int|io|me|app|xk|mk|it|de|gr))(?=[/\s?#:]|\W*$))"
)


@lru_cache(maxsize=4096)
def _shown_host(text: str) -> str:
    """The site that a link's words name, if they are nothing but an address."""
    words = re.sub(r"[*`_\\]", "", text).strip()
    match = _HOST_IN_TEXT.match(words) if " " not in words else None
    return (match[1] or match[2]).lower() if match else ""


def _same_site(said: str, real: str) -> bool:
    return said == real or real.endswith(f".{said}") or said.endswith(f".{real}")
