import json
from collections import Counter
from pathlib import Path

import pytest

from training import fixtures
from training.plis import scanned

SCANS = Path(__file__).parents[2] / "fixtures" / "scans"


@pytest.fixture(scope="module")
def truths():
    return {
        path.name.removesuffix(".verite.json"): json.loads(path.read_text()) for path in SCANS.glob("*.verite.json")
    }


def test_the_set_shows_what_was_promised(truths):
    tags = {tag for truth in truths.values() for tag in truth["tags"]}
    assert {
        "manuscrit", "hors_perimetre", "illisible", "code_torn", "code_forged", "comptes_faux", "recto_verso",
        "page_retournee", "page_vectorielle", "hors_dossier",
    } <= tags  # fmt: skip
    types = {piece["type"] for truth in truths.values() for piece in truth["pieces"] if piece["verdict"] == "acceptee"}
    assert len(types) >= 15
    assert sum(len(truth["plis"]) for truth in truths.values()) == 12


def test_half_of_the_sheets_that_open_are_unsigned(truths):
    codes = Counter(dossier["code"] for truth in truths.values() for dossier in truth["dossiers"])
    assert codes["signed"] <= codes["unsigned"] + 1


def test_the_set_is_small():
    assert sum(path.stat().st_size for path in SCANS.iterdir()) < 8_000_000


def test_a_lot_drawn_again_is_the_one_that_was_committed(needs_fonts):
    plan, rng = fixtures.telephone()
    again = scanned(plan, rng)
    assert again.truth == json.loads((SCANS / "smartphone-quittance.verite.json").read_text())
    assert again.content == (SCANS / "smartphone-quittance.jpg").read_bytes()
