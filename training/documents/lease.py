"""Leases (LOG-BAI): clauses over several pages, initialled and signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import cycle

from training.canvas import BLACK, Canvas, Ink
from training.desk import Desk, Draft, euros, long_date, short_date
from training.documents.contracts import Article, signed
from training.documents.parts import title
from training.people import Household

SUBJECT = "Soumis au titre Ier de la loi du 6 juillet 1989 – logement nu à usage de résidence principale"
CLAUSES: tuple[Article, ...] = (
    (
        "Désignation des locaux",
        "Le bailleur donne en location le logement situé {where}, comprenant deux chambres, une cuisine, une salle "
        "d'eau et un séjour, d'une surface habitable de 58 m², ainsi qu'une cave.",
    ),
    (
        "Durée",
        "Le présent bail est consenti pour une durée de trois ans à compter du {since}. Il est reconduit tacitement à "
        "son terme.",
    ),
    (
        "Montant du loyer",
        "Le loyer mensuel est fixé à {rent} euros, payable d'avance le premier de chaque mois, outre une provision sur "
        "charges de {costs} euros.",
    ),
    (
        "Dépôt de garantie",
        "Le locataire verse un dépôt de garantie égal à un mois de loyer hors charges, restitué dans les deux mois de "
        "la remise des clés, déduction faite des sommes dues.",
    ),
    (
        "Révision",
        "Le loyer est révisé chaque année à la date anniversaire selon la variation de l'indice de référence "
        "des loyers.",
    ),
    (
        "État des lieux",
        "Un état des lieux contradictoire est établi à la remise et à la restitution des clés.",
    ),
    (
        "Obligations du locataire",
        "Le locataire use paisiblement des lieux, répond des dégradations, s'assure contre les risques locatifs et en "
        "justifie chaque année au bailleur.",
    ),
    (
        "Obligations du bailleur",
        "Le bailleur délivre un logement décent et en assure la jouissance paisible.",
    ),
    (
        "Charges récupérables",
        "Les charges comprennent l'entretien des parties communes, l'eau froide et la taxe d'ordures ménagères. Elles "
        "donnent lieu à une régularisation annuelle, au vu d'un décompte par nature de charges.",
    ),
    (
        "Clause résolutoire",
        "À défaut de paiement du loyer ou des charges, et deux mois après un commandement resté infructueux, le bail "
        "sera résilié de plein droit.",
    ),
    (
        "Travaux",
        "Le locataire laisse exécuter les travaux d'entretien. Il ne transforme pas les lieux sans l'accord écrit du "
        "bailleur, qui peut exiger la remise en état à la sortie.",
    ),
    (
        "Diagnostics",
        "Sont annexés au présent bail le diagnostic de performance énergétique, l'état des risques et la notice "
        "d'information relative aux droits et obligations des parties.",
    ),
    (
        "Congé",
        "Le locataire peut donner congé à tout moment, sous réserve d'un préavis de trois mois, réduit à un mois en "
        "zone tendue.",
    ),
)


def fill(
    paper: Canvas,
    texts: Iterable[str],
    top: float,
    bottom: float,
    size: float,
    *,
    left: float = 18.0,
    width: float = 174.0,
    ink: Ink = BLACK,
) -> list[str]:
    """Write ``texts`` over and over from ``top`` until ``bottom`` (mm) is passed; return the words written."""
    y, words = top, list[str]()
    for text in cycle(texts):
        y = paper.paragraph(left, y, width, text, size, ink=ink)
        words += text.split()
        if y > bottom:
            break
    return words


def lease(desk: Desk, home: Household) -> Draft:
    """LOG-BAI: a lease on two to four pages."""
    total = desk.rng.choice((2, 3, 3, 4))
    since = long_date(desk.day - timedelta(days=desk.rng.randint(400, 3000)))
    rent, costs = euros(home.loyer), euros(home.loyer * 0.12)
    words = {"where": f"{home.rue}, {home.ville}", "since": since, "rent": rent, "costs": costs}
    articles = [(name, clause.format(**words)) for name, clause in CLAUSES]
    canvas, y = _opening(desk, home)
    done = f"Fait à {home.commune}, le {since}, en autant d'exemplaires que de parties."
    pages = signed(desk, canvas, y, articles, total, done, ("Le bailleur", "Le locataire"))
    return Draft("LOG-BAI", None, pages, back_to_back=desk.family == "B")


def _opening(desk: Desk, home: Household) -> tuple[Canvas, float]:
    canvas, first = desk.page(), desk.family == "A"
    y = title(canvas, 20, "CONTRAT DE LOCATION" if first else "BAIL D'HABITATION", 18, framed=first)
    y = canvas.paragraph(20, y, 170, SUBJECT, 9.5, "italic")
    canvas.text(20, y + 4, "Entre les soussignés :", 11, "bold")
    tenants = " et ".join(
        f"{who.civility} {who.full}, {who.born} le {short_date(who.naissance)}" for who in home.adults
    )
    y += 12
    for words in (
        f"LE BAILLEUR : {home.bailleur}, demeurant ou ayant son siège à {home.ville}, d'une part,",
        f"LE LOCATAIRE : {tenants}, d'autre part,",
        "il a été convenu ce qui suit :",
    ):
        y = canvas.paragraph(20, y, 170, words, 10.5) + 2
    return canvas, y + 3
