"""Marriages and PACS in many words: extracts, forms from abroad, town halls, notaries and courts of old."""

from __future__ import annotations

from datetime import date

from training.desk import long_date, short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.kin import couple, parents, wedding
from training.papers.registry_asides import MARRIAGE, PACS
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

FIRST_PACS = date(1999, 11, 16)


def _marriage_extract_in_lines(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        case.one(f"MAIRIE DE {case.commune}", f"VILLE DE {case.commune}", f"COMMUNE DE {case.commune}"),
        case.one("Extrait d'acte de mariage", "Mariage - Extrait", "Extrait des registres - Mariage"),
        (
            Text(f"Le {spelled_day(day)} {case.one('a été célébré', 'a été prononcé', 'est inscrit')} le mariage de :"),
            Text(f"{husband.full}, {husband.born} le {short_date(husband.naissance)} à {husband.lieu}", bold=True),
            Text(case.one("et de", "ET", "avec")),
            Text(f"{wife.full}, {wife.born} le {short_date(wife.naissance)} à {wife.lieu}", bold=True),
            Fields(
                (
                    (case.one("Contrat", "Contrat de mariage"), case.one("néant", "Il n'a pas été fait de contrat")),
                    (case.one("Mentions marginales", "Mentions"), case.one("néant", "Aucune", "-")),
                )
            ),
            Text(case.one("Pour extrait conforme.", "Certifié le présent extrait conforme aux registres.")),
        ),
        lines=(case.one("Département", "Service état civil"), case.one("Bureau des mariages", "Hôtel de Ville")),
        references=(f"{case.one('Acte n°', 'Registre n°', 'N°')} {case.number(3)}",),
        signer=case.one("L'Officier de l'état civil délégué", "Le Maire, par délégation", "L'adjoint au maire"),
        seal=("MAIRIE", case.commune),
    )


