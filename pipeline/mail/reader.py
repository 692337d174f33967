"""What the reader of a mail may know of a pli: not what operators filed in the dossier of somebody else. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

APART = "a_part"
"""The account, and the role, of pages that were filed in the dossier of another person."""
ACCOUNTS = {"acceptee": "acceptees", "rejetee": "rejetees", "a_verifier": "a_verifier"}


def seen_by(bilan: Mapping[str, Any], others: Collection[str]) -> Mapping[str, Any]:
    """Return a bilan (its JSON) without the dossiers of ``others``; their pages stand in an account apart."""
    if not others:
        return bilan
    hidden = [piece for piece in bilan["pieces"] if piece["dossier"] in others]
    pages = {n for piece in hidden for n in piece["pages"]}
    moved = Counter(ACCOUNTS[piece["verdict"]] for piece in hidden for _ in piece["pages"])
    register = {account: count - moved[account] for account, count in bilan["registre"].items()}
    return {
        **bilan,
        "dossiers": [dossier for dossier in bilan["dossiers"] if dossier["numero_unique"] not in others],
        "pieces": [piece for piece in bilan["pieces"] if piece not in hidden],
        "anomalies": [anomaly for anomaly in bilan["anomalies"] if anomaly["dossier"] not in others],
        "pages": [{**page, "dossier": None, "role": APART} if page["n"] in pages else page for page in bilan["pages"]],
        "registre": {**register, APART: len(pages)},
    }
