"""What a mail says of a pli, in words, before any layout. Pure.

The bilan is read as its JSON (contract, §3), so that a pli settled by an earlier version is told too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.domain.filing_plan import Family, Motif
from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Rules
from pipeline.mail.french import count, day, instant, one_line, page_numbers
from pipeline.mail.remarks import UNSAID, motif_of, remarks

ROLES = {"D": "demandeur", "C": "conjoint ou cotitulaire", "A": "autre adulte", "E": "enfant"}
NONE_SAID = "rien"
SHEETS = {Canal.PAPIER_DEMANDEUR: "attestation comprise"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: a piece, or pages. ``rejected`` says how it is to stand out."""

    name: str
    category: str
    pages: str
    outcome: str
    rejected: bool
    reasons: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A dossier, or what lies outside any. ``announced`` and ``counted`` are None outside dossiers."""

    title: str
    announced: str | None
    counted: str | None
    remarks: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """All that is said of one pli. ``taken``: whether its pages could be looked at.

    ``outside``: pages that lie outside any dossier. ``place``: which pages of its file it is, when not all of them.
    """

    reference: str
    taken: bool
    received: str
    source: str
    place: str | None
    deposited: int
    rejected: int
    pending: int
    outside: int
    announced: str
    counted: str
    register: str
    remarks: tuple[str, ...]
    parts: tuple[Part, ...]


def letter_of(bilan: Mapping[str, Any], rules: Rules) -> Letter:
    """Put a bilan in words. Raises ``Defect`` when it names a motive that nobody has worded."""
    pieces = bilan["pieces"]
    return Letter(
        reference=bilan["reference"],
        taken=bilan["registre"]["recues"] > 0,
        received=_received(bilan),
        source=one_line(bilan["source"]["nom"]),
        place=_place(bilan["plage"]),
        deposited=sum(_is_deposited(piece) for piece in pieces),
        rejected=sum(piece["verdict"] == "rejetee" for piece in pieces),
        pending=sum(piece["verdict"] != "rejetee" and not _is_deposited(piece) for piece in pieces),
        outside=bilan["registre"]["hors_dossier"],
        announced=_pli_announced(bilan),
        counted=_pli_counted(bilan),
        register=_register(bilan["registre"]),
        remarks=remarks(bilan, None, rules),
        parts=tuple(_parts(bilan, rules)),
    )


def _place(span: Sequence[int] | None) -> str | None:
    """Say where a pli begins that came with others in one file."""
    return f"pages {span[0]} à {span[1]}" if span is not None and span[0] > 1 else None


def _is_deposited(piece: Mapping[str, Any]) -> bool:
    return piece["verdict"] == "acceptee" and piece["depot"] is not None and piece["depot"]["etat"] == "depose"


def _received(bilan: Mapping[str, Any]) -> str:
    """Give the hour only where it was observed: paper has none, and a companion tells a day."""
    moment = datetime.fromisoformat(bilan["recu_le"])
    hourless = Canal(bilan["canal"]).is_paper or bilan["recu_le_source"] != "depot"
    return day(moment) if hourless else instant(moment)


def _pli_announced(bilan: Mapping[str, Any]) -> str:
    bordereau, dossiers = bilan["bordereau"], bilan["dossiers"]
    if bordereau is None and len(dossiers) == 1:  # a dossier that came alone is announced by itself
        return _counts(dossiers[0]["annonce"]["documents"], "document", dossiers[0]["annonce"]["pages"])
    return _counts(bordereau["dossiers"], "dossier", bordereau["pages"]) if bordereau is not None else NONE_SAID


def _pli_counted(bilan: Mapping[str, Any]) -> str:
    register = bilan["registre"]
    blank = f", dont {count(register['blanches'], 'blanche')}" if register["blanches"] else ""
    return _counts(len(bilan["dossiers"]), "dossier", register["recues"]) + blank


def _counts(number: int | None, noun: str, pages: int | None) -> str:
    told = [count(n, word) for n, word in ((number, noun), (pages, "page")) if n is not None]
    return ", ".join(told) or NONE_SAID


def _register(register: Mapping[str, int]) -> str:
    """Say in which account each page stands; empty accounts are left out."""
    accounts = (
        ("acceptees", "dans des pièces acceptées"),
        ("rejetees", "dans des pièces rejetées"),
        ("a_verifier", "en cours de vérification"),
        ("hors_dossier", "hors de tout dossier"),
        ("separateurs", "de transmission (bordereau, fiche, attestation)"),
        ("blanches", "sans rien dessus"),
    )
    told = [f"{register[account]} {words}" for account, words in accounts if register[account]]
    return f"{count(register['recues'], 'page')} : {', '.join(told)}" if told else count(register["recues"], "page")


def _parts(bilan: Mapping[str, Any], rules: Rules) -> Iterable[Part]:
    by_id = {piece["id"]: piece for piece in bilan["pieces"]}
    for dossier in sorted(
        bilan["dossiers"], key=lambda it: min((by_id[p]["pages"][0] for p in it["pieces"]), default=0)
    ):
        number = dossier["numero_unique"]
        sheet = "" if dossier["code"] == "fourni" else f" ({SHEETS.get(bilan['canal'], 'fiche comprise')})"
        yield Part(
            title=f"Dossier {number}",
            announced=_counts(dossier["annonce"]["documents"], "document", dossier["annonce"]["pages"]),
            counted=_counts(dossier["compte"]["documents"], "document", dossier["compte"]["pages"]) + sheet,
            remarks=remarks(bilan, dossier, rules),
            lines=_lines([by_id[piece] for piece in dossier["pieces"]], rules),
        )
    lost = [piece for piece in bilan["pieces"] if piece["dossier"] is None]
    if lost:
        yield Part("Pièces qu'aucun dossier n'a pu recevoir", None, None, (), _lines(lost, rules))
    outside = [page["n"] for page in bilan["pages"] if page["role"] == "hors_dossier"]
    if outside:
        yield Part("Pages hors de tout dossier", None, None, (), (_outside(outside, rules),))


def _outside(pages: Sequence[int], rules: Rules) -> Line:
    motif = motif_of("T02", rules)
    return Line(
        name="Sans fiche ni attestation devant",
        category="–",
        pages=_where(pages),
        outcome="rejetée",
        rejected=True,
        reasons=(motif.label,),
        advice=(motif.advice,),
    )


def _lines(pieces: Sequence[Mapping[str, Any]], rules: Rules) -> tuple[Line, ...]:
    return tuple(_line(rank, piece, rules) for rank, piece in enumerate(pieces, start=1))


def _line(rank: int, piece: Mapping[str, Any], rules: Rules) -> Line:
    rejected = piece["verdict"] == "rejetee"
    codes = [piece["motif"]] if rejected else [code for code in piece["alertes"] if code not in UNSAID]
    motifs = [motif_of(code, rules) for code in codes]
    causes = _causes(piece, motifs[0], rules) if rejected else ()
    return Line(
        name=f"{rank}. {_name(piece, rules)}",
        category=rules.plan[piece["type"]].category if piece["type"] in rules.plan else "–",
        pages=_where(piece["pages"]),
        outcome=_outcome(piece),
        rejected=rejected,
        reasons=(*(motif.label for motif in motifs), *causes),
        advice=tuple(motif.advice for motif in motifs),
    )


def _name(piece: Mapping[str, Any], rules: Rules) -> str:
    """Name a piece; of a sensitive type nothing is said but, elsewhere, its category."""
    if piece["type"] is None:
        return "Pièce non identifiée"
    if _is_sensitive(piece, rules):
        return "Pièce dont l'intitulé ne s'écrit pas dans un courriel"
    label = rules.plan[piece["type"]].label
    return f"{label} ({ROLES[piece['role']]})" if piece["role"] else label


def _is_sensitive(piece: Mapping[str, Any], rules: Rules) -> bool:
    """Say whether the type must stay unsaid; one that the plan no longer knows is kept silent too."""
    return piece["type"] not in rules.plan or rules.plan[piece["type"]].sensitive


def _where(pages: Sequence[int]) -> str:
    return f"{count(len(pages), 'page')} (p. {page_numbers(pages)})"


def _outcome(piece: Mapping[str, Any]) -> str:
    if piece["verdict"] == "rejetee":
        return "rejetée"
    if piece["verdict"] == "a_verifier" or (piece["depot"] or {}).get("etat") == "refuse":
        return "en cours de vérification"
    return "déposée" if _is_deposited(piece) else "acceptée, dépôt en cours"


def _causes(piece: Mapping[str, Any], motif: Motif, rules: Rules) -> tuple[str, ...]:
    """Return what was measured on the image; other evidence may quote the piece, so it stays out of a mail."""
    unsaid = piece["type"] is not None and _is_sensitive(piece, rules)
    if unsaid or motif.family not in {Family.UNUSABLE, Family.HANDWRITTEN}:
        return ()
    seen = (proof for proof in piece["preuves"] if proof["genre"] == "image")
    return tuple(dict.fromkeys(f"Constat : {one_line(proof['detail'])}" for proof in seen))
