"""Summonses to court, and orders to leave after it (MOT-ASS, MOT-CQL)."""

from __future__ import annotations

from training.papers.acts import in_the_year
from training.papers.case import Case
from training.papers.content import Heading, Leaf, Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _claims() -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Par ces motifs, il est demandé au tribunal de"),
        *texts(
            "– constater l'acquisition de la clause résolutoire et la résiliation du bail ;",
            (
                "– ordonner l'expulsion du défendeur et de tous occupants de son chef, au besoin avec la force "
                "publique ;"
            ),
            "– le condamner au paiement de l'arriéré et d'une indemnité d'occupation jusqu'à libération ;",
            "– le condamner à 500 € au titre de l'article 700 du code de procédure civile et aux dépens.",
        ),
        Text("Bordereau de pièces : 1. bail ; 2. commandement ; 3. décompte ; 4. saisine de la CCAPEX."),
        Table((("Coût de l'acte", "€"), ("Émolument", "18,07"), ("Transport", "9,40"), ("Total TTC", "55,21")), (3, 1)),
    )


def _summons(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-ASS",
        None,
        f"Maître {case.third()}, commissaire de justice",
        case.one(
            "Assignation devant le juge des contentieux de la protection",
            "Assignation en référé",
            "Assignation aux fins d'expulsion",
        ),
        (
            Text(in_the_year(case.desk.day).upper()),
            Text(
                f"À LA REQUÊTE DE : {case.home.bailleur}, ayant pour avocat Maître {case.third()}, donne assignation "
                f"à {case.known(who)}, demeurant {case.address},"
            ),
            Text(
                f"À COMPARAÎTRE le {case.ahead(60, 160)} à {case.one('9 h 00', '9 h 30', '14 h 00')} par-devant le "
                f"juge des contentieux de la protection du tribunal judiciaire de {case.commune.title()}, salle B."
            ),
            Text(
                "Vous pouvez vous faire assister ou représenter par un avocat, votre conjoint, un parent. Si vous ne "
                "comparaissez pas, un jugement pourra être rendu contre vous sur les seuls éléments de votre "
                "adversaire."
            ),
            Heading("Objet de la demande"),
            *texts(
                (
                    f"Attendu que le requis est locataire suivant bail du {case.long(500, 2000)} ; qu'un "
                    f"commandement de payer visant la clause résolutoire lui a été délivré le {case.long(90, 200)}, "
                    "demeuré infructueux ;"
                ),
                (
                    f"Attendu que la dette s'élève à {case.sum(1800, 9000)} ; que l'assignation a été notifiée au "
                    "préfet six semaines au moins avant l'audience ;"
                ),
            ),
            *_claims(),
        ),
        references=(f"Réf. {case.number(6)}", "Second original"),
        signer="Le commissaire de justice",
        seal=("COMMISSAIRE", "DE JUSTICE"),
        numbered=case.some(0, 1) == 1,
    )


def _order_to_leave(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-CQL",
        None,
        f"Étude {case.third()}, commissaire de justice",
        case.one(
            "Commandement de quitter les lieux",
            "Commandement d'avoir à libérer les lieux",
            "Commandement de libérer des locaux",
        ),
        (
            Text(f"{in_the_year(case.desk.day)}, à la demande de {case.home.bailleur},"),
            Text(
                "Agissant en vertu d'un jugement rendu par le juge des contentieux de la protection le "
                f"{case.long(40, 200)}, signifié et exécutoire, je fais commandement à {case.known(who)}, de quitter "
                f"et libérer les lieux occupés {case.address},"
            ),
            Text(f"DANS UN DÉLAI DE DEUX MOIS, soit au plus tard le {case.ahead(58, 65)}.", bold=True),
            *texts(
                "À défaut, il sera procédé à votre expulsion et à celle de tous occupants de votre chef, le cas "
                "échéant avec le concours de la force publique et l'assistance d'un serrurier. Les meubles laissés "
                "sur place seront séquestrés à vos frais.",
                (
                    "Trêve hivernale : il est sursis à toute mesure d'expulsion entre le 1er novembre et le 31 mars "
                    "(article L. 412-6 du code des procédures civiles d'exécution)."
                ),
                (
                    "Toute demande de délai doit être portée devant le juge de l'exécution. Vous pouvez demander votre "
                    "relogement au préfet ou saisir la commission de médiation (DALO)."
                ),
            ),
            Table((("Détail", "Montant"), ("Coût de l'acte", "98,14 €"), ("dont TVA", "15,60 €")), (3, 1)),
        ),
        references=(f"Dossier {case.number(6)}",),
        signer="Le commissaire de justice",
        seal=("COMMISSAIRE", "DE JUSTICE"),
        foot="Articles L. 411-1, L. 412-1 à L. 412-6 et R. 412-1 du code des procédures civiles d'exécution.",
    )


WRITERS: Writers = {"MOT-ASS": to_learn(_summons), "MOT-CQL": to_learn(_order_to_leave)}
