"""Which plis somebody still has to do something about."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pipeline.store import lots, plis, standing
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
        tx.exec_driver_sql("UPDATE pli SET etat = ? WHERE id = ?", (state, name))
        for rank, etat in enumerate(deposits):
            row = (name, f"{name}-{rank}", "c" * 64, "", etat)
            tx.exec_driver_sql(
                "INSERT INTO depot (pli, piece, cle, numero_unique, etat, essais) VALUES (?, ?, ?, ?, ?, 0)", row
            )
        for nature, etat, detail, when in sent:
            tx.exec_driver_sql(
                "INSERT INTO envoi (pli, nature, message_id, destinataires, etat, reponses, detail, le, essais) "
                "VALUES (?, ?, ?, '[]', ?, '{}', ?, ?, 1)",
                (name, nature, f"<{name}.{nature}>", etat, detail, when),
            )

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
