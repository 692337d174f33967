"""Civil partnerships: their recording and their end (FAM-PAC, FAM-RPA)."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.kin import couple, former_couple
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _receipt_of_town_hall(case: Case) -> Paper:
    one, other = couple(case)
    day = case.long(60, 3000)
    return Paper(
        "FAM-PAC",
        None,
        f"MAIRIE DE {case.commune}",
        "Récépissé d'enregistrement d'un pacte civil de solidarité",
        (
            Text(
                f"L'officier de l'état civil de la commune de {case.commune.title()} atteste que la déclaration "
                f"conjointe de conclusion d'un pacte civil de solidarité (PACS) entre :"
            ),
            Fields(
                (
                    ("Partenaire 1", f"{one.nom.upper()} {one.prenoms}"),
                    (f"{one.born.capitalize()} le", f"{short_date(one.naissance)} à {one.lieu}"),
                    ("Partenaire 2", f"{other.nom.upper()} {other.prenoms}"),
                    (f"{other.born.capitalize()} le", f"{short_date(other.naissance)} à {other.lieu}"),
                    ("Résidence commune", case.address),
                )
            ),
            *texts(
                f"a été enregistrée le {day} sous le numéro {case.year}-{case.number(4)}, conformément aux articles "
                "515-1 à 515-7-1 du code civil.",
                "La convention des partenaires a été visée et restituée. Le PACS produit effet entre les partenaires à "
                "compter de son enregistrement et est opposable aux tiers à compter des formalités de publicité en "
                "marge de l'acte de naissance.",
            ),
        ),
        references=(f"N° d'enregistrement : {case.number(6)}",),
        signer="L'officier de l'état civil",
        seal=(f"MAIRIE DE {case.commune}", "PACS"),
    )


def _agreement_of_partners(case: Case) -> Paper:
    one, other = couple(case)
    return Paper(
        "FAM-PAC",
        None,
        "",
        "Convention de pacte civil de solidarité",
        (
            Filled(
                (
                    ("Nous soussignés, 1er partenaire", f"{one.prenom} {one.nom}"),
                    ("né(e) le, à", f"{short_date(one.naissance)} {one.lieu}"),
                    ("2nd partenaire", f"{other.prenom} {other.nom}"),
                    ("né(e) le, à", f"{short_date(other.naissance)} {other.lieu}"),
                )
            ),
            Text("concluons un pacte civil de solidarité régi par les articles 515-1 et suivants du code civil."),
            Heading("Modalités de l'aide matérielle"),
            Choices(
                (
                    ("l'aide matérielle est proportionnelle aux facultés respectives", True),
                    ("autre organisation", False),
                )
            ),
            Heading("Régime des biens"),
            Choices((("régime légal de la séparation des patrimoines", True), ("régime de l'indivision", False))),
            Text(
                "Chaque partenaire est tenu solidairement des dettes contractées pour les besoins de la vie courante."
            ),
            Filled((("Fait à, le", f"{case.commune.title()} {case.short(60, 900)}"),)),
        ),
        form="cerfa n° 15726*02",
        signer="Signatures des partenaires",
        foot="Convention-type de PACS. Les données sont traitées par l'officier de l'état civil de la commune.",
    )


def _pacs_by_notary(case: Case) -> Paper:
    one, other = couple(case)
    return Paper(
        "FAM-PAC",
        None,
        f"Maître {case.third()}, notaire",
        "Attestation de PACS",
        texts(
            f"Le notaire soussigné atteste avoir reçu ce jour, en la forme authentique, la convention par laquelle "
            f"{case.named(one)}, {case.born(one)}, et {case.named(other)}, {case.born(other)}, demeurant ensemble à "
            f"{case.address}, ont conclu un pacte civil de solidarité.",
            f"La déclaration conjointe a été enregistrée à l'office le {case.long(30, 2000)} et les formalités de "
            "publicité prévues à l'article 515-3-1 du code civil ont été accomplies auprès des mairies de naissance.",
            "Les partenaires ont opté pour l'indivision de leurs acquisitions. En foi de quoi la présente attestation "
            "leur est remise pour valoir ce que de droit, notamment auprès de l'administration fiscale, de leur "
            "employeur et des bailleurs.",
        ),
        lines=("Office notarial", case.address, f"Tél. 01 99 00 {case.number(2)} {case.number(2)}"),
        references=(f"Dossier {case.number(6)}",),
        letter=True,
        signer="Le notaire",
        seal=("OFFICE NOTARIAL", case.commune),
    )


def _pacs_by_court(case: Case) -> Paper:
    one, other = couple(case)
    return Paper(
        "FAM-PAC",
        None,
        f"TRIBUNAL D'INSTANCE DE {case.commune}",
        "Attestation d'inscription au registre des PACS",
        (
            Text("Le greffier en chef du tribunal certifie l'inscription, au registre tenu au greffe, de :"),
            Table(
                (
                    ("", "Premier", "Second"),
                    ("Nom", one.nom.upper(), other.nom.upper()),
                    ("Prénoms", one.prenoms, other.prenoms),
                    ("Date de naissance", short_date(one.naissance), short_date(other.naissance)),
                    ("Ville de naissance", one.lieu, other.lieu),
                ),
                (1.5, 2, 2),
            ),
            Fields(
                (
                    ("Date d'inscription", case.long(2700, 4500)),
                    ("Numéro au registre", f"{case.number(4)} / PCS"),
                    ("Modifications ultérieures", "Aucune"),
                    ("Dissolution", "Aucune à ce jour"),
                )
            ),
            Text("Délivrée en application de la loi n° 99-944 du 15 novembre 1999 et du décret n° 99-1089."),
        ),
        lines=("Greffe",),
        signer="Le greffier en chef",
        seal=("TRIBUNAL D'INSTANCE", "GREFFE"),
    )


def _joint_declaration(case: Case) -> Paper:
    one, other = couple(case)
    return Paper(
        "FAM-PAC",
        None,
        "MINISTÈRE DE LA JUSTICE",
        "Déclaration conjointe de PACS",
        (
            Text("À remettre, avec la convention, à l'officier de l'état civil du lieu de votre résidence commune."),
            Heading("Premier partenaire"),
            Filled((("Nom", one.nom), ("Prénoms", one.prenoms), ("Né(e) le", short_date(one.naissance)))),
            Heading("Second partenaire"),
            Filled((("Nom", other.nom), ("Prénoms", other.prenoms), ("Né(e) le", short_date(other.naissance)))),
            Filled((("Adresse commune", case.home.rue), ("Ville", case.home.ville))),
            Leaf(),
            Heading("Attestations sur l'honneur"),
            Text(
                "Nous attestons n'avoir entre nous aucun lien de parenté ou d'alliance (article 515-2 du code civil)."
            ),
            Choices((("Nous fixons notre résidence commune à l'adresse ci-dessus", True), ("PACS antérieur", False))),
            Heading("Cadre réservé à l'administration"),
            Fields((("PACS enregistré le", case.short(30, 1500)), ("sous le n°", case.number(8)))),
        ),
        references=("Formulaire n° 15725*03",),
        signer="L'autorité d'enregistrement",
        seal=("ENREGISTRÉ", case.commune),
        numbered=True,
    )


def _end_of_pacs(case: Case) -> Paper:
    one, other = former_couple(case)
    cause = case.one(
        "déclaration conjointe des partenaires", "décision unilatérale d'un partenaire, signifiée par huissier"
    )
    title = case.one(
        "Récépissé d'enregistrement de la dissolution d'un pacte civil de solidarité", "Dissolution du PACS – récépissé"
    )
    return Paper(
        "FAM-RPA",
        None,
        f"MAIRIE DE {case.commune}",
        title,
        (
            Text("L'officier de l'état civil soussigné atteste que le pacte civil de solidarité conclu entre :"),
            Text(f"{case.known(one)}, à {one.lieu},"),
            Text(f"et {case.known(other)}, à {other.lieu},"),
            Fields(
                (
                    ("PACS enregistré le", case.short(900, 3000)),
                    ("Sous le numéro", case.number(7)),
                    ("Motif de la dissolution", case.one("Article 515-7 du code civil", "Déclaration de rupture")),
                )
            ),
            *texts(
                f"est dissous depuis le {long_date(case.day(30, 700))}, par {cause}.",
                "La dissolution prend effet, dans les rapports entre les partenaires, à la date de son enregistrement. "
                "Les partenaires procèdent eux-mêmes à la liquidation des droits et obligations résultant du PACS. "
                "Mention en sera portée en marge de leur acte de naissance.",
            ),
        ),
        references=(f"N° {case.year}/{case.number(3)}",),
        form=case.one("cerfa n° 15789*01", ""),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", case.commune),
    )


WRITERS: Writers = {
    "FAM-PAC": to_learn(
        _receipt_of_town_hall, _agreement_of_partners, _pacs_by_notary, _joint_declaration, _pacs_by_court
    ),
    "FAM-RPA": to_learn(_end_of_pacs),
}
