"""One engine at a time on a workspace."""

import threading

from pipeline.engine.lock import sole


def test_a_second_engine_waits_for_the_first_and_says_so_once(tmp_path):
    waiting, order = threading.Event(), []

    def second():
        with sole(tmp_path, waiting.set):
            order.append("second")

    with sole(tmp_path, lambda: order.append("waited")):
        other = threading.Thread(target=second)
        other.start()
        assert waiting.wait(5)
        order.append("first")
    other.join(5)
    assert order == ["first", "second"]


def test_another_workspace_is_another_lock(tmp_path):
    with sole(tmp_path / "a", _never), sole(tmp_path / "b", _never):
        pass


def test_the_lock_is_let_go(tmp_path):
    for _ in range(2):
        with sole(tmp_path, _never):
            pass


def _never():
    raise AssertionError("nobody else holds it")
