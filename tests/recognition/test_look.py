import cv2
import numpy as np

from pipeline.recognition import ocr
from pipeline.recognition.ink import ink_of
from pipeline.recognition.look import is_coloured, look_of
from pipeline.recognition.raster import Raster
from pipeline.recognition.sharpness import sharpness


def look(page, dpi):
    ink = ink_of(page, dpi)
    return look_of(ink, page, dpi, ink, ocr.words(page, dpi, 0.0), coloured=False)


def crisp(page, dpi):
    return sharpness(page, dpi, ink_of(page, dpi))


def test_page_read_well_needs_no_second_opinion(desk):
    seen = look(desk.printed(), desk.dpi)

    assert seen.text_lines is None
    assert seen.handwritten == 0
    assert seen.contrast > 0.5


def test_nobody_looks_for_lines_where_a_code_tells_all_of_the_page(desk):
    page = desk.printed()
    ink = ink_of(page, desk.dpi)
    seen = look_of(ink, page, desk.dpi, ink, (), coloured=False, is_told=True)

    assert (seen.text_lines, seen.unread_lines, seen.handwritten, seen.lines) == (None, None, None, None)
    assert seen.ink > 0


def test_a_line_that_nobody_read_is_looked_for_where_it_lies(desk):
    page = np.concatenate([desk.printed(lines=3)[:400], desk.scrawled(lines=3)[400 - 2339 :]])
    seen = look(page, desk.dpi)

    assert seen.unread_lines >= 1
    assert any(line.box.y0 > 400 / 2339 for line in seen.lines)


def test_scrawl_is_seen_as_lines_and_as_a_hand(desk):
    seen = look(desk.scrawled(), desk.dpi)

    assert seen.text_lines is not None
    assert seen.text_lines >= 8
    assert seen.unread_lines >= seen.text_lines / 2
    assert seen.handwritten > 0.6


def test_faint_print_is_not_taken_for_a_hand(desk):
    seen = look(desk.printed(shade=190), desk.dpi)

    assert seen.handwritten < 0.3
    assert seen.contrast < 0.35


def test_sharpness_falls_with_blur_and_not_with_contrast_or_resolution(desk):
    page = desk.printed()
    blurs = [cv2.GaussianBlur(page, (0, 0), sigma) if sigma else page for sigma in (0.0, 1.5, 2.5, 4.0)]
    measured = [crisp(blur, desk.dpi) for blur in blurs]
    pale = 250 - (250 - blurs[1]) // 3
    fine = cv2.resize(blurs[1], None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)

    assert measured == sorted(measured, reverse=True)
    assert measured[0] > 0.9
    assert measured[-1] < 0.4
    assert abs(crisp(pale, desk.dpi) - measured[1]) < 0.15
    assert abs(crisp(fine, 300) - measured[1]) < 0.15


def test_sharpness_is_that_of_the_writing_however_little_of_it_there_is(desk):
    assert abs(crisp(desk.printed(lines=1), desk.dpi) - crisp(desk.printed(), desk.dpi)) < 0.1


def test_a_stamp_is_colour_and_tinted_paper_is_not(desk):
    paper = np.repeat(desk.printed()[:, :, None], 3, axis=2)
    tinted = (paper * np.array([0.7, 0.95, 1.0])).astype(np.uint8)
    stamped = paper.copy()
    cv2.circle(stamped, (1200, 1900), 120, (160, 60, 40), 10)

    assert not is_coloured(Raster(desk.printed(), desk.dpi))
    assert not is_coloured(Raster(paper, desk.dpi))
    assert not is_coloured(Raster(tinted, desk.dpi))
    assert is_coloured(Raster(stamped, desk.dpi))
