"""Rulings on couples and protected adults, to test on, as court registries deliver them."""

from __future__ import annotations

from datetime import date

from training.desk import long_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.kin import former_couple, offspring, wedding
from training.papers.wording import texts
from training.papers.writers import Writers, to_test
from training.people import Someone

_FOR_THESE_REASONS = "PAR CES MOTIFS"
_EXECUTORY = (
    "En conséquence, la République française mande et ordonne à tous commissaires de justice, sur ce requis, de "
    "mettre ladite décision à exécution, aux procureurs généraux et aux procureurs de la République d'y tenir la "
    "main, à tous commandants et officiers de la force publique de prêter main-forte lorsqu'ils en seront légalement "
    "requis."
)


def _pronounced(case: Case, wife: Someone, husband: Someone, day: date) -> tuple[Text, ...]:
    return texts(
        "Le juge aux affaires familiales, statuant publiquement, par jugement contradictoire, en premier ressort,",
        f"PRONONCE le divorce de {case.named(wife)} et de {case.named(husband)} sur le fondement des articles 237 et "
        "238 du code civil ;",
        f"ORDONNE la mention du divorce en marge de l'acte de mariage dressé le {long_date(day)} et des actes de "
        "naissance des époux ;",
        f"FIXE à {case.sum(90, 260)} par mois et par enfant la contribution à l'entretien et à l'éducation ;",
        "RAPPELLE qu'à la suite du divorce chacun des époux perd l'usage du nom de son conjoint ;",
        "DIT que les dépens seront partagés par moitié.",
        _EXECUTORY,
    )


