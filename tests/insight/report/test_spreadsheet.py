"""The figures as tables for a French spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain.receipt import Canal
from pipeline.insight.report.figures import figures
from pipeline.insight.report.period import Period
from pipeline.insight.report.spreadsheet import by_day, by_office
from tests.insight.report import month
from tests.insight.report.month import OK, at


@pytest.fixture
def found(house):
    with house.store.begin() as tx:
        month.settled(tx, house, 1, at(6), [OK] * 7 + ["I01"] * 5, blank=2)
        month.settled(tx, house, 2, at(7), ("P01",), guichet="59900", canal=Canal.SERVICES_WEB)
        month.envelopes(tx, date(2026, 5, 6), Canal.PAPIER_GUICHET, 4)
    return figures(house, Period(date(2026, 5, 1), date(2026, 5, 22)), lambda done, total: None)


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_spreadsheet_knows_the_encoding_and_the_ends_of_lines(found):
    content = by_day(found)
    assert content.startswith(b"\xef\xbb\xbfjour;canal;plis_comptes;")
    assert content.count(b"\r\n") == content.count(b"\n") == 4


def test_each_day_and_channel_has_its_line(found):
    lines = rows(by_day(found))
    assert [(line["jour"], line["canal"], line["plis_comptes"], line["plis"], line["pages"]) for line in lines] == [
        ("2026-05-06", "papier-guichet", "4", "0", "0"),
        ("2026-05-06", "pwp", "", "1", "15"),
        ("2026-05-07", "services-web", "", "1", "2"),
    ]
    assert (lines[1]["blanches"], lines[1]["pieces_acceptees"], lines[1]["pieces_rejetees"]) == ("2", "7", "5")


def test_each_guichet_has_its_line_and_each_motive_its_column(found):
    first, second = rows(by_office(found))
    assert (first["guichet"], first["taux_de_rejet_pct"], first["I01"], first["P01"]) == ("10691", "41,67", "5", "0")
    assert (second["guichet"], second["taux_de_rejet_pct"], second["P01"]) == ("59900", "", "1")
    assert "A01" not in first


def test_a_name_is_never_a_formula(found):
    (first, _) = rows(by_office(replace(found, names={"10691": "=HYPERLINK(1)"})))
    assert first["nom"] == "'=HYPERLINK(1)"
