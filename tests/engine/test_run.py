"""One task, run: done, later, again, or set aside; an unread page is a fact."""

import errno
import sqlite3
import time
import zlib

import pytest
from sqlalchemy.exc import OperationalError

from pipeline.domain.reader import READER_VERSION
from pipeline.engine.run import BACK_OFF_S, KILLED, run, run_next
from pipeline.engine.work import WORK
from pipeline.errors import Defect, InputFault, Unavailable
from pipeline.store import lots, plis, tasks
from pipeline.store.lots import StoredPage
from pipeline.store.tasks import ATTEMPTS_MAX, COMPUTING, Kind, State
from tests.store.shelf import bilan_of, received, work

SUBJECT = "pli-1"


class Doing:
    """A work that counts its attempts and ends as it is told."""

    def __init__(self, error=None):
        self.attempts = []
        self._error = error

    def __call__(self, held, house):
        self.attempts.append(held.attempt)
        if self._error is not None:
            raise self._error
        with house.store.begin() as tx:
            tasks.finish(tx, held)


def ask_for(house, kind=Kind.SETTLE, subject=SUBJECT):
    with house.store.begin() as tx:
        tasks.submit(tx, kind, subject, 1)


def run_once(house, doing):
    return run_next(house, "test", COMPUTING, dict.fromkeys(COMPUTING, doing))


def states(house):
    with house.store.begin() as tx:
        return {state: count for (_, state), count in tasks.tally(tx, Kind).items()}


def aside(house):
    with house.store.begin() as tx:
        return tasks.set_aside(tx)


def test_nothing_to_do_is_nothing_done(house):
    assert run_once(house, Doing()) is None


def test_a_task_is_done_once(house):
    ask_for(house)
    doing = Doing()
    assert run_once(house, doing).subject == SUBJECT
    assert run_once(house, doing) is None
    assert (doing.attempts, states(house)) == ([1], {State.DONE: 1})


def test_what_the_world_does_not_answer_is_kept_for_later(house):
    ask_for(house)
    doing = Doing(Unavailable("le SNE ne répond pas"))
    assert run_once(house, doing) is not None
    assert run_once(house, doing) is None
    with house.store.begin() as tx:
        assert tasks.postponed(tx) == [(f"settle:{SUBJECT}", "le SNE ne répond pas")]
        later = tasks.claim(tx, COMPUTING, "test", time.time() + BACK_OFF_S + 1)
    assert later.attempt == 1


def test_what_a_run_put_off_is_left_to_the_next_one_however_long_it_lasts(house):
    ask_for(house)
    doing = Doing(Unavailable("le SNE ne répond pas", retry_after_s=0.0))
    since = time.time()
    works = dict.fromkeys(COMPUTING, doing)
    assert run_next(house, "test", COMPUTING, works, since) is not None
    assert run_next(house, "test", COMPUTING, works, since) is None
    assert run_next(house, "test", COMPUTING, works) is not None


def test_a_full_disk_is_no_fault_of_the_task(house):
    ask_for(house)
    for _ in range(ATTEMPTS_MAX + 2):
        run_once(house, Doing(OSError(errno.ENOSPC, "No space left on device")))
        with house.store.begin() as tx:
            tasks.hurry(tx)
    assert (aside(house), states(house)) == ([], {State.TODO: 1})


def test_a_defect_is_tried_again_then_set_aside_with_its_reason(house):
    ask_for(house)
    doing = Doing(Defect("a promise does not hold"))
    while run_once(house, doing) is not None:
        pass
    assert doing.attempts == list(range(1, ATTEMPTS_MAX + 1))
    assert aside(house) == [(f"settle:{SUBJECT}", "a promise does not hold")]


@pytest.mark.parametrize(("kind", "name"), [(KeyError, "KeyError"), (zlib.error, "zlib.error")])
def test_of_a_foreign_error_its_name_is_kept_and_its_text_nowhere(house, caplog, kind, name):
    ask_for(house)
    while run_once(house, Doing(kind("MARTIN Claire"))) is not None:
        pass
    ((_, reason),) = aside(house)
    assert reason.startswith(f"{name} (__call__:")
    assert "MARTIN" not in reason + caplog.text


def test_a_fault_of_the_paper_is_not_tried_again(house):
    ask_for(house)
    doing = Doing(InputFault("Ce fichier ne s'ouvre pas."))
    run_once(house, doing)
    assert (doing.attempts, aside(house)) == ([1], [(f"settle:{SUBJECT}", "Ce fichier ne s'ouvre pas.")])


def test_a_task_that_kills_its_worker_is_set_aside_without_being_tried_for_ever(house):
    ask_for(house)
    for _ in range(ATTEMPTS_MAX):
        with house.store.begin() as tx:
            assert tasks.claim(tx, COMPUTING, "mort", time.time()) is not None
            tasks.release(tx, "mort")
    doing = Doing()
    run_once(house, doing)
    assert (doing.attempts, aside(house)) == ([], [(f"settle:{SUBJECT}", KILLED)])


def test_a_task_taken_over_meanwhile_is_left_to_the_other(house):
    ask_for(house)
    with house.store.begin() as tx:
        mine = tasks.claim(tx, COMPUTING, "lent", time.time())
        tasks.release(tx, "lent")
        tasks.claim(tx, COMPUTING, "autre", time.time())
    run(mine, house, {Kind.SETTLE: Doing()})
    assert states(house) == {State.DOING: 1}


def test_a_hiccup_of_the_database_is_no_fault_of_the_task(house):
    ask_for(house)
    hiccup = OperationalError("UPDATE", {}, sqlite3.OperationalError("database is locked"))
    with pytest.raises(OperationalError):
        run_once(house, Doing(hiccup))


@pytest.fixture
def lot(house):
    """A lot of one page, waiting to be read."""
    receipt = received(house, 1)
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise", is_folder=False)
        lots.add_pages(tx, receipt.lot, [StoredPage(1, house.store.blobs.put(b"not an image"), "png", None)])
    ask_for(house, Kind.READ, f"{receipt.lot}/1")
    return receipt.lot


def test_a_page_that_cannot_be_read_is_an_unreadable_page_and_its_pli_goes_on(house, lot):
    works = {**WORK, Kind.READ: Doing(Defect("the reader fails"))}
    while run_next(house, "test", (Kind.READ,), works) is not None:
        pass
    with house.store.begin() as tx:
        reading = lots.readings(tx, lot, READER_VERSION)[1]
    assert reading.fault == "la page n'a pas pu être lue : the reader fails"
    work(house, *COMPUTING)
    bilan = bilan_of(house, f"{lot}-1")
    assert (bilan.registre.recues, bilan.registre.acceptees, aside(house)) == (1, 0, [])


def test_a_page_that_is_no_image_is_read_as_such_and_its_pli_goes_on(house, lot):
    work(house, *COMPUTING)
    with house.store.begin() as tx:
        assert lots.readings(tx, lot, READER_VERSION)[1].fault
        assert plis.names(tx) == [f"{lot}-1"]
