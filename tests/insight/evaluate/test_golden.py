import json

import pytest

from pipeline.errors import Misuse
from pipeline.insight.evaluate.golden import read_set


def put(folder, name, truth="{}", companion=None, suffix=".pdf"):
    (folder / f"{name}{suffix}").write_bytes(b"scan of " + name.encode())
    (folder / f"{name}.verite.json").write_text(truth)
    if companion is not None:
        (folder / f"{name}{suffix}.json").write_text(companion)


def test_a_set_is_read_by_name(tmp_path):
    put(tmp_path, "b.2", suffix=".tif")
    put(tmp_path, "a")
    assert [(pli.name, pli.path.name) for pli in read_set(tmp_path)] == [("a", "a.pdf"), ("b.2", "b.2.tif")]


@pytest.mark.parametrize(
    ("companion", "truth", "canal"),
    [
        ({"canal": "pwp"}, {"canal": "mel"}, "pwp"),
        ({"canal": "poste"}, {"canal": "mel"}, "mel"),
        ({}, {}, "papier-guichet"),
    ],
)
def test_the_channel_is_that_of_the_companion_else_of_the_truth(tmp_path, companion, truth, canal):
    put(tmp_path, "a", json.dumps(truth), json.dumps(companion))
    assert read_set(tmp_path)[0].canal == canal


def test_a_companion_that_does_not_parse_is_for_the_house_to_refuse(tmp_path):
    put(tmp_path, "a", companion="{")
    (pli,) = read_set(tmp_path)
    pli.drop(tmp_path / "inbox")
    assert (tmp_path / "inbox/papier-guichet/a.pdf.json").read_text() == "{"


def test_a_lot_is_dropped_as_a_station_would_and_stays_where_it_was(tmp_path):
    put(tmp_path, "a", '{"canal": "mel"}')
    read_set(tmp_path)[0].drop(tmp_path / "inbox")
    assert sorted(path.name for path in (tmp_path / "inbox/mel").iterdir()) == ["a.pdf", "a.pdf.ok"]
    assert (tmp_path / "a.pdf").is_file()


def test_a_folder_of_images_is_a_lot(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.png").write_bytes(b"image")
    (tmp_path / "a.verite.json").write_text("{}")
    read_set(tmp_path)[0].drop(tmp_path / "inbox")
    assert (tmp_path / "inbox/papier-guichet/a/1.png").is_file()
    assert (tmp_path / "inbox/papier-guichet/a.ok").is_file()


def test_a_folder_without_truth_is_no_set(tmp_path):
    with pytest.raises(Misuse, match="verite"):
        read_set(tmp_path)
    with pytest.raises(Misuse, match="n'existe pas"):
        read_set(tmp_path / "nowhere")


@pytest.mark.parametrize("truth", ["{", "[]"])
def test_a_truth_that_is_no_object_is_named(tmp_path, truth):
    put(tmp_path, "a", truth)
    with pytest.raises(Misuse, match=r"a\.verite\.json"):
        read_set(tmp_path)


def test_a_truth_about_no_file_or_two_is_named(tmp_path):
    put(tmp_path, "a")
    (tmp_path / "a.tif").write_bytes(b"another")
    with pytest.raises(Misuse, match="2 fichiers"):
        read_set(tmp_path)
