"""More ways in which leases are worded: agencies, stationers' forms, social landlords, leases signed online."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Text
from training.papers.several import said
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

TYPE = "LOG-BAI"


def _furnished_lease_of_agency(case: Case) -> Paper:
    home, charges = case.home, case.some(30, 120)
    tenants = " et ".join(case.named(who) for who in home.adults)
    months = case.one("neuf mois (étudiant)", "un an, renouvelable par tacite reconduction", "douze mois")
    return Paper(
        TYPE,
        None,
        case.one("AGENCE DU VIEUX PONT", "CABINET LOMBARDIER IMMOBILIER", "REGIE DES TROIS RIVIERES"),
        case.one("Bail meublé", "Location meublée - résidence principale", "Bail de logement meublé", "Contrat meublé"),
        (
            *texts(
                case.one("Les parties ci-après désignées ont convenu :", "Il a été arrêté et convenu ce qui suit."),
                f"{case.one('Le loueur', 'Le propriétaire', 'Le mandant')} : {home.bailleur}, représenté par son "
                f"mandataire. {case.one('Le preneur', 'Le(s) preneur(s)', 'Le locataire')} : {tenants}.",
            ),
            Heading(case.one("1. Objet", "Article 1 - Les lieux loués", "I - CONSISTANCE")),
            Text(
                f"Un {case.one('studio', 'appartement de type T2', 'appartement F3', 'duplex')} sis {case.address}, "
                f"d'une surface de {case.some(18, 75)} m2, {case.one('bâtiment B', '2e étage', 'rez-de-chaussée')}, "
                "garni des meubles et équipements énumérés au décret du 31 juillet 2015 ; inventaire joint."
            ),
            Heading(case.one("2. Prix", "Article 2 - Conditions financières", "II - LOYER ET ACCESSOIRES")),
            Fields(
                (
                    (case.one("Loyer hors charges", "Loyer nu", "Loyer mensuel"), case.amount(home.loyer)),
                    (case.one("Forfait de charges", "Charges forfaitaires", "Prov. charges"), case.amount(charges)),
                    (case.one("Garantie", "Caution versée", "Dépôt"), case.amount(2 * home.loyer)),
                    ("Honoraires preneur", case.sum(120, 600)),
                    ("Révision annuelle", f"IRL {case.some(1, 4)}e trim. {case.year - 1}"),
                )
            ),
            Heading("3. Durée"),
            Text(
                f"Le présent bail prend effet le {case.short(20, 900)} pour une durée de {months}. Le preneur peut "
                "donner congé à tout moment, un mois à l'avance, par lettre recommandée ou acte d'huissier."
            ),
            *texts(
                said(
                    case,
                    "A défaut de paiement d'un seul terme, le bail sera résilié de plein droit deux mois après "
                    "commandement resté infructueux.",
                    "Le preneur usera paisiblement des lieux, s'assurera contre les risques locatifs et laissera "
                    "visiter pour la relocation deux heures par jour ouvrable.",
                ),
                "Annexes remises : notice d'information, DPE, état des risques, diagnostic électricité, inventaire.",
            ),
        ),
        lines=("Transactions - Gestion - Syndic", f"Carte professionnelle CPI {case.number(4)} {case.number(9)}"),
        signer=case.one("Le preneur (lu et approuvé)", "Lu et approuvé, bon pour accord", "Les parties"),
        numbered=case.one("o", "n") == "o",
        foot="Parapher chaque page. Exemplaire du preneur.",
    )


def _printed_form_filled_by_hand(case: Case) -> Paper:
    home = case.home
    return Paper(
        TYPE,
        None,
        case.one("ENGAGEMENT DE LOCATION", "MODELE No 214 - LOCAUX VACANTS", "LOCATION VIDE"),
        case.one("Bail de trois ans", "Bail d'habitation principale", "Location de locaux vacants non meublés"),
        (
            Text(case.one("régi par la loi Mermaz du 6 juillet 1989 modifiée", "soumis au titre Ier de la loi 89-462")),
            Filled(
                (
                    (case.one("Bailleur (nom, adresse)", "Entre M."), home.bailleur),
                    (case.one("Preneur", "Locataire(s)", "et M., Mme"), case.who.full),
                    ("Adresse du bien loué", home.rue),
                    ("Commune", home.commune),
                    (case.one("Nombre de pièces principales", "Composition"), case.one("3 pièces cuisine", "F2", "4")),
                    ("Dépendances", case.one("cave n° 4", "grenier", "garage", "néant")),
                    ("Date d'entrée", case.short(100, 4000)),
                    ("Loyer par mois, en chiffres", case.amount(home.loyer)),
                    ("Charges (provision)", case.amount(case.some(15, 90))),
                    (case.one("Dépôt de garantie", "Cautionnement"), case.amount(home.loyer)),
                )
            ),
            Choices(
                (
                    ("Chauffage collectif", case.one("o", "n") == "o"),
                    ("Chauffage individuel", case.one("o", "n") == "o"),
                    ("Interphone / ascenseur", False),
                )
            ),
            *texts(
                "Le preneur s'oblige à payer le loyer aux termes convenus, à user des locaux en bon père de famille, "
                "à répondre des dégradations et à ne rien transformer sans l'accord écrit du bailleur.",
                "Le bailleur s'oblige à remettre un logement en bon état d'usage et de réparation et à délivrer "
                "gratuitement quittance au preneur qui en fait la demande.",
                case.one("Rayé nuls : ... mots, ... lignes.", "Fait en deux originaux.", "Etat des lieux annexé."),
            ),
        ),
        signer=case.one("Le bailleur", "Bailleur et preneur"),
        foot="Imprimé à compléter au stylo - reproduction interdite",
    )


def _lease_of_social_landlord(case: Case) -> Paper:
    home = case.home
    names = " / ".join(f"{who.civility} {who.full}" for who in home.adults)
    return Paper(
        TYPE,
        None,
        case.one("OPH DU PAYS DE VALMONTEL", "SOCIETE HLM LE FOYER VALMONTOIS", "OPAC DES VALLEES"),
        case.one(
            "Conditions particulières de location",
            "Engagement de location HLM",
            "Titre d'occupation - logement conventionné",
            "Contrat de location - patrimoine conventionné",
        ),
        (
            Fields(
                (
                    (case.one("Titulaire(s)", "Locataire(s) en titre", "Cocontractants"), names),
                    ("N° de compte locataire", f"{case.number(6)}/{case.number(2)}"),
                    ("Module", f"{case.number(4)}.{case.number(2)}.{case.number(4)} - {case.one('PLUS', 'PLAI')}"),
                    ("Adresse du logement", case.home.rue),
                    ("Type / surface corrigée", f"{case.one('T2', 'T3', 'T4')} - {case.some(45, 98)} m2"),
                    ("Prise d'effet", case.short(10, 2500)),
                    ("Loyer principal", case.amount(home.loyer)),
                    ("Acompte sur charges", case.sum(40, 160)),
                    ("SLS", "0,00 €"),
                )
            ),
            *texts(
                said(
                    case,
                    "La location est consentie pour une durée de trois mois, renouvelable par tacite reconduction aux "
                    "mêmes conditions tant que l'occupant satisfait à ses obligations (droit au maintien dans les "
                    "lieux, article L. 442-6 du code de la construction et de l'habitation).",
                    "Le logement fait l'objet d'une convention ouvrant droit à l'aide personnalisée au logement. Le "
                    "loyer maximum est celui de la convention APL passée avec l'Etat.",
                ),
                "Le loyer est payable à terme échu, au plus tard le 5 du mois. Le locataire répond chaque année à "
                "l'enquête ressources (OPS / SLS) et justifie de son assurance multirisque habitation.",
                "Composition du foyer déclarée à l'entrée : "
                + ", ".join(who.prenom for who in (*home.adults, *home.enfants))
                + ".",
            ),
            Leaf(),
            Heading("Règlement intérieur de la résidence (extrait)"),
            *texts(
                "Il est interdit d'encombrer les parties communes, de battre les tapis aux fenêtres et d'y étendre du "
                "linge. Les animaux sont tolérés s'ils ne causent aucun trouble.",
                "Le préavis du locataire est de trois mois, ramené à un mois en cas de mutation dans le parc, de "
                "premier emploi, de perte d'emploi ou de bénéfice du RSA.",
            ),
        ),
        references=(f"Agence {case.some(1, 9)} - Groupe {case.number(4)}",),
        signer=case.one("Le locataire", "P/ le directeur général, le chargé d'attribution"),
        seal=("OFFICE PUBLIC", "DE L'HABITAT"),
    )


def _shared_lease_signed_online(case: Case) -> Paper:
    home, who = case.home, case.who
    kind = case.one("Colocation à bail unique", "Bail mobilité", "Sous-location - intermédiation locative", "Bail nu")
    reason = {
        "Bail mobilité": "Motif : mission temporaire. Durée de 1 à 10 mois, non renouvelable, sans dépôt de garantie.",
        "Colocation à bail unique": f"{case.named(who)} partage le bien avec {case.third()} ; ils sont solidaires.",
        "Sous-location - intermédiation locative": "L'association, locataire principale, sous-loue le bien au ménage "
        "qu'elle accompagne ; le contrat cesse avec l'accompagnement (bail glissant).",
        "Bail nu": "Durée : 3 ans (bailleur personne physique), reconduction tacite.",
    }[kind]
    return Paper(
        TYPE,
        None,
        case.one("Ma location en ligne", "Signature électronique - document original", home.bailleur),
        kind,
        (
            Text(f"{case.one('Occupant', 'Colocataire', 'Signataire 2')} : {case.known(who)}. {reason}"),
            Fields(
                (
                    ("Bien", f"{home.rue}, {home.commune}"),
                    ("Loyer CC", case.amount(home.loyer + case.some(30, 80))),
                    ("Paiement", case.one("virement, le 1er", "prélèvement SEPA, le 5")),
                    ("Entrée", case.short(15, 500)),
                    ("Garant", case.one("Visale", "GLI", case.third(), "aucun")),
                )
            ),
            Text(
                said(
                    case,
                    "Clause résolutoire, état des lieux d'entrée et DPE : voir annexes 1 à 6.",
                    "Loi ALUR, décret du 29 mai 2015 : contrat type reproduit en annexe.",
                )
            ),
            Heading(case.one("Preuve de signature", "Certificat de réalisation", "Journal d'événements")),
            *texts(
                f"Signé par {who.full} ({home.courriel}) le {case.short(15, 500)} à {case.some(8, 21)}:"
                f"{case.some(10, 59)} - code reçu par SMS.",
                f"Signé par {home.bailleur}. Empreinte SHA-256 : {case.number(8)}ae{case.number(6)}f{case.number(9)}.",
            ),
        ),
        references=(f"Enveloppe {case.number(8)}-{case.number(4)}",),
        foot=f"https://location.example.org/bail/{case.number(7)} - imprimé le {case.short(0, 3)}",
        numbered=True,
    )


WRITERS: Writers = {
    TYPE: to_learn(
        _furnished_lease_of_agency,
        _printed_form_filled_by_hand,
        _lease_of_social_landlord,
        _shared_lease_signed_online,
    ),
}
