"""How a pli came: channel, day, companion, and the place of its pages in the lot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Canal(StrEnum):
    """The doors of the mailroom."""

    PAPIER_GUICHET = "papier-guichet"
    PAPIER_DEMANDEUR = "papier-demandeur"
    PWP = "pwp"
    MEL_SECURISE = "mel-securise"
    SERVICES_WEB = "services-web"
    SMARTPHONE = "smartphone"
    MEL = "mel"

    @property
    def is_paper(self) -> bool:
        return self in {Canal.PAPIER_GUICHET, Canal.PAPIER_DEMANDEUR}

    @property
    def of_guichets(self) -> bool:
        """Whether guichets send here, so that fiches open dossiers; elsewhere attestations do."""
        return self in {Canal.PAPIER_GUICHET, Canal.PWP, Canal.MEL_SECURISE, Canal.SERVICES_WEB}

    @property
    def takes_number_from_companion(self) -> bool:
        """Whether the companion's numéro unique stands for the fiche."""
        return self in {Canal.PWP, Canal.SERVICES_WEB, Canal.SMARTPHONE, Canal.MEL}


@dataclass(frozen=True, slots=True)
class Companion:
    """What the sender said beside the file. ``ignored`` names the fields that did not hold.

    ``recu_le`` bears an offset; a bare day counts from its first instant.
    """

    canal: Canal | None = None
    numero_unique: str | None = None
    guichet: str | None = None
    courriel: str | None = None
    recu_le: datetime | None = None
    station: str | None = None
    recto_verso: bool | None = None
    documents: int | None = None
    pages: int | None = None
    reference: str | None = None
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """The file received; ``sha256`` is of its bytes as they came."""

    nom: str
    sha256: str
    octets: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """A pli as it was received. ``first`` and ``last``: its first and last page in the lot, 1-based.

    ``recu_le`` bears an offset; ``recu_le_source`` is ``companion``, ``dossier`` or ``depot``;
    ``echeance`` was computed once, at reception.
    """

    pli: str
    lot: str
    canal: Canal
    station: str | None
    source: Source
    recu_le: datetime
    recu_le_source: str
    echeance: datetime
    companion: Companion
    first: int
    last: int
