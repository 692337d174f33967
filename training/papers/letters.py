"""Typed covering letters of applicants and of social workers (TRN-LET)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_PIECES = (
    *("carte d'identité", "avis d'imposition", "trois derniers bulletins de salaire", "livret de famille"),
    *("quittance de loyer", "attestation CAF", "jugement de divorce", "titre de séjour", "bail"),
    *("certificat de scolarité", "notification de retraite", "attestation d'hébergement", "justificatif de grossesse"),
)


def _some_pieces(case: Case) -> list[str]:
    return case.desk.rng.sample(_PIECES, case.some(2, 7))


def _letter(issuer: str, title: str, parts: tuple[Part, ...], *, line: str, signer: str) -> Paper:
    """Return a letter, with ``line`` under who sends it."""
    return Paper("TRN-LET", None, issuer, title, parts, lines=(line,), signer=signer)


def _of_applicant(case: Case) -> Paper:
    who = case.who
    return _letter(
        who.full,
        case.one(
            "Objet : demande de logement social", "Objet : envoi de pièces justificatives", "Lettre d'accompagnement"
        ),
        (
            *texts(
                "Madame, Monsieur,",
                f"Veuillez trouver ci-joint les pièces que vous m'avez réclamées par courrier du {case.long(5, 40)} "
                f"pour mon dossier de demande de logement n° {case.home.numero_unique} :",
                *(f"– {each} ;" for each in _some_pieces(case)),
                case.one(
                    "Nous vivons à l'étroit et notre situation devient urgente.",
                    "Mon employeur ne m'a pas encore remis le dernier bulletin ; je vous le ferai parvenir.",
                    "Je reste joignable par téléphone pour toute information complémentaire.",
                ),
                "Dans l'attente de votre réponse, je vous prie d'agréer, Madame, Monsieur, mes salutations "
                "distinguées.",
            ),
        ),
        line=f"{case.address} – {case.home.courriel}",
        signer=who.full,
    )


def _of_social_worker(case: Case) -> Paper:
    who = case.who
    return _letter(
        case.one("CENTRE COMMUNAL D'ACTION SOCIALE", "MAISON DES SOLIDARITÉS", "SERVICE SOCIAL DÉPARTEMENTAL"),
        f"Transmission – dossier de {case.named(who)}",
        (
            *texts(
                "Madame, Monsieur,",
                f"J'accompagne {case.named(who)} et sa famille ({len(case.home.enfants)} enfant(s)) dans leurs "
                f"démarches. Vous voudrez bien trouver en pièces jointes, pour la demande {case.home.numero_unique} :",
                "; ".join(_some_pieces(case)) + ".",
                f"Je vous saurais gré de bien vouloir compléter son dossier et attire votre attention sur "
                f"{case.one('la suroccupation du logement', 'un congé pour vente', 'une procédure d’expulsion')}. "
                "Le ménage perçoit une aide au logement de la CAF et s'acquitte régulièrement de son loyer.",
                "Restant à votre disposition, je vous prie de croire à l'assurance de ma considération distinguée.",
            ),
        ),
        line=f"Permanences sur rendez-vous – {case.home.ville}",
        signer=f"{case.third()}, assistante sociale",
    )


def _slip_of_association(case: Case) -> Paper:
    rows = tuple((each.capitalize(), str(case.some(1, 4))) for each in _some_pieces(case))
    return _letter(
        case.one("Association Le Toit Partagé", "Association Passerelle Logement"),
        "Objet : complément de dossier",
        (
            Text(f"Demandeur : {case.known(case.who)} – N° unique {case.home.numero_unique}"),
            Text("Bonjour, ci-joint les documents manquants, à verser au dossier de la personne que nous hébergeons."),
            Table((("Nature", "Feuilles"), *rows), (4, 1)),
            Text(
                case.one(
                    "La domiciliation est assurée par nos soins jusqu'à la signature d'un bail.",
                    "Le contrat de séjour prend fin ce trimestre ; merci de l'examiner en commission.",
                )
                + " Nous restons vos interlocuteurs pour les pièces qui viendraient à manquer ou à expirer."
            ),
            Text("Merci d'en accuser réception par courriel. Cordialement."),
        ),
        line=f"Référent social : {case.third()}",
        signer="La référente",
    )


def _reply_to_desk(case: Case) -> Paper:
    who = case.who
    return _letter(
        f"{who.gendered('Mme', 'M.')} {who.nom} {who.prenom}",
        case.one("Réponse à votre courrier", "Suite à notre entretien au guichet", "Renouvellement de ma demande"),
        (
            *texts(
                f"À l'attention du service logement de {case.commune.title()}",
                f"Suite à votre appel, je vous adresse {case.one(*_PIECES)} ainsi que {case.one(*_PIECES)}, afin de "
                f"mettre à jour ma demande déposée en {case.home.depot.year} "
                f"(numéro {case.home.numero_unique}).",
                f"Depuis, {case.one('nous sommes séparés', 'j’ai un emploi', 'je touche ma retraite')}. "
                f"Je paie {case.amount(case.home.loyer)} par mois.",
                "Pardonnez-moi le retard : l'administration m'a fait attendre six semaines ce document. "
                + case.one("Mon fils est asthmatique.", "Le bail actuel se termine.", "L'ascenseur est en panne."),
                "Recevez, Madame, Monsieur, mes sentiments respectueux. Vous en remerciant par avance.",
            ),
        ),
        line=case.home.rue,
        signer=f"{who.prenom} {who.nom}",
    )


def _of_guardian(case: Case) -> Paper:
    return _letter(
        case.one("Service mandataire judiciaire", "Foyer de jeunes travailleurs Les Mariniers"),
        f"Bordereau d'envoi – nos réf. {case.number(5)}/{case.one('AB', 'MC')}",
        (
            *texts(
                "Chers collègues, faisant suite à notre entretien téléphonique de ce jour,",
                f"En ma qualité de {case.one('mandataire', 'responsable du suivi')}, je vous remets sous ce pli les "
                f"justificatifs concernant {case.named(case.who)}.",
                "Sont annexés : " + ", ".join(_some_pieces(case)) + ".",
                "Les originaux nous seront retournés après numérisation. Une attribution rapide permettrait une "
                "sortie de l'établissement dans de bonnes conditions. Bien à vous.",
            ),
        ),
        line=f"{case.home.world.rues[1]}, {case.home.world.villes[1]}",
        signer=case.third(),
    )


WRITERS: Writers = {
    "TRN-LET": to_learn(_of_applicant, _of_social_worker, _reply_to_desk, _of_guardian, _slip_of_association)
}
