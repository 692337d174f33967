"""Statements that someone's care is paid for by a health insurance fund (HPR-VIT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

OUT = "P01"


def _covered(case: Case, who: Someone) -> tuple[Someone, ...]:
    """Return ``who`` and the children."""
    return (who, *case.home.enfants)


def _account_online(case: Case) -> Paper:
    who = case.adult()
    rows = tuple((each.full, each.naissance.strftime("%d/%m/%Y"), case.ahead(120, 360)) for each in _covered(case, who))
    return Paper(
        "HPR-VIT",
        who.role,
        "L'ASSURANCE MALADIE",
        "Attestation de droits à l'assurance maladie",
        (
            Text("Cette attestation est à présenter aux professionnels de santé en l'absence de carte Vitale."),
            Heading("Assuré"),
            Fields(
                (
                    ("Nom et prénom", who.full),
                    ("Numéro de sécurité sociale", case.nir(who)),
                    ("Organisme de rattachement", f"CPAM de {case.commune.title()}"),
                    ("Code gestion", case.one("10", "20", "30")),
                    ("Régime", "Général"),
                    ("Médecin traitant déclaré", case.one("oui", "non")),
                )
            ),
            Heading("Bénéficiaires"),
            Table((("Nom et prénom", "Né(e) le", "Fin de droits"), *rows), (2, 1, 1)),
            *texts(
                "Exonération du ticket modérateur : néant. Complémentaire santé solidaire : "
                + case.one("non", "oui, sans participation financière")
                + ".",
                "En cas de changement de situation (adresse, emploi, naissance), mettez à jour votre dossier et votre "
                "carte Vitale. Les fausses déclarations sont punies par la loi (art. 441-1 du code pénal).",
            ),
        ),
        lines=(f"Éditée le {case.short(1, 60)} depuis le compte ameli",),
        foot="Document non contractuel : les droits indiqués le sont sous réserve de vérification par la caisse.",
        motif=OUT,
    )


def _paper_with_carte_vitale(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-VIT",
        who.role,
        "CAISSE PRIMAIRE D'ASSURANCE MALADIE",
        case.one("Attestation", "Attestation papier de votre carte Vitale", "Attestation de droits"),
        (
            Text(
                f"{case.who.civility}, votre carte d'assurance maladie vous a été adressée. La présente attestation, à "
                "conserver, mentionne les informations contenues dans cette carte et les personnes qui en bénéficient."
            ),
            Fields(
                (
                    ("N° d'immatriculation", case.nir(who)),
                    ("Assuré", f"{who.nom.upper()} {who.prenoms}"),
                    ("Date de naissance / rang", f"{who.naissance:%d/%m/%Y} / 1"),
                    ("Validité du droit", f"{case.period()[:13]} au {case.ahead(200, 700)}"),
                    ("Centre de paiement", f"01 {case.number(3)} {case.number(4)}"),
                )
            ),
            *(
                Text(f"Ayant droit : {each.full}, {each.born} le {each.naissance:%d/%m/%Y}")
                for each in case.home.enfants
            ),
            Text(
                "Mutuelle gérée par la caisse : " + case.one("aucune", f"n° {case.number(8)}, contrat en cours") + "."
            ),
        ),
        lines=(f"de {case.commune.title()}", "Tous les jours de 8 h 30 à 17 h 30 au 36 46"),
        references=(f"Nos réf. : {case.number(2)}/{case.number(6)}", f"Le {case.short(3, 200)}"),
        letter=True,
        motif=OUT,
    )


def _solidarity_cover(case: Case) -> Paper:
    who = case.adult()
    people = tuple((each.full, f"{each.naissance:%d/%m/%Y}", case.nir(each)) for each in _covered(case, who))
    return Paper(
        "HPR-VIT",
        who.role,
        "ASSURANCE MALADIE – SERVICE CSS",
        case.one("Complémentaire santé solidaire", "Attribution de la complémentaire santé solidaire"),
        (
            Text(
                f"Vos ressources ({case.sum(6000, 11000)} sur douze mois) étant inférieures au plafond, le droit à la "
                "complémentaire santé solidaire vous est ouvert. Les organismes ne peuvent vous facturer aucun "
                "dépassement d'honoraires."
            ),
            Table((("Bénéficiaire", "Naissance", "Numéro"), *people), (2, 1, 1.7)),
            Fields((("Du", case.short(1, 40)), ("Au", case.ahead(280, 360)), ("Organisme choisi", "Caisse primaire"))),
            Text(
                "Présentez cette attestation et votre carte Vitale mise à jour : vous n'avancez pas les frais (tiers "
                "payant intégral). Renouvelez votre demande entre quatre et deux mois avant l'échéance. Recours : "
                "commission de recours amiable, dans les deux mois."
            ),
        ),
        references=(f"Assuré : {case.nir(who)}",),
        letter=who is case.who,
        signer="Le directeur de la caisse",
        motif=OUT,
    )


def _farmers_fund(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-VIT",
        who.role,
        "MUTUALITÉ SOCIALE AGRICOLE",
        "Attestation de droits maladie – régime agricole",
        (
            Fields(
                (
                    ("N° sécu / clé", case.nir(who)),
                    ("Qualité", case.one("Salarié agricole", "Exploitant", "Conjoint collaborateur")),
                    ("Droits ouverts jusqu'au", case.ahead(100, 500)),
                    ("Exonération", case.one("aucune", "affection de longue durée")),
                )
            ),
            Text("Personnes protégées rattachées à ce dossier :", bold=True),
            *texts(*(f"– {case.known(each)}" for each in _covered(case, who))),
            Text(
                "Ce document vaut justificatif auprès du pharmacien, du laboratoire ou de l'hôpital. Il ne constitue "
                "ni une pièce d'identité ni un justificatif de domicile. Le guichet unique de votre MSA répond à vos "
                "questions de santé, de retraite, de famille et de logement."
            ),
        ),
        lines=(f"Caisse de {case.commune.title()}", case.home.world.villes[2]),
        references=(f"Référence internaute {case.number(8)}",),
        numbered=True,
        motif=OUT,
    )


def _rights_of_civil_servants(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-VIT",
        who.role,
        case.one("SECTION LOCALE MUTUALISTE", "CAISSE DES FONCTIONNAIRES"),
        "Vos droits aux remboursements de soins",
        (
            Text(
                f"Nous certifions que {case.known(who)}, immatriculé{who.gendered('e', '')} sous le numéro "
                f"{case.nir(who)}, bénéficie des prestations en nature de l'assurance maladie et maternité, à titre "
                f"de {case.one('travailleur', 'pensionné', 'résident (PUMa)')}, sans interruption depuis le "
                f"{case.long(300, 4000)}."
            ),
            Text(
                "Ces droits s'étendent aux enfants mineurs rattachés au dossier. Les soins sont réglés directement aux "
                "professionnels (tiers payant) lorsque l'ordonnance le prévoit ; la part complémentaire relève du "
                "contrat souscrit auprès de la mutuelle. À l'étranger, demandez avant le départ la carte européenne."
            ),
            Text("Caisse 594 – centre 0312 – code régime 01 – taux de prise en charge 100 % du tarif de base."),
            Text(
                "Attestation remise sur demande, valable un an, notamment pour l'inscription à une mutuelle ou "
                "l'ouverture d'un dossier hospitalier. Protection universelle maladie : articles L. 160-1 et "
                "suivants du code de la sécurité sociale."
            ),
        ),
        lines=(case.home.world.rues[0], case.home.world.villes[1]),
        signer="La responsable des prestations",
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-VIT": to_learn(
        _account_online, _paper_with_carte_vitale, _farmers_fund, _rights_of_civil_servants, _solidarity_cover
    )
}
