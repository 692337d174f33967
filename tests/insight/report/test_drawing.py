"""How a drawing of the report is made."""

from datetime import date, timedelta
from xml.etree import ElementTree as ET

from pipeline.insight.report.drawing import TICKS, counts_only, dated, drawn, plain

DAYS = [date(2026, 5, 1) + timedelta(days=n) for n in range(40)]


def paint(figure):
    axes = figure.subplots()
    axes.bar(range(len(DAYS)), range(len(DAYS)))
    dated(axes, DAYS)
    counts_only(axes)
    plain(axes)


def test_a_drawing_is_one_element_that_says_what_it_shows():
    svg = ET.fromstring(drawn("essai", 'Plis & « pages », "reçus"', 2.0, paint))
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert (svg.get("role"), svg.get("aria-label")) == ("img", 'Plis & « pages », "reçus"')


def test_the_same_figures_give_the_same_bytes():
    assert drawn("essai", "a", 2.0, paint) == drawn("essai", "a", 2.0, paint)


def test_some_days_are_named_never_too_many():
    texts = [text.text for text in ET.fromstring(drawn("essai", "a", 2.0, paint)).iter() if text.tag.endswith("text")]
    named = [text for text in texts if text and "/" in text]
    assert named[0] == "01/05"
    assert 1 < len(named) <= TICKS
