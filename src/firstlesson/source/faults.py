"""The kinds of mistakes that keep a file from being read."""

from __future__ import annotations

from firstlesson.diagnostics import Kind, Severity, Text

UNREADABLE = Kind(
    "FIL001",
    "unreadable-file",
    Severity.ERROR,
    Text(
        sq="Një skedar që nuk lexohet do të mungonte në faqe pa e vënë re askush.",
        en="A file that cannot be read would be missing from the site without anyone noticing.",
    ),
    locked=True,
)
NOT_UTF8 = Kind(
    "FIL002",
    "not-utf8",
    Severity.ERROR,
    Text(
        sq="Skedarët ruhen në UTF-8; në kodime të tjera ë dhe ç prishen.",
        en="Files are saved as UTF-8; in other encodings ë and ç are spoilt.",
    ),
    locked=True,
)
TOO_LARGE = Kind(
    "FIL003",
    "file-too-large",
    Severity.ERROR,
    Text(
        sq="Një tekst shumë i madh është zakonisht një gabim, dhe telefonat e vjetër nuk e hapin dot.",
        en="A very large text is usually a mistake, and old phones cannot open it.",
    ),
    locked=True,
)
BROKEN_YAML = Kind(
    "SCH001",
    "broken-yaml",
    Severity.ERROR,
    Text(
        sq="Një shenjë e vetme e gabuar e bën skedarin të palexueshëm; faqja do të dilte pa të dhënat e tij.",
        en="One wrong sign makes the file unreadable; the page would appear without its data.",
    ),
    locked=True,
)
DUPLICATE_KEY = Kind(
    "SCH002",
    "duplicate-key",
    Severity.ERROR,
    Text(
        sq="Kur një çelës shkruhet dy herë, vlen vetëm njëri dhe tjetri humbet pa zhurmë.",
        en="When a key is written twice only one counts and the other is lost in silence.",
    ),
    locked=True,
)
YAML_FEATURE = Kind(
    "SCH003",
    "unsupported-yaml",
    Severity.ERROR,
    Text(
        sq="Përdoret vetëm YAML i thjeshtë (çelësa, lista, tekste), që kushdo ta lexojë njësoj.",
        en="Only plain YAML is used (keys, lists, texts), so that everyone reads it alike.",
    ),
    locked=True,
)
