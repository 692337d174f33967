import json

from pipeline.insight.evaluate.evaluation import evaluation
from pipeline.insight.evaluate.report import as_json
from tests.insight.evaluate.sets import N, lot, piece, true


def measured():
    two = lot("fiche", "piece", "piece", true=[true(2), true(3)], found=[piece(2), piece(3, dossier=N)])
    return evaluation([two], 2.0, 3.0)


def test_every_share_stands_beside_its_counts():
    content = as_json(measured())
    assert content["decoupe"]["exactes"] == {"compte": 2, "sur": 2, "part": 1.0, "intervalle_95": [0.3424, 1.0]}
    assert content["mauvais_dossier"]["pieces"] == 1
    assert content["mauvais_dossier"]["acceptees"] == 2
    assert content["cout"]["pages_par_seconde"] == 1.5


def test_errors_name_the_pli_and_its_pages_and_nobody():
    written = json.dumps(as_json(measured()))
    assert '"pli": "lot", "pages": [3], "genre": "mauvais_dossier"' in written
    assert N not in written


def test_what_was_not_counted_is_null():
    content = as_json(evaluation([], 0.0, 0.0))
    assert content["types"]["macro_f1"] is content["cout"]["pages_par_seconde"] is None


def test_an_error_says_what_was_expected_and_found_and_where_its_page_is_shown():
    wrong = next(error for error in as_json(measured())["erreurs"] if error["genre"] == "mauvais_dossier")
    assert wrong["attendu"] == "pages 3 : dossier n° 1 du lot"
    assert wrong["trouve"] == "un dossier d'un autre lot"
    assert wrong["image"] == "mesures.html#e1"


def test_the_confusion_table_has_a_column_for_abstentions():
    said = [piece(1), piece(2, type=None), piece(3, type="LOG-QUI")]
    three = lot(*["piece"] * 3, true=[true(1), true(2), true(3)], found=said)
    assert as_json(evaluation([three], 1.0, 1.0))["types"]["table"] == {
        "trouves": ["LOG-QUI", "RES-BUL", None],
        "lignes": [{"vrai": "RES-BUL", "pieces": [1, 1, 1]}],
    }


def test_real_lots_are_told_apart_from_synthetic_ones_and_each_grade_by_itself():
    made = lot("piece", true=[true(1)], found=[piece(1)], tags=["bureau"])
    real = lot("piece", true=[true(1)], found=[piece(1, dossier=N)], tags=["reel", "difficile"])
    content = as_json(evaluation([made, real], 1.0, 1.0))
    other = content["autres_sources"][0]
    assert (content["source"], other["source"]) == ("synthetique", "reel")
    assert (content["mauvais_dossier"]["pieces"], other["mauvais_dossier"]["pieces"]) == (0, 1)
    assert (list(content["par_grade"]), list(other["par_grade"])) == (["bureau"], ["difficile"])
    assert (content["erreurs"], len(other["erreurs"])) == ([], 2)
