"""More papers on violence at home: orders of protection, complaints, criminal courts, supervision (MOT-VIO)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.kin import former_couple
from training.papers.several import several
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _harmed(case: Case) -> tuple[Someone, Someone]:
    """The applicant, and the former spouse who did harm."""
    wife, husband = former_couple(case)
    return (wife, husband) if wife is case.who else (husband, wife)


def _order_of_protection(case: Case) -> Paper:
    victim, author = _harmed(case)
    return Paper(
        "MOT-VIO",
        None,
        case.one(f"TRIBUNAL JUDICIAIRE DE {case.commune}", "JUGE AUX AFFAIRES FAMILIALES", "TGI – CABINET DU JAF"),
        case.one(
            "Ordonnance de protection", "Ordonnance", "Ordonnance (art. 515-9 du code civil)", "Décision d'urgence"
        ),
        (
            Fields(
                ((case.one("Demanderesse", "Requérant(e)"), victim.full), (case.one("Défendeur", "Cité"), author.full))
            ),
            *texts(
                f"Vu la requête du {case.short(8, 20)} et l'avis du ministère public, les parties entendues séparément "
                ";",
                case.one(
                    "Attendu qu'il existe des raisons sérieuses de considérer comme vraisemblables la commission des "
                    "faits de violence allégués et le danger auquel la victime ou un ou plusieurs enfants sont exposés "
                    ";",
                    "Le certificat médical, les messages et l'audition du voisinage rendent vraisemblables les coups "
                    "et menaces dénoncés, commis au sein du couple ;",
                ),
            ),
            *((Leaf(),) if case.some(0, 1) else ()),
            *several(
                case,
                3,
                f"Faisons interdiction à {author.full} de recevoir, de rencontrer et d'entrer en relation avec "
                f"{victim.full}, de quelque façon que ce soit ;",
                f"Attribuons à {victim.full} la jouissance du logement du couple, {case.address} ;",
                "Autorisons la partie demanderesse à dissimuler son domicile et à élire domicile chez son avocat ;",
                "Interdisons la détention et le port d'une arme, et ordonnons sa remise au commissariat ;",
                "Disons que la présente ordonnance produira effet pendant six mois à compter de sa notification ;",
                "Proposons au défendeur une prise en charge dans un stage de responsabilisation ;",
                "La violation de ces mesures est punie de deux ans d'emprisonnement et de 15 000 € d'amende.",
            ),
        ),
        references=(f"N° RG {case.some(10, 25)}/{case.number(5)}",),
        signer="Le greffier        Le juge",
        seal=("TRIBUNAL",),
        numbered=True,
    )


def _heard_by_police(case: Case) -> Paper:
    victim, author = _harmed(case)
    force = case.one("POLICE NATIONALE – Commissariat de " + case.commune.title(), "GENDARMERIE NATIONALE – Brigade")
    return Paper(
        "MOT-VIO",
        None,
        force,
        case.one("Procès-verbal", "Procès-verbal d'audition de victime", "Plainte", "PV d'audition – partie lésée"),
        (
            *texts(
                f"Le {spelled_day(case.day(5, 90))} à {spelled(case.some(8, 22))} heures {case.some(10, 55)}, Nous, "
                f"{case.third()}, {case.one('gardien de la paix', 'adjudant', 'brigadier-chef')}, agent de police "
                f"judiciaire, étant au service, constatons que se présente : {case.known(victim)}, demeurant "
                f"{case.address}, qui nous déclare :",
                case.one(
                    f"« Je dépose plainte contre {author.full}, mon ex-compagnon. Hier soir il m'a saisie à la gorge "
                    "puis m'a frappée au visage devant les enfants. Ce n'est pas la première fois. »",
                    f"« Je suis victime depuis deux ans de violences de la part de mon conjoint, {author.full} : "
                    "gifles, insultes, menaces de mort, privation de moyens de paiement. »",
                    "« Depuis la séparation je reçois des menaces et il m'attend au bas de l'immeuble. J'ai peur. »",
                ),
            ),
            *several(
                case,
                2,
                "QUESTION : Y a-t-il eu des témoins ?   RÉPONSE : Ma voisine a appelé le 17.",
                "QUESTION : Avez-vous consulté un médecin ?   RÉPONSE : Oui, aux urgences. ITT de quatre jours.",
                "QUESTION : Souhaitez-vous quitter le domicile ?   RÉPONSE : Oui, je demande un relogement.",
                "Informons la victime de ses droits (article 10-2 du code de procédure pénale) : aide aux victimes, "
                "avocat, ordonnance de protection, téléphone grave danger.",
                "Mentionnons qu'une évaluation personnalisée des besoins de protection est jointe à la procédure.",
                "Lecture faite par elle-même, persiste et signe avec nous le présent.",
            ),
        ),
        references=(
            f"P.V. n° {case.number(5)}/{case.year}",
            f"Affaire : {case.one('violences', 'menaces')} c/ conjoint",
        ),
        signer=case.one("L'A.P.J.", "L'intéressée      L'O.P.J.", "Le plaignant"),
        seal=("POLICE",) if "POLICE" in force else ("GENDARMERIE",),
    )


def _receipt_of_complaint(case: Case) -> Paper:
    victim, author = _harmed(case)
    given = (
        (case.one("Déclarant", "Victime", "Plaignant(e)"), victim.full),
        ("Date des faits", case.short(3, 60)),
        ("Lieu des faits", case.home.ville),
        (case.one("Nature de l'infraction", "Qualification"), case.one("Violences par conjoint", "Menaces réitérées")),
        (case.one("Mis en cause", "Auteur"), case.one(author.full, "Dénommé")),
    )
    return Paper(
        "MOT-VIO",
        None,
        case.one(
            "MINISTÈRE DE L'INTÉRIEUR", "Gendarmerie nationale", "Commissariat – service d'accueil", "Plainte en ligne"
        ),
        case.one(
            "Récépissé de dépôt de plainte",
            "Récépissé de déclaration",
            "Avis à victime",
            "Récépissé de main courante",
            "Attestation de dépôt de plainte",
        ),
        (
            Filled(given) if case.some(0, 2) == 0 else Fields(given),
            *several(
                case,
                2,
                "Vous serez avisé par le procureur de la République de la suite donnée à votre plainte.",
                "Vous pouvez vous constituer partie civile, demander réparation et être aidé par une association.",
                "Numéro national d'écoute : 3919. En cas de danger immédiat, composez le 17 ou le 114 par SMS.",
                "À défaut de réponse sous trois mois, plainte avec constitution de partie civile est possible.",
                "Ce récépissé, remis en application de l'article 15-3, n'est pas une copie du procès-verbal.",
                "Réquisition à médecin : unité médico-judiciaire, rendez-vous remis.",
            ),
            Choices((("Souhaite l'assistance d'une association", case.some(0, 1) == 0), ("Accepte les SMS", True))),
        ),
        references=(f"Procédure {case.number(5)}/{case.number(5)}/{case.year}",),
        signer=case.one("L'agent", "Le chef de poste", ""),
    )


def _criminal_court(case: Case) -> Paper:
    victim, author = _harmed(case)
    held = case.some(0, 1)
    return Paper(
        "MOT-VIO",
        None,
        case.one("TRIBUNAL CORRECTIONNEL", "COUR – PARQUET DU PROCUREUR DE LA RÉPUBLIQUE", f"TJ DE {case.commune}"),
        case.one("Ordonnance de placement sous contrôle judiciaire", "Contrôle judiciaire – obligations")
        if held
        else case.one("Jugement correctionnel", "Extrait de jugement correctionnel", "Extrait pour la partie civile"),
        (
            Table(
                (("", "Identité"), ("Prévenu", author.full), (case.one("Partie civile", "Victime"), victim.full)),
                (1, 3),
            ),
            *texts(
                f"Prévenu d'avoir à {case.commune.title()}, le {case.short(20, 200)}, volontairement commis des "
                f"violences n'ayant pas entraîné une incapacité supérieure à huit jours sur {victim.full}, étant son "
                "conjoint, concubin ou partenaire, faits réprimés par l'article 222-13 du code pénal.",
                "Le juge des libertés, vu les articles 137 et 138 du code de procédure pénale, astreint l'intéressé à :"
                if held
                else f"DÉCLARE {author.full} coupable et le condamne à {case.some(4, 18)} mois d'emprisonnement avec "
                "sursis probatoire ; à titre de peine complémentaire :",
            ),
            *several(
                case,
                2,
                f"ne pas paraître au domicile de la victime, {case.address}, ni aux abords ;",
                "s'abstenir d'entrer en relation avec elle, y compris par message ;",
                "résider hors du domicile du couple ; suivre des soins ;",
                "porter un bracelet anti-rapprochement, distance d'alerte fixée par le juge ;",
                f"verser à la partie civile {case.sum(500, 3000)} de dommages et intérêts ;",
            ),
            Text(case.one("Avis est donné à la victime.", "Copie délivrée pour les démarches de relogement.", "")),
        ),
        references=(f"N° parquet {case.number(5)}{case.number(6)}",),
        signer=case.one("Le greffier", "Le procureur de la République", "Le juge des libertés"),
        seal=("PARQUET",),
    )


def _spouse_sent_away(case: Case) -> Paper:
    victim, author = _harmed(case)
    return Paper(
        "MOT-VIO",
        None,
        case.one(f"TGI {case.commune}", "TRIBUNAL DE GRANDE INSTANCE – JAF statuant en référé"),
        case.one(
            "Ordonnance de référé", "Ordonnance (violences entre époux)", "Ordonnance – article 220-1 du code civil"
        ),
        (
            Heading(case.one(f"{victim.full} c/ {author.full}", "ENTRE :", "Les époux")),
            *texts(
                f"{case.known(victim)}, a fait citer {author.full} par acte du {short_date(case.day(15, 60))}, "
                "exposant que son époux exerce des violences la mettant en danger, elle et les enfants.",
                case.one(
                    "Vu l'article 220-1, alinéa 3, et l'article 257 du code civil,",
                    "Avant toute requête en divorce, au titre des mesures d'urgence de l'article 257,",
                ),
                f"STATUONS sur la résidence séparée ; ATTRIBUONS à {victim.full} le logement conjugal, {case.address} "
                f"; ORDONNONS à {author.full} de le quitter dans les {case.some(2, 15)} jours.",
                "Les mesures sont caduques si, à l'expiration d'un délai de quatre mois, aucune requête en divorce ou "
                "en séparation de corps n'a été déposée.",
            ),
        ),
        references=(f"Réf. {case.some(4, 20):02d}/{case.number(4)}",),
        signer="Le juge",
        seal=("TGI",),
    )


WRITERS: Writers = {
    "MOT-VIO": to_learn(
        _order_of_protection, _heard_by_police, _receipt_of_complaint, _criminal_court, _spouse_sent_away
    ),
}
