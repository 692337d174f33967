"""What is in the register after the night, against the paper that came in, pixel by pixel and word by word."""

from __future__ import annotations

from contextlib import closing
from functools import lru_cache
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import pdfa
from PIL import Image, ImageOps

from pipeline.domain.reader import READER_VERSION
from pipeline.store import lots
from tests.scenarios.workspace import golden

SMALL = (124, 175)
RENDER_SCALE = 0.5
ALIKE = 0.9
SURE_WORD = 0.8
OCTETS_MAX = 2_000_000

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(params=sorted(golden()))
def name(request):
    return request.param


def delivered(ended, name):
    """Return the accepted pieces of a lot, each with its file in the register."""
    pieces = [piece for bilan in ended.bilans_of(name) for piece in bilan["pieces"] if piece["verdict"] == "acceptee"]
    assert pieces, "every fixture has something to deliver"
    return [(piece, next((ended.outbox / "sne").rglob(f"{piece['depot']['cle']}.pdf"))) for piece in pieces]


def seen(image):
    """Return a page as seen from afar: small, grey, its mean taken off, of length one."""
    levels = np.asarray(image.convert("L").resize(SMALL, Image.Resampling.BOX), dtype=np.float64)
    levels -= levels.mean()
    return levels / np.linalg.norm(levels)


def rendered(path):
    with closing(pdfium.PdfDocument(path)) as pdf:
        return [pdf[k].render(scale=RENDER_SCALE).to_pil() for k in range(len(pdf))]


@lru_cache(maxsize=16)
def received(path: Path):
    """Return the pages of a fixture as they were scanned, by number."""
    if path.suffix == ".pdf":
        return dict(enumerate(rendered(path), start=1))
    if path.is_dir():
        return {int(side.stem.removeprefix("image")): received(side)[1] for side in path.iterdir()}
    with Image.open(path) as image:
        frames = range(getattr(image, "n_frames", 1))
        return {k + 1: (image.seek(k), ImageOps.exif_transpose(image).convert("L"))[1] for k in frames}


def upright(name):
    """Return the pages of a fixture, stood upright by the truth, by number."""
    turns = {page["n"]: page["rotation"] for page in golden()[name].truth["pages"]}
    return {n: image.rotate(-turns[n], expand=True) for n, image in received(golden()[name].path).items()}


def test_every_delivered_file_is_a_light_archive(ended, name):
    for piece, path in delivered(ended, name):
        assert path.stat().st_size <= OCTETS_MAX
        assert path.stat().st_size == piece["livrable"]["octets"]
        with pikepdf.open(path) as pdf:
            report = pdfa.check(pdf, "2b")
            assert report.verdict == "pass", (piece["id"], report.findings)


def test_the_words_that_were_read_can_be_selected(ended, name):
    (lot,) = {bilan["lot"] for bilan in ended.bilans_of(name)}
    with ended.house() as house, house.store.begin() as tx:
        readings = lots.readings(tx, lot, READER_VERSION)
    for piece, path in delivered(ended, name):
        with closing(pdfium.PdfDocument(path)) as pdf:
            texts = [pdf[k].get_textpage().get_text_range() for k in range(len(pdf))]
        for n, text in zip(piece["pages"], texts, strict=True):
            assert found(readings[n], text) >= SURE_WORD, f"page {n} of {name}"


def found(reading, text):
    """Return the share of the words read with confidence that a selection of the page gives."""
    sure = [word.text for word in reading.words if word.confidence >= SURE_WORD and len(word.text) > 2]
    return sum(word in text for word in sure) / len(sure) if sure else 1.0


def test_no_page_is_lost_swapped_or_upside_down(ended, name):
    papers = {n: seen(image) for n, image in upright(name).items() if not is_plain(image)}
    for piece, path in delivered(ended, name):
        for n, image in zip(piece["pages"], rendered(path), strict=True):
            page = seen(image)
            likeness = {k: float((page * paper).sum()) for k, paper in papers.items()}
            assert max(likeness, key=likeness.__getitem__) == n, f"page {n} of {name} looks like another"
            assert likeness[n] >= ALIKE, f"page {n} of {name}: {likeness[n]:.2f}"
            assert likeness[n] > float((page[::-1, ::-1] * papers[n]).sum()), f"page {n} of {name} is upside down"
            assert image.width < image.height or papers_are_wide(name, n)


def is_plain(image):
    return np.asarray(image.convert("L")).std() < 0.5


def papers_are_wide(name, n):
    width, height = upright(name)[n].size
    return width > height


def test_every_page_to_file_is_delivered_once_and_no_blank_nor_separator_is(ended, name):
    truth = golden()[name].truth
    roles = {page["n"]: page["role"] for page in truth["pages"]}
    filed = {n for piece in truth["pieces"] if piece["verdict"] != "rejetee" for n in piece["pages"]}
    pages = [n for piece, _ in delivered(ended, name) for n in piece["pages"]]
    assert len(pages) == len(set(pages))
    assert filed <= set(pages)
    assert {roles[n] for n in pages} == {"piece"}
