import json
import os

import pytest
from PIL import Image

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.rehearsal import evaluate


@pytest.fixture
def golden(tmp_path):
    """A folder of two blank sides, one of which the truth holds for a piece, and a file that is no scan."""
    folder = tmp_path / "golden"
    (folder / "faces").mkdir(parents=True)
    for side in (1, 2):
        Image.new("L", (330, 470), 250 + side).save(folder / "faces" / f"{side}.png", dpi=(40, 40))
    pages = [{"n": 1, "role": "blanche"}, {"n": 2, "role": "piece"}]
    (folder / "faces.verite.json").write_text(json.dumps({"pages": pages, "pieces": []}))
    (folder / "lettre.txt").write_text("ceci n'est pas un scan")
    (folder / "lettre.verite.json").write_text('{"pages": [], "pieces": []}')
    return folder


def test_a_golden_set_goes_through_a_house_apart(golden, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setenv("PLI_BASE", f"sqlite:///{elsewhere}/real.sqlite")
    monkeypatch.setenv("PLI_BLOBS", str(elsewhere / "blobs"))
    monkeypatch.setenv("PLI_PARALLELE", "1")
    before, kept = dict(os.environ), sorted(golden.rglob("*"))
    measured = evaluate(golden, os.environ, None, lambda _done, _total: None)
    whole = measured.sources[0].whole
    assert whole.registers.balanced == Share(2, 2)
    assert whole.roles.lost == 0
    assert whole.pages == 2
    assert measured.cost.cpu_seconds > 0
    assert list(measured.pictures) == [("faces", 2)]
    assert list(elsewhere.iterdir()) == []
    assert dict(os.environ) == before
    assert sorted(golden.rglob("*")) == kept
