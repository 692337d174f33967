"""The demandes that a workspace knows by itself: ``config/demandes.json``, ``{NU: body of GET /v1/demandes/NU}``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError

from pipeline.domain.address import is_address
from pipeline.domain.facts import Demande, DemandeState, Person
from pipeline.domain.text import fold
from pipeline.errors import Misuse


def _one_address(text: str) -> str:
    if not is_address(text):
        raise ValueError("not exactly one address")
    return text


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DemandeurBody(_Strict):
    """The applicant, as the SNE words it."""

    nom: str
    prenoms: str
    naissance: date | None = None


class DemandeBody(_Strict):
    """The answer of ``GET /v1/demandes/{NU}``."""

    numero_unique: str
    etat: Literal["active", "radiee"]
    demandeur: DemandeurBody | None = None
    courriel: Annotated[str, AfterValidator(_one_address)] | None = None

    def demande(self) -> Demande:
        """Return the fact that this answer states."""
        person = self.demandeur
        return Demande(
            numero_unique=self.numero_unique,
            state=DemandeState(self.etat),
            demandeur=Person(fold(person.nom), fold(person.prenoms), person.naissance) if person is not None else None,
            courriel=self.courriel,
        )


_FILE = TypeAdapter(dict[str, DemandeBody])


def demandes_of(path: Path) -> Mapping[str, Demande]:
    """Read the demandes file as facts; see :func:`bodies_of`."""
    return {number: body.demande() for number, body in bodies_of(path).items()}


def bodies_of(path: Path) -> Mapping[str, DemandeBody]:
    """Read the demandes file as written. Raises ``Misuse`` naming the file, the demande and the field at fault."""
    try:
        bodies = _FILE.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{path} : fichier illisible ({error})") from error
    except json.JSONDecodeError as error:
        raise Misuse(f"{path}, ligne {error.lineno} : ce n'est pas du JSON ({error.msg})") from error
    except ValidationError as error:
        raise Misuse(_explain(path, error)) from error
    for number, body in bodies.items():
        if body.numero_unique != number:
            raise Misuse(f"{path} : la demande {number} porte un autre numéro unique dans « numero_unique »")
    return bodies


def _explain(path: Path, error: ValidationError) -> str:
    """Name every field at fault without quoting its value, which may be personal."""
    faults = (f"« {'.'.join(str(part) for part in fault['loc'])} » : {fault['msg']}" for fault in error.errors())
    return f"{path} : " + " ; ".join(faults)
