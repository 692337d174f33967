import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.media.nir import nir_spans, without_nir


def keyed(body):
    number = body.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return f"{body} {97 - int(number) % 97:02d}"


@pytest.mark.parametrize("body", ["2 79 03 75 056 042", "1790375056042", "1 85 11 2A 004 123", "1 85 11 2B 004 123"])
def test_a_nir_is_known_by_its_key(body):
    assert nir_spans(f"NIR : {keyed(body)}.")


def test_a_nir_is_found_with_its_key_apart():
    body, key = keyed("2 79 03 75 056 042").rsplit(" ", 1)
    assert nir_spans(f"{body} clé : {key}")
    assert nir_spans(f"{body}\nClé {key}")


@pytest.mark.parametrize(
    "text", ["2 79 03 75 056 042 99", "057 1215 073903 10691", "FR76 3000 4000 0312 3456 7890 143"]
)
def test_other_numbers_are_not_taken_for_one(text):
    assert nir_spans(text) == []


def test_every_word_that_bears_a_part_of_it_goes_and_the_others_stay():
    texts = ["Assuré", "n°", *keyed("2 79 03 75 056 042").split(), "Rennes"]
    words = [Word(text, 0.9, Box(0, 0, 1, 1), 0) for text in texts]
    assert [[word.text for word in line] for line in without_nir([words, words[:1]])] == [
        ["Assuré", "n°", "Rennes"],
        ["Assuré"],
    ]
