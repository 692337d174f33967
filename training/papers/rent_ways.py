"""More ways in which rent is called, received and paid: receipts, calls, proofs of payment."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Filled, Paper, Table, Text
from training.papers.figures import summed
from training.papers.several import said, several
from training.papers.wording import spelled, texts
from training.papers.writers import Writers, to_learn

RECEIPT, PAYMENT = "LOG-QUI", "LOG-PAI"
RECEIPT_NOTES = (
    "A conserver trois ans par le locataire.",
    "Les paiements s'imputent d'abord sur les dettes les plus anciennes.",
    "Cette quittance ne vaut pas titre d'occupation si un congé a été donné.",
    "Sous réserve de l'encaissement du chèque.",
    "Provision sur charges régularisée une fois l'an, décompte à l'appui.",
    "Loyer révisé selon l'indice de référence des loyers (IRL).",
)
PAYMENT_NOTES = (
    "Le virement apparaîtra sur votre prochain relevé sous le libellé LOYER.",
    "Délai d'exécution : un jour ouvré (SEPA).",
    "Aucun frais n'est appliqué à cette opération.",
    "Le bénéficiaire est enregistré dans votre liste : propriétaire.",
    "Preuve de paiement à remettre au bailleur en cas de contestation.",
)


def _receipt_of_pad(case: Case) -> Paper:
    rent, charges = case.home.loyer, case.some(0, 90)
    return Paper(
        RECEIPT,
        None,
        case.one("N° " + case.number(3), "LOYER", "Carnet à souche"),
        case.one("Quittance", "Reçu", "Quittance de loyer", "Bon pour quittance"),
        (
            Filled(
                (
                    (case.one("Reçu de", "Reçu de M.", "Je reconnais avoir reçu de"), case.adult().full),
                    ("la somme de", f"{spelled(rent + charges)} euros"),
                    (case.one("pour loyer et accessoires des locaux sis", "pour location"), case.home.rue),
                    (case.one("terme de", "pour le mois de", "échu le"), case.month()),
                    ("Loyer", f"{rent}"),
                    (case.one("Charges", "Eau, ordures", "Accessoires"), f"{charges}" if charges else ""),
                )
            ),
            Text(
                case.one(
                    "Dont quittance sous réserve de tous droits.",
                    "Le paiement du présent terme n'emporte pas présomption de paiement des termes antérieurs.",
                    "dont quittance, sans préjudice du terme en cours et sous toutes réserves",
                    "Merci.",
                )
            ),
            *several(case, 0, *RECEIPT_NOTES),
        ),
        signer=case.one(case.home.bailleur, "Le propriétaire", "Signature"),
    )


def _call_of_social_landlord(case: Case) -> Paper:
    home = case.home
    rows, total = summed(
        case,
        (case.one("Loyer principal", "LOYER LOGEMENT", "Loyer de base"), home.loyer * 0.9, home.loyer),
        (case.one("Loyer garage", "Stationnement", "Annexe 0031"), 20, 45),
        (case.one("Prov. chauffage", "Chauff. collectif", "ACOMPTE CHAUFFAGE"), 25, 80),
        (case.one("Eau froide", "EF - EC", "Provision eau"), 12, 40),
        (case.one("Ascenseur, ménage", "Entretien parties communes", "CHARGES GENERALES"), 10, 60),
    )
    help_ = case.some(60, 260)
    return Paper(
        RECEIPT,
        None,
        case.one("OFFICE PUBLIC DE L'HABITAT", "LOGIS VALMONTOIS - ESH", home.bailleur),
        case.one("Avis d'échéance", "Facture de loyer", "Votre loyer", "Appel de loyer", "Avis de loyer à payer"),
        (
            Text(
                case.one(f"Période {case.period()}", f"Echéance de {case.month()}", f"Mois concerné : {case.month()}")
            ),
            Table(
                (
                    (case.one("Rubrique", "Libellé", "Désignation"), case.one("Montant", "Débit", "Euros")),
                    *rows,
                    (case.one("APL versée au bailleur", "A déduire : AL tiers payant", "RLS + APL"), f"-{help_},00 €"),
                    (
                        case.one("NET A PAYER", "Solde à régler", "Total à payer avant le 10"),
                        case.amount(total - help_),
                    ),
                ),
                (3, 1),
            ),
            *texts(
                said(
                    case,
                    f"Solde antérieur : 0,00 €. Dernier règlement reçu le {case.short(20, 40)}.",
                    "Vous êtes prélevé le 8 du mois. Cet avis vaut quittance après encaissement.",
                    "Quittance du mois précédent acquittée - sous réserve d'encaissement.",
                ),
                said(
                    case,
                    "Astreinte technique 24h/24. Pensez à votre attestation d'assurance !",
                    "En cas de difficulté de paiement, contactez votre conseillère sociale.",
                    "Enquête SLS : réponse obligatoire.",
                ),
            ),
            *several(case, 0, *RECEIPT_NOTES),
        ),
        references=(f"Réf. locataire L/{case.number(7)}", f"Agence {case.one('Nord', 'Centre', 'Sud')}"),
        letter=True,
        foot="Talon à joindre à votre chèque - TIP SEPA - ne pas plier",
    )


def _receipt_of_manager_online(case: Case) -> Paper:
    home, charges = case.home, case.some(20, 110)
    return Paper(
        RECEIPT,
        None,
        case.one("Mon espace locataire", "Extranet client", "Gérance - documents"),
        case.one("Quittance dématérialisée", f"Quittance {case.month()}", "Mes quittances", "Reçu de paiement"),
        (
            Text(case.one(f"Bonjour {case.who.prenom},", "Bonjour,", "Cher locataire,")),
            Text(
                case.one(
                    "nous accusons réception de votre règlement",
                    "votre loyer a bien été encaissé",
                    "votre quittance est disponible",
                )
                + f" pour la période {case.period()}."
            ),
            Fields(
                (
                    ("Lot", f"{case.number(5)} - {home.rue}"),
                    (case.one("HC", "Loyer HC", "Principal"), case.amount(home.loyer)),
                    (case.one("PC", "Prov./charges", "Charges"), case.amount(charges)),
                    (case.one("Total TTC", "Payé", "Encaissé"), case.amount(home.loyer + charges)),
                    ("Mode", case.one("Prélèvement", "Virement", "CB")),
                )
            ),
            Text(f"{case.one('Propriétaire', 'Mandant', 'Pour le compte de')} : {home.bailleur}"),
            *several(case, 0, *RECEIPT_NOTES),
        ),
        references=(home.courriel,),
        foot=f"https://locataire.example.org/quittances?id={case.number(6)}   {case.short(0, 9)} {case.some(8, 22)}:"
        f"{case.some(10, 59)}   1/1",
    )


def _receipt_typed_by_owner(case: Case) -> Paper:
    rent, charges, who = case.home.loyer, case.some(10, 70), case.adult()
    return Paper(
        RECEIPT,
        None,
        case.one(case.third(), case.home.bailleur, "Indivision " + case.third().split()[-1]),
        case.one("Loyer de " + case.month(), "Acquit de loyer", "Reçu du loyer", "Quittance"),
        (
            *texts(
                f"{case.one('Je soussigné, bailleur', 'Le bailleur', 'Nous, propriétaires')} du logement situé "
                f"{case.address}, {case.one('déclare avoir perçu de', 'reconnais avoir encaissé de', 'donne acte à')} "
                f"{case.named(who)} la somme de {case.amount(rent + charges)} ({spelled(rent + charges)} euros), "
                f"au titre du loyer et des charges, {case.one('période', 'échéance', 'terme')} {case.period()}.",
                f"Détail : loyer nu {case.amount(rent)} ; {case.one('charges', 'provisions')} {case.amount(charges)}.",
                said(
                    case,
                    "Cette quittance annule tous les reçus donnés pour le même terme.",
                    "Article 21 de la loi du 6 juillet 1989 : la quittance est remise gratuitement.",
                    "Le présent acquit ne préjuge pas des sommes restant dues.",
                ),
            ),
            *several(case, 0, *RECEIPT_NOTES),
        ),
        signer=case.one("Le bailleur", "Pour acquit", case.home.bailleur),
    )


def _transfer_done(case: Case) -> Paper:
    return Paper(
        PAYMENT,
        None,
        case.one(*case.home.world.banques),
        case.one("Virement effectué", "Avis d'opéré", "Confirmation de votre virement", "Détail de l'opération"),
        (
            Fields(
                (
                    (case.one("Donneur d'ordre", "Emetteur", "Compte débité"), case.adult().full),
                    (case.one("Bénéficiaire", "Vers", "Compte crédité"), case.home.bailleur),
                    ("IBAN", f"FR76 XXXX XXXX XXXX {case.number(4)}"),
                    ("Montant", case.amount(case.home.loyer + case.some(0, 80))),
                    (
                        case.one("Motif", "Libellé", "Référence"),
                        case.one("Loyer ", "LOYER+CH ", "Loyer appart ") + case.month(),
                    ),
                    ("Exécuté le", case.short(2, 40)),
                )
            ),
            Text(
                case.one(
                    "Opération enregistrée.",
                    "Ce document vous est remis à titre de justificatif.",
                    "Statut : comptabilisé.",
                )
            ),
            *several(case, 0, *PAYMENT_NOTES),
        ),
        foot=f"https://banque.example.org/virements/{case.number(8)}",
    )


def _standing_order(case: Case) -> Paper:
    return Paper(
        PAYMENT,
        None,
        case.one(*case.home.world.banques),
        case.one("Virement permanent", "Ordre de virement permanent", "Mise en place d'un virement automatique"),
        (
            Text(case.one("Vous nous avez demandé de virer :", "Par le débit de mon compte, veuillez virer :")),
            Filled(
                (
                    ("Titulaire", case.who.full),
                    ("Bénéficiaire", case.home.bailleur),
                    ("Somme", case.amount(case.home.loyer)),
                    ("Le", case.one("1er de chaque mois", "5 du mois", "3")),
                    ("Motif", case.one("loyer", "loyer appartement", "règlement du loyer")),
                )
            ),
            Text("L'ordre vaut jusqu'à révocation écrite, compte tenu d'une provision suffisante."),
            *several(case, 0, *PAYMENT_NOTES),
        ),
        signer=case.one("Le titulaire", "Le client"),
    )


def _cheque_or_counter_receipt(case: Case) -> Paper:
    return Paper(
        PAYMENT,
        None,
        case.one("TRESOR PUBLIC", "LA POSTE - mandat compte", case.home.bailleur),
        case.one(
            "Reçu de versement", "Justificatif de paiement", "Paiement par carte accepté", "Déclaration de recette"
        ),
        (
            *texts(
                f"{case.one('Versé par', 'Payé par', 'Partie versante')} : {case.adult().full}",
                f"{case.one('Objet', 'Nature')} : {case.one('loyer', 'loyer HLM', 'avis de loyer')} {case.month()}",
                f"{case.one('Montant', 'Somme')} : {case.amount(case.home.loyer)} - "
                f"{case.one('carte bancaire', 'espèces', 'chèque n° ' + case.number(7))}",
                f"Le {case.short(2, 40)} à {case.some(8, 18)}h{case.some(10, 59)} - n° {case.number(9)}",
                case.one("Ticket client à conserver.", "Reçu délivré par le guichet.", "Merci de votre paiement."),
            ),
            *several(case, 0, *PAYMENT_NOTES),
        ),
    )


WRITERS: Writers = {
    RECEIPT: to_learn(_receipt_of_pad, _call_of_social_landlord, _receipt_of_manager_online, _receipt_typed_by_owner),
    PAYMENT: to_learn(_transfer_done, _standing_order, _cheque_or_counter_receipt),
}
