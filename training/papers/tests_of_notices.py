"""Acts that end a lease, never learnt from: notices to leave by owners, orders to pay and to leave, a summons."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.figures import summed
from training.papers.foyer import whole
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_test


def _officer(case: Case) -> tuple[str, tuple[str, ...]]:
    """Return the name and the address lines of a study of bailiffs."""
    name = case.third()
    title = case.one("commissaires de justice associés", "Huissier de justice")
    return f"SELARL {name}", (title, f"8 place du Palais, {case.home.ville}", "Tél. 03 53 01 99 00")


def _owner_sells(case: Case) -> Paper:
    owner = case.third()
    parts = texts(
        "Lettre recommandée avec demande d'avis de réception n° 1A 1" + case.number(2) + " " + case.number(7),
        f"{case.who.civility},",
        f"Vous occupez en qualité de locataire, en vertu d'un bail en date du {case.long(1100, 3200)}, le "
        "logement dont "
        f"je suis propriétaire situé {case.address}.",
        f"Par la présente, et conformément à l'article 15 de la loi n° 89-462 du 6 juillet 1989, je vous donne congé "
        f"pour le {case.ahead(185, 260)}, date d'expiration de votre bail, celui-ci ne sera donc pas renouvelé. Ce "
        "congé est motivé par ma décision de vendre le logement.",
        f"Ce congé vaut offre de vente à votre profit. Le prix de vente est fixé à {whole(case.some(80, 240) * 1000)} "
        "euros, payable comptant le jour de la signature de l'acte authentique. L'offre est valable pendant les deux "
        "premiers mois du délai de préavis. Si vous l'acceptez, vous disposerez de deux mois, portés à quatre en cas "
        "de recours à un prêt, pour réaliser la vente.",
        "Les cinq premiers alinéas du II de l'article 15 de ladite loi sont reproduits au verso. Une notice "
        "d'information relative aux obligations du bailleur et aux voies de recours du locataire est jointe.",
        "Je vous remercie de me faire connaître votre décision et de me proposer une date pour l'état des lieux de "
        "sortie. Je vous prie d'agréer mes salutations distinguées.",
    )
    return Paper(
        "MOT-CON",
        None,
        f"M. ou Mme {owner}",
        case.one("Congé pour vente", "Objet : congé avec offre de vente"),
        parts,
        lines=(f"23 rue des Carmes, {case.home.ville}",),
        letter=True,
        signer=owner,
    )


def _owner_comes_back(case: Case) -> Paper:
    name, lines = _officer(case)
    heir = case.one("sa fille", "son fils", "son ascendant")
    parts = (
        *texts(
            f"L'AN {spelled_day(case.day(5, 60)).upper()}",
            f"À LA DEMANDE DE M. ou Mme {case.third()}, propriétaire, élisant domicile en notre étude.",
            "Nous, commissaire de justice soussigné,",
            f"DONNONS CONGÉ À : {case.named(case.who)}, demeurant {case.address}, locataire, où étant et parlant à : "
            "comme il est dit en fin d'acte.",
            f"D'avoir à quitter et rendre libres de toute occupation, pour le {case.ahead(190, 320)} à minuit, "
            "les lieux "
            f"loués suivant bail sous seing privé du {case.short(1500, 3300)}, venant à expiration à cette date.",
            f"MOTIF : reprise du logement pour l'habiter à titre de résidence principale. Bénéficiaire de la reprise : "
            f"{heir}. Nom et adresse du bénéficiaire : M. ou Mme {case.third()}, 5 rue du Moulin. Lien de parenté : "
            f"ligne directe. Caractère réel et sérieux : mutation dans la région.",
            "Vous êtes tenu de satisfaire aux réparations locatives, de justifier du paiement des contributions et de "
            "remettre les clefs après état des lieux contradictoire. Faute de quoi il sera procédé à votre expulsion "
            "par toutes voies de droit.",
            "RAPPEL DE L'ARTICLE 15-I : lorsqu'il émane du bailleur, le délai de préavis applicable au congé est de "
            "six mois. Pendant ce délai, le locataire n'est redevable du loyer que pour le temps où il a occupé "
            "réellement les lieux.",
        ),
        Fields((("Coût de l'acte, TVA incluse", case.sum(80, 140)),)),
    )
    return Paper(
        "MOT-CON",
        None,
        name,
        case.one("Congé pour reprise", "Congé par le bailleur – reprise pour habiter"),
        parts,
        lines=lines,
        references=(f"MD : {case.number(6)}",),
        signer="Commissaire de justice",
        seal=("COMMISSAIRE", "DE JUSTICE"),
    )


def _order_to_pay(case: Case) -> Paper:
    name, lines = _officer(case)
    rows, total = summed(
        case,
        ("Arriéré de loyers et charges", 900, 5200),
        ("Terme en cours", 380, 690),
        ("Frais de procédure", 0, 60),
        ("Droit proportionnel A 444-31", 12, 40),
        ("Coût du présent acte", 90, 165),
    )
    parts = (
        *texts(
            f"LE {spelled_day(case.day(3, 90)).upper()}",
            f"À LA REQUÊTE DE : {case.home.bailleur}, agissant poursuites et diligences de ses représentants légaux,",
            f"À : {case.named(case.who)}, demeurant {case.address}.",
            f"Agissant en vertu d'un bail d'habitation en date du {case.short(500, 2500)}, contenant une clause "
            "résolutoire dont copie est annexée,",
            "JE VOUS FAIS COMMANDEMENT DE PAYER dans le délai de deux mois (six semaines pour les baux conclus depuis "
            "le 29 juillet 2023) les sommes suivantes :",
        ),
        Table((("Décompte", "Montant"), *rows, ("TOTAL DÛ sauf mémoire", case.amount(total))), (3, 1)),
        Text(
            "Vous pouvez saisir le Fonds de solidarité pour le logement du département ainsi que le juge des "
            "contentieux de la protection aux fins de demander un délai de grâce sur le fondement de l'article "
            "1343-5 du code civil.",
            bold=True,
        ),
        Heading("Avertissement"),
        *texts(
            "Faute de vous être acquitté dans ce délai de la totalité de la somme ci-dessus, le bailleur se prévaudra "
            "de la clause résolutoire insérée au bail et saisira le juge pour faire constater sa résiliation, ordonner "
            "votre expulsion et vous voir condamner au paiement d'une indemnité d'occupation.",
            "Vous êtes en outre sommé(e) de justifier de l'assurance contre les risques locatifs dans le délai d'un "
            "mois, en application de l'article 7 g de la loi du 6 juillet 1989.",
        ),
        *_how_it_was_served(case),
    )
    return Paper(
        "MOT-CDP",
        None,
        name,
        case.one("Commandement de payer les loyers", "Commandement de payer visant la clause résolutoire"),
        parts,
        lines=lines,
        references=(f"Dossier : {case.number(5)}/LOC", "EXPÉDITION"),
        signer="L'officier ministériel",
        seal=("ÉTUDE", "COPIE"),
        numbered=True,
    )


def _how_it_was_served(case: Case) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Modalités de remise de l'acte"),
        Text(
            f"La signification a été faite {case.one('à personne', 'à domicile', 'à étude')}, dans les conditions "
            "indiquées ci-dessous. N'ayant pu, lors de mon passage, avoir de précisions sur le lieu où rencontrer le "
            "destinataire et personne ne pouvant recevoir l'acte, un avis de passage a été laissé au domicile. La "
            "lettre prévue par l'article 658 du code de procédure civile a été adressée le premier jour ouvrable."
        ),
        Heading("Clause résolutoire (reproduction)"),
        Text(
            "« À défaut de paiement intégral à son échéance d'un seul terme de loyer et charges et deux mois après un "
            "commandement resté infructueux, le présent bail sera résilié de plein droit si bon semble au bailleur. »"
        ),
    )


def _order_to_leave(case: Case) -> Paper:
    name, lines = _officer(case)
    parts = texts(
        f"L'an {spelled_day(case.day(3, 60))},",
        f"À la demande de {case.home.bailleur}, demeurant ou ayant son siège à {case.commune.title()},",
        f"Et en vertu de {case.one('la grosse en forme exécutoire d’un jugement', 'une ordonnance de référé')} "
        "rendu(e) "
        f"par le juge des contentieux de la protection le {case.short(70, 300)}, précédemment signifié(e),",
        f"J'ai, soussigné, fait commandement à {case.named(case.who)}, demeurant {case.address}, et à tous occupants "
        "de son chef,",
        f"DE QUITTER LES LIEUX ET D'EN REMETTRE LES CLEFS au plus tard le {case.ahead(60, 66)}, passé lequel délai de "
        "deux mois, il pourra être procédé à l'expulsion, au besoin avec l'assistance de la force publique et d'un "
        "serrurier.",
        "Les demandes de délais et toutes demandes relatives à l'exécution du présent commandement doivent être "
        f"portées devant le juge de l'exécution du tribunal judiciaire de {case.commune.title()}.",
        "Article L. 412-1 du code des procédures civiles d'exécution : si l'expulsion porte sur un lieu habité par la "
        "personne expulsée, elle ne peut avoir lieu qu'à l'expiration d'un délai de deux mois qui suit le "
        "commandement. "
        "Article L. 412-6 : il est sursis à toute mesure d'expulsion entre le 1er novembre et le 31 mars.",
        "Vous pouvez saisir la commission de médiation du département en vue d'une offre de logement, ainsi que le "
        "service intégré de l'accueil et de l'orientation (SIAO). Copie du présent acte est adressée au préfet.",
        f"Coût : {case.sum(70, 120)} (dont SCT 7,67 et TVA 20 %). Lettre : 1,55.",
    )
    return Paper(
        "MOT-CQL",
        None,
        name,
        "Commandement de quitter les lieux",
        parts,
        lines=lines,
        references=(f"Réf. étude : {case.number(6)}",),
        signer="Maître " + case.third(),
        seal=("COMMISSAIRE", "DE JUSTICE"),
    )


def _summons_before_a_judge(case: Case) -> Paper:
    name, lines = _officer(case)
    owed = float(case.some(1400, 7800))
    parts = (
        *texts(
            f"L'AN {spelled_day(case.day(20, 120)).upper()}",
            f"À LA DEMANDE DE {case.home.bailleur}, ayant pour avocat Maître {case.third()}, avocat au barreau,",
            f"J'AI DONNÉ ASSIGNATION À {case.named(case.who)}, demeurant {case.address},",
            f"À COMPARAÎTRE le {case.ahead(60, 150)} à {case.one('9 heures', '14 heures')}, à l'audience du juge des "
            f"contentieux de la protection du tribunal judiciaire de {case.commune.title()}, salle B.",
        ),
        Text("TRÈS IMPORTANT", bold=True),
        *texts(
            "Vous devez comparaître en personne ou vous faire assister ou représenter par un avocat, votre conjoint, "
            "concubin, partenaire de PACS, un parent ou allié, ou une personne exclusivement attachée à votre service. "
            "À défaut, vous vous exposez à ce qu'un jugement soit rendu contre vous sur les seuls éléments fournis par "
            "votre adversaire. Un diagnostic social et financier vous sera proposé avant l'audience.",
        ),
        Heading("PLAISE AU JUGE"),
        *texts(
            f"Par acte sous seing privé du {case.long(700, 2400)}, le requérant a donné à bail un local à usage "
            f"d'habitation moyennant un loyer mensuel de {case.amount(case.home.loyer)}. Les loyers n'ont pas été "
            f"réglés. Un commandement du {case.short(130, 220)} est demeuré sans effet ; la CCAPEX en a été avisée. "
            f"La dette s'élève à {case.amount(owed)} selon décompte joint.",
            "PAR CES MOTIFS : constater l'acquisition de la clause résolutoire ; ordonner l'expulsion du requis et de "
            f"tous occupants de son chef ; le condamner à payer {case.amount(owed)}, une indemnité mensuelle "
            "d'occupation égale au loyer et 400 euros au titre de l'article 700 du code de procédure civile.",
            "SOUS TOUTES RÉSERVES. Pièces : bail, commandement, décompte, notification à la préfecture.",
        ),
    )
    return Paper(
        "MOT-ASS",
        None,
        name,
        case.one("Assignation en référé", "Assignation devant le juge des contentieux de la protection"),
        parts,
        lines=lines,
        references=("Second original",),
        signer="L'huissier instrumentaire",
        seal=("ÉTUDE", case.commune),
        numbered=True,
    )


WRITERS: Writers = {
    "MOT-CON": to_test(_owner_sells, _owner_comes_back),
    "MOT-CDP": to_test(_order_to_pay),
    "MOT-CQL": to_test(_order_to_leave),
    "MOT-ASS": to_test(_summons_before_a_judge),
}
