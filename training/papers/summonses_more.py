"""More summonses of tenants to court: urgent, on the merits, by social landlords, with their service (MOT-ASS)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.several import several
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn

_OFFICERS = (
    "SELARL – COMMISSAIRES DE JUSTICE ASSOCIÉS",
    "SCP – HUISSIERS DE JUSTICE",
    "Étude de commissaire de justice",
)


def _hearing(case: Case) -> str:
    return (
        f"{case.one('à l’audience du', 'le', 'à comparaître le')} {case.ahead(60, 160)} à {case.some(9, 14)} heures"
        f"{case.one(' précises', ' 30', '')}, {case.one('salle ', 'au palais de justice, salle ')}{case.some(1, 9)}"
    )


def _in_urgent_proceedings(case: Case) -> Paper:
    owed = case.some(1200, 6000)
    return Paper(
        "MOT-ASS",
        None,
        case.one(*_OFFICERS, case.third() + ", commissaire de justice"),
        case.one(
            "Assignation en référé",
            "Assignation en référé expulsion",
            "Assignation devant le juge des contentieux de la protection",
            "Assignation en constat de résiliation de bail",
        ),
        (
            *texts(
                f"L'AN {spelled_day(case.day(5, 40)).upper()} ET LE JOUR DE LA SIGNIFICATION",
                f"À LA REQUÊTE DE : {case.home.bailleur}, bailleur, élisant domicile en l'étude,",
                f"NOUS AVONS DONNÉ ASSIGNATION À : {case.named(case.who)}, demeurant {case.address}, d'avoir à "
                f"comparaître {_hearing(case)}, devant le tribunal judiciaire de {case.commune.title()}, statuant en "
                "référé.",
                case.one(
                    "Faute de comparaître, vous vous exposez à ce qu'une ordonnance soit rendue contre vous sur les "
                    "seuls éléments fournis par votre adversaire.",
                    "Vous pouvez vous faire assister ou représenter par un avocat, votre conjoint, un parent.",
                ),
            ),
            Leaf(),
            Heading(case.one("OBJET DE LA DEMANDE", "Exposé des faits", "I – RAPPEL DES FAITS")),
            *several(
                case,
                2,
                f"Par contrat du {case.short(500, 3000)}, le requérant a donné à bail le logement susdésigné.",
                f"Un commandement de payer visant la clause résolutoire, du {case.short(70, 150)}, est demeuré "
                "infructueux.",
                f"La dette locative s'élève à {case.amount(owed)}, terme courant inclus, selon décompte annexé.",
                "Une copie de la présente assignation est notifiée au représentant de l'État dans le département six "
                "semaines au moins avant l'audience.",
                "La commission de coordination des actions de prévention des expulsions a été saisie.",
            ),
            Heading(case.one("PAR CES MOTIFS", "IL EST DEMANDÉ AU JUGE DE")),
            *several(
                case,
                2,
                "CONSTATER l'acquisition de la clause résolutoire et la résiliation du bail ;",
                "ORDONNER l'expulsion du preneur et de tous occupants de son chef, au besoin avec la force publique ;",
                f"CONDAMNER par provision au paiement de {case.amount(owed)}, outre une indemnité d'occupation ;",
                "DIRE n'y avoir lieu à délais, sauf reprise du paiement du loyer courant.",
            ),
        ),
        references=(f"MD : {case.number(6)}", f"Acte n° {case.number(5)}"),
        signer=case.one("Le commissaire de justice", "L'huissier de justice"),
        seal=("COMMISSAIRE", "DE JUSTICE"),
        numbered=True,
    )


def _on_the_merits_of_years_past(case: Case) -> Paper:
    return Paper(
        "MOT-ASS",
        None,
        case.one("S.C.P. – HUISSIERS DE JUSTICE", f"{case.third()} – Huissier de justice", "TRIBUNAL D'INSTANCE"),
        case.one(
            "Assignation",
            "Assignation devant le tribunal d'instance",
            "Citation devant le tribunal",
            "ASSIGNATION AU FOND",
        ),
        (
            *texts(
                f"{case.one('L’an', 'L’AN')} {spelled_day(case.day(20, 90))},",
                f"À la demande de {case.home.bailleur}, propriétaire, "
                f"{case.one('pour qui domicile est élu', 'agissant')} "
                f"{case.one('en mon étude', 'par son gérant', 'poursuites et diligences de son syndic')},",
                f"J'ai, huissier de justice soussigné, donné assignation à {case.named(case.who)}, "
                f"{case.home.metier.lower()}, locataire, {case.address},",
                f"À comparaître devant Monsieur le Président du Tribunal d'Instance, {_hearing(case)}.",
            ),
            *several(
                case,
                3,
                "Attendu que le locataire ne règle plus régulièrement ses loyers malgré plusieurs lettres de rappel ;",
                "Attendu que les troubles de voisinage constatés justifient la résiliation judiciaire du contrat ;",
                "Attendu que le congé délivré dans les formes légales est resté sans effet et que le preneur se "
                "maintient ;",
                "Attendu que l'assurance des risques locatifs n'a pas été justifiée ;",
                "Prononcer la résiliation du bail aux torts du preneur, ordonner son départ et celui de ses biens ;",
                f"S'entendre condamner à payer {case.sum(900, 4500)} d'arriérés, {case.sum(200, 600)} au titre de "
                "l'article 700 et les dépens, exécution provisoire ordonnée. SOUS TOUTES RÉSERVES.",
            ),
            Text(case.one("Coût de l'acte : ", "Coût – décret du 12 décembre 1996 : ") + case.sum(60, 95)),
        ),
        references=(f"Dossier {case.number(5)}",) if case.some(0, 1) else (),
        signer="L'huissier",
        seal=("HUISSIER",),
    )


def _by_social_landlord(case: Case) -> Paper:
    met = case.some(0, 1) == 0
    rows = tuple((case.month(back).capitalize(), case.amount(case.home.loyer), case.sum(0, 250)) for back in range(4))
    return Paper(
        "MOT-ASS",
        None,
        case.one("OFFICE PUBLIC DE L'HABITAT – Contentieux", "ESH HABITAT DU VAL – service juridique", *_OFFICERS),
        case.one(
            "Assignation aux fins de résiliation et d'expulsion",
            "Acte de signification d'une assignation",
            "Assignation – procédure orale",
            "Assignation JCP",
        ),
        (
            Fields(
                (
                    (case.one("Demandeur", "Requérant"), case.one("Office public de l'habitat", case.home.bailleur)),
                    (case.one("Défendeur", "Assigné(e)"), case.who.full),
                    (case.one("Juridiction", "Tribunal"), f"Tribunal de {case.commune.title()}"),
                    (case.one("Audience", "Date et heure"), f"{case.ahead(65, 150)} à {case.some(9, 14)} h"),
                )
            ),
            Table((("Terme", "Loyer et charges", "Réglé"), *rows), (2, 2, 2)),
            *several(
                case,
                2,
                "Le défendeur est invité à se présenter muni de ses justificatifs de ressources et de paiement.",
                "Un diagnostic social et financier est établi avant l'audience : contactez le travailleur social.",
                "Le juge peut accorder des délais de paiement dans la limite de trois années (article 24 de la loi du "
                "6 juillet 1989) et suspendre les effets de la clause.",
                "L'aide juridictionnelle peut être demandée au bureau établi près le tribunal.",
                "La caisse d'allocations familiales a été avisée de l'impayé.",
            ),
            Leaf(),
            Heading(case.one("Modalités de remise de l'acte", "PROCÈS-VERBAL DE SIGNIFICATION", "Remise de l'acte")),
            Choices(
                (
                    ("À personne", met),
                    ("À domicile, à une personne présente qui a accepté l'acte", False),
                    ("À l'étude : avis de passage laissé, lettre de l'article 658 adressée", not met),
                )
            ),
            Text(f"Le domicile est certain : nom sur {case.one('la boîte aux lettres', 'l’interphone', 'la porte')}."),
        ),
        references=(f"Réf. locataire {case.number(8)}",),
        signer=case.one("Le commissaire de justice", "L'huissier de justice", "Le clerc assermenté"),
    )


WRITERS: Writers = {
    "MOT-ASS": to_learn(_in_urgent_proceedings, _on_the_merits_of_years_past, _by_social_landlord),
}
