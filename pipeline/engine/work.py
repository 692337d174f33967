"""What each kind of task does: compute outside any transaction, then write the outcome and what follows in one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection

from pipeline import flow
from pipeline.classifiers.duplicates import fingerprints
from pipeline.domain import bilan as bilans
from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.facts import Demande, DemandeState
from pipeline.domain.pli import Judged
from pipeline.domain.reading import Reading, unreadable
from pipeline.domain.receipt import Canal, Receipt
from pipeline.domain.verdict import AVerifier
from pipeline.engine.house import House
from pipeline.engine.thrift import give_back
from pipeline.errors import InputFault
from pipeline.mailroom import takings
from pipeline.media.isolated import unfold_isolated
from pipeline.media.page_image import Limits
from pipeline.sheets.codes import BordereauCode, CodeTrust, FicheCode, parse
from pipeline.sne.lost import WITNESSES, check_ever_right, check_right_place
from pipeline.stages.compose import ComposePage, cle_of, compose
from pipeline.stages.ingest import refuse
from pipeline.stages.read import ENGINES, read
from pipeline.stages.split import cut_lot, marks, numbers_to_ask
from pipeline.store import calm, deposits, journal, lots, plis, purges, tasks, turns
from pipeline.store.lots import StoredPage
from pipeline.store.plis import Asked
from pipeline.store.tasks import Claim, Kind

PIECE_SEPARATOR = "/"
UNFOLDING = "depliage-"
"""How the folders of ``var/`` begin in which lots are unfolded."""


def open_lot(held: Claim, house: House) -> None:
    """Unfold a lot into page images."""
    store = house.store
    with store.begin() as tx:
        receipt = lots.receipt(tx, held.subject)
        is_folder = lots.is_folder(tx, held.subject)
    with store.blobs.local(receipt.source.sha256) as source:
        try:
            pages = _unfold(source, _limits(house, receipt.canal), house, is_folder)
        except InputFault as fault:
            with store.begin() as tx:
                tasks.finish(tx, held)
                refuse(tx, receipt, source, fault, house.settings)
            return
    with store.begin() as tx:
        tasks.finish(tx, held, house.watch.steps("déplier"))  # first: a late writer is stopped before it collides
        lots.add_pages(tx, held.subject, pages)
        lots.set_state(tx, held.subject, "ouvert")
        ranks = turns.to_read(tx, receipt, len(pages), house.settings.partage[receipt.canal])
        names = (f"{held.subject}{PIECE_SEPARATOR}{page.n}" for page in pages)
        tasks.submit_all(tx, Kind.READ, dict(zip(names, ranks, strict=True)))
        journal.note(tx, house.settings.now(), held.subject, "ouvert", pages=len(pages))


def _unfold(source: Path, limits: Limits, house: House, is_folder: bool) -> list[StoredPage]:  # noqa: FBT001
    with tempfile.TemporaryDirectory(dir=house.racine / "var", prefix=UNFOLDING) as name:
        spool, unpacked = Path(name, "pages"), Path(name, "images")
        spool.mkdir()
        if is_folder:
            unpacked.mkdir()
            takings.unpack(source, unpacked)
            source = unpacked
        return [
            StoredPage(n, house.store.blobs.put(page.path.read_bytes()), page.kind, page.dpi)
            for n, page in enumerate(unfold_isolated(source, spool, limits), start=1)
        ]


def _limits(house: House, canal: Canal) -> Limits:
    limites = house.settings.limites
    return Limits(
        pages_max=limites.pages_max,
        pixels_max=limites.pixels_page_max,
        bytes_max=limites.octets_pwp_max if canal is Canal.PWP else limites.octets_lot_max,
        unfolded_max=limites.octets_deplies_max,
        stream_max=limites.octets_flux_max,
        memory_max=limites.memoire_max,
        page_seconds=limites.secondes_page,
        cpu_seconds=limites.secondes_lot,
        silence_seconds=limites.secondes_silence,
    )


def read_page(held: Claim, house: House) -> None:
    """Read one page image, unless it is read already; the last page of a lot lets the lot be cut."""
    lot, n = _page_of(held)
    with house.store.look() as tx:
        page = lots.pages(tx, lot, n, n)[0]
        known = lots.is_read(tx, page.blob, house.reader)
        on = lots.receipt(tx, lot).recu_le.date()
    rules = house.rules

    def is_trusted(payload: str) -> bool:
        parsed = parse(payload, on, rules.keys, rules.dialects)
        return isinstance(parsed.fields, FicheCode | BordereauCode) and parsed.trust is CodeTrust.SIGNED

    content = None if known else house.store.blobs.get(page.blob)
    reading = _read(content, page, is_trusted, house) if content is not None else None
    with house.store.beside() as tx:
        if reading is not None:
            lots.keep_reading(tx, page.blob, house.reader, reading)
        _finish_page(tx, held, lot, house)


def _read(content: bytes, page: StoredPage, is_trusted: Callable[[str], bool], house: House) -> Reading:
    return read(content, page.kind, page.dpi, is_trusted, house.engine, house.watch.lap)


def _page_of(held: Claim) -> tuple[str, int]:
    lot, _, n = held.subject.partition(PIECE_SEPARATOR)
    return lot, int(n)


def _finish_page(tx: Connection, held: Claim, lot: str, house: House) -> None:
    tasks.finish(tx, held, house.watch.steps("garder"))
    if tasks.none_left(tx, Kind.READ, f"{lot}{PIECE_SEPARATOR}"):
        tasks.submit(tx, Kind.CUT, lot, lots.rank(tx, lot))


def give_up_page(held: Claim, house: House, why: str) -> None:
    """Record that a page could not be read, so that its pli goes on without it."""
    lot, n = _page_of(held)
    with house.store.beside() as tx:
        lots.keep_reading(tx, lots.pages(tx, lot, n, n)[0].blob, house.reader, unreadable(why))
        _finish_page(tx, held, lot, house)


def cut(held: Claim, house: House) -> None:
    """Say which plis a lot holds, once all its pages are read."""
    with house.store.look() as tx:
        receipt = lots.receipt(tx, held.subject)
        readings = _all_readings(tx, receipt, house)
    ranges = cut_lot(receipt, readings, house.rules)
    with house.store.begin() as tx:
        tasks.finish(tx, held, house.watch.steps("couper"))
        for k, (first, last) in enumerate(ranges, start=1):
            name, rank = f"{held.subject}-{k}", lots.rank(tx, held.subject, first)
            plis.add(tx, name, held.subject, first, last)
            own = {n: reading for n, reading in readings.items() if first <= n <= last}
            for later in plis.add_marks(tx, name, marks(plis.receipt(tx, name), own, house.rules)):
                if purges.pli_purged(tx, later) is None:
                    tasks.submit(tx, Kind.ASK, later, rank)
            tasks.submit(tx, Kind.ASK, name, rank)
        lots.set_state(tx, held.subject, "coupe")
        journal.note(tx, house.settings.now(), held.subject, "coupe", plis=len(ranges))


def _all_readings(tx: Connection, receipt: Receipt, house: House) -> dict[int, Reading]:
    """Return the readings of a whole pli, in the room that page images leave behind: 100 kB a page."""
    give_back()
    return lots.readings(tx, receipt.lot, house.reader, receipt.first, receipt.last)


def ask(held: Claim, house: House) -> None:
    """Ask the SNE about every demande that a pli names."""
    with house.store.look() as tx:
        receipt = plis.receipt(tx, held.subject)
        readings = _all_readings(tx, receipt, house)
        named = plis.said(tx, held.subject).dossiers.values()
    unknown = []
    for number in sorted(numbers_to_ask(receipt, readings, house.rules).union(named)):
        told = house.sne.ask(number)
        with house.store.begin() as tx:
            tasks.renew(tx, held, calm.instant(tx))
            if told is not None and told.state is not DemandeState.UNKNOWN:
                plis.keep_demande(tx, held.subject, told, house.settings.now())
            elif told is not None:
                unknown.append(told)
    _believe(unknown, held, house)
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, held.subject, lots.rank(tx, receipt.lot, receipt.first))
        tasks.finish(tx, held, house.watch.steps("demander"))


def _believe(unknown: Sequence[Demande], held: Claim, house: House) -> None:
    """Keep that demandes are unknown; raises Shut, nothing kept, when it may not be the register that says so."""
    if not unknown:
        return
    with house.store.begin() as tx:
        witnesses = deposits.witnesses(tx, WITNESSES)
    if house.settings.sne.connecteur == "http":  # a file was put where it is by whoever wrote it
        check_ever_right(witnesses)
        check_right_place(unknown[0].numero_unique, house.sne, witnesses)
    with house.store.begin() as tx:
        tasks.renew(tx, held, calm.instant(tx))
        for told in unknown:
            plis.keep_demande(tx, held.subject, told, house.settings.now())


def settle(held: Claim, house: House) -> None:
    """Decide what becomes of every page of a pli."""
    name = held.subject
    with house.store.look() as tx:
        receipt, facts, said = plis.receipt(tx, name), plis.facts(tx, name), plis.said(tx, name)
        readings = _all_readings(tx, receipt, house)
    judged = flow.judge(receipt, readings, facts, said, house.rules)
    with house.store.begin() as tx:
        tasks.renew(tx, held, calm.instant(tx))
        sent_twice = plis.keep_fingerprints(tx, name, fingerprints(judged, house.rules.plan))
        facts = plis.facts(tx, name) if sent_twice else facts
    if sent_twice:
        judged = flow.judge(receipt, readings, facts, said, house.rules)
    bilan = bilans.of(receipt, judged)
    with house.store.begin() as tx:
        plis.settled(tx, bilan, _questions(judged, bilan))
        accepted = [piece for piece in bilan.pieces if piece.verdict == "acceptee"]
        deposits.forget_intentions(tx, name)
        for piece in accepted:
            rank = lots.rank(tx, receipt.lot, piece.pages[0])
            tasks.submit(tx, Kind.COMPOSE, f"{name}{PIECE_SEPARATOR}{piece.id}", rank)
        journal.note(tx, house.settings.now(), name, "decide", etat=bilan.etat, pieces=len(bilan.pieces))
        tasks.finish(tx, held, house.watch.steps("décider"))


def _questions(judged: Judged, bilan: Bilan) -> list[Asked]:
    return [
        Asked(piece.id, verdict.question, verdict.why, piece.pages, judged_piece.filing.candidates)
        for judged_piece, piece in zip(judged.pieces, bilan.pieces, strict=True)
        if isinstance(verdict := judged_piece.verdict, AVerifier)
    ]


def compose_piece(held: Claim, house: House) -> None:
    """Make the PDF of an accepted piece; the one that was made first under its key stays."""
    name, _, piece_name = held.subject.partition(PIECE_SEPARATOR)
    with house.store.begin() as tx:
        bilan, receipt = plis.bilan(tx, name), plis.receipt(tx, name)
        piece = _piece(bilan, piece_name)
        if piece is None or piece.verdict != "acceptee" or piece.dossier is None or piece.type is None:
            tasks.finish(tx, held)  # the pli was settled again since, otherwise
            return
        first, last = min(piece.pages), max(piece.pages)  # those of the whole pli may be a hundred times as many
        stored = {page.n: page for page in lots.pages(tx, receipt.lot, first, last)}
        readings = lots.readings(tx, receipt.lot, house.reader, first, last)
        cle = cle_of(piece.dossier, piece.type, [stored[n].blob for n in piece.pages])
        known = deposits.is_composed(tx, cle)
    made = None
    if not known and bilan is not None:
        rotations = {page.n: page.rotation for page in bilan.pages}
        try:
            pages = [_compose_page(stored[n], rotations[n], readings[n], house) for n in piece.pages]
            made = compose(pages, ENGINES[house.engine])
        except InputFault as fault:
            _refuse_piece(held, name, piece, fault, house)
            return
    blob = house.store.blobs.put(made.content) if made is not None else None
    with house.store.begin() as tx:
        if made is not None and blob is not None:
            deposits.keep_livrable(tx, cle, blob, len(made.content), made.pages, made.detail)
        deposits.intend(tx, name, piece.id, cle, piece.dossier)
        plis.touch(tx, name)
        tasks.finish(tx, held, house.watch.steps("composer"))


def _refuse_piece(held: Claim, name: str, piece: BilanPiece, fault: InputFault, house: House) -> None:
    """Record that a piece cannot be made into a file, and have its pli settled again."""
    with house.store.begin() as tx:
        plis.keep_refusal(tx, name, piece, fault.motif, house.settings.now())
        tasks.submit(tx, Kind.SETTLE, name, lots.rank(tx, plis.receipt(tx, name).lot, piece.pages[0]))
        tasks.finish(tx, held)


def _piece(bilan: Bilan | None, name: str) -> BilanPiece | None:
    return next((piece for piece in bilan.pieces if piece.id == name), None) if bilan is not None else None


def _compose_page(page: StoredPage, rotation: int, reading: Reading, house: House) -> ComposePage:
    return ComposePage(page.kind, house.store.blobs.get(page.blob), page.dpi, rotation, reading)


WORK: Mapping[Kind, Callable[[Claim, House], None]] = MappingProxyType(
    {
        Kind.OPEN: open_lot,
        Kind.READ: read_page,
        Kind.CUT: cut,
        Kind.ASK: ask,
        Kind.SETTLE: settle,
        Kind.COMPOSE: compose_piece,
    }
)