def _divorce_of_today(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day, town, born = wedding(case, wife, husband, 2500), case.commune.title(), offspring(case)
    children = " et ".join(f"{child.full}, {child.born} le {long_date(child.naissance)}" for child in born)
    ask, face = (wife, husband) if case.one("F", "M") == "F" else (husband, wife)
    return Paper(
        "FAM-DIV",
        None,
        f"TRIBUNAL JUDICIAIRE DE {town.upper()}",
        "Jugement",
        (
            Text("RÉPUBLIQUE FRANÇAISE - AU NOM DU PEUPLE FRANÇAIS", bold=True),
            Text(f"Jugement rendu le {case.long(40, 500)} par mise à disposition au greffe"),
            Heading("Demandeur"),
            Text(f"{case.known(ask)} à {ask.lieu}, demeurant {case.address}, ayant pour avocat Maître {case.third()}."),
            Heading("Défendeur"),
            Text(f"{case.known(face)} à {face.lieu}, ayant pour avocat Maître {case.third()}, barreau de {town}."),
            *texts(
                f"Juge aux affaires familiales : {case.third()}. Greffière : {case.third()}.",
                f"Débats en chambre du conseil le {case.long(510, 560)}.",
            ),
            Heading("Exposé du litige"),
            *texts(
                f"Les époux se sont mariés le {long_date(day)} devant l'officier de l'état civil de {town}, sans "
                f"contrat de mariage préalable. De cette union sont issus : {children}.",
                f"Par assignation délivrée le {case.long(700, 900)}, {case.named(ask)} a introduit une demande en "
                "divorce sans en indiquer le fondement. L'ordonnance sur mesures provisoires a statué sur la "
                "jouissance du domicile conjugal et sur les mesures relatives aux enfants.",
                "Aux termes de ses dernières conclusions, la partie demanderesse sollicite le prononcé du divorce "
                "pour altération définitive du lien conjugal.",
            ),
            Leaf(),
            Heading("Motifs de la décision"),
            *texts(
                "Aux termes de l'article 237 du code civil, le divorce peut être demandé par l'un des époux lorsque "
                "le lien conjugal est définitivement altéré. Les parties vivent séparées depuis plus de "
                f"{case.one('un an', 'deux ans')} ; la condition de l'article 238 du même code est remplie.",
                "L'intérêt des enfants commande de maintenir l'exercice en commun de l'autorité parentale et de "
                f"fixer leur résidence habituelle chez {case.one('la mère', 'le père')}.",
            ),
            Heading(_FOR_THESE_REASONS),
            *_pronounced(case, wife, husband, day),
        ),
        lines=("Chambre de la famille - Cabinet 3", "Minute n° " + case.number(4)),
        references=(f"N° RG {case.year - 2001}/{case.number(5)}", f"N° Portalis DB3S-W-B7G-{case.number(4)}"),
        signer=case.one("Le greffier                 Le juge aux affaires familiales", "Pour expédition conforme"),
        seal=("GREFFE", town.upper()),
    )


def _divorce_of_ten_years_ago(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day, town = wedding(case, wife, husband, 5000), case.commune.title()
    heard, told = long_date(case.day(4100, 4200)), long_date(case.day(3900, 4000))
    return Paper(
        "FAM-DIV",
        None,
        f"TRIBUNAL DE GRANDE INSTANCE DE {town.upper()}",
        case.one("Jugement de divorce", "Jugement de divorce accepté"),
        (
            Text("EXTRAIT DES MINUTES DU SECRÉTARIAT-GREFFE"),
            *texts(
                f"À l'audience non publique du juge aux affaires familiales du tribunal de grande instance de {town}, "
                f"tenue le {heard}, a été rendu le jugement dont la teneur suit, prononcé le {told},",
                f"ENTRE : {case.known(wife)} à {wife.lieu}, épouse {husband.nom.upper()}, de nationalité "
                f"{case.one('française', 'étrangère')}, ayant Maître {case.third()} pour avocat, d'une part,",
                f"ET : {case.known(husband)} à {husband.lieu}, {case.one('employé', 'ouvrier', 'chauffeur-livreur')}, "
                f"ayant Maître {case.third()} pour avocat, d'autre part.",
            ),
            Text(
                f"Vu l'ordonnance de non-conciliation du {case.long(4300, 4500)} ; vu la déclaration d'acceptation du "
                "principe de la rupture du mariage annexée au procès-verbal dressé par application de l'article 233 "
                "du code civil ; vu l'assignation et les conclusions des parties ;"
            ),
            Text(
                "Les époux, qui ont comparu assistés de leurs conseils, demandent que soient constatées les "
                "conséquences de la séparation, la date des effets du divorce étant fixée à celle de l'ordonnance de "
                "non-conciliation. L'affaire a été communiquée au ministère public et mise en délibéré."
            ),
            Leaf(),
            Heading(_FOR_THESE_REASONS),
            *texts(
                "Le juge aux affaires familiales, statuant en chambre du conseil, contradictoirement et en premier "
                "ressort :",
                f"Prononce le divorce de {husband.full} et de {wife.full}, mariés le {long_date(day)} à {town} ;",
                "Dit que mention en sera faite en marge des actes de l'état civil des époux, conformément à la loi ;",
                "Ordonne la liquidation et le partage des intérêts patrimoniaux des époux ; à défaut de règlement "
                "amiable, désigne le président de la chambre départementale des notaires avec faculté de délégation ;",
                f"Constate que le logement, situé {case.address}, est un bail conjoint et attribue le droit au bail à "
                f"{case.one('Madame', 'Monsieur')} ;",
                case.one(
                    "Donne acte aux parties de ce qu'elles renoncent à toute prestation compensatoire ;",
                    f"Condamne l'époux à verser une prestation compensatoire de {case.sum(4000, 18000)} ;",
                ),
                "Dit que chaque partie conservera la charge de ses dépens.",
            ),
            Text("Le présent jugement est devenu définitif faute d'appel. Il a été signifié et porté à l'état civil."),
        ),
        lines=("Juge aux affaires familiales - Cabinet 2",),
        references=(f"R.G. n° {case.year - 2012}/{case.number(5)}", f"Jugement n° {case.number(4)}"),
        signer="Le greffier en chef",
        seal=("TRIBUNAL DE", "GRANDE INSTANCE"),
    )


_REMINDED = (
    "Le juge a rappelé aux époux les dispositions concernant la médiation familiale et recueilli leurs observations "
    "sur les modalités de leur vie séparée. L'assignation n'indique pas le fondement du divorce. Les époux sont tous "
    "deux français et résident en France ; le juge français est compétent et la loi française est applicable au "
    "divorce comme aux obligations alimentaires."
)


def _provisional_measures(case: Case) -> Paper:
    wife, husband = former_couple(case)
    town, child = case.commune.title(), offspring(case)[0]
    stay, leave = (wife, husband) if case.one("F", "M") == "F" else (husband, wife)
    return Paper(
        "FAM-ONC",
        None,
        f"TRIBUNAL JUDICIAIRE DE {town.upper()}",
        case.one("Ordonnance sur mesures provisoires", "Ordonnance d'orientation et sur mesures provisoires"),
        (
            Text("Le juge aux affaires familiales exerçant les fonctions de juge de la mise en état", bold=True),
            Fields((("Date de l'ordonnance", case.long(30, 200)), ("Audience du", case.long(210, 260)))),
            *texts(
                f"Dans l'affaire opposant {case.known(stay)}, demandeur au divorce, à {case.known(leave)}, défendeur, "
                "non comparant en personne, ayant constitué avocat ;",
                f"Vu l'assignation en divorce délivrée le {case.long(270, 400)} à la requête de la partie "
                "demanderesse ; vu les articles 254, 255 et 256 du code civil et 1117 du code de procédure civile ;",
                f"Attendu qu'un enfant est issu de l'union, {child.full}, {child.born} le "
                f"{long_date(child.naissance)} ; que les époux sont d'accord sur la séparation et s'opposent sur le "
                "montant de la contribution ;",
            ),
            *texts(
                _REMINDED,
                f"L'épouse perçoit un revenu mensuel de {case.sum(900, 1900)} et l'époux de {case.sum(1300, 2400)} ; "
                "ils justifient de leurs charges par les pièces versées aux débats. Le mineur, trop jeune ou ne "
                "l'ayant pas demandé, n'a pas été entendu ; aucune procédure n'est ouverte devant le juge des "
                "enfants.",
            ),
            Leaf(),
            Heading("Sur les mesures provisoires"),
            *texts(
                f"Autorise les époux à résider séparément et attribue à {case.named(stay)} la jouissance du logement "
                f"familial, bien en location, {case.address}, à charge pour {stay.gendered('elle', 'lui')} d'en "
                "régler les loyers et charges courantes ;",
                f"Fait obligation à {case.named(leave)} de quitter les lieux dans un délai de {case.some(1, 3)} mois "
                "à compter de la signification de la présente ordonnance ;",
                f"Fixe la pension alimentaire due au titre du devoir de secours à {case.sum(80, 300)} par mois ;",
                f"Dit que la résidence de l'enfant est fixée chez {stay.gendered('la mère', 'le père')}, l'autre "
                "parent l'accueillant les premier, troisième et cinquième week-ends du mois et la moitié des "
                "vacances scolaires ; précise que le passage de bras s'effectue à l'école ;",
            ),
            Heading("Sur l'orientation"),
            *texts(
                f"Fixe le calendrier : conclusions du défendeur avant le {case.ahead()}, clôture différée ; renvoie "
                "l'affaire à l'audience de mise en état ;",
                "Rappelle que les mesures provisoires prennent effet à compter de la présente décision et qu'elles "
                "sont exécutoires à titre provisoire de plein droit ; réserve les dépens.",
            ),
        ),
        lines=("Affaires familiales - Cabinet 1",),
        references=(f"RG n° {case.year - 2000}/{case.number(5)}", f"Minute {case.number(3)}/{case.year - 2000}"),
        signer="Le juge de la mise en état",
        seal=("TRIBUNAL", "JUDICIAIRE"),
    )


def _reinforced_guardianship(case: Case) -> Paper:
    who, years, town = case.who, case.some(3, 10), case.commune.title()
    keeper = case.one("l'association tutélaire désignée par le tribunal", "l'Union départementale des associations")
    return Paper(
        "IDE-TUT",
        "D",
        f"TRIBUNAL JUDICIAIRE DE {town.upper()}",
        case.one("Jugement de curatelle renforcée", "Jugement d'ouverture de curatelle renforcée"),
        (
            Text("JUGE DES CONTENTIEUX DE LA PROTECTION statuant en qualité de juge des tutelles", bold=True),
            Text(f"Jugement du {case.long(60, 900)}"),
            *texts(
                "Vu les articles 425 et suivants, 440, 447 et 472 du code civil ; vu la requête du procureur de la "
                f"République en date du {case.long(910, 1100)} ;",
                f"Vu le certificat médical circonstancié du docteur {case.third()}, médecin inscrit sur la liste "
                "établie par le procureur de la République ; vu le procès-verbal d'audition de l'intéressé ;",
                f"{case.known(who)} à {who.lieu}, demeurant {case.address}, présente une altération de ses facultés "
                "personnelles qui l'empêche de percevoir et d'utiliser normalement ses ressources. Une mesure de "
                "sauvegarde de justice s'avère insuffisante. L'entourage n'est pas en mesure d'exercer la mission.",
                f"Entendu le {case.long(901, 909)} au cabinet, l'intéressé a déclaré souhaiter être aidé dans ses "
                "démarches administratives et le paiement de ses factures ; il a fait part de son projet de changer "
                "de logement. Il ressort des éléments du dossier qu'il a contracté des dettes de loyer et qu'il a "
                "besoin d'être assisté d'une manière continue dans les actes importants de la vie civile.",
            ),
            Leaf(),
            Heading(_FOR_THESE_REASONS),
            *texts(
                f"Place {case.named(who)} sous curatelle renforcée pour une durée de {years} ans ;",
                f"Désigne {keeper}, service mandataire judiciaire à la protection des majeurs, en qualité de curateur "
                "pour l'assister et le contrôler dans la gestion de ses biens et de sa personne ;",
                "Dit que le curateur perçoit seul les revenus sur un compte ouvert au nom de la personne protégée, "
                "assure le règlement des dépenses auprès des tiers et dépose l'excédent sur un compte laissé à sa "
                "disposition ;",
                "Dit que la personne protégée choisit le lieu de sa résidence et peut, avec l'assistance du "
                "curateur, conclure un bail d'habitation ou y renoncer ;",
                "Rappelle que le compte de gestion est remis chaque année au directeur des services de greffe ;",
                "Ordonne l'exécution provisoire. Dit que le présent jugement est notifié au majeur protégé et au "
                "curateur, et qu'avis en est donné au procureur de la République pour inscription au répertoire "
                "civil.",
            ),
            Text("Le délai d'appel est de quinze jours à compter de la notification du présent jugement."),
        ),
        lines=("Pôle de la protection des majeurs", "Service des majeurs protégés"),
        references=(f"N° de dossier {case.number(2)}/{case.number(5)}", f"Minute n° {case.number(3)}"),
        signer="Le juge des tutelles",
        seal=("TRIBUNAL", "JUDICIAIRE"),
        foot="Copie délivrée à la personne protégée et à son curateur. Affaire non publique.",
    )


WRITERS: Writers = {
    "FAM-DIV": to_test(_divorce_of_today, _divorce_of_ten_years_ago),
    "FAM-ONC": to_test(_provisional_measures),
    "IDE-TUT": to_test(_reinforced_guardianship),
}
