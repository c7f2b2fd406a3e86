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
SYMBOLIC_LINK = Kind(
    "FIL020",
    "symbolic-link",
    Severity.ERROR,
    Text(
        sq="Një lidhje mund të çojë jashtë projektit, e në një arkiv ose te një tjetër thyhet.",
        en="A link may lead out of the project, and in an archive or on another computer it breaks.",
    ),
    locked=True,
)
NOT_A_PLAIN_FILE = Kind(
    "FIL021",
    "not-a-plain-file",
    Severity.ERROR,
    Text(
        sq="Një pajisje ose një kanal nuk ka fund: kush e lexon, pret përgjithmonë.",
        en="A device or a pipe has no end: anyone who reads it waits for ever.",
    ),
    locked=True,
)
NAME_NOT_PORTABLE = Kind(
    "FIL022",
    "name-not-portable",
    Severity.ERROR,
    Text(
        sq="Kursi kopjohet në USB, në arkiva dhe në Windows; disa emra humbin ose prishen atje.",
        en="The course is copied to USB sticks, archives and Windows; some names are lost or spoilt there.",
    ),
    locked=True,
)
NAMES_COLLIDE = Kind(
    "FIL023",
    "names-collide",
    Severity.ERROR,
    Text(
        sq="Në Windows dhe macOS dy emra të tillë janë një skedar i vetëm: njëri e fshin tjetrin.",
        en="On Windows and macOS two such names are one file: one wipes out the other.",
    ),
    locked=True,
)
PATH_TOO_LONG = Kind(
    "FIL024",
    "path-too-long",
    Severity.ERROR,
    Text(
        sq="Windows nuk i hap skedarët me rrugë shumë të gjata, as kur shpaketohet arkivi.",
        en="Windows does not open files at the end of a very long way, nor unpacks them.",
    ),
    locked=True,
)
TOO_MANY_FILES = Kind(
    "FIL025",
    "too-many-files",
    Severity.ERROR,
    Text(
        sq="Kaq shumë skedarë janë shenjë se këtu ra diçka tjetër, dhe asgjë nuk do të kontrollohej deri në fund.",
        en="So many files are a sign that something else fell in here, and nothing would be checked to the end.",
    ),
    locked=True,
)
NAMED_LIKE_A_FILE = Kind(
    "FIL026",
    "folder-named-like-a-file",
    Severity.ERROR,
    Text(
        sq="Një dosje me emër skedari e fsheh skedarin që mungon.",
        en="A folder with the name of a file hides that the file is missing.",
    ),
    locked=True,
)
BYTE_ORDER_MARK = Kind(
    "FIL030",
    "byte-order-mark",
    Severity.ERROR,
    Text(
        sq="Shenja e padukshme në fillim i pengon programet e tjera ta njohin rreshtin e parë.",
        en="The invisible mark at the start keeps other programs from recognising the first line.",
    ),
    locked=True,
)
CONTROL_CHARACTER = Kind(
    "FIL031",
    "control-character",
    Severity.ERROR,
    Text(
        sq="Shenjat e komandimit nuk shihen, por e ndërpresin ose e ndryshojnë atë që lexohet.",
        en="Control characters are not seen, but they cut off or change what is read.",
    ),
    locked=True,
)
BIDI_CONTROL = Kind(
    "FIL032",
    "bidi-control",
    Severity.ERROR,
    Text(
        sq="Këto shenja e kthejnë mbrapsht tekstin: lexuesi sheh diçka tjetër nga ajo që është shkruar.",
        en="These characters turn text around: the reader sees something else than what is written.",
    ),
    locked=True,
)
INVISIBLE_CHARACTER = Kind(
    "FIL033",
    "invisible-character",
    Severity.ERROR,
    Text(
        sq="Një shenjë e padukshme e ndan fjalën: kërkimi dhe lexuesi i ekranit nuk e gjejnë më.",
        en="An invisible character splits a word: neither the search nor a screen reader knows it any more.",
    ),
    locked=True,
)
LOOK_ALIKE = Kind(
    "FIL034",
    "look-alike-letters",
    Severity.ERROR,
    Text(
        sq="Shkronja të një alfabeti tjetër duken njësoj, por kërkimi nuk i gjen dhe adresat çojnë te një tjetër.",
        en="Letters of another alphabet look the same, but no search finds them and addresses lead to someone else.",
    ),
    locked=True,
)
NOT_COMPOSED = Kind(
    "FIL035",
    "letters-in-pieces",
    Severity.ERROR,
    Text(
        sq="Kur ë ruhet si e dhe dy pika veçmas, kërkimi, lidhjet dhe krahasimi me përkthimin nuk e gjejnë.",
        en="When ë is stored as e and two separate dots, neither search nor links nor the comparison with the translation find it.",
    ),
    locked=True,
)
MIXED_LINE_ENDS = Kind(
    "FIL036",
    "mixed-line-ends",
    Severity.ERROR,
    Text(
        sq="Fundet e përziera të rreshtave i bashkojnë ose i shumëfishojnë rreshtat në redaktorë të tjerë.",
        en="Mixed line ends join or double lines in other editors.",
    ),
)
PILED_MARKS = Kind(
    "FIL037",
    "piled-marks",
    Severity.ERROR,
    Text(
        sq="Shumë shenja mbi një shkronjë mbulojnë rreshtat e tjerë dhe nuk lexohen me zë.",
        en="Many marks on one letter cover the other lines and cannot be read aloud.",
    ),
    locked=True,
)
NO_CHARACTER = Kind(
    "FIL038",
    "damaged-character",
    Severity.ERROR,
    Text(
        sq="Kjo shenjë tregon një tekst të prishur, ose te lexuesi del si një katror bosh.",
        en="This sign tells of spoilt text, or appears to the reader as an empty square.",
    ),
    locked=True,
)
TAB_INDENTATION = Kind(
    "FIL039",
    "tab-indentation",
    Severity.WARNING,
    Text(
        sq="Redaktorët e tregojnë tabulimin me gjerësi të ndryshme; lista ose blloku mbaron tjetër vend nga ç\u2019duket.",
        en="Editors show a tab in different widths; a list or block ends elsewhere than it seems.",
    ),
)
TRAILING_BACKSLASH = Kind(
    "FIL040",
    "trailing-backslash",
    Severity.WARNING,
    Text(
        sq="Faqja e tregon këtë vijë të pjerrët; disa redaktorë e fshehin.",
        en="The site shows this backslash; some editors hide it.",
    ),
)
STRANGE_SPACE = Kind(
    "FIL041",
    "strange-space",
    Severity.WARNING,
    Text(
        sq="Në fillim të rreshtit vetëm hapësira e zakonshme ndërton lista, tituj dhe blloqe.",
        en="At the start of a line only the ordinary space makes lists, headings and blocks.",
    ),
)
TOO_COMPLEX = Kind(
    "FIL045",
    "too-tangled",
    Severity.ERROR,
    Text(
        sq="Një tekst i tillë është zakonisht një gabim kopjimi, dhe e ngatërron programin që bën faqen.",
        en="Such a text is usually a slip of copying, and it entangles the program that makes the site.",
    ),
    locked=True,
)
MERGE_CONFLICT = Kind(
    "FIL046",
    "merge-conflict",
    Severity.ERROR,
    Text(
        sq="Dy versione të një teksti që nuk u bashkuan do të dilnin te lexuesi njëri pas tjetrit, me shenjat mes tyre.",
        en="Two versions of a text that were not made one would reach the reader one after the other, signs and all.",
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
CUT_BY_COMMENT = Kind(
    "SCH004",
    "cut-by-comment",
    Severity.WARNING,
    Text(
        sq="Gjysma e fjalisë humbet pa zhurmë: lexuesi merr vetëm atë që qëndron para `#`.",
        en="Half of the sentence is lost in silence: the reader gets only what stands before `#`.",
    ),
)
