"""More decisions on where children live, and more orders and writs before a divorce (FAM-GAR, FAM-ONC)."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table
from training.papers.kin import former_couple, offspring, wedding
from training.papers.several import several
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn


def _named(case: Case) -> str:
    return case.one(", ", " et ").join(
        f"{each.prenom}, {each.born} le {long_date(each.naissance)}" for each in offspring(case)
    )


def _court_of_appeal(case: Case) -> Paper:
    mother, father = former_couple(case)
    return Paper(
        "FAM-GAR",
        None,
        case.one("COUR D'APPEL – Chambre de la famille", "COUR D'APPEL, 2e chambre, section 2"),
        case.one(
            "Arrêt", f"Arrêt du {case.long(10, 200)}", "Arrêt sur appel d'une décision du juge aux affaires familiales"
        ),
        (
            Fields(
                ((case.one("Appelante", "Appelant(e)"), mother.full), (case.one("Intimé", "Intimé(e)"), father.full))
            ),
            *texts(
                f"Du concubinage des parties {case.one('est issu', 'sont issus')} {_named(case)}. Par décision "
                "déférée, le premier juge a fixé la résidence des enfants et les modalités d'accueil du parent chez "
                "lequel ils ne résident pas.",
                case.one(
                    "Considérant que l'intérêt de l'enfant commande la stabilité de ses repères, de sa scolarité et de "
                    "ses liens avec sa fratrie ; que l'éloignement des domiciles rend l'alternance impraticable ;",
                    "Il ressort du rapport d'enquête sociale que chacun dispose d'un logement adapté et que "
                    "l'alternance se déroule sans heurt depuis la rentrée ;",
                ),
            ),
            Leaf(),
            Heading(case.one("PAR CES MOTIFS, LA COUR", "DISPOSITIF", "Statuant publiquement, contradictoirement")),
            *several(
                case,
                3,
                f"{case.one('Confirme', 'Infirme')} le jugement en ce qu'il a fixé la résidence habituelle chez "
                f"{mother.full} ;",
                "Organise la résidence alternée, une semaine sur deux, le changement s'opérant le dimanche à 18 heures "
                ";",
                "Dit que le droit de visite et d'hébergement s'exercera les fins de semaine paires et la moitié des "
                "vacances scolaires, la première moitié les années paires ;",
                f"Fixe la part contributive à l'entretien et l'éducation à {case.some(9, 30) * 10} € par enfant, "
                "indexée ;",
                "Maintient l'exercice en commun de l'autorité parentale ;",
                "Laisse à chaque partie la charge de ses dépens d'appel.",
            ),
        ),
        references=(
            f"N° RG {case.some(10, 25)}/{case.number(5)}",
            f"N° Portalis {case.number(4)}-V-B7-{case.number(4)}",
        ),
        signer="La greffière        La présidente",
        numbered=True,
    )


def _convention_approved(case: Case) -> Paper:
    mother, father = former_couple(case)
    turns = case.some(0, 1)
    rows = (
        ("Semaines scolaires", "une sur deux chez chacun" if turns else f"chez {mother.full}"),
        ("Fins de semaine", "selon l'alternance" if turns else "les 1er, 3e et 5e chez le père"),
        ("Petites vacances", "moitié chez chaque parent"),
        ("Été", case.one("par quinzaines", "juillet / août en alternance")),
        ("Anniversaires, fêtes", case.one("le dimanche de la fête", "librement")),
    )
    return Paper(
        "FAM-GAR",
        None,
        case.one(f"TRIBUNAL DE GRANDE INSTANCE DE {case.commune}", "Cabinet du juge aux affaires familiales", ""),
        case.one(
            "Convention parentale homologuée",
            "Homologation d'une convention parentale",
            "Ordonnance d'homologation",
            "Accord parental (article 373-2-7 du code civil)",
        ),
        (
            *texts(
                f"Entre {mother.full} et {father.full}, parents de {_named(case)}.",
                case.one(
                    "Le juge, saisi par requête conjointe, a entendu chacun d'eux et vérifié que leur consentement est "
                    "libre.",
                    "Nous, parents séparés, fixons par la présente les modalités d'exercice de l'autorité parentale.",
                ),
            ),
            Table(((case.one("Période", "Temps de l'enfant"), case.one("Lieu", "Accueil")), *rows), (2, 3)),
            *several(
                case,
                1,
                "Les allocations familiales sont partagées ; le rattachement fiscal est par moitié.",
                f"Contribution mensuelle : {case.some(6, 22) * 10} €, payable d'avance avant le 5.",
                "Frais de cantine, de santé non remboursés et d'activités : par moitié sur justificatif.",
                "HOMOLOGUE la convention, lui confère force exécutoire et rappelle qu'elle s'applique de plein droit.",
                "Chaque parent prévient l'autre d'un changement de domicile un mois à l'avance.",
                f"Le logement de {case.address} comporte une chambre pour les enfants.",
            ),
        ),
        references=(f"R.G. {case.some(5, 24):02d}/{case.number(5)}",),
        signer=case.one("Le juge", "Les parents", "Le greffier        Le juge"),
        seal=case.desk.rng.choice(((), ("TRIBUNAL",))),
    )


def _order_in_haste(case: Case) -> Paper:
    mother, father = former_couple(case)
    asks, other = (mother, father) if case.some(0, 1) else (father, mother)
    return Paper(
        "FAM-GAR",
        None,
        case.one(
            "Minute – Juge aux affaires familiales", f"TJ {case.commune} – CABINET {case.some(1, 9)}", "GREFFE JAF"
        ),
        case.one("Ordonnance", "Décision provisoire", "Jugement rendu à bref délai", "Extrait des minutes du greffe"),
        (
            Fields(
                ((case.one("Demandeur", "Requérant"), asks.full), (case.one("Défendeur", "Partie adverse"), other.full))
            ),
            *texts(
                "OBJET : "
                f"{case.one('modification de la résidence', 'droit de visite', 'résidence des enfants mineurs')}.",
                f"Enfants concernés : {_named(case)}.",
                f"Audience du {case.long(8, 60)}, hors la présence du public. L'enfant capable de discernement a été "
                f"{case.one('entendu avec son avocat', 'informé de ses droits', 'entendu le jour même')}.",
            ),
            *several(
                case,
                3,
                f"CONSTATONS que l'autorité parentale est exercée conjointement par {mother.full} et {father.full} ;",
                f"FIXONS provisoirement la résidence des enfants au domicile de {asks.full}, {case.address} ;",
                "DISONS que les rencontres auront lieu en espace rencontre, deux samedis par mois, sans sortie ;",
                "ORDONNONS une enquête sociale et sursoyons à statuer sur la contribution ;",
                "RAPPELONS que le fait de refuser indûment de représenter un enfant est un délit ;",
                "INTERDISONS la sortie du territoire des enfants sans l'accord des deux parents ;",
                "La décision est exécutoire de droit à titre provisoire.",
            ),
        ),
        references=(f"N° {case.number(2)}/{case.number(5)}",),
        signer="Le juge",
        seal=("JAF",),
    )


def _not_reconciled(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day = wedding(case, wife, husband, 900)
    return Paper(
        "FAM-ONC",
        None,
        case.one(
            f"TGI DE {case.commune}",
            f"TRIBUNAL DE GRANDE INSTANCE – {case.commune.title()}",
            "JUGE AUX AFFAIRES FAMILIALES",
        ),
        case.one(
            "Ordonnance de non-conciliation",
            "Ordonnance (articles 252 et suivants du code civil)",
            "Procès-verbal et ordonnance de tentative de conciliation",
            "Ordonnance sur tentative de conciliation",
        ),
        (
            *texts(
                f"{wife.full} et {husband.full} se sont mariés le {long_date(day)}. Par requête enregistrée le "
                f"{case.short(90, 300)}, l'un des époux a formé une demande en divorce.",
                f"Nous, {case.third()}, vice-président, avons entendu les époux séparément puis ensemble, assistés de "
                "leurs avocats. "
                f"{case.one('La conciliation a échoué.', 'Ils ont accepté le principe de la rupture (233).')}",
            ),
            Heading(case.one("En conséquence", "PAR CES MOTIFS", "STATUANT sur les mesures provisoires")),
            *several(
                case,
                3,
                "Constatons la non-conciliation et autorisons les époux à introduire l'instance en divorce ;",
                "Autorisons les époux à résider séparément, avec défense de se troubler mutuellement ;",
                f"Attribuons à {wife.full} la jouissance du domicile conjugal sis {case.address}, bien loué ;",
                f"Disons que {husband.full} devra quitter les lieux dans un délai de {case.some(1, 3)} mois ;",
                f"Fixons la pension alimentaire au titre du devoir de secours à {case.some(10, 45) * 10} € ;",
                "Fixons la résidence des enfants chez la mère, le père bénéficiant d'un droit de visite élargi ;",
                "Rappelons que l'instance doit être introduite dans les trente mois, à peine de caducité.",
            ),
        ),
        references=(f"RG {case.some(5, 20):02d}/{case.number(5)}", "ONC"),
        signer="Le greffier        Le juge",
        seal=("TGI",),
        numbered=True,
    )


def _first_hearing(case: Case) -> Paper:
    wife, husband = former_couple(case)
    children = tuple((each.full, short_date(each.naissance), f"{case.some(9, 25)}0 €") for each in offspring(case))
    return Paper(
        "FAM-ONC",
        None,
        case.one(
            f"TRIBUNAL JUDICIAIRE DE {case.commune}", "Pôle famille – chambre 3", "TJ – Mise en état des divorces"
        ),
        case.one(
            "Ordonnance d'orientation et sur mesures provisoires",
            "Ordonnance sur mesures provisoires",
            "Ordonnance du juge de la mise en état",
            "AOMP – ordonnance",
        ),
        (
            Fields(
                (
                    (case.one("Époux demandeur", "Demanderesse"), wife.full),
                    (case.one("Époux défendeur", "Défendeur"), husband.full),
                )
            ),
            *texts(
                f"À l'audience d'orientation du {case.long(20, 90)}, les conseils ont été entendus ; il n'a pas été "
                "renoncé aux mesures provisoires prévues aux articles 254 à 256 du code civil.",
                case.one(
                    "Les époux ont signé un procès-verbal d'acceptation annexé à la présente.",
                    "Le fondement du divorce sera indiqué dans les premières conclusions au fond.",
                ),
            ),
            Table(((case.one("Enfant", "Enfants mineurs"), "Né(e) le", "Contribution"), *children), (3, 2, 2)),
            *several(
                case,
                2,
                "ATTRIBUE la jouissance du logement du ménage et des meubles à l'épouse, à charge d'en payer le loyer "
                ";",
                "DIT que les époux résident séparément depuis la date de la demande en divorce ;",
                "DIT que le crédit à la consommation sera réglé par moitié, à titre provisoire ;",
                "DÉSIGNE un notaire en vue d'un projet d'état liquidatif (article 255, 10°) ;",
                "RENVOIE l'affaire à la mise en état pour conclusions ;",
            ),
        ),
        references=(f"N° RG {case.some(21, 25)}/{case.number(5)} – N° Portalis DB{case.number(2)}-W-B7H",),
        signer="Le greffier      Le juge de la mise en état",
        numbered=True,
    )


def _writ_for_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    asks, other = (wife, husband) if case.some(0, 1) else (husband, wife)
    return Paper(
        "FAM-ONC",
        None,
        case.one(
            f"Maître {case.third()}, avocat au barreau",
            "SCP d'huissiers de justice",
            "Commissaires de justice associés",
        ),
        case.one(
            "Assignation en divorce",
            "Demande en divorce – assignation",
            "Assignation devant le juge aux affaires familiales",
            "Assignation aux fins de divorce avec mesures provisoires",
        ),
        (
            *texts(
                f"L'AN {spelled_day(case.day(30, 200)).upper()}",
                f"À LA DEMANDE DE {case.known(asks)}, ayant pour avocat constitué Maître {case.third()}, J'AI DONNÉ "
                f"ASSIGNATION À {case.named(other)}, son conjoint, à comparaître devant le juge aux affaires "
                f"familiales du tribunal de {case.commune.title()} {case.one('le', 'à l’audience du')} "
                f"{case.ahead(30, 120)}.",
                "TRÈS IMPORTANT : vous devez constituer avocat dans les quinze jours ; à défaut un jugement peut être "
                "rendu contre vous sur les seuls éléments fournis par votre adversaire.",
            ),
            Leaf(),
            Heading(case.one("Rappel des faits", "OBJET DE LA DEMANDE", "Discussion")),
            *several(
                case,
                2,
                f"Les époux se sont mariés le {long_date(wedding(case, wife, husband, 900))} sans contrat préalable.",
                "La vie commune a cessé ; le divorce est demandé pour altération définitive du lien conjugal (237, "
                "238).",
                f"Le domicile conjugal est situé {case.address}. Sa jouissance est sollicitée par la partie "
                "demanderesse.",
                "Proposition de règlement des intérêts pécuniaires : chacun reprend ses effets personnels.",
                "Il est demandé au juge de fixer une pension alimentaire au titre du devoir de secours.",
                f"Enfants : {_named(case)}.",
            ),
        ),
        references=(f"Acte {case.number(6)}",),
        signer=case.one("Le commissaire de justice", "L'huissier", "L'avocat"),
    )


WRITERS: Writers = {
    "FAM-GAR": to_learn(_court_of_appeal, _convention_approved, _order_in_haste),
    "FAM-ONC": to_learn(_not_reconciled, _first_hearing, _writ_for_divorce),
}
