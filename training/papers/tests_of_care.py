"""Papers of doctors and midwives, to test on: pregnancies, certificates for a home."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Text
from training.papers.kin import expecting
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _first_examination(case: Case) -> Paper:
    who, begun = expecting(case), case.day(85, 120)
    return Paper(
        "FAM-GRO",
        who.role,
        "Assurance Maladie - Sécurité sociale",
        case.one("Vous attendez un enfant", "Déclaration de grossesse"),
        (
            Text("Premier examen médical prénatal (articles L. 2122-1 et R. 2122-1 du code de la santé publique)"),
            Heading("La future mère"),
            Filled(
                (
                    ("Nom et prénom", f"{who.nom.upper()} {who.prenom}"),
                    ("N° d'immatriculation", case.nir(who)),
                    ("Date de naissance", short_date(who.naissance)),
                    ("Adresse", case.address),
                    ("Organisme d'affiliation", case.one("CPAM", "MSA", "CPAM")),
                )
            ),
            Choices((("Assurée", True), ("Ayant droit d'un assuré", False))),
            Heading("Partie réservée au praticien"),
            Filled(
                (
                    ("Examen pratiqué le", short_date(case.day(2, 20))),
                    ("Date présumée de début de grossesse", short_date(begun)),
                    ("Date présumée d'accouchement", short_date(begun + timedelta(days=273))),
                )
            ),
            *texts(
                "Je certifie avoir pratiqué le premier examen prénatal, complété par les examens obligatoires prévus "
                "par la réglementation.",
                "Volets 1 et 2 : à adresser à la caisse d'allocations familiales. Volet 3 : à envoyer à l'organisme "
                "d'assurance maladie, avant la fin de la 14e semaine de grossesse. La loi rend passible d'amende et "
                "d'emprisonnement quiconque se rend coupable de fraudes ou de fausses déclarations.",
            ),
        ),
        form="N° 10112*06",
        signer=case.one("Signature et cachet du médecin", "Signature et cachet de la sage-femme"),
        seal=(f"Dr {case.third()}"[:24], f"RPPS {case.number(11)}"),
        foot="S4110 - La loi informatique et libertés s'applique aux réponses faites sur ce formulaire.",
    )


def _certificate_of_a_midwife(case: Case) -> Paper:
    who, midwife, begun = expecting(case), case.third(), case.day(70, 190)
    weeks = (case.desk.day - begun).days // 7 + 2
    return Paper(
        "FAM-GRO",
        who.role,
        midwife,
        "Certificat de grossesse",
        texts(
            f"Je soussigné(e), {midwife}, sage-femme, certifie suivre {case.known(who)}, pour une grossesse "
            f"{case.one('simple', 'unique', 'gémellaire')} d'évolution {case.one('normale', 'favorable')}.",
            f"Terme ce jour : {weeks} semaines d'aménorrhée. Début de grossesse estimé au {long_date(begun)} par "
            "échographie de datation.",
            f"L'accouchement est prévu aux environs du {long_date(begun + timedelta(days=273))}, à la maternité du "
            "centre hospitalier.",
            case.one(
                "Certificat établi à la demande de l'intéressée et remis en main propre pour faire valoir ses droits.",
                "Certificat remis à la patiente, sur sa demande, pour ses démarches administratives et de logement.",
            ),
        ),
        lines=(
            case.one("Sage-femme libérale", "Sage-femme - Maison de santé pluriprofessionnelle"),
            f"{case.home.world.rues[-1].capitalize()}, {case.home.ville}",
            f"N° RPPS {case.number(11)} - Conventionnée - Sur rendez-vous",
        ),
        signer=midwife,
        seal=(midwife, "SAGE-FEMME"),
    )


def _general_practitioner(case: Case) -> Paper:
    who, doctor = case.adult(), case.third()
    why = case.one(
        "d'une pathologie respiratoire chronique aggravée par l'humidité du logement actuel",
        "d'une limitation de la marche rendant pénible la montée des étages",
        "d'un retentissement psychologique lié aux conditions actuelles d'habitation",
    )
    return Paper(
        "SAN-CER",
        who.role,
        f"Docteur {doctor}",
        "Certificat médical",
        texts(
            f"Je soussigné, docteur en médecine, certifie avoir examiné ce jour {case.known(who)}.",
            f"Son état de santé relève {why}. Un changement de logement me paraît médicalement "
            f"{case.one('souhaitable', 'justifié', 'indispensable')} : "
            f"{case.one('rez-de-chaussée ou immeuble avec ascenseur', 'logement sain, chauffé et ventilé')}.",
            "Certificat établi à la demande de l'intéressé(e) et remis en main propre pour faire valoir ce que de "
            "droit.",
        ),
        lines=(
            "Médecine générale - Ancien interne des hôpitaux",
            f"{case.some(2, 90)} {case.home.world.rues[0]}, {case.home.ville}",
            f"RPPS {case.number(11)} - AM {case.number(9)} - Secteur 1",
        ),
        signer=f"Dr {doctor}",
        seal=(f"Dr {doctor}"[:24], "MÉDECIN"),
        foot="En cas d'urgence, composez le 15. Membre d'une association de gestion agréée.",
    )


def _hospital_specialist(case: Case) -> Paper:
    who = case.adult()
    ward = case.one("Rhumatologie", "Psychiatrie adulte", "Neurologie", "Pneumologie")
    return Paper(
        "SAN-CER",
        who.role,
        f"CENTRE HOSPITALIER DE {case.commune.upper()}",
        case.one("Certificat médical", "Certificat médical à l'appui d'une demande de logement"),
        (
            Fields(
                (
                    ("Patient", who.full),
                    ("Né(e) le", short_date(who.naissance)),
                    ("IPP", case.number(8)),
                    ("Consultation du", case.short(2, 25)),
                )
            ),
            *texts(
                f"Je certifie que {case.named(who)} est {who.gendered('suivie', 'suivi')} dans le service depuis "
                f"{case.some(1, 9)} ans pour une affection de longue durée, avec traitement au long cours et "
                "hospitalisations répétées.",
                "Compte tenu de son état, il est nécessaire de bénéficier d'un logement "
                f"{case.one('accessible sans escalier', 'au calme', 'proche de l’établissement de soins')}, d'une "
                "surface permettant l'installation de matériel médical, et de ne plus vivre dans des conditions de "
                "suroccupation.",
                "Ce certificat ne comporte pas de diagnostic, conformément au secret médical ; il peut être précisé "
                "au médecin désigné par l'organisme, avec l'accord du patient.",
            ),
        ),
        lines=(f"Pôle de médecine - Service de {ward}", f"Chef de service : Pr {case.third()}"),
        signer=f"Dr {case.third()}, praticien hospitalier",
        seal=("CENTRE HOSPITALIER", ward.upper()),
        foot="Établissement public de santé - Secrétariat : 01 99 00 14 72",
    )


WRITERS: Writers = {
    "FAM-GRO": to_test(_first_examination, _certificate_of_a_midwife),
    "SAN-CER": to_test(_general_practitioner, _hospital_specialist),
}
