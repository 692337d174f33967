"""Titles of retirement pensions (PRO-RET): that somebody has retired and from when, rather than what was last paid."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _retired(case: Case) -> Someone:
    """The elder adult."""
    return min(case.home.adults, key=lambda who: who.naissance)


def _start(case: Case) -> str:
    """« 01/04/2021 »: pensions start on the first of a month."""
    return f"01/{case.some(1, 12):02d}/{case.year - case.some(1, 9)}"


def _notification_of_general_scheme(case: Case) -> Paper:
    who = _retired(case)
    pay = case.desk.rng.uniform(700, 1400)
    return Paper(
        "PRO-RET",
        who.role,
        case.one("CARSAT", "L'ASSURANCE RETRAITE", "CARSAT – RETRAITE"),
        case.one("Notification de retraite", "Notification d'attribution de retraite", "Titre de pension"),
        (
            Text(
                f"{who.civility}, votre retraite personnelle vous est attribuée à compter du {_start(case)} (point de "
                "départ). Vous trouverez ci-dessous les éléments retenus pour son calcul."
            ),
            Table(
                (
                    ("Éléments de calcul", "Valeur"),
                    ("Salaire annuel moyen", case.amount(pay * 22)),
                    ("Taux", "50,00 %"),
                    ("Trimestres retenus au régime général", str(case.some(110, 168))),
                    ("Durée d'assurance tous régimes", str(case.some(166, 172))),
                    (
                        "Majoration pour enfants (10 %)",
                        case.amount(pay * 0.1) if len(case.home.enfants) > 2 else "néant",
                    ),
                    ("Montant mensuel brut", case.amount(pay)),
                    ("CSG, CRDS, CASA", case.amount(pay * 0.091)),
                    ("Montant mensuel net avant impôt", case.amount(pay * 0.909)),
                ),
                (3, 1),
            ),
            Fields((("Bénéficiaire", case.known(who)), ("N° de sécurité sociale", case.nir(who)))),
            Text("Le paiement a lieu le 9 de chaque mois, à terme échu, sur le compte que vous avez indiqué."),
            Text(
                "Vous contestez cette décision ? Saisissez la commission de recours amiable dans les deux mois "
                "(articles R. 142-1 et suivants du code de la sécurité sociale). Conservez ce titre sans limitation."
            ),
        ),
        lines=("Caisse d'assurance retraite et de la santé au travail", f"Agence de {case.commune}"),
        references=(f"N° de dossier : {case.number(9)}",),
        letter=True,
        signer="Le directeur",
        numbered=case.one("oui", "non") == "oui",
    )


def _deed_of_state(case: Case) -> Paper:
    who = _retired(case)
    return Paper(
        "PRO-RET",
        who.role,
        "SERVICE DES RETRAITES DE L'ÉTAT",
        case.one("Titre de pension", "Brevet de pension", "Certificat d'inscription de pension"),
        (
            Text(f"Pension civile n° B {case.number(2)} {case.number(6)} {case.one('K', 'W')}", bold=True),
            Text(
                "Il est concédé, en application du code des pensions civiles et militaires de retraite, la pension "
                "dont les éléments sont décrits ci-après."
            ),
            Fields(
                (
                    ("Titulaire", f"{who.nom.upper()} {who.prenoms}"),
                    (f"{who.born.capitalize()} le", f"{who.naissance:%d/%m/%Y} à {who.lieu}"),
                    (
                        "Grade ou emploi",
                        case.one("Adjoint administratif", "Professeur certifié", "Brigadier de police"),
                    ),
                    ("Jouissance", _start(case)),
                    ("Indice majoré", str(case.some(360, 620))),
                    ("Services et bonifications", f"{case.some(60, 160)} trimestres"),
                    ("Taux liquidé", f"{case.some(45, 75)},000 %"),
                )
            ),
            Text(
                "La pension est soumise à la contribution sociale généralisée. Elle peut être suspendue en cas de "
                "reprise d'un emploi public. La veuve ou le veuf obtient, sous conditions, la moitié de ce montant."
            ),
            Text("Payable mensuellement par le centre de gestion des retraites du lieu de résidence."),
            Leaf(),
            Heading("Annexe : décompte des services"),
            Table(
                (
                    ("Nature des services", "Du", "Au"),
                    ("Stagiaire", "01/10/1984", "30/09/1985"),
                    ("Titulaire", "01/10/1985", f"31/08/{case.year - 9}"),
                ),
                (3, 2, 2),
            ),
            Text(
                "Ce brevet est incessible. Sa présentation est exigée pour tout changement de résidence ou de compte."
            ),
        ),
        lines=("Ministère chargé du budget",),
        signer="Pour le ministre",
        seal=("RÉPUBLIQUE FRANÇAISE", "PENSIONS"),
    )


def _points_of_supplementary_fund(case: Case) -> Paper:
    who = _retired(case)
    points = case.some(900, 5200)
    return Paper(
        "PRO-RET",
        who.role,
        case.one("AGIRC-ARRCO", "CAISSE DE RETRAITE COMPLÉMENTAIRE"),
        case.one("Notification de retraite complémentaire", "Votre retraite complémentaire"),
        (
            Text(f"Nous avons procédé à la liquidation de vos droits. Votre allocation prend effet le {_start(case)}."),
            Fields(
                (
                    ("Allocataire", case.known(who)),
                    ("Référence", f"{case.number(7)} {case.number(2)}"),
                    ("Points acquis", f"{points},00"),
                    ("Valeur de service du point", "1,4386 €"),
                    ("Coefficient de minoration", "1,0000"),
                    ("Allocation annuelle brute", case.amount(points * 1.4386)),
                )
            ),
            Text(
                "Les prélèvements sociaux dépendent de votre avis d'imposition ; ils vous sont appliqués au taux que "
                "nous communique l'administration fiscale. Le virement intervient en début de mois, à terme à échoir."
            ),
            Text(
                "Le détail de votre carrière, employeur par employeur, est joint. Vous pouvez en demander la révision "
                "dans un délai de deux ans. Réversion : le conjoint survivant s'adresse à l'institution."
            ),
        ),
        lines=("Institution de retraite complémentaire des salariés", case.home.ville),
        signer="La direction de la relation allocataires",
        letter=True,
    )


def _decision_for_public_agent(case: Case) -> Paper:
    who = _retired(case)
    return Paper(
        "PRO-RET",
        who.role,
        case.one("CNRACL", "CAISSE DES RETRAITES DES COLLECTIVITÉS"),
        case.one("Décision d'attribution de pension", "Pension de vieillesse : décision de concession"),
        (
            Text("Le directeur général de l'établissement gestionnaire,"),
            Text(
                "Vu le décret n° 2003-1306 du 26 décembre 2003 ; vu l'avis de l'employeur ; vu la demande de l'agent "
                "radié des cadres ;"
            ),
            Text("DÉCIDE", bold=True),
            Heading("Article premier"),
            Text(
                f"Une pension rémunérant {case.some(30, 42)} années de service est allouée à {case.named(who)}, "
                f"{case.born(who)}, résidant {case.address}, avec effet du {_start(case)}."
            ),
            Heading("Article 2"),
            Text(
                f"Son montant annuel est arrêté à {case.sum(11_000, 21_000)} ; il suit la revalorisation prévue à "
                "l'article L. 161-25. Les arrérages sont servis en fin de mois."
            ),
            Heading("Article 3"),
            Text(
                "Le titulaire peut cumuler sa pension avec des revenus d'activité dans la limite légale. Il signale "
                "tout changement d'adresse, de compte ou d'état civil. Au décès, les arrérages cessent le mois "
                "suivant."
            ),
            Heading("Article 4"),
            Text("Le recours contentieux s'exerce devant le tribunal administratif de Bordeaux sous deux mois."),
        ),
        lines=("Fonction publique territoriale et hospitalière",),
        references=(f"Affiliation {case.number(8)}", f"Décision {case.year - 1}/{case.number(6)}"),
        signer="Pour le directeur général",
    )


def _certificate_of_retired_farmer(case: Case) -> Paper:
    who = _retired(case)
    return Paper(
        "PRO-RET",
        who.role,
        "MSA",
        case.one("Vos droits à la retraite agricole", "Attestation de titulaire d'une retraite"),
        (
            Text(
                f"Nous vous informons que {case.known(who)}, est "
                f"{who.gendered('titulaire retraitée', 'titulaire retraité')} de notre régime, avantage personnel de "
                "droit propre."
            ),
            Table(
                (
                    ("Avantage", "Date d'effet", "Montant mensuel"),
                    ("Retraite forfaitaire", _start(case), case.sum(150, 310)),
                    ("Retraite proportionnelle", _start(case), case.sum(180, 420)),
                    ("Complément obligatoire", _start(case), case.sum(40, 150)),
                ),
                (3, 2, 2),
            ),
            Heading("Bon à savoir"),
            Text(
                "Une activité reprise après la cessation doit nous être déclarée. Les conditions d'habitation et de "
                "ressources n'influent pas sur ces droits ; l'allocation de solidarité relève d'une autre demande."
            ),
        ),
        lines=("Mutualité sociale agricole – service vieillesse",),
        references=(f"Matricule {case.nir(who)}",),
        letter=True,
        numbered=True,
    )


WRITERS: Writers = {
    "PRO-RET": to_learn(
        _notification_of_general_scheme,
        _deed_of_state,
        _decision_for_public_agent,
        _certificate_of_retired_farmer,
        _points_of_supplementary_fund,
    )
}
