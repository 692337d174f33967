"""More ways in which people say that they put somebody up: by hand, typed, on a form, by message."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Filled, Heading, Paper, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

HOST = "LOG-HEB"
NOTES = (
    "Cet hébergement est provisoire, dans l'attente d'un logement social.",
    "Il ne donne lieu à aucun loyer.",
    "Je suis informé(e) qu'une fausse attestation est punie par la loi.",
    "Copie de ma carte d'identité jointe.",
    "La personne reçoit son courrier à mon adresse.",
    "Le logement est trop petit pour deux ménages.",
    "Je certifie l'exactitude de ces renseignements.",
)


def _handwritten_by_host(case: Case) -> Paper:
    who, host = case.adult(), case.third()
    return Paper(
        HOST,
        None,
        host,
        case.one("Attestation", "Hébergement", "Attestation d'hébergement", "A l'attention du service logement"),
        (
            Filled(
                (
                    (case.one("Je soussigné(e)", "Moi,", "Je,"), host),
                    (case.one("demeurant", "habitant au", "domicilié(e)"), case.home.rue),
                    (case.one("atteste héberger", "certifie loger chez moi", "déclare accueillir"), who.full),
                    ("né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    (case.one("depuis le", "à compter du", "depuis"), case.short(30, 900)),
                    (case.one("à titre", "lien"), case.one("gratuit", "gracieux", "ma nièce", "un ami", "famille")),
                )
            ),
            Text(
                case.one(
                    "Fait pour servir et valoir ce que de droit.",
                    "J'ai connaissance des sanctions pénales encourues en cas de faux.",
                    "Fait de bonne foi.",
                )
            ),
            *several(case, 0, *NOTES),
        ),
        signer=case.one("Signature", "L'hébergeant", host),
    )


def _typed_by_parents(case: Case) -> Paper:
    who, host = case.who, case.third()
    kin = case.one("mes parents", "ma sœur et mon beau-frère", "une cousine", "un collègue", "ma belle-mère")
    return Paper(
        HOST,
        None,
        case.one(host, f"M. et Mme {host.split()[-1]}"),
        case.one(
            "Attestation sur l'honneur",
            "Déclaration de l'hébergeant",
            "Hébergement à titre gracieux",
            "Je loge un proche",
        ),
        (
            Text(
                f"{case.one('Nous soussignés', 'Par la présente, nous', 'Je soussigné(e)')}, {host}, "
                f"{case.one('propriétaires', 'locataires', 'titulaires du bail')} au {case.address}, "
                f"{case.one('certifions sur notre honneur', 'certifions', 'déclarons')} que {case.known(who)} "
                f"{case.one('vit sous notre toit', 'réside chez nous', 'partage notre logement')} depuis "
                f"{case.one('le ' + case.long(60, 1500), 'sa séparation', 'son arrivée dans la région')}"
                f"{case.one(', sans contrepartie financière', ', gratuitement', ' et ne verse aucun loyer')}."
            ),
            *texts(
                said(
                    case,
                    f"Faute de place ({case.some(1, 3)} chambres pour {case.some(4, 7)} personnes), cette solution ne "
                    "peut être que provisoire.",
                    "Nous souhaitons récupérer la chambre dès que possible.",
                    f"L'intéressé{who.gendered('e', '')} dort dans le salon, chez {kin}.",
                ),
                case.one(
                    "Pièces jointes : ma carte d'identité, ma facture d'électricité.",
                    "PJ : CNI + quittance EDF.",
                    "Vous trouverez ci-joint la copie de ma pièce d'identité et un justificatif de domicile.",
                ),
            ),
            *several(case, 0, *NOTES),
        ),
        signer=host,
    )


def _form_with_two_frames(case: Case) -> Paper:
    who, host = case.who, case.third()
    children = " ".join(child.prenom for child in case.home.enfants)
    return Paper(
        HOST,
        None,
        case.one("PREFECTURE", "DEMANDE DE LOGEMENT SOCIAL", "MAIRIE DE " + case.commune, "ASSURANCE MALADIE"),
        case.one("Déclaration d'hébergement", "Attestation de l'hébergeant", "Formulaire hébergé / hébergeant"),
        (
            Heading(case.one("L'HEBERGEANT", "Cadre 1 : la personne qui héberge", "A. Vous hébergez")),
            Filled(
                (
                    ("Nom, prénom", host),
                    ("Adresse", case.home.rue),
                    ("Code postal, ville", case.home.ville),
                    ("Téléphone", case.one("", "03 99 00 " + case.number(2) + " " + case.number(2))),
                )
            ),
            Heading(case.one("L'HEBERGE(E)", "Cadre 2 : la personne hébergée", "B. Personne accueillie")),
            Filled((("Nom, prénom", who.full), ("Enfants", children), ("Depuis le", case.short(30, 800)))),
            Choices(
                (
                    (case.one("à titre gratuit", "sans participation"), True),
                    (case.one("avec une participation de ........ euros", "contre loyer"), False),
                )
            ),
            Text(
                said(
                    case,
                    "Article 441-7 du code pénal : un an d'emprisonnement et 15 000 euros d'amende.",
                    "L'administration peut vérifier l'exactitude des déclarations.",
                )
            ),
            *several(case, 0, *NOTES),
        ),
        signer=case.one("Signature de l'hébergeant", "Les deux parties"),
    )


def _message_of_host(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        HOST,
        None,
        case.one("SMS", "Conversation", "Message"),
        case.one(case.third(), "Capture d'écran", "Re: papier hébergement"),
        (
            *texts(
                f"{case.short(1, 30)} {case.some(8, 22)}:{case.some(10, 59)}",
                case.one(
                    f"Salut, oui je confirme que {who.prenom} {who.nom} dort chez moi {case.home.rue} depuis "
                    f"{case.month(case.some(1, 9))}, hébergement gratuit le temps de trouver un logement",
                    f"Bonjour je certifie sur l'honneur loger {case.named(who)} à mon domicile {case.address} sans "
                    "loyer. Voilà pour ton dossier HLM",
                    f"Je soussigné, j'héberge bien {who.full} dans mon appartement depuis le {case.short(40, 500)}. Je "
                    "ne peux plus le faire après l'été. Bon courage",
                ),
            ),
            *several(case, 0, *NOTES),
        ),
    )


WRITERS: Writers = {
    HOST: to_learn(_handwritten_by_host, _typed_by_parents, _form_with_two_frames, _message_of_host),
}
