import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.nir import nir_spans, nirs, without_nir
from pipeline.domain.reading import Word

BODIES = ["2 79 03 75 056 042", "1 85 11 57 128 463", "1 85 11 28 004 123", "2 85 11 2B 004 123"]


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


@pytest.mark.parametrize(
    "read_as",
    [
        "{0} {1}".format,
        lambda body, key: f"{' '.join(body.replace(' ', ''))} {' '.join(key)}",
        lambda body, key: f"{body.replace('0', 'O')}/{key}",
        lambda body, key: f"{body.replace('1', 'l').replace('5', 'S')} {key.replace('1', 'I')}",
        lambda body, key: f"{body.replace('2', 'Z').replace('8', 'B')}  clé {key.replace('8', 'B')}",
        lambda body, key: f"n°{body.replace(' ', '.')}.{key}",
        lambda body, key: f"{body.replace('6', 'G')}\nCLÉ : {key}",
    ],
)
@pytest.mark.parametrize("body", BODIES)
def test_a_nir_is_known_however_it_was_spaced_and_misread(body, read_as):
    assert nir_spans(f"Immatriculation {read_as(*keyed(body).rsplit(' ', 1))}, Rennes")


def test_a_nir_cut_into_words_of_one_digit_goes_whole():
    texts = ["Matricule", *keyed("2 79 03 75 056 042").replace(" ", ""), "Brest"]
    words = [Word(text, 0.9, Box(0, 0, 1, 1), 0) for text in texts]
    assert [word.text for word in without_nir([words])[0]] == ["Matricule", "Brest"]


def test_the_digits_of_a_table_stay():
    amounts = "Brut 2 100,00 CSG 12,40 01/03/2026 31/03/2026 SIRET 123 456 789 00012 NU 057121507390310691"
    assert nir_spans(amounts) == []


def test_letters_that_look_like_digits_do_not_make_a_number():
    assert nir_spans("OBLIGATION DES BOITES A BLOGS SOLDES TOTAL BILLET") == []


def test_each_number_is_told_once_however_it_is_written():
    spaced, bare = keyed("2 79 03 75 056 042"), keyed("1790375056042")
    assert nirs(f"{spaced}\n{spaced.replace(' ', '')}\n{bare}") == {"2790375056042", "1790375056042"}
    assert nirs("2 79 03 75 056 042 99") == set()
