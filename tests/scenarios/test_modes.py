"""Who may read what a day leaves behind, and where secrets never show."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import click
import pytest

from pipeline.cli import main
from pipeline.settings import load
from tests.scenarios.outside import TOKEN, speaking_to, standing_in
from tests.scenarios.workspace import NIGHT

pytestmark = pytest.mark.timeout(300)

OTHERS = 0o007
SECRET_WORDS = ("jeton", "secret", "passe", "cle", "token")
NOBODY_THERE = "http://127.0.0.1:9"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def below(folder: Path) -> list[Path]:
    return [Path(place) / name for place, folders, files in os.walk(folder) for name in folders + files]


def test_the_doors_of_a_workspace_are_closed(ended):
    doors = {name: oct(mode(ended.racine / name)) for name in ("var", "outbox", "config")}
    assert doors == {"var": "0o700", "outbox": "0o750", "config": "0o750"}


def test_what_is_left_outside_is_for_the_group_to_read_and_for_nobody_to_change(ended):
    wrong = [path for path in below(ended.outbox) if path.is_file() and mode(path) != 0o640]
    assert wrong == []
    assert [path for path in below(ended.outbox) if path.is_dir() and mode(path) & 0o022] == []


def test_what_was_received_and_composed_is_sealed(ended):
    blobs = [path for path in below(ended.racine / "var" / "blobs") if path.is_file()]
    assert blobs
    assert {oct(mode(path)) for path in blobs} == {"0o440"}


def test_an_inbox_that_is_made_is_closed_to_others_and_one_that_was_set_stays_as_it_was(workspace):
    assert workspace.call("init").returncode == 0
    assert mode(workspace.inbox) & OTHERS == 0
    workspace.inbox.chmod(0o2773)
    assert workspace.call("etat").returncode == 0
    assert mode(workspace.inbox) == 0o2773


def test_a_door_left_open_is_closed_by_the_next_command_and_what_else_was_set_on_it_stays(workspace):
    assert workspace.call("init").returncode == 0
    for name in ("var", "outbox"):
        (workspace.racine / name).chmod(0o2777)
    assert workspace.call("etat").returncode == 0
    assert (mode(workspace.racine / "var"), mode(workspace.outbox)) == (0o2700, 0o2750)


def test_a_day_verifies_its_own_doors(ended, tmp_path):
    workspace = ended.copied(tmp_path / "espace")
    assert '"installation": []' in workspace.call("verifier", "--json", now=NIGHT).stdout


@pytest.mark.parametrize("words", [("deverser",), ("etat", "--json"), ("verifier", "--json"), ("notifier",)])
def test_a_token_is_never_said_even_when_what_asks_for_it_does_not_answer(ended, tmp_path, words):
    workspace = ended.copied(tmp_path / "espace")
    done = workspace.call(*words, now=NIGHT, **speaking_to(NOBODY_THERE))
    assert TOKEN not in done.stdout + done.stderr


def test_no_option_takes_a_secret_since_everybody_reads_the_words_of_a_command():
    named = {parameter.name for command in commands(main) for parameter in command.params if parameter.name}
    assert {name for name in named if any(word in name.split("_") for word in SECRET_WORDS)} == set()


def test_a_token_is_in_no_words_of_a_process(tmp_path):
    with standing_in(tmp_path / "sne"):
        running = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert any(b"bouchon-sne" in words for words in running)
    assert not any(TOKEN.encode() in words for words in running)


def test_an_address_that_may_hold_a_password_is_not_shown(tmp_path):
    given = {"PLI_BASE": "postgresql://pli:mot-secret@base/pli", "PLI_REDIS": "redis://:mot-secret@redis"}
    assert "mot-secret" not in repr(load(tmp_path, given))


def commands(group: click.Group) -> list[click.Command]:
    own = list(group.commands.values())
    return own + [below for command in own if isinstance(command, click.Group) for below in commands(command)]
