"""Violence, and troubles with neighbours (MOT-VIO, MOT-VOI)."""

from __future__ import annotations

from training.papers.acts import in_the_year
from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _protection_order(case: Case) -> Paper:
    measure = case.one("ATTRIBUONS la jouissance du logement familial ;", "AUTORISONS la dissimulation de l'adresse ;")
    who = case.who
    return Paper(
        "MOT-VIO",
        None,
        f"Tribunal judiciaire de {case.commune.title()}",
        "Ordonnance de protection",
        (
            Text("RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS", bold=True),
            Text(f"Nous, {case.third()}, juge aux affaires familiales, assisté de {case.third()}, greffier,"),
            Text(
                f"{who.gendered('DEMANDERESSE', 'DEMANDEUR')} : {case.known(who)}, domicile dissimulé, élisant "
                "domicile chez son avocat ;"
            ),
            Text("PARTIE DÉFENDERESSE : son conjoint ; ministère public : avis du procureur de la République."),
            *texts(
                (
                    f"Vu la requête déposée le {case.long(12, 40)} ; vu les articles 515-9 à 515-13-1 du code civil ; "
                    "vu le certificat médical et la plainte ;"
                ),
                (
                    "Attendu qu'il existe des raisons sérieuses de considérer comme vraisemblables la commission des "
                    "faits de violences allégués et le danger auquel la victime ou les enfants sont exposés ;"
                ),
            ),
            Leaf(),
            Heading("Par ces motifs"),
            *texts(
                f"DÉLIVRONS une ordonnance de protection au bénéfice de {case.named(who)} ;",
                (
                    "INTERDISONS à la partie défenderesse de la rencontrer, de la recevoir, d'entrer en relation "
                    "avec elle et de paraître à son domicile ; lui interdisons de détenir une arme ;"
                ),
                f"{measure} statuons sur l'autorité parentale et la contribution aux charges ;",
                (
                    f"FIXONS la durée des mesures à {case.one('six', 'douze')} mois ; RAPPELONS que leur violation "
                    "est punie de trois ans d'emprisonnement (227-4-2 du code pénal)."
                ),
            ),
        ),
        lines=("Cabinet du juge aux affaires familiales",),
        references=(f"N° RG {case.number(2)}/{case.number(5)}", f"Minute {case.number(3)}"),
        signer="Le greffier – Le juge",
        seal=("TRIBUNAL", "JUDICIAIRE"),
        numbered=case.some(0, 1) == 1,
    )


def _complaint_receipt(case: Case) -> Paper:
    who = case.who
    e, pushed = who.gendered("e", ""), who.gendered("poussée", "poussé")
    return Paper(
        "MOT-VIO",
        None,
        case.one("POLICE NATIONALE", "GENDARMERIE NATIONALE"),
        case.one(
            "Récépissé de dépôt de plainte", "Procès-verbal de plainte", "Dépôt de plainte – procès-verbal d'audition"
        ),
        (
            Fields(
                (
                    ("Unité", f"{case.one('Commissariat', 'Brigade')} de {case.commune.title()}"),
                    ("Procédure n°", f"{case.number(5)}/{case.number(5)}/{case.year}"),
                    ("Date et heure", f"{case.short(4, 120)} à {case.some(8, 22)} h {case.some(10, 59)}"),
                    ("Plaignant(e)", case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y} à {who.lieu}"),
                    ("Nature des faits", "Violences par conjoint ou concubin"),
                )
            ),
            *texts(
                (
                    f"Nous, {case.third()}, officier de police judiciaire en fonction, avons reçu la plainte de la "
                    "personne ci-dessus nommée, qui nous déclare :"
                ),
                "« Je me présente à vous pour déposer plainte contre mon "
                f"{case.one('époux', 'conjoint', 'ex-compagnon')}. Depuis {case.some(1, 6)} ans il me frappe et me "
                f"menace. Le {case.short(5, 130)} il m'a {pushed} contre un mur devant les enfants. Je suis allé{e} "
                f"aux urgences : le médecin a fixé {case.some(2, 9)} jours d'ITT. Je ne souhaite plus vivre sous le "
                "même toit. »",
                (
                    "Après lecture faite par lui-même, le plaignant persiste et signe avec nous. Un exemplaire est "
                    "transmis au procureur de la République."
                ),
            ),
            Text(
                "Vous êtes informé(e) de votre droit d'être accompagné par une association d'aide aux victimes (116 "
                "006) et d'obtenir réparation."
            ),
        ),
        lines=("Ministère de l'intérieur",),
        signer="L'officier de police judiciaire",
        seal=("POLICE", "JUDICIAIRE"),
        numbered=case.some(0, 1) == 1,
    )


