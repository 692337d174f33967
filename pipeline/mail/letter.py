"""What a mail says of a pli, in words, before any layout. Pure.

The bilan is read as its JSON (contract, §3), so that a pli settled by an earlier version is told too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.domain.filing_plan import Family, Motif
from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Rules
from pipeline.mail.french import count, day, instant, one_line, page_numbers
from pipeline.mail.reader import APART
from pipeline.mail.remarks import UNSAID, motif_of, remarks
from pipeline.mail.resend import Resend, resend_of, to_do

ROLES = {"D": "demandeur", "C": "conjoint ou cotitulaire", "A": "autre adulte", "E": "enfant"}
NONE_SAID = "rien"
SHEETS = {Canal.PAPIER_DEMANDEUR: "attestation comprise"}
RECTIFIED = "Corrigée depuis le message précédent"
_FIGURES = re.compile(r"\d(?:[\W_]?\d){5,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: a piece, or pages. ``rejected``: how it is to stand out; ``causes``: what was measured."""

    name: str
    category: str
    pages: str
    outcome: str
    rejected: bool
    reasons: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A dossier, or what lies outside any. ``announced`` and ``counted`` are None outside dossiers.

    ``resend``: how what was rejected of it is sent again; None when nothing is to be.
    """

    title: str
    announced: str | None
    counted: str | None
    remarks: tuple[str, ...]
    lines: tuple[Line, ...]
    resend: Resend | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """All that is said of one pli. ``taken``: whether its pages could be looked at.

    ``to_do``: what is expected of the reader. ``outside``: pages that lie outside any dossier. ``source``: the name
    of the file; ``file``: the same as its sender may read it again. ``place``: its pages that are the pli's,
    if not all.
    """

    reference: str
    taken: bool
    to_do: tuple[str, ...]
    received: str
    source: str
    file: str | None
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


def letter_of(bilan: Mapping[str, Any], rules: Rules, rectified: Iterable[str] = ()) -> Letter:
    """Put a bilan in words. Raises ``Defect`` when it names a motive that nobody has worded.

    ``rectified``: the pieces that were put right since the last message.
    """
    pieces, parts = bilan["pieces"], tuple(_parts(bilan, rules, frozenset(rectified)))
    noted = remarks(bilan, None, rules)
    return Letter(
        reference=bilan["reference"],
        taken=bilan["registre"]["recues"] > 0,
        to_do=to_do(bilan, [*noted, *(said for part in parts for said in part.remarks)], rules),
        received=_received(bilan),
        source=one_line(bilan["source"]["nom"]),
        file=_file(bilan, rules),
        place=_place(bilan["plage"]),
        deposited=sum(_is_deposited(piece) for piece in pieces),
        rejected=sum(piece["verdict"] == "rejetee" for piece in pieces),
        pending=sum(piece["verdict"] != "rejetee" and not _is_deposited(piece) for piece in pieces),
        outside=bilan["registre"]["hors_dossier"],
        announced=_pli_announced(bilan),
        counted=_pli_counted(bilan),
        register=_register(bilan["registre"]),
        remarks=noted,
        parts=parts,
    )


def _place(span: Sequence[int] | None) -> str | None:
    """Say where a pli begins that came with others in one file."""
    return f"pages {span[0]} à {span[1]}" if span is not None and span[0] > 1 else None


def _file(bilan: Mapping[str, Any], rules: Rules) -> str | None:
    """Return the name of the file to who sent it, unless it may tell what a piece is; dates and numbers are left out.

    The file of a paper pli was named at the scanner, and its sender never saw it; but a file that could not be opened
    is known by nothing else.
    """
    is_opened = bilan["registre"]["recues"] > 0
    if is_opened and (Canal(bilan["canal"]).is_paper or any(_is_unsaid(piece, rules) for piece in bilan["pieces"])):
        return None
    return _FIGURES.sub("…", one_line(bilan["source"]["nom"]))


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
        (APART, "qui relèvent d'un autre dossier"),
        ("hors_dossier", "hors de tout dossier"),
        ("separateurs", "de transmission (bordereau, fiche, attestation)"),
        ("blanches", "sans rien dessus"),
    )
    told = [f"{register[account]} {words}" for account, words in accounts if register.get(account)]
    return f"{count(register['recues'], 'page')} : {', '.join(told)}" if told else count(register["recues"], "page")


def _parts(bilan: Mapping[str, Any], rules: Rules, rectified: frozenset[str]) -> Iterable[Part]:
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
            lines=_lines([by_id[piece] for piece in dossier["pieces"]], rules, rectified),
            resend=resend_of(bilan, dossier, rules),
        )
    lost = [piece for piece in bilan["pieces"] if piece["dossier"] is None]
    if lost:
        yield Part("Pièces qu'aucun dossier n'a pu recevoir", None, None, (), _lines(lost, rules, rectified))
    outside = [page["n"] for page in bilan["pages"] if page["role"] == "hors_dossier"]
    apart = [page["n"] for page in bilan["pages"] if page["role"] == APART]
    if apart:
        yield Part("Pages qui relèvent d'un autre dossier", None, None, (), (_apart(apart),))
    if outside:
        yield Part("Pages hors de tout dossier", None, None, (), (_outside(outside, rules),))


def _apart(pages: Sequence[int]) -> Line:
    """Say that pages are dealt with elsewhere, and nothing of what they are nor of whose."""
    name = "Au vu de son contenu, d'une autre personne"
    return Line(name, category="–", pages=_where(pages), outcome="traitée à part", rejected=False)


def _outside(pages: Sequence[int], rules: Rules) -> Line:
    motif = motif_of("T02", rules)
    return Line(
        name="Sans fiche ni attestation devant",
        category="–",
        pages=_where(pages),
        outcome="rejetée",
        rejected=True,
        reasons=(one_line(motif.label),),
        advice=(one_line(motif.advice),),
    )


def _lines(pieces: Sequence[Mapping[str, Any]], rules: Rules, rectified: frozenset[str]) -> tuple[Line, ...]:
    return tuple(
        _line(rank, piece, rules, is_rectified=piece["id"] in rectified) for rank, piece in enumerate(pieces, start=1)
    )


def _line(rank: int, piece: Mapping[str, Any], rules: Rules, *, is_rectified: bool) -> Line:
    rejected = piece["verdict"] == "rejetee"
    codes = [piece["motif"]] if rejected else [code for code in piece["alertes"] if code not in UNSAID]
    motifs = [motif_of(code, rules) for code in codes]
    return Line(
        name=f"{rank}. {_name(piece, rules)}",
        category=_category(piece, rules),
        pages=_where(piece["pages"]),
        outcome=_outcome(piece),
        rejected=rejected,
        reasons=(*((RECTIFIED,) if is_rectified else ()), *(one_line(motif.label) for motif in motifs)),
        causes=_causes(piece, motifs[0], rules) if rejected else (),
        advice=tuple(one_line(motif.advice) for motif in motifs),
    )


def _name(piece: Mapping[str, Any], rules: Rules) -> str:
    """Name a piece; of a sensitive type nothing is said but, elsewhere, its category."""
    if _is_in_doubt(piece):
        return "Pièce à vérifier"
    if piece["type"] is None:
        return "Pièce non identifiée"
    if _is_unsaid(piece, rules):
        return "Pièce dont l'intitulé ne s'écrit pas dans un courriel"
    label = one_line(rules.plan[piece["type"]].label)
    return f"{label} ({ROLES[piece['role']]})" if piece["role"] else label


def _category(piece: Mapping[str, Any], rules: Rules) -> str:
    if _is_in_doubt(piece) or piece["type"] not in rules.plan:
        return "–"
    return one_line(rules.plan[piece["type"]].category)


def _is_in_doubt(piece: Mapping[str, Any]) -> bool:
    """Say whether a person is asked about a piece: the type that its bilan gives is only likely."""
    return bool(piece["verdict"] == "a_verifier")


def _is_unsaid(piece: Mapping[str, Any], rules: Rules) -> bool:
    """Say whether the type is sensitive and stays unsaid; one that the plan no longer knows is kept silent too."""
    return piece["type"] is not None and (piece["type"] not in rules.plan or rules.plan[piece["type"]].sensitive)


def _where(pages: Sequence[int]) -> str:
    return f"{count(len(pages), 'page')} (p. {page_numbers(pages)})"


def _outcome(piece: Mapping[str, Any]) -> str:
    if piece["verdict"] == "rejetee":
        return "rejetée"
    if _is_in_doubt(piece) or (piece["depot"] or {}).get("etat") == "refuse":
        return "en cours de vérification"
    return "déposée" if _is_deposited(piece) else "acceptée, dépôt en cours"


def _causes(piece: Mapping[str, Any], motif: Motif, rules: Rules) -> tuple[str, ...]:
    """Return what was measured on the image; other evidence may quote the piece, so it stays out of a mail."""
    if _is_unsaid(piece, rules) or motif.family not in {Family.UNUSABLE, Family.HANDWRITTEN}:
        return ()
    seen = (proof for proof in piece["preuves"] if proof["genre"] == "image")
    return tuple(dict.fromkeys(one_line(proof["detail"]) for proof in seen))
