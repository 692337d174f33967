"""More acts of birth: copies in full, extracts of town halls, of Nantes, in many languages, from abroad, of OFPRA."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.kin import parents
from training.papers.several import several
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _born_in_france(case: Case) -> Someone:
    """Somebody of whom a town hall keeps the act, when there is one: a child as often as an adult."""
    natives = [who for who in (*case.home.adults, *case.home.enfants) if who.nation == "FRA"]
    return case.desk.rng.choice(natives or case.home.adults)


def _born_abroad(case: Case) -> Someone:
    """An adult of whom no town hall keeps the act, when there is one."""
    return case.desk.rng.choice([who for who in case.home.adults if who.nation != "FRA"] or case.home.adults)


def _copy_with_margin(case: Case) -> Paper:
    who = _born_in_france(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        case.one(f"MAIRIE DE {who.lieu.upper()}", "RÉPUBLIQUE FRANÇAISE", f"Ville de {who.lieu}"),
        case.one("Copie intégrale", "Acte de naissance – copie intégrale", "Copie d'acte", f"N° {case.some(4, 990)}"),
        (
            Text(f"{who.nom.upper()} {who.prenoms}", bold=True),
            *texts(
                f"Le {spelled_day(who.naissance)} à {spelled(case.some(1, 23))} heures {spelled(case.some(2, 58))} "
                f"{case.one('minutes', '')} est {who.born}, {case.one('à la maternité', 'en son domicile', 'à')} "
                f"{case.some(1, 90)} {case.home.world.rues[0]}, {who.prenoms}, du sexe "
                f"{who.gendered('féminin', 'masculin')}, de {father.full}, {father.born} à {father.lieu} le "
                f"{spelled_day(father.naissance)}, {case.one('ouvrier', 'employé', 'cultivateur', 'chauffeur')}, et de "
                f"{mother.full}, {case.one('sans profession', 'vendeuse', 'aide-soignante')}, "
                f"{case.one('son épouse', 'domiciliés ensemble', 'qui déclarent le reconnaître')}.",
                f"Dressé le {spelled_day(who.naissance + timedelta(days=case.some(1, 3)))} sur la déclaration "
                f"{case.one('du père', 'de la sage-femme', 'du directeur de la clinique')} qui, lecture faite et "
                f"{case.one('invité à lire', 'invitée à lire')} l'acte, a signé avec Nous, {case.third()}, "
                f"{case.one('adjoint au maire', 'officier de l’état civil par délégation', 'maire')}.",
            ),
            Heading(case.one("Mentions marginales", "Mentions", "En marge")),
            Text(
                case.one(
                    "Néant.",
                    f"{who.gendered('Mariée', 'Marié')} à {case.commune.title()} le {case.long(900, 3000)}.",
                    f"PACS enregistré le {case.long(300, 2000)}.",
                    f"Reconnu par le père le {long_date(who.naissance - timedelta(days=40))}.",
                    "Nationalité française : déclaration enregistrée.",
                )
            ),
        ),
        references=(case.one(f"Acte n° {case.number(4)}", f"Année {who.naissance.year} – reg. {case.some(1, 9)}"),),
        signer=case.one("Copie certifiée conforme, l'officier de l'état civil", "L'officier de l'état civil"),
        seal=("MAIRIE",),
    )


def _in_many_languages(case: Case) -> Paper:
    who = _born_in_france(case)
    mother, father = parents(case, who)
    rows = (
        ("4", "Date et lieu de naissance / Date and place of birth", f"Jo {who.naissance:%d} Mo {who.naissance:%m}"),
        ("", "An / Year", f"{who.naissance.year} {who.lieu}"),
        ("5", "Nom / Name / Apellidos / Cognome / Apelidos", who.nom.upper()),
        ("6", "Prénoms / Forenames / Vornamen / Prenomi", who.prenoms),
        ("7", "Sexe / Sex / Geschlecht", who.sexe),
        ("8", "Père / Father / Vater / Padre", father.full),
        ("9", "Mère / Mother / Mutter / Madre", mother.full),
        ("10", "Autres énonciations de l'acte / Other particulars", case.one("", "Mar.", "/")),
    )
    return Paper(
        "IDE-NAI",
        who.role,
        case.one("COMMISSION INTERNATIONALE DE L'ÉTAT CIVIL", "1 État : FRANCE", f"2 Service : {who.lieu}"),
        case.one(
            "Extrait plurilingue d'acte de naissance",
            "Extrait de l'acte de naissance n° " + case.number(3),
            "Formule A – Extract of the record of birth",
        ),
        (
            Table((("", case.one("Rubrique", "Item"), ""), *rows), (0.4, 4, 2.4)),
            *several(
                case,
                1,
                "Symboles : Jo jour, Mo mois, An année, M masculin, F féminin, Mar mariage, Div divorce, D décès.",
                "Convention signée à Vienne le 8 septembre 1976. L'extrait est accepté sans légalisation.",
                f"11 Date de délivrance, signature, sceau : {short_date(case.desk.day)}.",
                "Les inscriptions sont faites en caractères latins d'imprimerie.",
            ),
        ),
        seal=("ETAT CIVIL",),
    )


def _extract_of_town(case: Case) -> Paper:
    who = _born_in_france(case)
    mother, father = parents(case, who)
    told = case.some(0, 1)
    filiation = ((case.one("Père", "Fils/fille de"), father.full), (case.one("Mère", "et de"), mother.full))
    return Paper(
        "IDE-NAI",
        who.role,
        case.one(f"COMMUNE DE {who.lieu.upper()}", f"{who.lieu} – Direction de la population", "ÉTAT CIVIL"),
        case.one(
            f"Extrait d'acte de naissance {'avec' if told else 'sans'} filiation",
            "Extrait de naissance",
            "Bulletin de naissance",
            "Extrait des registres de l'état civil",
        ),
        (
            Fields(
                (
                    (
                        case.one("Acte n°", "Numéro de l'acte", "Registre"),
                        f"{case.some(3, 3000)} / {who.naissance.year}",
                    ),
                    (case.one("Nom", "NOM DE FAMILLE", "Nom de naissance"), who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    (case.one("Sexe", "De sexe"), who.gendered("féminin", "masculin")),
                    (case.one("Né(e) le", "Date de naissance"), long_date(who.naissance)),
                    (case.one("à", "Lieu", "Commune"), who.lieu),
                    *(filiation if told else ()),
                )
            ),
            *several(
                case,
                1,
                "Mentions marginales : aucune.",
                f"Délivré le {short_date(case.desk.day)} à la demande de l'intéressé(e), sur papier libre, sans frais.",
                "Document établi par traitement automatisé. Toute rature entraîne sa nullité.",
                "Commune adhérente au dispositif COMEDEC : la vérification peut être faite par l'administration.",
                "Pour les besoins d'un dossier administratif, la date de délivrance doit être récente.",
            ),
        ),
        references=(f"Demande n° {case.number(8)}",) if case.some(0, 1) else (),
        signer=case.one("L'officier de l'état civil délégué", "P/ le Maire, l'agent délégué", ""),
        seal=("MAIRIE DE", who.lieu.upper()[:18]),
    )


def _of_the_central_service(case: Case) -> Paper:
    who = _born_abroad(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        case.one("MINISTÈRE DES AFFAIRES ÉTRANGÈRES", "SERVICE CENTRAL D'ÉTAT CIVIL", "Ministère de l'Europe – SCEC"),
        case.one("Copie d'acte de naissance", "Acte de naissance", "Extrait d'acte de naissance avec filiation"),
        texts(
            f"{who.nom.upper()} {who.prenoms}, sexe {who.gendered('féminin', 'masculin')}, {who.born} le "
            f"{long_date(who.naissance)} à {who.lieu}.",
            f"PÈRE : {father.nom.upper()} {father.prenoms}, {father.born} en {father.naissance.year} à {father.lieu}.",
            f"MÈRE : {mother.nom.upper()} {mother.prenoms}, {mother.born} en {mother.naissance.year} à {mother.lieu}.",
            case.one(
                "Acte établi en application des articles 98 à 98-4 du code civil, l'intéressé ayant acquis la "
                f"nationalité française par décret du {case.long(400, 5000)}.",
                f"Transcrit sur les registres du consulat général d'après l'acte étranger n° {case.number(3)}.",
            ),
            f"Nantes, le {long_date(case.desk.day)}. Signé électroniquement : l'officier de l'état civil.",
            case.one(
                "La présente copie, délivrée selon procédé informatisé, fait foi jusqu'à inscription de faux.",
                "Vérifiez l'authenticité de ce document à l'aide du cachet électronique visible.",
            ),
        ),
        lines=case.desk.rng.choice(((), ("Sous-direction de l'état civil et de la nationalité", "Nantes Cedex 9"))),
        references=(f"{case.one('RECE', 'ACTE', 'CSL')}.{case.number(4)}.{case.number(6)}",),
        letter=case.some(0, 3) == 0,
    )


def _translated_from_abroad(case: Case) -> Paper:
    who = _born_abroad(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        case.one(
            "RÉPUBLIQUE DU MALI – Région, cercle, commune", "RÉPUBLIQUE DE GUINÉE", "REPÚBLICA PORTUGUESA", "TRADUCTION"
        ),
        case.one(
            "Extrait d'acte de naissance – volet n° 3",
            "Jugement supplétif tenant lieu d'acte de naissance",
            "Certificat de naissance (traduit)",
            "Extrait du registre des actes de naissance",
        ),
        (
            *texts(
                f"{case.one('Le', 'En date du', 'Que le')} {spelled_day(who.naissance)} est "
                f"{who.born} à {who.lieu} {who.full}, enfant de {father.full} et de {mother.full}.",
                case.one(
                    f"Vu la requête et les dépositions des témoins {case.third()} et {case.third()}, le tribunal dit "
                    "que le présent jugement tient lieu d'acte et ordonne sa transcription.",
                    f"Centre principal d'état civil de {who.lieu}, acte n° {case.number(4)}, déclarant : le père.",
                ),
            ),
            Choices((("Original", case.some(0, 1) == 0), ("Duplicata", False), ("Premier volet remis", True))),
            *((Leaf(),) if case.some(0, 1) else ()),
            *several(
                case,
                1,
                f"Je soussigné(e) {case.third()}, traducteur expert près la cour d'appel, certifie la traduction "
                f"conforme à l'original en langue étrangère, visée ne varietur sous le n° {case.number(4)}.",
                "Vu pour légalisation de la signature apposée ci-contre.",
                "Apostille (convention de La Haye du 5 octobre 1961).",
                "Coût : timbre fiscal 200 F.",
            ),
        ),
        signer=case.one("Le traducteur assermenté", "L'officier d'état civil", "Le greffier en chef"),
        seal=("ETAT CIVIL", who.lieu.upper()[:16]),
    )


def _of_refugee(case: Case) -> Paper:
    who = _born_abroad(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        case.one("OFPRA", "OFFICE FRANÇAIS DE PROTECTION DES RÉFUGIÉS ET APATRIDES"),
        case.one("Certificat de naissance", "Certificat de naissance tenant lieu d'acte d'état civil", "État civil"),
        (
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    ("Date et lieu de naissance", f"{short_date(who.naissance)} – {who.lieu}"),
                    ("Nom et prénom du père", father.full),
                    ("Nom et prénom de la mère", mother.full),
                    ("Situation familiale", case.one("célibataire", "marié(e)", "")),
                )
            ),
            *several(
                case,
                1,
                "Délivré en application du code de l'entrée et du séjour des étrangers et du droit d'asile, après "
                "reconstitution de l'état civil d'après les déclarations de l'intéressé.",
                "Ce certificat a valeur d'acte authentique.",
                "Il peut être reproduit en copie ; une nouvelle délivrance se demande en ligne.",
            ),
        ),
        references=(f"N° {case.number(9)}", f"Fontenay-sous-Bois, le {short_date(case.desk.day)}"),
        signer=case.one("Pour le directeur général et par délégation", ""),
        seal=("OFPRA",),
    )


WRITERS: Writers = {
    "IDE-NAI": to_learn(
        _copy_with_margin,
        _in_many_languages,
        _extract_of_town,
        _of_the_central_service,
        _translated_from_abroad,
        _of_refugee,
    ),
}
