"""PDF files as page images: the scan itself where a page is a scan, a bare one-page PDF elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
from pikepdf import Name, Page, Pdf
from pypdf.errors import PyPdfError

from pipeline.errors import InputFault
from pipeline.media.heavy import Weighing
from pipeline.media.page_image import Limits, PageImage
from pipeline.media.scans import scanned_image

_LOCKED = "Le fichier PDF est protégé par un mot de passe."
_CUT = "Le fichier PDF est endommagé : tronqué, sa fin manque."
_TRAILER_REACH = 2048
_DAMAGED = "Le fichier PDF est endommagé et n'a pas pu être ouvert."

# What pypdf lets out on damaged files, beside its own errors.
_PYPDF_FAULTS = (
    PyPdfError,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
)
# A page keeps what shows: no action, attachment, metadata, thumbnail or link.
_KEPT = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
)


def pdf_pages(path: Path, limits: Limits) -> Iterator[PageImage]:
    """Yield the pages of the PDF at ``path``. Raises InputFault."""
    try:
        with _open(path, limits) as pdf:
            limits.check_pages(len(pdf.pages))
            _flatten(pdf)
            weighing = Weighing(limits)
            for page in pdf.pages:
                weighing.check(page)
                yield scanned_image(page) or PageImage("pdf", _alone(pdf, page), None)
    except pikepdf.PdfError as error:
        raise InputFault(_DAMAGED) from error


def _open(path: Path, limits: Limits) -> Pdf:
    """Open with the strict reader, which mends much, else through the lenient one."""
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise InputFault(_LOCKED) from error
    except pikepdf.PdfError:
        _check_end(path)
        return pikepdf.open(BytesIO(_mended(path, limits)))
    if pdf.get_warnings():
        _check_end(path)
    return pdf


def _check_end(path: Path) -> None:
    """Refuse a damaged file without its end: mended, its missing pages would pass for blank ones."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TRAILER_REACH))
        if b"%%EOF" not in file.read():
            raise InputFault(_CUT)


def _mended(path: Path, limits: Limits) -> bytes:
    """Rewrite a damaged PDF with what pypdf can make of it."""
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputFault(_LOCKED)
        limits.check_pages(len(reader.pages))
        out = BytesIO()
        pypdf.PdfWriter(clone_from=reader).write(out)
    except _PYPDF_FAULTS as error:
        raise InputFault(_DAMAGED) from error
    return out.getvalue()


def _flatten(pdf: Pdf) -> None:
    """Turn filled-in fields and visible annotations into plain marks on their pages."""
    if not any("/Annots" in page.obj for page in pdf.pages):
        return
    if pdf.acroform.exists:
        pdf.acroform.generate_appearances_if_needed()
    pdf.flatten_annotations("screen")


def _alone(pdf: Pdf, page: Page) -> bytes:
    """Return a PDF that holds only ``page``, and of it only what shows."""
    for key in set(page.obj.keys()) - _KEPT:
        del page.obj[key]
    if int(page.obj.get("/Rotate", 0)) % 90:
        del page.obj["/Rotate"]  # readers ignore it
    page.remove_unreferenced_resources()
    with pikepdf.new() as single:
        single.pages.append(page)
        if Name.OCProperties in pdf.Root:  # without it hidden layers would show
            single.Root.OCProperties = single.copy_foreign(pdf.Root.OCProperties)
        out = BytesIO()
        single.save(out, deterministic_id=True)
    return out.getvalue()
