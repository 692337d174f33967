import re
from datetime import date
from random import Random

import numpy as np
import pytest
import zxingcpp

from pipeline.domain.rules import Dialect
from pipeline.sheets.codes import CodeTrust, FicheCode, parse
from training import codes
from training.codes import UNSIGNED, Writing
from training.fonts import Family
from training.people import Office, household

DAY = date(2025, 3, 12)
OFFICE = Office("10691", "057", "HABITAT DU VAL")
KEYS = codes._keys()
LOOSE = [Dialect("tout", re.compile(r"(?P<nu>\d{3} ?\d{4} ?\d{6} ?[0-9A-Z]{5})"))]


def fiche(writing):
    home = household(Family.A, Random(4), DAY, OFFICE)
    return home, codes.fiche(home, writing, 3, 6, DAY, OFFICE, Random(1))


def test_a_signed_fiche_is_believed_and_says_what_it_was_told():
    home, payload = fiche(Writing.SIGNED)
    parsed = parse(payload, DAY, KEYS, ())
    assert parsed.trust is CodeTrust.SIGNED
    assert isinstance(parsed.fields, FicheCode)
    assert (parsed.fields.numero_unique, parsed.fields.documents, parsed.fields.pages) == (home.numero_unique, 3, 6)


def test_a_forged_fiche_names_its_number_but_is_never_believed():
    home, payload = fiche(Writing.FORGED)
    assert home.numero_unique in payload
    assert parse(payload, DAY, KEYS, LOOSE).trust is CodeTrust.BAD_SIGNATURE


@pytest.mark.parametrize("writing", UNSIGNED)
def test_other_dialects_carry_the_number_without_a_signature(writing):
    home, payload = fiche(writing)
    parsed = parse(payload, DAY, KEYS, LOOSE)
    assert parsed.trust is CodeTrust.UNSIGNED
    assert parsed.fields.numero_unique == home.numero_unique


def test_a_bordereau_and_an_attestation_are_signed():
    home, _ = fiche(Writing.SIGNED)
    for payload in (
        codes.bordereau(OFFICE, 2, 11, DAY, Random(2)),
        codes.attestation(home, Writing.SIGNED, "E", 1, 2, DAY, Random(2)),
    ):
        assert parse(payload, DAY, KEYS, ()).trust is CodeTrust.SIGNED


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_a_printed_code_has_modules_of_half_a_millimetre_and_can_be_read(dpi):
    _, payload = fiche(Writing.SIGNED)
    image = codes.drawn(payload, dpi)
    row = np.asarray(image.convert("L"))[codes.QUIET * (dpi // 50) + 1]
    finder = 7  # the top side of a finder pattern is seven modules long
    assert np.argmax(row[np.argmin(row) :]) >= finder * 0.5 * dpi / 25.4 - 1
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [payload]
