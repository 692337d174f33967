"""What is true of a lot, in the shape of a golden set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from training.desk import Draft
from training.plans import DossierPlan, LotPlan
from training.stack import Leaf, announced

Json = dict[str, Any]


def truth(plan: LotPlan, leaves: Sequence[Leaf], rotations: Sequence[int]) -> Json:
    """Return the truth of ``leaves``; ``rotations``: degrees clockwise that stand each image upright."""
    return {
        "canal": plan.canal,
        "pages": [_page(n, leaf, turn) for n, (leaf, turn) in enumerate(zip(leaves, rotations, strict=True), 1)],
        "dossiers": [
            _dossier(plan, dossier, leaves) for dossier in plan.dossiers if plan.opener is None or dossier.writing.opens
        ],
        "pieces": _pieces(plan, leaves),
        "plis": _ranges(leaves),
        "tags": _tags(plan),
    }


def _page(n: int, leaf: Leaf, turn: int) -> Json:
    what = leaf.belongs
    return {
        **({"code": "forged"} if what.forged else {}),
        "n": n,
        "role": what.role,
        "dossier": what.dossier,
        "piece": what.piece,
        "face": leaf.face,
        "feuille": leaf.feuille,
        "rotation": turn,
    }


def _dossier(plan: LotPlan, dossier: DossierPlan, leaves: Sequence[Leaf]) -> Json:
    number = dossier.home.numero_unique
    said = announced(dossier)
    counted = sum(leaf.belongs.dossier == number and leaf.side is not None for leaf in leaves)
    return {
        "numero_unique": number,
        "rang": 1,
        "code": dossier.writing.trust if plan.opener else "fourni",
        "annonce": _announced(plan, said.items, said.pages),
        "compte": {"documents": len(dossier.drafts), "pages": counted},
    }


def _announced(plan: LotPlan, documents: int, pages: int) -> Json:
    match plan.opener:
        case "fiche":
            return {"documents": documents, "pages": pages}
        case None if plan.counted:
            return {"documents": documents, "pages": pages - 1}
        case _:
            return {"documents": None, "pages": None}


def _pieces(plan: LotPlan, leaves: Sequence[Leaf]) -> list[Json]:
    pieces: list[Json] = []
    numbers = {dossier.home.numero_unique for dossier in plan.dossiers}
    for dossier in (one for pli in plan.plis for one in pli.dossiers[len(plan.before_any_fiche(pli)) :]):
        opened = plan.opener is None or dossier.writing.opens
        for draft in dossier.drafts:
            rank = len(pieces) + 1
            own = [n for n, leaf in enumerate(leaves, 1) if leaf.belongs.piece == rank]
            pieces.append(_piece(rank, own, draft, dossier, numbers, opened=opened))
    return pieces


def _piece(rank: int, pages: list[int], draft: Draft, dossier: DossierPlan, numbers: set[str], *, opened: bool) -> Json:
    number = dossier.home.numero_unique
    strays = draft.owner is not None
    asked = draft.asked or strays or not opened
    owner = draft.owner or number
    return {
        "piece": rank,
        "dossier": owner if opened and owner in numbers else None,
        "pages": pages,
        "type": None if draft.motif == "I01" or draft.asked else draft.type,
        "role": draft.role,
        "verdict": "a_verifier" if asked else "rejetee" if draft.motif is not None else "acceptee",
        "motif": None if asked else draft.motif,
        **({} if opened or strays else {"dossier_vrai": number}),
        **({"tags": ["etranger"]} if owner not in numbers else {}),
    }


def _ranges(leaves: Sequence[Leaf]) -> list[list[int]]:
    ranks = [leaf.belongs.pli for leaf in leaves]
    return [[ranks.index(pli) + 1, len(ranks) - ranks[::-1].index(pli)] for pli in sorted(set(ranks))]


def _tags(plan: LotPlan) -> list[str]:
    motifs = {draft.motif for dossier in plan.dossiers for draft in dossier.drafts}
    named = {"I08": "manuscrit", "P01": "hors_perimetre", "I01": "illisible"}
    tags = {plan.grade.name, *plan.tags, *(named[motif] for motif in motifs if motif)}
    tags |= {f"code_{dossier.writing}" for dossier in plan.dossiers if plan.opener}
    flags = {
        "recto_verso": plan.duplex,
        "page_retournee": bool(plan.turned),
        "comptes_faux": any(d.miscount for d in plan.dossiers),
    }
    return sorted(tags | {name for name, holds in flags.items() if holds})
