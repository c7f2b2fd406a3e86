"""That whoever meets danger is led to help, at once, and past the person who is suspected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from firstlesson.checks._registry import Finding, check
from firstlesson.checks._sentences import fold
from firstlesson.checks._ways import reached
from firstlesson.course.model import Course, Protocol
from firstlesson.diagnostics import Severity, Text
from firstlesson.schema import Localized
from firstlesson.schema.protocol import Step
from firstlesson.source.yaml import Route

_DANGER = "danger-now"
_MANY = 2
"""So many numbers for danger on one step: it is the step that calls for help."""

# As `fold` gives them.
_IN_DANGER = {
    "sq": re.compile(r"\b(?:rrezik|lenduar|vetevras|vetelend|jeten)"),
    "en": re.compile(r"\b(?:danger|hurt|suicid|self-harm|risk to life)"),
}
_NOT = {
    "sq": re.compile(r"\b(?:nuk|pa|jo|s'ka|asnje|mos)\b"),
    "en": re.compile(r"\b(?:no|not|without|isn't|none)\b"),
}
_OVER = re.compile(
    r"\b(?:kalo|kalua|mbaro|over\b|passed|past\b|pas rrezikut|after|later|me vone|mund te|may\b|might)"
)
_ELSEWHERE = {
    "sq": re.compile(r"\b(?:nuk|jo|mos|para|pa)\b"),
    "en": re.compile(r"\b(?:no|not|before|past|without)\b"),
}
"""What says in the name of a step that not this person is told, or others first."""


@check(
    "PRO014",
    severity=Severity.ERROR,
    why=Text(
        sq="Hapi që thërret ndihmë në rrezik bëhet menjëherë: “po atë ditë” ose “sipas marrëveshjes” është vonë.",
        en="The step that calls for help in danger is taken at once: “the same day” or “as agreed” is too late.",
    ),
    locked=True,
)
def danger_can_wait(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """A step that calls the numbers for danger is urgent."""
    for index, step in enumerate(protocol.data.steps):
        numbers = _numbers(step, course)
        calls = numbers >= _MANY or (step.urgency == "as-agreed" and numbers and _is_a_call(step))
        if calls and step.urgency != "at-once":
            yield Finding(
                protocol.source.span("steps", index, "urgency"),
                Text(
                    sq=f"hapi `{step.id}` thërret ndihmë për rrezikun, por `urgency` është `{step.urgency}`",
                    en=f"the step `{step.id}` calls for help in danger, but `urgency` is `{step.urgency}`",
                ),
                Text(
                    sq="shkruani `at-once`, ose hiqni numrat që nuk duhen këtu",
                    en="write `at-once`, or remove the numbers that are not needed here",
                ),
            )


@check(
    "PRO015",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush lexon “nëse ka rrezik” shkon te hapi që thërret ndihmë; kur rrugët ndërrohen, askush nuk e thërret.",
        en="Whoever reads “if there is danger” goes to the step that calls for help; where ways are swapped, nobody calls.",
    ),
    locked=True,
)
def danger_leads_past_help(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """Of two ways, the one for danger leads to the step with the numbers for danger."""
    steps = {step.id: step for step in protocol.data.steps}
    for route, ways in _choices(protocol):
        helping = {to for to, _ in ways if to in steps and _numbers(steps[to], course)}
        for index, (to, when) in enumerate(ways):
            if (
                helping
                and when is not None
                and to in steps
                and to not in helping
                and _is_danger(when)
            ):
                yield Finding(
                    protocol.source.span(*route, index, "to" if route[0] == "steps" else "start"),
                    Text(
                        sq=f"rruga për rrezikun çon te `{to}`, ku nuk thirret ndihmë",
                        en=f"the way for danger leads to `{to}`, where nobody calls for help",
                    ),
                    Text(
                        sq=f"mos deshët të shkruani `{min(helping)}`?",
                        en=f"did you mean `{min(helping)}`?",
                    ),
                )


@check(
    "PRO017",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush lexon “rrezik tani” nuk ka kohë të kërkojë numrin: rruga duhet ta çojë te ai.",
        en="Whoever reads “danger now” has no time to look for the number: the way has to lead to it.",
    ),
    locked=True,
)
def danger_reaches_no_number(protocol: Protocol, course: Course) -> Iterator[Finding]:
    """A branch for danger comes to a step with a number for danger, or the protocol's `help` has one."""
    steps = {step.id: step for step in protocol.data.steps}
    if _for_danger(protocol.data.help, course) or not _for_danger([*course.contacts], course):
        return  # that a course has no number for danger at all, CON012 tells
    edges = {step.id: [one.to for one in step.next] for step in protocol.data.steps}
    for index, branch in enumerate(protocol.data.branches):
        if branch.start not in steps or not _is_danger(branch.when) or _is_over(branch.when):
            continue
        way = reached([branch.start], edges)
        named = [one for step in way for one in steps[step].contact]
        unknown = any(one not in course.contacts for one in named)  # REF002 tells it
        if not unknown and not _for_danger(named, course):
            yield Finding(
                protocol.source.span("branches", index, "start"),
                Text(
                    sq=f"rruga për rrezikun fillon te `{branch.start}`, por askund në të nuk thirret ndihmë",
                    en=f"the way for danger begins at `{branch.start}`, but nobody on it calls for help",
                ),
                Text(
                    sq="shtoni te hapi i saj i parë një `contact` të llojit `danger-now`",
                    en="add a `contact` of the type `danger-now` to its first step",
                ),
            )


