from dataclasses import replace

import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.errors import InputFault
from pipeline.media.pdfa import BYTES_MAX, pdfa_of
from pipeline.media.proof import Proof, proved
from pipeline.media.small_print import small_words

SMALL = 0.0055  # of an A4: capitals of five points
WORDS = tuple(Word(f"Clause{n}bis", 0.95, Box(0.1, 0.1, 0.3, 0.1 + SMALL), n) for n in range(40))


def heavy(make, words=WORDS):
    page = make.noise(1654, 200, 0)
    return replace(page, reading=replace(page.reading, words=words))


def reader(share):
    """Reads again so large a share of the words."""
    return lambda page, _leaf: page.reading.words[: round(share * len(page.reading.words))]


def test_print_is_small_by_the_height_of_its_capitals(make):
    assert small_words(make.reading(WORDS)) == 40
    assert small_words(make.reading([replace(word, box=Box(0.1, 0.1, 0.3, 0.11)) for word in WORDS])) == 0
    assert small_words(make.reading([replace(word, text="nous") for word in WORDS])) == 0


def test_a_piece_pressed_below_its_profiles_says_what_was_read_again(make):
    light = pdfa_of([heavy(make), heavy(make)], reader(1.0))
    assert len(light.content) <= BYTES_MAX
    assert str(light.proof) == "petits caractères relus sur 2 pages : 100 % des mots"


def test_a_piece_that_fits_is_not_read_again(make):
    def never(_page, _leaf):
        pytest.fail("read again")

    assert pdfa_of([make.compose_page()], never).proof is None


def test_pages_without_small_print_are_not_read_again(make):
    plain = make.noise(1654, 200)
    assert pdfa_of([plain, plain], reader(0.0)).proof is None


def test_the_ladder_goes_on_while_the_small_print_is_lost_and_the_best_is_delivered(make):
    counts = iter([37, 38, 37, 36, 37, 36])
    light = pdfa_of([heavy(make), make.noise(1654, 200)], lambda page, _leaf: page.reading.words[: next(counts)])
    assert light.proof.recall == pytest.approx(0.95)


def test_a_piece_that_cannot_be_light_and_legible_is_refused(make):
    with pytest.raises(InputFault, match="lisible") as caught:
        pdfa_of([heavy(make), heavy(make)], reader(0.5))
    assert caught.value.motif == "T11"


def test_words_that_were_doubtful_at_first_are_not_asked_for(make):
    doubtful = tuple(replace(word, text=f"Tache{n}", confidence=0.3) for n, word in enumerate(WORDS))
    page = heavy(make, WORDS + doubtful)
    assert proved([page], [_Leaf], lambda _page, _leaf: WORDS) == Proof(1.0, 1)


class _Leaf:
    content = b""
