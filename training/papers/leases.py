"""Leases, of several pages (LOG-BAI)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.social_leases import social_lease
from training.papers.writers import Writers, to_learn

FURNITURE = (
    "Literie avec couette",
    "Plaques de cuisson",
    "Four ou micro-ondes",
    "Réfrigérateur",
    "Vaisselle",
    "Table",
)


def _rights_and_fees(case: Case) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("IX. Droits et obligations des parties"),
        Text(
            "Le bailleur remet un logement décent, en bon état d'usage et de réparation, assure au locataire la "
            "jouissance paisible, entretient les locaux et y fait toutes les réparations autres que locatives. Il "
            "transmet gratuitement une quittance au locataire qui la demande."
        ),
        Text(
            "Le locataire paie le loyer et les charges récupérables aux termes convenus, use paisiblement du "
            "logement, répond des dégradations survenues pendant la durée du contrat, prend à sa charge l'entretien "
            "courant, permet l'accès pour les travaux, ne transforme pas les locaux sans accord écrit et s'assure "
            "contre les risques locatifs. Il ne peut sous-louer sans l'accord du bailleur."
        ),
        Heading("X. Honoraires de location"),
        Text(
            f"Plafond applicable : {case.one('8', '10', '12')} € par m² de surface habitable, augmenté de 3 € par m² "
            f"pour l'état des lieux d'entrée. Part du locataire : {case.sum(100, 700)}. Part du bailleur : "
            f"{case.sum(100, 900)}."
        ),
        Heading("XI. Autres conditions particulières"),
        Text(
            case.one(
                "Néant.", "Les animaux familiers sont admis.", "La cave n° 12 est mise à disposition sans supplément."
            )
        ),
    )


def _standard_terms(case: Case, rent: float) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("IV. Conditions financières"),
        Table(
            (
                ("Loyer et accessoires", "Montant mensuel"),
                ("Loyer hors charges", case.amount(rent)),
                ("Provision sur charges avec régularisation", case.sum(30, 110)),
                ("Dépôt de garantie (un mois)", case.amount(rent)),
            ),
            (3, 1.2),
        ),
        Text(
            "Révision du loyer : chaque année à la date anniversaire, selon l'indice de référence des loyers "
            f"(IRL) du {case.some(1, 4)}e trimestre publié par l'Insee. Paiement mensuel, à échoir, au domicile "
            "du bailleur, au plus tard le 5 du mois. Zones tendues : le loyer n'est pas soumis au loyer de "
            "référence majoré."
        ),
        Heading("V. Travaux – VI. Garanties"),
        Text(
            "Montant et nature des travaux effectués depuis le dernier contrat : néant. Caution solidaire : sans objet."
        ),
        Heading("VII. Clause de solidarité et clause résolutoire"),
        Text(
            "Les colocataires et le conjoint sont tenus solidairement. Le contrat sera résilié de plein droit en "
            "cas de défaut de paiement du loyer ou des charges, de non-versement du dépôt de garantie, ou de "
            "défaut d'assurance contre les risques locatifs, deux mois après un commandement demeuré infructueux."
        ),
        Heading("VIII. Annexes"),
        Choices(
            (
                ("Notice d'information relative aux droits et obligations", True),
                ("État des lieux établi lors de la remise des clés", True),
                ("Dossier de diagnostic technique (DPE, plomb, risques)", True),
                ("Extrait du règlement de copropriété", case.some(0, 1) == 1),
            )
        ),
        *_rights_and_fees(case),
        Text("Fait en deux exemplaires originaux. Le bailleur – Le locataire (« lu et approuvé »)."),
    )


def _standard_lease(case: Case) -> Paper:
    who, rent = case.who, case.home.loyer
    return Paper(
        "LOG-BAI",
        None,
        case.home.bailleur,
        case.one("Contrat de location", "Contrat type de location de logement nu"),
        (
            Text(
                "Soumis au titre Ier de la loi n° 89-462 du 6 juillet 1989 tendant à améliorer les rapports locatifs – "
                "Logement à usage de résidence principale"
            ),
            Heading("I. Désignation des parties"),
            Text(
                f"Le présent contrat est conclu entre les soussignés :\n{case.home.bailleur}, désigné « le bailleur » ;"
            ),
            Text(
                f"et {case.known(who)}, {who.gendered('désignée', 'désigné')} « le locataire ».\nIl a été convenu ce "
                "qui suit :"
            ),
            Heading("II. Objet du contrat"),
            Fields(
                (
                    ("Localisation du logement", case.address),
                    ("Type d'habitat", case.one("immeuble collectif", "maison individuelle")),
                    ("Surface habitable", f"{case.some(24, 98)} m²"),
                    ("Nombre de pièces principales", str(case.some(1, 5))),
                    ("Période de construction", case.one("avant 1949", "de 1949 à 1974", "de 1989 à 2005")),
                    ("Production de chauffage", case.one("individuelle", "collective")),
                    ("Classe de performance énergétique", case.one("C", "D", "E")),
                )
            ),
            Text(
                "Destination des locaux : usage d'habitation. Équipements d'accès aux technologies : câble, fibre "
                "optique."
            ),
            Heading("III. Date de prise d'effet et durée du contrat"),
            Text(
                f"Le contrat prend effet le {case.long(200, 2500)} pour une durée de {case.one('trois', 'six')} ans. "
                "En l'absence de proposition de renouvellement, il est reconduit tacitement dans les mêmes "
                "conditions. Le locataire peut y mettre fin à tout moment, après avoir donné congé ; le bailleur à "
                "son échéance seulement."
            ),
            *_standard_terms(case, rent),
        ),
        signer="Le bailleur et le locataire",
        numbered=case.some(0, 1) == 1,
    )


def _inventory_of_furniture(case: Case) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Annexe – Inventaire et état du mobilier (loi du 6 juillet 1989, art. 25-5)"),
        Table(
            (
                ("Élément", "Nombre", "État"),
                *((item, str(case.some(1, 4)), case.one("bon", "usagé")) for item in FURNITURE),
            ),
            (3, 1, 1),
        ),
        Text("Paraphes sur chaque page. Mots rayés nuls : néant. Fait en autant d'exemplaires que de parties."),
    )


def _furnished_lease(case: Case) -> Paper:
    who, rent = case.who, case.home.loyer
    return Paper(
        "LOG-BAI",
        None,
        case.one("Entre les soussignés", "Location meublée"),
        case.one("Contrat de location meublée", "Bail d'habitation meublé"),
        (
            Text(f"{case.home.bailleur}, ci-après dénommé LE BAILLEUR, d'une part,"),
            Text(
                f"et {case.named(who)}, {case.born(who)}, ci-après {who.gendered('dénommée', 'dénommé')} LE "
                "LOCATAIRE, d'autre part,"
            ),
            Heading("Article 1 – Désignation des locaux"),
            Text(
                f"Logement meublé situé {case.address}, d'une surface habitable de {case.some(16, 60)} m², comprenant "
                f"{case.some(1, 3)} pièce(s), une cuisine équipée, une salle d'eau, "
                f"{case.one('une cave', 'un parking', 'un balcon')}."
            ),
            Heading("Article 2 – Durée du bail"),
            Text(
                f"Le bail est consenti pour une durée d'un an à compter du {case.long(30, 340)}, renouvelable par "
                "tacite reconduction. Congé du locataire : préavis d'un mois. Congé du bailleur : trois mois avant "
                "le terme."
            ),
            Heading("Article 3 – Loyer et charges"),
            Text(
                f"Le montant du loyer est fixé à {case.amount(rent)} par mois, auquel s'ajoute un forfait de charges "
                f"de {case.sum(25, 90)}, payable d'avance le premier de chaque mois. Le loyer est révisé selon l'IRL."
            ),
            Heading("Article 4 – Dépôt de garantie"),
            Text(
                f"Une somme de {case.amount(2 * rent)} est versée ce jour ; elle est restituée après remise des clés."
            ),
            Heading("Article 5 – Obligations du locataire"),
            Text(
                "User paisiblement des locaux, répondre des dégradations, laisser exécuter les travaux "
                "d'amélioration, ne pas céder ni sous-louer sans accord écrit, s'assurer et en justifier chaque "
                "année."
            ),
            Heading("Article 6 – Clause résolutoire"),
            Text(
                "À défaut de paiement d'un seul terme, le bail est résilié de plein droit deux mois après commandement."
            ),
            *_inventory_of_furniture(case),
        ),
        signer="Les parties",
    )


def _agency_sanctions() -> tuple[Part, ...]:
    return (
        Leaf(),
        Text("F. SANCTIONS", bold=True),
        Text(
            "Le bail prendra fin si bon semble au propriétaire, deux mois après commandement infructueux, pour "
            "loyers, charges ou garantie impayés, et un mois après commandement pour défaut d'assurance. "
            "L'occupant resté sans titre devra une indemnité égale au dernier loyer majoré de la moitié, jusqu'à "
            "l'expulsion s'il y a lieu."
        ),
        Text("G. ÉLECTION DE DOMICILE ET DONNÉES", bold=True),
        Text(
            "Pour l'exécution des présentes, le propriétaire élit domicile en l'étude et le preneur dans les "
            "lieux loués. Les données recueillies servent à la seule gestion du bail."
        ),
        Text("Clefs remises : ........ Paraphes : ........ Renvois : ........"),
    )


def _agency_lease(case: Case) -> Paper:
    who, rent = case.who, case.home.loyer
    clause = case.one(
        "Le preneur ne pourra transformer les lieux sans l'accord écrit du propriétaire.",
        "Le preneur devra ramoner les conduits et entretenir la chaudière une fois l'an.",
    )
    return Paper(
        "LOG-BAI",
        None,
        case.one("Étude Vandamme, administrateur de biens", "Comptoir Immobilier du Nord"),
        case.one("Location vide – résidence principale", "Bail à usage d'habitation principale", "Bail de 3 ans"),
        (
            Text(
                f"L'an {case.one('deux mille dix-neuf', 'deux mille vingt-deux', 'deux mille vingt-quatre')}, entre "
                f"le propriétaire, {case.home.bailleur}, représenté par son mandataire, et le preneur, "
                f"{case.known(who)}, de nationalité {case.one('française', 'portugaise', 'algérienne', 'roumaine')}, "
                f"exerçant la profession de {case.home.metier.lower()}, a été arrêté le bail dont les clauses suivent."
            ),
            Text("A. LE LOGEMENT", bold=True),
            Text(
                f"Sis à {case.commune.title()}, {case.home.rue}, au {case.some(1, 6)}e étage : entrée, séjour, "
                f"{case.some(1, 4)} chambre(s), cuisine, W.-C., salle de bains. Loi Boutin : "
                f"{case.some(30, 90)},{case.number(2)} m². Parties communes : hall, local à vélos."
            ),
            Text("B. LA DURÉE", bold=True),
            Text(
                f"Trois années entières et consécutives qui commencent à courir le {case.long(300, 2000)}. Il se "
                "renouvelle à défaut de congé délivré six mois à l'avance par le propriétaire (reprise, vente, motif "
                "légitime et sérieux)."
            ),
            Text("C. LE PRIX", bold=True),
            Text(
                f"Le loyer mensuel est de {case.amount(rent)} ; les charges sont appelées par provisions de "
                f"{case.sum(20, 80)}. Le tout est exigible d'avance. Somme remise en garantie : {case.amount(rent)}, "
                "non productive d'intérêts. Honoraires à la charge du preneur (visite, dossier, rédaction) : "
                f"{case.sum(120, 500)} ; état des lieux : {case.sum(50, 180)}."
            ),
            Text("D. CE À QUOI LE PRENEUR S'OBLIGE", bold=True),
            Text(
                "1° payer aux termes convenus ; 2° jouir en bon père de famille ; 3° souscrire une assurance ; 4° "
                f"souffrir les réparations urgentes ; 5° rendre les clefs au départ. {clause}"
            ),
            Text("E. CE À QUOI LE PROPRIÉTAIRE S'OBLIGE", bold=True),
            Text(
                "Délivrer un logement décent (décret du 30 janvier 2002), assurer la jouissance paisible, entretenir "
                "les locaux, remettre gratuitement quittance au preneur qui la demande."
            ),
            *_agency_sanctions(),
        ),
        lines=(f"{case.home.world.rues[0]}, {case.home.world.villes[0]}", f"R.C.S. {case.number(9)}"),
        subtitle=f"Mandat de gérance n° {case.number(4)}",
        signer="Le preneur – Le mandataire",
    )


WRITERS: Writers = {
    "LOG-BAI": to_learn(_standard_lease, _furnished_lease, _agency_lease, social_lease),
}
