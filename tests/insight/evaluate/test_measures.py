from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.measures import measure
from tests.insight.evaluate.sets import N, lot, piece, true


def test_a_perfect_run_has_no_fault():
    perfect = lot("fiche", "piece", true=[true(2)], found=[piece(2)])
    measured = measure([perfect])
    assert measured.faults == []
    assert (measured.lots, measured.plis, measured.pages) == (1, 1, 2)


def test_the_faults_of_all_measures_stand_in_the_order_of_pages():
    poor = lot("piece", "piece", true=[true(1), true(2)], found=[piece(2, dossier=N), piece(1, type="LOG-QUI")])
    found = [(fault.pages, fault.genre) for fault in measure([poor]).faults]
    assert found == [((1,), "decision"), ((1,), "type"), ((2,), "decision"), ((2,), "mauvais_dossier")]


def test_an_empty_set_is_measured():
    measured = measure([])
    assert (measured.faults, measured.registers.balanced) == ([], Share(0, 0))


def test_figures_that_are_no_shares_have_an_interval_once_lots_are_enough():
    good = lot("piece", true=[true(1)], found=[piece(1)])
    poor = lot("piece", "piece", true=[true(1, 2)], found=[piece(1), piece(2)])
    low, high = measure([good] * 9 + [poor]).intervals.panoptic
    assert 0.0 < low < measure([good] * 9 + [poor]).cuts.panoptic.quality < high <= 1.0
    assert measure([good, poor]).intervals.panoptic is None
