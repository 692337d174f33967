"""More ways in which an address is lent and social workers write: town halls, associations, départements."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

DOMICILE, WORKER = "LOG-DOM", "LOG-TSO"
DOMICILE_NOTES = (
    "La domiciliation prend fin si la personne ne se manifeste pas pendant trois mois.",
    "Elle vaut pour l'ouverture d'un compte bancaire et les prestations sociales.",
    "Toute modification de situation doit être signalée à l'organisme.",
    "Courrier remis sur présentation d'une pièce.",
    "Articles L. 264-1 à L. 264-9 et D. 264-1 du CASF.",
)
WORKER_NOTES = (
    "Un dossier SIAO a été constitué et la demande de logement social est à jour.",
    "La personne honore ses rendez-vous et s'est montrée actrice de ses démarches.",
    "Un recours devant la commission de médiation est en cours.",
    "Note remise à l'intéressé(e), avec son accord.",
    "L'accompagnement social se poursuivra après l'entrée dans les lieux.",
    "La situation administrative est régulière et les droits sociaux sont ouverts.",
)


def _old_form_of_town_hall(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        DOMICILE,
        None,
        case.one("CCAS", "CENTRE COMMUNAL D'ACTION SOCIALE", "CIAS DU VALMONTOIS", "MAIRIE - ACTION SOCIALE"),
        case.one(
            "Attestation d'élection de domicile",
            "Election de domicile",
            "Domiciliation des personnes sans domicile stable",
        ),
        (
            Text(
                case.one(
                    "(article L. 264-2 du code de l'action sociale et des familles)",
                    "Loi DALO du 5 mars 2007",
                    "Délivrée aux personnes sans résidence stable",
                )
            ),
            Filled(
                (
                    ("Organisme", case.one("CCAS de ", "Mairie de ") + case.commune),
                    (case.one("Nom", "Nom de naissance"), who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    (case.one("Né(e) le", "Date et lieu de naissance"), f"{who.naissance:%d/%m/%Y} {who.lieu}"),
                    (
                        case.one("Ayants droit", "Conjoint, enfants à charge"),
                        ", ".join(child.prenom for child in case.home.enfants),
                    ),
                    ("Adresse postale de l'intéressé(e)", case.home.rue),
                    (case.one("Valable du", "Date de première domiciliation"), case.short(5, 300)),
                    (case.one("au", "Date d'expiration"), case.ahead()),
                )
            ),
            Choices((("Première élection", case.one("o", "n") == "o"), ("Renouvellement", False))),
            Text(
                "Cette attestation ne peut être opposée pour refuser un droit, une prestation ou un service essentiel, "
                "notamment l'accès aux services bancaires et postaux."
            ),
        ),
        form=case.one("cerfa 13482*02", "cerfa n° 16029*01", "N° 13482*01"),
        signer=case.one("Cachet de l'organisme", "Le président du CCAS", "Pour le maire"),
        seal=("CCAS", case.commune),
    )


def _letter_of_association(case: Case) -> Paper:
    who = case.who
    return Paper(
        DOMICILE,
        None,
        case.one("SECOURS CATHOLIQUE", "Accueil de jour LA HALTE", "CROIX-ROUGE FRANCAISE", "Association RELAIS 57"),
        case.one("Domiciliation", "Certificat de domiciliation", "Attestation de domiciliation", "Adresse postale"),
        (
            *texts(
                f"L'association, {case.one('agréée par arrêté', 'habilitée par décision', 'organisme agréé')} "
                f"du {case.long(300, 1500)}, {case.one('certifie', 'atteste', 'déclare')} que {case.known(who)}, "
                f"{case.one('sans domicile stable', 'sans résidence fixe', 'actuellement à la rue')}, "
                f"{case.one('est domicilié', 'a élu domicile', 'reçoit son courrier')}"
                f" en nos locaux : {case.address}.",
                f"{case.one('Validité', 'Durée', 'Cette domiciliation vaut')} : un an, {case.one('soit', 'donc')} "
                f"jusqu'au {case.ahead()}.",
                said(
                    case,
                    "La personne s'engage à se présenter au moins une fois tous les trois mois.",
                    "Le courrier non réclamé est retourné à l'expéditeur. Tout absent plus de trois mois est radié.",
                    "Nous ne répondons ni des dettes ni des recommandés de la personne domiciliée.",
                ),
            ),
            *several(case, 0, *DOMICILE_NOTES),
        ),
        references=(f"Boîte n° {case.number(4)}",),
        signer=case.one("La bénévole référente", "Le responsable de l'accueil", case.third()),
        seal=("DOMICILIATION",),
    )


def _decision_after_interview(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        DOMICILE,
        None,
        case.one("VILLE DE " + case.commune, "CCAS DE " + case.commune),
        case.one(
            "Décision d'accord", "Notification de décision", "Demande de domiciliation : réponse", "Votre demande"
        ),
        (
            *texts(
                f"{who.civility},",
                f"Suite à l'entretien du {case.long(5, 40)}, {case.one('le CCAS a', 'nous avons')} le plaisir "
                "de vous informer que votre demande d'élection de domicile est acceptée : votre lien avec la commune "
                f"est {case.one('établi (séjour)', 'reconnu (emploi)', 'avéré (scolarité des enfants)')}.",
                f"Vous pouvez utiliser l'adresse suivante : CCAS, {case.address}. Début : {case.short(2, 30)}. "
                f"Fin : {case.ahead()}. Renouvellement à demander deux mois avant.",
                "Présentez-vous muni de cette lettre et d'une pièce d'identité pour retirer votre courrier.",
            ),
            Fields((("Code domicilié", f"D{case.number(5)}"), ("Distribution", "mardi et jeudi, 9 h - 11 h 30"))),
            *several(case, 0, *DOMICILE_NOTES),
        ),
        letter=True,
        signer=case.one("L'adjointe aux solidarités", "La vice-présidente du CCAS"),
    )


def _card_of_travellers(case: Case) -> Paper:
    who = case.who
    return Paper(
        DOMICILE,
        None,
        case.one("UDAF", "GENS DU VOYAGE - SERVICE SOCIAL", "PASTT", "ADSEA - pôle asile"),
        case.one(
            "Déclaration de domiciliation",
            "Attestation d'hébergement administratif",
            "Adresse administrative (domiciliation)",
        ),
        (
            Fields(
                (
                    (case.one("Personne", "Bénéficiaire", "M., Mme"), who.full),
                    ("Naissance", f"{who.naissance:%d/%m/%Y}, {who.lieu}"),
                    ("c/o", f"{case.home.rue}, {case.home.ville}"),
                    (case.one("N° domiciliation", "N° d'ordre"), case.number(6)),
                    ("Du / au", f"{case.short(5, 60)} - {case.ahead()}"),
                )
            ),
            Text(
                case.one(
                    "Ne constitue pas un justificatif de résidence effective. Vaut pour CAF, CPAM, impôts.",
                    "Ouvre droit à l'ensemble des prestations légales, au vote et à l'aide juridique.",
                    "Vaut domicile pour la demande d'asile (article R. 744-1 du CESEDA).",
                )
            ),
            *several(case, 0, *DOMICILE_NOTES),
        ),
        signer=case.one("", "L'organisme domiciliataire"),
    )


def _report_of_social_worker(case: Case) -> Paper:
    who, rent = case.who, case.home.loyer
    return Paper(
        WORKER,
        None,
        case.one("CONSEIL DEPARTEMENTAL", "MAISON DES SOLIDARITES", "UTAS - Territoire Est", "Service social CARSAT"),
        case.one("Note d'information", "Rapport social", "Evaluation en vue d'un relogement", "Note de situation"),
        (
            *texts(
                f"{case.one('Concerne', 'Objet', 'Situation de')} : {case.known(who)}, {case.address}",
                case.one("DESTINATAIRE : commission d'attribution", "A l'attention du bailleur", "CONFIDENTIEL"),
            ),
            Heading(case.one("Situation familiale", "1/ La famille", "Composition")),
            Text(
                f"{who.full} {case.one('vit seul(e)', 'est en couple', 'élève seul(e) ses enfants')} ; "
                f"{len(case.home.enfants)} enfant(s) au foyer."
            ),
            Heading(case.one("Logement et budget", "2/ Habitat", "Les difficultés")),
            *texts(
                f"Ressources {case.amount(case.home.net)}, charge de logement {rent} euros. "
                + case.one(
                    "Le logement est humide et suroccupé ; une mesure FSL a été sollicitée.",
                    "Sans solution, la famille alterne entre l'hôtel et des tiers ; un recours DALO est envisagé.",
                    "La séparation a fragilisé le budget ; un accompagnement éducatif budgétaire a débuté.",
                    "Depuis l'expulsion, le ménage dort en voiture malgré les appels au 115.",
                ),
                said(
                    case,
                    "J'émets un avis favorable à un relogement rapide.",
                    "Cette demande me paraît prioritaire.",
                    "Je soutiens la demande de logement et reste disponible pour un échange.",
                ),
            ),
            *several(case, 0, *WORKER_NOTES),
        ),
        signer=case.one("Assistante sociale de secteur", "C.E.S.F.", "Le travailleur social"),
    )


def _support_vouched_by_association(case: Case) -> Paper:
    who = case.who
    return Paper(
        WORKER,
        None,
        case.one("Association SOLIDARITE TOIT", "SIAO - équipe mobile", "EMMAUS CONNECT", "UDAF - AVDL"),
        case.one("Attestation d'accompagnement", "Attestation de suivi", "Mesure AVDL", "Maraude - attestation"),
        (
            *texts(
                f"{case.one('Je certifie :', 'Attestation du référent :', 'Nous attestons que')} "
                f"{case.named(who)} est {who.gendered('suivie', 'suivi')} par notre service depuis le "
                f"{case.long(20, 900)}"
                f"{case.one(' (mesure ASLL du FSL)', ' (vers et dans le logement)', '')}.",
                said(
                    case,
                    "Rencontrée chaque semaine par la maraude, la personne est connue comme vivant à la rue.",
                    "Les démarches (droits, emploi, dettes) sont à jour et un logement autonome est accessible.",
                    "L'absence de logement stable est à ce jour le seul frein à son insertion.",
                ),
            ),
            *several(case, 0, *WORKER_NOTES),
        ),
        signer=case.one(case.third(), "Educatrice spécialisée", "Le coordinateur"),
        seal=("ASSOCIATION", "LOI 1901"),
    )


def _hospital_social_service(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        WORKER,
        None,
        case.one("CENTRE HOSPITALIER - SERVICE SOCIAL", "CMP - Secteur 4", "EPSM", "Mission locale", "SPIP"),
        case.one("Certificat du service social", "Courrier d'appui", "Soutien à la demande", "Madame, Monsieur,"),
        (
            *texts(
                f"Je me permets d'attirer votre attention sur {case.one('la situation de', 'le cas de')} "
                f"{case.known(who)}, que {case.one('je reçois', 'notre équipe suit', 'je rencontre')} depuis "
                f"{case.month(case.some(2, 20))}.",
                said(
                    case,
                    "La sortie d'hospitalisation ne peut être organisée faute de domicile.",
                    "La personne est hébergée au jour le jour ; son état requiert un lieu de vie stable.",
                    "Le logement actuel, au quatrième étage sans ascenseur, ne permet plus le maintien à domicile.",
                ),
                case.one("Recevez mes salutations distinguées.", "Bien cordialement.", "Vous remerciant par avance."),
            ),
            *several(case, 0, *WORKER_NOTES),
        ),
        references=(case.one("Tél. 03 99 00 45 67", "Bureau 12 - sur rendez-vous"),),
        signer=case.one("L'assistante de service social", "L'assistant social"),
    )


WRITERS: Writers = {
    DOMICILE: to_learn(_old_form_of_town_hall, _letter_of_association, _decision_after_interview, _card_of_travellers),
    WORKER: to_learn(_report_of_social_worker, _support_vouched_by_association, _hospital_social_service),
}
