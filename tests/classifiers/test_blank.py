import pytest

from pipeline.classifiers import blank
from pipeline.domain.geometry import Box
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Code, Look, Reading, Symbology, TextSource, Word, unreadable
from pipeline.domain.rules import Thresholds

LIMITS = Thresholds()
PLACE = Box(0.1, 0.1, 0.2, 0.2)


def side(cells=None, ink=0.0, contrast=0.1, words=(), codes=(), unread=()):
    ink_map = [0.0] * (INK_ROWS * INK_COLUMNS)
    for (row, column), darkness in (cells or {}).items():
        ink_map[row * INK_COLUMNS + column] = darkness
    look = Look(ink, tuple(ink_map), contrast, 0.9, 0, 0, None, coloured=False)
    return Reading(1654, 2339, 200, 0, 0.0, codes, unread, words, TextSource.OCR, look, None)


def text_block(darkness):
    """Return lines of uneven length on the upper left part of a page."""
    return {(row, column): darkness for row in range(5, 30, 2) for column in range(4, 14 + row % 7)}


def mirrored(cells, gain):
    return {(row, INK_COLUMNS - 1 - column): darkness * gain for (row, column), darkness in cells.items()}


def test_bare_paper_is_blank():
    assert blank.judge(side(), None, LIMITS) is True


def test_page_that_could_not_be_looked_at_is_not_judged():
    assert blank.judge(unreadable("endommagée"), None, LIMITS) is None


@pytest.mark.parametrize("contrast", [0.15, 0.8])
def test_one_short_line_is_content_however_little_ink_it_takes(contrast):
    line = {(20, column): 0.03 for column in range(8, 13)}

    assert blank.judge(side(line, ink=0.0004, contrast=contrast), None, LIMITS) is False


def test_a_code_or_a_few_sure_words_are_content_whatever_the_ink():
    code = Code(Symbology.QR, "SNE", PLACE, "zxing")
    words = tuple(Word(text, 0.9, PLACE, 0) for text in ("loyer", "du", "mois"))

    assert blank.judge(side(codes=(code,)), None, LIMITS) is False
    assert blank.judge(side(unread=(PLACE,)), None, LIMITS) is False
    assert blank.judge(side(words=words), None, LIMITS) is False


def test_other_side_showing_through_is_blank():
    front = side(text_block(0.2), ink=0.08, contrast=0.8)
    back = side(mirrored(text_block(0.2), 0.12), ink=0.02)

    assert blank.judge(back, front, LIMITS) is True


def test_show_through_without_the_other_side_is_not_called_blank():
    assert blank.judge(side(mirrored(text_block(0.2), 0.12), ink=0.02), None, LIMITS) is False


def test_one_line_over_the_show_through_is_content():
    front = side(text_block(0.2), ink=0.08, contrast=0.8)
    written = mirrored(text_block(0.2), 0.12) | {(38, column): 0.04 for column in range(5, 12)}

    assert blank.judge(side(written, ink=0.02), front, LIMITS) is False


def test_dark_ink_is_never_show_through():
    front = side(text_block(0.2), ink=0.08, contrast=0.8)
    same_layout = side(mirrored(text_block(0.2), 0.9), ink=0.07, contrast=0.7)

    assert blank.judge(same_layout, front, LIMITS) is False


def test_faint_page_of_sure_long_words_is_content_though_it_looks_like_the_other_side():
    front = side(text_block(0.2), ink=0.08, contrast=0.8)
    words = tuple(Word(text, 0.9, PLACE, 0) for text in ("quittance", "montant", "mensuel"))
    back = side(mirrored(text_block(0.2), 0.12), ink=0.02, words=words)

    assert blank.judge(back, front, LIMITS) is False
