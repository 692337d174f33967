"""Which plis somebody still has to do something about."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.store import lots, plis, standing
from pipeline.store.schema import depot, envoi, pli
from tests import papers

NOW = papers.RECEIVED
OLD, FRESH = (NOW - timedelta(days=10)).isoformat(), NOW.isoformat()
SINCE = NOW - timedelta(days=3)


@pytest.fixture
def made(tx):
    """Put a pli in a state, with the states of its deposits and of its messages: nature, state, detail, when."""

    def make(name, state, deposits=(), sent=()):
        lots.add(tx, replace(papers.receipt(1), lot=name), name, is_folder=False)
        plis.add(tx, name, name, 1, 1)
        tx.execute(pli.update().where(pli.c.id == name).values(etat=state))
        for rank, etat in enumerate(deposits):
            key = {"pli": name, "piece": f"{name}-{rank}", "cle": "c" * 64, "numero_unique": ""}
            tx.execute(depot.insert().values(**key, etat=etat, essais=0))
        for nature, etat, detail, when in sent:
            said = {"nature": nature, "etat": etat, "detail": detail, "le": when}
            whose = {"pli": name, "message_id": f"<{name}.{nature}>", "destinataires": [], "reponses": {}}
            tx.execute(envoi.insert().values(**whose, **said, essais=1))

    return make


TOLD = ("final", "envoye", None, OLD)


@pytest.mark.parametrize(
    ("state", "deposits", "sent", "stays"),
    [
        ("termine", ["depose"], [TOLD], False),
        ("rejete", [], [TOLD], False),
        ("rejete", [], [("final", "non_notifiable", "non notifiable", OLD)], False),
        ("termine", ["depose"], [("final", "envoye", None, FRESH)], True),  # of late
        ("en_cours", [], [], True),
        ("a_verifier", [], [("partiel", "envoye", None, OLD)], True),
        ("a_verifier", ["depose"], [TOLD], True),  # opened again
        ("termine", ["depose", "a_deposer"], [TOLD], True),
        ("termine", ["incertain"], [TOLD], True),
        ("rejete", ["refuse"], [TOLD], False),  # the SNE does not know the demande, and the sender was told
        ("termine", ["depose"], [], True),
        ("termine", ["depose"], [("partiel", "envoye", None, OLD)], True),
        ("termine", ["depose"], [("final", "a_envoyer", None, OLD)], True),
        ("termine", ["depose"], [("final", "refuse", None, OLD)], True),
        ("termine", ["depose"], [("final", "refuse", None, OLD), ("renvoi-1", "envoye", None, OLD)], False),
        ("termine", ["depose"], [("final", "non_notifiable", "guichet inconnu (10691)", OLD)], True),
    ],
)
def test_a_pli_stays_until_it_is_settled_deposited_and_told(tx, made, state, deposits, sent, stays):
    made("a", state, deposits, sent)
    assert standing.unfinished(tx, SINCE) == (["a"] if stays else [])


def test_the_order_is_that_of_receipt(tx, made):
    for name in ("b", "a", "c"):
        made(name, "a_verifier")
    made("d", "en_cours")
    assert standing.unfinished(tx, SINCE) == ["b", "a", "c", "d"]
    assert standing.to_check(tx) == ["b", "a", "c"]
