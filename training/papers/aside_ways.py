"""What papers of a type often add, in any order: small print, advice, legal reminders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import wraps

from training.papers.case import Case
from training.papers.content import Paper
from training.papers.wording import texts
from training.papers.writers import Writer

_TAX: Mapping[str, tuple[str, ...]] = {
    "FIS-AVI": (
        "Le montant de votre impôt tient compte de la décote et des réductions et crédits d'impôt.",
        "Vos revenus sont imposés selon le barème progressif ; le taux moyen d'imposition figure ci-dessus.",
        "Pour payer : par smartphone, sur impots.gouv.fr, par prélèvement à l'échéance ou mensualisation.",
        "La contestation de l'impôt ne dispense pas du paiement, sauf demande de sursis accordée.",
        "Conservez votre avis : il justifie de vos ressources auprès des bailleurs, de la CAF, de la mairie.",
        "Plafond d'épargne retraite, plus-values et revenus de capitaux mobiliers : néant.",
        "Prélèvements sociaux : aucun montant n'est mis en recouvrement à ce titre.",
    ),
    "FIS-ASD": (
        "L'avis d'impôt définitif sera disponible dans votre espace particulier entre fin juillet et début septembre.",
        "Le calcul est indicatif ; il repose sur les informations portées dans votre déclaration en ligne.",
        "Les tiers peuvent vérifier ce document sur impots.gouv.fr au moyen de la référence qui y figure.",
        "Votre déclaration peut encore être corrigée ; un nouvel avis remplacera alors celui-ci.",
        "Aucune somme n'est à payer à la réception de ce document, qui n'est pas un titre de recouvrement.",
    ),
    "FIS-BOR": (
        "Le présent bordereau retrace les cotes émises, les paiements reçus et ce qui reste dû, pénalités comprises.",
        "Il ne tient pas compte des paiements en cours de traitement à la date d'édition.",
        "Document remis à l'usager en un exemplaire, sans valeur de quitus.",
        "Impôts directs locaux : taxe d'habitation et taxe foncière des trois dernières années.",
    ),
    "FIS-12M": (
        "Aucun avis d'imposition n'a pu être établi en France pour l'année de référence.",
        "Les montants sont indiqués en euros, nets, tels qu'ils ont été versés au bénéficiaire.",
        "L'attestation porte sur les mois écoulés et ne vaut pas engagement pour les mois à venir.",
        "L'allocation pour demandeur d'asile n'est cumulable ni avec le RSA ni avec les allocations de chômage.",
    ),
}
_WORK: Mapping[str, tuple[str, ...]] = {
    "PRO-CDI": (
        "Le salarié s'engage à observer le règlement intérieur, les consignes de sécurité et la discrétion d'usage.",
        "La déclaration préalable à l'embauche a été effectuée auprès de l'URSSAF dont relève l'établissement.",
        "Les heures supplémentaires éventuelles sont rémunérées ou récupérées selon les dispositions en vigueur.",
        "Clause de mobilité : le lieu de travail pourra être modifié dans la limite du département.",
        "Au cours de la période d'essai, le contrat peut être rompu par l'une ou l'autre des parties.",
        "Les droits à congés payés sont ceux de la loi ; leur date est fixée d'un commun accord.",
        "Le remboursement des frais de transport public est assuré à hauteur de la moitié de l'abonnement.",
    ),
    "PRO-ATE": (
        "Nous ne saurions être engagés au-delà de la date de la présente attestation.",
        "Horaire hebdomadaire : trente-cinq heures, réparties du lundi au vendredi.",
        "Cette attestation ne peut tenir lieu de contrat ni de bulletin de salaire.",
        "L'intéressé donne toute satisfaction dans l'exercice de ses fonctions.",
        "Effectif de l'établissement : moins de cinquante salariés. Convention collective : voir bulletin de paie.",
    ),
    "PRO-APP": (
        "L'employeur atteste disposer de l'ensemble des pièces justificatives nécessaires au dépôt du contrat.",
        "Le temps de formation en CFA est compris dans l'horaire de travail de l'apprenti.",
        "Caisse de retraite complémentaire, avantages en nature (logement, nourriture) : selon la convention.",
        "Le maître d'apprentissage justifie des compétences requises et bénéficie du temps nécessaire.",
        "Le contrat est transmis à l'opérateur de compétences, qui statue dans un délai de vingt jours.",
    ),
    "PRO-ETU": (
        "Sont joints : reçu des droits d'inscription, attestation de contribution vie étudiante et de campus.",
        "Toute modification de l'inscription pédagogique doit être signalée à la scolarité.",
        "Le diplôme préparé est reconnu par l'État ; la durée normale des études est de trois ans.",
        "L'étudiant relève du régime général de sécurité sociale. Il n'est pas salarié de l'établissement.",
        "Bourse : voir la notification du Crous. Ce document n'indique pas la qualité de boursier.",
    ),
    "PRO-STA": (
        "Le stagiaire n'est pas lié par un contrat de travail à l'organisme d'accueil.",
        "En cas d'accident, l'organisme d'accueil adresse la déclaration à la CPAM et une copie à l'établissement.",
        "Les absences, congés et autorisations du stagiaire sont fixés d'un commun accord.",
        "Une évaluation de l'activité du stagiaire est remise en fin de stage par le tuteur.",
    ),
    "PRO-DEM": (
        "La radiation de la liste peut être prononcée en cas d'absence à un rendez-vous ou de fausse déclaration.",
        "Signalez sous 72 heures : reprise d'emploi, maladie, maternité, formation, changement d'adresse.",
        "Le contrat d'engagement réciproque précise les actions de recherche d'emploi convenues avec le conseiller.",
        "Cette attestation ne porte que sur l'inscription ; les paiements font l'objet d'un autre document.",
        "Les demandeurs d'emploi peuvent prétendre, sous conditions, à des réductions de transport.",
    ),
    "PRO-IND": (
        "Toute modification affectant ces renseignements peut être vérifiée en ligne sous dix jours.",
        "L'entrepreneur doit déclarer sans délai la cessation de son activité auprès du guichet unique.",
        "Forme juridique : entreprise individuelle. Capital : sans objet. Effectif salarié : 0.",
        "Toute reproduction du présent extrait, même certifiée conforme, est sans valeur.",
        "Régime fiscal : micro-BIC ou micro-BNC. Versement libératoire : option non exercée.",
    ),
    "PRO-RET": (
        "Les trimestres retenus comprennent les périodes d'emploi, de chômage, de maladie et de service national.",
        "Le titre de pension doit être présenté pour toute démarche auprès de la caisse.",
        "La retraite est revalorisée au 1er janvier ; son paiement prend effet à terme échu.",
        "Les droits du conjoint survivant à pension de réversion seront étudiés sur demande.",
        "La majoration pour trois enfants et la surcote ont été examinées lors de la liquidation.",
        "Votre relevé de carrière, joint à la présente, a servi de base à la décision.",
    ),
}
_PAY: Mapping[str, tuple[str, ...]] = {
    "RES-BUL": (
        "Pour la définition des termes employés, se reporter au site service-public.fr, rubrique cotisations sociales.",
        "Congés N-1 : acquis 30, pris 12, solde 18. Congés N : acquis 7,5. RTT : néant.",
        "Coût total employeur et allègements de cotisations : voir le détail ci-dessus.",
        "Titres-restaurant : participation de l'employeur 60 %. Remboursement transport 50 %.",
        "Mode de règlement : virement. Date de paiement : dernier jour ouvré du mois.",
        "Complémentaire santé et prévoyance : contrat collectif obligatoire, tranche A.",
    ),
    "RES-ATE": (
        "Ces montants figurent sur les bulletins de paie remis au salarié.",
        "Cotisations, CSG et impôt prélevé à la source sont déduits du net indiqué.",
        "Heures supplémentaires et primes variables sont comprises dans la moyenne.",
        "L'employeur n'a connaissance d'aucune opposition ni cession sur la rémunération.",
        "Salaire fixe mensuel, auquel s'ajoute une prime d'ancienneté de 3 %.",
    ),
    "RES-BIL": (
        "Emprunts et dettes financières, dettes fiscales et sociales : voir annexe.",
        "Les recettes comprennent les prestations de services et les ventes de marchandises.",
        "Régime d'imposition : réel simplifié (2031, 2033-A à 2033-G) ou déclaration contrôlée (2035).",
        "L'exploitant n'est pas salarié ; son revenu est le bénéfice de l'entreprise.",
        "Taux de cotisation : 21,2 % ; contribution à la formation professionnelle : 0,2 %.",
    ),
    "RES-RET": (
        "CSG, CRDS et Casa sont retenues selon votre revenu fiscal de référence.",
        "Les retraites sont payées à terme échu : la mensualité d'un mois est versée le mois suivant.",
        "Signalez à votre caisse tout changement de compte bancaire, d'adresse ou de situation de famille.",
        "Vos autres retraites, payées par d'autres organismes, ne sont pas reprises ici.",
        "Le montant indiqué peut comprendre un rappel ou une régularisation.",
    ),
    "RES-INV": (
        "La pension est suspendue en tout ou partie si vos revenus d'activité dépassent le salaire de comparaison.",
        "À l'âge légal, la pension d'invalidité est remplacée par une pension de retraite pour inaptitude.",
        "Vous pouvez contester le taux ou la catégorie devant la commission médicale de recours amiable.",
        "La majoration pour tierce personne n'est due qu'aux titulaires de la troisième catégorie.",
    ),
    "RES-ARE": (
        "L'allocation n'est pas due pendant les arrêts de travail indemnisés par la sécurité sociale.",
        "En cas de reprise d'une activité réduite, une partie de l'allocation peut être maintenue.",
        "Les sommes indûment perçues doivent être remboursées ; un échéancier peut être convenu.",
        "Prélèvement à la source : taux transmis par l'administration fiscale. CSG et CRDS : exonération.",
        "Le nombre de jours indemnisables restant figure dans votre espace personnel, rubrique « mes droits ».",
    ),
    "RES-IJ": (
        "L'indemnité journalière est égale à la moitié du salaire journalier de base.",
        "En cas de subrogation, les indemnités sont versées à l'employeur qui maintient le salaire.",
        "Toute prolongation doit être transmise dans les quarante-huit heures par votre médecin.",
        "Les indemnités sont soumises à l'impôt sur le revenu, sauf affection de longue durée.",
        "Accident du travail : 60 % du salaire journalier pendant les vingt-huit premiers jours.",
    ),
    "RES-CAF": (
        "Signalez tout changement : naissance, séparation, déménagement, reprise d'activité, départ d'un enfant.",
        "Ressources prises en compte : celles déclarées aux impôts au titre de l'avant-dernière année.",
        "L'aide au logement est versée au bailleur ; elle est recalculée tous les trois mois.",
        "Les prestations sont incessibles et insaisissables, sauf exceptions prévues par la loi.",
        "Vérifiez l'exactitude de cette attestation sur caf.fr, rubrique partenaires.",
        "La prime d'activité et le RSA sont calculés d'après votre déclaration trimestrielle.",
    ),
    "RES-BOU": (
        "En cas d'absences répétées, le reversement des sommes perçues pourra être demandé.",
        "La décision tient compte des revenus du foyer fiscal des parents et des points de charge.",
        "Le paiement est effectué par le Crous après transmission de votre certificat de scolarité.",
        "Une aide au mérite peut compléter la bourse. Demande de logement : voir votre dossier.",
        "Vous êtes prié de signaler toute réorientation ou tout arrêt d'études.",
    ),
    "RES-AUT": (
        "Ce revenu est à déclarer à l'administration fiscale selon sa nature.",
        "Le versement cesse au décès du bénéficiaire ou à l'échéance prévue.",
        "Les sommes sont portées au crédit du compte indiqué, déduction faite des frais.",
    ),
    "RES-PAR": (
        "La pension reçue est un revenu imposable du parent qui a la charge des enfants.",
        "En cas d'impayé, l'allocation de soutien familial peut être versée à titre d'avance.",
        "Le service d'intermédiation est gratuit et prend fin à la demande des deux parents.",
    ),
    "RES-PAV": (
        "La pension versée est déductible du revenu imposable de celui qui la paie.",
        "Le montant est revalorisé chaque année selon l'indice des prix à la consommation.",
        "Le défaut de paiement pendant plus de deux mois constitue le délit d'abandon de famille.",
    ),
}
_ASIDES = {**_TAX, **_WORK, **_PAY}


def wordy(*writers: Writer) -> tuple[Writer, ...]:
    """Let each of ``writers`` add some of what papers of its type often add, or nothing."""
    return tuple(_wordy(writer) for writer in writers)


def _wordy(writer: Writer) -> Writer:
    @wraps(writer)
    def longer(case: Case) -> Paper:
        paper = writer(case)
        known = _ASIDES[paper.type]
        count = max(0, case.some(-3, len(known) - 1))  # often none: the paper must be known without them
        said = case.desk.rng.sample(known, count)
        return replace(paper, parts=(*paper.parts, *texts(*said)))

    return longer
