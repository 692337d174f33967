"""The watchman of a service: takes what comes, has it read and settled, shows the bilans, and says that it lives.

It waits for nobody: neither for the register, nor for the mail, nor for who holds the workspace. What sends is the
clerk's. What the watchman does is done again when it is cut: it may be killed at any moment.
"""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

from pipeline.engine import day, lock, tidy
from pipeline.engine.engines import Crew, engine_of
from pipeline.engine.house import DatabaseTrouble
from pipeline.engine.intake import record_left_over, take_ready
from pipeline.engine.metrics import server
from pipeline.engine.presence import Presence
from pipeline.engine.publish import publish
from pipeline.engine.service.alone import Alone
from pipeline.engine.service.clerk import Clerk
from pipeline.engine.service.errand import Errand
from pipeline.engine.service.fresh import Fresh
from pipeline.engine.service.pulse import Pulse
from pipeline.errors import Unavailable
from pipeline.store.presence import Role

log = logging.getLogger(__name__)

ROUND_S = 2.0
"""Between two looks into the inbox: a scan is the truth, nothing wakes us earlier."""
GRACE_S = 20.0
"""What is under way has that long to end when the service stops; what has not comes back at the next start."""
AGAIN_S = 30.0
GLANCE_S = 0.1


def watch(racine: Path, environ: Mapping[str, str], errands: Sequence[Errand]) -> None:
    """Be the service of a workspace until SIGTERM or SIGINT. Raises Misuse when it has one, or when it is badly set."""
    with _stopping() as stop, closing(Fresh(racine, environ)) as fresh, lock.serving(racine) as file:
        pulse, clerk = Pulse(file, environ), Clerk(racine, environ, errands)
        day_work = _DayWork(fresh, engine_of(fresh.house).crew(fresh.house), lock.Work(racine))
        alone, presence = Alone(fresh.house), Presence(Role.WATCH)
        with lock.sole(racine, lambda: log.info("un traitement est en cours : attente de sa fin")):
            tidy.sweep(fresh.house)
            tidy.free_leases(fresh.house)
            day.begin(fresh.house)
        server.start(racine, environ, Role.WATCH)
        stop.begin()
        log.info("service en marche")
        pulse.ready()
        try:
            while not stop.asked.is_set():
                if alone.holds():
                    _round(day_work, pulse)
                    if fresh.holds:
                        clerk.mind()
                else:
                    pulse.beat()
                presence.tell(fresh.house)
                stop.asked.wait(ROUND_S)
            pulse.stopping()
            log.info("arrêt demandé : plus rien n'est pris")
            _see_off(day_work.crew, clerk)
        finally:
            day_work.crew.dismiss()
            clerk.dismiss()
            alone.let_go()
        publish(fresh.house)
        presence.leave(fresh.house)
    log.info("service arrêté")


class _Stop:
    """What the signals ask: to go at once as long as nothing has begun, then to end in order."""

    def __init__(self) -> None:
        self.asked = Event()
        self._begun = False

    def begin(self) -> None:
        self._begun = True

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        if not self._begun:
            raise SystemExit(0)
        self.asked.set()


@contextmanager
def _stopping() -> Iterator[_Stop]:
    stop = _Stop()
    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _DayWork:
    """What comes is taken, read and settled, as long as nobody asks for stillness."""

    def __init__(self, fresh: Fresh, crew: Crew, work: lock.Work) -> None:
        self.crew = crew
        self._fresh = fresh
        self._work = work
        self._again = 0.0
        self._short: str | None = None

    def go_on(self) -> None:
        """Do what there is to do now; none of it is waited for."""
        if self._fresh.renew():
            self.crew.move(self._fresh.house)
        self.crew.mind()
        if self._work.is_wanted():
            self._calm_down()
        elif self._work.take():
            self._take()
            if self._fresh.holds:
                self.crew.top_up()
            publish(self._fresh.house)

    def _tell(self, short: str | None) -> None:
        """Say once that there is no room; ``pli etat`` says it as long as it lasts."""
        if short is not None and self._short is None:
            log.error("%s", short)
        self._short = short

    def _calm_down(self) -> None:
        """Let the workers end what they do, then give way."""
        if self.crew.is_busy():
            self.crew.leave()
        else:
            self._work.let_go()

    def _take(self) -> None:
        """Take what is ready, for as long as a round may last, and now and then what could not be recorded before."""
        house, lots = self._fresh.house, []
        try:
            if time.monotonic() >= self._again:
                lots += record_left_over(house)
                self._again = time.monotonic() + AGAIN_S
            seen = take_ready(house, until=time.monotonic() + ROUND_S)
            lots += seen.lots
            self._tell(seen.short)
        except Unavailable as error:
            log.warning("ce qui est pris attend : %s", error)
        for lot in lots:
            log.info("lot %s : reçu", lot)


def _round(day_work: _DayWork, pulse: Pulse) -> None:
    """Do one round; one that fails, for want of room or of a database, says nothing and is followed by another."""
    try:
        day_work.go_on()
        pulse.beat()
    except DatabaseTrouble as error:
        log.error("la base ne répond pas (%s)", type(error).__name__)  # noqa: TRY400 - its text quotes what was written
    except OSError as error:
        log.error("le disque ne répond pas : %s", error.strerror)  # noqa: TRY400 - its text may quote a name


def _see_off(crew: Crew, clerk: Clerk) -> None:
    """Let what is under way end, for a while."""
    crew.leave()
    clerk.leave()
    deadline = time.monotonic() + GRACE_S
    while (crew.is_busy() or clerk.is_there()) and time.monotonic() < deadline:
        crew.mind()
        time.sleep(GLANCE_S)
