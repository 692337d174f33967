"""More ways in which prefects and mayors order homes to be left or made safe."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.several import said
from training.papers.unfit_ways import some_defects
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

ORDER = "MOT-INS"


def _order_of_prefect(case: Case) -> Paper:
    old = case.one("o", "n") == "o"
    act = "déclarant irrémédiable l'insalubrité" if old else "relatif au traitement de l'insalubrité"
    law = "L. 1331-26 à L. 1331-30" if old else "L. 1331-22 et suivants"
    return Paper(
        ORDER,
        None,
        case.one("PREFET DE LA MOSELLE", "PREFECTURE - DDASS", "LE PREFET", "REPUBLIQUE FRANCAISE"),
        case.one(f"Arrêté n° {case.year}-{case.number(4)}", "Arrêté préfectoral d'insalubrité", "A R R E T E"),
        (
            *texts(
                f"{act} du logement sis {case.address}",
                f"VU le code de la santé publique, notamment ses articles {law} ;",
                case.one("VU l'ordonnance du 16 septembre 2020 ;", "VU l'avis du CODERST ;", "VU le rapport motivé ;"),
                "CONSIDERANT que cet état "
                + case.one("constitue un danger pour la santé des occupants", "présente un risque sanitaire imminent")
                + ", à savoir : "
                + ", ".join(some_defects(case, 3))
                + " ;",
                case.one("SUR proposition du secrétaire général ;", "SUR rapport du directeur général de l'ARS ;"),
            ),
            Heading(case.one("ARRETE", "DECIDE", "Arrête :")),
            *texts(
                f"Art. 1 - Le local appartenant à {case.home.bailleur} est {case.one('insalubre', 'inhabitable')}.",
                f"Art. 2 - {case.one('Interdiction définitive d', 'Interdiction temporaire d')}'habiter, à effet du "
                f"{case.ahead(5, 60)}. Le propriétaire assure le relogement de {case.named(case.who)}.",
                "Art. 3 - Les loyers cessent d'être dus dès le premier jour du mois suivant la notification.",
                "Art. 4 - Le présent arrêté sera notifié, affiché en mairie et publié au fichier immobilier. Recours "
                "possible devant le tribunal administratif dans les deux mois.",
            ),
        ),
        signer=case.one("Le préfet", "Pour le préfet, le secrétaire général"),
        numbered=case.one("o", "n") == "o",
    )


def _order_of_mayor(case: Case) -> Paper:
    imminent = case.one("péril imminent", "mise en sécurité, procédure urgente", "péril ordinaire", "danger immédiat")
    return Paper(
        ORDER,
        None,
        case.one("VILLE DE " + case.commune, "COMMUNE DE " + case.commune, "EUROMETROPOLE", "MAIRIE"),
        case.one("Arrêté du maire", "Arrêté municipal", f"Arrêté de {imminent}", "Extrait du registre des arrêtés"),
        (
            *texts(
                f"Le maire de {case.commune},",
                case.one(
                    "Vu le CGCT, articles L. 2212-2 et L. 2213-24,",
                    "Vu les articles L. 511-1 à L. 511-22 du CCH,",
                    "Vu le code de la construction et de l'habitation,",
                ),
                f"Vu le rapport de l'expert désigné par le tribunal administratif le {case.long(5, 30)},",
                f"Considérant qu'il y a {imminent} : "
                + case.one(
                    "le plancher haut menace de s'effondrer",
                    "la façade se fissure et des éléments chutent",
                    "l'escalier et la charpente sont dangereux",
                    "la stabilité des balcons n'est plus assurée",
                ),
                f"Arrête : 1. {case.home.bailleur}, propriétaire de l'immeuble {case.address}, est mis en demeure "
                f"d'étayer sous {case.some(2, 30)} jours. 2. L'immeuble est évacué ; l'accès en est interdit. 3. A "
                "défaut, la commune exécute d'office aux frais du propriétaire.",
                case.one(f"Occupants recensés : {case.named(case.who)}.", "Les loyers sont suspendus (L. 521-2)."),
                case.one("Affiché sur la façade.", "Transmis au contrôle de légalité.", "Notifié le " + case.short()),
            ),
        ),
        references=(f"N° {case.number(3)}/{case.year}",),
        signer=case.one("Le Maire", "L'adjoint délégué à l'urbanisme"),
        seal=("MAIRIE", case.commune),
    )


def _letter_notifying_occupant(case: Case) -> Paper:
    who = case.who
    return Paper(
        ORDER,
        None,
        case.one("AGENCE REGIONALE DE SANTE", "DDTM - Habitat indigne", "SERVICE DES PERILS", "Sous-préfecture"),
        case.one("Notification", "Lettre recommandée - arrêté vous concernant", "Objet : interdiction d'habiter"),
        (
            *texts(
                f"{who.civility},",
                f"{case.one('Je vous notifie', 'Veuillez trouver ci-joint', 'Vous trouverez')} l'arrêté du "
                f"{case.long(2, 40)} {case.one('de traitement de l', 'relatif à l', 'mettant fin au danger né de l')}"
                f"'insalubrité de votre logement, {case.address} ({case.one('combles', 'cave', 'garage', 'hangar')} "
                f"{case.one('impropre à l', 'mis à disposition aux fins d')}'habitation).",
                said(
                    case,
                    "Vous devez quitter les lieux ; le bailleur doit vous proposer un relogement décent et vous verser "
                    "trois mois de loyer.",
                    "Aucun loyer n'est dû. Aucune expulsion ne peut être engagée contre vous de ce fait.",
                    "En cas de carence du propriétaire, le préfet pourvoit à votre hébergement.",
                ),
            ),
            Leaf(),
            Heading("Annexe : articles L. 521-1 à L. 521-4 du CCH"),
            Text(
                "Le propriétaire est tenu d'assurer le relogement ou l'hébergement des occupants ou de contribuer au "
                "coût correspondant lorsqu'un local fait l'objet d'un arrêté de traitement de l'insalubrité ou de "
                "mise en sécurité assorti d'une interdiction d'habiter."
            ),
        ),
        letter=True,
        signer=case.one("Le chef du bureau", "L'ingénieure d'études sanitaires"),
    )


def _closing_of_a_hotel_or_works_ordered(case: Case) -> Paper:
    return Paper(
        ORDER,
        None,
        case.one(
            "POLICE ADMINISTRATIVE", "MAIRIE - ERP", "PREFECTURE DE POLICE", "DIRECTION DU LOGEMENT ET DE L'HABITAT"
        ),
        case.one("Fermeture administrative", "Mise en demeure de travaux", "Arrêté de fermeture", "Suroccupation"),
        (
            Fields(
                (
                    ("Immeuble", case.home.rue),
                    (case.one("Exploitant", "Propriétaire", "Logeur"), case.third()),
                    ("Fondement", case.one("L. 123-4 CCH", "L. 511-19 CCH", "L. 1331-23 CSP", "L. 184-1 CCH")),
                    ("Exécution", case.ahead(3, 60)),
                )
            ),
            *texts(
                case.one(
                    "Considérant le risque d'incendie et l'avis défavorable de la commission de sécurité,",
                    "Considérant la suroccupation manifeste du fait du logeur,",
                    "Considérant le saturnisme infantile diagnostiqué et l'accessibilité du plomb,",
                ),
                f"il est {case.one('enjoint de cesser la location', 'prescrit de fermer', 'ordonné de faire cesser')} "
                f"sous astreinte de {case.sum(50, 500)} par jour. {case.named(case.who)}, "
                f"{case.one('occupant', 'habitant')}, sera relogé(e) par l'exploitant.",
            ),
        ),
        signer=case.one("Par délégation", "Le préfet de police", "La cheffe du service"),
    )


WRITERS: Writers = {
    ORDER: to_learn(
        _order_of_prefect, _order_of_mayor, _letter_notifying_occupant, _closing_of_a_hotel_or_works_ordered
    ),
}
