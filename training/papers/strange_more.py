"""Stray papers, more: from the terms of an insurance to a page of a novel."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.stray import stray
from training.papers.wording import texts
from training.papers.writers import Writer


def _insurance_terms(case: Case) -> Paper:
    return stray(
        case.one("ASSURAUTO", "LA ROUTE MUTUELLE"),
        "Conditions générales – assurance des véhicules",
        Heading("Titre II – Étendue des garanties"),
        *texts(
            "2.1 Nous garantissons les dommages causés aux tiers par le véhicule, ses accessoires et ses remorques.",
            "2.2 Sont exclus la course, la conduite en état d'ivresse et le transport de matières inflammables.",
            "2.3 Le coefficient de réduction-majoration diminue de 5 % après chaque année sans sinistre.",
        ),
        Leaf(),
        Heading("Titre III – Vie du contrat"),
        *texts(
            "3.1 L'assuré déclare toute aggravation du risque sous quinze jours, sous peine de nullité (L. 113-8).",
            "3.2 La prescription est de deux ans. Elle est interrompue par l'envoi d'une lettre recommandée.",
            "3.3 Franchise kilométrique : néant. Prêt de volant, véhicule de remplacement : voir l'annexe.",
        ),
        numbered=True,
    )


def _complaint(case: Case) -> Paper:
    return stray(
        case.who.full,
        "Objet : réclamation – canapé livré abîmé",
        *texts(
            f"À l'attention du service après-vente de {case.one('Meubles Brandelle', 'Literie du Pont')}",
            f"Madame, Monsieur, le {case.long(5, 30)} j'ai reçu le canapé commandé sous le n° {case.number(7)}. "
            "L'assise est déchirée et un pied manque. Vos livreurs ont refusé de noter mes réserves.",
            "Malgré trois appels, personne n'est venu. Je vous mets en demeure de remplacer ce meuble sous huit jours, "
            f"faute de quoi je demanderai le remboursement des {case.sum(300, 900)} versés et saisirai le médiateur.",
            "Veuillez agréer mes salutations. P.-S. : photographies jointes.",
        ),
        lines=(case.address,),
        signer=case.who.full,
    )


def _driving_school(case: Case) -> Paper:
    rows = [
        (about, case.one("acquis", "à revoir", "abordé")) for about in ("Créneau", "Giratoire", "Autoroute", "Nuit")
    ]
    return stray(
        case.one("AUTO-ÉCOLE DU ROND-POINT", "CONDUITE 83"),
        f"Évaluation de l'élève – séance {case.some(2, 30)}",
        Table((("Manœuvre et circulation", "Appréciation"), *rows), (2, 1)),
        Text(
            "Regards insuffisants dans le rétroviseur central ; allure adaptée ; embrayage brusque au démarrage en "
            "côte. Penser aux contrôles avant de changer de voie. L'élève tient compte des piétons et des cyclistes. "
            "Objectif de la prochaine leçon : insertion sur voie rapide et freinage d'urgence."
        ),
        Text(f"Volume conseillé : {case.some(20, 40)} heures. Code de la route : {case.some(28, 39)} / 40."),
        Text(f"Examen blanc le {case.ahead(8, 40)}. Toute leçon non décommandée 48 heures avant est due."),
        signer="Le moniteur",
    )


def _novel(case: Case) -> Paper:
    return stray(
        case.third(),
        "Chapitre XII",
        *texts(
            "Le vent s'était levé pendant la nuit et battait les volets de la métairie. Marceline, assise près de "
            "l'âtre, n'avait pas fermé l'œil. Elle songeait à la lettre, à l'encre pâlie, à cette phrase inachevée.",
            "— Tu ne partiras donc pas ? demanda le vieil homme sans se retourner.",
            "Elle ne répondit rien. Au loin, un chien aboyait ; la diligence devait franchir le gué avant l'aube, et "
            "avec elle s'éloignerait tout ce qu'elle avait cru posséder.",
            "Quand le jour parut, gris et mouillé, il ne restait dans la cour que deux ornières et un gant perdu.",
            "Elle le ramassa. Il était encore tiède, ou bien elle l'imagina ; on se trompe aisément sur ces choses.",
        ),
        numbered=True,
    )


def _moving_quote(case: Case) -> Paper:
    rows = [
        (thing, str(case.some(1, 6)), str(case.some(1, 4))) for thing in ("Armoire", "Lit", "Carton", "Frigo", "Vélo")
    ]
    return stray(
        case.one("DÉMÉNAGEMENTS TRAVERSE", "LES BRAS DU SUD"),
        "Inventaire et lettre de voiture",
        Table((("Objet", "Nombre", "m³"), *rows), (3, 1, 1)),
        Fields(
            (("Chargement", case.home.rue), ("Livraison", case.home.world.rues[1]), ("Forfait", case.sum(400, 1900)))
        ),
        Text("Valeur déclarée du mobilier. Étage sans ascenseur, monte-meuble à prévoir, stationnement réservé."),
        Text("Réserves à la livraison : à écrire ici, puis à confirmer par lettre dans les dix jours."),
        signer="Le chef d'équipe",
    )


def _parking_fine(case: Case) -> Paper:
    return stray(
        "AGENCE NATIONALE DE TRAITEMENT AUTOMATISÉ DES INFRACTIONS",
        "Avis de contravention",
        Fields(
            (
                ("Véhicule verbalisé", "YY-998-YY"),
                ("Infraction", case.one("excès de vitesse inférieur à 20 km/h", "stationnement très gênant")),
                ("Constatée le", f"{case.short(5, 40)} à {case.some(8, 20)} h"),
                ("Points retirés", str(case.some(0, 2))),
                ("Amende minorée", case.one("45 €", "90 €")),
            )
        ),
        Text("Pour contester, utilisez le formulaire de requête en exonération, sous 45 jours."),
        Text(
            "L'appareil de contrôle a relevé 58 km/h, vitesse retenue 53 km/h pour 50 autorisés. Si vous ne conduisiez "
            "pas, désignez le conducteur. Le paiement vaut reconnaissance de l'infraction et clôt le dossier."
        ),
        Text("Passé le délai, l'amende est majorée et recouvrée par le Trésor public."),
        references=(f"Avis n° {case.number(10)}",),
        letter=True,
    )


def _promotions(case: Case) -> Paper:
    goods = ("Jambon supérieur 6 tranches", "Lessive 40 doses", "Clémentines le kg", "Yaourts x 12", "Couches taille 4")
    return stray(
        case.one("MARCHÉ PLUS", "SUPER ESTUAIRE"),
        "Les prix fous du week-end !",
        Table((("Produit", "Avant", "Promo"), *((good, case.sum(5, 15), case.sum(1, 5)) for good in goods)), (3, 1, 1)),
        Text("Le 2e à – 60 % avec la carte de fidélité. Dans la limite des stocks disponibles.", bold=True),
        Text("Pour votre santé, mangez au moins cinq fruits et légumes par jour. www.mangerbouger.fr"),
        subtitle=f"jusqu'au {case.ahead(2, 10)}",
    )


def _blood_test(case: Case) -> Paper:
    tests = (("Hémoglobine", "g/dL", 13), ("Leucocytes", "G/L", 7), ("Glycémie", "g/L", 1), ("Cholestérol", "g/L", 2))
    rows = [(about, f"{value},{case.number(2)}", unit, f"{value} - {value + 2}") for about, unit, value in tests]
    return stray(
        "LABORATOIRE D'ANALYSES MÉDICALES BIODROME",
        "Compte rendu d'examens",
        Text(f"Patient : {case.known(case.adult())}. Prélèvement à 7 h 50, à jeun. Prescripteur : {case.third()}."),
        Table((("Examen", "Résultat", "Unité", "Référence"), *rows), (2, 1, 1, 1)),
        Text("Numération plaquettaire normale. Ferritine : en cours. Résultats validés par le biologiste médical."),
        signer="Le biologiste",
    )


def _accident_report(case: Case) -> Paper:
    who = case.adult()
    return stray(
        "CONSTAT AMIABLE D'ACCIDENT",
        "Véhicule A / Véhicule B",
        Filled(
            (("Lieu", case.home.world.rues[0]), ("Conducteur", who.full.title()), ("Dégâts apparents", "aile, phare"))
        ),
        Choices(
            (
                ("heurtait à l'arrière, en roulant dans le même sens", True),
                ("changeait de file", False),
                ("venait de droite (dans un carrefour)", False),
                ("n'avait pas observé un signal de priorité", False),
            )
        ),
        Text(
            "À remplir sur place par les deux conducteurs, puis à transmettre à l'assureur sous cinq jours. Ne rien "
            "modifier après signature. Témoins : préciser s'il s'agit de passagers. Point de choc initial : flèche."
        ),
        Text("Ne constitue pas une reconnaissance de responsabilité. Croquis au moment du choc. Blessés : non."),
        signer="Conducteur A",
    )


def _gym(case: Case) -> Paper:
    return stray(
        case.one("FITNESS DES QUAIS", "MUSCU'CLUB 31"),
        "Bulletin d'adhésion et règlement intérieur",
        Choices(
            (("Formule heures creuses 19,90 €", False), ("Formule liberté 29,90 €", True), ("Option sauna", False))
        ),
        Filled((("Adhérent", case.adult().full.title()), ("Objectif", case.one("remise en forme", "cardio", "")))),
        Heading("Règlement"),
        *texts(
            "Une serviette et des chaussures propres sont exigées sur les machines. Reposez les haltères après usage.",
            "Engagement de douze mois ; suspension pour mutation ou blessure. Casiers non surveillés.",
            "L'accès par badge est filmé. Cours collectifs : réservation la veille, trois absences valent exclusion.",
        ),
        signer="L'adhérent",
        numbered=True,
    )


def _hymns(case: Case) -> Paper:
    return stray(
        f"PAROISSE SAINT-MAURICE DE {case.commune}",
        case.one("Feuille de chants du dimanche", "Annonces de la semaine"),
        *texts(
            "R/ Chantons sans fin, le jour se lève, la terre entière est dans la joie.",
            "1. Sur les chemins de la vallée, un peuple marche et ne craint pas. 2. Le pain rompu, la main tendue…",
            f"Baptêmes : {case.third()}. Messe des familles samedi à 18 h 30. Répétition de la chorale le mardi.",
            "Denier de l'église : merci de votre don. Covoiturage pour les aînés, s'adresser au presbytère.",
        ),
    )


def _donation(case: Case) -> Paper:
    return stray(
        case.one("SECOURS DES MERS", "LES AMIS DU REFUGE"),
        "Reçu au titre des dons",
        Text(f"Reçu de {case.named(case.who)} la somme de {case.sum(20, 300)}, à titre de don."),
        Choices(
            (
                ("Numéraire", False),
                ("Virement, prélèvement, carte bancaire", True),
                ("Titres de sociétés cotées", False),
            )
        ),
        Text(
            "Œuvre d'intérêt général, articles 200, 238 bis et 978 du CGI. Votre don ouvre droit à réduction de 66 %."
        ),
        Text("Grâce à vous, 214 animaux ont trouvé une famille. Prochaine collecte à la rentrée. Merci !"),
        signer="La trésorière",
    )


KINDS: tuple[Writer, ...] = (
    *(_insurance_terms, _complaint, _driving_school, _novel, _moving_quote, _parking_fine, _promotions, _blood_test),
    *(_accident_report, _gym, _hymns, _donation),
)
