"""Civil unions made and undone, to test on: the town hall's, the notary's, the former district court's."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Text
from training.papers.kin import couple, former_couple
from training.papers.wording import texts
from training.papers.writers import Writers, to_test
from training.people import Someone


def _partner(number: int, who: Someone) -> tuple[Heading | Fields, ...]:
    return (
        Heading(f"Partenaire {number}"),
        Fields(
            (
                ("Nom et prénom(s)", f"{who.nom.upper()} {who.prenoms.replace(' ', ', ')}"),
                (f"{who.born.title()} le", f"{short_date(who.naissance)} à {who.lieu}"),
            )
        ),
    )


def _union_at_a_town_hall(case: Case) -> Paper:
    one, other = couple(case)
    town, day = case.commune.title(), case.day(60, 2200)
    return Paper(
        "FAM-PAC",
        None,
        f"MAIRIE DE {town.upper()}",
        "Récépissé d'enregistrement d'une déclaration de pacte civil de solidarité",
        (
            Text("Articles 515-1 à 515-7 du code civil"),
            Text(
                f"L'officier de l'état civil de la commune de {town} certifie avoir enregistré la déclaration "
                "conjointe de conclusion d'un pacte civil de solidarité souscrite par :"
            ),
            *_partner(1, one),
            *_partner(2, other),
            Fields(
                (
                    ("Date d'enregistrement", long_date(day)),
                    ("Numéro d'enregistrement", f"{day.year}-PACS-{case.number(4)}"),
                    ("Résidence commune", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            *texts(
                "La convention a été visée par l'officier de l'état civil et restituée aux partenaires. Il n'en est "
                "pas conservé de copie ; il appartient aux partenaires d'en assurer la conservation.",
                "Le pacte est porté en marge de l'acte de naissance de chaque partenaire. Il produit effet entre les "
                "parties à compter de son enregistrement et n'est opposable aux tiers qu'à compter du jour où les "
                "formalités de publicité sont accomplies.",
            ),
        ),
        lines=("Service état civil - Formalités administratives", case.address.split(",")[-1].strip()),
        signer=case.one("Pour le maire, l'officier de l'état civil délégué", "L'officier de l'état civil"),
        seal=("MAIRIE", town.upper()),
        foot="Conservez ce récépissé : il ne sera pas délivré de duplicata. Une attestation peut être demandée par "
        "extrait d'acte de naissance avec mention du PACS.",
    )


def _union_at_a_notary(case: Case) -> Paper:
    one, other = couple(case)
    day, notary, town = case.day(40, 2500), case.third(), case.commune.title()
    regime = case.one("de la séparation des patrimoines", "de l'indivision des acquêts")
    return Paper(
        "FAM-PAC",
        None,
        f"Maître {notary}",
        "Attestation d'enregistrement de PACS",
        (
            Text(f"Je soussigné, Maître {notary}, notaire à {town}, certifie et atteste que :"),
            Text(
                f"Aux termes d'un acte authentique reçu par moi le {long_date(day)}, {case.known(one)}, et "
                f"{case.known(other)}, demeurant ensemble à {case.address}, ont conclu un pacte civil de solidarité "
                "régi par les articles 515-1 et suivants du code civil."
            ),
            Fields(
                (
                    ("Régime patrimonial", regime),
                    ("Date d'effet entre les partenaires", long_date(day)),
                    ("Numéro d'enregistrement", f"{case.number(6)} {case.number(2)} {day.year}"),
                )
            ),
            *texts(
                "La déclaration conjointe de conclusion a été enregistrée ce même jour par le notaire soussigné, qui "
                "a procédé aux formalités de publicité auprès des officiers de l'état civil détenteurs des actes de "
                "naissance des partenaires.",
                case.one(
                    "En foi de quoi la présente attestation est délivrée pour servir et valoir ce que de droit.",
                    "La présente attestation est délivrée aux partenaires, sur leur demande, pour valoir ce que de "
                    "droit.",
                ),
            ),
        ),
        lines=(f"Notaire à {town}", "Successeur de Maître " + case.third(), f"Tél. 01 99 00 {case.number(2)} 40"),
        references=(f"Dossier : PACS {one.nom.upper()}/{other.nom.upper()}", f"Réf. {case.number(5)}/{case.number(2)}"),
        signer=f"Maître {notary}, notaire",
        seal=("NOTAIRE", town.upper()),
        foot="Office notarial - Membre d'une association agréée, le règlement des honoraires par chèque est accepté. "
        "L'office traite vos données pour l'accomplissement de ses activités notariales.",
    )


def _union_undone_at_a_town_hall(case: Case) -> Paper:
    one, other = former_couple(case)
    day, made, town = case.day(5, 300), case.day(900, 3000), case.commune.title()
    how = case.one("déclaration conjointe", "décision unilatérale signifiée par commissaire de justice")
    return Paper(
        "FAM-RPA",
        None,
        f"VILLE DE {town.upper()}",
        case.one(
            "Récépissé d'enregistrement de la dissolution d'un pacte civil de solidarité",
            "Dissolution de pacte civil de solidarité - Récépissé",
        ),
        (
            Text("Article 515-7 du code civil - Décret n° 2006-1806 du 23 décembre 2006 modifié"),
            *_partner(1, one),
            *_partner(2, other),
            *texts(
                f"Ayant conclu un PACS enregistré le {long_date(made)} à {town} sous le n° "
                f"{made.year}-{case.number(3)}.",
                "L'officier de l'état civil soussigné a enregistré ce jour la dissolution du pacte, intervenue par "
                f"{how}.",
            ),
            Fields((("Date d'enregistrement", long_date(day)), ("Numéro", f"D-{day.year}-{case.number(3)}"))),
            *texts(
                "La dissolution prend effet, dans les rapports entre les partenaires, à la date de son "
                "enregistrement. Elle est opposable aux tiers à partir du jour où les formalités de publicité ont "
                "été accomplies.",
                "Les partenaires procèdent eux-mêmes à la liquidation des droits et obligations résultant du pacte. "
                "À défaut d'accord, le juge statue sur les conséquences patrimoniales de la rupture.",
            ),
        ),
        lines=("Direction de la population", "Bureau de l'état civil - PACS"),
        letter=case.one("oui", "non") == "oui",
        signer="L'officier de l'état civil",
        seal=("ÉTAT CIVIL", town.upper()),
    )


WRITERS: Writers = {
    "FAM-PAC": to_test(_union_at_a_town_hall, _union_at_a_notary),
    "FAM-RPA": to_test(_union_undone_at_a_town_hall),
}
