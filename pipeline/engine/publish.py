"""Show the bilans: one file a pli in ``outbox/bilans/``, rewritten whole at each change of state.

A lot that a worker elsewhere refused is set aside here: what a person is to look at lies where a person looks.
"""

from __future__ import annotations

import json
import logging

from pipeline.durable import write_durably
from pipeline.engine.house import House
from pipeline.errors import InputFault, Unavailable
from pipeline.mailroom.quarantine import set_aside
from pipeline.store import lots, plis, serial

log = logging.getLogger(__name__)


def publish(house: House) -> None:
    """Write the bilans whose file is behind; a death on the way leaves them behind, to be written next time."""
    with house.store.begin() as tx:
        behind = plis.unpublished(tx)
    for name, version in behind:
        try:
            _show(house, name, version)
        except Unavailable as error:
            log.warning("bilan %s : %s", name, error)


def _show(house: House, name: str, version: int) -> None:
    with house.store.begin() as tx:
        bilan = plis.bilan(tx, name)
    if bilan is None:
        return
    path = house.racine / "outbox" / "bilans" / f"{name}.json"
    if house.shares_work and bilan.plage is None and not path.exists():
        _set_aside(house, name, bilan.anomalies[0].code)
    content = json.dumps(serial.public_bilan(bilan), ensure_ascii=False, indent=1)
    write_durably(path, content.encode())
    with house.store.begin() as tx:
        plis.published(tx, name, version)


def _set_aside(house: House, pli: str, motif: str) -> None:
    with house.store.look() as tx:
        receipt = plis.receipt(tx, pli)
        fault = InputFault(lots.explanation(tx, receipt.lot) or "", motif)
    with house.store.blobs.local(receipt.source.sha256) as original:
        set_aside(house.racine / "outbox", receipt, original, fault, house.settings.now())
