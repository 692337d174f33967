"""What the house keeps of a pli, enough to judge it again: nothing is read, asked or written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from pipeline import flow
from pipeline.domain.bilan import Bilan
from pipeline.domain.corrections import Corrections
from pipeline.domain.facts import Facts
from pipeline.domain.pli import Judged
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Receipt
from pipeline.domain.rules import Rules
from pipeline.store import lots, plis, purges
from pipeline.store.plis import Asked


@dataclass(frozen=True, slots=True)
class Kept:
    """A settled pli. ``facts``: as frozen when first used; ``readings``: by page; ``asked``: by piece.

    ``purged``: when its readings and facts were erased, if they were.
    """

    bilan: Bilan
    asked: Mapping[str, Asked]
    receipt: Receipt
    readings: Mapping[int, Reading]
    facts: Facts
    said: Corrections
    purged: datetime | None = None

    def obstacle(self, rules: Rules) -> str | None:
        """Say in French why ``rules`` cannot judge this pli, or None when they can."""
        if self.bilan.plage is None:
            return "refusé en bloc, il n'a pas de pages"
        if self.purged is not None:
            return purges.sentence(self.purged)
        gone = sorted({code for code in self.said.types.values() if code not in rules.plan})
        if gone:
            return f"une réponse nomme un type que le plan ne connaît plus ({', '.join(gone)})"
        return None

    def judged_by(self, rules: Rules) -> Judged:
        """Decide again what becomes of every page. Pure."""
        return flow.judge(self.receipt, self.readings, self.facts, self.said, rules)


def kept_of(tx: Connection, name: str, reader: str) -> Kept | None:
    """Return what is kept of a pli, or None before its first settling; ``reader``: whose readings are preferred."""
    bilan = plis.bilan(tx, name)
    if bilan is None:
        return None
    receipt = plis.receipt(tx, name)
    return Kept(
        bilan=bilan,
        asked={asked.piece: asked for asked in plis.questions(tx, name)},
        receipt=receipt,
        readings=lots.readings(tx, receipt.lot, reader, receipt.first, receipt.last),
        facts=plis.facts(tx, name),
        said=plis.said(tx, name),
        purged=purges.lot_purged(tx, receipt.lot),
    )
