"""More ways in which homes are found unfit: reports, notices of benefits, forms, statements."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Paper, Table, Text
from training.papers.several import said
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

INDECENT = "MOT-IND"
DEFECTS = (
    "traces d'infiltration au plafond de la chambre",
    "moisissures sur les murs du séjour",
    "tableau électrique vétuste, fils dénudés",
    "absence de ventilation dans la salle d'eau",
    "fenêtres non étanches à l'air",
    "chauffage insuffisant (14 degrés relevés)",
    "garde-corps descellé au balcon",
    "évacuation des eaux usées défectueuse",
    "présence de rongeurs et de cafards",
)


def some_defects(case: Case, count: int) -> list[str]:
    """Return ``count`` of what may be wrong with a home."""
    return case.desk.rng.sample(DEFECTS, count)


def _visit_of_hygiene_service(case: Case) -> Paper:
    rows = tuple(
        (defect.capitalize(), case.one("NC", "non conforme", "A traiter", "urgent")) for defect in some_defects(case, 5)
    )
    return Paper(
        INDECENT,
        None,
        case.one("SERVICE COMMUNAL D'HYGIENE ET DE SANTE", "SCHS", "ARS - Délégation territoriale", "SOLIHA"),
        case.one("Compte rendu de visite", "Rapport d'enquête habitat", "Constat technique", "Fiche de visite - RSD"),
        (
            Fields(
                (
                    ("Logement visité", case.home.rue),
                    (case.one("Occupant", "Plaignant", "Locataire"), case.who.full),
                    (case.one("Bailleur", "Propriétaire"), case.home.bailleur),
                    (case.one("Visite du", "Date du contrôle"), case.short(5, 90)),
                    ("Agent", case.third()),
                )
            ),
            Table(((case.one("Désordre relevé", "Constatation", "Point de contrôle"), "Avis"), *rows), (4, 1)),
            *texts(
                said(
                    case,
                    "Le logement ne satisfait pas au décret n° 2002-120 du 30 janvier 2002.",
                    "Les infractions au règlement sanitaire départemental sont signalées au propriétaire.",
                    f"Grille d'évaluation : coefficient 0,{case.some(31, 58)} - logement dégradé.",
                ),
                case.one("Un délai de deux mois est laissé pour réaliser les travaux.", "Copie transmise à la CAF."),
            ),
        ),
        signer=case.one("L'inspecteur de salubrité", "Le technicien sanitaire", "L'agent assermenté"),
    )


def _benefit_withheld(case: Case) -> Paper:
    return Paper(
        INDECENT,
        None,
        case.one("CAF", "ALLOCATIONS FAMILIALES - Pôle logement", "MSA - Service prestations"),
        case.one(
            "Votre aide au logement : conservation",
            "Logement non décent",
            "Information locataire",
            "Votre allocation de logement est conservée",
        ),
        (
            *texts(
                f"{case.named(case.who)}, n° {case.number(7)}",
                f"{case.one('Un diagnostic', 'Le contrôle', 'Une visite')} du {case.long(20, 90)} a "
                f"{case.one('établi', 'montré', 'conclu')} que le logement que vous louez, {case.address}, ne répond "
                "pas aux critères de décence.",
                said(
                    case,
                    f"L'allocation ({case.sum(120, 330)}) n'est plus versée à votre bailleur pendant 18 mois au plus, "
                    "tant que les travaux ne sont pas faits. Vous ne devez payer que le loyer résiduel.",
                    "Nous conservons l'aide au logement. Le bailleur ne peut ni vous la réclamer ni résilier le bail.",
                ),
                "Vous avez signalé : " + " ; ".join(some_defects(case, 2)) + ".",
            ),
        ),
        references=(f"Allocataire {case.number(7)}",),
        letter=True,
        signer=case.one("Le directeur", "La directrice de la Caf", "Votre conseillère"),
        foot="Article L. 843-1 du code de la construction et de l'habitation",
    )


def _self_assessed_form(case: Case) -> Paper:
    boxes = tuple((defect.capitalize(), case.one("o", "o", "n") == "o") for defect in some_defects(case, 7))
    return Paper(
        INDECENT,
        None,
        case.one("HISTOLOGE", "ADIL - Habitat indigne", "PDLHI", "PREFECTURE - DDT"),
        case.one("Signaler un logement", "Fiche de repérage", "Auto-évaluation de la décence", "Signalement"),
        (
            Filled(
                (
                    ("Nom du locataire", case.who.full),
                    ("Adresse", case.home.rue),
                    ("Etage, surface", f"{case.some(0, 5)}e - {case.some(14, 70)} m2"),
                    ("Nombre d'occupants", str(len(case.home.adults) + len(case.home.enfants))),
                    (case.one("Bailleur informé le", "Courrier au propriétaire"), case.one("", case.short(30, 200))),
                )
            ),
            Choices(boxes),
            Text(
                said(
                    case,
                    "Joindre des photos. La fiche est transmise au guichet unique habitat indigne.",
                    "Suites : visite d'un opérateur, médiation, non-décence ou insalubrité.",
                )
            ),
        ),
        references=(f"Dossier {case.year}-{case.number(4)}",),
        signer=case.one("Le déclarant", ""),
    )


def _statement_of_bailiff_or_expert(case: Case) -> Paper:
    return Paper(
        INDECENT,
        None,
        case.one(
            f"Maître {case.third()}",
            "ETUDE D'HUISSIERS ASSOCIES",
            "BET DIAGNOSTICS",
            "CONFEDERATION NATIONALE DU LOGEMENT",
        ),
        case.one(
            "Procès-verbal de constat", "Rapport d'expertise humidité", "Constat photographique", "Avis technique"
        ),
        (
            *texts(
                f"{case.one('Agissant à la requête de', 'A la demande de', 'Mandaté par')} {case.named(case.who)}, "
                f"locataire, je me suis {case.one('transporté', 'rendu')} ce {case.long(5, 90)} au {case.address}, où "
                "j'ai constaté ce qui suit :",
                *(
                    f"- {defect} ({case.one('photo', 'cliché')} n° {number})"
                    for number, defect in enumerate(some_defects(case, 4), 1)
                ),
                f"{case.one('Hygromètre', 'Humidimètre')} : {case.some(68, 99)} %. "
                + said(
                    case,
                    "Le bien manque aux normes de décence minimales.",
                    "Ces désordres nuisent à la santé des occupants et relèvent du bailleur.",
                    "L'usage de la pièce est dangereux.",
                ),
            ),
        ),
        signer=case.one("De tout quoi j'ai dressé le présent", "L'expert", "Pour l'association"),
        numbered=True,
    )


WRITERS: Writers = {
    INDECENT: to_learn(
        _visit_of_hygiene_service, _benefit_withheld, _self_assessed_form, _statement_of_bailiff_or_expert
    ),
}
