"""Adults under protection: guardianship, curatorship, family empowerment (IDE-TUT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _protection_of_adult(case: Case) -> Paper:
    who = case.adult()
    measure, officer = case.desk.rng.choice(
        (
            ("tutelle", "tuteur"),
            ("curatelle renforcée", "curateur"),
            ("curatelle simple", "curateur"),
            ("habilitation familiale générale", "personne habilitée"),
        )
    )
    title = case.one(f"Jugement de {measure}", "Jugement d'ouverture d'une mesure de protection", measure.capitalize())
    return Paper(
        "IDE-TUT",
        who.role,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        title,
        (
            Text("RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS", bold=True),
            Fields(
                (
                    ("Juge", f"{case.third()}, juge des tutelles"),
                    ("Majeur protégé", case.named(who)),
                    (who.born.capitalize(), case.born(who).removeprefix(f"{who.born} ")),
                    ("Demeurant", case.address),
                )
            ),
            *texts(
                f"Vu la requête du {case.long(200, 400)} et le certificat médical circonstancié du médecin inscrit sur "
                "la liste du procureur de la République ; vu les articles 425 et suivants du code civil ;",
                "L'altération des facultés mentales, médicalement constatée, met l'intéressé dans l'impossibilité de "
                "pourvoir seul à ses intérêts et empêche l'expression de sa volonté. Il a été entendu au tribunal.",
                "Aucun membre de la famille n'étant en mesure d'exercer la mesure, il y a lieu de désigner un "
                "mandataire judiciaire à la protection des majeurs inscrit sur la liste départementale.",
            ),
            *((Leaf(),) if case.some(0, 1) else ()),
            Heading("PAR CES MOTIFS"),
            *texts(
                f"Place {case.named(who)} sous {measure} pour une durée de {case.some(3, 10) * 12} mois ;",
                f"Désigne l'{case.one('UDAF', 'association tutélaire')} en qualité de {officer} pour assister ou "
                "représenter l'intéressé dans l'administration de ses biens et la protection de sa personne ;",
                "Dit que le logement et les meubles seront conservés à sa disposition aussi longtemps qu'il est "
                "possible ; que toute résiliation ou conclusion d'un bail requiert l'autorisation du juge (article "
                "426) ; que les revenus seront perçus sur un compte ouvert à son nom ;",
                "Dit que le compte de gestion sera remis chaque année ; ordonne l'exécution provisoire ; avis en sera "
                "donné au procureur pour mention au répertoire civil.",
            ),
        ),
        lines=("Service de la protection des majeurs",),
        references=(f"N° RG {case.year % 100}/A/{case.number(5)}", f"Minute {case.number(4)}"),
        signer="Le greffier          Le juge des tutelles",
        seal=("SERVICE DES TUTELLES", case.commune),
        numbered=case.some(0, 1) == 1,
    )


WRITERS: Writers = {"IDE-TUT": to_learn(_protection_of_adult)}
