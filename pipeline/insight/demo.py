"""A day at the mailroom, on the fixtures: drop, treat, answer, deposit, tell, check. ``make demo`` runs it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from rich.progress import Progress

from pipeline.engine import answers, day, outward
from pipeline.engine.house import House
from pipeline.insight import status, tables
from pipeline.insight.status import Pending
from pipeline.mailroom.inbox import companion_path, ok_path
from pipeline.upkeep.check_world import check_world

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "scans"
WORKSPACE = Path("demo")
STATION = "station-1"
MORNING, EVENING = "2025-03-12T09:00:00", "2025-03-12T21:00:00"
DEMANDES = "demandes.json"
NOT_DROPPED = {".json", ".md"}

console = tables.console()


def main() -> int:
    """Run the day in a fresh workspace; return 1 when something does not hold."""
    if not FIXTURES.is_dir():
        console.print(f"Les plis d'essai manquent ({FIXTURES}) : lancez « make fixtures ».")
        return 2
    shutil.rmtree(WORKSPACE, ignore_errors=True)
    (WORKSPACE / "config").mkdir(parents=True)
    shutil.copy(FIXTURES / DEMANDES, WORKSPACE / "config")  # what the register knows of these applicants
    house = House(WORKSPACE, {**os.environ, "PLI_MAINTENANT": MORNING})
    _say("Le matin : la station dépose les plis")
    console.print(f"{_drop()} fichiers déposés dans {WORKSPACE}/inbox/")
    _say("Le traitement : lire, découper, classer, juger, composer")
    _treat(house)
    _say("Un opérateur répond à une question")
    _answer_one(house)
    _say("La nuit : déverser au SNE, puis prévenir les expéditeurs")
    house = House(WORKSPACE, {**os.environ, "PLI_MAINTENANT": EVENING})
    night = outward.deverse(house, _quiet)
    told = outward.tell(house, _quiet).told
    console.print(f"{night.deposited} pièces déposées, {len(told)} plis notifiés")
    _say("Le lendemain : ce que chaque pli est devenu")
    return _close(house)


def _say(title: str) -> None:
    console.rule(f"[bold]{title}", align="left")


def _quiet(_done: int, _total: int) -> None:
    """Show nothing: these steps last a second."""


def _drop() -> int:
    """Drop every fixture as a scanner station does: companion, file, then the mark that it is complete."""
    files = [path for path in sorted(FIXTURES.iterdir()) if path.suffix not in NOT_DROPPED]
    for path in files:
        truth = json.loads((FIXTURES / f"{path.stem}.verite.json").read_bytes())
        folder = WORKSPACE / "inbox" / truth["canal"] / STATION
        folder.mkdir(parents=True, exist_ok=True)
        if companion_path(path).is_file():
            shutil.copy(companion_path(path), folder)
        shutil.copy(path, folder)
        ok_path(folder / path.name).touch()
    return len(files)


def _treat(house: House) -> None:
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Traitement", total=None)
        day.treat(house, (), None, lambda done, total: bar.update(task, completed=done, total=total))
    console.print(tables.of_statuses(status.overview(house).plis, house.settings.now()))


def _answer_one(house: House) -> None:
    pending = status.pending(house)
    if not pending:
        console.print("Aucune question ouverte.")
        return
    console.print(tables.of_pending(pending, house.settings.now()))
    chosen = next((item for item in pending if item.asked.candidates), pending[0])
    said, words = _reply(house, chosen)
    console.print(f"[bold]pli trancher {chosen.asked.piece} {words} --par Camille[/]")
    answers.answer(house, [chosen.asked.piece], said, "Camille")
    day.settle_again(house)


def _reply(house: House, item: Pending) -> tuple[answers.Answer, str]:
    """Answer as an operator who looked at the page: what the machine proposes, else it cannot be identified."""
    pieces = status.bilan_of(house, item.pli).pieces
    piece = next(piece for piece in pieces if piece.id == item.asked.piece)
    if piece.dossier is None or not item.asked.candidates:
        return answers.Answer(motif="I07"), "--rejeter I07"
    best = item.asked.candidates[0][0]
    return answers.Answer(type=best, numero_unique=piece.dossier), f"--type {best} --dossier {piece.dossier}"


def _close(house: House) -> int:
    found = status.overview(house).plis
    for item in found:
        console.print(tables.of_bilan(status.bilan_of(house, item.pli), house.rules))
    console.print(tables.of_statuses(found, house.settings.now()))
    violations = check_world(house)
    if violations:
        console.print(tables.of_violations(violations))
    else:
        console.print("[green]Tous les invariants tiennent.[/]")
    console.print(
        f"À regarder : les bilans dans {WORKSPACE}/outbox/bilans/, les mails dans {WORKSPACE}/outbox/mels/, "
        f"les pièces déposées dans {WORKSPACE}/outbox/sne/."
    )
    console.print(
        f"Puis : .venv/bin/pli a-verifier --racine {WORKSPACE}, .venv/bin/pli expliquer PIECE --racine {WORKSPACE}"
    )
    house.close()
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
