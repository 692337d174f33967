"""What operators answer: checked, recorded, settled again. Nothing is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pipeline.domain import numero_unique
from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.corrections import Correction, Corrections, CutBefore, File, Join, Reject, Turn, Type
from pipeline.domain.filing_plan import Family
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.store import deposits, journal, lots, plis, purges, rectifications, tasks
from pipeline.store.tasks import Kind

RIGHT_ANGLES = (0, 90, 180, 270)
NOT_THEIRS = frozenset({"T02", "T04", "T06", "T08", "T09"})
"""The motives that say that nobody knows whose a piece is: it was in a file without any right to be there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operator says of a piece; what is None is not said. ``turns``: (page, degrees clockwise)."""

    type: str | None = None
    motif: str | None = None
    numero_unique: str | None = None
    cut_before: int | None = None
    merge_with: str | None = None
    turns: tuple[tuple[int, int], ...] = ()


def answer(house: House, pieces: Sequence[str], said: Answer, who: str) -> list[str]:
    """Record one answer for each piece, all or none; return the plis to settle again.

    Raises Misuse, in French, when an answer does not hold.
    """
    with house.store.begin() as tx:
        touched = {}
        for piece_id in pieces:
            bilan, piece = _find_unsent(tx, piece_id)
            corrections = corrections_of(house, bilan, piece, said, plis.said(tx, bilan.pli))
            for correction in corrections:
                if isinstance(correction, Turn):
                    _make_anew(tx, bilan, correction.page)
                plis.correct(tx, bilan.pli, correction, who, house.settings.now())
            rectifications.release(tx, bilan.pli, piece)
            breach = _is_breach(tx, piece_id, said, corrections)
            journal.note(
                tx, house.settings.now(), piece_id, "tranche", reponses=len(corrections), violation=int(breach)
            )
            touched[bilan.pli] = bilan.lot
        _settle(tx, touched)
    return list(touched)


def breached(house: House, pieces: Sequence[str]) -> set[str]:
    """Return those of these pieces that are known to have stood in another person's file."""
    with house.store.begin() as tx:
        return {one.piece for one in rectifications.breaches(tx)}.intersection(pieces)


def _is_breach(tx: Connection, piece: str, said: Answer, corrections: Sequence[Correction]) -> bool:
    """Record a breach when a piece that was withdrawn turns out not to be theirs in whose file it stood."""
    if said.motif in NOT_THEIRS:
        return rectifications.flag(tx, piece, None)
    right = next((one.numero_unique for one in corrections if isinstance(one, File)), None)
    return right is not None and rectifications.flag(tx, piece, right)


def _make_anew(tx: Connection, bilan: Bilan, page: int) -> None:
    """Have the PDF of the piece that holds a page made again, as long as it was never sent."""
    for piece in bilan.pieces:
        if page in piece.pages and piece.depot is not None:
            deposits.forget_unsent(tx, piece.depot.cle)


def cancel(house: House, pieces: Sequence[str]) -> list[str]:
    """Take back the answers given on pieces; return the plis to settle again."""
    with house.store.begin() as tx:
        touched = {}
        for piece_id in pieces:
            bilan, piece = _find_unsent(tx, piece_id)
            if plis.cancel(tx, bilan.pli, piece.pages) == 0:
                raise Misuse(f"{piece_id} : aucune réponse à annuler.")
            journal.note(tx, house.settings.now(), piece_id, "annule")
            touched[bilan.pli] = bilan.lot
        _settle(tx, touched)
    return list(touched)


def _settle(tx: Connection, touched: dict[str, str]) -> None:
    """Have the plis settled again, the SNE asked first about the demandes that were named."""
    for pli, lot in touched.items():
        tasks.submit(tx, Kind.ASK, pli, lots.rank(tx, lot))


def find(tx: Connection, piece_id: str) -> tuple[Bilan, BilanPiece]:
    """Return a piece with the bilan of its pli; raises Misuse, in French, when it is not known or not kept."""
    name = plis.with_piece(tx, piece_id)
    bilan = plis.bilan(tx, name) if name is not None else None
    found = [piece for piece in bilan.pieces if piece.id == piece_id] if bilan is not None else []
    if bilan is None or not found:
        raise Misuse(f"{piece_id} : pièce inconnue ; « pli a-verifier » et « pli etat » donnent leurs noms.")
    purges.check_kept(tx, bilan.pli)
    return bilan, found[0]


