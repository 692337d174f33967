"""Employment contracts (PRO-CDI)."""

from __future__ import annotations

from datetime import timedelta

from training.canvas import Canvas
from training.desk import Desk, Draft, euros, long_date, short_date
from training.documents.contracts import Article, signed
from training.documents.parts import letterhead, title
from training.people import Household, Someone

ARTICLES: tuple[Article, ...] = (
    (
        "Engagement",
        "{who} est {hired} en qualité de {job}, sous réserve des résultats de la visite médicale d'embauche. "
        "Le présent contrat est régi par la convention collective applicable à l'entreprise.",
    ),
    (
        "Période d'essai",
        "Le présent contrat ne deviendra définitif qu'à l'issue d'une période d'essai de deux mois, "
        "au cours de laquelle chacune des parties pourra rompre sans indemnité.",
    ),
    ("Durée du travail", "La durée du travail est fixée à 35 heures par semaine, réparties selon l'horaire collectif."),
    (
        "Rémunération",
        "En contrepartie de son travail, {who} percevra une rémunération brute mensuelle de {gross} euros "
        "pour 151,67 heures.",
    ),
    (
        "Lieu de travail",
        "Le lieu de travail est fixé à {town}. Il pourra être modifié selon les nécessités du service.",
    ),
    (
        "Congés payés",
        "{who} bénéficiera des congés payés institués par la loi, soit deux jours et demi ouvrables par mois.",
    ),
    (
        "Obligations",
        "{who} s'engage à observer le règlement intérieur et à conserver une discrétion absolue sur ce "
        "qui touche aux activités de la société.",
    ),
    (
        "Rupture",
        "Après la période d'essai, le contrat pourra être rompu par l'une ou l'autre des parties, à charge de "
        "respecter le préavis prévu par la convention collective.",
    ),
    ("Retraite et prévoyance", "{who} relève de la caisse de retraite complémentaire à laquelle l'entreprise adhère."),
)


def contract(desk: Desk, home: Household) -> Draft:
    """PRO-CDI: an employment contract on two or three pages."""
    who, total = desk.rng.choice(home.adults), desk.rng.choice((2, 2, 3))
    hired = long_date(desk.day - timedelta(days=desk.rng.randint(200, 3000)))
    words = {
        "who": f"{who.civility} {who.full}",
        "hired": who.gendered("engagée", "engagé"),
        "job": home.metier,
        "gross": euros(home.net * 1.28),
        "town": home.commune,
    }
    articles = [(name, clause.format(**words)) for name, clause in ARTICLES]
    canvas, y = _opening(desk, home, who, hired)
    done = f"Fait en double exemplaire à {home.commune}, le {hired}"
    parties = ("L'employeur", f"{who.gendered('La salariée', 'Le salarié')} (« lu et approuvé »)")
    return Draft("PRO-CDI", who.role, signed(desk, canvas, y, articles, total, done, parties))


def _opening(desk: Desk, home: Household, who: Someone, since: str) -> tuple[Canvas, float]:
    canvas = desk.page()
    letterhead(canvas, desk, home.employeur, (f"SIRET {home.siret}", f"Code APE 4711F – {home.ville}"))
    y = title(canvas, 42, "CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE", 15, framed=desk.family == "B")
    canvas.text(20, y, "Entre les soussignés :", 11, "bold")
    y = canvas.paragraph(
        20,
        y + 8,
        170,
        f"La société {home.employeur}, dont le siège est à {home.ville}, immatriculée sous "
        f"le numéro SIRET {home.siret}, ci-après dénommée « l'employeur », d'une part,",
        10.5,
    )
    y = canvas.paragraph(
        20,
        y + 3,
        170,
        f"Et {who.civility} {who.full}, {who.born} le {short_date(who.naissance)} à {who.lieu}, "
        f"demeurant {home.rue}, {home.ville}, ci-après {who.gendered('dénommée la salariée', 'dénommé le salarié')}, "
        "d'autre part,",
        10.5,
    )
    y = canvas.paragraph(20, y + 3, 170, f"Il a été convenu ce qui suit, à compter du {since} :", 10.5)
    return canvas, y + 4
