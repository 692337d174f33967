"""One at a time changes or sends; one service at most; who waits comes next."""

import threading
from contextlib import ExitStack

import pytest

from pipeline.engine import lock
from pipeline.engine.lock import Work, is_served, is_wanted, serving, sole, still
from pipeline.errors import Misuse

SOON_S = 5


def waiting(context, racine, order, name):
    """Ask for a lock in a thread; return it once it waits."""
    waits = threading.Event()

    def hold():
        with context(racine, waits.set):
            order.append(name)

    thread = threading.Thread(target=hold)
    thread.start()
    return thread, waits


def test_a_second_engine_waits_for_the_first_and_says_so_once(tmp_path):
    order = []
    with sole(tmp_path, lambda: order.append("waited")):
        other, waits = waiting(sole, tmp_path, order, "second")
        assert waits.wait(SOON_S)
        order.append("first")
    other.join(SOON_S)
    assert order == ["first", "second"]


def test_who_waits_comes_before_a_holder_that_asks_again_at_once(tmp_path):
    order = []
    with sole(tmp_path, _never):
        assert not is_wanted(tmp_path)
        other, waits = waiting(sole, tmp_path, order, "operator")
        assert waits.wait(SOON_S)
        _until(lambda: is_wanted(tmp_path))
    with sole(tmp_path, lambda: None):
        order.append("service")
    other.join(SOON_S)
    assert order == ["operator", "service"]
    assert not is_wanted(tmp_path)


def test_another_workspace_is_another_lock(tmp_path):
    with sole(tmp_path / "a", _never), sole(tmp_path / "b", _never):
        pass


def test_the_lock_is_let_go(tmp_path):
    for _ in range(2):
        with sole(tmp_path, _never):
            pass


def test_a_second_service_is_refused_at_once_in_words(tmp_path):
    assert not is_served(tmp_path)
    with serving(tmp_path):
        assert is_served(tmp_path)
        with pytest.raises(Misuse, match="déjà en marche"), serving(tmp_path):
            pass
        assert is_served(tmp_path)
    assert not is_served(tmp_path)


def test_a_service_starts_although_somebody_was_looking_whether_there_is_one(tmp_path):
    with ExitStack() as looks:
        assert lock._is_taken(looks.enter_context(lock._file(tmp_path, lock.SERVICE)))
        threading.Timer(lock.GLANCE_S, looks.pop_all().close).start()
        with serving(tmp_path):
            assert is_served(tmp_path)


def test_stillness_is_given_when_the_work_lets_go_and_the_work_goes_on_after(tmp_path):
    work, order = Work(tmp_path), []
    assert work.take()
    assert work.take()
    other, waits = waiting(still, tmp_path, order, "purge")
    assert waits.wait(SOON_S)
    _until(work.is_wanted)
    order.append("work")
    work.let_go()
    other.join(SOON_S)
    _until(work.take)
    assert order == ["work", "purge"]
    work.let_go()


def test_work_is_not_taken_while_somebody_wants_stillness(tmp_path):
    work = Work(tmp_path)
    with still(tmp_path, _never):
        assert not work.take()
    assert work.take()
    work.let_go()


def _until(holds):
    for _ in range(500):
        if holds():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it never came")


def _never():
    raise AssertionError("nobody else holds it")
