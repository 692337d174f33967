"""Papers of no type from care, money and cars: what is learnt to be set aside."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Paper, Table, Text
from training.papers.figures import summed
from training.papers.several import said, several
from training.papers.stray import stray
from training.papers.writers import Writer


def _dental_quote(case: Case) -> Paper:
    rows, total = summed(
        case, ("Couronne céramique, dent 36", 400, 700), ("Détartrage", 25, 45), ("Inlay-core", 90, 200)
    )
    return stray(
        case.one(f"Docteur {case.third()}, chirurgien-dentiste", "Centre dentaire du Parvis"),
        case.one("Devis dentaire", "Plan de traitement", "Devis pour soins prothétiques"),
        Text(f"Patient : {case.who.full}. Valable six mois."),
        Table((("Acte", "Honoraires"), *rows, ("Total", case.amount(total))), (3, 1)),
        Text(
            said(
                case,
                "Base de remboursement : 120 €.",
                "Matériau fabriqué en France.",
                "À transmettre à votre complémentaire.",
                "Panier 100 % santé proposé.",
            )
        ),
    )


def _glasses(case: Case) -> Paper:
    return stray(
        case.one("Optique du Centre", "Lunettes Valmontel", "Audition & Vision"),
        case.one("Devis normalisé optique", "Votre correction", "Essai d'aide auditive", "Fiche client opticien"),
        Table(
            (
                ("", "Sphère", "Cylindre", "Axe"),
                ("OD", f"-{case.some(1, 6)},25", "+0,50", f"{case.some(1, 179)}°"),
                ("OG", f"-{case.some(1, 6)},00", "+0,75", f"{case.some(1, 179)}°"),
            ),
            (1, 1, 1, 1),
        ),
        Fields((("Monture", case.sum(30, 180)), ("Verres", case.sum(60, 400)), ("Reste à charge", case.sum(0, 90)))),
    )


def _imaging(case: Case) -> Paper:
    return stray(
        case.one("Cabinet de radiologie", "Imagerie médicale du Val", "Centre de scanner et IRM"),
        case.one("Compte rendu d'examen", "Échographie abdominale", "IRM du genou droit", "Radiographie du thorax"),
        Text(f"{case.known(case.who)}. Adressé{case.who.gendered('e', '')} par {case.one(*case.home.world.medecins)}."),
        *several(
            case,
            2,
            "Technique : séquences sagittales T1 et coronales.",
            "Absence d'épanchement. Ligaments croisés continus.",
            "Foie homogène, vésicule alithiasique.",
            "Pas d'opacité parenchymateuse évolutive.",
            "Conclusion : examen sans anomalie significative.",
        ),
        signer=case.third(),
    )


def _drug_leaflet(case: Case) -> Paper:
    return stray(
        case.one("Laboratoires Pervenche", "ANSM – notice", "Pharmacie du Lavoir"),
        case.one(
            "Notice : information du patient", "Veuillez lire attentivement cette notice", "Conseils du pharmacien"
        ),
        *several(
            case,
            3,
            "Ne prenez jamais ce médicament si vous êtes allergique à la substance active.",
            "Posologie : un comprimé par prise, espacer de six heures.",
            "Effets indésirables : somnolence, nausées, éruption.",
            "Tenir hors de la vue et de la portée des enfants.",
            "Grossesse : demandez conseil à votre pharmacien.",
        ),
    )


def _diet(case: Case) -> Paper:
    return stray(
        case.one("Diététicienne nutritionniste", "Kinésithérapie du Parvis", "Réseau diabète"),
        case.one(
            "Plan alimentaire", "Exercices à faire chez soi", "Programme de rééducation", "Vos repas de la semaine"
        ),
        *several(
            case,
            3,
            "Petit déjeuner : pain complet 50 g, fromage blanc.",
            "Étirez la jambe trente secondes, dix fois.",
            "Limitez le sel et les plats préparés.",
            "Marche : trente minutes chaque jour.",
            "Gainage ventral, trois séries.",
            "Buvez un litre et demi d'eau.",
        ),
    )


def _hospital_stay(case: Case) -> Paper:
    return stray(
        case.one("Clinique du Parc Fleuri", "Hôpital – service de chirurgie", "Maternité des Tilleuls"),
        case.one("Livret d'accueil", "Consentement éclairé", "Consignes avant l'opération", "Préadmission"),
        *several(
            case,
            2,
            "Soyez à jeun depuis minuit ; douche antiseptique la veille.",
            "Télévision et chambre particulière en supplément.",
            "Apportez vos radiographies et votre traitement.",
            "Visites de 13 h à 20 h.",
            "Désignez une personne de confiance.",
        ),
        Choices((("J'ai reçu une information claire", True), ("Je souhaite une chambre seule", case.some(0, 1) == 1))),
    )


def _company_savings(case: Case) -> Paper:
    return stray(
        case.one("Épargne salariale – Valgest", "Plan d'épargne entreprise", "Amundal Gestion"),
        case.one("Relevé d'épargne salariale", "Intéressement : votre choix", "Participation aux bénéfices"),
        Table(
            (
                ("Fonds", "Parts", "Valeur"),
                ("Monétaire", case.number(2), case.sum(40, 900)),
                ("Actions solidaires", case.number(2), case.sum(40, 2000)),
            ),
            (3, 1, 1),
        ),
        Text(
            case.one(
                f"Disponible à partir du 1er juin {case.year + 4}.",
                "Cas de déblocage anticipé : mariage, achat du logement, invalidité.",
            )
        ),
        letter=True,
    )


def _life_insurance(case: Case) -> Paper:
    return stray(
        case.one("Vie & Patrimoine", "Compagnie du Lac – assurance vie", "Prévoyance Obsèques"),
        case.one(
            "Situation annuelle de votre contrat",
            "Information annuelle",
            "Modification de clause bénéficiaire",
            "Bulletin de souscription",
        ),
        Fields(
            (
                ("Adhérent", case.who.full),
                ("Valeur de rachat", case.sum(300, 14000)),
                ("Rendement du fonds en euros", "2,10 %"),
            )
        ),
        Text(
            said(
                case,
                "Bénéficiaire en cas de décès : mon conjoint, à défaut mes enfants.",
                "Frais de gestion : 0,75 %.",
                "Les performances passées ne préjugent pas de l'avenir.",
            )
        ),
    )


def _credit_offer(case: Case) -> Paper:
    return stray(
        case.one("Crédival Finance", "Crédit Express", "Magasin Meubles Duclair"),
        case.one(
            "Offre de contrat de crédit",
            "Prêt personnel : votre simulation",
            "Information précontractuelle européenne",
            "Paiement en quatre fois",
        ),
        Fields(
            (
                ("Montant", case.sum(400, 9000)),
                ("Durée", f"{case.some(6, 60)} mois"),
                ("TAEG fixe", f"{case.some(2, 19)},{case.number(2)} %"),
                ("Mensualité", case.sum(20, 240)),
            )
        ),
        *several(
            case,
            1,
            "Un crédit vous engage et doit être remboursé.",
            "Délai de rétractation : quatorze jours.",
            "Assurance facultative : 3,20 € par mois.",
            "Sous réserve d'acceptation de votre dossier.",
        ),
        numbered=True,
    )


def _vehicle_sale(case: Case) -> Paper:
    return stray(
        case.one("Garage des Deux Ponts", "Cession de véhicule", "Autos du Val"),
        case.one(
            "Certificat de cession",
            "Bon de commande – véhicule d'occasion",
            "Reprise de votre voiture",
            "Déclaration d'achat",
        ),
        Fields(
            (
                ("Marque", case.one("Citadine 5 portes", "Break diesel", "Utilitaire")),
                ("Kilométrage", f"{case.number(3)} 000 km"),
                ("Prix", case.sum(900, 12000)),
                ("Immatriculation", f"ZZ-{case.number(3)}-ZZ"),
            )
        ),
        Text(
            f"{case.one('Acquéreur', 'Vendeur')} : {case.who.full}. "
            f"{case.one('Sans garantie.', 'Garantie trois mois.')}"
        ),
    )


def _green_card(case: Case) -> Paper:
    return stray(
        case.one("Auto Mutuelle du Val", "Assurance 2 roues", "Courtier auto"),
        case.one(
            "Carte internationale d'assurance automobile",
            "Mémo véhicule assuré",
            "Relevé d'informations",
            "Avis d'échéance auto",
        ),
        Fields(
            (
                ("Souscripteur", case.who.full),
                ("Véhicule", f"ZZ-{case.number(3)}-ZY"),
                ("Bonus-malus", f"0,{case.some(50, 99)}"),
                ("Période", f"jusqu'au {case.ahead(30, 330)}"),
            )
        ),
        Text(
            said(
                case,
                "Aucun sinistre responsable sur 36 mois.",
                "Formule au tiers plus.",
                "Franchise bris de glace : 80 €.",
                "Pays où la carte est valable : voir au verso.",
            )
        ),
    )


def _car_sharing(case: Case) -> Paper:
    return stray(
        case.one("Roulons Ensemble", "Covoiturage du Plateau", "Taxis du Val"),
        case.one("Votre trajet est confirmé", "Reçu de course", "Réservation de trajet"),
        Fields(
            (
                ("Départ", f"{case.commune.title()}, gare, {case.some(6, 20)} h"),
                ("Passagers", str(case.some(1, 3))),
                ("Prix", case.sum(5, 60)),
            )
        ),
        Text(case.one("Conductrice : Solange, note 4,8/5.", "Bagage moyen accepté.", "Merci de régler à bord.")),
    )


STRANGE_WAYS: tuple[Writer, ...] = (
    _dental_quote,
    _glasses,
    _imaging,
    _drug_leaflet,
    _diet,
    _hospital_stay,
    _company_savings,
    _life_insurance,
    _credit_offer,
    _vehicle_sale,
    _green_card,
    _car_sharing,
)
