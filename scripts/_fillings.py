"""Files filled with one thing, as much of it as is just allowed: what is refused at once tells nothing of speed."""

from __future__ import annotations

from collections.abc import Iterator

_FILE = 480_000
"""Bytes, a little fewer than a file may have."""
_LINE = 3_900
"""Characters, a few fewer than a paragraph may have."""
_PARAGRAPHS = 7_900
_ROWS = 9_800

# fmt: off
_WORDS = [
    "fjalë ", "kjo është ", "the you are ", "che non con della ", "nuk ", "mos ", "never ", "Ana Hoxha ",
    "Rruga ", "lindur ", "12 vjeç ", "foto e fëmijës ", "ruaje foton ", "fshije. ", "dërgoja ", "116 111 ",
    "0112 ", "+355 4 ", "69 123 4567 ", "AA 123 BB ", "12% ", "2,5 ", "neni 5 ", "burimi: ", "sipas ", "shih: ",
    "a@b.al ", "@ana ", "www.a.al ", "https://a.al/?utm_a=b ", "ABC ", "N D A L ", "a. ", "a! ", "a? ", "e ",
    "\N{GRINNING FACE} ", "e\u0308 ", "tre\u0261o ", "a\u00ad", "p\u0430 ", "5 minuta ", "24 orë ", "menjëherë ", "kuq ",
    "majtas ", "këtu ", "xxx ", "lorem ipsum ", "TODO ", "... ", "- ", "– ", "/", "'", '"a" ', "„a“ ", "“a ", "(a) ", "(",
    ") ", ": ", "; ", ", ", "=", "1", "1.", "1,", "12:30 ", "1.1.2020 ", "2020 ", "€", "5 € ", "pa vizë", "a-", "a_",
    "nga frika ", "you must not ", "do not tell anyone ", "mos i trego askujt ", "Instituti ", "ligji nr. ",
]
_SIGNS = [
    "*a* ", "**a** ", "*", "**", "_a_ ", "_", "`a` ", "` ", "`` ", "~~a~~ ", "==a== ", "^a^ ", "&#97;", "`&#97;` ", "&euml;",
    "&amp;", "&", "\\", "\\a", "{", "}", "{a} ", "*a*{lang=en} ", "*a*{.b} ", "*a*{title=b} ", "a{: b} ", "{{ ", "{% ",
    "a|b ", "$a$ ", "+", "++a++ ", "[^a] ", ":a: ", "<!-- a --> ", "--> ", "> ", "# ", "!", "](", "](a) ", "]: ", "|",
]
_BEHIND = [
    "{lang=en}", "{lang=it}", "{: .a}", "{: title=b}", "{#a}", "{.decorative}", "=", ": a", "  a", "^ a", "|", "a\\",
]
_LINKS = [
    "[a](contact:helpline)", "[a](contact:helpline){href=b}", "[116 111](contact:helpline)", "[a](term:kindness)",
    "[këtu](lesson:kind-words)", "[a](https://a.al/?utm_a=b&utm_c=d&e=f)", "[a](#a)", "[a](b.md)", "[a][b]", "[a]",
    "![a](media/hello.svg)", "![](media/hello.svg)", "[**a**](page:index)", "[a](<b c>)", "[a](b 'c')",
]
# fmt: on