def _is_over(when: Localized) -> bool:
    """Whether a case says that the danger has passed, or may come later."""
    return any(_OVER.search(fold(text)) for text in when.root.values())


def _choices(protocol: Protocol) -> Iterator[tuple[Route, Sequence[tuple[str, Localized | None]]]]:
    """All places where the way parts, and the ways from there."""
    for index, step in enumerate(protocol.data.steps):
        if len(step.next) > 1:
            yield ("steps", index, "next"), [(one.to, one.when) for one in step.next]
    yield ("branches",), [(one.start, one.when) for one in protocol.data.branches]


def _numbers(step: Step, course: Course) -> int:
    """How many contacts for danger a step names."""
    return _for_danger(step.contact, course)


def _for_danger(ids: Sequence[str], course: Course) -> int:
    known = (course.contacts.get(one) for one in ids)
    return sum(one is not None and one.contact_type == _DANGER for one in known)


def _is_a_call(step: Step) -> bool:
    """Whether the name of a step says to call the police or for help."""
    names = [(fold(name), language) for language, name in step.name.root.items()]
    return any(language in _CALLS and _CALLS[language].search(name) for name, language in names)


_HELP = {
    "sq": r"(?:polic|emergj|urgjenc|ambulanc|ndihm|129|112|127)",
    "en": r"(?:police|emergency|ambulance|help|129|112|127)",
}
_CALLS = {
    "sq": re.compile(
        rf"^(?!mos )(?:\w+ )?(?:telefono|thirr|njofto|lajmero|kerko|kontakto|formo|raporto|denonco|merr\w* ne telefon)"
        rf"\w*(?: \w+)?(?: ne| te)? {_HELP['sq']}|^(?:flisni|fol|lidhuni|bisedoni) me (?:polic|emergj|urgjenc)|"
        rf"^(?:thirrj|njoftim|telefonat|lajmerim|raportim)\w*(?: \w+)? {_HELP['sq']}|"
        r"^(?:polici|urgjenc|ambulanc)\w* (?:njoftohet|thirret|lajmerohet|kontaktohet|duhet njoftuar|duhet thirrur)"
    ),
    "en": re.compile(
        r"^(?:the \w+ )?(?:calls?|phones?|rings?|dials?|informs?|notif(?:y|ies)|tells?|gets?|alerts?|contacts?|asks?|"
        r"reports?|speaks?|talks?)(?:(?: \w+){0,3} (?:police|emergency|ambulance|129|112|127)|(?: \w+){0,2} help)|"
        rf"^(?:the |a )?(?:call|informing|calling|alerting|notice|report)(?: to)?(?: the)? {_HELP['en']}|"
        r"^(?:the )?(?:police|ambulance) (?:is|are) (?:informed|called|told|notified|alerted)"
    ),
}


def _is_danger(when: Localized) -> bool:
    """Whether every language that we know says that there is danger."""
    known = [(fold(text), language) for language, text in when.root.items() if language in _NOT]
    return bool(known) and all(
        _IN_DANGER[language].search(text) and not _NOT[language].search(text)
        for text, language in known
    )


