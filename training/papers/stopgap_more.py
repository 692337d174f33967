"""More addresses in an office, and more nights paid in a hotel or on a camping site (LOG-DOM, LOG-HOT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _decision_to_house_letters(case: Case) -> Paper:
    who = case.who
    accepted = case.one("renouvellement", "première demande", "renouvellement annuel")
    return Paper(
        "LOG-DOM",
        None,
        case.one(f"Ville de {case.commune.title()} – CCAS", "Centre intercommunal d'action sociale", "Action sociale"),
        case.one("Votre demande d'élection de domicile", "Décision – domiciliation", "Notification de domiciliation"),
        (
            Text(f"{who.civility}, à la suite de votre entretien du {case.short(5, 30)}, ({accepted}),"),
            Text(
                case.one(
                    "nous acceptons de vous domicilier. Votre adresse administrative est désormais :",
                    "la commission a émis un avis favorable ; vous pourrez recevoir votre courrier ici :",
                    "j'ai le plaisir de vous faire connaître que votre lien avec la commune est établi :",
                )
            ),
            Text(f"{who.full}\nCCAS – n° {case.number(5)}\n{case.home.ville}", bold=True),
            Fields((("Date d'effet", case.short(1, 200)), ("Date d'expiration", case.ahead(60, 350)))),
            *several(
                case,
                1,
                "Vous devez vous présenter, ou téléphoner, au moins une fois par trimestre, faute de quoi vous serez "
                "radié(e) du service.",
                "L'attestation officielle (modèle fixé par arrêté) vous est remise au guichet.",
                "Elle est opposable aux caisses, aux banques et à la préfecture pour l'ouverture de vos droits.",
                "Un recours gracieux peut être formé dans les deux mois.",
            ),
        ),
        references=(f"N/Réf. DOM/{case.year}/{case.number(4)}",),
        signer=case.one("La vice-présidente du CCAS", "Par délégation, le directeur"),
        seal=("C.C.A.S.", case.commune),
    )


def _address_for_travellers(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-DOM",
        None,
        case.one("Association d'aide aux gens du voyage", "Relais d'accueil des migrants", "Croix de Secours locale"),
        case.one(
            "Élection de domicile",
            "Attestation postale annuelle",
            "Domiciliation (aide médicale d'État)",
        ),
        (
            Choices((("domicile sans stabilité", True), ("habitat mobile", False), ("squat ou campement", False))),
            Fields(
                (
                    ("Domicilié(e)", who.full),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("Membres de la famille", ", ".join(each.prenom for each in case.home.enfants) or "néant"),
                    ("Casier / boîte", case.number(4)),
                    ("Valable jusqu'au", case.ahead(30, 360)),
                )
            ),
            Text(
                case.one(
                    "La personne élit domicile à l'adresse de notre association, qui reçoit et garde son courrier.",
                    "L'organisme agréé certifie que la personne ci-dessus est domiciliée à son siège.",
                )
            ),
            Text(
                said(
                    case,
                    "Ce n'est pas un contrat d'hébergement.",
                    "Un compte, une carte et les prestations peuvent être demandés.",
                    "Toute absence prolongée met fin à l'élection de domicile.",
                )
            ),
        ),
        lines=(f"{case.one('Agrément', 'Arrêté préfectoral')} n° {case.number(3)}-{case.year - 1}", case.home.ville),
        signer=case.one("L'accueillante", "Le responsable", "Le bénévole de permanence"),
    )


def _hotel_invoice(case: Case) -> Paper:
    nights, price = case.some(3, 30), case.some(32, 79)
    stay, tax = nights * price, 0.82 * nights
    return Paper(
        "LOG-HOT",
        None,
        case.one("HÔTEL DE LA GARE", "HÔTEL LES TROIS RIVIÈRES **", "Résidence hôtelière du Pont", "AUBERGE DU LAC"),
        case.one("Facture", "Note de séjour", "Votre séjour", "Reçu client – duplicata"),
        (
            Fields(
                (
                    (case.one("Client", "Nom du client"), case.named(case.who)),
                    ("Chambre", case.number(3)),
                    (case.one("Arrivée / départ", "Séjour"), f"{case.short(31, 60)} – {case.short(2, 30)}"),
                )
            ),
            Table(
                (
                    ("Prestation", "Qté", "P.U.", "Total"),
                    (
                        case.one("Nuitée", "Chambre double"),
                        str(nights),
                        case.amount(price),
                        case.amount(nights * price),
                    ),
                    ("Taxe de séjour", str(nights), case.amount(0.82), case.amount(tax)),
                    ("Petit déjeuner", "0", case.amount(9), case.amount(0)),
                ),
                (3, 1, 1.4, 1.6),
            ),
            *texts(
                f"Total TTC : {case.amount(stay + tax)} dont TVA 10 %.",
                case.one("Réglé en espèces.", "Payé par carte bancaire.", "Acquitté ce jour, merci de votre visite."),
            ),
        ),
        lines=(case.home.ville, f"SIRET {case.home.siret}"),
        signer=case.one("", "La réception"),
    )


def _camping_pitch(case: Case) -> Paper:
    return Paper(
        "LOG-HOT",
        None,
        case.one("CAMPING DU MOULIN ***", "Camping municipal", "Parc résidentiel de loisirs", "Mobil-homes du Bois"),
        case.one("Reçu", "Contrat et reçu d'emplacement", "Attestation de paiement d'un séjour", "Bulletin de séjour"),
        (
            Heading(f"{case.one('Emplacement', 'Mobil-home', 'Parcelle')} n° {case.some(1, 180)}"),
            Text(
                f"Reçu de {case.named(case.who)} la somme de {case.sum(180, 620)} pour "
                f"{case.one('la semaine', 'le mois', 'la quinzaine')}, {case.period()}, "
                f"{case.one('caravane et véhicule', 'électricité comprise', 'eau et taxe de séjour comprises')}."
            ),
            *several(
                case,
                1,
                "L'occupant n'élit pas domicile dans le camping et ne peut y recevoir de courrier.",
                "Location saisonnière de loisirs, non soumise à la loi de 1989.",
                "Fermeture annuelle du terrain du 15 novembre au 15 mars.",
                "Douches chaudes incluses ; jetons en vente à l'accueil.",
            ),
            *((Leaf(), Text("Règlement intérieur : animaux tenus en laisse, calme dès 22 heures.")) * case.some(0, 1)),
        ),
        lines=(case.home.ville,),
        signer=case.one("Le gérant du camping", "Le régisseur de recettes"),
    )


WRITERS: Writers = {
    "LOG-DOM": to_learn(_decision_to_house_letters, _address_for_travellers),
    "LOG-HOT": to_learn(_hotel_invoice, _camping_pitch),
}
