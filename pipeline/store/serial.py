"""How facts are written down and read back: the one place that knows."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from pydantic import TypeAdapter

from pipeline.domain.bilan import SCHEMA, Bilan
from pipeline.domain.corrections import Correction
from pipeline.domain.facts import Demande
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Companion
from pipeline.domain.verdict import Evidence

READING = TypeAdapter(Reading)
_SHARES: dict[float, float] = {}
COMPANION = TypeAdapter(Companion)
DEMANDE = TypeAdapter(Demande)
_BILAN = TypeAdapter(Bilan)
_CORRECTIONS: dict[str, TypeAdapter[Correction]] = {kind.__name__: TypeAdapter(kind) for kind in Correction.__args__}


def load_reading(content: str) -> Reading:
    """Return the reading that ``READING`` wrote; numbers that come in every page are one object, whatever the pages."""
    reading = READING.validate_json(content)
    if reading.look is None:
        return reading
    return replace(reading, look=replace(reading.look, ink_map=tuple(map(_one, reading.look.ink_map))))


def _one(share: float) -> float:
    """Return the one object for a share in ten thousandths: each page has 1 408, and a pli may have 1 000 pages."""
    return _SHARES.setdefault(share, share)


def dump_correction(correction: Correction) -> dict[str, Any]:
    """Return a correction as JSON, with its kind."""
    return {"genre": type(correction).__name__, **asdict(correction)}


def load_correction(content: dict[str, Any]) -> Correction:
    """Return the correction that :func:`dump_correction` wrote."""
    fields = dict(content)
    return _CORRECTIONS[fields.pop("genre")].validate_python(fields)


def dump_bilan(bilan: Bilan) -> str:
    """Return a bilan as it is kept."""
    return _BILAN.dump_json(bilan).decode()


def load_bilan(content: str) -> Bilan:
    """Return the bilan that :func:`dump_bilan` wrote."""
    return _BILAN.validate_json(content)


def public_bilan(bilan: Bilan) -> dict[str, Any]:
    """Return a bilan as the outside reads it (contract, §3)."""
    content: dict[str, Any] = {"schema": SCHEMA, **_BILAN.dump_python(bilan, mode="json")}
    content["recu_le"], content["echeance"] = bilan.recu_le.isoformat(), bilan.echeance.isoformat()
    content["anomalies"] = [
        {"code": a.code, "niveau": a.level, "dossier": a.dossier, "pages": list(a.pages), "suite": a.outcome}
        for a in bilan.anomalies
    ]
    for written, piece in zip(content["pieces"], bilan.pieces, strict=True):
        written["preuves"] = [_evidence(found) for found in piece.preuves]
    return content


def _evidence(found: Evidence) -> dict[str, Any]:
    zone = found.zone
    corners = [round(side, 4) for side in (zone.x0, zone.y0, zone.x1, zone.y1)] if zone is not None else None
    return {"genre": found.genre, "detail": found.detail, "page": found.page, "zone": corners}
