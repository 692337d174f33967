"""More ways in which tenants are told to go: notices to sell or take back, homes to be pulled down."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Text
from training.papers.several import several
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn

NOTICE, PULLED_DOWN = "MOT-CON", "MOT-DEM"
NOTES = (
    "Le relogement se fera de préférence dans le quartier, selon vos besoins et vos moyens.",
    "Le maintien dans les lieux ne sera plus possible après cette date.",
    "Une permanence se tient chaque mardi.",
    "Cette démolition figure dans la convention signée avec l'ANRU.",
)


def _registered_letter_to_sell(case: Case) -> Paper:
    return Paper(
        NOTICE,
        None,
        case.one(case.home.bailleur, case.third(), "Indivision " + case.third().split()[-1]),
        case.one(
            "Objet : congé pour vendre",
            "Lettre recommandée AR - fin de bail",
            "Congé",
            "Vente de l'appartement que vous louez",
        ),
        (
            *texts(
                f"{case.who.civility},",
                f"{case.one('Je vous informe', 'Par la présente, je vous notifie', 'Nous vous faisons part')} de "
                f"{case.one('ma', 'notre')} décision de vendre le logement que vous occupez {case.home.rue} et, en "
                f"conséquence, de ne pas renouveler votre bail, qui expire le {case.ahead(180, 300)}.",
                f"Prix : {case.sum(60000, 230000)}, {case.one('payable comptant', 'hors frais de notaire')}. Cette "
                "offre vous est réservée pendant les deux premiers mois du préavis.",
            ),
            *several(
                case,
                2,
                "Vous voudrez bien libérer les lieux de tout meuble et remettre les clés à cette date.",
                "Vous trouverez jointe la notice relative aux obligations du bailleur et aux voies de recours.",
                "Ce congé respecte le préavis légal de six mois de l'article 15-I et II.",
                "Nous restons à votre disposition pour les visites et l'état des lieux de sortie.",
            ),
        ),
        letter=True,
        references=(f"LRAR n° 1A {case.number(3)} {case.number(3)} {case.number(4)} {case.number(1)}",),
        signer=case.one("Le bailleur", "Les propriétaires"),
    )


def _letter_to_take_back(case: Case) -> Paper:
    whom = case.one("ma fille", "mon fils", "moi-même", "ma mère", "mon conjoint", "notre petit-fils")
    return Paper(
        NOTICE,
        None,
        case.one(case.third(), case.home.bailleur),
        case.one(
            "Congé pour reprise", "Reprise du logement pour habiter", "Non-renouvellement du bail", "Lettre de congé"
        ),
        (
            *texts(
                case.one("Cher locataire,", "Madame, Monsieur,", f"{case.who.civility} {case.who.nom},"),
                f"{case.one('Je souhaite reprendre', 'Nous devons récupérer', 'Je vous donne congé de')}"
                f" l'appartement loué {case.address} afin d'y loger {whom} ({case.third()}), à titre de "
                f"résidence principale. Le contrat prendra donc fin le {case.ahead(180, 280)}.",
            ),
            *several(
                case,
                1,
                "Vous ne devrez le loyer que pour le temps d'occupation réelle pendant le préavis.",
                "Le caractère réel et sérieux de la reprise tient à la mutation du bénéficiaire dans la région.",
                "Conformément à l'article 15 de la loi de 1989, ce courrier vous est adressé six mois à l'avance.",
            ),
        ),
        signer=case.one("Le propriétaire", case.third()),
    )


def _notice_served_by_bailiff(case: Case) -> Paper:
    day = case.day(2, 60)
    return Paper(
        NOTICE,
        None,
        case.one("HUISSIER DE JUSTICE", "COMMISSAIRES DE JUSTICE ASSOCIES", f"SCP {case.third()}"),
        case.one("Signification de congé", "Congé avec offre de vente", "Acte de congé", "Congé par le bailleur"),
        (
            *texts(
                f"Le {spelled_day(day)}, à la demande de {case.home.bailleur}, J'AI, huissier soussigné, "
                f"{case.one('donné congé', 'notifié congé', 'signifié')} à {case.named(case.who)} des locaux situés "
                f"{case.address}, pour le {case.ahead(180, 260)}, {case.one('minuit', 'terme du bail')}.",
            ),
            Fields(
                (
                    ("Motif", case.one("vente", "reprise pour habiter", "motif légitime et sérieux")),
                    ("Bail du", case.short(700, 3000)),
                    ("Coût de l'acte", case.sum(70, 220)),
                )
            ),
            *several(
                case,
                2,
                "Lui déclarant qu'à cette date il devra avoir quitté les lieux, à peine d'expulsion.",
                "Le présent acte vaut offre de vente au profit du locataire ; l'article 15 est reproduit ci-après.",
                "Faute de départ, le requérant se pourvoira comme de droit.",
                "Retards répétés de paiement, défaut d'entretien : tels sont les griefs du bailleur.",
            ),
        ),
        numbered=case.one("o", "n") == "o",
    )


def _notice_by_agency_form(case: Case) -> Paper:
    return Paper(
        NOTICE,
        None,
        case.one("CABINET DE GERANCE", "AGENCE DU VIEUX PONT", "MODELE - UNPI"),
        case.one("Notification de congé au locataire", "Congé (bailleur)", "Imprimé de congé", "Formulaire de congé"),
        (
            Filled(
                (
                    ("Le bailleur", case.home.bailleur),
                    ("au locataire", case.adult().full),
                    ("donne congé du logement", case.home.rue),
                    ("pour le", case.ahead(180, 280)),
                )
            ),
            Choices(
                (
                    ("Vente (prix et conditions au verso)", True),
                    ("Reprise au profit de : ........", False),
                    ("Motif légitime et sérieux", False),
                )
            ),
            Text(
                case.one(
                    "Remis en main propre contre récépissé.",
                    "A envoyer en recommandé six mois avant terme (trois mois en meublé).",
                )
            ),
        ),
        signer=case.one("Reçu le, le locataire", "Le bailleur ou son mandataire"),
    )


def _meeting_on_demolition(case: Case) -> Paper:
    return Paper(
        PULLED_DOWN,
        None,
        case.one("VALMONTEL HABITAT", "OFFICE PUBLIC DE L'HABITAT", "VILLE - RENOUVELLEMENT URBAIN"),
        case.one("Démolition de votre immeuble", "Votre relogement", "Projet ANRU - information", "Réunion locataires"),
        (
            Text(f"{case.named(case.who)}, {case.address}"),
            *several(
                case,
                3,
                f"Votre tour sera démolie en {case.year + 1} dans le cadre du NPNRU.",
                "Une enquête sociale aura lieu à votre domicile ; une chargée de relogement vous suivra.",
                "Jusqu'à trois propositions vous seront faites ; vos frais de déménagement sont pris en charge.",
                "Aucune nouvelle location n'est consentie dans le bâtiment depuis le vote de l'opération.",
            ),
            *several(case, 0, *NOTES),
        ),
        letter=True,
        signer="La direction du patrimoine",
    )


def _permit_to_pull_down(case: Case) -> Paper:
    return Paper(
        PULLED_DOWN,
        None,
        case.one("COMMUNE DE " + case.commune, "DDE", "URBANISME"),
        case.one("Permis de démolir", "Arrêté accordant un permis de démolir", "PD 057 " + case.number(6)),
        (
            Fields((("Demandeur", case.home.bailleur), ("Terrain", case.home.rue), ("Surface démolie", "2 450 m2"))),
            *several(
                case,
                2,
                "Le maire, vu le code de l'urbanisme, articles L. 421-3 et R. 421-26, ARRETE : accordé.",
                "Les travaux ne pourront débuter avant le relogement de tous les occupants.",
                "Affichage sur le terrain ; recours des tiers : deux mois.",
            ),
            *several(case, 0, *NOTES),
        ),
        signer="Le maire",
    )


def _certificate_of_relocation(case: Case) -> Paper:
    return Paper(
        PULLED_DOWN,
        None,
        case.one("FOYER DE L'EST - SA D'HLM", "MOUS RELOGEMENT", "PREFECTURE - DDT"),
        case.one("Attestation", "Congé pour démolition", "Attestation de ménage à reloger", "Charte de relogement"),
        (
            Heading(case.one("Opération de renouvellement urbain", "Immeuble voué à la démolition")),
            *several(
                case,
                2,
                f"{case.known(case.who)} occupe un logement, {case.address}, dont la démolition est autorisée.",
                f"Autorisation du préfet du {case.long(60, 700)} (article L. 443-15-1 du CCH).",
                f"Le ménage de {case.who.full} est prioritaire ; l'immeuble sera démoli.",
            ),
            *several(case, 0, *NOTES),
        ),
        signer=case.one("Le bailleur", "La cheffe de projet"),
    )


WRITERS: Writers = {
    NOTICE: to_learn(
        _registered_letter_to_sell, _letter_to_take_back, _notice_served_by_bailiff, _notice_by_agency_form
    ),
    PULLED_DOWN: to_learn(_meeting_on_demolition, _permit_to_pull_down, _certificate_of_relocation),
}
