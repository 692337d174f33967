"""Pages written by hand for the tests of settling: words in place of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from pipeline.domain.geometry import Box
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Code, Look, Reading, Symbology, TextSource, Word, unreadable
from pipeline.domain.receipt import Canal, Companion, Receipt, Source
from pipeline.domain.rules import Rules
from pipeline.domain.working_calendar import PARIS
from pipeline.settings import load
from pipeline.sheets.codes import sign

MARTIN, DURAND, PETIT = "057121507390310691", "057031600010210691", "059101600020359900"
RECEIVED = datetime(2026, 5, 6, 10, 0, tzinfo=PARIS)
LINE_HEIGHT = 0.018
TOP_RIGHT = Box(0.8, 0.05, 0.95, 0.15)


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Return the shipped rules."""
    return load(Path("nowhere"), {}).rules()


def page(*lines: str, codes: Sequence[str] = (), rotation: int = 0) -> Reading:
    """Return the reading of a page that bears these lines, from the top down."""
    words = [word for number, line in enumerate(lines) for word in _words(number, line)]
    return Reading(
        width=1654,
        height=2339,
        dpi=200.0,
        rotation=rotation,
        skew=0.0,
        codes=tuple(Code(Symbology.QR, payload, TOP_RIGHT, "test") for payload in codes),
        unread_codes=(),
        words=tuple(words),
        text_source=TextSource.OCR if words else TextSource.NONE,
        look=look(ink=0.04 if words or codes else 0.0),
        fault=None,
    )


def _words(number: int, line: str) -> list[Word]:
    y0 = 0.05 + number * 0.03
    texts = line.split()
    step = 0.9 / max(len(texts), 10)
    return [
        Word(text, 0.95, Box(0.05 + i * step, y0, 0.05 + (i + 0.9) * step, y0 + LINE_HEIGHT), number)
        for i, text in enumerate(texts)
    ]


def look(ink: float = 0.04, handwritten: float | None = 0.0, sharpness: float = 0.9) -> Look:
    """Return the measures of a clean page; no ink is a blank one."""
    dark = tuple([ink] * (INK_ROWS * INK_COLUMNS))
    return Look(ink, dark, 0.9 if ink else 0.0, sharpness, None, None, handwritten if ink else None, coloured=False)


def blank() -> Reading:
    """Return the reading of a blank side."""
    return page()


def fiche(number: str, nom: str, prenoms: str, pages: int | None = None, documents: int | None = None) -> Reading:
    """Return a fiche with a signed code."""
    counts = f"{'' if documents is None else documents}*{'' if pages is None else pages}"
    body = f"SNE*1*F*{number}*{nom}*{prenoms}*19800201*{counts}*20260504*10691*N{number[7:13]}*D0"
    return page("Fiche récapitulative obligatoire pour la numérisation", codes=[signed(body)])


def bordereau(dossiers: int, pages: int, envoi: str = "K7Q2M9XA4B") -> Reading:
    """Return a bordereau with a signed code."""
    body = f"SNE*1*B*10691*057*MOSELIS*{dossiers}*{pages}*20260504*{envoi}*D0"
    return page("Bordereau obligatoire pour la transmission des pièces justificatives", codes=[signed(body)])


def signed(body: str) -> str:
    """Return a payload signed with the demonstration key."""
    return sign(body, rules().keys["D0"])


def bulletin(nom: str = "MARTIN Claire", mois: str = "mars 2026") -> Reading:
    """Return a payslip."""
    return page(
        "Société Exemple SARL SIRET 123 456 789 00012",
        "BULLETIN DE SALAIRE",
        f"Période : {mois}",
        f"Madame {nom}",
        "Salaire brut 2 100,00",
        "Cotisations CSG CRDS URSSAF",
        "Net à payer avant impôt sur le revenu 1 650,00",
        "Convention collective congés payés",
    )


def quittance(nom: str = "MARTIN Claire") -> Reading:
    """Return a rent receipt."""
    return page(
        "QUITTANCE DE LOYER",
        f"Reçu de {nom} la somme de 520 euros",
        "Loyer 480 provision sur charges 40",
        "Bailleur : Habitat Exemple, période du 1er au 31 mars 2026",
    )


def releve(nom: str = "MARTIN Claire") -> Reading:
    """Return a bank statement."""
    return page(
        "Banque Exemple",
        "RELEVÉ DE COMPTE",
        f"Titulaire : {nom}",
        "Date Nature de l'opération Débit Crédit",
        "Ancien solde créditeur 120,00",
        "Virement salaire 1 650,00",
        "Prélèvement assurance 32,10",
        "Paiement par carte 54,20",
        "Nouveau solde créditeur 1 683,70",
    )


def receipt(count: int, canal: Canal = Canal.PAPIER_GUICHET, companion: Companion | None = None) -> Receipt:
    """Return how a pli of ``count`` pages came."""
    return Receipt(
        pli="pg0000000000-1-1",
        lot="pg0000000000-1",
        canal=canal,
        station=None,
        source=Source("pli.pdf", "0" * 64, 1000),
        recu_le=RECEIVED,
        recu_le_source="depot",
        echeance=RECEIVED,
        companion=companion or Companion(),
        first=1,
        last=count,
    )


def numbered(*pages: Reading) -> dict[int, Reading]:
    """Return readings by page number, from 1."""
    return dict(enumerate(pages, start=1))


def unseen() -> Reading:
    """Return a page that could not be looked at."""
    return unreadable("la page n'a pas pu être lue")


def by_hand(reading: Reading) -> Reading:
    """Return a page as if it were mainly handwritten."""
    return replace(reading, words=(), look=look(handwritten=0.95))
