import json

from pipeline.insight.evaluate.measures import Cost, measure
from pipeline.insight.evaluate.report import as_json, write
from tests.insight.evaluate.sets import N, lot, piece, true


def measured():
    two = lot("fiche", "piece", "piece", true=[true(2), true(3)], found=[piece(2), piece(3, dossier=N)])
    return measure([two], Cost(2.0, 3.0))


def test_every_share_stands_beside_its_counts():
    content = as_json(measured())
    assert content["decoupe"]["exactes"] == {"compte": 2, "sur": 2, "part": 1.0}
    assert content["mauvais_dossier"]["pieces"] == 1
    assert content["mauvais_dossier"]["acceptees"] == 2
    assert content["cout"]["pages_par_seconde"] == 1.5


def test_errors_name_the_pli_and_its_pages_and_nobody():
    written = json.dumps(as_json(measured()))
    assert '"pli": "lot", "pages": [3], "genre": "mauvais_dossier"' in written
    assert N not in written


def test_what_was_not_counted_is_null():
    content = as_json(measure([], Cost(0.0, 0.0)))
    assert content["types"]["macro_f1"] is content["cout"]["pages_par_seconde"] is None


def test_the_measures_are_written_in_a_folder_made_for_them(tmp_path):
    write(measured(), tmp_path / "new")
    assert json.loads((tmp_path / "new" / "mesures.json").read_text(encoding="utf-8"))["schema"] == "mesures/1"
