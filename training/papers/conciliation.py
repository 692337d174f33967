"""While spouses part: orders and summonses before the divorce, separation from bed and board (FAM-ONC, FAM-SEP)."""

from __future__ import annotations

from training.desk import long_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.kin import former_couple, offspring, wedding
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _order_of_non_conciliation(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day = wedding(case, wife, husband, 2000)
    return Paper(
        "FAM-ONC",
        None,
        f"TRIBUNAL DE GRANDE INSTANCE DE {case.commune}",
        "Ordonnance de non-conciliation",
        (
            Text("RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS", bold=True),
            *texts(
                f"L'an {case.year - case.some(4, 9)}, Nous, {case.third()}, juge aux affaires familiales, assistée du "
                f"greffier, siégeant en chambre du conseil, avons reçu {case.named(wife)}, {case.born(wife)}, et "
                f"{case.named(husband)}, {case.born(husband)}, mariés le {long_date(day)}.",
                "Après avoir entretenu chacun des époux séparément puis ensemble, sans que la présence des avocats fût "
                "requise, nous n'avons pu les concilier. Les époux maintiennent la demande en divorce ; un "
                "procès-verbal d'acceptation du principe de la rupture a été dressé et annexé.",
                "Les avocats ont ensuite été appelés à assister et à participer à l'entretien. Chaque époux a indiqué "
                f"ses ressources : {case.sum(900, 2300)} pour l'une, {case.sum(1100, 2700)} pour l'autre, ainsi que "
                "ses charges courantes, loyer, assurance, cantine et remboursements de crédits.",
                "L'épouse demande la jouissance du logement, où elle vit avec les enfants. L'époux ne s'y oppose pas "
                "mais sollicite un délai, n'ayant pas encore trouvé à se loger malgré une demande au parc social.",
            ),
            Leaf(),
            Heading("PAR CES MOTIFS"),
            *texts(
                "CONSTATONS la non-conciliation ; AUTORISONS les époux à introduire l'instance en divorce ; RAPPELONS "
                "que l'époux qui a présenté la requête peut seul assigner dans les trois mois (article 1113 du code de "
                "procédure civile) ;",
                "Statuant à titre provisoire : AUTORISONS les époux à résider séparément ; ATTRIBUONS à "
                f"{case.named(case.who)} la jouissance du domicile conjugal, à charge pour {case.one('elle', 'lui')} "
                f"d'acquitter le loyer ; ACCORDONS à l'autre époux un délai de {case.some(1, 3)} mois pour partir ;",
                f"FIXONS la résidence des enfants au domicile de la mère ; FIXONS à {case.some(80, 240)} € par enfant "
                "la contribution mensuelle à leur entretien ; DISONS que le père bénéficiera d'un droit de visite et "
                "d'hébergement élargi ; RÉSERVONS les dépens. La présente ordonnance est exécutoire par provision.",
            ),
        ),
        lines=("Cabinet du juge aux affaires familiales",),
        references=(f"N° RG {case.year % 100 - 5:02d}/{case.number(5)}", f"Minute {case.number(4)}"),
        signer="Le greffier          Le juge",
        seal=("GREFFE", f"TGI DE {case.commune}"),
        numbered=True,
    )


def _orientation_order(case: Case) -> Paper:
    wife, husband = former_couple(case)
    names = ", ".join(f"{each.prenom} ({each.naissance.year})" for each in offspring(case))
    return Paper(
        "FAM-ONC",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        case.one("Ordonnance d'orientation et sur mesures provisoires", "Ordonnance sur mesures provisoires – divorce"),
        (
            Fields(
                (
                    ("Demandeur", case.named(husband)),
                    ("Défenderesse", case.named(wife)),
                    ("Audience du", case.long(60, 900)),
                    ("Juge de la mise en état", case.third()),
                )
            ),
            Text(
                f"Vu l'assignation en divorce du {case.long(1000, 1200)} ; vu les articles 254 à 257 du code civil ; "
                f"les époux ont été entendus à l'audience. Enfants mineurs : {names}."
            ),
            Heading("Sur la vie séparée et le logement"),
            Text(
                f"Les époux résident séparément depuis le {case.long(1000, 1500)}. La jouissance du logement familial, "
                f"pris à bail auprès de {case.home.bailleur}, sera attribuée à l'un des époux à titre onéreux ; "
                "l'autre devra quitter les lieux et justifie d'une demande de logement social."
            ),
            Heading("Sur les enfants"),
            Text(
                "L'exercice conjoint de l'autorité parentale n'est pas discuté. La résidence des enfants sera fixée en "
                f"alternance, avec partage des frais de cantine ; pension : {case.some(50, 200)} € par mois."
            ),
            Heading("Sur le devoir de secours"),
            Text(
                "Le devoir de secours subsiste pendant l'instance. Il n'est pas dû de pension à ce titre, les revenus "
                "des époux étant d'un montant voisin et la jouissance du logement compensant l'écart subsistant. Le "
                "partage de la part d'allocations familiales suivra la résidence des enfants."
            ),
            Leaf(),
            Text("Nous, juge de la mise en état, par ordonnance contradictoire susceptible d'appel :", bold=True),
            *texts(
                "CONSTATONS que les époux résident séparément et les autorisons à continuer ;",
                f"ATTRIBUONS à {case.named(case.who)} la jouissance du domicile conjugal et du mobilier ;",
                f"ORDONNONS la remise des vêtements et objets personnels ; DÉSIGNONS {case.named(wife)} pour le "
                f"règlement provisoire du crédit à la consommation ({case.sum(80, 320)} par mois) ;",
                "RENVOYONS l'affaire à l'audience de mise en état électronique pour conclusions sur le fondement du "
                "divorce ; DISONS que les mesures prennent effet à la date de la demande.",
            ),
        ),
        lines=("Chambre 3 – Affaires familiales",),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}",),
        signer="La greffière",
        seal=("TRIBUNAL JUDICIAIRE", case.commune),
    )


