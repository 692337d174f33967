"""What was read is never read again, whatever dies on the way."""

import json

import pytest
from PIL import Image, ImageDraw
from sqlalchemy import update

from pipeline.domain.facts import Demande, DemandeState
from pipeline.domain.receipt import Canal, Companion
from pipeline.engine import work as works
from pipeline.engine.answers import Answer, answer
from pipeline.mailroom import takings
from pipeline.mailroom.inbox import companion_path
from pipeline.sne.fichier import SneFichier
from pipeline.stages.ingest import ingest
from pipeline.store import lots, plis, tasks
from pipeline.store.lots import StoredPage
from pipeline.store.schema import lecture
from pipeline.store.tasks import COMPUTING, Kind
from tests import papers
from tests.papers import DURAND, MARTIN, PETIT
from tests.store.shelf import bilan_of, file_pli, opened, received, settle, work

PAGES = 3


class Reader:
    """The reader, that counts what it is given and dies when told, after reading or once the reading is kept."""

    def __init__(self, read):
        self.calls, self.dies, self._read = 0, False, read

    def __call__(self, *page):
        self.calls += 1
        reading = self._read(*page)
        if self.dies:
            self.dies = False
            raise KeyboardInterrupt
        return reading


@pytest.fixture
def reader(monkeypatch):
    counting = Reader(works.read)
    monkeypatch.setattr(works, "read", counting)
    return counting


@pytest.fixture
def scan(tmp_path):
    """A file of three different pages with a little print on each."""
    path = tmp_path / "pages.tif"
    images = [Image.new("L", (827, 1169), "white") for _ in range(PAGES)]
    for n, image in enumerate(images):
        ImageDraw.Draw(image).text((100, 100 + 40 * n), f"QUITTANCE DE LOYER {n}", fill="black", font_size=30)
    images[0].save(path, save_all=True, append_images=images[1:], dpi=(100, 100))
    companion_path(path).write_text(json.dumps({"numero_unique": MARTIN}))
    return path


def take(house, path):
    return ingest(takings.copy(path, "pwp", house.racine, house.settings.now()), house.store, house.settings)


def power_back(house):
    with house.store.begin() as tx:
        tasks.release_all(tx)


def test_a_death_costs_the_page_under_the_eyes_and_no_other(house, reader, scan):
    take(house, scan)
    work(house, Kind.OPEN)
    for _ in range(2):
        reader.dies = True
        with pytest.raises(KeyboardInterrupt):
            work(house, Kind.READ)
        power_back(house)
    work(house, *COMPUTING)
    assert reader.calls == PAGES + 2


def test_neither_the_same_file_again_nor_an_answer_reads_anything(house, reader, scan):
    lot = take(house, scan)
    work(house, *COMPUTING)
    again = take(house, scan)
    work(house, *COMPUTING)
    first, second = bilan_of(house, f"{lot}-1"), bilan_of(house, f"{again}-1")
    answer(house, [second.pieces[0].id], Answer(motif="I07"), "Camille")
    work(house, *COMPUTING)
    assert reader.calls == PAGES
    assert (lot != again, first.source.sha256 == second.source.sha256) == (True, True)


def test_a_piece_is_composed_of_its_own_pages_and_no_other_is_looked_at(house):
    pli = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE"), papers.bulletin(), papers.quittance())
    bilan = bilan_of(house, pli)
    piece = next(piece for piece in bilan.pieces if piece.verdict == "acceptee")
    with house.store.begin() as tx:
        others = [page.blob for page in lots.pages(tx, bilan.lot) if page.n not in piece.pages]
        tx.execute(update(lecture).where(lecture.c.blob.in_(others)).values(contenu="spoilt"))
        tasks.submit(tx, Kind.COMPOSE, f"{pli}/{piece.id}", 1)
    work(house, Kind.COMPOSE)
    with house.store.begin() as tx:
        assert tasks.set_aside(tx) == []


def test_a_piece_that_another_pli_brought_is_told_and_stays_so(house):
    given, alerts = Companion(numero_unique=MARTIN), []
    for rank in (1, 2):
        pli = file_pli(house, papers.bulletin(), canal=Canal.PWP, companion=given, rank=rank)
        answer(house, [f"{pli}-01"], Answer(type="RES-BUL"), "Camille")
        settle(house, pli)
        alerts.append([piece.alertes for piece in bilan_of(house, pli).pieces])
    with house.store.begin() as tx:
        for rank, name in enumerate(plis.names(tx), start=1):
            tasks.submit(tx, Kind.SETTLE, name, rank)
    work(house, Kind.SETTLE)
    with house.store.begin() as tx:
        again = [[piece.alertes for piece in plis.bilan(tx, name).pieces] for name in plis.names(tx)]
    assert alerts == again == [[()], [("A03",)]]


@pytest.fixture
def asked(tmp_path):
    """A workspace whose register, elsewhere, is said to know these demandes, and a pli whose number is asked about."""
    house = opened(tmp_path, PLI_SNE_CONNECTEUR="http", PLI_SNE_URL="http://127.0.0.1:9")

    def asking(*known):
        class Register(SneFichier):
            def ask(self, number):
                return Demande(number, DemandeState.ACTIVE if number in known else DemandeState.UNKNOWN)

        house.sne = Register(house.racine, None, house.settings.now)
        return house

    yield asking
    house.close()


def ask_about(house, *numbers):
    """Have the register asked about the fiches of a pli; return how that stands, and what is kept of its demandes."""
    fiches = [papers.fiche(number, "X", "Y", 2) for number in numbers]
    pages = [page for fiche in fiches for page in (fiche, papers.bulletin())]
    with house.store.begin() as tx:
        rank = len(plis.names(tx)) + 1
    receipt = received(house, len(pages), rank=rank)
    with house.store.begin() as tx:
        order = lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
        blobs = [StoredPage(n, f"{rank:032d}{n:032d}", "png", None) for n in range(1, len(pages) + 1)]
        lots.add_pages(tx, receipt.lot, blobs)
        for blob, reading in zip(blobs, pages, strict=True):
            lots.keep_reading(tx, blob.blob, house.reader, reading)
        plis.add(tx, receipt.pli, receipt.lot, 1, len(pages))
        tasks.submit(tx, Kind.ASK, receipt.pli, order)
    work(house, Kind.ASK)
    with house.store.begin() as tx:
        waiting = dict(tasks.postponed(tx))
        return waiting.get(f"ask:{receipt.pli}"), set(plis.facts(tx, receipt.pli).demandes)


def test_a_register_that_never_knew_a_demande_rejects_nobody_s_piece(asked):
    why, kept = ask_about(asked(), MARTIN, DURAND)
    assert ("PLI_SNE_URL" in why, kept) == (True, set())


def test_one_that_knows_another_demande_is_believed(asked):
    assert ask_about(asked(MARTIN), MARTIN, DURAND) == (None, {MARTIN, DURAND})
    assert ask_about(asked(MARTIN), PETIT) == (None, {PETIT})


def test_one_that_knows_no_more_what_it_knew_rejects_nobody_s_piece(asked):
    ask_about(asked(MARTIN), MARTIN)
    why, kept = ask_about(asked(), DURAND)
    assert ("PLI_SNE_URL" in why, kept) == (True, set())
