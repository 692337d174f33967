"""Property tax notices, of which the forms changed over the years (LOG-TFO)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.writers import Writers, to_learn


def _year(case: Case) -> int:
    return case.year - case.some(1, 2)


def _rates_by_tax(case: Case, year: int, base: int) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Détail du calcul des cotisations"),
        Table(
            (
                ("Propriétés bâties", "Commune", "Intercomm.", "Taxes spéc.", "Ordures mén."),
                (f"Taux {year - 1}", "43,12 %", "1,90 %", "0,211 %", "9,05 %"),
                (f"Taux {year}", "44,02 %", "2,10 %", "0,224 %", "9,40 %"),
                ("Base nette", *(str(base),) * 4),
                ("Cotisation", *(str(round(base * share)) for share in (0.44, 0.021, 0.00224, 0.094))),
            ),
            (1.6, 1, 1, 1, 1.2),
        ),
        Table(
            (
                ("Propriétés non bâties", "Base", "Cotisation"),
                ("Terres", "0", "0"),
                ("Frais de gestion", "", str(case.some(12, 60))),
            ),
            (3, 1, 1),
        ),
        Text(
            "Adresse du bien, lieu et nature de l'imposition : appartement, dépendance. Cotisation lissée. "
            "Dégrèvement jeunes agriculteurs : néant."
        ),
        Text(
            "Réclamation : jusqu'au 31 décembre de l'année suivante. Les revenus cadastraux servent aussi à la "
            "taxe d'habitation sur les résidences secondaires."
        ),
    )


def _recent_notice(case: Case) -> Paper:
    year, base = _year(case), case.some(900, 2400)
    due = case.amount(base * 0.46 + 140)
    return Paper(
        "LOG-TFO",
        None,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        f"Avis d'impôt {year} – Taxes foncières",
        (
            Text(
                f"{case.who.civility}, ce document vous informe du montant de vos taxes foncières, votées et perçues "
                "par la commune, l'intercommunalité et divers organismes."
            ),
            Fields(
                (
                    ("Somme à payer", due),
                    ("Date limite de paiement", f"15/10/{year}"),
                    ("Débiteur(s) légal(aux)", case.who.full),
                    ("Propriété", case.home.rue),
                )
            ),
            Heading("Vos démarches"),
            Text(
                "Pour payer en ligne, munissez-vous de la référence de l'avis. Au-delà de 300 €, le paiement est "
                "dématérialisé. Vos références figurent ci-dessus ; votre espace particulier est accessible sur "
                "impots.gouv.fr."
            ),
            *_rates_by_tax(case, year, base),
        ),
        references=(
            f"Numéro fiscal : {case.home.fiscal}",
            f"Référence de l'avis : {year % 100} {case.number(2)} {case.number(7)} {case.number(2)}",
            f"Numéro de rôle : {case.number(3)}",
        ),
        letter=True,
        foot="La loi relative à l'informatique, aux fichiers et aux libertés garantit les droits des personnes.",
        numbered=True,
    )


def _rates_by_body(case: Case) -> tuple[Part, ...]:
    return (
        Leaf(),
        Text("VOTRE IMPOSITION PAR COLLECTIVITÉ", bold=True),
        Table(
            (
                ("", "Base", "Taux", "Produit"),
                *(
                    (
                        words,
                        str(case.some(800, 2300)),
                        f"{case.some(1, 45)},{case.number(2)} %",
                        f"{case.some(5, 700)} €",
                    )
                    for words in ("Commune", "Intercommunalité", "Taxe GEMAPI", "TEOM")
                ),
            ),
            (2, 1, 1, 1),
        ),
        Text(
            "Taxe foncière sur les propriétés bâties. Exonération ou abattement : sans objet. Service des impôts "
            "fonciers : déclarer tout changement de consistance dans les 90 jours."
        ),
    )


def _monthly_payer_notice(case: Case) -> Paper:
    year = _year(case)
    total = case.some(600, 1500)
    return Paper(
        "LOG-TFO",
        None,
        "FINANCES PUBLIQUES",
        f"Taxes foncières {year}",
        (
            Text("AVIS DE MENSUALISATION", bold=True),
            Table(
                (
                    ("Récapitulatif", "Montant"),
                    (f"Montant de votre impôt {year}", f"{total} €"),
                    ("Déjà prélevé", f"{total - 90} €"),
                    ("Reste à prélever", "90 €"),
                ),
                (3, 1),
            ),
            Text(
                f"Le solde sera prélevé le 16 novembre {year}. Vos mensualités de l'an prochain seront de "
                f"{total // 10} € de janvier à octobre, sur le compte FR76 **** {case.number(4)}."
            ),
            Fields(
                (
                    ("Propriétaire", case.who.full),
                    ("Département / commune", case.home.ville),
                    ("Adresse du bien", case.home.rue),
                    ("Numéro de propriétaire", f"{case.one('B', 'C', 'M')}{case.number(5)}"),
                )
            ),
            *_rates_by_body(case),
        ),
        lines=("Service des impôts des particuliers", case.home.ville),
        references=(f"N° fiscal {case.home.fiscal}", f"Réf. avis {case.number(13)}"),
        letter=True,
    )


def _older_notice(case: Case) -> Paper:
    year = case.year - case.some(3, 6)
    base = case.some(700, 2000)
    return Paper(
        "LOG-TFO",
        None,
        "MINISTÈRE DE L'ACTION ET DES COMPTES PUBLICS",
        f"Taxe foncière {year} – avis d'imposition",
        (
            Fields(
                (
                    ("Total à acquitter", f"{round(base * 0.52)} €"),
                    ("Majoration de 10 % après le", f"15/10/{year}"),
                    ("TIP SEPA", "joint"),
                    ("Redevable", case.who.full),
                )
            ),
            Text(
                "Le centre encaisseur et le mode de règlement (TIP, prélèvement à l'échéance, chèque) sont indiqués "
                "sur le talon. Ne rien inscrire sous le trait."
            ),
            Leaf(),
            Table(
                (
                    ("Propriétés bâties", "Commune", "Département", "Interco"),
                    ("Taux", "21,40 %", "19,36 %", "2,05 %"),
                    ("Adresse", case.home.rue[:14], "", ""),
                    ("Base", *(str(base),) * 3),
                    ("Cotisation", *(str(round(base * x)) for x in (0.214, 0.1936, 0.0205))),
                ),
                (1.4, 1.4, 1.2, 1),
            ),
            Table(
                (
                    ("Ordures ménagères", "Base", "Taux", "Montant"),
                    ("Zone unique", str(base), "10,05 %", str(round(base * 0.1005))),
                ),
                (2, 1, 1, 1),
            ),
            Text(
                "Revalorisation forfaitaire des valeurs locatives. L'imposition est établie au nom du propriétaire "
                "au 1er janvier."
            ),
        ),
        lines=("Centre des finances publiques", case.home.ville),
        references=(f"Identifiant {case.home.fiscal}", f"Rôle {case.number(3)} – Article {case.number(5)}"),
        letter=True,
        numbered=True,
    )


def _online_copy(case: Case) -> Paper:
    year, owner = _year(case), case.who.full
    built, waste = case.some(380, 1300), case.some(80, 260)
    return Paper(
        "LOG-TFO",
        None,
        "impots.gouv.fr",
        case.one(f"Impôts locaux {year} : foncier bâti et non bâti", f"Votre avis {year} – impôt foncier"),
        (
            Text(
                f"Titulaire(s) du droit : {owner}. Copie éditée depuis l'espace Finances publiques ; elle a la même "
                "valeur que l'original."
            ),
            Heading("Combien payer ?"),
            Table(
                (
                    ("Nature", "Euros"),
                    ("Foncier bâti", str(built)),
                    ("Enlèvement des ordures", str(waste)),
                    ("Foncier non bâti", "0"),
                    ("Frais de gestion de la fiscalité locale", "24"),
                    ("À régler", str(built + waste + 24)),
                ),
                (3, 1),
            ),
            Text(f"Paiement en ligne possible jusqu'au 20 octobre {year} minuit, prélèvement le 25."),
            Leaf(),
            Heading("Comment est-ce calculé ?"),
            Text(
                f"Le local situé {case.address}, invariant {case.number(10)}, a une valeur locative cadastrale de "
                f"{built * 4} €. La base est la moitié de cette valeur. On lui applique le taux voté par la commune, "
                "auquel s'ajoute la part transférée du département depuis 2021, puis ceux du groupement et des taxes "
                "spéciales d'équipement."
            ),
            Table(
                (
                    ("Bénéficiaire", "Taux voté", "Montant"),
                    ("Commune", "46,31 %", str(round(built * 0.93))),
                    ("Groupement de communes", "2,80 %", str(round(built * 0.06))),
                    ("Taxe spéciale d'équipement", "0,31 %", "9"),
                ),
                (2, 1, 1),
            ),
            Text(
                "Une erreur ? Déposez une réclamation par la messagerie sécurisée. Taxe sur les logements vacants : "
                "non concerné."
            ),
        ),
        references=(
            f"Votre identifiant fiscal {case.home.fiscal}",
            f"Avis n° {year % 100}.{case.number(2)}.{case.number(8)}",
        ),
        numbered=True,
    )


WRITERS: Writers = {
    "LOG-TFO": to_learn(_recent_notice, _monthly_payer_notice, _online_copy, _older_notice),
}
