"""The ledger of a pli: every page received stands in exactly one account."""

from __future__ import annotations

from dataclasses import astuple, dataclass


class Unbalanced(ValueError):
    """A register whose accounts do not add up to what was received."""


@dataclass(frozen=True, slots=True)
class Register:
    """Pages received, and what became of them. Cannot be built unbalanced."""

    recues: int
    separateurs: int = 0
    blanches: int = 0
    acceptees: int = 0
    rejetees: int = 0
    a_verifier: int = 0
    hors_dossier: int = 0

    def __post_init__(self) -> None:
        received, *accounts = astuple(self)
        if min(received, *accounts) < 0:
            raise Unbalanced(f"an account is negative: {self}")
        if received != sum(accounts):
            raise Unbalanced(f"{received} pages received, {sum(accounts)} accounted for: {self}")
