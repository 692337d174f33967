"""Alerts say what was seen and where, and change nothing of a verdict."""

from dataclasses import replace

import pytest

from pipeline.classifiers import alerts
from pipeline.domain.card import Card, Shape
from pipeline.domain.facts import NO_FACTS, Facts
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz, parse
from pipeline.domain.verdict import Acceptee
from tests import papers
from tests.classifiers.pieces import judged

CARD = ("RÉPUBLIQUE FRANÇAISE", "CARTE NATIONALE D'IDENTITÉ", "MARTIN Claire")
FORGED = ("IDFRAX4RTBPFW46<<<<<<<<<<<<<<<", "9107138F3002119FRA<<<<<<<<<<<6", "MARTIN<<MAELYS<GAELLE<MARIE<<<")


def raised(*told, facts=NO_FACTS, **more):
    pli = judged(*told, **more)
    return alerts.raised(pli.pieces, pli.named.pieces.sheets.cut, facts, papers.rules())


def pay(month="mars 2026", rotation=0):
    return "RES-BUL", [papers.page("Bulletin", f"Paie de {month}", "Madame Claire MARTIN", rotation=rotation)]


def codes(*told, **more):
    return [piece.alerts for piece in raised(*told, **more)]


def details(*told, **more):
    return [seen.detail for piece in raised(*told, **more) for seen in piece.evidence]


def test_a_piece_is_named_by_its_sub_key_and_nothing_more_is_said_of_it():
    (piece,) = raised(pay())
    (seen,) = piece.evidence
    assert (piece.alerts, piece.verdict) == ((), Acceptee())
    assert (seen.detail, seen.page) == ("Bulletin de salaire, mars 2026", 1)


def test_what_is_seen_is_placed_on_the_received_page():
    (upright,), (turned,) = (piece.evidence for piece in (*raised(pay()), *raised(pay(rotation=90))))
    assert turned.zone == upright.zone.turned(-90)


def test_a_signed_code_that_is_false_is_a_suspicion():
    assert codes(pay(), suspect=True) == [("A01",)]


def test_a_zone_that_contradicts_itself_is_a_suspicion_with_its_place():
    band = Box(0.1, 0.8, 0.9, 0.9)
    page = replace(papers.page(*CARD, "Adresse"), mrz=(SeenMrz(parse(FORGED), band, 0, 0.2, 0.2),))
    (piece,) = raised(("IDE-CNN", [page]))
    (seen,) = (seen for seen in piece.evidence if "chiffres de contrôle" in seen.detail)
    assert (piece.alerts, seen.zone, seen.page) == (("A01",), band, 1)


def test_a_piece_possibly_out_of_date_says_why():
    assert codes(pay("janvier 2025")) == [("A02",)]
    assert any("janvier 2025 est plus ancien" in detail for detail in details(pay("janvier 2025")))


def test_the_later_of_two_alike_names_the_first():
    assert codes(pay(), pay()) == [(), ("A03",)]
    assert details(pay(), pay())[-1].endswith("à la page 1")


def test_a_piece_of_an_earlier_pli_is_a_possible_duplicate():
    pli = judged(pay())
    seen = alerts.duplicates.fingerprints(pli, papers.rules().plan)
    assert codes(pay(), facts=Facts(seen_before=seen)) == [("A03",)]
    assert details(pay(), facts=Facts(seen_before=seen))[-1].endswith("dans un pli antérieur")


@pytest.mark.parametrize(
    ("lines", "cards", "missing"),
    [(CARD, 0, True), ((*CARD, "Adresse"), 0, False), (CARD, 1, True), (CARD, 2, False)],
)
def test_a_card_of_one_face_lacks_a_side(lines, cards, missing):
    face = Card(Shape.CARD, ((0.1, 0.1), (0.6, 0.1), (0.6, 0.4), (0.1, 0.4)))
    page = replace(papers.page(*lines), cards=(face,) * cards)
    assert codes(("IDE-CNN", [page])) == [("A04",) if missing else ()]


def test_a_page_number_beyond_the_pages_is_a_missing_page():
    page = papers.page("AVIS D'IMPÔT 2025", "Page 1 sur 4")
    (piece,) = raised(("FIS-AVI", [page]))
    seen = piece.evidence[-1]
    assert (piece.alerts, seen.detail) == (("A05",), "la page porte « 1 sur 4 », la pièce en compte 1")
    assert seen.zone.y0 == page.words[-1].box.y0


def test_all_pages_there_is_no_alert():
    assert codes(("FIS-AVI", [papers.page("AVIS D'IMPÔT 2025", f"Page {k} sur 2") for k in (1, 2)])) == [()]


def test_an_expired_title_is_good_beside_a_receipt_that_holds():
    title = "SEJ-TMP", [papers.page("Madame Claire MARTIN", "Adresse", "Date d'expiration 12/03/2026")]
    good, past = (
        ("SEJ-REC", [papers.page("Récépissé", "Adresse", f"Valable jusqu'au {end}")])
        for end in ("12/06/2026", "12/04/2026")
    )
    assert codes(title) == [("A02",)]
    assert codes(title, good) == [(), ()]
    assert codes(title, past) == [("A02",), ("A02",)]


def test_a_piece_of_no_known_type_raises_nothing_of_its_dates():
    assert codes((None, pay("janvier 2020")[1])) == [()]
