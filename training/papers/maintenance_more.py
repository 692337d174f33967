"""Maintenance for children, received or paid: the agency's payments, letters by hand, agreements, bank proofs."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.kin import former_couple, offspring
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

RECEIVED, PAID = "RES-PAR", "RES-PAV"


def _former(case: Case) -> str:
    """Name the other parent, who has left."""
    return next(one.full for one in former_couple(case) if one != case.who)


def _listed(children: tuple[Someone, ...]) -> str:
    return ", ".join(f"{child.prenom} ({child.born} le {short_date(child.naissance)})" for child in children)


def _agency_pays_the_mother(case: Case) -> Paper:
    who, value = case.who, case.some(90, 520)
    former = _former(case)
    return Paper(
        RECEIVED,
        who.role,
        case.one("ARIPA", "Caf - pensions alimentaires", "Agence de recouvrement des impayés", "MSA - ARIPA"),
        case.one(
            "Versement de votre pension alimentaire",
            "Attestation de paiement - intermédiation financière",
            "Pensions alimentaires reversées",
            "Votre créance alimentaire : sommes reçues",
        ),
        (
            *texts(
                f"{who.civility}, nous vous avons reversé la contribution à l'entretien et à l'éducation de "
                f"{_listed(offspring(case))}.",
                case.one(
                    f"Elle est prélevée chaque mois chez l'autre parent, {former}.",
                    "Le parent débiteur règle à l'agence, qui vous vire la somme sous huit jours.",
                    "A défaut de paiement, une allocation de soutien familial vous est avancée par la Caf.",
                ),
            ),
            Table((("Mois", case.one("Reversé", "Pension")), *monthly(case, case.some(2, 9), value)), (1.4, 1)),
            *several(
                case,
                1,
                "La pension reçue doit être portée sur votre déclaration de revenus.",
                "Montant réévalué chaque année au 1er janvier selon l'indice des prix.",
                "Titre exécutoire : décision du juge aux affaires familiales ou accord homologué.",
                "Le recouvrement forcé porte sur les vingt-quatre derniers mois.",
            ),
        ),
        references=(f"Dossier IFPA {case.number(8)}", f"Allocataire {case.number(7)}"),
        letter=True,
        signer=case.one("", "Le directeur de l'agence"),
    )


def _word_of_who_receives(case: Case) -> Paper:
    who = case.who
    former = _former(case)
    return Paper(
        RECEIVED,
        who.role,
        case.one(f"{who.full}", f"{case.named(who)}", ""),
        case.one("Attestation sur l'honneur", "Pension reçue pour les enfants", "Déclaration", "Pension alimentaire"),
        (
            Text(
                f"Je soussigné{who.gendered('e', '')} {who.full}, {case.one('habitant', 'demeurant')} {case.address}, "
                + case.one("déclare recevoir", "certifie percevoir", "atteste que l'on me verse")
                + f" {case.sum(60, 450)} par mois de {former}, "
                + case.one("mon ex-conjoint", "père ou mère de mes enfants", "dont je suis séparé(e)")
                + f", pour {_listed(offspring(case))}."
            ),
            Text(
                case.one(
                    "La somme arrive par virement vers le 5. Je n'ai pas d'autre aide.",
                    "C'est ce que prévoit le jugement de divorce, à l'amiable nous n'avons rien changé.",
                    "Quelquefois il manque un mois ; j'en ai averti la Caf.",
                )
            ),
            Filled(
                (("Mois concernés", f"{case.month(2)} à {case.month()}"), ("Montant total reçu", case.sum(180, 1300)))
            ),
        ),
        signer=who.full,
    )


def _payer_and_the_agency(case: Case) -> Paper:
    who = case.who
    former = _former(case)
    return Paper(
        PAID,
        who.role,
        case.one("ARIPA", "Trésorerie - recouvrement public des pensions", "Commissaire de justice - paiement direct"),
        case.one(
            "Appel de pension alimentaire",
            "Prélèvement de votre contribution",
            "Notification de paiement direct au débiteur",
            "Attestation de versement du parent débiteur",
        ),
        (
            *texts(
                f"{who.civility} {who.nom.upper()},",
                case.one(
                    f"En exécution du jugement du {case.long(100, 2500)}, vous devez verser à {former}",
                    f"Nous attestons que vous avez réglé pour {former}, parent créancier,",
                    f"Sur demande de {former}, il sera retenu sur vos salaires par votre employeur",
                )
                + f" la somme mensuelle de {case.sum(80, 500)} au titre de l'entretien de {_listed(offspring(case))}.",
            ),
            Heading(case.one("Compte", "Vos règlements", "Echéances")),
            Fields(
                (
                    ("Terme courant", case.sum(80, 500)),
                    (case.one("Arriéré", "Reste dû"), case.one("néant", case.sum(50, 900))),
                    ("Date d'exigibilité", case.one("le 1er de chaque mois", "le 5", case.ahead(5, 25))),
                    ("Indexation", case.one("indice INSEE, janvier", "1er janvier, + 1,9 %")),
                )
            ),
            *several(
                case,
                1,
                "Les pensions que vous versez sont déductibles de votre revenu si l'enfant n'est pas à votre charge.",
                "Ne pas payer pendant deux mois constitue un abandon de famille (article 227-3 du code pénal).",
                "Versez par l'agence et non directement à l'autre parent.",
            ),
        ),
        references=(f"Débiteur {case.number(9)}",),
        letter=True,
    )


def _payer_proves_transfers(case: Case) -> Paper:
    who, value = case.who, case.some(80, 450)
    former, children = _former(case), offspring(case)
    return Paper(
        PAID,
        who.role,
        case.one(who.full, case.home.world.banques[0], "Attestation", ""),
        case.one(
            "Justificatif de virements permanents - pension",
            "Pension versée : attestation du parent",
            "Récapitulatif des pensions alimentaires versées",
            f"Je verse une pension pour {children[0].prenom}",
        ),
        (
            Text(
                case.one(
                    f"Je, {who.full}, verse à {former} une contribution pour {_listed(children)}.",
                    f"Virement permanent donné par {case.named(who)} pour {former}, motif : pension.",
                    f"{former} reconnaît recevoir de {who.full} la pension fixée pour {_listed(children)}.",
                )
            ),
            Table((("Mois", "Versé"), *monthly(case, case.some(3, 10), value)), (1, 1)),
            Text(
                case.one(
                    "Les enfants vivent chez leur autre parent et viennent un week-end sur deux.",
                    "Opération exécutée le 3 de chaque mois, compte à débiter terminé par " + case.number(4) + ".",
                    "La pension n'a pas été révisée depuis l'ordonnance.",
                )
            ),
        ),
        signer=case.one(who.full, "Le titulaire du compte", "Signature des deux parents"),
    )


WRITERS: Writers = {
    RECEIVED: to_learn(_agency_pays_the_mother, _word_of_who_receives),
    PAID: to_learn(_payer_and_the_agency, _payer_proves_transfers),
}
