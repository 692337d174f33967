import json
from collections import Counter
from pathlib import Path

import pytest

from pipeline.domain.receipt import Canal
from training import paper_lots, sent_lots
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
    assert len(types) >= 20
    assert sum(len(truth["plis"]) for truth in truths.values()) == 16


def test_every_channel_has_a_lot(truths):
    assert {truth["canal"] for truth in truths.values()} == set(Canal)


def test_what_opens_a_dossier_is_what_the_channel_allows(truths):
    opened = {truth["canal"]: set() for truth in truths.values()}
    for truth in truths.values():
        opened[truth["canal"]] |= {dossier["code"] for dossier in truth["dossiers"]}
    for canal, codes in opened.items():
        assert codes == ({"fourni"} if Canal(canal).takes_number_from_companion else {"signed", "unsigned"}), canal


def test_a_number_said_beside_a_secured_mail_opens_nothing(truths):
    companion = json.loads((SCANS / "mel-securise-fiches.pdf.json").read_bytes())
    first, second = truths["mel-securise-fiches"]["pages"][:2]
    assert (first["role"], first["dossier"]) == ("hors_dossier", None)
    assert (second["role"], second["dossier"]) == ("fiche", companion["numero_unique"])


def test_whoever_sends_without_paper_can_be_told(truths):
    for name, truth in truths.items():
        if not truth["canal"].startswith("papier-"):
            (companion,) = (path for path in SCANS.glob(f"{name}*.json") if ".verite" not in path.name)
            assert json.loads(companion.read_bytes())["courriel"].endswith("@example.org")


def test_half_of_the_sheets_that_open_are_unsigned(truths):
    codes = Counter(dossier["code"] for truth in truths.values() for dossier in truth["dossiers"])
    assert codes["signed"] <= codes["unsigned"] + 1


def test_the_set_is_small():
    assert sum(path.stat().st_size for path in SCANS.rglob("*")) < 12_000_000


@pytest.mark.parametrize("lot", [sent_lots.telephone, sent_lots.mail, paper_lots.images_a_side])
def test_a_lot_drawn_again_is_the_one_that_was_committed(needs_fonts, tmp_path, lot):
    scanned(*lot()).write(tmp_path)
    drawn = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert drawn
    for path in drawn:
        assert path.read_bytes() == (SCANS / path.relative_to(tmp_path)).read_bytes(), path.name
