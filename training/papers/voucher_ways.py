"""More ways in which landlords vouch for their tenants: statements, forms, mails, letters of managers."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

VOUCHER = "LOG-ABA"
NOTES = (
    "Le bail est toujours en cours et aucun congé n'a été donné.",
    "Aucun trouble de jouissance n'a été signalé.",
    "Le logement est bien entretenu et les relations avec le bailleur sont bonnes.",
    "Les charges locatives de l'année passée ont été régularisées et payées.",
    "L'intéressé est de bonne foi et ponctuel dans ses paiements.",
    "Je reste joignable pour confirmer ces éléments.",
)


def _statement_of_social_landlord(case: Case) -> Paper:
    who = case.who
    return Paper(
        VOUCHER,
        None,
        case.one("VALMONTEL HABITAT", "FOYER DE L'EST - SA D'HLM", "OFFICE PUBLIC DE L'HABITAT"),
        case.one("Attestation locataire", "Attestation de situation de compte", "Certificat de non-dette locative"),
        (
            *texts(
                f"{case.one('Le service quittancement', 'La direction territoriale', 'Nous, bailleur social,')} "
                f"{case.one('certifie', 'atteste', 'confirme')} que {case.known(who)} est "
                f"{who.gendered('locataire', 'locataire')} d'un logement de notre parc, {case.address}, "
                f"{case.one('depuis le', 'avec un bail du', 'entrée dans les lieux :')} {case.long(300, 4000)}.",
                said(
                    case,
                    "A ce jour, son compte ne présente aucune dette de loyer ni de charges.",
                    f"Compte soldé à l'échéance de {case.month()} : 0,00 €.",
                    "Le règlement du loyer est régulier et aucun impayé n'est constaté.",
                ),
                f"Loyer actuel : {case.amount(case.home.loyer)} hors charges.",
                case.one("Document établi pour une demande de mutation.", "Valable 3 mois.", "Pour toute démarche."),
            ),
            *several(case, 0, *NOTES),
        ),
        references=(f"Dossier {case.number(6)}",),
        signer=case.one("La chargée de clientèle", "Service recouvrement", case.third()),
        seal=("AGENCE", "VALMONTEL"),
    )


def _form_for_benefits(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        VOUCHER,
        None,
        case.one("CAISSE D'ALLOCATIONS FAMILIALES", "MSA", "FSL - FONDS DE SOLIDARITE LOGEMENT", "ADIL"),
        case.one(
            "Attestation de loyer",
            "A remplir par le bailleur",
            "Imprimé propriétaire",
            "Attestation du propriétaire ou du gérant",
        ),
        (
            Filled(
                (
                    (case.one("Bailleur", "Je soussigné(e), propriétaire"), case.home.bailleur),
                    (case.one("Nom du locataire", "atteste que M., Mme"), who.full),
                    ("Adresse du logement loué", case.home.rue),
                    (case.one("Date d'entrée", "occupe le logement depuis le"), case.short(100, 3000)),
                    (case.one("Loyer du mois de juillet", "Loyer sans charges"), case.amount(case.home.loyer)),
                    ("Charges", case.amount(case.some(20, 90))),
                )
            ),
            Choices(
                (
                    ("Le locataire est à jour de ses loyers : oui", True),
                    (case.one("non - montant de la dette : ......", "Impayé de : ...... mois"), False),
                    ("Logement meublé", False),
                    ("Colocation", False),
                )
            ),
            Text("Toute fausse déclaration expose à des poursuites (article 441-7 du code pénal)."),
        ),
        form=case.one("", "cerfa 10842*07", "Réf. AL 05"),
        signer=case.one("Le bailleur ou son mandataire", "Cachet et signature du bailleur"),
    )


def _mail_of_owner(case: Case) -> Paper:
    who = case.who
    return Paper(
        VOUCHER,
        None,
        case.one("Messagerie", "Boîte de réception", "Courriel imprimé"),
        case.one("RE: attestation", "TR: attestation pour votre dossier", "loyers à jour", "Re: Dossier logement"),
        (
            Fields((("De", case.third()), ("À", case.home.courriel), ("Date", case.short(1, 40)))),
            *texts(
                case.one("Bonjour,", f"Bonjour {who.prenom},", f"{who.civility},"),
                case.one(
                    f"Je vous confirme que vous occupez mon appartement du {case.home.rue} depuis le "
                    f"{case.short(300, 3000)} et que vous avez toujours payé loyer et charges en temps et en heure.",
                    f"Comme demandé : {case.named(who)} loue notre bien, {case.address} ; tous les loyers échus "
                    "sont réglés, il n'y a pas de retard.",
                    "Pour faire suite à votre appel, aucune somme ne reste due sur votre compte locatif, tous les "
                    f"termes jusqu'à {case.month()} inclus ayant été acquittés.",
                ),
                case.one("Bonne chance pour votre recherche.", "Cordialement,", "Bien à vous, votre propriétaire"),
            ),
            *several(case, 0, *NOTES),
        ),
    )


def _letter_of_manager(case: Case) -> Paper:
    who, rent = case.who, case.home.loyer
    return Paper(
        VOUCHER,
        None,
        case.one("Cabinet DU LAC", "REGIE PERRINOT & FILS", "AGENCE DU VIEUX PONT"),
        case.one("À qui de droit", "Attestation de bonne tenue de compte", "Attestation du gérant", "Bon payeur"),
        (
            Text(f"Objet : {case.named(who)} - {case.address}", bold=True),
            *texts(
                f"En qualité de {case.one('mandataire', 'gérant', 'administrateur de biens')} de {case.home.bailleur}, "
                f"nous attestons que {who.gendered('la susnommée', 'le susnommé')} est titulaire d'un bail en date du "
                f"{case.long(400, 3000)} et {case.one('se trouve à jour', 'est à jour du règlement')} de ses "
                "loyers et charges.",
                case.one("Les trois derniers termes réglés :", "Extrait du compte :", "Pour mémoire :"),
            ),
            Table((("Terme", "Reçu"), *monthly(case, 3, rent)), (2, 1)),
            Text(
                case.one(
                    "Etabli à la demande du locataire, sans engagement de notre part.",
                    "Fait pour valoir ce que de droit.",
                    "Aucune procédure n'est en cours à son encontre.",
                )
            ),
            *several(case, 0, *NOTES),
        ),
        letter=case.one("o", "n") == "o",
        signer=case.one("La gérance", "Le service location", case.third()),
    )


WRITERS: Writers = {
    VOUCHER: to_learn(_statement_of_social_landlord, _form_for_benefits, _mail_of_owner, _letter_of_manager),
}
