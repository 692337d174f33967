"""A piece deposited wrong, on real papers: withdrawn, filed right by the next night, and everything still adds up."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from tests.scenarios.outside import held_at, speaking_to
from tests.scenarios.test_killed import running, wait_for
from tests.scenarios.workspace import FIXTURES, NIGHT, Workspace
from tests.sne.hostile import CUT_AFTER, TIMEOUT_AFTER, TIMEOUT_BEFORE, hostile, says

DONE, LATER = 0, 4
GOOD, RIGHT_TYPE = "smartphone-quittance.jpg", "PRO-ATE"
HTML = {"Content_Type": "text/html"}
WHY = ("--motif", "déposée par erreur")

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("outside")]


@pytest.fixture(scope="module")
def treated(tmp_path_factory):
    """A workspace with one piece, accepted; not to be changed."""
    workspace = Workspace(tmp_path_factory.mktemp("rectifier") / "espace")
    workspace.know_demandes()
    workspace.drop([GOOD])
    done = workspace.pli("traiter", now=NIGHT)
    assert done.returncode == DONE, done.stderr
    return workspace


@pytest.fixture
def deposited(treated, sne, tmp_path):
    """A workspace whose only piece is at the register behind ``sne``."""
    workspace = treated.copied(tmp_path / "espace")
    done = workspace.call("deverser", now=NIGHT, **speaking_to(sne))
    assert done.returncode == DONE, done.stderr
    return workspace


def the_piece(workspace):
    ((piece,),) = (bilan["pieces"] for bilan in workspace.bilans_of(GOOD))
    return piece


def another(number):
    """Return the demande of somebody else."""
    known = json.loads((FIXTURES / "demandes.json").read_text())
    return next(other for other, body in sorted(known.items()) if other != number and body["etat"] == "active")


def states(url, *numbers):
    return Counter((piece.type, piece.etat) for piece in held_at(url, numbers))


def assert_put_right(workspace, url, before):
    """The piece is at the register once as it should be, and once as withdrawn, and the workspace verifies."""
    outside = speaking_to(url)
    assert workspace.call("deverser", now=NIGHT, **outside).returncode == DONE
    after = the_piece(workspace)
    assert (after["type"], after["verdict"], after["depot"]["etat"]) == (RIGHT_TYPE, "acceptee", "depose")
    assert states(url, before["dossier"]) == Counter({(before["type"], "retiree"): 1, (RIGHT_TYPE, "active"): 1})
    checked = workspace.call("verifier", now=NIGHT, **outside)
    assert checked.returncode == DONE, checked.stdout


def test_a_piece_in_the_wrong_dossier_goes_to_its_own_and_is_recorded_as_a_breach(deposited, sne):
    before = the_piece(deposited)
    right = another(before["dossier"])
    outside = speaking_to(sne)
    done = deposited.call("rectifier", before["id"], "--dossier", right, *WHY, now=NIGHT, **outside)
    assert (done.returncode, "Violation" in done.stderr) == (DONE, True), done.stderr
    assert deposited.call("deverser", now=NIGHT, **outside).returncode == DONE
    assert states(sne, before["dossier"]) == Counter({(before["type"], "retiree"): 1})
    assert states(sne, right) == Counter({(before["type"], "active"): 1})
    ((place, breach),) = deposited.rows("SELECT numero_unique, violation FROM rectification")
    assert (place, breach) == (before["dossier"], 1)
    told = deposited.rows("SELECT sujet, evenement, detail FROM journal")
    assert not any(number in str(row) for row in told for number in (before["dossier"], right))
    assert deposited.call("verifier", now=NIGHT, **outside).returncode == DONE


def test_whatever_the_register_answers_the_piece_is_withdrawn_once_it_says_so(deposited, sne):
    before = the_piece(deposited)
    page = b"<html>maintenance</html>"
    faults = [
        TIMEOUT_BEFORE, says(500), says(503, Retry_After="1"), says(200, page), says(404, page, **HTML),
        says(200, b'{"reference": "SNE-AUTRE", "etat": "retiree"}'), says(502), CUT_AFTER, TIMEOUT_AFTER,
    ]  # fmt: skip
    ends = []
    with hostile(sne, *(replace(fault, on="POST") for fault in faults)) as register:
        outside = speaking_to(register.url, PLI_SNE_DELAI_S="1")
        while DONE not in ends:
            order = ("rectifier", before["id"], "--type", RIGHT_TYPE, *WHY)
            ends.append(deposited.call(*order, now=NIGHT, **outside).returncode)
    assert (set(ends[:-1]), len(ends) <= len(faults)) == ({LATER}, True)
    assert_put_right(deposited, sne, before)


def moments(workspace, url, number):
    """Return the steps of a rectification, as they are seen from outside."""
    return {
        "intended": lambda: workspace.rows("SELECT count(*) FROM rectification")[0][0] == 1,
        "withdrawn": lambda: any(state == "retiree" for _, state in states(url, number)),
        "written": lambda: workspace.rows("SELECT count(*) FROM rectification WHERE etat = 'retiree'")[0][0] == 1,
    }


@pytest.mark.parametrize("moment", ["intended", "withdrawn", "written"])
def test_a_rectification_that_is_killed_is_finished_by_the_same_command(deposited, sne, moment):
    before = the_piece(deposited)
    order = ("rectifier", before["id"], "--type", RIGHT_TYPE, *WHY)
    with running(deposited, *order, now=NIGHT, **speaking_to(sne)) as process:
        wait_for(moments(deposited, sne, before["dossier"])[moment], process)
    again = deposited.call(*order, now=NIGHT, **speaking_to(sne))
    assert again.returncode == DONE, again.stderr
    assert_put_right(deposited, sne, before)


def test_withdrawn_at_once_the_piece_waits_for_a_person_who_refuses_it(deposited, sne):
    before, outside = the_piece(deposited), speaking_to(sne)
    assert deposited.call("rectifier", before["id"], *WHY, now=NIGHT, **outside).returncode == DONE
    asked = json.loads(deposited.call("a-verifier", "--json", now=NIGHT, **outside).stdout)
    assert [(one["piece"], one["question"]) for one in asked] == [(before["id"], "depot")]
    done = deposited.call("trancher", before["id"], "--rejeter", "T08", now=NIGHT, **outside)
    assert (done.returncode, "Violation" in done.stderr) == (DONE, True), "it was in another's file, it turns out"
    assert deposited.call("deverser", now=NIGHT, **outside).returncode == DONE
    assert states(sne, before["dossier"]) == Counter({(before["type"], "retiree"): 1})
    assert deposited.call("verifier", now=NIGHT, **outside).returncode == DONE
