from io import StringIO

from rich.console import Console

from pipeline.insight.evaluate.measures import Cost, measure
from pipeline.insight.evaluate.tables import as_tables
from tests.insight.evaluate.sets import lot, piece, true


def shown(found):
    screen = StringIO()
    two = lot("piece", "piece", true=[true(1), true(2)], found=found)
    Console(file=screen, width=200).print(*as_tables(measure([two], Cost(2.0, 3.0))))
    return screen.getvalue()


def test_a_percentage_stands_beside_its_counts():
    assert "1/2 (50 %)" in shown([piece(1), piece(2, type="LOG-QUI")])


def test_errors_are_listed_below_when_there_are_any():
    assert "RES-BUL classée LOG-QUI" in shown([piece(1), piece(2, type="LOG-QUI")])
    assert "erreurs" not in shown([piece(1), piece(2)])


def test_an_empty_set_is_shown():
    assert len(as_tables(measure([], Cost(0.0, 0.0)))) == 1
