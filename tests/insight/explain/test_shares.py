"""Shares as people read them."""

import pytest

from pipeline.insight.explain.shares import percent


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0 %"), (0.005, "0,5 %"), (0.6, "60 %"), (0.9949, "99,5 %"), (0.99999, "99,9 %"), (1.0, "100 %")],
)
def test_a_share_is_said_to_a_tenth_and_only_certainty_is_all(share, said):
    assert percent(share) == said
