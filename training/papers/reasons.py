"""Family and other reasons to want another home (MOT-DIV, MOT-PAC, MOT-RFA, MOT-EQU, MOT-AUT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _family_mediation(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-DIV",
        None,
        case.one(
            "Service de médiation familiale", "Union des associations familiales", "Maison de la justice et du droit"
        ),
        case.one(
            "Attestation de démarche de séparation",
            "Attestation de médiation – séparation du couple",
            "Procédure de divorce : attestation",
        ),
        (
            *texts(
                f"La médiatrice familiale diplômée d'État soussignée, {case.third()}, atteste avoir reçu "
                f"{case.known(who)}, et son {case.one('époux', 'conjoint', 'ex-concubin')}, pour un premier "
                f"entretien le {case.long(15, 120)}.",
                "Les parties déclarent être en cours de séparation et vivre encore sous le même toit faute de "
                f"solution de relogement. Une procédure de divorce {case.one('va être engagée', 'est engagée')} ; "
                "aucune décision du juge aux affaires familiales n'a été rendue à ce jour.",
                (
                    "Les entretiens portent sur la résidence des enfants, les vacances et la contribution de chacun. "
                    "Leur contenu reste confidentiel."
                ),
            ),
            Text(
                "Ce document ne vaut ni jugement, ni convention homologuée ; il est remis pour appuyer une demande "
                "de logement."
            ),
        ),
        lines=("Conventionné CAF – MSA – ministère de la justice", case.home.ville),
        references=(f"Dossier MF {case.number(4)}",),
        signer="La médiatrice familiale",
    )


def _banns(case: Case) -> Paper:
    who, other = case.who, case.third()
    pact = case.some(0, 3) == 0
    town = case.commune.title()
    return Paper(
        "MOT-PAC",
        None,
        f"MAIRIE DE {case.commune}",
        "Récépissé d'enregistrement d'un projet de PACS"
        if pact
        else case.one(
            "Publication des bans",
            "Projet de mariage",
            "Attestation de dépôt de dossier de mariage",
            "Certificat de publication et de non-opposition",
        ),
        (
            Text(
                f"L'officier de l'état civil de {town} {case.one('certifie', 'fait connaître')} qu'il y a projet "
                f"{'de pacte civil de solidarité' if pact else 'de mariage'} entre :"
            ),
            Table(
                (
                    ("", "Premier futur conjoint", "Second futur conjoint"),
                    ("Nom", who.full, other),
                    ("Profession", case.home.metier, "sans profession"),
                    ("Domicile", town, town),
                    ("Né(e) à", who.lieu, case.home.world.villes[0][6:].title()),
                ),
                (0.8, 2, 2),
            ),
            Text(
                f"Date prévue de la {'déclaration' if pact else 'célébration'} : le {case.ahead(20, 150)} à "
                f"{case.some(9, 16)} heures, en l'hôtel de ville."
            ),
            Text(
                "Le dossier est complet ; le rendez-vous est confirmé (articles 515-1 et suivants du code civil)."
                if pact
                else "Affiché à la porte de la maison commune pendant dix jours "
                "(articles 63 et 166 du code civil). Aucune opposition n'a été formée à ce jour."
            ),
        ),
        lines=("Service de l'état civil",),
        references=(f"Dossier n° {case.number(4)}/{case.year}",),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", case.commune),
    )


def _family_reunion(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-RFA",
        None,
        "OFFICE FRANÇAIS DE L'IMMIGRATION ET DE L'INTÉGRATION",
        case.one(
            "Attestation de dépôt de demande de regroupement familial",
            "Demande de regroupement familial – attestation de dépôt",
        ),
        (
            Text(
                f"{case.named(who)}, {case.born(who)}, titulaire d'une carte de résident, a déposé une demande de "
                "regroupement familial au bénéfice de :"
            ),
            Table(
                (
                    ("Lien", "Nom", "Résidence"),
                    ("Conjoint", f"{who.nom.upper()} {case.one('A.', 'M.', 'S.')}", who.lieu),
                    ("Enfant", f"{who.nom.upper()} {case.one('B.', 'K.', 'Y.')}", who.lieu),
                ),
                (1, 2, 2),
            ),
            Fields(
                (
                    ("Dossier complet reçu le", case.short(10, 150)),
                    ("Numéro de dossier", case.number(10)),
                    ("Surface requise", f"{case.some(22, 62)} m²"),
                )
            ),
            *texts(
                (
                    "L'administration dispose d'un délai de six mois pour statuer. Le maire vérifie les conditions "
                    "de logement et de ressources ; le silence vaut rejet."
                ),
                (
                    "Cette attestation ne préjuge pas de la décision du préfet et ne permet pas l'entrée en France "
                    "des membres de la famille. Elle peut être produite à l'appui d'une demande de logement social."
                ),
            ),
        ),
        lines=("Direction territoriale",),
        form=case.one("cerfa n° 11436*05", ""),
        letter=True,
        signer="Pour le directeur territorial",
        seal=("OFII", "DIRECTION"),
    )


def _nearby_services(case: Case) -> Paper:
    child = case.child()
    who = child or case.who
    carer = child is None
    return Paper(
        "MOT-EQU",
        None,
        case.one(
            "Institut médico-éducatif Les Glycines",
            "Centre de rééducation du Parc",
            "EHPAD La Roseraie",
        ),
        case.one(
            "Attestation de prise en charge par l'établissement",
            "Attestation de proximité nécessaire",
            "Certificat d'accueil dans l'établissement",
        ),
        texts(
            f"La direction de l'établissement atteste que {case.known(who)}, "
            + (
                "rend visite et apporte une aide quotidienne à un parent âgé accueilli dans nos murs."
                if carer
                else f"y est {who.gendered('accueillie', 'accueilli')} {case.some(2, 5)} jours "
                f"par semaine depuis le {case.long(60, 700)}, dans le cadre de sa scolarité et de ses soins."
            ),
            (
                f"La famille réside à plus de {case.some(25, 60)} km. Un rapprochement du domicile, de la famille et "
                "des équipements (école, soins, transports) serait hautement souhaitable."
            ),
            f"Aucun transport adapté ne dessert {case.commune.title()} aux horaires de l'établissement.",
            "Fait à la demande de la famille, pour le service du logement.",
        ),
        lines=("Secrétariat", case.home.ville),
        signer="Le chef d'établissement",
        seal=("LE DIRECTEUR",) if case.some(0, 1) else (),
    )


def _burnt_home(case: Case) -> Paper:
    return Paper(
        "MOT-AUT",
        None,
        "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS",
        "Attestation d'intervention",
        (
            Fields(
                (
                    ("Intervention n°", case.number(7)),
                    ("Date", case.short(10, 90)),
                    ("Adresse", case.home.rue),
                    ("Nature", case.one("Feu d'appartement", "Inondation", "Fuite de gaz")),
                    ("Sinistré", case.named(case.who)),
                )
            ),
            Text(
                "Le logement a été rendu inutilisable. Les occupants ont été pris en charge par des proches. "
                "Attestation remise pour l'assureur et le bailleur."
            ),
        ),
        signer="Le chef de centre",
    )


def _support_of_elected(case: Case) -> Paper:
    return Paper(
        "MOT-AUT",
        None,
        case.one("Le maire", "La conseillère départementale", "Le député"),
        "Intervention en faveur d'une demande de logement",
        texts(
            "Madame, Monsieur le directeur,",
            (
                f"Mon attention a été appelée par {case.named(case.who)}, demeurant {case.address}, sur les "
                "difficultés rencontrées pour obtenir un logement adapté. La demande, enregistrée sous le n° "
                f"{case.home.numero_unique}, est ancienne."
            ),
            (
                "Je vous saurais gré de bien vouloir examiner cette situation avec bienveillance et de me tenir "
                "informé de la suite qui pourra lui être réservée."
            ),
            "Veuillez croire à l'expression de mes sentiments les meilleurs.",
        ),
        signer=case.third(),
    )


def _end_of_sentence(case: Case) -> Paper:
    return Paper(
        "MOT-AUT",
        None,
        "Service pénitentiaire d'insertion et de probation",
        case.one("Attestation de sortie à venir", "Attestation de suivi"),
        (
            Heading("Projet de sortie"),
            *texts(
                f"Le service suit {case.known(case.who)}, dont la mesure prend fin le {case.ahead(20, 200)}.",
                (
                    "L'absence de logement à cette date ferait obstacle au projet de réinsertion. Une recherche est "
                    "engagée auprès des bailleurs et du SIAO."
                ),
            ),
        ),
        signer=f"{case.third()}, conseiller",
    )


WRITERS: Writers = {
    "MOT-DIV": to_learn(_family_mediation),
    "MOT-PAC": to_learn(_banns),
    "MOT-RFA": to_learn(_family_reunion),
    "MOT-EQU": to_learn(_nearby_services),
    "MOT-AUT": to_learn(_burnt_home, _support_of_elected, _end_of_sentence),
}
