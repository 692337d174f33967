from io import StringIO

from rich.console import Console

from pipeline.insight.evaluate.evaluation import evaluation
from pipeline.insight.evaluate.tables import as_tables
from tests.insight.evaluate.sets import lot, piece, true


def shown(found):
    screen = StringIO()
    two = lot("piece", "piece", true=[true(1), true(2)], found=found)
    Console(file=screen, width=200).print(*as_tables(evaluation([two], 2.0, 3.0)))
    return screen.getvalue()


def test_a_percentage_stands_beside_its_counts():
    assert "1/2 (50 %)" in shown([piece(1), piece(2, type="LOG-QUI")])


def test_errors_are_listed_below_when_there_are_any():
    assert "RES-BUL classée LOG-QUI" in shown([piece(1), piece(2, type="LOG-QUI")])
    assert "erreurs" not in shown([piece(1), piece(2)])


def test_a_percentage_stands_beside_its_interval():
    assert "9,5 – 90,5 %" in shown([piece(1), piece(2, type="LOG-QUI")])


def test_what_a_type_was_taken_for_is_shown():
    assert "LOG-QUI (1)" in shown([piece(1), piece(2, type="LOG-QUI")])


def test_what_a_threshold_would_settle_is_shown():
    screen = shown([piece(1, confiance=0.97), piece(2, type="LOG-QUI", confiance=0.92)])
    assert [line.split("│")[2].strip() for line in screen.splitlines() if "│ 0,9" in line] == [
        "2/2 (100 %)",
        "1/2 (50 %)",
    ]


def test_grades_stand_side_by_side_when_there_are_several():
    good = lot("piece", true=[true(1)], found=[piece(1)], tags=["propre"])
    poor = lot("piece", true=[true(1)], found=[piece(1)], tags=["difficile"])
    titles = [[table.title for table in as_tables(evaluation(cases, 1.0, 1.0))] for cases in ([good, poor], [good])]
    assert ["Par qualité de numérisation" in shown_titles for shown_titles in titles] == [True, False]


def test_an_empty_set_is_shown():
    assert len(as_tables(evaluation([], 0.0, 0.0))) == 1
