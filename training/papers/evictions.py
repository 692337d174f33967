"""Judgments that order an eviction (MOT-JEX)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Text
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

PEOPLE = "RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS"


def _parties(case: Case) -> tuple[Part, ...]:
    who = case.who
    return (
        Text("ENTRE", bold=True),
        Text(
            f"DEMANDEUR : {case.home.bailleur}, {case.one('représenté', 'comparant')} par Maître {case.third()}, "
            "avocat,"
        ),
        Text("ET", bold=True),
        Text(
            f"{who.gendered('DÉFENDERESSE', 'DÉFENDEUR')} : {case.known(who)}, demeurant {case.address}, "
            f"{case.one('comparant en personne', 'non comparant, ni représenté')}."
        ),
    )


def _ruling_on_eviction(case: Case, who: Someone) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Motifs"),
        *texts(
            (
                "L'occupation postérieure à la résiliation est sans droit ni titre. Il y a lieu d'ordonner "
                f"l'expulsion de l'{who.gendered('occupante', 'occupant')} à défaut de départ volontaire."
            ),
            (
                "Aucune circonstance ne justifie de réduire ou supprimer le délai de deux mois prévu par "
                "l'article L. 412-1 du code des procédures civiles d'exécution."
            ),
        ),
        Heading("PAR CES MOTIFS"),
        *texts(
            "Le tribunal, statuant publiquement par décision mise à disposition au greffe, en premier ressort :",
            (
                f"ORDONNE L'EXPULSION de {case.named(who)} et de tous occupants de son chef du logement situé "
                f"{case.address}, avec le concours de la force publique s'il y a lieu ;"
            ),
            (
                f"FIXE l'indemnité d'occupation mensuelle à {case.amount(case.home.loyer)} et condamne au "
                f"paiement de {case.sum(1000, 9000)} ;"
            ),
            "DIT que le sort des meubles sera réglé selon les articles L. 433-1 et suivants du même code ;",
            "DIT n'y avoir lieu à article 700 ; ordonne la notification au préfet ; condamne aux dépens.",
        ),
    )


def _eviction_judgment(case: Case) -> Paper:
    fault = case.one("ne règle plus ses loyers", "trouble le voisinage", "se maintient malgré le congé délivré")
    who = case.who
    return Paper(
        "MOT-JEX",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        case.one("Jugement", "Jugement d'expulsion", "Jugement réputé contradictoire"),
        (
            Text(PEOPLE, bold=True),
            Text(
                f"Audience publique du {spelled_day(case.day(20, 200))}, tenue par {case.third()}, juge des "
                "contentieux de la protection."
            ),
            *_parties(case),
            Heading("Faits et procédure"),
            *texts(
                (
                    f"Le logement a été donné à bail le {case.long(900, 3000)}. Le bailleur soutient que "
                    f"{who.gendered('la locataire', 'le locataire')} "
                    f"{fault}. "
                    f"Assignation a été délivrée le {case.long(150, 260)} et dénoncée au représentant de l'État."
                ),
                (
                    f"Bien que régulièrement {who.gendered('citée', 'cité')}, {case.named(who)} n'a produit aucun "
                    "justificatif. L'affaire a été mise en délibéré par mise à disposition au greffe."
                ),
            ),
            *_ruling_on_eviction(case, who),
        ),
        lines=("Pôle de proximité",),
        references=(
            f"N° RG {case.year % 100}/{case.number(5)}",
            f"N° Portalis DB{case.number(2)}-W-B7I-{case.number(4)}",
        ),
        signer="La greffière – Le président",
        seal=("TRIBUNAL", "JUDICIAIRE"),
        numbered=case.some(0, 1) == 1,
    )


def _interim_order(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-JEX",
        None,
        f"Tribunal judiciaire de {case.commune.title()}",
        case.one("Ordonnance de référé expulsion", "Ordonnance de référé", "Ordonnance d'expulsion"),
        (
            Text(PEOPLE, bold=True),
            Fields(
                (
                    ("Date", case.long(15, 150)),
                    ("Requérant", case.home.bailleur),
                    ("Défendeur", case.named(who)),
                    ("Nature de l'affaire", "Demande d'expulsion"),
                )
            ),
            Text(
                f"Nous, {case.third()}, juge des référés, assisté du greffier, après avoir entendu les parties à "
                f"notre audience du {case.long(160, 210)}, avons rendu l'ordonnance suivante."
            ),
            Text(
                "Vu l'assignation ; vu l'article 834 du code de procédure civile ; vu le bail du "
                f"{case.short(500, 2500)} et le commandement resté sans effet pendant deux mois ; attendu que "
                "l'obligation n'est pas sérieusement contestable ;"
            ),
            Leaf(),
            Text("PAR CES MOTIFS", bold=True),
            *texts(
                "Au principal, renvoyons les parties à se pourvoir ; au provisoire, vu l'urgence,",
                (
                    f"Constatons que le bail est résilié et que {case.named(who)} est "
                    f"{who.gendered('occupante', 'occupant')} sans droit ni titre ;"
                ),
                (
                    "Ordonnons son expulsion ainsi que celle de tout occupant de son chef, faute d'avoir quitté les "
                    "lieux dans les deux mois du commandement, au besoin avec l'assistance de la force publique et "
                    "d'un serrurier ;"
                ),
                (
                    f"Condamnons à titre provisionnel au paiement de {case.sum(900, 7000)}, avec intérêts au taux "
                    "légal ; rappelons que l'ordonnance est exécutoire de droit."
                ),
            ),
        ),
        lines=("Référés", "Palais de justice"),
        references=(f"RG : {case.number(2)}/{case.number(5)}", f"Ordonnance n° {case.number(3)}"),
        signer="Le greffier – Le juge des référés",
        seal=("GREFFE",),
    )


def _plain_copy_of_judgment(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-JEX",
        None,
        "COUR D'APPEL – TRIBUNAL D'INSTANCE",
        case.one("Extrait des minutes du greffe", "Grosse – Jugement civil"),
        (
            Text(PEOPLE),
            Text(f"Jugement du {spelled_day(case.day(30, 400))}. Objet : bail d'habitation, expulsion."),
            Text(
                f"Partie demanderesse : {case.home.bailleur}. Partie défenderesse : {case.known(who)}, {case.home.rue}."
            ),
            Text("SUR QUOI, LE TRIBUNAL", bold=True),
            *texts(
                "Attendu que la demande en paiement et en libération des lieux est régulière en la forme ;",
                (
                    f"Attendu qu'il résulte des pièces que le défendeur reste devoir {case.sum(1200, 9500)} au titre "
                    "des loyers, charges et indemnités ;"
                ),
                (
                    "Attendu que sa situation ne permet pas d'apurer l'arriéré sur trente-six mois ; que la "
                    "commission de surendettement n'a pas été saisie ;"
                ),
            ),
            Leaf(),
            Text("DÉCIDE", bold=True),
            *texts(
                "Article premier : le contrat de location est rompu aux torts du preneur.",
                (
                    f"Article 2 : {case.named(who)} devra rendre les lieux libres de ses biens ; passé ce délai son "
                    "expulsion est ordonnée, en la forme ordinaire, commissaire de police et serrurier requis."
                ),
                (
                    f"Article 3 : une indemnité de {case.amount(case.home.loyer)} sera due chaque mois jusqu'à la "
                    "remise des clefs."
                ),
                "Article 4 : exécution provisoire. Dépens à la charge de la partie perdante.",
            ),
            Text(
                "En conséquence, la République française mande et ordonne à tous huissiers de justice, sur ce "
                "requis, de mettre ledit jugement à exécution, aux procureurs d'y tenir la main, à tous commandants "
                "et officiers de la force publique de prêter main-forte."
            ),
        ),
        references=(f"R.G. n° 11-{case.year % 100}-{case.number(6)}",),
        signer="Le greffier en chef",
        seal=("TRIBUNAL", "GREFFE"),
        numbered=True,
    )


def _plain_ruling(case: Case, who: Someone) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("4. Dispositif"),
        *texts(
            "Le juge chargé des contentieux de la protection, publiquement et contradictoirement :",
            "– déclare l'action recevable, la préfecture ayant été avisée ;",
            (
                f"– ordonne à {case.named(who)} de vider les lieux dans les deux mois de la signification d'un "
                "commandement ;"
            ),
            (
                "– autorise, faute de départ spontané, son expulsion, la force publique pouvant être requise, "
                "et le séquestre du mobilier ;"
            ),
            ("– alloue une indemnité d'occupation, écarte le surplus des prétentions et laisse les frais à sa charge."),
        ),
        Text("Voie de recours : appel dans le mois, par avocat."),
    )


def _decision_by_summary(case: Case) -> Paper:
    excuse = case.one("une perte d'emploi", "une séparation", "des problèmes de santé")
    who = case.who
    return Paper(
        "MOT-JEX",
        None,
        f"Tribunal de proximité de {case.commune.title()}",
        case.one(
            "Décision relative à un logement occupé",
            "Décision civile – contentieux locatif",
            "Jugement : libération du logement",
        ),
        (
            Text(PEOPLE),
            Fields(
                (
                    ("Affaire", f"{case.home.bailleur.split(' ', 1)[-1]} c/ {who.nom.upper()}"),
                    ("Débats", case.short(120, 200)),
                    ("Délibéré", case.short(20, 100)),
                    ("Copie exécutoire", case.short(5, 19)),
                )
            ),
            Heading("1. Ce que demande le propriétaire"),
            Text(
                f"Le propriétaire expose que {case.named(who)}, {case.born(who)}, occupe le logement du "
                f"{case.address} depuis {case.year - case.some(3, 9)}. Il réclame {case.sum(1500, 9000)} d'arriérés "
                "et le départ de l'intéressé."
            ),
            Heading("2. Ce que répond l'occupant"),
            Text(
                f"{who.gendered('Elle', 'Il')} invoque {excuse} et demande un an pour partir. "
                "L'enquête sociale est versée aux débats."
            ),
            Heading("3. Ce que retient le juge"),
            Text(
                "La clause de résiliation a produit effet. Les efforts allégués ne sont pas démontrés ; un délai de "
                "grâce serait vain. La bonne foi n'est toutefois pas discutée."
            ),
            *_plain_ruling(case, who),
        ),
        lines=("Chambre des contentieux de la protection",),
        references=(f"Répertoire général {case.number(2)} {case.number(5)}", f"Minute {case.number(4)}"),
        signer="Ont signé : juge et greffier",
        numbered=case.some(0, 1) == 1,
    )


WRITERS: Writers = {
    "MOT-JEX": to_learn(_eviction_judgment, _interim_order, _decision_by_summary, _plain_copy_of_judgment),
}