def _summons_of_bailiff(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-ONC",
        None,
        f"SELARL {case.third()}",
        "Assignation en divorce",
        (
            Text("L'AN DEUX MILLE VINGT ET LE jour porté au procès-verbal de signification,", bold=True),
            *texts(
                f"À LA DEMANDE DE : {case.named(wife)}, {case.born(wife)}, ayant pour avocat Maître {case.third()}, "
                "avocat au barreau, chez lequel domicile est élu ;",
                f"J'AI, commissaire de justice, DONNÉ ASSIGNATION À {case.named(husband)}, {case.born(husband)}, "
                f"demeurant {case.address}, où étant et parlant à : comme il est dit au procès-verbal ;",
                "D'avoir à comparaître devant le juge aux affaires familiales du tribunal judiciaire, audience "
                f"d'orientation et sur mesures provisoires du {case.ahead(30, 90)} à 9 heures.",
                "TRÈS IMPORTANT : vous êtes tenu de constituer avocat dans les quinze jours. À défaut, vous vous "
                "exposez à ce qu'un jugement soit rendu contre vous sur les seuls éléments de votre adversaire.",
            ),
            Leaf(),
            Heading("PLAISE AU TRIBUNAL"),
            *texts(
                f"Les époux se sont mariés à {case.commune.title()}. La vie commune a cessé le {case.long(200, 900)}. "
                "Le fondement de la demande n'est pas précisé à ce stade (article 251 du code civil).",
                "Au titre des mesures provisoires, il est sollicité la jouissance du domicile conjugal, la fixation de "
                f"la résidence des enfants et un devoir de secours de {case.some(1, 6)}00 € par mois.",
                "Proposition de règlement des intérêts pécuniaires : absence de patrimoine immobilier ; partage des "
                "meubles effectué ; attribution du droit au bail. Bordereau de pièces : acte de mariage, actes de "
                "naissance, avis d'imposition, bulletins de salaire, quittance de loyer.",
            ),
        ),
        lines=("Commissaires de justice associés", case.address),
        references=(f"Acte n° {case.number(6)}", f"Coût de l'acte : {case.sum(50, 90)}"),
        signer="Le commissaire de justice",
        seal=("COMMISSAIRE DE JUSTICE",),
        numbered=True,
    )


def _order_of_family_division(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-ONC",
        None,
        "JUGE AUX AFFAIRES FAMILIALES",
        f"Ordonnance rendue le {case.long(60, 700)}",
        (
            Text(f"Dans l'instance en divorce opposant {case.named(wife)} à {case.named(husband)}"),
            Text("Objet : fixation des mesures provisoires pendant la durée de la procédure", bold=True),
            *texts(
                "Ouï les parties en leurs explications, assistées de leurs conseils ; tentative de médiation refusée ; "
                "les époux persistent dans leur volonté de divorcer mais demeurent en désaccord sur ses causes ;",
                "Le juge, statuant avant dire droit, organise ainsi la vie séparée des époux :",
                f"1°) Logement. Le domicile situé {case.home.rue} est laissé à {case.named(case.who)}. L'autre époux "
                "s'en éloignera dans le mois de la décision, au besoin avec l'assistance de la force publique.",
                f"2°) Devoir de secours. Une pension de {case.some(10, 45)}0 euros est due chaque mois d'avance.",
                "3°) Enfants. Résidence chez la mère, accueil chez le père les samedis et dimanches des semaines "
                "impaires ; interdiction de sortie du territoire sans l'accord des deux parents ; enquête sociale "
                "confiée au service désigné, rapport attendu sous quatre mois.",
                "4°) Dettes. L'arriéré de loyers est provisoirement supporté par moitié.",
                "Ces mesures cessent au jour où le divorce est définitif. Appel possible sous quinzaine.",
            ),
        ),
        lines=(f"Tribunal de {case.commune.title()}", "Service du contentieux familial"),
        references=(f"Dossier {case.number(2)}/{case.number(5)}", f"Ordonnance n° {case.number(3)}"),
        signer="Expédition certifiée conforme, le greffe",
        seal=("EXPÉDITION",),
        numbered=True,
    )


