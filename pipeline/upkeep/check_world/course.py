"""I3: nothing late unsaid. I4: nobody told twice. I5: the journal holds. I7: nothing waits for ever. I8: deadlines."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import datetime

from pipeline.domain.receipt import Receipt
from pipeline.engine.day import MEND, RESUME
from pipeline.engine.house import House
from pipeline.settings import Settings
from pipeline.stages.ingest import deadline_of, rule_of
from pipeline.store import audit, coherence, journal, lots, mails, plis, purges, tasks
from pipeline.upkeep.check_world.violation import ENGINEER, Violation
from pipeline.upkeep.settled import ASKED, UNFILED, UNTOLD, undecided, untold

SWEEPS_S = 600.0
"""After the end of a lease, how long its task may wait to be taken up by somebody else."""
REMEDIES = {
    ASKED: "« pli a-verifier », puis « pli trancher »",
    UNFILED: "« pli deverser »",
    UNTOLD: "« pli notifier »",
}
UNFOLLOWED = "l'échéance ne suit pas le calendrier"
UNVERSIONED = "l'échéance ne suit plus le calendrier, dont la liste a changé sans que sa version change"
CALENDAR = "vérifier config/calendrier.toml"
TREAT = f"relancer {RESUME}"


def check(house: House) -> Iterator[Violation]:
    """Look at messages, journal, tasks and deadlines."""
    with house.store.begin() as tx:
        twice, wrong = audit.told_twice(tx), journal.broken(tx)
        aside, forsaken = tasks.set_aside(tx), audit.forsaken(tx, time.time() - SWEEPS_S)
        unnoted, adrift = coherence.unnoted(tx), coherence.adrift(tx)
    for name in twice:
        yield Violation("I4", name, "deux messages pour la même chose", ENGINEER)
    if wrong is not None:
        what = "manque" if wrong.subject is None else f"a été changée ({wrong.subject})"
        yield Violation("I5", f"journal, entrée {wrong.number}", f"cette entrée {what}", ENGINEER)
    for name in unnoted:
        yield Violation("I5", name, "parti de chez nous sans que le journal le dise", ENGINEER)
    for task, reason in aside:
        yield Violation("I7", task, f"mise de côté : {reason}", MEND)
    for task in forsaken:
        yield Violation("I7", task, "en cours, mais celui qui la tenait ne répond plus", TREAT)
    for name in adrift:
        yield Violation("I7", name, "inachevé, et plus aucun travail ne s'en occupe", ENGINEER)
    yield from _deadlines(house)


def _deadlines(house: House) -> Iterator[Violation]:
    with house.store.begin() as tx:
        received, named, uncut = lots.names(tx), plis.names(tx), audit.uncut_since(tx, house.settings.now())
    for name in received:
        with house.store.begin() as tx:
            receipt, said = lots.receipt(tx, name), journal.said(tx, name, journal.RECEIVED)
        yield from _deadline(receipt, said, house.settings)
    for name in uncut:
        yield _late(name, "il n'est pas encore lu")
    for name in named:
        why = _open(house, name)
        if why is not None:
            yield _late(name, why)


def _deadline(receipt: Receipt, said: Mapping[str, str | int | None], settings: Settings) -> Iterator[Violation]:
    """I8: a deadline is the one that was written down; where today's rule computed it, it still computes the same."""
    kept, rule = said.get("echeance"), said.get("calendrier")
    due = deadline_of(receipt.recu_le, receipt.canal, settings)
    if kept is not None and datetime.fromisoformat(str(kept)) != receipt.echeance:
        yield Violation("I8", receipt.lot, "l'échéance n'est plus celle de la réception", ENGINEER)
    elif rule in {None, rule_of(settings)} and receipt.echeance != due:
        yield Violation("I8", receipt.lot, UNFOLLOWED if rule is None else UNVERSIONED, CALENDAR)


def _open(house: House, name: str) -> str | None:
    """Say what is still open of a pli that is past its deadline."""
    with house.store.begin() as tx:
        if plis.receipt(tx, name).echeance >= house.settings.now() or purges.pli_purged(tx, name) is not None:
            return None
        bilan, told = plis.bilan(tx, name), mails.of_pli(tx, name)
    return "il n'est pas encore décidé" if bilan is None else undecided(bilan) or untold(told)


def _late(name: str, why: str) -> Violation:
    return Violation("I3", name, f"échéance dépassée : {why}", REMEDIES.get(why, TREAT))
