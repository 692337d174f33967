"""Other ways of wording rights to care and criminal records (HPR-VIT, HPR-CAS)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.outside_asides import COVERS
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _rights_of_general_scheme(case: Case) -> Paper:
    who = case.adult()
    others = [person for person in (*case.home.adults, *case.home.enfants) if person is not who]
    covered = tuple((person.full, short_date(person.naissance), case.one("Oui", "100 %")) for person in others)
    return Paper(
        "HPR-VIT",
        who.role,
        case.one("l'Assurance Maladie", "CPAM – Assurance Maladie", "Caisse primaire d'assurance maladie"),
        case.one(
            "Attestation de droits à l'assurance maladie", "Attestation de droits", "Vos droits à l'assurance maladie"
        ),
        (
            Text(
                f"Les droits de l'{who.gendered('assurée', 'assuré')} ci-dessous "
                f"sont ouverts jusqu'au {case.ahead(90, 400)}."
            ),
            Fields(
                (
                    (case.one("Numéro de sécurité sociale", "N° d'immatriculation", "NIR"), case.nir(who)),
                    (case.one("Nom, prénom", "Assuré(e)"), case.named(who)),
                    ("Régime / caisse / centre", f"01 / {case.number(3)} / {case.number(4)}"),
                    ("Médecin traitant", case.one("déclaré", "non déclaré", *case.home.world.medecins)),
                    ("Code gestion", case.one("10", "70", "89")),
                )
            ),
            *((Table((("Bénéficiaires", "Né(e) le", "Droits"), *covered), (3, 2, 1)),) if covered else ()),
            *several(
                case,
                1,
                "Mettez à jour votre carte Vitale dans une pharmacie ou une borne avant vos prochains soins.",
                "Présentez cette attestation aux professionnels de santé si vous n'avez pas votre carte Vitale.",
                "Exonération du ticket modérateur : néant. Complémentaire santé solidaire : non.",
                "Cette attestation ne vaut que sous réserve d'un changement de situation de l'assuré.",
            ),
        ),
        references=(f"Édité le {case.short(1, 20)} depuis le compte ameli",),
        motif="P01",
    )


def _third_party_card(case: Case) -> Paper:
    who = case.adult()
    rows = tuple(
        (person.full, short_date(person.naissance), *(case.one("100 %", "TP", "PEC") for _ in range(4)))
        for person in (*case.home.adults, *case.home.enfants)
    )
    return Paper(
        "HPR-VIT",
        who.role,
        case.one(
            "MUTUELLE DES DEUX RIVES",
            "SANTÉ VALMOREL PRÉVOYANCE",
            "Mutuelle Familiale du Val",
            "Harmonia Santé Collective",
        ),
        case.one(
            "Carte de tiers payant",
            "Carte mutualiste",
            "Carte d'adhérent – tiers payant",
            f"Attestation de tiers payant {case.year}",
        ),
        (
            Text(f"Période de validité : du 01/01/{case.year} au 31/12/{case.year}"),
            Fields(
                (
                    (case.one("Adhérent", "Assuré principal"), who.full),
                    ("N° adhérent", case.number(8)),
                    ("N° AMC", case.number(10)),
                )
            ),
            Table((("Bénéficiaires", "Né(e) le", "PHAR", "LABO", "HOSP", "OPTI"), *rows), (3, 2, 1, 1, 1, 1)),
            Text(
                said(
                    case,
                    "Découpez votre carte suivant les pointillés et présentez-la avec votre carte Vitale.",
                    "PHAR pharmacie, LABO laboratoires, HOSP hôpital, OPTI optique, DENT dentaire.",
                    "Organisme régi par le livre II du code de la mutualité. Télétransmission : norme NOEMIE.",
                    "Prise en charge hospitalière : appelez le numéro indiqué au verso.",
                )
            ),
        ),
        motif="P01",
    )


def _rights_of_farmers(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-VIT",
        who.role,
        case.one("MSA Lorraine", "Mutualité sociale agricole", "Caisse de MSA – Santé"),
        case.one(
            "Attestation d'ouverture de droits maladie", "Attestation papier Vitale", "Droits santé – attestation"
        ),
        (
            Text(
                f"{case.named(who)}, immatriculé{who.gendered('e', '')} sous le n° "
                f"{case.nir(who)}, bénéficie de la prise "
                f"en charge de ses soins par le régime agricole depuis le {case.short(200, 2000)}."
            ),
            *several(
                case,
                2,
                "Modalités : 70 % du tarif de responsabilité, tiers payant intégral pour les ayants droit mineurs.",
                "Cette attestation remplace votre carte Vitale en cas de perte, de vol ou de mise à jour.",
                "Vos frais de santé sont remboursés par virement sous cinq jours ouvrés.",
                "Les bénéficiaires rattachés à votre dossier figurent au verso.",
                "Choisissez un médecin traitant pour être mieux remboursé.",
            ),
        ),
        letter=True,
        signer=case.one("Le Directeur général", "Pour la caisse", "Le service santé"),
        motif="P01",
    )


def _solidarity_cover(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-VIT",
        who.role,
        case.one("Caisse primaire d'assurance maladie", "l'Assurance Maladie – Service CSS", "CGSS"),
        case.one(
            "Complémentaire santé solidaire",
            "Attestation de droit à la CMU complémentaire",
            "Accord de la Complémentaire santé solidaire",
            "Aide médicale de l'État : votre carte",
        ),
        (
            Text(case.one("Madame, Monsieur,", f"{who.civility},", "Bonjour,")),
            Text(
                case.one(
                    f"Votre demande est acceptée. Vos droits courent du {case.short(1, 60)} au {case.ahead(200, 330)}.",
                    f"Nous vous confirmons que vous êtes couvert{who.gendered('e', '')} "
                    "pour un an, sans participation financière.",
                    "Au vu de vos ressources des douze derniers mois, la protection complémentaire vous est attribuée.",
                )
            ),
            Fields(
                (("Assuré", who.full), ("N° de sécurité sociale", case.nir(who)), ("Organisme gestionnaire", "CPAM"))
            ),
            *several(
                case,
                1,
                "Les soins sont pris en charge à 100 %, sans dépassement d'honoraires ni avance de frais.",
                "Pensez à demander le renouvellement entre quatre et deux mois avant l'échéance.",
                "Mettez à jour votre carte Vitale. Voies de recours : commission de recours amiable.",
                "Vous n'avez pas à payer le forfait journalier hospitalier.",
            ),
        ),
        letter=True,
        motif="P01",
    )


def _bulletin_with_small_print(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        case.one(
            "MINISTÈRE DE LA JUSTICE", "Casier judiciaire national", "Direction des affaires criminelles et des grâces"
        ),
        case.one(
            "Bulletin numéro 3", "Extrait de casier judiciaire – bulletin n° 3", "Casier judiciaire : bulletin n° 3"
        ),
        (
            Fields(
                (
                    ("Nom de naissance", who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    ("Date et lieu de naissance", f"{short_date(who.naissance)} – {who.lieu}"),
                    ("Sexe", who.gendered("Féminin", "Masculin")),
                )
            ),
            Text(case.one("NÉANT", "Condamnations : NÉANT", "Ne comporte aucune mention"), bold=True),
            *several(
                case,
                1,
                "Article 777 du code de procédure pénale. Le bulletin n° 3 ne peut "
                "être délivré qu'à la personne concernée.",
                "Toute falsification est punie de trois ans d'emprisonnement et de 45 000 euros d'amende.",
                "Ce document n'a de valeur qu'à la date de sa délivrance.",
                "Date de consultation du fichier : jour de la demande.",
            ),
        ),
        references=(f"Demande n° {case.number(9)}",),
        signer=case.one("Le magistrat", "Le magistrat chef du casier judiciaire national", ""),
        motif="P01",
    )


def _bulletin_by_mail(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        case.one(
            "Service du casier judiciaire", "casier-judiciaire.justice.gouv.fr", "Casier judiciaire national – Nantes"
        ),
        case.one(
            "Votre extrait de casier judiciaire",
            "Délivrance dématérialisée du bulletin n° 3",
            "Réponse à votre demande d'extrait",
        ),
        (
            Text(f"Concerne : {case.known(who)}, à {who.lieu}"),
            Text(
                case.one(
                    "Le bulletin n° 3 de votre casier judiciaire ne porte mention d'aucune condamnation.",
                    "Après consultation du fichier, aucune condamnation n'est à mentionner au bulletin n° 3.",
                    "Bulletin n° 3 : néant à la date du " + case.short(1, 40),
                )
            ),
            Text(f"Code de vérification : {case.number(4)}-{case.number(4)}. Authenticité vérifiable durant six mois."),
        ),
        references=(f"Le {case.short(1, 40)}, 10:{case.number(1)}4", "Ne pas répondre à ce message"),
        motif="P01",
    )


def _foreign_record(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        case.one(
            "ROYAUME – MINISTÈRE DE LA JUSTICE", "TRIBUNAL DE PREMIÈRE INSTANCE", "Cour d'appel – greffe du casier"
        ),
        case.one(
            "Extrait du casier judiciaire", "Bulletin n° 3 du casier judiciaire", "Certificat d'antécédents judiciaires"
        ),
        (
            Heading(case.one("Traduction de l'original", "Relevé des condamnations", "Au nom de")),
            Text(f"{case.named(who)}, {case.born(who)}, demeurant {case.address}."),
            Table((("Date", "Juridiction", "Infraction", "Peine"), ("–", "–", "Néant", "–")), (1, 2, 2, 1)),
            Text(
                said(
                    case,
                    "Certifié conforme par le greffier en chef soussigné.",
                    "Délivré sur demande de l'intéressé pour servir ce que de droit.",
                    "Valable trois mois. Timbre : acquitté.",
                )
            ),
        ),
        signer=case.one("Le greffier", "Le procureur"),
        seal=("GREFFE", "CASIER"),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-VIT": to_learn(
        *with_asides(COVERS, _rights_of_general_scheme, _third_party_card, _rights_of_farmers, _solidarity_cover)
    ),
    "HPR-CAS": to_learn(_bulletin_with_small_print, _bulletin_by_mail, _foreign_record),
}
