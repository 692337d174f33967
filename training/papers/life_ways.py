"""Deaths and pregnancies: town halls, hospitals, undertakers, midwives, health insurers, family benefit offices."""

from __future__ import annotations

from datetime import date, timedelta

from training.desk import long_date, short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.kin import invented, parents
from training.papers.registry_asides import DEATH, PREGNANCY
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _late(case: Case) -> tuple[Someone, date]:
    """Who has died, a spouse or a parent of the applicant, and on what day."""
    age = timedelta(days=case.some(-1500, 12000))
    late = invented(case, "C", case.one("F", "M"), case.who.naissance - age, case.one(case.who.nom, ""))
    return late, case.day(10, 2500)


def _death_in_full(case: Case) -> Paper:
    late, day = _late(case)
    mother, father = parents(case, late)
    return Paper(
        "FAM-DEC",
        None,
        case.one(f"MAIRIE DE {case.commune}", f"VILLE DE {case.commune} - ETAT CIVIL", f"COMMUNE DE {case.commune}"),
        case.one("Copie intégrale", "Acte de décès", f"Décès - acte n° {case.number(4)}", "Copie d'acte de décès"),
        texts(
            f"Le {spelled_day(day)}, {case.one('à quatre heures', 'à midi trente', 'à dix-neuf heures quinze')}, est "
            f"décédé{late.gendered('e', '')} {case.one('en son domicile', 'à la clinique', case.home.rue)}, "
            f"{late.prenoms} {late.nom.upper()}, {late.born} à {late.lieu} le {spelled_day(late.naissance)}, "
            f"{case.one('retraité', 'artisan', 'sans profession')}, domicilié à {case.commune.title()},",
            f"{late.gendered('fille', 'fils')} de {father.full} et de {mother.full}, "
            f"{case.one('conjoint de', 'époux de', 'veuf de', 'partenaire de')} {case.who.full}.",
            f"Dressé le {short_date(day + timedelta(days=1))} sur la déclaration de {case.third()}, employé des pompes "
            f"funèbres, qui, lecture faite, a signé avec Nous, {case.third()}, officier de l'état civil.",
            case.one("Mentions marginales : néant.", "Pour copie conforme.", "Copie délivrée à la famille."),
        ),
        references=(f"{case.one('N°', 'Acte', 'DEC/')} {case.number(4)}",),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", case.commune),
    )


def _death_in_short(case: Case) -> Paper:
    late, day = _late(case)
    return Paper(
        "FAM-DEC",
        None,
        case.one("ETAT CIVIL", f"Mairie de {case.commune.title()}", "REPUBLIQUE FRANCAISE"),
        case.one("Bulletin de décès", "Extrait d'acte de décès", "Extrait des registres de décès", "Décès"),
        (
            Fields(
                (
                    ("Nom", late.nom.upper()),
                    ("Prénoms", late.prenoms),
                    ("Né(e) le", f"{short_date(late.naissance)} à {late.lieu}"),
                    (case.one("Décédé(e) le", "Date du décès"), short_date(day)),
                    (case.one("Lieu", "à"), case.commune.title()),
                    ("Situation", case.one("Marié(e)", "Veuf(ve)", "Célibataire", "Divorcé(e)")),
                )
            ),
            Text(case.one("Délivré à titre de simple renseignement.", "Certifié exact.", "Délivré sans frais.")),
        ),
        signer=case.one("Le Maire", "L'officier de l'état civil"),
        seal=("MAIRIE",),
    )


