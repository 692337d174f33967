"""Homes found unfit to live in by those who visit them (MOT-IND)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _hygiene_conclusion() -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Conclusion"),
        *texts(
            (
                "Au regard du décret n° 2002-120 du 30 janvier 2002, le logement ne satisfait pas aux "
                "caractéristiques de décence. Ces désordres constituent aussi des infractions au règlement "
                "sanitaire départemental."
            ),
            (
                "Le propriétaire est mis en demeure de remédier aux désordres sous deux mois. Copie à la CAF, à "
                "l'ARS et au pôle de lutte contre l'habitat indigne."
            ),
            "Photographies jointes : 1. angle nord de la chambre ; 2. tableau électrique ; 3. plafond de l'entrée.",
        ),
    )


def _hygiene_report(case: Case) -> Paper:
    return Paper(
        "MOT-IND",
        None,
        f"VILLE DE {case.commune}",
        case.one("Rapport de visite du logement", "Constat de non-décence", "Rapport d'enquête logement"),
        (
            Fields(
                (
                    ("Visite du", case.short(10, 80)),
                    ("Occupant", case.named(case.who)),
                    ("Adresse", case.home.rue),
                    ("Propriétaire", case.home.bailleur),
                    ("Inspecteur de salubrité", case.third()),
                )
            ),
            Heading("Constatations"),
            *texts(
                (
                    f"Le logement, de {case.some(18, 70)} m² pour "
                    f"{1 + len(case.home.enfants) + len(case.home.adults)} personnes, présente une humidité "
                    f"importante. Des moisissures couvrent {case.some(10, 60)} % des murs de la chambre et de la "
                    "salle d'eau."
                ),
                (
                    "La ventilation mécanique est absente ; les entrées d'air sont obturées. Le tableau électrique "
                    "ne comporte pas de protection différentielle et des conducteurs nus sont accessibles."
                ),
                (
                    "Les menuiseries ne sont pas étanches à l'air et le chauffage, par convecteurs anciens, est "
                    "insuffisant. Infiltrations en plafond par la toiture."
                ),
            ),
            Table(
                (
                    ("Désordre", "Local", "Gravité"),
                    ("Moisissures", "chambre", "forte"),
                    ("Électricité dangereuse", "cuisine", "forte"),
                    ("Défaut de ventilation", "tout", "moyenne"),
                    ("Garde-corps descellé", "séjour", case.one("faible", "forte")),
                ),
                (2, 1, 1),
            ),
            *_hygiene_conclusion(),
        ),
        lines=("Service communal d'hygiène et de santé", "Inspection de salubrité"),
        references=(f"Dossier SCHS {case.year}-{case.number(4)}",),
        signer="L'inspecteur de salubrité",
        seal=("SERVICE", "D'HYGIÈNE"),
        numbered=case.some(0, 1) == 1,
    )


def _benefits_office_letter(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-IND",
        None,
        "Caisse d'allocations familiales",
        case.one(
            "Non-décence du logement",
            "Suspension de l'allocation logement",
            "Conservation de votre allocation logement",
        ),
        texts(
            f"{who.civility},",
            (
                f"À la suite du diagnostic réalisé le {case.long(20, 90)} par l'opérateur que nous avons mandaté, "
                f"votre logement situé {case.address} est déclaré non décent au sens du décret n° 2002-120."
            ),
            (
                f"En conséquence, le versement de l'allocation de logement, soit {case.sum(90, 380)} par mois, est "
                f"conservé par la Caf pendant dix-huit mois au plus à compter du {case.ahead(5, 40)}. Votre "
                "propriétaire ne peut pas vous réclamer cette part et le bail se poursuit."
            ),
            (
                "Vous devez continuer à payer le loyer résiduel. Si les travaux sont faits dans le délai, l'aide "
                "conservée est versée au propriétaire ; dans le cas contraire elle est perdue pour lui."
            ),
            (
                "Nous vous conseillons de faire une demande de logement social et de joindre la présente attestation "
                "à votre dossier."
            ),
            "Pour toute information, l'ADIL vous renseigne gratuitement sur vos droits.",
        ),
        lines=("Service habitat et cadre de vie",),
        references=(f"Allocataire {case.number(7)} {case.one('A', 'K', 'R')}", "Article L. 843-1 du CCH"),
        letter=True,
        signer="Le directeur",
    )


def _works_to_do(case: Case) -> tuple[Part, ...]:
    return (
        Leaf(),
        Table(
            (
                ("Point relevé", "Travaux préconisés", "Priorité"),
                *(
                    (a, b, str(case.some(1, 3)))
                    for a, b in (
                        ("Condensation", "pose d'une VMC"),
                        ("Installation électrique", "mise en sécurité"),
                        ("Fenêtre fuyarde", "remplacement"),
                        ("Sanitaire", "reprise d'évacuation"),
                    )
                ),
            ),
            (2, 2, 1),
        ),
        Text(
            f"Technicien : {case.third()}. Grille établie en présence de l'occupant, le bailleur étant "
            f"{case.one('absent', 'représenté')}."
        ),
    )


def _decency_survey(case: Case) -> Paper:
    yes = case.some(0, 1) == 1
    return Paper(
        "MOT-IND",
        None,
        case.one("SOLIHA Atlantique-Garonne", "Cabinet Expertise Bâti"),
        case.one("Diagnostic décence d'un logement locatif", "Diagnostic de non-décence"),
        (
            Table(
                (("Logement", "Bailleur", "Date"), (case.home.rue[:26], case.home.bailleur[:24], case.short(5, 90))),
                (2, 2, 1),
            ),
            Heading("A – Sécurité physique"),
            Choices(
                (
                    ("gros œuvre en bon état", False),
                    ("couverture étanche", yes),
                    ("réseaux conformes aux normes", False),
                )
            ),
            Heading("B – Santé"),
            Choices(
                (
                    ("renouvellement d'air suffisant", False),
                    ("absence d'humidité anormale", False),
                    ("éclairement naturel", True),
                    ("absence de nuisibles", yes),
                )
            ),
            Heading("C – Équipement et surface"),
            Choices(
                (
                    ("pièce principale de 9 m² au moins", True),
                    ("eau chaude", True),
                    ("WC intérieurs", yes),
                    ("chauffage adapté", False),
                )
            ),
            Text("Résultat : logement INDÉCENT – travaux requis sur les points non cochés.", bold=True),
            *_works_to_do(case),
        ),
        lines=("Opérateur habilité – lutte contre l'habitat indigne",),
        references=(f"Mission CAF/MSA {case.number(5)}",),
        signer="Le technicien",
        numbered=True,
    )


def _tenant_alert(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-IND",
        None,
        "Pôle départemental de lutte contre l'habitat indigne",
        case.one("Fiche de repérage d'un logement dégradé", "Signalement de l'état du logement"),
        (
            Heading("Qui habite le logement ?"),
            Filled(
                (
                    ("Nom, prénom", f"{who.nom} {who.prenom}"),
                    ("Adresse", case.home.rue),
                    ("Entré(e) dans le logement en", str(case.year - case.some(1, 9))),
                )
            ),
            Choices((("locataire", True), ("propriétaire occupant", False))),
            Heading("Ce qui ne va pas (cocher)"),
            Choices(
                (
                    ("murs mouillés, salpêtre, traces noires", True),
                    ("fils électriques apparents, prises arrachées", case.some(0, 1) == 1),
                    ("pas de chauffage ou appareil dangereux (intoxication au CO)", case.some(0, 1) == 1),
                    ("rats, cafards, punaises de lit", case.some(0, 1) == 1),
                )
            ),
            Heading("Démarches déjà faites"),
            Filled(
                (("Courrier au propriétaire le", case.short(60, 300)), ("Réponse", case.one("aucune", "refus", "")))
            ),
            Text(
                "Suites données : une visite sera programmée ; le comité oriente vers l'agence régionale de santé, "
                "le maire ou l'organisme payeur. Avis du travailleur social : situation préoccupante, enfants "
                "asthmatiques."
            ),
        ),
        lines=("Agence départementale – DDT – Parquet – ADIL",),
        signer="Le déclarant",
    )


def _tenant_association(case: Case) -> Paper:
    return Paper(
        "MOT-IND",
        None,
        case.one("Confédération du cadre de vie", "Union des locataires de la Lys"),
        case.one("Compte rendu de passage au domicile", "Constatations sur l'habitat"),
        texts(
            (
                f"Notre bénévole, {case.third()}, s'est rendu le {case.long(10, 80)} chez {case.named(case.who)}, "
                f"{case.address}."
            ),
            f"Au {case.some(1, 5)}e étage d'un immeuble mal entretenu, l'appartement est froid : {case.some(11, 15)} "
            "°C relevés dans la chambre des enfants. L'eau ruisselle sur les vitres, le papier peint se décolle, "
            "des champignons sont visibles derrière le lit. La hotte est reliée à rien.",
            "Le bailleur a été prévenu deux fois par lettre simple puis par recommandé ; il renvoie la faute à "
            "l'usage du logement. Un logement décent ne doit laisser apparaître aucun risque manifeste pour la "
            "santé ou la sécurité : tel n'est pas le cas ici.",
            "Sept clichés, datés, sont agrafés à ce compte rendu. Nous soutenons la démarche de relogement de la "
            "famille et tenons nos constats à la disposition de la commission de conciliation.",
        ),
        lines=("Association agréée de défense des consommateurs",),
        signer="Le bénévole référent",
        seal=("UNION DES", "LOCATAIRES"),
    )


WRITERS: Writers = {
    "MOT-IND": to_learn(_hygiene_report, _benefits_office_letter, _tenant_alert, _tenant_association, _decency_survey),
}
