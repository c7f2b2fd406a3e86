"""What pictures tell beside what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstlesson.checks._media import faults_of
from firstlesson.checks._registry import Finding, check
from firstlesson.checks.security._shown import shown
from firstlesson.course.model import Course
from firstlesson.diagnostics import Severity, Text

_CLEAN = Text(
    sq="ruajeni një kopje pa të dhëna (GIMP: eksporto pa “Exif”, “XMP” dhe “IPTC”), ose bëni një "
    "pamje ekrani të saj",
    en="save a copy without data (GIMP: export without “Exif”, “XMP” and “IPTC”), or take a screenshot "
    "of it",
)
_CHILD = re.compile(
    r"(?i)\b(?:n[xz][eë]n[eë]s\w*|pupils?|students?|child(?:ren)?|f[eë]mij\w*|vajz[aëe]\w*|djal[iëe]\w*|"
    r"(?:class|grade|klas[aëe]s?)\s*(?:[ivx]{1,4}|\d{1,2})|\d{1,2}\s*(?:vje[cç]\w*|years? old))\b"
)
"""What makes a note inside a picture one on a child."""


@check(
    "PRV001",
    severity=Severity.ERROR,
    why=Text(
        sq="Telefoni e shkruan vendin brenda fotos: kush e shkarkon, e di ku është bërë, ndonjëherë "
        "shtëpinë e një fëmije.",
        en="A phone writes the place into the photo: anyone who downloads it knows where it was taken, "
        "sometimes a child's home.",
    ),
    locked=True,
)
def place_in_picture(course: Course) -> Iterator[Finding]:
    """A picture does not say where it was taken."""
    for fault in faults_of(course, "place"):
        yield Finding(
            fault.at,
            Text(
                sq=f"brenda skedarit është shënuar vendi ({shown(fault.detail)})",
                en=f"the place is noted inside the file ({shown(fault.detail)})",
            ),
            _CLEAN,
        )


@check(
    "PRV002",
    severity=Severity.ERROR,
    why=Text(
        sq="Emri i atij që bëri foton, ose numri i aparatit të tij, tregon një njeri që nuk e di.",
        en="The name of the person who took a photo, or the number of their camera, shows a person who does "
        "not know.",
    ),
    locked=True,
)
def person_in_picture(course: Course) -> Iterator[Finding]:
    """A picture does not say who made it or with which device; thanks stand in the text."""
    notes = (one for one in faults_of(course, "note") if _CHILD.search(one.detail))
    for fault in (*faults_of(course, "person", "camera"), *notes):
        yield Finding(
            fault.at,
            Text(
                sq=f"brenda skedarit është shënuar një njeri ose një aparat ({shown(fault.detail)})",
                en=f"a person or a device is noted inside the file ({shown(fault.detail)})",
            ),
            _CLEAN,
        )


@check(
    "PRV003",
    severity=Severity.ERROR,
    why=Text(
        sq="Pamja e vogël brenda fotos tregon shpesh atë që u pre ose u mbulua: një fytyrë, një emër.",
        en="The small preview inside a photo often shows what was cut off or covered: a face, a name.",
    ),
    locked=True,
)
def preview_in_picture(course: Course) -> Iterator[Finding]:
    """A picture holds no second, earlier picture of itself."""
    for fault in faults_of(course, "preview"):
        yield Finding(
            fault.at,
            Text(
                sq="brenda skedarit është edhe një figurë e dytë, e vogël",
                en="the file holds a second, small picture",
            ),
            _CLEAN,
        )


@check(
    "PRV004",
    severity=Severity.WARNING,
    why=Text(
        sq="Shënimet brenda një figure nuk i sheh askush në faqe, por kushdo që e shkarkon i lexon.",
        en="Nobody sees notes inside a picture on the page, but anyone who downloads it can read them.",
    ),
)
def note_in_picture(course: Course) -> Iterator[Finding]:
    """A picture holds no notes of its maker."""
    for fault in faults_of(course, "note"):
        if _CHILD.search(fault.detail):
            continue  # PRV002 tells it
        yield Finding(
            fault.at,
            Text(
                sq=f"brenda skedarit ka një shënim: “{shown(fault.detail)}”",
                en=f"there is a note inside the file: “{shown(fault.detail)}”",
            ),
            _CLEAN,
        )
