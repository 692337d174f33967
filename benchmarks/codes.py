"""Codes: zxing-cpp beside pyzbar, each as the reader calls it, and the reader's whole chain.

On real images (``PLI_CORPUS``/codes, where ``truth.tsv`` says what each holds), on drawn separator sheets, scanned
as an office machine does, and on printed ones that an office wore out first. An image is *read* when one payload is
right, *wrong* when one is not. Milliseconds are of the processor.
"""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pypdfium2
from PIL import Image

from benchmarks import Row, show
from benchmarks.sheets import printed
from pipeline.recognition.codes import Found, _zbar, _zxing, codes
from pipeline.recognition.raster import A4_LENGTH, PLAUSIBLE_DPI, Pixels
from pipeline.settings import load, shipped_config
from pipeline.sheets.codes import CodeTrust, FicheCode, parse
from pipeline.sheets.printing.payload import SigningKey
from training.codes import Writing
from training.desk import Desk
from training.fonts import Family
from training.people import Office, household
from training.scanner import GRADES, Grade, scan
from training.sheets import Counts, fiche
from training.wear import Place, office_wear

SHEETS, CLEAN, WORN = 100, 99, 501
PAPER_DPI = 300
RESOLUTIONS = (150, 200, 300)
ASKEW = replace(GRADES["bureau"], skew=3.0)
DAY = date(2026, 5, 6)
OFFICE = Office("10691", "057", "HABITAT DU VAL")
HEAD = (
    *("", "images", "zxing", "zbar", "both", "zxing only", "zbar only", "chain"),
    *("wrong: zxing", "zbar", "chain", "ms: zxing", "zbar", "chain"),
)
DECODERS: Mapping[str, Callable[[Pixels, float], list[str]]] = {
    "zxing": lambda grey, _: [one.payload for one in _zxing(grey)],
    "zbar": lambda grey, _: [one.payload for one in _zbar(grey)],
    "chain": lambda grey, dpi: [one.payload for one in codes(grey, dpi).decoded],
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A grey image, and how to tell the payload that it holds."""

    folder: str
    grey: Pixels
    dpi: float
    is_right: Callable[[str], bool]


@dataclass(slots=True)
class Tally:
    """What became of some images, by decoder; ``read``: one truth value an image; ``seconds``: in all."""

    read: dict[str, list[bool]] = field(default_factory=lambda: {name: [] for name in DECODERS})
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(DECODERS, 0))
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(DECODERS, 0.0))

    def add(self, sample: Sample) -> None:
        for name, decode in DECODERS.items():
            start = time.process_time()
            payloads = decode(sample.grey, sample.dpi)
            self.seconds[name] += time.process_time() - start
            right = [sample.is_right(payload) for payload in payloads]
            self.read[name].append(any(right))
            self.wrong[name] += not all(right)

    def row(self, title: str) -> Row:
        zxing, zbar = self.read["zxing"], self.read["zbar"]
        pairs = list(zip(zxing, zbar, strict=True))
        alone = (pairs.count((True, True)), pairs.count((True, False)), pairs.count((False, True)))
        milliseconds = (f"{1000 * spent / max(1, len(pairs)):.0f}" for spent in self.seconds.values())
        counts = (len(pairs), sum(zxing), sum(zbar), *alone, sum(self.read["chain"]))
        return (title, *counts, *self.wrong.values(), *milliseconds)


def main() -> None:
    """Measure on both kinds of images."""
    root = os.environ.get("PLI_CORPUS")
    if root:
        _measure("Real images (truth.tsv; MicroQR and rMQR are not sought by the reader)", corpus(Path(root)))
    else:
        print("PLI_CORPUS is not set: real images of codes are not measured.")
    drawn = (sample for name in ("bureau", "difficile") for sample in sheets(GRADES[name]))
    _measure("Drawn separator sheets, two signed codes each", drawn)
    key = SigningKey(*list(load(shipped_config().parent, {}).keys.items())[-1])
    _measure("Printed sheets, clean", printed_sheets(CLEAN, key, _unworn))
    _measure("Printed sheets, worn, skewed up to 3 degrees", printed_sheets(WORN, key, office_wear))


def _measure(title: str, samples: Iterator[Sample]) -> None:
    rows: list[Row] = []
    total = Tally()
    for folder, group in groupby(samples, key=lambda sample: sample.folder):
        tally = Tally()
        for sample in group:
            tally.add(sample)
        rows.append(tally.row(folder))
        _pour(tally, total)
    show(title, HEAD, [*rows, total.row("total")])


def _pour(tally: Tally, total: Tally) -> None:
    for name in DECODERS:
        total.read[name] += tally.read[name]
        total.wrong[name] += tally.wrong[name]
        total.seconds[name] += tally.seconds[name]


def corpus(root: Path) -> Iterator[Sample]:
    """Yield the images of ``truth.tsv``, folder by folder, but those that do not say what they hold."""
    with (root / "codes" / "truth.tsv").open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in sorted(told, key=lambda row: row["path"]):
        if row["format"] != "MULTI":
            path = root / row["path"]
            grey = np.asarray(_on_white(path).convert("L"), dtype=np.uint8)
            dpi = max(PLAUSIBLE_DPI[0], max(grey.shape) / A4_LENGTH)  # as a page whose resolution nobody declared
            yield Sample(str(path.parent.relative_to(root / "codes")), grey, dpi, _says(row["expected"]))


def _on_white(path: Path) -> Image.Image:
    with Image.open(path) as image:
        seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)


def _says(expected: str) -> Callable[[str], bool]:
    """Compare but for blanks, which decoders and the files of truth write in different ways."""
    meant = expected.replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\").split()
    return lambda payload: bool(meant) and payload.split() == meant


def sheets(grade: Grade) -> Iterator[Sample]:
    """Yield scanned fiches; right is a signed payload that names the household's number."""
    keys = load(shipped_config().parent, {}).keys
    for n in range(SHEETS):
        rng = Random(f"codes-{grade.name}-{n}")
        family = (Family.A, Family.B)[n % 2]
        dpi = rng.choice(grade.resolutions)
        home = household(family, rng, DAY, OFFICE)
        drawn = fiche(Desk.of(family, rng, DAY, dpi), home, OFFICE, Counts(3, 6), Writing.SIGNED)
        grey = np.asarray(scan(drawn, grade, rng), dtype=np.uint8)
        yield Sample(grade.name, grey, float(dpi), _opens(home.numero_unique, keys))


Wear = Callable[[Pixels, Sequence[Place], float, Random], Pixels]


def printed_sheets(count: int, key: SigningKey, wear: Wear) -> Iterator[Sample]:
    """Yield fiches and bordereaux printed, worn, then scanned at each resolution; right is their payload."""
    pdfs = [pdf for _, pdf in printed(-(-count // len(RESOLUTIONS)), Random(f"printed-{count}"), key)]
    for dpi in RESOLUTIONS:
        for rank, pdf in enumerate(pdfs):
            rng = Random(f"worn-{dpi}-{rank}")
            paper = on_paper(pdf)
            codes_ = _zxing(paper)
            worn = wear(paper, [place_of(code) for code in codes_], PAPER_DPI, rng)
            grey = np.asarray(scan(at(worn, dpi), ASKEW, rng), dtype=np.uint8)
            yield Sample(f"{dpi} dpi", grey, float(dpi), codes_[0].payload.__eq__)


def on_paper(pdf: bytes) -> Pixels:
    """Return a printed sheet at ``PAPER_DPI``, before anything befell it."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=PAPER_DPI / 72).to_pil()
    return np.asarray(page.convert("L"), dtype=np.uint8)


def place_of(code: Found) -> Place:
    """Return the square that a code fills."""
    xs, ys = zip(*code.corners, strict=True)
    return round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys))


def at(paper: Pixels, dpi: int) -> Image.Image:
    """Return paper of ``PAPER_DPI`` at a lower resolution."""
    scale = dpi / PAPER_DPI
    return Image.fromarray(cv2.resize(paper, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def _unworn(paper: Pixels, _places: Sequence[Place], _dpi: float, _rng: Random) -> Pixels:
    return paper


def _opens(number: str, keys: Mapping[str, bytes]) -> Callable[[str], bool]:
    def check(payload: str) -> bool:
        parsed = parse(payload, DAY, keys, ())
        said: Sequence[str] = [parsed.fields.numero_unique] if isinstance(parsed.fields, FicheCode) else []
        return parsed.trust is CodeTrust.SIGNED and number in said

    return check
