"""What we ask of the SNE, whichever connector speaks to it (contract, §5).

Outcomes are values: a caller tells "there", "refused" and "nobody knows" apart by their type.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pipeline.domain.facts import Demande
from pipeline.errors import Defect

MAX_OCTETS = 2_000_000
ACTIVE, WITHDRAWN = "active", "retiree"


@dataclass(frozen=True, slots=True)
class Deposit:
    """One piece to file. ``cle``: its key for ever; ``content``: the PDF, of ``octets`` bytes.

    ``categorie`` and ``libelle`` are worded as the SNE shows them; ``recu_le`` bears an offset.
    """

    numero_unique: str
    cle: str
    type: str
    categorie: str
    libelle: str
    role: str | None
    pages: int
    octets: int
    sha256: str
    sensible: bool
    canal: str
    pli: str
    recu_le: datetime
    content: bytes

    def metadata(self) -> dict[str, object]:
        """Return the ``metadonnees`` of the protocol, fit for JSON."""
        fields = asdict(self)
        for elsewhere in ("numero_unique", "cle", "content"):
            del fields[elsewhere]
        return fields | {"recu_le": self.recu_le.isoformat()}

    def check(self) -> None:
        """Raise ``Defect`` when the content is not what the size and the hash say."""
        if len(self.content) != self.octets or hashlib.sha256(self.content).hexdigest() != self.sha256:
            raise Defect(f"the content of {self.cle} is not what its size and hash say")


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the SNE said of a piece that it holds. ``depose_le`` bears an offset."""

    reference: str
    cle: str
    sha256: str
    depose_le: datetime


class Refusal(StrEnum):
    """Why the SNE will not do what it is asked, by the status that says so.

    ``UNKNOWN_DEMANDE``: or, of a withdrawal, an unknown piece. ``WITHDRAWN``: it answers that the piece is there, but
    among those that were withdrawn.
    """

    UNKNOWN_DEMANDE = "404"
    CONFLICT = "409"
    STRUCK_OFF = "410"
    TOO_LARGE = "413"
    INVALID = "422"
    WITHDRAWN = "200"


@dataclass(frozen=True, slots=True)
class Deposited:
    """The piece is there; ``already``: since before this call."""

    acknowledgement: Acknowledgement
    already: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The SNE said no. ``detail``: its words, in French."""

    reason: Refusal
    detail: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The call went out and no answer can be believed: ask what is there, never assume."""

    detail: str


DepositOutcome = Deposited | Refused | Uncertain


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The piece is marked as withdrawn, since now or since before: it is kept, and filed no more."""

    reference: str


WithdrawalOutcome = Withdrawn | Refused | Uncertain


@dataclass(frozen=True, slots=True)
class HeldPiece:
    """A piece that the SNE holds for a demande. ``etat``: ``active`` or ``retiree``."""

    reference: str
    cle: str
    sha256: str
    octets: int
    type: str
    depose_le: datetime
    etat: str


class Sne(Protocol):
    """The register.

    Every call raises ``Unavailable`` when it surely changed nothing and may be made again, and ``Denied`` when
    the register does not let us in.
    """

    def ask(self, numero_unique: str) -> Demande | None:
        """Say what is known of a demande; None when there is nobody to ask."""

    def deposit(self, deposit: Deposit) -> DepositOutcome:
        """File a piece under its key; filing it again changes nothing and answers the same."""

    def withdraw(self, numero_unique: str, cle: str, motif: str) -> WithdrawalOutcome:
        """Mark a piece as withdrawn; doing it again changes nothing and answers the same.

        ``motif``: why, in 1 to 500 characters. What is not held is refused as unknown.
        """

    def pieces(self, numero_unique: str) -> tuple[HeldPiece, ...]:
        """List what is held for a demande, oldest first."""

    def close(self) -> None:
        """Let go of connections."""
