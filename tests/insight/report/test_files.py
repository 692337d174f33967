"""The files of a report."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import Misuse
from pipeline.insight.report.figures import figures
from pipeline.insight.report.files import default_page, write
from pipeline.insight.report.period import Period

MAY = Period(date(2026, 5, 1), date(2026, 5, 22))


def test_the_period_names_the_page():
    assert default_page(MAY) == Path("rapport-2026-05-01-2026-05-22.html")


def test_the_tables_stand_beside_the_page(house, tmp_path):
    written = write(figures(house, MAY, lambda done, total: None), tmp_path / "sorties" / "mai.html")
    assert [path.name for path in written] == ["mai.html", "mai.csv", "mai-guichets.csv"]
    assert all(path.stat().st_size for path in written)


def test_a_place_where_nothing_can_be_written_is_said(house, tmp_path):
    (tmp_path / "fichier").write_text("")
    with pytest.raises(Misuse, match="ne peut pas être écrit"):
        write(figures(house, MAY, lambda done, total: None), tmp_path / "fichier" / "mai.html")
