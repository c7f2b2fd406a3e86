"""The kinds of mistakes that show only when the files are put together."""

from __future__ import annotations

from firstlesson.diagnostics import Kind, Severity, Text

UNKNOWN_FILE = Kind(
    "FIL010",
    "unknown-file",
    Severity.ERROR,
    Text(
        sq="Një skedar me emër të gabuar nuk del në faqe, dhe autori pret më kot ta shohë.",
        en="A file with a wrong name does not reach the site, and its author waits in vain.",
    ),
)
MISPLACED_ID = Kind(
    "SCH020",
    "id-not-folder",
    Severity.ERROR,
    Text(
        sq="Lidhjet e gjejnë mësimin me emrin e dosjes.",
        en="Links find a lesson by the name of its folder.",
    ),
    locked=True,
)
TWICE = Kind(
    "SCH021",
    "id-twice",
    Severity.ERROR,
    Text(
        sq="Dy gjëra me të njëjtin emër nuk dallohen: njëra do të humbte.",
        en="Two things of one name cannot be told apart: one would be lost.",
    ),
    locked=True,
)
