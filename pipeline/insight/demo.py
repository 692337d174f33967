"""A day at the mailroom, on the fixtures: count, drop, treat, answer, deposit, tell, report, check.

``make demo`` runs it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from rich.progress import Progress

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.durable import write_durably
from pipeline.engine import answers, courrier, day
from pipeline.engine.house import House
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.insight import register, report, status, tables
from pipeline.insight.day_page import render, render_mails
from pipeline.insight.evaluate.account import Account, of_truth
from pipeline.insight.evaluate.golden import GoldenPli, read_set
from pipeline.mail.sink import receiving
from pipeline.sne.bouchon.serve import serving
from pipeline.upkeep.check_world import check_world

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "scans"
WORKSPACE = Path("demo")
PAGE, MAILS, REPORT = (WORKSPACE / f"{name}.html" for name in ("journee", "courriels", "rapport"))
AT_THE_DOOR = (Canal.PAPIER_GUICHET, Canal.PAPIER_DEMANDEUR)
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
        plis = read_set(FIXTURES)
        _say("Le matin : le courrier est compté, puis la station dépose les lots scannés")
        _count(house, plis)
        _drop(plis)
        _say("Le traitement : lire, découper, classer, juger, composer")
        _treat(house)
        _say("Un opérateur répond : d'abord les plis où une pièce est rejetée, dont l'expéditeur doit agir")
        _answer(house, plis)
    with closing(House(WORKSPACE, {**environ, "PLI_MAINTENANT": TONIGHT.isoformat()})) as house:
        _say("La nuit : déverser au SNE, puis prévenir les expéditeurs")
        night = deverse(house, _quiet, TONIGHT.date())
        told = tell(house, _quiet).told
        console.print(f"{night.deposited} pièces déposées, {len(told)} plis notifiés")
        _say("Le registre : ce qui était annoncé, ce qui est compté, déposé, accusé, notifié")
        _reconcile(house)
        _say("À regarder")
        _write_pages(house, post)
        _say("Pour finir, les contrôles de « pli verifier »")
        return _check(house)


def _say(title: str) -> None:
    console.rule(f"[bold]{title}", align="left")


def _quiet(_done: int, _total: int) -> None:
    """Show nothing: these steps last a second."""


def _count(house: House, plis: Sequence[GoldenPli]) -> None:
    """Count the envelopes of paper as they come in, before anybody scans them."""
    envelopes = Counter(pli.canal for pli in plis for _ in pli.truth["plis"] if pli.canal in AT_THE_DOOR)
    for canal, count in envelopes.items():
        courrier.count(house, MORNING.date(), canal, count)
        console.print(f"[bold]pli courrier --recu-le {MORNING:%Y-%m-%d} --canal {canal} --plis {count}[/]")


def _drop(plis: Sequence[GoldenPli]) -> None:
    """Drop every fixture as a scanner station does: companion, lot, then the mark that it is complete."""
    for pli in plis:
        pli.drop(WORKSPACE / "inbox")
    console.print(f"{len(plis)} lots déposés dans {WORKSPACE}/inbox/")


def _treat(house: House) -> None:
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Traitement", total=None)
        day.treat(house, (), None, lambda done, total: bar.update(task, completed=done, total=total))
    console.print(tables.of_statuses(status.overview(house).plis, house.settings.now()))


def _answer(house: House, plis: Sequence[GoldenPli]) -> None:
    """Answer what is asked of the plis of which something is rejected: their senders have to act."""
    pending = status.pending(house)
    console.print(tables.of_pending(pending, house.settings.now()))
    rejected = {found.pli for found in status.overview(house).plis if found.verdicts["rejetee"]}
    truths = {pli.path.name: of_truth(pli.truth) for pli in plis}
    for item in pending:
        if item.pli in rejected:
            bilan = status.bilan_of(house, item.pli)
            said, words = _reply(truths[bilan.source.nom], item.asked.pages)
            console.print(f"[bold]pli trancher {item.asked.piece} {words} --par Camille[/]")
            answers.answer(house, [item.asked.piece], said, "Camille")
    day.settle_again(house)


def _reply(truth: Account, pages: Sequence[int]) -> tuple[answers.Answer, str]:
    """Answer as somebody who looked at the paper, which is what its truth says, or who cannot tell what it is."""
    true = truth.piece_of.get(pages[0])
    if true is not None and true.verdict == "acceptee":
        return answers.Answer(type=true.type, numero_unique=true.owner), f"--type {true.type} --dossier {true.owner}"
    motif = (true.motif if true is not None else None) or "I07"
    return answers.Answer(motif=motif), f"--rejeter {motif}"


def _reconcile(house: House) -> None:
    for part in register.as_tables(register.register(house, MORNING.date(), MORNING.date())):
        console.print(part)


def _write_pages(house: House, post: Path) -> None:
    """Write what is for people to look at, and say where it is."""
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(post.glob("*.eml"))]
    write_durably(PAGE, render(house, mails).encode())
    write_durably(MAILS, render_mails(mails).encode())
    days = report.period(MORNING.date(), MORNING.date(), MORNING.date())
    report.write(report.figures(house, days, _quiet), REPORT)
    console.print(f"[bold]{PAGE}[/] : chaque page et son sort ; [bold]{MAILS}[/] : ce que lisent les expéditeurs.")
    console.print(f"[bold]{REPORT}[/] : les chiffres du jour, en courbes ; les mêmes en tableaux à côté (.csv).")
    console.print(f"Les bilans sont dans {WORKSPACE}/outbox/bilans/, ce que le SNE a reçu dans {WORKSPACE}/sne/.")
    console.print(
        f"Puis : .venv/bin/pli a-verifier --racine {WORKSPACE}, .venv/bin/pli expliquer PIECE --racine {WORKSPACE}"
    )


def _check(house: House) -> int:
    violations = check_world(house)
    if violations:
        console.print(tables.of_violations(violations))
        return 1
    console.print("[green]Tous les invariants tiennent.[/]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
