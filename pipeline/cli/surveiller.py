"""``pli surveiller``: the service."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from pipeline.cli.frame import DONE, RACINE, command, opened
from pipeline.engine import events
from pipeline.engine.service import errands
from pipeline.engine.service.errand import Errand
from pipeline.engine.service.watch import watch
from pipeline.upkeep import rounds
from pipeline.upkeep.backup import refuse_unasked, refuse_unfinished

ERRANDS = (
    Errand("nuit", errands.hold_night, every_s=10.0, alone=True),
    Errand("mels", errands.send_mails, every_s=5.0, alone=True),
    Errand("purge", rounds.purge_after_night, every_s=60.0, alone=True),
    Errand("résumé", rounds.tell_of_nights, every_s=300.0, alone=False),
    Errand("vérification", rounds.check, every_s=3_600.0, alone=False),
)
"""In this order: what was deposited is told of, then purged by its rule, then summed up."""


@command("surveiller")
@RACINE
def serve(racine: Path) -> int:
    """Fait tout cela en continu, jusqu'à ce qu'on l'arrête : prendre, lire, déposer la nuit, prévenir."""
    refuse_unfinished(racine)
    with opened(racine) as house:
        refuse_unasked(house)
    events.tell(os.environ, ours=logging.INFO)
    watch(racine, os.environ, ERRANDS)
    return DONE
