import io
from collections import Counter

import pikepdf
import pytest
from PIL import Image

from training.plis import random_pli

pytestmark = pytest.mark.usefixtures("needs_fonts")
SEEDS = (1, 3)


@pytest.fixture(scope="module", params=SEEDS)
def pli(request):
    return random_pli(request.param, "difficile")


def images(pli):
    if pli.container == "pdf":
        with pikepdf.open(io.BytesIO(pli.content)) as pdf:
            return len(pdf.pages)
    return getattr(Image.open(io.BytesIO(pli.content)), "n_frames", 1)


def test_every_image_has_its_page_in_the_truth(pli):
    assert [page["n"] for page in pli.truth["pages"]] == list(range(1, images(pli) + 1))


def test_pieces_and_pages_tell_the_same_story(pli):
    told = {piece["piece"]: piece["pages"] for piece in pli.truth["pieces"]}
    seen: dict[int, list[int]] = {}
    for page in pli.truth["pages"]:
        if page["piece"] is not None:
            assert page["role"] == "piece"
            seen.setdefault(page["piece"], []).append(page["n"])
    assert told == seen


def test_plis_share_out_the_pages_of_their_lot(pli):
    assert [n for first, last in pli.truth["plis"] for n in range(first, last + 1)] == [
        page["n"] for page in pli.truth["pages"]
    ]


def test_counts_are_of_the_sides_that_bear_something(pli):
    written = Counter(page["dossier"] for page in pli.truth["pages"] if page["role"] != "blanche")
    for dossier in pli.truth["dossiers"]:
        assert dossier["compte"]["pages"] == written[dossier["numero_unique"]]


def test_what_no_sheet_opened_is_left_to_a_person(pli):
    opened = {dossier["numero_unique"] for dossier in pli.truth["dossiers"]}
    for piece in pli.truth["pieces"]:
        if piece["dossier"] is None:
            assert piece["verdict"] == "a_verifier"
            assert piece["dossier_vrai"] not in opened
        else:
            assert piece["dossier"] in opened
            assert (piece["verdict"] == "rejetee") == (piece["motif"] is not None)


def test_the_same_seed_gives_the_same_bytes():
    one, two = random_pli(3, "difficile"), random_pli(3, "difficile")
    assert (one.content, one.truth, one.companion) == (two.content, two.truth, two.companion)
