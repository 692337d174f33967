"""The answers in words."""

import pytest

from pipeline.insight.simulate.answers import share, usage
from pipeline.insight.simulate.tables import as_tables


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((1.0, 1.0), "100,00\u00a0%"),
        ((0.99999, 1.0), "99,99 à 100,00\u00a0%"),
        ((0.9, 0.95), "90,00 à 95,00\u00a0%"),
    ],
)
def test_all_is_said_of_all_alone(bounds, said):
    assert share(bounds) == said


def test_means_are_busy_but_not_more_than_they_can(done):
    used = usage(done[0])
    assert 0 < used.workers < 1
    assert 0 < used.posts <= 1
    assert used.machines == 1


def test_three_tables_are_shown(done):
    titles = [table.title for table in as_tables(done[0])]
    assert titles == [
        "Simulation",
        "La pointe, sans panne (premier tirage)",
        "La pointe et ses pannes, et l'année (2 tirages)",
    ]
