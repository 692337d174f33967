"""After an operator has answered every question: everything is decided, deposited once, told once."""

from __future__ import annotations

import email
import json
import re
from collections import Counter
from email.policy import default

import pytest

from pipeline.insight.evaluate.account import of_bilans, of_truth
from tests.scenarios.operator import answer_everything
from tests.scenarios.workspace import NIGHT, golden

SUBJECT = re.compile(r"\[Dossier unique\] (?P<reference>[A-Za-z0-9-]{1,32}) – \d+ pièces? déposées?, \d+ rejetées?")

pytestmark = pytest.mark.timeout(300)


def pieces(workspace):
    return [piece for bilan in workspace.bilans().values() for piece in bilan["pieces"]]


def test_nothing_is_left_undecided(ended):
    assert {bilan["etat"] for bilan in ended.bilans().values()} <= {"termine", "rejete"}
    assert {piece["verdict"] for piece in pieces(ended)} <= {"acceptee", "rejetee"}
    asked = ended.pli("a-verifier", "--json", now=NIGHT)
    assert (asked.returncode, json.loads(asked.stdout)) == (0, [])


def assert_each_piece_lies_with_its_owner(workspace):
    """What the machine filed and what the operator did: a person may file what lay under a forged code."""
    for name, pli in golden().items():
        truth = of_truth(pli.truth)
        for piece in of_bilans(workspace.bilans_of(name)).pieces:
            if piece.verdict == "acceptee":
                owners = {truth.piece_of[n].owner for n in piece.pages}
                assert owners == {piece.owner}, (name, piece.pages)


def test_each_accepted_piece_lies_with_its_owner(ended):
    assert_each_piece_lies_with_its_owner(ended)


def test_answers_read_nothing_again(ended, day):
    read = "SELECT id, essais FROM tache WHERE genre IN ('open', 'read', 'cut') ORDER BY id"
    readings = "SELECT count(*) FROM lecture"
    assert (ended.rows(read), ended.rows(readings)) == (day.rows(read), day.rows(readings))


def test_each_accepted_piece_is_deposited_once(ended):
    accepted = [piece for piece in pieces(ended) if piece["verdict"] == "acceptee"]
    assert {piece["depot"]["etat"] for piece in accepted} == {"depose"}
    assert all(piece["depot"] is None for piece in pieces(ended) if piece["verdict"] != "acceptee")
    register = Counter(path.stem for path in (ended.outbox / "sne").rglob("*.pdf"))
    assert register == Counter({piece["depot"]["cle"] for piece in accepted})
    for piece in accepted:
        (told,) = (ended.outbox / "sne").glob(f"2025-03-12/{piece['dossier']}/{piece['depot']['cle']}.json")
        held = json.loads(told.read_bytes())
        assert (held["reference"], held["sha256"]) == (piece["depot"]["reference"], piece["livrable"]["sha256"])
        assert (held["type"], held["pages"]) == (piece["type"], len(piece["pages"]))


def test_each_pli_is_told_once_or_has_a_reason_why_nobody_can_be(ended):
    mails = [email.message_from_bytes(mail, policy=default) for mail in ended.files("mels").values()]
    told = Counter(mail["X-Pli"] for mail in mails)
    untold = dict(ended.rows("SELECT pli, detail FROM envoi WHERE etat = 'non_notifiable'"))
    assert told.keys() | untold.keys() == ended.bilans().keys()
    assert told.keys().isdisjoint(untold)
    assert set(told.values()) == {1}
    assert all(untold.values()), "a reason stands beside every pli that nobody is told of"
    assert len({mail["Message-ID"] for mail in mails}) == len(mails)


def test_the_subject_of_a_mail_is_read_as_the_contract_writes_it(ended):
    for content in ended.files("mels").values():
        mail = email.message_from_bytes(content, policy=default)
        (bilan,) = (bilan for bilan in ended.bilans().values() if bilan["pli"] == mail["X-Pli"])
        assert SUBJECT.fullmatch(mail["Subject"])["reference"] == bilan["reference"]


def test_the_second_run_of_the_night_does_nothing(ended, tmp_path):
    again = ended.copied(tmp_path / "encore")
    before = again.files("sne", "mels", "bilans")
    deposited = again.pli("deverser", "--json", now=NIGHT)
    told = again.pli("notifier", "--json", now=NIGHT)
    assert set(json.loads(deposited.stdout).values()) == {0}
    assert {mail["etat"] for mail in json.loads(told.stdout)} <= {"non_notifiable"}
    assert again.files("sne", "mels", "bilans") == before


def test_the_workspace_verifies(ended):
    done = ended.pli("verifier", now=NIGHT)
    assert (done.returncode, done.stdout.strip()) == (0, "Tous les invariants tiennent.")


def test_the_operator_gets_to_the_end_where_nobody_can_be_asked(unasked, tmp_path):
    workspace = unasked.copied(tmp_path / "espace")
    answer_everything(workspace)
    bilans = workspace.bilans()
    assert {bilan["etat"] for bilan in bilans.values()} <= {"termine", "rejete"}
    assert_each_piece_lies_with_its_owner(workspace)