def _petition_without_agreement(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-ONC",
        None,
        f"TRIBUNAL DE {case.commune}",
        "Procès-verbal et ordonnance de tentative de conciliation",
        (
            Heading("Comparution"),
            Fields(
                (
                    ("Requérante", f"{case.named(wife)}, {case.home.metier.lower()}"),
                    ("Intimé", case.named(husband)),
                    ("Conseil de la requérante", f"Maître {case.third()}"),
                    ("Requête déposée le", case.short(1500, 2500)),
                )
            ),
            *texts(
                "L'épouse a confirmé les termes de sa requête (article 251 ancien du code civil). Le mari, bien que "
                "régulièrement convoqué par lettre recommandée, a déclaré ne pas s'opposer. Le magistrat a rappelé aux "
                "époux les dispositions de l'article 252-4 : ce qui a été dit ne pourra être invoqué.",
                "Il résulte des déclarations recueillies que les intéressés ne partagent plus de vie commune, que "
                "chacun tient un ménage distinct, que les enfants sont scolarisés dans la commune et qu'aucun contrat "
                "de mariage n'a été reçu. Une médiation familiale leur a été proposée ; ils l'ont déclinée.",
                "La conciliation a échoué. Il y a lieu de permettre à la partie la plus diligente d'assigner.",
            ),
            Leaf(),
            Heading("Décision"),
            *texts(
                "Autorise les époux à vivre séparément, avec interdiction à chacun de troubler l'autre en sa "
                f"résidence ; réserve à {case.named(case.who)} l'usage de l'appartement loué, {case.address} ;",
                "Dit que les père et mère exercent ensemble l'autorité parentale ; organise l'hébergement des enfants "
                f"chez le parent désigné à l'annexe ; met à la charge de l'autre {case.some(60, 250)} € par mois ;",
                "Dit que, faute d'assignation dans les trente mois, toutes les dispositions seront caduques.",
            ),
        ),
        lines=("Affaires familiales",),
        signer="Le juge conciliateur",
        seal=("TRIBUNAL", case.commune),
    )


def _separation_from_bed_and_board(case: Case) -> Paper:
    wife, husband = former_couple(case)
    title = case.one("Jugement de séparation de corps", "Autorisation de résidence séparée", "Séparation de corps")
    return Paper(
        "FAM-SEP",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        title,
        (
            Text("AU NOM DU PEUPLE FRANÇAIS", bold=True),
            *texts(
                f"Entre {case.named(wife)}, {case.born(wife)}, et {case.named(husband)}, {case.born(husband)}, mariés "
                f"le {long_date(wedding(case, wife, husband, 2000))} ;",
                "Vu la requête tendant à voir autoriser les époux à résider séparément ; vu les articles 296 à 308 du "
                "code civil ; après audition des époux par le juge aux affaires familiales ;",
            ),
            Heading("PAR CES MOTIFS"),
            *texts(
                "Prononce la séparation de corps des époux ; rappelle que la séparation de corps ne dissout pas le "
                "mariage mais met fin au devoir de cohabitation et entraîne toujours séparation de biens ;",
                f"Autorise {case.named(case.who)} à résider séparément au {case.home.rue} ; fait défense à chacun de "
                "troubler l'autre en sa résidence ;",
                f"Fixe un devoir de secours de {case.some(8, 40)}0 € par mois ; dit que la "
                "mention de la décision sera portée en marge des actes d'état civil des époux ; statue sur les dépens.",
            ),
        ),
        lines=("Juge aux affaires familiales",),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}",),
        signer="Le greffier          Le juge",
        seal=("TRIBUNAL JUDICIAIRE", "GREFFE"),
        numbered=case.some(0, 1) == 1,
    )


WRITERS: Writers = {
    "FAM-ONC": to_learn(
        _order_of_non_conciliation,
        _orientation_order,
        _summons_of_bailiff,
        _petition_without_agreement,
        _order_of_family_division,
    ),
    "FAM-SEP": to_learn(_separation_from_bed_and_board),
}
