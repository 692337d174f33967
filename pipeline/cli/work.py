"""The commands that do the work: prepare, treat, answer, deposit, tell."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.frame import (
    AS_JSON,
    DONE,
    INTERNAL,
    LATER,
    QUARANTINE,
    RACINE,
    command,
    err,
    held,
    main,
    opened,
    out,
    progress,
    remark,
    show_json,
)
from pipeline.cli.french import FrenchGroup
from pipeline.domain.receipt import Canal
from pipeline.engine import answers, day, outward
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.insight import status, tables
from pipeline.settings import load
from pipeline.stages.notify import send_again
from pipeline.upkeep.guichets import import_guichets

RESENT = {"envoye": "Renvoyé", "a_envoyer": "Remis à plus tard", "refuse": "Refusé"}


@command("init")
@RACINE
def init(racine: Path) -> int:
    """Prépare un espace de travail."""
    with opened(racine) as house:
        for canal in Canal:
            (house.racine / "inbox" / canal).mkdir(exist_ok=True)
    out.print(f"Espace de travail prêt : {racine}. Déposez les plis dans inbox/<canal>/, puis « pli traiter ».")
    return DONE


@command("traiter")
@click.argument("fichiers", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--canal", type=click.Choice([str(canal) for canal in Canal]), help="Le canal des fichiers donnés.")
@RACINE
@AS_JSON
def treat(fichiers: tuple[Path, ...], canal: str | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Prend ce qui est prêt dans inbox/ (ou les FICHIERS donnés), lit, décide et compose chaque pli."""
    with held(racine) as house, progress("Traitement") as step:
        taken = set(day.treat(house, fichiers, canal, step))
        overview = status.overview(house)
        now = house.settings.now()
    found = [item for item in overview.plis if item.lot in taken]
    if as_json:
        show_json([item.as_json() for item in found])
    elif found:
        out.print(tables.of_statuses(found, now))
    else:
        out.print("Rien à prendre dans inbox/.")
    if overview.waiting:
        return _later(overview.waiting)
    return QUARANTINE if overview.aside or any(item.refused for item in found) else DONE


@main.group("guichets", cls=FrenchGroup)
def guichets() -> None:
    """Les guichets et leur adresse référente."""


