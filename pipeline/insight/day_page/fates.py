"""The fate of a page: the account of the register that it stands in, and how that is said. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from pipeline.domain.bilan import BilanPage, BilanPiece
from pipeline.domain.pli import SEPARATORS, Role
from pipeline.domain.register import Register
from pipeline.insight.day_page import words


class Fate(Enum):
    """One account of the register. ``mark`` tells it without colour."""

    SEPARATOR = ("separateurs", "séparateur", "séparateurs", "§")
    BLANK = ("blanches", "blanche", "blanches", "○")
    ACCEPTED = ("acceptees", "acceptée", "acceptées", "✓")
    REJECTED = ("rejetees", "rejetée", "rejetées", "✕")
    TO_CHECK = ("a_verifier", "à vérifier", "à vérifier", "?")
    OUTSIDE = ("hors_dossier", "hors dossier", "hors dossier", "!")

    def __init__(self, account: str, one: str, many: str, mark: str) -> None:
        self.account = account
        self.one = one
        self.many = many
        self.mark = mark


OF_VERDICT = {"acceptee": Fate.ACCEPTED, "rejetee": Fate.REJECTED, "a_verifier": Fate.TO_CHECK}


def fate_of(page: BilanPage, piece: BilanPiece | None) -> Fate:
    """Return the account in which a page stands; ``piece``: the one that it is of, if any."""
    if page.role is Role.BLANK:
        return Fate.BLANK
    if page.role in SEPARATORS:
        return Fate.SEPARATOR
    return OF_VERDICT[piece.verdict] if piece is not None else Fate.OUTSIDE


def said_of(page: BilanPage, piece: BilanPiece | None) -> str:
    """Say in a word or two what became of a page; a sheet of the sender's bears its name."""
    fate = fate_of(page, piece)
    if fate is Fate.SEPARATOR:
        return words.ROLES[page.role]
    return outcome_of(piece) if piece is not None else fate.one


def outcome_of(piece: BilanPiece) -> str:
    """Say in a word or two what became of a piece."""
    if piece.verdict == "acceptee" and piece.depot is not None and piece.depot.etat == "depose":
        return "déposée"
    return OF_VERDICT[piece.verdict].one


@dataclass(frozen=True, slots=True)
class Account:
    """So many pages met this fate; ``share``: in 0–1 of all pages received."""

    fate: Fate
    pages: int
    share: float

    @property
    def said(self) -> str:
        return f"{self.pages} {self.fate.many if self.pages > 1 else self.fate.one}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The registers of some plis, added up: balanced, as each of them is. ``accounts``: those that are not empty."""

    received: int
    accounts: tuple[Account, ...]


def ledger_of(registers: Iterable[Register]) -> Ledger:
    """Add up registers."""
    known = list(registers)
    received = sum(register.recues for register in known)
    counted = ((fate, sum(int(getattr(register, fate.account)) for register in known)) for fate in Fate)
    return Ledger(received, tuple(Account(fate, pages, pages / received) for fate, pages in counted if pages))
