import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from benchmarks.blank import looked
from pipeline.classifiers import blank
from pipeline.domain.geometry import Box
from pipeline.domain.reading import Code, Symbology, Word, unreadable
from pipeline.domain.rules import Thresholds
from tests.classifiers.sides import paper, print_, seen_from_behind, side

LIMITS = Thresholds()
PLACE = Box(0.1, 0.1, 0.2, 0.2)
CODE = Code(Symbology.QR, "SNE", PLACE, "zxing")
FRONT = side(print_(), ink=0.08)


def stroke(darkness, shades=None):
    """Return a side with a short stroke low on the page."""
    marked = paper() if shades is None else shades.copy()
    marked[182:184, 30:50] = darkness
    return marked


def test_bare_paper_is_blank():
    assert blank.judge(side(), None, LIMITS) is True


def test_page_that_could_not_be_looked_at_is_not_judged():
    assert blank.judge(unreadable("endommagée"), FRONT, LIMITS) is None


def test_one_short_line_is_content_however_little_ink_it_takes():
    assert blank.judge(side(stroke(40.0), ink=0.0004), None, LIMITS) is False


@pytest.mark.parametrize("witness", [{"faint": 0.0001}, {"text_lines": 1}, {"ink": 0.01}])
def test_one_witness_is_enough_for_content(witness):
    assert blank.judge(side(**witness), None, LIMITS) is False


def test_a_code_or_a_few_sure_words_are_content_whatever_the_ink():
    words = tuple(Word(text, 0.9, PLACE, 0) for text in ("loyer", "du", "mois"))

    assert blank.judge(side(codes=(CODE,)), None, LIMITS) is False
    assert blank.judge(side(unread=(PLACE,)), None, LIMITS) is False
    assert blank.judge(side(words=words), None, LIMITS) is False


@pytest.mark.parametrize("gain", [0.05, 0.15, 0.30])
def test_other_side_showing_through_is_blank_faint_or_strong_and_askew(gain):
    back = side(seen_from_behind(print_(), gain, degrees=1.5, cells=(1.3, -1.3)), ink=0.02, text_lines=9)

    assert blank.judge(back, FRONT, LIMITS) is True


def test_what_shows_through_is_no_content_though_words_are_read_in_it():
    words = tuple(Word(text, 0.9, PLACE, 0) for text in ("mon", "non", "nous"))
    back = side(seen_from_behind(print_(), 0.2), ink=0.02, words=words)

    assert blank.judge(back, FRONT, LIMITS) is True


def test_show_through_without_the_other_side_is_not_called_blank():
    back = side(seen_from_behind(print_(), 0.15), ink=0.02)
    nothing_kept = replace(FRONT, look=replace(FRONT.look, shade=""))

    assert blank.judge(back, None, LIMITS) is False
    assert blank.judge(back, nothing_kept, LIMITS) is False
    assert blank.judge(back, unreadable("endommagée"), LIMITS) is False


@pytest.mark.parametrize("gain", [0.05, 0.15, 0.30])
def test_a_stroke_of_light_pencil_over_the_show_through_is_content(gain):
    back = side(stroke(6.0, seen_from_behind(print_(), gain)), ink=0.02)

    assert blank.judge(back, FRONT, LIMITS) is False


def test_faint_print_of_its_own_is_content_though_the_other_side_shows_through():
    own = print_(seed=2, lines=range(22, 150, 4), darkness=6.0)
    back = side(np.maximum(own, seen_from_behind(print_(), 0.1)), faint=0.02)

    assert blank.judge(back, FRONT, LIMITS) is False


def test_strokes_crisper_than_the_shadow_that_they_lie_in_are_content():
    back = side(seen_from_behind(print_(), 0.15), ink=0.02)
    usual, written_over = (replace(back, look=replace(back.look, crisp=crisp)) for crisp in (2.0, 3.2))

    assert blank.judge(usual, FRONT, LIMITS) is True
    assert blank.judge(written_over, FRONT, LIMITS) is False


def test_another_page_of_the_same_layout_is_content():
    assert blank.judge(side(print_(seed=2, darkness=20.0), ink=0.02), FRONT, LIMITS) is False


def test_dark_ink_is_never_show_through():
    assert blank.judge(side(seen_from_behind(print_(), 0.9), ink=0.07), FRONT, LIMITS) is False


def test_holes_and_folds_are_not_content():
    shades, litter = seen_from_behind(print_(), 0.15), np.zeros(paper().shape, bool)
    litter[60:64, 6:10] = litter[99:101] = True

    assert blank.judge(side(np.where(litter, 90, shades), ink=0.02, litter=litter), FRONT, LIMITS) is True
    assert blank.judge(side(np.where(litter, 90, shades), ink=0.02), FRONT, LIMITS) is False


def test_a_line_written_over_a_fold_is_content_and_the_fold_alone_is_not():
    fold, litter = seen_from_behind(print_(), 0.15), np.zeros(paper().shape, bool)
    fold[99] = 13.0
    litter[98:101] = True
    written = fold.copy()
    written[98:100, 30:80] += 12.0

    assert blank.judge(side(fold, ink=0.02, litter=litter), FRONT, LIMITS) is True
    assert blank.judge(side(written, ink=0.02, litter=litter), FRONT, LIMITS) is False


def test_a_code_seen_from_behind_is_not_content_and_another_one_is():
    back = side(seen_from_behind(print_(), 0.15), ink=0.02, codes=(CODE,), unread=(PLACE,))

    assert blank.judge(back, replace(FRONT, codes=(CODE,)), LIMITS) is True
    assert blank.judge(back, FRONT, LIMITS) is False


@pytest.mark.skipif("PLI_CORPUS" not in os.environ, reason="PLI_CORPUS names no corpus of real pages")
@pytest.mark.parametrize("kind", ["manuscrit", "imprime"])
def test_no_real_page_that_bears_something_is_called_blank(kind):
    paths = sorted(Path(os.environ["PLI_CORPUS"], kind).rglob("*.jpg"))[::8]
    pages = [looked(path.read_bytes(), None) for path in paths]

    assert pages
    assert [path.name for path, page in zip(paths, pages, strict=True) if blank.judge(page, None, LIMITS)] == []
    assert not any(blank.judge(page, other, LIMITS) for page, other in pairwise(pages))
