"""Scanned plis with their truth: a plan goes in, the file that a station would drop comes out."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import img2pdf
import pikepdf
from PIL import Image

from training.canvas import sheet
from training.plans import LotPlan
from training.random_plans import random_plan
from training.scanner import GRADES, Tint, photograph, scan
from training.stack import Leaf, announced, stack
from training.truth import truth


@dataclass(frozen=True, slots=True)
class ScannedPli:
    """A file as it is received, its companion if any, and its truth (CONTRACT §3, golden sets)."""

    name: str
    suffix: str
    content: bytes
    companion: dict[str, Any] | None
    truth: dict[str, Any]

    def write(self, folder: Path) -> None:
        """Write the file, its companion and its truth in ``folder``."""
        (folder / f"{self.name}.{self.suffix}").write_bytes(self.content)
        if self.companion is not None:
            (folder / f"{self.name}.{self.suffix}.json").write_text(_dump(self.companion), encoding="utf-8")
        (folder / f"{self.name}.verite.json").write_text(_dump(self.truth), encoding="utf-8")


def scanned(plan: LotPlan, rng: Random) -> ScannedPli:
    """Draw, stack and scan everything in ``plan``."""
    leaves = stack(plan, rng)
    laid = [_laid(plan, leaf) for leaf in leaves]
    images = [_seen(plan, leaf, turn, rng) for leaf, turn in zip(leaves, laid, strict=True)]
    upright = [-turn % 360 for turn in laid]
    content = _file(plan, images, rng)
    return ScannedPli(plan.name, plan.container, content, _companion(plan), truth(plan, leaves, upright))


def _laid(plan: LotPlan, leaf: Leaf) -> int:
    """Return how far clockwise the side lies: a sheet that goes in sideways shows its back the other way."""
    if isinstance(leaf.side, bytes):
        return 0
    turn = plan.turned.get(leaf.feuille, 0)
    return -turn % 360 if leaf.face == "verso" else turn


def _seen(plan: LotPlan, leaf: Leaf, turn: int, rng: Random) -> Image.Image | bytes:
    if isinstance(leaf.side, bytes):
        return leaf.side
    behind = leaf.behind if isinstance(leaf.behind, Image.Image) else None
    side = leaf.side or sheet(plan.dpi)
    if plan.container == "jpg":
        return photograph(side, rng)
    return scan(side, plan.grade, rng, tint=plan.tint, turned=turn, behind=behind, ruined=leaf.belongs.ruined)


def _file(plan: LotPlan, images: Sequence[Image.Image | bytes], rng: Random) -> bytes:
    quality = rng.randint(*plan.grade.quality)
    if plan.container == "pdf":
        return _pdf([_page(image, plan, quality) for image in images])
    flat = [image for image in images if isinstance(image, Image.Image)]
    out = io.BytesIO()
    if plan.container == "jpg":
        flat[0].save(out, "JPEG", quality=70)
        return out.getvalue()
    compression = "group4" if plan.tint is Tint.BITONAL else "jpeg"
    flat[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=flat[1:],
        compression=compression,
        quality=quality,
        dpi=(plan.dpi, plan.dpi),
    )
    return out.getvalue()


def _page(image: Image.Image | bytes, plan: LotPlan, quality: int) -> bytes:
    """Return one PDF page: the image as the scanner compressed it, or the page that never was on paper."""
    if isinstance(image, bytes):
        return image
    out = io.BytesIO()
    if plan.tint is Tint.BITONAL:
        image.save(out, "TIFF", compression="group4", dpi=(plan.dpi, plan.dpi))
    else:
        image.save(out, "JPEG", quality=quality, dpi=(plan.dpi, plan.dpi))
    return bytes(img2pdf.convert(out.getvalue(), nodate=True))


def _pdf(pages: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as whole:
        for page in pages:
            with pikepdf.open(io.BytesIO(page)) as one:
                whole.pages.extend(one.pages)
        whole.save(out, deterministic_id=True)
    return out.getvalue()


def _companion(plan: LotPlan) -> dict[str, Any]:
    """Return what is said beside the file: the day of reception, and all that a fiche would say where there is none."""
    said: dict[str, Any] = {"canal": plan.canal, "recu_le": plan.day.isoformat(), "recto_verso": plan.duplex}
    if plan.courriel is not None:
        said["courriel"] = plan.courriel
    if plan.opener is None:
        dossier = plan.dossiers[0]
        counts = announced(dossier)
        said |= {
            "numero_unique": dossier.home.numero_unique,
            "documents": counts.items,
            "pages": counts.pages - 1,
            "reference": f"{plan.name[:24]}",
        }
    return said


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def random_pli(seed: int, grade: str) -> ScannedPli:
    """Return a lot drawn by ``seed``, as rough as ``grade`` (``propre``, ``bureau``, ``difficile``)."""
    rng = Random(f"pli-{seed}-{grade}")
    return scanned(random_plan(seed, GRADES[grade], rng), rng)
