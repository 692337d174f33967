import json
import stat

import pytest

from pipeline.errors import Misuse
from pipeline.insight.evaluate.evaluation import evaluation
from pipeline.insight.evaluate.files import write
from tests.insight.evaluate.sets import lot, piece, true


def measured():
    return evaluation([lot("piece", true=[true(1)], found=[piece(1)])], 1.0, 1.0)


def test_the_measures_are_written_in_a_folder_made_for_them(tmp_path):
    write(measured(), tmp_path / "new")
    assert json.loads((tmp_path / "new" / "mesures.json").read_text(encoding="utf-8"))["schema"] == "mesures/1"
    assert (tmp_path / "new" / "mesures.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_page_is_for_its_owner_alone_even_over_one_that_was_not(tmp_path):
    page = tmp_path / "mesures.html"
    page.write_text("before")
    page.chmod(0o644)
    write(measured(), tmp_path)
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_a_page_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "mesures.html").mkdir()
    with pytest.raises(Misuse, match=r"mesures\.html"):
        write(measured(), tmp_path)
