"""A course of any size, put together from sentences, for benchmarks: the same on every run.

Both languages, three audiences, quizzes, protocols, tables, pictures, links; the data are the project's own.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_course(root: Path, pages: int) -> int:
    """Writes a course of about so many pages; gives how many there are."""
    # Without the words of search: they lead to lessons that are not in this course.
    shutil.copytree(ROOT / "data", root / "data", ignore=shutil.ignore_patterns("needs.yml"))
    protocols = max(1, pages // 20)
    lessons = max(1, (pages - 2 * protocols - 2) // 6)
    for number in range(lessons):
        for path, text in lesson(number, lessons).items():
            write(root / "lessons" / f"lesson-{number:04}" / path, text)
    for number in range(protocols):
        for path, text in protocol(number).items():
            write(root / "protocols" / f"protocol-{number:04}" / path, text)
    stubs = sorted((ROOT / "docs").glob("*.??.md"))  # the data lead to them
    for file in stubs:
        title = file.read_text(encoding="utf-8").split("\n")[0]
        write(root / "docs" / file.name, f"{title}\n\n{para(file.name.split('.')[1], 0)}\n")
    return 6 * lessons + 2 * protocols + len(stubs)


def write(file: Path, text: str) -> None:
    """Writes one file with plain line ends."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def lesson(number: int, lessons: int) -> Mapping[str, str]:
    """All files of one lesson."""
    files = {"lesson.yml": facts(number), "quiz.yml": quiz(number), "media/bench.svg": PICTURE}
    for language in SENTENCES:
        files[f"student.{language}.md"] = student(language, number, (number + 1) % lessons)
        files[f"parent.{language}.md"] = parent(language, number)
        files[f"teacher.{language}.md"] = teacher(language, number)
    return files


def facts(number: int) -> str:
    """A `lesson.yml`."""
    points = "".join(
        f"  - sq: {sentence('sq', number + step)}\n    en: {sentence('en', number + step)}\n"
        for step in range(4)
    )
    parts = "".join(f"  - id: {name}\n    minutes: 9\n    mode: groups\n" for name in PARTS)
    return (
        f"id: lesson-{number:04}\n"
        f"name:\n  sq: Mësimi {number}\n  en: Lesson {number}\n"
        f"description:\n  sq: {sentence('sq', number)}\n  en: {sentence('en', number)}\n"
        "learningResourceType: lesson\nabout:\n  - rights-and-help\n"
        "audience:\n  - student\n  - parent\n  - teacher\n"
        "typicalAgeRange: 11-14\ntimeRequired: PT45M\n"
        f"parts:\n{parts}teaches:\n  - LO2.5.07\n"
        f"learningOutcomes:\n{points}keyPoints:\n{points}"
        "supervisionLevel: adult-leads\nhelp:\n  - police-129\n  - alo-116-111\n"
        "citation:\n  - bik-profile-2025\ncreativeWorkStatus: draft\nversion: 0.1.0\n"
        "reviewBy: 2027-02-01\nlicense: https://creativecommons.org/licenses/by-sa/4.0/\n"
    )


def quiz(number: int) -> str:
    """A `quiz.yml` with five questions."""
    questions = ""
    for index in range(5):
        options = ""
        for option in range(3):
            at = 7 * number + 3 * index + option
            options += (
                f"          - id: option-{option}\n"
                f"            text: {{sq: '{sentence('sq', at)}', en: '{sentence('en', at)}'}}\n"
                f"            correct: {'true' if option == index % 3 else 'false'}\n"
                f"            feedback: {{sq: '{sentence('sq', at + 9)}', "
                f"en: '{sentence('en', at + 9)}'}}\n"
            )
        questions += (
            f"      - id: question-{index}\n        type: single-choice\n"
            f"        text: {{sq: 'Pyetja {index} e {number}: çfarë bën ti?', "
            f"en: 'Question {index} of {number}: what do you do?'}}\n"
            f"        options:\n{options}"
        )
    return (
        "quizzes:\n  - id: practice\n    name: {sq: Ushtrim, en: Practice}\n"
        f"    use: practice\n    answers: open\n    questions:\n{questions}"
    )


