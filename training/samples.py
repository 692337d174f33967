"""Papers of the synthetic world one by one, written for households drawn by lot: what filing is learnt from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import TypeVar

from pipeline.classifiers.wording import OTHER
from pipeline.domain.reading import Reading
from training.desk import ACCENTS
from training.fonts import Family, pick_faces, pick_hand
from training.noted import NotedDesk, reading
from training.papers.case import Case
from training.papers.lay import laid
from training.papers.shelf import LETTERS, STRANGE, WRITERS
from training.papers.writers import Writer
from training.people import household
from training.random_plans import OFFICES

DPI = 40  # enough to place words
SLIPS = (0.0, 0.01, 0.03, 0.08)
FIRST_DAY = date(2023, 1, 9)


Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Sample:
    """The readings of a piece, in order, and its class: a type of the plan, or ``OTHER``. ``writer``: its layout."""

    code: str
    writer: str
    readings: tuple[Reading, ...]


def each(family: Family, times: int, work: Callable[[Sample], Result]) -> Iterator[Result]:
    """Do ``work`` on every paper of ``family``, ``times`` of each layout, never printed nor scanned.

    ``work`` is done where the paper is written, in another process: a reading costs more to send than to make.
    """
    ranks = range(len(list(every_writer(family))))
    with ProcessPoolExecutor(2) as pool:
        for results in pool.map(partial(_times, family, times, work), ranks):
            yield from results


def _times(family: Family, times: int, work: Callable[[Sample], Result], rank: int) -> list[Result]:
    code, writer = list(every_writer(family))[rank]
    dice = (Random(f"{family}-{code}-{writer.__module__}{writer.__name__}-{time}") for time in range(times))
    return [work(_noted(code, writer, family, rng)) for rng in dice]


def every_writer(family: Family) -> Iterator[tuple[str, Writer]]:
    """Yield every writer of ``family`` with its class."""
    for code, families in (*WRITERS.items(), *LETTERS.items()):
        yield from ((code, writer) for writer in families[family])
    yield from ((OTHER, writer) for writer in STRANGE[family])


def _noted(code: str, writer: Writer, family: Family, rng: Random) -> Sample:
    day = FIRST_DAY + timedelta(days=rng.randint(0, 1000))
    faces, hand = pick_faces(family, rng), pick_hand(family, rng)
    desk = NotedDesk(family, rng, day, DPI, faces, hand, rng.choice(ACCENTS), printed=False)
    home = household(family, rng, day, rng.choice(OFFICES[family]))
    draft = laid(writer(Case(desk, home, rng.randint(1, 3))), desk, home)
    slips = rng.choice(SLIPS)
    pages = tuple(reading(desk.drawn(side), slips, rng) for side in draft.sides)
    return Sample(code, f"{code}:{name_of(writer)}", pages)


def name_of(maker: Callable[..., object]) -> str:
    """Return what a writer or a drawer is called: it stays when others come."""
    return f"{maker.__module__.rpartition('.')[2]}.{maker.__name__}"
