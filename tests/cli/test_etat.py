"""``pli etat``: what is open, what is urgent, and the register."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.engine.presence import Presence
from pipeline.store.presence import Role
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import LATE, NOON, file_pli, opened

DOUBTFUL = (papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.page("zzz", "MARTIN Claire"))
MISUSE = 2


@pytest.fixture
def pli(tmp_path):
    house = opened(tmp_path)
    name = file_pli(house, *DOUBTFUL)
    house.close()
    return name


@pytest.fixture
def called(tmp_path):
    def call(*words, now=NOON):
        return CliRunner().invoke(main, words, env={"PLI_RACINE": str(tmp_path), "PLI_MAINTENANT": now})

    return call


def test_a_deadline_far_off_is_shown_and_not_cried_over(pli, called):
    said = called("etat").stdout
    assert pli in said
    assert "Échéances à sauver" not in said


def test_a_deadline_that_is_past_comes_with_what_would_save_it(pli, called):
    said = called("etat", now=LATE).stdout
    for words in ("Échéances à sauver", "échéance passée", "1 question ouverte", "« pli a-verifier »"):
        assert words in said
    (late,) = json.loads(called("etat", "--json", now=LATE).stdout)["echeances"]
    assert (late["pli"], late["urgence"]) == (pli, "passee")


def test_nobody_watching_is_said(called):
    assert "Personne ne veille" in called("etat").stdout
    assert json.loads(called("etat", "--json").stdout)["service"] is None


def test_the_register_names_what_does_not_balance(pli, called):
    said = " ".join(called("etat", "--registre", now=LATE).stdout.split())
    assert "Écart : K7Q2M9XA4B : pièces à vérifier : 1" in said
    found = json.loads(called("etat", "--registre", "--du", "2026-05-06", "--au", "2026-05-06", "--json").stdout)
    assert [envelope["envoi"] for envelope in found["envois"]] == ["K7Q2M9XA4B"]
    assert (found["ecarts"], len(found["en_cours"])) == ([], 1)
    assert json.loads(called("etat", "--registre", "--au", "2026-05-05", "--json").stdout)["envois"] == []


def test_nobody_at_work_is_said_and_whoever_is_there_is_shown(called, tmp_path):
    assert "Aucun processus n'est là" in called("etat", "--machines").stdout
    assert json.loads(called("etat", "--machines", "--json").stdout) == []
    house = opened(tmp_path)
    Presence(Role.WATCH).tell(house)
    house.close()
    assert "surveiller" in called("etat", "--machines").stdout
    assert [one["role"] for one in json.loads(called("etat", "--machines", "--json").stdout)] == ["surveiller"]


def test_the_gauges_are_written_as_programs_read_them(pli, called):
    said = called("etat", "--metriques").stdout
    assert 'pli_plis_ouverts{echeance="plus_tard"} 1.0' in said
    assert said.endswith("\n")
    assert not said.endswith("\n\n")


def test_a_pli_and_its_bilan_are_the_same(pli, called):
    assert called("etat", pli, "--json").stdout == called("bilan", pli, "--json").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--du", "2026-05-06"),
        ("--registre", "--tout"),
        ("--machines", "--metriques"),
        ("un-pli", "--machines"),
        ("un-pli", "--registre"),
        ("--registre", "--du", "2026-05-07", "--au", "2026-05-06"),
        ("--registre", "--du", "hier"),
        ("inconnu-1",),
    ],
)
def test_what_cannot_be_asked_together_is_a_sentence(called, words):
    done = called("etat", *words)
    assert done.exit_code == MISUSE
    assert done.stderr.startswith("Erreur")


@pytest.mark.parametrize(("now", "said"), [(NOON, False), ("2050-01-02T12:00:00+01:00", True)])
def test_verifying_says_ahead_that_the_calendar_ends_which_is_no_fault_yet(called, now, said):
    done = called("verifier", now=now)
    assert ("À prévoir" in done.stdout) is said
    assert bool(json.loads(called("verifier", "--json", now=now).stdout)["a_prevoir"]) is said
