"""An envelope that goes through a scanner a second time: other pixels, the same papers."""

from __future__ import annotations

import io
import json

import img2pdf
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from pipeline.mailroom.inbox import companion_path, ok_path
from tests.scenarios.workspace import FIXTURES, NIGHT

ENVELOPE = "guichet-codes-abimes.pdf"
DPI, LEAN, NOISE = 170, 0.7, 4.0

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("inbox")]


def scanned_again(path):
    """Return the same sheets from another scanner: another resolution, a little askew, with its own noise."""
    dice = np.random.default_rng(20250313)
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in pdf]
    images = []
    for page in pages:
        pixels = np.asarray(page.rotate(LEAN, Image.Resampling.BICUBIC, fillcolor=255), dtype=np.float32)
        noisy = np.clip(pixels + dice.normal(0.0, NOISE, pixels.shape), 0, 255).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(noisy).save(out, "JPEG", quality=70, dpi=(DPI, DPI))
        images.append(out.getvalue())
    return img2pdf.convert(images)


@pytest.fixture
def twice(primed):
    """A workspace that treated an envelope, then the same envelope scanned again under another name."""
    primed.know_demandes()
    primed.drop([ENVELOPE])
    assert primed.pli("traiter").returncode == 0
    station = primed.inbox / "papier-guichet" / "station-2"
    station.mkdir(parents=True)
    again = station / "deuxieme-passage.pdf"
    again.write_bytes(scanned_again(FIXTURES / ENVELOPE))
    companion_path(again).write_bytes(companion_path(FIXTURES / ENVELOPE).read_bytes())
    ok_path(again).touch()
    assert primed.pli("traiter").returncode == 0
    return primed


def test_it_is_held_with_a_question_and_nothing_of_it_is_deposited(twice):
    (first,), (second,) = twice.bilans_of(ENVELOPE), twice.bilans_of("deuxieme-passage.pdf")
    assert first["source"]["sha256"] != second["source"]["sha256"]
    assert "envoi_deja_vu" in {anomaly["code"] for anomaly in second["anomalies"]}
    assert second["etat"] == "a_verifier"
    assert "acceptee" in {piece["verdict"] for piece in first["pieces"]}
    assert "acceptee" not in {piece["verdict"] for piece in second["pieces"]}
    asked = json.loads(twice.call("a-verifier", "--json").stdout)
    assert any(item["pli"] == second["pli"] and "déjà" in item["explication"] for item in asked)
    assert twice.call("deverser", now=NIGHT).returncode == 0
    deposited = {json.loads(path.read_bytes())["pli"] for path in (twice.outbox / "sne").rglob("*.json")}
    assert deposited == {first["pli"]}
