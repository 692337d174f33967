"""The files of a simulation."""

import json
from xml.etree import ElementTree as ET

import pytest

from pipeline.errors import Misuse
from pipeline.insight.simulate.files import write


def test_a_page_its_drawings_and_its_figures_are_written(done, tmp_path):
    written = write(done[0], tmp_path / "sortie")
    names = ["simulation.html", "simulation.json", "annee.svg", "attente.svg", "delais.svg"]
    assert [path.name for path in written] == names
    for path in written[2:]:
        assert ET.parse(path).getroot().tag.endswith("svg")
    assert json.loads(written[1].read_text(encoding="utf-8"))["schema"] == "simulation/1"


def test_the_same_answers_give_the_same_bytes(done, tmp_path):
    first, again = (write(done[0], tmp_path / name) for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_a_place_that_cannot_be_written_is_misuse(done, tmp_path):
    (tmp_path / "sortie").write_text("")
    with pytest.raises(Misuse, match="ne peut pas être écrit"):
        write(done[0], tmp_path / "sortie")
