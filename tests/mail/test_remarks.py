"""What was not as announced asks of the sender what there is to do, and nothing once a person has looked."""

import pytest

from pipeline.mail.remarks import SETTLED, remarks
from tests.mail.bilans import NU, RULES, bilan, piece


def said(code, suite="signalee", *, etat="termine", annonce=None, compte=None):
    """Return what is noted of the one dossier of a pli."""
    anomaly = {"code": code, "niveau": "dossier", "dossier": NU, "pages": [2], "suite": suite}
    told = bilan(piece(3), anomalies=[anomaly, anomaly], etat=etat)
    dossier = told["dossiers"][0] | {"annonce": annonce or {}, "compte": compte or {}}
    return remarks(told, dossier, RULES)


@pytest.mark.parametrize(
    ("announced", "counted", "sentence"),
    [
        ((2, 5), (2, 4), "Moins de pages qu'annoncé : 5 annoncées, 4 comptées. Vérifiez"),
        ((2, 4), (2, 5), "Plus de pages qu'annoncé : 4 annoncées, 5 comptées. Rien à renvoyer."),
        ((3, 4), (2, 4), "Nombre de documents différent : 3 annoncés, 2 comptés, pour autant de pages."),
        ((None, 4), (2, 4), "Nombre de pages différent (page 2). Vérifiez l'envoi."),
    ],
)
def test_a_wrong_count_says_both_numbers_and_whether_to_send_anything(announced, counted, sentence):
    annonce, compte = (dict(zip(("documents", "pages"), pair, strict=True)) for pair in (announced, counted))
    (told,) = said("T07", annonce=annonce, compte=compte)
    assert told.startswith(sentence)


def test_what_a_person_has_settled_asks_nothing_of_the_sender():
    assert said("T02", "a_verifier") == (f"Fiche récapitulative absente (page 2). {SETTLED}",)
    assert said("T02", "a_verifier", etat="a_verifier")[0].endswith("Ajoutez la fiche et renvoyez.")


def test_a_suspicion_of_forgery_is_left_unsaid():
    assert said("A01") == ()
