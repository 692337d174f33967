"""The clerk of a service: a child process that runs the errands, each at its pace, while the watchman takes and reads.

An errand is cut between two steps when the service stops, when somebody waits for the workspace (an operator's
answer comes first), and when it has kept the others waiting for long enough. It comes back.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from ctypes import c_double
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import RawValue
from pathlib import Path
from threading import Event

from pipeline.engine import events, lock
from pipeline.engine.house import DatabaseTrouble
from pipeline.engine.pool import obey
from pipeline.engine.service.errand import Cut, Errand, Pace
from pipeline.engine.service.fresh import Fresh
from pipeline.errors import PliError, Unavailable

log = logging.getLogger(__name__)

GLANCE_S = 1.0
TURN_S = 60.0
"""How long an errand may keep the others waiting."""
HUNG_S = 3_600.0
"""A clerk that goes no further for that long is replaced: no call and no check takes as long."""
RETRY_S = 10.0


class Clerk:
    """The clerk as the watchman sees it: hired, replaced when it dies or hangs, sent away."""

    def __init__(self, racine: Path, environ: Mapping[str, str], errands: Sequence[Errand]) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._errands = (racine, dict(environ), tuple(errands))
        self._pulse = RawValue(c_double, 0.0)
        self._process: BaseProcess | None = None
        self._not_before = 0.0

    def mind(self) -> None:
        """Have a clerk there that works."""
        if self._process is not None and self._process.exitcode is not None:
            log.error("le commis s'est interrompu (%s) ; un autre prend sa place", self._process.exitcode)
            self._process, self._not_before = None, time.monotonic() + RETRY_S
        elif self._process is not None and self._pulse.value < time.time() - HUNG_S:
            log.error("le commis n'avance plus ; un autre prend sa place")
            self.dismiss()
        if self._process is None and time.monotonic() >= self._not_before:
            self._pulse.value = time.time()
            arguments = (*self._errands, os.getpid(), self._pulse)
            self._process = self._context.Process(target=serve, args=arguments, name=f"{os.getpid()}.commis")
            self._process.start()

    def is_there(self) -> bool:
        """Say whether the clerk has not gone yet."""
        return self._process is not None and self._process.exitcode is None

    def leave(self) -> None:
        """Ask the clerk to go once its step is done."""
        if self._process is not None:
            self._process.terminate()

    def dismiss(self) -> None:
        """Leave no clerk behind."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = None


def serve(racine: Path, environ: Mapping[str, str], errands: Sequence[Errand], parent: int, pulse: c_double) -> None:
    """Be the clerk: run the errands until asked to leave; ``pulse`` takes the time of each step."""
    leaving = obey(parent)
    events.tell(environ, ours=logging.INFO)
    fresh = Fresh(racine, environ)
    due = {errand.name: 0.0 for errand in errands}
    while not leaving.is_set():
        for errand in errands:
            pulse.value = time.time()
            if time.monotonic() >= due[errand.name]:
                fresh.renew()
                rest_s = _run(errand, fresh, leaving, pulse)
                due[errand.name] = time.monotonic() + rest_s
        leaving.wait(GLANCE_S)
    fresh.close()


def _run(errand: Errand, fresh: Fresh, leaving: Event, pulse: c_double) -> float:
    """Do an errand; return how long it rests, in seconds: none when it was cut.

    What goes wrong is logged: it is tried again at its pace, or once the outside is to be asked again.
    """
    racine = fresh.house.racine
    latest = time.monotonic() + TURN_S

    def is_over() -> bool:
        pulse.value = time.time()
        return leaving.is_set() or time.monotonic() > latest or (errand.alone and lock.is_wanted(racine))

    try:
        with _place(errand, racine):
            errand.do(fresh.house, Pace(is_over))
    except Cut:
        return 0.0
    except Unavailable as error:
        log.warning("%s : %s", errand.name, error)
        return max(errand.every_s, error.retry_after_s or 0.0)
    except PliError as error:
        log.error("%s : %s", errand.name, error)  # noqa: TRY400 - its text tells all
    except DatabaseTrouble as error:
        log.error("%s : la base ne répond pas (%s)", errand.name, type(error).__name__)  # noqa: TRY400 - same
    except OSError as error:
        log.error("%s : %s", errand.name, error.strerror)  # noqa: TRY400 - same
    return errand.every_s


def _place(errand: Errand, racine: Path) -> AbstractContextManager[None]:
    return lock.sole(racine, lambda: None) if errand.alone else nullcontext()
