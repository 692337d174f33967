"""Other ways of wording approvals of child minders and other reasons (MOT-AMA, MOT-AUT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Text
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _approval_by_order(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-AMA",
        who.role,
        case.one(
            "CONSEIL DÉPARTEMENTAL", "Le Président du conseil départemental", "Conseil général – Direction de l'enfance"
        ),
        case.one(
            f"Agrément d'{who.gendered('assistante maternelle', 'assistant maternel')}",
            "Arrêté portant agrément",
            "Décision d'agrément – accueil de mineurs",
            f"Agrément d'{who.gendered('assistante familiale', 'assistant familial')}",
        ),
        (
            Text(
                case.one(
                    "Vu le code de l'action sociale et des familles, articles L. 421-1 et suivants,",
                    "Vu l'avis du service de protection maternelle et infantile,",
                )
            ),
            Text(
                f"Article 1er : {case.known(who)}, demeurant {case.address}, est "
                f"{who.gendered('agréée', 'agréé')} pour l'accueil de {case.some(1, 4)} enfants."
            ),
            Text(
                "Article 2 : l'agrément est accordé pour "
                f"{case.one('cinq', 'dix')} ans à compter du {case.short(5, 400)}."
            ),
            *several(
                case,
                0,
                "Article 3 : tout changement d'adresse doit être déclaré quinze jours avant.",
                "Article 4 : recours devant le tribunal administratif.",
                "La formation obligatoire sera suivie avant tout accueil.",
            ),
        ),
        signer="Pour le président",
        seal=("DÉPARTEMENT", "PMI"),
    )


def _approval_letter(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-AMA",
        who.role,
        case.one(
            "PMI – Service modes d'accueil",
            "Maison du département – Protection maternelle et infantile",
            "Direction enfance famille",
        ),
        case.one(
            "Votre demande d'agrément",
            "Attestation d'agrément",
            "Renouvellement de votre agrément",
            "Modification d'agrément",
        ),
        (
            Text(
                case.one(
                    "J'ai le plaisir de vous informer que votre agrément "
                    f"d'{who.gendered('assistante maternelle', 'assistant maternel')} est renouvelé.",
                    "À la suite de la visite de la puéricultrice, votre agrément est étendu à un enfant de plus.",
                    "Votre dossier d'agrément est recevable ; l'évaluation porte aussi sur votre logement.",
                )
            ),
            Fields(
                (
                    ("Titulaire", who.full),
                    ("N° d'agrément", f"{case.number(3)}-{case.year - 1}"),
                    ("Capacité", f"{case.some(1, 4)} enfants de moins de 3 ans"),
                    ("Échéance", case.ahead(300, 1700)),
                )
            ),
            Text(
                said(
                    case,
                    "Le logement doit offrir une pièce de sommeil.",
                    "La liste des assistantes maternelles est publiée sur monenfant.fr.",
                    "Pensez à déclarer vos disponibilités.",
                )
            ),
        ),
        letter=True,
        signer=case.one("Le médecin de PMI", "La puéricultrice"),
    )


def _foster_carer(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-AMA",
        who.role,
        case.one(
            "Aide sociale à l'enfance", "Association de placement familial Les Marronniers", "Relais petite enfance"
        ),
        case.one(
            "Attestation – accueil familial",
            "Attestation d'exercice, assistant familial",
            "Attestation d'assistante maternelle agréée",
        ),
        (
            Text(
                f"{case.named(who)} exerce comme "
                f"{who.gendered('assistante familiale agréée', 'assistant familial agréé')} et accueille "
                f"{case.some(1, 3)} enfants à son domicile."
            ),
            *several(
                case,
                1,
                "Une chambre par enfant accueilli est nécessaire au maintien de l'agrément.",
                "L'agrément délivré par le conseil départemental est en cours de validité.",
                "Un logement plus grand permettrait l'accueil d'une fratrie.",
            ),
        ),
        signer=case.third(),
    )


def _own_reason(case: Case) -> Paper:
    return Paper(
        "MOT-AUT",
        None,
        case.who.full,
        case.one(
            "Motif de ma demande",
            "Autre motif – précisions",
            "Pourquoi je demande un logement",
            "Complément à ma demande de logement",
        ),
        several(
            case,
            2,
            "Mon logement actuel est trop grand depuis le départ de mes enfants.",
            "Je souhaite quitter le domicile de mes parents et prendre mon indépendance.",
            "L'ascenseur est en panne depuis des mois et je monte cinq étages avec une poussette.",
            "Je n'arrive plus à payer le chauffage ; les charges ont doublé.",
            "Je désire un jardin pour mon enfant et une place de stationnement.",
            "Mon motif ne figure pas dans la liste du formulaire.",
        ),
        signer=case.who.full,
    )


def _support_of_third(case: Case) -> Paper:
    return Paper(
        "MOT-AUT",
        None,
        case.one(
            "Le Maire",
            "Le Député de la circonscription",
            "Amicale des locataires",
            "Paroisse Saint-Évreux",
            "Foyer rural",
        ),
        case.one(
            "Lettre de soutien",
            "Recommandation",
            "Intervention en faveur d'une demande de logement",
            "Objet : demande de logement, motif particulier",
        ),
        (
            Text(
                f"J'appelle votre bienveillante attention sur {case.named(case.who)}, qui souhaite changer de logement."
            ),
            *several(
                case,
                1,
                "Sa situation particulière mérite examen, hors des motifs habituels.",
                "Il s'agit d'une famille connue et appréciée.",
                "Je vous saurais gré de l'étudier en commission.",
            ),
        ),
        signer=case.third(),
    )


def _statement_of_desk(case: Case) -> Paper:
    return Paper(
        "MOT-AUT",
        None,
        case.one("Guichet logement", "Point conseil habitat", "Service mutations", "Agence locale du bailleur"),
        case.one("Compte rendu d'entretien", "Demande de mutation – motif", "Fiche de situation", "Note de situation"),
        (
            Heading(case.one("Motif indiqué par le ménage", "Autre motif")),
            Fields((("Reçu le", case.short(2, 60)), ("Ménage", case.who.full), ("Demande", case.home.numero_unique))),
            Text(
                said(
                    case,
                    "Souhaite un logement moins cher.",
                    "Taux d'effort trop élevé.",
                    "Ne supporte plus le quartier.",
                    "Fin de cohabitation amicale.",
                    "Retour dans la région d'origine.",
                )
            ),
        ),
    )


WRITERS: Writers = {
    "MOT-AMA": to_learn(_approval_by_order, _approval_letter, _foster_carer),
    "MOT-AUT": to_learn(_own_reason, _support_of_third, _statement_of_desk),
}