def student(language: str, number: int, following: int) -> str:
    """The student's text."""
    bench, help_ = (
        ("Dy fëmijë rrinë bashkë", "Fol me [ALO 116 111](contact:alo-116-111) ose")
        if language == "sq"
        else ("Two children sit together", "Talk to [ALO 116 111](contact:alo-116-111) or")
    )
    return (
        f"{section(language, number, 'what-is-it')}"
        f"{section(language, number + 5, 'what-you-can-do', bullets=True)}"
        f"![{bench}](media/bench.svg)\n\n"
        f"{section(language, number + 11, 'if-you-see-it')}"
        f"## {title(language, number + 3)} {{#get-help}}\n\n"
        f"{help_} [129](contact:police-129). [{NAMES[language]}](lesson:lesson-{following:04}), "
        f"[{title(language, 1)}](page:index).\n\n{para(language, number + 17)}\n"
    )


def parent(language: str, number: int) -> str:
    """The parent's text."""
    rows = "".join(
        f"| {sentence(language, number + row, 'parent')} | {sentence(language, number + row + 20, 'parent')} |\n"
        for row in range(4)
    )
    head = "| Kur | Si |" if language == "sq" else "| When | How |"
    return (
        f"{section(language, number + 23, 'at-home', 'parent', bullets=True)}"
        f"## {title(language, number + 2)} {{#table}}\n\n{head}\n|---|---|\n{rows}\n"
        f"{section(language, number + 29, 'together', 'parent')}"
        f"!!! note\n    {para(language, number + 31, 'parent')}\n\n"
        f"[ALO 116 111](contact:alo-116-111): {sentence(language, number, 'parent')}\n"
    )


def teacher(language: str, number: int) -> str:
    """The teacher's text: one section for each part of the plan."""
    text = ""
    for index, part in enumerate(PARTS):
        at = number + 13 * index
        text += section(language, at, part, "teacher", bullets=index % 2 == 1)
        text += f"!!! say\n    “{sentence(language, at + 4, 'teacher')}”\n\n"
    return text.rstrip("\n") + "\n"


def protocol(number: int) -> Mapping[str, str]:
    """All files of one protocol."""
    steps = ""
    for index in range(6):
        at = number + 3 * index
        steps += (
            f"  - id: step-{index}\n"
            f"    name: {{sq: 'Hapi {index + 1}', en: 'Step {index + 1}'}}\n"
            "    roles: [class-teacher]\n    urgency: same-day\n"
            f"    action: {{sq: '{sentence('sq', at, 'teacher')}', en: '{sentence('en', at, 'teacher')}'}}\n"
            f"    say:\n      - {{sq: '{sentence('sq', at + 5, 'teacher')}', en: '{sentence('en', at + 5, 'teacher')}'}}\n"
        )
        if index < 5:
            steps += f"    next:\n      - to: step-{index + 1}\n"
    text = (
        f"id: protocol-{number:04}\nname: {{sq: Protokolli {number}, en: Protocol {number}}}\n"
        f"description: {{sq: '{sentence('sq', number, 'teacher')}', en: '{sentence('en', number, 'teacher')}'}}\n"
        "about: [rights-and-help]\naudience: [teacher]\nowner: First Lesson\n"
        "creativeWorkStatus: draft\nversion: 0.1.0\nreviewBy: 2027-02-01\n"
        f"help: [police-129, alo-116-111]\nsteps:\n{steps}"
    )
    files = {"protocol.yml": text}
    for language in SENTENCES:
        files[f"protocol.{language}.md"] = section(
            language, number + 2, "why", "teacher"
        ) + section(language, number + 9, "how", "teacher", bullets=True)
    return files


def section(
    language: str, number: int, name: str, whose: str = "student", *, bullets: bool = False
) -> str:
    """One section: a heading, two paragraphs, perhaps a list."""
    text = f"## {title(language, number)} {{#{name}}}\n\n{para(language, number, whose)}\n\n"
    if bullets:
        rows = (sentence(language, number + 31 * step, whose) for step in range(5))
        text += "".join(f"- {row}\n" for row in rows) + "\n"
    return f"{text}{para(language, number + 2, whose)}\n\n"


def title(language: str, number: int) -> str:
    """A heading."""
    return TITLES[language][number % len(TITLES[language])]


def para(language: str, number: int, whose: str = "student") -> str:
    """A paragraph: five sentences, one with a link and one with words in bold."""
    chosen = random.Random(number).sample(range(1000), 5)  # noqa: S311  # no secret
    texts = [sentence(language, index, whose) for index in chosen]
    first, second, *rest = texts[1].split(" ")
    texts[1] = f"**{first} {second}** {' '.join(rest)}"
    word = "bullizmin në internet" if language == "sq" else "cyberbullying"
    about = "Kjo faqe flet edhe për" if language == "sq" else "This page also speaks of"
    texts[3] += f" {about} [{word}](term:cyberbullying)."
    return " ".join(texts)


