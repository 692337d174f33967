"""Doctors' papers: pregnancies and medical certificates (FAM-GRO, SAN-CER)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.kin import couple
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _expecting(case: Case) -> tuple[Someone, Someone, str]:
    """Return the mother-to-be, the other parent, and whose file the paper belongs to."""
    mother, other = couple(case)
    return mother, other, mother.role if mother in case.home.adults else "D"


def _rpps(case: Case) -> str:
    return f"RPPS 1{case.number(10)}"


def _declaration_form(case: Case) -> Paper:
    mother, other, role = _expecting(case)
    return Paper(
        "FAM-GRO",
        role,
        "L'ASSURANCE MALADIE",
        "Vous attendez un enfant – déclaration de grossesse",
        (
            Text("Premier examen médical prénatal (articles L. 2122-1 et R. 2122-1 du code de la santé publique)"),
            Heading("La future mère"),
            Filled(
                (
                    ("Nom et prénom", f"{mother.nom} {mother.prenom}"),
                    ("N° d'immatriculation", case.nir(mother)),
                    ("Date de naissance", short_date(mother.naissance)),
                    ("Adresse", case.home.rue),
                    ("Nom du futur père ou second parent", f"{other.nom} {other.prenom}"),
                )
            ),
            Heading("Partie réservée au médecin ou à la sage-femme"),
            Choices((("examen obligatoire, analyses prescrites", True), ("grossesse multiple", False))),
            Filled(
                (
                    ("Date présumée de début de grossesse", case.short(90, 150)),
                    ("Date de l'examen", case.short(10, 60)),
                )
            ),
            Text("Adressez les deux premiers volets à votre caisse d'allocations familiales, le 3e à la CPAM."),
        ),
        form=case.one("cerfa n° 10112*05", "S4110 – cerfa n° 10112*06"),
        signer="Cachet et signature",
        seal=(case.desk.rng.choice(case.home.world.medecins), "Gynécologue-obstétricien"),
        foot="La loi rend passible d'amende quiconque se rend coupable de fraudes ou de fausses déclarations.",
    )


def _pregnancy_certificate(case: Case) -> Paper:
    mother, other, role = _expecting(case)
    doctor = case.desk.rng.choice(case.home.world.medecins)
    return Paper(
        "FAM-GRO",
        role,
        doctor,
        case.one("Certificat de grossesse", "Certificat médical de grossesse"),
        texts(
            f"Je soussigné(e), {doctor}, certifie avoir examiné ce jour {case.named(mother)}, née le "
            f"{short_date(mother.naissance)}, demeurant {case.address}, compagne de {case.named(other)}.",
            f"Son état de grossesse évolutive est confirmé par échographie. Terme théorique : {case.ahead(60, 230)}.",
            f"Date présumée de début de grossesse : {case.short(40, 200)}. Date présumée d'accouchement : "
            f"{case.ahead(60, 230)}. Grossesse {case.one('unique', 'gémellaire')}.",
            "Certificat établi à la demande de l'intéressée et remis en main propre pour faire valoir ce que de droit, "
            "notamment auprès des services du logement.",
        ),
        lines=("Gynécologie – Obstétrique – Échographie", f"{_rpps(case)} – secteur 2", case.address),
        signer=doctor,
        seal=(doctor, "Gynécologue"),
    )


def _family_benefits_on_pregnancy(case: Case) -> Paper:
    mother, _, role = _expecting(case)
    return Paper(
        "FAM-GRO",
        role,
        "CAISSE D'ALLOCATIONS FAMILIALES",
        "Votre déclaration de grossesse",
        (
            Text("Madame, Monsieur,"),
            *texts(
                f"Nous avons bien reçu la déclaration de grossesse de {case.named(mother)}, née le "
                f"{short_date(mother.naissance)}. Elle a été enregistrée dans votre dossier le {case.short(5, 40)}.",
                "Cette information permet d'étudier vos droits à la prime à la naissance, versée avant la fin du "
                "deuxième mois suivant l'arrivée de l'enfant, et de réviser votre aide au logement.",
            ),
            Table(
                (
                    ("Votre situation connue de la Caf", ""),
                    ("Début de grossesse déclaré", case.short(90, 200)),
                    ("Naissance prévue", case.ahead(60, 200)),
                    ("Enfants à charge", str(len(case.home.enfants))),
                    ("Quotient familial", f"{case.some(300, 900)} €"),
                ),
                (3, 2),
            ),
            Text("Dès la naissance, signalez-la dans l'espace Mon Compte. Ce courrier ne constitue pas un paiement."),
        ),
        lines=(f"Caf – {case.home.ville}",),
        references=(f"N° allocataire : {case.number(7)}",),
        letter=True,
        signer="Le directeur de la Caf",
    )


def _midwife_attests(case: Case) -> Paper:
    mother, other, role = _expecting(case)
    return Paper(
        "FAM-GRO",
        role,
        f"MATERNITÉ DE {case.commune}",
        "Suivi prénatal – attestation",
        (
            Fields(
                (
                    ("Patiente", f"{mother.nom.upper()} {mother.prenom}"),
                    ("Née le", short_date(mother.naissance)),
                    ("IPP", case.number(9)),
                    ("Parité", f"G{case.some(1, 4)} P{case.some(0, 3)}"),
                    ("Accouchement attendu vers le", case.ahead(50, 210)),
                    ("Aménorrhée", f"{case.some(12, 34)} SA + {case.some(0, 6)} j"),
                )
            ),
            *texts(
                "La sage-femme soussignée atteste que la patiente est suivie à la consultation de la maternité, où "
                "elle est inscrite pour la naissance. Les examens du premier trimestre ont été réalisés.",
                f"Personne à prévenir : {case.named(other)}. Prochaine consultation : {case.ahead(7, 30)}.",
                "Document remis pour servir auprès de l'employeur, de la caisse et de l'organisme de logement.",
            ),
        ),
        lines=("Pôle femme-mère-enfant", "Secrétariat : 01 99 00 10 " + case.number(2)),
        signer=f"{case.third()}, sage-femme",
        seal=("MATERNITÉ", "SAGE-FEMME"),
        numbered=True,
    )


def _housing_certificate(case: Case) -> Paper:
    who, doctor = case.adult(), case.desk.rng.choice(case.home.world.medecins)
    need = case.one(
        "un logement en rez-de-chaussée ou desservi par un ascenseur",
        "un logement exempt d'humidité et de moisissures",
        "un logement adapté, avec douche de plain-pied",
        "une chambre séparée et un environnement calme",
    )
    return Paper(
        "SAN-CER",
        who.role,
        doctor,
        "Certificat médical",
        texts(
            f"Je soussigné, {doctor}, docteur en médecine, certifie que l'état de santé de {case.named(who)}, "
            f"{case.born(who)}, demeurant {case.address}, nécessite {need}.",
            f"{case.one('Le patient', 'La personne')} présente une pathologie chronique suivie depuis plusieurs "
            f"années, aggravée par les conditions actuelles de logement ({case.some(2, 6)}e étage sans ascenseur). Un "
            "relogement est souhaitable dans les meilleurs délais.",
            "Certificat établi à la demande de l'intéressé(e) et remis en main propre pour servir et valoir ce que de "
            "droit.",
        ),
        lines=("Médecine générale – conventionné secteur 1", f"{_rpps(case)} – AM {case.number(9)}", case.address),
        signer=doctor,
        seal=(doctor, "MÉDECIN GÉNÉRALISTE"),
        foot="En cas d'urgence, composez le 15. Membre d'une association agréée : le règlement par chèque est accepté.",
    )


def _confidential_form(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SAN-CER",
        who.role,
        "DEMANDE DE LOGEMENT SOCIAL",
        "Certificat médical confidentiel",
        (
            Text("À remplir par le médecin traitant, sous pli cacheté. Ne pas détailler le diagnostic."),
            Filled(
                (
                    ("Je soussigné(e), docteur", case.home.world.medecins[0]),
                    ("certifie suivre M./Mme", f"{who.prenom} {who.nom}"),
                    ("né(e) le", short_date(who.naissance)),
                )
            ),
            Heading("L'état de santé du patient justifie"),
            Choices(
                (
                    ("un logement accessible : ascenseur, absence de marches", case.some(0, 1) == 1),
                    ("un rapprochement d'un lieu de soins", case.some(0, 1) == 1),
                    ("une pièce supplémentaire (tierce personne, appareillage)", False),
                    ("de quitter un logement humide ou insalubre", case.some(0, 1) == 1),
                )
            ),
            Filled((("Précisions utiles", case.one("marche difficile", "asthme", "dialyse 3 fois par semaine")),)),
            Choices((("affection stabilisée", True), ("affection évolutive", False))),
            Text("Le médecin est tenu au secret professionnel (article R. 4127-4 du code de la santé publique)."),
        ),
        signer="Signature et cachet du médecin",
        seal=(case.home.world.medecins[0], "MÉDECIN TRAITANT"),
    )


def _hospital_letter(case: Case) -> Paper:
    who, doctor = case.adult(), case.third()
    return Paper(
        "SAN-CER",
        who.role,
        f"CENTRE HOSPITALIER DE {case.commune}",
        "Attestation médicale",
        (
            Fields((("Patient", case.known(who)), ("Service", case.one("Pneumologie", "Rhumatologie", "Neurologie")))),
            *texts(
                "Cher confrère, chers collègues du service logement,",
                f"{case.named(who)} est {who.gendered('suivie', 'suivi')} régulièrement dans notre service depuis "
                f"{case.some(1, 9)} ans pour une affection de longue durée ouvrant droit à une prise en charge à 100 "
                "%. Son traitement et ses limitations fonctionnelles rendent pénible l'usage quotidien des escaliers.",
                "Du point de vue médical, un appartement plus proche de l'hôpital, chauffé et ventilé correctement, "
                "limiterait les hospitalisations. Je vous remercie de l'attention portée à cette situation.",
                "Attestation rédigée à la demande du patient, qui en autorise la transmission.",
            ),
        ),
        lines=("Consultations externes", f"Praticien hospitalier : Dr {doctor}", f"FINESS {case.number(9)}"),
        signer=f"Dr {doctor}",
        letter=True,
    )


def _note_of_health_centre(case: Case) -> Paper:
    who = case.home.enfants[0] if case.home.enfants else case.who
    doctor = case.third()
    return Paper(
        "SAN-CER",
        who.role,
        "MAISON DE SANTÉ PLURIPROFESSIONNELLE",
        case.one("Certificat", "Certificat à l'intention du service de l'habitat"),
        (
            Text(f"{case.commune.title()}, examen du {case.short(1, 30)}"),
            *texts(
                f"Nom du malade : {who.nom.upper()} {who.prenom} – DDN {short_date(who.naissance)}",
                "Ayant examiné la personne ci-dessus, j'atteste qu'elle souffre de troubles qui sont entretenus par "
                f"{case.one('la suroccupation', 'la présence de moisissures', 'le froid')} dans l'habitation.",
                "Son maintien dans les lieux est médicalement déconseillé. Une attribution prioritaire, dans un "
                "immeuble récent, m'apparaît indiquée. Pas de contre-indication à la vie en étage élevé si ascenseur.",
                "Dont certificat, délivré au patient ou à son représentant légal.",
            ),
        ),
        lines=(f"Dr {doctor} – {_rpps(case)}", "Consultations sur rendez-vous – tiers payant", case.home.rue),
        signer=f"Dr {doctor}",
        seal=(f"Dr {doctor}", "Omnipraticien"),
    )


WRITERS: Writers = {
    "FAM-GRO": to_learn(_declaration_form, _pregnancy_certificate, _midwife_attests, _family_benefits_on_pregnancy),
    "SAN-CER": to_learn(_housing_certificate, _confidential_form, _note_of_health_centre, _hospital_letter),
}
