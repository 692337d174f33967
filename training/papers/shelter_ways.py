"""More ways in which hostels, shelters, halls, hotels and camp sites say who sleeps there."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

HOSTEL, HOTEL = "LOG-STR", "LOG-HOT"
HOSTEL_NOTES = (
    "Ce mode d'accueil est temporaire et ne constitue pas un bail.",
    "Un dépôt de garantie d'un mois a été versé.",
    "Le résident est prêt à accéder à un logement autonome.",
    "Le règlement intérieur a été accepté à l'entrée.",
    "Les visites sont autorisées jusqu'à 22 heures ; l'hébergement de tiers est interdit.",
    "L'établissement est agréé par la préfecture et géré par une association.",
)
HOTEL_NOTES = (
    "Les chambres sont libérées avant 11 heures.",
    "Séjour reconduit de semaine en semaine faute de logement.",
    "Cuisine interdite dans les chambres.",
    "Arrhes non remboursables.",
    "Petit déjeuner en supplément.",
)


def _residence_of_workers(case: Case) -> Paper:
    who, fee = case.adult(), case.sum(290, 520)
    return Paper(
        HOSTEL,
        None,
        case.one("RESIDENCE SOCIALE LES ACACIAS", "FOYER DE JEUNES TRAVAILLEURS", "ADOMA - Direction Est", "COALLIA"),
        case.one(
            "Attestation de résidence",
            "Avis d'échéance de redevance",
            "Titre d'occupation",
            "Attestation de séjour en foyer",
        ),
        (
            Fields(
                (
                    (case.one("Résident", "Occupant", "Client"), case.named(who)),
                    (case.one("Chambre", "Studio n°", "Unité"), f"{case.one('A', 'B', 'C')}{case.number(3)}"),
                    ("Adresse", case.home.rue),
                    ("Entrée le", case.short(40, 1500)),
                    (case.one("Redevance mensuelle", "Redevance", "Participation"), fee),
                    ("APL foyer", f"- {case.sum(80, 250)}"),
                )
            ),
            *texts(
                said(
                    case,
                    "La redevance comprend le loyer, les charges et les prestations (mobilier, draps, ménage).",
                    "Le résident n'est pas locataire : son titre relève de l'article L. 633-1 du CCH.",
                    "Le contrat est d'un mois, tacitement reconduit à la seule volonté du résident.",
                ),
                f"{case.one('A jour de ses redevances', 'Solde : 0,00 €', 'Aucun impayé')} au {case.short(1, 20)}.",
            ),
            *several(case, 0, *HOSTEL_NOTES),
        ),
        signer=case.one("Le responsable de résidence", "Le gestionnaire", "L'accueil"),
        seal=("RESIDENCE", "SOCIALE"),
    )


def _letter_of_shelter(case: Case) -> Paper:
    who = case.who
    family = f", avec {len(case.home.enfants)} enfant(s)," if case.home.enfants else ""
    return Paper(
        HOSTEL,
        None,
        case.one("Association LE REFUGE DU VAL", "ARMEE DU SALUT", "CHRS L'ESCALE", "FRANCE TERRE D'ASILE - CADA"),
        case.one("Attestation de prise en charge", "A qui de droit", "Certificat de présence", "Attestation d'accueil"),
        (
            *texts(
                f"{case.one('Je soussignée, cheffe de service', 'Le directeur', 'La responsable éducative')} du "
                f"{case.one('foyer', 'CHRS', 'centre maternel', 'dispositif ALT', 'CHU', 'CADA')}, "
                f"{case.one('atteste', 'certifie', 'confirme')} que {case.known(who)}{family} est "
                f"{who.gendered('accueillie', 'accueilli')} dans {case.one('notre structure', 'nos murs')} "
                f"depuis le {case.long(30, 900)}.",
                said(
                    case,
                    "L'orientation a été prononcée par le SIAO (115). La prise en charge est renouvelable.",
                    f"Sa participation financière s'élève à {case.some(5, 15)} % de ses ressources.",
                    "Un accompagnement vers le logement autonome est engagé avec son référent.",
                    "Le séjour prend fin dès qu'une solution de relogement est trouvée.",
                ),
                case.one(
                    "Etabli sur sa demande.",
                    "Pour servir ce que de droit.",
                    "L'établissement est financé par l'Etat (DDETS).",
                ),
            ),
            *several(case, 0, *HOSTEL_NOTES),
        ),
        lines=(case.one("Pôle hébergement - insertion", "Habilitation aide sociale", "Loi 1901"),),
        signer=case.one(case.third(), "Le chef de service", "La direction"),
        seal=("CHRS", case.commune),
    )


def _contract_of_stay(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        HOSTEL,
        None,
        case.one("PENSION DE FAMILLE DU PARC", "MAISON RELAIS", "CENTRE D'HEBERGEMENT D'URGENCE", "RHVS"),
        case.one("Convention d'occupation", "Contrat de séjour", "Contrat d'hébergement", "Contrat de résidence"),
        (
            Text(
                f"Entre l'association gestionnaire et {case.known(who)}, {case.one('résident', 'usager', 'hébergé')}."
            ),
            *(
                part
                for number, (heading, words) in enumerate(
                    (
                        ("Objet", "L'établissement met à disposition un hébergement temporaire meublé et un soutien."),
                        (
                            "Durée",
                            f"{case.one('Six mois', 'Un mois', 'Trois mois')} à compter du {case.short(5, 400)}, "
                            "renouvelable après bilan.",
                        ),
                        ("Participation", f"{case.sum(40, 380)} par mois, exigible le 5, reçu délivré."),
                        (
                            "Engagements",
                            "Respecter le règlement de fonctionnement, rencontrer son référent, "
                            "rechercher activement un logement.",
                        ),
                        ("Fin", "Le contrat prend fin au terme, sur décision de l'usager ou pour manquement grave."),
                    ),
                    1,
                )
                for part in (Heading(f"Article {number} : {heading}"), Text(words))
            ),
            Text(
                said(
                    case,
                    "Articles L. 311-3 à L. 311-8 du code de l'action sociale et des familles.",
                    "La charte des droits et libertés de la personne accueillie a été remise.",
                )
            ),
        ),
        signer=case.one("Le résident", "Pour l'association"),
    )


def _student_hall(case: Case) -> Paper:
    who = case.who
    return Paper(
        HOSTEL,
        None,
        case.one("CROUS", "Résidence étudiante Les Tilleuls", "CITE UNIVERSITAIRE"),
        case.one("Attestation d'occupation", "Certificat de logement", "Attestation de logement en résidence"),
        (
            *texts(
                f"{case.one('La régisseuse', 'Le directeur de la cité', 'Le responsable')} certifie que "
                f"{case.named(who)} occupe {case.one('une chambre', 'un studio T1 bis', 'un logement meublé')} de la "
                f"résidence universitaire, {case.address}, {case.period(2)} et jusqu'à la fin de l'année "
                "universitaire.",
                f"Redevance : {case.sum(170, 460)} par mois, {case.one('réglée', 'ouvrant droit à une ALS')}.",
                case.one(
                    "Admission non renouvelable de plein droit.",
                    "INE " + case.number(10) + "K.",
                    "Document édité depuis MesServices.etudiant.gouv.fr.",
                ),
            ),
            *several(case, 0, *HOSTEL_NOTES),
        ),
        signer=case.one("", "Le responsable de la résidence"),
        foot=case.one("", "https://messervices.etudiant.gouv.fr - cité'U"),
    )


def _bill_of_hotel(case: Case) -> Paper:
    nights, price = case.some(3, 31), case.some(32, 68)
    return Paper(
        HOTEL,
        None,
        case.one("HOTEL DE LA GARE", "AUBERGE DU PONT", "Appart'hôtel Le Relais", "HOTEL BON SEJOUR *"),
        case.one("Facture n° " + case.number(5), "Note", "Note d'hôtel", "Reçu"),
        (
            Text(
                f"{case.one('Client', 'M./Mme', 'Nom')} : {case.who.full} - {case.one('ch.', 'chambre')} "
                f"{case.number(2)} - {case.one('arr.', 'du')} {case.short(32, 60)}"
            ),
            Table(
                (
                    ("Prestation", case.one("Qté", "Nb"), "PU", "Total"),
                    (
                        case.one("Nuitée", "Hébergement", "Chambre double"),
                        str(nights),
                        f"{price},00",
                        case.amount(nights * price),
                    ),
                    (case.one("Taxe de séjour", "Tx séjour"), str(nights), "0,80", case.amount(nights * 0.8)),
                ),
                (4, 1, 1, 2),
            ),
            Text(
                f"{case.one('TTC', 'Net à payer', 'Total réglé')} {case.amount(nights * (price + 0.8))} - "
                f"{case.one('payé espèces', 'CB', 'acquitté')} - TVA 10 %"
            ),
            *several(case, 0, *HOTEL_NOTES),
        ),
        lines=(case.address, "03 99 00 12 34"),
    )


def _pitch_of_campsite(case: Case) -> Paper:
    return Paper(
        HOTEL,
        None,
        case.one("CAMPING MUNICIPAL", "CAMPING LES GRANDS PINS ***", "AIRE DE LOISIRS DU LAC"),
        case.one("Redevance d'emplacement", "Contrat de séjour résidentiel", "Quittance camping", "Séjour à l'année"),
        (
            Fields(
                (
                    (case.one("Campeur", "Occupant", "Titulaire"), case.adult().full),
                    (case.one("Emplacement", "Parcelle", "Mobil-home"), f"n° {case.number(2)}"),
                    ("Période", case.period()),
                    ("Forfait", case.sum(180, 560)),
                    (case.one("Electricité 6 A", "Forfait branchement"), case.sum(20, 70)),
                    ("Personnes", str(len(case.home.adults) + len(case.home.enfants))),
                )
            ),
            Text(
                case.one(
                    "Payé ce jour au bureau d'accueil.",
                    "Le campeur ne peut y élire domicile.",
                    "Merci, bonnes vacances.",
                )
            ),
            *several(case, 0, *HOTEL_NOTES),
        ),
        signer=case.one("L'accueil", "Le régisseur", ""),
    )


def _nights_paid_by_emergency_line(case: Case) -> Paper:
    who = case.who
    return Paper(
        HOTEL,
        None,
        case.one("SIAO - 115", "SAMU SOCIAL", "DELTA - Pôle hôtel", "Conseil départemental - ASE"),
        case.one("Prise en charge hôtelière", "Bon de réservation", "Attestation de nuitées", "Voucher"),
        (
            *texts(
                f"{case.one('Ménage', 'Famille', 'Bénéficiaire')} : {case.known(who)} - "
                f"{1 + len(case.home.enfants)} pers. Réf. {case.number(7)}",
                f"{case.one('Etablissement', 'Hôtel')} : Hôtel {case.one('du Nord', 'Terminus', 'des Voyageurs')}, "
                f"{case.address}.",
                f"{case.one('Nuitées accordées', 'Du / au', 'Séjour')} {case.period()} "
                f"{case.one('(renouvelable)', ', petit déjeuner non compris', ' : chambre triple')}.",
                said(
                    case,
                    "Facturation à l'organisme ; rien n'est dû par le ménage.",
                    "L'hôtelier est invité à présenter ce bon avec sa facture.",
                    "Sans appel au 115, la chambre est rendue à midi.",
                ),
            ),
            *several(case, 0, *HOTEL_NOTES),
        ),
    )


WRITERS: Writers = {
    HOSTEL: to_learn(_residence_of_workers, _letter_of_shelter, _contract_of_stay, _student_hall),
    HOTEL: to_learn(_bill_of_hotel, _pitch_of_campsite, _nights_paid_by_emergency_line),
}
