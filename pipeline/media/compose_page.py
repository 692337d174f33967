"""A page to deliver, and what is said of one that turns out to be broken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import img2pdf
import pikepdf
import pypdfium2

from pipeline.domain.reading import Reading
from pipeline.errors import UNDECODABLE, InputFault
from pipeline.media.page_image import Kind

_A4_INCHES = (8.27, 11.69)
_A3_LONG_INCHES = 16.6
FORMATS = ("JPEG", "PNG", "TIFF")
_FAULTS = (
    *UNDECODABLE,
    pypdfium2.PdfiumError,
    pikepdf.PdfError,
    img2pdf.ImageOpenError,
    img2pdf.JpegColorspaceError,
    img2pdf.UnsupportedColorspaceError,
    img2pdf.NegativeDimensionError,
)


@dataclass(frozen=True, slots=True)
class ComposePage:
    """A page to deliver: its stored bytes, and the degrees clockwise that turn it upright."""

    kind: Kind
    content: bytes
    dpi: float | None
    rotation: int
    reading: Reading

    @property
    def is_coloured(self) -> bool:
        """Whether its colours matter, or nobody could say."""
        return self.reading.look is None or self.reading.look.coloured

    def density(self, size: tuple[int, int]) -> float:
        """Return its dots per inch as declared, or such that a sheet of unknown size is an A4."""
        declared = self.dpi or self.reading.dpi
        if declared and max(size) / declared <= _A3_LONG_INCHES:
            return declared
        short, long = _A4_INCHES
        return max(min(size) / short, max(size) / long)


@contextmanager
def page_faults_named() -> Iterator[None]:
    """Translate what decoding, rendering and wrapping raise into faults of the file."""
    try:
        yield
    except _FAULTS as error:
        raise InputFault("Une page de la pièce est endommagée et ne peut pas être convertie.") from error
