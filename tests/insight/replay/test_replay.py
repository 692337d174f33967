"""Plis judged again by other rules: what would change is told, nothing does."""

from dataclasses import replace

import pytest

from pipeline.engine import answers
from pipeline.engine.night import deverse
from pipeline.errors import InputFault, Misuse
from pipeline.insight.replay import replay
from pipeline.stages.ingest import refuse
from pipeline.store import lots
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli, received, settle

FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 4)
PAGES = (FICHE, papers.bulletin(), papers.quittance(), papers.page("zzz", "MARTIN Claire"))


def quiet(_done, _total):
    """Watch nothing."""


def stricter(rules):
    """Rules by which payslips are not filed any more."""
    types = {code: kind for code, kind in rules.plan.types.items() if code != "RES-BUL"}
    return replace(rules, plan=replace(rules.plan, types=types))


def test_by_the_same_rules_nothing_would_change(house):
    name = file_pli(house, *PAGES)
    replayed = replay(house, [], quiet)
    assert [rerun.pli for rerun in replayed.judged] == [name]
    assert not replayed.changed


def test_every_pli_is_judged_in_order_of_receipt_or_those_named_in_theirs(house):
    first, second = file_pli(house, *PAGES, rank=2), file_pli(house, *PAGES, rank=1)
    told = []
    replayed = replay(house, [], lambda done, total: told.append((done, total)))
    assert [rerun.pli for rerun in replayed.reruns] == [first, second]
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert [rerun.pli for rerun in replay(house, [second, first, second], quiet).reruns] == [second, first]


def test_other_rules_show_what_they_would_change_and_what_is_deposited_already(house):
    name = file_pli(house, *PAGES)
    deverse(house, quiet)
    house.rules = stricter(house.rules)
    replayed = replay(house, [name], quiet)
    (rerun,) = replayed.changed
    (change,) = (change for change in rerun.changes if 2 in change.pages)
    assert (change.before[0].type, change.before[0].verdict) == ("RES-BUL", "acceptee")
    assert change.now[0].type != "RES-BUL"
    assert change.sent == (f"{name}-02",)
    assert replayed.as_json()["plis"] == [{"pli": name, "changements": [change.as_json() for change in rerun.changes]}]


def test_nothing_is_written(house, tmp_path):
    file_pli(house, *PAGES)
    deverse(house, quiet)
    house.rules = stricter(house.rules)
    before = contents(tmp_path)
    assert replay(house, [], quiet).changed
    assert contents(tmp_path) == before


def contents(racine):
    return {path: path.read_bytes() for path in sorted(racine.rglob("*")) if path.is_file()}


def test_what_an_operator_said_holds_in_a_replay_too(house):
    name = file_pli(house, *PAGES)
    answers.answer(house, [f"{name}-03"], answers.Answer(motif="I07"), "Camille")
    settle(house, name)
    assert not replay(house, [name], quiet).changed
    assert {piece.pages[0]: piece.motif for piece in bilan_of(house, name).pieces}[3] == "I07"


def test_an_answer_that_names_a_type_that_is_no_more_leaves_its_pli_out(house):
    name = file_pli(house, *PAGES)
    answers.answer(house, [f"{name}-03"], answers.Answer(type="RES-BUL"), "Camille")
    settle(house, name)
    house.rules = stricter(house.rules)
    ((pli, reason),) = replay(house, [], quiet).left_out
    assert pli == name
    assert "RES-BUL" in reason


def test_what_was_refused_whole_and_what_is_not_decided_yet_are_left_out(house):
    receipt = received(house, 0, rank=3)
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise-3", is_folder=False)
        original = house.store.blobs.path(receipt.source.sha256)
        refuse(tx, receipt, original, InputFault("Le fichier est vide."), house.settings)
    replayed = replay(house, [], quiet)
    assert [reason for _, reason in replayed.left_out] == ["refusé en bloc, il n'a pas de pages"]
    assert not replayed.judged


def test_an_unknown_pli_is_a_misuse_before_anything_is_judged(house):
    name = file_pli(house, *PAGES)
    with pytest.raises(Misuse, match="inconnu-1 : pli inconnu"):
        replay(house, [name, "inconnu-1"], pytest.fail)
