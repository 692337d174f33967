"""More papers on a child to come: the form in three leaves, midwives, wards, family funds, insurance (FAM-GRO)."""

from __future__ import annotations

from datetime import date, timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.kin import expecting
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _dates(case: Case) -> tuple[date, date]:
    """Return the days when the pregnancy began and should end."""
    begun = case.day(40, 220)
    return begun, begun + timedelta(days=case.some(270, 284))


def _form_in_three_leaves(case: Case) -> Paper:
    who, (begun, due) = expecting(case), _dates(case)
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("L'ASSURANCE MALADIE – ALLOCATIONS FAMILIALES – MSA", "Sécurité sociale", "vous attendez un enfant"),
        case.one(
            "Premier examen médical prénatal", "Déclaration de grossesse", "Vous attendez un enfant – déclaration"
        ),
        (
            Text(
                case.one(
                    "Feuillet à adresser à votre organisme d'assurance maladie avant la fin du troisième mois.",
                    "Volets 2 et 3 destinés à votre caisse d'allocations familiales ou à la MSA.",
                    "(articles L. 2122-1 à L. 2122-3 du code de la santé publique, D. 532-1 de la sécurité sociale)",
                )
            ),
            Heading(case.one("La future mère", "Personne assurée", "Identification de la future mère")),
            Filled(
                (
                    (case.one("Nom et prénom", "Nom de naissance, prénoms"), f"{who.nom} {who.prenom}"),
                    ("Date de naissance", short_date(who.naissance)),
                    (case.one("N° d'immatriculation", "Numéro de sécurité sociale"), case.nir(who)),
                    (case.one("Adresse", "Votre adresse"), case.home.rue),
                )
            ),
            *((Leaf(),) if case.some(0, 1) else ()),
            Heading(case.one("Attestation du praticien", "À remplir par le médecin ou la sage-femme")),
            Filled(
                (
                    (case.one("Examen pratiqué le", "Date de l'examen"), case.short(5, 40)),
                    (case.one("Date présumée du début de la grossesse", "Début présumé"), short_date(begun)),
                    (case.one("Accouchement prévu vers le", "Terme prévu"), case.one(short_date(due), "")),
                )
            ),
            *several(
                case,
                1,
                "J'atteste avoir pratiqué le premier examen prénatal prévu par le code de la santé publique.",
                "Analyses prescrites : groupe sanguin, toxoplasmose, rubéole, syphilis, glycosurie.",
                "La loi rend passible d'amende et d'emprisonnement quiconque se rend coupable de fraude.",
                "Situation : en activité / au chômage / sans activité.",
            ),
        ),
        form=case.one("cerfa n° 10112*05", "N° 10112*06", "S4110i", "60-3949", ""),
        signer=case.one(*case.home.world.medecins),
        seal=("CABINET", "MEDICAL"),
    )


def _note_of_midwife(case: Case) -> Paper:
    who, (begun, due) = expecting(case), _dates(case)
    carer = case.one(f"{case.third()}, sage-femme", *case.home.world.medecins, "Cabinet de gynécologie")
    return Paper(
        "FAM-GRO",
        who.role,
        carer,
        case.one("Certificat", "Certificat de grossesse", "Attestation", "", "Certificat médical"),
        (
            Text(
                case.one(
                    f"Je certifie que l'état de santé de {case.named(who)} est compatible avec une grossesse "
                    f"évolutive de {case.some(8, 34)} semaines d'aménorrhée.",
                    f"Je soussigné(e) atteste suivre {case.known(who)}, enceinte, dont le terme est prévu pour le "
                    f"{long_date(due)}.",
                    f"{case.known(who)}, est enceinte de {case.some(3, 8)} mois. DDG : {short_date(begun)}. DPA : "
                    f"{short_date(due)}.",
                    f"Vu ce jour {case.named(who)}. Grossesse intra-utérine {case.one('unique', 'gémellaire')}, terme "
                    f"théorique le {short_date(due)}.",
                )
            ),
            Text(
                said(
                    case,
                    "Certificat remis en main propre pour valoir ce que de droit.",
                    "À la demande de l'intéressée, pour sa demande de logement.",
                    "Prochain rendez-vous dans un mois.",
                    "La déclaration a été faite auprès des organismes.",
                )
            ),
        ),
        lines=case.desk.rng.choice(((), ("Conventionnée secteur 1", f"N° RPPS {case.number(11)}"))),
        signer=case.one(carer, "La sage-femme", "Docteur"),
        seal=("SAGE-FEMME",) if "sage" in carer else ("DOCTEUR",),
    )


