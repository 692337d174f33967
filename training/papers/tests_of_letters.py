"""Covering letters never learnt from: an applicant's own, and a town's social service's."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _applicant_sends_papers(case: Case) -> Paper:
    who = case.who
    parts = texts(
        "Madame, Monsieur,",
        f"Suite à votre courrier du {case.long(5, 25)}, je vous prie de trouver ci-joint les photocopies que "
        "vous m'avez "
        f"réclamées pour compléter mon dossier (numéro de demande {case.home.numero_unique}), à savoir :",
        "- ma pièce d'identité et celles de ma famille ;",
        case.one("- mon dernier avis d'imposition ;", "- les avis d'imposition des deux dernières années ;"),
        case.one("- mes trois derniers bulletins de paie ;", "- mon attestation de la CAF ;"),
        "- mon bail et ma dernière quittance.",
        case.one(
            "Je n'ai pas encore reçu l'attestation de mon employeur, je vous l'enverrai dès que possible.",
            "Je me permets d'insister car notre logement est devenu vraiment trop petit depuis la naissance du "
            "dernier.",
        ),
        f"Vous pouvez me joindre au 06 39 98 {case.number(2)} {case.number(2)} après 17 heures ou par mail.",
        "En vous remerciant par avance de l'attention que vous porterez à ma demande, je vous prie d'agréer, Madame, "
        "Monsieur, l'expression de mes sentiments respectueux.",
    )
    return Paper(
        "TRN-LET",
        None,
        who.full,
        case.one("Objet : demande de logement – envoi de pièces", "Objet : pièces complémentaires"),
        parts,
        lines=(case.home.rue, case.home.ville),
        signer=who.full,
    )


def _town_sends_files(case: Case) -> Paper:
    parts = (
        *texts(
            "Madame, Monsieur,",
            f"Dans le cadre de la gestion partagée, vous voudrez bien trouver sous ce pli {case.some(2, 9)} "
            "dossiers de "
            f"demandeurs reçus à notre guichet entre le {case.short(14, 25)} et le {case.short(3, 9)}, pour "
            "numérisation "
            "et rattachement au système national d'enregistrement.",
            case.one(
                "Chaque dossier est précédé de sa fiche. Les originaux ont été rendus aux intéressés.",
                "Merci de ne pas séparer les pièces du conjoint de celles du titulaire.",
            ),
        ),
        Text("Un usager ayant oublié son justificatif de ressources, celui-ci vous parviendra par un prochain envoi."),
        *texts(
            "Mon service reste à votre disposition pour tout complément d'information.",
            "Je vous prie de croire, Madame, Monsieur, en l'assurance de ma considération distinguée.",
        ),
    )
    return Paper(
        "TRN-LET",
        None,
        f"VILLE DE {case.commune}",
        case.one("Objet : transmission de dossiers", "Objet : envoi de pièces justificatives"),
        parts,
        lines=("Service logement", f"Affaire suivie par {case.third()}"),
        references=(f"N/Réf. : LOG/{case.number(4)}", "P.J. : dossiers annoncés"),
        signer="Pour le maire, l'adjoint délégué",
        seal=("VILLE", case.commune),
    )


LETTERS: Writers = {"TRN-LET": to_test(_applicant_sends_papers, _town_sends_files)}
