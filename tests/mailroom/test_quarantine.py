"""What could not be taken stays whole, with the reason beside it."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from pipeline.domain.receipt import Source
from pipeline.domain.working_calendar import PARIS
from pipeline.errors import InputFault
from pipeline.mailroom.quarantine import copies, set_aside
from tests import papers

NOW = datetime(2026, 5, 6, 10, 0, tzinfo=PARIS)


def original(tmp_path):
    path = tmp_path / "original"
    path.write_bytes(b"%PDF")
    return path


@pytest.mark.parametrize(
    ("nom", "kept"),
    [
        ("MARTIN Claire.PDF", "pg0000000000-1.pdf"),
        ("scan", "pg0000000000-1"),
        ("scan.../../x", "pg0000000000-1"),
        ("scan.tropdelettres", "pg0000000000-1"),
        ("archive.zip", "pg0000000000-1.zip"),
    ],
)
def test_a_file_is_set_aside_under_its_lot_with_its_extension(tmp_path, nom, kept):
    receipt = replace(papers.receipt(0), source=Source(nom, "0" * 64, 4))
    set_aside(tmp_path, receipt, original(tmp_path), InputFault("Ce fichier ne s'ouvre pas."), NOW)
    assert (tmp_path / "quarantaine" / "T10" / kept).read_bytes() == b"%PDF"


def test_the_reason_is_there_in_the_words_of_the_contract(tmp_path):
    receipt = replace(papers.receipt(0), source=Source("a.pdf", "0" * 64, 4))
    for _ in range(2):
        set_aside(tmp_path, receipt, original(tmp_path), InputFault("Trop lourd.", "T11"), NOW)
    assert json.loads((tmp_path / "quarantaine" / "T11" / "pg0000000000-1.json").read_bytes()) == {
        "source": {"nom": "a.pdf", "sha256": "0" * 64, "octets": 4},
        "motif": "T11",
        "explication": "Trop lourd.",
        "le": NOW.isoformat(),
        "lot": "pg0000000000-1",
    }
    assert len(list((tmp_path / "quarantaine" / "T11").iterdir())) == 2


def test_files_are_found_by_their_lot_with_their_reason(tmp_path):
    folder = tmp_path / "quarantaine" / "T10"
    folder.mkdir(parents=True)
    for name in ("pg01-1.pdf", "pg01-1.json", "pg02-1.json", ".x.tmp"):
        (folder / name).touch()
    found = {lot: [path.name for path in paths] for lot, paths in copies(tmp_path).items()}
    assert found == {"pg01-1": ["pg01-1.json", "pg01-1.pdf"], "pg02-1": ["pg02-1.json"]}
