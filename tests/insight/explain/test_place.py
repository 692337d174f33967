"""Places in words."""

import pytest

from pipeline.domain.geometry import WHOLE, Box
from pipeline.insight.explain.place import place


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        (Box(0.7, 0.0, 0.95, 0.1), "page 3, en haut à droite"),
        (Box(0.0, 0.9, 0.2, 1.0), "page 3, en bas à gauche"),
        (Box(0.4, 0.05, 0.6, 0.1), "page 3, en haut au centre"),
        (Box(0.8, 0.45, 0.95, 0.55), "page 3, au milieu à droite"),
        (Box(0.45, 0.45, 0.55, 0.55), "page 3, au centre"),
        (Box(0.05, 0.85, 0.95, 0.95), "page 3, en bas, sur toute la largeur"),
        (Box(0.0, 0.1, 0.1, 0.9), "page 3, à gauche, sur toute la hauteur"),
        (Box(0.05, 0.1, 0.95, 0.9), "page 3"),
        (Box(0.9, 0.9, 1.2, 1.2), "page 3, en bas à droite"),
        (WHOLE, "page 3"),
        (None, "page 3"),
    ],
)
def test_a_place_is_pointed_at_in_words(zone, said):
    assert place(3, zone) == said
