"""A run of mails."""

import time

import pytest

from pipeline.engine.post import tell
from pipeline.store import lots, mails
from pipeline.store.schema import envoi, pli
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import NOON, file_pli

REFUSED = (papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.releve())


def remember(house, count):
    """Keep plis that were told long ago."""
    values = {"premiere": 1, "derniere": 1, "questions": [], "version": 1, "publiee": 1, "bilan": "{}" * 5000}
    said = {"destinataires": ["a@x.example"], "reponses": {}, "le": NOON, "essais": 1, "etat": mails.SENT}
    named = [f"vieux-{rank}" for rank in range(count)]
    receipt = papers.receipt(1)
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise-vieille", is_folder=False)
        tx.execute(pli.insert(), [{"id": name, "lot": receipt.lot, "etat": "termine", **values} for name in named])
        tx.execute(envoi.insert(), [{"pli": n, "nature": "final", "message_id": f"<{n}@x>", **said} for n in named])


def run(house, **how):
    """Send what is due; return how many plis were looked at, and the seconds that it took."""
    steps, started = [], time.process_time()
    post = tell(house, lambda done, total: steps.append((done, total)), **how)
    assert post.failed == 0
    return len(steps), time.process_time() - started


@pytest.mark.parametrize("patient", [True, False])
def test_two_thousand_plis_told_long_ago_are_not_looked_at_again(house, patient):
    remember(house, 2000)
    file_pli(house, *REFUSED)
    looked_at, seconds = run(house, patient=patient)
    assert looked_at == 1
    assert seconds < 1
    assert run(house, patient=patient)[0] == 0
