"""Sheets that we print are read back by our own reader, as an office scanner gives them."""

import io
import json
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2
import pytest
from PIL import ImageDraw

from pipeline.domain.facts import Person
from pipeline.domain.pli import Announced, Role
from pipeline.errors import Misuse
from pipeline.recognition.codes import codes
from pipeline.sheets.codes import AttestationCode, BordereauCode, CodeTrust, FicheCode, parse
from pipeline.sheets.printing import paper
from pipeline.sheets.printing.payload import SigningKey, written
from pipeline.sheets.printing.sheets import BordereauFields, FicheFields, bordereau_pdf, fiche_pdf
from pipeline.sheets.printing.symbol import MODULE_MM, QUIET_MODULES, SIDE_MM, symbol
from pipeline.sheets.recognise import recognise
from pipeline.stages.read import read
from tests import papers
from tests.papers import MARTIN
from training.scanner import GRADES, scan

DAY = date(2026, 5, 6)
RULES = papers.rules()
KEY = SigningKey("D0", RULES.keys["D0"])
MM = 72 / 25.4
FICHE = FicheFields(MARTIN, "D'Étrange-Fictif", "Zoé Anaïs", date(1980, 2, 1), 3, 16, "10691")
BORDEREAU = BordereauFields("10691", "057", "Office fictif de l'habitat", 2, 11)
LONG = replace(
    FICHE,
    nom="Fictive-des-Grandes-Étendues de Sainte-Imaginaire y Villanueva-Inventada du Haut-Rocher",
    prenoms="Maximilienne" * 3 + " Anne-Élisabeth Bérengère",
)
# Around the two codes: left, top, right, bottom, in mm from the upper left corner.
CODES = ((150, 12, 194, 56), (16, 241, 58, 285))
FIELDS = (88.0, 191.0)


@lru_cache
def fiche(fields=FICHE, day=DAY):
    return fiche_pdf(fields, day, "A2B3C4D5", KEY)


@lru_cache
def bordereau(fields=BORDEREAU):
    return bordereau_pdf(fields, DAY, "K7Q2M9XA4B", KEY)


def image(pdf, dpi=200, *, without=()):
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("RGB")
    for n in without:
        ImageDraw.Draw(page).rectangle([side * dpi / 25.4 for side in CODES[n]], fill="white")
    return page


def scanned(pdf, dpi=200, *, without=()):
    out = io.BytesIO()
    scan(image(pdf, dpi, without=without), GRADES["bureau"], Random(7)).save(out, "JPEG", quality=55, dpi=(dpi, dpi))
    return seen(out.getvalue(), "jpeg", dpi)


def seen(content, kind, dpi=None):
    def is_trusted(payload):
        return parse(payload, DAY, RULES.keys, RULES.dialects).trust is CodeTrust.SIGNED

    return recognise(read(content, kind, dpi, is_trusted), DAY, RULES)


def code_of(pdf):
    payloads = {code.payload for code in codes(np.asarray(image(pdf).convert("L")), 200).decoded}
    return parse(payloads.pop(), DAY, RULES.keys, ()).fields


