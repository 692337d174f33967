"""Draws, scans and reads the pages that tell hands from print: ``python -m training.hand_readings CORPUS DIR``.

This is the slow step. Each page leaves its image as scanned, its reading, its lines, and its truth when it was drawn;
what is there already is not made again.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydantic import TypeAdapter

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Reading
from pipeline.recognition import lines
from pipeline.recognition.ink import ink_of
from pipeline.recognition.orientation import turned
from pipeline.recognition.raster import Pixels, raster
from pipeline.stages.read import read
from training.hand_canvas import BY_HAND, PRINTED, TRUTHS, Scrap, Split, Writer, desk_for, split_of
from training.hand_pages import KINDS
from training.scanner import GRADES, Tint, scan

READING = TypeAdapter(Reading)
COUNTS: dict[Split, dict[str, int]] = {
    Split.LEARN: {"document": 40, "signed": 40, "form": 40, "cells": 20, "letter": 15, "headed letter": 12,
                  "drawn letter": 20},
    Split.TUNE: {"document": 20, "signed": 20, "form": 20, "statement": 15, "columns": 12, "letter": 8,
                 "headed letter": 8, "drawn letter": 10},
    Split.TEST: {"document": 110, "signed": 60, "form": 60, "cells": 20, "statement": 20, "columns": 20, "apart": 20,
                 "letter": 20, "headed letter": 20, "drawn letter": 20},
}  # fmt: skip
"""Forms whose answers stand apart are drawn for the test alone: no parameter has seen their layout."""
MIX = ("bureau", "bureau", "difficile")
HANDWRITTEN, TYPED = "manuscrit/copiste", "imprime/tapuscorpus"
LENT_LINES = 8  # a shorter page makes no letter
PRINTED_HEAD = 0.12  # of the page: some volunteers wrote under two lines of print


@dataclass(frozen=True, slots=True)
class Page:
    """One page to learn from or to be judged on. ``real``: nobody of the project made it. ``name`` tells its kind."""

    split: Split
    real: bool
    kind: str
    by_hand: bool
    name: str

    def path(self, folder: Path, suffix: str) -> Path:
        return folder / f"{self.name}.{suffix}"


def real_pages(corpus: Path) -> Iterator[tuple[Page, Path]]:
    """Give the pages of the corpus whose truth is known, with their files."""
    for path in sorted((corpus / HANDWRITTEN).glob("*.jpg")):
        text = path.stem.removeprefix("imp_").split("_")[1]
        yield Page(split_of(f"copiste {text}"), real=True, kind="copiste", by_hand=True, name=path.stem), path
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if row["path"].startswith(TYPED) and row["label"] in {"typed", "handwritten"}:
                path, by_hand = corpus / row["path"], row["label"] == "handwritten"
                source = path.stem if not path.stem[0].isdigit() else path.stem.split("_")[0]
                source = "_".join(source.split("_")[:2])
                kind = "manuscript" if by_hand else "typescript"
                yield Page(split_of(f"tapus {source}"), real=True, kind=kind, by_hand=by_hand, name=path.stem), path


def drawn_pages() -> list[Page]:
    """Return the pages to draw, mingled, so that a run cut short leaves something of each kind."""
    pages = []
    for split, counts in COUNTS.items():
        for kind, count in counts.items():
            stem = f"{split.name.lower()}-{kind.replace(' ', '-')}"
            by_hand = KINDS[kind][1]
            pages += [
                ((rank + 0.5) / count, Page(split, real=False, kind=kind, by_hand=by_hand, name=f"{stem}-{rank:03d}"))
                for rank in range(count)
            ]
    return [page for _, page in sorted(pages, key=lambda place: (place[0], place[1].name))]


def upright_of(content: bytes, reading: Reading) -> tuple[Pixels, float]:
    """Return a page as it is read, and its resolution."""
    page = raster(content, "jpeg", reading.dpi)  # as declared: a JPEG keeps whole dots per centimetre
    return turned(page.grey(), reading.rotation), page.dpi


@lru_cache(maxsize=16)
def writer(folder: Path, name: str) -> Writer:
    """Cut a real page that was read into its lines; printed ones are left."""
    reading = READING.validate_json((folder / f"{name}.json").read_bytes())
    grey, dpi = upright_of((folder / f"{name}.jpg").read_bytes(), reading)
    ink = ink_of(grey, dpi)
    own = cv2.resize((ink.labels > 0).astype(np.uint8), (grey.shape[1], grey.shape[0]))
    own = cv2.dilate(own, np.ones((3, 3), np.uint8))
    found = lines_of(folder, name)
    return [_scrap(grey, own, dpi, line) for line in found if line.y0 > PRINTED_HEAD and ink.touches(line)]


def lines_of(folder: Path, name: str) -> list[Box]:
    """Return the lines of a page that was read."""
    return [Box(*sides) for sides in np.load(folder / f"{name}.npy").tolist()]


def _scrap(grey: Pixels, own: Pixels, dpi: float, line: Box) -> Scrap:
    rows, columns = grey.shape
    x0, y0 = line.x0 * columns, line.y0 * rows
    window = np.s_[int(y0) : int(line.y1 * rows) + 1, int(x0) : int(line.x1 * columns) + 1]
    dark = np.percentile(grey[window], 85) - grey[window].astype(np.float32)
    strength = np.clip(dark / max(float(np.percentile(dark, 98)), 20.0), 0, 1) * 255 * own[window]
    return Scrap(strength.astype(np.uint8), dpi, x0 / dpi * 25.4, y0 / dpi * 25.4)


def draw(page: Page, folder: Path, writers: list[str]) -> None:
    """Draw, scan and read a page; the truth goes through the scanner with the same dice."""
    rng = Random(page.name)
    grade = GRADES[MIX[zlib.crc32(page.name.encode()) % len(MIX)]]
    dpi = rng.choice(grade.resolutions)
    desk, home = desk_for(page.split, rng, dpi)
    hand = writer(folder, rng.choice(writers)) if page.kind != "drawn letter" else []
    canvas = KINDS[page.kind][0](desk, home, hand)
    tint = rng.choices((Tint.GREY, Tint.COLOUR, Tint.BITONAL), (5, 2, 2))[0]
    dice = rng.getstate()
    image = scan(canvas.image, grade, rng, tint=tint)
    rng.setstate(dice)
    truth = scan(canvas.truth.resize((canvas.truth.width // 4, canvas.truth.height // 4)), grade, rng, tint=Tint.COLOUR)
    scanned = io.BytesIO()
    image.convert("RGB" if tint is Tint.COLOUR else "L").save(scanned, "jpeg", quality=grade.quality[1], dpi=(dpi, dpi))
    truth.save(page.path(folder, "png"))
    _read(page, scanned.getvalue(), dpi, folder)


def truth_of(page: Page, folder: Path, reading: Reading, line: Box) -> int | None:
    """Return which kind of writing a line is of, or None where several mingle, or what is written was not noted."""
    if page.real:
        foreign = page.name.startswith("imp_") and line.y0 < PRINTED_HEAD
        return None if foreign else BY_HAND if page.by_hand else PRINTED
    noted = _noted(page.path(folder, "png"), reading.rotation)
    rows, columns = noted.shape[:2]
    window = noted[int(line.y0 * rows) : int(line.y1 * rows) + 1, int(line.x0 * columns) : int(line.x1 * columns) + 1]
    shares = [float((window == np.array(colour, dtype=bool)).all(axis=2).mean()) for colour in TRUTHS]
    most, second = sorted(shares)[:-3:-1]
    return shares.index(most) if most > 0.25 and most > 2 * second else None


@lru_cache(maxsize=2)
def _noted(path: Path, rotation: int) -> NDArray[np.bool_]:
    """Return where each channel of a truth is light, once the page is upright."""
    return np.rot90(np.asarray(Image.open(path)) >= 128, -rotation // 90)


def _read(page: Page, content: bytes, dpi: float | None, folder: Path) -> None:
    reading = read(content, "jpeg", dpi, lambda _: False)
    page.path(folder, "jpg").write_bytes(content)
    upright, dpi = upright_of(content, reading)
    boxes = [(line.x0, line.y0, line.x1, line.y1) for line in lines.on_page(upright, ink_of(upright, dpi))]
    np.save(page.path(folder, "npy"), np.array(boxes, dtype=np.float64).reshape(-1, 4))
    page.path(folder, "json").write_bytes(READING.dump_json(reading))


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    writers: dict[Split, list[str]] = {split: [] for split in Split}
    for page, path in real_pages(asked.corpus):
        if not page.path(asked.folder, "json").exists():
            _read(page, path.read_bytes(), None, asked.folder)
        if page.kind == "copiste" and len(lines_of(asked.folder, page.name)) >= LENT_LINES:
            writers[page.split].append(page.name)
    for page in drawn_pages():
        if not page.path(asked.folder, "json").exists():
            draw(page, asked.folder, writers[page.split])
            print(page.name, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
