"""Other ways of wording nearness to work, to services, to the family (MOT-TRA, MOT-EQU)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _workplace_by_employer(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-TRA",
        who.role,
        case.one(*case.home.world.employeurs),
        case.one(
            "Attestation de lieu de travail",
            "Attestation du lieu de travail",
            "Lieu d'exercice – attestation",
            "Attestation",
        ),
        (
            Text(
                case.one(
                    f"Je certifie que {case.known(who)}, exerce ses fonctions à "
                    f"{case.commune.title()}, à {case.some(25, 90)} km de son domicile.",
                    f"Le lieu de travail de {case.named(who)} est situé "
                    f"{case.some(1, 90)}, zone d'activités, {case.home.ville}.",
                    f"Par la présente, l'employeur précise que {case.named(who)} est "
                    f"{who.gendered('affectée', 'affecté')} au site de {case.commune.title()}.",
                )
            ),
            *several(
                case,
                1,
                "Les horaires (prise de poste à 5 h) ne permettent pas d'emprunter les transports en commun.",
                "Un logement à proximité faciliterait l'exercice de cet emploi.",
                f"Poste : {case.home.metier}. Horaires décalés, astreintes.",
                "Attestation remise pour un rapprochement du lieu de travail.",
            ),
        ),
        references=(f"SIRET {case.home.siret}",),
        signer=case.one("Le gérant", "La responsable du personnel"),
    )


def _promise_of_job(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-TRA",
        who.role,
        case.one(*case.home.world.employeurs, "Cabinet de recrutement du Val"),
        case.one("Promesse d'embauche", "Proposition d'emploi", "Confirmation d'engagement", "Offre ferme d'emploi"),
        (
            Text(
                f"{who.civility}, à la suite de nos entretiens, nous vous confirmons votre "
                f"embauche au poste de {case.home.metier.lower()}."
            ),
            Fields(
                (
                    ("Prise de fonctions", case.ahead(10, 60)),
                    ("Lieu de travail", case.home.ville),
                    ("Contrat", case.one("CDI", "CDD de 12 mois")),
                    ("Salaire brut", case.sum(1800, 2700)),
                )
            ),
            Text(
                said(
                    case,
                    "Vous devrez vous rapprocher du site avant la fin de la période d'essai.",
                    "Merci de nous retourner un exemplaire signé.",
                    "Bienvenue parmi nous.",
                )
            ),
        ),
        letter=True,
        signer="La direction",
    )


def _travel_to_work(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-TRA",
        who.role,
        case.one("Action emploi logement", "Service social du travail", "Mission mobilité", "Intérim des Vallées"),
        case.one(
            "Rapprochement domicile-travail",
            "Attestation de trajet",
            "Demande de rapprochement du lieu de travail",
            "Planning et lieu de mission",
        ),
        (
            Table(
                (
                    ("Salarié", "Lieu de travail", "Trajet aller"),
                    (who.full, case.commune.title(), f"{case.some(1, 2)} h {case.some(10, 55)}"),
                ),
                (2, 2, 1),
            ),
            *several(
                case,
                1,
                f"Distance domicile-travail : {case.some(30, 110)} km ; coût mensuel : {case.sum(120, 480)}.",
                "L'employeur, signataire, confirme l'implantation du poste.",
                "Le salarié demande un logement près de son emploi.",
                "Aucune desserte aux heures de service.",
            ),
        ),
        signer=case.one("L'assistante sociale du personnel", "Le chef d'agence"),
    )


def _school_far_away(case: Case) -> Paper:
    child = case.child() or case.who
    return Paper(
        "MOT-EQU",
        None,
        case.one(
            "École élémentaire du Lavoir",
            "Collège des Forges",
            "Institut médico-éducatif Les Sources",
            "Crèche municipale",
        ),
        case.one(
            "Attestation de l'établissement",
            "Certificat – rapprochement de l'établissement",
            "Attestation de prise en charge",
            "Scolarité : attestation",
        ),
        (
            Text(
                case.one(
                    f"L'enfant {child.full}, {child.born} le {child.naissance:%d/%m/%Y}, fréquente notre "
                    f"établissement, à {case.some(12, 60)} km de son domicile.",
                    f"{child.full} suit sa scolarité dans notre dispositif (ULIS), seul du secteur.",
                )
            ),
            *several(
                case,
                1,
                "Un logement plus proche éviterait une heure et demie de trajet.",
                "Les absences sont liées à l'éloignement.",
                "Le rapprochement familial de l'établissement est vivement conseillé.",
            ),
        ),
        signer=case.one("La directrice", "Le chef d'établissement"),
    )


def _care_nearby(case: Case) -> Paper:
    return Paper(
        "MOT-EQU",
        None,
        case.one(
            "Centre hospitalier – consultations",
            "Centre de dialyse du Val",
            "Cabinet médical",
            "Maison départementale de l'autonomie",
        ),
        case.one(
            "Attestation de suivi",
            "Attestation – proximité des services",
            "Nécessité d'un logement proche des équipements",
            "À l'attention du bailleur",
        ),
        (
            Text(
                f"{case.named(case.who)} se rend dans notre établissement "
                f"{case.one('trois fois par semaine', 'chaque jour', 'tous les quinze jours')} pour son "
                "suivi."
            ),
            *several(
                case,
                1,
                "Un logement proche des commerces, des transports et des services est souhaitable.",
                "L'absence de véhicule rend les déplacements difficiles.",
                "Le quartier actuel n'est desservi par aucun équipement.",
            ),
        ),
        signer=case.one("Le secrétariat", *case.home.world.medecins),
    )


def _near_parents(case: Case) -> Paper:
    return Paper(
        "MOT-EQU",
        None,
        case.third(),
        case.one(
            "Attestation d'aide familiale",
            "Attestation : rapprochement familial",
            "Attestation sur l'honneur d'un parent",
        ),
        (
            Text(
                f"J'atteste que {case.named(case.who)}, {case.who.gendered('ma fille', 'mon fils')}, m'aide "
                f"chaque jour (courses, repas, toilette) et habite à {case.some(20, 200)} km."
            ),
            *several(
                case,
                1,
                "Je suis âgée de plus de quatre-vingts ans et vis seule.",
                "Son rapprochement de la famille m'éviterait une maison de retraite.",
                "La garde des petits-enfants serait aussi plus simple.",
            ),
        ),
        signer=case.third(),
    )


WRITERS: Writers = {
    "MOT-TRA": to_learn(_workplace_by_employer, _promise_of_job, _travel_to_work),
    "MOT-EQU": to_learn(_school_far_away, _care_nearby, _near_parents),
}
