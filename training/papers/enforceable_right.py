"""The enforceable right to housing: appeals to the mediation commission and its decisions (DAL-DEC, DAL-REC)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _outcome(case: Case) -> tuple[str, str]:
    """Return what the commission decides, and what follows."""
    return case.desk.rng.choice(
        (
            (
                "RECONNAÎT la demande comme prioritaire et devant être logée d'urgence",
                f"Préconisation : logement de type T{min(5, 2 + len(case.home.enfants))}. Le préfet a six mois "
                "pour proposer une offre adaptée, dont le refus ferait perdre le bénéfice de la présente décision.",
            ),
            (
                "REJETTE le recours, la situation ne caractérisant pas l'urgence",
                "Le logement actuel ne présente pas de danger et le délai anormalement long n'est pas atteint.",
            ),
            (
                "DÉCIDE que le demandeur doit être accueilli dans une structure d'hébergement (DAHO)",
                "Le préfet dispose de six semaines pour proposer un accueil en hébergement ou en résidence sociale.",
            ),
        )
    )


def _decision_of_commission(case: Case) -> Paper:
    ground = case.one(
        "dépourvu de logement et hébergé chez des particuliers",
        "en attente d'un logement social depuis un délai anormalement long",
        "logé dans des locaux sur-occupés avec un enfant mineur",
        "menacé d'expulsion sans relogement",
    )
    outcome, consequence = _outcome(case)
    title = case.one(
        "Décision de la commission de médiation", "Notification – droit au logement opposable", "Droit au logement"
    )
    return Paper(
        "DAL-DEC",
        None,
        "PRÉFECTURE DU DÉPARTEMENT",
        title,
        (
            Text(f"Séance du {case.long(10, 300)} – recours de {case.known(case.who)}", bold=True),
            *texts(
                "La commission de médiation, réunie en application de l'article L. 441-2-3 du code de la construction "
                "et de l'habitation ;",
                f"Vu le recours amiable reçu le {case.long(310, 500)} et la demande de logement social enregistrée "
                f"sous le numéro unique {case.home.numero_unique} ; vu le rapport d'instruction ;",
                f"Considérant que le requérant se prévaut d'être {ground} ; que les pièces versées au dossier "
                f"{case.one('établissent', 'confirment')} la réalité de cette situation ;",
                f"Considérant que la composition du foyer, soit {1 + len(case.home.enfants)} personne(s), et ses "
                f"ressources, {case.amount(case.home.net)} par mois, ouvrent accès au parc social ;",
            ),
            Text(outcome + ".", bold=True),
            *texts(
                consequence,
                "Un recours gracieux peut être adressé au président de la commission, et un recours contentieux formé "
                "devant le tribunal administratif, dans les délais de deux et quatre mois mentionnés au verso.",
            ),
        ),
        lines=("Direction départementale de l'emploi, du travail et des solidarités", "Secrétariat DALO"),
        references=(f"Recours n° {case.home.numero_unique[:2]}{case.year}{case.number(6)}",),
        letter=True,
        signer="Le président de la commission",
        seal=case.desk.rng.choice(((), ("PRÉFECTURE", "DALO"))),
    )


def _form_of_appeal(case: Case) -> Paper:
    who, home = case.who, case.home
    return Paper(
        "DAL-REC",
        None,
        "COMMISSION DE MÉDIATION",
        "Recours amiable en vue d'une offre de logement",
        (
            Text("Droit au logement opposable – article L. 441-2-3, II, du code de la construction et de l'habitation"),
            Heading("1. Demandeur"),
            Filled(
                (
                    ("Nom", who.nom),
                    ("Prénom", who.prenom),
                    ("Adresse", home.rue),
                    ("Commune", home.ville),
                    ("Numéro unique d'enregistrement", home.numero_unique),
                )
            ),
            Heading("2. Motif du recours"),
            Choices(
                (
                    ("je suis dépourvu(e) de logement, hébergé(e) par un particulier", case.some(0, 1) == 1),
                    ("je suis menacé(e) d'expulsion sans relogement", case.some(0, 1) == 1),
                    ("mon logement est impropre à l'habitation, insalubre ou dangereux", False),
                    ("mon logement est sur-occupé et j'ai un enfant mineur à charge", case.some(0, 1) == 1),
                    ("je n'ai reçu aucune proposition dans le délai fixé par le préfet", True),
                )
            ),
            Leaf(),
            Heading("3. Ressources et démarches"),
            Filled(
                (
                    ("Ressources mensuelles du foyer", f"{home.net} euros"),
                    ("Loyer actuel", f"{home.loyer} euros"),
                    ("Organismes déjà saisis", case.one("mairie", "Action Logement", "assistante sociale")),
                    (
                        "Exposé de la situation",
                        case.one("hébergée chez ma soeur", "trop petit pour nous", "bail résilié"),
                    ),
                )
            ),
            Text("Pièces à joindre : identité ou titre de séjour, attestation d'enregistrement, quittance, jugement."),
            Text("J'atteste l'exactitude des renseignements portés et demande à être entendu(e) par la commission."),
        ),
        form=f"cerfa n° 15036*0{case.some(1, 2)}",
        signer="Signature du requérant",
        foot="Toute fausse déclaration expose aux sanctions prévues à l'article 441-7 du code pénal.",
        numbered=True,
    )


def _receipt_of_appeal(case: Case) -> Paper:
    return Paper(
        "DAL-REC",
        None,
        "SECRÉTARIAT DE LA COMMISSION DE MÉDIATION",
        case.one("Accusé de réception du recours amiable", "Accusé de réception – recours DALO"),
        (
            Text(f"{case.who.civility},"),
            *texts(
                f"J'accuse réception du recours amiable que vous avez déposé le {case.long(10, 60)} en vue d'une offre "
                "de logement. Votre dossier est complet ; il a été enregistré à la date indiquée ci-dessous.",
            ),
            Fields(
                (
                    ("Date d'enregistrement", case.short(2, 9)),
                    ("Numéro du recours", case.number(12)),
                    ("Numéro unique", case.home.numero_unique),
                    ("Fin du délai d'instruction", case.ahead(85, 95)),
                )
            ),
            *texts(
                "La commission rendra sa décision dans un délai de trois mois. Le silence gardé à l'issue de ce délai "
                "vaut décision implicite de rejet, contestable devant le tribunal administratif.",
                "Signalez au secrétariat tout changement d'adresse, de composition familiale ou de ressources, et "
                "poursuivez vos démarches auprès des bailleurs. Le présent accusé de réception ne préjuge pas de la "
                "suite donnée à votre recours.",
            ),
        ),
        lines=("Préfecture", "Service hébergement et accès au logement"),
        references=("Affaire suivie par : " + case.third(),),
        letter=True,
        signer="Pour le préfet, la cheffe de service",
    )


WRITERS: Writers = {
    "DAL-DEC": to_learn(_decision_of_commission),
    "DAL-REC": to_learn(_form_of_appeal, _receipt_of_appeal),
}
