"""Work that moves people, or that they do at home (MOT-MUT, MOT-TRA, MOT-AMA)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _transfer_letter(case: Case) -> Paper:
    who = case.adult()
    moved = who.gendered("mutée", "muté")
    return Paper(
        "MOT-MUT",
        who.role,
        case.home.employeur,
        case.one("Attestation de mutation", "Mutation professionnelle", "Attestation de l'employeur"),
        texts(
            f"Je soussigné(e), {case.third()}, responsable des ressources humaines, atteste que {case.known(who)}, "
            f"{who.gendered('salariée', 'salarié')} de notre entreprise en qualité de {case.home.metier.lower()} "
            f"sous contrat à durée indéterminée depuis le {case.long(400, 3000)}, est {moved} sur notre site de "
            f"{case.commune.title()} à compter du {case.ahead(20, 120)}.",
            "Cette mutation, "
            f"{case.one('à la demande de la direction', 'due à la fermeture du site', 'acceptée par avenant')}, "
            "rend nécessaire un rapprochement du domicile : le nouveau lieu de travail est distant de plus de 70 km "
            "de l'adresse actuelle.",
            "Nous sollicitons toute la bienveillance des organismes de logement pour faciliter son installation.",
            "Attestation délivrée pour servir et valoir ce que de droit.",
        ),
        lines=("Direction des ressources humaines", f"SIRET {case.home.siret}"),
        signer="Le responsable RH",
        seal=(case.home.employeur[:26], "DRH"),
    )


def _public_servant_order(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.one(
            "Ministère de l'intérieur", "Rectorat de l'académie", "Centre hospitalier régional", "Ministère des armées"
        ),
        case.one("Arrêté de mutation", "Avis de mutation", "Décision d'affectation", "Décision de mutation"),
        (
            *texts(
                "Vu le code général de la fonction publique ;",
                f"Vu le tableau de mutation de l'année {case.year} et l'avis des lignes directrices de gestion ;",
                f"Vu la demande de l'intéressé{who.gendered('e', '')} ;",
            ),
            Text("DÉCIDE", bold=True),
            Text(
                f"Article 1er : {case.named(who)}, {who.born} le {who.naissance:%d/%m/%Y}, "
                f"{case.home.metier.lower()}, matricule {case.number(7)}, est {who.gendered('affectée', 'affecté')} "
                f"à {case.commune.title()} à compter du {case.ahead(15, 150)}, "
                f"{case.one('par nécessité de service', 'sur sa demande')}."
            ),
            Fields(
                (
                    ("Ancienne résidence administrative", case.one(*case.home.world.villes)[6:].title()),
                    ("Nouvelle résidence administrative", case.commune.title()),
                    ("Indemnité de changement de résidence", case.one("oui", "non")),
                )
            ),
            Text(
                "Article 2 : Le secrétaire général est chargé de l'exécution de la présente décision, notifiée à "
                "l'agent. Recours : deux mois."
            ),
        ),
        lines=("Bureau des personnels et de la mobilité",),
        references=(f"N° {case.year}-{case.number(4)}",),
        signer="Pour le ministre et par délégation",
    )


def _posting_notice(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.home.employeur,
        case.one("Ordre de mobilité interne", "Notification de changement d'affectation"),
        (
            Fields(
                (
                    ("Collaborateur", case.named(who)),
                    ("Matricule", case.number(6)),
                    ("Poste", case.home.metier),
                    ("Établissement de départ", case.one(*case.home.world.villes)[6:].title()),
                    ("Établissement d'arrivée", case.commune.title()),
                    ("Prise de poste", case.ahead(20, 120)),
                    ("Rémunération", "inchangée"),
                )
            ),
            Text(
                "Une aide de l'organisme Action Logement à la recherche et au déménagement peut être sollicitée "
                "dans les trois mois qui suivent."
            ),
            Text("Le présent ordre est établi en double exemplaire et versé au dossier individuel."),
        ),
        lines=("Pôle mobilité et carrières",),
        references=(f"OM/{case.number(5)}",),
        signer="La direction",
    )


def _amended_contract(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.home.employeur,
        case.one("Avenant : changement de lieu de travail", "Confirmation de transfert", "Votre nouvelle affectation"),
        (
            Text(f"{who.civility} {who.nom.upper()},"),
            *texts(
                (
                    "Suite à notre entretien, nous avons le plaisir de vous confirmer votre transfert vers notre "
                    f"implantation de {case.commune.title()}, où vous exercerez vos fonctions dès le "
                    f"{case.ahead(20, 120)}."
                ),
                (
                    "L'article « lieu de travail » de votre contrat est modifié en ce sens ; les autres clauses "
                    "(durée, salaire, ancienneté, convention collective) restent applicables."
                ),
                (
                    f"Une prime d'installation de {case.sum(600, 2500)} vous sera versée sur présentation d'un "
                    "justificatif de domicile dans un rayon de 30 km. Deux jours vous sont accordés pour votre "
                    "emménagement."
                ),
                "Merci de nous retourner un exemplaire daté et signé avec la mention « bon pour accord ».",
            ),
            Table(
                (
                    ("", "Avant", "Après"),
                    ("Site", case.one(*case.home.world.villes)[6:].title(), case.commune.title()),
                    ("Horaires", "35 h", "35 h"),
                ),
                (1, 2, 2),
            ),
        ),
        references=(f"Né{who.gendered('e', '')} le {who.naissance:%d/%m/%Y}", f"N° salarié {case.number(5)}"),
        letter=True,
        signer="Le directeur d'établissement",
        numbered=True,
    )


def _place_of_work(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-TRA",
        who.role,
        case.home.employeur,
        case.one(
            "Attestation de lieu de travail",
            "Attestation du lieu de travail",
            "Promesse d'embauche",
            "Certificat de localisation d'emploi",
        ),
        (
            Text(
                f"Nous, employeur de {case.known(who)}, certifions que {who.gendered('celle-ci', 'celui-ci')} "
                f"{case.one('exerce', 'exercera')} ses fonctions de {case.home.metier.lower()} à l'adresse suivante :"
            ),
            Fields(
                (
                    ("Lieu de travail", case.one(*case.home.world.rues)),
                    ("Commune", case.home.ville),
                    ("Horaires", case.one("5 h – 13 h, en équipes", "21 h – 5 h", "9 h – 17 h 30")),
                    ("Temps de trajet déclaré", f"{case.some(50, 110)} minutes"),
                )
            ),
            Text(
                "Le site est mal desservi par les transports en commun aux heures de prise de poste. Un logement "
                "plus proche du lieu de travail éviterait à l'intéressé(e) des trajets longs et coûteux. La "
                "présente ne remplace pas le contrat de travail."
            ),
        ),
        lines=(f"SIRET {case.home.siret}",),
        signer="L'employeur",
        seal=(case.home.employeur[:26],),
    )


def _childminder_licence(case: Case) -> Paper:
    who = case.adult()
    fostering = case.some(0, 3) == 0
    trade = (
        f"{who.gendered('assistante', 'assistant')} {'familial' if fostering else 'maternel'}{who.gendered('e', '')}"
    )
    if not fostering:
        trade = who.gendered("assistante maternelle", "assistant maternel")
    return Paper(
        "MOT-AMA",
        who.role,
        "CONSEIL DÉPARTEMENTAL",
        case.one(f"Agrément d'{trade}", "Décision d'agrément", f"Agrément en qualité d'{trade}"),
        (
            *texts(
                "Vu le code de l'action sociale et des familles, articles L. 421-1 et suivants, R. 421-1 à D. 421-52 ;",
                (
                    f"Vu la demande présentée le {case.long(120, 400)} et l'évaluation du service de protection "
                    "maternelle et infantile (PMI) ;"
                ),
                (
                    "Considérant que les conditions d'accueil garantissent la sécurité, la santé et l'épanouissement "
                    "des mineurs,"
                ),
            ),
            Heading("Décide"),
            Text(
                f"Article 1 – {case.known(who)}, domicilié{who.gendered('e', '')} {case.address}, reçoit l'agrément "
                f"d'{trade}."
            ),
            Table(
                (
                    ("Accueil", "Nombre", "Âge"),
                    ("Temps complet", str(case.some(1, 4)), "0 à 18 ans" if fostering else "0 à 6 ans"),
                    ("Périscolaire", str(case.some(0, 2)), "3 à 11 ans"),
                ),
                (2, 1, 1),
            ),
            Text(
                f"Article 2 – Durée : cinq ans, du {case.short(30, 900)} au {case.ahead(300, 1200)}. Formation "
                "obligatoire de 120 heures avant l'accueil du deuxième enfant."
            ),
            Text(
                "Article 3 – Tout changement d'adresse est signalé quinze jours avant : les conditions de logement "
                "sont alors réexaminées."
            ),
        ),
        lines=("Direction enfance et famille – Service de PMI",),
        references=(f"Agrément n° {case.number(6)}",),
        signer="Pour le président, le médecin de PMI",
        seal=("DÉPARTEMENT", "P.M.I."),
    )


WRITERS: Writers = {
    "MOT-MUT": to_learn(_transfer_letter, _public_servant_order, _amended_contract, _posting_notice),
    "MOT-TRA": to_learn(_place_of_work),
    "MOT-AMA": to_learn(_childminder_licence),
}
