"""What a deposit says of itself, and how what does not hold in it is told (contract, §5).

A field that the contract does not name is refused: a stand-in is there to notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from pipeline.domain.receipt import Canal
from pipeline.sne.bodies import Hex64

Text = Annotated[str, Field(min_length=1, max_length=200)]
FAULTS: Mapping[str, tuple[str, str]] = {
    "missing": ("champ_manquant", "ce champ manque"),
    "extra_forbidden": ("champ_inconnu", "ce champ n'est pas prévu"),
    "json_invalid": ("metadonnees_illisibles", "ce n'est pas du JSON"),
}


class Metadonnees(BaseModel):
    """The part ``metadonnees`` of a deposit."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    type: Annotated[str, Field(pattern=r"^[A-Z]{3}-[A-Z0-9]{2,3}$")]
    categorie: Text
    libelle: Text
    role: Literal["D", "C", "A", "E"] | None
    pages: Annotated[int, Field(ge=1)]
    octets: Annotated[int, Field(ge=1)]
    sha256: Hex64
    sensible: bool
    canal: Canal
    pli: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
    recu_le: AwareDatetime


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One thing that does not hold in a deposit. ``message``: in French, without the value at fault."""

    code: str
    message: str


def metadonnees_of(text: bytes) -> Metadonnees | list[Anomaly]:
    """Read a part ``metadonnees``, or say all that is wrong in it."""
    try:
        return Metadonnees.model_validate_json(text)
    except ValidationError as error:
        return [_anomaly(str(fault["type"]), fault["loc"]) for fault in error.errors(include_input=False)]


def _anomaly(kind: str, place: tuple[int | str, ...]) -> Anomaly:
    code, message = FAULTS.get(kind, ("champ_invalide", "cette valeur ne convient pas"))
    name = ".".join(str(part) for part in place) or "metadonnees"
    return Anomaly(code, f"« {name} » : {message}")
