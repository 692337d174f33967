"""Other ways of wording notices of income tax, of several years (FIS-AVI)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.foyer import Foyer, foyer, percent, spaced, whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _income(home: Foyer, *labels: str) -> tuple[tuple[str, ...], ...]:
    """Wages, the tenth cut off, what is left: under the ``labels`` of the issuer."""
    cut = tuple(-round(salary / 10) for salary in home.salaries)
    left = tuple(salary + tenth for salary, tenth in zip(home.salaries, cut, strict=True))
    return tuple(home.row(label, row) for label, row in zip(labels, (home.salaries, cut, left), strict=True))


_EXPLAINED = (
    "Vos revenus : les montants de la page précédente sont ceux de votre déclaration, corrigés le cas échéant. La "
    "déduction de 10 % est plafonnée ; elle est remplacée par vos frais réels si vous l'avez demandé.",
    "Quotient familial : le revenu imposable est divisé par le nombre de parts, puis l'impôt obtenu est multiplié par "
    "ce nombre. L'avantage tiré des demi-parts est plafonné.",
    "Revenu fiscal de référence : il sert à déterminer vos droits à certaines exonérations et prestations sociales.",
    "Prélèvement à la source : les sommes retenues par votre employeur ou votre caisse viennent en déduction.",
    "Vos démarches : déclarer un changement de situation, moduler votre taux, adhérer à la mensualisation.",
    "En cas de difficulté de paiement, adressez une demande de délai au service dont les coordonnées figurent en tête.",
    "Réclamation : elle doit être présentée au service des impôts, en joignant une copie du présent avis.",
    "Justificatif : la page 1 et la page 2 doivent être produites ensemble aux organismes qui demandent cet avis.",
)


def _explained(case: Case) -> tuple[Part, ...]:
    """Return the last page, which explains the others, or none."""
    if case.some(0, 1):
        return ()
    return Leaf(), *texts(*case.desk.rng.sample(_EXPLAINED, case.some(3, 8)))


def _notice_with_withholding(case: Case) -> Paper:
    home = foyer(case)
    due = case.some(-400, 600)
    return Paper(
        "FIS-AVI",
        home.role,
        case.one("DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", "FINANCES PUBLIQUES", "République française – DGFiP"),
        case.one(f"Avis d'impôt établi en {home.earned + 1}", f"Avis d'impôt {home.earned + 1}", "Votre avis d'impôt"),
        (
            Text(f"Impôt sur les revenus de {home.earned}", bold=True),
            Fields(
                (
                    ("Numéro fiscal (déclarant 1)", spaced(case.home.fiscal)),
                    ("Référence de l'avis", f"{case.year % 100} {case.number(2)} {case.number(7)} {case.number(2)}"),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                )
            ),
            Text(
                case.one(
                    f"Il vous reste à payer {whole(abs(due))} €. Cette somme sera prélevée en quatre fois.",
                    f"Vous serez remboursé de {whole(abs(due))} € par virement sur votre compte bancaire.",
                    "Vous n'avez rien à payer : l'impôt prélevé à la source solde votre impôt.",
                ),
                bold=True,
            ),
            Text(f"Votre taux de prélèvement à la source : {percent(home)}. Il s'appliquera à compter de septembre."),
            Leaf(),
            Heading(case.one("Détail des revenus", "Détail de votre impôt", "Comment votre impôt est calculé")),
            Table(
                (
                    ("", "Déclar. 1", "Déclar. 2", "Total"),
                    *_income(home, "Salaires", "Déduction 10 % ou frais réels", "Salaires, pensions, rentes nets"),
                ),
                (3, 1, 1, 1),
            ),
            Fields(
                (
                    ("Revenu brut global", whole(home.net)),
                    ("Revenu imposable", whole(home.net)),
                    ("Nombre de parts", home.parts),
                    ("Impôt sur le revenu soumis au barème", whole(home.tax)),
                    ("Total de l'impôt sur le revenu net", whole(home.tax)),
                )
            ),
            Text(
                "Vous pouvez déposer une réclamation jusqu'au 31 décembre de la deuxième année suivant celle de la "
                "mise en recouvrement. Date de mise en recouvrement : 31/07/" + str(home.earned + 1)
            ),
            *_explained(case),
        ),
        letter=True,
        numbered=True,
    )


def _notice_of_the_treasury(case: Case) -> Paper:
    home, year = foyer(case), case.some(1999, 2009)
    return Paper(
        "FIS-AVI",
        home.role,
        case.one(
            "TRÉSOR PUBLIC", "DIRECTION GÉNÉRALE DES IMPÔTS", "Ministère de l'Économie, des Finances et du Budget"
        ),
        case.one(f"Avis d'imposition {year}", "Impôt sur le revenu – Avis d'imposition", "Avis de non-imposition"),
        (
            Text(f"Revenus de l'année {year - 1} — rôle n° {case.number(3)}, mis en recouvrement le 31/07/{year}"),
            Fields(
                (
                    ("Nom et adresse d'imposition", home.names),
                    ("N° SPI / identifiant", case.number(13)),
                    ("Commune", case.commune),
                    ("Situation de famille", case.one("M", "C", "D", "O")),
                    ("Nombre de personnes à charge", str(home.children)),
                    ("Nombre de parts", home.parts),
                )
            ),
            Table(
                (
                    ("Libellé", "Vous", "Conjoint", "Foyer"),
                    *_income(home, "Traitements et salaires", "Abattement 10 %", "Reste"),
                ),
                (3, 1, 1, 1),
            ),
            Text(f"Revenu imposable : {whole(home.net)}. Revenu fiscal de référence : {whole(home.net)}.", bold=True),
            Text(
                case.one(
                    "Vous n'êtes pas imposable. Conservez cet avis pour justifier de vos revenus.",
                    f"Somme à payer au plus tard le 15 septembre {year} : {whole(home.tax)} euros. Au-delà, la somme "
                    "sera majorée de 10 %.",
                    "Le montant de votre impôt est inférieur au seuil de mise en recouvrement (61 €). Il n'est pas dû.",
                )
            ),
            Text(
                case.one(
                    "Prime pour l'emploi : néant.",
                    "Vos droits à prime pour l'emploi ont été calculés.",
                    "Ce document est délivré en un seul exemplaire ; aucun duplicata ne vous sera adressé.",
                )
            ),
        ),
        lines=(f"Trésorerie de {case.commune}", "Pour réclamer : centre des impôts dont dépend votre domicile"),
        letter=True,
    )


def _tax_proof_for_third_parties(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-AVI",
        home.role,
        "impots.gouv.fr",
        case.one(
            "Justificatif d'impôt sur le revenu", "Justificatif d'impôt", "Justificatif de revenus – avis d'impôt"
        ),
        (
            Text(
                case.one(
                    "Ce justificatif reprend les éléments de votre avis d'impôt. Il peut être présenté aux organismes.",
                    f"Le présent document justifie des revenus de {home.earned} et de l'impôt établi au nom du foyer.",
                    "Document à remettre aux administrations et bailleurs qui demandent une copie de l'avis d'impôt.",
                )
            ),
            Fields(
                (
                    (case.one("Déclarant(s)", "Foyer fiscal", "Nom"), home.names),
                    ("Adresse déclarée au 1er janvier", case.home.rue),
                    ("N° fiscal", spaced(case.home.fiscal)),
                    ("Réf. avis", case.number(13)),
                    ("Année des revenus", str(home.earned)),
                    ("Date d'établissement", f"18/07/{home.earned + 1}"),
                    ("Nombre de parts", home.parts),
                    ("Personnes à charge", str(home.children)),
                    ("Revenu brut global", f"{whole(home.net)} €"),
                    ("Revenu imposable", f"{whole(home.net)} €"),
                    ("Impôt sur le revenu net", f"{whole(home.tax)} €"),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                )
            ),
            Text(
                case.one(
                    "L'authenticité de ce document se vérifie sur impots.gouv.fr/verifavis.",
                    "Vérifiez cet avis avec le numéro fiscal et la référence de l'avis.",
                )
            ),
        ),
        subtitle=f"Impôt {home.earned + 1} sur les revenus de {home.earned}",
    )


def _relief_or_corrected_notice(case: Case) -> Paper:
    home = foyer(case)
    before = home.tax + case.some(80, 900)
    return Paper(
        "FIS-AVI",
        home.role,
        f"Service des impôts des particuliers de {case.commune}",
        case.one(
            "Avis de dégrèvement d'impôt sur le revenu",
            "Avis d'impôt rectificatif",
            "Avis d'impôt supplémentaire",
            "Avis d'impôt primitif – duplicata",
        ),
        (
            Text(
                case.one(
                    f"À la suite de votre réclamation du {case.short(40, 90)}, votre imposition est modifiée ainsi :",
                    f"Votre impôt sur les revenus de {home.earned} a fait l'objet d'un nouveau calcul.",
                    "Cet avis annule et remplace l'avis d'impôt que vous avez reçu précédemment.",
                )
            ),
            Fields(
                (
                    ("Contribuable", home.names),
                    ("Numéro fiscal", spaced(case.home.fiscal)),
                    ("Revenus de l'année", str(home.earned)),
                    ("Parts", home.parts),
                )
            ),
            Table(
                (
                    ("Nature", "Montant initial", "Nouveau montant"),
                    ("Revenu fiscal de référence", whole(home.net + 900), whole(home.net)),
                    ("Impôt sur le revenu", whole(before), whole(home.tax)),
                ),
                (3, 1.4, 1.4),
            ),
            *texts(
                case.one(
                    "Si vous avez déjà payé, le trop-perçu vous sera restitué par virement.",
                    "Les sommes déjà versées viendront en déduction de celles qui restent dues.",
                ),
                "Le présent avis, homologué en vertu de l'article 1658 du code général des impôts, vaut titre pour "
                "justifier de votre revenu fiscal de référence auprès des tiers.",
            ),
        ),
        references=(f"Rôle n° {case.number(3)} – article {case.number(5)}", f"Décision n° {case.number(6)}"),
        letter=True,
        signer=case.one("L'inspecteur des finances publiques", "Le comptable public", ""),
    )


WRITERS: Writers = {
    "FIS-AVI": to_learn(
        *wordy(
            _notice_with_withholding, _notice_of_the_treasury, _tax_proof_for_third_parties, _relief_or_corrected_notice
        )
    )
}
