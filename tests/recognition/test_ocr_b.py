from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.mrz_layouts import ALPHABET
from pipeline.recognition import ocr_b
from pipeline.recognition.mrz_bands import SHORTFALL, Line
from training import mrz


def line_at(x, y, pitch, characters):
    length = (characters - SHORTFALL) * pitch
    return Line(np.array([x, y]), np.array([x + length, y]), characters, 1.0)


@pytest.fixture
def printed():
    """Return every character once, dark on paper, ``step`` pixels apart, from (100, 60) on."""

    def draw(step):
        shapes = mrz.shapes()
        scale = step / mrz.SHAPE_PX[0]
        small = shapes.resize((round(shapes.width * scale), round(shapes.height * scale)), Image.Resampling.LANCZOS)
        page = Image.new("L", (small.width + 200, 200), 255)
        page.paste(small, (100, 60))
        return np.asarray(page), 60 + small.height / 2

    return draw


@pytest.mark.parametrize("step", [12, 15, 20, 30, 48])
def test_every_character_looks_most_like_itself(printed, step):
    grey, axis = printed(step)
    looks = ocr_b.read(ocr_b.lay(grey, line_at(100 + SHORTFALL / 2 * step, axis, step, len(ALPHABET))))
    assert "".join(ALPHABET[index] for index in looks.argmax(axis=1)) == ALPHABET


@pytest.mark.parametrize(("dx", "dy", "wider"), [(-9, 4, 1.0), (8, -5, 1.0), (3, 0, 1.02), (-3, 2, 0.98)])
def test_a_line_that_was_found_a_little_beside_is_read(printed, dx, dy, wider):
    grey, axis = printed(20)
    line = line_at(100 + SHORTFALL / 2 * 20 + dx, axis + dy, 20 * wider, len(ALPHABET))
    looks = ocr_b.read(ocr_b.lay(grey, line))
    assert "".join(ALPHABET[index] for index in looks.argmax(axis=1)) == ALPHABET


def test_upside_down_it_looks_less_like_characters(printed):
    grey, axis = printed(20)
    line = line_at(100 + SHORTFALL / 2 * 20, axis, 20, len(ALPHABET))
    upright, turned = ocr_b.lay(grey, line), ocr_b.lay(grey, line.reversed())
    assert upright.likeness > turned.likeness + 0.05


def test_white_paper_looks_like_nothing():
    blank = np.full((200, 900), 250, dtype=np.uint8)
    assert ocr_b.lay(blank, line_at(100, 100, 20, 36)).likeness < 0.3


def test_the_shapes_are_those_that_the_training_draws():
    stored = np.asarray(Image.open(Path(ocr_b.__file__).with_name("ocr_b.png")))
    assert np.array_equal(stored, np.asarray(mrz.shapes()))
    assert mrz.SHAPED == ALPHABET
