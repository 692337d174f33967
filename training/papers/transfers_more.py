"""More ways of telling somebody, or a housing office, of a move for work (MOT-MUT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Text
from training.papers.several import drawn, said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _letter_of_transfer(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.home.employeur,
        case.one(
            "Votre mutation",
            "Objet : changement d'affectation",
            "Notification de mutation",
            "Courrier remis en main propre",
            "Objet : transfert de site",
        ),
        (
            *texts(
                f"{who.civility},",
                case.one(
                    f"Nous donnons une suite favorable à votre demande : vous rejoindrez notre établissement de "
                    f"{case.commune.title()} le {case.ahead(10, 120)}, au poste de {case.home.metier.lower()}.",
                    f"En application de la clause de mobilité de votre contrat de travail, vous êtes "
                    f"{who.gendered('mutée', 'muté')} au site de {case.commune.title()} à compter du "
                    f"{case.ahead(15, 120)}.",
                    f"Notre agence ferme ses portes. Conformément à nos entretiens, votre poste est transféré à "
                    f"{case.commune.title()} avec reprise d'ancienneté, à partir du {case.ahead(15, 150)}.",
                ),
            ),
            *several(
                case,
                2,
                "Les frais de déménagement vous seront remboursés sur présentation de deux devis.",
                "Deux jours de congé vous sont accordés pour chercher un logement.",
                "Votre rémunération, votre qualification et votre horaire restent inchangés.",
                "L'organisme de logement des salariés peut vous aider : contactez le service social.",
                "Vous voudrez bien nous retourner un double de la présente, signé avec la mention « bon pour accord ».",
            ),
        ),
        letter=True,
        signer=case.one("La direction", "Le directeur régional", case.third()),
    )


def _order_of_an_administration(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.one(
            "MINISTÈRE DE L'ÉDUCATION NATIONALE",
            "MINISTÈRE DE L'INTÉRIEUR",
            "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
            "ADMINISTRATION PÉNITENTIAIRE",
        ),
        case.one("Arrêté de mutation", "Arrêté portant affectation", "Arrêté", "Avis de mutation – mouvement national"),
        (
            *texts(
                case.one("Vu le code général de la fonction publique ;", "Vu la loi n° 84-16 du 11 janvier 1984 ;"),
                *drawn(
                    case,
                    1,
                    "Vu l'avis de la commission administrative paritaire ;",
                    "Vu les vœux exprimés par l'agent et les résultats du mouvement ;",
                    "Vu le décret n° 90-437 du 28 mai 1990 fixant les conditions et les modalités de règlement des "
                    "frais occasionnés par les déplacements des personnels civils sur le territoire métropolitain ;",
                    "Vu la délégation de signature en vigueur ; sur proposition du chef de service ;",
                ),
                case.one("ARRÊTE", "DÉCIDE"),
                f"Article 1er. – {case.named(who)}, {case.one('attachée', 'brigadier', 'professeur', 'surveillant')}, "
                f"précédemment en fonctions à {case.one(*case.home.world.villes)[6:].title()}, est "
                + case.one("muté(e)", "affecté(e)", "nommé(e)")
                + f" à {case.commune.title()} à compter du {case.ahead(10, 120)}.",
                case.one(
                    "Article 2. – Cette mutation ouvre droit au remboursement des frais de changement de résidence.",
                    "Article 2. – L'intéressé(e) est rattaché(e) à la circonscription pour sa gestion.",
                    "Article 2. – Le chef de service est chargé de l'exécution du présent arrêté.",
                ),
            ),
            Text(
                case.one("Voies de recours : tribunal administratif, deux mois.", "Ampliation : l'agent ; la paierie.")
            ),
        ),
        references=(f"Arrêté n° {case.year}-{case.number(4)}",),
        signer=case.one("Pour le ministre et par délégation", "Le recteur", "Le directeur"),
        seal=("MINISTERE", "R F"),
        numbered=case.some(0, 1) == 1,
    )


def _military_order(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.one("ARMÉE DE TERRE", "MINISTÈRE DES ARMÉES", "GENDARMERIE NATIONALE", "BASE DE DÉFENSE"),
        case.one("Ordre de mutation", "Message de mutation", "Fiche de mutation", "Avis de mutation outre-mer"),
        (
            Fields(
                (
                    ("Grade, nom", f"{case.one('Caporal-chef', 'Sergent', 'Gendarme', 'Adjudant')} {who.full}"),
                    ("Identifiant défense", case.number(10)),
                    ("Formation d'origine", case.one("1er régiment de soutien", "escadron 42", "compagnie d'appui")),
                    ("Formation d'accueil", f"{case.one('Régiment', 'Brigade', 'Base')} de {case.commune.title()}"),
                    (case.one("Date de ralliement", "Date d'effet"), case.ahead(20, 150)),
                    ("Motif", case.one("mutation sur demande", "plan annuel de mutation", "besoin du service")),
                )
            ),
            *several(
                case,
                2,
                "Personnel accompagné de sa famille ; charge militaire : taux 2.",
                "Droits ouverts au congé de mutation, au déménagement et à l'indemnité pour charges militaires.",
                "Demande de logement à adresser au bureau du logement de la base.",
                "En l'absence de logement domanial, un logement du parc social peut être recherché.",
            ),
        ),
        references=(f"N° {case.number(5)}/ARM/DRH/NP",),
        signer=case.one("Le chef du bureau mobilité", "P/O le colonel"),
    )


def _statement_for_the_housing_office(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.one(case.home.employeur, "Attestation de l'employeur", "Action logement – service mobilité"),
        case.one(
            "Attestation de mobilité professionnelle",
            "Attestation de changement de lieu de travail",
            "Justificatif de mutation",
            "À remettre au service logement",
        ),
        (
            Text(
                case.one(
                    f"L'employeur certifie que {case.known(who)}, change de lieu de travail et devra résider à "
                    f"{case.commune.title()} ou dans ses environs.",
                    f"Nous attestons de la mutation de {case.named(who)}, {case.home.metier.lower()}, sur notre site "
                    f"de {case.commune.title()}.",
                )
            ),
            Choices(
                (
                    ("mutation à l'initiative de l'employeur", case.some(0, 1) == 1),
                    ("mutation demandée par le salarié", False),
                    ("premier emploi dans la commune", False),
                )
            ),
            Fields(
                (
                    (
                        case.one("Ancien lieu de travail", "Site de départ"),
                        case.one(*case.home.world.villes)[6:].title(),
                    ),
                    (case.one("Nouveau lieu de travail", "Site d'arrivée"), case.home.ville),
                    (case.one("Prise de poste", "Date d'effet"), case.ahead(10, 120)),
                    ("Distance entre les deux", f"{case.some(70, 800)} km"),
                )
            ),
            Text(
                said(
                    case,
                    "Une prime de mobilité est versée.",
                    "Le salarié est en CDI et sa mutation est définitive.",
                    "La famille suivra en fin d'année scolaire.",
                    "Nous appuyons sa demande de logement.",
                )
            ),
        ),
        signer=case.one("La responsable de la mobilité", "L'employeur", "Le gérant"),
        seal=case.desk.rng.choice(((), (case.home.employeur.split(" ")[0], case.commune))),
    )


def _rider_to_the_contract(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "MOT-MUT",
        who.role,
        case.one(case.home.employeur, "Avenant", "Groupe Valmorel – ressources humaines"),
        case.one(
            "Avenant au contrat de travail : mutation géographique",
            "Proposition de mutation",
            "Protocole de mobilité interne",
        ),
        (
            Text(f"Entre {case.home.employeur}, SIRET {case.home.siret}, et {case.named(who)}, salarié."),
            Heading(case.one("Article 1 – Mutation", "1. Nouvelle affectation", "Lieu de travail")),
            Text(
                case.one(
                    f"À compter du {case.ahead(10, 120)}, le salarié exercera ses fonctions à {case.commune.title()}.",
                    f"Le salarié accepte d'être affecté à l'établissement de {case.commune.title()} en remplacement de "
                    f"son affectation actuelle, dès le {case.ahead(10, 120)}.",
                )
            ),
            Heading(case.one("Article 2 – Accompagnement", "2. Aide au déménagement")),
            *several(
                case,
                1,
                f"L'employeur prend en charge le déménagement et {case.some(1, 3)} mois d'hôtel.",
                "Une période probatoire de deux mois permet un retour au poste d'origine.",
                "Voyage de reconnaissance : deux nuits et deux billets de train.",
                "Le conjoint peut être accompagné dans sa recherche d'emploi.",
            ),
            *((Leaf(), Text("Article 3 – Les autres clauses du contrat demeurent applicables.")) * case.some(0, 1)),
            Text(case.one("Fait en deux exemplaires.", "Délai de réflexion : un mois.", "Lu et approuvé.")),
        ),
        signer=case.one("L'employeur – Le salarié", "La direction – Le salarié"),
    )


WRITERS: Writers = {
    "MOT-MUT": to_learn(
        _letter_of_transfer,
        _order_of_an_administration,
        _military_order,
        _statement_for_the_housing_office,
        _rider_to_the_contract,
    ),
}
