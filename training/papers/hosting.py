"""Living at someone's, or at a hotel (LOG-HEB, LOG-HOT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn


def _typed_host(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        host,
        case.one("Attestation d'hébergement", "Attestation sur l'honneur d'hébergement"),
        (
            Text(f"Je soussigné(e) {host}, né(e) le {case.short(9000, 24000)}, demeurant {case.address},"),
            Text(
                f"certifie sur l'honneur héberger à mon domicile, à titre gratuit, {case.named(who)}, "
                f"{case.born(who)}, depuis le {case.long(60, 900)}"
                + case.one(" jusqu'à ce jour.", " et ce jusqu'à ce qu'un logement lui soit attribué.")
            ),
            Text(f"{who.gendered('Elle', 'Il')} y vit {case.one('avec sa famille', 'seul(e)', 'avec ses enfants')}."),
            Text(
                "Je sais que cette attestation pourra être produite en justice et que toute fausse déclaration de ma "
                "part m'expose à des sanctions pénales (article 441-7 du code pénal)."
            ),
            Text("Fait pour servir et valoir ce que de droit."),
        ),
        lines=(case.home.rue, case.home.ville),
        signer="L'hébergeant",
    )


def _host_form(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        case.one("Demande de logement – Pièce à joindre", "À compléter par la personne qui vous héberge"),
        case.one("Attestation d'hébergement", "Attestation d'hébergement à titre gratuit"),
        (
            Filled(
                (
                    ("Je soussigné(e) (nom, prénom)", host.title()),
                    ("né(e) le", case.short(9000, 24000)),
                    ("demeurant", case.home.rue),
                    ("à", case.commune.title()),
                )
            ),
            Text("atteste sur l'honneur héberger à mon domicile :"),
            Filled(
                (
                    ("M. / Mme", f"{who.prenom} {who.nom}"),
                    ("né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("depuis le", case.short(60, 900)),
                    ("Lien avec l'hébergeant", case.one("ami", "soeur", "cousin", "")),
                )
            ),
            Text(
                "Joindre la copie d'une pièce d'identité de l'hébergeant et un justificatif de domicile de moins de "
                "3 mois."
            ),
        ),
        signer="Signature de l'hébergeant",
    )


def _host_for_prefecture(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        host,
        case.one("Certificat d'hébergement", "Attestation de domicile chez un tiers"),
        (
            Text("Madame, Monsieur,"),
            Text(
                f"Propriétaire de mon logement situé au {case.address}, j'y accueille depuis le {case.long(40, 700)} "
                f"{case.named(who)}, de nationalité {case.one('française', 'étrangère')}, {case.born(who)}."
            ),
            Text(
                f"{who.gendered('Elle partage', 'Il partage')} notre appartement de {case.some(2, 4)} pièces faute "
                "d'avoir trouvé à se loger. Je ne lui demande ni loyer ni participation. Cette solution ne peut être "
                f"que provisoire, car nous sommes {case.one('cinq', 'six', 'sept')} à la maison."
            ),
            Text(
                "Je reste à votre disposition et vous adresse la copie de ma carte d'identité ainsi qu'une facture "
                "récente."
            ),
        ),
        lines=(case.home.rue, case.home.ville, f"Tél. 06 39 98 {case.number(2)} {case.number(2)}"),
        references=("Objet : hébergement d'une personne à mon adresse",),
        signer=host,
    )


def _town_hall_host_form(case: Case) -> Paper:
    who, host, owner = case.who, case.third(), case.some(0, 1) == 1
    return Paper(
        "LOG-HEB",
        None,
        f"VILLE DE {case.commune}",
        case.one("Déclaration d'hébergement", "Déclaration du logeur"),
        (
            Heading("1 – La personne qui loge"),
            Filled(
                (
                    ("Nom de famille", host.split(" ", 1)[1].title()),
                    ("Prénom", host.split(" ", 1)[0]),
                    ("Adresse", case.home.rue),
                )
            ),
            Choices((("propriétaire", owner), ("locataire", not owner))),
            Heading("2 – La personne logée"),
            Filled(
                (
                    ("Nom de famille", who.nom),
                    ("Prénoms", who.prenoms),
                    ("Date et lieu de naissance", f"{who.naissance:%d/%m/%Y} {who.lieu}"),
                )
            ),
            Heading("3 – Engagement"),
            Choices((("hébergement sans contrepartie financière", True), ("avec participation aux frais", False))),
            Filled((("Date d'arrivée au foyer", case.short(40, 700)),)),
            Text(
                "Le logeur déclare exacts les renseignements ci-dessus. Les informations sont destinées aux services "
                "municipaux ; droit d'accès et de rectification auprès de la mairie."
            ),
        ),
        lines=("Service de l'habitat et du logement",),
        signer="Le logeur, lu et approuvé",
        seal=("MAIRIE", case.commune) if case.some(0, 1) else (),
        numbered=True,
    )


def _visiting_friend(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        host,
        case.one("Je loge une personne à mon adresse", "Attestation de logement chez un particulier"),
        (
            Text(
                f"Moi, {host}, {case.one('retraité(e)', 'salarié(e)', 'sans profession')}, domicilié(e) "
                f"{case.home.rue} à {case.commune.title()}, déclare que {case.known(who)}, est logé(e) chez moi "
                "gracieusement."
            ),
            Fields(
                (
                    ("Depuis", case.long(50, 800)),
                    ("Motif", case.one("séparation", "perte de son logement", "arrivée récente")),
                )
            ),
            Text(
                "Le couchage se fait dans le séjour. Je ne suis pas en mesure de prolonger cet accueil au-delà de "
                "quelques mois."
            ),
            Text("Déclaration faite de bonne foi, à toutes fins utiles auprès des bailleurs sociaux."),
        ),
        lines=(case.address,),
        signer=host,
    )


def _shared_home_form(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        "Caisse d'allocations familiales",
        case.one("Attestation de l'hébergeant", "Attestation d'occupation d'un logement par un tiers"),
        (
            Filled((("Allocataire hébergé", f"{who.prenom} {who.nom}"), ("Numéro d'allocataire", case.number(7)))),
            Text("Cadre réservé à la personne qui héberge :"),
            Filled(
                (
                    ("Nom et prénom", host.title()),
                    ("Adresse complète", case.home.rue),
                    ("Commune", case.commune.title()),
                )
            ),
            Choices((("Je l'héberge gratuitement", True), ("Il me verse une participation chaque mois", False))),
            Filled((("Date de début de l'hébergement", case.short(50, 800)), ("Date de fin", ""))),
            Text(
                "Toute fausse déclaration est passible d'une amende (article L. 114-17 du code de la sécurité sociale)."
            ),
        ),
        signer="Date et signature de l'hébergeant",
    )


def _hotel_bill(case: Case) -> Paper:
    nights, price = case.some(5, 31), case.some(32, 68)
    camping = case.some(0, 2) == 0
    place = "Emplacement n°" if camping else "Chambre n°"
    return Paper(
        "LOG-HOT",
        None,
        case.one("Camping du Bord de l'Eau", "Camping municipal")
        if camping
        else case.one("Hôtel de la Gare", "Hôtel Bellevue"),
        case.one("Facture", "Facture d'hébergement", "Reçu de séjour"),
        (
            Fields(
                (
                    ("Client", case.named(case.who)),
                    (place, str(case.some(3, 64))),
                    ("Arrivée", case.short(nights + 3, nights + 5)),
                    ("Départ", case.short(2, 3)),
                )
            ),
            Table(
                (
                    ("Désignation", "Quantité", "Prix unitaire", "Total"),
                    ("Nuitées", str(nights), case.amount(price), case.amount(nights * price)),
                    ("Taxe de séjour", str(nights), "0,80 €", case.amount(nights * 0.8)),
                ),
                (2, 1, 1.2, 1.3),
            ),
            Text(
                f"Net à payer TTC : {case.amount(nights * (price + 0.8))} – réglé par "
                f"{case.one('carte', 'espèces', 'bon du 115 – Samu social')}."
            ),
            Text("TVA acquittée sur les encaissements. Merci de votre visite."),
        ),
        lines=(case.home.world.rues[3], case.home.ville, f"SIRET {case.home.siret}"),
        references=(f"Facture n° {case.year}/{case.number(4)}",),
        seal=("PAYÉ",),
        signer="La réception",
    )


WRITERS: Writers = {
    "LOG-HEB": to_learn(
        _typed_host, _host_form, _town_hall_host_form, _host_for_prefecture, _visiting_friend, _shared_home_form
    ),
    "LOG-HOT": to_learn(_hotel_bill),
}