def fillings() -> Iterator[tuple[str, str, bytes]]:
    """A name, a path in the small course, and what stands there."""
    for piece in (*_WORDS, *_SIGNS):
        short = piece * max(1, _FILE // _PARAGRAPHS // len(piece.encode()) - 1)
        long = piece * (_LINE // len(piece))
        yield _page(f"paragraphs of {piece!r}", f"Fjalë {short}\n\n", _PARAGRAPHS)
        yield _page(f"long lines of {piece!r}", f"Fjalë {long}\n\n", _PARAGRAPHS)
        yield _page(f"rows of {piece!r}", f"- Fjalë {piece}\n", _ROWS)
        lines = f"Fjalë {piece}\n" * (_LINE // (len(piece) + 7)) + "\n"
        yield _page(f"lines of {piece!r}", lines, _PARAGRAPHS)
    for sign in _BEHIND:
        yield _page(f"{sign!r} behind", f"Kjo është the you are fjalë.\n{sign}\n\n", _PARAGRAPHS)
    for link in _LINKS:
        yield _page(f"links {link}", f"Fjalë {link} të mira.\n\n", _PARAGRAPHS)
        yield _page(f"many links {link}", f"Fjalë {link * 20} të mira.\n\n", _PARAGRAPHS)
    yield _page("cells", "| a | b |\n|---|---|\n" + "| fjalë | 5 |\n" * 6_000 + "\n", 1)
    yield _page("tables", "| a | b |\n|---|---|\n| fjalë | 5 |\n\n", 1_500)
    yield _page("sections", "## Fjalë\n\nKjo është një fjali.\n\n", 390)
    yield _page("blocks", '!!! say "a"\n    Kjo është një fjali.\n\n', 990)
    yield _page("notes", "<!-- Kjo është një fjali. -->\n\n", _PARAGRAPHS)
    yield _page("marked", '<span lang="en">the you are</span> fjalë\n\n', 390)
    yield _page("code", "```\nfjalë &#97;\n```\n\n", 6_000)
    yield from _lists()


def _page(name: str, part: str, most: int) -> tuple[str, str, bytes]:
    number = min(most, _FILE // len(part.encode()))
    return f"filled with {name}", "docs/index.sq.md", ("# Fjalë\n\n" + part * number).encode()


def _lists() -> Iterator[tuple[str, str, bytes]]:
    """Lists of data with as many members as there is room for."""
    name = "name: {{sq: Fjalë e mirë {n}, en: Kind word {n}}}\n"
    members = {
        ("data/glossary.yml", "terms:\n"): f"  - id: t{{n}}\n    {name}    definition: {{{{sq: Kur flet mirë t{{n}}., en: When you speak well t{{n}}.}}}}\n    status: standard\n",
        ("data/contacts.yml", "contacts:\n"): f'  - id: c{{n}}\n    {name}    contactType: talk\n    does: {{{{sq: Të dëgjon., en: Listens to you.}}}}\n    telephone: "1{{n}}"\n',
        ("data/sources.yml", "sources:\n"): f"  - id: s{{n}}\n    {name}    url: https://a{{n}}.example/\n",
        ("lessons/kind-words/scenario.yml", "scenarios:\n  - id: a\n    name: {sq: Fjalë, en: Words}\n    form: choices\n    scenes:\n"): f"      - id: s{{n}}\n        {name}        text: {{{{sq: Ana është e re {{n}}., en: Ana is new {{n}}.}}}}\n        choices:\n          - {{{{id: a, text: {{{{sq: Po {{n}}, en: Yes {{n}}}}}}, feedback: {{{{sq: Po., en: Yes.}}}}, to: s{{m}}}}}}\n",
        ("lessons/kind-words/quiz.yml", "quizzes:\n  - id: a\n    name: {sq: Fjalë, en: Words}\n    use: practice\n    answers: open\n    questions:\n"): "      - id: q{n}\n        type: single-choice\n        text: {{sq: Cila fjalë është e mirë {n}?, en: Which word is kind {n}?}}\n        options:\n          - {{id: a, text: {{sq: Po {n}, en: Yes {n}}}, correct: true, feedback: {{sq: Po., en: Yes.}}}}\n          - {{id: b, text: {{sq: Jo {n}, en: No {n}}}, correct: false, feedback: {{sq: Provo., en: Try.}}}}\n",
        ("protocols/listen/protocol.yml", "id: listen\nname: {sq: Kur, en: When}\nsteps:\n"): f"  - id: s{{n}}\n    {name}    roles: [teacher]\n    urgency: at-once\n    action: {{{{sq: Dëgjojeni fëmijën {{n}}., en: Listen to the child {{n}}.}}}}\n    next:\n      - to: s{{m}}\n",
    }  # fmt: skip
    for (path, head), member in members.items():
        text, number = head, 0
        while len(text) < _FILE:
            text += member.format(n=number, m=number + 1)
            number += 1
        yield f"filled with {number} of {path}", path, text.encode()
    keys = "".join(f"k{number}: {{sq: Fjalë, en: Words}}\n" for number in range(_FILE // 40))
    escapes = "".join(f'k{number}: "' + r"\x61\" \u202e\a " * 150 + '"\n' for number in range(160))
    yield "filled with escapes", "lessons/kind-words/lesson.yml", escapes.encode()
    yield "filled with keys", "lessons/kind-words/lesson.yml", keys.encode()