def _follow_up_of_ward(case: Case) -> Paper:
    who, (_, due) = expecting(case), _dates(case)
    rows = tuple((f"{month}e mois", short_date(due - timedelta(days=30 * (9 - month)))) for month in range(4, 10))
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("CENTRE HOSPITALIER – Pôle mère-enfant", "Maternité", "CLINIQUE DU PARC FLEURI", "PMI – Département"),
        case.one(
            "Attestation de suivi de grossesse",
            "Inscription à la maternité",
            "Compte rendu d'échographie de datation",
            "Planning des consultations prénatales",
        ),
        (
            Fields(
                (
                    (case.one("Patiente", "Madame"), who.full),
                    ("Née le", short_date(who.naissance)),
                    (case.one("Terme prévu", "DPA", "Date prévue d'accouchement"), short_date(due)),
                )
            ),
            *((Table((("Examen prénatal", "Vers le"), *rows), (2, 2)),) if case.some(0, 1) else ()),
            *several(
                case,
                2,
                f"Embryon unique, LCC {case.some(45, 80)} mm, activité cardiaque perçue. Datation corrigée.",
                "Votre inscription pour l'accouchement dans notre établissement est enregistrée.",
                "Entretien prénatal précoce et préparation à la naissance : huit séances remboursées.",
                "Présentez-vous munie de la carte Vitale et de la carte de groupe sanguin.",
                "Attestation délivrée à la patiente qui en fait la demande, à toutes fins utiles.",
            ),
        ),
        references=(f"IPP {case.number(8)}",),
        signer=case.one("La sage-femme coordinatrice", *case.home.world.medecins, ""),
    )


def _family_fund_answers(case: Case) -> Paper:
    who, (begun, due) = expecting(case), _dates(case)
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("Caisse d'allocations familiales", "CAF – Mon compte", "MSA – Service famille"),
        case.one(
            "Vous attendez un enfant",
            "Votre déclaration de grossesse",
            "Nous avons bien reçu votre déclaration de grossesse",
            "Arrivée d'un enfant",
        ),
        (
            *texts(
                case.one(
                    f"{who.civility}, nous avons enregistré votre déclaration de grossesse le {case.short(3, 30)}.",
                    "Félicitations ! Votre situation a été mise à jour : une naissance est attendue à votre foyer.",
                    f"La naissance de votre enfant est attendue en {long_date(due).split(' ', 1)[1]}.",
                ),
                f"Début de grossesse : {short_date(begun)}. Naissance prévue : {short_date(due)}.",
            ),
            *several(
                case,
                1,
                "Sous conditions de ressources, la prime à la naissance peut vous être versée au septième mois.",
                "Vous n'avez rien à faire : nous étudions vos droits à la prestation d'accueil du jeune enfant.",
                "Ce courrier n'est pas une attestation de paiement.",
                "À la naissance, adressez-nous la copie du livret de famille ou de l'acte de naissance.",
                "Pensez à signaler cet événement à votre bailleur et au service du logement.",
                "Isolée et sans ressources ? Le RSA peut être majoré dès la déclaration.",
            ),
        ),
        lines=case.desk.rng.choice(((), ("https://www.caf.example.org/mon-compte/courriers", case.short(1, 4)))),
        references=(f"N° allocataire : {case.number(7)}",),
        letter=case.some(0, 1) == 0,
        signer=case.one("Votre caisse d'allocations familiales", "Le directeur", ""),
    )


def _health_fund_calendar(case: Case) -> Paper:
    who, (begun, due) = expecting(case), _dates(case)
    leave, back = due - timedelta(days=42), due + timedelta(days=70)
    rows = (
        ("Déclaration à l'Assurance Maladie", f"avant le {short_date(begun + timedelta(days=98))}"),
        ("Entretien prénatal", "à partir du 4e mois"),
        ("Prise en charge à 100 %", f"dès le {short_date(begun + timedelta(days=170))}"),
        ("Congé prénatal", f"à partir du {short_date(leave)}"),
        ("Date prévue de l'accouchement", short_date(due)),
        ("Congé postnatal", f"jusqu'au {short_date(back)}"),
    )
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("l'Assurance Maladie", "CPAM – Service maternité", "ameli – mon espace", "MSA – Santé famille"),
        case.one(
            "Votre calendrier de maternité",
            "Votre grossesse mois par mois",
            "Confirmation de votre déclaration de grossesse",
            "Maternité : vos dates",
        ),
        (
            Text(case.one(f"Bonjour {who.full},", f"{who.civility},", "Chère assurée,")),
            Text(
                "Votre déclaration de grossesse nous est parvenue. " + said(case, "Voici vos dates.", "Conservez ceci.")
            ),
            Table((("Étape", "Quand"), *rows[case.some(0, 2) :]), (3, 3)),
            *several(
                case,
                0,
                "Les indemnités journalières sont étudiées à réception de l'attestation de salaire de l'employeur.",
                "Inscrivez votre enfant sur votre carte Vitale après la naissance.",
                "Votre carnet de maternité vous sera envoyé.",
            ),
            Choices((("Grossesse simple", True), ("Grossesse multiple", False))) if case.some(0, 1) else Text(""),
        ),
        references=(f"N° {case.nir(who)}",),
        letter=case.some(0, 1) == 0,
    )


WRITERS: Writers = {
    "FAM-GRO": to_learn(
        _form_in_three_leaves, _note_of_midwife, _follow_up_of_ward, _family_fund_answers, _health_fund_calendar
    ),
}
