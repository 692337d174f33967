"""What is free goes back to the system."""

import resource
from pathlib import Path

from pipeline.engine import thrift
from pipeline.engine.thrift import PAGES, Thrift, give_back, keep_in_between
from pipeline.store.tasks import Kind

BLOCK, COUNT = 100_000, 640


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_memory_that_is_free_below_some_that_is_not_goes_back():
    blocks = [b"x" * (BLOCK + n) for n in range(COUNT)]
    kept = b"x" * BLOCK
    del blocks
    before = resident()
    give_back()
    assert (before - resident() > BLOCK * COUNT / 2, len(kept)) == (True, BLOCK)


def test_memory_goes_back_after_a_whole_pli_or_piece_and_every_few_pages(monkeypatch):
    given = []
    monkeypatch.setattr(thrift, "give_back", lambda: given.append(len(done)))
    done: list[Kind] = []
    spared = Thrift()
    for kind in [*[Kind.READ] * PAGES, Kind.COMPOSE, Kind.SETTLE, *[Kind.READ] * PAGES]:
        done.append(kind)
        spared.after(kind)
    assert given == [PAGES, PAGES + 1, PAGES + 2, 2 * PAGES + 2]


def test_who_has_nothing_to_do_gives_back_what_their_last_pages_took_once(monkeypatch):
    given = []
    monkeypatch.setattr(thrift, "give_back", lambda: given.append(True))
    spared = Thrift()
    spared.after(Kind.READ)
    spared.idle()
    spared.idle()
    assert given == [True]


def test_what_a_page_takes_is_not_given_back_in_between():
    keep_in_between()
    taken = [bytearray(BLOCK * 10) for _ in range(COUNT // 10)]
    before = resident()
    del taken
    kept = resident()
    give_back()
    assert (before - kept < BLOCK * 10, kept - resident() > BLOCK * COUNT / 2) == (True, True)
