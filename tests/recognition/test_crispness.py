import cv2
import numpy as np
import pytest

from pipeline.recognition.crispness import crispness
from pipeline.recognition.ink import ink_of

USUAL, CRISPER = 2.0, 2.25


def seen_from_behind(desk, gain=0.2, grain=2.0):
    """Return bare paper through which print is seen, softened."""
    soft = cv2.GaussianBlur(np.ascontiguousarray(desk.printed()[:, ::-1]), (0, 0), 1.6).astype(np.float32)
    return 250 - (250 - soft) * gain + np.random.default_rng(2).normal(0, grain, soft.shape)


def with_a_line(desk, page, ink):
    """Return the page with one line of print over the shadow, of as many shades as ``ink`` of full black."""
    return page - (250 - desk.printed(lines=1).astype(np.float32)) * ink


def scanned(page):
    """Return what a middling JPEG leaves of a page."""
    seen = cv2.GaussianBlur(np.clip(page, 0, 255).astype(np.uint8), (0, 0), 0.5)
    _, content = cv2.imencode(".jpg", seen, [cv2.IMWRITE_JPEG_QUALITY, 55])
    return cv2.imdecode(content, cv2.IMREAD_GRAYSCALE)


def crispness_of(page, dpi):
    return crispness(ink_of(scanned(page), dpi))


@pytest.mark.parametrize("gain", [0.1, 0.2, 0.3])
@pytest.mark.parametrize("grain", [0.0, 2.0, 6.0])
def test_what_shows_through_is_soft_alike_everywhere(desk, gain, grain):
    assert 1.0 <= crispness_of(seen_from_behind(desk, gain, grain), desk.dpi) < USUAL


@pytest.mark.parametrize("gain", [0.1, 0.2, 0.3])
def test_a_line_as_pale_as_the_shadow_that_it_lies_in_is_crisper(desk, gain):
    assert crispness_of(with_a_line(desk, seen_from_behind(desk, gain), gain), desk.dpi) > CRISPER


def test_a_hole_is_not_taken_for_crisp_strokes(desk):
    page = seen_from_behind(desk)
    cv2.circle(page, (90, 850), 22, 60, -1)

    assert crispness_of(page, desk.dpi) < USUAL


def test_the_crispness_of_dark_ink_and_of_bare_paper_is_not_told(desk):
    assert crispness_of(desk.printed(), desk.dpi) == 0.0
    assert crispness_of(desk.blank(), desk.dpi) == 0.0


def test_a_scrap_of_paper_is_all_rim(desk):
    assert crispness_of(seen_from_behind(desk)[:130, :300], desk.dpi) == 0.0
