"""The drawings of a report."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from pipeline.insight.report import charts
from pipeline.insight.report.figures import figures
from pipeline.insight.report.period import Period
from pipeline.insight.report.rejections import Rejections
from tests.insight.report import month
from tests.insight.report.month import OK, at, course
from tests.store.shelf import opened


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    house = opened(tmp_path_factory.mktemp("espace"), "2026-05-22T12:00:00+02:00")
    with house.store.begin() as tx:
        month.fill(tx, house, date(2026, 5, 4), date(2026, 5, 9), 3)
        month.settled(tx, house, 1, at(6), [OK] * 9 + ["I01"], deposited=at(6, 22), told=at(6, 23))
    yield figures(house, Period(date(2026, 5, 1), date(2026, 5, 22)), lambda done, total: None)
    house.close()


def texts(svg):
    return [element.text for element in ET.fromstring(svg).iter() if element.tag.endswith("text")]


def test_volumes_name_channels_and_envelopes(found):
    said = texts(charts.volumes_chart(found))
    assert {"plis reçus", "pages reçues", "comptés à l'arrivée", "Portail web professionnel"} <= set(said)


def test_a_long_period_is_drawn_week_by_week(house):
    with house.store.begin() as tx:
        month.settled(tx, house, 1, at(6))
    year = figures(house, Period(date(2025, 6, 1), date(2026, 5, 22)), lambda done, total: None)
    assert "par semaine" in ET.fromstring(charts.volumes_chart(year)).get("aria-label")


def test_margins_draw_paper_and_the_rest_apart(found):
    said = texts(charts.margins_chart(found.delays))
    assert {"papier : plis réglés", "numérique : plis réglés", "à temps", "en retard"} <= set(said)


def test_motives_are_named_with_their_counts(found):
    said = texts(charts.rejections_chart(found.rejections, [("I01", "Pièce illisible (floue)", 7)]))
    assert {"I01 Pièce illisible", " 7"} <= set(said)


def test_weeks_with_too_few_pieces_have_no_rate():
    few = Rejections()
    few.add(course(("I01",)))
    assert ET.fromstring(charts.rejections_chart(few, [("I01", "Pièce illisible", 1)])) is not None


def test_guichets_are_named_and_a_long_name_is_cut(found):
    said = texts(charts.offices_chart(found.offices, {"10691": "Guichet " + "très " * 30 + "long"}))
    (named,) = [text for text in said if text and text.startswith("10691")]
    assert named.endswith("…")
    assert len(named) <= charts.LABEL


def test_nights_draw_what_was_left_without_an_answer(found):
    assert "sans réponse" in texts(charts.nights_chart(found.nights))
