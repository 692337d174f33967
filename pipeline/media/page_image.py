"""A page as it is kept: the bytes of one image, or of a one-page PDF when it is no mere image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.errors import InputFault

Kind = Literal["jpeg", "png", "tiff", "pdf"]

EXTENSIONS: dict[Kind, str] = {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "pdf": ".pdf"}

_PLAUSIBLE_DPI = (50.0, 1200.0)


@dataclass(frozen=True, slots=True)
class PageImage:
    """The stored bytes of a page: the same file always gives the same bytes, for they are hashed.

    A page displays as its own file says: the EXIF orientation of a photograph and the /Rotate of a PDF hold.
    ``dpi`` is None when nothing credible says it, and for a ``pdf``, which knows its size.
    """

    kind: Kind
    content: bytes
    dpi: float | None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may weigh: pages in it, pixels in one page, bytes of the file itself.

    And what opening it may take. ``unfolded_max``: bytes of its pages in all; ``stream_max``: of one PDF stream that is
    no image, decoded; ``memory_max``: bytes of memory. Seconds of the processor for a page, and in all;
    ``silence_seconds`` on the clock without a page: a busy machine is slow.
    """

    pages_max: int
    pixels_max: int
    bytes_max: int
    unfolded_max: int = 4_000_000_000
    stream_max: int = 100_000_000
    memory_max: int = 3 << 29
    page_seconds: int = 30
    cpu_seconds: int = 1800
    silence_seconds: int = 300

    def check_pages(self, pages: int) -> None:
        """Raise InputFault ``T11`` when there are too many pages, ``T10`` when there is none."""
        if pages == 0:
            raise InputFault("Le fichier ne contient aucune page.")
        if pages > self.pages_max:
            raise InputFault(f"Le fichier contient plus de {self.pages_max} pages.", "T11")

    def check_pixels(self, width: int, height: int) -> None:
        """Raise InputFault ``T11`` when an image is too large to be decoded."""
        if width * height > self.pixels_max:
            raise InputFault(
                f"Une image de {width} × {height} points dépasse la taille admise ({self.pixels_max} points).", "T11"
            )

    def check_bytes(self, size: int) -> None:
        """Raise InputFault ``T11`` when the file is too heavy, ``T10`` when it is empty."""
        if size == 0:
            raise InputFault("Le fichier est vide.")
        if size > self.bytes_max:
            raise InputFault(f"Le fichier dépasse la taille admise ({self.bytes_max} octets).", "T11")

    def check_stream(self, size: int) -> None:
        """Raise InputFault ``T11`` when what a page is drawn with unfolds to too much."""
        if size > self.stream_max:
            raise InputFault(f"Un élément du fichier PDF dépasse, décompressé, {self.stream_max} octets.", "T11")

    def check_unfolded(self, size: int) -> None:
        """Raise InputFault ``T11`` when the pages are too heavy, each on its own: they may have shared what weighs."""
        if size > self.unfolded_max:
            raise InputFault(f"Les pages du fichier dépassent la taille admise ({self.unfolded_max} octets).", "T11")


def credible_dpi(dpi: float | None) -> float | None:
    """Return ``dpi`` if a scanner could have meant it, else None."""
    low, high = _PLAUSIBLE_DPI
    return dpi if dpi is not None and low <= dpi <= high else None
