"""The place where a workspace lies: who may look into it, what its clocks say, how much room is left."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.house import MODES, House
from pipeline.mailroom.reserve import RESERVE_OCTETS, RESERVE_SHARE
from pipeline.settings import Settings
from pipeline.store import coherence

NOT_OTHERS = 0o007
SKEW_S, BACKWARDS = 2.0, timedelta(hours=1)


def faults_of_place(house: House) -> list[str]:
    """Return what is wrong with the folders, the database's place and the clocks of a workspace."""
    return [*_open_to_others(house.settings), *_clocks(house)]


def to_foresee(house: House) -> list[str]:
    """Return what is no fault yet and will be one."""
    ending = house.settings.calendar().runs_out(house.settings.now().date())
    return [*([ending] if ending is not None else []), *_room(house.settings)]


def _open_to_others(settings: Settings) -> Iterator[str]:
    for name, mode in MODES.items():
        yield from _open(settings.racine / name, 0o777 & ~mode)
    for variable, path in _elsewhere(settings):
        if path.exists():
            yield from (f"{variable} : {sentence}" for sentence in _open(path, NOT_OTHERS))


def _elsewhere(settings: Settings) -> Iterator[tuple[str, Path]]:
    """Yield the database and the blobs where they do not lie behind the closed door of ``var``."""
    own = settings.racine.absolute() / "var"
    for variable, path in settings.own_disks.items():
        if not path.absolute().is_relative_to(own):
            yield variable, path


def _open(path: Path, refused: int) -> Iterator[str]:
    found = path.stat()
    if found.st_mode & refused:
        mode = stat.S_IMODE(found.st_mode) & ~refused & 0o777
        yield f"{path} est ouvert à d'autres comptes que le service : « chmod {mode:o} {path} »."
    if os.geteuid() not in {0, found.st_uid}:
        yield f"{path} appartient à un autre compte que celui-ci : lancez pli sous le compte du service."


def _clocks(house: House) -> Iterator[str]:
    """Compare what tells the time: the machine, its disk, the last thing that happened, and who speaks in its place."""
    settings = house.settings
    with tempfile.TemporaryFile(dir=settings.racine / "var") as file:
        skew_s = os.fstat(file.fileno()).st_mtime - time.time()
    if abs(skew_s) > SKEW_S:
        yield f"l'horloge du disque et celle de la machine diffèrent de {abs(skew_s):.0f} s : réglez-les (NTP)."
    if settings.maintenant is not None:
        if settings.production:
            yield "PLI_MAINTENANT est réglé alors que PLI_PRODUCTION=oui : échéances et nuits seraient fausses."
        return
    with house.store.begin() as tx:
        last = coherence.latest(tx)
    now = datetime.now(PARIS)
    if last is not None and last > now + BACKWARDS:
        yield f"l'horloge ({now:%d/%m/%Y %H:%M}) est en retard sur le dernier événement noté : réglez-la (NTP)."


def _room(settings: Settings) -> Iterator[str]:
    """Tell ahead: below the greater of the two reserves, when drops are left in the inbox below the lesser only."""
    places = [settings.racine / "var", settings.racine / "outbox"]
    places += [path for _, path in _elsewhere(settings) if path.exists()]
    for device in {path.stat().st_dev: path for path in places}.values():
        usage = shutil.disk_usage(device)
        if usage.free < max(RESERVE_OCTETS, usage.total * RESERVE_SHARE):
            yield f"il ne reste que {usage.free / 1e9:.1f} Go sous {device} : faites de la place, ou « pli purger »."
