"""WeasyPrint: from HTML to tagged PDF, one book on each core."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from firstlesson.diagnostics import Text

VARIANT = "pdf/ua-1"


def rendered(documents: Iterable[str]) -> Iterator[bytes]:
    """The PDFs of some documents, in their order."""
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        yield from pool.map(render, documents)


def render(document: str) -> bytes:
    """One PDF/UA-1."""
    from weasyprint import HTML  # noqa: PLC0415  # it takes long and needs Pango

    data = HTML(string=document).write_pdf(pdf_variant=VARIANT)
    assert isinstance(data, bytes)  # noqa: S101  # it is untyped
    return data


def unable() -> Text | None:
    """What the system lacks, if anything."""
    try:
        import weasyprint  # noqa: F401, PLC0415  # it loads Pango
    except OSError:
        return Text(
            sq="për `pdf` mungon Pango; instalojeni: në Debian e Ubuntu "
            "`apt install libpango-1.0-0 libpangoft2-1.0-0`, në macOS `brew install pango`, "
            "në Windows me MSYS2 `pacman -S mingw-w64-x86_64-pango`",
            en="`pdf` needs Pango; install it: on Debian and Ubuntu "
            "`apt install libpango-1.0-0 libpangoft2-1.0-0`, on macOS `brew install pango`, "
            "on Windows with MSYS2 `pacman -S mingw-w64-x86_64-pango`",
        )
    return None
