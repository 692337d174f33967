"""Names and numéros uniques stand where the work needs them: never in logs, journal, subjects or names of files."""

from __future__ import annotations

import email
import json
from email.policy import default

import pytest

from pipeline.domain import numero_unique
from pipeline.domain.text import fold
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
