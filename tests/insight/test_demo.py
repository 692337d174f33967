"""The demonstration: what its operator answers, and what is counted at its door."""

from pipeline.domain.receipt import Canal
from pipeline.engine.answers import Answer
from pipeline.insight import demo
from pipeline.insight.demo import FIXTURES, MORNING
from pipeline.insight.evaluate.account import of_truth
from pipeline.insight.evaluate.golden import read_set
from pipeline.store import courrier
from tests.papers import MARTIN

PIECES = [
    {"piece": 1, "pages": [2], "dossier": MARTIN, "type": "LOG-QUI", "verdict": "acceptee", "motif": None},
    {"piece": 2, "pages": [3], "dossier": MARTIN, "type": None, "verdict": "rejetee", "motif": "I01"},
]
TRUTH = of_truth({"pages": [], "pieces": PIECES})


def test_the_operator_files_a_paper_where_it_belongs_as_what_it_is():
    said, words = demo._reply(TRUTH, (2,))
    assert said == Answer(type="LOG-QUI", numero_unique=MARTIN)
    assert words == f"--type LOG-QUI --dossier {MARTIN}"


def test_the_operator_rejects_a_paper_that_nobody_can_read():
    assert demo._reply(TRUTH, (3,)) == (Answer(motif="I01"), "--rejeter I01")


def test_the_operator_says_so_of_a_paper_that_cannot_be_identified():
    assert demo._reply(TRUTH, (9,)) == (Answer(motif="I07"), "--rejeter I07")


def test_every_envelope_of_paper_is_counted_at_the_door(house):
    demo._count(house, read_set(FIXTURES))
    with house.store.begin() as tx:
        counted = courrier.counted(tx)
    assert counted == {(MORNING.date(), Canal.PAPIER_GUICHET): 8, (MORNING.date(), Canal.PAPIER_DEMANDEUR): 3}
