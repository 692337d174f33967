"""More acts of marriage: copies in full, extracts in many languages, from abroad with translation, of OFPRA."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.kin import couple, parents, wedding
from training.papers.several import several
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _presented(case: Case, who: Someone) -> str:
    mother, father = parents(case, who)
    trade = case.one("sans profession", "employé(e)", "maçon", "cuisinier", "étudiant(e)", "secrétaire")
    return (
        f"{who.prenoms} {who.nom.upper()}, {trade}, {who.born} à {who.lieu} le {spelled_day(who.naissance)}, domicile "
        f"{case.one('à ' + case.commune.title(), case.address)}, {case.one('célibataire', 'divorcé(e)', 'veuf')}, "
        f"{who.gendered('fille', 'fils')} de {father.full} {case.one('et de', 'et')} {mother.full}"
    )


def _copy_in_full(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        case.one(f"MAIRIE DE {case.commune}", f"Département – {case.commune.title()}", "REGISTRE DES MARIAGES"),
        case.one("Copie intégrale", "Acte de mariage", f"Mariage n° {case.some(2, 300)}", "Copie d'acte de mariage"),
        (
            Text(f"{husband.nom.upper()} {husband.prenom}  –  {wife.nom.upper()} {wife.prenom}", bold=True),
            *texts(
                f"Le {spelled_day(day)} à {spelled(case.some(9, 17))} heures, devant Nous, ont comparu en "
                f"la maison commune : {_presented(case, husband)}, d'une part, et {_presented(case, wife)}, d'autre "
                "part.",
                case.one(
                    "Les futurs époux déclarent qu'un contrat de mariage n'a pas été fait.",
                    f"Un contrat a été reçu par Maître {case.third()}, notaire.",
                ),
                "Ils ont déclaré l'un après l'autre vouloir se prendre pour époux et Nous avons prononcé, au nom de la "
                f"loi, qu'ils sont unis par le mariage, en présence de {case.third()} et {case.third()}, témoins.",
            ),
            Heading(case.one("Mentions", "Mentions marginales")),
            Text(
                case.one(
                    "Néant.",
                    f"Mariage dissous par jugement de divorce rendu le {case.long(60, 400)}.",
                    "Régime matrimonial : séparation de biens, acte de changement homologué.",
                )
            ),
        ),
        references=(f"Année {day.year}, acte {case.number(3)}",),
        signer=case.one("L'officier de l'état civil", "Pour copie conforme"),
        seal=("MAIRIE", case.commune),
    )


def _extract_of_town(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    rows = (
        (case.one("Nom", "Nom de famille"), husband.nom.upper(), wife.nom.upper()),
        ("Prénoms", husband.prenoms, wife.prenoms),
        (case.one("Né(e) le", "Naissance"), short_date(husband.naissance), short_date(wife.naissance)),
        ("à", husband.lieu, wife.lieu),
    )
    return Paper(
        "FAM-MAR",
        None,
        case.one(f"Ville de {case.commune.title()}", "ÉTAT CIVIL", f"MAIRIE DE {case.commune} – Guichet unique"),
        case.one(
            "Extrait d'acte de mariage",
            "Extrait d'acte de mariage avec filiation",
            "Extrait des minutes des mariages",
            "Bulletin de mariage",
        ),
        (
            Fields(((case.one("Date du mariage", "Célébré le"), long_date(day)), ("Acte n°", str(case.some(2, 400))))),
            Table((("", case.one("Époux", "Conjoint 1"), case.one("Épouse", "Conjoint 2")), *rows), (2, 3, 3)),
            *several(
                case,
                1,
                "Contrat de mariage : non.",
                "Mentions marginales : néant.",
                f"Délivré conforme au registre le {short_date(case.desk.day)}.",
                "Exempt de timbre. Ne remplace pas le livret de famille, qui est remis aux époux.",
                "Extrait issu d'un traitement automatisé de l'état civil.",
            ),
        ),
        signer=case.one("L'agent délégué", "L'officier de l'état civil", ""),
        seal=("ETAT CIVIL",),
    )


def _in_many_languages(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    rows = (
        ("4", "Date et lieu du mariage / Date and place of the marriage", f"{day:%d %m %Y}"),
        ("", "", case.commune.title()),
        ("5", "Mari / Husband / Ehemann / Marido", ""),
        ("6", "Nom avant le mariage / Name before the marriage", husband.nom.upper()),
        ("7", "Prénoms / Forenames", husband.prenoms),
        ("8", "Date et lieu de naissance / Date and place of birth", f"{husband.naissance:%d %m %Y}"),
        ("5", "Femme / Wife / Ehefrau / Mujer / Mulher", ""),
        ("6", "Nom avant le mariage / Name before the marriage", wife.nom.upper()),
        ("7", "Prénoms / Forenames", wife.prenoms),
        ("9", "Nom après le mariage / Name following the marriage", case.one(husband.nom.upper(), "/")),
        ("11", "Autres énonciations / Other particulars", case.one("", "Sc", "/")),
    )
    return Paper(
        "FAM-MAR",
        None,
        case.one("FRANCE – Service de l'état civil", "1 État FRANCE   2 " + case.commune, "MINISTERSTWO – URZĄD STANU"),
        case.one("Extrait plurilingue d'acte de mariage", "3 Extrait de l'acte de mariage n°", "Formule B"),
        (
            Table((("", "", ""), *rows), (0.4, 4.2, 2.2)),
            *several(
                case,
                0,
                "Symbols: Jo Day, Mo Month, An Year, Sc Legal separation, Div Divorce, A Annulment, D Death.",
                "Convention relative à la délivrance d'extraits plurilingues d'actes de l'état civil.",
                f"12 Date de délivrance, signature, sceau {short_date(case.desk.day)}",
            ),
        ),
        seal=("ETAT CIVIL",),
    )


def _translated_from_abroad(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        case.one(
            "ROYAUME DU MAROC – Section de la justice de la famille", "RÉPUBLIQUE ALGÉRIENNE", "TRADUCTION DE L'ARABE"
        ),
        case.one(
            "Acte de mariage",
            "Extrait d'acte de mariage – traduction",
            "Acte adoulaire de mariage",
            "Certificat de mariage",
        ),
        (
            *texts(
                "Louange à Dieu. Les deux adouls soussignés ont reçu le présent acte, "
                f"consigné au registre des mariages n° {case.some(10, 90)}, folio {case.some(1, 400)}."
                if case.some(0, 1)
                else f"Acte dressé à {husband.lieu} le {long_date(day)}, sous le n° {case.number(4)}.",
                f"L'époux : {husband.full}, {husband.born} le {long_date(husband.naissance)} à {husband.lieu}.",
                f"L'épouse : {wife.full}, {wife.born} le {long_date(wife.naissance)} à {wife.lieu}.",
                case.one(
                    f"Dot (sadaq) : {case.some(2, 30)} 000 dirhams, dont l'épouse donne quittance.",
                    "Les conjoints ont opté pour le régime de la monogamie et de la séparation de biens.",
                    f"Témoins : {case.third()} et {case.third()}. Le tuteur matrimonial (wali) a consenti.",
                ),
            ),
            *((Leaf(),) if case.some(0, 1) else ()),
            *several(
                case,
                1,
                f"Traduit par {case.third()}, expert judiciaire assermenté, n° {case.number(4)}. Ne varietur.",
                "Homologué par le juge notaire chargé du notariat.",
                "Vu pour la légalisation. Ministère des affaires étrangères.",
                "Marginalement : aucune mention de divorce ou de répudiation.",
            ),
        ),
        signer=case.one("Le traducteur", "Les adouls", "L'officier de l'état civil"),
        seal=("EXPERT", "TRADUCTEUR"),
    )


def _of_protected_or_abroad(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    office = case.some(0, 1)
    return Paper(
        "FAM-MAR",
        None,
        "OFPRA – Protection des réfugiés et apatrides"
        if office
        else "Ministère – SERVICE CENTRAL D'ÉTAT CIVIL, Nantes",
        case.one("Certificat de mariage", "Certificat tenant lieu d'acte de mariage")
        if office
        else case.one("Acte de mariage transcrit", "Transcription de mariage", "Acte de mariage"),
        texts(
            f"{husband.nom.upper()} {husband.prenoms}, né le {short_date(husband.naissance)} à {husband.lieu}",
            case.one("et", "a épousé", "s'est uni par le mariage à"),
            f"{wife.nom.upper()} {wife.prenoms}, née le {short_date(wife.naissance)} à {wife.lieu},",
            f"le {long_date(day)} à {husband.lieu}, {case.one('selon la loi du pays', 'devant l’autorité locale')}.",
            "Délivré en vertu de l'article L. 121-9 du CESEDA, ce certificat a la valeur d'un acte authentique."
            if office
            else f"Transcription faite le {case.long(60, 500)} par l'officier de l'état civil consulaire ; opposable "
            "aux tiers en France.",
            *(("Régime matrimonial : non communiqué.",) if case.some(0, 1) else ()),
        ),
        references=(f"{case.one('Dossier', 'Référence', 'N°')} {case.number(8)}",),
        signer=case.one("L'officier de protection", "Le directeur") if office else "L'officier de l'état civil",
        seal=("ETAT CIVIL",),
    )


WRITERS: Writers = {
    "FAM-MAR": to_learn(
        _copy_in_full, _extract_of_town, _in_many_languages, _translated_from_abroad, _of_protected_or_abroad
    ),
}
