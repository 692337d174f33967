"""Show the bilans: one file a pli in ``outbox/bilans/``, rewritten whole at each change of state."""

from __future__ import annotations

import json

from pipeline.durable import write_durably
from pipeline.engine.house import House
from pipeline.store import plis, serial


def publish(house: House) -> None:
    """Write the bilans whose file is behind; a death on the way leaves them behind, to be written next time."""
    with house.store.begin() as tx:
        behind = plis.unpublished(tx)
    for name, version in behind:
        with house.store.begin() as tx:
            bilan = plis.bilan(tx, name)
        if bilan is None:
            continue
        content = json.dumps(serial.public_bilan(bilan), ensure_ascii=False, indent=1)
        write_durably(house.racine / "outbox" / "bilans" / f"{name}.json", content.encode())
        with house.store.begin() as tx:
            plis.published(tx, name, version)
