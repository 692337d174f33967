"""Notices of income tax (FIS-AVI), those of an applicant's parents among them (FIS-PAR)."""

from __future__ import annotations

from dataclasses import replace

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import Foyer, foyer, spaced, whole
from training.papers.tax_notices_in_full import notice_of_today, notice_with_social_levies
from training.papers.writers import Writers, for_all, to_learn

OLD_NOTE = (
    "Présentez cet avis aux administrations et organismes qui vous demandent de justifier de vos revenus ou de votre "
    "situation au regard de l'impôt : logement social, bourses, cantine, allocations. Conservez-le sans limite de "
    "date."
)


def _notice_of_no_tax(case: Case) -> Paper:
    home = foyer(case)
    poor = replace(home, salaries=tuple(round(value * 0.55) for value in home.salaries), earned=home.earned - 1)
    table = Table(
        (
            ("DÉTAIL DES REVENUS", "VOUS", "CONJ.", "MONTANT"),
            poor.row("Salaires et assimilés", poor.salaries),
            ("Total des salaires et assimilés", "", "", whole(poor.total)),
            ("Déduction 10 %", "", "", f"- {whole(poor.total - poor.net)}"),
            ("REVENU BRUT GLOBAL", "", "", whole(poor.net)),
            ("REVENU IMPOSABLE OU DÉFICIT À REPORTER", "", "", whole(poor.net)),
            ("Impôt avant décote", "", "", whole(poor.tax)),
            ("Décote", "", "", f"- {whole(poor.tax)}"),
            ("MONTANT DE VOTRE IMPÔT", "", "", "0"),
        ),
        (5, 2, 2, 2),
    )
    return Paper(
        "FIS-AVI",
        poor.role,
        "FINANCES PUBLIQUES",
        case.one(f"Avis de non-imposition {poor.earned + 1}", "Avis de non-imposition à l'impôt sur le revenu"),
        (
            Text(f"{poor.names}, vous n'avez pas d'impôt à payer au titre de vos revenus {poor.earned}.", bold=True),
            Fields(
                (
                    ("Numéro fiscal", case.home.fiscal),
                    ("N° de l'avis", f"{poor.earned + 1 - 2000} {case.number(11)}"),
                    ("Revenu fiscal de référence", f"{whole(poor.net)} euros"),
                    ("Parts", poor.parts),
                    ("Cas particuliers", "M" if poor.together else "C / D / V"),
                )
            ),
            Text(OLD_NOTE),
            Leaf(),
            table,
            Text("Le détail de la contribution sociale généralisée figure, s'il y a lieu, sur un avis séparé."),
            Heading("CE QU'IL FAUT SAVOIR"),
            Text(
                "Votre impôt étant inférieur au seuil de mise en recouvrement (61 euros), il ne vous est rien "
                "réclamé. La prime pour l'emploi éventuelle est versée d'office. Si votre situation change, prévenez "
                "votre centre."
            ),
            Text(
                "Réclamations : elles sont reçues jusqu'au 31 décembre de la seconde année et doivent être "
                "accompagnées d'une copie de l'avis. Le centre est ouvert sans rendez-vous pour les urgences."
            ),
        ),
        lines=(f"CENTRE DES FINANCES PUBLIQUES DE {case.commune}", "Accueil du lundi au vendredi, 8 h 30 - 12 h"),
        subtitle=f"Impôt sur les revenus {poor.earned} – article 193 et suivants du code général des impôts",
        references=(f"IDENTIFIANT DU FOYER : {case.number(8)}", f"ROLE : {case.number(3)}"),
        letter=True,
    )


def _imposition_of_old_form(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-AVI",
        home.role,
        f"TRÉSORERIE DE {case.commune}",
        f"Avis d'imposition – Impôt sur les revenus {home.earned}",
        (
            Fields(
                (
                    ("Nom", home.names),
                    ("Numéro fiscal", case.home.fiscal),
                    ("N° de l'avis", case.number(13)),
                    ("Mis en recouvrement le", f"31/07/{home.earned + 1}"),
                    ("Date limite de paiement", f"15/09/{home.earned + 1}"),
                    ("Somme à payer", f"{whole(home.tax)} euros"),
                )
            ),
            Text(
                "Vous pouvez payer par internet, par prélèvement, par TIP ou par chèque à l'ordre du Trésor public. Le "
                "solde tient compte des acomptes ou mensualités versés de janvier à octobre."
            ),
            Table(
                (
                    ("Décompte", "Euros"),
                    ("Revenus salariaux nets de frais", whole(home.net)),
                    ("Revenu net global imposable", whole(home.net)),
                    (f"Impôt calculé sur {home.parts} part(s)", whole(home.tax)),
                    ("Prime, crédits et restitutions", "0"),
                    ("Impôt net", whole(home.tax)),
                    ("Revenu fiscal de référence", whole(home.net)),
                ),
                (4, 1),
            ),
            Text(
                f"Situation de famille : {'mariés' if home.together else 'célibataire, divorcé ou veuf'}. Personnes à "
                f"charge : {home.children}. Article 197 du code général des impôts. " + OLD_NOTE
            ),
        ),
        lines=("Comptable chargé du recouvrement", "Service d'assiette : centre des impôts"),
        letter=True,
        numbered=case.one("oui", "non") == "oui",
    )


