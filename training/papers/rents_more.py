"""More ways of saying that rents are settled, and of proving that one was paid (LOG-ABA, LOG-PAI)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _page_of_tenant_account(case: Case) -> Paper:
    return Paper(
        "LOG-ABA",
        None,
        case.one("OFFICE PUBLIC DE L'HABITAT", "Espace locataire", "SA D'HLM DU BASSIN", case.home.bailleur),
        case.one(
            "Attestation de bon paiement",
            "Votre situation locative",
            "Situation de compte locataire",
            "Attestation locative",
        ),
        (
            Fields(
                (
                    (case.one("Titulaire du bail", "Locataire", "Client"), case.named(case.who)),
                    (case.one("Contrat", "Référence locative", "N° de bail"), f"L/{case.number(6)}"),
                    (case.one("Logement", "Adresse du lot"), case.home.rue),
                    ("Commune", case.home.ville),
                    (case.one("Date d'entrée", "Occupé depuis"), case.short(400, 3000)),
                    (case.one("Solde au jour de l'édition", "Reste dû"), "0,00 €"),
                )
            ),
            Text(
                case.one(
                    "Aucun impayé de loyer ni de charges n'est constaté à ce jour.",
                    "Votre compte ne présente pas de dette. Vous êtes à jour de vos règlements.",
                    "Le bailleur certifie que les échéances appelées sont soldées.",
                )
            ),
            *several(
                case,
                1,
                "Ce document n'est pas une quittance.",
                f"Dernier loyer appelé : {case.amount(case.home.loyer)}, charges comprises.",
                "Attestation valable un mois, sous réserve des encaissements en cours.",
                "Assurance du logement à jour. Aucun trouble de voisinage signalé.",
            ),
        ),
        foot=case.one("", f"https://locataires.example.org/mon-compte/attestation – édité le {case.short(1, 9)} – 1/1"),
    )


def _letter_of_small_owner(case: Case) -> Paper:
    owner, who = case.third(), case.who
    return Paper(
        "LOG-ABA",
        None,
        owner,
        case.one("Attestation du propriétaire", "Attestation", "Recommandation d'un locataire", "À qui de droit"),
        texts(
            case.one(
                f"Je soussigné(e) {owner}, propriétaire du logement situé {case.address}, loué à {case.named(who)}, "
                "déclare que tous les loyers m'ont été réglés jusqu'à ce jour.",
                f"{case.named(who)} loue mon appartement depuis {case.month(case.some(12, 70))}. Je n'ai jamais eu à "
                "réclamer un loyer.",
                f"Bailleur de {case.named(who)}, je certifie que {who.gendered('la locataire', 'le locataire')} paie "
                f"ponctuellement son loyer de {case.amount(case.home.loyer)} et ses charges.",
            ),
            case.one(
                "Le logement est tenu proprement et le voisinage ne s'en plaint pas.",
                f"Aucune procédure n'est engagée ; le bail se poursuit jusqu'au {case.ahead(100, 900)}.",
                "Rien ne m'est dû, ni au titre des charges récupérables, ni au titre de la taxe d'ordures ménagères.",
            ),
            said(
                case,
                "Je précise que les factures d'énergie sont à son nom.",
                "Nous nous quittons en bons termes : mon logement est devenu trop petit pour la famille.",
                "En dix ans de location, j'ai connu des locataires moins sérieux, et je recommande celui-ci sans "
                "réserve à tout organisme qui examinerait sa candidature.",
                "La caution versée à l'entrée est intacte.",
            ),
            case.one(
                "Je lui remets ce papier pour son dossier de logement.",
                "Fait à sa demande pour un organisme HLM.",
                "Attestation établie en deux exemplaires.",
            ),
        ),
        lines=(case.one("Propriétaire bailleur", "13, chemin des Vignes"), f"Tél. 01 99 00 {case.number(2)} 14"),
        signer=case.one(owner, "Le bailleur", "Le propriétaire"),
    )


def _form_about_rent(case: Case) -> Paper:
    return Paper(
        "LOG-ABA",
        None,
        case.one("Caisse d'allocations familiales", "Action logement", "MSA – service logement", "Fonds de garantie"),
        case.one("Attestation de loyer", "Questionnaire au bailleur", "Justificatif à remplir par le bailleur"),
        (
            Text(
                case.one(
                    "À faire remplir par le bailleur ou son mandataire, puis à joindre à votre demande.",
                    "Cadre réservé au propriétaire ou à l'agence.",
                )
            ),
            Filled(
                (
                    ("Nom du bailleur", case.home.bailleur),
                    ("N° Siret ou date de naissance", case.home.siret if case.some(0, 1) else ""),
                    ("Locataire(s)", case.who.full),
                    ("Date d'effet du bail", case.short(200, 2500)),
                    ("Montant du loyer hors charges", str(case.home.loyer)),
                )
            ),
            Text("Le locataire est-il à jour du paiement de ses loyers et charges ?", bold=True),
            Choices(
                (
                    ("oui, à jour au mois de " + case.month(), True),
                    (case.one("non, montant de la dette : ........ €", "non, nombre de mois impayés : ...."), False),
                )
            ),
            Choices((("logement loué vide", True), ("meublé", False), ("colocation", False))),
            Text(
                case.one(
                    "Je certifie que le logement répond aux critères de décence (décret du 30 janvier 2002).",
                    "Je certifie sur l'honneur que ces renseignements sont exacts. Loi du 6 janvier 1978.",
                )
            ),
        ),
        form=case.one("", "cerfa n° 10842*07", "Imprimé n° B 214"),
        signer=case.one("Cachet et signature du bailleur", "Le bailleur"),
        seal=case.desk.rng.choice(((), ("GESTION", "LOCATIVE"))),
    )


def _certificate_of_manager(case: Case) -> Paper:
    rows = tuple((case.month(n).capitalize(), case.amount(case.home.loyer), "soldé") for n in range(case.some(3, 12)))
    return Paper(
        "LOG-ABA",
        None,
        case.one("CABINET TOURNEBRIDE – Administrateur de biens", "Agence immobilière du Beffroi", "Étude notariale"),
        case.one("Certificat de paiement", "Attestation de loyers à jour", "Attestation d'absence de dette locative"),
        (
            Text(
                f"Agissant comme mandataire de {case.one('la SCI propriétaire', case.third(), 'notre mandant')}, nous "
                f"certifions que {case.named(case.who)}, {case.one('preneur à bail', 'locataire')} au {case.address}, "
                + case.one(
                    "est à jour de ses loyers et provisions pour charges.",
                    "n'est redevable d'aucun arriéré locatif.",
                    "a acquitté l'intégralité des termes échus.",
                )
            ),
            *((Table((("Terme", "Appelé", "État"), *rows), (2, 1, 1)),) * case.some(0, 1)),
            Text(
                said(
                    case,
                    "Cette attestation ne préjuge pas de la régularisation annuelle des charges.",
                    "Dépôt de garantie encaissé : un mois.",
                    "Nous n'avons délivré ni commandement ni mise en demeure.",
                    "Délivré gratuitement à la demande de l'occupant.",
                )
            ),
        ),
        lines=("Gestion – Transaction – Syndic", f"Carte professionnelle n° {case.number(4)} – garantie financière"),
        references=(f"Mandat {case.number(5)}",),
        signer=case.one("Le service gérance", "La comptable", "Le gestionnaire"),
    )


def _standing_order(case: Case) -> Paper:
    who, owner = case.adult(), case.home.bailleur
    return Paper(
        "LOG-PAI",
        None,
        case.one(*case.home.world.banques, "BANQUE DU COMMERCE", "La Banque des Facteurs"),
        case.one(
            "Avis d'exécution de virement",
            "Confirmation d'un virement permanent",
            "Ordre de virement permanent",
            "Attestation de virement",
        ),
        (
            Fields(
                (
                    (case.one("Donneur d'ordre", "Émetteur", "Titulaire"), who.full),
                    ("Compte débité", f"FR76 XXXX XXXX XXXX XXXX {case.number(4)}"),
                    (case.one("Bénéficiaire", "Au profit de"), owner),
                    (case.one("Motif", "Libellé", "Communication"), f"LOYER {case.month()} {who.nom}".upper()),
                    ("Montant", case.amount(case.home.loyer)),
                    (case.one("Date d'exécution", "Périodicité"), case.one(case.short(3, 30), "mensuelle, le 5")),
                )
            ),
            *several(
                case,
                1,
                "Nous avons exécuté ce jour l'opération ci-dessus par le débit de votre compte.",
                "Ce virement est émis chaque mois jusqu'à révocation de votre part.",
                "Le présent avis ne constitue pas un relevé de compte.",
                "Virement SEPA – frais partagés (SHA).",
            ),
        ),
        references=(f"Réf. opération {case.number(10)}",),
        letter=case.some(0, 1) == 1,
    )


def _screen_of_the_bank(case: Case) -> Paper:
    rows = tuple((case.month(n).capitalize(), case.amount(-case.home.loyer), "Exécuté") for n in range(case.some(2, 6)))
    return Paper(
        "LOG-PAI",
        None,
        case.one("Ma banque en ligne", "Virements > Historique", "Application mobile"),
        case.one("Virement effectué", "Mes virements de loyer", "Détail de l'opération", "Loyer"),
        (
            Heading(f"{case.home.bailleur} – {case.one('loyer', 'LOYER APPT', 'Loyer + charges')}"),
            Table((("Mois", "Montant", "État"), *rows), (2, 1, 1)),
            Text(
                case.one(
                    f"De : compte courant de {case.who.full} vers : {case.home.bailleur}.",
                    "Bénéficiaire enregistré : propriétaire. Récurrence : tous les mois.",
                    f"Virement instantané de {case.amount(case.home.loyer)} reçu par le bénéficiaire.",
                )
            ),
            Text(case.one("Partager le justificatif – Télécharger en PDF", "Retour – Nouveau virement – Aide")),
        ),
        foot=case.one("", f"https://particuliers.banque.example.org/virements – {case.short(1, 9)} 1/1"),
    )


def _receipt_of_a_payment(case: Case) -> Paper:
    return Paper(
        "LOG-PAI",
        None,
        case.one(case.home.bailleur, "Paiement en ligne – espace locataire", "Bureau de poste", "RÉGIE DE RECETTES"),
        case.one(
            "Confirmation de paiement",
            "Reçu de paiement par carte bancaire",
            "Accusé de réception de votre règlement",
            "Récépissé de mandat",
        ),
        (
            Text(
                case.one(
                    f"Nous accusons réception de votre règlement de {case.amount(case.home.loyer)}.",
                    "Votre paiement a été accepté par votre banque. Merci de conserver ce ticket.",
                    f"Reçu en espèces au guichet la somme de {case.amount(case.home.loyer)} pour le loyer.",
                )
            ),
            Fields(
                (
                    (case.one("Payeur", "Versé par"), case.who.full),
                    (case.one("Objet", "Référence de l'avis"), f"{case.one('Loyer', 'Terme')} {case.month()}"),
                    ("Moyen", case.one("CB ****" + case.number(4), "chèque n° " + case.number(7), "mandat", "espèces")),
                    (case.one("Date et heure", "Le"), f"{case.short(2, 30)} {case.some(8, 19)}:{case.some(10, 59)}"),
                    (case.one("Autorisation", "N° de transaction"), case.number(6)),
                )
            ),
            Text(
                said(
                    case,
                    "Ce reçu ne vaut pas quittance de loyer.",
                    "Le solde de votre compte sera actualisé sous 48 heures.",
                    "En cas d'erreur, contactez votre agence.",
                )
            ),
        ),
        seal=case.desk.rng.choice(((), ("PAYÉ",))),
    )


WRITERS: Writers = {
    "LOG-ABA": to_learn(_page_of_tenant_account, _letter_of_small_owner, _form_about_rent, _certificate_of_manager),
    "LOG-PAI": to_learn(_standing_order, _screen_of_the_bank, _receipt_of_a_payment),
}
