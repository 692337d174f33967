"""Other ways of wording attestations of asylum seekers (HPR-ASI)."""

from __future__ import annotations

from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.foreigner_ways import identity
from training.papers.outside_asides import FOREIGNERS
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _asylum_first_page(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-ASI",
        who.role,
        case.one(
            "PRÉFECTURE DE LA MOSELLE", "PRÉFECTURE DE POLICE", "Préfecture – guichet unique des demandeurs d'asile"
        ),
        case.one(
            "Attestation de demande d'asile",
            "Attestation de première demande d'asile",
            "Attestation de demandeur d'asile",
        ),
        (
            Text(
                case.one(
                    "Procédure normale",
                    "Procédure accélérée",
                    "Procédure Dublin",
                    "Première demande – procédure normale",
                ),
                bold=True,
            ),
            identity(case, who),
            Fields(
                (
                    ("Délivrée le", case.short(5, 100)),
                    ("Valable jusqu'au", case.ahead(20, 200)),
                    ("Adresse", case.home.rue),
                )
            ),
            *several(
                case,
                1,
                "Son titulaire est autorisé à se maintenir sur le territoire français jusqu'à la décision de l'OFPRA.",
                "Cette attestation n'autorise pas son titulaire à travailler.",
                "Elle ne permet pas de franchir les frontières extérieures de l'espace Schengen.",
                "Articles L. 521-7 et R. 521-8 du code de l'entrée et du séjour des étrangers et du droit d'asile.",
            ),
        ),
        signer=case.one("Le préfet", "Pour le préfet", ""),
        seal=("PRÉFECTURE", "ASILE"),
        motif="P01",
    )


def _asylum_renewed(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-ASI",
        who.role,
        case.one("RÉPUBLIQUE FRANÇAISE", "Ministère de l'Intérieur", "Préfecture du Val – Bureau de l'asile"),
        case.one(
            "Renouvellement de l'attestation de demande d'asile",
            "Demande d'asile – attestation (1er renouvellement)",
            "Asile : attestation renouvelée",
        ),
        (
            Text(f"{case.known(who)}, de nationalité {who.nation}, domicilié{who.gendered('e', '')} {case.address}"),
            Text(
                case.one(
                    f"a présenté une demande d'asile le {case.short(200, 500)}, "
                    f"enregistrée par l'OFPRA sous le n° {case.number(9)}.",
                    "a formé un recours devant la Cour nationale du droit d'asile et peut demeurer en France.",
                    "demande le réexamen de sa demande d'asile et bénéficie du droit de se maintenir.",
                )
            ),
            Table((("Du", "Au", "Autorité"), (case.short(1, 60), case.ahead(90, 180), "DPT 57")), (1, 1, 2)),
            Text(
                said(
                    case,
                    "Vaut autorisation provisoire de séjour.",
                    "Ne vaut pas titre de séjour.",
                    "Accès au travail : non, sauf autorisation.",
                )
            ),
        ),
        signer="Le préfet",
        motif="P01",
    )


def _asylum_appointment(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-ASI",
        who.role,
        case.one(
            "Structure de premier accueil – SPADA",
            "Plateforme asile – association L'Escale",
            "OFII – Direction territoriale",
        ),
        case.one(
            "Convocation au guichet unique",
            "Rendez-vous : enregistrement de la demande d'asile",
            "Demandeur d'asile : votre rendez-vous",
        ),
        (
            identity(case, who),
            Text(
                f"Vous êtes {who.gendered('attendue', 'attendu')} le "
                f"{case.ahead(2, 12)} à 9 h 15 au guichet unique pour "
                "l'enregistrement de votre demande d'asile et la remise de l'attestation de demande d'asile."
            ),
            *several(
                case,
                1,
                "Venez avec tous les membres de votre famille, quatre photographies "
                "et vos documents d'identité ou de voyage.",
                "L'OFII vous proposera les conditions matérielles d'accueil : hébergement et allocation (ADA).",
                "Un interprète sera présent dans la langue que vous avez indiquée.",
                "En cas d'absence, votre demande pourra être placée en procédure accélérée.",
            ),
        ),
        motif="P01",
    )


def _asylum_by_office_of_refugees(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-ASI",
        who.role,
        case.one("OFPRA", "Office français de protection des réfugiés et apatrides", "Cour nationale du droit d'asile"),
        case.one(
            "Lettre d'introduction de la demande d'asile",
            "Enregistrement de votre demande d'asile",
            "Convocation à un entretien",
        ),
        (
            Text(f"Dossier n° {case.number(4)}-{case.number(2)}-{case.number(5)} – {case.known(who)}"),
            Text(
                case.one(
                    f"Votre demande d'asile a été introduite le {case.long(10, 90)}. La présente lettre le confirme.",
                    "J'accuse réception de votre formulaire de demande d'asile, complet et signé.",
                    f"Vous serez {who.gendered('entendue', 'entendu')} sur les motifs "
                    f"de votre demande le {case.ahead(20, 90)}.",
                )
            ),
            *several(
                case,
                1,
                "Cette lettre est nécessaire au renouvellement de votre attestation de demande d'asile en préfecture.",
                "Signalez tout changement d'adresse à l'Office et à la préfecture.",
                "L'absence à l'entretien peut entraîner la clôture de l'examen de votre demande.",
                "Vous pouvez être accompagné par un avocat ou le représentant d'une association.",
            ),
        ),
        letter=True,
        signer=case.one("Le chef de division", "L'officier de protection"),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-ASI": to_learn(
        *with_asides(
            FOREIGNERS, _asylum_first_page, _asylum_renewed, _asylum_appointment, _asylum_by_office_of_refugees
        )
    ),
}
