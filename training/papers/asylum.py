"""Papers of those whose request for asylum is being heard (HPR-ASI)."""

from __future__ import annotations

from dataclasses import replace

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

OUT = "P01"
_ORIGINS = (("Conakry", "Guinée"), ("Herat", "Afghanistan"), ("Kinshasa", "R. D. Congo"), ("Tbilissi", "Géorgie"))


def _asking(case: Case) -> Someone:
    """Return an adult of the household, born abroad."""
    who = case.adult()
    lieu, nation = case.desk.rng.choice(_ORIGINS)
    return replace(who, lieu=lieu, nation=nation) if who.nation == "FRA" else who


def _first_statement(case: Case) -> Paper:
    who = _asking(case)
    return Paper(
        "HPR-ASI",
        who.role,
        "RÉPUBLIQUE FRANÇAISE",
        case.one("Attestation de demande d'asile", "Attestation de première demande d'asile"),
        (
            Text(case.one("Procédure normale", "Procédure accélérée", "Procédure Dublin"), bold=True),
            Fields(
                (
                    ("N° étranger", f"99{case.number(8)}"),
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    (who.gendered("Née le", "Né le"), f"{short_date(who.naissance)} à {who.lieu}"),
                    ("Nationalité", who.nation),
                    ("Sexe", who.sexe),
                    ("Adresse", case.home.rue),
                    ("Délivrée le", case.short(3, 90)),
                    ("Valable jusqu'au", case.ahead(20, 300)),
                )
            ),
            Text(
                "Son titulaire est autorisé à se maintenir sur le territoire français pendant l'examen de sa demande "
                "par l'Office français de protection des réfugiés et apatrides (OFPRA), article L. 521-7 du CESEDA. "
                "La présente attestation ne vaut pas titre de séjour et n'ouvre pas droit au travail."
            ),
        ),
        lines=(f"PRÉFECTURE – guichet unique de {case.commune.title()}",),
        signer="Pour le préfet",
        seal=("PRÉFECTURE", case.commune),
        motif=OUT,
    )


def _renewed_statement(case: Case) -> Paper:
    who = _asking(case)
    return Paper(
        "HPR-ASI",
        who.role,
        "MINISTÈRE DE L'INTÉRIEUR",
        f"Attestation de {who.gendered('demandeuse', 'demandeur')} d'asile – renouvellement",
        (
            Text(f"{case.known(who)}, à {who.lieu}"),
            Fields(
                (
                    ("Identifiant AGDREF", f"99{case.number(8)}"),
                    ("Dossier OFPRA", f"{case.year}-{case.number(2)}-{case.number(5)}"),
                    ("Première délivrance", case.short(200, 500)),
                    ("Renouvellement n°", str(case.some(1, 3))),
                    ("Expire le", case.ahead(30, 180)),
                    ("Domiciliation", f"SPADA – {case.home.ville}"),
                )
            ),
            Text(
                "Le titulaire est informé, dans une langue qu'il comprend, de ses obligations : se rendre aux "
                "convocations de l'autorité, justifier de sa domiciliation, restituer ce document en cas de rejet. "
                "Il bénéficie des conditions matérielles d'accueil gérées par l'OFII. Photographie et empreinte ont "
                "été recueillies lors de l'enregistrement ; les mentions manuscrites annulent le document."
            ),
            *texts(
                "Demande enregistrée ; le droit au maintien prend fin dès la décision définitive de l'Office ou de la "
                "Cour nationale du droit d'asile (CNDA).",
                "Autorisation de travail : sur demande, passé six mois sans décision de l'OFPRA.",
            ),
        ),
        lines=("Bureau de l'asile", "Site internet : étrangers en France"),
        motif=OUT,
    )


def _notice_of_office(case: Case) -> Paper:
    who = _asking(case)
    return Paper(
        "HPR-ASI",
        who.role,
        "OFFICE FRANÇAIS DE L'IMMIGRATION ET DE L'INTÉGRATION",
        "Offre de prise en charge au titre du dispositif national d'accueil",
        (
            Text(
                f"{case.named(who)}, nationalité : {who.nation}, {who.gendered('demandeuse', 'demandeur')} d'asile "
                "en procédure normale."
            ),
            *texts(
                "Après évaluation de votre vulnérabilité, les conditions matérielles d'accueil vous sont proposées : "
                "un hébergement (HUDA ou CADA) et l'allocation pour demandeur d'asile (ADA), versée sur une carte.",
                f"Vous êtes attendu{who.gendered('e', '')} le {case.ahead(2, 9)} au centre d'hébergement de "
                f"{case.commune.title()}. Un refus met fin à vos droits (art. L. 551-15 et L. 551-16 du CESEDA).",
                f"Composition du foyer : {len(case.home.adults)} adulte(s), {len(case.home.enfants)} enfant(s).",
            ),
        ),
        lines=(f"Direction territoriale de {case.commune.title()}",),
        references=(f"ID DN@ : {case.number(7)}", f"AGDREF : 99{case.number(8)}"),
        signer="La directrice territoriale",
        motif=OUT,
    )


def _short_permit(case: Case) -> Paper:
    who = _asking(case)
    return Paper(
        "HPR-ASI",
        who.role,
        case.one("Préfecture de région", "Préfecture du département"),
        "Autorisation provisoire de maintien – asile",
        (
            Text(
                f"Le préfet certifie avoir reçu ce jour la demande de protection internationale présentée par "
                f"{case.named(who)}, {case.born(who)}, pays déclaré : {who.nation}, sans document de "
                "voyage."
            ),
            Text(
                f"Le présent document, valable du {case.short(2, 20)} au {case.ahead(9, 28)} et renouvelable, permet "
                "à l'intéressé de saisir l'OFPRA sous vingt et un jours. Il ne permet pas de franchir les frontières."
            ),
            Heading("Pris en compte sur cette autorisation"),
            *texts(*([f"{each.full}, {short_date(each.naissance)}" for each in case.home.enfants] or ["Aucun enfant"])),
            Text("Empreintes décadactylaires relevées – EURODAC. Interprète : " + case.third()),
        ),
        lines=("Guichet unique des demandeurs d'asile (GUDA)",),
        references=(f"N° {case.number(10)}",),
        signer="L'attaché, chef de section",
        motif=OUT,
    )


def _registration_letter(case: Case) -> Paper:
    who = _asking(case)
    return Paper(
        "HPR-ASI",
        who.role,
        "OFPRA",
        "Lettre d'enregistrement d'une demande d'asile",
        (
            *texts(
                f"{who.civility}, votre formulaire nous est parvenu complet le {case.long(20, 120)}. Votre dossier "
                f"porte le numéro {case.number(9)} ; rappelez-le dans tout courrier.",
                "Un officier de protection vous entendra. La convocation vous parviendra par courrier ou dans votre "
                "espace numérique ; une absence sans motif vaut clôture du dossier.",
                "Présentez cette lettre en préfecture avec votre attestation pour la renouveler. Prévenez-nous de "
                "toute naissance, mariage ou changement d'adresse.",
            ),
            Fields((("Intéressé(e)", who.full), ("Pays", who.nation), ("Langue d'entretien", "à préciser"))),
        ),
        lines=("Division d'appui – accueil des demandeurs", "94120 Fontenay-sous-Bois"),
        letter=True,
        signer="Le chef de division",
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-ASI": to_learn(_first_statement, _notice_of_office, _renewed_statement, _registration_letter, _short_permit)
}
