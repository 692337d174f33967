"""Whole pages, from bytes to facts."""

import io
from random import Random

import numpy as np
import pytest
import segno
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont, ImageOps

from pipeline.domain.reading import TextSource
from pipeline.stages.read import read
from training.photograph import HOLDS, shoot

SENTENCE = "Le montant du loyer figure sur la quittance du mois de mars"
PAYLOAD = "SNE*1*F*057121507390310691*FICTIVE*CAMILLE*19800101*3*6*abcdef*k1*ABCDEFGHIJKLMNOP"


def trust_nobody(payload):
    return False


def printed(lines=20):
    page = Image.new("L", (1654, 2339), 250)
    draw = ImageDraw.Draw(page)
    for row in range(lines):
        draw.text((170, 300 + 62 * row), SENTENCE, font=ImageFont.load_default(34), fill=20)
    return page


def with_code(page):
    out = io.BytesIO()
    segno.make(PAYLOAD, error="q", micro=False).save(out, kind="png", scale=4, border=4)
    page.paste(Image.open(out).convert("L"), (1250, 60))
    return page


def jpeg(page):
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80, dpi=(200, 200))
    return out.getvalue()


def test_printed_page_is_read_upright_whichever_way_it_was_fed():
    for clockwise in (0, 180, 90):
        fed = printed(8).rotate(-clockwise, expand=True)
        reading = read(jpeg(fed), "jpeg", 200, trust_nobody)

        assert (reading.width, reading.height) == fed.size
        assert reading.rotation == (360 - clockwise) % 360
        assert [word.text for word in reading.lines()[0]] == SENTENCE.split()
        assert reading.text_source is TextSource.OCR
        assert reading.look.ink > 0.005


def test_same_bytes_give_the_same_reading():
    content = jpeg(printed(6))
    first = read(content, "jpeg", 200, trust_nobody)
    read(jpeg(printed(3)), "jpeg", 200, trust_nobody)

    assert read(content, "jpeg", 200, trust_nobody) == first


def test_the_other_engine_reads_the_same_text():
    content = jpeg(printed(2))
    here, there = (read(content, "jpeg", 200, trust_nobody, engine) for engine in ("tesserocr", "pytesseract"))

    assert [word.text for word in there.words] == [word.text for word in here.words] == SENTENCE.split() * 2


def test_blank_page_is_measured_and_not_read():
    reading = read(jpeg(Image.new("L", (1654, 2339), 245)), "jpeg", 200, trust_nobody)

    assert (reading.words, reading.text_source, reading.fault) == ((), TextSource.NONE, None)
    assert (reading.look.ink, reading.look.text_lines, reading.look.handwritten) == (0.0, 0, None)


def test_one_faint_line_is_read():
    page = Image.new("L", (1654, 2339), 250)
    ImageDraw.Draw(page).text((300, 1500), "Vu le trois mai", font=ImageFont.load_default(34), fill=190)
    reading = read(jpeg(page), "jpeg", 200, trust_nobody)

    assert [word.text for word in reading.words] == ["Vu", "le", "trois", "mai"]


def test_traces_too_pale_for_ink_are_kept_as_a_fact_and_not_read():
    page = Image.new("L", (1654, 2339), 250)
    for row in range(12):
        ImageDraw.Draw(page).text((200, 400 + 80 * row), SENTENCE, font=ImageFont.load_default(34), fill=238)
    reading = read(jpeg(page), "jpeg", 200, trust_nobody)

    assert (reading.words, reading.text_source, reading.look.ink, reading.look.text_lines) == (
        (),
        TextSource.NONE,
        0.0,
        None,
    )
    assert reading.look.faint > 0


