"""Other ways of wording what was declared before any notice of tax (FIS-ASD)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.foyer import foyer, spaced, whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_NOT_A_NOTICE = (
    "Ce document n'a pas valeur d'avis d'impôt : votre avis vous sera adressé à partir de la fin juillet.",
    "AVIS PROVISOIRE, SANS VALEUR D'AVIS D'IMPÔT. Il est établi d'après les seuls éléments que vous avez déclarés.",
    "Cet avis ne vaut pas avis d'impôt ; il justifie de vos revenus et charges jusqu'à la réception de ce dernier.",
)


def _declared_situation(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        case.one("DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", "FINANCES PUBLIQUES", "DGFiP – impots.gouv.fr"),
        case.one(
            "Avis de situation déclarative à l'impôt sur le revenu",
            f"ASDIR {home.earned + 1}",
            f"Avis de situation déclarative {home.earned + 1}",
        ),
        (
            Text(case.one(*_NOT_A_NOTICE), bold=True),
            Fields(
                (
                    ("Date de la déclaration", case.short(30, 200)),
                    ("Revenus de", str(home.earned)),
                    ("Numéro fiscal", spaced(case.home.fiscal)),
                    ("Numéro d'accès en ligne", case.number(7)),
                    ("Référence de la déclaration", case.number(13)),
                )
            ),
            Table(
                (
                    ("Montants déclarés en €", "Déclarant 1", "Déclarant 2", "Total"),
                    home.row("Salaires déclarés", home.salaries),
                    ("Déductions", "", "", whole(home.net - home.total)),
                    ("Revenus nets", "", "", whole(home.net)),
                ),
                (3, 1, 1, 1),
            ),
            Fields(
                (
                    ("Nombre de parts", home.parts),
                    ("Revenu fiscal de référence", whole(home.net)),
                    ("Impôt sur le revenu estimé", whole(home.tax)),
                )
            ),
            *texts(
                "Conservez ce document : vous pouvez l'utiliser dans vos démarches dans l'attente de votre avis.",
                "Si vous constatez une erreur, corrigez votre déclaration en ligne avant la fermeture du service.",
            ),
        ),
        letter=case.desk.rng.random() < 0.5,
        numbered=True,
    )


def _declaration_printed_from_the_web(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        "impots.gouv.fr – Mon espace particulier",
        case.one(
            "Votre avis de situation déclarative",
            "Déclaration en ligne : situation déclarative",
            "Merci, votre déclaration est enregistrée",
        ),
        (
            Text(f"Bonjour {case.who.prenom} {case.who.nom.upper()},"),
            Text(
                case.one(
                    f"Votre déclaration des revenus {home.earned} a été signée électroniquement le {case.short()} à "
                    f"{case.some(8, 22)}:{case.some(10, 59)}. Voici votre situation déclarative.",
                    f"Vous avez télédéclaré vos revenus {home.earned} ; votre avis de situation déclarative reprend "
                    "ce que vous avez déclaré, sans contrôle de l'administration.",
                )
            ),
            Fields(
                (
                    ("Déclarants", home.names),
                    ("Revenu fiscal de référence déclaré", f"{whole(home.net)} €"),
                    ("Parts", home.parts),
                    ("Impôt estimé", f"{whole(home.tax)} €"),
                )
            ),
            Text(case.one(*_NOT_A_NOTICE)),
            Text("Télécharger mon avis de situation déclarative (PDF, 112 Ko) – Corriger ma déclaration – Quitter"),
        ),
        foot=f"https://cfspart.impots.gouv.fr/monprofil/declarations {case.short(1, 20)} 1/1",
    )


def _declared_situation_without_tax(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        case.one("Liberté Égalité Fraternité – Finances publiques", "Centre des finances publiques"),
        case.one(
            "Avis de situation déclarative",
            "Situation déclarative à l'impôt sur le revenu",
            f"Avis de situation déclarative – revenus {home.earned}",
        ),
        (
            Text(
                case.one(
                    "D'après les éléments déclarés, votre foyer ne serait pas imposable.",
                    "Selon votre déclaration, vous n'auriez aucun impôt à payer.",
                )
            ),
            Fields(
                (
                    ("Foyer", home.names),
                    ("Domicile", case.home.rue),
                    ("Revenus déclarés", whole(home.total)),
                    ("RFR", whole(home.net)),
                    ("Parts", home.parts),
                    ("Déclaré le", case.short(20, 120)),
                )
            ),
            Text(case.one(*_NOT_A_NOTICE), bold=True),
        ),
    )


def _corrected_declared_situation(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        f"Service des impôts des particuliers de {case.commune}",
        case.one(
            "Avis de situation déclarative – déclaration corrective",
            "Avis de situation déclarative modifié",
            "Avis de situation déclarative suite à dépôt papier",
        ),
        (
            *texts(
                case.one(
                    f"Nous avons enregistré votre déclaration rectificative le {case.short()}.",
                    f"Votre déclaration n° 2042 déposée sur papier le {case.short()} a été saisie par nos soins.",
                ),
                case.one(*_NOT_A_NOTICE),
            ),
            Table(
                (
                    ("Rubrique", "Case", "Déclaré"),
                    ("Salaires déclarant 1", "1AJ", whole(home.salaries[0])),
                    ("Nombre d'enfants à charge", "F", str(home.children)),
                    ("Revenu fiscal de référence", "", whole(home.net)),
                    ("Nombre de parts", "", home.parts),
                ),
                (4, 1, 1.5),
            ),
            Text(
                "Les données ci-dessus sont celles de la déclaration ; elles n'ont pas donné lieu à émission d'un rôle "
                "et aucune date de mise en recouvrement n'est fixée à ce jour."
            ),
        ),
        references=(f"N° fiscal : {spaced(case.home.fiscal)}", f"Année d'imposition : {home.earned + 1}"),
        letter=True,
    )


WRITERS: Writers = {
    "FIS-ASD": to_learn(
        *wordy(
            _declared_situation,
            _declaration_printed_from_the_web,
            _declared_situation_without_tax,
            _corrected_declared_situation,
        )
    )
}
