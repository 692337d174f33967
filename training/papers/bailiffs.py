"""Orders to pay the rent, served by bailiffs (MOT-CDP)."""

from __future__ import annotations

from training.papers.acts import in_the_year
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn


def _debt(case: Case, heads: tuple[str, str], label: str, cost: str, total: str) -> tuple[tuple[str, str], ...]:
    """Rows of unpaid months, then the cost of the act, then their sum."""
    months, rent = case.some(2, 6), case.home.loyer
    rows = tuple((f"{label} {case.month(back)}", case.amount(rent)) for back in range(months))
    return (heads, *rows, (cost, "96,27 €"), (total, case.amount(rent * months + 96.27)))


def _payment_order(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-CDP",
        None,
        f"SCP {case.third().split(' ', 1)[1]}, commissaires de justice associés",
        case.one("Commandement de payer visant la clause résolutoire", "Commandement de payer les loyers"),
        (
            Text(in_the_year(case.desk.day).upper(), bold=True),
            Text(f"À LA REQUÊTE DE : {case.home.bailleur}, bailleur, élisant domicile en l'étude,"),
            Text(
                f"En vertu d'un bail d'habitation signé le {case.long(400, 2000)} pour le logement situé "
                f"{case.address},"
            ),
            Text(
                f"JE VOUS FAIS COMMANDEMENT, {case.named(who).upper()}, {case.born(who)}, DE PAYER DANS LE DÉLAI DE "
                "DEUX MOIS les sommes suivantes :"
            ),
            Table(_debt(case, ("Désignation", "Somme"), "Loyer et charges", "Coût de l'acte", "TOTAL"), (3, 1)),
            Text(
                "Frais de recouvrement en sus (article A. 444-31 du code de commerce). Décompte arrêté à ce jour, "
                "sous déduction des acomptes."
            ),
            Leaf(),
            Heading("Très important"),
            *texts(
                "Faute pour vous de satisfaire au présent commandement dans ce délai, le bailleur entend se "
                "prévaloir de la CLAUSE RÉSOLUTOIRE insérée au bail et saisir le juge des contentieux de la "
                "protection aux fins de faire constater la résiliation et ordonner votre expulsion.",
                "Vous avez la possibilité de saisir le fonds de solidarité pour le logement (FSL) dont l'adresse est "
                ": conseil départemental, service logement. Vous pouvez aussi demander au juge des délais de "
                "paiement (article 1343-5 du code civil).",
                "Reproduction de l'article 24 de la loi du 6 juillet 1989 et de la clause du bail : « à défaut de "
                "paiement d'un terme, le bail sera résilié de plein droit ».",
                "Copie signalée à la commission de coordination des actions de prévention des expulsions (CCAPEX).",
            ),
        ),
        lines=("Huissiers de justice – Office judiciaire", case.home.world.villes[0]),
        references=(f"Réf. {case.number(6)}/MP", f"Acte n° {case.number(5)}"),
        signer="Le commissaire de justice",
        seal=("COMMISSAIRE", "DE JUSTICE"),
        numbered=case.some(0, 1) == 1,
    )


def _short_payment_order(case: Case) -> Paper:
    return Paper(
        "MOT-CDP",
        None,
        f"{case.third()} – Huissier de justice",
        "Commandement de payer",
        (
            Text(f"Le {case.long(3, 90)}, nous, huissier de justice soussigné, avons fait commandement à :"),
            Fields(
                (
                    ("Débiteur", case.named(case.who)),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Créancier", case.home.bailleur),
                )
            ),
            Text(
                "d'avoir à payer immédiatement et sans délai, entre nos mains, le montant des loyers impayés ci-après :"
            ),
            Table(_debt(case, ("Libellé", "Dû"), "Échéance de", "Coût du présent acte", "Total à payer"), (3, 1)),
            Text(
                "Le présent acte vise la clause résolutoire du contrat de location et vaut mise en demeure. Il "
                "rappelle au locataire que le défaut de justification d'une assurance dans le mois entraîne la même "
                "sanction."
            ),
            Text("Paiements : chèque, virement ou espèces à l'étude, du lundi au vendredi. Rappelez la référence."),
            Text(f"Remise de l'acte : {case.one('à personne', 'à domicile', 'dépôt en étude')}."),
        ),
        lines=("Étude ouverte de 9 h à 12 h", case.home.world.villes[2]),
        references=(f"Dossier {case.number(7)}",),
        signer="L'huissier",
        seal=("HUISSIER", "DE JUSTICE"),
    )


