"""Clauses of contracts of employment: as a firm, an establishment and a part-time employer word them."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Heading, Part, Text
from training.people import Someone

Clause = tuple[str, str]

FIRM: tuple[Clause, ...] = (
    (
        "Article 1 – Engagement",
        "{who} est engagé(e) en qualité de {job}, sous réserve de la visite d'information et de prévention. La "
        "déclaration préalable à l'embauche a été adressée à l'Urssaf, auprès de laquelle le droit d'accès prévu par "
        "la loi du 6 janvier 1978 peut s'exercer.",
    ),
    (
        "Article 2 – Durée du contrat et période d'essai",
        "Le présent contrat est conclu pour une durée indéterminée. Il ne deviendra définitif qu'à "
        "l'issue d'une période "
        "d'essai de {trial}, renouvelable une fois avec l'accord exprès des parties.",
    ),
    (
        "Article 3 – Fonctions et classification",
        "Le salarié relève du niveau II, échelon 1 de la convention collective. Ses attributions, par nature "
        "évolutives, pourront être complétées selon les besoins du service.",
    ),
    ("Article 4 – Lieu de travail", "Le salarié exercera ses fonctions à {town} et dans les établissements voisins."),
    (
        "Article 5 – Durée du travail",
        "La durée hebdomadaire est de 35 heures, soit 151,67 heures par mois. Des heures supplémentaires pourront "
        "être demandées dans les limites légales.",
    ),
    (
        "Article 6 – Rémunération",
        "En contrepartie de son travail, le salarié percevra une rémunération brute mensuelle de {gross}, versée le "
        "dernier jour ouvré de chaque mois.",
    ),
    (
        "Article 7 – Congés payés",
        "Les congés s'acquièrent à raison de 2,5 jours ouvrables par mois de travail effectif.",
    ),
    (
        "Article 8 – Maladie et absences",
        "Toute absence doit être signalée sans délai et justifiée par un certificat médical dans les 48 heures.",
    ),
    (
        "Article 9 – Obligations de loyauté et de discrétion",
        "Le salarié s'engage à n'exercer aucune activité concurrente et à garder confidentielles les informations "
        "dont il a connaissance, pendant le contrat comme après sa rupture.",
    ),
    (
        "Article 10 – Retraite complémentaire et prévoyance",
        "Le salarié sera affilié à la caisse de retraite complémentaire et au contrat frais de santé de l'entreprise.",
    ),
    (
        "Article 11 – Rupture",
        "Au-delà de la période d'essai, chacune des parties pourra mettre fin au contrat en respectant le préavis "
        "fixé par la convention collective, sauf faute grave ou lourde.",
    ),
)

REPLACEMENT: tuple[Clause, ...] = (
    (
        "Objet",
        "{who} est recruté(e) en contrat à durée déterminée de droit privé, conformément à l'article L. 1242-2 du code "
        "du travail, pour occuper l'emploi de {job} en remplacement d'une personne en congé parental.",
    ),
    ("Terme", "Le contrat prend fin au retour de la personne remplacée et comporte une durée minimale de six mois."),
    ("Essai", "L'essai est calculé à raison d'un jour par semaine, dans la limite de deux semaines."),
    ("Salaire", "Le traitement mensuel brut s'établit à {gross} pour un temps plein ; il suit la grille en vigueur."),
    (
        "Temps de travail",
        "Les horaires figurent au planning remis sept jours à l'avance. Le repos hebdomadaire est donné par roulement.",
    ),
    (
        "Fin de contrat",
        "Une indemnité de précarité égale à 10 % des salaires bruts est due, sauf refus d'un contrat à durée "
        "indéterminée ou faute grave.",
    ),
    (
        "Obligations professionnelles",
        "Le salarié observe le secret professionnel et les règles d'hygiène. Il signale toute absence avant la prise "
        "de service et fournit un arrêt de travail sous deux jours. Tout cumul d'emplois est déclaré.",
    ),
    (
        "Congés",
        "Les jours non pris au terme du contrat donnent lieu à une indemnité compensatrice égale au dixième de la "
        "rémunération totale.",
    ),
    (
        "Protection sociale",
        "Les cotisations de retraite complémentaire sont versées à l'institution dont relève l'établissement ; la "
        "visite médicale a lieu dans les trois mois.",
    ),
    ("Dispositions diverses", "Mutuelle, prévoyance et règlement intérieur sont remis contre décharge à {town}."),
)

PART_TIME: tuple[Clause, ...] = (
    (
        "I. EMPLOI OCCUPÉ",
        "Votre emploi est celui de {job}, au groupe B de l'accord de branche. Vous rendez compte au "
        "responsable de site.",
    ),
    (
        "II. TEMPS PARTIEL",
        "Vous travaillez 24 heures par semaine. Les heures complémentaires, dans la limite d'un tiers, vous sont "
        "proposées trois jours à l'avance. Une modification de la répartition vous est notifiée par écrit.",
    ),
    (
        "III. SALAIRE ET AVANTAGES",
        "Votre salaire brut de base est de {gross} par mois, treizième mois en sus après un an de "
        "présence. Vos frais de transport public vous sont remboursés pour moitié.",
    ),
    (
        "IV. PÉRIODE PROBATOIRE",
        "Durant les {trial} qui suivent votre arrivée, vous-même ou nous-mêmes pourrons nous séparer "
        "sans indemnité, en respectant les délais de prévenance des articles L. 1221-25 et L. 1221-26.",
    ),
    ("V. REPOS ET ABSENCES", "Vos congés sont pris entre le 1er mai et le 31 octobre, après accord du responsable."),
    (
        "VI. CLAUSES PARTICULIÈRES",
        "Vous déclarez être libre de tout engagement. Une clause de mobilité vous rattache aux sites distants de moins "
        "de trente kilomètres de {town}. Le véhicule de service ne peut servir à des trajets privés.",
    ),
    (
        "VII. DÉPART",
        "En cas de démission ou de licenciement, un délai-congé d'un mois s'applique, deux après deux ans de service.",
    ),
)


def clauses(said: tuple[Clause, ...], who: Someone, case: Case) -> tuple[Part, ...]:
    """Headings and texts, ``{who}``, ``{job}``, ``{gross}``, ``{town}``, ``{trial}`` told."""
    words = {
        "who": case.named(who),
        "job": case.home.metier,
        "gross": case.amount(case.home.net * 1.28),
        "town": case.commune.title(),
        "trial": case.one("deux mois", "trois mois", "un mois"),
    }
    return tuple(part for head, clause in said for part in (Heading(head), Text(clause.format(**words))))
