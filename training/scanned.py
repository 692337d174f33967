"""Papers of the world printed, scanned and read: ``python -m training.scanned --famille B --fois 3 DIR``.

Reading costs a second a page, so what was read is kept in DIR and only what is missing there is made.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from random import Random

from pipeline.domain.reading import Reading
from pipeline.stages.read import read
from pipeline.store.serial import READING
from training.desk import Desk, Draft, Side
from training.fonts import Family
from training.papers.case import Case
from training.papers.lay import laid
from training.papers.shelf import DRAWERS
from training.papers.writers import Drawer, Writer
from training.people import Household, household
from training.random_plans import OFFICES
from training.samples import FIRST_DAY, Sample, every_writer, name_of
from training.scanner import GRADES, Grade, Tint, scan

GRADES_OF = {
    Family.A: ("propre", "bureau", "bureau"),
    Family.C: ("propre", "bureau", "bureau"),
    Family.B: ("bureau", "bureau", "difficile"),
}
DPI = (150, 200, 200, 300)


def kept(folder: Path, family: Family) -> Iterator[Sample]:
    """Yield what was read of the papers of ``family``."""
    for path in sorted((folder / family).glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        pages = tuple(READING.validate_python(page) for page in said["readings"])
        yield Sample(said["code"], said["writer"], pages)


@dataclass(frozen=True, slots=True)
class Copies:
    """How many are made of each written paper, and of each drawn card."""

    papers: int
    cards: int


def make(folder: Path, family: Family, copies: Copies, workers: int, types: Collection[str] = ()) -> int:
    """Print, scan and read what is missing; return how many papers that was. ``types``: which alone, all when empty."""
    (folder / family).mkdir(parents=True, exist_ok=True)
    jobs = [
        (folder / family / f"{code}-{name}-{time}.json", family, code, name)
        for (code, name), (maker, is_card) in _makers(family).items()
        if not types or code in types
        for time in range(copies.cards if is_card else copies.papers)
    ]
    missing = [job for job in jobs if not job[0].exists()]
    with ProcessPoolExecutor(workers) as pool:
        for number, _ in enumerate(pool.map(_make, *zip(*missing, strict=True), chunksize=4) if missing else (), 1):
            print(f"\r{number}/{len(missing)}", end="", flush=True)
    print()
    return len(missing)


Maker = Callable[[Desk, Household, int], Draft]
"""Makes a paper; the number: months ago that a monthly one is about."""


@cache
def _makers(family: Family) -> dict[tuple[str, str], tuple[Maker, bool]]:
    """Return every writer and drawer of ``family`` by class and name, and whether it draws a card."""
    written = {(code, name_of(writer)): (partial(_written, writer), False) for code, writer in every_writer(family)}
    drawn = {
        (code, f"{name_of(drawer)}{rank}"): (partial(_drawn, drawer), True)
        for code, families in DRAWERS.items()
        for rank, drawer in enumerate(families[family])
    }
    return {**written, **drawn}


def _written(writer: Writer, desk: Desk, home: Household, back: int) -> Draft:
    return laid(writer(Case(desk, home, back)), desk, home)


def _drawn(drawer: Drawer, desk: Desk, home: Household, _back: int) -> Draft:
    return drawer(desk, home)


def _make(path: Path, family: Family, code: str, name: str) -> None:
    rng = Random(f"scanned-{path.name}")
    day = FIRST_DAY + timedelta(days=rng.randint(0, 1000))
    desk = Desk.of(family, rng, day, rng.choice(DPI))
    home = household(family, rng, day, rng.choice(OFFICES[family]))
    maker, _ = _makers(family)[code, name]
    draft = maker(desk, home, rng.randint(1, 3))
    grade, tint = GRADES[rng.choice(GRADES_OF[family])], rng.choice((Tint.GREY, Tint.GREY, Tint.COLOUR))
    readings = [READING.dump_python(_read(side, desk.dpi, grade, tint, rng), mode="json") for side in draft.sides]
    said = {"code": code, "writer": f"{code}:{name}", "readings": readings}
    path.with_suffix(".part").write_text(json.dumps(said), encoding="utf-8")
    path.with_suffix(".part").rename(path)


def _read(side: Side, dpi: int, grade: Grade, tint: Tint, rng: Random) -> Reading:
    if isinstance(side, bytes):
        return read(side, "pdf", None, lambda _: False)
    content = BytesIO()
    scan(side, grade, rng, tint=tint).save(content, "JPEG", quality=rng.randint(*grade.quality), dpi=(dpi, dpi))
    return read(content.getvalue(), "jpeg", float(dpi), lambda _: False)


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Dessine, numérise et lit les papiers du monde d'essai.")
    parser.add_argument("--famille", type=Family, required=True)
    parser.add_argument("--fois", type=int, default=3, help="exemplaires de chaque papier écrit")
    parser.add_argument("--cartes", type=int, default=3, help="exemplaires de chaque carte dessinée")
    parser.add_argument("--types", nargs="+", default=(), help="ces types seulement")
    parser.add_argument("--processus", type=int, default=2)
    parser.add_argument("dossier", type=Path)
    asked = parser.parse_args()
    made = make(asked.dossier, asked.famille, Copies(asked.fois, asked.cartes), asked.processus, asked.types)
    print(f"{made} papiers lus")
    return 0


if __name__ == "__main__":
    sys.exit(main())
