"""What operators put right after a deposit: checked, written down, withdrawn from the SNE, settled again.

The right piece has another key, as its demande or its type is another: the next deposits take it. What operators say
is recorded with the intent, so that whoever comes after a death has only to go on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pipeline.domain import numero_unique
from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.corrections import File
from pipeline.engine.answers import NOT_THEIRS, Answer, corrections_of, find
from pipeline.engine.day import settle_again
from pipeline.engine.house import House
from pipeline.errors import Misuse, Unavailable
from pipeline.sne.port import Refused, Uncertain
from pipeline.stages.compose import cle_of
from pipeline.stages.rectify import withdraw
from pipeline.store import deposits, journal, lots, plis, rectifications
from pipeline.store.rectifications import Rectification, Sent

MOTIF_MAX = 500
INSTEAD: Mapping[str | None, str] = {
    None: "elle n'a pas été déposée ; « pli trancher » la corrige",
    deposits.TO_DEPOSIT: "elle n'est pas encore déposée ; « pli trancher » la corrige",
    deposits.UNCERTAIN: "on ne sait pas si le SNE l'a reçue ; « pli deverser » le lui demande, puis recommencez",
    deposits.REFUSED: "le SNE l'a refusée et ne l'a pas ; « pli trancher » la corrige",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What an operator asks: why, in words that the SNE keeps; what is right, if known; who says so.

    ``breach``: the piece was in another person's file, even if ``said`` does not show it.
    """

    motif: str
    said: Answer
    who: str
    breach: bool = False


@dataclass(frozen=True, slots=True)
class Rectified:
    """What was put right. ``plis``: those to look at again; ``done``: what was withdrawn, or is to be, a piece.

    ``waiting``: what is still waited for (a piece, or a task), with why, in French.
    """

    plis: tuple[str, ...]
    done: tuple[Rectification, ...]
    waiting: Mapping[str, str]

    def as_json(self) -> list[dict[str, object]]:
        """Return what was put right in the words of operators."""
        return [
            {
                "piece": one.piece,
                "etat": one.state,
                "numero_unique": one.numero_unique,
                "reference": one.reference,
                "violation": one.breach,
                "le": one.at.isoformat(),
                "retire_le": one.withdrawn_at.isoformat() if one.withdrawn_at is not None else None,
            }
            for one in self.done
        ]


def rectify(house: House, pieces: Sequence[str], order: Order) -> Rectified:
    """Withdraw pieces and record what is right of them, all or none; the same again changes nothing.

    Raises Misuse, in French, when that cannot be; what waits for the SNE is kept, and goes on by itself.
    """
    with house.store.begin() as tx:
        touched = list(dict.fromkeys(find(tx, piece)[0].pli for piece in pieces))
    finish(house, touched)
    with house.store.begin() as tx:
        _intend(tx, house, list(dict.fromkeys(pieces)), order)
    waiting = finish(house, touched)
    with house.store.begin() as tx:
        known = {one.piece: one for name in touched for one in rectifications.of_pli(tx, name)}
    return Rectified(tuple(touched), tuple(known[name] for name in dict.fromkeys(pieces)), waiting)


def finish(house: House, touched: Collection[str] | None = None) -> Mapping[str, str]:
    """Withdraw what is to be, and settle again what that changes; return what still waits, with why.

    ``touched``: the plis to finish with, None for all that something is to be withdrawn of.
    """
    with house.store.begin() as tx:
        asked = [one for one in rectifications.pending(tx) if touched is None or one.pli in touched]
    waiting = {}
    for one in {one.cle: one for one in asked}.values():
        why = _withdraw(one, house)
        if why is not None:
            waiting[one.piece] = why
    return waiting | dict(settle_again(house, {one.pli for one in asked} if touched is None else touched))


def _withdraw(asked: Rectification, house: House) -> str | None:
    """Withdraw one deposit; return why it is still there, in French, or None."""
    try:
        outcome = withdraw(asked, house.store, house.sne, house.settings.now())
    except Unavailable as error:
        return str(error)
    match outcome:
        case Refused(_, detail):
            return f"le SNE refuse le retrait : {detail}"
        case Uncertain(detail):
            return f"le SNE n'a pas confirmé le retrait : {detail}"
    return None


