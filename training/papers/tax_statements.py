"""What tax offices give besides notices: declared situations (FIS-ASD) and statements of account (FIS-BOR)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import Foyer, foyer, percent, spaced, whole
from training.papers.writers import Writers, to_learn

STANDS_IN = (
    "Ce document vous est délivré immédiatement après la signature de votre déclaration en ligne. Il vous permet de "
    "justifier de vos revenus et de vos charges auprès des tiers jusqu'à la réception de votre avis d'impôt."
)
NO_NOTICE = "Ce document est sans valeur d'avis d'impôt : il ne vaut pas titre exécutoire et ne doit pas être payé."


def _pay(home: Foyer) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"1{letter}J  Traitements et salaires déclarant {number}", whole(pay))
        for number, (letter, pay) in enumerate(zip("AB", home.salaries, strict=False), 1)
    )


def _situation_of_online_filing(case: Case) -> Paper:
    home = foyer(case)
    year = home.earned + 1
    return Paper(
        "FIS-ASD",
        home.role,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        "Avis de situation déclarative à l'impôt sur le revenu",
        (
            Heading("Vos références"),
            Fields(
                (
                    ("Numéro fiscal déclarant 1", spaced(case.home.fiscal)),
                    ("Référence de l'avis", f"{year % 100} {case.number(11)}"),
                    (
                        "Date de la déclaration",
                        f"{case.some(12, 31)}/05/{year} à {case.some(8, 22)}:{case.some(10, 59)}",
                    ),
                    ("Numéro d'accusé de réception", case.number(16)),
                )
            ),
            Text(NO_NOTICE, bold=True),
            Text(STANDS_IN),
            Heading("Synthèse de votre situation"),
            Fields(
                (
                    ("Nombre de parts", home.parts),
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    ("Impôt sur le revenu estimé", f"{whole(home.tax)} €"),
                    ("Taux de prélèvement à la source", percent(home)),
                )
            ),
            Leaf(),
            Text(f"{home.names} – {case.address}"),
            Table(
                (
                    ("Détail des revenus déclarés", "Montant en euros"),
                    *_pay(home),
                    ("Déduction forfaitaire 10 %", f"- {whole(home.total - home.net)}"),
                    ("Revenu brut global", whole(home.net)),
                    ("Revenu imposable", whole(home.net)),
                    ("Personnes à charge (case F)", str(home.children)),
                ),
                (3, 1),
            ),
            Text(
                "Vous recevrez votre avis d'impôt à compter de la fin du mois de juillet dans votre espace particulier."
            ),
        ),
        lines=("Service des impôts des particuliers", case.commune),
        subtitle=f"Revenus de l'année {home.earned} – établi en {year}",
        letter=True,
        numbered=True,
    )


def _situation_not_taxable(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        "Finances publiques",
        f"Avis de situation déclarative {home.earned + 1}",
        (
            Text(
                f"D'après les éléments de la déclaration {home.earned + 1} enregistrée le {case.some(10, 30)} mai, "
                "votre "
                "foyer fiscal est connu comme suit. " + NO_NOTICE
            ),
            Table(
                (
                    ("Ligne", "Déclarant 1", "Foyer"),
                    ("Salaires et assimilés", whole(home.salaries[0]), whole(home.total)),
                    ("Frais professionnels (10 %)", "", whole(home.total - home.net)),
                    ("Revenu net imposable", "", whole(home.net)),
                    ("RFR – revenu fiscal de référence", "", whole(home.net)),
                    ("Parts", "", home.parts),
                ),
                (3, 1, 1),
            ),
            Fields(
                (
                    ("Foyer", home.names),
                    ("N° fiscal", case.home.fiscal),
                    ("Adresse connue", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Text(STANDS_IN),
        ),
        lines=("www.impots.gouv.fr", "Télédéclaration des revenus"),
        references=(f"ASDIR {case.number(4)}-{case.number(8)}",),
    )


def _situation_for_third_parties(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        "MINISTÈRE DE L'ÉCONOMIE ET DES FINANCES",
        "Justificatif de situation déclarative",
        (
            Text(
                "L'administration fiscale met à votre disposition le présent avis, dit ASDIR, tiré de la déclaration "
                f"de revenus {home.earned} que vous venez de valider. Les montants n'ont pas encore été contrôlés."
            ),
            Fields(
                (
                    ("Usager(s)", home.names),
                    ("SPI", case.home.fiscal),
                    ("Réf. de situation déclarative", case.number(13)),
                    ("Télédéclaré le", f"{case.some(10, 31)}/05/{home.earned + 1}"),
                    ("Quotient familial", f"{home.parts} part(s)"),
                    ("Salaires portés", whole(home.total)),
                    ("Revenu fiscal de référence calculé", whole(home.net)),
                )
            ),
            Text("Cet avis ne remplace pas l'avis d'impôt et n'appelle aucun versement de votre part."),
            Text(
                "Les organismes qui instruisent une aide, un logement ou un tarif peuvent s'y fier pour la campagne "
                "en cours. Vous pouvez corriger la déclaration autant de fois que nécessaire avant la clôture du "
                "service."
            ),
            *(
                (
                    Leaf(),
                    Heading("Détail par rubrique"),
                    Fields((*_pay(home), ("Abattement", whole(home.total - home.net)), ("Total net", whole(home.net)))),
                    Text("Case T, parent isolé : non cochée. Case P, invalidité : non cochée."),
                )
                if case.some(0, 1)
                else ()
            ),
        ),
        lines=("DGFiP – Impôt sur le revenu",),
        foot="Authenticité vérifiable sur le service public de vérification des avis (SVAIR).",
        numbered=case.one("oui", "non") == "oui",
    )


def _situation_of_form_2041(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-ASD",
        home.role,
        "RÉPUBLIQUE FRANÇAISE",
        f"Votre situation déclarative – Revenus {home.earned}",
        (
            Heading("1. Qui a déclaré"),
            Fields(
                (
                    *((f"{who.civility} {who.full}", f"{who.born} en {who.naissance.year}") for who in home.declarants),
                    ("Résidence principale", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Enfants rattachés ou à charge", str(home.children)),
                )
            ),
            Heading("2. Ce qui a été déclaré"),
            Fields((*_pay(home), ("Pensions, retraites, rentes", "0"), ("Revenus fonciers et mobiliers", "0"))),
            Heading("3. Ce qui en résulte"),
            Fields(
                (
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    ("Parts", home.parts),
                    ("Estimation de l'impôt", f"{whole(home.tax)} €"),
                )
            ),
            Leaf(),
            Text(
                "À quoi sert cette page ? Elle se présente à une mairie, à un bailleur, à la caisse d'allocations "
                "familiales ou à une banque lorsque l'avis d'imposition de l'année n'est pas encore paru. Si vous "
                "rectifiez votre déclaration, une nouvelle situation sera éditée et celle-ci perdra tout effet."
            ),
            Text("Le présent feuillet ne constitue pas un avis d'impôt (art. L 254 du livre des procédures fiscales)."),
        ),
        lines=("Direction générale des Finances publiques – Déclaration en ligne",),
        subtitle="Délivrée à la suite d'une déclaration par internet",
        references=(f"Numéro fiscal : {spaced(case.home.fiscal)}", f"Déclaration n° {case.number(10)}"),
        numbered=True,
    )


def _statement_of_account(case: Case) -> Paper:
    who = case.adult()
    rows = (
        (f"Impôt sur le revenu {case.year - 1}", f"31/07/{case.year - 1}", case.sum(200, 900), "0,00 €"),
        (f"Prélèvements sociaux {case.year - 1}", f"31/07/{case.year - 1}", case.sum(20, 90), "0,00 €"),
    )
    return Paper(
        "FIS-BOR",
        who.role,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        case.one("Bordereau de situation fiscale", "Bordereau de situation P 237"),
        (
            Fields(
                (
                    ("Redevable", case.named(who)),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Identifiant", spaced(case.number(13))),
                )
            ),
            Text(
                f"Le comptable soussigné certifie que la situation, arrêtée au {case.short(2, 30)}, est la suivante :"
            ),
            Table((("Nature de l'impôt", "Exigible le", "Montant", "Reste à payer"), *rows), (4, 2, 2, 2)),
            Text(
                case.one("ÉTAT NÉANT : aucune somme ne reste due à ce jour.", "Total restant dû : 0,00 €."), bold=True
            ),
            Text("Bordereau délivré sur demande de l'intéressé, sous réserve des encaissements en cours (P 237)."),
        ),
        lines=("Service des impôts des particuliers", f"Trésorerie de {case.commune}"),
        signer="Le comptable public",
        seal=("SERVICE DES IMPÔTS", "DES PARTICULIERS"),
    )


def _statement_of_no_declaration(case: Case) -> Paper:
    who = case.adult()
    year = case.year - 2
    return Paper(
        "FIS-BOR",
        who.role,
        f"SIP DE {case.commune}",
        case.one("Attestation de non-dépôt", "Attestation de non déclaration de revenus"),
        (
            Text(
                f"Le responsable du service des impôts des particuliers atteste que {case.known(who)}, domicilié au "
                f"{case.address}, n'a pas souscrit de déclaration de revenus au titre de l'année {year} auprès de ce "
                "service."
            ),
            Choices((("Non connu du service avant cette date", True), ("Rattaché au foyer fiscal d'un tiers", False))),
            Text(
                "Cette attestation ne préjuge pas de la situation fiscale de l'intéressé et ne vaut pas avis d'impôt."
            ),
        ),
        lines=("Direction générale des Finances publiques",),
        signer="L'inspecteur des finances publiques",
        seal=("SIP", case.commune),
    )


WRITERS: Writers = {
    "FIS-ASD": to_learn(
        _situation_of_online_filing, _situation_not_taxable, _situation_of_form_2041, _situation_for_third_parties
    ),
    "FIS-BOR": to_learn(_statement_of_account, _statement_of_no_declaration),
}
