"""Bills of power, telephone and water, which no file asks for; the filing is measured on them alone."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _electricity(case: Case) -> Paper:
    rng, kwh = case.desk.rng, case.some(250, 900)
    used, fixed = kwh * 0.1296, rng.uniform(18, 34)
    total = used + fixed + 11.2
    return Paper(
        "HPR-FAC",
        None,
        case.one("Voltaris", "Énergies du Plateau", "Lumélia Électricité"),
        case.one("Votre facture d'électricité", "Facture d'électricité"),
        (
            Fields(
                (
                    ("Titulaire du contrat", case.named(case.who)),
                    ("Lieu de consommation", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("Point de livraison (PDL)", f"{case.number(14)}"),
                    ("Offre", "Tarif de base, puissance souscrite 6 kVA"),
                    ("Montant TTC à payer", case.amount(total)),
                    ("Date limite de paiement", case.ahead(10, 25)),
                )
            ),
            Heading("Votre facture en détail"),
            Table(
                (
                    ("Libellé", "Conso (kWh)", "Prix unitaire HT", "Montant"),
                    (f"Abonnement {case.period()}", "", "", euros(fixed)),
                    ("Consommation - index relevé Linky", str(kwh), "0,1296 €", euros(used)),
                    ("Contribution d'acheminement (CTA)", "", "", "3,60"),
                    ("Accise sur l'électricité", str(kwh), "0,02100 €", "5,10"),
                    ("TVA 5,5 % et 20 %", "", "", "2,50"),
                    ("Total TTC", "", "", euros(total)),
                ),
                (2.6, 1, 1.2, 0.9),
            ),
            *texts(
                "Prochaine facture vers le " + case.ahead(50, 70) + ". Prochain relevé par votre compteur communicant.",
                "Tout retard de paiement entraîne des pénalités égales à une fois et demie le taux d'intérêt légal. "
                "En cas de difficulté, contactez-nous : des solutions existent (chèque énergie, FSL). Un litige ? "
                "Saisissez le médiateur national de l'énergie, Libre réponse n° 59252, 75443 Paris cedex 09.",
            ),
        ),
        lines=("Service clients particuliers - 09 69 39 00 00", "Dépannage électricité 24 h/24"),
        references=(f"Référence client : {case.number(10)}", f"Facture n° {case.number(11)} du {case.short(2, 30)}"),
        letter=True,
        numbered=True,
        motif="P01",
    )


def _mobile(case: Case) -> Paper:
    plan = case.desk.rng.uniform(7.99, 44.99)
    more = case.one("0,00", "3,00", "1,60")
    return Paper(
        "HPR-FAC",
        None,
        case.one("Ondéa Télécom", "Fibralis Mobile & Box", "Télévia"),
        case.one("Facture", "Votre facture"),
        (
            Fields(
                (
                    ("Client", case.named(case.who)),
                    ("Numéro de ligne", f"06 39 98 {case.number(2)} {case.number(2)}"),
                    ("N° de compte client", case.number(9)),
                    ("Facture n°", f"{case.one('F', 'MB')}{case.number(10)}"),
                    ("Total à payer TTC", case.amount(plan + float(more.replace(",", ".")))),
                    ("Prélevé le", case.ahead(5, 15)),
                )
            ),
            Table(
                (
                    ("Abonnements et options", "Période", "Montant HT", "Montant TTC"),
                    ("Forfait mobile 5G 100 Go bloqué", case.period(), euros(plan / 1.2), euros(plan)),
                    ("Communications hors forfait", "", "", more),
                    ("Remise fidélité 12 mois", "", "0,00", "0,00"),
                ),
                (2.4, 2.2, 1, 1.1),
            ),
            *texts(
                "Consommation du mois : appels 4 h 12 min, SMS/MMS 138, internet 23,4 Go. Le détail de vos "
                "communications est disponible dans votre espace client.",
                f"TVA à 20 % payée sur les débits : {euros(plan / 6)} €. Engagement : "
                f"{case.one('sans engagement', 'jusqu’au ' + case.ahead(60, 300))}. Service client : 1064 (prix d'un "
                "appel).",
                "Pensez à conserver vos factures pendant un an. Coordonnées du médiateur des communications "
                "électroniques : CS 30342, 94257 Gentilly cedex.",
            ),
        ),
        letter=True,
        motif="P01",
    )


def _water(case: Case) -> Paper:
    used = case.some(38, 140)
    rows = (
        ("Distribution de l'eau - abonnement", "1", "24,60", 24.6),
        ("Distribution de l'eau - consommation", f"{used} m3", "1,4210", used * 1.421),
        ("Préservation des ressources en eau", f"{used} m3", "0,0700", used * 0.07),
        ("Collecte et traitement des eaux usées", f"{used} m3", "1,6350", used * 1.635),
        ("Lutte contre la pollution", f"{used} m3", "0,2800", used * 0.28),
        ("Modernisation des réseaux", f"{used} m3", "0,1500", used * 0.15),
    )
    total = sum(value for *_, value in rows)
    return Paper(
        "HPR-FAC",
        None,
        case.one(f"Régie des eaux de {case.commune.title()}", "Syndicat intercommunal des eaux", "Eaux du Val Clair"),
        case.one("Facture d'eau", "Facture d'eau et d'assainissement"),
        (
            Fields(
                (
                    ("Abonné", case.named(case.who)),
                    ("Lieu desservi", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("Compteur n°", f"{case.one('D', 'I')}{case.number(2)}FA{case.number(6)}"),
                    ("Ancien index / nouvel index", f"{1204} / {1204 + used}"),
                    ("Consommation", f"{used} m3 (relevé)"),
                )
            ),
            Table(
                (
                    ("Rubrique", "Quantité", "Prix unitaire HT", "Montant HT"),
                    *((label, count, price, euros(value)) for label, count, price, value in rows),
                    ("TVA 5,5 % et 10 %", "", "", euros(total * 0.077)),
                    ("Net à payer TTC", "", "", euros(total * 1.077)),
                ),
                (2.6, 1, 1.1, 1),
            ),
            *texts(
                f"Soit 0,00{case.some(32, 49)} € TTC par litre d'eau, hors abonnement. À régler avant le "
                f"{case.ahead(15, 30)} par TIP SEPA, prélèvement, chèque à l'ordre du Trésor public ou sur "
                "payfip.gouv.fr.",
                "Qualité de l'eau : conforme aux limites de qualité. Synthèse de l'Agence régionale de santé jointe.",
            ),
        ),
        references=(f"Référence abonné : {case.number(6)}", f"Rôle n° {case.number(3)} - exercice {case.year}"),
        letter=True,
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-FAC": to_test(_electricity, _mobile, _water),
}