def _death_told_by_hospital(case: Case) -> Paper:
    late, day = _late(case)
    return Paper(
        "FAM-DEC",
        None,
        case.one("CENTRE HOSPITALIER", "EHPAD LES MIMOSAS", "Bureau des admissions", "POMPES FUNEBRES DU VAL"),
        case.one("Certificat de décès", "Attestation de décès", "Avis de décès", "Bulletin de décès"),
        texts(
            f"{case.one('Le directeur', 'Le médecin de garde', 'Le soussigné')} certifie que {case.named(late)}, "
            f"{late.born} le {short_date(late.naissance)}, entré{late.gendered('e', '')} le "
            f"{short_date(day - timedelta(days=9))}, est décédé{late.gendered('e', '')} dans l'établissement le "
            f"{long_date(day)} {case.one('à 3 h 45', 'à 18 heures', 'au cours de la nuit')}.",
            case.one(
                "La mort est réelle et constante, sans obstacle médico-légal. Inhumation ou crémation possible.",
                f"La famille, représentée par {case.named(case.who)}, a été avisée.",
                "La déclaration en mairie a été faite par nos soins dans les vingt-quatre heures.",
            ),
        ),
        lines=(case.home.ville,),
        signer=case.one("Le médecin", "La directrice", "Le conseiller funéraire"),
    )


def _death_told_from_afar(case: Case) -> Paper:
    late, day = _late(case)
    return Paper(
        "FAM-DEC",
        None,
        case.one("CONSULAT GENERAL DE FRANCE", "Traduction assermentée", f"Office notarial - {case.third()}"),
        case.one("Acte de décès (transcription)", "Extrait plurilingue d'acte de décès", "Acte de notoriété"),
        (
            Table(
                (
                    ("Rubrique / Item", ""),
                    ("Nom / Name", late.nom.upper()),
                    ("Prénoms / Forenames", late.prenoms),
                    ("Date et lieu du décès", f"{short_date(day)} {late.lieu}"),
                    ("Dernier conjoint / Last spouse", case.who.full),
                ),
                (1.2, 1.6),
            ),
            Text(
                case.one(
                    "Transcrit sur les registres consulaires au vu de l'acte local.",
                    "Il laisse pour lui succéder son conjoint survivant et ses enfants, ainsi qu'il résulte de l'acte.",
                    "Formule C - Convention signée à Vienne.",
                )
            ),
        ),
        references=(f"n° {case.number(4)}",),
        signer=case.one("Le consul", "Le notaire", "L'expert"),
        seal=("SCEAU",),
    )


def _mother(case: Case) -> tuple[Someone, str, str, str]:
    """Who expects, her role's holder; start of pregnancy, due day, and day seen."""
    start = case.day(50, 230)
    women = [adult for adult in case.home.adults if adult.sexe == "F"] or [case.who]
    return women[0], short_date(start), short_date(start + timedelta(days=273)), case.short(2, 40)


def _pregnancy_told_by_midwife(case: Case) -> Paper:
    who, start, due, seen = _mother(case)
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("Cabinet de sages-femmes", "MATERNITE", f"Docteur {case.third()}", "CENTRE DE PLANIFICATION - PMI"),
        case.one("Attestation de grossesse", "Certificat", "Certificat médical", "Attestation"),
        texts(
            f"Je soussigné{case.one('e', '')}, {case.one('sage-femme', 'médecin', 'gynécologue obstétricien')}, "
            f"certifie que {case.known(who)}, {case.one('est enceinte', 'présente une grossesse évolutive')} de "
            f"{case.some(3, 8)} mois {case.one('révolus', 'environ', '')} à ce jour.",
            case.one(f"Terme prévu : {due}.", f"DPA {due} (DDG {start}).", f"Accouchement attendu vers le {due}."),
            case.one(
                "Examen du " + seen + ". Remis en main propre.",
                "Certificat fait à la demande de l'intéressée.",
                "Pour servir à sa demande de logement.",
            ),
        ),
        lines=(case.home.ville, f"RPPS 1{case.number(10)}"),
        signer=case.one("La sage-femme", "Le médecin"),
        seal=("SAGE-FEMME", case.number(9)),
    )


