"""More ways in which violence and disputes with neighbours are put on paper: police, gendarmes, judges, mediators."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Text
from training.papers.several import several
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn

VIOLENCE, NEIGHBOURS = "MOT-VIO", "MOT-VOI"


def _hour(case: Case) -> str:
    return f"{case.some(0, 23)} heures {case.some(10, 59)}"


def _statement_before_police(case: Case) -> Paper:
    who = case.who
    partner = (
        case.one("mon mari", "mon ex-compagnon", "mon concubin", "mon conjoint")
        if who.sexe == "F"
        else (case.one("mon épouse", "ma compagne", "mon ex-conjointe"))
    )
    return Paper(
        VIOLENCE,
        None,
        case.one(
            "POLICE NATIONALE", "COMMISSARIAT DE " + case.commune, "BRIGADE DE PROTECTION DE LA FAMILLE", "D.D.S.P."
        ),
        case.one("Procès-verbal", "PV d'audition victime", "Plainte c/ personne dénommée", "Procès-verbal de plainte"),
        (
            *texts(
                f"L'an, le {spelled_day(case.day(3, 300))}, à {_hour(case)}. Nous, {case.third()}, gardien de la paix, "
                f"{case.one('APJ', 'OPJ', 'agent de police judiciaire')} en fonction à {case.commune},",
                f"--- Entendons {case.one('la personne dénommée ci-après', 'le plaignant')} : {case.known(who)}, "
                f"demeurant {case.address}, qui nous déclare : ---",
            ),
            *several(
                case,
                3,
                f"« Je me présente afin de déposer plainte contre {partner} pour des violences. »",
                "« Il y a déjà eu des coups, des gifles, et des menaces de mort devant les enfants. »",
                "« J'ai peur de rentrer chez moi ; je demande que l'intéressé quitte le domicile. »",
                "« J'ai été étranglé(e) et poussé(e) dans l'escalier ; un certificat médical indique 6 jours d'ITT. »",
                "« Ce n'est pas la première fois ; je n'avais pas osé en parler. »",
            ),
            *texts(
                case.one(
                    "Question : Souhaitez-vous voir un psychologue ? Réponse : Oui.",
                    "Informons la victime de ses droits (article 10-2 du code de procédure pénale).",
                ),
                case.one(
                    "Lecture faite, persiste et signe avec nous.", "Dont procès-verbal clos à " + _hour(case) + "."
                ),
            ),
        ),
        references=(f"PV : {case.year}/{case.number(6)}",),
        signer=case.one("L'intéressé(e) - l'OPJ", "Le fonctionnaire de police"),
    )


def _receipt_of_gendarmes(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        VIOLENCE,
        None,
        case.one("GENDARMERIE NATIONALE", "BRIGADE TERRITORIALE AUTONOME", "COB DE " + case.commune),
        case.one("Récépissé de plainte", "Récépissé de dépôt de plainte", "Attestation de dépôt de plainte"),
        (
            Fields(
                (
                    (case.one("Plaignant(e)", "Victime", "Nom"), case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y} à {who.lieu}"),
                    (
                        "Infraction",
                        case.one("violences sur conjoint", "menaces réitérées", "violences sans ITT", "viol"),
                    ),
                    ("Date des faits", case.short(5, 200)),
                    ("N° de procédure", f"{case.number(5)}/{case.number(5)}/{case.year}"),
                )
            ),
            *several(
                case,
                2,
                "La procédure est transmise à Monsieur le procureur de la République.",
                "Vous pouvez demander réparation et être aidé(e) par l'association d'aide aux victimes - 116 006.",
                "Violences au sein du couple : appelez le 3919, gratuit et anonyme.",
                "Conservez ce récépissé : il vous sera demandé par l'assureur ou l'avocat.",
            ),
        ),
        signer=case.one("Le militaire de la gendarmerie", "L'enquêteur"),
        seal=("GENDARMERIE", case.commune),
    )


def _protection_by_judge(case: Case) -> Paper:
    who = case.who
    return Paper(
        VIOLENCE,
        None,
        case.one("TRIBUNAL JUDICIAIRE", "TRIBUNAL DE GRANDE INSTANCE", "JUGE AUX AFFAIRES FAMILIALES"),
        case.one("Ordonnance de protection", "Ordonnance du JAF - mesures urgentes", "Ordonnance (515-9 C. civ.)"),
        (
            *texts(
                f"{case.one('Demandeur', 'PARTIE DEMANDERESSE', 'Requérant')} : {case.known(who)}. "
                f"{case.one('Défendeur', 'PARTIE ADVERSE')} : {case.third()}.",
                case.one("Vu les articles 515-9 à 515-13-1 du code civil ;", "Statuant en chambre du conseil ;"),
            ),
            Heading(case.one("MOTIFS", "SUR LES VIOLENCES ALLEGUEES")),
            *several(
                case,
                1,
                "Il existe des raisons sérieuses de considérer comme vraisemblables les violences et le danger.",
                "Les certificats médicaux et la plainte rendent vraisemblables les faits dénoncés.",
                "Les enfants ont été témoins ; le danger auquel la victime est exposée est actuel.",
            ),
            *((Leaf(),) if case.one("o", "n") == "o" else ()),
            Heading(case.one("PAR CES MOTIFS", "Décision")),
            *several(
                case,
                4,
                f"FAIT INTERDICTION à {case.third()} de recevoir ou rencontrer la partie demanderesse ;",
                "ATTRIBUE à la victime la jouissance du logement du couple, même en cas d'hébergement d'urgence ;",
                "AUTORISE la dissimulation du domicile et l'élection de domicile chez l'avocat ;",
                "INTERDIT de détenir ou de porter une arme ; PROPOSE le port d'un bracelet anti-rapprochement ;",
                "DIT que l'autorité parentale sera exercée exclusivement ; durée des mesures : six mois.",
            ),
        ),
        references=(f"RG {case.number(2)}/{case.number(5)}",),
        signer=case.one("Le juge - le greffier", ""),
        numbered=case.one("o", "n") == "o",
    )


def _letter_of_prosecutor(case: Case) -> Paper:
    return Paper(
        VIOLENCE,
        None,
        case.one("PARQUET DU PROCUREUR", "COUR D'ASSISES - PARQUET", "TRIBUNAL CORRECTIONNEL", "SERVICE PENITENTIAIRE"),
        case.one(
            "Avis à victime",
            "Contrôle judiciaire : interdiction de contact",
            "Extrait de jugement correctionnel",
            "Eviction du conjoint violent",
        ),
        (
            Text(f"{case.one('Destinataire', 'Victime', 'Partie civile')} : {case.named(case.who)}"),
            *several(
                case,
                3,
                f"{case.third()} est poursuivi pour violences par conjoint, concubin ou partenaire.",
                "Il lui est fait défense d'entrer en contact avec vous et de paraître au domicile.",
                f"L'audience est fixée au {case.ahead()} ; vous pouvez vous constituer partie civile.",
                "Le tribunal le déclare coupable et le condamne à huit mois d'emprisonnement avec sursis probatoire.",
                "Un téléphone grave danger vous est attribué pour six mois.",
            ),
        ),
        letter=case.one("o", "n") == "o",
        references=(f"N° parquet {case.number(11)}",),
        signer=case.one("Le procureur de la République", "Le greffier"),
    )


def _logbook_of_police(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        NEIGHBOURS,
        None,
        case.one("COMMISSARIAT DE POLICE", "POLICE MUNICIPALE", "GENDARMERIE NATIONALE"),
        case.one(
            "Déclaration de main courante", "Main courante n° " + case.number(6), "Procès-verbal de renseignement"
        ),
        (
            Text(f"{case.one('Déclarant', 'Requérant')} : {case.known(who)}, {case.address}. Le {case.long(3, 200)}."),
            *several(
                case,
                3,
                "Mon voisin du dessus fait du bruit toutes les nuits, musique et cris.",
                "Des jeunes occupent le hall, dégradent les boîtes aux lettres et nous insultent.",
                "Son chien aboie sans cesse ; il m'a menacé(e) quand je lui en ai parlé.",
                "Tapage nocturne constaté par une patrouille ; l'auteur a été rappelé à la loi.",
                "Je ne dépose pas plainte ce jour mais souhaite laisser une trace.",
            ),
        ),
        signer=case.one("Le déclarant", "Le fonctionnaire"),
    )


def _conciliation_between_neighbours(case: Case) -> Paper:
    return Paper(
        NEIGHBOURS,
        None,
        case.one("CONCILIATEUR DE JUSTICE", "MAISON DE JUSTICE ET DU DROIT", "MAIRIE - TRANQUILLITE PUBLIQUE"),
        case.one("Constat d'échec de conciliation", "Bulletin de non-conciliation", "Différend de voisinage"),
        (
            Fields((("Entre", case.who.full), ("Et", case.third()), ("Réunion du", case.short(5, 90)))),
            *several(
                case,
                2,
                "Les nuisances sonores, odeurs et jets de détritus persistent malgré deux rencontres.",
                "La partie adverse n'a pas déféré à l'invitation ; le litige de voisinage n'est pas résolu.",
                "Les parties conviennent de respecter le calme de 22 h à 7 h.",
            ),
        ),
        signer=case.one("Le conciliateur", "La médiatrice"),
    )


def _petition_or_letter_on_nuisances(case: Case) -> Paper:
    return Paper(
        NEIGHBOURS,
        None,
        case.one(case.who.full, case.home.bailleur, "SERVICE TRANQUILLITE RESIDENTIELLE"),
        case.one("Troubles anormaux de voisinage", "Plainte - insécurité", "Fiche d'incident", "Signalement nuisances"),
        (
            Filled((("Locataire", case.who.full), ("Immeuble", case.home.rue), ("Faits du", case.short(5, 90)))),
            Choices(
                (
                    ("Bruit, tapage", True),
                    ("Trafic, squat de halls", case.one("o", "n") == "o"),
                    ("Agression verbale", case.one("o", "n") == "o"),
                )
            ),
            *several(
                case,
                1,
                "Une demande de mutation a été déposée pour ce motif.",
                "Le voisin mis en cause a reçu deux avertissements du bailleur.",
                "Copies : police nationale, mairie de quartier.",
            ),
        ),
    )


WRITERS: Writers = {
    VIOLENCE: to_learn(_statement_before_police, _receipt_of_gendarmes, _protection_by_judge, _letter_of_prosecutor),
    NEIGHBOURS: to_learn(_logbook_of_police, _conciliation_between_neighbours, _petition_or_letter_on_nuisances),
}
