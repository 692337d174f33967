"""Landlords who take their home back, by letter or by bailiff (MOT-CON)."""

from __future__ import annotations

from training.papers.acts import in_the_year
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

REGISTERED = "Lettre recommandée avec accusé de réception"


def _notice_to_sell(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-CON",
        None,
        case.home.bailleur,
        case.one("Congé pour vendre", "Congé pour vente", "Congé avec offre de vente"),
        texts(
            f"{who.civility},",
            f"Vous êtes locataire du logement dont je suis propriétaire, situé "
            f"{case.address}, en vertu d'un bail ayant pris effet le {case.long(900, 2500)} et venant à expiration le "
            f"{case.ahead(185, 300)}.",
            "Par la présente, et conformément à l'article 15 de la loi n° 89-462 du 6 juillet 1989, je vous donne "
            "congé pour cette date, dans le respect du préavis de six mois, en raison de ma décision de vendre ce "
            "logement.",
            f"Ce congé vaut offre de vente à votre profit, au prix de {case.sum(80000, 240000)}, payable comptant le "
            "jour de l'acte authentique. Cette offre est valable pendant les deux premiers mois du préavis ; vous "
            "disposez d'un droit de préemption. À défaut d'acceptation, vous serez déchu de tout titre d'occupation.",
            (
                "Vous voudrez bien libérer les lieux au plus tard à l'échéance et me remettre les clés après l'état "
                "des lieux de sortie."
            ),
            "Je vous prie d'agréer mes salutations distinguées.",
        ),
        references=(REGISTERED, f"n° 1A {case.number(3)} {case.number(3)} {case.number(4)} {case.number(1)}"),
        letter=True,
        signer="Le bailleur",
        foot="Article 15-II : les cinq premiers alinéas sont reproduits au verso à peine de nullité.",
    )


def _notice_to_live_there(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-CON",
        None,
        case.one("Cabinet de gestion du Parc", case.home.bailleur),
        case.one("Congé pour reprise", "Notification de congé", "Congé du bailleur"),
        (
            Text(f"Objet : congé donné à {case.named(who)} pour le logement {case.address}", bold=True),
            Text(
                f"{who.civility}, nous vous donnons congé, au nom et pour le compte du bailleur, pour le terme de "
                "votre bail."
            ),
            Fields(
                (
                    ("Bail signé le", case.short(900, 2600)),
                    ("Fin du bail", case.ahead(185, 300)),
                    ("Motif", case.one("reprise pour habiter", "motif légitime et sérieux")),
                    ("Bénéficiaire de la reprise", case.third()),
                    ("Lien avec le bailleur", case.one("fils", "fille", "conjoint", "le bailleur lui-même")),
                )
            ),
            Text(
                "Le caractère réel et sérieux de la reprise tient au retour du bénéficiaire dans la commune pour son "
                "emploi. Pendant le préavis, vous n'êtes redevable du loyer que pour le temps d'occupation effective."
            ),
            Text(
                "Le locataire âgé de plus de 65 ans aux ressources modestes bénéficie d'une offre de relogement "
                "(article 15-III)."
            ),
        ),
        lines=(REGISTERED,),
        letter=True,
        signer="Le mandataire",
    )


def _bailiff_notice(case: Case) -> Paper:
    cause = case.one("la vente du logement libre", "l'habitation personnelle de son fils")
    return Paper(
        "MOT-CON",
        None,
        f"Maître {case.third()}, commissaire de justice",
        case.one("Congé à fin de bail", "Signification d'un congé", "Acte de congé avec refus de renouvellement"),
        (
            Text(in_the_year(case.desk.day).upper()),
            Text(f"À la demande de : {case.home.bailleur}, ayant élu domicile en mon étude, j'ai signifié à :"),
            Text(
                f"{case.known(case.who)}, demeurant {case.address}, parlant à "
                f"{case.one('sa personne', 'son conjoint', 'domicile, avis laissé')} :"
            ),
            Text(
                "QUE mon requérant ne souhaite pas renouveler le bail d'habitation qui vous lie et qu'il y met fin "
                f"pour le {case.ahead(190, 320)} à minuit, date à laquelle vous devrez avoir vidé les lieux de tout "
                "bien et de tout occupant ;"
            ),
            Text(f"QUE la cause en est {cause} ;"),
            Text("QU'à défaut, la justice sera saisie pour voir ordonner votre départ, aux frais de droit."),
            Table(
                (
                    ("Coût de l'acte", "Euros"),
                    ("Émolument", "51,48"),
                    ("Transport", "9,40"),
                    ("TVA", "12,18"),
                    ("Total", "73,06"),
                ),
                (3, 1),
            ),
            Leaf(),
            Heading("Modalités de remise de l'acte"),
            *texts(
                (
                    "Copie remise sous enveloppe fermée ne portant que les nom et adresse du destinataire ; lettre "
                    "simple adressée le même jour."
                ),
                "Notice d'information sur les obligations du bailleur annexée à peine de nullité.",
            ),
        ),
        lines=("Audiencier", case.home.world.villes[1]),
        references=(f"Dossier {case.number(6)}", f"Acte {case.number(5)}"),
        signer="Le commissaire de justice",
        seal=("COMMISSAIRE", "DE JUSTICE"),
    )


def _registered_mail_of_owner(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-CON",
        None,
        case.third(),
        case.one("Fin de votre bail de location", "Non-renouvellement du bail", "Votre préavis de départ"),
        texts(
            f"Chère {who.civility}," if who.sexe == "F" else f"Cher {who.civility},",
            (
                "Comme je vous l'avais annoncé de vive voix, je ne reconduirai pas la location que vous occupez "
                f"{case.home.rue}."
            ),
            case.one(
                (
                    "Ma mère, dont l'état de santé exige qu'elle vive près de nous, viendra s'y installer comme "
                    "dans sa résidence principale."
                ),
                (
                    "Nous mettons la maison en vente et la préférons vide ; vous êtes prioritaire pour l'acheter, "
                    "le prix vous est donné ci-après."
                ),
            ),
            "La loi m'oblige à vous prévenir au moins six mois avant l'échéance : votre contrat s'achève le "
            f"{case.ahead(190, 280)}, vous avez donc jusqu'à cette date pour trouver à vous reloger. Vous pouvez "
            "partir plus tôt sans me devoir les mois suivants.",
            (
                f"Prix de vente éventuel : {case.sum(75000, 210000)} frais d'acte non compris. La notice légale est "
                "jointe."
            ),
            (
                "Le dépôt de garantie vous sera restitué après la visite de sortie. Merci pour le soin que vous "
                "avez pris du logement."
            ),
            "Bien cordialement,",
        ),
        lines=(case.home.world.rues[0], case.home.world.villes[0]),
        references=("Recommandé avec avis de réception",),
        letter=True,
        signer="Le propriétaire",
    )


WRITERS: Writers = {
    "MOT-CON": to_learn(_notice_to_sell, _notice_to_live_there, _registered_mail_of_owner, _bailiff_notice),
}
