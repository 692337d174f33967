"""What tells a piece from others of its type, read where it is printed; what is misread is not told."""

from dataclasses import replace

import pytest

from pipeline.classifiers.subkeys import KINDS, subkey
from pipeline.domain.geometry import Box, hull
from pipeline.domain.mrz import SeenMrz, parse
from tests import papers

TITLE = ("IRFRAK682T8YLO0<1105040043<<<<", "7906123F1401073SEN<<<<<<<<<<<6", "MARTIN<<CHRISTELLE<HELENE<LAUR")
BAND = Box(0.1, 0.6, 0.9, 0.7)


def told(code, *pages):
    found = subkey([papers.page(*lines) for lines in pages], code)
    return found.value if found is not None else None


@pytest.mark.parametrize(
    "line",
    [
        "Période du 01/03/2025 au 31/03/2025",
        "Période d'emploi du O1/03/2025 au 31/03/2025",
        "Mission contrat 4236/02 du 01/03/2025 au e1/03/2025",
        "Paie de : 03/2025",
        "Paie de mars 2025",
        "Bulletin de salaire - mars 2025",
        "Mois de mirs 2025 Mle 265782",
        "Mars 2025",
    ],
)
def test_the_month_of_a_payslip(line):
    assert told("RES-BUL", ["BULLETIN DE PAIE", line, "Entrée le 06/10/2020", "Réglé le 02/04/2025"]) == "2025-03"


@pytest.mark.parametrize(
    "lines",
    [
        ["Paie de mars 202e"],
        ["Ancienneté depuis mars 2019"],
        ["Congés pris du 03/03/2025 au 07/03/2025"],
        ["Période du 01/03/2025 au 31/03/2025", "Paie de juin 2025"],
        ["Fait à Metz, le 1t mars 2025"],
        ["La révision de n mars 2025"],
        ["Convention collective du 15 mars 2021"],
    ],
)
def test_a_month_that_is_misread_or_of_something_else_is_not_told(lines):
    assert told("RES-BUL", ["BULLETIN DE PAIE", *lines]) is None


def test_a_label_stands_on_the_line_above():
    assert told("LOG-QUI", ["Reçu la somme de 520 euros au titre du loyer du mois de", "mars 2025."]) == "2025-03"


def test_the_receipt_of_the_month_before_is_not_the_month_of_the_notice():
    lines = ["Terme : juin 2025", "Quittance du mois précédent : 743 euros pour le terme de", "mai 2025"]
    assert told("LOG-QUI", lines) == "2025-06"
    assert told("LOG-QUI", ["Terme : 2025", *lines[1:]]) is None


def test_a_list_of_payments_is_known_by_its_last_month():
    rows = ["Avril 2025 285,21 €", "Mars 2025 286,40 €", "Février 2025 279,26 €"]
    assert told("RES-CAF", ["Attestation", *rows]) == "2025-04"


@pytest.mark.parametrize("first", ["Avril 202r 285,21 €", "2025 285,21 €", "r025 285,21 €", "Avri 285,21 €"])
def test_a_list_of_which_a_month_is_half_read_tells_nothing(first):
    assert told("RES-CAF", ["Attestation", first, "Mars 2025 286,40 €", "Février 2025 279,26 €"]) is None


def test_a_list_with_a_gap_tells_nothing():
    assert told("RES-CAF", ["Attestation", "Avril 2025 285,21 €", "Février 2025 279,26 €"]) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["AVIS D'IMPÔT ÉTABLI EN 2024", "Impôt sur les revenus de l'année 2023"],
        ["AVIS D'IMPÔT 2024"],
        ["Impôt 2024 sur les revenus de 2023", "Vos revenus 2021 avaient été corrigés"],
        ["Année des revenus : 2023"],
        ["vous n'avez pas d'impôt à payer au titre de vos revenus 2023"],
    ],
)
def test_the_income_year_of_a_tax_notice(lines):
    assert told("FIS-AVI", lines, ["Revenu fiscal de référence 17 269"]) == "2023"


def test_income_years_that_disagree_tell_nothing():
    assert told("FIS-AVI", ["AVIS D'IMPÔT ÉTABLI EN 2024", "Impôt sur les revenus de l'année 2021"]) is None


def test_the_school_year_of_a_certificate():
    assert told("PRO-ETU", ["CERTIFICAT DE SCOLARITÉ", "Année universitaire 2024-2025"]) == "2024-2025"
    assert told("PRO-ETU", ["CERTIFICAT DE SCOLARITÉ", "Année 2024/2026"]) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Valable jusqu'au 12/03/2027", "Délivrée le 13/03/2017"],
        ["Valable du 13/03/2017 au 12/03/2027"],
        ["Valable du 13/03/2017", "Valable jusqu'au 12/03/2027"],
        ["Date d'expiration", "12 03 2027"],
        ["Expire le / Expires on 12.03.2027"],
        ["Début et fin de validité", "13/11/2026 — 12/03/2027", "Ancien titre valable jusqu'au 07/05/2026"],
    ],
)
def test_the_end_of_a_card_that_is_printed(lines):
    assert told("SEJ-REC", lines) == "2027-03-12"


def test_the_end_that_a_zone_says_wins_over_print():
    zone = SeenMrz(parse(TITLE), BAND, 0, 0.2, 0.2)
    verso = replace(papers.page("Date d'expiration 07/01/2024"), mrz=(zone,))
    found = subkey([papers.page("recto"), verso], "SEJ-RES")
    assert (found.value, found.page, found.box) == ("2014-01-07", 1, BAND)


@pytest.mark.parametrize(
    "line", ["Fait à Metz, le 12 mars 2025", "Metz, le 12/03/2025", "Édité le 12/03/2025", "Date : 12/03/2025"]
)
def test_the_day_on_which_a_paper_was_drawn_up(line):
    assert told("LOG-HEB", ["ATTESTATION D'HÉBERGEMENT", "Madame née à Metz, le 03/05/1990", line]) == "2025-03-12"


def test_a_birth_is_no_day_of_issue():
    assert told("LOG-HEB", ["née à Metz, le 03/05/1990"]) is None


def test_a_type_without_sub_key_has_none():
    assert told("FAM-LIV", ["Mars 2025"]) is None


def test_a_sub_key_says_where_it_was_read():
    second = papers.page("Paie de", "mars 2025")
    found = subkey([papers.page("BULLETIN"), second], "RES-BUL")
    assert (found.page, found.box) == (1, hull([word.box for word in second.words[2:]]))


@pytest.mark.parametrize(
    ("code", "line", "french"),
    [
        ("RES-BUL", "Paie de février 2025", "février 2025"),
        ("FIS-AVI", "AVIS D'IMPÔT 2024", "revenus de 2023"),
        ("PRO-ETU", "Année 2024-2025", "année 2024-2025"),
        ("SEJ-REC", "Valable jusqu'au 12/03/2027", "jusqu'au 12/03/2027"),
        ("LOG-HEB", "Metz, le 12 mars 2025", "du 12/03/2025"),
    ],
)
def test_a_sub_key_is_said_in_french(code, line, french):
    assert subkey([papers.page(line)], code).french == french


def test_every_type_with_a_sub_key_is_in_the_plan():
    assert set(KINDS) <= set(papers.rules().plan.types)
