"""What an answer asks for is done at once, and nothing else with it."""

import threading
import time

import pytest

from pipeline.engine import day
from pipeline.engine.answers import Answer, answer
from pipeline.engine.day import settle_again
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING, Kind, State
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli

PAGES = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.page("zzz", "MARTIN Claire"))


@pytest.fixture
def plis(house):
    """Two plis with a question each, both answered."""
    names = [file_pli(house, *PAGES, rank=rank) for rank in (1, 2)]
    answer(house, [f"{name}-02" for name in names], Answer(motif="I07"), "operateur")
    return names


def waiting(house):
    with house.store.begin() as tx:
        return sum(count for (_, state), count in tasks.tally(tx, COMPUTING).items() if state is not State.DONE)


def test_the_plis_that_are_named_are_settled_and_the_others_left(house, plis):
    assert settle_again(house, plis[1:]) == []
    assert [bilan_of(house, name).pieces[0].verdict for name in plis] == ["a_verifier", "rejetee"]
    assert waiting(house) == 1
    settle_again(house)
    assert waiting(house) == 0


def test_no_page_is_read_for_an_answer(house, plis):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.READ, "lot-1/1", 0)
    settle_again(house)
    assert waiting(house) == 1


def test_what_a_worker_does_for_the_same_pli_is_waited_for(house, plis, monkeypatch):
    monkeypatch.setattr(day, "GLANCE_S", 0.05)
    with house.store.begin() as tx:
        held = tasks.claim(tx, COMPUTING, "ouvrier", time.time(), plis=plis[:1])

    def give_back():
        with house.store.begin() as tx:
            tasks.retry(tx, held, "à refaire")

    later = threading.Timer(0.3, give_back)
    later.start()
    settle_again(house, plis[:1])
    later.join()
    assert bilan_of(house, plis[0]).pieces[0].verdict == "rejetee"
