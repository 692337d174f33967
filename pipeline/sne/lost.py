"""Is it the register that says "unknown"? A wrong address, or a gateway, says 404 to everything, in JSON too."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.domain.facts import DemandeState
from pipeline.errors import Shut
from pipeline.sne.port import Sne

WITNESSES = 3
"""How many demandes that a register knew are asked about before it is believed not to know one."""
LOST_S = 600.0
"""How long a register that knows nothing is left alone: somebody has to see where we are speaking to."""


def check_right_place(numero_unique: str, sne: Sne, witnesses: Sequence[str]) -> None:
    """Raise Shut when a register that does not know a demande does not know any of ``witnesses`` any more.

    ``witnesses``: demandes that it knew. Nobody's piece is rejected on the word of one that has lost them all.
    """
    others = [number for number in witnesses if number != numero_unique]
    if others and not any(_is_known(number, sne) for number in others):
        raise Shut("le SNE ne connaît plus aucune des demandes qu'il connaissait : vérifiez PLI_SNE_URL", LOST_S)


def check_ever_right(witnesses: Sequence[str]) -> None:
    """Raise Shut when a register that does not know a demande never knew one."""
    if not witnesses:
        raise Shut(
            "le SNE dit inconnue chaque demande qu'on lui a nommée jusqu'ici : vérifiez PLI_SNE_URL ; "
            "s'il est le bon, ce doute tombe avec le premier pli dont il connaît la demande",
            LOST_S,
        )


def _is_known(numero_unique: str, sne: Sne) -> bool:
    told = sne.ask(numero_unique)
    return told is not None and told.state is not DemandeState.UNKNOWN
