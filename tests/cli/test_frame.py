"""What every command stands on: errors become sentences, and sentences have their exit status."""

import errno
import json
import sqlite3
import sys

import click
import psycopg
import pytest
from click.testing import CliRunner
from sqlalchemy.exc import InternalError, OperationalError, ProgrammingError

from pipeline.cli import frame
from pipeline.cli.frame import DONE, INTERNAL, LATER, QUARANTINE, USAGE
from pipeline.errors import Defect, InputFault, Misuse, Unavailable

NAME = "essai"


@pytest.fixture
def ended(monkeypatch):
    """Return how a command ends whose function ends so."""
    monkeypatch.setattr(frame.main, "commands", dict(frame.main.commands))

    def run(outcome):
        @frame.command(NAME)
        def function() -> int:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        return CliRunner().invoke(frame.main, [NAME])

    return run


@pytest.mark.parametrize("status", [DONE, QUARANTINE, LATER])
def test_a_command_exits_with_what_its_function_returns(ended, status):
    assert ended(status).exit_code == status


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Misuse("cela ne va pas"), USAGE),
        (Unavailable("plus tard"), LATER),
        (Defect("a promise"), INTERNAL),
        (InputFault("illisible"), INTERNAL),
        (OSError(errno.ENOSPC, "No space left on device"), LATER),
    ],
)
def test_what_we_raise_on_purpose_exits_by_its_kind(ended, error, status):
    assert ended(error).exit_code == status


GONE = OperationalError("SELECT nom", {}, psycopg.errors.AdminShutdown("terminating connection"))
CUT = InternalError(
    "SELECT nom", {}, psycopg.errors.IdleInTransactionSessionTimeout("idle"), connection_invalidated=True
)
ILL = OperationalError("SELECT nom", {}, sqlite3.OperationalError("disk I/O error"))
WRONG = ProgrammingError("SELECT nom", {}, psycopg.errors.UndefinedColumn("nom"))


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (GONE, LATER, "serveur"),
        (CUT, LATER, "PLI_BASE"),
        (ILL, INTERNAL, "disque"),
        (WRONG, INTERNAL, "ProgrammingError"),
    ],
)
def test_a_server_that_went_is_for_later_and_a_file_that_is_ill_is_not(ended, error, status, said):
    result = ended(error)
    assert result.exit_code == status
    assert said in result.stderr
    assert "SELECT" not in result.stderr


def test_what_nobody_foresaw_goes_through(ended):
    assert isinstance(ended(ZeroDivisionError()).exception, ZeroDivisionError)


def test_a_workspace_is_made_when_it_is_opened_and_let_go_after(tmp_path):
    with frame.opened(tmp_path / "espace") as house:
        assert (tmp_path / "espace" / "outbox" / "bilans").is_dir()
    with frame.held(tmp_path / "espace") as house:
        assert house.racine == tmp_path / "espace"


def test_an_environment_given_wins_over_the_process_s(tmp_path, monkeypatch):
    monkeypatch.setenv("PLI_MAINTENANT", "2026-05-06T12:00:00+02:00")
    with frame.opened(tmp_path, PLI_MAINTENANT="2026-05-07T12:00:00+02:00") as house:
        assert house.settings.now().day == 7


def test_no_bar_is_drawn_outside_a_terminal(capsys):
    with frame.progress("Lecture") as step:
        step(1, 2)
    assert capsys.readouterr() == ("", "")


def test_json_is_printed_alone_with_its_accents(capsys):
    frame.show_json({"état": "terminé"})
    shown = capsys.readouterr().out
    assert json.loads(shown) == {"état": "terminé"}
    assert "terminé" in shown


def test_the_frame_is_what_the_command_line_calls():
    assert isinstance(frame.main, click.Group)
    assert sys.modules["pipeline.cli"].main is frame.main
