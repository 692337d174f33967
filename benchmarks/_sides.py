"""Sides of paper, drawn and scanned, of which it is known whether they bear anything: the trial of blank pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import cycle, islice
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageChops

from pipeline.recognition.raster import Pixels
from training.canvas import Canvas, Ink, sheet
from training.desk import Desk
from training.documents import DRAWERS
from training.documents.lease import CLAUSES, fill
from training.fonts import Family
from training.handwriting import write
from training.marks import seal, signature, stamp
from training.people import Office, household
from training.scanner import GRADES, scan

DAY = date(2026, 5, 6)
OFFICE = Office("10691", "057", "HABITAT DU VAL")
PAPERS: tuple[Ink, ...] = ((255, 255, 255),) * 4 + ((244, 236, 208), (226, 238, 228), (205, 205, 207))
MIX = ("propre", "bureau", "bureau", "bureau", "difficile")
PALE_BLUE: Ink = (150, 186, 232)
FRONTS = 24  # drawn once for a family; each is shown many times, never twice alike
GAINS = (0.04, 0.30)  # share of the ink of the front that is seen from behind
DRIFT_MM, DRIFT_DEGREES = 2.0, 0.5
TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Scanned:
    """A side as received (JPEG), at ``dpi``; ``behind``: the other face of its sheet, when that shows through."""

    kind: str
    grade: str
    content: bytes
    behind: bytes | None
    dpi: int
    strength: float


def shade(ink: float) -> Ink:
    """Return the grey that a printer lays with so much of its ink, 0-1."""
    level = round(255 - 235 * ink)
    return level, level, level


def print_page(desk: Desk, paper: Canvas, strength: float) -> None:
    bottom, size = desk.rng.uniform(120, 270), desk.rng.uniform(9, 11.5)
    clauses = (f"{title}. {clause}" for title, clause in desk.rng.sample(CLAUSES, len(CLAUSES)))
    fill(paper, clauses, 18, bottom, size, ink=shade(strength))


def one_line(desk: Desk, paper: Canvas, strength: float) -> None:
    words = " ".join(desk.rng.choice(CLAUSES)[1].split()[: desk.rng.randint(3, 9)])
    paper.text(desk.rng.uniform(15, 60), desk.rng.uniform(15, 270), words, desk.rng.uniform(9, 12), ink=shade(strength))


def page_number(desk: Desk, paper: Canvas, strength: float) -> None:
    place = desk.rng.choice((("ma", 105.0), ("ra", 192.0)))
    words = desk.rng.choice(("{n}", "- {n} -", "{n}/12", "Page {n}")).format(n=desk.rng.randint(2, 48))
    y, size = desk.rng.uniform(278, 284), desk.rng.uniform(8, 11)
    paper.text(place[1], y, words, size, ink=shade(strength), anchor=place[0])


def rubber_stamp(desk: Desk, paper: Canvas, strength: float) -> None:
    rng = desk.rng
    ink = _paled(rng.choice(((28, 44, 120), (150, 30, 40), (30, 30, 34))), strength)
    if rng.random() < 0.5:
        seal(paper, rng.uniform(15, 160), rng.uniform(20, 250), "MAIRIE DU VAL * SPECIMEN *", rng, ink)
    else:
        stamp(paper, rng.uniform(15, 140), rng.uniform(20, 250), ["REÇU LE", "06 MAI 2026"], rng, ink)


def pencil(desk: Desk, paper: Canvas, strength: float) -> None:
    level = round(215 - 95 * strength)
    _by_hand(desk, paper, (level, level, level))


def blue_pen(desk: Desk, paper: Canvas, strength: float) -> None:
    _by_hand(desk, paper, _paled(PALE_BLUE, 0.6 + 0.4 * strength))


def signed(desk: Desk, paper: Canvas, strength: float) -> None:
    ink = _paled((40, 60, 150), 0.35 + 0.65 * strength)
    signature(paper, desk.rng.uniform(20, 130), desk.rng.uniform(40, 280), desk.rng.uniform(25, 55), desk.rng, ink)


CONTENT: dict[str, tuple[Callable[[Desk, Canvas, float], None], tuple[float, float]]] = {
    "faint print": (print_page, (TENTH, 0.3)),
    "one line": (one_line, (TENTH, 1.0)),
    "page number": (page_number, (0.3, 1.0)),
    "stamp": (rubber_stamp, (0.2, 1.0)),
    "pencil": (pencil, (0.0, 1.0)),
    "light-blue pen": (blue_pen, (0.0, 1.0)),
    "signature": (signed, (0.0, 1.0)),
}


def contents(count: int, family: Family, seed: int) -> Iterator[Scanned]:
    """Give sides that bear something, every kind in turn; the front of one in two shows through."""
    for index, kind in enumerate(islice(cycle(CONTENT), count)):
        rng = Random(f"content-{seed}-{index}")
        draw, (low, high) = CONTENT[kind]
        desk = Desk.of(family, rng, DAY, 200)
        strength = rng.uniform(low, high)
        paper = _paper(desk)
        draw(desk, paper, strength)
        yield _scanned(kind, paper.image, rng.choice(_fronts(family)) if index % 2 else None, rng, strength)


def blanks(count: int, family: Family, seed: int) -> Iterator[Scanned]:
    """Give sides that bear nothing; the front of four in five shows through, faintly to strongly."""
    for index in range(count):
        rng = Random(f"blank-{seed}-{index}")
        paper = _paper(Desk.of(family, rng, DAY, 200))
        yield _scanned("blank", paper.image, rng.choice(_fronts(family)) if index % 5 else None, rng, 0.0)


def _paper(desk: Desk) -> Canvas:
    return Canvas(desk.dpi, desk.faces, sheet(desk.dpi))


def _paled(ink: Ink, strength: float) -> Ink:
    red, green, blue = (round(255 - (255 - level) * strength) for level in ink)
    return red, green, blue


def _by_hand(desk: Desk, paper: Canvas, ink: Ink) -> None:
    rng = desk.rng
    y = rng.uniform(20, 240)
    for line in rng.sample(("vu le 6 mai", "pièce manquante", "à rappeler", "Mme Pervenche", "loyer 512", "ok"), 2):
        write(paper, desk.hand, rng.uniform(15, 120), y, line, rng.uniform(13, 20), rng, ink)
        y += 12


@lru_cache(maxsize=2)
def _fronts(family: Family) -> list[Image.Image]:
    rng, fronts = Random(f"fronts-{family}"), []
    for name in islice(cycle(DRAWERS), FRONTS):
        draft = DRAWERS[name](Desk.of(family, rng, DAY, 200), household(family, rng, DAY, OFFICE))
        fronts += [side.convert("L") for side in draft.sides[:1] if isinstance(side, Image.Image)]
    return fronts


def _scanned(kind: str, side: Image.Image, front: Image.Image | None, rng: Random, strength: float) -> Scanned:
    grade = GRADES[rng.choice(MIX)]
    quality = rng.randint(*grade.quality)
    tint = Image.new("RGB", side.size, rng.choice(PAPERS))
    received = ImageChops.multiply(side, tint).convert("L")
    behind = None
    if front is not None:
        dark = _denser(front, rng)
        received = _shown(received, dark, rng)
        behind = _jpeg(scan(dark, grade, rng), quality)
    return Scanned(kind, grade.name, _jpeg(scan(received, grade, rng), quality), behind, 200, strength)


def _denser(front: Image.Image, rng: Random) -> Image.Image:
    """Ink one front in three more heavily than usual, strokes thickened."""
    if rng.random() > 1 / 3:
        return front
    return Image.fromarray(cv2.erode(np.asarray(front), np.ones((2, 2), np.uint8)))


def _shown(side: Image.Image, front: Image.Image, rng: Random) -> Image.Image:
    """Darken ``side`` where ``front``, mirrored, softened by the paper and askew, has ink."""
    back, own = np.asarray(front), np.asarray(side, np.float32)
    height, width = own.shape
    soft = cv2.GaussianBlur(np.ascontiguousarray(back[:, ::-1]), (0, 0), rng.uniform(1.2, 2.2))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-DRIFT_DEGREES, DRIFT_DEGREES), 1.0)
    turn[:, 2] += [rng.uniform(-DRIFT_MM, DRIFT_MM) * 200 / 25.4 for _ in "xy"]
    seen: Pixels = np.asarray(cv2.warpAffine(soft, turn, (width, height), borderValue=255.0), np.uint8)
    darkened = own - (255 - seen.astype(np.float32)) * rng.uniform(*GAINS)
    return Image.fromarray(np.clip(darkened, 0, 255).astype(np.uint8))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(200, 200))
    return out.getvalue()
