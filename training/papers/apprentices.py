"""Contracts of those who learn at work: apprentices (PRO-APP), trainees (PRO-STA)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.writers import Writers, to_learn
from training.people import Someone

DIPLOMAS = ("CAP Cuisine", "BTS Gestion de la PME", "Bac pro Maintenance", "CAP Boulanger", "Licence pro Logistique")


def _learner(case: Case) -> Someone:
    """The younger adult."""
    return max(case.home.adults, key=lambda who: who.naissance)


def _apprentice_by_cerfa(case: Case) -> Paper:
    who, home = _learner(case), case.home
    start, end = case.short(40, 300), case.ahead(150, 700)
    return Paper(
        "PRO-APP",
        who.role,
        "RÉPUBLIQUE FRANÇAISE",
        "Contrat d'apprentissage",
        (
            Text("(art. L. 6211-1 et suivants du code du travail)"),
            Choices((("Employeur privé", True), ("Employeur « public »", False))),
            Heading("L'EMPLOYEUR"),
            Filled((("Dénomination", home.employeur), ("N° SIRET", home.siret), ("Commune", home.ville))),
            Heading("L'APPRENTI(E)"),
            Filled(
                (
                    ("Nom de naissance et prénom", f"{who.nom} {who.prenom}"),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("NIR de l'apprenti(e)", case.nir(who)),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Choices((("Déclare être inscrit sur la liste des sportifs de haut niveau", False),)),
            Heading("LE MAÎTRE D'APPRENTISSAGE"),
            Filled((("Nom et prénom", case.third()),)),
            Leaf(),
            Heading("LE CONTRAT"),
            Fields(
                (
                    ("Date de début d'exécution", start),
                    ("Date de fin du contrat", end),
                    ("Durée hebdomadaire du travail", "35 heures"),
                )
            ),
            Table((("Rémunération", "du", "au", "% du SMIC"), ("1re année", start, end, "53 %")), (3, 2, 2, 2)),
            Heading("LA FORMATION"),
            Fields(
                (
                    ("CFA responsable", case.one(*home.world.ecoles)),
                    ("Diplôme ou titre visé", case.one(*DIPLOMAS)),
                    ("Code RNCP", f"RNCP{case.number(5)}"),
                    ("Organisation (heures)", str(case.some(400, 900))),
                )
            ),
            Text(
                "L'employeur atteste disposer de l'ensemble des pièces justificatives nécessaires au dépôt du "
                "contrat. Le contrat est transmis à l'opérateur de compétences (OPCO) dans les cinq jours."
            ),
        ),
        form="cerfa n° 10103*" + case.one("10", "11", "12"),
        signer="L'employeur, l'apprenti(e)",
    )


def _professionalisation_by_cerfa(case: Case) -> Paper:
    who, home = _learner(case), case.home
    return Paper(
        "PRO-APP",
        who.role,
        "MINISTÈRE CHARGÉ DE LA FORMATION",
        "Contrat de professionnalisation",
        (
            Text("Articles L. 6325-1 à L. 6325-22 du code du travail. À adresser à l'OPCO."),
            Fields(
                (
                    ("Employeur", home.employeur),
                    ("SIRET", home.siret),
                    ("Salarié(e)", f"{who.full}, {who.born} le {who.naissance:%d/%m/%Y}"),
                    ("Demeurant", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Tuteur", f"{case.third()}, {case.some(3, 25)} ans d'expérience"),
                    ("Emploi occupé pendant le contrat", home.metier),
                    ("Qualification visée", case.one(*DIPLOMAS)),
                    ("Organisme de formation principal", case.one(*home.world.ecoles)),
                )
            ),
            Choices((("Contrat à durée déterminée", True), ("Contrat à durée indéterminée", False))),
            Fields(
                (("Début", case.short(30, 200)), ("Fin", case.ahead(100, 360)), ("Salaire brut", case.sum(1100, 1800)))
            ),
            Text(
                "Le contrat est déposé dans les cinq jours suivant le début de son exécution. La rémunération dépend "
                "de l'âge et du niveau de formation du salarié ; elle ne peut être inférieure à 55 % du SMIC."
            ),
            Text("Durée des actions d'évaluation et des enseignements : 15 % à 25 % de la durée du contrat."),
        ),
        form="cerfa n° 12434*" + case.one("02", "03"),
        signer="Le titulaire du contrat",
        seal=(home.employeur, "EMPLOYEUR"),
    )


def _file_of_operator(case: Case) -> Paper:
    who, home = _learner(case), case.home
    return Paper(
        "PRO-APP",
        who.role,
        "OPÉRATEUR DE COMPÉTENCES",
        case.one("Contrat en alternance – dossier enregistré", "Accord de prise en charge – contrat d'apprentissage"),
        (
            Text(
                f"Nous avons enregistré le contrat conclu entre {home.employeur} et {case.known(who)}. Il est déposé "
                f"auprès du ministère du travail sous le numéro {case.number(3)} {case.year} {case.number(6)}."
            ),
            Table(
                (
                    ("Étape", "Date", "Montant"),
                    ("Conclusion", case.short(60, 120), ""),
                    ("Début en entreprise", case.short(20, 60), ""),
                    ("Fin prévue", case.ahead(200, 600), ""),
                    ("Coût pédagogique annuel", "", case.sum(5000, 9000)),
                ),
                (3, 2, 2),
            ),
            Fields(
                (
                    ("Apprenant", who.full),
                    ("Domicile", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Certification préparée", case.one(*DIPLOMAS)),
                    ("Établissement de formation", case.one(*home.world.ecoles)),
                    ("Encadrant en entreprise", case.third()),
                    ("Salaire de la première année", f"{case.some(43, 100)} % du minimum légal"),
                )
            ),
            Text(
                "Les factures du centre de formation sont réglées en quatre fois sur présentation des certificats de "
                "réalisation. L'aide unique aux employeurs d'apprentis est versée chaque mois par l'Agence de "
                "services et de paiement, sans démarche de votre part."
            ),
            Text("La prise en charge cesse de plein droit en cas de rupture anticipée du contrat d'apprentissage."),
        ),
        lines=("Alternance – gestion des contrats",),
        numbered=case.one("oui", "non") == "oui",
        signer="Le pôle alternance",
    )


def _agreement_of_training_centre(case: Case) -> Paper:
    who, home = _learner(case), case.home
    said = who.gendered("l'apprentie", "l'apprenti")
    return Paper(
        "PRO-APP",
        who.role,
        f"CFA – {case.one(*home.world.ecoles)}",
        case.one("Apprentissage : contrat et engagement des parties", "Contrat d'alternance (apprentissage)"),
        (
            Text(
                f"Conclu entre {home.employeur}, {home.ville}, et {case.named(who)}, {case.born(who)}, {case.address}."
            ),
            Heading("A. Parcours"),
            Text(
                f"L'entreprise s'engage à former {said} au titre « {case.one(*DIPLOMAS)} », en deux années, une "
                f"semaine au centre pour trois semaines à l'atelier. Elle désigne un tuteur qualifié, {case.third()}, "
                "qui suit la progression au moyen du livret."
            ),
            Heading("B. Paie et temps de présence"),
            Table(
                (
                    ("Année d'exécution", "Part du SMIC", "Montant brut"),
                    ("Première", "43 %", case.sum(750, 950)),
                    ("Deuxième", "51 %", case.sum(900, 1100)),
                ),
                (3, 2, 2),
            ),
            Text("Le temps passé au centre est du temps de travail. Cinq jours de congé précèdent l'examen."),
            Heading("C. Engagements et rupture"),
            Text(
                "Durant les quarante-cinq premiers jours en entreprise, chacun peut rompre par écrit. Passé ce délai, "
                "le médiateur consulaire est saisi. Le représentant légal signe pour le mineur."
            ),
            Leaf(),
            Heading("D. Règles de vie"),
            Text(
                "L'assiduité est contrôlée par demi-journée et communiquée à l'employeur, qui peut retenir les heures "
                "d'absence injustifiée. Les équipements de protection sont fournis. La première tenue est payée par "
                "la Région. L'inscription à l'examen incombe au centre, la libération du candidat à l'entreprise."
            ),
            Heading("E. Signatures"),
            Filled((("Lu et accepté, le", case.short(20, 60)), ("Visa du directeur du CFA", case.third()))),
        ),
        lines=("Centre de formation d'apprentis",),
        references=(f"Dossier {case.number(7)} – formulaire FA13",),
        signer="Les parties",
        numbered=True,
    )


def _internship(case: Case) -> Paper:
    who, home = _learner(case), case.home
    return Paper(
        "PRO-STA",
        who.role,
        case.one(*home.world.ecoles),
        case.one("Convention de stage", "Convention de stage en entreprise"),
        (
            Fields(
                (
                    ("Établissement d'enseignement", case.one(*home.world.ecoles)),
                    ("Organisme d'accueil", home.employeur),
                    ("Stagiaire", case.known(who)),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Dates du stage", f"du {case.short(5, 40)} au {case.ahead(60, 150)}"),
                )
            ),
            Heading("Article 1 – Objet de la convention"),
            Text(
                "La présente convention règle les rapports de l'organisme d'accueil, de l'établissement et du "
                "stagiaire."
            ),
            Heading("Article 2 – Encadrement"),
            Text(f"Enseignant référent : {case.third()}. Tuteur de stage dans l'organisme d'accueil : {case.third()}."),
            Heading("Article 3 – Gratification et avantages"),
            Text(
                f"La gratification est fixée à {case.sum(4.05, 6)} par heure de présence effective ; elle n'a pas le "
                "caractère d'un salaire au sens de l'article L. 3221-3 du code du travail."
            ),
            Heading("Article 4 – Protection sociale, discipline, confidentialité"),
            Text(
                "Le stagiaire garde son statut d'étudiant et son affiliation à la sécurité sociale. Il est couvert "
                "contre les accidents du travail, souscrit une assurance de responsabilité civile et respecte le "
                "règlement intérieur. Il ne peut utiliser sans accord les informations recueillies pour son rapport."
            ),
            Heading("Article 5 – Interruption, évaluation, droit applicable"),
            Text("Une attestation de stage est remise en fin de période. La convention relève du droit français."),
            Choices((("Stage obligatoire", True), ("Stage facultatif", False))),
        ),
        subtitle=f"Année universitaire {case.year - 1}-{case.year}",
        signer="Établissement, organisme, stagiaire",
        seal=(home.employeur,),
        numbered=case.one("oui", "non") == "oui",
    )


WRITERS: Writers = {
    "PRO-APP": to_learn(
        _apprentice_by_cerfa, _professionalisation_by_cerfa, _agreement_of_training_centre, _file_of_operator
    ),
    "PRO-STA": to_learn(_internship),
}
