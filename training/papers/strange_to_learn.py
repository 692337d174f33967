"""Stray papers to learn from: from a recipe to a will."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.stray import stray
from training.papers.wording import texts
from training.papers.writers import Writer


def _recipe(case: Case) -> Paper:
    dish = case.one("Gratin de courgettes", "Tarte aux mirabelles", "Poulet basquaise", "Couscous aux sept légumes")
    return stray(
        "Cuisine de saison",
        dish,
        Fields((("Pour", f"{case.some(4, 8)} personnes"), ("Préparation", "25 min"), ("Cuisson", "40 min"))),
        Heading("Ingrédients"),
        *texts(
            "• 200 g de farine", "• 3 œufs", "• 50 cl de lait", f"• {case.some(2, 9)} tomates", "• sel, poivre, thym"
        ),
        Heading("Recette"),
        *texts(
            "Préchauffez le four à 180 °C. Lavez et épluchez les légumes, coupez-les en rondelles fines.",
            "Battez les œufs, versez le lait tiède, salez, poivrez. Disposez dans un plat beurré et nappez.",
            "Enfournez jusqu'à ce que le dessus soit doré. Servez tiède, avec une salade verte.",
        ),
    )


def _newspaper(case: Case) -> Paper:
    return stray(
        f"L'ÉCHO DE {case.commune}",
        case.one("La foire d'automne bat son plein", "Le vieux pont rouvre aux piétons", "Victoire des benjamins"),
        Text(f"De notre correspondant. – La foule était au rendez-vous hier à {case.commune.title()}.", bold=True),
        *texts(
            "Malgré une météo capricieuse, plus de deux mille visiteurs ont arpenté les allées. « C'est un record », "
            f"se réjouit {case.third()}, présidente du comité des fêtes, qui salue l'engagement des bénévoles.",
            "Côté sport, l'équipe locale s'impose trois buts à un au terme d'une rencontre disputée. Les visiteurs "
            "avaient pourtant ouvert la marque peu avant la pause.",
            f"Faits divers : un conducteur a perdu le contrôle de son véhicule {case.home.world.rues[0]}. Il s'en "
            "tire avec quelques égratignures ; la circulation a été rétablie vers 19 heures.",
            "Au conseil municipal, les élus ont voté la rénovation du gymnase et trois classes de l'école.",
        ),
        lines=(f"Quotidien régional – n° {case.number(5)} – 1,30 €",),
        numbered=True,
    )


def _school_menu(case: Case) -> Paper:
    rows = [
        (
            day,
            case.one("Betteraves", "Taboulé", "Potage"),
            case.one("Lasagnes", "Colin", "Omelette"),
            case.one("Kiwi", "Flan"),
        )
        for day in ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi")
    ]
    return stray(
        f"RESTAURATION SCOLAIRE DE {case.commune}",
        "Menus de la semaine",
        Table((("Jour", "Entrée", "Plat", "Dessert"), *rows), (1, 1.3, 1.3, 1)),
        Text("Pain bio à chaque repas. Viandes d'origine française. Allergènes : se renseigner auprès de l'office."),
        Text("Les menus peuvent varier selon les livraisons. Bon appétit les enfants !"),
        subtitle=f"du {case.short(1, 20)} – repas végétarien le jeudi",
    )


def _sports_licence(case: Case) -> Paper:
    who = case.child() or case.who
    return stray(
        f"UNION SPORTIVE DE {case.commune}",
        f"Demande de licence {case.year - 1}-{case.year}",
        Filled((("Nom, prénom", who.full.title()), ("Né(e) le", f"{who.naissance:%d/%m/%Y}"), ("Club", "U.S.V."))),
        Choices((("Judo", case.some(0, 1) == 1), ("Handball", True), ("Dirigeant ou arbitre", False))),
        Text(
            "Je certifie avoir répondu non à toutes les questions du questionnaire de santé et adhère aux statuts de "
            "la fédération. J'autorise le club à utiliser mon image. L'assurance individuelle accident est comprise."
        ),
        signer="Le licencié ou son représentant",
    )


def _concert_ticket(case: Case) -> Paper:
    return stray(
        case.one("SALLE DES ARCADES", "LE GRAND MANÈGE"),
        case.one("Billet électronique – concert", "E-billet : imprimez-moi"),
        Fields(
            (
                ("Spectacle", case.one("Les Baladins du soir", "Nuit du jazz", "Cirque Alboran")),
                ("Date", f"{case.ahead(5, 200)} à 20 h 30"),
                ("Placement", f"Orchestre, rang {case.one('B', 'F', 'K')}, siège {case.some(1, 40)}"),
                ("Tarif plein", case.sum(15, 70)),
                ("Spectateur", case.adult().full),
            )
        ),
        Text(
            "Une personne par billet, enfants de plus de trois ans compris. Les retardataires entrent à l'entracte. "
            "En cas de report, le billet reste valable ; en cas d'annulation, seul le prix facial est remboursé."
        ),
        Text("Ce billet n'est ni repris ni échangé. Ouverture des portes à 19 h 30. Vidéos et flashs interdits."),
        Text(f"{case.number(4)} {case.number(4)} {case.number(4)} – présentez ce code à l'entrée."),
    )


def _car_repair_quote(case: Case) -> Paper:
    rows = [
        (part, str(case.some(1, 4)), case.sum(15, 190)) for part in ("Plaquettes", "Disques", "Pneus", "Main-d'œuvre")
    ]
    return stray(
        case.one("GARAGE DES QUATRE VENTS", "CARROSSERIE MONTFERRET"),
        f"Devis n° {case.number(5)}",
        Fields((("Véhicule", "citadine diesel 5 portes"), ("Plaque", "ZZ-999-ZZ"), ("Kilométrage", case.number(6)))),
        Table((("Désignation", "Qté", "PU HT"), *rows), (3, 1, 1)),
        Text(
            f"Total TTC : {case.sum(200, 900)}. Devis gratuit, valable un mois. Pièces de réemploi sur demande.",
            bold=True,
        ),
        Text("Bon pour accord, date et signature du client. Un acompte de 30 % est demandé à la commande des pièces."),
        lines=(case.home.world.rues[3], case.home.world.villes[0]),
    )


def _train_timetable(case: Case) -> Paper:
    stops = [city.split(" ", 1)[1].title() for city in case.home.world.villes]
    rows = [(stop, *(f"{hour:02d}:{case.some(10, 59)}" for hour in (6, 8, 12, 17, 19))) for stop in stops]
    return stray(
        "TRAINS RÉGIONAUX",
        f"Fiche horaire – ligne {case.some(1, 40)}",
        Table((("Gare", *(case.number(5) for _ in range(5))), *rows), (2, 1, 1, 1, 1, 1)),
        *texts(
            "Circule du lundi au vendredi sauf fêtes. Vélos acceptés dans la limite des places.",
            "Correspondance par autocar. Horaires sous réserve de travaux : vérifiez avant votre départ.",
        ),
        subtitle=f"valable jusqu'au {case.ahead(30, 200)}",
    )


def _political_tract(case: Case) -> Paper:
    return stray(
        case.one("ENSEMBLE POUR DEMAIN", "LA COMMUNE À CŒUR"),
        case.one("Le 15 mars, votez pour le changement !", "Reprenons la parole"),
        *texts(
            f"Chères habitantes, chers habitants de {case.commune.title()},",
            f"Avec {case.third()}, notre liste s'engage : des transports gratuits, des écoles rénovées, des "
            "commerces de proximité, une mairie à l'écoute. La majorité sortante a augmenté les impôts !",
            "Nous construirons une maison de santé, nous planterons mille arbres, nous soutiendrons les associations.",
            f"Réunion publique le {case.ahead(3, 30)} à 20 h, salle des fêtes. Venez nombreux.",
        ),
        foot="Ne pas jeter sur la voie publique. Vu, le candidat. Imprimé sur papier recyclé.",
    )


def _vaccinations(case: Case) -> Paper:
    who = case.child() or case.who
    rows = [
        (vaccine, case.short(300, 3000), case.number(6)) for vaccine in ("DTP", "ROR", "Hépatite B", "Méningocoque C")
    ]
    return stray(
        "CARNET DE SANTÉ",
        "Vaccinations",
        Text(f"Enfant : {who.prenom} {who.nom}, groupe sanguin non déterminé"),
        Table((("Vaccin", "Date", "Lot"), *rows, ("Grippe", "", "")), (2, 1, 1)),
        Text(
            "Premières dents : incisives médianes à six mois. Marche acquise. Audition et vue contrôlées à l'école. "
            "Maladies infantiles : varicelle. Allergies connues : aucune. Coucher le nourrisson sur le dos."
        ),
        Text("Calendrier vaccinal : premier rappel à onze mois, puis six ans. Réaction au point d'injection : glace."),
        Text(f"Courbe de poids : {case.some(8, 40)} kg ; taille : {case.some(70, 150)} cm. Cachet du vaccinateur :"),
    )


def _lottery_rules(case: Case) -> Paper:
    articles = (
        "Article 1 – La société organise un jeu gratuit sans obligation d'achat, ouvert aux majeurs.",
        "Article 2 – Pour participer, remplir le bulletin et le glisser dans l'urne. Un seul bulletin par foyer.",
        "Article 3 – Dotations : un voyage pour deux personnes, dix robots de cuisine, cent sacs.",
        "Article 4 – Le tirage au sort désigne les gagnants, avertis sous quinze jours.",
        "Article 5 – Toute fraude entraîne l'élimination. L'organisateur peut écourter ou annuler le jeu.",
    )
    return stray(
        case.one("GALERIE DES HALLES", "CENTRE COMMERCIAL DU LAC"),
        case.one("Règlement du grand jeu", "Tombola des commerçants : règlement"),
        *texts(*articles),
        Text(f"Règlement déposé chez {case.third()}, commissaire de justice. Clôture : {case.ahead(5, 60)}."),
        numbered=True,
    )


def _will(case: Case) -> Paper:
    who = case.who
    return stray(
        f"Étude de Maître {case.third()}",
        "Dépôt d'un testament olographe",
        *texts(
            f"Je soussigné{who.gendered('e', '')}, {case.known(who)}, sain{who.gendered('e', '')} d'esprit, révoque "
            "toutes dispositions antérieures.",
            f"Je lègue à titre particulier ma montre et mes livres à {case.third()}, et la quotité disponible de mes "
            f"biens à {case.third()}.",
            "Je désire être incinéré et que mes cendres reposent auprès de mes parents.",
            "Testament inscrit au fichier central des dispositions de dernières volontés. Réserve héréditaire sauve.",
        ),
        signer="Le testateur",
    )


def _condominium_minutes(case: Case) -> Paper:
    votes = [
        (f"Résolution {n} : {about}", str(case.some(600, 990)), str(case.some(0, 90)))
        for n, about in enumerate(("comptes", "quitus du syndic", "budget", "ravalement", "ascenseur"), 1)
    ]
    return stray(
        f"SYNDICAT DES COPROPRIÉTAIRES – {case.home.rue}",
        "Procès-verbal d'assemblée générale",
        Text(f"L'an {case.year}, les copropriétaires se sont réunis sur convocation du syndic."),
        Table((("Ordre du jour", "Pour", "Contre"), *votes), (3, 1, 1)),
        Leaf(),
        *texts(
            "Les opposants et défaillants peuvent contester ces décisions dans les deux mois de la notification.",
            "Fonds de travaux : 5 % du budget. Appels de provisions trimestriels selon les tantièmes.",
            "La séance est levée à 21 h 40.",
        ),
        signer="Le secrétaire de séance",
    )


def _horoscope(case: Case) -> Paper:
    said = ("Une rencontre vous surprendra.", "Ménagez votre dos.", "Une rentrée d'argent se profile.", "Écoutez-vous.")
    signs = ("Bélier", "Taureau", "Gémeaux", "Cancer", "Lion", "Vierge", "Balance", "Scorpion", "Sagittaire")
    return stray(
        "ASTRES & VOUS",
        f"Votre horoscope de {case.month()}",
        *(Text(f"{sign} – Amour : {case.one(*said)} Travail : {case.one(*said)}") for sign in signs),
        Text("Votre chiffre porte-bonheur : " + case.number(1) + ". Consultez nos voyantes par téléphone."),
    )


def _leaflet(case: Case) -> Paper:
    return stray(
        case.one("BOUILLOIRE KT-200", "PERCEUSE SANS FIL V18"),
        case.one("Notice d'utilisation", "Mode d'emploi"),
        Heading("Avant la première utilisation"),
        *texts(
            "Lisez ces instructions. Retirez tous les emballages. Ne plongez jamais l'appareil dans l'eau.",
            "Vérifiez que la tension du réseau correspond à la plaque signalétique (220-240 V, 50 Hz).",
        ),
        Heading("En cas de panne"),
        Table((("Problème", "Solution"), ("Voyant éteint", "Brancher"), ("Bruit", "Détartrer")), (1, 1)),
        Text(
            "N'utilisez que les accessoires fournis. Laissez refroidir avant de nettoyer avec un chiffon humide. Tenez "
            "hors de portée des enfants de moins de huit ans. Un cordon abîmé doit être changé par le fabricant."
        ),
        Text("Mise au rebut : déposez l'appareil dans un point de collecte. Garantie deux ans hors usure normale."),
        numbered=True,
    )


def _holiday_camp(case: Case) -> Paper:
    return stray(
        case.one("LES VOLETS BLEUS – COLONIE", "CENTRE DE LOISIRS DU MOULIN"),
        "Trousseau et fiche sanitaire de liaison",
        Text("À marquer au nom de l'enfant : 7 culottes, 2 pyjamas, un maillot de bain, une gourde, une lampe."),
        Choices(
            (("A déjà eu la varicelle", True), ("Asthme", False), ("Régime sans porc", False), ("Sait nager", True))
        ),
        Filled((("Recommandations des parents", case.one("a peur du noir", "rien", "")), ("Personne à joindre", ""))),
        Text(f"Séjour à la mer, départ en car le {case.ahead(20, 90)}, place de la gare, à 7 h précises."),
        signer="Le responsable de l'enfant",
    )


def _vet_bill(case: Case) -> Paper:
    return stray(
        "CLINIQUE VÉTÉRINAIRE DES SAULES",
        f"Compte rendu et honoraires – {case.one('Pépette', 'Ulysse', 'Caramel')}",
        Fields((("Espèce", case.one("chat européen", "épagneul")), ("Puce", case.number(15)), ("Poids", "6,2 kg"))),
        Table((("Acte", "TTC"), ("Consultation", "42,00 €"), ("Stérilisation", case.sum(90, 220))), (3, 1)),
        Text(
            "Motif : boiterie de la patte arrière gauche depuis trois jours, appétit conservé. Température 38,6 °C, "
            "muqueuses roses, auscultation normale. Anti-inflammatoire au repas, repos, pas de saut ni d'escalier. "
            "Rappel antirabique à prévoir. Vos croquettes sont disponibles à l'accueil."
        ),
        Text("Collerette pendant dix jours, retrait des fils au contrôle. Vermifuger tous les trois mois."),
    )


KINDS: tuple[Writer, ...] = (
    *(_recipe, _newspaper, _school_menu, _sports_licence, _concert_ticket, _car_repair_quote, _train_timetable),
    *(_political_tract, _vaccinations, _lottery_rules, _will, _condominium_minutes, _horoscope, _leaflet),
    *(_holiday_camp, _vet_bill),
)
