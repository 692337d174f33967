"""Judgments that end a lease (MOT-RES)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Heading, Leaf, Paper, Part, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

PEOPLE = "RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS"


def _parties(case: Case) -> tuple[Part, ...]:
    who = case.who
    return (
        Text("ENTRE", bold=True),
        Text(
            f"DEMANDEUR : {case.home.bailleur}, {case.one('représenté', 'comparant')} par Maître {case.third()}, "
            "avocat,"
        ),
        Text("ET", bold=True),
        Text(
            f"{who.gendered('DÉFENDERESSE', 'DÉFENDEUR')} : {case.known(who)}, demeurant {case.address}, "
            f"{case.one('comparant en personne', 'non comparant, ni représenté')}."
        ),
    )


def _ruling_on_lease(case: Case, who: Someone) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Motifs de la décision"),
        Text(
            "En application de l'article 24 de la loi du 6 juillet 1989, la dette n'ayant pas été réglée dans "
            "les deux mois, les conditions d'acquisition de la clause résolutoire sont réunies. Le diagnostic "
            "social et financier fait apparaître une reprise du paiement courant."
        ),
        Heading("Par ces motifs"),
        *texts(
            (
                "Le juge des contentieux de la protection, statuant publiquement, par jugement réputé "
                "contradictoire, en premier ressort,"
            ),
            (f"CONSTATE la résiliation du bail au {case.long(100, 190)} par l'acquisition de la clause résolutoire ;"),
            (
                f"CONDAMNE {case.named(who)} à payer la somme de {case.sum(1500, 8000)} ainsi qu'une indemnité "
                "d'occupation égale au loyer ;"
            ),
            (
                f"{case.one('SUSPEND les effets de la clause ;', 'REJETTE la demande de délais ;')} "
                "DIT que l'expulsion pourra être poursuivie à défaut de départ volontaire ;"
            ),
            "RAPPELLE que la décision est assortie de l'exécution provisoire ; CONDAMNE aux dépens.",
        ),
    )


def _lease_ended(case: Case) -> Paper:
    who = case.who
    tenant = who.gendered("la locataire", "le locataire")
    return Paper(
        "MOT-RES",
        None,
        f"Tribunal judiciaire de {case.commune.title()}",
        case.one("Jugement de résiliation du bail", "Jugement", "Jugement – baux d'habitation"),
        (
            Text(PEOPLE, bold=True),
            *_parties(case),
            Heading("Exposé du litige"),
            *texts(
                f"Par contrat du {case.long(700, 2500)}, {case.home.bailleur} a donné à bail un logement moyennant un "
                f"loyer mensuel de {case.amount(case.home.loyer)}. Des loyers étant demeurés impayés, un commandement "
                f"de payer visant la clause résolutoire a été signifié le {case.long(200, 400)}.",
                (
                    f"À l'audience du {case.long(60, 120)}, le bailleur actualise sa créance à {case.sum(1500, 8000)}. "
                    f"{tenant.capitalize()} reconnaît la dette et sollicite des délais."
                ),
            ),
            *_ruling_on_lease(case, who),
        ),
        lines=("Juge des contentieux de la protection",),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}", f"Minute n° {case.number(3)}/{case.year}"),
        signer="Le greffier – Le juge",
        seal=("TRIBUNAL", "JUDICIAIRE"),
        numbered=case.some(0, 1) == 1,
    )


WRITERS: Writers = {"MOT-RES": to_learn(_lease_ended)}
