"""What the Caf and the MSA pay or grant (RES-CAF)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.writers import Writers, to_learn


def _benefits(case: Case) -> list[tuple[str, float, float]]:
    """Return what the household may draw: label, least and most in euros."""
    kids = len(case.home.enfants)
    first, other = case.desk.rng.sample(
        [
            ("Prime d'activité", 60.0, 340.0),
            ("Revenu de solidarité active (RSA)", 280.0, 900.0),
            ("Allocation aux adultes handicapés (AAH)", 400.0, 1016.0),
        ],
        2,
    )
    drawn = [("Aide personnalisée au logement (APL)", 90.0, 380.0), first]
    if case.some(0, 3) == 0:
        drawn.append(other)
    if kids > 1:
        drawn.append(("Allocations familiales", 141.0, 340.0))
    if kids:
        drawn.append(("Allocation de soutien familial (ASF)", 187.0, 196.0))
    return drawn


def _household(case: Case) -> tuple[tuple[str, str], ...]:
    home = case.home
    return (
        ("Monsieur/Madame", f"{case.who.full} - {case.who.naissance:%d/%m/%Y}"),
        *([("Conjoint", f"{home.conjoint.full} - {home.conjoint.naissance:%d/%m/%Y}")] if home.conjoint else []),
        *(("Enfant à charge", f"{child.full} - {child.naissance:%d/%m/%Y}") for child in home.enfants),
    )


def _payment_and_quotient(case: Case) -> Paper:
    rows, total = summed(case, *_benefits(case))
    return Paper(
        "RES-CAF",
        "D",
        "CAISSE D'ALLOCATIONS FAMILIALES",
        case.one("Attestation de paiement et de quotient familial", "Attestation de paiement"),
        (
            Text(f"La Caf certifie que vous avez bénéficié des prestations suivantes pour le mois de {case.month()} :"),
            Table((("Prestations", "Montant"), *rows, ("Montant total versé", case.amount(total))), (4, 2)),
            Text(f"Votre quotient familial du mois de {case.month()} est de {case.some(280, 1100)} €."),
            Heading("Composition du foyer"),
            Fields(_household(case)),
            Text(
                f"Loyer mensuel pris en compte : {case.amount(case.home.loyer)}. Ces informations correspondent à "
                "votre situation telle que nous la connaissons au jour de l'édition."
            ),
            Text("Attestation délivrée pour servir et valoir ce que de droit."),
        ),
        lines=(f"Caf de {case.commune.title()}", "32 30 (prix d'un appel local) - caf.fr"),
        references=(f"Numéro allocataire : {case.number(7)} {case.one('A', 'D', 'R')}", f"Le {case.short(2, 20)}"),
        letter=case.some(0, 1) == 1,
        signer=case.one("Le directeur de la Caf", ""),
        foot="La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations (L. 114-13 du code de la "
        "sécurité sociale, 441-1 du code pénal). La Caf vérifie l'exactitude des déclarations.",
    )


def _notice_of_rights(case: Case) -> Paper:
    benefit, law = case.desk.rng.choice(
        (
            ("revenu de solidarité active (RSA)", "L. 262-2 du code de l'action sociale et des familles"),
            ("allocation aux adultes handicapés (AAH)", "L. 821-1 du code de la sécurité sociale"),
            ("aide personnalisée au logement (APL)", "L. 821-1 du code de la construction et de l'habitation"),
            ("prime d'activité", "L. 841-1 du code de la sécurité sociale"),
        )
    )
    granted = case.desk.rng.uniform(120, 900)
    return Paper(
        "RES-CAF",
        "D",
        f"CAF DE {case.commune}",
        case.one("Notification de droits", "Vos droits changent", "Notification de droits et paiements"),
        (
            Text(f"{case.who.civility},"),
            Text(
                f"Nous avons étudié vos droits. À partir du 1er {case.month()}, vous avez droit à : {benefit}, pour un "
                f"montant de {case.amount(granted)} par mois (article {law})."
            ),
            Heading("Pourquoi ce montant"),
            Text(
                f"Nous avons tenu compte de votre situation familiale ({len(case.home.enfants)} enfant(s) à charge), "
                f"de votre logement (loyer de {case.amount(case.home.loyer)}, bailleur {case.home.bailleur}) et des "
                "ressources que vous nous avez déclarées pour les douze derniers mois."
            ),
            Table((("Échéance", "Droit"), *monthly(case, 3, granted)), (3, 2)),
            Heading("Si vous n'êtes pas d'accord"),
            Text(
                "Vous disposez de deux mois à compter de la réception de ce courrier pour saisir la commission de "
                "recours amiable ou, pour le RSA, le président du conseil départemental. Pensez à votre déclaration "
                "trimestrielle."
            ),
        ),
        lines=("Service Prestations", "TSA 12345 - 59000 LILLE CEDEX"),
        references=(f"N° allocataire {case.number(7)}", f"Réf. PND/{case.number(5)}"),
        letter=True,
        signer="Votre Caf",
    )


def _statement_of_farm_scheme(case: Case) -> Paper:
    rows, total = summed(case, *_benefits(case))
    return Paper(
        "RES-CAF",
        "D",
        "MUTUALITÉ SOCIALE AGRICOLE",
        case.one("Attestation de paiement des prestations", "Relevé de prestations familiales et logement"),
        (
            Text(f"{case.known(case.who)} a perçu au titre {case.one('du', 'de l’échéance')} {case.month()} :"),
            Table((("Désignation", "Somme"), *rows, ("Total", case.amount(total))), (4, 2)),
            Fields((("Quotient familial MSA", f"{case.some(250, 1200)} €"), ("Paiement", case.short(3, 30)))),
            Text(
                f"Foyer : {1 + len(case.home.enfants)} personne(s) au moins, demeurant {case.address}. L'aide au "
                f"logement tient compte d'un loyer de {case.amount(case.home.loyer)}. Droits susceptibles de révision "
                "après contrôle des ressources. Vous devez informer la MSA de toute modification de votre situation "
                "familiale, professionnelle ou de logement."
            ),
            Text("Ce document peut être présenté à toute administration. Conservez-le."),
        ),
        lines=("MSA Lorraine", "Pôle Famille Logement Solidarité"),
        references=(f"N° de sécurité sociale : {case.nir(case.who)}",),
    )


def _monthly_schedule(case: Case) -> Paper:
    rows, total = summed(case, *_benefits(case))
    return Paper(
        "RES-CAF",
        "D",
        "caf.fr - Mon Compte",
        case.one("Mes paiements du mois", "Détail de mes derniers paiements", "Justificatif de prestations"),
        (
            Fields((("Allocataire", case.who.full), ("Matricule", case.number(7)), ("Organisme", "591 Caf du Nord"))),
            Heading(f"{case.month().capitalize()}"),
            *(Text(f"{label} : {value}, versé le {case.short(2, 25)} à l'allocataire") for label, value in rows),
            Text(f"Soit {case.amount(total)} dont retenue sur dette {case.sum(0, 60)}.", bold=True),
            Heading(f"{case.month(1).capitalize()}"),
            *(Text(f"{label} : {value}") for label, value in rows),
            Text(
                "Les montants bruts s'entendent avant contribution au remboursement de la dette sociale (CRDS 0,5 %)."
            ),
        ),
        subtitle="Page imprimée depuis l'espace personnel",
    )


def _renewal_of_disabled(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "RES-CAF",
        who.role,
        f"ALLOCATIONS FAMILIALES DE {case.commune}",
        case.one("Étude de votre dossier", "Réponse à votre demande d'aide", "Révision annuelle de vos prestations"),
        (
            Text(
                f"Cher(e) allocataire,\nLa révision de {case.long(5, 40)} porte sur vos ressources de l'année "
                f"{case.year - 2}. Votre allocation est maintenue jusqu'au {case.ahead(200, 900)}."
            ),
            Table(
                (
                    ("Nature", "Ancien montant", "Nouveau montant"),
                    ("AAH", case.sum(700, 900), case.sum(900, 1016)),
                    ("Allocation de logement sociale", case.sum(100, 200), case.sum(150, 300)),
                    ("Majoration vie autonome", "0,00 €", "104,77 €"),
                ),
                (4, 2.2, 2.3),
            ),
            Text(
                f"Un rappel de {case.sum(40, 900)} sera viré sous huit jours. L'aide au logement est réglée "
                f"directement à {case.home.bailleur}, qui la déduit du loyer ; vous restez redevable du solde et des "
                "charges."
            ),
            Text(
                f"Titulaire : {case.named(who)}, {who.born} le {who.naissance:%d %m %Y}. Décision de la CDAPH "
                "transmise par la maison départementale des personnes handicapées."
            ),
        ),
        lines=("Unité Minima sociaux", case.home.ville),
        references=(f"Allocataire {case.number(7)} / {case.third()}",),
        letter=True,
        signer="Le gestionnaire conseil",
        numbered=True,
    )


def _family_quotient_of_farm_scheme(case: Case) -> Paper:
    rows, _ = summed(case, *_benefits(case))
    return Paper(
        "RES-CAF",
        "D",
        "msa - santé famille retraite services",
        case.one("Attestation de quotient familial", "Votre situation : prestations servies"),
        (
            Text(f"Assuré : {case.known(case.who)}. Demeurant {case.address}."),
            Fields(
                (
                    (f"Quotient au 1er {case.month()}", f"{case.some(260, 1200)},00"),
                    ("Nombre de parts", f"{2 + len(case.home.enfants) / 2:.1f}".replace(".", ",")),
                    *rows,
                )
            ),
            Text(
                "Ces renseignements sont communiqués sous réserve de toute modification ultérieure des droits. Ils ne "
                "peuvent servir à l'ouverture de droits auprès d'une autre caisse du régime général. Le quotient est "
                "le douzième des ressources annuelles, augmenté des prestations du mois et divisé par le nombre de "
                "parts ; il sert aux tarifs de cantine, de crèche et de vacances."
            ),
        ),
        lines=("Caisse de Midi-Garonne",),
        signer="Le chef du service Prestations",
    )


def _youngest_child_allowance(case: Case) -> Paper:
    child = case.child()
    name = child.full if child else "votre enfant à naître"
    return Paper(
        "RES-CAF",
        "D",
        "CAF DE LA GIRONDE ET DE L'ORNE",
        case.one("Prestation d'accueil du jeune enfant : décision", "Allocation d'éducation de l'enfant handicapé"),
        (
            Text(
                f"Madame, Monsieur,\nVotre demande reçue le {case.long(20, 60)} concernant {name} a été acceptée. Le "
                f"premier paiement, de {case.sum(140, 420)}, interviendra le 5 du mois prochain, puis chaque mois "
                f"jusqu'au {case.ahead(300, 900)}."
            ),
            Heading("Ce que vous devez faire"),
            Text(
                "Signalez sans attendre une reprise d'emploi, un déménagement, une séparation ou le départ d'un "
                f"enfant. Les prestations sont calculées sur vos revenus {case.year - 2}, récupérés auprès des impôts."
            ),
            Fields((("Base mensuelle", case.sum(90, 200)), ("Complément", case.sum(0, 300)), ("Code", case.number(4)))),
            Text(
                "Un désaccord ? Contactez d'abord un conseiller ; la commission de recours amiable peut ensuite être "
                "saisie."
            ),
        ),
        references=(f"Matricule {case.number(7)}", case.home.ville),
        letter=True,
    )


WRITERS: Writers = {
    "RES-CAF": to_learn(
        _payment_and_quotient,
        _notice_of_rights,
        _statement_of_farm_scheme,
        _monthly_schedule,
        _renewal_of_disabled,
        _family_quotient_of_farm_scheme,
        _youngest_child_allowance,
    ),
}
