"""What is delivered, beside what was received: bytes, what can still be read of it, and what making it costs.

*Recall*: share of the words that were drawn (of a card: that were read with confidence on its scan) that are read, on
the page as scanned and on the page as delivered, folded to capitals without accents; *kept* is the second over the
first. *Zones*: machine-readable zones read on both alike, of those whose check digits all hold on the page as scanned.
"""

from __future__ import annotations

import io
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import cycle, groupby
from pathlib import Path
from random import Random
from statistics import fmean, median

from benchmarks import Row, show
from benchmarks.ocr import DAY, OFFICE, full
from pipeline.domain.text import fold
from pipeline.media.binding import bound
from pipeline.media.compose_page import ComposePage
from pipeline.media.decoded import decode
from pipeline.media.isolated import unfold_isolated
from pipeline.media.kept import is_light
from pipeline.media.page_image import Limits
from pipeline.media.profile import profile_of
from pipeline.media.rendition import FIRST, LADDER, Leaf, received, rendition
from pipeline.media.text_layer import TextPage, text_layer
from pipeline.recognition import ocr
from pipeline.recognition.mrz import machine_zones
from pipeline.recognition.orientation import turned
from pipeline.recognition.raster import Pixels, raster
from pipeline.stages.compose import compose
from pipeline.stages.read import read
from training import unseen
from training.desk import ACCENTS
from training.documents import DRAWERS
from training.fonts import Family, pick_faces, pick_hand
from training.noted import NotedCanvas, NotedDesk
from training.people import household
from training.scanner import GRADES, Tint, scan

SEED, LOTS = 5150, 4
SURE = 0.8
SUFFIXES = frozenset({".pdf", ".tif", ".jpg", ".png"})
LIMITS = Limits(2000, 100_000_000, 1_000_000_000)
USUAL = ("LOG-QUI", "SAN-CER", "PRO-CDI", "FIS-AVI", "LOG-DOM", "RES-CAF")
CARDS = ("IDE-CNA", "IDE-CNN", "IDE-PAS", "SEJ-RES")
SMALL_POINTS = (7.0, 6.0)
SMALL_BOTTOM = 150.0  # mm
SCANS = (("propre", 300), ("bureau", 200), ("difficile", 200))
PRESSED = LADDER[4:7:2]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawn page as it was received. ``meant``: its words; ``recall``: of them, on the page as scanned."""

    page: ComposePage
    meant: Counter[str]
    recall: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A page as delivered. ``zones``: read alike, and read on the page as scanned."""

    octets: int
    master: float
    recall: float
    zones: tuple[int, int]


def main() -> None:
    """Prove each profile on drawn pages, then weigh and time whole pieces."""
    measured: dict[str, list[Weighed]] = defaultdict(list)
    for kind, sheets in (
        ("usual", _sheets({name: _first_side(name) for name in USUAL}, Tint.GREY)),
        ("6-7 pt", _sheets({f"{points} pt": full(points, SMALL_BOTTOM) for points in SMALL_POINTS}, Tint.GREY)),
        ("cards", _sheets({name: _first_side(name) for name in CARDS}, Tint.COLOUR)),
    ):
        for sheet in sheets:
            pixels = decode(sheet.page)
            chosen, _ = profile_of(sheet.page, pixels)
            for rung in (FIRST, *PRESSED):
                name = f"{kind}: {chosen}" if rung is FIRST else f"{kind}: pressed to rung {LADDER.index(rung)}"
                weighed = _weighed(sheet, rendition(sheet.page, pixels, rung))
                measured[name].append(weighed)
                if rung is FIRST:
                    measured[f"{kind}: all"].append(weighed)
    head = ("", "pages", "median kB", "recall scanned", "delivered", "kept", "least kept", "zones")
    show("Read again from what is delivered", head, [_row(name, found) for name, found in sorted(measured.items())])
    _whole()


def _sheets(drawers: dict[str, Callable[[NotedDesk], NotedCanvas]], tint: Tint) -> Iterator[Sheet]:
    for (name, draw), family in zip(drawers.items(), cycle(Family), strict=False):
        for grade, dpi in SCANS:
            yield _sheet(draw, family, grade, dpi, tint, Random(f"weight-{name}-{grade}"))


def _first_side(name: str) -> Callable[[NotedDesk], NotedCanvas]:
    def draw(desk: NotedDesk) -> NotedCanvas:
        draft = DRAWERS[name](desk, household(desk.family, desk.rng, DAY, OFFICE))
        return next(page for page in desk.pages if page.image is draft.sides[0])

    return draw


def _sheet(
    draw: Callable[[NotedDesk], NotedCanvas], family: Family, grade: str, dpi: int, tint: Tint, rng: Random
) -> Sheet:
    desk = NotedDesk(family, rng, DAY, dpi, pick_faces(family, rng), pick_hand(family, rng), rng.choice(ACCENTS))
    drawn = draw(desk)
    out = io.BytesIO()
    image = scan(drawn.image, GRADES[grade], rng, tint=tint)
    image.save(out, "JPEG", quality=GRADES[grade].quality[1], dpi=(dpi, dpi))
    reading = read(out.getvalue(), "jpeg", dpi, lambda _: False)
    if tint is Tint.COLOUR and reading.look is not None:
        reading = replace(reading, look=replace(reading.look, coloured=True))
    known = drawn.written or [word.text for word in reading.words if word.confidence >= SURE]  # cards are pasted
    meant = Counter(fold(" ".join(known)).split())
    page = ComposePage("jpeg", out.getvalue(), dpi, reading.rotation, reading)
    return Sheet(page, meant, _recall(meant, [word.text for word in reading.words]))


