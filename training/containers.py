"""What scanned sides are dropped as: a PDF, a multi-page TIFF, a picture, a folder of pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

import img2pdf
import pikepdf
from PIL import Image

from training.plans import LotPlan
from training.scanner import Tint

Content = bytes | dict[str, bytes]
"""A file; or a folder, its images by name."""
PICTURE_QUALITY = 70


def contained(plan: LotPlan, images: Sequence[Image.Image | bytes], rng: Random) -> Content:
    """Return what is dropped; of ``images``, only a PDF can hold those that are pages already."""
    quality = rng.randint(*plan.grade.quality)
    if plan.container == "pdf":
        return _pdf([_page(image, plan, quality) for image in images])
    flat = [image for image in images if isinstance(image, Image.Image)]
    match plan.container:
        case "jpg":
            return _picture(flat[0], "JPEG", quality=PICTURE_QUALITY)
        case "png":
            return _picture(flat[0], "PNG", dpi=(plan.dpi, plan.dpi))
        case "images":
            # Unpadded, as machines count: the tenth comes before the second for who sorts by letters.
            return {
                f"image{n}.jpg": _picture(image, "JPEG", quality=quality, dpi=(plan.dpi, plan.dpi))
                for n, image in enumerate(flat, 1)
            }
        case _:
            return _tiff(flat, plan, quality)


def put_down(lot: Path, content: Content) -> None:
    """Write a lot at ``lot``; a folder gets its mark beside it, for nothing else says that it is complete."""
    if isinstance(content, bytes):
        lot.write_bytes(content)
        return
    lot.mkdir(exist_ok=True)
    for stale in set(lot.iterdir()) - {lot / name for name in content}:
        stale.unlink()
    for name, image in content.items():
        (lot / name).write_bytes(image)
    lot.with_name(f"{lot.name}.ok").touch()


def _picture(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _tiff(images: Sequence[Image.Image], plan: LotPlan, quality: int) -> bytes:
    out = io.BytesIO()
    images[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=images[1:],
        dpi=(plan.dpi, plan.dpi),
        **({"compression": "group4"} if plan.tint is Tint.BITONAL else {"compression": "jpeg", "quality": quality}),
    )
    return out.getvalue()


def _page(image: Image.Image | bytes, plan: LotPlan, quality: int) -> bytes:
    """Return one PDF page: the image as the scanner compressed it, or the page that never was on paper."""
    if isinstance(image, bytes):
        return image
    dpi = (plan.dpi, plan.dpi)
    if plan.tint is Tint.BITONAL:
        compressed = _picture(image, "TIFF", compression="group4", dpi=dpi)
    else:
        compressed = _picture(image, "JPEG", quality=quality, dpi=dpi)
    return bytes(img2pdf.convert(compressed, nodate=True))


def _pdf(pages: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as whole:
        for page in pages:
            with pikepdf.open(io.BytesIO(page)) as one:
                whole.pages.extend(one.pages)
        whole.save(out, deterministic_id=True)
    return out.getvalue()
