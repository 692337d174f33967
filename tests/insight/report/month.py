"""Months of plis written straight into the store: nothing is scanned, read or decided, only counted."""

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from pipeline.domain.bilan import Bilan, BilanDossier, BilanGuichet, BilanPage, BilanPiece, Counts, of_refused, piece_id
from pipeline.domain.corrections import Type
from pipeline.domain.pli import Role
from pipeline.domain.receipt import Canal, Companion, Receipt, Source
from pipeline.domain.register import Register
from pipeline.domain.working_calendar import PARIS
from pipeline.insight.report.course import Course
from pipeline.stages.ingest import deadline_of
from pipeline.store import deposits, journal, lots, mails, plis
from pipeline.store.mails import Mail
from pipeline.store.schema import courrier, depot, lot, nuit, pli, rectification
from tests import papers
from tests.papers import MARTIN

NAME, ADDRESS = "MARTIN Claire 057121507390310691.pdf", "claire.martin@example.org"
OK, ASKED = "acceptee", "a_verifier"


def at(day, hour=10, minute=0):
    """Return an instant of May 2026, in Paris."""
    return datetime(2026, 5, day, hour, minute, tzinfo=PARIS)


def course(
    fates=(OK,),
    received=None,
    deadline=None,
    *,
    name="p1-1-1",
    canal=Canal.PWP,
    guichet="10691",
    outside=0,
    acknowledged=None,
    told=None,
    untold=None,
    by_hand=False,
    decided=True,
):
    """Return the course of a pli received on the 6th, due on the 8th at 6."""
    received, deadline = received or at(6), deadline or at(8, 6)
    receipt = replace(papers.receipt(0, canal), pli=name, recu_le=received, echeance=deadline)
    bilan = bilan_of(receipt, fates, guichet, outside, 0) if decided else None
    return Course(name, canal, received, deadline, bilan, acknowledged, told, untold, by_hand)


def refused_course(motif="T10"):
    """Return the course of a file that was refused as a whole."""
    receipt = papers.receipt(0, Canal.PWP)
    bilan = of_refused(receipt, motif)
    return Course(receipt.pli, Canal.PWP, at(6), at(8, 6), bilan, None, None, None, by_hand=False)


def receipt_of(house, rank, canal, received):
    lot = f"{canal[0]}{rank:010d}-1"
    return Receipt(
        pli=f"{lot}-1", lot=lot, canal=canal, station=None, source=Source(NAME, f"{rank:064x}", 1000),
        recu_le=received, recu_le_source="depot", echeance=deadline_of(received, canal, house.settings),
        companion=Companion(courriel=ADDRESS), first=1, last=0,
    )  # fmt: skip


def waiting(tx, house, rank, received, canal=Canal.PWP):
    """Receive a pli that nothing was decided of yet."""
    receipt = receipt_of(house, rank, canal, received)
    lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
    lots.set_state(tx, receipt.lot, "coupe")
    plis.add(tx, receipt.pli, receipt.lot, 1, 3)
    return receipt.pli


def refused(tx, house, rank, received, motif="T10", canal=Canal.PWP):
    """Receive a file that is refused as a whole."""
    receipt = receipt_of(house, rank, canal, received)
    lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
    lots.set_state(tx, receipt.lot, "refuse", motif, "illisible")
    plis.add(tx, receipt.pli, receipt.lot, 1, 0)
    plis.settled(tx, of_refused(receipt, motif), ())
    return receipt.pli


