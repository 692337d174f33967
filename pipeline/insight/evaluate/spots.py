"""Errors gathered by the pages where they lie, gravest first: one look at a page settles all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.insight.evaluate.figures import Fault

Place = tuple[str, int]
"""A page: the name of its lot, and its number there."""

GENRES: Mapping[str, str] = MappingProxyType(
    {
        "mauvais_dossier": "mauvais dossier",
        "registre": "registre",
        "decision": "décision fausse",
        "type": "type",
        "separateur": "séparateur",
        "coupe": "découpe",
        "recto_verso": "recto et verso",
        "role": "rôle de page",
    }
)
"""What the genres of errors are called, gravest first."""

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Pages of a lot, and the errors that lie exactly there, gravest first."""

    pli: str
    pages: tuple[int, ...]
    faults: tuple[Fault, ...]

    @property
    def place(self) -> Place | None:
        """The first of the pages, None when the errors are of the whole lot."""
        return (self.pli, self.pages[0]) if self.pages else None


def gathered(faults: Iterable[Fault]) -> list[Spot]:
    """Gather errors by place; the gravest spots come first, then in the order of lots and pages."""
    places: dict[tuple[str, tuple[int, ...]], list[Fault]] = {}
    for fault in faults:
        places.setdefault((fault.pli, fault.pages), []).append(fault)
    spots = [Spot(pli, pages, tuple(sorted(own, key=_gravity))) for (pli, pages), own in places.items()]
    return sorted(spots, key=lambda spot: (_gravity(spot.faults[0]), spot.pli, spot.pages))


def _gravity(fault: Fault) -> int:
    return list(GENRES).index(fault.genre)