def _find_unsent(tx: Connection, piece_id: str) -> tuple[Bilan, BilanPiece]:
    bilan, piece = find(tx, piece_id)
    _refuse_if_sent(piece)
    return bilan, piece


def _refuse_if_sent(piece: BilanPiece) -> None:
    if piece.depot is not None and piece.depot.etat in {deposits.UNCERTAIN, deposits.DEPOSITED}:
        raise Misuse(f"{piece.id} : déjà envoyée au SNE ; la retirer et la reclasser se fait par « pli rectifier ».")


def corrections_of(
    house: House, bilan: Bilan, piece: BilanPiece, said: Answer, before: Corrections
) -> list[Correction]:
    """Return what an answer about a piece says, page by page; raises Misuse, in French, when it does not hold."""
    first = piece.pages[0]
    corrections: list[Correction] = []
    if said.cut_before is not None:
        corrections += _cut(first, _inner_page(piece, said.cut_before), before)
    if said.merge_with is not None:
        corrections.append(Join(_seam(bilan, piece, said.merge_with)))
    if said.type is not None:
        corrections.append(Type(first, _type(house, said.type)))
    if said.motif is not None:
        corrections.append(Reject(first, _motif(house, said.motif)))
    if said.numero_unique is not None:
        corrections.append(File(first, _number(said.numero_unique, bilan)))
    corrections += [Turn(_page(bilan, page), _angle(degrees)) for page, degrees in said.turns]
    if not corrections:
        raise Misuse("Dites au moins une chose : --type, --rejeter, --dossier, --couper-avant, --fusionner, --tourner.")
    return corrections


def _cut(first: int, page: int, before: Corrections) -> list[Correction]:
    """Cut before ``page``; whose the piece is, and that it is refused, were said of both halves."""
    corrections: list[Correction] = [CutBefore(page)]
    if first in before.dossiers:
        corrections.append(File(page, before.dossiers[first]))
    if first in before.rejections:
        corrections.append(Reject(page, before.rejections[first]))
    return corrections


def _inner_page(piece: BilanPiece, page: int) -> int:
    if page not in piece.pages[1:]:
        inner = ", ".join(map(str, piece.pages[1:])) or "aucune"
        raise Misuse(f"{piece.id} : on ne peut couper qu'avant une page de la pièce, sauf la première : {inner}.")
    return page


def _seam(bilan: Bilan, piece: BilanPiece, other_id: str) -> int:
    """Return the page where two neighbouring pieces of one dossier meet."""
    names = [other.id for other in bilan.pieces]
    if other_id not in names or abs(names.index(other_id) - names.index(piece.id)) != 1:
        raise Misuse(f"{other_id} : ce n'est pas une pièce voisine de {piece.id}.")
    other = bilan.pieces[names.index(other_id)]
    _refuse_if_sent(other)
    if (other.dossier, other.rang) != (piece.dossier, piece.rang):
        raise Misuse(f"{other_id} : elle n'est pas dans le même dossier que {piece.id}.")
    return max(piece.pages[0], other.pages[0])


def _type(house: House, code: str) -> str:
    if code not in house.rules.plan:
        raise Misuse(f"« {code} » n'est pas un type du plan de classement (config/plan.toml).")
    return code


def _motif(house: House, code: str) -> str:
    motif = house.rules.motifs.get(code)
    if motif is None or motif.family is Family.ALERT:
        raise Misuse(f"« {code} » n'est pas un motif de rejet (config/motifs.toml).")
    return code


def _number(text: str, bilan: Bilan) -> str:
    number = numero_unique.normalise(text)
    if not numero_unique.is_valid(number, bilan.recu_le.date()):
        raise Misuse("Le numéro donné à --dossier n'est pas un numéro unique possible (18 caractères, mois et année).")
    return number


def _page(bilan: Bilan, page: int) -> int:
    if page not in {known.n for known in bilan.pages}:
        raise Misuse(f"La page {page} n'est pas dans ce pli.")
    return page


def _angle(degrees: int) -> int:
    if degrees not in RIGHT_ANGLES:
        raise Misuse("--tourner N=ANGLE : l'angle est 0, 90, 180 ou 270 degrés, dans le sens des aiguilles.")
    return degrees