def _recall(meant: Counter[str], words: Sequence[str]) -> float:
    return (meant & Counter(fold(" ".join(words)).split())).total() / max(meant.total(), 1)


def _weighed(sheet: Sheet, leaf: Leaf) -> Weighed:
    reading = sheet.page.reading
    received, delivered = (
        (turned(seen.grey(), reading.rotation), seen.dpi)
        for seen in (raster(sheet.page.content, "jpeg", sheet.page.dpi), raster(leaf.content, "pdf", None))
    )
    words = ocr.words(*delivered, reading.skew)
    sure = _zones(*received) if sheet.page.is_coloured else set()
    again = _zones(*delivered) if sure else set()
    return Weighed(
        len(leaf.content),
        sheet.recall,
        _recall(sheet.meant, [word.text for word in words]),
        (len(sure & again), len(sure)),
    )


def _zones(upright: Pixels, dpi: float) -> set[tuple[str, ...]]:
    return {zone.mrz.lines for zone in machine_zones(upright, dpi) if zone.mrz.all_checks_pass}


def _row(name: str, found: Sequence[Weighed]) -> Row:
    master, recall = fmean(one.master for one in found), fmean(one.recall for one in found)
    least = min(one.recall / max(one.master, 0.01) for one in found)
    alike, zones = (sum(one.zones[k] for one in found) for k in (0, 1))
    kilobytes = round(median(one.octets for one in found) / 1000)
    return (name, len(found), kilobytes, master, recall, f"{recall / max(master, 0.01):.3f}", least, f"{alike}/{zones}")


def _whole() -> None:
    """Compose every piece of unseen lots."""
    pieces = [[page for _, page in group] for _, group in groupby(_pages(), key=lambda numbered: numbered[0])]
    pages = [page for piece in pieces for page in piece]
    compose(pieces[0])  # what is loaded once
    made, seconds = [], _Seconds()
    with seconds("compose, all of it"):
        made = [compose(piece) for piece in pieces]
    for page in pages:
        _by_step(page, seconds)
    heaviest = max(len(one.content) for one in made)
    delivered, received = sum(len(one.content) for one in made), sum(len(page.content) for page in pages)
    print(f"\n{len(made)} pieces, {len(pages)} pages; heaviest piece {heaviest / 1000:.0f} kB")
    print(f"received {received / len(pages) / 1000:.0f} kB a page, delivered {delivered / len(pages) / 1000:.0f}")
    alone = [(one.profile, len(one.content) / one.pages / 1000) for one in made]
    ways = sorted({way for way, _ in alone})
    weights = {way: [weight for said, weight in alone if said == way] for way in ways}
    show("Pieces by profile", ("", "pieces", "median kB a page"), [(w, len(k), median(k)) for w, k in weights.items()])
    show("CPU", ("step", "ms a page"), [(step, 1000 * spent / len(pages)) for step, spent in seconds.spent.items()])


def _pages() -> Iterator[tuple[tuple[str, int], ComposePage]]:
    """Yield the pages of pieces of the lots, each with the piece that it belongs to."""
    with tempfile.TemporaryDirectory() as name:
        unseen.write(SEED, LOTS, Path(name))
        for told in sorted(Path(name).glob("*.verite.json")):
            truth = json.loads(told.read_text(encoding="utf-8"))
            lot = next(path for path in told.parent.glob(f"{told.name.split('.')[0]}*") if path.suffix in SUFFIXES)
            into = Path(tempfile.mkdtemp(dir=name))
            unfolded = list(unfold_isolated(lot, into, LIMITS))
            for page in truth["pages"]:
                if page["role"] == "piece":
                    received = unfolded[page["n"] - 1]
                    content = received.path.read_bytes()
                    reading = read(content, received.kind, received.dpi, lambda _: False)
                    piece = (told.name, page["piece"])
                    yield piece, ComposePage(received.kind, content, received.dpi, page["rotation"], reading)


def _by_step(page: ComposePage, seconds: _Seconds) -> None:
    """Time again, one after the other, the steps of a page that is a piece by itself."""
    with seconds("  as received"):
        leaf = received(page) if is_light(page) else None
    if leaf is None:
        with seconds("  decode"):
            pixels = decode(page)
        with seconds("  profile, black and white"):
            profile_of(page, pixels)
        with seconds("  profile and encode"):
            leaf = rendition(page, pixels, FIRST)
    with seconds("  text layer"):
        text_layer([TextPage(595.0, 842.0, page.reading.lines())])
    with seconds("  text layer, bind, PDF/A"):
        bound([page], [leaf])


class _Seconds:
    """CPU seconds spent, by step."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    @contextmanager
    def __call__(self, step: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.spent[step] += time.process_time() - start


if __name__ == "__main__":
    main()
