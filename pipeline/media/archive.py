"""PDF/A-2b: the check of a page on its own, and the writing of a whole file."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Pdf, pdfa

from pipeline.errors import Defect
from pipeline.media.inert import activity

FLAVOUR = "2b"


class NotArchivable(Defect):
    """What was put together is no PDF/A."""


def archivable(content: bytes) -> bool:
    """Tell whether the PDF ``content`` does nothing but show, and PDF/A accepts it, metadata and profile mended."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            if any(activity(pdf)):
                return False
            pdfa.prepare(pdf, FLAVOUR)
            return pdfa.check(pdf, FLAVOUR).verdict == "pass"
    except pikepdf.PdfError:
        return False


def archived(pdf: Pdf) -> bytes:
    """Write ``pdf`` as PDF/A and check what was written.

    Raises NotArchivable when the check does not pass, or when anything in it does more than show.
    """
    if found := sorted(set(activity(pdf))):
        raise NotArchivable(f"a composed piece is not inert: {', '.join(found)}")
    out = BytesIO()
    try:
        pdfa.save(pdf, out, FLAVOUR)
    except pdfa.PdfaError as error:
        rules = sorted({finding.rule for finding in error.report.findings})
        raise NotArchivable(f"a composed piece is not PDF/A-{FLAVOUR}: {', '.join(rules)}") from error
    return out.getvalue()
