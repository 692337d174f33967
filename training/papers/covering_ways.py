"""Other ways of wording covering letters (TRN-LET)."""

from __future__ import annotations

from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Part, Text
from training.papers.outside_asides import LETTERS
from training.papers.several import drawn, said, several
from training.papers.writers import Writers, to_learn

_ENCLOSED = (
    "copie de la carte d'identité",
    "dernier avis d'imposition",
    "trois derniers bulletins de salaire",
    "quittance de loyer",
    "attestation CAF",
    "livret de famille",
    "titre de séjour",
    "jugement de divorce",
    "attestation d'hébergement",
    "certificat de grossesse",
    "contrat de travail",
    "la fiche récapitulative",
)


def _letter(case: Case, issuer: str, title: str, *parts: Part, signer: str = "") -> Paper:
    references = (case.one(f"N/réf. : {case.number(5)}", f"Le {case.short(1, 5)}", "Lettre simple"),)
    return Paper("TRN-LET", None, issuer, title, parts, references=references, signer=signer)


def _enclosed(case: Case, least: int) -> tuple[Text, ...]:
    return tuple(Text(f"- {each}") for each in drawn(case, least, *_ENCLOSED))


def _covering_of_applicant(case: Case) -> Paper:
    who = case.who
    return _letter(
        case,
        f"{who.full} – {case.home.rue}",
        case.one(
            "Objet : demande de logement social",
            "Objet : pièces demandées",
            "Objet : mise à jour de mon dossier",
            "Demande de logement",
        ),
        Text(case.one("Madame, Monsieur,", "Bonjour,", "À l'attention du service logement")),
        Text(
            case.one(
                f"Veuillez trouver ci-joint les pièces de ma demande n° {case.home.numero_unique}.",
                "Suite à votre courrier, je vous adresse les documents qui manquaient à mon dossier.",
                "Je vous prie de bien vouloir enregistrer les justificatifs joints "
                f"(numéro unique {case.home.numero_unique}).",
            )
        ),
        *_enclosed(case, 3),
        Text(
            case.one(
                "Je reste à votre disposition et vous prie d'agréer mes salutations distinguées.",
                "Dans l'attente de votre réponse, recevez mes sincères salutations.",
                "Merci d'avance. Cordialement.",
            )
        ),
        signer=who.full,
    )


def _plea_of_applicant(case: Case) -> Paper:
    who = case.who
    return _letter(
        case,
        who.full,
        case.one(
            "Lettre de motivation pour un logement",
            "Objet : demande urgente de relogement",
            "À Monsieur le Maire",
            "Explication de ma situation",
        ),
        Text(case.one("Monsieur le Maire,", "Madame la Directrice,", "Madame, Monsieur,")),
        *several(
            case,
            2,
            f"Je me permets de vous écrire car je cherche un logement depuis le {case.long(200, 1500)}.",
            f"Je vis actuellement {case.address}, dans un appartement trop petit et trop cher pour mes revenus.",
            f"Je travaille chez {case.home.employeur} et je gagne environ {case.home.net} euros par mois.",
            "Malgré plusieurs relances, aucune proposition ne m'a été faite à ce jour.",
            "Mes enfants partagent une seule chambre et leur santé s'en ressent.",
            "Vous trouverez les justificatifs joints à cette lettre.",
        ),
        Text(
            case.one(
                "Je vous prie d'agréer l'expression de mes sentiments respectueux.",
                "En comptant sur votre compréhension.",
                "Respectueusement,",
            )
        ),
        signer=who.full,
    )


def _slip_of_town_hall(case: Case) -> Paper:
    return _letter(
        case,
        case.one(
            f"CCAS de {case.commune.title()}",
            "Service habitat et logement",
            "Maison France services",
            "Mairie – guichet logement",
        ),
        case.one("Transmission", "Bordereau d'envoi", "Lettre d'accompagnement", "Soit transmis"),
        Fields(
            (
                ("Concerne", case.named(case.who)),
                ("Numéro de la demande", case.home.numero_unique),
                ("Dossier suivi par", case.third()),
            )
        ),
        Text(
            case.one(
                "Vous voudrez bien trouver ci-joint, pour attribution :",
                "Pour suite à donner, veuillez trouver :",
                "Documents joints :",
            )
        ),
        *_enclosed(case, 2),
        Text(
            said(
                case,
                "En vous souhaitant bonne réception.",
                "Merci de numériser ces pièces.",
                "Avec mes remerciements.",
                "Bien cordialement.",
            )
        ),
        signer=case.one("L'agent d'accueil", "La responsable du service", ""),
    )


def _report_of_social_worker(case: Case) -> Paper:
    return _letter(
        case,
        case.one(
            "Conseil départemental – Maison des solidarités",
            "Association Toit et Parcours",
            "Mission locale du Val",
            "UDAF",
        ),
        case.one(
            "Objet : appui à une demande de logement",
            "Objet : accompagnement social",
            "Note à l'attention du bailleur",
            "Rapport social",
        ),
        Text(case.one("Madame, Monsieur,", "Chers collègues,")),
        *several(
            case,
            2,
            f"J'accompagne {case.named(case.who)} dans ses démarches depuis plusieurs mois.",
            "Je me permets d'appeler votre attention sur la situation de ce "
            "ménage, qui relève des publics prioritaires.",
            "Vous trouverez en pièces jointes les justificatifs nécessaires à l'instruction.",
            "Le ménage est à jour de ses loyers et présente un projet adapté.",
            "Les ressources du foyer permettent l'accès à un logement de type 3.",
        ),
        Heading("Pièces jointes"),
        *_enclosed(case, 1),
        signer=f"{case.third()}, {case.one('assistante sociale', 'conseillère ESF', 'travailleur social')}",
    )


def _message_printed(case: Case) -> Paper:
    return _letter(
        case,
        case.one("Messagerie – Imprimer", "Boîte de réception (1)", "Webmail"),
        case.one(
            "TR: documents dossier logement", "Envoi de mes justificatifs", "Re: pièces manquantes", "dossier HLM"
        ),
        Fields(
            (
                ("De", f"{case.who.full} <{case.home.courriel}>"),
                ("À", "logement@mairie.example.org"),
                ("Date", case.short(1, 9)),
                ("Pièces jointes", f"{case.some(2, 9)} fichiers"),
            )
        ),
        Text(case.one("Bonjour,", "Bonjour Madame,", "Bonsoir")),
        Text(
            case.one(
                "ci-joint les documents demandés pour ma demande de logement, merci de confirmer la réception.",
                "comme convenu au téléphone je vous envoie les papiers. Bonne réception.",
                f"voici les pièces qui manquaient au dossier {case.home.numero_unique}. Cordialement.",
            )
        ),
        Text(case.who.full),
    )


WRITERS: Writers = {
    "TRN-LET": to_learn(
        *with_asides(
            LETTERS,
            _covering_of_applicant,
            _plea_of_applicant,
            _slip_of_town_hall,
            _report_of_social_worker,
            _message_printed,
        )
    ),
}
