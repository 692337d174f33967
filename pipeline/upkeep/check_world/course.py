"""I3: nothing late unsaid. I4: nobody told twice. I5: the journal holds. I7: nothing waits for ever. I8: deadlines."""

from __future__ import annotations

import time
from collections.abc import Iterator

from pipeline.engine.house import House
from pipeline.stages.ingest import deadline_of
from pipeline.store import audit, journal, lots, mails, plis, purges, tasks
from pipeline.upkeep.check_world.violation import ENGINEER, Violation
from pipeline.upkeep.settled import ASKED, UNFILED, UNTOLD, undecided, untold

SWEEPS_S = 600.0
"""After the end of a lease, how long its task may wait to be taken up by somebody else."""
REMEDIES = {
    ASKED: "« pli a-verifier », puis « pli trancher »",
    UNFILED: "« pli deverser »",
    UNTOLD: "« pli notifier »",
}
TREAT = "relancer « pli traiter »"


def check(house: House) -> Iterator[Violation]:
    """Look at messages, journal, tasks and deadlines."""
    with house.store.begin() as tx:
        twice, wrong = audit.told_twice(tx), journal.broken(tx)
        aside, forsaken = tasks.set_aside(tx), audit.forsaken(tx, time.time() - SWEEPS_S)
    for name in twice:
        yield Violation("I4", name, "deux messages pour la même chose", ENGINEER)
    if wrong is not None:
        what = "manque" if wrong.subject is None else f"a été changée ({wrong.subject})"
        yield Violation("I5", f"journal, entrée {wrong.number}", f"cette entrée {what}", ENGINEER)
    for task, reason in aside:
        yield Violation("I7", task, f"mise de côté : {reason}", "corriger la cause, puis « pli traiter »")
    for task in forsaken:
        yield Violation("I7", task, "en cours, mais celui qui la tenait ne répond plus", TREAT)
    yield from _deadlines(house)


def _deadlines(house: House) -> Iterator[Violation]:
    with house.store.begin() as tx:
        received, named, uncut = lots.names(tx), plis.names(tx), audit.uncut_since(tx, house.settings.now())
    for name in received:
        with house.store.begin() as tx:
            receipt = lots.receipt(tx, name)
        if receipt.echeance != deadline_of(receipt.recu_le, receipt.canal, house.settings):
            yield Violation("I8", name, "l'échéance ne suit pas le calendrier", "vérifier config/calendrier.toml")
    for name in uncut:
        yield _late(name, "il n'est pas encore lu")
    for name in named:
        why = _open(house, name)
        if why is not None:
            yield _late(name, why)


def _open(house: House, name: str) -> str | None:
    """Say what is still open of a pli that is past its deadline."""
    with house.store.begin() as tx:
        if plis.receipt(tx, name).echeance >= house.settings.now() or purges.pli_purged(tx, name) is not None:
            return None
        bilan, told = plis.bilan(tx, name), mails.of_pli(tx, name)
    return "il n'est pas encore décidé" if bilan is None else undecided(bilan) or untold(told)


def _late(name: str, why: str) -> Violation:
    return Violation("I3", name, f"échéance dépassée : {why}", REMEDIES.get(why, TREAT))
