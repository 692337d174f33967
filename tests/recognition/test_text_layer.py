import io

import pikepdf
import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image

from pipeline.recognition import text_layer

SENTENCE = "Bulletin de paie de Madame Camille Fictive pour le mois de mars"


def document():
    drawn = FPDF(format="A4")
    drawn.add_page()
    drawn.set_font("helvetica", size=12)
    return drawn


def written(drawn, lines=3):
    for row in range(lines):
        drawn.text(20, 30 + 10 * row, SENTENCE)
    return bytes(drawn.output())


def test_words_of_a_born_digital_page_come_with_their_lines_and_places():
    words = text_layer.words(written(document()))

    assert [word.text for word in words[:3]] == ["Bulletin", "de", "paie"]
    assert [word.line for word in words] == sorted(word.line for word in words)
    assert len({word.line for word in words}) == 3
    first = words[0].box
    assert (first.x0, first.y1) == pytest.approx((20 / 210, 30 / 297), abs=0.005)


def test_page_turned_to_stand_upright_is_trusted_and_a_page_lying_on_its_side_is_not():
    content = written(document())
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.pages[0].Rotate = 90
        out = io.BytesIO()
        pdf.save(out)
    lying = out.getvalue()
    drawn = document()
    with drawn.rotation(90, 105, 148):
        drawn.text(20, 148, SENTENCE)
        drawn.text(20, 158, SENTENCE)
    with pikepdf.open(io.BytesIO(bytes(drawn.output()))) as pdf:
        pdf.pages[0].Rotate = 90
        out = io.BytesIO()
        pdf.save(out)

    assert text_layer.words(lying) == ()
    assert text_layer.words(out.getvalue())[0].text == "Bulletin"


def test_hidden_text_behind_a_scan_is_not_trusted():
    scan = document()
    scan.image(Image.new("L", (800, 1100), 240), 0, 0, 210, 297)
    hidden = document()
    hidden.text_mode = TextMode.INVISIBLE

    assert text_layer.words(written(scan)) == ()
    assert text_layer.words(written(hidden)) == ()


def test_a_few_letters_are_not_a_text():
    drawn = document()
    drawn.text(20, 20, "Page 1/2")

    assert text_layer.words(bytes(drawn.output())) == ()


def test_letters_that_make_no_language_are_not_trusted():
    drawn = document()
    for row in range(4):
        drawn.text(20, 30 + 10 * row, "Xqztr bdfghjk lmnpqrst vwxzbcd fghjklm npqrstv")

    assert text_layer.words(bytes(drawn.output())) == ()


def test_notes_added_on_the_page_must_be_looked_at():
    drawn = document()
    drawn.free_text_annotation("Nom modifié à la main", x=20, y=100, w=60, h=10)

    assert text_layer.words(written(drawn)) == ()
