"""What tenants pay, never learnt from: rent receipts, a call for rent, the landlord's word, a transfer of rent."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Part, Table, Text
from training.papers.figures import summed
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _receipt_of_an_owner(case: Case) -> Paper:
    owner, rent, charges = case.third(), float(case.home.loyer), float(case.some(20, 70))
    parts = (
        Fields((("Adresse de la location", case.home.rue), ("", case.home.ville))),
        *texts(
            f"Je soussigné(e) {owner}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de "
            f"{case.named(case.who)} la somme de {case.amount(rent + charges)} au titre du paiement du loyer et des "
            f"charges pour la période de location {case.period()} et lui en donne quittance, sous réserve de tous mes "
            "droits.",
        ),
        Heading("Détail du règlement"),
        Fields(
            (
                ("Loyer", case.amount(rent)),
                ("Provision pour charges", case.amount(charges)),
                ("Total", case.amount(rent + charges)),
                ("Date du paiement", f"le {case.short(2, 25)} par {case.one('virement', 'chèque', 'espèces')}"),
            )
        ),
        Text(
            "Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement "
            "partiel du montant du présent terme. Elle est à conserver pendant trois ans par le locataire (article "
            "7-1 de la loi n° 89-462 du 6 juillet 1989)."
        ),
    )
    return Paper(
        "LOG-QUI",
        None,
        owner,
        f"Quittance de loyer du mois de {case.month()}",
        parts,
        lines=(case.address,),
        signer="Signature du bailleur",
    )


_WAYS_TO_PAY: tuple[Part, ...] = (
    Heading("Vos moyens de paiement"),
    *texts(
        "Prélèvement automatique – paiement en ligne sur votre espace locataire – TIP SEPA ou chèque joint.",
        "Vous rencontrez des difficultés ? N'attendez pas : votre chargée de contentieux et notre conseillère "
        "sociale vous reçoivent sur rendez-vous à l'agence.",
    ),
)


def _call_of_an_hlm_office(case: Case) -> Paper:
    rent, before = float(case.home.loyer), case.sum(200, 500)
    rows, extra = summed(
        case,
        ("Charges générales", 30, 70),
        ("Ascenseur", 6, 18),
        ("Chauffage collectif", 30, 80),
        ("Eau froide – provision", 12, 30),
        ("Ordures ménagères", 8, 16),
    )
    solidarity, aid = float(case.some(30, 55)), float(round(rent * 0.4))
    due = rent + extra - solidarity - aid
    parts = (
        Fields(
            (
                ("Période", case.period()),
                ("Votre logement", case.home.rue),
                ("Module", case.number(9)),
                ("N° de compte client", f"{case.number(7)}/{case.number(2)}"),
            )
        ),
        Table(
            (
                ("Libellé", "Débit", "Crédit"),
                ("Solde au terme précédent", before, ""),
                (f"Votre règlement du {case.short(20, 45)}", "", before),
                ("Loyer logement", case.amount(rent), ""),
                *((label, value, "") for label, value in rows),
                ("Réduction de loyer de solidarité", "", case.amount(solidarity)),
                ("APL versée par la CAF", "", case.amount(aid)),
                ("NET À PAYER", case.amount(due), ""),
            ),
            (4, 1.3, 1.3),
        ),
        Text(
            f"Échéance à régler avant le {case.ahead(3, 12)}. Cet avis tient lieu de quittance pour le terme "
            "précédent dès lors que celui-ci a été intégralement acquitté."
        ),
        *_WAYS_TO_PAY,
        Text("– – – – – – – – TALON À JOINDRE À VOTRE RÈGLEMENT – – – – – – –"),
        Fields((("Référence à rappeler", case.number(14)), ("Montant", case.amount(due)))),
    )
    return Paper(
        "LOG-QUI",
        None,
        case.one("LYS HABITAT", "OFFICE PUBLIC DU BEFFROI"),
        case.one("Avis d'échéance", "Avis d'échéance du loyer"),
        parts,
        lines=("Agence de proximité", "du lundi au vendredi 8 h 30 – 12 h"),
        letter=True,
        foot="Office public de l'habitat – RCS – Médiateur : www.example.org/mediation",
    )


def _receipt_of_an_agency(case: Case) -> Paper:
    rent, charges = float(case.home.loyer), float(case.some(25, 80))
    parts = (
        Fields(
            (
                ("Locataire", f"{case.number(5)} – {case.who.full}"),
                ("Immeuble", case.home.rue),
                ("Lot", f"{case.number(2)} Appartement"),
                ("Propriétaire", case.third()),
            )
        ),
        Table(
            (
                (f"Décompte du {case.period()[3:]}", "Montant"),
                ("Loyer principal habitation", case.amount(rent)),
                ("Provisions sur charges", case.amount(charges)),
                ("Assurance loyers – participation", case.amount(0)),
                ("Frais d'envoi de quittance", case.amount(0)),
                ("Total quittancé", case.amount(rent + charges)),
                (
                    f"Reçu le {case.short(5, 30)} – {case.one('prélèvement SEPA', 'virement')}",
                    case.amount(rent + charges),
                ),
                ("Solde à ce jour", case.amount(0)),
            ),
            (4, 1.4),
        ),
        Text(
            f"Reçu de {case.named(case.who)} la somme portée ci-dessus, pour loyer et accessoires des locaux qu'il "
            "ou elle occupe dans l'immeuble désigné, dont quittance, sans préjudice du terme en cours et sous "
            "réserve de tous les droits du propriétaire, notamment de toute procédure engagée."
        ),
        Text(
            "Le paiement de la présente n'emporte pas présomption de paiement des termes antérieurs. En cas de congé "
            "précédemment donné, elle vaudrait seulement indemnité d'occupation et ne saurait être considérée comme "
            "un titre de location."
        ),
    )
    agency = case.one("RÉGIE DES DEUX BEFFROIS", "VERBEKE IMMOBILIER – Administrateur de biens")
    return Paper(
        "LOG-QUI",
        None,
        agency,
        "Quittance",
        parts,
        lines=("Gérance – Syndic – Transactions",),
        letter=True,
        references=(f"Facture n° {case.number(8)}", f"Édité le {case.short(2, 9)}"),
        foot="SARL au capital de 8 000 € – Carte G – Garantie financière 300 000 €",
    )


def _landlord_says_paid_up(case: Case) -> Paper:
    landlord, since = case.one("RÉGIE DES DEUX BEFFROIS", "LYS HABITAT"), case.long(400, 3000)
    parts = texts(
        f"Je soussigné(e), {case.third()}, {case.one('responsable de la gestion locative', 'gérant(e)')} de "
        f"{landlord}, certifie que {case.named(case.who)} est titulaire d'un contrat de location pour le "
        f"logement de type {case.some(2, 5)} situé {case.address}, depuis le {since}.",
        f"À la date de la présente, le loyer mensuel, provisions pour charges comprises, s'élève à "
        f"{case.amount(case.home.loyer + case.some(30, 90))}. Le compte locatif ne présente aucun impayé : les loyers "
        "et charges ont été réglés régulièrement.",
        case.one(
            "Aucun congé n'a été donné par l'une ou l'autre des parties.",
            "Aucun trouble de voisinage n'a été porté à notre connaissance.",
        ),
        "Cette attestation est délivrée à la demande de l'intéressé(e) pour faire valoir ses droits.",
    )
    return Paper(
        "LOG-ABA",
        None,
        landlord,
        case.one("Attestation de bon paiement des loyers", "Attestation de loyers à jour"),
        parts,
        lines=(f"Service locataires – {case.commune.title()}",),
        references=(f"Dossier {case.number(6)}",),
        signer="Le service gestion locative",
        seal=(landlord, "gestion locative"),
    )


def _standing_transfer(case: Case) -> Paper:
    rent, bank = float(case.home.loyer + case.some(20, 90)), case.one(*case.home.world.banques)
    months = ((case.month(before).capitalize(), case.amount(rent)) for before in range(3))
    parts = (
        Text(
            f"{case.named(case.who)}, nous vous confirmons que l'ordre ci-dessous est enregistré et que les virements "
            "suivants ont été exécutés par le débit de votre compte."
        ),
        Fields(
            (
                ("Compte à débiter", f"{case.number(5)} {case.number(11)} – compte de dépôt"),
                ("Bénéficiaire", case.home.bailleur),
                ("IBAN du bénéficiaire", f"FR76 {case.number(4)} XXXX XXXX XXXX XXXX {case.number(3)}"),
                ("Libellé de l'opération", f"LOYER {case.who.nom.upper()}"),
                ("Périodicité", "mensuelle"),
                ("Référence de l'ordre", f"VPM{case.number(9)}"),
            )
        ),
        Heading("Dernières exécutions"),
        Table((("Mois", "Montant"), *months), (3, 1)),
        Text(
            "Cet avis ne constitue pas un relevé de compte. Il vous est délivré à titre d'information, sous réserve "
            "des opérations qui pourraient être rejetées ultérieurement."
        ),
    )
    return Paper(
        "LOG-PAI",
        None,
        bank,
        case.one("Avis d'exécution de virement permanent", "Confirmation de virement"),
        parts,
        lines=(f"Agence de {case.commune.title()}",),
        letter=True,
        references=(f"Le {case.short(2, 12)}",),
        foot="Société coopérative à capital variable – Agréée en qualité d'établissement de crédit",
    )


WRITERS: Writers = {
    "LOG-QUI": to_test(_receipt_of_an_owner, _call_of_an_hlm_office, _receipt_of_an_agency),
    "LOG-ABA": to_test(_landlord_says_paid_up),
    "LOG-PAI": to_test(_standing_transfer),
}
