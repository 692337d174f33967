"""Avis d'impôt sur le revenu of other years and makes: rolls of the 2000s, recent tables, corrected notices."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.foyer import Foyer, foyer, percent, spaced, whole
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

TYPE = "FIS-AVI"


def _roll_of_the_treasury(case: Case) -> Paper:
    home = foyer(case)
    year = case.some(1999, 2011)
    return Paper(
        TYPE,
        home.role,
        case.one("TRESOR PUBLIC", "DIRECTION GENERALE DES IMPOTS", "Perception - recette des impôts"),
        case.one(
            f"Impôt sur les revenus de l'année {year}",
            f"Avis d'imposition - impôt sur le revenu {year}",
            f"Avis de non-imposition pour {year}" if not home.tax else f"Avis d'impôt sur les revenus {year}",
        ),
        (
            Fields(
                (
                    (case.one("Rôle n°", "N° de rôle"), f"{case.number(3)} du 31/07/{year + 1}"),
                    ("Date de mise en recouvrement", f"31/07/{year + 1}"),
                    (case.one("N° FIP", "Numéro FIP"), f"99 {case.number(3)} {case.number(9)} {case.number(2)}"),
                    (case.one("Situation", "Sit. fam."), f"{case.one('M', 'C', 'D', 'V', 'O')}   parts {home.parts}"),
                    ("Date limite de paiement", f"15/09/{year + 1}"),
                )
            ),
            Table(
                (
                    ("Détail des revenus", "Vous", "Conjoint", "Total"),
                    home.row("Salaires, pensions", home.salaries),
                    ("Revenu brut global", "", "", whole(home.net)),
                    ("Impôt sur les revenus soumis au barème", "", "", whole(home.tax)),
                    (case.one("Décote", "Prime pour l'emploi", "Réduction d'impôt"), "", "", f"-{case.some(10, 400)}"),
                    (case.one("Total à payer", "Net à payer", "Solde restant dû"), "", "", whole(home.tax)),
                    ("Revenu fiscal de référence", "", "", whole(home.net)),
                ),
                (3, 1, 1, 1),
            ),
            Text(
                case.one(
                    "Chèque à l'ordre du Trésor public, TIP ou espèces au guichet. Majoration de 10 % ensuite.",
                    "Vous êtes mensualisé : les prélèvements à venir figurent au dos.",
                    "Votre revenu ne vous rend pas imposable. Conservez cet avis pour vos démarches sociales.",
                )
            ),
        ),
        lines=(case.one("Trésorerie de ", "Centre des impôts de ") + case.commune,),
        letter=True,
    )


def _counted(case: Case, home: Foyer, withheld: int) -> tuple[Part, ...]:
    """Return how the tax is counted; ``withheld``: euros already paid at source."""
    return (
        Heading("Détail des revenus"),
        Table(
            (
                ("", "Déclarant 1", "Déclarant 2", "Total"),
                home.row("Salaires", home.salaries),
                home.row(case.one("Salaires nets", "Après déduction 10 %"), tuple(s - s // 10 for s in home.salaries)),
                ("Revenu imposable", "", "", whole(home.net)),
                ("Droits simples", "", "", whole(home.tax)),
                ("Impôt avant imputation", "", "", whole(home.tax)),
                ("Prélèvement à la source", "", "", f"- {whole(withheld)}"),
            ),
            (2.6, 1, 1, 1),
        ),
    )


def _notice_with_withholding(case: Case) -> Paper:
    home = foyer(case)
    withheld = round(home.tax * case.desk.rng.uniform(0.7, 1.2))
    balance = home.tax - withheld
    return Paper(
        TYPE,
        home.role,
        case.one("FINANCES PUBLIQUES", "Direction générale des Finances publiques", "impots.gouv.fr"),
        case.one(
            f"Avis d'impôt {home.earned + 1} sur les revenus et prélèvements sociaux de {home.earned}",
            f"Avis d'impôt établi en {home.earned + 1}",
            f"Votre avis d'impôt sur les revenus {home.earned}",
        ),
        (
            Heading(case.one("Votre situation", "L'essentiel", "Synthèse")),
            Fields(
                (
                    (case.one("Somme qui vous sera remboursée", "Restitution"), f"{whole(-balance)} €")
                    if balance < 0
                    else (case.one("Somme restant à payer", "Solde à prélever"), f"{whole(balance)} €"),
                    ("Numéro fiscal (déclarant 1)", spaced(case.number(13))),
                    ("Référence de l'avis", f"{home.earned % 100 + 1} 99 {case.number(7)} {case.number(2)}"),
                    ("Revenu fiscal de référence", whole(home.net)),
                    ("Nombre de parts", home.parts),
                )
            ),
            Text(
                f"Impôt dû : {whole(home.tax)} €. Retenue à la source et acomptes déjà versés : {whole(withheld)} €. "
                + case.one(
                    "La différence sera virée sur le compte dont vous avez communiqué les coordonnées.",
                    "Prélèvement en quatre fois de septembre à décembre sur votre compte bancaire.",
                    f"Votre taux d'imposition moyen est de {percent(home)}.",
                )
            ),
            Leaf(),
            *_counted(case, home, withheld),
            *several(
                case,
                2,
                "Mis en recouvrement le 31 juillet. Réclamation possible jusqu'au 31 décembre de la deuxième année.",
                "Plus-values, revenus de capitaux mobiliers et prélèvements sociaux sont détaillés plus loin s'il "
                "y a lieu ; la contribution exceptionnelle sur les hauts revenus ne vous concerne pas.",
                "Pour payer : site ou application, avec la référence de l'avis ; le paiement en espèces reste possible "
                "chez un buraliste agréé jusqu'à 300 euros.",
                "Le taux qui résulte de cet avis sera transmis à votre employeur en septembre.",
                "La taxe d'habitation sur la résidence principale est supprimée pour tous les foyers.",
                "Avant l'été, un avis de situation déclarative a pu vous être remis : le présent avis s'y substitue.",
            ),
        ),
        references=(f"Service des impôts des particuliers de {case.commune}",),
        letter=case.one("o", "n") == "o",
        numbered=True,
    )


def _corrected_notice(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        TYPE,
        home.role,
        case.one("Service des impôts des particuliers", "Centre des finances publiques", "DGFiP"),
        case.one(
            f"Avis de dégrèvement - impôt sur le revenu {home.earned}",
            f"Avis d'impôt rectificatif sur les revenus de {home.earned}",
            "Avis d'impôt primitif annulé et remplacé",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", "Contribuable,")
                + f" à la suite de votre réclamation du {case.long(20, 120)}, votre imposition a été revue.",
                case.one(
                    "La demi-part liée à votre situation de parent isolé a été rétablie.",
                    f"L'impôt établi sous le rôle {case.number(3)} est ramené à {whole(home.tax)} €.",
                    "La part supplémentaire demandée pour votre enfant majeur rattaché a été accordée.",
                ),
            ),
            Fields(
                (
                    ("Foyer fiscal", home.names),
                    (case.one("Imposition initiale", "Montant émis"), f"{whole(home.tax + case.some(80, 900))} €"),
                    (case.one("Imposition après correction", "Montant maintenu"), f"{whole(home.tax)} €"),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    ("Parts", home.parts),
                )
            ),
            Text(
                case.one(
                    "Le trop-perçu vous sera remboursé sous deux mois.",
                    "Décision prise en application de l'article R* 211-1 du livre des procédures fiscales.",
                )
            ),
        ),
        references=(f"Numéro fiscal {case.number(13)}", f"Affaire suivie par {case.third()}"),
        letter=True,
        signer=case.one("L'inspecteur des finances publiques", "Le comptable"),
    )


WRITERS: Writers = {TYPE: to_learn(_roll_of_the_treasury, _notice_with_withholding, _corrected_notice)}
