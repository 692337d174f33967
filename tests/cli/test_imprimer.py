"""``pli imprimer``: what it writes is read back, and what it refuses is said in French."""

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.sheets.codes import BordereauCode, CodeTrust, FicheCode, parse
from tests import papers
from tests.papers import MARTIN

NOW = {"PLI_MAINTENANT": "2026-05-06T23:30:00+02:00", "PLI_PRODUCTION": ""}
FICHE = {"--nu": "057 1215 073903 10691", "--nom": "D'Étrange", "--prenoms": "Zoé", "--naissance": "1980-02-01"}
FICHE |= {"--guichet": "10691"}
BORDEREAU = {"--guichet": "10691", "--departement": "057", "--libelle": "Office fictif", "--dossiers": 2, "--pages": 11}


def called(sheet, options, folder, **environ):
    told = [str(part) for option in options.items() for part in option]
    place = ["--sortie", str(folder / "feuille.pdf"), "--racine", str(folder / "espace")]
    return CliRunner().invoke(main, ["imprimer", sheet, *told, *place], env={**NOW, **environ})


def payload(folder):
    page = pypdfium2.PdfDocument(folder / "feuille.pdf")[0].render(scale=150 / 72).to_pil()
    (read,) = {code.text for code in zxingcpp.read_barcodes(page)}
    return read


def parsed(folder):
    return parse(payload(folder), date(2026, 5, 6), papers.rules().keys, ())


