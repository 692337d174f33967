"""A paper that was never printed reads as its scan would, with the slips that are asked for."""

from datetime import date
from random import Random

from training.desk import BLACK
from training.fonts import Family, pick_faces, pick_hand
from training.noted import NotedDesk, reading

DAY = date(2025, 3, 12)


def page(draw, printed=False):
    rng = Random(1)
    desk = NotedDesk(
        Family.A, rng, DAY, 40, pick_faces(Family.A, rng), pick_hand(Family.A, rng), BLACK, printed=printed
    )
    canvas = desk.page()
    draw(canvas)
    return canvas


def lines(canvas, slips=0.0):
    return [" ".join(word.text for word in line) for line in reading(canvas, slips, Random(2)).lines()]


def two_columns(canvas):
    canvas.text(120, 20, "Madame MARTIN")
    canvas.text(20, 20.3, "HABITAT DU VAL")
    canvas.text(20, 60, "Quittance de loyer")


def test_words_side_by_side_are_one_line_from_left_to_right():
    assert lines(page(two_columns)) == ["HABITAT DU VAL Madame MARTIN", "Quittance de loyer"]


def test_a_page_that_is_printed_too_reads_the_same():
    assert lines(page(two_columns, printed=True)) == lines(page(two_columns))


def test_words_lie_where_they_were_written():
    (first, *_) = reading(page(two_columns), 0.0, Random(2)).lines()[1]
    assert (round(first.box.x0, 2), round(first.box.y0, 2)) == (0.1, 0.2)


def test_slips_change_words_and_never_add_any():
    written = page(lambda canvas: canvas.text(10, 20, "attestation " * 30))
    read = " ".join(lines(written, slips=0.5)).split()
    assert len(read) <= 30
    assert 5 < sum(word != "attestation" for word in read) + 30 - len(read) < 25