def _insurance_and_rent_order(case: Case) -> Paper:
    return Paper(
        "MOT-CDP",
        None,
        "COMMISSAIRES DE JUSTICE DE L'ORNE",
        case.one("Commandement aux fins de paiement (bail d'habitation)", "Sommation de payer – bail d'habitation"),
        (
            Text(f"Expédition. Acte du {spelled_day(case.desk.day)}.", bold=True),
            Table(
                (
                    ("Qualité", "Identité"),
                    ("Demandeur", case.home.bailleur),
                    ("Signifié à", case.named(case.who)),
                    ("Lieu", case.home.ville),
                ),
                (1, 2.4),
            ),
            Text(
                f"Le demandeur, propriétaire du bien sis {case.home.rue}, constate que le compte du locataire "
                "présente un arriéré :"
            ),
            Table(_debt(case, ("Terme échu", "Arriéré"), "Terme", "Frais d'acte", "Ensemble"), (3, 1)),
            Text(
                "Il vous est ordonné de régler cette dette sous six semaines à compter d'aujourd'hui, délai fixé par "
                "votre bail postérieur à juillet 2023."
            ),
            Leaf(),
            Text("AVERTISSEMENTS LÉGAUX", bold=True),
            *texts(
                (
                    "1. Passé ce terme, le contrat sera rompu automatiquement et le tribunal pourra être saisi d'une "
                    "demande de départ forcé."
                ),
                (
                    "2. Un accompagnement gratuit existe : ADIL, points-justice, fonds de solidarité logement, aide "
                    "juridictionnelle."
                ),
                "3. La présente est portée à la connaissance de la caisse qui verse l'aide au logement.",
            ),
            Table(
                (
                    ("Émoluments", "Art.", "€"),
                    ("Droit fixe", "A444-15", "25,53"),
                    ("Déplacement", "A444-48", "9,40"),
                    ("Taxe", "302 bis", "14,89"),
                ),
                (2, 1, 1),
            ),
        ),
        lines=("Société titulaire d'un office", "Compte affecté CDC"),
        references=(f"MD {case.number(8)}",),
        signer="Le signataire de l'acte",
        numbered=True,
    )


def _payment_order_with_plain_words(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-CDP",
        None,
        f"ÉTUDE DE MAÎTRE {case.third().upper()}",
        case.one("Commandement de régler les loyers arriérés", "Acte de commandement pour dette locative"),
        (
            Text("Vous venez de recevoir un acte important. Lisez-le, ne le jetez pas.", bold=True),
            Heading("Qui vous réclame de l'argent ?"),
            Text(
                f"{case.home.bailleur}, à qui vous louez le logement du {case.address}, suivant contrat du "
                f"{case.short(300, 2400)}."
            ),
            Heading("Combien ?"),
            Table(_debt(case, ("Mois", "Reste dû"), "Impayé de", "Le prix de cet acte", "En tout"), (3, 1)),
            Heading("Que se passe-t-il si vous ne payez pas ?"),
            Text(
                f"{case.named(who)} dispose de deux mois francs. Ensuite la clause résolutoire jouera : le bail "
                "disparaît et le propriétaire peut assigner devant le tribunal judiciaire. Nous agissons comme "
                "officier public et ministériel sur son ordre."
            ),
            Heading("Vers qui se tourner ?"),
            Text(
                "Le service social de votre secteur, le F.S.L., la C.A.F. ou la M.S.A., un avocat. Numéro vert : SOS "
                "loyers impayés."
            ),
            Text(
                f"Signifié le {case.long(2, 60)} à "
                f"{case.one('la personne même', 'un voisin', 'étude, avis de passage en boîte')}. Tarif : décret du "
                "26 février 2016."
            ),
        ),
        lines=("Officier public et ministériel",),
        references=(f"C/{case.number(5)} – {who.nom.upper()}",),
        signer="Maître",
        seal=("OFFICIER", "MINISTÉRIEL"),
    )


WRITERS: Writers = {
    "MOT-CDP": to_learn(
        _payment_order, _short_payment_order, _payment_order_with_plain_words, _insurance_and_rent_order
    ),
}
