"""An account that is nobody's any more: the codes, the counts and the places stay; numbers and quotations go. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.receipt import Companion
from pipeline.domain.verdict import Evidence, Genre
from pipeline.store.erasing import ERASED


def labels_of(bilan: Bilan, others: Iterable[str]) -> dict[str, str]:
    """Return what stands for each numéro unique of a pli, ``others`` last: it tells dossiers apart, and no more."""
    own = (dossier.numero_unique for dossier in bilan.dossiers)
    named = (
        *(p.dossier for p in bilan.pieces),
        *(p.dossier for p in bilan.pages),
        *(a.dossier for a in bilan.anomalies),
    )
    numbers = dict.fromkeys([*own, *(number for number in named if number is not None), *others])
    return {number: f"efface-{rank}" for rank, number in enumerate(numbers, start=1)}


def erased(bilan: Bilan, labels: Mapping[str, str]) -> Bilan:
    """Return a bilan without the name of its file, its numéros uniques and what it quotes of papers."""
    return replace(
        bilan,
        source=replace(bilan.source, nom=ERASED),
        anomalies=tuple(replace(it, dossier=_label(it.dossier, labels)) for it in bilan.anomalies),
        pages=tuple(replace(page, dossier=_label(page.dossier, labels)) for page in bilan.pages),
        dossiers=tuple(replace(it, numero_unique=labels[it.numero_unique]) for it in bilan.dossiers),
        pieces=tuple(_piece(piece, labels) for piece in bilan.pieces),
    )


def erased_companion(companion: Companion) -> Companion:
    """Return what a sender said, without whose papers they were and where to write to."""
    return replace(companion, numero_unique=None, courriel=None)


def _piece(piece: BilanPiece, labels: Mapping[str, str]) -> BilanPiece:
    return replace(piece, dossier=_label(piece.dossier, labels), preuves=tuple(map(_evidence, piece.preuves)))


def _evidence(found: Evidence) -> Evidence:
    """Keep what was measured on an image; everything else quotes what stands on it."""
    return found if found.genre is Genre.IMAGE else replace(found, detail=ERASED)


def _label(number: str | None, labels: Mapping[str, str]) -> str | None:
    return labels[number] if number is not None else None
