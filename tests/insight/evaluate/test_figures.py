import pytest

from pipeline.insight.evaluate.figures import Share, interval, listed, upper_bound


@pytest.mark.parametrize(
    ("count", "total", "written"),
    [
        (12, 13, "12/13 (92 %)"),
        (0, 4, "0/4 (0 %)"),
        (4, 4, "4/4 (100 %)"),
        (999, 1000, "999/1000 (99 %)"),
        (1, 1000, "1/1000 (1 %)"),
        (0, 0, "0/0"),
    ],
)
def test_a_share_is_written_with_its_counts_and_never_rounded_to_all_or_none(count, total, written):
    assert str(Share(count, total)) == written


def test_a_share_of_nothing_has_no_value():
    assert Share(0, 0).value is None


@pytest.mark.parametrize(
    ("count", "total", "bound"),
    [
        (0, 10, 1 - 0.05**0.1),  # exact: (1 - p)^n = 5 %
        (0, 300, 0.0099358),
        (1, 20, 0.216109),  # published tables of the one-sided limit
        (9, 10, 0.95**0.1),  # exact: 1 - p^n = 5 %
    ],
)
def test_the_upper_bound_is_that_of_clopper_and_pearson(count, total, bound):
    assert upper_bound(Share(count, total)) == pytest.approx(bound, abs=1e-5)


@pytest.mark.parametrize("share", [Share(0, 0), Share(3, 3)])
def test_nothing_is_excluded_where_nothing_was_seen_to_be_right(share):
    assert upper_bound(share) == 1.0


@pytest.mark.parametrize(
    ("count", "total", "bounds"),
    [
        (0, 10, (0.0, 0.277533)),  # z² / (n + z²)
        (10, 10, (0.722467, 1.0)),
        (1, 2, (0.094531, 0.905469)),
        (81, 263, (0.255289, 0.366211)),  # Newcombe 1998, table I
        (1, 29, (0.006113, 0.171755)),
    ],
)
def test_the_interval_is_that_of_wilson(count, total, bounds):
    assert interval(Share(count, total)) == pytest.approx(bounds, abs=1e-4)


def test_nothing_has_no_interval():
    assert interval(Share(0, 0)) is None


def test_pages_are_listed_in_order():
    assert listed({3, 1}) == "1, 3"
