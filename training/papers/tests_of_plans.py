"""Why a household means to move, never learnt from: a couple made or parted, kin abroad, work, care, no roof."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Paper, Table, Text
from training.papers.kin import couple, former_couple, invented, offspring
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _parted_on_their_honour(case: Case) -> Paper:
    (wife, husband), married = former_couple(case), case.some(0, 1) == 1
    parts = (
        Text("Je soussigné(e) :"),
        Filled(
            (
                ("Nom, prénom", case.who.full),
                ("Né(e) le", f"{case.who.naissance:%d/%m/%Y}  à {case.who.lieu}"),
                ("Demeurant à", case.home.ville),
            )
        ),
        Text("déclare sur l'honneur :"),
        Choices(
            (
                ("être séparé(e) de fait de mon conjoint", married),
                ("avoir cessé toute vie commune avec mon concubin ou partenaire", not married),
                ("avoir engagé une procédure de divorce", False),
            )
        ),
        Filled(
            (("Depuis le", case.short(40, 300)), ("Nom de l'ex-conjoint", case.who.gendered(husband.full, wife.full)))
        ),
        *texts(
            "Je m'engage à signaler tout changement de situation. Je suis informé(e) que cette déclaration peut être "
            "vérifiée et que les fausses déclarations sont punies par la loi (article 441-1 du code pénal).",
        ),
    )
    return Paper(
        "MOT-DIV",
        None,
        "",
        case.one("Attestation sur l'honneur de séparation", "Déclaration sur l'honneur – séparation"),
        parts,
        signer="Signature",
    )


def _wedding_at_the_town_hall(case: Case) -> Paper:
    wife, husband = couple(case)
    parts = (
        *texts(
            "L'officier de l'état civil soussigné atteste que :",
            f"{husband.civility} {husband.full}, {case.born(husband)},",
            f"et {wife.civility} {wife.full}, {case.born(wife)},",
            f"ont déposé en mairie, le {case.long(4, 40)}, un dossier complet en vue de la célébration de leur union.",
        ),
        Fields(
            (
                ("Date prévue de la cérémonie", f"samedi {case.ahead(20, 120)}"),
                ("Heure", case.one("10 h 30", "15 heures", "11 heures")),
                ("Affichage", "dix jours à la porte de la mairie"),
                ("Audition (article 63 du code civil)", "réalisée"),
            )
        ),
        *texts(
            "Sous réserve d'absence d'opposition ou d'empêchement d'ici la célébration.",
            "La présente attestation est remise aux futurs époux à leur demande, pour toutes démarches.",
        ),
    )
    return Paper(
        "MOT-PAC",
        None,
        f"MAIRIE DE {case.commune}",
        case.one("Attestation de dépôt de dossier de mariage", "Attestation de projet de mariage"),
        parts,
        lines=("Service de l'état civil", "Département du Nord"),
        signer="L'officier de l'état civil délégué",
        seal=("MAIRIE", case.commune),
    )


def _kin_to_come(case: Case) -> Paper:
    wife, husband = former_couple(case)
    spouse = husband if case.who.sexe == "F" else wife
    nation = case.one("marocaine", "guinéenne", "vietnamienne")
    rows = [(spouse.full, "conjoint", f"{spouse.naissance:%d/%m/%Y}", nation)]
    child = invented(case, "E", case.one("F", "M"), case.day(1500, 5000), case.who.nom)
    rows.append((child.full, "enfant", f"{child.naissance:%d/%m/%Y}", nation))
    parts = (
        *texts(
            "L'Office français de l'immigration et de l'intégration atteste que la demande déposée par :",
        ),
        Fields(
            (
                ("Nom et prénom", case.who.full),
                ("N° étranger (AGDREF)", case.number(10)),
                ("Nationalité", nation),
                ("Adresse", case.home.rue),
                ("Dossier n°", f"59-RF-{case.number(6)}"),
                ("Déposée complète le", case.short(10, 170)),
            )
        ),
        Text("au bénéfice des membres de famille suivants est en cours d'instruction :"),
        Table((("Nom, prénom", "Lien", "Né(e) le", "Nationalité"), *rows), (3, 1, 1.3, 1.2)),
        *texts(
            "Conformément à l'article L. 434-10 du code de l'entrée et du séjour des étrangers et du droit d'asile, "
            "l'autorité administrative statue dans un délai de six mois à compter de cette date. Le maire de "
            "la commune "
            "de résidence est saisi pour vérification des conditions de ressources et de logement.",
            "À défaut de réponse au terme de ce délai, la demande est réputée rejetée.",
            "Ce document ne vaut ni titre de séjour ni accord.",
        ),
    )
    return Paper(
        "MOT-RFA",
        None,
        "OFII",
        case.one("Attestation de dépôt de demande de regroupement familial", "Attestation de dépôt"),
        parts,
        lines=("Office français de l'immigration et de l'intégration", "Direction territoriale"),
        subtitle="Articles L. 434-1 et suivants du CESEDA",
        signer="Le directeur territorial",
        seal=("OFII", "Direction territoriale"),
    )


def _childminder(case: Case) -> Paper:
    start = case.day(30, 900)
    parts = (
        *texts(
            "Vu le code de l'action sociale et des familles, notamment ses articles L. 421-1 à L. 421-18 et R. 421-3 ;",
            f"Vu la demande présentée le {start.replace(day=1):%d/%m/%Y} et le rapport d'évaluation du service de "
            "protection maternelle et infantile ;",
            "Considérant que les conditions d'accueil garantissent la sécurité, la santé et l'épanouissement "
            "des mineurs ;",
        ),
        Text("DÉCIDE", bold=True),
        *texts(
            f"Article 1er : {case.known(case.who)}, domicilié{case.who.gendered('e', '')} {case.address}, est "
            f"agréé{case.who.gendered('e', '')} en qualité d'assistant{case.who.gendered('e', '')} "
            f"maternel{case.who.gendered('le', '')} pour l'accueil, à son domicile, de {case.one('deux', 'trois')} "
            "enfants simultanément.",
            "Article 2 : L'agrément est accordé pour cinq ans, du "
            f"{start:%d/%m/%Y} au {start.replace(year=start.year + 5, day=min(start.day, 28)):%d/%m/%Y}.",
            "Article 3 : Tout changement de résidence doit être signalé quinze jours au moins auparavant. "
            "L'intéressé(e) "
            "suivra la formation obligatoire de 120 heures, dont 80 heures avant tout accueil.",
            "Article 4 : Recours gracieux ou contentieux dans les deux mois de la notification.",
        ),
    )
    return Paper(
        "MOT-AMA",
        "D",
        case.one("DÉPARTEMENT DE LA LYS-ET-SCARPE", "CONSEIL DÉPARTEMENTAL"),
        case.one("Décision d'agrément", "Attestation d'agrément d'assistant(e) maternel(le)"),
        parts,
        lines=("Direction enfance et famille", "Service de protection maternelle et infantile"),
        references=(f"Agrément n° {case.number(3)} {case.number(5)}",),
        signer="Pour le président et par délégation",
        seal=("P.M.I.", "DÉPARTEMENT"),
    )


def _sent_to_another_site(case: Case) -> Paper:
    there = case.one(*(town.split(" ", 1)[1].title() for town in case.home.world.villes))
    parts = texts(
        f"{case.who.civility},",
        f"Nous faisons suite à notre entretien du {case.long(10, 40)} et avons le plaisir de vous confirmer votre "
        f"changement d'établissement : à compter du {case.ahead(20, 90)}, vous exercerez vos fonctions "
        f"({case.home.metier.lower()}) sur notre site de {there}, "
        f"{case.one('à votre demande', 'dans l’intérêt du service')}.",
        "Votre classification, votre ancienneté et votre rémunération demeurent inchangées. Un avenant à votre contrat "
        "de travail vous sera remis. La période d'adaptation convenue est de deux mois.",
        "Vous bénéficierez de deux jours de congé pour déménagement et, sur justificatifs, de la prise en charge des "
        "frais dans la limite du barème interne. Notre correspondant Action Logement peut vous accompagner "
        "(Mobili-Pass).",
        "Nous vous remercions de bien vouloir nous retourner un exemplaire de la présente revêtu de votre accord.",
    )
    return Paper(
        "MOT-MUT",
        "D",
        case.home.employeur,
        case.one("Objet : votre mutation", "Notification de mutation", "Confirmation de mutation professionnelle"),
        parts,
        lines=("Direction des ressources humaines", f"SIRET {case.home.siret}"),
        letter=True,
        signer="Le responsable des ressources humaines",
    )


def _where_one_works(case: Case) -> Paper:
    parts = (
        *texts(
            f"Je soussigné(e) {case.third()}, {case.one('gérant(e)', 'chef du personnel')}, certifie employer "
            f"{case.named(case.who)} depuis le {case.long(150, 2500)} en qualité de {case.home.metier.lower()}.",
            "Son lieu de travail habituel est le suivant :",
        ),
        Fields(
            (
                ("Site", case.one("entrepôt n° 3", "établissement principal")),
                ("Adresse", "Zone d'activités du Canal"),
                ("", case.home.ville),
                ("Horaires", case.one("5 h – 13 h, une semaine sur deux 13 h – 21 h", "7 h – 15 h")),
                ("Distance domicile – travail déclarée", f"{case.some(31, 74)} km"),
            )
        ),
        *texts(
            "Ce site n'est pas desservi par les transports en commun aux heures de prise de poste.",
            "Attestation établie pour appuyer une demande de logement à proximité.",
        ),
    )
    return Paper(
        "MOT-TRA",
        "D",
        case.home.employeur,
        case.one("Attestation de lieu de travail", "Attestation employeur"),
        parts,
        lines=(f"SIRET {case.home.siret}", "NAF 5210B"),
        signer="La direction",
        seal=(case.home.employeur, "Le Canal"),
    )


def _child_in_care_far_away(case: Case) -> Paper:
    child = offspring(case)[0]
    parts = texts(
        f"Je soussigné(e) {case.third()}, {case.one('directeur', 'directrice')} du service d'éducation spéciale et de "
        "soins à domicile, atteste que :",
        f"l'enfant {child.full}, né{child.gendered('e', '')} le {child.naissance:%d/%m/%Y}, est suivi"
        f"{child.gendered('e', '')} par notre équipe depuis {case.month(case.some(4, 20))}, à raison de "
        f"{case.one('trois', 'quatre')} séances par semaine dans nos locaux (orthophonie, psychomotricité, éducateur).",
        f"La famille réside actuellement à {case.some(28, 60)} kilomètres, sans véhicule. La durée des trajets nuit à "
        "la régularité de l'accompagnement.",
        "Un logement dans la commune ou à proximité immédiate du service faciliterait les soins et la scolarité.",
        "Fait à la demande des parents pour faire valoir ce que de droit.",
    )
    return Paper(
        "MOT-EQU",
        None,
        case.one("SESSAD LES GOÉLANDS", "SESSAD DU PAYS DE LYS"),
        "Attestation",
        parts,
        lines=("Association gestionnaire – 14 allée des Saules", case.home.ville),
        signer="La direction du service",
        seal=("SESSAD", case.commune),
    )


def _calls_to_115(case: Case) -> Paper:
    rows = [
        (
            case.short(2 + 6 * n, 5 + 6 * n),
            f"{case.some(8, 21)} h {case.some(10, 55)}",
            "non pourvue – absence de place",
        )
        for n in range(case.some(4, 7))
    ]
    parts = (
        Text(
            f"Le service intégré de l'accueil et de l'orientation du département atteste que {case.known(case.who)}, a "
            "sollicité la plateforme 115 pour une mise à l'abri, aux dates suivantes :"
        ),
        Table((("Date", "Heure", "Réponse"), *rows), (1, 1, 3)),
        *texts(
            f"Ménage composé de {1 + len(case.home.enfants)} personne(s), déclarant dormir "
            f"{case.one('dans un véhicule', 'à la rue', 'dans un hall de gare')}. Une évaluation sociale a été "
            "transmise ; l'inscription sur la liste d'attente pour un hébergement d'insertion est effective.",
            "Document remis à l'intéressé(e). Il ne constitue pas une attestation de domiciliation.",
        ),
    )
    return Paper(
        "MOT-SDF",
        None,
        "SIAO – 115",
        case.one("Attestation d'appels au 115", "Attestation de demande d'hébergement d'urgence"),
        parts,
        lines=("Groupement de coopération – Urgence et insertion",),
        signer="Le coordinateur",
        seal=("S.I.A.O.", "115"),
    )


WRITERS: Writers = {
    "MOT-DIV": to_test(_parted_on_their_honour),
    "MOT-PAC": to_test(_wedding_at_the_town_hall),
    "MOT-RFA": to_test(_kin_to_come),
    "MOT-AMA": to_test(_childminder),
    "MOT-MUT": to_test(_sent_to_another_site),
    "MOT-TRA": to_test(_where_one_works),
    "MOT-EQU": to_test(_child_in_care_far_away),
    "MOT-SDF": to_test(_calls_to_115),
}
