"""The zone of a card tells what card it is; one whose check digits hold is believed before any word."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.classifiers import identity
from pipeline.classifiers.card_zone import card_zone
from pipeline.classifiers.filing import candidates
from pipeline.classifiers.identity import Names
from pipeline.domain.facts import Person
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz, parse
from tests import papers
from training import mrz as written

BIRTH, EXPIRY = date(1980, 2, 11), date(2031, 5, 6)
BOX = Box(0.1, 0.7, 0.9, 0.8)
OLD = written.old_card("MARTIN", "CLAIRE SOPHIE", BIRTH, "F", "110157100042")
NEW = written.td1("IDFRA", "X4RTBPFW4", "", BIRTH, "F", EXPIRY, "FRA", "MARTIN", "CLAIRE SOPHIE")
PASSPORT = written.td3("12AB34567", BIRTH, "F", EXPIRY, "FRA", "MARTIN", "CLAIRE SOPHIE")
RESIDENCE = written.td1("IRFRA", "X4RTBPFW4", "", BIRTH, "F", EXPIRY, "MAR", "ALAOUI", "SAMIRA")
CLAIRE = Person("MARTIN", "CLAIRE SOPHIE", BIRTH)


def card(lines, *, margin=0.1, words=("texte",)):
    zone = SeenMrz(parse(lines), BOX, 0, margin, margin)
    return replace(papers.page(*words), mrz=(zone,))


@pytest.mark.parametrize(
    ("lines", "code"),
    [(OLD, "IDE-CNA"), (NEW, "IDE-CNN"), (PASSPORT, "IDE-PAS"), (RESIDENCE, "SEJ-RES")],
)
def test_the_zone_names_the_card(lines, code):
    found = card_zone(card(lines))
    assert (found.types[0], found.box, found.certain) == (code, BOX, True)


def test_a_zone_in_doubt_is_not_certain():
    assert not card_zone(card(OLD, margin=0.0)).certain
    wrong = [OLD[0], OLD[1][:-1] + str((int(OLD[1][-1]) + 1) % 10)]
    assert not card_zone(card(wrong)).certain


def test_a_certain_zone_wins_over_the_words_of_the_page():
    words = ("BULLETIN DE SALAIRE", "Employeur", "Salaire brut", "Net à payer", "Cotisations")
    ranked = candidates([card(PASSPORT, words=words)], papers.rules().plan)
    assert (ranked[0].code, ranked[0].confidence > 0.9) == ("IDE-PAS", True)


def test_a_card_names_its_holder_by_its_zone_alone():
    assert identity.mention(CLAIRE, Names.on(card(NEW))).zone == BOX
    assert identity.mention(replace(CLAIRE, prenoms="SOPHIE"), Names.on(card(NEW))) is not None
    assert identity.mention(replace(CLAIRE, nom="DURAND"), Names.on(card(NEW))) is None


def test_a_namesake_born_on_another_day_is_not_the_holder():
    assert identity.mention(replace(CLAIRE, naissance=date(1951, 3, 4)), Names.on(card(NEW))) is None
    assert identity.mention(replace(CLAIRE, naissance=None), Names.on(card(NEW))) is not None


def test_a_zone_in_doubt_names_nobody():
    assert identity.mention(CLAIRE, Names.on(card(NEW, margin=0.0))) is None
