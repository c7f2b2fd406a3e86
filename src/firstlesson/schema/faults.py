"""The kinds of mistakes against a schema."""

from __future__ import annotations

from firstlesson.diagnostics import Kind, Severity, Text

UNKNOWN_KEY = Kind(
    "SCH010",
    "unknown-key",
    Severity.ERROR,
    Text(
        sq="Një çelës i shkruar gabim do të anashkalohej, dhe ajo që thotë do të humbte.",
        en="A misspelt key would be passed over, and what it says would be lost.",
    ),
    locked=True,
)
MISSING_KEY = Kind(
    "SCH011",
    "missing-key",
    Severity.ERROR,
    Text(
        sq="Pa këtë të dhënë faqja do të ishte e paplotë.",
        en="Without this the page would be incomplete.",
    ),
    locked=True,
)
WRONG_VALUE = Kind(
    "SCH012",
    "wrong-value",
    Severity.ERROR,
    Text(
        sq="Vlerat kanë një formë të caktuar, që kërkimi, filtrat dhe paketat t'i kuptojnë njësoj.",
        en="Values have a fixed form, so that search, filters and packs understand them alike.",
    ),
    locked=True,
)
ONE_LANGUAGE = Kind(
    "TRN001",
    "one-language-only",
    Severity.ERROR,
    Text(
        sq="Një tekst në një gjuhë të vetme do ta linte lexuesin e gjuhës tjetër pa përgjigje.",
        en="A text in one language only would leave the reader of the other without an answer.",
    ),
    locked=True,
)
