"""Deposits as the night makes them, about people who do not exist."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pipeline.sne.port import Deposit

PARIS = ZoneInfo("Europe/Paris")
FRIDAY, SATURDAY = datetime(2026, 5, 8, 23, 50, tzinfo=PARIS), datetime(2026, 5, 9, 0, 10, tzinfo=PARIS)
NU, STRUCK_OFF, UNKNOWN = "057121507390310691", "057121507390410691", "075012600000110691"
JETON = "jeton-d-essai"


def deposit(content: bytes = b"%PDF-1.7 un", cle: str = "ab" * 32, **said: object) -> Deposit:
    """Return a deposit that holds together, but for what is ``said`` otherwise."""
    fields = {
        "numero_unique": NU,
        "cle": cle,
        "type": "IDE-CNN",
        "role": "D",
        "pages": 1,
        "sensible": False,
        "categorie": "Identité",
        "libelle": "Carte nationale d'identité",
        "canal": "pwp",
        "pli": "pli-7",
        "recu_le": FRIDAY,
        "octets": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
    }
    return Deposit(**{**fields, **said})


class Calendar:
    """The day that a register believes in."""

    today = FRIDAY

    def now(self) -> datetime:
        return self.today


def emptied(base: Path) -> None:
    """Let a stand-in that is running hold nothing any more: starting another would take ten times longer."""
    with closing(sqlite3.connect(base / "sne.sqlite")) as ledger:
        ledger.execute("DELETE FROM piece")
        ledger.commit()


def demandes_file(folder: Path) -> Path:
    """Write the demandes that the register knows: one active, one struck off."""
    applicant = {"nom": "Léautaud", "prenoms": "Zoé", "naissance": "1988-04-12"}
    known = {
        NU: {"numero_unique": NU, "etat": "active", "demandeur": applicant, "courriel": "zoe@courriel.example"},
        STRUCK_OFF: {"numero_unique": STRUCK_OFF, "etat": "radiee"},
    }
    path = folder / "demandes.json"
    path.write_text(json.dumps(known), encoding="utf-8")
    return path
