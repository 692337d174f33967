"""Papers that households add and that no file asks for, on which the filing is measured alone."""

from __future__ import annotations

from datetime import timedelta

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _curriculum(case: Case) -> Paper:
    who, home = case.adult(), case.home
    last = case.year - case.some(0, 2)
    firms = [case.one(*home.world.employeurs) for _ in range(3)]
    return Paper(
        "HPR-CV",
        who.role,
        who.full,
        home.metier.capitalize(),
        (
            Heading(case.one("Expériences professionnelles", "Mon parcours")),
            Text(f"{last - 3} - {last} : {home.metier}, {firms[0]}, {case.commune.title()}", bold=True),
            *texts("Accueil et conseil des clients. Gestion des stocks et des livraisons. Travail en équipe."),
            Text(f"{last - 6} - {last - 3} : agent polyvalent, {firms[1]}", bold=True),
            *texts("Mise en rayon, entretien des locaux, respect des règles d'hygiène et de sécurité."),
            Text(f"{last - 8} - {last - 6} : préparateur de commandes (intérim), {firms[2]}", bold=True),
            Heading(case.one("Formation", "Formations et diplômes")),
            *texts(
                f"{last - 9} : "
                f"{case.one('CAP Vente', 'Bac professionnel Gestion-administration', 'BEP Carrières sanitaires')}",
                f"{last - 1} : {case.one('SST - sauveteur secouriste du travail', 'CACES R489 catégorie 3')}",
            ),
            Heading("Compétences"),
            *texts(
                f"Langues : français courant, {case.one('portugais', 'arabe', 'anglais')} "
                f"{case.one('lu, écrit, parlé', 'notions')}. Informatique : Word, Excel, messagerie.",
                f"Permis B, {case.one('véhicule personnel', 'mobile sur le département')}. Disponible immédiatement.",
            ),
            Heading("Centres d'intérêt"),
            Text(case.one("Football en club, cuisine du monde, bénévolat.", "Lecture, randonnée, couture.")),
        ),
        lines=(home.rue, home.ville, f"06 39 98 {case.number(2)} {case.number(2)} - {home.courriel}"),
        motif="P01",
    )


def _health_rights(case: Case) -> Paper:
    who, home = case.who, case.home
    start = case.day(20, 200)
    kin = [*home.adults[1:], *home.enfants]
    return Paper(
        "HPR-VIT",
        "D",
        "L'Assurance Maladie",
        case.one("Attestation de droits", "Attestation de droits à l'assurance maladie"),
        (
            Text(f"Cette attestation est valable du {short_date(start)} au {short_date(start + timedelta(days=364))}."),
            Heading("Assuré(e)"),
            Fields(
                (
                    ("Nom, prénom", f"{who.nom.upper()} {who.prenom}"),
                    ("Numéro de sécurité sociale", case.nir(who)),
                    ("Date de naissance", short_date(who.naissance)),
                    ("Rang de naissance", "1"),
                    (
                        "Organisme de rattachement",
                        f"CPAM {case.commune.title()} - 01 {case.number(3)} {case.number(4)}",
                    ),
                    ("Régime", "Général"),
                    ("Code gestion", "10"),
                )
            ),
            Heading("Vos droits"),
            Table(
                (
                    ("Bénéficiaire", "Né(e) le", "Prise en charge", "C2S"),
                    *((p.full, short_date(p.naissance), "70 %", "Non" if p is who else "-") for p in (who, *kin)),
                ),
                (2, 1, 1.1, 0.7),
            ),
            *texts(
                f"Médecin traitant déclaré : {case.one('Oui', 'Oui', 'Non')}. Exonération : néant.",
                "Présentez cette attestation aux professionnels de santé si vous n'avez pas votre carte Vitale ou "
                "si elle n'est pas à jour. Pensez à mettre à jour votre carte chaque année et à chaque changement "
                "de situation.",
                "Toute fausse déclaration est passible de sanctions (art. L. 114-13 du code de la sécurité "
                "sociale). Les droits indiqués sont ceux connus de la caisse à la date d'édition.",
            ),
        ),
        lines=("Document à conserver", f"Édité le {short_date(case.desk.day)}"),
        letter=True,
        motif="P01",
    )


