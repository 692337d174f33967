"""What papers out of scope, and a few others, often add in any order: rights, rules, advice, small print."""

from __future__ import annotations

STATEMENTS = (
    "En cas de perte ou de vol de votre carte, faites opposition sans délai par téléphone, tous les jours.",
    "Vos opérations par carte à débit différé seront imputées le dernier jour ouvré du mois.",
    "Frais bancaires perçus au cours de la période : 0,00 €. Un récapitulatif annuel vous est adressé en janvier.",
    "Conservez ce relevé cinq ans. Médiateur : adresse disponible en agence et sur notre site.",
    "Les dépôts d'un même client sont garantis jusqu'à 100 000 € par établissement.",
    "Votre conseiller vous reçoit sur rendez-vous du mardi au samedi.",
    "Commission d'intervention : 8 € par opération, dans la limite de 80 € par mois.",
)
BILLS = (
    "En cas de difficulté de paiement, contactez notre service clients ou les services sociaux de votre commune.",
    "Retard de paiement : pénalités au taux d'une fois et demie l'intérêt légal.",
    "Vos données personnelles sont traitées pour la gestion de votre contrat ; vous disposez d'un droit d'accès.",
    "Comment régler : prélèvement automatique, carte bancaire, chèque, virement ou espèces au bureau de poste.",
    "Réclamation : à défaut de réponse satisfaisante sous deux mois, saisissez gratuitement le médiateur.",
    "Service clients ouvert du lundi au samedi, de 8 h à 20 h, prix d'un appel local.",
    "Passez à la facture en ligne : disponible cinq ans dans votre espace client.",
)
COVERS = (
    "Signalez tout changement d'adresse, de situation familiale ou professionnelle à votre caisse.",
    "Quiconque se rend coupable de fraude ou de fausse déclaration est passible de sanctions (loi du 17 juillet 1978).",
    "Consultez vos remboursements sur votre compte en ligne ou sur l'application mobile.",
    "Cette attestation est à présenter aux professionnels et établissements de santé ; ne pas la plier.",
    "Pour un voyage en Europe, commandez votre carte européenne d'assurance maladie quinze jours avant le départ.",
    "Ayants droit : les enfants sont rattachés à l'un de leurs parents ou aux deux.",
)
LOCAL_TAXES = (
    "La taxe d'habitation est due par l'occupant du logement au 1er janvier de l'année.",
    "Vous avez quitté ce logement ? L'impôt reste dû pour l'année entière.",
    "Les bénéficiaires de certaines allocations et les personnes âgées aux revenus modestes peuvent être exonérés.",
    "Un seul montant est à payer ; il regroupe la part de la commune et celle de l'intercommunalité.",
    "Majoration de 10 % en cas de paiement après la date limite.",
    "Votre avis est disponible dans votre espace particulier, rubrique documents.",
)
FOREIGNERS = (
    "Tout changement d'adresse doit être signalé à la préfecture dans les trois mois.",
    "Ce document doit être présenté à toute réquisition des autorités.",
    "La présente attestation peut être retirée si son titulaire n'en remplit plus les conditions.",
    "Voies et délais de recours : devant le tribunal administratif, dans les deux mois.",
    "Les organismes peuvent vérifier l'authenticité du document auprès de l'autorité qui l'a délivré.",
)
DIPLOMAS = (
    "Il n'est délivré qu'un seul exemplaire du diplôme ; le titulaire peut en faire des copies.",
    "Vu l'arrêté du recteur fixant la composition du jury ; vu le procès-verbal de délibération.",
    "Crédits européens, supplément au diplôme et fiche RNCP sont consultables en ligne.",
    "Les notes sont attribuées de 0 à 20 ; une moyenne de 10 est exigée.",
    "Signature du titulaire (obligatoire).",
)
LETTERS = (
    "N'hésitez pas à me joindre par téléphone pour tout complément.",
    "Je vous remercie par avance de l'attention que vous porterez à ce dossier.",
    "Merci de bien vouloir accuser réception de cet envoi.",
    "Les originaux peuvent être présentés sur demande.",
    "Ma situation n'a pas changé depuis le dépôt de la demande.",
)
