"""More ways in which courts end leases and order evictions: judgments, summary orders, extracts, notifications."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

EVICTION, ENDING = "MOT-JEX", "MOT-RES"
COURTS = ("TRIBUNAL JUDICIAIRE", "TRIBUNAL D'INSTANCE", "TRIBUNAL DE PROXIMITE", "TRIBUNAL DE GRANDE INSTANCE")


def _court(case: Case) -> str:
    return f"{case.one(*COURTS)} DE {case.commune}"


def _number(case: Case) -> str:
    return f"{case.one('RG', 'N° RG', 'Minute n°', 'R.G. n°')} {case.number(2)}/{case.number(5)}"


def _long_judgment_of_eviction(case: Case) -> Paper:
    who = case.who
    return Paper(
        EVICTION,
        None,
        _court(case),
        case.one("Jugement", f"Jugement du {case.long(20, 400)}", "Jugement contradictoire - expulsion"),
        (
            *texts(
                "REPUBLIQUE FRANCAISE - AU NOM DU PEUPLE FRANÇAIS",
                f"ENTRE : {case.home.bailleur}, demandeur, d'une part, ET : {case.named(who)}, {case.address}, "
                f"{who.gendered('défenderesse', 'défendeur')}, {case.one('comparant', 'non comparant', 'représenté')}.",
            ),
            Heading(case.one("EXPOSE DU LITIGE", "FAITS ET PROCEDURE", "LES FAITS")),
            *several(
                case,
                2,
                f"Par acte du {case.long(400, 3000)}, le logement a été donné à bail moyennant "
                f"{case.amount(case.home.loyer)} par mois.",
                f"Un congé délivré le {case.long(200, 400)} est resté sans effet, l'occupant se maintenant.",
                "Des mensualités étant demeurées impayées, un commandement a été signifié puis une assignation.",
            ),
            Heading(case.one("MOTIFS DE LA DECISION", "SUR CE", "DISCUSSION")),
            *several(
                case,
                2,
                "Il ressort des pièces que la partie défenderesse est occupante sans droit ni titre.",
                "Le congé est régulier en la forme et fondé ; le maintien dans les lieux est une voie de fait.",
                "Aucun délai ne saurait être accordé, la dette étant trop importante au regard des revenus.",
            ),
            Leaf(),
            Heading(case.one("PAR CES MOTIFS", "DISPOSITIF", "PAR CES MOTIFS,")),
            *texts(
                f"{case.one('ORDONNE', 'Ordonne', 'AUTORISE')} l'expulsion de {case.named(who)} et de tous occupants "
                f"de son chef, {case.one('au besoin avec', 'si besoin avec', 'avec')} le concours de la force publique "
                "et d'un serrurier, deux mois après le commandement de quitter les lieux ;",
                f"FIXE l'indemnité mensuelle d'occupation à {case.amount(case.home.loyer + 60)} jusqu'au départ ;",
                case.one(
                    "CONDAMNE aux dépens ; exécution provisoire.",
                    "REJETTE la demande de délais.",
                    "DIT que le sort des meubles suit les articles L. 433-1 et suivants du CPCE.",
                ),
            ),
        ),
        references=(_number(case),),
        signer=case.one("Le greffier - le juge", "La présidente"),
        numbered=case.one("o", "n") == "o",
    )


def _summary_order_of_eviction(case: Case) -> Paper:
    return Paper(
        EVICTION,
        None,
        _court(case),
        case.one("Ordonnance de référé", "Ordonnance", "Référé - expulsion", "Grosse délivrée"),
        (
            *texts(
                f"Nous, {case.third()}, juge {case.one('des référés', 'des contentieux de la protection')}, statuant "
                "publiquement, par ordonnance réputée contradictoire et en premier ressort :",
                f"{case.one('Disons', 'Constatons')} que {case.named(case.who)} occupe sans titre le logement "
                f"{case.address}, propriété de {case.home.bailleur} ;",
                f"{case.one('Ordonnons son expulsion', 'Faute de départ volontaire, ordonnons son expulsion')}"
                " et celle de toute personne de son chef, avec le concours de la force publique ;",
            ),
            *several(
                case,
                2,
                f"Accordons un délai de {case.one('trois', 'six', 'douze')} mois pour quitter les lieux ;",
                "Supprimons le délai de deux mois de l'article L. 412-1 eu égard à la voie de fait ;",
                f"Condamnons par provision au paiement de {case.sum(900, 7000)} ;",
                "Rappelons que l'ordonnance est exécutoire de droit par provision.",
            ),
        ),
        references=(_number(case),),
    )


def _notification_of_eviction(case: Case) -> Paper:
    return Paper(
        EVICTION,
        None,
        case.one("GREFFE", _court(case), "HUISSIERS ASSOCIES"),
        case.one("Notification d'un jugement d'expulsion", "Signification de jugement", "Décision vous concernant"),
        (
            Text(f"{case.named(case.adult())}, la décision rendue le {case.long(10, 60)} ordonne votre expulsion."),
            Fields(
                (
                    ("Affaire", f"{case.home.bailleur} c/ {case.who.nom.upper()}"),
                    ("Logement", case.home.rue),
                    (case.one("Délai d'appel", "Appel"), case.one("un mois", "quinze jours")),
                )
            ),
            *several(
                case,
                2,
                "Vous devez libérer les lieux ; un huissier pourra requérir la force publique.",
                "Vous pouvez former appel par ministère d'avocat auprès de la cour.",
                "Le préfet en est avisé en vue de la prise en compte de votre demande de relogement (PDALHPD).",
            ),
        ),
        letter=case.one("o", "n") == "o",
        references=(_number(case),),
    )


def _delay_by_enforcement_judge(case: Case) -> Paper:
    return Paper(
        EVICTION,
        None,
        case.one("JUGE DE L'EXECUTION", "COUR D'APPEL", "TRIBUNAL - JEX"),
        case.one("Décision sur demande de délais", "Arrêt", "Jugement du juge de l'exécution", "Extrait des minutes"),
        (
            Text(f"{case.named(case.who)} / {case.home.bailleur}", bold=True),
            *several(
                case,
                3,
                f"Vu la décision du {case.long(100, 500)} ordonnant l'expulsion des lieux sis {case.address} ;",
                "La cour confirme en toutes ses dispositions le jugement ayant ordonné l'expulsion des occupants.",
                f"Accorde un sursis à l'expulsion jusqu'au {case.ahead()}, sous réserve du paiement de l'indemnité.",
                "Déboute l'occupant ; dit que l'expulsion pourra être poursuivie avec la force publique.",
                "Attendu que les démarches de relogement sont justifiées (numéro unique, DALO) ;",
            ),
            Text(case.one("Le greffier", "Copie certifiée conforme à la minute", "Formule exécutoire au verso")),
        ),
        references=(_number(case),),
        numbered=True,
    )


def _judgment_ending_lease(case: Case) -> Paper:
    return Paper(
        ENDING,
        None,
        _court(case),
        case.one("Jugement", "Jugement - bail d'habitation", "Jugement réputé contradictoire", "Résiliation de bail"),
        (
            *texts(
                f"DEMANDERESSE : {case.home.bailleur} - DEFENSE : {case.named(case.who)}, {case.address}",
                f"Objet : {case.one('demande tendant à la résiliation', 'constat de la résiliation', 'impayés')}",
            ),
            *several(
                case,
                2,
                "Le commandement du bailleur étant resté infructueux pendant deux mois, la clause a joué.",
                "Le défaut d'assurance et les troubles répétés constituent des manquements graves du preneur.",
                "L'enquête sociale conclut à l'impossibilité de reprendre le paiement du loyer courant.",
            ),
            Heading(case.one("PAR CES MOTIFS", "Le tribunal,", "DECISION")),
            *texts(
                f"{case.one('CONSTATE', 'PRONONCE', 'DECLARE')} la résiliation du bail au {case.short(30, 200)} ;",
                f"CONDAMNE {case.named(case.who)} à payer {case.sum(1200, 9000)} d'arriéré locatif ;",
                case.one(
                    "SUSPEND les effets de la clause : 36 mensualités, à peine de résiliation et d'expulsion.",
                    "DIT qu'à défaut de libération volontaire le bailleur pourra faire procéder à l'expulsion.",
                ),
            ),
        ),
        references=(_number(case),),
        numbered=case.one("o", "n") == "o",
    )


def _payment_plan_granted(case: Case) -> Paper:
    return Paper(
        ENDING,
        None,
        _court(case),
        case.one("Ordonnance de référé du JCP", "Référé", "Ordonnance constatant la clause résolutoire"),
        several(
            case,
            4,
            f"Constatons que les conditions d'acquisition de la clause résolutoire du bail liant {case.home.bailleur} "
            f"et {case.named(case.who)} sont réunies.",
            f"Disons le bail résilié, logement situé {case.address}.",
            f"Fixons la dette à {case.sum(1000, 6000)}, payable en {case.some(10, 36)} échéances.",
            "En cas de respect des délais, la clause sera réputée n'avoir jamais joué.",
            "Au premier impayé, la résiliation reprendra son plein effet et l'expulsion suivra.",
        ),
        references=(_number(case),),
        signer="Le juge",
    )


def _extract_of_minutes(case: Case) -> Paper:
    return Paper(
        ENDING,
        None,
        case.one("EXTRAIT DES MINUTES DU GREFFE", _court(case), "COUR D'APPEL"),
        case.one("Copie exécutoire", "Extrait de jugement", "Résiliation judiciaire"),
        (
            Text(f"Audience du {case.long(20, 300)}. {case.home.bailleur} contre {case.named(case.adult())}."),
            *several(
                case,
                2,
                "Prononce la résiliation judiciaire du bail d'habitation aux torts du locataire.",
                f"Valide le congé et déclare le bail expiré ; indemnité d'occupation : {case.sum(300, 700)}.",
                "Ordonne la libération des lieux dans les deux mois de la signification.",
            ),
            Text("En conséquence, la République française mande et ordonne à tous huissiers de justice..."),
        ),
        references=(_number(case),),
    )


WRITERS: Writers = {
    EVICTION: to_learn(
        _long_judgment_of_eviction, _summary_order_of_eviction, _notification_of_eviction, _delay_by_enforcement_judge
    ),
    ENDING: to_learn(_judgment_ending_lease, _payment_plan_granted, _extract_of_minutes),
}
