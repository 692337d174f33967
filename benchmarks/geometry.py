"""Which way up, how far a page leans, where its cards lie, and photographs of it: on drawn pages whose truth is known.

Pages of all drawn documents, at the grades of an office and of a hard day, 150 to 300 dpi, each in its four positions;
cards of all kinds laid on A4 at any angle; the same pages as a telephone sees them, held well or badly. ``PLI_CORPUS``
adds real flat pages, on which neither a card nor a photograph must be seen.
"""

from __future__ import annotations

import os
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeVar

import numpy as np
from PIL import Image

from benchmarks import Row, show
from pipeline.recognition import ocr
from pipeline.recognition.cards import Card, cards
from pipeline.recognition.orientation import orientation, skew, turned
from pipeline.recognition.photograph import evenly_lit, photograph
from pipeline.recognition.raster import A4_LENGTH, Pixels, raster
from pipeline.stages.read import read
from training.canvas import Canvas, Ink
from training.desk import Desk
from training.documents import DRAWERS
from training.documents.parts import guilloche, machine_zone, portrait
from training.fonts import Family
from training.noted import NotedDesk
from training.people import Office, household
from training.photograph import HOLDS, shoot
from training.scanner import GRADES, Tint, scan

T = TypeVar("T")
DAY = date(2026, 11, 22)
OFFICE = Office("10691", "057", "Guichet d'essai")
RESOLUTIONS = (150, 200, 300)
TEXTS, LEANS, CARD_PAGES, SHOTS = 400, 40, 240, 20
STRAIGHT = replace(GRADES["bureau"], skew=0.0)
BEARERS = ("IDE-CNA", "IDE-CNN", "IDE-PAS", "SEJ-RES", "HPR-VIT")
PRINTED = [name for name in DRAWERS if name not in BEARERS]
FACES = {"ID-1": (85.6, 54.0), "ID-2": (105.0, 74.0), "ID-3": (125.0, 88.0)}  # mm
NEAR = 0.02  # of the page, between the middle of a face and where it is found


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before any scanner, with the words written on it."""

    image: Image.Image
    dpi: int
    words: list[str]


def sheets(count: int, seed: str, names: Sequence[str], resolutions: Sequence[int] = RESOLUTIONS) -> Iterator[Sheet]:
    """Draw ``count`` pages of documents, both families, kinds and resolutions in turn."""
    for index in range(count):
        rng = Random(f"{seed}-{index}")
        family, dpi = (Family.A, Family.B)[index % 2], resolutions[index % len(resolutions)]
        desk = NotedDesk.of(family, rng, DAY, dpi)
        draft = DRAWERS[names[index % len(names)]](desk, household(family, rng, DAY, OFFICE))
        drawn = [page for page in desk.pages if any(page.image is side for side in draft.sides)]
        if drawn:
            page = rng.choice(drawn)
            yield Sheet(page.image, dpi, page.written)


def timed(spent: list[float], ask: Callable[[], T]) -> T:
    """Ask, and note the CPU milliseconds that it took."""
    started = time.process_time()
    answer = ask()
    spent.append(1000 * (time.process_time() - started))
    return answer


def cost(spent: Sequence[float]) -> str:
    """Return the median and the worst."""
    return f"{median(spent):.1f} / {max(spent):.1f}"


def orientations() -> None:
    """Turn text pages four ways; ask which way is up, and whether flat pages are taken for photographs or cards."""
    spent: dict[str, list[float]] = defaultdict(list)
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("bureau", "difficile")}
    for index, page in enumerate(sheets(TEXTS, "orientation", PRINTED)):
        name = list(counts)[index // 2 % 2]
        grey = np.asarray(scan(page.image, GRADES[name], Random(index)).convert("L"))
        for turn in (0, 90, 180, 270):
            _ask_which_way(turned(grey, turn), page.dpi, -turn % 360, counts[name], spent)
    whats = ("pages", "right", "doubt", "read", "wrong", "photograph", "card")
    head = ("grade", "pages", "right", "in doubt", "right once read", "wrong", "photographs", "cards")
    rows = [(name, *(count[what] for what in whats)) for name, count in counts.items()]
    show("Orientation of text pages, and what is wrongly seen on them", head, rows)
    costs = [(name, median(times), max(times)) for name, times in spent.items()]
    show("What each question costs a flat page, CPU ms", ("", "median", "worst"), costs)


def _ask_which_way(grey: Pixels, dpi: float, up: int, count: Counter[str], spent: dict[str, list[float]]) -> None:
    lies = timed(spent["orientation"], lambda: orientation(grey, None))
    count["pages"] += 1
    in_doubt = lies.runner_up is not None and up in {lies.clockwise, lies.runner_up}
    count["doubt" if in_doubt else "right" if lies.clockwise == up else "wrong"] += 1
    count["read"] += in_doubt and _rotation_once_read(grey, dpi) == up
    count["photograph"] += timed(spent["photograph"], lambda: photograph(grey)) is not None
    count["card"] += len(timed(spent["card"], lambda: cards(grey, dpi)))


def _rotation_once_read(grey: Pixels, dpi: float) -> int:
    """Return how far clockwise a page is turned by the reader, which tries both ways where one is in doubt."""
    content = BytesIO()
    Image.fromarray(grey).save(content, "JPEG", quality=90, dpi=(dpi, dpi))
    return read(content.getvalue(), "jpeg", dpi, lambda _: False).rotation


def leans() -> None:
    """Lean pages by known angles, then scan them straight."""
    rows: list[Row] = []
    for most in (0.0, 3.0, 9.0):
        errors = []
        for index, page in enumerate(sheets(LEANS, f"lean-{most}", PRINTED)):
            rng = Random(index)
            lean = rng.uniform(-most, most)
            leaning = page.image.rotate(lean, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
            grey = np.asarray(scan(leaning, STRAIGHT, rng).convert("L"))
            errors.append(abs(skew(grey, page.dpi) - lean))
        high = float(np.percentile(errors, 95))
        rows.append((f"up to {most:g}°", len(errors), median(errors), high, max(errors), sum(e > 0.3 for e in errors)))
    show("Skew error, degrees", ("lean", "pages", "median", "95 %", "worst", "over 0.3°"), rows)


@dataclass(frozen=True, slots=True)
class Laid:
    """A page with cards on it; ``middles``: of each face, (x, y) in 0–1 of the page."""

    image: Image.Image
    dpi: int
    middles: list[tuple[float, float]]


def card_pages(count: int) -> Iterator[tuple[str, Laid]]:
    """Lay 1 or 2 faces on paper, straight, a little askew or at any angle; now and then two against each other."""
    ways = ("straight", "askew", "any angle", "touching")
    for index in range(count):
        rng, dpi = Random(f"card-{index}"), RESOLUTIONS[index % 3]
        way = ways[index % len(ways)]
        yield way, _laid(Desk.of((Family.A, Family.B)[index % 2], rng, DAY, dpi), way, 1 + index // 4 % 2, rng)


def _laid(desk: Desk, way: str, faces: int, rng: Random) -> Laid:
    page, middles = desk.page(), []
    scale = rng.uniform(0.85, 1.25)
    if way == "touching":
        drawn = [_face(desk, "ID-1", scale, rng) for _ in range(2)]
        pair = Image.new("RGBA", (drawn[0].width, 2 * drawn[0].height))
        for place, face in enumerate(drawn):
            pair.paste(face, (0, place * face.height))
        x, y = rng.uniform(15, 60), rng.uniform(20, 120)
        page.paste(pair, x, y)
        w, h = (page.mm(side) for side in drawn[0].size)
        return Laid(page.image, desk.dpi, [((x + w / 2) / 210, (y + h * k) / 297) for k in (0.5, 1.5)])
    most = {"straight": 0.0, "askew": 8.0, "any angle": 180.0}[way]
    for place in range(faces):
        drawn_face = _face(desk, rng.choice(list(FACES)), scale, rng)
        turn = rng.choice((0, 90)) if way != "any angle" else 0
        spun = drawn_face.rotate(turn + rng.uniform(-most, most), Image.Resampling.BICUBIC, expand=True)
        w, h = page.mm(spun.width), page.mm(spun.height)
        x = rng.uniform(4, max(5.0, 206 - w))
        y = 297 / faces * place + rng.uniform(4, max(5.0, 297 / faces - h - 4))
        if y + h < 297:
            page.paste(spun, x, y)
            middles.append(((x + w / 2) / 210, (y + h / 2) / 297))
    return Laid(page.image, desk.dpi, middles)


def _face(desk: Desk, kind: str, scale: float, rng: Random) -> Image.Image:
    width, height = FACES[kind]
    dark = rng.randint(0, 60)
    tint: Ink = (246 - dark, 248 - dark, 250 - dark)
    face = Canvas.blank(round(desk.dpi * scale), desk.faces, width, height, tint)
    guilloche(face, (rng.randint(190, 236) - dark, 216 - dark, rng.randint(200, 236) - dark), rng)
    face.text(4, 3, "RÉPUBLIQUE FRANÇAISE", 8, "bold")
    if rng.random() < 0.7:
        face.paste(portrait(face, 24, 30, rng), 4, 10)
    for row in range(4):
        face.text(32, 11 + 6.6 * row, "NOM / Surname", 4.6)
        face.text(32, 13 + 6.6 * row, "SPECIMEN", 7.5, "bold")
    machine_zone(face, 4, height - 14, ["IDFRASPECIMEN<<<<<<<<<<<<<<<<<"] * 2, 9.6)
    return face.image.convert("RGBA")


def cards_found() -> None:
    """Look for the faces on pages of cards."""
    rows: list[Row] = []
    for name, tint in (("bureau", Tint.GREY), ("difficile", Tint.GREY), ("bureau", Tint.BITONAL)):
        tallies: dict[str, Counter[str]] = defaultdict(Counter)
        for way, laid in card_pages(CARD_PAGES):
            grey = np.asarray(scan(laid.image, GRADES[name], Random(way), tint=tint).convert("L"))
            _count_faces(laid.middles, cards(grey, laid.dpi), tallies[way])
        rows += [
            (f"{name}, {tint}, {way}", *(tally[what] for what in ("pages", "faces", "found", "invented")))
            for way, tally in tallies.items()
        ]
    show("Faces of cards", ("scan, how they lie", "pages", "faces", "found", "invented"), rows)


def _count_faces(truth: Sequence[tuple[float, float]], seen: Sequence[Card], tally: Counter[str]) -> None:
    found = [
        middle
        for middle in truth
        if any(max(abs(card.box.centre[0] - middle[0]), abs(card.box.centre[1] - middle[1])) < NEAR for card in seen)
    ]
    tally.update(pages=1, faces=len(truth), found=len(found), invented=max(0, len(seen) - len(found)))


def photographs() -> None:
    """Read photographs as they are, evenly lit, and straightened too (what is not straightened is left as it is)."""
    rows: list[Row] = []
    for name, hold in HOLDS.items():
        recalls: list[tuple[float, float, float]] = []
        spent: list[float] = []
        straightened = 0
        for index, page in enumerate(sheets(SHOTS, f"shot-{name}", PRINTED, (200,))):
            grey = np.asarray(shoot(page.image, hold, Random(f"{name}-{index}")).image.convert("L"))
            dpi = max(grey.shape) / A4_LENGTH
            seen = timed(spent, partial(photograph, grey))
            kept, lit = (_recall(shades, dpi, page.words) for shades in (grey, evenly_lit(grey, dpi)))
            flat = kept
            if seen is not None:
                flat = _recall(evenly_lit(seen.straightened(grey), seen.dpi), seen.dpi, page.words)
                straightened += 1
            recalls.append((kept, lit, flat))
        means = [float(column) for column in np.mean(recalls, axis=0)]
        rows.append((name, len(recalls), straightened, *means, min(flat for *_, flat in recalls), median(spent)))
    head = ("held", "pictures", "straightened", "recall as it is", "lit", "straightened", "worst of these", "ms")
    show("Photographs: share of the words that are read", head, rows)


def _recall(grey: Pixels, dpi: float, written: Sequence[str]) -> float:
    upright = turned(grey, orientation(grey, None).clockwise)
    read = Counter(word.text for word in ocr.words(upright, dpi, skew(upright, dpi)))
    meant = Counter(written)
    return (meant & read).total() / max(1, meant.total())


def real_pages() -> None:
    """Ask real flat pages."""
    folder = Path(os.environ["PLI_CORPUS"])
    seen: Counter[str] = Counter()
    for path in sorted([*folder.glob("manuscrit/**/*.jpg"), *folder.glob("imprime/**/*.jpg")]):
        page = raster(path.read_bytes(), "jpeg", None)
        seen.update(pages=1, photographs=photograph(page.grey()) is not None, cards=len(cards(page.grey(), page.dpi)))
    show(
        "Real flat pages",
        ("", "pages", "photographs", "cards"),
        [("", *(seen[w] for w in ("pages", "photographs", "cards")))],
    )


def main() -> None:
    """Measure, and print."""
    orientations()
    leans()
    cards_found()
    photographs()
    if "PLI_CORPUS" in os.environ:
        real_pages()


if __name__ == "__main__":
    main()