@check(
    "PRO016",
    severity=Severity.ERROR,
    why=Text(
        sq="Kush i tregon të dyshuarit, e lë fëmijën në duart e tij dhe e paralajmëron para policisë.",
        en="Whoever tells the person who is suspected leaves the child in their hands, and warns them before the police.",
    ),
    locked=True,
)
def suspect_is_told(protocol: Protocol) -> Iterator[Finding]:
    """Where somebody is suspected, the way does not lead to the step that tells them."""
    steps = {step.id: step for step in protocol.data.steps}
    ways: list[tuple[Route, str, Localized | None]] = [
        (("steps", at, "next", index, "to"), one.to, one.when)
        for at, step in enumerate(protocol.data.steps)
        for index, one in enumerate(step.next)
        if one.when
    ]
    branches = enumerate(protocol.data.branches)
    ways += [(("branches", at, "start"), one.start, one.when) for at, one in branches]
    for route, to, when in ways:
        if (
            to in steps
            and when is not None
            and any(_tells(steps[to], when, who) for who in _SUSPECTS)
        ):
            yield Finding(
                protocol.source.span(*route),
                Text(
                    sq=f"rruga çon te `{to}`, ku i tregohet pikërisht atij që dyshohet",
                    en=f"the way leads to `{to}`, where the very person who is suspected is told",
                ),
                Text(
                    sq="çojeni te një hap që kalon pranë tij",
                    en="lead it to a step that goes past them",
                ),
            )


def _tells(step: Step, when: Localized, who: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a case suspects somebody whom the name of a step tells to inform, in any language."""
    known = [language for language in when.root if language in who and language in step.name.root]
    return any(
        _suspects(fold(when[language]), language, who[language][0])
        and _TELLS[language].search(fold(step.name[language]))
        and re.search(who[language][1], fold(step.name[language]))
        and not _ELSEWHERE[language].search(fold(step.name[language]))
        for language in known
    )


def _suspects(when: str, language: str, role: str) -> bool:
    return bool(
        _SUSPICION[language].search(when)
        and re.search(role, when)
        and not _NOT[language].search(when)
    )


_SUSPICION = {
    "sq": re.compile(
        r"\b(?:dyshua|dyshohe|dyshim|frike nga|lendo|lendua|rreh|rrah|abuzo|dhuno)|\bshqetesim\w* (?:eshte )?per\b"
    ),
    "en": re.compile(
        r"\b(?:suspect|suspicion|afraid of|abus)|\bconcerns? (?:is |are )?(?:about|on)\b|\b(?:hurts?|harms?|beats?|beaten)\b"
    ),
}
_TELLS = {
    "sq": re.compile(
        r"^(?:njofto|trego|thuaj|lajmero|shko|flis|fol|telefono|thirr|fto|raporto|kontakto|tako|kerko|bisedo)\w*\b"
    ),
    "en": re.compile(
        r"^(?:tell|inform|notify|go to|talk|speak|call|phone|invite|report|contact|meet|ask)\b"
    ),
}
_FAMILY_SQ = r"\b(?:shtepi|famil|prind|baba|nena\b|nenes\b|njerk|gjysh|vella)"
_FAMILY_EN = r"\b(?:home|famil|parents?|father|mother|step\w+|grand\w+|brother|uncle)\b|\bfamil"
_SUSPECTS: Sequence[Mapping[str, tuple[str, str]]] = (
    {"sq": (r"\bdrejt(?:or|ues)",) * 2, "en": (r"\b(?:principal|head)\b",) * 2},
    {"sq": (_FAMILY_SQ,) * 2, "en": (_FAMILY_EN,) * 2},
    {"sq": (r"\bkujdestar",) * 2, "en": (r"\bguardian",) * 2},
    {"sq": (r"\bmesues",) * 2, "en": (r"\bteacher",) * 2},
    {"sq": (r"\bpsikolog",) * 2, "en": (r"\bpsychologist",) * 2},
    {"sq": (r"\boficer",) * 2, "en": (r"\bofficer",) * 2},
)
"""Who may be the one who harms: in the case, and in the name of the step that tells them."""
