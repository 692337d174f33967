"""Doctors on homes that harm: notes, hospital letters, forms for housing offices, certificates printed from afar."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Paper, Text
from training.papers.registry_asides import DOCTOR
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def patient(case: Case) -> Someone:
    """The sick one: more often an adult than a child."""
    return (case.child() if case.desk.rng.random() < 0.25 else None) or case.adult()


def _note_of_general_practitioner(case: Case) -> Paper:
    who, doctor = patient(case), case.one(*case.home.world.medecins)
    return Paper(
        "SAN-CER",
        who.role,
        case.one(doctor, f"Docteur {case.third()}", "Maison de santé pluridisciplinaire", "CABINET MEDICAL"),
        case.one("Certificat", "Certificat médical", "A qui de droit", "Attestation médicale"),
        texts(
            case.one("Je certifie que", "Je, soussigné, docteur en médecine, certifie que", "Ce jour j'ai examiné")
            + f" {case.named(who)}, {case.one('né(e) le ' + short_date(who.naissance), 'mon patient', '')}",
            case.one(
                "souffre d'un asthme aggravé par l'humidité et les moisissures de son logement.",
                "présente une pathologie chronique rendant impossible la montée des escaliers ; un rez-de-chaussée ou "
                "un immeuble avec ascenseur lui est nécessaire.",
                "doit, pour raison de santé, être relogé d'urgence dans un logement plus grand et au calme.",
                "nécessite la proximité de l'hôpital où il est suivi chaque semaine.",
                "voit son état de santé se dégrader du fait de ses conditions d'habitation.",
            ),
            case.one(
                "Certificat remis en main propre.",
                "Fait à la demande de l'intéressé pour faire valoir ce que de droit.",
                "Appuie sa demande de logement social.",
            ),
        ),
        lines=(
            case.one("Médecine générale", "Médecin généraliste - conventionné secteur 1", "Consultations sur RDV"),
            case.home.ville,
            case.one(f"RPPS 101{case.number(8)}", f"N° AM 99 1 {case.number(5)} 1", f"ADELI 99{case.number(7)}"),
        ),
        signer=case.one("Docteur", doctor),
        seal=(doctor.upper()[:20],),
    )


def _letter_of_specialist(case: Case) -> Paper:
    who = patient(case)
    return Paper(
        "SAN-CER",
        who.role,
        case.one(
            "CENTRE HOSPITALIER UNIVERSITAIRE", "HOPITAL DU PARC", "Clinique - Pôle médecine", "C.H.S. - secteur 4"
        ),
        case.one("Certificat médical", "Courrier médical", "Certificat médical circonstancié", "Lettre de soutien"),
        texts(
            case.one("Cher confrère, chers services,", "Madame, Monsieur,", "Au médecin de la commission,"),
            f"{case.known(who)}, est {case.one('suivi(e) dans le service', 'en soins', 'souvent hospitalisé(e)')} "
            f"depuis {case.some(2008, 2024)} pour une affection {case.one('de longue durée', 'invalidante', 'grave')}.",
            case.one(
                "Les déplacements se font en fauteuil. Un logement de plain-pied avec douche à l'italienne s'impose.",
                "La fatigabilité et le risque infectieux contre-indiquent un habitat surpeuplé et mal chauffé.",
                "L'exiguïté actuelle ne permet ni lit médicalisé ni appareil de dialyse à domicile.",
                "L'environnement bruyant entretient des troubles anxieux ; un changement est médicalement souhaitable.",
            ),
            case.one("Le secret médical m'interdit d'en dire plus.", "Je reste à disposition du médecin conseil."),
        ),
        lines=(
            f"Service de {case.one('pneumologie', 'rhumatologie', 'neurologie', 'psychiatrie', 'néphrologie')}",
            f"Secrétariat 01 99 00 {case.number(2)} {case.number(2)}",
        ),
        references=(f"IPP {case.number(8)}", case.one("Dicté, relu", "Vos réf. :")),
        signer=case.one("Praticien hospitalier", "Professeur " + case.third()),
    )


def _medical_form_for_housing(case: Case) -> Paper:
    who = patient(case)
    yes = case.desk.rng.random() < 0.5
    return Paper(
        "SAN-CER",
        who.role,
        case.one("DEMANDE DE LOGEMENT SOCIAL", "SERVICE LOGEMENT", "Commission d'attribution"),
        case.one("Certificat médical confidentiel", "Volet médical", "Certificat à faire remplir par le médecin"),
        (
            Filled((("Nom du patient", who.full), ("Né(e) le", short_date(who.naissance)))),
            Text(case.one("L'état de santé nécessite :", "Cocher les contraintes :", "Logement préconisé :")),
            Choices(
                (
                    (case.one("ascenseur obligatoire", "rez-de-chaussée"), yes),
                    (case.one("salle de bain adaptée", "douche plutôt que baignoire"), not yes),
                    ("logement sans escalier intérieur", yes),
                    ("chambre supplémentaire (tierce personne, matériel)", not yes),
                    ("rapprochement d'un lieu de soins", False),
                )
            ),
            Filled((("Caractère", case.one("durable", "temporaire")), ("Médecin", f"Dr {case.third()}"))),
            Text(
                case.one("A glisser sous pli cacheté.", "Sans mention du diagnostic.", "Aucune pathologie à préciser.")
            ),
        ),
        signer="Cachet et signature du médecin",
        seal=("DOCTEUR", case.number(9)),
    )


def _printed_certificate(case: Case) -> Paper:
    who = patient(case)
    return Paper(
        "SAN-CER",
        who.role,
        case.one("Téléconsultation", f"Dr {case.third()}", "Centre de santé municipal", "PMI - Dr de secteur"),
        case.one("Certificat médical", "Document médical", "Compte rendu / certificat", "Ordonnance - certificat"),
        (
            Fields(
                (
                    ("Patient", who.full),
                    (case.one("DDN", "Date de naissance"), short_date(who.naissance)),
                    (case.one("Vu le", "Consultation du"), case.short(2, 60)),
                    ("Objet", case.one("logement", "demande de mutation", "relogement pour raison de santé")),
                )
            ),
            Text(
                case.one(
                    "État compatible uniquement avec un logement accessible, sans marches.",
                    "Pathologie respiratoire documentée, bronchites à répétition, logement humide à quitter.",
                    "L'enfant présente des allergies ; chambre saine et aérée indispensable.",
                    "Justifie médicalement d'un logement en étage bas.",
                )
            ),
        ),
        references=(f"RPPS : {case.number(11)}",),
        signer=case.one("Signé électroniquement", "Le médecin"),
    )


WRITERS: Writers = {
    "SAN-CER": to_learn(
        *with_asides(
            DOCTOR,
            _note_of_general_practitioner,
            _letter_of_specialist,
            _medical_form_for_housing,
            _printed_certificate,
        )
    ),
}
