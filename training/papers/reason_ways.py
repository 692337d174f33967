"""Other ways of wording that one has no home or is parting (MOT-SDF, MOT-DIV)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Paper, Table, Text
from training.papers.kin import former_couple
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _roofless_by_outreach(case: Case) -> Paper:
    return Paper(
        "MOT-SDF",
        None,
        case.one("SAMU social du Val", "Accueil de jour La Halte", "Maraude – Croix des Rues", "Secours Fraternel"),
        case.one(
            "Attestation de situation de rue",
            "Attestation – personne sans domicile fixe",
            "Attestation d'absence de logement",
            "À qui de droit",
        ),
        (
            Text(
                case.one(
                    f"Notre équipe rencontre {case.known(case.who)}, sans abri, depuis le {case.long(60, 600)}.",
                    f"Je certifie que {case.named(case.who)} est sans logement et dort "
                    "dehors, dans son véhicule ou en abri de fortune.",
                    f"{case.named(case.who)}, sans domicile fixe, fréquente notre accueil de jour.",
                )
            ),
            *several(
                case,
                1,
                "Elle appelle régulièrement le 115 sans obtenir de place.",
                "Sa santé se dégrade ; un logement est indispensable à sa réinsertion.",
                "Aucune solution d'hébergement stable n'a été trouvée à ce jour.",
                "Nous soutenons sa demande de logement social.",
            ),
        ),
        signer=f"{case.third()}, {case.one('éducatrice', 'coordinateur', 'bénévole')}",
    )


def _calls_to_emergency_line(case: Case) -> Paper:
    rows = tuple(
        (case.short(2, 60), f"{case.some(8, 22)} h {case.number(1)}0", case.one("non pourvu", "pas de place", "1 nuit"))
        for _ in range(case.some(3, 8))
    )
    return Paper(
        "MOT-SDF",
        None,
        case.one("SIAO – 115", "Service intégré de l'accueil et de l'orientation", "Veille sociale départementale"),
        case.one(
            "Relevé des appels au 115",
            "Historique des demandes d'hébergement",
            "Attestation d'appels au 115 – sans abri",
        ),
        (
            Text(f"Demandeur : {case.known(case.who)}. Composition : {case.some(1, 4)} personne(s)."),
            Table((("Date", "Heure", "Réponse"), *rows), (1, 1, 2)),
            Text(
                said(
                    case,
                    "La personne est sans hébergement à la date du relevé.",
                    "Situation : à la rue.",
                    "Ce relevé ne vaut pas orientation.",
                )
            ),
        ),
    )


def _own_word_of_roofless(case: Case) -> Paper:
    return Paper(
        "MOT-SDF",
        None,
        case.who.full,
        case.one(
            "Attestation sur l'honneur",
            "Déclaration : je suis sans logement",
            "Déclaration sur l'honneur d'absence de domicile",
        ),
        (
            Text(
                f"Je soussigné{case.who.gendered('e', '')} {case.known(case.who)}, déclare sur "
                f"l'honneur être sans logement depuis le {case.long(20, 500)}."
            ),
            *several(
                case,
                1,
                "Je dors chez des amis, à l'hôtel ou dans ma voiture selon les jours.",
                "Je n'ai ni bail ni hébergeant. Mon courrier arrive au CCAS.",
                f"J'ai perdu mon logement après {case.one('une expulsion', 'une séparation', 'un licenciement')}.",
                "Je sais qu'une fausse déclaration m'exposerait à des poursuites (article 441-7 du code pénal).",
            ),
        ),
        signer=case.who.full,
    )


def _lawyer_in_charge(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "MOT-DIV",
        None,
        case.one(f"Maître {case.third()}", "Cabinet d'avocats du Parvis", "SELARL Avocats associés"),
        case.one(
            "Attestation d'avocat", "Attestation de procédure en cours", "Objet : votre divorce", "Lettre officielle"
        ),
        (
            Text(
                case.one(
                    f"Je suis le conseil de {case.named(case.who)} dans la procédure de divorce "
                    f"engagée entre {wife.full} et {husband.full}.",
                    f"J'atteste être {case.one('saisi', 'chargé')} par {case.named(case.who)} d'une "
                    "demande en divorce, qui sera déposée prochainement.",
                    f"Une requête en séparation entre {wife.full} et {husband.full} a été confiée à mon cabinet.",
                )
            ),
            *several(
                case,
                1,
                "Aucune décision n'est encore intervenue ; la date d'audience n'est pas fixée.",
                "Les époux vivent séparés et ma cliente recherche un logement.",
                "Le bail est commun et devra être attribué à l'un des époux.",
                "Aide juridictionnelle : décision du bureau jointe.",
            ),
        ),
        signer="L'avocat",
        references=(f"Aff. {wife.nom.upper()} / {husband.nom.upper()}",),
    )


def _own_word_of_parting(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "MOT-DIV",
        None,
        case.one(case.who.full, "Déclaration de séparation", "Attestation"),
        case.one(
            "Attestation sur l'honneur de séparation",
            "Déclaration de fin de vie commune",
            "Attestation de séparation de fait",
        ),
        (
            Text(
                case.one(
                    f"Nous soussignés {wife.full} et {husband.full}, déclarons être "
                    f"séparés depuis le {case.long(30, 500)}.",
                    "Je déclare sur l'honneur ne plus vivre avec "
                    f"{(husband if case.who is wife else wife).full} depuis le "
                    f"{case.long(30, 500)}.",
                )
            ),
            *several(
                case,
                1,
                "Nous cherchons chacun un logement.",
                "La séparation a été déclarée à la CAF et aux impôts.",
                "Aucune procédure de divorce n'est engagée, faute de mariage.",
                "Les enfants vivront chez leur mère une semaine sur deux.",
            ),
        ),
        signer=case.who.full,
    )


def _benefit_office_on_parting(case: Case) -> Paper:
    return Paper(
        "MOT-DIV",
        None,
        case.one(
            "CAF – Pôle séparation", "MSA – Service familles", "Association de médiation familiale", "Point-justice"
        ),
        case.one(
            "Parcours séparation",
            "Attestation de rendez-vous – séparation",
            "Votre changement de situation : séparation",
            "Confirmation de votre séparation",
        ),
        (
            Text(
                case.one(
                    f"{case.who.civility}, nous avons pris note de votre séparation au {case.short(20, 90)}.",
                    f"{case.named(case.who)} a participé à un entretien de médiation à la suite de sa séparation.",
                    "Vous nous avez informés de votre divorce ou de votre séparation. Voici vos démarches.",
                )
            ),
            *several(
                case,
                1,
                "Vos prestations sont recalculées à compter du mois suivant.",
                "Un travailleur social peut vous rencontrer (logement, enfants, budget).",
                "Pensez à mettre à jour votre demande de logement.",
                "L'allocation de soutien familial peut vous être versée.",
            ),
        ),
        letter=True,
    )


WRITERS: Writers = {
    "MOT-SDF": to_learn(_roofless_by_outreach, _calls_to_emergency_line, _own_word_of_roofless),
    "MOT-DIV": to_learn(_lawyer_in_charge, _own_word_of_parting, _benefit_office_on_parting),
}
