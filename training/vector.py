"""A page that never was on paper: drawn as vectors with its text, as an office program exports it."""

from __future__ import annotations

from datetime import UTC, datetime, time

from fpdf import FPDF

from training.desk import Desk, Draft, long_date, short_date
from training.fonts import FONT_ROOT
from training.people import Household


def employer_statement(desk: Desk, home: Household) -> Draft:
    """PRO-ATE: an employer's attestation as a one-page PDF."""
    who = home.demandeur
    hired = who.gendered("employée", "employé")
    page = FPDF(format="A4")
    page.set_creation_date(datetime.combine(desk.day, time(12), UTC))
    page.add_font("corps", "", str(FONT_ROOT / desk.faces.regular))
    page.add_font("corps", "B", str(FONT_ROOT / desk.faces.bold))
    page.add_page()
    page.set_font("corps", "B", 13)
    page.multi_cell(0, 7, f"{home.employeur}\n{home.ville}\nSIRET {home.siret}")
    page.set_xy(10, 70)
    page.set_font("corps", "B", 18)
    page.cell(0, 10, "ATTESTATION D'EMPLOI", align="C")
    page.set_xy(25, 92)
    page.set_font("corps", "", 12)
    page.multi_cell(
        160,
        7.5,
        (
            f"Je soussigné, directeur de la société {home.employeur}, atteste que {who.civility} {who.full}, "
            f"{who.born} le "
            f"{short_date(who.naissance)}, est {hired} dans notre entreprise depuis le {long_date(home.depot)} "
            f"en qualité de "
            f"{home.metier}, par contrat à durée indéterminée.\n\nPour servir et valoir ce que de droit.\n\n"
            f"Fait à {home.commune}, le {long_date(desk.day)}."
        ),
    )
    page.line(120, 190, 180, 190)
    page.text(122, 186, "Le directeur")
    return Draft("PRO-ATE", who.role, (bytes(page.output()),))