def _prosecutor_notice(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-VIO",
        None,
        "PARQUET DU PROCUREUR DE LA RÉPUBLIQUE",
        case.one("Avis à victime", "Avis de poursuites – information de la victime"),
        (
            Text(f"{who.civility},"),
            *texts(
                (
                    f"La procédure ouverte à la suite de votre plainte du {case.long(40, 200)}, pour violences "
                    "habituelles par une personne ayant été votre conjoint, m'a été transmise."
                ),
                (
                    "J'ai décidé de faire comparaître l'auteur devant le tribunal correctionnel à l'audience du "
                    f"{case.ahead(20, 150)}. Dans l'attente il est placé sous contrôle judiciaire, avec éviction du "
                    "domicile et interdiction de vous approcher."
                ),
                (
                    "Vous pouvez vous constituer partie civile, avant ou pendant l'audience, par avocat ou par "
                    "lettre, et demander des dommages et intérêts. Un téléphone grave danger peut vous être attribué."
                ),
            ),
            Table(
                (
                    ("Parquet", "Identifiant justice", "Qualification"),
                    (case.number(11), case.number(10), "Violences aggravées"),
                ),
                (1, 1.2, 1.4),
            ),
        ),
        lines=(f"Tribunal judiciaire de {case.commune.title()}", "Bureau d'aide aux victimes"),
        letter=True,
        signer="Le magistrat du parquet",
    )


def _handover_after_violence(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-VIO",
        None,
        f"Communauté de brigades de {case.commune.title()}",
        case.one(
            "Attestation d'enregistrement de plainte",
            "Compte rendu d'audition de la victime",
            "Reçu de plainte pour violences au sein du couple",
        ),
        (
            Table(
                (
                    ("Rubrique", "Renseignement"),
                    ("Code unité", case.number(5)),
                    ("N° de PV", f"{case.number(5)}/{case.year}"),
                    ("Militaire de la gendarmerie", case.third()),
                    ("Personne entendue", who.full),
                    ("Infraction (NATINF)", "Coups par concubin, ITT < 8 j"),
                ),
                (1.2, 2),
            ),
            Text("RÉSUMÉ DES DÉCLARATIONS", bold=True),
            Text(
                f"La personne entendue relate plusieurs "
                f"épisodes survenus au foyer, en dernier lieu le {case.long(5, 90)} : gifles, strangulation, objets "
                f"jetés, surveillance du téléphone. {who.gendered('Elle', 'Il')} a quitté les lieux avec un sac et "
                "dort chez une amie."
            ),
            Text("ÉVALUATION DU DANGER", bold=True),
            Choices(
                (
                    ("menaces de mort", case.some(0, 1) == 1),
                    ("arme au domicile", False),
                    ("enfants présents lors des faits", bool(case.home.enfants)),
                    ("séparation en cours", True),
                    ("peur de rentrer", True),
                )
            ),
            Text("SUITES", bold=True),
            *texts(
                (
                    "Compte rendu au parquet, qui ordonne une enquête de flagrance. Examen par l'unité "
                    "médico-judiciaire. Remise de la liste des hébergements et du 3919."
                ),
                "Pièce remise à l'intéressé(e) pour ses démarches de logement, d'assurance maladie et de prestations.",
            ),
        ),
        lines=("Groupement de gendarmerie départementale", "Maison de protection des familles"),
        references=(f"Pièce n° {case.some(1, 4)} – feuillet unique",),
        signer="L'enquêteur",
        seal=("GENDARMERIE",),
        numbered=True,
    )


def _neighbours(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-VOI",
        None,
        case.one("Commissariat de police", "Police municipale", "Brigade territoriale"),
        case.one("Déclaration de main courante", "Main courante", "Main courante – troubles de voisinage"),
        (
            Fields(
                (
                    ("Déclarant", case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Domicile", case.home.rue),
                    ("Faits du", case.short(5, 60)),
                    ("Nature", case.one("Tapage nocturne", "Différend de voisinage", "Nuisances sonores")),
                )
            ),
            *texts(
                (
                    f"{in_the_year(case.day(3, 60))}, devant nous, {case.third()}, brigadier, se présente la "
                    "personne ci-dessus qui déclare :"
                ),
                case.one(
                    (
                        "« Mon voisin du dessus fait du bruit toutes les nuits. Il m'a insulté dans l'escalier et a "
                        "frappé à ma porte. J'ai prévenu le bailleur sans résultat. »"
                    ),
                    (
                        "« Des groupes occupent le hall, fument et dégradent les boîtes aux lettres. Quand je rentre "
                        "avec mes enfants, on nous empêche de passer. »"
                    ),
                ),
                "Nous informons le déclarant que la présente déclaration, consignée à toutes fins utiles, ne "
                "constitue pas une plainte et n'entraîne pas de poursuites. Il peut saisir le conciliateur de "
                "justice.",
            ),
        ),
        lines=("Service d'accueil du public", case.home.ville),
        references=(f"MCI n° {case.year}/{case.number(6)}",),
        signer="Le déclarant – L'agent",
        seal=("POLICE",),
    )


WRITERS: Writers = {
    "MOT-VIO": to_learn(_protection_order, _complaint_receipt, _handover_after_violence, _prosecutor_notice),
    "MOT-VOI": to_learn(_neighbours),
}
