"""What keeping and getting a blob costs, in a folder and in a bucket, by size.

The server is one for tests, a process of its own on this machine that keeps all in memory: what it takes is in the
milliseconds, not in the CPU milliseconds, which are ours alone. *again* puts what is there already.

``python -m benchmarks.blobs [--count 200]``
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import httpx

from benchmarks import Row, show
from pipeline.store.blobs import Blobs, blobs_at
from tests.s3 import KEY, SECRET, free_port

SIZES = {"100 kB": 100_000, "2 MB": 2_000_000}
HEAD = ("", "put, ms", "CPU ms", "again, ms", "get, ms", "CPU ms", "local, ms", "again, ms")
START_S = 30.0
T = TypeVar("T")


def main() -> None:
    """Measure each size in each place, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    asked, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder, _bucket() as url:
        places = {"folder": str(Path(folder, "blobs")), "bucket": url}
        rows = [
            _run(f"{where}, {size}", blobs_at(place, Path(folder, "copies")), octets, asked.count)
            for size, octets in SIZES.items()
            for where, place in places.items()
        ]
    show(f"a blob, the mean of {asked.count}", HEAD, rows)


@contextmanager
def _bucket() -> Iterator[str]:
    """Run a server; give the URL of a bucket of its."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    os.environ |= {"AWS_ENDPOINT_URL": url, "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}
    words = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=START_S).put(f"{url}/seau")
            yield "s3://seau/pli"
        finally:
            server.terminate()


def _run(name: str, blobs: Blobs, octets: int, count: int) -> Row:
    contents = [os.urandom(octets) for _ in range(min(count, 100_000_000 // octets))]
    names: list[str] = []
    put = _mean(contents, lambda content: names.append(blobs.put(content)))
    again = _mean(contents, blobs.put)
    get = _mean(names, blobs.get)
    lent = [_mean(names, lambda name: _read(blobs, name)) for _ in range(2)]
    return (name, *put, again[0], *get, *(wall for wall, _ in lent))


def _read(blobs: Blobs, name: str) -> None:
    with blobs.local(name) as path:
        path.read_bytes()


def _mean(things: Sequence[T], do: Callable[[T], object]) -> tuple[float, float]:
    """Do it to each; return the mean of the milliseconds, and of those of our processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    for thing in things:
        do(thing)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return 1000 * wall / len(things), 1000 * cpu / len(things)


if __name__ == "__main__":
    main()
