"""``pli etat`` and ``pli bilan``: where things stand, what is urgent, and what became of each page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, RACINE, command, opened, out, remark, show_json
from pipeline.engine.house import House
from pipeline.engine.metrics import exposition
from pipeline.engine.service import pulse
from pipeline.errors import Misuse
from pipeline.insight import machines, register, status, tables
from pipeline.insight.alerts import alerts
from pipeline.insight.breaches import breaches
from pipeline.insight.status import Overview

NOBODY = "Personne ne veille : « pli surveiller » n'est pas en marche."
DAY = click.DateTime(["%Y-%m-%d"])


@command("etat")
@click.argument("pli", required=False)
@click.option("--tout", is_flag=True, help="Montrer aussi ce qui est fini et notifié depuis plus de 3 jours.")
@click.option(
    "--registre", "as_register", is_flag=True,
    help="Rapprocher ce qui est annoncé, reçu, accepté, déposé et notifié, envoi par envoi.",
)  # fmt: skip
@click.option("--machines", "as_machines", is_flag=True, help="Montrer qui est là, sur quelles machines, et à quoi.")
@click.option("--metriques", "as_metrics", is_flag=True, help="Écrire les mesures, au format de Prometheus.")
@click.option("--du", "first", metavar="AAAA-MM-JJ", type=DAY, help="Le registre depuis ce jour (défaut : 31 jours).")
@click.option("--au", "last", metavar="AAAA-MM-JJ", type=DAY, help="Le registre jusqu'à ce jour (défaut : ce jour).")
@RACINE
@AS_JSON
def show_status(
    pli: str | None,
    tout: bool,  # noqa: FBT001
    as_register: bool,  # noqa: FBT001
    as_machines: bool,  # noqa: FBT001
    as_metrics: bool,  # noqa: FBT001
    first: datetime | None,
    last: datetime | None,
    racine: Path,
    as_json: bool,  # noqa: FBT001
) -> int:
    """Dit où en sont les plis, les plus urgents d'abord, et ce qui sauverait une échéance."""
    if not as_register and (first or last):
        raise Misuse("--du et --au vont avec --registre.")
    if (pli is not None) + tout + as_register + as_machines + as_metrics > 1:
        raise Misuse("PLI, --tout, --registre, --machines et --metriques se demandent l'un sans l'autre.")
    with opened(racine) as house:
        if pli is not None:
            return _show_bilan(house, pli, as_json=as_json)
        if as_register:
            return _show_register(house, first, last, as_json=as_json)
        if as_machines:
            return _show_machines(house, as_json=as_json)
        if as_metrics:
            return _show_metrics(house)
        return _show_overview(house, status.overview(house, everything=tout), as_json=as_json)


def _show_overview(house: House, found: Overview, *, as_json: bool) -> int:
    now, night = house.settings.now(), house.settings.deversement
    service = pulse.seen(house.racine)
    urgent, told = breaches(found, now, night.ouverture, night.fermeture), alerts(found, house)
    if as_json:
        show_json(
            {
                "plis": [item.as_json() for item in found.plis],
                "mis_de_cote": dict(found.aside),
                "en_attente": dict(found.waiting),
                "echeances": [item.as_json() for item in urgent],
                "non_scannes": [item.as_json() for item in found.unscanned],
                "alertes": [item.as_json() for item in told],
                "service": {"depuis": service.since.isoformat(), "silence_s": service.silence_s} if service else None,
            }
        )
        return DONE
    out.print(tables.of_statuses(found.plis, now))
    if urgent:
        out.print(tables.of_breaches(urgent, now))
    for alert in told:
        remark(out, "bold red" if alert.late else "yellow", "Attention", alert.text)
    for name, reason in found.aside:
        remark(out, "red", "Mise de côté", f"{name} : {reason}")
    for name, reason in found.waiting:
        remark(out, "yellow", "En attente", f"{name} : {reason}")
    since = f"« pli surveiller » veille depuis le {service.since:%d/%m/%Y à %H:%M}." if service else NOBODY
    out.print(since, style="dim", highlight=False)
    return DONE


def _show_register(house: House, first: datetime | None, last: datetime | None, *, as_json: bool) -> int:
    found = register.register(house, first.date() if first else None, last.date() if last else None)
    if as_json:
        show_json(register.as_json(found))
        return DONE
    for part in register.as_tables(found):
        out.print(part)
    return DONE


def _show_machines(house: House, *, as_json: bool) -> int:
    found = machines.machines(house)
    if as_json:
        show_json(machines.as_json(found))
    else:
        out.print(machines.as_table(found) if found else machines.NOBODY)
    return DONE


def _show_metrics(house: House) -> int:
    click.echo(exposition.text(house), nl=False)
    return DONE


@command("bilan")
@click.argument("pli")
@RACINE
@AS_JSON
def show_bilan(pli: str, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Montre le bilan d'un pli."""
    with opened(racine) as house:
        return _show_bilan(house, pli, as_json=as_json)


def _show_bilan(house: House, pli: str, *, as_json: bool) -> int:
    bilan = status.bilan_of(house, pli)
    if as_json:
        show_json(status.public(bilan))
    else:
        out.print(tables.of_bilan(bilan, house.rules))
    return DONE
