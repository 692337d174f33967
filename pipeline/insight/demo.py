"""A day at the mailroom, on the fixtures: drop, treat, answer, deposit, tell, check. ``make demo`` runs it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from rich.progress import Progress

from pipeline.domain.working_calendar import PARIS
from pipeline.durable import write_durably
from pipeline.engine import answers, day
from pipeline.engine.house import House
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.insight import status, tables
from pipeline.insight.day_page import render
from pipeline.insight.evaluate.golden import read_set
from pipeline.insight.status import Pending
from pipeline.mail.sink import receiving
from pipeline.sne.bouchon.serve import serving
from pipeline.upkeep.check_world import check_world

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "scans"
WORKSPACE = Path("demo")
PAGE = WORKSPACE / "journee.html"
MORNING, TONIGHT = datetime(2025, 3, 12, 9, tzinfo=PARIS), datetime(2025, 3, 12, 21, tzinfo=PARIS)

console = tables.console()


def main() -> int:
    """Run the day in a fresh workspace; return 1 when something does not hold."""
    if not FIXTURES.is_dir():
        console.print(f"Les plis d'essai manquent ({FIXTURES}) : lancez « make fixtures ».")
        return 2
    shutil.rmtree(WORKSPACE, ignore_errors=True)
    demandes, sne, post = FIXTURES / "demandes.json", WORKSPACE / "sne", WORKSPACE / "courrier"
    with serving(demandes=demandes, base=sne, now=lambda: TONIGHT) as url, receiving(post) as port:
        outside = {
            "PLI_SNE_CONNECTEUR": "http",
            "PLI_SNE_URL": url,
            "PLI_MEL_TRANSPORT": "smtp",
            "PLI_MEL_HOTE": "127.0.0.1",
            "PLI_MEL_PORT": str(port),
        }
        return _day({**os.environ, **outside}, post)


def _day(environ: Mapping[str, str], post: Path) -> int:
    with closing(House(WORKSPACE, {**environ, "PLI_MAINTENANT": MORNING.isoformat()})) as house:
        _say("Le matin : la station dépose les plis")
        console.print(f"{_drop()} plis déposés dans {WORKSPACE}/inbox/")
        _say("Le traitement : lire, découper, classer, juger, composer")
        _treat(house)
        _say("Un opérateur répond à une question")
        _answer_one(house)
    with closing(House(WORKSPACE, {**environ, "PLI_MAINTENANT": TONIGHT.isoformat()})) as house:
        _say("La nuit : déverser au SNE, puis prévenir les expéditeurs")
        night = deverse(house, _quiet)
        told = tell(house, _quiet).told
        console.print(f"{night.deposited} pièces déposées, {len(told)} plis notifiés")
        _say("Le lendemain : ce que chaque pli est devenu")
        return _close(house, post)


def _say(title: str) -> None:
    console.rule(f"[bold]{title}", align="left")


def _quiet(_done: int, _total: int) -> None:
    """Show nothing: these steps last a second."""


def _drop() -> int:
    """Drop every fixture as a scanner station does: companion, lot, then the mark that it is complete."""
    plis = read_set(FIXTURES)
    for pli in plis:
        pli.drop(WORKSPACE / "inbox")
    return len(plis)


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


def _close(house: House, post: Path) -> int:
    found = status.overview(house).plis
    console.print(tables.of_statuses(found, house.settings.now()))
    violations = check_world(house)
    if violations:
        console.print(tables.of_violations(violations))
    else:
        console.print("[green]Tous les invariants tiennent.[/]")
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(post.glob("*.eml"))]
    write_durably(PAGE, render(house, mails).encode())
    console.print(f"À regarder : [bold]{PAGE}[/], la journée en une page : chaque page reçue, son sort, les courriels.")
    console.print(f"Et : les bilans dans {WORKSPACE}/outbox/bilans/, ce que le SNE a reçu dans {WORKSPACE}/sne/.")
    console.print(
        f"Puis : .venv/bin/pli a-verifier --racine {WORKSPACE}, .venv/bin/pli expliquer PIECE --racine {WORKSPACE}"
    )
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
