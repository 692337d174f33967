"""An audit that could not be made is never taken for one that found nothing."""

import json
import subprocess

import pytest

from scripts.audit import NONE, SOME, UNKNOWN, WORDS, main

HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"], "aliases": [], "description": ""}
SOUND = {"name": "a", "version": "1.0", "vulns": []}
HOLED = {"name": "b", "version": "1.0", "vulns": [HOLE]}


def answering(code, said, told=""):
    return lambda: subprocess.CompletedProcess([], code, said, told)


def told_of(*dependencies):
    return json.dumps({"dependencies": dependencies, "fixes": []})


def test_what_has_no_known_hole_is_said_to_have_none(capsys):
    assert main(answering(0, told_of(SOUND))) == NONE
    assert "Aucune faille" in capsys.readouterr().out


def test_a_hole_is_named_with_what_mends_it(capsys):
    assert main(answering(1, told_of(SOUND, HOLED))) == SOME
    assert "b 1.0 : PYSEC-2026-1, corrigée en 2.0" in capsys.readouterr().out


@pytest.mark.parametrize("told", ["ERROR:pip_audit._cli:a: Dependency not found and could not be audited", ""])
def test_no_answer_is_no_proof(capsys, told):
    assert main(answering(1, "", told)) == UNKNOWN
    said = capsys.readouterr().out
    assert said.startswith("Audit impossible, rien n'est prouvé")
    assert told.partition(":a")[0] in said


def test_an_answer_that_never_comes_is_no_proof_either(capsys):
    def silent():
        raise subprocess.TimeoutExpired("pip-audit", 600)

    assert main(silent) == UNKNOWN
    assert "Audit impossible" in capsys.readouterr().out


def test_it_is_asked_strictly_about_what_is_locked_by_hash():
    assert {"--strict", "--require-hashes", "--disable-pip"} <= set(WORDS)