def _pregnancy_form(case: Case) -> Paper:
    who, start, due, seen = _mother(case)
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("l'Assurance Maladie", "SECURITE SOCIALE", "CERFA - volet à adresser à la CAF"),
        case.one("Vous attendez un enfant", "Déclaration de grossesse", "Premier examen prénatal", "Votre grossesse"),
        (
            Heading(case.one("A remplir par l'assurée", "La future mère", "Identification")),
            Filled((("Nom de naissance", who.nom.upper()), ("Prénom", who.prenom), ("N°", case.nir(who)))),
            Choices((("salariée", case.some(0, 1) == 1), ("sans emploi", False), ("grossesse multiple", False))),
            Heading(case.one("A remplir par le praticien", "Examen médical")),
            Filled((("Examen effectué le", seen), ("Début de grossesse", start), ("Accouchement prévu", due))),
            Text("La déclaration doit parvenir avant la fin de la 14e semaine. Conservez un volet."),
        ),
        form=case.one("cerfa n° 10112*06", "S 4110", "10112*04"),
        signer="Cachet du praticien",
        seal=("DOCTEUR", case.number(9)),
    )


def _pregnancy_noted_by_caf(case: Case) -> Paper:
    who, start, due, seen = _mother(case)
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("CAF", "Mon Compte - caf.fr", "MSA", "ameli.fr - espace personnel"),
        case.one(
            "Votre déclaration de grossesse", "Grossesse déclarée", "Accusé de réception", "Votre dossier maternité"
        ),
        (
            Fields(
                (
                    ("Bénéficiaire", who.full),
                    (case.one("N° allocataire", "Numéro"), case.number(7)),
                    ("Déclaration reçue le", seen),
                    (case.one("Début de grossesse", "Conception"), start),
                    (case.one("Date présumée d'accouchement", "Naissance prévue"), due),
                )
            ),
            *texts(
                case.one(
                    "Nous avons bien enregistré votre grossesse. La prime à la naissance sera versée au 7e mois.",
                    "Vos examens prénatals sont pris en charge à 100 % à compter du 6e mois.",
                    "Votre congé maternité : 6 semaines avant, 10 semaines après la date prévue.",
                ),
                case.one(f"Imprimé le {seen}", "https://www.caf.fr/allocataires/mon-compte", "A conserver."),
            ),
        ),
        letter=case.desk.rng.random() < 0.4,
    )


def _ultrasound_of_pregnancy(case: Case) -> Paper:
    who, start, due, seen = _mother(case)
    return Paper(
        "FAM-GRO",
        who.role,
        case.one("Imagerie de la Femme", "Echographie obstétricale", "HOPITAL MERE-ENFANT"),
        case.one("Compte rendu d'échographie", "Consultation prénatale", "Calendrier de grossesse", "Suivi"),
        (
            Text(f"{who.full} - {short_date(who.naissance)} - examen du {seen} - G{case.some(1, 3)}P{case.some(0, 2)}"),
            Table(
                (
                    ("Datation", ""),
                    ("Début de grossesse", start),
                    ("Terme théorique (41 SA)", due),
                    ("Activité cardiaque", "présente"),
                ),
                (1.4, 1),
            ),
            Text(
                case.one(
                    "Grossesse intra-utérine unique évolutive, biométrie concordante avec le terme.",
                    "Inscription en maternité enregistrée. Prochain rendez-vous au 2e trimestre.",
                )
            ),
        ),
        signer=case.one("Dr " + case.third(), "La sage-femme échographiste"),
    )


WRITERS: Writers = {
    "FAM-DEC": to_learn(
        *with_asides(DEATH, _death_in_full, _death_in_short, _death_told_by_hospital, _death_told_from_afar)
    ),
    "FAM-GRO": to_learn(
        *with_asides(
            PREGNANCY, _pregnancy_told_by_midwife, _pregnancy_form, _pregnancy_noted_by_caf, _ultrasound_of_pregnancy
        )
    ),
}
