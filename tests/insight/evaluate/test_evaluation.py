from pipeline.insight.evaluate.evaluation import evaluation
from tests.insight.evaluate.sets import lot, piece, true


def tagged(*tags):
    return lot("piece", true=[true(1)], found=[piece(1)], tags=list(tags))


def test_real_and_synthetic_lots_are_never_added_up():
    measured = evaluation([tagged("reel"), tagged(), tagged("bureau")], 1.0, 1.0)
    assert [(source.name, source.whole.lots) for source in measured.sources] == [("synthetique", 2), ("reel", 1)]


def test_a_set_of_real_lots_alone_has_one_source():
    assert [source.name for source in evaluation([tagged("reel")], 1.0, 1.0).sources] == ["reel"]


def test_each_grade_is_measured_by_itself_and_only_those_that_occur():
    grades = evaluation([tagged("bureau"), tagged("bureau"), tagged("propre"), tagged()], 1.0, 1.0).sources[0].grades
    assert {name: measures.lots for name, measures in grades.items()} == {"propre": 1, "bureau": 2}


def test_what_a_run_cost_is_shared_out_over_all_its_pages():
    cost = evaluation([tagged("reel"), tagged()], 4.0, 6.0).cost
    assert (cost.pages_per_second, cost.cpu_seconds_per_page) == (0.5, 3.0)


def test_an_empty_set_has_one_source_of_nothing():
    measured = evaluation([], 0.0, 0.0)
    assert [source.whole.lots for source in measured.sources] == [0]
    assert measured.cost.pages_per_second is None
