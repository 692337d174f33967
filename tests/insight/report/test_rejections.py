"""What was rejected, and what would have saved it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.rejections import Rejected, Rejections, advice, rate
from pipeline.insight.report.said import ENOUGH
from pipeline.insight.report.volumes import volume_of
from tests import papers
from tests.insight.report.month import OK, at, course, refused_course

MOTIFS = papers.rules().motifs


def rejections(*courses):
    found = Rejections()
    for one in courses:
        found.add(one)
    return found


def test_motives_count_cases_pieces_pages_and_files():
    found = rejections(course((OK, "I01"), outside=4), course(("I01", "P01")), refused_course("T10"))
    assert found.ranked() == [
        ("I01", Rejected(2, 2, 2, 0)),
        ("P01", Rejected(1, 1, 1, 0)),
        ("T02", Rejected(1, 0, 4, 0)),
        ("T10", Rejected(1, 0, 0, 1)),
    ]
    assert found.cases == 5


def test_weeks_start_on_monday():
    found = rejections(course(("I01",), at(10)), course(("I01", OK), at(11)))  # a Sunday, a Monday
    assert {week: (seen.rejected, seen.decided) for week, seen in found.weeks.items()} == {
        date(2026, 5, 4): (1, 1),
        date(2026, 5, 11): (1, 2),
    }
    assert found.by_week == {(date(2026, 5, 4), "I01"): 1, (date(2026, 5, 11), "I01"): 1}


def test_no_rate_is_given_of_a_few_pieces():
    assert rate(volume_of(course(["I01"] * (ENOUGH - 1)))) is None
    assert rate(volume_of(course(["I01", *[OK] * (ENOUGH - 1)]))) == Share(1, ENOUGH)


def test_the_two_pieces_of_advice_are_those_that_save_most():
    told = advice({"I01": 2, "T05": 7, "P01": 3, "I08": 1}, MOTIFS)
    assert [(item.motif.code, item.saved) for item in told] == [("T05", Share(7, 13)), ("P01", Share(3, 13))]


def test_a_motive_that_is_not_known_any_more_gives_no_advice():
    assert [item.motif.code for item in advice({"T99": 9, "I01": 1}, MOTIFS)] == ["I01"]
    assert not advice({}, MOTIFS)


@given(st.dictionaries(st.sampled_from(sorted(MOTIFS)), st.integers(1, 50)))
def test_no_other_pair_of_motives_would_have_saved_more(cases):
    saved = sum(item.saved.count for item in advice(cases, MOTIFS))
    assert saved == sum(sorted(cases.values())[-2:])