def _marriage_copy_of_large_town(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    words = []
    for one in (husband, wife):
        mother, father = parents(case, one)
        words.append(
            f"{one.prenoms} {one.nom.upper()}, {case.home.metier.lower()}, {one.born} à {one.lieu} le "
            f"{spelled_day(one.naissance)}, domicilié{one.gendered('e', '')} à {case.address}, "
            f"{one.gendered('fille', 'fils')} de {father.prenoms} {father.nom.upper()} et de {mother.full},"
        )
    consent = case.one(
        "ont déclaré l'un après l'autre vouloir se prendre pour époux et Nous avons prononcé, au nom de la loi, "
        "qu'ils sont unis par le mariage.",
        "Sur notre interpellation, les futurs ont déclaré consentir à se prendre pour époux. Nous les avons déclarés "
        "unis par les liens du mariage.",
    )
    return Paper(
        "FAM-MAR",
        None,
        case.one(f"COMMUNE DE {case.commune}", f"ETAT CIVIL DE {case.commune}"),
        case.one("Copie intégrale", "Acte de mariage - copie intégrale", f"MARIAGE N° {case.number(3)}"),
        (
            Text(f"{husband.nom.upper()} / {wife.nom.upper()}", bold=True),
            *texts(
                f"Le {spelled_day(day)}, à {case.one('quinze heures', 'onze heures trente')}, devant Nous ont comparu "
                "publiquement en la maison commune :",
                *words,
                f"{consent} Contrat de mariage : {case.one('sans objet', 'certificat produit')}.",
                f"En présence de {case.third()} et de {case.third()}, témoins majeurs. Lecture faite, et invités à "
                f"lire l'acte, les époux et les témoins ont signé avec Nous, {case.third()}, officier de l'état civil.",
            ),
        ),
        references=(f"Délivrée selon procédé informatisé le {case.short(2, 60)}",),
        signer=case.one("L'officier de l'état civil", "Pour le Maire, l'agent délégué"),
        seal=("ETAT CIVIL", case.commune),
    )


def _marriage_form_of_many_languages(case: Case) -> Paper:
    wife, husband = couple(case)

    def row(label: str, his: str, hers: str) -> tuple[str, str, str]:
        return label, his, hers

    return Paper(
        "FAM-MAR",
        None,
        case.one("CONVENTION INTERNATIONALE DE VIENNE", "COMMISSION INTERNATIONALE DE L'ETAT CIVIL"),
        case.one("Extrait de l'acte de mariage / Extract of marriage", "Formule B - Extrait plurilingue de mariage"),
        (
            Fields(
                (
                    ("1  Etat / State / Staat", case.one("FRANCE", "PORTUGAL", "ESPANA", "POLSKA", "ROMANIA")),
                    ("2  Service / Registry", wife.lieu),
                    ("4  Date du mariage", short_date(wedding(case, wife, husband))),
                )
            ),
            Table(
                (
                    ("", "5  Mari / Husband / Esposo", "6  Femme / Wife / Esposa"),
                    row("7 Nom avant le mariage", husband.nom.upper(), wife.nom.upper()),
                    row("8 Prénoms", husband.prenoms, wife.prenoms),
                    row("9 Date de naissance", short_date(husband.naissance), short_date(wife.naissance)),
                    row("10 Lieu de naissance", husband.lieu, wife.lieu),
                    row("11 Nom après le mariage", husband.nom.upper(), husband.nom.upper()),
                ),
                (1.3, 1.6, 1.6),
            ),
            Text("12  Autres énonciations de l'acte / Other particulars : SC - A - Dm - D (voir symboles au verso)"),
        ),
        references=(f"3  Acte n° / Entry no. {case.number(4)}",),
        signer=case.one("Date de délivrance, signature, sceau", "13  Date of issue, signature, seal"),
        seal=("REGISTRO CIVIL",),
    )


def _translation_of_a_marriage(case: Case) -> Paper:
    wife, husband = couple(case)
    tongue = case.one("l'arabe", "le portugais", "le turc", "le russe", "l'anglais", "le vietnamien", "le polonais")
    land = case.one("République", "Royaume", "Province de " + wife.lieu)
    return Paper(
        "FAM-MAR",
        None,
        case.one("Expert traducteur interprète", f"Cabinet de traduction {case.third()}", "TRADUCTION CERTIFIEE"),
        case.one("Certificat de mariage", "Contrat de mariage (acte adoulaire)", "Traduction d'un acte de mariage"),
        (
            Text(f"Traduit de {tongue} - {case.one('sceau', 'en-tête', 'timbre fiscal')} : {land}, Etat civil"),
            *texts(
                f"{case.one('Il est certifié que', 'Louange à Dieu. Les deux témoins attestent que')} le "
                f"{long_date(wedding(case, wife, husband))} M. {husband.full}, {husband.born} à {husband.lieu}, "
                f"de profession {case.home.metier}, a épousé Mlle {wife.full}, fille de {case.third()}.",
                case.one("Dot : convenue et perçue.", "Régime : séparation des biens.", "Témoins : deux, majeurs."),
            ),
            Fields((("Registre", case.number(2)), ("Feuillet", case.number(3)), ("Acte", case.number(4)))),
            Text(
                case.one(
                    "Je soussigné, traducteur assermenté près la cour d'appel, certifie la présente traduction "
                    f"conforme à l'original. Ne varietur n° {case.number(5)}.",
                    f"Traduction conforme à l'original vu et paraphé sous le n° {case.number(4)}. Expert judiciaire.",
                )
            ),
        ),
        signer=case.one("Le traducteur assermenté", "L'expert traducteur près la cour d'appel"),
        seal=("TRADUCTEUR", "EXPERT"),
    )


def _partners(case: Case) -> tuple[Someone, Someone, str]:
    one, other = couple(case)
    return one, other, short_date(max(wedding(case, one, other), FIRST_PACS))


def _pacs_receipt_of_town_hall(case: Case) -> Paper:
    one, other, day = _partners(case)
    return Paper(
        "FAM-PAC",
        None,
        case.one(f"Mairie de {case.commune.title()}", f"Ville de {case.commune.title()} - Etat civil"),
        case.one("Récépissé d'enregistrement", "Récépissé de PACS", "PACS - récépissé de déclaration conjointe"),
        (
            Text(
                f"L'officier de l'état civil {case.one('certifie avoir reçu', 'a enregistré')} ce jour, {day}, la "
                "déclaration conjointe par laquelle :"
            ),
            Fields(((case.one("Partenaire 1", "D'une part"), case.known(one)),)),
            Fields(((case.one("Partenaire 2", "D'autre part"), case.known(other)),)),
            *texts(
                f"{case.one('ont déclaré conclure', 'sont convenus de conclure')} un pacte civil de solidarité et fixer"
                f" leur résidence commune à {case.address}.",
                case.one(
                    "La convention, visée, leur a été restituée. La mairie n'en garde pas copie.",
                    "Le pacte prend effet entre les partenaires à cette date ; il est porté en marge des naissances.",
                ),
            ),
        ),
        references=(f"{case.one('Enregistré sous le n°', 'N° PACS')} {case.year - 2}-{case.number(4)}",),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", case.commune),
        foot="Articles 515-1 à 515-7-1 du code civil.",
    )


def _pacs_attested_by_notary(case: Case) -> Paper:
    one, other, day = _partners(case)
    return Paper(
        "FAM-PAC",
        None,
        case.one(f"SCP {case.third()}, notaires associés", f"Office notarial de {case.commune.title()}"),
        case.one("Attestation", "Attestation de conclusion de PACS", "Attestation notariée"),
        texts(
            f"Je soussigné{case.one('e', '')} Maître {case.third()}, notaire à {case.commune.title()}, atteste que :",
            f"Aux termes d'un acte reçu en l'étude le {day}, {case.known(one)} et {case.known(other)} ont conclu un "
            f"pacte civil de solidarité sous le régime de {case.one('la séparation de biens', 'biens indivis')}.",
            f"La déclaration a été enregistrée par mes soins le même jour sous le numéro {case.number(6)} et la mention"
            " en a été demandée aux officiers de l'état civil des lieux de naissance des partenaires.",
            case.one("En foi de quoi j'ai délivré la présente.", "Attestation délivrée pour servir et valoir."),
        ),
        lines=(case.home.rue, case.home.ville),
        references=(f"Dossier {case.number(6)} / {case.one('CL', 'AB', 'MV')}",),
        signer=case.one("Le notaire", "Pour l'office, le clerc habilité"),
        seal=("NOTAIRE", case.commune),
    )


def _pacs_of_district_court(case: Case) -> Paper:
    one, other, _ = _partners(case)
    return Paper(
        "FAM-PAC",
        None,
        case.one("TRIBUNAL D'INSTANCE", f"TRIBUNAL D'INSTANCE DE {case.commune}"),
        case.one("Attestation d'inscription d'un PACS", "Certificat d'inscription au registre des PACS"),
        (
            Text(
                f"Le greffier en chef atteste de l'{case.one('inscription', 'enregistrement')}, au registre prévu par "
                f"l'article 515-3 du Code civil (loi n° 99-944 du 15 novembre 1999), du pacte conclu entre :"
            ),
            Table(
                (
                    ("Nom et prénoms", "Né(e) le", "à"),
                    (one.full, short_date(one.naissance), one.lieu),
                    (other.full, short_date(other.naissance), other.lieu),
                ),
                (2, 1, 1.4),
            ),
            Fields((("Date d'inscription", f"{case.some(1, 28):02d}/0{case.some(1, 9)}/{case.some(2000, 2016)}"),)),
            Text(case.one("Modification : néant. Dissolution : néant.", "Ce pacte n'a pas été dissous à ce jour.")),
        ),
        lines=("Greffe", case.home.ville),
        references=(f"R.G. PACS {case.number(2)}/{case.number(4)}",),
        signer=case.one("Le greffier", "Le greffier en chef"),
        seal=("TRIBUNAL", "D'INSTANCE"),
    )


def _pacs_convention_of_partners(case: Case) -> Paper:
    one, other, _ = _partners(case)
    shared = case.desk.rng.random() < 0.5
    parts: tuple[Part, ...] = (
        Text(case.one("Nous soussignés,", "Entre nous :", "Les partenaires désignés ci-après :")),
        Filled((("Nom, prénom", one.full), ("né(e) le", short_date(one.naissance)), ("à", one.lieu))),
        Filled((("Nom, prénom", other.full), ("né(e) le", short_date(other.naissance)), ("à", other.lieu))),
        Text("concluons ce pacte, régi par la loi du 15 novembre 1999 modifiée et les articles 515-1 et suivants."),
        Heading(case.one("Aide matérielle", "Article 1 - Vie commune", "Nos engagements")),
        Text("Les partenaires s'engagent à une vie commune et à une aide matérielle proportionnelle à leurs revenus."),
        Heading(case.one("Biens", "Article 2 - Régime des biens", "Ce qui nous appartient")),
        Choices((("séparation des patrimoines", not shared), ("régime de l'indivision (article 515-5-1)", shared))),
    )
    return Paper(
        "FAM-PAC",
        None,
        case.one("Convention-type", "Acte sous seing privé", "Pacte civil de solidarité"),
        case.one("Convention de PACS", "Notre pacte civil de solidarité", "Convention entre partenaires"),
        (*parts, *((Leaf(), Text("Lu et approuvé, en deux exemplaires.")) if case.some(0, 1) else ())),
        form=case.one("cerfa n° 15726*02", "15726*01", ""),
        signer=case.one("Les deux partenaires", "Signatures des partenaires"),
    )


WRITERS: Writers = {
    "FAM-MAR": to_learn(
        *with_asides(
            MARRIAGE,
            _marriage_extract_in_lines,
            _marriage_copy_of_large_town,
            _marriage_form_of_many_languages,
            _translation_of_a_marriage,
        )
    ),
    "FAM-PAC": to_learn(
        *with_asides(
            PACS,
            _pacs_receipt_of_town_hall,
            _pacs_attested_by_notary,
            _pacs_of_district_court,
            _pacs_convention_of_partners,
        )
    ),
}
