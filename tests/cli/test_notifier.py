"""``pli notifier``: what it says, what it writes in JSON, and how it ends."""

import json
import re

import pytest
from click.testing import CliRunner

from pipeline.cli import main, notifier
from pipeline.cli.frame import DONE, LATER, USAGE
from tests import papers
from tests.mail.dsn import dsn
from tests.papers import MARTIN
from tests.store.shelf import NOON, file_pli, opened

GUICHET = "guichet-10691@moselle.example"
REFUSED = (papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.releve())


@pytest.fixture
def pli(tmp_path):
    """A pli whose sender is to be told."""
    house = opened(tmp_path)
    pli = file_pli(house, *REFUSED)
    house.close()
    return pli


@pytest.fixture
def said(tmp_path, pli):
    """Run the command."""
    assert notifier.notify.name in main.commands

    def run(*words, **environ):
        known = {"PLI_MAINTENANT": NOON, "PLI_RACINE": str(tmp_path), **environ}
        return CliRunner().invoke(main, ["notifier", *words], env=known, prog_name="pli")

    return run


@pytest.fixture
def returned(said, tmp_path):
    """The report on the message about the pli, which was sent."""
    assert said().exit_code == DONE
    (sent,) = (tmp_path / "outbox" / "mels").glob("*.eml")
    name = re.search(r"^Message-ID: (\S+)", sent.read_text(), re.MULTILINE)[1]

    def write(**how):
        path = tmp_path / "avis.eml"
        path.write_bytes(dsn(message_id=name, final=f"rfc822; {GUICHET}", **how))
        return str(path)

    return write


def test_it_counts_what_it_sent(said):
    assert "1 messages envoyés, 0 refusés, 0 plis sans personne à prévenir, 0 en attente." in said().stdout
    assert "0 messages envoyés" in said().stdout


def test_a_server_that_is_not_there_keeps_the_message_for_later(said):
    done = said(PLI_MEL_TRANSPORT="smtp", PLI_MEL_HOTE="127.0.0.1", PLI_MEL_PORT="9")
    assert (done.exit_code, "1 en attente" in done.stdout) == (LATER, True)
    assert said().exit_code == DONE


def test_a_message_that_came_back_is_marked_and_said(said, returned, pli):
    done = said("--rebond", returned())
    assert (done.exit_code, f"Message revenu : pli {pli}." in done.stdout) == (DONE, True)
    assert GUICHET in done.stdout
    known = json.loads(said("--rebond", returned(), "--json").stdout)
    assert (known["pli"], known["etat"], known["revenu_de"]) == (pli, "refuse", [GUICHET])


def test_a_report_of_delay_changes_nothing_and_says_so(said, returned):
    done = said("--rebond", returned(action="delayed"))
    assert (done.exit_code, "aucun échec" in done.stdout) == (DONE, True)


@pytest.mark.parametrize("content", [b"Subject: absent\r\n\r\nJe suis absent.", dsn()])
def test_a_report_that_is_not_understood_is_a_wrong_usage_told_in_french(said, tmp_path, content):
    path = tmp_path / "autre.eml"
    path.write_bytes(content)
    done = said("--rebond", str(path))
    assert (done.exit_code, "--rebond : " in done.stderr) == (USAGE, True)


def test_a_report_is_noted_or_a_message_sent_again_not_both(said, returned, pli):
    done = said("--rebond", returned(), "--renvoyer", pli)
    assert (done.exit_code, "l'un ou l'autre" in done.stderr) == (USAGE, True)


def test_a_message_sent_again_tells_what_is_known_of_the_first(said, returned, pli):
    said("--rebond", returned())
    done = said("--renvoyer", pli)
    assert done.exit_code == DONE
    assert "Renvoyé" in done.stdout
    assert "revenu : 550 5.1.1" in done.stdout
    assert said().stdout.startswith("0 messages envoyés"), "who was told by the second sending is not told again"
