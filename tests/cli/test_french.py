"""Operators read French, in help and in errors."""

import re

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import main

ENGLISH = re.compile(r"\b(Usage:|Commands|Show this|Error|Missing|Invalid|No such|required\]|Got unexpected)")


def called(*arguments):
    return CliRunner().invoke(main, list(arguments))


def test_the_commands_are_listed_in_the_order_of_the_day():
    shown = called("--help").output
    assert shown.index("  init") < shown.index("  traiter") < shown.index("  deverser") < shown.index("  notifier")
    assert "Usage :" in shown
    assert "Commandes" in shown


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_in_french(name):
    done = called(name, "--help")
    assert done.exit_code == 0
    assert "Affiche cette aide." in done.output
    assert main.commands[name].help
    assert not ENGLISH.search(done.output)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["etat", "--inconnue"], "option inconnue : --inconnue."),
        (["bilan"], "il manque"),
        (["traiter", "--canal", "pigeon"], "ne convient pas"),
        (["deverser", "--date", "demain"], "ne convient pas"),
        (["trancher", "x", "--tourner", "3"], "écrivez par exemple 3=90"),
    ],
)
def test_a_wrong_command_is_told_what_is_wrong_and_exits_2(arguments, sentence):
    done = called(*arguments)
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert done.stderr.startswith("Erreur :")


@pytest.mark.parametrize(
    "arguments", [["inconnue"], ["traiter", "--canal", "pigeon"], ["etat", "a", "b"], ["deverser", "--date", "demain"]]
)
def test_no_english_sentence_comes_through(arguments):
    said = called(*arguments).stderr
    assert not re.search(r"No such command|is not one of|unexpected extra|does not match", said)


def test_a_command_without_arguments_says_its_help():
    assert "Commandes" in called().output


def test_an_interruption_is_a_sentence(monkeypatch):
    def interrupted(**_):
        raise click.Abort

    monkeypatch.setattr(main.commands["etat"], "callback", interrupted)
    done = called("etat")
    assert (done.exit_code, done.stderr) == (1, "Interrompu.\n")