def settled(
    tx,
    house,
    rank,
    received,
    fates=(OK,),
    *,
    canal=Canal.PWP,
    guichet="10691",
    outside=0,
    blank=0,
    deposited=None,
    told=None,
    untold=None,
    asked=False,
    corrected=False,
    octets=40_000,
):
    """Receive a pli of a fiche, a page for each of ``fates`` (a verdict or a motive), blank pages, pages outside."""
    receipt = receipt_of(house, rank, canal, received)
    bilan = bilan_of(receipt, fates, guichet, outside, blank)
    lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
    lots.set_state(tx, receipt.lot, "coupe")
    plis.add(tx, receipt.pli, receipt.lot, 1, bilan.registre.recues)
    plis.settled(tx, bilan, ())
    if asked or ASKED in fates:
        journal.note(tx, received, receipt.pli, "decide", etat=ASKED)
    if corrected:
        plis.correct(tx, receipt.pli, Type(2, "PRO-BUL"), "Claire Martin", received)
    journal.note(tx, received, receipt.pli, "decide", etat=bilan.etat)
    if deposited is not None:
        _deposit(tx, bilan, deposited, octets)
    if told is not None or untold is not None:
        _tell(tx, bilan, told or received, untold)
    return receipt.pli


def bilan_of(receipt, fates, guichet, outside, blank):
    n = 1 + len(fates) + blank + outside
    pieces = tuple(
        BilanPiece(
            id=piece_id(receipt.pli, page), dossier=MARTIN, rang=1, pages=(page,), type="PRO-BUL", role="D",
            confiance=0.99, verdict=fate if fate in {OK, ASKED} else "rejetee",
            motif=None if fate in {OK, ASKED} else fate, alertes=(), preuves=(),
        )
        for page, fate in enumerate(fates, start=2)
    )  # fmt: skip
    roles = [Role.FICHE, *[Role.PIECE] * len(fates), *[Role.BLANK] * blank, *[Role.OUTSIDE] * outside]
    verdicts = [piece.verdict for piece in pieces]
    return Bilan(
        pli=receipt.pli, lot=receipt.lot, plage=(1, n), canal=receipt.canal, reference="R1", source=receipt.source,
        recu_le=receipt.recu_le, recu_le_source="depot", echeance=receipt.echeance,
        etat=ASKED if ASKED in verdicts else "termine" if OK in verdicts else "rejete",
        guichet=BilanGuichet(guichet, None) if guichet else None, bordereau=None, anomalies=(),
        pages=tuple(BilanPage(k, role, MARTIN, None, None, k, 0) for k, role in enumerate(roles, start=1)),
        dossiers=(BilanDossier(MARTIN, 1, "signed", Counts(None, None), Counts(None, None), ()),), pieces=pieces,
        registre=Register(n, 1, blank, verdicts.count(OK), verdicts.count("rejetee"), verdicts.count(ASKED), outside),
    )  # fmt: skip


def _deposit(tx, bilan, when, octets):
    for piece in bilan.pieces:
        if piece.verdict == OK:
            deposits.keep_livrable(tx, piece.id, piece.id, octets, len(piece.pages))
            tx.execute(
                depot.insert().values(
                    pli=bilan.pli, piece=piece.id, cle=piece.id, numero_unique=MARTIN, etat=deposits.DEPOSITED,
                    reference="SNE-1", depose_le=when.isoformat(), essais=1,
                )
            )  # fmt: skip


def _tell(tx, bilan, when, untold):
    mail = Mail(bilan.pli, mails.FINAL, f"<{bilan.pli}@x>", (ADDRESS,), mails.TO_SEND, None, when)
    if untold is not None:
        mails.write_down(tx, Mail(bilan.pli, mails.FINAL, mail.message_id, (), mails.NOT_TOLD, untold, when))
        return
    mails.write_down(tx, mail)
    journal.note(tx, when, bilan.pli, "notifie", nature=mails.FINAL)
    mails.answered(tx, mail.with_answers({ADDRESS: (mails.SENT, "250 ok")}))


def envelopes(tx, day, canal, count):
    """Count envelopes at the door."""
    tx.execute(courrier.insert().values(recu_le=day.isoformat(), canal=canal, plis=count, le=f"{day}T09:00:00+02:00"))


def night(tx, day, closed=True, **counts):
    """Write a night in the ledger."""
    opened = datetime.combine(day, time(20), PARIS)
    ended = (opened + timedelta(hours=2)).isoformat() if closed else None
    tx.execute(
        nuit.insert().values(jour=day.isoformat(), ouverte_le=opened.isoformat(), fermee_le=ended, comptes=counts)
    )


