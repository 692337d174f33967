"""More ways in which bailiffs' acts are worded: orders to pay, summonses, orders to leave."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.several import several
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_learn

PAY, SUMMONS, LEAVE = "MOT-CDP", "MOT-ASS", "MOT-CQL"
OFFICE = ("SCP d'huissiers de justice", "Etude de commissaires de justice", "SELARL ACTA-VAL", "HUISSIERS DE L'EST")


def _office(case: Case) -> str:
    return case.one(*OFFICE, f"Maître {case.third()}")


def _solemn_order_to_pay(case: Case) -> Paper:
    day = case.day(2, 60)
    rows, total = summed(
        case,
        (case.one("Arriéré locatif", "Loyers échus", "Principal"), 800, 5200),
        ("Clause pénale", 0, 300),
        (case.one("Coût du présent acte", "Coût acte A444-15", "Emolument HT"), 70, 160),
    )
    return Paper(
        PAY,
        None,
        _office(case),
        case.one("Commandement de payer des loyers", "Commandement", "Commandement aux fins de résiliation de bail"),
        (
            *texts(
                f"L'AN {spelled(day.year).upper()} {case.one('ET LE', 'et le')} {day:%d/%m/%Y}",
                f"A la demande de {case.home.bailleur}, {case.one('bailleur', 'propriétaire', 'créancier')}, nous, "
                f"{case.one('huissier', 'commissaire')} de justice, avons fait commandement à {case.named(case.who)}, "
                f"demeurant {case.address}, de {case.one('payer sans délai', 'régler dans les deux mois', 'verser')} :",
            ),
            Table((("Somme due", "Euros"), *rows, ("TOTAL sauf mémoire", case.amount(total))), (3, 1)),
            *several(
                case,
                3,
                "Le bailleur entend se prévaloir de la clause résolutoire insérée au bail, laquelle jouera de plein "
                "droit faute de règlement intégral dans le délai imparti.",
                "Le débiteur peut saisir le fonds de solidarité pour le logement du département, dont l'adresse suit, "
                "aux fins d'aide financière.",
                "Vous pouvez demander au juge des délais de grâce (article 1343-5 du code civil).",
                "Article 24 de la loi du 6 juillet 1989 : toute clause prévoyant la résiliation de plein droit ne "
                "produit effet que deux mois (six semaines) après un commandement de payer demeuré infructueux.",
            ),
            Text(case.one("Acte remis à l'étude, avis de passage laissé.", "Remis à personne.", "Remis à domicile.")),
        ),
        references=(f"Réf. {case.number(6)} - {case.one('MD', 'CP', 'AB')}",),
        numbered=case.one("o", "n") == "o",
    )


def _modern_order_to_pay(case: Case) -> Paper:
    due = case.sum(700, 4800)
    return Paper(
        PAY,
        None,
        _office(case),
        case.one(
            "Vous devez payer",
            "Commandement de payer visant la clause résolutoire",
            "Acte de commissaire de justice : loyers impayés",
        ),
        (
            Heading(case.one("Qui vous le demande ?", "Le créancier", "DEMANDEUR")),
            Text(f"{case.home.bailleur}, en vertu d'un bail du {case.long(400, 3000)}."),
            Heading(case.one("Combien ?", "La dette", "DECOMPTE")),
            Table((("Mois impayé", "Reste dû"), *monthly(case, case.some(2, 5), case.home.loyer)), (2, 1)),
            Text(f"Soit {due} en principal, outre les frais d'acte. Destinataire : {case.named(case.who)}."),
            Heading(case.one("Dans quel délai ?", "Ce qui peut arriver", "AVERTISSEMENT")),
            *several(
                case,
                2,
                "Six semaines à compter de cet acte ; passé ce délai le bail est résilié et l'expulsion demandée.",
                "Vous avez deux mois pour payer. A défaut le bailleur saisira le tribunal judiciaire.",
                "Adressez-vous à l'ADIL, au FSL ou à un travailleur social ; une aide juridictionnelle est possible.",
            ),
            Text("Les causes du présent commandement sont arrêtées à ce jour, sous réserve des loyers à échoir."),
        ),
        lines=("Tél. 03 99 00 22 33 - paiement par CB sur le site",),
        signer="Le commissaire de justice",
    )


def _order_with_guarantor(case: Case) -> Paper:
    return Paper(
        PAY,
        None,
        _office(case),
        case.one(
            "Commandement de payer et de justifier d'une assurance",
            "Commandement à locataire",
            "Signification d'un commandement",
        ),
        (
            Fields(
                (
                    (case.one("Requérant", "Bailleur"), case.home.bailleur),
                    (case.one("Requis", "Débiteur", "Locataire"), case.named(case.adult())),
                    ("Caution", case.third()),
                    ("Lieux loués", case.home.rue),
                    (case.one("Montant réclamé", "Causes"), case.sum(900, 6000)),
                    ("Dont frais", case.sum(60, 190)),
                )
            ),
            *several(
                case,
                3,
                "TRES IMPORTANT : faute de paiement sous deux mois, la résiliation sera acquise au bailleur.",
                "Il est également fait sommation de justifier, sous un mois, de l'assurance des risques locatifs.",
                "Le présent acte est dénoncé à la caution sous quinzaine et signalé à la CCAPEX.",
                "Vous pouvez contester la dette devant le juge des contentieux de la protection.",
                "Tarif : article A. 444-31 du code de commerce. TVA 20 %. Taxe forfaitaire comprise.",
            ),
        ),
        foot="Coût : art. R. 444-3 C. com. - 2 feuilles - copie",
    )


def _letter_announcing_act(case: Case) -> Paper:
    return Paper(
        PAY,
        None,
        _office(case),
        case.one("Avis de passage et copie d'acte", "Article 658 du code de procédure civile", "Dernier avis"),
        (
            *texts(
                f"{case.named(case.who)},",
                f"Un commandement de payer vous a été signifié ce {case.long(2, 20)} à la requête de "
                f"{case.home.bailleur} pour un montant de {case.sum(500, 5000)} au titre des loyers et charges.",
            ),
            *several(
                case,
                2,
                "La copie de l'acte vous attend, sous enveloppe fermée, à notre étude pendant trois mois.",
                "Ce commandement vise la clause résolutoire du bail : sans règlement, vous serez assigné.",
                "Un échéancier reste possible si vous nous appelez sans tarder, muni de vos relevés.",
            ),
        ),
        letter=True,
        signer=case.one("L'huissier de justice", "Le clerc habilité"),
    )


def _summons_before_judge(case: Case) -> Paper:
    court = case.one("tribunal judiciaire", "tribunal d'instance", "tribunal de proximité", "juge des référés")
    return Paper(
        SUMMONS,
        None,
        _office(case),
        case.one("Assignation", f"Assignation au {court}", "Citation à comparaître", "Assignation en résiliation"),
        (
            *texts(
                f"L'an {spelled_day(case.day(5, 60))}, à la requête de {case.home.bailleur}, ayant pour avocat Maître "
                f"{case.third()}, nous avons donné assignation à {case.named(case.who)}, {case.address},",
                f"d'avoir à {case.one('comparaître', 'se trouver et comparaître')} le {case.ahead()} à "
                f"{case.one('9 h', '9 heures 30', '14 h')} devant le {court}.",
            ),
            Heading(case.one("PLAISE AU TRIBUNAL", "OBJET DE LA DEMANDE", "EXPOSE DES FAITS")),
            *several(
                case,
                3,
                f"Les loyers restent impayés à hauteur de {case.sum(1500, 8000)} malgré commandement.",
                "Voir constater l'acquisition de la clause résolutoire et ordonner l'expulsion.",
                "Condamner la partie défenderesse à une indemnité d'occupation et aux dépens.",
                "La présente a été notifiée au préfet deux mois avant l'audience.",
            ),
            Text("Si vous ne comparaissez pas, un jugement peut être rendu sur les seuls éléments de l'adversaire."),
        ),
        numbered=True,
    )


def _summons_in_summary_form(case: Case) -> Paper:
    return Paper(
        SUMMONS,
        None,
        case.one("GREFFE DU TRIBUNAL", *OFFICE),
        case.one("Convocation à l'audience d'expulsion", "Assignation en référé", "Vous êtes assigné en justice"),
        (
            Fields(
                (
                    ("Demandeur", case.home.bailleur),
                    ("Défendeur", case.named(case.adult())),
                    ("Audience", f"{case.ahead(30, 150)} - {case.one('salle 2', '9 h 00', 'JCP')}"),
                    ("Affaire", case.one("impayés de loyer", "troubles de jouissance", "congé / maintien")),
                )
            ),
            *several(
                case,
                2,
                "Venez à l'audience, seul ou assisté d'un avocat ; vous pouvez demander l'aide juridictionnelle.",
                "Un diagnostic social et financier vous sera proposé avant l'audience.",
                "Le demandeur sollicite la résiliation, votre expulsion et le paiement de l'arriéré.",
                "Pièces : bail, commandement, décompte, saisine de la CCAPEX.",
            ),
        ),
        references=(f"RG {case.number(2)}/{case.number(5)}",),
    )


def _summons_of_landlord_lawyer(case: Case) -> Paper:
    return Paper(
        SUMMONS,
        None,
        f"Cabinet d'avocats {case.third()}",
        case.one("Projet d'assignation et pièces", "Assignation à bref délai", "Assignation devant le JCP"),
        (
            *texts(f"POUR : {case.home.bailleur}", f"CONTRE : {case.named(case.who)}"),
            *several(
                case,
                3,
                "I. Le bail a pris fin par l'effet du congé ; l'occupant est sans droit ni titre.",
                "II. La dette locative n'a cessé de croître depuis le commandement resté vain.",
                "III. Par ces motifs : expulser, au besoin avec la force publique, et condamner à l'article 700.",
                f"Signifié par huissier, {case.one('à étude', 'à personne', 'PV 659')}, le {case.short()}.",
            ),
        ),
        numbered=True,
    )


def _order_to_leave(case: Case) -> Paper:
    return Paper(
        LEAVE,
        None,
        _office(case),
        case.one(
            "Commandement de quitter les lieux",
            "Commandement de libérer les locaux",
            "Commandement d'avoir à vider les lieux",
        ),
        (
            *texts(
                f"Agissant en vertu d'{case.one('un jugement', 'une ordonnance de référé')} du {case.long(30, 200)}, "
                f"à la demande de {case.home.bailleur}, je vous fais commandement, {case.named(case.who)}, de quitter "
                f"{case.address}, au plus tard le {case.ahead(40, 75)}.",
            ),
            *several(
                case,
                3,
                "A défaut il sera procédé à l'expulsion, avec l'assistance de la force publique et d'un serrurier.",
                "Les meubles laissés sur place seront entreposés ou abandonnés.",
                "Il est sursis à toute expulsion du 1er novembre au 31 mars, sauf exceptions.",
                "Des délais peuvent être demandés au juge de l'exécution (L. 412-3 CPCE).",
            ),
        ),
        signer=case.one("", "Maître " + case.third()),
    )


def _police_help_granted(case: Case) -> Paper:
    return Paper(
        LEAVE,
        None,
        case.one("PREFECTURE - BUREAU DES EXPULSIONS", "SOUS-PREFECTURE", "COMMISSARIAT CENTRAL"),
        case.one("Octroi du concours de la force publique", "Expulsion locative : avis", "Mise en demeure de partir"),
        several(
            case,
            3,
            f"{case.named(case.who)}, votre expulsion du {case.address} est autorisée dès le {case.ahead(5, 40)}.",
            "J'ai accordé le concours de la force publique à l'huissier chargé d'exécuter la décision de justice.",
            "Sans départ volontaire, la police interviendra. Prenez contact avec le 115 et votre mairie.",
            "Le commandement d'avoir à libérer les lieux est demeuré sans effet depuis plus de deux mois.",
        ),
        letter=True,
        signer="Pour le préfet",
    )


def _attempt_to_evict(case: Case) -> Paper:
    return Paper(
        LEAVE,
        None,
        _office(case),
        case.one("Procès-verbal de tentative d'expulsion", "Itératif commandement", "Réquisition de la force publique"),
        (
            Text(f"Me présentant {case.address}, j'ai rencontré {case.named(case.adult())}, qui refuse de partir."),
            *several(
                case,
                2,
                f"J'ai rappelé le commandement de quitter les lieux délivré le {case.short(60, 150)}.",
                "J'ai constaté que les lieux étaient encore occupés et meublés ; j'ai requis l'autorité publique.",
                f"Coût de l'acte : {case.sum(80, 200)}.",
            ),
        ),
    )


WRITERS: Writers = {
    PAY: to_learn(_solemn_order_to_pay, _modern_order_to_pay, _order_with_guarantor, _letter_announcing_act),
    SUMMONS: to_learn(_summons_before_judge, _summons_in_summary_form, _summons_of_landlord_lawyer),
    LEAVE: to_learn(_order_to_leave, _police_help_granted, _attempt_to_evict),
}
