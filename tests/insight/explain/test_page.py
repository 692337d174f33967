"""The explanation as a file: pictures of the page, nothing of the network, and nobody else's to read."""

import stat

import numpy as np
import pytest

from pipeline.errors import Misuse
from pipeline.insight.explain import explain, write_page
from pipeline.insight.explain.page import render
from tests import papers
from tests.insight.pictures import png
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened

PAGES = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 1), papers.bulletin("MARTIN <b>Claire"))


@pytest.fixture
def house(tmp_path, monkeypatch):
    house = opened(tmp_path / "espace")
    put = house.store.blobs.put
    # The shelf keeps words in place of images: here each is a drawing.
    monkeypatch.setattr(
        house.store.blobs, "put", lambda content: put(drawing(content[-1]) if content[:2] == b"pg" else content)
    )
    yield house
    house.close()


def drawing(grey):
    return png(np.full((1170, 827), grey, np.uint8))


def explained(house):
    return explain(house, f"{file_pli(house, *PAGES)}-02")


def test_the_page_shows_the_piece_what_was_seen_on_it_in_large_and_what_decided(house):
    found = explained(house)
    html = render(house, found)
    assert html.count('src="data:image/jpeg;base64,') == 1 + sum(seen.zone is not None for seen in found.seen)
    assert 'class="zone" style="left:5.00%;top:8.00%;' in html
    for said in ("Ce qui a décidé", "rien ne s'y oppose", "RES-BUL", "probabilité", "page 2, en haut à gauche"):
        assert said in html.replace("\u00a0", " ").replace("&#39;", "'")


def test_the_page_asks_nothing_of_the_network(house):
    html = render(house, explained(house))
    assert "default-src 'none'" in html
    assert "http://" not in html.replace('http-equiv="', "")
    assert "<script" not in html


def test_a_page_that_cannot_be_decoded_is_told_without_its_image(tmp_path):
    house = opened(tmp_path)  # the shelf's images are no images
    html = render(house, explained(house))
    house.close()
    assert "ne peut pas être décodée" in html
    assert "<img" not in html


def test_the_file_is_its_owner_s_alone_even_when_it_was_there(house, tmp_path):
    path = tmp_path / "explication.html"
    path.write_text("ancien")
    path.chmod(0o644)
    write_page(house, explained(house), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().startswith("<!DOCTYPE html>")


def test_a_place_where_nothing_can_be_written_is_a_misuse(house, tmp_path):
    with pytest.raises(Misuse, match="ne peut pas être écrit"):
        write_page(house, explained(house), tmp_path / "nulle" / "part.html")
