"""What may stand in an answer of the SNE (contract, §5). What the contract names must hold; what it does not is let be.

A register that says more one day must not stop the deposits; one that says less, or otherwise, is not believed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from pipeline.domain.address import is_address
from pipeline.sne.demandes import DemandeBody
from pipeline.sne.port import Acknowledgement, HeldPiece

T = TypeVar("T")
FIRST_YEAR, LAST_YEAR = 2000, 2100


def _one_line(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise ValueError("not one line of text")
    return text


def _sane(instant: datetime) -> datetime:
    """Refuse what no register can mean, before adding a day to it overflows."""
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise ValueError("not an instant of our time")
    return instant


Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Instant = Annotated[AwareDatetime, AfterValidator(_sane)]
Reference = Annotated[str, Field(max_length=100), AfterValidator(_one_line)]


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class AcknowledgementBody(_Body):
    """The answer to a deposit."""

    reference: Reference
    cle: Hex64
    sha256: Hex64
    depose_le: Instant

    def acknowledgement(self) -> Acknowledgement:
        """Return what this answer acknowledges."""
        return Acknowledgement(self.reference, self.cle, self.sha256, self.depose_le)


class HeldPieceBody(_Body):
    """One piece of a demande."""

    reference: Reference
    cle: Hex64
    sha256: Hex64
    octets: Annotated[int, Field(ge=0)]
    type: str
    depose_le: Instant
    etat: Literal["active", "retiree"]

    def held_piece(self) -> HeldPiece:
        """Return the piece that this entry states."""
        return HeldPiece(**dict(self))


class AskedDemandeBody(DemandeBody):
    """What is known of a demande; an address that nobody could write to is no reason to know nothing of it."""

    courriel: Annotated[str | None, BeforeValidator(lambda told: told if is_address(str(told)) else None)] = None


class WithdrawalBody(_Body):
    """The answer to a withdrawal."""

    reference: Reference
    etat: Literal["retiree"]


class AnomalyBody(_Body):
    """One reason of a 422."""

    code: str
    message: str


class AnomaliesBody(_Body):
    """The answer to a deposit that does not hold."""

    anomalies: list[AnomalyBody]


DEMANDE = TypeAdapter(AskedDemandeBody)
ACKNOWLEDGEMENT = TypeAdapter(AcknowledgementBody)
HELD_PIECES = TypeAdapter(list[HeldPieceBody])
WITHDRAWAL = TypeAdapter(WithdrawalBody)
ANOMALIES = TypeAdapter(AnomaliesBody)


def parsed(shape: TypeAdapter[T], body: bytes) -> T | None:
    """Return what ``body`` says, None when it is not of that shape.

    The error of the parser goes no further: it quotes the body.
    """
    try:
        return shape.validate_json(body, extra="ignore")
    except ValidationError:
        return None
