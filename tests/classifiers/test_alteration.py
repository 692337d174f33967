"""A card against itself: what is suspected was read without doubt, so that a slip of the OCR accuses nobody."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.classifiers.alteration import contradictions
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz, parse
from tests import papers

ON = date(2026, 5, 6)
LINES = ("IDFRAX4RTBPFW46<<<<<<<<<<<<<<<", "9007138F3002119FRA<<<<<<<<<<<6", "MARTIN<<MAELYS<GAELLE<MARIE<<<")
FORGED = (LINES[0], "9107138F3002119FRA<<<<<<<<<<<6", LINES[2])
BAND = Box(0.0, 0.6, 1.0, 0.9)
PRINT = ("CARTE NATIONALE D'IDENTITÉ", "NOM / Surname", "MARTIN", "Née le 13 07 1990")


def card(*lines, zone=LINES, margin=0.2, names=0.2, repaired=0, confidence=0.95):
    page = papers.page(*lines)
    words = tuple(replace(word, confidence=confidence) for word in page.words)
    return replace(page, words=words, mrz=(SeenMrz(parse(zone), BAND, repaired, margin, names),))


def found(reading):
    return [contradiction.detail for contradiction in contradictions(reading, ON)]


def test_a_card_that_holds_together_is_not_suspected():
    assert found(card(*PRINT)) == []
    assert found(papers.page(*PRINT)) == []


def test_check_digits_that_fail_though_every_character_is_clear_are_suspected():
    assert ["chiffres de contrôle" in detail for detail in found(card(*PRINT, zone=FORGED))] == [True]


@pytest.mark.parametrize("doubt", [{"margin": 0.03}, {"names": 0.01}, {"repaired": 1}])
def test_a_zone_read_with_a_doubt_is_not_suspected(doubt):
    assert found(card(*PRINT, zone=FORGED, **doubt)) == []


@pytest.mark.parametrize("line", ["Née le 13 07 1989", "Née le 13/07/1989", "Date de naissance 13.07.1989"])
def test_another_birth_than_the_zone_s_is_suspected(line):
    ((detail),) = found(card("NOM MARTIN", line))
    assert "date de naissance" in detail


def test_another_surname_than_the_zone_s_is_suspected():
    (detail,) = found(card("NOM DUBOULOZ", "Née le 13 07 1990"))
    assert detail.startswith("le nom imprimé")


@pytest.mark.parametrize(
    ("lines", "confidence"),
    [
        (["NOM MARTLN"], 0.95),
        (["NOM DUBOULOZ", "NOM D'USAGE MARTIN"], 0.95),
        (["NOM DUBOULOZ", "Née le 13 07 1989"], 0.7),
        (["Née le 13 07 1991"], 0.95),
        (["Née le l3 07 1989"], 0.95),
        (["Délivrée le 12 02 2020", "13 07 1990"], 0.95),
    ],
)
def test_a_slip_a_doubt_or_a_second_name_accuses_nobody(lines, confidence):
    assert found(card(*lines, confidence=confidence)) == []


def test_two_cards_on_a_page_are_not_held_against_each_other():
    one = card("NOM DUBOULOZ", "Née le 13 07 1989")
    other = replace(one.mrz[0], box=Box(0.0, 0.2, 1.0, 0.3))
    assert found(replace(one, mrz=(*one.mrz, other))) == []


def test_what_is_told_bears_no_name_nor_date():
    told = " ".join(found(card("NOM DUBOULOZ", "Née le 13 07 1989")))
    assert not any(char.isdigit() for char in told)
    assert "DUBOULOZ" not in told
