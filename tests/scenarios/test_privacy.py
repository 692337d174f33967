"""Names and numéros uniques stand where the work needs them: never in logs, journal, subjects or names of files."""

from __future__ import annotations

import email
import json
import os
import subprocess
import sys
from email.policy import default
from pathlib import Path

import pytest

from pipeline.domain import numero_unique
from pipeline.domain.text import fold
from tests.net import TELLS
from tests.scenarios.workspace import FIXTURES, NIGHT, golden

SHORTEST_NAME = 4
PERSONAL_PLACES = ("sne/", "quarantaine/")

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def personal():
    """The numéros uniques of the fixtures, bare and as people write them, and the names of their applicants."""
    truths = [pli.truth for pli in golden().values()]
    told = {piece.get("dossier_vrai") for truth in truths for piece in truth["pieces"]}
    numbers = {dossier["numero_unique"] for truth in truths for dossier in truth["dossiers"]} | (told - {None})
    people = [body["demandeur"] for body in json.loads((FIXTURES / "demandes.json").read_bytes()).values()]
    names = {fold(person["nom"]) for person in people} | {fold(person["prenoms"]) for person in people}
    written = {numero_unique.spaced(number) for number in numbers}
    return {fold(text) for text in numbers | written} | {name for name in names if len(name) >= SHORTEST_NAME}


def leaks(text, personal):
    """Return how many of the names and numbers stand in a text: a test that fails must not show them."""
    folded = f" {fold(text)} "
    return sum(f" {secret} " in folded for secret in personal)


def test_the_net_catches_what_it_should(personal):
    person = json.loads((FIXTURES / "demandes.json").read_bytes())["057082448024310691"]
    assert (
        leaks(f"task {person['numero_unique']} of M. {person['demandeur']['nom']}, {person['courriel']}", personal) == 2
    )


def test_commands_say_nothing_personal(day, said, personal):
    spoken = said | {f"{command}, by day": day.call(command).stdout for command in ("etat", "a-verifier")}
    assert {command: count for command, text in spoken.items() if (count := leaks(text, personal))} == {}


@pytest.mark.parametrize("words", [("deverser",), ("notifier",), ("etat",), ("verifier",)])
def test_an_error_output_says_nothing_personal(ended, personal, words, tmp_path):
    done = ended.copied(tmp_path / "espace").call(*words, "--json", now=NIGHT)
    assert leaks(done.stderr, personal) == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT sujet, evenement, detail FROM journal",
        "SELECT id, sujet, ouvrier, raison FROM tache",
        "SELECT id, explication FROM lot",
        "SELECT id FROM pli",
        "SELECT message_id, detail FROM envoi",
        "SELECT raison FROM depot",
    ],
)
def test_the_rows_that_engineers_read_say_nothing_personal(ended, personal, query):
    rows = ended.rows(query)
    assert rows
    assert sum(leaks(json.dumps(row, ensure_ascii=False), personal) for row in rows) == 0


def test_the_headers_of_a_mail_and_its_first_words_say_nothing_personal(ended, personal):
    mails = [email.message_from_bytes(mail, policy=default) for mail in ended.files("mels").values()]
    for mail in mails:
        headers = [mail[name] for name in ("Subject", "X-Pli", "Message-ID", "From", "Auto-Submitted")]
        assert leaks(" ".join(headers), personal) == 0
        first = mail.get_body(("plain",)).get_content()[:100]
        assert leaks(first, personal) == 0, "mail readers show it beside the subject"
        assert not list(mail.iter_attachments())


def test_the_names_of_what_is_left_outside_the_register_say_nothing_personal(ended, personal):
    names = [path.relative_to(ended.outbox).as_posix() for path in ended.outbox.rglob("*")]
    assert sum(leaks(name, personal) for name in names if not name.startswith(PERSONAL_PLACES)) == 0


PLANTED = """
import logging, subprocess, sys
import click, pytest
from click.testing import CliRunner

@click.group()
def main(): ...

@main.command("etat", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1)
def etat(words):
    print("de M. Estebanez")

@main.command("bruit", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1)
def bruit(words):
    print("NADEGE OKONJWO", file=sys.stderr)

def run_as_pli(folder, line):
    script = folder / "pli"
    script.write_text(f"#!/bin/sh\\n{line}\\n")
    script.chmod(0o755)
    return subprocess.run([str(script), "notifier"], capture_output=True, text=True, check=True)

def test_leak_in_a_log():
    logging.getLogger("pipeline.x").warning("dossier %s", "0570824480243 10691")

def test_leak_in_an_error_that_is_logged():
    try:
        raise ValueError("M. Lormeau")
    except ValueError:
        logging.getLogger("pipeline.x").exception("rien")

def test_leak_that_is_printed():
    print("écrire à piotr.72@example.org")

def test_leak_on_the_error_output_of_a_command():
    CliRunner().invoke(main, ["bruit"])

def test_leak_of_a_process(tmp_path):
    run_as_pli(tmp_path, "echo Tranchevent")

def test_leak_before_the_test(request):
    request.getfixturevalue("early")

@pytest.fixture
def early():
    print("Vauquelain")

def test_sound_words():
    logging.getLogger("pipeline.x").warning("lot pg0570824480-1 : 3 pages")
    print("Estebanezia")

def test_sound_since_the_command_is_asked_for_it():
    CliRunner().invoke(main, ["etat"])

def test_sound_since_it_was_typed():
    CliRunner().invoke(main, ["bruit", "--nom", "Okonjwo"])

@pytest.mark.tells("it prints a page of its own")
def test_sound_since_it_says_why():
    print("Estebanez")

def test_sound_process(tmp_path):
    run_as_pli(tmp_path, "echo rien")
"""


def test_the_net_under_the_suite_catches_each_planted_leak_and_nothing_else(tmp_path):
    planted = tmp_path / "test_planted.py"
    planted.write_text(PLANTED)
    words = [sys.executable, "-m", "pytest", "-p", "tests.net", "-p", "no:cacheprovider", "-c", os.devnull, "-rA"]
    root = Path(__file__).resolve().parents[2]
    environ = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([*words, str(planted)], cwd=root, env=environ, capture_output=True, text=True, check=False)
    ended = dict(reversed(line.split("::")[:2]) for line in done.stdout.splitlines() if "::" in line)
    caught = {name.partition(" ")[0] for name, state in ended.items() if state.startswith(("FAILED", "ERROR"))}
    assert caught == {name for name in PLANTED.replace("(", " ").split() if name.startswith("test_leak")}
    assert "went out by the log (pipeline.x)" in done.stdout


def test_who_may_name_people_says_why():
    assert all(len(why) > 20 for why in TELLS.values())
