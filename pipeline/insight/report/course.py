"""One pli from its reception to its mail, as a report counts it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.pli import Outcome
from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS

ASKED, QUARANTINED = "a_verifier", "quarantaine"
REJECTED, ACCEPTED = "rejetee", "acceptee"
OUTSIDE = "T02"
"""The motive under which whoever sent pages outside any dossier is told of them."""
_GUICHET = re.compile(r"[0-9A-Z]{5}")


class Fate(StrEnum):
    """Where a pli stands against its deadline."""

    IN_TIME = "a_temps"
    LATE = "en_retard"
    OPEN = "en_cours"


@dataclass(frozen=True, slots=True)
class Course:
    """A pli. ``bilan`` is None before its first settling.

    ``acknowledged``: when the register had acknowledged all that was accepted, None before, or when nothing was.
    ``told``: when its final message left; ``untold``: why nobody can be told, in French.
    ``by_hand``: a person was asked about it, or said something of it.
    """

    pli: str
    canal: Canal
    received: datetime
    deadline: datetime
    bilan: Bilan | None
    acknowledged: datetime | None
    told: datetime | None
    untold: str | None
    by_hand: bool

    @property
    def day(self) -> date:
        """The civil day of reception."""
        return self.received.astimezone(PARIS).date()

    @property
    def pieces(self) -> tuple[BilanPiece, ...]:
        return self.bilan.pieces if self.bilan is not None else ()

    @property
    def guichet(self) -> str | None:
        """The code of the guichet that sent it; what is not written as a code is nobody's."""
        said = self.bilan.guichet.code if self.bilan is not None and self.bilan.guichet is not None else ""
        return said if _GUICHET.fullmatch(said) else None

    @property
    def opened(self) -> bool:
        """Whether it was decided page by page, not refused as a file."""
        return self.bilan is not None and self.bilan.plage is not None

    @property
    def settled(self) -> datetime | None:
        """When all was done: what is accepted acknowledged, and its sender told."""
        if self.bilan is None or self.told is None or self.bilan.etat == ASKED:
            return None
        if not any(piece.verdict == ACCEPTED for piece in self.pieces):
            return self.told
        return max(self.acknowledged, self.told) if self.acknowledged is not None else None

    def fate(self, now: datetime) -> Fate:
        """Say where it stands at ``now``."""
        if self.settled is not None:
            return Fate.IN_TIME if self.settled <= self.deadline else Fate.LATE
        return Fate.LATE if now > self.deadline else Fate.OPEN

    def lacks(self) -> str | None:
        """Say in French what it waits for, None when it waits for nothing."""
        if self.settled is not None:
            return None
        if self.bilan is None:
            return "pas encore décidé"
        if self.bilan.etat == ASKED:
            return "question ouverte"
        if self.acknowledged is None and any(piece.verdict == ACCEPTED for piece in self.pieces):
            return "dépôt non acquitté par le SNE"
        return self.untold or "mail non parti"

    def cases(self) -> Iterator[Case]:
        """Yield what was rejected of it, a case each."""
        if self.bilan is None:
            return
        for piece in self.pieces:
            if piece.verdict == REJECTED and piece.motif is not None:
                yield Case(piece.motif, pieces=1, pages=len(piece.pages))
        if self.bilan.registre.hors_dossier:
            yield Case(OUTSIDE, pages=self.bilan.registre.hors_dossier)
        if not self.opened:
            refusals = (anomaly for anomaly in self.bilan.anomalies if anomaly.outcome is Outcome.REJECTION)
            yield from (Case(anomaly.code, files=1) for anomaly in refusals)

    def verdicts(self) -> Counter[str]:
        """Count its pieces by verdict."""
        return Counter(piece.verdict for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Case:
    """A rejection: a piece, the pages of a pli that no fiche announces, or a whole file."""

    motif: str
    pieces: int = 0
    pages: int = 0
    files: int = 0
