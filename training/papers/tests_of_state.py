"""Papers of the State, to test on: a residence permit under study, the right to housing claimed and granted."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _study_goes_on(case: Case) -> Paper:
    who = case.who
    begun, ends = case.short(2, 20), case.ahead(60, 100)
    nation = case.one("MAR", "SEN", "CIV", "TUN") if who.nation == "FRA" else who.nation
    return Paper(
        "SEJ-ANF",
        "D",
        "MINISTÈRE DE L'INTÉRIEUR",
        case.one(
            "Attestation de prolongation d'instruction d'une demande de titre de séjour",
            "Attestation de prolongation de l'instruction d'une demande de renouvellement de titre",
        ),
        (
            Fields(
                (
                    ("Numéro de demande", f"{case.number(4)}{case.number(6)}"),
                    ("Numéro étranger", f"{case.number(10)}"),
                    ("Nom", who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("Nationalité", nation),
                    ("Adresse déclarée", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                )
            ),
            Text(
                f"Le ministre de l'intérieur atteste que {case.named(who)} a déposé le {case.short(90, 150)}, au moyen "
                "du téléservice, une demande de renouvellement de titre de séjour, portant la mention « "
                f"{case.one('vie privée et familiale', 'salarié', 'résident')} », qui est en cours d'instruction par "
                "la préfecture compétente."
            ),
            Fields((("Attestation valable du", begun), ("au", ends))),
            *texts(
                "Présentée avec le titre de séjour expiré ou le passeport de l'intéressé, elle l'autorise à se "
                "maintenir en France pendant la durée indiquée. Elle lui permet de justifier de la régularité de son "
                "séjour et de conserver les droits attachés au titre précédent, dont celui "
                f"{case.one('de travailler', 'au travail')}.",
                "Elle ne préjuge pas de la décision prise à l'issue de l'instruction et peut être renouvelée. Elle "
                "est délivrée en application de l'article R. 431-15-1 du code de l'entrée et du séjour des étrangers "
                "et du droit d'asile. Toute fraude expose à des sanctions.",
                "Son authenticité se vérifie à l'aide du code imprimé ci-contre ou sur le service en ligne.",
            ),
        ),
        lines=("Direction générale des étrangers en France", "Administration numérique pour les étrangers en France"),
        subtitle=f"Délivrée par voie dématérialisée le {begun}",
    )


_WARNED = (
    Text("INFORMATIONS IMPORTANTES", bold=True),
    *texts(
        "Vous devez maintenir votre demande de logement social active et signaler tout changement d'adresse ou de "
        "situation. Le refus d'une offre adaptée vous fait perdre le bénéfice de cette décision.",
        "Si aucune offre ne vous est faite à l'expiration du délai de six mois (trois mois dans certains "
        "départements), vous pouvez saisir le tribunal administratif afin que soit ordonné votre logement, dans les "
        "quatre mois suivants.",
        "Cette décision peut faire l'objet, dans le délai de deux mois, d'un recours pour excès de pouvoir devant le "
        "même tribunal.",
    ),
)


def _recognised_as_urgent(case: Case) -> Paper:
    town = case.commune.title()
    who, day = case.named(case.who), case.long(20, 200)
    return Paper(
        "DAL-DEC",
        None,
        f"PRÉFECTURE - COMMISSION DE MÉDIATION DE {town.upper()}",
        case.one("Décision de la commission de médiation", "Décision - droit au logement opposable"),
        (
            Text(f"Séance du {day}", bold=True),
            *texts(
                "La commission de médiation, régulièrement réunie, le quorum étant atteint,",
                "Vu le code de la construction et de l'habitation, notamment ses articles L. 300-1, L. 441-2-3 et R. "
                "441-14 à R. 441-16-3 ;",
                f"Vu le recours amiable présenté par {who}, enregistré complet le {case.long(210, 320)}, en vue d'une "
                f"offre de logement ; vu la demande de logement social n° {case.home.numero_unique} ;",
                "Considérant que le requérant, de bonne foi, satisfait aux conditions réglementaires d'accès au "
                "logement social et "
                f"{case.one('est dépourvu de logement', 'est logé dans des locaux suroccupés avec enfant mineur')} ;",
                "Considérant qu'aucune proposition adaptée ne lui a été faite dans le délai fixé par l'arrêté "
                "préfectoral ;",
            ),
            Heading("DÉCIDE"),
            *texts(
                f"Article 1er : {who} est {case.who.gendered('reconnue', 'reconnu')} prioritaire et devant être "
                f"{case.who.gendered('logée', 'logé')} d'urgence dans un logement répondant à ses besoins et "
                "capacités.",
                f"Article 2 : le logement proposé sera de type {case.one('T1 ou T2', 'T3', 'T3 ou T4', 'T4')}. La "
                "présente décision est transmise au préfet en vue d'une attribution sur les droits à réservation de "
                "l'État.",
                "Article 3 : le secrétariat de la commission est chargé de notifier la présente décision.",
            ),
            Leaf(),
            *_WARNED,
        ),
        lines=(
            "Direction départementale de l'emploi, du travail et des solidarités",
            "Secrétariat - Bureau du logement",
        ),
        references=(f"N° de recours : {case.number(3)}{case.year - 1}{case.number(6)}",),
        letter=True,
        signer="Le président de la commission de médiation",
    )


def _claim_received(case: Case) -> Paper:
    who, until, came = case.named(case.who), case.ahead(60, 170), case.short(8, 25)
    return Paper(
        "DAL-REC",
        None,
        "SECRÉTARIAT DE LA COMMISSION DE MÉDIATION",
        case.one("Accusé de réception d'un recours amiable", "Accusé de réception de votre recours DALO"),
        (
            Text(f"Dossier n° {case.number(9)} - Recours en vue d'une offre de logement", bold=True),
            *texts(
                f"{case.who.civility},",
                "Vous avez saisi la commission de médiation d'un recours amiable (formulaire cerfa n° 15036) au "
                f"titre du droit au logement opposable. Votre dossier, présenté par {who}, a été reçu le {came} et "
                "enregistré complet à la même date.",
                f"La commission doit se prononcer dans un délai de {case.one('trois', 'six')} mois à compter de cette "
                f"réception, soit avant le {until}. Le silence gardé au-delà de ce délai vaut décision implicite de "
                "rejet.",
            ),
            Fields(
                (
                    ("Numéro unique", case.home.numero_unique),
                    ("Date de réception", came),
                    ("Personnes à loger", str(len(case.home.adults) + len(case.home.enfants))),
                    ("Motif invoqué", case.one("Délai anormalement long", "Dépourvu de logement", "Suroccupation")),
                )
            ),
            *texts(
                "Vous serez informé(e) par courrier de la décision. La commission peut vous demander des précisions "
                "ou faire procéder à une enquête sociale. Il vous est inutile de téléphoner pendant l'instruction.",
                "Le présent accusé de réception ne préjuge pas de la recevabilité du recours ni de la décision de la "
                "commission. En cas de rejet implicite, un recours contentieux peut être formé dans un délai de deux "
                "mois auprès du tribunal administratif. Toute modification de votre situation doit être signalée par "
                "écrit en rappelant le numéro du dossier.",
            ),
        ),
        lines=("Préfecture - Service logement - Droit au logement opposable", "BP 20014"),
        letter=True,
        signer=case.one("Pour le préfet, le secrétariat", "La secrétaire de la commission"),
        seal=("PRÉFECTURE", "COMMISSION"),
    )


WRITERS: Writers = {
    "SEJ-ANF": to_test(_study_goes_on),
    "DAL-DEC": to_test(_recognised_as_urgent),
    "DAL-REC": to_test(_claim_received),
}
