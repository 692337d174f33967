"""JPEG, PNG, TIFF and HEIC files as page images."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Literal

import pi_heif
from PIL import Image

from pipeline.errors import UNDECODABLE, InputFault
from pipeline.media.page_image import Limits, PageImage, credible_dpi

_PNG_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16"})
_JPEG_DRAFT = 8


def jpeg_page(content: bytes, limits: Limits) -> PageImage:
    """Return a JPEG file as it is, once it is known to decode to its end."""
    with _faults_named("JPEG"), Image.open(BytesIO(content), formats=("JPEG",)) as image:
        limits.check_pixels(*image.size)
        check_jpeg(image)
        return PageImage("jpeg", content, _dpi_of(image))


def check_jpeg(image: Image.Image) -> None:
    """Decode a JPEG just enough (an eighth of its size) to raise on a truncated one."""
    image.draft(None, (image.width // _JPEG_DRAFT, image.height // _JPEG_DRAFT))
    image.load()


def png_page(content: bytes, limits: Limits) -> PageImage:
    """Return a PNG file as it is, once it is known to decode to its end."""
    with _faults_named("PNG"), Image.open(BytesIO(content), formats=("PNG",)) as image:
        limits.check_pixels(*image.size)
        image.load()
        return PageImage("png", content, _dpi_of(image))


def tiff_pages(content: bytes, limits: Limits) -> Iterator[PageImage]:
    """Yield the frames of a TIFF file, losslessly: bitonal ones in G4, the others as PNG."""
    with _faults_named("TIFF"):
        image = Image.open(BytesIO(content), formats=("TIFF",))
        frames = int(getattr(image, "n_frames", 1))
    limits.check_pages(frames)
    with image:
        for frame in range(frames):
            with _faults_named("TIFF"):
                image.seek(frame)
                limits.check_pixels(*image.size)
                dpi = _dpi_of(image)
                image.load()
                page = _lossless(image, dpi)
            yield page


def heic_pages(content: bytes, limits: Limits) -> Iterator[PageImage]:
    """Yield the images of a HEIC file as PNG, turned as the telephone meant them."""
    with _faults_named("HEIC"):
        pictures = list(pi_heif.open_heif(content))
    limits.check_pages(len(pictures))
    for picture in pictures:
        limits.check_pixels(*picture.size)
        with _faults_named("HEIC"):
            page = _lossless(picture.to_pillow(), None)
        yield page


def _lossless(image: Image.Image, dpi: float | None) -> PageImage:
    """Encode pixels without loss; colour spaces that PNG lacks become RGB."""
    kind: Literal["tiff", "png"] = "tiff" if image.mode == "1" else "png"
    if image.mode not in _PNG_MODES:
        image = image.convert(_png_mode(image.mode))
    out = BytesIO()
    resolution = {"dpi": (dpi, dpi)} if dpi else {}
    if kind == "tiff":
        image.save(out, "TIFF", compression="group4", **resolution)
    else:
        image.save(out, "PNG", compress_level=3, icc_profile=None, **resolution)
    return PageImage(kind, out.getvalue(), dpi)


def _png_mode(mode: str) -> str:
    if mode.startswith("I;16"):
        return "I"
    return "L" if mode == "F" else "RGB"


def _dpi_of(image: Image.Image) -> float | None:
    declared = image.info.get("dpi")
    return credible_dpi(float(declared[0])) if declared else None


@contextmanager
def _faults_named(what: str) -> Iterator[None]:
    """Translate what the decoders raise into faults of the file."""
    try:
        yield
    except Image.DecompressionBombError as error:
        raise InputFault(f"L'image {what} est démesurée.", "T11") from error
    except UNDECODABLE as error:
        raise InputFault(f"L'image {what} est endommagée ou incomplète.") from error
    except RuntimeError as error:  # libheif
        raise InputFault(f"L'image {what} ne peut pas être décodée.") from error