def _printed_from_the_site(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-AVI",
        home.role,
        "impots.gouv.fr",
        "Justificatif d'impôt sur le revenu",
        (
            Text(
                f"Ce document, extrait des fichiers de l'administration fiscale le {case.short(2, 40)}, vaut "
                f"justification des ressources de l'année {home.earned} auprès des tiers, qui peuvent en contrôler "
                "l'exactitude sur le service de vérification en ligne."
            ),
            Fields(
                (
                    ("Contribuable(s)", home.names),
                    ("Domicile fiscal", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Identifiant fiscal", case.home.fiscal),
                    ("Référence d'avis", f"{home.earned - 1999}{case.number(11)}"),
                    ("Mise en recouvrement", f"31/07/{home.earned + 1}"),
                )
            ),
            Table(
                (
                    ("Éléments de l'imposition", "Montant"),
                    ("Total des salaires et assimilés", whole(home.total)),
                    ("Revenu brut global", whole(home.net)),
                    ("Revenu imposable", whole(home.net)),
                    ("Impôt sur le revenu net avant prélèvement", whole(home.tax)),
                    ("Revenu fiscal de référence (RFR)", whole(home.net)),
                    ("Nombre de parts / personnes à charge", f"{home.parts} / {home.children}"),
                    ("Situation de famille", "Mariés" if home.together else "Célibataire"),
                ),
                (3, 1),
            ),
            Text("Toute altération de ce document expose son auteur aux peines de l'article 441-1 du code pénal."),
            Leaf(),
            Heading("Comprendre ce justificatif"),
            Text(
                "Le revenu fiscal de référence ouvre droit à certaines exonérations d'impôts locaux ; les bailleurs "
                "sociaux le comparent aux plafonds de ressources. Il se lit en regard du nombre de parts."
            ),
            Text(
                "Pour contrôler ce justificatif, l'organisme saisit l'identifiant fiscal et la référence d'avis ; les "
                "montants affichés doivent être identiques. Une situation corrigée depuis l'édition est signalée."
            ),
            Text(
                "Les frais réels, les pensions versées et les dons n'apparaissent pas dans cette présentation abrégée."
            ),
        ),
        lines=("Direction générale des Finances publiques",),
        subtitle=f"Revenus {home.earned}",
        numbered=True,
    )


def _corrected_notice(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-AVI",
        home.role,
        f"SIP DE {case.commune}",
        case.one("Avis d'impôt correctif", "Avis d'imposition supplémentaire"),
        (
            Text(
                "Cet avis annule et remplace le précédent. À la suite de votre déclaration rectificative, votre "
                "imposition est arrêtée comme ci-dessous."
            ),
            Table(
                (
                    ("Rubrique", "Avis initial", "Après correction"),
                    ("Salaires imposables", whole(home.total * 1.08), whole(home.total)),
                    ("Revenu fiscal de référence", whole(home.net * 1.08), whole(home.net)),
                    ("Nombre de parts", home.parts, home.parts),
                    ("Impôt dû", whole(home.tax * 1.1), whole(home.tax)),
                ),
                (2, 1, 1),
            ),
            Text(f"La différence vous sera restituée par virement sous trente jours. Foyer : {home.names}."),
            Text(
                "Vous gardez la possibilité de contester la partie maintenue auprès du signataire, puis du tribunal "
                "administratif. Le nouveau taux de retenue est transmis à votre employeur sous deux mois ; vous n'avez "
                "aucune démarche à faire. Joignez cet avis, et non le premier, à vos demandes d'aides."
            ),
            Text("Motif : dégrèvement prononcé d'office – article R* 211-1 du livre des procédures fiscales."),
        ),
        lines=("Finances publiques – Gestion fiscale des particuliers", case.address),
        subtitle=f"Impôt sur le revenu – année {home.earned}",
        references=(f"N° fiscal : {case.home.fiscal}", f"Article de rôle : {case.number(5)}"),
        letter=True,
        numbered=True,
    )


def _notice_of_parents(case: Case) -> Paper:
    """The parents bear the applicant's surname; the applicant is of age and counted among their children."""
    who, parent = case.who, case.third().split(" ", 1)[0]
    home = Foyer((who,), (round(case.home.net * 12 * 1.6),), 1, foyer(case).earned)
    return Paper(
        "FIS-PAR",
        "D",
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        f"Avis d'impôt {home.earned + 1} sur les revenus {home.earned}",
        (
            Fields(
                (
                    ("Déclarant 1", f"{parent} {who.nom.upper()}"),
                    ("Numéro fiscal", spaced(case.number(13))),
                    ("Référence de l'avis", case.number(13)),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    ("Nombre de parts", home.parts),
                )
            ),
            Heading("Personnes à charge"),
            Text(
                case.one("Enfant majeur rattaché", "Enfant majeur célibataire rattaché au foyer fiscal")
                + f" : {who.full}, {who.born} en {who.naissance.year}."
            ),
            Leaf(),
            Table(
                (
                    ("Calcul de l'impôt", "Déclarant 1", "Total"),
                    ("Salaires", whole(home.total), whole(home.total)),
                    ("Revenu brut global", "", whole(home.net)),
                    ("Impôt sur le revenu net", "", whole(home.tax)),
                ),
                (3, 1, 1),
            ),
            Text(
                "Pour un enfant rattaché, une demi-part est accordée ; il reste solidaire de la déclaration de ses "
                "parents et ne reçoit pas d'avis à son nom pour les revenus de l'année."
            ),
            Heading("Contester ou corriger"),
            Text(
                "Le délai de réclamation court jusqu'au 31 décembre de la deuxième année suivant la mise en "
                "recouvrement."
            ),
        ),
        lines=("Service des impôts des particuliers",),
        numbered=True,
    )


WRITERS: Writers = {
    "FIS-AVI": to_learn(
        notice_of_today,
        _notice_of_no_tax,
        _imposition_of_old_form,
        notice_with_social_levies,
        _corrected_notice,
        _printed_from_the_site,
    ),
    "FIS-PAR": for_all(_notice_of_parents),  # its words are not learnt: whose it is makes its type
}
