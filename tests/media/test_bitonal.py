import numpy as np

from pipeline.media.bitonal import black_and_white
from pipeline.media.decoded import Decoded


def page(levels):
    return Decoded(np.asarray(np.clip(levels, 0, 255), np.uint8), 200.0)


def strokes(paper, ink):
    """Bars four pixels wide on a paper whose light is uneven."""
    levels = np.array(paper, dtype=float)
    for x in range(60, levels.shape[1] - 60, 24):
        levels[100:140, x : x + 4] *= ink
    return levels


def test_print_stands_out_of_a_paper_whose_light_is_uneven():
    shade = np.tile(np.linspace(120, 250, 800), (400, 1))
    black = black_and_white(page(strokes(shade, 0.35)))
    bars = black[120, 60:740].reshape(-1, 680)[0]
    assert {0, 255} == set(np.unique(black))
    assert np.count_nonzero(np.diff(bars.astype(int)) < 0) == len(range(60, 740, 24)) - 1 + (bars[0] == 255)
    assert black[:80].min() == 255


def test_empty_paper_stays_white_whatever_its_grain():
    grain = np.random.default_rng(1).normal(235, 5, (600, 600))
    assert black_and_white(page(grain)).min() == 255


def test_a_speck_of_one_pixel_goes_and_a_full_stop_stays():
    levels = np.full((300, 300), 250.0)
    levels[100, 100] = 0
    levels[200:202, 200:202] = 0
    black = black_and_white(page(levels))
    assert black[100, 100] == 255
    assert (black[200:202, 200:202] == 0).all()