def characters(pdf):
    """Return (character, left, top, right, bottom) of what is written, in mm from the upper left corner."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text, height = page.get_textpage(), page.get_height()
    written_ = [
        (chr(pypdfium2.raw.FPDFText_GetUnicode(text, n)), text.get_charbox(n)) for n in range(text.count_chars())
    ]
    return [
        (char, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
        for char, (left, bottom, right, top) in written_
        if not char.isspace()
    ]


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_a_scanned_fiche_says_all_that_was_asked_to_be_printed(dpi):
    sheet = scanned(fiche(), dpi)
    assert sheet.trust is CodeTrust.SIGNED
    assert sheet.code == FicheCode(
        MARTIN, "D ETRANGE FICTIF", "ZOE ANAIS", date(1980, 2, 1), 3, 16, DAY, "10691", "A2B3C4D5"
    )


def test_a_scanned_bordereau_says_all_that_was_asked_to_be_printed():
    sheet = scanned(bordereau())
    assert sheet.trust is CodeTrust.SIGNED
    assert sheet.code == BordereauCode("10691", "057", "OFFICE FICTIF DE L HABITAT", 2, 11, DAY, "K7Q2M9XA4B")


@pytest.mark.parametrize("lost", [0, 1])
def test_either_code_is_enough(lost):
    assert scanned(fiche(), without=[lost]).trust is CodeTrust.SIGNED


def test_without_its_codes_a_fiche_is_still_read_in_clear():
    sheet = scanned(fiche(), without=[0, 1])
    assert (sheet.role, sheet.trust, sheet.printed) == (Role.FICHE, CodeTrust.NONE, (MARTIN,))
    assert sheet.person == Person("D ETRANGE FICTIF", "ZOE ANAIS", date(1980, 2, 1))


def test_a_fiche_sent_as_the_file_that_we_made_is_read_too():
    sheet = seen(fiche(), "pdf")
    assert (sheet.trust, sheet.agrees, sheet.announced) == (CodeTrust.SIGNED, True, Announced(3, 16))


def test_counts_that_are_not_known_are_empty_in_the_code_and_on_paper():
    pdf = fiche(replace(FICHE, documents=None, pages=None))
    code = code_of(pdf)
    assert (code.documents, code.pages) == (None, None)
    assert len(characters(fiche())) - len(characters(pdf)) == len("316")


def test_the_same_sheet_is_the_same_file():
    assert fiche() == fiche.__wrapped__()
    assert fiche() != fiche(day=date(2026, 5, 7))


@pytest.mark.parametrize(
    "name", ["Łukasz Ελένη Дмитрий", "محمد", "Nguyễn L*Étoile", "Zoe\u0308 O’Fictif\u00a0\tdu Bois"]
)
def test_names_are_printed_in_their_own_script_and_are_safe_in_the_code(name):
    code = code_of(fiche(replace(FICHE, nom=name)))
    assert (code.numero_unique, code.prenoms) == (MARTIN, "ZOE ANAIS")
    assert "*" not in code.nom


def test_fiche_and_bordereau_bear_the_words_of_the_ministry_in_its_order():
    said = text_of(fiche())
    for words in (
        "MINISTÈRE DU LOGEMENT ET DE L'HABITAT DURABLE www.demande-logement-social.gouv.fr",
        "Fiche récapitulative obligatoire pour la numérisation et le téléversement des pièces justificatives",
        "dans le dossier du demandeur",
        "Numéro unique 057 1215 073903 10691",
        "Date de remplissage 06/05/2026",
    ):
        assert words in said
    assert "Bordereau obligatoire pour la transmission des pièces justificatives des dossiers des demandeurs" in (
        text_of(bordereau())
    )
    labels = ("Nom", "Prénoms", "naissance", "Numéro unique", "documents transmis", "Nombre de pages", "remplissage")
    places = [said.index(label) for label in labels]
    assert places == sorted(places)


def text_of(pdf):
    return " ".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().split())


@pytest.mark.parametrize(
    "sheet",
    [
        partial(fiche, LONG),
        partial(fiche, replace(FICHE, nom="W" * 60, prenoms="Œ" * 40)),
        partial(bordereau, replace(BORDEREAU, libelle="Communauté imaginaire des Trois-Vallées-Fictives " * 3)),
    ],
    ids=["long names", "a name without a space", "a long libellé"],
)
def test_long_names_stay_in_their_box_and_off_the_codes(sheet):
    pdf = sheet()
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    for char, left, top, right, bottom in characters(pdf):
        assert 19.5 < left < right < 190.5, char
        assert not any(x0 < right and left < x1 and y0 < bottom and top < y1 for x0, y0, x1, y1 in CODES), char
        crosses = left < FIELDS[0] < right
        assert not crosses or bottom < 85 or top > 190, char


def test_boxes_of_the_fields_hold_what_is_written_in_them():
    values = [(top, bottom) for char, left, top, _, bottom in characters(fiche(LONG)) if left > 91 and 93 < top < 120]
    assert all(93 < top < bottom < 105 or 108.5 < top < bottom < 120.5 for top, bottom in values)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (replace(FICHE, nom="Fictive " * 30), "trop longs pour le code"),
        (replace(FICHE, nom="Ελένη " * 50), "trop long pour tenir"),
        (replace(FICHE, prenoms="山田"), "« Prénoms » : le caractère « 山 »"),
        (replace(FICHE, nom="Fic\u202etif"), "« Nom » : le caractère invisible U\\+202E"),
        (replace(FICHE, nom="Fic\udcfftif"), "« Nom » : le caractère invisible U\\+DCFF"),
    ],
)
def test_what_cannot_be_printed_is_said(fields, why):
    with pytest.raises(Misuse, match=why):
        fiche(fields)


def test_a_missing_typeface_is_asked_for_by_its_package(monkeypatch):
    monkeypatch.setattr(paper, "FONTS", Path("nowhere"))
    with pytest.raises(Misuse, match="fonts-dejavu-core"):
        fiche.__wrapped__()


@pytest.mark.parametrize("length", [1, 60, 120, 160, 200, 259])
def test_modules_are_never_too_fine_to_scan(length):
    drawn = symbol("A" * length)
    assert drawn.module >= MODULE_MM
    assert drawn.side + 2 * QUIET_MODULES * drawn.module <= SIDE_MM


def test_a_payload_that_no_scanner_would_read_is_refused():
    for length in (400, 9000):
        with pytest.raises(Misuse):
            symbol("A" * length)


@pytest.mark.parametrize(
    "sheet", [partial(fiche), partial(fiche, LONG), partial(bordereau)], ids=["fiche", "long names", "bordereau"]
)
def test_the_codes_are_vectors_with_a_quiet_zone_around(sheet):
    pdf = sheet()
    page = pypdfium2.PdfDocument(pdf)[0]
    assert not list(page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    grey = np.asarray(image(pdf, 254).convert("L"))  # ten pixels a millimetre
    for area in (grey[:560, 1480:], grey[2400:, :600]):
        rows, columns = (np.flatnonzero((area < 200).any(axis)) for axis in (1, 0))
        margins = (rows[0], columns[0], len(area) - 1 - rows[-1], area.shape[1] - 1 - columns[-1])
        assert min(margins) > QUIET_MODULES * MODULE_MM * 10
        assert abs((rows[-1] - rows[0]) - (columns[-1] - columns[0])) <= 1


@pytest.mark.parametrize(
    "code",
    [
        FicheCode(MARTIN, "FICTIVE", "ZOE", date(1980, 2, 1), None, None, DAY, "10691", "A2B3C4D5"),
        FicheCode(MARTIN, "", "", None, 3, 16, None, "", ""),
        BordereauCode("10691", "02A", "OFFICE FICTIF", 2, 11, DAY, "K7Q2M9XA4B"),
        AttestationCode(MARTIN, "enregistrement", date(2015, 12, 3), DAY, 1, 2),
        AttestationCode(MARTIN, "renouvellement", None, None, None, None),
    ],
)
def test_what_is_written_is_read_back(code):
    read_back = parse(written(code, KEY), DAY, RULES.keys, ())
    assert (read_back.trust, read_back.fields) == (CodeTrust.SIGNED, code)


def test_a_key_is_never_shown():
    assert "demonstration" not in json.dumps(repr(KEY))
