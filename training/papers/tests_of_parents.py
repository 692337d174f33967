"""Couples who part before lawyers or a judge, and children entrusted to one or to another, to test on."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date
from training.papers.case import Case
from training.papers.content import Heading, Leaf, Paper, Text
from training.papers.kin import former_couple, invented, offspring, wedding
from training.papers.wording import texts
from training.papers.writers import Writers, to_test
from training.people import Someone

_IN_TURNS = (
    "fixe la résidence des enfants en alternance au domicile de chacun des parents, une semaine sur deux, le "
    "changement ayant lieu le vendredi à la sortie des classes ; dit que les vacances d'été sont partagées par "
    "quinzaines ;"
)
_WITH_ONE = (
    "fixe la résidence habituelle des enfants au domicile de la mère ; accorde au père, sauf meilleur accord, un "
    "droit de visite et d'hébergement les fins de semaine paires, du vendredi 18 heures au dimanche 18 heures, ainsi "
    "que la première moitié des vacances scolaires les années paires et la seconde les années impaires ;"
)
_KIND = (
    "Nature de l'affaire : demande relative à l'exercice de l'autorité parentale, à la résidence habituelle des "
    "enfants ou au droit de visite (parents non mariés)"
)
_WEIGHED = (
    "Lorsqu'il se prononce, le juge prend en considération la pratique que les parents avaient suivie, les sentiments "
    "exprimés par l'enfant et l'aptitude de chacun à assumer ses devoirs (article 373-2-11 du code civil). Les deux "
    "domiciles sont proches de l'école et les accords trouvés sont conformes à l'intérêt des enfants."
)


def _children(case: Case) -> str:
    return " ; ".join(
        f"{child.full}, {child.born} le {long_date(child.naissance)} à {child.lieu}" for child in offspring(case)
    )


def _heard(case: Case, wife: Someone, husband: Someone) -> tuple[Text, ...]:
    town = case.commune.title()
    return texts(
        f"{case.known(wife)} à {wife.lieu}, de nationalité {case.one('française', 'portugaise', 'algérienne')}, "
        f"demeurant {case.address}, assistée de Maître {case.third()}, avocat inscrit au barreau de {town} ;",
        f"{case.known(husband)} à {husband.lieu}, demeurant {case.some(2, 90)} {case.one('rue', 'impasse')} du Stade "
        f"à {town}, assisté de Maître {case.third()}, avocat inscrit au barreau de {town}.",
    )


def _deed_of_consent(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day, notary = wedding(case, wife, husband, 1200), case.third()
    return Paper(
        "FAM-AVO",
        None,
        f"Cabinet de Maître {case.third()}",
        "Convention de divorce par consentement mutuel",
        (
            Text("par acte sous signature privée contresigné par avocats (articles 229-1 à 229-4 du code civil)"),
            Heading("Entre les soussignés"),
            *_heard(case, wife, husband),
            Heading("Il a été préalablement exposé ce qui suit"),
            *texts(
                f"Les parties se sont mariées le {long_date(day)} à {case.commune.title()} sans contrat de mariage. "
                f"Elles sont les parents de : {_children(case)}. Chaque mineur, informé de son droit à être entendu "
                "par le juge dans les conditions prévues à l'article 388-1 du code civil, n'a pas souhaité faire "
                "usage de cette faculté.",
                "Un projet de la présente convention a été adressé aux époux par lettre recommandée reçue le "
                f"{case.long(60, 90)}. Le délai de réflexion de quinze jours étant écoulé, les parties ont réitéré "
                "leur accord sur la rupture du mariage et sur l'ensemble de ses effets.",
            ),
            Leaf(),
            Heading("Article 1 - Effets à l'égard des époux"),
            *texts(
                f"Les effets du divorce dans les rapports patrimoniaux sont reportés au {case.long(300, 600)}, date "
                "de la cessation de la cohabitation. Madame reprend l'usage de son nom de naissance. Les époux "
                "renoncent à toute prestation compensatoire.",
            ),
            Heading("Article 2 - Domicile"),
            Text(
                f"Le droit au bail du logement {case.address} est attribué à {case.one('Madame', 'Monsieur')}, l'autre "
                "époux s'engageant à quitter les lieux sous trois mois."
            ),
            Heading("Article 3 - Effets à l'égard des enfants"),
            Text(
                "L'autorité parentale est exercée conjointement. La résidence est fixée au domicile de la mère ; le "
                f"père reçoit les enfants une fin de semaine sur deux et verse {case.sum(100, 240)} par mois et par "
                "enfant."
            ),
            Heading("Article 4 - Dépôt"),
            *texts(
                f"La convention sera transmise dans les sept jours à Maître {notary}, notaire, qui la déposera au "
                "rang de ses minutes. Ce dépôt lui confère date certaine et force exécutoire.",
                "Fait en quatre exemplaires, chacune des pages étant paraphée par les parties et leurs conseils.",
            ),
        ),
        lines=("Avocat à la Cour", "Droit de la famille - Toque " + case.number(3)),
        signer=case.one("Les époux et leurs avocats", "Signatures électroniques des parties et des avocats"),
    )


def _legal_separation(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day, town = wedding(case, wife, husband, 1500), case.commune.title()
    return Paper(
        "FAM-SEP",
        None,
        f"TRIBUNAL JUDICIAIRE DE {town.upper()}",
        case.one("Jugement de séparation de corps", "Jugement prononçant la séparation de corps"),
        (
            Text("AU NOM DU PEUPLE FRANÇAIS", bold=True),
            Text(
                f"Le juge aux affaires familiales, assisté du greffier, a rendu le {case.long(30, 700)} la décision "
                "suivante, entre :"
            ),
            *_heard(case, wife, husband),
            *texts(
                f"Mariés le {long_date(day)} à {town}. Par acte du {case.long(720, 900)}, l'épouse demande, sur le "
                "fondement de l'article 296 du code civil, que soit prononcée la séparation de corps, ses "
                "convictions ne lui permettant pas de demander le divorce. L'époux ne s'y oppose pas et accepte le "
                "principe de la rupture de la vie commune.",
            ),
            Heading("Motifs de la décision"),
            Text(
                "La séparation de corps peut être prononcée, à la demande de l'un des époux, dans les mêmes cas et "
                "aux mêmes conditions que le divorce. Les époux ont accepté le principe de la rupture sans "
                "considération des faits à l'origine de celle-ci ; cette acceptation n'est pas susceptible de "
                "rétractation. Les enfants du couple sont majeurs. Il y a lieu de faire droit à la demande."
            ),
            Leaf(),
            Heading("PAR CES MOTIFS"),
            *texts(
                "Statuant en audience publique après débats en chambre du conseil, par décision contradictoire,",
                f"Prononce la séparation de corps de {case.named(wife)} et de {case.named(husband)} ;",
                "Rappelle que la séparation de corps ne dissout pas le mariage mais met fin au devoir de "
                "cohabitation et entraîne toujours la séparation de biens ;",
                f"Attribue à l'épouse le logement sis {case.address} ; dit que l'époux résidera séparément ;",
                "Dit que l'épouse conserve l'usage du nom de son mari ; dit que le devoir de secours subsiste et "
                f"fixe à {case.sum(80, 350)} la pension mensuelle due par l'époux, indexée chaque premier janvier ;",
                "Ordonne la transcription du dispositif en marge des actes de mariage et de naissance ;",
                "Rappelle qu'à la demande de l'un des époux le jugement est converti de plein droit en jugement de "
                "divorce lorsque la séparation de corps a duré deux ans. Laisse à chacun la charge de ses dépens.",
            ),
        ),
        lines=("Cabinet du juge aux affaires familiales", "Extrait des minutes du greffe"),
        references=(f"RG {case.year - 2001}/{case.number(5)}",),
        signer="Le greffier                 Le juge",
        seal=("GREFFE", town.upper()),
    )


def _home_of_a_child(case: Case) -> Paper:
    mother, father = former_couple(case)
    town, children = case.commune.title(), _children(case)
    home = case.one(_IN_TURNS, _WITH_ONE)
    return Paper(
        "FAM-GAR",
        None,
        f"TRIBUNAL JUDICIAIRE DE {town.upper()}",
        case.one("Jugement du juge aux affaires familiales", "Jugement - autorité parentale"),
        (
            Text(f"Prononcé le {case.long(30, 800)} - {_KIND}"),
            Heading("Parties"),
            *_heard(case, mother, father),
            Heading("Faits et procédure"),
            *texts(
                "Des relations de Madame et de Monsieur, qui n'ont pas contracté mariage et se sont séparés, sont "
                f"issus et ont été reconnus : {children}.",
                f"Par requête enregistrée au greffe le {case.long(820, 960)}, la mère a saisi le juge afin qu'il soit "
                "statué sur les modalités d'exercice de l'autorité parentale. Les parents ont été entendus à "
                "l'audience ; l'absence de procédure en assistance éducative a été vérifiée.",
            ),
            Heading("Motifs"),
            Text(_WEIGHED),
            Leaf(),
            Heading("PAR CES MOTIFS"),
            *texts(
                "Le juge aux affaires familiales, statuant après débats hors la présence du public, par jugement "
                "contradictoire, susceptible d'appel :",
                "constate que l'autorité parentale est exercée en commun par les deux parents ;",
                home,
                f"fixe à {case.sum(70, 240)} par enfant et par mois la part contributive due par le père, payable "
                "d'avance avant le 5, avec intermédiation de l'organisme débiteur des prestations familiales ;",
                "dit que les frais exceptionnels (voyages scolaires, santé non remboursée) sont partagés par moitié ;",
                "rappelle que tout changement de résidence d'un parent doit faire l'objet d'une information "
                "préalable de l'autre ; rappelle que la décision est exécutoire de droit à titre provisoire.",
            ),
        ),
        lines=("2e chambre civile - Famille", "Service des affaires familiales hors divorce"),
        references=(f"N° RG {case.year - 2001}/{case.number(5)}", f"N° de minute : {case.number(4)}"),
        signer="Le greffier                 Le juge",
        seal=("TRIBUNAL", "JUDICIAIRE"),
    )


def _child_entrusted_to_kin(case: Case) -> Paper:
    who, town, child = case.who, case.commune.title(), offspring(case)[0]
    mother = invented(case, "C", "F", child.naissance - timedelta(days=case.some(7500, 12000)))
    kin = case.one("membre de la famille", "proche", "parrain ou marraine")
    return Paper(
        "FAM-ADO",
        None,
        f"TRIBUNAL JUDICIAIRE DE {town.upper()}",
        case.one("Jugement de délégation d'autorité parentale", "Délégation de l'autorité parentale - Jugement"),
        (
            Text("RÉPUBLIQUE FRANÇAISE - AU NOM DU PEUPLE FRANÇAIS", bold=True),
            *texts(
                f"Requérant : {case.known(who)} à {who.lieu}, demeurant {case.address}, {kin} de l'enfant.",
                f"Parent : {case.known(mother)} à {mother.lieu}, comparante et consentante. Père : décédé.",
                f"Enfant : {child.full}, {child.born} le {long_date(child.naissance)} à {child.lieu}.",
                f"Vu la requête conjointe reçue le {case.long(300, 600)} ; vu l'avis favorable du ministère public ; "
                "vu les articles 377 et suivants du code civil et 1202 du code de procédure civile ;",
                "La mère expose qu'elle ne peut, en raison de son état de santé et de son éloignement, assumer la "
                "charge quotidienne de l'enfant, qui vit depuis plusieurs mois au domicile du requérant où il est "
                "scolarisé. Les circonstances exigent que l'autorité parentale soit déléguée à ce proche digne de "
                "confiance.",
            ),
            Heading("PAR CES MOTIFS"),
            *texts(
                "Le juge aux affaires familiales, statuant en chambre du conseil, en matière gracieuse, en premier "
                "ressort,",
                f"Délègue {case.one('totalement', 'partiellement')} à {case.named(who)} l'exercice de l'autorité "
                f"parentale sur l'enfant {child.full} ;",
                "Dit que le délégataire pourra accomplir seul les actes relatifs à la santé, à la scolarité, aux "
                "titres d'identité et aux prestations familiales de l'enfant ;",
                "Rappelle que le droit de consentir à l'adoption n'est jamais délégué et que la délégation peut "
                "prendre fin ou être transférée par un nouveau jugement s'il est justifié de circonstances nouvelles "
                ";",
                "Laisse les dépens à la charge du requérant.",
            ),
        ),
        lines=("Juge aux affaires familiales - chambre du conseil",),
        references=(f"RG n° {case.year - 2001}/{case.number(5)}", f"Minute {case.number(3)}"),
        signer="Pour copie certifiée conforme, le greffier",
        seal=("TRIBUNAL", town.upper()),
    )


WRITERS: Writers = {
    "FAM-AVO": to_test(_deed_of_consent),
    "FAM-SEP": to_test(_legal_separation),
    "FAM-GAR": to_test(_home_of_a_child),
    "FAM-ADO": to_test(_child_entrusted_to_kin),
}
