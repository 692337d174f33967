"""Living in a home or hostel, and what social workers certify (LOG-STR, LOG-TSO, MOT-SDF)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.writers import Writers, to_learn


def _reception_centre(case: Case) -> Paper:
    who = case.who
    centre = case.one("CHRS", "centre d'hébergement et de réinsertion sociale", "centre d'hébergement d'urgence")
    lodged = who.gendered("hébergée", "hébergé")
    return Paper(
        "LOG-STR",
        None,
        case.one("Association L'Abri du Val", "Association Les Passerelles", "Fondation Saint-Amand"),
        case.one("Attestation d'hébergement en structure", "Attestation de présence en structure d'hébergement"),
        (
            Text(
                f"Je soussigné(e), {case.third()}, directeur de l'établissement, atteste que {case.known(who)}, est "
                f"{lodged} au sein de notre "
                f"{centre} "
                f"depuis le {case.long(60, 700)}."
            ),
            Text(
                f"{who.gendered('Elle', 'Il')} occupe une "
                f"{case.one('chambre individuelle', 'place en logement diffus')} et s'acquitte d'une participation "
                f"financière mensuelle de {case.sum(30, 160)}, fixée selon ses ressources. Un accompagnement social "
                "est assuré par l'équipe éducative, conformément au contrat de séjour signé à l'admission."
            ),
            Text(
                "Cette prise en charge est temporaire. L'accès à un logement autonome constitue l'objectif du projet "
                "personnalisé."
            ),
            Text("La présente attestation est délivrée pour faire valoir ce que de droit."),
        ),
        lines=("Pôle hébergement et insertion", case.address, "Établissement financé par l'État (DDETS)"),
        references=(f"N° FINESS {case.number(9)}",),
        signer="La direction",
        seal=("CHRS", "L'ABRI"),
    )


def _residence_contract(case: Case) -> Paper:
    return Paper(
        "LOG-STR",
        None,
        case.one("Résidence sociale Les Coteaux", "Foyer de travailleurs Jean-Moulinet"),
        case.one("Contrat de résidence", "Titre d'occupation en résidence sociale"),
        (
            Text(
                f"Entre le gestionnaire de la résidence et {case.known(case.who)}, ci-après « le résident », il est "
                "convenu :"
            ),
            Heading("Article 1 – Objet"),
            Text(
                f"Le gestionnaire met à disposition le logement meublé n° {case.some(101, 519)}, situé "
                f"{case.address}, d'une surface de {case.some(12, 30)} m². L'établissement est une résidence sociale "
                "au sens de l'article L. 633-1 du code de la construction et de l'habitation ; il ne relève pas de "
                "la loi du 6 juillet 1989."
            ),
            Heading("Article 2 – Durée"),
            Text(f"Un mois à compter du {case.long(60, 900)}, renouvelable tacitement à la seule volonté du résident."),
            Heading("Article 3 – Redevance"),
            Table(
                (
                    ("Élément", "Montant mensuel"),
                    ("Équivalent loyer et charges", case.sum(280, 410)),
                    ("Prestations (draps, ménage)", case.sum(15, 45)),
                ),
                (3, 1.3),
            ),
            Heading("Article 4 – Dépôt de garantie et vie collective"),
            Text(
                "Un dépôt égal à un mois de redevance est versé à l'entrée. Le résident respecte le règlement "
                "intérieur, n'héberge pas plus de trois mois par an une même personne et prévient le gestionnaire. "
                "Un conseil de concertation est réuni deux fois l'an."
            ),
            Leaf(),
            Heading("Article 5 – Résiliation"),
            Text(
                "Par le résident : préavis de huit jours. Par le gestionnaire : un mois, en cas d'impayé de trois "
                "termes ou de manquement grave ; trois mois si le résident ne remplit plus les conditions "
                "d'admission."
            ),
            Text(
                "Annexes remises : règlement intérieur, état des lieux, notice relative à l'aide personnalisée au "
                "logement."
            ),
        ),
        lines=("Union des foyers et résidences",),
        references=(f"Contrat {case.number(4)}-{case.number(3)}",),
        signer="Le résident – Le responsable",
    )


def _asylum_centre(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-STR",
        None,
        case.one("Coallis Atlantique – Pôle asile", "Société Habitat-Foyers de l'Ouest"),
        case.one("Certificat d'hébergement en CADA", "Attestation de résidence en foyer", "Certificat de présence"),
        (
            Fields(
                (
                    ("Résident(e)", case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Entrée dans l'établissement", case.short(90, 900)),
                    ("Chambre / unité", f"{case.one('A', 'B', 'C')}{case.some(10, 320)}"),
                    ("Redevance du dernier mois", case.sum(0, 420)),
                    ("Fin de prise en charge prévue", case.ahead(30, 250)),
                )
            ),
            Text(
                "Le gestionnaire certifie l'exactitude des indications ci-dessus. La personne y dispose de son "
                "courrier et ses redevances, lorsqu'elles sont dues, sont réglées à ce jour."
            ),
        ),
        lines=("Unité territoriale Sud", case.address),
        signer="Le chef de service",
        seal=("UNITÉ TERRITORIALE", "RÉSIDENCE"),
        foot="Édition informatique du logiciel de gestion des résidents.",
    )


def _student_or_boarding_house(case: Case) -> Paper:
    who = case.who
    kind = case.one(
        "une pension de famille",
        "un logement de transition (ALT)",
        "une résidence universitaire",
        "un foyer de jeunes travailleurs",
    )
    return Paper(
        "LOG-STR",
        None,
        case.one("Maison-relais La Courée", "Habitat Jeunes du Beffroi", "Centre maternel Les Tilleuls"),
        case.one("Attestation du gestionnaire", "Attestation de séjour"),
        (
            Text("À qui de droit,"),
            Text(
                f"Notre association gère {kind} où loge {case.named(who)}, {case.born(who)}. L'arrivée remonte au "
                f"{case.long(60, 800)} et le séjour, conclu pour {case.one('six', 'douze', 'vingt-quatre')} mois, ne "
                "peut pas être prolongé sans limite."
            ),
            Text(
                f"Le coût acquitté est de {case.sum(90, 430)} chaque mois, aide au logement déduite. Nous n'avons "
                f"relevé aucun retard de paiement et {who.gendered('la résidente', 'le résident')} entretient "
                "convenablement les lieux. Notre équipe soutient sa demande de logement social."
            ),
            Text("Vous pouvez nous joindre pour tout complément."),
        ),
        lines=("Association loi 1901 agréée « intermédiation locative »", case.address),
        references=(f"Votre correspondant : {case.third()}",),
        signer="La coordinatrice",
    )


def _social_report(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-TSO",
        None,
        case.one("Conseil départemental", "Centre communal d'action sociale", "Association d'aide aux familles"),
        case.one("Note sociale", "Rapport social", "Attestation d'accompagnement social", "Évaluation sociale"),
        (
            Text(f"Concerne : {case.known(who)}", bold=True),
            Heading(case.one("Situation", "Contexte")),
            Text(
                f"Je soussignée, {case.third()}, "
                f"{case.one('assistante de service social', 'travailleur social', 'conseillère sociale')}, "
                f"accompagne {case.named(who)} depuis le {case.short(60, 700)}. "
                + case.one(
                    "Sans domicile, la famille alterne nuits à l'hôtel par le 115 et accueil chez des proches.",
                    "Le ménage est hébergé chez un tiers dans des conditions précaires, sans chambre pour les enfants.",
                    f"{who.gendered('Elle', 'Il')} dort dans sa voiture depuis la perte de son logement.",
                )
            ),
            Heading("Ressources et démarches"),
            Text(
                f"Les ressources s'élèvent à {case.amount(case.home.net)} par mois. Les droits sont ouverts, les "
                "démarches sont suivies et une demande de logement social est enregistrée sous le numéro "
                f"{case.home.numero_unique}. Un dossier d'hébergement a été adressé au SIAO."
            ),
            Heading("Avis du travailleur social"),
            Text(
                "Au vu de ces éléments, j'appuie l'attribution d'un logement adapté et durable. L'accompagnement se "
                "poursuivra après le relogement."
            ),
        ),
        lines=("Service social de polyvalence", f"Secteur de {case.commune.title()}"),
        references=("Document confidentiel – secret professionnel",),
        signer="Le travailleur social",
        seal=("SERVICE SOCIAL",),
    )


def _roofless(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-SDF",
        None,
        case.one(
            "Service intégré d'accueil et d'orientation", "Accueil de jour La Halte", "Équipe mobile – Maraude sociale"
        ),
        case.one(
            "Attestation de situation de sans-abri",
            "Attestation : personne sans logement",
            "Certificat de situation – 115",
        ),
        (
            Text(
                f"Nous attestons que {case.known(who)}, est actuellement {who.gendered('dépourvue', 'dépourvu')} de "
                "tout logement personnel."
            ),
            Table(
                (
                    ("Nuit du", "Appel au 115", "Suite donnée"),
                    (case.short(40, 60), "oui", "pas de place"),
                    (case.short(20, 39), "oui", case.one("mise à l'abri 3 nuits", "pas de place")),
                    (case.short(3, 19), "oui", "pas de place"),
                ),
                (1, 1, 1.6),
            ),
            Text(
                "La situation de sans-abri (rue, abri de fortune, véhicule, squat) est constatée par nos équipes "
                "lors de rencontres régulières."
            ),
            Choices((("sans domicile fixe", True), ("hébergement mobile ou de fortune", case.some(0, 1) == 1))),
        ),
        lines=(f"Territoire de {case.commune.title()}", "Numéro d'urgence sociale : 115"),
        signer="Le coordinateur",
    )


WRITERS: Writers = {
    "LOG-STR": to_learn(_reception_centre, _residence_contract, _student_or_boarding_house, _asylum_centre),
    "LOG-TSO": to_learn(_social_report),
    "MOT-SDF": to_learn(_roofless),
}
