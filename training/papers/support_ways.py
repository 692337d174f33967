"""Other ways of saying what is paid for children, what is received, and other income (RES-PAR, RES-PAV, RES-AUT)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.kin import former_couple, offspring
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _children(case: Case) -> str:
    return ", ".join(child.prenom for child in offspring(case))


def _other(case: Case) -> str:
    """Name the former partner of the applicant."""
    wife, husband = former_couple(case)
    return case.named(husband if wife is case.who else wife)


def _intermediation(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-PAR",
        who.role,
        case.one(
            "ARIPA", "Caf – Agence de recouvrement des impayés de pensions alimentaires", "pension-alimentaire.caf.fr"
        ),
        case.one(
            "Intermédiation financière de votre pension alimentaire",
            "Attestation de versement au parent créancier",
            "Pension alimentaire : vos paiements",
        ),
        (
            *texts(
                f"Parent créancier : {case.named(who)}. Parent débiteur : {_other(case)}. Enfants : {_children(case)}.",
                case.one(
                    "La pension alimentaire fixée en votre faveur est collectée par nos soins puis vous est reversée.",
                    "Nous vous avons reversé les pensions ci-dessous, recouvrées auprès de l'autre parent.",
                ),
            ),
            Table((("Mois", "Pension reçue"), *monthly(case, case.some(2, 6), case.some(90, 400))), (2, 1)),
            Text(case.one("Complétée le cas échéant par l'ASF.", "Montant indexé au 1er janvier.")),
        ),
        letter=True,
    )


def _ruling_for_who_receives(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-PAR",
        who.role,
        case.one("TRIBUNAL JUDICIAIRE", "TRIBUNAL DE GRANDE INSTANCE", "COUR D'APPEL"),
        case.one("Extrait de jugement – pension alimentaire", "Extrait des minutes du greffe", "Ordonnance (extrait)"),
        (
            *texts(
                "Le juge aux affaires familiales, par décision contradictoire,",
                f"CONDAMNE {_other(case)} à payer à {case.named(who)} une contribution à l'entretien et à l'éducation "
                f"des enfants ({_children(case)}) de {case.sum(90, 300)} par mois et par enfant ;",
            ),
            Leaf(),
            Text("DIT que cette pension est payable d'avance au domicile de la créancière et indexée chaque année."),
        ),
        signer="Le greffier",
        numbered=True,
    )


def _receives_by_declaration(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-PAR",
        who.role,
        case.one(who.full, "Attestation sur l'honneur", "Centre communal d'action sociale"),
        case.one("Pension alimentaire perçue", "Attestation de pension alimentaire reçue", "Déclaration du créancier"),
        (
            *texts(
                f"Je soussigné{who.gendered('e', '')} {case.named(who)} déclare recevoir de {_other(case)} "
                f"la somme de {case.sum(80, 450)} par mois à titre de pension alimentaire pour {_children(case)}.",
                case.one("Virements joints.", "Je perçois cette pension depuis la séparation.", "Somme reçue le 5."),
            ),
        ),
        signer=case.one("Le bénéficiaire", who.full),
    )


def _pays_by_declaration(case: Case) -> Paper:
    who, other = case.who, _other(case)
    return Paper(
        "RES-PAV",
        who.role,
        case.one(other, "Attestation", "Attestation sur l'honneur du parent créancier"),
        case.one("Attestation de versement de pension alimentaire", "Pension alimentaire versée", "Reçu de pension"),
        (
            Text(
                f"{other} atteste que {case.named(who)} lui verse chaque mois {case.sum(80, 450)} pour "
                f"l'entretien de {_children(case)} et qu'il n'y a aucun retard de paiement."
            ),
            Table((("Mois", "Somme versée"), *monthly(case, case.some(2, 6), case.some(90, 400))), (2, 1)),
        ),
        signer=case.one("Le parent bénéficiaire", "Signature"),
    )


def _ruling_for_who_pays(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-PAV",
        who.role,
        case.one("TRIBUNAL JUDICIAIRE", "TRIBUNAL DE GRANDE INSTANCE", "Cabinet du juge aux affaires familiales"),
        case.one("Jugement – pension à verser (extrait)", "Extrait de décision", "Dispositif"),
        (
            *texts(
                f"FIXE à {case.sum(90, 300)} par enfant et par mois la contribution que {case.named(who)}, débiteur, "
                f"versera à {_other(case)} pour {_children(case)}, avant le premier de chaque mois ;",
                "DIT que le débiteur procédera lui-même à l'indexation au 1er janvier ;",
                "RAPPELLE au débiteur les voies d'exécution : saisie, paiement direct, recouvrement public.",
            ),
        ),
        signer="Le greffier",
    )


def _debtor_schedule(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-PAV",
        who.role,
        case.one("ARIPA", "Caf – Service recouvrement", "Commissaire de justice", "Huissier de justice"),
        case.one(
            "Avis de prélèvement de la pension alimentaire",
            "Paiement direct de pension alimentaire",
            "Échéancier du parent débiteur",
        ),
        (
            *texts(
                f"Débiteur : {case.named(who)}. Créancier : {_other(case)}. Enfants : {_children(case)}.",
                case.one(
                    "Vous devez payer la pension alimentaire à l'agence, par prélèvement, avant le 5 de chaque mois.",
                    f"La somme de {case.sum(90, 400)} est retenue chaque mois sur votre salaire par votre employeur.",
                    f"Vous êtes à jour des pensions que vous versez ({case.sum(90, 400)} par mois).",
                ),
            ),
        ),
        letter=True,
    )


def _rent_received(case: Case) -> Paper:
    return Paper(
        "RES-AUT",
        case.who.role,
        case.one("AGENCE DU PARC – Gestion locative", "Déclaration 2044", "NOTAIRES ASSOCIÉS"),
        case.one("Revenus fonciers", "Compte rendu de gestion au propriétaire bailleur", "Relevé de gérance"),
        (
            Text(f"Propriétaire : {case.named(case.who)} – bien loué : {case.home.world.rues[-1]}"),
            Fields(
                (
                    ("Loyers encaissés", case.sum(1200, 9000)),
                    ("Charges et honoraires", case.sum(100, 900)),
                    (case.one("Revenu foncier net", "Solde viré au propriétaire"), case.sum(900, 7000)),
                )
            ),
        ),
    )


def _life_annuity(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-AUT",
        who.role,
        case.one("COMPAGNIE D'ASSURANCE VIE", "Étude notariale", "CAISSE DES DÉPÔTS", "SÉCURITÉ SOCIALE DE L'ÉTRANGER"),
        case.one(
            "Rente viagère – avis de versement", "Attestation de rente", "Rente éducation", "Pension de l'étranger"
        ),
        (
            *texts(
                f"{case.named(who)} perçoit une rente {case.one('viagère', 'trimestrielle', 'de conjoint survivant')}.",
                f"Versement de {case.sum(80, 900)} le {case.short(3, 60)}. Prochaine échéance : {case.ahead(20, 90)}.",
                case.one("Contrat n° " + case.number(8), "Montant converti au cours du jour en euros."),
            ),
        ),
        letter=True,
    )


def _youth_contract(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-AUT",
        who.role,
        case.one("MISSION LOCALE", "1 jeune 1 solution", "SERVICE CIVIQUE", "Conseil départemental – Aide sociale"),
        case.one(
            "Attestation d'allocation du contrat d'engagement jeune",
            "Garantie jeunes – attestation de versement",
            "Notification d'indemnité de service civique",
            "Allocation de jeune majeur",
        ),
        (
            Heading(case.one("Attestation", "Décision")),
            Text(
                f"{case.known(who)}, bénéficie depuis le {case.short(20, 200)} d'une allocation mensuelle de "
                f"{case.sum(200, 620)}, versée par l'organisme et révisée selon les autres ressources."
            ),
        ),
        signer="Le conseiller",
    )


WRITERS: Writers = {
    "RES-PAR": to_learn(*wordy(_intermediation, _ruling_for_who_receives, _receives_by_declaration)),
    "RES-PAV": to_learn(*wordy(_pays_by_declaration, _ruling_for_who_pays, _debtor_schedule)),
    "RES-AUT": to_learn(*wordy(_rent_received, _life_annuity, _youth_contract)),
}
