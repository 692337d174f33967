"""Homes that cannot be lived in, never learnt from: a hygiene report, a mayor's order, a demolition, a fire."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test

_FINDINGS: tuple[Part, ...] = (
    Heading("3. Infractions relevées"),
    *texts(
        "Règlement sanitaire départemental, articles 23-1, 27, 33, 40 et 51. Décret n° 2002-120 du 30 janvier 2002 "
        "relatif aux caractéristiques du logement décent, article 2, alinéas 1, 2, 5 et 6.",
    ),
    Heading("4. Conclusion et suites"),
    *texts(
        "Les désordres constatés sont de nature à porter atteinte à la santé des occupants, notamment par le "
        "développement de pathologies respiratoires. Le logement ne répond pas aux critères de décence.",
        "Une mise en demeure d'exécuter les travaux sous trois mois est adressée au propriétaire. Copie du présent "
        "est transmise à la caisse d'allocations familiales et au pôle départemental de lutte contre l'habitat "
        "indigne. Il est rappelé à l'occupant que le loyer reste dû.",
    ),
)


def _hygiene_report(case: Case) -> Paper:
    parts = (
        Fields(
            (
                ("Visite du", f"{case.short(15, 90)} à {case.some(9, 16)} h 30"),
                ("Adresse du logement", case.home.rue),
                ("Occupant", case.who.full),
                ("Statut d'occupation", "locataire"),
                ("Propriétaire", case.home.bailleur),
                ("Composition du foyer", f"{1 + len(case.home.enfants) + bool(case.home.conjoint)} personne(s)"),
                ("Enquêteur", case.third()),
            )
        ),
        Heading("1. Description du logement"),
        Text(
            f"Appartement de {case.some(2, 4)} pièces, d'environ {case.some(28, 66)} m², au "
            f"{case.one('rez-de-chaussée sur cour', 'dernier étage sous combles')} d'un immeuble ancien."
        ),
        Heading("2. Constatations"),
        Table(
            (
                ("Élément", "Observation"),
                ("Murs de la chambre 1", "taux d'humidité 85 %, moisissures noires en partie basse"),
                ("Ventilation cuisine et salle d'eau", "absence d'extraction, grilles obturées"),
                ("Menuiseries", "bois pourri, infiltrations, défaut d'étanchéité à l'air"),
                ("Installation électrique", "absence de dispositif 30 mA, fils apparents"),
                ("Chauffage", case.one("un seul convecteur en état de marche", "poêle à pétrole d'appoint")),
                ("Évacuation des eaux usées", case.one("refoulements par le siphon de douche", "satisfaisante")),
            ),
            (1.5, 3),
        ),
        Leaf(),
        *_FINDINGS,
    )
    return Paper(
        "MOT-IND",
        None,
        f"VILLE DE {case.commune}",
        case.one("Rapport de visite", "Rapport d'enquête d'hygiène de l'habitat"),
        parts,
        lines=("Direction de la santé publique", "Service communal d'hygiène et de santé"),
        references=(f"Dossier SCHS/{case.year}/{case.number(4)}", f"Affaire suivie par {case.third()}"),
        signer="L'inspecteur de salubrité",
        seal=("S.C.H.S.", case.commune),
    )


def _mayor_secures_a_building(case: Case) -> Paper:
    parts = (
        Text("Le maire de la commune,", bold=True),
        *texts(
            "Vu le code de la construction et de l'habitation, notamment les articles L. 511-19 à L. 511-22, "
            "L. 521-1 à "
            "L. 521-4 et R. 511-1 à R. 511-13 ;",
            "Vu le code général des collectivités territoriales, notamment l'article L. 2131-1 ;",
            f"Vu le rapport dressé par M. ou Mme {case.third()}, expert désigné par ordonnance du président du "
            "tribunal "
            f"administratif en date du {case.long(30, 60)}, concluant à l'existence d'un danger imminent ;",
            f"Considérant qu'il ressort de ce rapport que l'immeuble situé {case.home.rue}, cadastré section "
            f"{case.one('AC', 'BD')} n° {case.number(3)}, présente "
            f"{case.one('un flambement du mur pignon', 'un fléchissement du plancher bas du premier étage')} "
            "et un risque de chute de matériaux sur la voie publique ;",
            "Considérant que cette situation compromet la sécurité des occupants et des tiers et qu'il y a lieu "
            "d'ordonner les mesures provisoires indispensables pour faire cesser le danger ;",
        ),
        Text("ARRÊTE", bold=True),
        *texts(
            f"ARTICLE 1. {case.home.bailleur}, propriétaire de l'immeuble susvisé, ou ses ayants droit, sont mis en "
            f"demeure, dans un délai de {case.one('48 heures', 'sept jours')}, de procéder à l'étaiement et à "
            "l'évacuation des éléments instables.",
            "ARTICLE 2. Faute d'exécution, il y sera procédé d'office par la commune, aux frais du propriétaire.",
            f"ARTICLE 3. Compte tenu du danger, l'immeuble est interdit temporairement à l'habitation et à toute "
            f"utilisation à compter du {case.short(3, 25)}, jusqu'à la mainlevée. Les occupants, dont "
            f"{case.named(case.who)}, devront avoir évacué les lieux à cette date.",
            "ARTICLE 4. Le propriétaire est tenu d'assurer l'hébergement des occupants dans les conditions prévues aux "
            "articles L. 521-1 et suivants. Les loyers cessent d'être dus à compter du premier jour du mois suivant la "
            "notification. À défaut, le relogement est assuré par la collectivité, à ses frais.",
            "ARTICLE 5. Le présent arrêté sera notifié, affiché sur la façade et en mairie, publié au fichier "
            "immobilier.",
            "ARTICLE 6. Il peut faire l'objet d'un recours devant le tribunal administratif dans les deux mois.",
        ),
    )
    return Paper(
        "MOT-INS",
        None,
        f"MAIRIE DE {case.commune}",
        case.one(f"Arrêté n° {case.year}-{case.number(3)}", "Arrêté de mise en sécurité – procédure urgente"),
        parts,
        lines=("RÉPUBLIQUE FRANÇAISE – Liberté, Égalité, Fraternité",),
        subtitle="Portant mise en sécurité d'un immeuble",
        signer="Le maire,",
        seal=("MAIRIE", case.commune),
        numbered=True,
    )


def _landlord_pulls_down(case: Case) -> Paper:
    tower = case.one("la tour Ravel", "la barre Jean-Bart", "l'entrée 7 du bâtiment Les Ifs")
    parts = texts(
        f"{case.who.civility},",
        f"Comme annoncé lors de la réunion publique du {case.long(60, 200)}, {tower}, où vous résidez, est comprise "
        f"dans le projet de renouvellement urbain conventionné avec l'ANRU. Le conseil d'administration a voté sa "
        f"démolition et le préfet a pris en considération le dossier d'intention de démolir le {case.short(40, 180)}.",
        f"Les travaux débuteront {case.one('au premier semestre', 'à l’automne')} {case.year + 1}. Le bâtiment "
        "doit être "
        "entièrement libéré auparavant : votre logement devra donc être rendu vacant.",
        "Une chargée de relogement prendra contact avec vous pour une enquête à domicile portant sur votre composition "
        "familiale, vos ressources et vos souhaits. La charte de relogement prévoit jusqu'à trois propositions "
        "adaptées "
        "à vos besoins et à vos possibilités, la prise en charge du déménagement et des frais d'ouverture des "
        "compteurs, ainsi que le transfert de votre dépôt de garantie.",
        "Afin d'examiner aussi les possibilités chez les autres bailleurs de l'agglomération, nous vous invitons à "
        "enregistrer ou renouveler votre demande de logement social en y joignant le présent courrier.",
        "Nous vous prions d'agréer l'expression de nos salutations distinguées.",
    )
    return Paper(
        "MOT-DEM",
        None,
        case.one("LYS HABITAT", "OFFICE PUBLIC DU BEFFROI"),
        case.one("Démolition de votre immeuble – votre relogement", "Objet : projet de démolition et relogement"),
        parts,
        lines=("Direction du renouvellement urbain", "Cellule relogement"),
        references=(f"Réf. : DRU/{case.number(4)}", f"N° locataire : {case.number(7)}"),
        letter=True,
        signer="La directrice du renouvellement urbain",
    )


def _firefighters_came(case: Case) -> Paper:
    parts = (
        *texts(
            "Je soussigné, directeur départemental des services d'incendie et de secours, certifie que les "
            "sapeurs-pompiers sont intervenus dans les circonstances suivantes :",
        ),
        Fields(
            (
                ("Numéro d'intervention", f"{case.year % 100}{case.number(6)}"),
                ("Date", case.long(5, 60)),
                ("Heure d'appel / arrivée", f"0{case.some(1, 5)} h {case.some(10, 40)} / 11 minutes après"),
                ("Nature", case.one("feu d'appartement", "feu de cuisine avec propagation")),
                ("Lieu", case.home.rue),
                ("Commune", case.home.ville),
                ("Occupant", case.named(case.who)),
            )
        ),
        *texts(
            "À l'arrivée des secours, un incendie s'était déclaré dans la pièce principale. Extinction au moyen d'une "
            "lance ; ventilation. Aucun blessé. Dégâts par les flammes, la fumée et l'eau dans tout le "
            "logement. Le gaz "
            "et l'électricité ont été coupés. Les occupants n'ont pas pu regagner les lieux et ont été pris en charge "
            f"par {case.one('la commune', 'des proches')}.",
            "La présente attestation, qui ne préjuge pas des causes du sinistre, est délivrée à la demande de "
            "l'intéressé(e) pour être remise à qui de droit.",
        ),
    )
    return Paper(
        "MOT-AUT",
        None,
        "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS",
        "Attestation d'intervention",
        parts,
        lines=("Groupement opérations – Bureau des comptes rendus",),
        signer="Pour le directeur départemental",
        seal=("S.D.I.S.", "OPÉRATIONS"),
    )


WRITERS: Writers = {
    "MOT-IND": to_test(_hygiene_report),
    "MOT-INS": to_test(_mayor_secures_a_building),
    "MOT-DEM": to_test(_landlord_pulls_down),
    "MOT-AUT": to_test(_firefighters_came),
}
