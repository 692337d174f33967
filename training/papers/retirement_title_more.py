"""Rights to a pension, granted: titles, notifications, calculations. They say what is owed, not what was paid."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

TYPE = "PRO-RET"


def _career(case: Case, average: int, quarters: int) -> tuple[Part, ...]:
    """Return how a pension follows from the years worked; ``average``: yearly pay in euros."""
    return (
        Heading(case.one("Comment votre retraite a été calculée", "Votre relevé de carrière", "Explications")),
        Text(
            f"{average} x 50 % x {quarters} : nombre de trimestres au régime général sur la durée exigée de votre "
            "génération."
        ),
        Table(
            (
                ("Année", "Revenu retenu", "Trimestres"),
                *((str(1972 + rank), case.sum(2000, 20000), str(case.some(2, 4))) for rank in range(case.some(4, 12))),
            ),
            (1, 1.4, 1),
        ),
    )


def _notification_with_calculation(case: Case) -> Paper:
    who = case.adult()
    quarters, average = case.some(90, 172), case.some(9000, 24000)
    return Paper(
        TYPE,
        who.role,
        case.one("L'Assurance retraite", "CARSAT", "CNAV", "C.R.A.M.", "Caisse générale de sécurité sociale"),
        case.one(
            "Notification de retraite",
            "Attribution de votre retraite personnelle",
            "Nous vous attribuons une retraite",
            "Décision relative à votre droit à retraite",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", f"{who.civility},"),
                f"{case.one('Après étude de votre demande', 'Vu votre demande du ' + case.long(90, 200))}, nous avons "
                f"le plaisir de vous informer que votre retraite prend effet le 1er {case.month(2)}.",
            ),
            Fields(
                (
                    (case.one("Montant mensuel brut", "Montant brut à la date d'effet"), case.sum(400, 1500)),
                    ("Nature", case.one("retraite personnelle", "retraite anticipée longue carrière", "inaptitude")),
                    ("Salaire annuel moyen", case.amount(average)),
                    ("Taux", case.one("50 %", "37,5 %", "46,25 %")),
                    (
                        case.one("Durée d'assurance retenue", "Trimestres retenus"),
                        f"{quarters} / {case.some(150, 172)}",
                    ),
                )
            ),
            Leaf(),
            *_career(case, average, quarters),
            *several(
                case,
                3,
                "Vous pouvez contester cette décision devant la commission de recours amiable sous deux mois.",
                "Les périodes de chômage, de maladie, de maternité et de service national comptent comme trimestres "
                "assimilés ; elles ne portent aucun salaire.",
                "Votre relevé de carrière présente les régimes auprès desquels vous avez cotisé : salariés, agricole, "
                "artisans, fonction publique. Chacun paie sa part.",
                "Majoration de 10 % pour trois enfants élevés, non imposable avant 2014.",
                "Si vous reprenez une activité, informez-nous : cumul emploi-retraite sous conditions.",
                "Vos retraites complémentaires vous seront notifiées par vos caisses.",
                "Vous recevrez chaque mois votre paiement ; une attestation sera disponible dans votre espace.",
            ),
        ),
        references=(f"N° {case.nir(who)}", f"Dossier suivi par {case.third()}"),
        letter=True,
        signer=case.one("Le directeur", "", "Le responsable du service carrière et droits"),
    )


def _civil_title(case: Case) -> Paper:
    who = case.who
    return Paper(
        TYPE,
        who.role,
        case.one("REPUBLIQUE FRANCAISE", "MINISTERE DU BUDGET - PENSIONS", "CNRACL", "SERVICE DES RETRAITES DE L'ETAT"),
        case.one(
            "Titre de pension civile", "BREVET DE PENSION", "Titre de pension de retraite", "Certificat d'inscription"
        ),
        (
            Fields(
                (
                    ("Numéro d'inscription", f"{case.number(2)} {case.number(6)} {case.one('A', 'P', 'R')}"),
                    ("Pensionné", f"{who.nom.upper()} {who.prenoms}"),
                    ("Né le" if who.sexe == "M" else "Née le", f"{who.naissance:%d.%m.%Y}"),
                    (
                        "Grade et échelon",
                        case.one("adjoint technique, 9e", "adjudant-chef", "attaché, 6e", "aide-soignante"),
                    ),
                    ("Indice brut / majoré", f"{case.some(350, 700)} / {case.some(320, 580)}"),
                    ("Pourcentage de liquidation", f"{case.some(25, 75)},00 %"),
                    ("Date de jouissance", f"01.{case.some(1, 9):02d}.{case.some(1999, case.year)}"),
                    ("Comptable assignataire", f"DDFiP - {case.commune}"),
                )
            ),
            *texts(
                f"Par arrêté du {case.long(200, 4000)}, une pension est concédée au titulaire du présent titre.",
                case.one(
                    "Code des pensions civiles et militaires de retraite, articles L. 1, L. 4 et L. 24.",
                    "Ce titre est personnel et incessible. En cas de perte il n'est délivré qu'un certificat.",
                    "La pension se prescrit par quatre ans. Tout recours est à former dans les deux mois.",
                ),
            ),
        ),
        signer=case.one("Le ministre et par délégation", "Le chef du service", "Pour la CDC, le gestionnaire"),
        seal=("PENSIONS", "RF"),
    )


def _complementary_points(case: Case) -> Paper:
    who = case.who
    points = case.some(700, 7000)
    return Paper(
        TYPE,
        who.role,
        case.one("Retraite complémentaire ARRCO", "Agirc-Arrco", "IRCANTEC", "Retraite des indépendants"),
        case.one(
            "Notification de droits",
            "Liquidation de vos droits à retraite complémentaire",
            "Votre retraite complémentaire est accordée",
            "Admission à la retraite",
        ),
        (
            Text(
                f"Nous avons procédé à la liquidation de votre retraite à effet du 1er {case.month(3)}. "
                + case.one(
                    "Un coefficient de solidarité de 10 % s'appliquera pendant trois ans.",
                    "Vos droits sont calculés sans abattement, votre retraite de base étant à taux plein.",
                    "Les points inscrits correspondent aux périodes validées dans le relevé ci-dessous.",
                )
            ),
            Table(
                (
                    ("Employeur / période", "Points"),
                    (f"{case.some(1976, 1988)} - {case.some(1989, 2000)}", str(points // 3)),
                    (f"{case.some(2001, 2008)} - {case.some(2009, 2022)}", str(points - points // 3)),
                    (case.one("Total acquis", "Points liquidés"), str(points)),
                ),
                (2, 1),
            ),
            Fields(
                (
                    ("Valeur annuelle du point", f"1,{case.number(4)} €"),
                    ("Allocation annuelle brute", case.amount(points * 1.35)),
                    (case.one("Périodicité", "Versement"), case.one("mensuelle, d'avance", "trimestrielle", "unique")),
                )
            ),
            Text(
                case.one(
                    "Premier paiement sous dix jours.", "Réclamation : commission paritaire.", "Conservez ce titre."
                )
            ),
        ),
        references=(f"Matricule {case.number(9)}",),
        letter=True,
        signer=case.one("", "Le directeur de la gestion"),
    )


def _survivor_granted(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        TYPE,
        who.role,
        case.one("CARSAT - service réversion", "MSA - retraites", "Assurance retraite", "Sécurité sociale minière"),
        case.one(
            "Avantage de vieillesse : accord",
            "Votre demande de réversion / ASPA",
            "Notification d'attribution",
            "Titre de pension de vieillesse",
        ),
        texts(
            f"{case.named(who)}, "
            + case.one(
                f"à la suite du décès de votre conjoint survenu le {case.long(100, 900)}, une pension de réversion "
                f"de {case.sum(150, 800)} brut par mois vous est attribuée.",
                "vos droits à l'allocation de solidarité aux personnes âgées sont ouverts à compter du premier jour "
                f"du mois suivant votre demande, dans la limite de {case.sum(200, 1000)}.",
                "nous transformons votre pension d'invalidité en pension de vieillesse au titre de l'inaptitude au "
                f"travail, à effet du 1er {case.month(1)}.",
            ),
            case.one(
                "Ce montant est révisable en fonction de vos ressources ; signalez tout changement, remariage ou PACS.",
                "La présente notification vaut titre de pension. Elle ne sera pas renouvelée.",
                "Elle s'ajoute à votre retraite personnelle, dont le titre vous a été adressé précédemment.",
            ),
            case.one("Voies de recours : commission de recours amiable.", "Le détail du calcul figure en annexe."),
        ),
        references=(f"Assuré décédé : {case.number(13)}", f"Notre réf. {case.number(7)}"),
        letter=True,
        signer=case.one("Le technicien conseil", "Le directeur"),
    )


WRITERS: Writers = {
    TYPE: to_learn(_notification_with_calculation, _civil_title, _complementary_points, _survivor_granted),
}
