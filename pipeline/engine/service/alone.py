"""One service for one database: a file lock tells the services of one machine apart, this tells machines apart."""

from __future__ import annotations

import logging

from pipeline.engine import lock
from pipeline.engine.house import DatabaseTrouble, House
from pipeline.errors import Misuse

log = logging.getLogger(__name__)


class Alone:
    """That no other machine at the same database has a service."""

    def __init__(self, house: House) -> None:
        """Be the one; raises Misuse when there is another."""
        self._mutex = house.store.mutex(lock.SERVICE)
        self._was_ours = True
        if not self._mutex.take():
            raise Misuse("« pli surveiller » est en marche sur une autre machine de cette base ; un seul y suffit.")

    def holds(self) -> bool:
        """Say whether it is still so; a connection that was cut lets another come, and nothing is done beside it."""
        try:
            is_ours = self._mutex.take()
        except DatabaseTrouble:  # nobody does anything now
            return True
        if self._was_ours and not is_ours:
            log.error("un autre service tient cette base : celui-ci attend qu'il s'arrête")
        self._was_ours = is_ours
        return is_ours

    def let_go(self) -> None:
        """Let another come."""
        self._mutex.let_go()
