"""What landlords certify of their tenants (LOG-ABA)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Text
from training.papers.writers import Writers, to_learn


def _certificate_of_private_landlord(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-ABA",
        None,
        case.home.bailleur,
        case.one("Attestation du bailleur", "Attestation de paiement des loyers"),
        (
            Text(
                f"Je soussigné(e) {case.third()}, bailleur du logement situé {case.address}, atteste que "
                f"{case.known(who)}, locataire depuis le {case.short(400, 2500)}, est à jour de ses loyers et charges."
            ),
            Text(
                f"Le montant mensuel du loyer s'élève à {case.amount(case.home.loyer)} hors charges. "
                "À ce jour, aucune somme ne reste due et je n'ai eu aucun incident de paiement à déplorer."
            ),
            Text("Attestation établie à la demande de l'intéressé pour servir et valoir ce que de droit."),
        ),
        lines=(case.home.world.rues[2], case.home.world.villes[2]),
        signer="Signature du bailleur",
    )


def _certificate_of_social_landlord(case: Case) -> Paper:
    return Paper(
        "LOG-ABA",
        None,
        case.home.bailleur,
        case.one("Attestation de loyer à jour", "Attestation de location"),
        (
            Text(f"Nous, {case.home.bailleur}, organisme d'habitations à loyer modéré, attestons que :"),
            Fields(
                (
                    ("Nom et prénom du titulaire", case.who.full),
                    ("Date de naissance", f"{case.who.naissance:%d/%m/%Y}"),
                    ("Adresse du logement", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Date d'effet du bail", case.short(400, 3000)),
                    ("Loyer mensuel quittancé", case.amount(case.home.loyer)),
                    ("Solde du compte au jour de l'édition", case.one("0,00 €", "- 12,40 € (créditeur)")),
                )
            ),
            Text(
                "est locataire de notre organisme et se trouve à jour du paiement de ses loyers et charges locatives."
            ),
            Text("La présente ne vaut pas quittance et ne saurait être opposée au bailleur pour les termes à venir."),
        ),
        lines=("Direction de la clientèle", f"Agence de {case.commune.title()}"),
        references=(f"Dossier locataire {case.number(8)}", f"Suivi par {case.third()}"),
        letter=True,
        signer="Le responsable d'agence",
        seal=("AGENCE", "LOCATIVE"),
    )


def _good_payer(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-ABA",
        None,
        case.one("Cabinet Delorme & Fils", "Agence des Arcades", case.home.bailleur),
        case.one("Certificat de bon paiement", "Attestation de bon payeur"),
        (
            Text("Madame, Monsieur,"),
            Text(
                f"En notre qualité de mandataire de {case.home.bailleur}, propriétaire, nous vous confirmons que "
                f"{case.named(who)} occupe à titre de {who.gendered('locataire principale', 'locataire principal')} "
                f"l'appartement sis {case.address}, suivant bail en date du {case.long(400, 2000)}."
            ),
            Text(
                "Nous certifions que les loyers, provisions sur charges et accessoires ont été réglés avec régularité "
                f"jusqu'au terme de {case.month()} inclus, et que le compte ne présente pas d'arriéré."
            ),
            Text("Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées."),
        ),
        lines=("Gestion locative", f"Garantie financière : {case.sum(90000, 160000)}"),
        references=(f"N/Réf. : GL/{case.number(4)}", "Objet : votre locataire / votre candidat"),
        signer="Pour le cabinet, la gérance",
    )


def _rent_statement_for_benefits(case: Case) -> Paper:
    return Paper(
        "LOG-ABA",
        None,
        "À remplir par le propriétaire ou le gestionnaire",
        case.one("Attestation de loyer", "Attestation de situation locative"),
        (
            Heading("Identité du bailleur"),
            Fields((("Nom ou raison sociale", case.home.bailleur), ("N° SIRET", case.home.siret))),
            Heading("Le locataire et son logement"),
            Fields(
                (
                    ("Locataire", case.named(case.who)),
                    ("Adresse", case.home.rue),
                    ("", case.home.ville),
                    ("Entrée dans les lieux", case.short(300, 2500)),
                    ("Surface", f"{case.some(22, 95)} m²"),
                    ("Loyer du mois de juillet, charges exclues", case.amount(case.home.loyer)),
                )
            ),
            Choices((("logement loué vide", True), ("logement loué meublé", False), ("colocation", False))),
            Text("Le locataire a-t-il réglé tous ses loyers et charges ?", bold=True),
            Choices((("oui, aucun impayé à ce jour", True), ("non : préciser le montant de la dette", False))),
            Text(
                "J'atteste sur l'honneur l'exactitude des renseignements portés sur ce document. La loi punit "
                "quiconque se rend coupable de fraude ou de fausse déclaration (article 441-1 du code pénal)."
            ),
        ),
        signer="Cachet et signature du bailleur",
        seal=(case.home.bailleur[:24], "GÉRANCE"),
        numbered=True,
    )


WRITERS: Writers = {
    "LOG-ABA": to_learn(
        _certificate_of_private_landlord, _certificate_of_social_landlord, _rent_statement_for_benefits, _good_payer
    ),
}
