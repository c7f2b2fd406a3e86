"""Typst: from a book's XML to a tagged PDF, and that as small as its format allows."""

from __future__ import annotations

import io
from functools import cache
from importlib import resources
from pathlib import Path

from firstlesson.diagnostics import Text
from firstlesson.packs.form import NotPossibleError
from firstlesson.packs.pdf.fonts import typeface


def printed(document: str, *, site: Path, work: Path) -> bytes:
    """One PDF/UA-1; its pictures are files of `site`, and `work` is a folder for what is passing."""
    import typst  # noqa: PLC0415  # only this form needs it

    try:
        data, _ = laid_out(document, site=site, work=work)
    except typst.TypstError as error:
        told = str(error.message)
        raise NotPossibleError(
            Text(sq=f"`pdf` nuk u bë dot: {told}", en=f"`pdf` could not be made: {told}")
        ) from error
    return small(data)


def laid_out(document: str, *, site: Path, work: Path) -> tuple[bytes, list[str]]:
    """A PDF as Typst writes it, and what it warns of; it refuses what is not PDF/UA-1."""
    import typst  # noqa: PLC0415  # only this form needs it

    faces = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[typeface(work / "typeface")],
    )
    data, warnings = typst.compile_with_warnings(  # type: ignore[call-overload]  # its types want root as bytes too
        _paper(),
        root=str(site),
        font_paths=faces,
        format="pdf",
        sys_inputs={"book": document},
        pdf_standards="ua-1",
    )
    assert isinstance(data, bytes)  # noqa: S101  # for the type checker
    return data, [str(one.message) for one in warnings]


def small(data: bytes) -> bytes:
    """The same PDF with its many small objects packed together: a third of the size."""
    import pikepdf  # noqa: PLC0415  # only this form needs it

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


@cache
def _paper() -> bytes:
    return (resources.files("firstlesson.packs.pdf") / "paper.typ").read_bytes()
