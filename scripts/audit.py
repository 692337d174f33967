# ruff: noqa: INP001 - a script, run by ``make audit``
"""Asks whether a locked distribution has a known hole, and never takes « nobody answered » for « there is none ».

Exit status: 0 none is known · 1 some are, named with the version that mends them · 4 nobody could say.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
NONE, SOME, UNKNOWN = 0, 1, 4
QUIETLY = ("--progress-spinner", "off", "--format", "json")
WORDS = ("--strict", "--require-hashes", "--disable-pip", *QUIETLY, "-r", str(LOCK))
ASK_S = 600

Audit = Callable[[], subprocess.CompletedProcess[str]]


def ask() -> subprocess.CompletedProcess[str]:
    """Run pip-audit: ``--strict``, since it is content otherwise when it could not ask about anything."""
    words = [sys.executable, "-m", "pip_audit", *WORDS]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=ASK_S)  # noqa: S603 - ours


def main(audit: Audit = ask) -> int:
    """Print what is known, in French, and return the exit status."""
    try:
        done = audit()
    except subprocess.TimeoutExpired:
        return _unknown("pas de réponse")
    try:
        holes = _holes(done.stdout)
    except ValueError:
        return _unknown(next(reversed(done.stderr.strip().splitlines()), "pas de réponse"))
    for hole in holes:
        _say(hole)
    _say(f"{len(holes)} faille(s) connue(s)." if holes else "Aucune faille connue dans les bibliothèques figées.")
    return SOME if holes else NONE


def _unknown(why: str) -> int:
    _say(f"Audit impossible, rien n'est prouvé : la base des failles ne répond pas d'ici ({why}).")
    _say("À relancer depuis une machine qui a accès à Internet.")
    return UNKNOWN


def _holes(said: str) -> list[str]:
    """Return each known hole as a line; ValueError when what was said is no answer."""
    return [
        f"{found['name']} {found['version']} : {hole['id']}, corrigée en {', '.join(hole['fix_versions']) or '(rien)'}"
        for found in json.loads(said)["dependencies"]
        for hole in found["vulns"]
    ]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
