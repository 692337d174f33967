"""Kill a program, or spoil a call of it, at the n-th call of a kind: by strace, from outside.

strace counts the calls of each kind and of each thread by itself. So a point is a kind and a rank, and whether the
threads that the program starts are followed: without, the first thread alone is counted; with, whoever comes first to
the n-th call of that kind is hit.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tests.scenarios.workspace import surroundings

ROOT = Path(__file__).resolve().parents[3]
LANDMARKS = ("rename", "renameat", "renameat2", "fsync", "fdatasync")
"""What makes a change true for others, or for ever."""
CHANGES = (
    *LANDMARKS,
    *("write", "pwrite64", "writev", "pwritev", "copy_file_range", "sendfile", "truncate", "ftruncate", "fallocate"),
    *("link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
    *("chmod", "fchmod", "fchmodat", "utimensat"),
)
"""What changes the disk."""
EXCHANGES = ("connect", "sendto", "sendmsg", "recvfrom", "recvmsg")
"""What changes, or tells, the other side of a connection."""
_CALL = re.compile(r"(?P<thread>\d+) +(?P<kind>\w+)\((?P<rest>.*)")
_FAILED = re.compile(r"\) += -1 E")
STARTS_S, GLANCE_S = 20, 0.001


@dataclass(frozen=True, slots=True)
class Point:
    """The ``n``-th call of a kind, from 1; ``threads``: whether those that the program starts are counted."""

    kind: str
    n: int
    threads: bool

    def __str__(self) -> str:
        return f"{self.kind}-{self.n}{'-any-thread' if self.threads else ''}"


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was made: the thread, the kind, and what strace wrote after it."""

    thread: int
    kind: str
    rest: str


@dataclass(frozen=True, slots=True)
class Spoiled:
    """How a program took that a call of its failed: its status, what it said, and its calls of that kind."""

    status: int
    said: str
    calls: list[Call]

    def is_tried_again(self) -> bool:
        """Say whether the call that failed was made again on the same open file."""
        failed = next(rank for rank, call in enumerate(self.calls) if "(INJECTED)" in call.rest)
        kind, file = self.calls[failed].kind, _file(self.calls[failed])
        later = (call for call in self.calls[failed + 1 :] if _file(call) == file)
        return next((call.kind for call in later), "close") == kind


class Tracer:
    """Runs a program of :mod:`programs`, under strace, each time on the workspace that it is given."""

    def __init__(self, forker: subprocess.Popen[str], said: IO[str]) -> None:
        self._forker, self._said = forker, said

    def run(self, program: str, racine: Path, environ: Mapping[str, str]) -> int:
        """Run a program undisturbed, then hold its workspace to its invariants; return its status."""
        self._start(program, racine, environ, check=True)
        return self._go_on()

    def killed(self, program: str, racine: Path, environ: Mapping[str, str], point: Point) -> bool:
        """Kill a program just before the call of a point; say whether it got that far."""
        follow = ("-f",) if point.threads else ()
        status = self._run(program, racine, environ, *follow, "-e", f"inject={point.kind}:signal=KILL:when={point.n}")
        assert status in {0, -signal.SIGKILL}, f"{program} ended by itself, with {status}: {self.last_words()}"
        return status != 0

    def spoiled(self, program: str, racine: Path, environ: Mapping[str, str], point: Point, error: str) -> Spoiled:
        """Have the call of a point fail with ``error``, such as ``EIO``; return how the program took it."""
        before = self._said.tell()
        spoil = f"inject={point.kind}:error={error}:when={point.n}"
        _, status, calls = self.recorded(program, racine, environ, (point.kind, "close", "dup2"), "-e", spoil)
        self._said.seek(before)
        return Spoiled(status, self._said.read(), calls)

    def recorded(
        self, program: str, racine: Path, environ: Mapping[str, str], kinds: Iterable[str], *more: str
    ) -> tuple[int, int, list[Call]]:
        """Run a program to its end; return its first thread, its status and the calls of these kinds that it made."""
        log = racine.with_suffix(".strace")
        what = ("-f", "-o", str(log), "-e", f"trace={_any_of(kinds)}", *more)
        status = self._run(program, racine, environ, *what)
        calls = [Call(int(found["thread"]), found["kind"], found["rest"]) for found in _calls(log)]
        return self._pid, status, calls

    def last_words(self) -> str:
        """Return the end of what the programs said."""
        self._said.seek(0)
        return self._said.read()[-2000:]

    def _run(self, program: str, racine: Path, environ: Mapping[str, str], *options: str) -> int:
        self._start(program, racine, environ, check=False)
        output = () if "-o" in options else ("-o", "/dev/null")
        words = ["strace", *output, *options, "-p", str(self._pid)]
        with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            assert "attached" in (said := strace.stderr.readline()), said
            status = self._go_on()
            strace.communicate()
        return status

    def _start(self, program: str, racine: Path, environ: Mapping[str, str], *, check: bool) -> None:
        asked = {"program": program, "racine": str(racine), "environ": dict(environ), "check": check}
        self._say(json.dumps(asked))
        self._pid = int(self._hear())
        _wait_for_stop(self._pid)

    def _go_on(self) -> int:
        os.kill(self._pid, signal.SIGCONT)
        return int(self._hear())

    def _say(self, line: str) -> None:
        assert self._forker.stdin is not None
        self._forker.stdin.write(f"{line}\n")
        self._forker.stdin.flush()

    def _hear(self) -> str:
        assert self._forker.stdout is not None
        return self._forker.stdout.readline()


