"""Disability as offices decide on it and as applicants declare it: MDPH, bodies of old, pages on line, forms."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.care_ways import patient
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.registry_asides import DISABLED, NEEDS
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _rights(case: Case) -> tuple[tuple[str, str], ...]:
    drawn = (
        (case.one("Allocation aux adultes handicapés", "AAH (L.821-1)"), case.one("ACCORD", "Attribution")),
        (case.one("RQTH", "Qualité de travailleur handicapé"), case.one("Accord", "Reconnue sans limite")),
        (case.one("Carte mobilité inclusion", "CMI priorité"), case.one("Rejet", "Accord")),
        (case.one("PCH aide humaine", "Prestation de compensation"), case.one("Accord partiel", "Rejet")),
        (case.one("Orientation professionnelle", "Orientation ESAT"), case.one("Marché du travail", "Accord")),
    )
    return tuple(case.desk.rng.sample(drawn, case.some(1, 3)))


def _span(case: Case) -> str:
    return f"du {case.short(30, 900)} au {case.ahead(300, 1800)}"


def _decisions_in_a_table(case: Case) -> Paper:
    who = patient(case)
    rows = tuple((label, outcome, _span(case)) for label, outcome in _rights(case))
    return Paper(
        "HAN-DEC",
        who.role,
        case.one("MDPH", "MAISON DEPARTEMENTALE DE L'AUTONOMIE", "M.D.P.H. - Commission des droits", "MDA"),
        case.one("Notification", "Décisions de la CDAPH", "Notification de décisions", "Vos droits"),
        (
            Text(f"{case.one('Usager', 'Concerne', 'Bénéficiaire')} : {case.known(who)}"),
            Text(f"La commission, réunie le {case.short(5, 200)}, après évaluation par l'équipe pluridisciplinaire :"),
            Table((("Prestation", "Décision", case.one("Validité", "Période")), *rows), (1.8, 1.1, 1.6)),
            Text(f"Taux d'incapacité : {case.one('égal ou supérieur à 80 %', 'de 50 à 79 %', 'inférieur à 50 %')}."),
            Text(
                case.one(
                    "Recours administratif préalable obligatoire (RAPO) dans les deux mois auprès de la MDPH.",
                    "Vous pouvez demander une conciliation ou saisir le tribunal du contentieux de l'incapacité.",
                )
            ),
        ),
        references=(f"N° dossier {case.number(6)}", f"Décision {case.number(8)}"),
        letter=case.desk.rng.random() < 0.6,
        signer=case.one("Le Président de la CDAPH", "La présidente de la commission"),
    )


def _one_decision_in_a_letter(case: Case) -> Paper:
    who, (label, outcome) = patient(case), _rights(case)[0]
    return Paper(
        "HAN-DEC",
        who.role,
        case.one("Maison départementale des personnes handicapées", "CONSEIL DEPARTEMENTAL - MDPH", "MDPH"),
        case.one("Décision", label, "Notification de la décision", "Suite à votre demande"),
        texts(
            case.one("Madame, Monsieur,", f"{who.civility},"),
            f"{case.one('En réponse à la demande', 'Suite au dossier déposé')} le {case.short(150, 400)} pour "
            f"{who.full}, la Commission des droits et de l'autonomie vous notifie sa décision : {label} - "
            f"{outcome.lower()}, {_span(case)}.",
            case.one(
                "Motif : votre handicap entraîne une restriction substantielle et durable pour l'accès à l'emploi.",
                "Les éléments médicaux attestent de difficultés graves pour deux activités au moins.",
                "Transmise à la caisse d'allocations familiales pour examen des conditions administratives.",
            ),
            "Pensez au renouvellement six mois avant l'échéance.",
        ),
        references=(f"Nos réf. : {case.number(7)}/{case.one('AD', 'ENF', 'PRO')}",),
        letter=True,
        signer=case.one("La directrice de la MDPH", "Le Président"),
    )


def _old_commission(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HAN-DEC",
        who.role,
        case.one("COTOREP", "Commission technique d'orientation", "C.D.E.S.", "DIRECTION DU TRAVAIL - COTOREP"),
        case.one("Décision", "Reconnaissance de la qualité de travailleur handicapé", "Notification"),
        (
            Fields(
                (
                    ("Demandeur", who.full),
                    ("Séance du", f"{case.some(1, 28):02d}/0{case.some(1, 9)}/{case.some(1998, 2005)}"),
                    ("Taux d'I.P.", case.one("80 %", "75 %", "50 %")),
                    ("Catégorie", case.one("A - léger", "B - modéré", "C - grave")),
                    ("Durée", case.one("5 ans", "10 ans", "Définitif")),
                )
            ),
            Text(case.one("Loi n° 75-534 du 30 juin 1975 d'orientation.", "Articles L.323-10 et suivants du travail.")),
        ),
        signer="Le secrétaire de la commission",
        seal=("COTOREP",),
    )


def _rights_on_line(case: Case) -> Paper:
    who = patient(case)
    parts: list[Part] = []
    for label, outcome in _rights(case):
        parts += [Heading(label), Fields((("Décision", outcome), ("Période", _span(case))))]
    return Paper(
        "HAN-DEC",
        who.role,
        case.one("Mon espace usager MDPH", "MDPH en ligne - Mes droits", "Attestation de droits MDPH"),
        case.one("Mes droits ouverts", "Attestation RQTH", "Attestation", "Synthèse du plan de compensation"),
        (
            Text(f"{who.full}, {who.born} le {short_date(who.naissance)} - dossier {case.number(6)}"),
            *parts,
            Text(f"https://mdphenligne.cnsa.fr/ - {case.one('imprimé', 'édité', 'consulté')} le {case.short(2, 50)}"),
        ),
    )


def _handicap_supplement(case: Case) -> Paper:
    who = case.adult()
    wheels = case.desk.rng.random() < 0.5
    return Paper(
        "HAN-CPL",
        None,
        case.one("DEMANDE DE LOGEMENT SOCIAL", "MINISTERE CHARGE DU LOGEMENT"),
        case.one("Complément à la demande", "Logement adapté au handicap", "Annexe handicap / perte d'autonomie"),
        (
            Filled((("Personne concernée", who.full), ("Numéro unique", case.home.numero_unique[:12]))),
            Heading(case.one("Nature du handicap", "Le handicap ou la perte d'autonomie")),
            Choices((("moteur", wheels), ("visuel", False), ("auditif", not wheels), ("fauteuil roulant", wheels))),
            Heading(case.one("Besoins liés au logement", "Aménagements nécessaires")),
            Choices((("douche sans seuil", wheels), ("ascenseur", True), ("volets électriques", not wheels))),
            Leaf(),
            Filled((("Aides techniques", case.one("lit médicalisé", "canne", "")), ("Tierce personne", "oui"))),
        ),
        form=case.one("cerfa n° 14069*04", "14069*05", "14069*02"),
        signer="Le demandeur",
    )


def _supplement_on_line(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HAN-CPL",
        None,
        case.one("demande-logement-social.gouv.fr", "Portail grand public - ma demande"),
        case.one("Complément handicap", "Récapitulatif : situation de handicap", "Besoin d'un logement adapté"),
        (
            Fields(
                (
                    ("Qui est concerné ?", who.full),
                    ("Handicap", case.one("moteur, fauteuil manuel", "visuel", "mental", "perte d'autonomie (âge)")),
                    ("Taux reconnu par la MDPH", case.one("80 %", "50 %", "en cours")),
                    ("Étage souhaité", case.one("RDC", "avec ascenseur", "indifférent")),
                    ("Salle d'eau", case.one("adaptée", "douche de plain-pied")),
                    ("Place de stationnement réservée", case.one("oui", "non")),
                    ("Aides techniques", case.one("lève-personne", "déambulateur", "aucune")),
                )
            ),
            Text(f"Document imprimé le {case.short(2, 30)}. Page {case.some(5, 9)}."),
        ),
    )


def _supplement_of_landlord(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HAN-CPL",
        None,
        case.one("MISSION HANDICAP LOGEMENT", "Bourse au logement adapté", "Service logement - accessibilité"),
        case.one("Questionnaire autonomie", "Fiche complémentaire handicap", "Vos besoins d'accessibilité"),
        (
            Table(
                (
                    ("Question", "Réponse"),
                    ("Personne handicapée du foyer", who.full),
                    ("Se déplace en fauteuil roulant", case.one("oui, électrique", "non")),
                    ("Peut monter des marches", case.one("trois au plus", "aucune", "oui")),
                    ("Largeur de porte nécessaire", case.one("90 cm", "80 cm")),
                    ("Cuisine adaptée", case.one("oui", "non")),
                ),
                (1.6, 1.2),
            ),
            Text("A joindre au formulaire de demande de logement social, avec la notification de la MDPH."),
        ),
        signer="Le demandeur",
    )


WRITERS: Writers = {
    "HAN-DEC": to_learn(
        *with_asides(DISABLED, _decisions_in_a_table, _one_decision_in_a_letter, _old_commission, _rights_on_line)
    ),
    "HAN-CPL": to_learn(*with_asides(NEEDS, _handicap_supplement, _supplement_on_line, _supplement_of_landlord)),
}
