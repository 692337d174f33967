"""Judgments of the family court (FAM-DIV)."""

from __future__ import annotations

from datetime import date, timedelta

from training.canvas import GREY, Canvas
from training.desk import Desk, Draft, euros, long_date
from training.documents.parts import pagination, title
from training.marks import seal, signature
from training.people import Household

FORMER = {"F": "Basile CORVELAIN", "M": "Hermine CORVELAIN"}
"""Whom the applicant was married to, by the applicant's own sex."""


def divorce(desk: Desk, home: Household) -> Draft:
    """FAM-DIV: an extract of a divorce judgment, the facts on one page and what was decided on the next."""
    day = desk.day - timedelta(days=desk.rng.randint(200, 1500))
    case = f"N° RG {day.year % 100 - 1:02d}/{desk.rng.randint(100, 4999):05d}"
    pages = (_facts(desk, home, day, case), _ruling(desk, home, day, case))
    for number, canvas in enumerate(pages, 1):
        pagination(canvas, desk, number, len(pages))
    return Draft("FAM-DIV", None, tuple(canvas.image for canvas in pages))


def _facts(desk: Desk, home: Household, day: date, case: str) -> Canvas:
    canvas, who = desk.page(), home.demandeur
    court = f"TRIBUNAL JUDICIAIRE DE {home.commune.upper()}"
    for row, line in enumerate((court, "Chambre de la famille", f"Cabinet {desk.rng.randint(1, 9)}")):
        canvas.text(18, 14 + 5 * row, line, 10, "bold" if row == 0 else "regular")
    canvas.text(18, 34, case, 10)
    canvas.text(18, 39, f"Minute n° {day.year % 100:02d}/{desk.rng.randint(10, 999)}", 10)
    canvas.text(105, 50, "RÉPUBLIQUE FRANÇAISE", 12, "bold", anchor="ma")
    canvas.text(105, 56, "AU NOM DU PEUPLE FRANÇAIS", 11, anchor="ma")
    y = title(canvas, 70, "JUGEMENT DE DIVORCE", 17)
    canvas.text(105, y - 3, f"rendu le {long_date(day)}", 11, anchor="ma")
    other = who.gendered("Monsieur", "Madame")
    canvas.paragraph(
        24,
        y + 10,
        164,
        f"{who.gendered('DEMANDERESSE', 'DEMANDEUR')} : {who.civility} {who.full}, {who.born} le "
        f"{long_date(who.naissance)} à {who.lieu}, demeurant {home.rue}, {home.ville}, "
        f"{who.gendered('représentée', 'représenté')} par Maître Odile FAUVERGUE, avocat\n\n"
        f"{who.gendered('DÉFENDEUR', 'DÉFENDERESSE')} : {other} {FORMER[who.sexe]}, "
        f"{who.gendered('représenté', 'représentée')} par Maître Gaspard TOURNEMIRE, avocat\n\n"
        "Le juge aux affaires familiales : Madame Clarisse HAUTECOMBE\nLe greffier : Monsieur Ulysse BERGERAND\n\n"
        "EXPOSÉ DU LITIGE\n\n"
        f"Les époux se sont mariés devant l'officier de l'état civil de {home.commune}, sans contrat préalable. "
        f"{who.civility} {who.full} a saisi la juridiction d'une demande en divorce. À l'audience d'orientation, les "
        "parties ont accepté le principe de la rupture du mariage sans considération des faits à l'origine de "
        "celle-ci. La clôture a été prononcée et l'affaire mise en délibéré.",
        10.5,
        leading=1.5,
    )
    return canvas


def _ruling(desk: Desk, home: Household, day: date, case: str) -> Canvas:
    canvas, who = desk.page(), home.demandeur
    canvas.text(18, 14, case, 9, ink=GREY)
    canvas.text(24, 28, "PAR CES MOTIFS", 12, "bold")
    y = canvas.paragraph(
        24,
        38,
        164,
        "Le juge aux affaires familiales, statuant publiquement, par jugement contradictoire et en premier ressort,\n\n"
        f"PRONONCE le divorce de {who.civility} {who.full} et de {who.gendered('Monsieur', 'Madame')} "
        f"{FORMER[who.sexe]} ;\n\n"
        "ORDONNE la mention du présent jugement en marge de l'acte de mariage et des actes de naissance des époux ;\n\n"
        f"{_children(desk, home)}"
        "DIT que chacune des parties conserve la charge de ses dépens.",
        10.5,
        leading=1.5,
    )
    canvas.text(24, y + 10, f"Fait et jugé à {home.commune}, le {long_date(day)}", 10.5)
    for x, signer in ((24.0, "Le greffier"), (120.0, "Le juge aux affaires familiales")):
        canvas.text(x, y + 20, signer, 10.5, "bold")
        signature(canvas, x + 4, y + 40, 36, desk.rng)
    seal(canvas, 84, y + 26, f"TRIBUNAL JUDICIAIRE * {home.commune[:14]} *", desk.rng)
    return canvas


def _children(desk: Desk, home: Household) -> str:
    """Return what is ruled for the children, nothing where there are none."""
    if not home.enfants:
        return ""
    names = " et ".join(child.prenom for child in home.enfants)
    return (
        f"RAPPELLE que l'autorité parentale est exercée en commun et FIXE la résidence de {names} au domicile de "
        f"{home.demandeur.full} ;\n\n"
        f"FIXE à {euros(desk.rng.randrange(90, 240, 10))} euros par mois et par enfant la contribution à leur "
        "entretien et à leur éducation ;\n\n"
    )
