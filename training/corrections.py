"""What operators answered about types, as papers to learn from: each piece under the type that they gave it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pipeline.engine.house import House
from pipeline.insight.replay.kept import kept_of
from pipeline.store import plis
from training.samples import Sample


def corrected(racine: Path) -> Iterator[Sample]:
    """Yield every piece of a workspace whose type a person gave; answers taken back are not among them."""
    with closing(House(racine, os.environ)) as house, house.store.begin() as tx:
        known = (kept_of(tx, name, house.reader) for name in plis.names(tx))
        for kept in (one for one in known if one is not None):
            for piece in kept.bilan.pieces:
                told = kept.said.types.get(piece.pages[0])
                if told is not None:
                    yield Sample(told, f"{told}:{piece.id}", tuple(kept.readings[n] for n in piece.pages))
