"""What is supposed, and what people may change of it."""

from datetime import time

import pytest

from pipeline.errors import Misuse
from pipeline.insight.simulate.hypotheses import asking, load, place
from tests.insight.simulate.worlds import rules


def written(folder, text):
    path = folder / "chez-nous.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_file_holds():
    supposed = load()
    assert supposed.volumes.pieces == 8_205_024
    assert 0.5 < supposed.mesures.page_s < 1.5


def test_people_say_what_they_know_and_keep_the_rest(tmp_path):
    supposed = load(written(tmp_path, "[personnes]\nsecondes = 12\n"))
    assert (supposed.personnes.secondes, supposed.personnes.questions) == (12, 0.45)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[personnes]\nseconde = 12\n", "chez-nous.toml, ligne 2 : personnes.seconde : clé inconnue"),
        ("[canaux.pwp]\npart = 0.9\n", "la somme des parts des canaux doit faire 1"),
        ("[personnes]\nheures = [[8.0, 12.0], [11.0, 17.0]]\n", "les heures doivent se suivre"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, said):
    with pytest.raises(Misuse) as refused:
        load(written(tmp_path, text))
    assert said in str(refused.value)


def test_the_share_of_questions_is_asked_for_apart():
    assert asking(load(), 0.18).personnes.questions == 0.18


def test_the_hours_are_those_of_the_workspace():
    assert (rules().cutoff, rules().opening, rules().closing) == (time(18), time(20), time(6))


def test_where_is_said_in_french():
    assert place(None, 1.0) == "le pays entier"
    assert place(20, 1.5) == "20 départements moyens, 1,5 fois le volume habituel"
