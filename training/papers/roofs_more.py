"""More ways, for those who run hostels and residences, of stating who lives there (LOG-STR)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.several import drawn, said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _emergency_hostel(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-STR",
        None,
        case.one("Centre d'hébergement Les Acacias", "Association L'ÉTAPE – pôle urgence", "CHU Le Passage"),
        case.one("Certificat de présence", "Attestation de séjour", "Attestation d'hébergement", "À qui de droit"),
        texts(
            case.one(
                f"{case.known(who)}, occupe une place dans notre centre d'hébergement et de réinsertion sociale depuis "
                f"le {case.short(30, 600)}, sur orientation du SIAO.",
                f"Je soussigné(e), chef de service, atteste que {case.named(who)} est pris en charge dans notre "
                f"établissement, chambre {case.some(1, 60)}, au titre de l'aide sociale à l'hébergement.",
                f"Nous accueillons {case.named(who)} en hébergement de stabilisation ; son contrat de séjour, signé "
                f"le {case.short(30, 500)}, court jusqu'au {case.ahead(20, 180)}.",
            ),
            case.one(
                f"Participation financière : {case.some(10, 20)} % des ressources.",
                "L'intéressé ne verse pas de loyer et n'a pas la qualité de locataire.",
                "La personne est autonome ; sa sortie vers un logement ordinaire est préconisée.",
            ),
            *drawn(
                case,
                0,
                "Arrivé sans ressources ni logement, le ménage a d'abord été orienté vers un abri de nuit, puis admis "
                "dans notre structure après évaluation sociale. Depuis, un travailleur social l'accompagne dans "
                "l'ouverture de ses droits, la gestion de son budget et la recherche d'un logement.",
                "Nous insistons sur le caractère temporaire de cet accueil : nos places doivent bénéficier à d'autres "
                "personnes aujourd'hui à la rue, et aucune raison sociale ne justifie plus un maintien en structure.",
                "L'établissement, autorisé par arrêté préfectoral et habilité à l'aide sociale, facture une "
                "participation calculée selon le décret n° 2001-576 du 3 juillet 2001.",
            ),
            case.one(
                "Le présent document vaut justificatif de domicile.", "Remis en main propre.", "Sans autre objet."
            ),
        ),
        lines=(case.address, f"FINESS {case.number(9)}"),
        signer=case.one("Le chef de service éducatif", "La travailleuse sociale", case.third()),
        seal=(case.one("CHRS", "ASSOCIATION"), case.commune),
    )


def _young_workers(case: Case) -> Paper:
    fee, charges = case.some(280, 480), case.some(15, 60)
    return Paper(
        "LOG-STR",
        None,
        case.one("Habitat Jeunes", "Résidence sociale Jean-Prunier", "FJT La Passerelle", "Foyer de travailleurs"),
        case.one("Attestation de résidence", "Titre d'occupation : situation du résidant", "Relevé de redevance"),
        (
            Fields(
                (
                    (case.one("Résidant", "Titulaire du titre d'occupation", "Nom"), case.named(case.who)),
                    (case.one("Logement", "Studio n°"), f"{case.one('A', 'B', 'C')}{case.number(3)}"),
                    (case.one("Date d'entrée", "Présent depuis"), case.short(40, 700)),
                    (case.one("Type", "Surface"), case.one("T1 meublé, 18 m²", "chambre 12 m²", "T1' 20 m²")),
                )
            ),
            Table(
                (
                    ("Poste", "Montant mensuel"),
                    ("Équivalence de loyer et charges locatives", case.amount(fee)),
                    (case.one("Prestations obligatoires", "Mobilier, draps", "Petits déjeuners"), case.amount(charges)),
                    (case.one("Redevance totale", "Total"), case.amount(fee + charges)),
                ),
                (3, 1),
            ),
            *several(
                case,
                1,
                "Le contrat, d'un mois renouvelable, ne relève pas de la loi du 6 juillet 1989.",
                "Le résidant est à jour de ses redevances.",
                "Durée maximale de séjour : deux ans. Établissement conventionné à l'APL-foyer.",
                "Logement-foyer au sens de l'article L. 633-1 du code de la construction et de l'habitation.",
            ),
        ),
        lines=(case.home.ville,),
        signer=case.one("La directrice de la résidence", "Le gestionnaire"),
    )


def _hotel_by_the_state(case: Case) -> Paper:
    head = len(case.home.enfants) + len(case.home.adults)
    return Paper(
        "LOG-STR",
        None,
        case.one("SIAO", "115 – Samu social départemental", "Plateforme hôtelière", "Accueil de jour – pôle hôtel"),
        case.one(
            "Attestation de prise en charge hôtelière",
            "Mise à l'abri : attestation",
            "Confirmation de nuitées",
            "Prolongation d'hébergement d'urgence",
        ),
        (
            Text(
                case.one(
                    f"Le ménage de {case.named(case.who)} ({head} personnes) est mis à l'abri par nos services à "
                    f"l'hôtel, {case.address}, depuis le {case.short(20, 500)}.",
                    f"Par la présente, le 115 atteste prendre en charge {case.named(case.who)} et sa famille dans le "
                    "cadre du dispositif d'hébergement d'urgence financé par l'État.",
                )
            ),
            Table(
                (("Du", "Au", "Établissement"), (case.short(8, 40), case.ahead(1, 20), "Hôtel " + case.commune)),
                (1, 1, 2),
            ),
            Text(
                said(
                    case,
                    "La famille ne règle pas les nuitées.",
                    "Il est interdit de cuisiner dans la chambre.",
                    "Cette attestation ne vaut pas engagement de maintien.",
                    "Un relais vers un logement adapté est demandé.",
                )
            ),
        ),
        references=(f"Ménage n° {case.number(7)}",),
        signer=case.one("Le régulateur", "La coordinatrice", ""),
    )


def _asylum_centre(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-STR",
        None,
        case.one("CADA – Maison des Érables", "HUDA Forum Solidarité", "Centre provisoire d'hébergement (CPH)"),
        case.one("Attestation d'hébergement", "Attestation de domicile en centre", "Certificat de résidence au centre"),
        texts(
            f"Je soussigné(e) {case.third()}, "
            + case.one("directeur du centre", "intervenant social", "responsable de l'hébergement")
            + f", atteste que {case.known(who)}, est "
            + who.gendered("hébergée", "hébergé")
            + f" dans notre structure, {case.address}, depuis le {case.long(60, 700)}.",
            case.one(
                "Le statut de réfugié lui ayant été reconnu, sa sortie du centre est attendue sous trois mois.",
                "Le centre est géré pour le compte de l'OFII ; l'hébergement est gratuit.",
                f"Fin de prise en charge notifiée au {case.ahead(10, 120)}.",
            ),
            case.one(
                "Fait pour servir et valoir ce que de droit.", "Attestation remise pour la demande de logement social."
            ),
        ),
        lines=("Association gestionnaire, loi 1901", f"SIRET {case.home.siret}"),
        signer=case.one("Le directeur", "L'intervenante sociale"),
        seal=("CENTRE", case.commune),
    )


def _student_residence(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "LOG-STR",
        None,
        case.one("CROUS – Service du logement", "Résidence universitaire Les Chênes", "Résidence étudiante du Canal"),
        case.one("Attestation de logement", "Décision d'admission en résidence", "Certificat de logement étudiant"),
        (
            Text(
                case.one(
                    f"La directrice de l'unité de gestion certifie que {case.known(who)}, occupe le logement désigné "
                    "ci-dessous en vertu d'une décision d'admission précaire et révocable.",
                    f"Nous attestons que {case.named(who)} réside dans notre établissement durant l'année "
                    f"universitaire {case.year - 1}-{case.year}.",
                )
            ),
            Fields(
                (
                    ("Résidence", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Chambre", f"{case.one('bât. A', 'bât. C', 'pavillon 2')} n° {case.number(3)}"),
                    ("Période", f"du {case.short(30, 200)} au {case.ahead(30, 200)}"),
                    (case.one("Redevance mensuelle", "Loyer et charges"), case.sum(190, 480)),
                )
            ),
            *several(
                case,
                1,
                "L'occupant a versé la redevance de tous les mois échus.",
                "Le droit d'occupation cesse avec la qualité d'étudiant et au plus tard le 31 août.",
                "La résidence est conventionnée ; l'aide personnalisée au logement est versée au gestionnaire.",
                "L'hébergement de tiers est interdit au-delà de deux nuits, sur autorisation.",
            ),
        ),
        references=(f"Dossier social étudiant {case.number(9)}",),
        signer=case.one("La directrice de résidence", "Le responsable d'hébergement"),
        seal=case.desk.rng.choice(((), ("CROUS", case.commune))),
    )


WRITERS: Writers = {
    "LOG-STR": to_learn(_emergency_hostel, _young_workers, _hotel_by_the_state, _asylum_centre, _student_residence),
}
