"""What people should know besides the plis themselves: who cannot be told, what is missing, what will soon end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.domain.receipt import Canal
from pipeline.engine.house import House
from pipeline.engine.intake import shortage
from pipeline.engine.service import pulse
from pipeline.insight.silences import LOOK_BACK, silences
from pipeline.insight.status import Overview, Status
from pipeline.mailroom import barred
from pipeline.mailroom.takings import shown
from pipeline.store import addresses, mails, rectifications, stations
from pipeline.store.plis import IN_PROGRESS
from pipeline.store.standing import NO_GUICHET
from pipeline.store.unasked import awaited

UNASKED = "la base vient d'une sauvegarde : rien ne part avant que « pli restaurer » l'ait rapprochée du registre"
SILENCE_S = 600
"""How long a service that goes about its rounds may say nothing."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A sentence in French, and its kind in a word; ``late``: a deadline is past."""

    kind: str
    text: str
    late: bool = False

    def as_json(self) -> dict[str, str]:
        """Return it in the words of operators."""
        return {"genre": self.kind, "texte": self.text}


def alerts(found: Overview, house: House) -> list[Alert]:
    """Return what people should know, the gravest first."""
    now = house.settings.now()
    ending = house.settings.calendar().runs_out(now.date())
    return [
        *(Alert("non_scannes", str(item), late=item.echeance < now) for item in found.unscanned),
        *_untold(found.plis, frozenset(house.settings.guichets)),
        *_mails(found.plis),
        *_kept(house),
        *_room(house),
        *_inbox(house),
        *_service(house),
        *_stations(house),
        *([Alert("calendrier", ending)] if ending is not None else []),
    ]


def _untold(found: Iterable[Status], known: frozenset[str]) -> Iterator[Alert]:
    """Name the guichets that somebody must give an address of."""
    counted = Counter(status.guichet or "" for status in found if _is_mute(status, known))
    for code, count in sorted(counted.items()):
        whose = f"le guichet {code} n'a pas d'adresse connue" if code else "rien ne dit quel guichet les envoie"
        plis = f"{count} plis attendent" if count > 1 else "1 pli attend"
        yield Alert("guichet_inconnu", f"{plis} de pouvoir être notifiés, {whose} : « pli guichets importer »")


def _is_mute(status: Status, known: frozenset[str]) -> bool:
    """Say whether nobody can be told for want of an address, as was found, or as it will be."""
    if status.told is not None:
        return status.told == mails.NOT_TOLD and (status.detail or "").startswith(NO_GUICHET)
    by_address_alone = status.canal == Canal.PAPIER_GUICHET and not status.answerable
    return by_address_alone and status.etat != IN_PROGRESS and status.guichet not in known


def _mails(found: Iterable[Status]) -> Iterator[Alert]:
    counted = Counter(status.told for status in found)
    if waiting := counted[mails.TO_SEND]:
        many = f"{waiting} messages attendent" if waiting > 1 else "1 message attend"
        yield Alert("mels_en_attente", f"{many} qu'un serveur de messagerie le prenne : « pli notifier »")
    if refused := counted[mails.REFUSED]:
        many = f"{refused} messages sont refusés" if refused > 1 else "1 message est refusé"
        yield Alert("mels_refuses", f"{many} pour de bon : corriger l'adresse, puis « pli notifier »")


def _kept(house: House) -> Iterator[Alert]:
    """Name what is written down, whatever the plis shown: addresses that refuse, deposits still to be withdrawn."""
    with house.store.begin() as tx:
        refused, withdrawing, is_unasked = addresses.refused(tx), rectifications.pending(tx), awaited(tx) is not None
    if is_unasked:
        yield Alert("a_rapprocher", UNASKED, late=True)
    for item in refused:
        yield Alert(
            "adresse_refusee", f"{item.address} refuse nos messages depuis le {item.at:%d/%m/%Y} ({item.reason})"
        )
    if withdrawing:
        pieces = ", ".join(item.piece for item in withdrawing)
        yield Alert("retrait_en_attente", f"à retirer du SNE : {pieces} : « pli deverser » le finit", late=True)


def _room(house: House) -> Iterator[Alert]:
    """Say when a disk has no room to take in anything more."""
    if (short := shortage(house)) is not None:
        yield Alert("disque_plein", short, late=True)


def _inbox(house: House) -> Iterator[Alert]:
    """Name what lies in the inbox and stays there, for want of rights, with what would lift it."""
    for one in barred.remembered(house.racine):
        yield Alert("depot_bloque", f"{shown(one.path)} n'est pas pris : {one.why}", late=True)


def _service(house: House) -> Iterator[Alert]:
    """Say when the service that watches the workspace no longer says that it lives; where there is none, nothing."""
    service = pulse.seen(house.racine)
    if service is not None and service.silence_s > SILENCE_S:
        yield Alert("service_muet", f"« pli surveiller » ne donne plus signe depuis {service.silence_s / 60:.0f} min")


def _stations(house: House) -> Iterator[Alert]:
    """Name the scanners that have gone silent."""
    today = house.settings.now().date()
    with house.store.begin() as tx:
        days = stations.drop_days(tx, today - LOOK_BACK)
    for silence in silences(days, today, house.settings.calendar()):
        yield Alert("station_muette", str(silence))
