"""What prefects and mayors decide about dangerous or condemned buildings (MOT-INS, MOT-DEM)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Heading, Leaf, Paper, Table, Text
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn


def _prefect_on_health(case: Case) -> Paper:
    return Paper(
        "MOT-INS",
        None,
        "PRÉFECTURE",
        case.one("Arrêté préfectoral", "Arrêté de traitement de l'insalubrité", "Arrêté d'insalubrité"),
        (
            Text(f"relatif au danger imminent pour la santé des occupants du logement situé {case.address}", bold=True),
            Text("LE PRÉFET, chevalier de la Légion d'honneur,"),
            *texts(
                (
                    "VU le code de la construction et de l'habitation, notamment ses articles L. 511-1 à L. 511-18 "
                    "et R. 511-1 à R. 511-13 ;"
                ),
                "VU le code de la santé publique, notamment ses articles L. 1331-22 et L. 1331-23 ;",
                f"VU le rapport du directeur général de l'agence régionale de santé du {case.long(40, 120)} ;",
                (
                    "CONSIDÉRANT que ce logement présente un caractère d'insalubrité : humidité généralisée, absence "
                    "de chauffage fixe, installation électrique dangereuse, hauteur sous plafond insuffisante ;"
                ),
                (
                    "CONSIDÉRANT que cette situation est susceptible d'engendrer des risques sanitaires : "
                    "pathologies pulmonaires, électrocution, intoxication au monoxyde de carbone ;"
                ),
            ),
            Text("SUR proposition du secrétaire général de la préfecture,"),
            Leaf(),
            Text("ARRÊTE", bold=True),
            *texts(
                (
                    f"ARTICLE 1er : {case.home.bailleur}, propriétaire, est tenu de réaliser dans un délai de "
                    f"{case.some(1, 6)} mois les mesures mettant fin à l'insalubrité."
                ),
                (
                    "ARTICLE 2 : Le logement, impropre à l'habitation, est interdit temporairement à l'habitation à "
                    f"compter du {case.ahead(5, 40)}. L'hébergement des occupants incombe au propriétaire."
                ),
                "ARTICLE 3 : Le loyer cesse d'être dû à compter du premier jour du mois qui suit la notification.",
                (
                    "ARTICLE 4 : La non-exécution expose à une astreinte de 1 000 € par jour et aux sanctions "
                    "pénales de l'article L. 511-22."
                ),
                (
                    "ARTICLE 5 : Le présent arrêté est notifié, affiché en mairie et publié au fichier immobilier. "
                    "Recours : tribunal administratif, deux mois."
                ),
            ),
        ),
        lines=("Agence régionale de santé", "Délégation départementale"),
        references=(f"Arrêté n° {case.year}-{case.number(3)}",),
        signer="Le préfet",
        seal=("PRÉFECTURE",),
        numbered=case.some(0, 1) == 1,
    )


def _mayor_on_safety(case: Case) -> Paper:
    return Paper(
        "MOT-INS",
        None,
        f"MAIRIE DE {case.commune}",
        case.one(
            "Arrêté de mise en sécurité – procédure urgente",
            "Arrêté de péril imminent",
            "Arrêté municipal de mise en sécurité",
        ),
        (
            Text(f"Le maire de {case.commune.title()},"),
            *texts(
                "Vu le code général des collectivités territoriales, articles L. 2131-1 et L. 2212-2 ;",
                (
                    "Vu le code de la construction et de l'habitation, articles L. 511-9, L. 511-19 et L. 521-1 et "
                    "suivants ;"
                ),
                (
                    f"Vu le rapport de {case.third()}, expert désigné par le tribunal administratif le "
                    f"{case.long(10, 40)} ;"
                ),
                (
                    f"Considérant que l'immeuble cadastré AB {case.number(3)}, {case.home.rue}, présente des fissures "
                    "évolutives, un plancher affaissé et une cheminée qui menace ruine ;"
                ),
                "Considérant qu'il y a péril et qu'il importe de protéger les occupants et les passants,",
            ),
            Text("ARRÊTE", bold=True),
            *texts(
                (
                    f"Article 1er – {case.home.bailleur} est mis en demeure, sous {case.some(3, 15)} jours, d'étayer "
                    "les planchers et de purger les éléments instables."
                ),
                (
                    "Article 2 – L'immeuble est évacué. Il est interdit de l'habiter jusqu'à la mainlevée du présent "
                    "arrêté."
                ),
                (
                    "Article 3 – Faute d'exécution, la commune fera procéder d'office aux travaux, aux frais du "
                    "propriétaire."
                ),
                (
                    "Article 4 – Le directeur des services et le commissaire sont chargés de l'exécution. Ampliation "
                    f"est remise aux occupants, dont {case.named(case.who)}."
                ),
            ),
        ),
        lines=("Direction de la sécurité civile et du bâti", "Liberté – Égalité – Fraternité"),
        references=(f"N° ST/{case.year}/{case.number(3)}",),
        signer="Le maire",
        seal=("MAIRIE", case.commune),
    )


def _mayor_by_extract(case: Case) -> Paper:
    return Paper(
        "MOT-INS",
        None,
        "EXTRAIT DU REGISTRE DES ARRÊTÉS DU MAIRE",
        case.one("Interdiction d'habiter un immeuble menaçant ruine", "Fermeture administrative d'un hôtel meublé"),
        (
            Text(
                f"COMMUNE DE {case.commune} – séance sans objet – acte transmis en sous-préfecture le "
                f"{case.short(5, 60)}"
            ),
            Text(
                "Nous, maire, sur le constat des services techniques et de la commission de sécurité du "
                f"{case.long(20, 90)}, avisés que les occupants de la construction sise {case.home.rue} y courent un "
                "danger grave (escalier effondré, issue condamnée, absence d'alarme incendie) ;"
            ),
            Text(
                "Ensemble les textes sur la police des édifices (ordonnance n° 2020-1144) et le règlement de sécurité ;"
            ),
            Leaf(),
            Text("ARRÊTONS :", bold=True),
            Table(
                (
                    ("Mesure ordonnée", "À la charge de", "Délai"),
                    ("Départ de tous les occupants", "exploitant", "48 heures"),
                    ("Relogement provisoire", "propriétaire", "48 heures"),
                    ("Murage des accès", "propriétaire", "8 jours"),
                    ("Étude de structure", "propriétaire", f"{case.some(1, 4)} mois"),
                ),
                (2.2, 1.4, 1),
            ),
            Text(
                f"Les baux sont suspendus et aucune redevance n'est exigible. Notification à {case.home.bailleur} et "
                "à chaque ménage."
            ),
            Text(
                "La juridiction administrative peut être saisie par téléprocédure dans les deux mois de la "
                "notification."
            ),
        ),
        signer="Pour extrait conforme, le maire",
        seal=("COMMUNE",),
        numbered=True,
    )


def _prefect_by_letter(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-INS",
        None,
        "Le préfet",
        case.one(
            "Mise en demeure au titre de l'habitat insalubre",
            "Notification : local impropre à l'habitation",
            "Décision relative à un local insalubre",
        ),
        (
            Text(
                f"{who.civility}, je vous adresse copie de la décision que j'ai prise concernant le local que vous "
                "occupez. Elle s'impose à votre bailleur."
            ),
            Heading("La décision"),
            *texts(
                (
                    f"Le {spelled_day(case.day(20, 120))}, l'autorité préfectorale, saisie par l'A.R.S., a constaté "
                    f"que le local du {case.address} est par nature impropre à l'habitation (sous-sol, absence "
                    f"d'ouverture sur l'extérieur, {case.some(6, 9)} m²), en infraction à l'article L. 1331-23 du "
                    "code de la santé publique."
                ),
                (
                    f"Elle enjoint à {case.home.bailleur} d'en faire cesser définitivement la mise à disposition aux "
                    "fins d'habitation et d'assurer à ses frais votre relogement dans les trois mois."
                ),
            ),
            Heading("Vos droits d'occupant"),
            *texts(
                "• plus de loyer ni de charges à payer dès l'envoi de la décision, l'assurance restant due ;",
                "• une offre de logement correspondant à vos besoins, ou à défaut par l'État ;",
                "• une indemnité égale à trois mois de loyer pour frais de réinstallation.",
            ),
            Heading("Textes"),
            Text(
                "Protection des occupants : articles L. 521-1 à L. 521-4 du code de la construction et de "
                "l'habitation, reproduits en annexe. Police spéciale : L. 511-1 et suivants."
            ),
        ),
        lines=("Direction départementale des territoires et de la mer", "Cellule habitat indigne"),
        references=(f"Courrier D-{case.number(6)}", "Pièce jointe : arrêté du même jour"),
        letter=True,
        signer="Pour le préfet et par délégation",
    )


def _demolition(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-DEM",
        None,
        case.one(case.home.bailleur, f"Ville de {case.commune.title()}"),
        case.one(
            "Projet de démolition de votre immeuble",
            "Opération de démolition – relogement",
            "Avis de démolition",
            "Attestation de relogement NPNRU",
        ),
        (
            Text(f"{who.civility},"),
            *texts(
                "Dans le cadre du nouveau programme national de renouvellement urbain (NPNRU), la démolition de "
                f"l'immeuble {case.home.rue}, où vous êtes locataire, a été "
                f"{case.one('autorisée par le préfet', 'approuvée par notre conseil')} "
                f"le {case.long(30, 300)}. Un permis de démolir a été délivré.",
                "Votre relogement est assuré selon la charte de relogement : vos besoins seront recueillis lors "
                "d'un entretien, et jusqu'à trois propositions adaptées à vos ressources et à votre famille vous "
                "seront faites. Les frais de déménagement sont pris en charge.",
                (
                    f"Référent relogement : {case.third()}. Permanence le mercredi. Début prévisionnel des travaux : "
                    f"{case.ahead(150, 700)}."
                ),
                "Ce document peut être joint à votre demande de logement social, au motif de la démolition.",
            ),
        ),
        lines=("Mission renouvellement urbain",),
        references=(f"Opération n° {case.number(5)}", f"PD {case.number(3)} {case.year % 100} {case.number(5)}"),
        letter=True,
        signer="Le chef de projet",
    )


WRITERS: Writers = {
    "MOT-INS": to_learn(_prefect_on_health, _mayor_on_safety, _prefect_by_letter, _mayor_by_extract),
    "MOT-DEM": to_learn(_demolition),
}