def _intend(tx: Connection, house: House, pieces: Sequence[str], order: Order) -> None:
    """Write down what is to be withdrawn, and what is right."""
    _check_motif(order.motif, house)
    for name in pieces:
        bilan, piece = find(tx, name)
        sent = rectifications.deposit_of(tx, name)
        if (sent is None or sent.state != deposits.DEPOSITED) and _stands(tx, bilan, piece, order.said):
            continue
        _rectify(tx, house, bilan, piece, _deposited(tx, name, sent, pieces), order)


def _check_motif(motif: str, house: House) -> None:
    """Refuse words that the SNE would not take, or that name one demande in the file of another."""
    if not motif.strip() or not motif.isprintable() or len(motif) > MOTIF_MAX:
        raise Misuse(f"--motif : dites pourquoi, en une ligne, de 1 à {MOTIF_MAX} caractères.")
    if numero_unique.find_all(motif, house.settings.now().date()):
        raise Misuse("--motif : le SNE le garde dans le dossier ; n'y écrivez ni numéro unique ni nom.")


def _stands(tx: Connection, bilan: Bilan, piece: BilanPiece, said: Answer) -> bool:
    """Say whether a piece was put right before, and stands as is said now: there is nothing to do again."""
    if not any(one.piece == piece.id for one in rectifications.of_pli(tx, bilan.pli)):
        return False
    if said == Answer():
        return piece.verdict != "acceptee"
    number = numero_unique.normalise(said.numero_unique) if said.numero_unique is not None else None
    return said.type in {None, piece.type} and said.motif in {None, piece.motif} and number in {None, piece.dossier}


def _deposited(tx: Connection, name: str, sent: Sent | None, pieces: Sequence[str]) -> Sent:
    """Refuse to withdraw what is not at the SNE, or what it holds in one with a piece that is not named."""
    if sent is None or sent.state != deposits.DEPOSITED:
        raise Misuse(f"{name} : {INSTEAD[sent.state if sent is not None else None]}.")
    others = [other for other in rectifications.under(tx, sent.cle) if other.piece not in pieces]
    names = ", ".join(other.piece for other in others)
    if any(other.state != deposits.DEPOSITED for other in others):
        raise Misuse(
            f"{name} : même dépôt que {names}, qui part encore ; « pli deverser » d'abord, puis nommez-les toutes."
        )
    if others:
        raise Misuse(
            f"{name} : le SNE la tient en un seul dépôt avec {names} ; le retrait les touche : nommez-les toutes."
        )
    return sent


def _rectify(tx: Connection, house: House, bilan: Bilan, piece: BilanPiece, sent: Sent, order: Order) -> None:
    now, said = house.settings.now(), order.said
    corrections = corrections_of(house, bilan, piece, said, plis.said(tx, bilan.pli)) if said != Answer() else []
    number = next((one.numero_unique for one in corrections if isinstance(one, File)), piece.dossier)
    if _is_same(tx, bilan, piece, number, sent, said):
        if corrections:
            raise Misuse(f"{piece.id} : elle est déjà ainsi au SNE, qui ne reprend pas ce qui en a été retiré.")
        rectifications.hold(tx, bilan.pli, piece, now)
    for correction in corrections:
        plis.correct(tx, bilan.pli, correction, order.who, now)
    breach = order.breach or number != sent.numero_unique or said.motif in NOT_THEIRS
    rectifications.intend(tx, sent, order.motif, order.who, now, breach=breach)
    journal.note(tx, now, piece.id, "rectifie", reponses=len(corrections), violation=int(breach))


def _is_same(tx: Connection, bilan: Bilan, piece: BilanPiece, number: str | None, sent: Sent, said: Answer) -> bool:
    """Say whether a piece would be deposited anew under the key that is withdrawn, which the SNE would not heed."""
    if said.motif is not None or (said == Answer() and piece.verdict != "acceptee"):
        return False
    stored = {page.n: page.blob for page in lots.pages(tx, bilan.lot, min(piece.pages), max(piece.pages))}
    return cle_of(number or "", said.type or piece.type or "", [stored[n] for n in piece.pages]) == sent.cle
