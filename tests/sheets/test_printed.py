"""What a sheet says in clear, as OCR gives it."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain.facts import Person
from pipeline.domain.geometry import Box
from pipeline.domain.pli import Announced, Role
from pipeline.domain.reading import Reading, Word
from pipeline.sheets import printed
from pipeline.sheets.printed import PrintedNumber
from tests import papers
from tests.papers import DURAND, MARTIN, RECEIVED

TODAY = RECEIVED.date()
FICHE = "Fiche récapitulative obligatoire pour la numérisation"
BORDEREAU = "Bordereau obligatoire pour la transmission des pièces justificatives"


def placed(*words: tuple[str, float, float, int]) -> Reading:
    """Return a page of words given as (text, x0, y0, line)."""
    return replace(
        papers.page("x"),
        words=tuple(Word(text, 0.95, Box(x, y, x + 0.012 * len(text), y + 0.018), line) for text, x, y, line in words),
    )


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ([FICHE], Role.FICHE),
        (["FICHE RÉCAPITULATIVE"], Role.FICHE),
        (["Fiche récapitulative obligatoire", "pour la numérisation"], Role.FICHE),
        (["FICHE RECAPITULATLVE OBLIGATOIRE POUR LA NUMERlSATION"], Role.FICHE),
        (["Le portail", FICHE], Role.FICHE),
        ([BORDEREAU], Role.BORDEREAU),
        (["Bordereau de transmission"], Role.BORDEREAU),
        (["Attestation d'enregistrement d'une demande de logement social"], Role.ATTESTATION),
        (["Attestation de renouvellement", "d'une demande de logement locatif social"], Role.ATTESTATION),
    ],
)
def test_a_sheet_is_known_by_its_title(lines, role):
    assert printed.title(papers.page(*lines)) is role


def test_a_bordereau_that_speaks_of_fiches_is_still_a_bordereau():
    reminder = "Fiche récapitulative : une en tête de chaque dossier"
    assert printed.title(papers.page(BORDEREAU, "Rappel", reminder)) is Role.BORDEREAU


@pytest.mark.parametrize(
    "line",
    [
        "Vous trouverez sous ce pli une fiche récapitulative et trois pièces",
        "Merci de bien vouloir placer une fiche récapitulative devant chaque dossier",
        "Nous accusons réception de votre attestation d'enregistrement",
        "Bordereau de situation fiscale",
        "Fiche de paie",
        "Attestation d'hébergement",
    ],
)
def test_a_passing_mention_in_a_letter_is_no_title(line):
    assert printed.title(papers.page("Madame, Monsieur,", line, "Cordialement")) is None


def test_a_sentence_that_soon_comes_to_the_fiche_is_no_title():
    assert printed.title(papers.page("Madame,", "Joignez la fiche récapitulative à vos pièces, merci.")) is None


def test_a_title_low_on_the_page_is_no_title():
    assert printed.title(papers.page(*["texte"] * 16, FICHE)) is None


def test_a_later_page_of_an_attestation_is_known_by_its_own_words():
    later = papers.page("Récapitulatif de votre demande", "Numéro unique", "Votre demande de logement social")
    assert printed.goes_on_with_attestation(later)
    assert not printed.goes_on_with_attestation(papers.quittance())


def test_a_clean_number_is_found_whatever_its_blanks():
    for written in (MARTIN, "057 1215 073903 10691", "057.1215.073903.10691"):
        assert printed.numbers(papers.page("Numéro unique", written), TODAY) == [PrintedNumber(MARTIN, repaired=False)]


@pytest.mark.parametrize(
    "read", ["O57 1215 073903 10691", "057 I2l5 O739O3 10691", "057 1Z1S 0739O3 10691", "(O57 1215 073903 10691)"]
)
def test_confusions_of_ocr_are_undone_where_only_a_digit_can_stand(read):
    assert printed.numbers(papers.page("Numéro unique", read), TODAY) == [PrintedNumber(MARTIN, repaired=True)]


def test_letters_of_the_guichet_block_are_left_alone():
    read = papers.page("O59 0217 841575 GDPUB")
    assert printed.numbers(read, TODAY) == [PrintedNumber("0590217841575GDPUB", repaired=True)]


def test_repair_makes_no_number_that_cannot_exist():
    assert printed.numbers(papers.page("O57 I3l5 073903 10691"), TODAY) == []


def test_clean_numbers_come_before_those_that_were_repaired():
    read = papers.page("O57 O316 OOO1O2 10691", f"puis {MARTIN}")
    assert [found.number for found in printed.numbers(read, TODAY)] == [MARTIN, DURAND]


def test_a_number_is_shown_through_the_confusions_of_ocr_but_never_of_its_guichet():
    assert printed.shows(papers.page("Numéro unique O57 1215 O739O3 10691"), MARTIN)
    assert not printed.shows(papers.page("Numéro unique 057 1215 073903 1O691"), MARTIN)
    assert not printed.shows(papers.page("Numéro unique O57 1215 O739O3 10691"), DURAND)


def test_the_applicant_is_read_after_the_labels():
    page = papers.page(FICHE, "Nom : D'Angelo", "Prénoms : Jean-Éric", "Date de naissance : 31/12/1955")
    assert printed.person(page) == Person("D ANGELO", "JEAN ERIC", date(1955, 12, 31))


def test_specks_behind_a_value_are_no_part_of_it():
    page = placed(
        *[("Nom", 0.1, 0.3, 0), ("_MARTIN", 0.5, 0.3, 0), ("oo", 0.8, 0.3, 0)],
        *[("Prénoms", 0.1, 0.34, 1), ("Claire", 0.5, 0.34, 1), ("de", 0.7, 0.34, 1)],
        *[("Nombre de pages", 0.1, 0.38, 2), ("7", 0.5, 0.38, 2)],
    )
    doubtful = {"oo", "de", "7"}
    words = tuple(replace(word, confidence=0.1) if word.text in doubtful else word for word in page.words)
    sheet = replace(page, words=words)
    assert printed.person(sheet) == Person("MARTIN", "CLAIRE", None)
    assert printed.announced(sheet).pages == 7, "what is all of a value is no speck"


def test_a_value_stands_beside_its_label():
    page = placed(("Nom", 0.1, 0.30, 1), ("MARTIN", 0.5, 0.301, 2), ("Prénoms", 0.1, 0.34, 3), ("Claire", 0.5, 0.34, 4))
    assert printed.person(page) == Person("MARTIN", "CLAIRE", None)


def test_a_value_stands_below_its_label():
    page = placed(("Nom", 0.1, 0.30, 1), ("MARTIN", 0.1, 0.33, 2), ("Prénoms", 0.1, 0.40, 3), ("Claire", 0.1, 0.43, 4))
    assert printed.person(page) == Person("MARTIN", "CLAIRE", None)


def test_a_label_is_never_the_value_of_the_label_above():
    page = placed(("Nom", 0.1, 0.30, 1), ("Prénoms", 0.1, 0.33, 2), ("Claire", 0.4, 0.33, 2))
    assert printed.person(page) is None


def test_counts_are_read_in_clear_or_unknown():
    page = papers.page("Nombre de documents transmis : 3", "Nombre de pages (y compris la présente fiche) : 6")
    assert printed.announced(page) == Announced(3, 6)
    assert printed.announced(papers.page("Nombre de pages : six")) == Announced(None, None)


@pytest.mark.parametrize(
    ("read", "count"),
    [("4", 4), ("[4 |", 4), ("9. oo", 9), ("36 LIRE", 36), ("32 1", None), ("4/5", None), ("L", None)],
)
def test_a_count_stands_alone_but_for_what_its_frame_became(read, count):
    assert printed.announced(papers.page(f"Nombre de pages {read}")).pages == count


def test_a_colon_behind_a_value_is_a_speck():
    page = papers.page("Nom MARTIN", "Prénoms Claire :", "Date de naissance 20/07/1982 su:", "Nombre de pages 4 :")
    assert printed.person(page) == Person("MARTIN", "CLAIRE", date(1982, 7, 20))
    assert printed.announced(page).pages == 4


def test_a_bordereau_is_read_in_clear():
    read = printed.bordereau(
        papers.page(
            BORDEREAU,
            "Guichet émetteur : Moselis",
            "Numéro du guichet : 10691",
            "Numéro de département du guichet : 057",
            "Nombre de dossiers transmis : 2",
            "Nombre total de pages : 11",
            "Date de transmission : 20/02/2017",
        ),
        page=4,
    )
    assert (read.page, read.guichet, read.departement, read.libelle) == (4, "10691", "057", "MOSELIS")
    assert (read.dossiers, read.pages, read.edition, read.envoi) == (2, 11, date(2017, 2, 20), None)


@pytest.mark.parametrize("departement", ["057", "02A", "974"])
def test_every_departement_is_read_in_clear(departement):
    page = papers.page(BORDEREAU, f"Numéro de département du guichet : {departement}")
    assert printed.bordereau(page, page=1).departement == departement


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("né le 01/02/1980 à Metz", date(1980, 2, 1)),
        ("1 . 2 . 1980", date(1980, 2, 1)),
        ("01 02 1980", date(1980, 2, 1)),
        ("_28/08/1 990 CRETE", date(1990, 8, 28)),
        ("17/1 1/1976", date(1976, 11, 17)),
        ("[13/021960 |", date(1960, 2, 13)),
        ("21 1077 980", None),
        ("01/02/1980 57000 Metz", date(1980, 2, 1)),
        ("31/02/1980", None),
        ("le 3 mars", None),
    ],
)
def test_a_day_is_read_or_unknown(text, read):
    assert printed.day(text) == read


@pytest.mark.parametrize(
    ("below", "role"),
    [
        (["D'UNE DEMANDE DE LOGEMENT LOCATIF SOCIAL"], Role.ATTESTATION),
        (["Votre demande de logement", *["texte"] * 40], Role.ATTESTATION),
        (["Numéro unique 057121507390310691", *["texte"] * 40], Role.ATTESTATION),
        (["flou"], Role.ATTESTATION),
        (["Je soussigné, notaire, certifie que le pacte civil de solidarité", *["texte"] * 40], None),
    ],
)
def test_an_attestation_of_registration_is_one_of_housing_unless_its_words_are_read_and_say_otherwise(below, role):
    assert printed.title(papers.page("ATTESTATION D'ENREGISTREMENT DE PACS", *below)) is role
