"""A pli in words and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.bilan import Bilan, BilanDossier, BilanPage, BilanPiece, Counts
from pipeline.domain.corrections import Corrections
from pipeline.domain.pli import Anomaly
from pipeline.domain.rules import Rules
from pipeline.errors import InputFault
from pipeline.insight.day_page import words
from pipeline.insight.day_page.fates import fate_of, ledger_of, said_of
from pipeline.insight.day_page.pictures import Picture, picture_of
from pipeline.insight.day_page.pieces import piece_shown
from pipeline.insight.day_page.shown import ShownBlock, ShownGroup, ShownMail, ShownPage, ShownPiece, ShownPli
from pipeline.insight.day_page.strip import Block, Group, blocks_of
from pipeline.insight.tables import STATES
from pipeline.mail.french import count, instant, one_line, page_numbers, typeset
from pipeline.mail.letter import NONE_SAID, letter_of
from pipeline.mail.remarks import ANOMALIES
from pipeline.store.blobs import Blobs
from pipeline.store.lots import StoredPage
from pipeline.store.plis import Asked
from pipeline.store.serial import public_bilan


@dataclass(frozen=True, slots=True)
class Kept:
    """What the house remembers of a pli. ``asked`` and ``stored`` go by piece and by page."""

    bilan: Bilan
    asked: Mapping[str, Asked]
    said: Corrections
    stored: Mapping[int, StoredPage]


def pli_shown(kept: Kept, blobs: Blobs, rules: Rules, mails: Sequence[ShownMail], silence: str) -> ShownPli:
    """Show a pli; its page images are decoded one after the other."""
    bilan = kept.bilan
    letter = letter_of(public_bilan(bilan), rules)
    laid = blocks_of(bilan)
    pieces = _pieces(kept, rules)
    return ShownPli(
        name=bilan.pli,
        reference=bilan.reference,
        canal=words.CANALS[bilan.canal],
        file=letter.source,
        received=f"{letter.received} ({words.RECEIVED[bilan.recu_le_source]})",
        deadline=instant(bilan.echeance),
        state=bilan.etat,
        state_said=STATES[bilan.etat][0],
        announced=letter.announced,
        counted=letter.counted,
        ledger=ledger_of([bilan.registre]),
        anomalies=tuple(anomaly_said(anomaly, rules) for anomaly in bilan.anomalies),
        head=next((_block(block, pieces, kept, blobs) for block in laid if block.is_head), None),
        blocks=tuple(_block(block, pieces, kept, blobs) for block in laid if not block.is_head),
        mails=tuple(mails),
        silence=silence,
    )


def anomaly_said(anomaly: Anomaly, rules: Rules) -> str:
    """Say what is not as announced, where, and what follows from it."""
    label = ANOMALIES.get(anomaly.code) or rules.motifs[anomaly.code].label
    where = [f"p. {page_numbers(anomaly.pages)}"] if anomaly.pages else []
    where += [f"dossier {anomaly.dossier}"] if anomaly.dossier is not None else []
    return typeset(" · ".join([f"{one_line(label)} ({words.OUTCOMES[anomaly.outcome]})", *where]))


def _pieces(kept: Kept, rules: Rules) -> dict[str, ShownPiece]:
    by_number = {page.n: page for page in kept.bilan.pages}
    return {
        piece.id: piece_shown(piece, by_number, kept.asked.get(piece.id), kept.said, rules)
        for piece in kept.bilan.pieces
    }


def _block(block: Block, pieces: Mapping[str, ShownPiece], kept: Kept, blobs: Blobs) -> ShownBlock:
    opened = block.opened
    return ShownBlock(
        title=block.title,
        trust=_trust(opened) if opened is not None else None,
        announced=_counts(opened.annonce) if opened is not None else None,
        counted=_counts(opened.compte) if opened is not None else None,
        groups=tuple(_group(group, pieces, kept, blobs) for group in block.groups),
    )


def _trust(opened: BilanDossier) -> str:
    again = f", rang {opened.rang}" if opened.rang > 1 else ""
    return words.TRUST[opened.code] + again


def _counts(counts: Counts) -> str:
    told = ((counts.documents, "document"), (counts.pages, "page"))
    return ", ".join(count(number, noun) for number, noun in told if number is not None) or NONE_SAID


def _group(group: Group, pieces: Mapping[str, ShownPiece], kept: Kept, blobs: Blobs) -> ShownGroup:
    piece = pieces[group.piece.id] if group.piece is not None else None
    pages = tuple(_page(page, group.piece if page.piece else None, piece, kept, blobs) for page in group.pages)
    return ShownGroup(pages, piece)


def _page(page: BilanPage, of: BilanPiece | None, shown: ShownPiece | None, kept: Kept, blobs: Blobs) -> ShownPage:
    return ShownPage(
        n=page.n,
        fate=fate_of(page, of),
        said=said_of(page, of),
        side=f"feuille {page.feuille}, {page.face}" if page.face is not None else None,
        picture=_picture(kept.stored[page.n], page.rotation, blobs),
        piece=shown if of is not None else None,
    )


def _picture(stored: StoredPage, clockwise: int, blobs: Blobs) -> Picture | None:
    try:
        return picture_of(blobs.get(stored.blob), stored.kind, stored.dpi, clockwise)
    except InputFault:
        return None  # shown as a page without an image: it counts in the register all the same
