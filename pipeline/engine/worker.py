"""What ``dramatiq pipeline.engine.worker`` starts on each machine: it listens, and a child of each thread works.

One process a core, one thread a process: ``dramatiq pipeline.engine.worker --processes 2 --threads 1``. The settings
are those of ``pli``: PLI_RACINE names the workspace of this machine, PLI_REDIS, PLI_BASE and PLI_BLOBS what all share.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from secrets import token_hex

import dramatiq

from pipeline.engine import bell, events
from pipeline.engine.hand import Hand
from pipeline.engine.house import DatabaseTrouble, House
from pipeline.engine.metrics import server
from pipeline.engine.pool import outlive_nobody
from pipeline.errors import Misuse, PliError
from pipeline.settings import load
from pipeline.store.presence import Role

log = logging.getLogger(__name__)

_RACINE = Path(os.environ.get("PLI_RACINE", "."))
_SETTINGS = load(_RACINE, os.environ)
_MOTEUR = _SETTINGS.moteur
if _MOTEUR.nom != "dramatiq" or _MOTEUR.redis is None:
    raise Misuse("PLI_MOTEUR : un ouvrier n'écoute qu'avec « dramatiq », et PLI_REDIS.")
events.tell(os.environ)
_hands: SimpleQueue[Hand] = SimpleQueue()


class Follower(dramatiq.Middleware):
    """A process that listens goes when the command that started it does, however that ends."""

    @property
    def forks(self) -> list[Callable[[], int]]:
        """What the command has a process of its own for."""
        return [answer] if _SETTINGS.surveillance.address is not None else []

    def after_process_boot(self, broker: dramatiq.Broker) -> None:  # noqa: ARG002 - dramatiq's words
        outlive_nobody(os.getppid())

    def before_worker_boot(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:  # noqa: ARG002 - same
        """Have a child there for each thread before the first task, or end: dramatiq would go on without."""
        try:
            _hire(worker.worker_threads)
        except PliError as error:
            reason = str(error)
        except OSError as error:
            reason = f"le disque ne répond pas ({error.strerror})"
        except DatabaseTrouble as error:
            reason = f"la base ne répond pas ({type(error).__name__})"
        else:
            return
        log.error("cet ouvrier ne peut rien faire : %s", reason)
        raise SystemExit(1)


def _hire(count: int) -> None:
    """Have so many children there: one that has nothing to do is seen to be there."""
    house = House(_RACINE, os.environ)
    for number in range(count):
        once = token_hex(3)  # a container that begins again has the name and the numbers of the one before
        hand = Hand(house, f"{events.HOST}.{os.getpid()}.{number}.{once}")
        hand.be_ready()
        _hands.put(hand)


def do(task: str) -> None:
    """Have a task done that was announced."""
    hand = _hands.get()
    try:
        hand.do(task)
        hand.be_ready()
    finally:
        _hands.put(hand)


def answer() -> int:
    """Be the process that says how this machine goes; return the exit status."""
    outlive_nobody(os.getppid())
    server.serve(_RACINE, os.environ, Role.WORK)
    return 0


broker = bell.broker(_MOTEUR.redis, Follower())
bell.listen(broker, do)
dramatiq.set_broker(broker)