def points(first: int, calls: Iterable[Call]) -> list[Point]:
    """Return the points that reach every one of the calls, those that failed left out: they changed nothing.

    Raises AssertionError when a change cannot be reached: another thread always comes first to its rank. A word that
    cannot, for another between our own threads, is left out: nothing is said between the two.
    """
    ranks: Counter[tuple[int, str]] = Counter()
    met: set[tuple[str, int]] = set()
    found = []
    for call in calls:
        ranks[call.thread, call.kind] += 1
        rank = (call.kind, ranks[call.thread, call.kind])
        is_reached = call.thread == first or rank not in met
        assert is_reached or call.kind in EXCHANGES, f"out of reach: {call}"
        if is_reached and not _FAILED.search(call.rest):
            found.append(Point(*rank, threads=call.thread != first))
        met.add(rank)
    return found


def thinned(whole: Iterable[Point], stride: int) -> list[Point]:
    """Return every landmark among the points, and of the others one in ``stride``."""
    return [point for rank, point in enumerate(whole) if point.kind in LANDMARKS or rank % stride == 0]


def beyond(calls: Iterable[Call]) -> list[Point]:
    """Return, for each kind of change, a point that a run never reaches; words come in as many parts as they come."""
    counts = Counter((call.thread, call.kind) for call in calls if call.kind not in EXCHANGES)
    last = {kind: max(count for (_, of), count in counts.items() if of == kind) for _, kind in counts}
    return [Point(kind, count + 1, threads=True) for kind, count in sorted(last.items())]


def at_each(chosen: Iterable[Point], disturb: Callable[[Point], None]) -> None:
    """Disturb a run at each of the points; what fails says at which."""
    for point in chosen:
        try:
            disturb(point)
        except AssertionError as error:
            error.add_note(f"disturbed at {point}")
            raise


@contextmanager
def tracing() -> Iterator[Tracer]:
    """Have the programs ready to run."""
    words = [sys.executable, "-m", "tests.scenarios.crash_points.programs"]
    environ = surroundings("", PYTHONHASHSEED="0", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    with (
        TemporaryFile("w+") as said,
        subprocess.Popen(
            words, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True
        ) as forker,
    ):
        yield Tracer(forker, said)


@lru_cache(maxsize=1)
def why_not() -> str | None:
    """Say why programs cannot be traced here, None when they can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:signal=KILL:when=1", sys.executable, "-c", ""],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return None if tried.returncode == 0 else f"strace may not trace here: {tried.stderr.strip()}"


def _file(call: Call) -> str:
    return re.split(r"[,)]", call.rest, maxsplit=1)[0]


def _any_of(kinds: Iterable[str]) -> str:
    return ",".join(f"?{kind}" for kind in kinds)  # a processor may have a part of them only


def _calls(log: Path) -> Iterator[re.Match[str]]:
    found = (_CALL.match(line) for line in log.read_text(errors="replace").splitlines() if " resumed>" not in line)
    return (match for match in found if match is not None)


def _wait_for_stop(pid: int) -> None:
    deadline = time.monotonic() + STARTS_S
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        assert time.monotonic() < deadline, "the program never stopped to be traced"
        time.sleep(GLANCE_S)
