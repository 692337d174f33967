"""Avis de situation déclarative as they reach a housing office: forms, corrections, letters, printed screens."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.foyer import Foyer, foyer, spaced, whole
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

TYPE = "FIS-ASD"
_CENTRES = ("Centre des finances publiques", "Service des impôts des particuliers", "SIP", "Direction des impôts")
_SITUATIONS = ("Célibataire", "Divorcé(e)", "Séparé(e)", "Veuf(ve)")


def _notice_number(case: Case) -> str:
    return f"{str(case.year)[2:]} {case.one('92', '99', '97')} A{case.number(7)} {case.number(2)}"


def _situation(case: Case, home: Foyer) -> str:
    return case.one("Marié(e)s", "Pacsé(e)s") if home.together else case.one(*_SITUATIONS)


def _declared(case: Case, home: Foyer) -> tuple[Part, ...]:
    """Return what the household declared, and what is counted of it."""
    expenses = tuple(-round(salary / 10) for salary in home.salaries)
    return (
        Heading(case.one("Détail des revenus", "Eléments retenus", "Vos revenus")),
        Table(
            (
                ("", "Déclar. 1", "Déclar. 2", "Total"),
                home.row("Salaires", home.salaries),
                home.row(case.one("Déduction 10 % ou frais réels", "Abattement de 10 %"), expenses),
                (case.one("Revenu imposable", "Revenu net imposable"), "", "", whole(home.net)),
            ),
            (3.2, 1, 1, 1),
        ),
        Fields(
            (
                ("Situation de famille", _situation(case, home)),
                ("Nombre de parts", home.parts),
                ("Personnes à charge", str(home.children)),
                ("Revenu fiscal de référence", whole(home.net)),
            )
        ),
    )


def _form_of_two_pages(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        TYPE,
        home.role,
        case.one("Direction générale des finances publiques", "FINANCES PUBLIQUES", "REPUBLIQUE FRANCAISE"),
        case.one(
            f"Avis de situation déclarative à l'impôt sur le revenu {home.earned}",
            f"Situation déclarative - revenus de l'année {home.earned}",
            f"Avis de situation déclarative {home.earned + 1} - impôt sur les revenus de {home.earned}",
        ),
        (
            Heading(case.one("Vos références", "Pour toute correspondance", "Identification")),
            Fields(
                (
                    ("Déclarant 1", home.declarants[0].full),
                    *((("Déclarant 2", home.declarants[-1].full),) if home.together else ()),
                    (case.one("Numéro fiscal", "N° fiscal déclarant 1", "Identifiant fiscal"), spaced(case.number(13))),
                    (case.one("Référence de l'avis", "Réf. de l'avis"), _notice_number(case)),
                    (case.one("Numéro FIP", "N° FIP"), f"{case.number(3)} {case.number(9)} {case.number(2)}"),
                    (case.one("Adresse au 1er janvier", "Adresse d'imposition"), case.address),
                )
            ),
            Text(
                case.one(
                    "Le présent avis reprend ce que vous avez déclaré ; il ne vaut pas avis d'impôt.",
                    "Si vous êtes imposable, un avis d'impôt vous sera adressé entre le 25 juillet et le 31 août.",
                    "Avis établi d'après vos déclarations, avant tout contrôle de l'administration.",
                )
            ),
            Leaf(),
            *_declared(case, home),
            *several(
                case,
                1,
                "Ce document peut être présenté aux organismes qui vous demandent un justificatif de ressources.",
                "Son authenticité se vérifie en ligne avec le numéro fiscal et la référence de l'avis.",
                "Une erreur ? La correction en ligne est ouverte d'août à décembre.",
            ),
        ),
        lines=(f"{case.one(*_CENTRES)} de {case.commune}",),
        numbered=True,
    )


def _correction_letter(case: Case) -> Paper:
    home = foyer(case)
    before = whole(home.net * case.desk.rng.uniform(0.8, 1.2))
    return Paper(
        TYPE,
        home.role,
        case.one(*_CENTRES),
        case.one(
            "Avis de situation déclarative corrigé",
            f"Correction de votre situation déclarative {home.earned}",
            "Avis de situation déclarative - rectificatif n° 1",
            "Suite à votre déclaration rectificative",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", "Chère contribuable, cher contribuable,"),
                f"Vous avez modifié le {case.long(5, 90)} votre déclaration des revenus de l'année {home.earned}. "
                + case.one(
                    "Le présent avis annule et remplace celui que vous avez reçu au moment de votre déclaration.",
                    "Votre nouvelle situation déclarative est la suivante ; la précédente n'a plus de valeur.",
                ),
            ),
            Table(
                (
                    ("Elément déclaré", "Ancien", case.one("Nouveau", "Corrigé")),
                    ("Traitements, salaires", before, whole(home.total)),
                    ("Revenu fiscal de référence", before, whole(home.net)),
                ),
                (2.4, 1, 1),
            ),
            Text(
                case.one(
                    "Cet avis n'appelle aucun règlement. Un avis d'impôt rectificatif vous parviendra le cas échéant.",
                    "Le calcul de l'impôt, dégrèvement ou supplément, fera l'objet d'un avis distinct.",
                )
            ),
        ),
        references=(f"N° fiscal : {spaced(case.number(13))}", f"Réf. avis : {_notice_number(case)}"),
        letter=True,
        signer=case.one("", "Le comptable public", "L'inspecteur divisionnaire"),
    )


def _screen_of_the_tax_account(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        TYPE,
        home.role,
        case.one("impots.gouv.fr - Mon espace particulier", "Mes documents | impots.gouv", "Espace particulier"),
        case.one(
            f"{home.earned + 1} - Avis de situation déclarative (revenus {home.earned})",
            "Consulter mon avis de situation déclarative",
            "Votre déclaration est enregistrée - votre ASDIR est disponible",
        ),
        (
            *texts(
                case.one("Accueil > Documents > Revenus > ", "Mon profil   Messagerie   Déconnexion   ")
                + f"{case.short(1, 40)} {case.some(8, 22)}:{case.some(10, 59)}",
                case.one(
                    f"Bonjour {home.declarants[0].full}. Déclaration en ligne signée le {case.long(3, 60)}.",
                ),
            ),
            Fields(
                (
                    (case.one("Foyer", "Déclarants"), home.names),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    (case.one("Parts", "Quotient familial"), home.parts),
                    ("Impôt estimé", f"{whole(home.tax)} €"),
                    (case.one("Taux de prélèvement à la source", "Taux personnalisé"), f"{case.some(0, 9)},4 %"),
                )
            ),
            *several(
                case,
                1,
                "Ce montant est indicatif. L'avis d'impôt définitif sera mis en ligne à compter de fin juillet.",
                "L'ASDIR vous permet, dès la fin de votre déclaration, de justifier de votre situation fiscale.",
                "Télécharger (PDF, 68 ko)   Imprimer   Corriger ma déclaration",
            ),
        ),
        foot=f"https://cfspart.example.org/enp/affichage-asdir?annee={home.earned}",
    )


def _check_of_a_notice_online(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        TYPE,
        home.role,
        case.one("Service de vérification en ligne", "SVAIR", "Vérification de l'avis", "Vérifavis"),
        case.one(
            "Contrôle d'un avis de situation déclarative",
            f"Résultat : situation déclarative {home.earned + 1}",
            "Les éléments de l'avis sont confirmés",
        ),
        (
            Text(
                case.one(
                    "L'administration fiscale confirme l'authenticité du document présenté pour vérification.",
                    "Le numéro fiscal et la référence saisis correspondent à l'avis suivant.",
                )
            ),
            Table(
                (
                    ("", "Déclarant 1", "Déclarant 2"),
                    ("Nom", home.declarants[0].nom.upper(), home.declarants[1].nom.upper() if home.together else ""),
                    ("Prénom(s)", home.declarants[0].prenom, home.declarants[1].prenom if home.together else ""),
                ),
                (1.4, 1, 1),
            ),
            Fields(
                (
                    ("Nature du document", case.one("Situation déclarative", "ASDIR", "Avis de situation déclarative")),
                    ("Date d'établissement", case.short(5, 150)),
                    ("Nombre de part(s)", home.parts),
                    ("Impôt net avant corrections", case.one("non encore calculé", "-", "0 €")),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                )
            ),
            Text(
                case.one(
                    "Un avis d'impôt a pu être émis depuis cette date : exigez la version la plus récente.",
                    "Les informations affichées sont à jour de la dernière situation connue du foyer fiscal.",
                )
            ),
        ),
        foot=f"Page imprimée le {case.short(1, 30)}",
    )


def _short_proof_for_third_parties(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        TYPE,
        home.role,
        case.one("DGFiP", "Ministère de l'action et des comptes publics", "Administration fiscale"),
        case.one("ASDIR", "Avis de situation", "Justificatif d'impôt sur le revenu", "Avis - situation déclarative"),
        (
            Text(
                f"{home.names} - année {home.earned} - avis de situation déclarative n° {_notice_number(case)}, "
                + case.one("version simplifiée à remettre aux tiers.", "extrait : page 1 seule.", "duplicata."),
            ),
            Fields(
                (
                    ("RFR", whole(home.net)),
                    ("Parts", home.parts),
                    (case.one("Personnes à charge", "Enfants"), str(home.children)),
                )
            ),
            Text(case.one("Etabli sur votre déclaration.", "Sous réserve de contrôle.", "Ne vaut pas avis d'impôt.")),
        ),
        lines=(case.address,) if case.one("y", "n") == "y" else (),
    )


def _notice_sent_to_who_pays_nothing(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        TYPE,
        home.role,
        case.one("MINISTERE DES FINANCES ET DES COMPTES PUBLICS", "Liberté - Egalité - Fraternité", "DGFIP"),
        case.one(
            f"{home.earned + 1} - Avis de situation déclarative à l'impôt sur le revenu",
            "Vous n'êtes pas imposable : votre avis de situation déclarative",
            f"Situation déclarative à l'impôt sur les revenus {home.earned} et prélèvements sociaux",
        ),
        (
            *texts(
                case.one("Vous n'avez pas d'impôt à payer.", "Montant à payer : 0,00 €", "Aucune somme due."),
                f"Selon votre déclaration, le montant de vos revenus de {home.earned} ne vous rend pas redevable de "
                "l'impôt. "
                + case.one(
                    "Le présent document remplace l'avis de non-imposition que vous receviez jusqu'ici.",
                    "Conservez cet avis : il tient lieu de justificatif de non-imposition.",
                    "Il vous est adressé sans attendre la période des avis d'impôt.",
                ),
            ),
            Fields(
                (
                    ("Salaires et assimilés", whole(home.total)),
                    ("Quotient familial, parts", home.parts),
                    (case.one("Revenu fiscal de référence", "R.F.R."), whole(home.net)),
                )
            ),
            *several(
                case,
                1,
                "Taxe d'habitation, contribution à l'audiovisuel public : vous serez informé séparément.",
                "Bourses, crèche, logement, tarifs sociaux : ce revenu est celui que l'on vous demandera.",
                "Vos droits : vous pouvez réclamer jusqu'au 31 décembre de la deuxième année suivante.",
            ),
        ),
        references=(f"SIP {case.commune}", f"Déclarant 1 : {case.number(13)}", f"Réf : {_notice_number(case)}"),
        letter=True,
    )


WRITERS: Writers = {
    TYPE: to_learn(
        _form_of_two_pages,
        _correction_letter,
        _screen_of_the_tax_account,
        _check_of_a_notice_online,
        _short_proof_for_third_parties,
        _notice_sent_to_who_pays_nothing,
    ),
}
