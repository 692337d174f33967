import base64
import io

import pytest
from PIL import Image

from pipeline.errors import InputFault
from pipeline.insight.evaluate.pictures import BOX, thumbnail


def decoded(uri):
    head, _, body = uri.partition(",")
    assert head == "data:image/jpeg;base64"
    return Image.open(io.BytesIO(base64.b64decode(body)))


def page(width=1654, height=2339):
    out = io.BytesIO()
    sheet = Image.new("L", (width, height), 255)
    sheet.paste(0, (0, 0, width, height // 10))  # a dark band at the top
    sheet.save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


def test_a_page_is_shown_small_and_light():
    uri = thumbnail(page(), "png", 200.0, 0)
    shown = decoded(uri)
    assert shown.width <= BOX[0]
    assert shown.height <= BOX[1]
    assert max(shown.width / BOX[0], shown.height / BOX[1]) > 0.98
    assert len(uri) < 40_000


def test_a_page_is_shown_upright():
    shown = decoded(thumbnail(page(), "png", 200.0, 180))
    assert shown.getpixel((shown.width // 2, 5)) > 200
    assert shown.getpixel((shown.width // 2, shown.height - 5)) < 50


def test_a_page_that_is_no_image_is_an_input_fault():
    with pytest.raises(InputFault):
        thumbnail(b"nothing", "png", None, 0)
