"""What the world said, dated and frozen, so that settling again sees what was seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

OTHER_BYTES = "A03"
"""Said of a piece that the SNE already held under its key, with other bytes than ours: a possible duplicate."""


class DemandeState(StrEnum):
    """What the SNE knows of a numéro unique."""

    ACTIVE = "active"
    STRUCK_OFF = "radiee"
    UNKNOWN = "inconnue"


@dataclass(frozen=True, slots=True)
class Person:
    """An applicant: names in upper case without accents, as in the codes."""

    nom: str
    prenoms: str
    naissance: date | None


@dataclass(frozen=True, slots=True)
class Demande:
    """What the SNE said of one demande."""

    numero_unique: str
    state: DemandeState
    demandeur: Person | None = None
    courriel: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """``demandes``: by numéro unique; one that is absent could not be asked about.

    ``refused``: by (first page, type) of a piece, why it could not be filed as it is: ``T10`` or ``T11``, no
    file could be made of it, the status by which the SNE refused it, or ``OTHER_BYTES``.
    ``seen_before``: the ``envoi:…`` and ``nonce:…`` marks that an earlier pli had already brought.
    """

    demandes: Mapping[str, Demande] = field(default_factory=dict)
    seen_before: frozenset[str] = frozenset()
    refused: Mapping[tuple[int, str], str] = field(default_factory=dict)


NO_FACTS = Facts()
