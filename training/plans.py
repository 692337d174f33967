"""What is put in an envelope before it is scanned, and how the machine is set."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import Literal

from training.codes import Writing
from training.desk import Draft
from training.fonts import Family
from training.people import Household, Office
from training.scanner import Grade, Tint

Container = Literal["pdf", "tif", "jpg", "png", "images"]
"""How a lot is dropped: as one file, or as the folder of a scanner that writes an image a side."""


@dataclass(frozen=True, slots=True)
class DossierPlan:
    """One household's papers behind their sheet. ``miscount``: pages announced beyond those that are there."""

    home: Household
    writing: Writing
    drafts: tuple[Draft, ...]
    miscount: int = 0


@dataclass(frozen=True, slots=True)
class PliPlan:
    """An envelope. ``office``: the guichet concerned; ``loose``: papers before any fiche."""

    dossiers: tuple[DossierPlan, ...]
    office: Office
    with_bordereau: bool = True
    loose: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class LotPlan:
    """What is received at once. ``opener``: the sheet that opens each dossier, None where the companion does.

    ``turned``: degrees clockwise by which sheets of paper went in, by their rank in the lot from 1.
    ``counted``: a sender whose lot needs no sheet says how much there is, and under which reference.
    ``also_said``: fields of the companion besides those that every lot of the channel has.
    """

    name: str
    canal: str
    day: date
    family: Family
    plis: tuple[PliPlan, ...]
    opener: Literal["fiche", "attestation"] | None
    grade: Grade
    dpi: int
    duplex: bool = False
    tint: Tint = Tint.GREY
    container: Container = "pdf"
    turned: dict[int, int] = field(default_factory=dict)
    courriel: str | None = None
    counted: bool = True
    also_said: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    @property
    def dossiers(self) -> list[DossierPlan]:
        return [dossier for pli in self.plis for dossier in pli.dossiers]

    def before_any_fiche(self, pli: PliPlan) -> tuple[DossierPlan, ...]:
        """Return the first dossiers of an envelope whose fiches were forgotten: their papers lie outside any."""
        if self.opener != "fiche":
            return ()
        return tuple(takewhile(lambda dossier: dossier.writing is Writing.ABSENT, pli.dossiers))