def breach(tx, pli, found, withdrawn=None, violation=True):
    """Record a piece that was filed elsewhere than it should."""
    tx.execute(
        rectification.insert().values(
            pli=pli, piece=f"{pli}-02", cle="c" * 64, numero_unique=MARTIN, reference="SNE-1", violation=violation,
            motif="le bulletin de Mme Durand", etat="retiree" if withdrawn else "a_retirer", par="Claire Martin",
            le=found.isoformat(), retire_le=withdrawn.isoformat() if withdrawn else None,
        )
    )  # fmt: skip


def copied(tx, name, received, count):
    """Receive a decided pli so many times more, its deposits and mails left out."""
    kept = dict(tx.execute(select(lot).join(pli, pli.c.lot == lot.c.id).where(pli.c.id == name)).mappings().one())
    own = dict(tx.execute(select(pli).where(pli.c.id == name)).mappings().one())
    shift = {"recu_le": received.isoformat(), "echeance": received.isoformat()}
    ranks = range(10_000, 10_000 + count)
    tx.execute(lot.insert(), [kept | shift | {"rang": r, "id": f"c{r}", "prise": f"copie-{r}"} for r in ranks])
    tx.execute(pli.insert(), [own | {"id": f"c{r}-1", "lot": f"c{r}"} for r in ranks])


def fill(tx, house, first: date, last: date, per_day: int, seed: int = 1):
    """Receive ``per_day`` plis each day, drawn: guichets of unequal care, motives, delays. Return how many."""
    draw, rank = random.Random(seed), first.toordinal() * 1000
    offices = ["10691", "20001", "59900", "97401", *(f"{code}" for code in range(30001, 30019))]
    care = {code: 0.04 + 0.02 * (place % 9) for place, code in enumerate(offices)}
    canals = [Canal.PAPIER_GUICHET] * 5 + [Canal.PWP] * 4 + [Canal.SERVICES_WEB] * 2 + [Canal.PAPIER_DEMANDEUR]
    day, count = first, 0
    while day <= last:
        busy = per_day if day.weekday() < 5 else per_day // 6
        for _ in range(busy):
            rank, count = rank + 1, count + 1
            _draw(tx, house, draw, rank, day, draw.choice(canals), draw.choice(offices), care)
        if busy == per_day:
            for canal in (Canal.PAPIER_GUICHET, Canal.PAPIER_DEMANDEUR):
                envelopes(tx, day, canal, per_day * canals.count(canal) // len(canals))
            night(
                tx,
                day,
                deposees=draw.randint(200, 400),
                refusees=draw.randint(0, 9),
                sans_reponse=draw.choice([0] * 9 + [40]),
            )
        day += timedelta(days=1)
    return count


def _draw(tx, house, draw, rank, day, canal, office, care):
    received = datetime.combine(day, time(draw.randint(7, 19), draw.randint(0, 59)), PARIS)
    guichet = office if canal.of_guichets else None
    if draw.random() < 0.01:
        refused(tx, house, rank, received, canal=canal)
        return
    motifs = ["I01"] * 6 + ["I08"] * 4 + ["P01"] * 3 + ["I02", "T04", "T05", "I07"]
    fates = tuple(draw.choice(motifs) if draw.random() < care[office] else OK for _ in range(draw.randint(1, 9)))
    asked = draw.random() < 0.12
    night_after = datetime.combine(
        day + timedelta(days=draw.choice([0, 0, 0, 1, 1, 2])), time(22, draw.randint(0, 59)), PARIS
    )
    done = night_after < house.settings.now() and draw.random() > 0.01
    settled(
        tx, house, rank, received, fates, canal=canal, guichet=guichet, outside=4 if draw.random() < 0.02 else 0,
        blank=draw.randint(0, 3), deposited=night_after if done else None,
        told=night_after + timedelta(minutes=20) if done else None, asked=asked, corrected=asked,
        octets=draw.randint(15_000, 120_000),
    )  # fmt: skip
