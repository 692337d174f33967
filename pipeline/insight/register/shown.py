"""The register as operators read it, and as programs do. No number of an applicant is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.table import Table
from rich.text import Text

from pipeline.insight.register.account import Envelope, State
from pipeline.insight.register.gather import Register
from pipeline.insight.register.part import Part, Pieces
from pipeline.mail.french import count
from pipeline.store import mails

COLOURS = {State.COMPLETE: "green", State.LATE: "bold red", State.INCOMPLETE: "yellow", State.AT_ODDS: "yellow"}
TOLD = {
    None: "pas encore",
    mails.SENT: "oui",
    mails.TO_SEND: "à envoyer",
    mails.REFUSED: "refusé",
    mails.NOT_TOLD: "personne à prévenir",
}
COLUMNS = (
    "envoi", "plis", "reçu le", "annoncé", "compté", "acceptées", "rejetées", "à vérifier", "déposées", "accusées",
    "notifié", "état",
)  # fmt: skip


def as_tables(found: Register) -> Iterator[Table | Text]:
    """Show the register: a row an envelope, its plis below when it has several, what does not balance after."""
    title = f"Registre du {found.first:%d/%m/%Y} au {found.last:%d/%m/%Y}"
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in COLUMNS:
        table.add_column(column, overflow="fold")
    for envelope in found.envelopes:
        table.add_row(*_envelope(envelope))
        if len(envelope.parts) > 1:
            for rank, part in enumerate(envelope.parts):
                table.add_row(*_part(part, _place(envelope, rank)), style="dim")
    table.add_section()
    table.add_row(*_totals(found))
    yield table
    at_odds, open_ = list(imbalances(found)), list(under_way(found))
    yield from (Text(f"Écart : {sentence}", "yellow") for sentence in at_odds)
    yield from (Text(f"En cours : {sentence}") for sentence in open_)
    if not at_odds and not open_:
        yield Text("Tout se rapproche : rien n'est annoncé sans être compté, ni accepté sans être suivi.")


def _envelope(envelope: Envelope) -> list[str | Text]:
    announced, counted = envelope.announced, envelope.counted
    return [
        envelope.name, str(len(envelope.parts)), f"{envelope.parts[0].recu_le:%d/%m/%Y}",
        _counts(announced.dossiers, announced.pages), _counts(counted.dossiers, counted.pages),
        *_pieces(envelope.pieces), f"{envelope.told}/{len(envelope.parts)}",
        Text(envelope.state, COLOURS.get(envelope.state, "")),
    ]  # fmt: skip


def _place(envelope: Envelope, rank: int) -> str:
    """Say what a pli is to those of its envelope that came before."""
    if envelope.parts[rank].pli in envelope.repeats:
        return "répété"
    return "suite" if rank else ""


def _part(part: Part, place: str) -> list[str | Text]:
    return [
        "", part.pli, f"{part.recu_le:%d/%m/%Y}", _counts(part.announced_dossiers, part.announced_pages),
        _counts(len(part.shares) + part.unopened, part.sides.printed), *_pieces(part.pieces), TOLD[part.told],
        place,
    ]  # fmt: skip


def _counts(dossiers: int | None, pages: int | None) -> str:
    told = [count(number, word) for number, word in ((dossiers, "dossier"), (pages, "page")) if number is not None]
    return ", ".join(told) or "–"


def _pieces(pieces: Pieces) -> list[str]:
    counts = (pieces.accepted, pieces.rejected, pieces.to_check, pieces.deposited, pieces.acknowledged)
    return [str(number) for number in counts]


def _totals(found: Register) -> list[str | Text]:
    total = totals(found)
    return [
        Text("en tout", "bold"), str(total["plis"]), "", _counts(None, total["pages_annoncees"]),
        _counts(None, total["pages_comptees"]), str(total["acceptees"]), str(total["rejetees"]),
        str(total["a_verifier"]), str(total["deposees"]), str(total["accusees"]),
        f"{total['notifies']}/{total['plis']}", "",
    ]  # fmt: skip


def totals(found: Register) -> dict[str, int]:
    """Return what the period comes to: pages, pieces, plis told.

    Pages are counted, as they are announced, over the envelopes that announce them; ``pages_recues`` are all.
    """
    parts = [part for envelope in found.envelopes for part in envelope.parts]
    pieces = sum((part.pieces for part in parts), Pieces())
    announcing = [envelope for envelope in found.envelopes if envelope.announced.pages is not None]
    return {
        "envois": len(found.envelopes),
        "plis": len(parts),
        "pages_annoncees": sum(envelope.announced.pages or 0 for envelope in announcing),
        "pages_comptees": sum(envelope.counted.pages or 0 for envelope in announcing),
        "pages_recues": sum(part.sides.all for part in parts),
        "acceptees": pieces.accepted,
        "rejetees": pieces.rejected,
        "a_verifier": pieces.to_check,
        "deposees": pieces.deposited,
        "accusees": pieces.acknowledged,
        "notifies": sum(part.told == mails.SENT for part in parts),
    }


def imbalances(found: Register) -> Iterator[str]:
    """Yield what does not balance, in French, envelope by envelope; past its deadline, what is under way does not."""
    for envelope in found.envelopes:
        lacks = envelope.state in {State.INCOMPLETE, State.LATE}
        told = [*([envelope.state.value] if lacks else []), *envelope.gaps]
        if envelope.maybe:
            told.append(
                f"sa suite est peut-être {', '.join(envelope.maybe)} (sans bordereau, et pas plus que ce qui manque)"
            )
        if envelope.is_late:
            told += _left(envelope)
        if told:
            yield f"{envelope.name} : {' ; '.join(told)}"
    yield from (str(item) for item in found.unscanned)


def under_way(found: Register) -> Iterator[str]:
    """Yield what is still to be done in time, in French, envelope by envelope."""
    for envelope in found.envelopes:
        left = list(_left(envelope))
        if left and not envelope.is_late:
            yield f"{envelope.name} : {' ; '.join(left)}"
    yield from (f"{name} : reçu, pas encore lu" for name in found.unread)


def _left(envelope: Envelope) -> Iterator[str]:
    """Yield what is still under way between the pieces, the SNE and the senders."""
    pieces = envelope.pieces
    accounts = (
        (pieces.to_check, "à vérifier"),
        (pieces.accepted - pieces.deposited - pieces.refused, "acceptées et pas encore déposées"),
        (pieces.deposited - pieces.acknowledged, "déposées sans accusé de réception"),
        (pieces.refused, "refusées par le SNE"),
    )
    for number, words in accounts:
        if number:
            yield f"pièces {words} : {number}"
    if set_aside := sum(part.etat == "quarantaine" for part in envelope.parts):
        yield f"fichiers mis en quarantaine : {set_aside}"
    silent = Counter(TOLD[part.told] for part in envelope.parts if part.told != mails.SENT)
    for words, number in sorted(silent.items()):
        yield f"plis dont l'expéditeur n'est pas prévenu ({words}) : {number}"


def as_json(found: Register) -> dict[str, Any]:
    """Return the register in the words of operators."""
    return {
        "du": found.first.isoformat(),
        "au": found.last.isoformat(),
        "envois": [_envelope_json(envelope) for envelope in found.envelopes],
        "total": totals(found),
        "pas_encore_lus": list(found.unread),
        "non_scannes": [item.as_json() for item in found.unscanned],
        "ecarts": list(imbalances(found)),
        "en_cours": list(under_way(found)),
    }


def _envelope_json(envelope: Envelope) -> dict[str, Any]:
    return {
        "envoi": envelope.name,
        "etat": envelope.state,
        "annonce": asdict(envelope.announced),
        "compte": asdict(envelope.counted),
        "ecarts": list(envelope.gaps),
        "plis": [
            {**_part_json(part), "place": _place(envelope, rank) or None} for rank, part in enumerate(envelope.parts)
        ],
    }


def _part_json(part: Part) -> dict[str, Any]:
    pieces = part.pieces
    return {
        "pli": part.pli,
        "canal": part.canal,
        "recu_le": part.recu_le.isoformat(),
        "echeance": part.echeance.isoformat(),
        "etat": part.etat,
        "pages": part.sides.all,
        "blanches": part.sides.blank,
        "dossiers": len(part.shares) + part.unopened,
        "acceptees": pieces.accepted,
        "rejetees": pieces.rejected,
        "a_verifier": pieces.to_check,
        "deposees": pieces.deposited,
        "accusees": pieces.acknowledged,
        "mail": part.told,
    }
