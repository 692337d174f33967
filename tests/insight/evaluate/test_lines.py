from pipeline.insight.evaluate.lines import between, decimal, lines, percent
from pipeline.insight.evaluate.measures import measure
from tests.insight.evaluate.sets import lot, piece, true


def test_figures_are_written_as_the_french_do():
    assert (decimal(0.5, 3), decimal(None, 3), percent(0.031)) == ("0,500", "–", "3,1 %")
    assert (between((0.1, 0.25)), between(None)) == ("10,0 – 25,0 %", "")


def test_the_one_that_must_be_zero_comes_first():
    first, bound, *_ = lines(measure([lot("piece", true=[true(1)], found=[piece(1)])]))
    assert (first.label, first.value) == ("Mauvais dossier", "0 sur 1 pièces acceptées")
    assert bound.detail


def test_every_share_of_something_has_an_interval():
    told = lines(measure([lot("piece", true=[true(1)], found=[piece(1)])]))
    assert all(line.bounds is not None for line in told if line.value.endswith("%)"))
