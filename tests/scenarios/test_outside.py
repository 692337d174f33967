"""The night against real servers: what the register and the mail server saw, when they answer and when they do not."""

from __future__ import annotations

import json
from collections import Counter
from email import message_from_bytes, policy

import pytest

from pipeline.mail.sink import receiving
from tests.scenarios.outside import held_at, mailing_to, speaking_to
from tests.scenarios.test_killed import running, wait_for
from tests.scenarios.workspace import NIGHT, golden
from tests.sne.hostile import CUT_AFTER, TIMEOUT_AFTER, TIMEOUT_BEFORE, hostile, says

LATER = 4
GOOD = "smartphone-quittance.jpg"

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("outside")]


@pytest.fixture
def workspace(answered, tmp_path):
    """The day with every question answered, before its night."""
    return answered.copied(tmp_path / "espace")


def numbers(workspace):
    return {dossier["numero_unique"] for bilan in workspace.bilans().values() for dossier in bilan["dossiers"]}


def deposits(workspace):
    """Return the deposits of the pieces accepted, by piece."""
    pieces = (piece for bilan in workspace.bilans().values() for piece in bilan["pieces"])
    return {piece["id"]: piece["depot"] for piece in pieces if piece["depot"] is not None}


def assert_each_is_there_once(workspace, url):
    told = deposits(workspace)
    assert {depot["etat"] for depot in told.values()} == {"depose"}
    held = held_at(url, numbers(workspace))
    assert Counter(piece.cle for piece in held) == Counter({depot["cle"] for depot in told.values()})
    references = {piece.cle: piece.reference for piece in held}
    assert all(depot["reference"] == references[depot["cle"]] for depot in told.values())


def test_a_whole_night_with_the_register_and_the_mail_server(workspace, sne, ended, tmp_path):
    post = tmp_path / "courrier"
    with receiving(post) as port:
        outside = speaking_to(sne, **mailing_to(port))
        for command in ("deverser", "notifier", "deverser", "notifier"):
            done = workspace.pli(command, now=NIGHT, **outside)
            assert done.returncode == 0, done.stderr
        checked = workspace.pli("verifier", now=NIGHT, **outside)
    assert checked.returncode == 0, checked.stdout
    assert_each_is_there_once(workspace, sne)
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(post.glob("*.eml"))]
    expected = [
        message_from_bytes(content, policy=policy.default)
        for path, content in ended.files("mels").items()
        if path.endswith(".eml")
    ]
    assert Counter(mail["Message-ID"] for mail in mails) == Counter(mail["Message-ID"] for mail in expected)
    assert {mail["X-Pli"]: mail["To"] for mail in mails} == {mail["X-Pli"]: mail["To"] for mail in expected}
    kept = json.loads(workspace.call("etat", "--json", now=NIGHT).stdout)["plis"]
    assert all("250" in pli["mail_detail"] for pli in kept if pli["mail"] == "envoye")


def test_a_register_that_is_not_there_keeps_the_work_for_later(workspace, sne, tmp_path):
    nobody = speaking_to("http://127.0.0.1:9")
    done = workspace.pli("deverser", now=NIGHT, **nobody)
    assert done.returncode == LATER, done.stderr
    assert workspace.pli("verifier", now=NIGHT, **nobody).returncode == 0, "nothing is said deposited yet"
    assert {depot["etat"] for depot in deposits(workspace).values()} == {"a_deposer"}
    assert workspace.pli("deverser", now=NIGHT, **speaking_to(sne)).returncode == 0
    assert_each_is_there_once(workspace, sne)


def test_a_wrong_token_stops_the_night_at_the_first_call_and_says_what_to_check(workspace, sne):
    with hostile(sne) as register:
        wrong = speaking_to(register.url, PLI_SNE_JETON="faux")
        done = workspace.pli("deverser", now=NIGHT, **wrong)
        assert len(register.heard) == 1
    assert (done.returncode, "PLI_SNE_JETON" in done.stderr) == (LATER, True)
    assert "faux" not in done.stderr
    assert not held_at(sne, numbers(workspace))


def test_whatever_the_register_answers_each_piece_ends_there_once(workspace, sne):
    """Time-outs before and after it commits, cuts, a page in HTML, errors, another key: then it calms down."""
    page, other = b"<html>maintenance</html>", b'{"reference": "x", "cle": "autre"}'
    faults = [
        TIMEOUT_AFTER, CUT_AFTER, TIMEOUT_BEFORE, says(500), says(200, page, commits=True),
        says(503, Retry_After="1"), says(201, other, commits=True), says(502), CUT_AFTER,
    ]  # fmt: skip
    with hostile(sne, *faults) as register:
        outside = speaking_to(register.url, PLI_SNE_DELAI_S="1")
        for _ in range(len(faults)):
            if workspace.pli("deverser", now=NIGHT, **outside).returncode == 0:
                break
        assert workspace.pli("verifier", now=NIGHT, **outside).returncode == 0
    assert_each_is_there_once(workspace, sne)


def test_a_night_killed_twice_against_the_register_deposits_each_piece_once(workspace, sne):
    whole = len(deposits(workspace))
    for share in (0.2, 0.6):
        with running(workspace, "deverser", now=NIGHT, **speaking_to(sne)) as process:
            wait_for(lambda share=share: len(held_at(sne, numbers(workspace))) >= share * whole, process)
    assert workspace.pli("deverser", now=NIGHT, **speaking_to(sne)).returncode == 0
    assert_each_is_there_once(workspace, sne)


def test_what_the_register_says_of_a_demande_is_asked_when_a_pli_is_settled(primed, sne):
    primed.drop([GOOD])
    waiting = primed.pli("traiter", **speaking_to("http://127.0.0.1:9"))
    assert (waiting.returncode, primed.bilans()) == (LATER, {})
    assert primed.pli("deverser", **speaking_to("http://127.0.0.1:9")).returncode == LATER
    with hostile(sne) as register:
        assert primed.pli("traiter", **speaking_to(register.url)).returncode == 0
        (bilan,) = primed.bilans_of(GOOD)
        (dossier,) = golden()[GOOD].truth["dossiers"]
        assert register.paths("GET") == [f"/v1/demandes/{dossier['numero_unique']}"]
    assert bilan["etat"] == "termine"