def _asylum_claim(case: Case) -> Paper:
    who, start = case.adult(), case.day(20, 160)
    place, nation = case.desk.rng.choice((("Kaboul", "AFGHANE"), ("Tbilissi", "GÉORGIENNE"), ("Conakry", "GUINÉENNE")))
    return Paper(
        "HPR-ASI",
        who.role,
        "République française",
        "Attestation de demande d'asile",
        (
            Text(case.one("PROCÉDURE NORMALE", "PROCÉDURE ACCÉLÉRÉE"), bold=True),
            Text(case.one("Première demande d'asile", "Renouvellement de l'attestation")),
            Fields(
                (
                    ("N° étranger", case.number(10)),
                    ("Nom", who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    ("Sexe", who.sexe),
                    ("Né(e) le", short_date(who.naissance)),
                    ("À", place),
                    ("Nationalité", nation),
                    ("Situation familiale", case.one("Célibataire", "Marié(e)")),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Fields(
                (
                    ("Date de la première délivrance", short_date(start)),
                    ("Délivrée le", short_date(start + timedelta(days=3))),
                    ("Valable jusqu'au", short_date(start + timedelta(days=300))),
                )
            ),
            *texts(
                "La présente attestation vaut autorisation provisoire de séjour. Elle permet à son titulaire de se "
                "maintenir sur le territoire français dans l'attente de la décision de l'Office français de protection "
                "des réfugiés et apatrides (OFPRA) ou de la Cour nationale du droit d'asile.",
                "Elle n'ouvre pas droit au travail. Elle ne constitue pas une attestation d'identité. Elle "
                "n'autorise pas la circulation dans les autres États membres.",
                "Articles L. 521-7 et L. 541-1 du code de l'entrée et du séjour des étrangers et du droit d'asile.",
            ),
        ),
        lines=(f"Préfecture de {case.commune.title()}", "Guichet unique pour demandeurs d'asile"),
        signer="Pour le préfet et par délégation",
        seal=("PRÉFECTURE", "GUDA"),
        motif="P01",
    )


def _criminal_record(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        "Ministère de la Justice",
        case.one("Bulletin n° 3", "Bulletin numéro 3 du casier judiciaire"),
        (
            Text("EXTRAIT DU CASIER JUDICIAIRE", bold=True),
            Fields(
                (
                    ("Nom de naissance", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Né(e) le", short_date(who.naissance)),
                    ("À", who.lieu),
                    ("Sexe", who.gendered("Féminin", "Masculin")),
                )
            ),
            Text("NÉANT", bold=True),
            *texts(
                "(Articles 777 et R. 84 du code de procédure pénale)",
                "Le bulletin n° 3 ne peut être délivré qu'à la personne qu'il concerne. Il porte relevé des "
                "condamnations à des peines privatives de liberté supérieures à deux ans sans sursis, et des "
                "interdictions, déchéances ou incapacités prononcées sans sursis, pour crime ou délit.",
                "Le fait de prendre le nom d'un tiers, dans des circonstances qui ont déterminé l'inscription d'une "
                "condamnation au casier judiciaire de celui-ci, est puni de cinq ans d'emprisonnement et de 75 000 "
                "euros d'amende (article 781 du code de procédure pénale).",
            ),
        ),
        lines=("Casier judiciaire national", "44317 Nantes cedex 3"),
        references=(f"Demande n° {case.number(10)}", f"Nantes, le {short_date(case.desk.day)}"),
        letter=True,
        seal=("CASIER JUDICIAIRE", "NATIONAL"),
        signer="Le magistrat chef du service",
        motif="P01",
    )


def _fine(case: Case) -> Paper:
    done = case.day(20, 70)
    speed = case.some(52, 68)
    plate = f"{case.one('GA', 'FT', 'EX')}-{case.number(3)}-{case.one('KL', 'RB', 'VN')}"
    return Paper(
        "HPR-AUT",
        None,
        "République française",
        "Avis de contravention",
        (
            Fields(
                (
                    ("Numéro de l'avis de contravention", case.number(10)),
                    ("Date de l'avis de contravention", short_date(done + timedelta(days=6))),
                    ("Titulaire du certificat d'immatriculation", case.who.full),
                )
            ),
            *texts(
                f"{case.who.civility}, votre véhicule immatriculé {plate} a fait l'objet d'un contrôle par un appareil "
                "automatique homologué ayant permis la constatation de l'infraction ci-dessous.",
            ),
            Heading("Description de l'infraction"),
            Fields(
                (
                    ("Date et heure", f"le {short_date(done)} à {case.some(7, 21)}h{case.some(10, 59)}"),
                    ("Lieu", f"{case.commune.title()}, D{case.number(3)}, sens croissant"),
                    ("Infraction", "Excès de vitesse inférieur à 20 km/h (limite 50)"),
                    ("Vitesse mesurée / retenue", f"{speed + 5} km/h / {speed} km/h"),
                    ("Cas n°", "1 - 1 point en moins sur le permis de conduire"),
                )
            ),
            *texts(
                "Vous êtes redevable d'une amende forfaitaire. Montant minoré : 90 € si vous payez sous 15 jours "
                "(30 jours par télépaiement). Montant forfaitaire : 135 €. Au-delà de 45 jours : amende majorée de "
                "375 €.",
                "Pour payer : amendes.gouv.fr, 0 811 10 10 10 ou carte de paiement jointe. Pour désigner un autre "
                "conducteur ou contester l'infraction : formulaire de requête en exonération, sous 45 jours, sur "
                "antai.gouv.fr.",
            ),
            Leaf(),
            Heading("Notice de paiement"),
            Fields(
                (("Numéro de télépaiement", case.number(14)), ("Clé", case.number(2)), ("Montant minoré", "90 €")),
            ),
            Text(
                "Ne joignez pas d'espèces à votre envoi. Le paiement de l'amende vaut reconnaissance de l'infraction."
            ),
        ),
        lines=("Centre automatisé de constatation des infractions routières", "CS 41101 - 35911 Rennes cedex 9"),
        letter=True,
        signer="L'officier du ministère public",
        motif="P01",
    )


def _car_insurance(case: Case) -> Paper:
    due = case.desk.rng.uniform(280, 690)
    return Paper(
        "HPR-AUT",
        None,
        case.one("Mutuelle Assurance des Routiers du Pays", "Assurances du Vieux Pont", "Garance Assurances"),
        case.one("Relevé d'informations automobile", "Relevé d'information"),
        (
            Text("(article A. 121-1 du code des assurances)"),
            Fields(
                (
                    ("Souscripteur", case.named(case.who)),
                    ("Conducteur principal", case.who.full),
                    ("Permis B délivré le", case.short(4000, 6000)),
                    ("Contrat n°", case.number(9)),
                    ("Véhicule assuré", case.one("RENOVA Clé IV", "PIAZZA 208 d", "CITRINE C-Trois")),
                    ("Immatriculation", f"{case.one('BW', 'EK')}-{case.number(3)}-{case.one('ZD', 'HT')}"),
                    ("Date de souscription", case.short(700, 2000)),
                    ("Échéance principale", "1er avril"),
                    ("Coefficient de réduction-majoration", case.one("0,50", "0,76", "0,85")),
                    ("Usage", "Vie privée, trajet travail"),
                )
            ),
            Table(
                (
                    ("Sinistres des 60 derniers mois", "Date", "Responsabilité"),
                    ("Bris de glace", case.short(300, 900), "0 %"),
                ),
                (2, 1, 1),
            ),
            *texts(
                f"Cotisation annuelle de référence : {case.amount(due)}. Le présent relevé est valable trois mois à "
                "compter de sa date d'édition. Il est délivré sur demande du souscripteur ou à la résiliation du "
                "contrat et ne constitue pas une présomption de garantie.",
            ),
        ),
        lines=("Service Contrats automobile",),
        letter=True,
        signer="Pour la société",
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-CV": to_test(_curriculum),
    "HPR-VIT": to_test(_health_rights),
    "HPR-ASI": to_test(_asylum_claim),
    "HPR-CAS": to_test(_criminal_record),
    "HPR-AUT": to_test(_fine, _car_insurance),
}
