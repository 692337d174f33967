"""Papers of daily life and leisure, of no type of the plan, never learnt from."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writer


def _knitting_pattern(case: Case) -> Paper:
    parts = (
        Text(f"Tailles : {case.one('3 mois – 6 mois – 12 mois', '2 – 4 – 6 ans')}. Niveau : facile."),
        Heading("Fournitures"),
        Text("4 pelotes de laine layette coloris ivoire, aiguilles n° 3 et 3,5, 5 boutons, un arrête-mailles."),
        Heading("Échantillon"),
        Text("10 cm = 24 mailles et 32 rangs en jersey endroit, aiguilles n° 3,5."),
        Heading("Réalisation"),
        *texts(
            "Dos : monter 68 (74) mailles, aiguilles n° 3. Tricoter 4 cm en côtes 1/1. Continuer en jersey, aiguilles "
            "n° 3,5, en répartissant 6 augmentations sur le premier rang. À 15 cm de hauteur, former les "
            "emmanchures en "
            "rabattant de chaque côté, tous les 2 rangs : 1 fois 3 mailles, 2 fois 2 mailles, 1 fois 1 maille.",
            "Devant droit : monter 33 mailles. Mêmes côtes. À 21 cm, rabattre côté encolure 5 m., puis 3 m., 2 m.",
            "Manches : monter 40 m. Augmenter de 1 m. de chaque côté tous les 6 rangs. Rabattre à 17 cm.",
            "Assemblage : coudre les épaules, monter les manches, relever 61 m. autour de l'encolure, finir au "
            "crochet.",
        ),
    )
    return Paper("autre", None, "MAILLES & CIE", case.one("La brassière Colombe", "Gilet layette"), parts)


def _bus_timetable(case: Case) -> Paper:
    stops = ("Gare routière", "Mairie", "Collège", "Zone commerciale", "Clinique", "Stade", "Cimetière", "Terminus")
    start = case.some(0, 9)
    rows = [
        (stop, *(f"{hour}:{(start + 5 * row) % 60:02d}" for hour in (6, 7, 8, 12, 17, 18)))
        for row, stop in enumerate(stops)
    ]
    parts = (
        Text("Du lundi au samedi, sauf jours fériés. Ne circule pas le 1er mai."),
        Heading("Direction Terminus"),
        Table((("Arrêt", "", "", "", "", "", ""), *rows), (3, 1, 1, 1, 1, 1, 1)),
        Heading("Retour – dimanches et fêtes"),
        Table((("Arrêt", "", "", ""), *((s[0], *s[3:6]) for s in reversed(rows))), (3, 1, 1, 1)),
        Text(
            "Faites signe au conducteur. Titre unité 1,60 € en vente à bord, correspondance une heure. "
            "Les horaires sont donnés à titre indicatif."
        ),
    )
    return Paper("autre", None, "TRANSLYS", f"Ligne {case.some(2, 19)}", parts, lines=("Le réseau de l'agglomération",))


def _lost_cat(case: Case) -> Paper:
    name = case.one("MINETTE", "PACHA", "CARAMEL")
    parts = (
        Text(f"{name} a disparu depuis le {case.long(3, 30)} au soir, quartier de l'église.", bold=True),
        *texts(
            f"Chat européen {case.one('tigré gris', 'roux et blanc')}, castré, 4 ans, collier bleu, pucé. Il "
            "est craintif "
            "mais gentil, ne pas courir après lui.",
            "Merci de regarder dans vos caves, garages et cabanons, il a pu s'y faire enfermer. Les enfants sont très "
            "malheureux !",
            f"Si vous l'apercevez, appelez à toute heure le 06 39 98 {case.number(2)} {case.number(2)}. RÉCOMPENSE.",
        ),
    )
    return Paper("autre", None, "", case.one("Chat perdu", "Perdu chat !"), parts)


def _beauty_prices(case: Case) -> Paper:
    def row(label: str, least: int) -> tuple[str, str]:
        return label, f"{least + case.some(0, 9)} €"

    parts = (
        Heading("Visage"),
        Table(
            (
                ("Soin", "Prix"),
                row("Nettoyage de peau (45 min)", 39),
                row("Soin hydratant", 48),
                row("Teinture cils", 17),
            ),
            (3, 1),
        ),
        Heading("Épilation à la cire"),
        Table(
            (("Zone", "Prix"), row("Sourcils", 8), row("Demi-jambes", 17), row("Aisselles", 11), row("Forfait", 41)),
            (3, 1),
        ),
        Heading("Mains et pieds"),
        Table(
            (("Prestation", "Prix"), row("Manucure simple", 20), row("Semi-permanent", 29), row("Pose gel", 49)), (3, 1)
        ),
        Text("Ouvert du mardi au samedi. Une prestation offerte au dixième passage. Pensez à nos bons cadeaux !"),
    )
    return Paper("autre", None, "INSTITUT PERLE D'EAU", case.one("Nos tarifs", "Carte des soins"), parts)


def _flyer_of_a_seer(case: Case) -> Paper:
    parts = (
        Text(f"{case.one('PROFESSEUR BAMBALA', 'MAÎTRE FODÉ')}, GRAND VOYANT MÉDIUM INTERNATIONAL", bold=True),
        *texts(
            "Résout tous vos problèmes, même les plus désespérés : retour rapide de l'être aimé, amour durable, chance "
            "au jeu, examens, permis de conduire, désenvoûtement, protection contre les ennemis, impuissance.",
            "Si ton homme ou ta femme est parti, il reviendra et courra derrière toi comme le chien derrière "
            "son maître. "
            "Travail sérieux, discret et efficace. Résultat garanti en 72 heures. Paiement après résultat.",
            f"Reçoit tous les jours de 8 h à 21 h, même par correspondance. Tél. 07 52 30 {case.number(2)} "
            f"{case.number(2)}",
            "Ne pas jeter sur la voie publique.",
        ),
    )
    return Paper("autre", None, "", "Là où les autres échouent, il réussit", parts)


def _rules_of_a_laundry(case: Case) -> Paper:
    parts = (
        *texts(
            "1. La buanderie est ouverte de 7 h à 21 h. Les jetons (2,50 € le lavage, 1 € le séchage) sont en vente à "
            "l'accueil.",
            "2. Inscrivez-vous sur le tableau. Toute machine non vidée dix minutes après la fin du cycle peut "
            "l'être par "
            "l'utilisateur suivant.",
            "3. Il est interdit de teindre du linge ou d'y introduire des chaussures, tapis ou couvertures de "
            "plus de 7 kg.",
            "4. Nettoyez le filtre à peluches après chaque séchage et laissez le hublot ouvert.",
            "5. Les enfants restent sous la surveillance de leurs parents. Il est interdit de fumer.",
        ),
        Table(
            (
                ("Programme", "Durée", "Textiles"),
                ("1 Blanc 60°", "1 h 10", "coton, draps"),
                ("2 Couleurs 40°", "55 min", "mélangés"),
                ("3 Délicat 30°", "40 min", "laine, soie"),
            ),
            (2, 1, 2),
        ),
        Text(case.one("En cas de panne : 03 53 01 99 01.", "Aucun remboursement des jetons perdus.")),
    )
    return Paper("autre", None, "", case.one("Mode d'emploi de la buanderie", "Laverie : règles d'usage"), parts)


def _choir_concert(case: Case) -> Paper:
    parts = (
        Text(f"Samedi {case.ahead(5, 60)} à 20 h 30 – Église Saint-Vaast – Libre participation", bold=True),
        Heading("Première partie"),
        *texts("Anonyme, XVIe s. – Tourdion", "G. Fauré – Cantique de Jean Racine", "W. A. Mozart – Ave verum corpus"),
        Heading("Entracte – buvette tenue par les bénévoles"),
        *texts("Chants de marins, harmonisation du chef de chœur", "Gospel : Oh happy day", "Bis : chanson du Nord"),
        Heading("Les choristes"),
        Text(
            f"Sopranos, altos, ténors et basses : quarante amateurs de tous âges. Direction : {case.third()}. "
            "Au piano : "
            f"{case.third()}. Vous aimez chanter ? Répétitions le mardi à 20 heures, salle polyvalente. Aucune "
            "connaissance du solfège n'est exigée !"
        ),
    )
    return Paper(
        "autre", None, "CHORALE À CŒUR JOYEUX", case.one("Concert de printemps", "Programme du concert"), parts
    )


KINDS: tuple[Writer, ...] = (
    _knitting_pattern,
    _bus_timetable,
    _lost_cat,
    _beauty_prices,
    _flyer_of_a_seer,
    _rules_of_a_laundry,
    _choir_concert,
)