@pytest.mark.parametrize("born", ["1980-02-01", "01/02/1980"])
def test_a_fiche_is_printed_with_its_signed_code(tmp_path, born):
    done = called("fiche", {**FICHE, "--naissance": born, "--documents": 3, "--pages": 6}, tmp_path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Imprimé dans")
    read = parsed(tmp_path)
    assert read.trust is CodeTrust.SIGNED
    told = (MARTIN, "D ETRANGE", "ZOE", date(1980, 2, 1), 3, 6, date(2026, 5, 6), "10691")
    assert read.fields == FicheCode(*told, read.fields.nonce)
    assert re.fullmatch(r"[A-Z2-9]{8}", read.fields.nonce)


def test_a_bordereau_is_printed_with_its_signed_code(tmp_path):
    assert called("bordereau", BORDEREAU, tmp_path).exit_code == 0
    read = parsed(tmp_path)
    assert read.trust is CodeTrust.SIGNED
    assert read.fields == BordereauCode("10691", "057", "OFFICE FICTIF", 2, 11, date(2026, 5, 6), read.fields.envoi)
    assert re.fullmatch(r"[A-Z2-9]{10}", read.fields.envoi)


def test_each_sheet_has_a_nonce_of_its_own_and_what_it_replaces_is_said(tmp_path):
    called("fiche", FICHE, tmp_path)
    first = parsed(tmp_path).fields
    again = called("fiche", FICHE, tmp_path)
    assert (again.exit_code, "le fichier précédent est remplacé" in " ".join(again.stdout.split())) == (0, True)
    assert parsed(tmp_path).fields.nonce != first.nonce
    assert [path.name for path in tmp_path.iterdir()] == ["feuille.pdf"]


def test_the_last_key_declared_signs(tmp_path):
    called("fiche", FICHE, tmp_path)
    assert payload(tmp_path).split("*")[-2] == "D1"
    keys(tmp_path, '[cles]\nK7 = "une-cle-de-test"\nA1 = "une-autre-cle-de-test"\n')
    called("fiche", FICHE, tmp_path)
    assert payload(tmp_path).split("*")[-2] == "A1"


def keys(folder, text):
    (folder / "espace" / "config").mkdir(parents=True)
    (folder / "espace" / "config" / "cles.toml").write_text(text, encoding="utf-8")


def test_production_prints_nothing_with_a_demonstration_key(tmp_path):
    keys(tmp_path, '[cles]\nD9 = "cle-de-demonstration-ne-pas-utiliser-en-production"\n')
    done = called("fiche", FICHE, tmp_path, PLI_PRODUCTION="oui")
    assert (done.exit_code, "clé de démonstration" in done.stderr) == (2, True)
    assert not (tmp_path / "feuille.pdf").exists()


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--nu", "057 1215 073903 1069", "18 caractères sont attendus, espaces non compris ; il y en a 17"),
        ("--nu", "099 1215 073903 10691", "« 099 » n'est pas un territoire"),
        ("--nu", "057 1315 073903 10691", "« 13 » n'est pas un mois"),
        ("--nu", "057 12A5 073903 10691", "« A5 » n'est pas une année"),
        ("--nu", "057 1215 07390O 10691", "« 07390O » devrait être fait de six chiffres"),
        ("--nu", "057 1215 073903 1069é", "n'est pas un code de guichet"),
        ("--nu", "057 0626 073903 10691", "« 0626 », mois et année de la demande, est à venir ou d'avant 2001"),
        ("--nom", " ", "--nom : il n'y a rien d'écrit"),
        ("--nom", "Fictive " * 40, "trop longs pour le code"),
        ("--prenoms", "山田", "« Prénoms » : le caractère « 山 » ne peut pas être imprimé"),
        ("--naissance", "31/02/1980", "naissance : cette valeur ne convient pas"),
        ("--naissance", "2026-05-07", "07/05/2026 ne peut pas être une date de naissance"),
        ("--naissance", "0980-02-01", "ne peut pas être une date de naissance"),
        ("--guichet", "1069", "un code de guichet (5 chiffres ou capitales) est attendu"),
        ("--documents", "0", "--documents : 0 ne convient pas"),
        ("--pages", "-1", "--pages : -1 ne convient pas"),
        ("--pages", "10000", "un nombre de 1 à 9999"),
        ("--pages", "six", "un nombre entier"),
    ],
)
def test_a_fiche_that_would_be_wrong_is_refused_and_nothing_is_written(tmp_path, option, value, why):
    done = called("fiche", {**FICHE, option: value}, tmp_path)
    assert done.exit_code == 2
    assert done.stderr.startswith("Erreur :")
    assert why in " ".join(done.stderr.split())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--departement", "57", "un département sur trois caractères (057, 02A, 974) est attendu"),
        ("--dossiers", "0", "--dossiers : 0 ne convient pas"),
        ("--libelle", "", "--libelle : il n'y a rien d'écrit"),
    ],
)
def test_a_bordereau_that_would_be_wrong_is_refused(tmp_path, option, value, why):
    done = called("bordereau", {**BORDEREAU, option: value}, tmp_path)
    assert done.exit_code == 2
    assert why in " ".join(done.stderr.split())


def test_a_place_where_nothing_can_be_written_is_said(tmp_path):
    (tmp_path / "fichier").touch()
    done = called("bordereau", BORDEREAU, Path(tmp_path / "fichier"))
    assert done.exit_code == 2
    assert "ne s'écrit pas" in " ".join(done.stderr.split())


@pytest.mark.parametrize("sheet", ["fiche", "bordereau"])
def test_the_help_of_a_sheet_is_in_french_and_names_the_key(sheet):
    told = CliRunner().invoke(main, ["imprimer", sheet, "--help"]).output
    assert "signé de la dernière clé" in told
    assert "[obligatoire]" in told
    assert not re.search(r"required\]|TEXT|INTEGER|Show this", told)


def test_what_is_missing_is_named():
    done = CliRunner().invoke(main, ["imprimer", "fiche"])
    assert (done.exit_code, "il manque nu" in done.stderr) == (2, True)
    assert "bordereau" in CliRunner().invoke(main, ["imprimer"]).output


def test_sheets_are_printed_under_their_command_only():
    assert "imprimer" in main.commands
    assert not {"fiche", "bordereau"} & set(main.commands)
