"""Child support, received and paid (RES-PAR, RES-PAV)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.writers import Writers, to_learn

AGENCY = "AGENCE DE RECOUVREMENT ET D'INTERMÉDIATION DES PENSIONS ALIMENTAIRES"


def _children(case: Case) -> str:
    names = [f"{child.prenom} {child.nom.upper()}" for child in case.home.enfants]
    return ", ".join(names) or case.one("l'enfant commun", "l'enfant majeur à charge")


def _monthly_support(case: Case) -> float:
    return case.desk.rng.uniform(90, 240) * max(1, len(case.home.enfants))


def _received_through_agency(case: Case) -> Paper:
    support = _monthly_support(case)
    return Paper(
        "RES-PAR",
        "D",
        "ARIPA",
        case.one(
            "Attestation de paiement de la pension alimentaire",
            "Intermédiation financière des pensions alimentaires",
            "Attestation de versement au parent créancier",
        ),
        (
            Text(f"{AGENCY.capitalize().replace('aripa', 'ARIPA')}, service des Caf et de la MSA."),
            Text(
                f"Nous attestons que {case.known(case.who)}, parent créancier, a reçu par notre intermédiaire la "
                f"contribution à l'entretien et à l'éducation fixée pour {_children(case)} :"
            ),
            Table((("Mois", "Pension reversée"), *monthly(case, case.some(3, 6), support)), (3, 2)),
            Fields(
                (
                    ("Parent débiteur", case.third()),
                    ("Titre exécutoire", f"jugement du {case.short(300, 1200)}"),
                    ("Prochaine revalorisation", f"1er janvier {case.year + 1}"),
                )
            ),
            Text(
                "En cas d'impayé, l'allocation de soutien familial (ASF) peut vous être versée à titre d'avance. "
                "Prévenez votre Caf si vous reprenez une vie de couple."
            ),
        ),
        lines=(f"Caf de {case.commune.title()}", "pension-alimentaire.caf.fr"),
        references=(f"Numéro de dossier : {case.number(8)}",),
        letter=True,
        signer=case.one("Le directeur", ""),
    )


def _received_by_agreement(case: Case) -> Paper:
    return Paper(
        "RES-PAR",
        "D",
        "CAISSE D'ALLOCATIONS FAMILIALES",
        "Pension alimentaire reçue : convention parentale",
        (
            Text("Titre exécutoire délivré en application de l'article L. 582-2 du code de la sécurité sociale."),
            Heading("Les parents"),
            Fields((("Parent qui reçoit", case.named(case.who)), ("Parent qui verse", case.third()))),
            Text(f"Enfants concernés : {_children(case)}, dont la résidence est fixée chez le parent qui reçoit."),
            Leaf(),
            Heading("La pension"),
            Text(
                f"Le parent débiteur versera {case.amount(_monthly_support(case))} par mois, d'avance, avant le cinq "
                "du mois. Le montant est indexé chaque année sur l'indice des prix à la consommation, ménages urbains, "
                "hors tabac."
            ),
            Text("Le directeur de la caisse confère force exécutoire à la présente convention, qui vaut jugement."),
        ),
        lines=(f"Caf de {case.commune.title()}",),
        references=(f"N° allocataire {case.number(7)}",),
        signer="Le directeur de la Caf",
        seal=("CAF", case.commune),
        numbered=case.some(0, 1) == 1,
    )


def _paid_through_agency(case: Case) -> Paper:
    support = _monthly_support(case)
    return Paper(
        "RES-PAV",
        "D",
        "ARIPA",
        case.one(
            "Attestation de versement de pension alimentaire",
            "Avis d'échéance au parent débiteur",
            "Pension alimentaire versée : récapitulatif",
        ),
        (
            Text(
                f"{case.known(case.who)}, débiteur de la pension alimentaire due pour {_children(case)}, a versé à "
                f"l'Agence, pour le compte de {case.third()}, les sommes suivantes :"
            ),
            Table((("Échéance", "Montant prélevé"), *monthly(case, case.some(3, 8), support)), (3, 2)),
            Fields(
                (
                    ("Pension mensuelle due", case.amount(support)),
                    ("Arriérés", case.one("aucun", case.sum(80, 900))),
                    ("Date du prélèvement", "le premier de chaque mois"),
                )
            ),
            Text(
                "À défaut de paiement, l'Agence met en œuvre le recouvrement forcé : paiement direct, saisie ou titre. "
                "Les pensions versées sont déductibles de vos revenus dans les limites du code général des impôts."
            ),
        ),
        lines=("Agence de recouvrement et d'intermédiation", "des pensions alimentaires"),
        references=(f"Dossier débiteur n° {case.number(8)}",),
        letter=True,
    )


def _ordered_by_court(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-PAV",
        "D",
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        case.one(
            "Extrait de jugement : pension alimentaire", "Versement de pension alimentaire - extrait du dispositif"
        ),
        (
            Text(
                f"Par décision contradictoire du {case.long(200, 1400)}, le juge aux affaires familiales a statué dans "
                f"la cause opposant {case.third()}, {case.one('demanderesse', 'demandeur')}, à {case.known(who)}."
            ),
            Heading("PAR CES MOTIFS"),
            Text(
                f"FIXE à {case.amount(_monthly_support(case))} par mois la contribution de {who.full} à l'entretien et "
                f"à l'éducation de {_children(case)} ; DIT que le débiteur versera à l'autre parent cette somme "
                "d'avance, le premier de chaque mois, au domicile du créancier, sans frais pour celui-ci."
            ),
            Text(
                "DIT que cette contribution sera indexée chaque premier janvier sur l'indice publié par l'INSEE, "
                "l'indexation jouant de plein droit ; RAPPELLE que le défaut de paiement pendant plus de deux mois "
                "constitue le délit d'abandon de famille (article 227-3 du code pénal)."
            ),
        ),
        lines=("Chambre de la famille",),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}", f"Minute n° {case.number(4)}"),
        signer="Pour extrait conforme, le greffier",
        seal=("TRIBUNAL JUDICIAIRE", case.commune),
    )


WRITERS: Writers = {
    "RES-PAR": to_learn(_received_through_agency, _received_by_agreement),
    "RES-PAV": to_learn(_paid_through_agency, _ordered_by_court),
}
