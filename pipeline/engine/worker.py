"""What ``dramatiq pipeline.engine.worker`` starts on each machine: it listens, and a child of each thread works.

One process a core, one thread a process: ``dramatiq pipeline.engine.worker --processes 2 --threads 1``. The settings
are those of ``pli``: PLI_RACINE names the workspace of this machine, PLI_REDIS, PLI_BASE and PLI_BLOBS what all share.
"""

from __future__ import annotations

import os
import socket
import threading
from functools import cache
from pathlib import Path

import dramatiq

from pipeline.engine import bell
from pipeline.engine.hand import Hand
from pipeline.engine.house import House
from pipeline.engine.pool import outlive_nobody
from pipeline.errors import Misuse
from pipeline.settings import load

_RACINE = Path(os.environ.get("PLI_RACINE", "."))
_MOTEUR = load(_RACINE, os.environ).moteur
if _MOTEUR.nom != "dramatiq" or _MOTEUR.redis is None:
    raise Misuse("PLI_MOTEUR : un ouvrier n'écoute qu'avec « dramatiq », et PLI_REDIS.")


class Follower(dramatiq.Middleware):
    """A process that listens goes when the command that started it does, however that ends."""

    def after_process_boot(self, broker: dramatiq.Broker) -> None:  # noqa: ARG002 - dramatiq's words
        outlive_nobody(os.getppid())


@cache
def _hand(process: int, thread: int) -> Hand:
    """Return the child of a thread, opened in it: nothing is shared, be it after a fork."""
    return Hand(House(_RACINE, os.environ), f"{socket.gethostname()}.{process}.{thread}")


def do(task: str) -> None:
    """Have a task done that was announced."""
    _hand(os.getpid(), threading.get_native_id()).do(task)


broker = bell.broker(_MOTEUR.redis, Follower())
bell.listen(broker, do)
dramatiq.set_broker(broker)
