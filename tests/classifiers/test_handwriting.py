"""Judging pieces by their readings; real pages are judged when ``PLI_CORPUS`` names the corpus."""

import os
from pathlib import Path

import pytest

from pipeline.classifiers import handwriting
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Look, Reading, TextSource, unreadable
from pipeline.domain.rules import Thresholds
from pipeline.stages.read import read

CORPUS = os.environ.get("PLI_CORPUS")
NO_INK_MAP = (0.0,) * (INK_ROWS * INK_COLUMNS)


def page(by_hand, ink=0.05, lines=20):
    look = Look(ink, NO_INK_MAP, 0.8, 0.9, lines, 0, by_hand, coloured=False)
    return Reading(1654, 2339, 200, 0, 0.0, (), (), (), TextSource.OCR, look, None)


def test_letter_written_by_hand_has_a_high_share_and_says_so():
    judged = handwriting.judge([page(0.95), page(0.9)])

    assert judged.share == pytest.approx(0.925)
    assert judged.detail == "92 % de l'écriture semble faite à la main"


def test_pages_count_by_the_ink_they_bear():
    assert handwriting.judge([page(0.0, ink=0.09), page(1.0, ink=0.01)]).share == pytest.approx(0.1)


def test_page_read_as_print_throughout_is_not_handwritten():
    assert handwriting.judge([page(0.0, lines=None)]).share == 0


def test_a_signature_alone_is_too_little_to_judge_by():
    assert handwriting.judge([page(1.0, lines=2)]).share is None


def test_pages_that_show_no_shape_of_letters_are_not_judged():
    assert handwriting.judge([page(None), unreadable("endommagée")]).share is None
    assert handwriting.judge([]).share is None


@pytest.mark.skipif(CORPUS is None, reason="PLI_CORPUS does not name the corpus of real pages")
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("folder", "by_hand"), [("manuscrit/copiste", True), ("imprime/tapuscorpus", False)])
def test_real_pages_fall_on_their_side(folder, by_hand):
    pages = sorted((Path(CORPUS) / folder).glob("*.jpg"))[1 :: 16 if by_hand else 7]
    limit = Thresholds().handwritten
    shares = [handwriting.judge([read(p.read_bytes(), "jpeg", None, lambda _: False)]).share or 0.0 for p in pages]

    right = sum((share >= limit) is by_hand for share in shares)
    assert right >= (0.8 if by_hand else 0.99) * len(pages), list(zip([p.name for p in pages], shares, strict=True))
