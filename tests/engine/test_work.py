"""What was read is never read again, whatever dies on the way."""

import json

import pytest
from PIL import Image, ImageDraw
from sqlalchemy import update

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine import work as works
from pipeline.engine.answers import Answer, answer
from pipeline.mailroom import takings
from pipeline.mailroom.inbox import companion_path
from pipeline.stages.ingest import ingest
from pipeline.store import lots, plis, tasks
from pipeline.store.schema import lecture
from pipeline.store.tasks import COMPUTING, Kind
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli, settle, work

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