def sentence(language: str, number: int, whose: str = "student") -> str:
    """One sentence of those that an audience may read."""
    cores = SENTENCES[language][WHOSE.index(whose) :: len(WHOSE)]
    opening = OPENINGS[language][number // len(cores) % len(OPENINGS[language])]
    core = cores[number % len(cores)]
    return f"{opening} {core[0].lower()}{core[1:]}" if opening else core


NAMES = {"sq": "Mësimi tjetër", "en": "The next lesson"}
PARTS = ("objective", "warm-up", "group-work", "reflection", "goodbye")
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<title>Stol</title><path d="M2 10h36v3H2z"/></svg>\n'
)
WHOSE = ("student", "parent", "teacher")
TITLES = {
    "sq": ("Çfarë është", "Çfarë mund të bësh", "Nëse e sheh", "Në shtëpi", "Hapat tanë", "Më tej"),
    "en": ("What it is", "What you can do", "If you see it", "At home", "Our steps", "Further"),
}
OPENINGS = {
    "sq": ("", "Sot", "Shpesh", "Në mëngjes", "Pas mësimit", "Këtë javë", "Dhe", "Prandaj"),
    "en": ("", "Today", "Often", "In the morning", "After class", "This week", "And", "So"),
}
SENTENCES = {
    "sq": (
        "Interneti është një vend për të mësuar dhe për të luajtur.",
        "Fjalët tona mund të ndihmojnë dikë.",
        "Kur diçka nuk shkon, flasim me një të rritur.",
        "Një mik dëgjon dhe rri pranë.",
        "Në klasë dëgjojmë njëri-tjetrin me radhë.",
        "Çdo nxënës shkruan një fjalë të mirë.",
        "Pastaj i lexojmë fjalët së bashku.",
        "Grupi zgjedh një shembull dhe e shpjegon.",
        "Të gjithë kanë të drejtë të ndihen mirë.",
        "Nëse nuk je i sigurt, pyet.",
        "Një ekran nuk tregon çdo gjë.",
        "Pas çdo profili ka një njeri.",
        "Koha pa ekran bën mirë.",
        "Në mbrëmje telefoni pushon në një dhomë tjetër.",
        "Në familje flasim çdo ditë për diçka të bukur.",
        "Mësimi mbyllet me një rreth të qetë.",
        "Kush ka një pyetje, e shkruan në një fletë.",
        "Përgjigjet i lexojmë javën tjetër.",
        "Një faqe e mirë thotë kush e shkroi.",
        "Dy burime janë më mirë se një.",
        "Një foto ka një histori.",
        "Para se të dërgojmë diçka, presim pak.",
        "Një gabim mund të ndreqet.",
        "Sot mësuam diçka të re.",
        "Në oborr luajmë të gjithë bashkë.",
        "Biblioteka ka libra për çdo moshë.",
        "Një lojë e re fillon me rregulla të qarta.",
        "Rregullat i vendosim së bashku.",
        "Mësuesja i shkruan në dërrasë.",
        "Në fund secili thotë një fjalë.",
    ),
    "en": (
        "The internet is a place to learn and to play.",
        "Our words can help somebody.",
        "When something is not right, we talk to an adult.",
        "A friend listens and stays close.",
        "In class we listen to one another in turn.",
        "Every pupil writes a kind word.",
        "Then we read the words together.",
        "The group chooses an example and explains it.",
        "Everyone has a right to feel well.",
        "If you are not sure, ask.",
        "A screen does not show everything.",
        "Behind every profile there is a person.",
        "Time without a screen does us good.",
        "In the evening the phone rests in another room.",
        "At home we talk about something good every day.",
        "The lesson closes with a quiet circle.",
        "Whoever has a question writes it on a sheet.",
        "We read the answers next week.",
        "A good page says who wrote it.",
        "Two sources are better than one.",
        "A photo has a story.",
        "Before we send something we wait a little.",
        "A mistake can be put right.",
        "Today we learned something new.",
        "In the yard we all play together.",
        "The library has books for every age.",
        "A new game begins with clear rules.",
        "We make the rules together.",
        "The teacher writes them on the board.",
        "At the end each of us says one word.",
    ),
}