def test_a_number_alone_over_the_other_face_is_read_without_reading_what_shows_through():
    front = ImageOps.mirror(printed(25))
    back = Image.eval(front, lambda shade: 250 - (250 - shade) // 12)
    ImageDraw.Draw(back).text((760, 2200), "Page 12", font=ImageFont.load_default(34), fill=20)
    reading = read(jpeg(back), "jpeg", 200, trust_nobody)

    assert "12" in [word.text for word in reading.words]
    assert all(word.box.y0 > 0.4 for word in reading.words)


def test_text_of_a_trusted_sheet_is_not_read_but_its_position_is():
    fed = jpeg(with_code(printed(6)).rotate(180))
    trusted = read(fed, "jpeg", 200, lambda payload: payload == PAYLOAD)
    doubted = read(fed, "jpeg", 200, trust_nobody)

    assert [code.payload for code in trusted.codes] == [PAYLOAD]
    assert (trusted.words, trusted.text_source, trusted.rotation) == ((), TextSource.NONE, 180)
    assert len(doubted.words) > 50


def test_code_lies_on_the_page_as_received():
    (code,) = read(jpeg(with_code(printed(6)).rotate(180)), "jpeg", 200, trust_nobody).codes

    assert code.box.x1 < 0.3
    assert code.box.y0 > 0.8


def test_born_digital_page_gives_its_own_words():
    drawn = FPDF(format="A4")
    drawn.add_page()
    drawn.set_font("helvetica", size=12)
    drawn.text(20, 30, SENTENCE)
    reading = read(bytes(drawn.output()), "pdf", None, trust_nobody)

    assert reading.text_source is TextSource.BORN_DIGITAL
    assert [word.text for word in reading.words] == SENTENCE.split()
    assert reading.dpi == 200


@pytest.mark.parametrize(("kind", "content"), [("jpeg", b"\xff\xd8broken"), ("pdf", b"%PDF-1.4"), ("tiff", b"II*\0")])
def test_what_cannot_be_decoded_is_a_fact_and_not_an_accident(kind, content):
    reading = read(content, kind, None, trust_nobody)

    assert reading.fault
    assert reading.look is None


def test_odd_shapes_are_read_without_harm():
    grain = np.random.default_rng(0).integers(0, 255, (40, 3000), dtype=np.uint8)
    for page in (Image.fromarray(grain), Image.new("L", (33, 4000), 0), Image.new("L", (40, 40), 255)):
        assert read(jpeg(page), "jpeg", None, trust_nobody).fault is None


def test_a_photograph_is_read_as_the_sheet_that_it_shows_and_its_words_lie_on_the_picture():
    shot = shoot(printed().convert("RGB"), HOLDS["penche"], Random(1), table=(64, 46, 34), long_side=2600)
    reading = read(jpeg(shot.image), "jpeg", None, trust_nobody)
    words = [word for word in reading.words if word.text == "quittance"]
    assert len(words) >= 18
    xs, ys = shot.corners[:, 0] / shot.image.width, shot.corners[:, 1] / shot.image.height
    assert all(xs.min() < word.box.x0 < word.box.x1 < xs.max() for word in words)
    assert all(ys.min() < word.box.y0 < word.box.y1 < ys.max() for word in words)
    down = [word.box.y0 for word in words]
    assert down == sorted(down)


def test_two_faces_of_a_card_on_one_page_are_seen():
    page = Image.new("L", (1654, 2339), 250)
    pen = ImageDraw.Draw(page)
    for y in (300, 900):
        pen.rectangle((300, y, 300 + 674, y + 425), fill=205, outline=120, width=3)
        pen.text((340, y + 60), "IDENTITE", font=ImageFont.load_default(40), fill=20)
    assert len(read(jpeg(page), "jpeg", 200.0, trust_nobody).cards) == 2


@pytest.mark.parametrize("declared", [None, 72.0, 300.0])
@pytest.mark.parametrize("size", [(50, 50), (32, 400)])
def test_a_picture_as_small_as_a_stamp_is_looked_at_whatever_resolution_it_claims(size, declared):
    out = io.BytesIO()
    picture = Image.new("L", size, 250)
    ImageDraw.Draw(picture).ellipse((8, 8, 24, 40), fill=20)
    picture.save(out, "PNG")
    reading = read(out.getvalue(), "png", declared, trust_nobody)
    assert (reading.fault, reading.width, reading.height) == (None, *size)