@command("importer", guichets)
@click.argument("fichier", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@RACINE
def import_offices(fichier: Path, racine: Path) -> int:
    """Importe les guichets d'un fichier CSV : code, nom, departement, courriel."""
    with held(racine):
        count = import_guichets(fichier, racine)
    out.print(f"Guichets importés : {count}, dans {racine / 'config' / 'guichets.toml'}.")
    return DONE


@command("deverser")
@click.option("--date", "night", type=click.DateTime(["%Y-%m-%d"]), help="Déverser comme cette nuit-là.")
@RACINE
@AS_JSON
def deverse(night: datetime | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Dépose au SNE tout ce qui est accepté."""
    rehearsed = {} if night is None else {"PLI_MAINTENANT": _opening(racine, night)}
    with held(racine, **rehearsed) as house, progress("Déversement") as step:
        done = outward.deverse(house, step)
    if as_json:
        show_json(outward.as_counts(done))
    else:
        out.print(f"{done.deposited} pièces déposées, {done.refused} refusées, {done.unanswered} sans réponse.")
    if done.withheld:
        why = f"{done.withheld} pièces de plis mis de côté ou en attente : voyez « pli etat »."
        remark(err, "yellow", "Retenues", why)
    if done.stopped is not None:
        remark(err, "yellow", "Arrêt", f"{done.stopped} : le reste attend le prochain déversement.")
    return INTERNAL if done.failed else LATER if done.unanswered or done.withheld else DONE


def _opening(racine: Path, night: datetime) -> str:
    opening = load(racine, os.environ).deversement.ouverture
    return datetime.combine(night.date(), opening).isoformat()


@command("notifier")
@click.option("--renvoyer", metavar="PLI", help="Renvoyer le message d'un pli, avec la preuve du premier.")
@RACINE
@AS_JSON
def notify(renvoyer: str | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Envoie les messages dus aux expéditeurs."""
    with held(racine) as house:
        if renvoyer is not None:
            return _send_again(house, renvoyer, as_json=as_json)
        with progress("Messages") as step:
            post = outward.tell(house, step)
    sent = [(item.pli, item.mail) for item in post.told if item.mail is not None]
    if as_json:
        rows = [{"pli": pli, "etat": m.state, "nature": m.nature, "detail": m.proof} for pli, m in sent]
        show_json(rows)
    else:
        tally = Counter(mail.state for _, mail in sent)
        out.print(
            f"{tally['envoye']} messages envoyés, {tally['refuse']} refusés, "
            f"{tally['non_notifiable']} plis sans personne à prévenir, {post.unanswered} en attente."
        )
    if post.stopped is not None:
        remark(err, "yellow", "Arrêt", f"{post.stopped} : le reste attend le prochain envoi.")
    return INTERNAL if post.failed else LATER if post.unanswered else DONE


def _send_again(house: House, pli: str, *, as_json: bool) -> int:
    status.bilan_of(house, pli)
    told = send_again(pli, house.store, house.transport, house.settings, house.rules)
    if told.mail is None:
        raise Misuse(f"{pli} : aucun message n'est encore parti ; « pli notifier » l'envoie quand il est dû.")
    first = told.repeated
    if as_json:
        show_json({"pli": pli, "a": list(told.mail.to), "reponse": told.mail.proof, "premier": first})
    else:
        out.print(f"{RESENT.get(told.mail.state, 'Non renvoyé')} : {told.mail.proof}. Premier message : {first}.")
    return LATER if told.mail.waiting else DONE


@command("trancher")
@click.argument("pieces", nargs=-1, required=True, metavar="PIECE…")
@click.option("--type", "type_", metavar="T", help="Le type de la pièce (config/plan.toml).")
@click.option("--rejeter", metavar="MOTIF", help="Rejeter, pour ce motif (config/motifs.toml).")
@click.option("--dossier", metavar="NU", help="Classer dans la demande de ce numéro unique.")
@click.option("--couper-avant", type=int, metavar="N", help="Une nouvelle pièce commence à la page N.")
@click.option("--fusionner", metavar="PIECE", help="Réunir avec cette pièce voisine.")
@click.option("--tourner", multiple=True, metavar="N=90", help="Redresser la page N : degrés, sens des aiguilles.")
@click.option("--par", metavar="NOM", default="operateur", help="Qui répond.")
@click.option("--annuler", is_flag=True, help="Reprendre les réponses données.")
@RACINE
@AS_JSON
def settle_by_hand(
    pieces: tuple[str, ...],
    type_: str | None,
    rejeter: str | None,
    dossier: str | None,
    couper_avant: int | None,
    fusionner: str | None,
    tourner: tuple[str, ...],
    par: str,
    annuler: bool,  # noqa: FBT001
    racine: Path,
    as_json: bool,  # noqa: FBT001
) -> int:
    """Répond à une question : la réponse est gardée, le pli décidé à nouveau, rien n'est relu."""
    said = answers.Answer(type_, rejeter, dossier, couper_avant, fusionner, tuple(map(_turn, tourner)))
    if annuler and said != answers.Answer():
        raise Misuse("--annuler ne se combine pas avec une réponse.")
    if type_ is not None and rejeter is not None:
        raise Misuse("--type et --rejeter disent le contraire l'un de l'autre.")
    with held(racine) as house:
        touched = answers.cancel(house, pieces) if annuler else answers.answer(house, pieces, said, par)
        day.settle_again(house)
        waiting = status.overview(house).waiting
        bilans = [status.bilan_of(house, name) for name in touched]
        if as_json:
            show_json([status.public(bilan) for bilan in bilans])
        else:
            for bilan in bilans:
                out.print(tables.of_bilan(bilan, house.rules))
    return _later(waiting) if waiting else DONE


def _later(waiting: Sequence[tuple[str, str]]) -> int:
    """Say what is waited for, and that the work is kept."""
    reasons = ", ".join(sorted({reason for _, reason in waiting}))
    remark(err, "yellow", "Plus tard", f"{reasons}. « pli traiter » reprendra où il en est.")
    return LATER


def _turn(text: str) -> tuple[int, int]:
    page, _, degrees = text.partition("=")
    if not page.isdigit() or not degrees.isdigit():
        raise Misuse(f"--tourner : « {text} » ne convient pas ; écrivez par exemple 3=90.")
    return int(page), int(degrees)
