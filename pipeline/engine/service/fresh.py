"""A workspace kept open for long, opened again when people have changed its settings."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path

from pipeline.engine.house import House
from pipeline.errors import Misuse

log = logging.getLogger(__name__)

Signature = frozenset[tuple[str, int, int]]


class Fresh:
    """The house of a workspace, as its settings now stand."""

    def __init__(self, racine: Path, environ: Mapping[str, str]) -> None:
        """Open it; raises Misuse when the settings do not hold together."""
        self._racine, self._environ = racine, environ
        self._seen = _signature(racine)
        self.house = House(racine, environ)
        self.holds = True

    def renew(self) -> bool:
        """Open the house again if its settings changed; say whether it is another.

        ``holds`` says whether they hold together; while they do not, the house stays as it was.
        """
        now = _signature(self._racine)
        if now == self._seen:
            return False
        self._seen = now
        try:
            other = House(self._racine, self._environ)
        except Misuse:  # its text may quote what was written there
            log.error("réglages refusés, ceux d'avant sont gardés : « pli etat » dit pourquoi")  # noqa: TRY400
            self.holds = False
            return False
        self.house.close()
        self.house, self.holds = other, True
        log.info("réglages relus")
        return True

    def close(self) -> None:
        """Let go of the workspace."""
        self.house.close()


def _signature(racine: Path) -> Signature:
    """Return what tells that a file of ``config/`` was changed, added or taken away."""
    try:
        with os.scandir(racine / "config") as entries:
            return frozenset((entry.name, (stat := entry.stat()).st_mtime_ns, stat.st_size) for entry in entries)
    except FileNotFoundError:  # a file is being put in the place of another: the next look will see it
        return frozenset()
