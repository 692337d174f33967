"""What is free goes back to the system."""

import resource
from pathlib import Path

from pipeline.engine.thrift import give_back

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
