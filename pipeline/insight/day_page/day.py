"""The day, gathered from what the house remembers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.domain.bilan import Bilan
from pipeline.engine.house import House
from pipeline.insight import status
from pipeline.insight.day_page import words
from pipeline.insight.day_page.fates import ledger_of
from pipeline.insight.day_page.pli import Kept, pli_shown
from pipeline.insight.day_page.shown import Day, Refused, ShownMail, ShownPli
from pipeline.insight.status import Status
from pipeline.mail.french import day, instant, one_line, typeset
from pipeline.store import lots, plis
from pipeline.store.plis import IN_PROGRESS

KILO = 1000


def day_of(house: House, mails: Mapping[str, Sequence[ShownMail]]) -> Day:
    """Return the day as it stands; ``mails`` by pli. Page images are decoded one at a time."""
    standing = {item.pli: item for item in status.overview(house).plis}
    shown: list[ShownPli] = []
    refused: list[Refused] = []
    bilans: list[Bilan] = []
    for name in _settled(house, standing):
        kept = _kept(house, name)
        bilans.append(kept.bilan)
        own, silence = mails.get(name, ()), _silence(standing[name])
        if standing[name].refused:
            refused.append(_refused(house, kept.bilan, own, silence))
        else:
            shown.append(pli_shown(kept, house.store.blobs, house.rules, own, silence))
    return Day(
        date=day(house.settings.now()),
        ledger=ledger_of(bilan.registre for bilan in bilans),
        figures=_figures(bilans, sum(map(len, mails.values()))),
        plis=tuple(shown),
        refused=tuple(refused),
        waiting=tuple(item.nom for item in standing.values() if item.etat == IN_PROGRESS),
        astray=tuple(mail for name, sent in mails.items() if name not in standing for mail in sent),
    )


def _settled(house: House, standing: Mapping[str, Status]) -> list[str]:
    """Return the plis that were settled, in their order of receipt."""
    with house.store.begin() as tx:
        return [name for name in plis.names(tx) if name in standing and standing[name].etat != IN_PROGRESS]


def _kept(house: House, name: str) -> Kept:
    bilan = status.bilan_of(house, name)
    with house.store.begin() as tx:
        return Kept(
            bilan=bilan,
            asked={asked.piece: asked for asked in plis.questions(tx, name)},
            said=plis.said(tx, name),
            stored={page.n: page for page in lots.pages(tx, bilan.lot)},
        )


def _silence(item: Status) -> str:
    """Say why no mail is shown: nobody can be told, or not yet."""
    if item.detail is not None:
        return typeset(f"Pas de mail : {item.detail}.")
    if item.etat == "a_verifier":
        return typeset("Pas encore de mail : une question est ouverte.")
    return typeset("Pas encore de mail : un dépôt est attendu, ou « pli notifier » n'a pas été lancé.")


def _refused(house: House, bilan: Bilan, mails: Sequence[ShownMail], silence: str) -> Refused:
    with house.store.begin() as tx:
        explanation = lots.explanation(tx, bilan.lot)
    motif = house.rules.motifs[bilan.anomalies[0].code]
    return Refused(
        name=bilan.pli,
        file=one_line(bilan.source.nom),
        size=_size(bilan.source.octets),
        canal=words.CANALS[bilan.canal],
        received=instant(bilan.recu_le),
        motif=typeset(f"{motif.code} : {motif.label}"),
        explanation=typeset(one_line(explanation or "")),
        advice=typeset(motif.advice),
        mails=tuple(mails),
        silence=silence,
    )


def _size(octets: int) -> str:
    return f"{octets} octets" if octets < KILO else f"{octets / KILO:.0f} ko"


def _figures(bilans: Sequence[Bilan], mails: int) -> tuple[tuple[int, str], ...]:
    """Return what the day comes to, each figure with its words."""
    verdicts = Counter(piece.verdict for bilan in bilans for piece in bilan.pieces)
    deposited = sum(
        piece.depot is not None and piece.depot.etat == "depose" for bilan in bilans for piece in bilan.pieces
    )
    told = (
        (len(bilans), "pli reçu", "plis reçus"),
        (sum(bilan.registre.recues for bilan in bilans), "page", "pages"),
        (sum(verdicts.values()), "pièce", "pièces"),
        (deposited, "déposée au SNE", "déposées au SNE"),
        (verdicts["rejetee"], "rejetée", "rejetées"),
        (verdicts["a_verifier"], "à vérifier", "à vérifier"),
        (mails, "mail parti", "mails partis"),
    )
    return tuple((number, many if number > 1 else one) for number, one, many in told)
