"""Where children live: decisions of family judges, adoption, delegated authority (FAM-GAR, FAM-ADO)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.kin import former_couple, offspring
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _judgment_on_authority(case: Case) -> Paper:
    mother, father = former_couple(case)
    names = " et ".join(f"{each.full}, {each.born} le {short_date(each.naissance)}" for each in offspring(case))
    return Paper(
        "FAM-GAR",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        case.one("Jugement – résidence habituelle des enfants", "Jugement sur l'exercice de l'autorité parentale"),
        (
            Text("RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS", bold=True),
            Text(f"DEMANDEUR : {case.named(father)}, {case.born(father)}, comparant en personne"),
            Text(f"DÉFENDERESSE : {case.named(mother)}, {case.born(mother)}, assistée de Maître {case.third()}"),
            Heading("EXPOSÉ DES FAITS"),
            *texts(
                f"De la relation hors mariage de {father.full} et de {mother.full} sont issus : {names}, reconnus par "
                f"leurs deux parents. Les parents se sont séparés le {case.long(300, 1200)}.",
                f"Par requête du {case.long(120, 290)}, le père a saisi le juge aux affaires familiales aux fins de "
                "voir fixer un droit de visite et d'hébergement ; la mère sollicite une contribution à l'entretien.",
                "Les parents ont été informés du droit de l'enfant capable de discernement d'être entendu (article "
                "388-1 du code civil). Aucune demande d'audition n'est parvenue au tribunal.",
            ),
            Leaf(),
            Heading("MOTIFS"),
            *texts(
                "L'autorité parentale appartient aux deux parents et s'exerce conjointement. Elle implique que ceux-ci "
                "prennent ensemble les décisions importantes concernant la santé, l'orientation scolaire, l'éducation "
                "religieuse et le changement de résidence des enfants.",
                "Aux termes de l'article 373-2-9 du code civil, la résidence de l'enfant peut être fixée en alternance "
                "au domicile de chacun des parents ou au domicile de l'un d'eux. L'âge des enfants, leur scolarité et "
                "l'éloignement des domiciles, ainsi que l'absence de chambre chez le père, commandent le second choix.",
            ),
            Heading("PAR CES MOTIFS"),
            *texts(
                "CONSTATE l'exercice conjoint de l'autorité parentale ; FIXE la résidence habituelle des enfants au "
                f"domicile de la mère, {case.address} ;",
                "DIT que, sauf meilleur accord, le père exercera son droit de visite et d'hébergement les fins de "
                "semaines impaires du vendredi 18 heures au dimanche 18 heures et la moitié des vacances scolaires, la "
                "première moitié les années paires ;",
                f"FIXE à {case.some(6, 25)}0 € par mois et par enfant la contribution du père, avec intermédiation "
                "financière ; DIT que la décision est exécutoire de droit à titre provisoire.",
            ),
        ),
        lines=("Juge aux affaires familiales",),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}", f"Minute n° {case.number(3)}"),
        signer="Le greffier          Le juge",
        seal=("TRIBUNAL JUDICIAIRE", "GREFFE"),
        numbered=True,
    )


def _approved_parental_agreement(case: Case) -> Paper:
    mother, father = former_couple(case)
    rows = tuple((each.full, short_date(each.naissance), f"{case.some(5, 20)}0 €") for each in offspring(case))
    return Paper(
        "FAM-GAR",
        None,
        "TRIBUNAL JUDICIAIRE – PÔLE FAMILLE",
        case.one("Convention parentale", "Homologation d'une convention parentale"),
        (
            Text(f"Entre {case.known(mother)}, et {case.known(father)}, parents de :"),
            Table((("Enfant", "Né(e) le", "Contribution"), *rows), (3, 2, 2)),
            Heading("1. Autorité parentale"),
            Text("Les parents exercent en commun l'autorité parentale et s'engagent à communiquer régulièrement."),
            Heading("2. Résidence alternée"),
            Text(
                "Les enfants résident en alternance une semaine chez chaque parent, avec changement le vendredi à la "
                f"sortie de l'école. Domicile de la mère : {case.address}. Domicile du père : {case.commune.title()}."
            ),
            Heading("3. Vacances scolaires et frais"),
            Text(
                "Les petites vacances suivent l'alternance ; les vacances d'été sont partagées par quinzaines. Les "
                "frais de scolarité, de santé non remboursés et d'activités sont réglés par moitié. Les allocations "
                f"familiales sont partagées ; le quotient familial est rattaché à {case.named(case.who)}."
            ),
            Text(
                f"Le juge aux affaires familiales, par ordonnance du {case.long(20, 600)}, vu l'article 373-2-7 du "
                "code civil, homologue la convention ci-dessus et lui confère force exécutoire."
            ),
        ),
        references=(f"RG {case.year % 100}/{case.number(5)}",),
        signer="Les parents          Le juge",
        seal=("HOMOLOGUÉ",),
    )


def _alternating_residence(case: Case) -> Paper:
    mother, father = former_couple(case)
    child = offspring(case)[0]
    return Paper(
        "FAM-GAR",
        None,
        "AFFAIRES FAMILIALES",
        f"Décision du {case.long(30, 900)}",
        (
            Fields(
                (
                    ("Objet", "Modalités d'hébergement de l'enfant"),
                    ("Enfant concerné", f"{child.full}, {short_date(child.naissance)}"),
                    ("Mère", case.named(mother)),
                    ("Père", case.named(father)),
                    ("Répertoire", f"{case.year % 100}/{case.number(4)}"),
                )
            ),
            *texts(
                "Saisi par la mère d'une demande de modification de la décision antérieure, le juge relève que les "
                "deux foyers sont situés dans le même secteur scolaire, que chacun dispose d'une chambre pour l'enfant "
                "et que l'expérience menée depuis six mois est positive.",
                "L'enfant, entendu, a exprimé le souhait de passer autant de temps chez son père que chez sa mère.",
                "En conséquence, il est décidé : que l'hébergement est partagé, une semaine sur deux, du lundi matin "
                "au lundi suivant ; que chaque parent assume les dépenses courantes pendant sa période ; qu'aucune "
                "pension n'est due ; que les documents d'identité et le carnet de santé suivent l'enfant ; que chaque "
                "parent peut se prévaloir de la charge de l'enfant pour sa demande de logement.",
                "Le parent qui change de domicile en avise l'autre un mois avant. Voies de recours : appel, quinze "
                "jours à compter de la notification par le greffe.",
            ),
        ),
        lines=(f"Tribunal de {case.commune.title()}", "Greffe – 1er étage, bureau " + case.number(3)),
        signer="Le magistrat",
        letter=True,
    )


def _visits_reviewed(case: Case) -> Paper:
    mother, father = former_couple(case)
    children = offspring(case)
    return Paper(
        "FAM-GAR",
        None,
        f"TJ {case.commune} – JAF CABINET {case.number(1)}",
        "Droit d'accueil et hébergement – jugement après débats",
        (
            Text("La République au nom du peuple français. Débats hors la présence du public.", bold=True),
            *texts(
                f"{case.named(mother)} et {case.named(father)}, divorcés depuis le {case.short(1200, 2500)}, "
                f"s'opposent sur la prise en charge de {' et '.join(each.prenom for each in children)} (âge : "
                f"{', '.join(str(case.year - each.naissance.year) for each in children)} ans).",
                "Prétentions. Le père fait valoir que son logement actuel, un studio, ne permet pas d'accueillir les "
                "mineurs la nuit et qu'il a déposé une demande de logement plus grand. La mère demande le maintien des "
                "mesures et la revalorisation de la part contributive.",
                "Pièces examinées : avis d'impôt, bulletins de paie, attestation de la caisse d'allocations "
                "familiales, certificats de scolarité, contrat de location, échanges de messages. L'aîné a été entendu "
                "par un auditeur d'enfants, dont le compte rendu a été lu aux conseils des parties.",
                "Réponse du juge. L'intérêt supérieur du mineur commande de préserver ses repères. Le transfert "
                "sollicité n'est pas opportun en l'état ; un élargissement progressif des accueils est ordonné.",
            ),
            Leaf(),
            Text("Statuant contradictoirement, à charge d'appel,", bold=True),
            *texts(
                "– Dit que les mineurs ont leur domicile principal chez la mère ;",
                "– Dit que le père les reçoit : a) jusqu'à l'obtention d'un logement adapté, deux samedis par mois de "
                "10 h à 18 h ; b) ensuite, les première, troisième et cinquième fins de semaine de chaque mois et la "
                "moitié des congés ;",
                "– Dit que les trajets incombent au parent dont débute la période ;",
                f"– Porte la contribution à {case.sum(80, 260)} par mineur, réévaluée chaque 1er janvier selon "
                "l'indice INSEE hors tabac ;",
                "– Rappelle que la non-représentation d'enfant est un délit (article 227-5 du code pénal).",
            ),
        ),
        references=(f"RG n° {case.year % 100 - 1}/{case.number(5)} – Code nature 22G",),
        signer="P/ le greffier, copie conforme",
        seal=("COPIE CONFORME", case.commune),
    )


def _adoption_or_delegation(case: Case) -> Paper:
    child = offspring(case)[0]
    title, ruling = case.desk.rng.choice(
        (
            (
                "Adoption plénière",
                "prononce l'adoption plénière de l'enfant par l'adoptant et dit qu'il portera son nom",
            ),
            ("Adoption simple", "prononce l'adoption simple de l'adopté, lequel conserve ses droits dans sa famille"),
            ("Délégation de l'autorité parentale", "délègue l'exercice de l'autorité parentale (article 377)"),
            ("Acte de kafala", "attribue le recueil légal (kafala) de l'enfant, avec obligation d'entretien"),
        )
    )
    return Paper(
        "FAM-ADO",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        title,
        (
            Text("AU NOM DU PEUPLE FRANÇAIS – chambre du conseil", bold=True),
            *texts(
                f"Vu la requête présentée par {case.known(case.who)}, demeurant {case.address}, tendant à ce que lui "
                f"soit confié {child.full}, {child.born} le {short_date(child.naissance)} à {child.lieu} ;",
                "Vu l'agrément délivré par le président du conseil départemental ; vu les avis favorables du procureur "
                "de la République et du service de l'aide sociale à l'enfance ; vu le consentement des parents "
                "d'origine ou du conseil de famille des pupilles de l'État, recueilli par notaire ;",
                "Attendu que l'enfant vit au foyer depuis six mois ; que la mesure est conforme à son intérêt ;",
            ),
            Heading("PAR CES MOTIFS"),
            *texts(
                f"Le tribunal {ruling} ; dit que le jugement prendra effet à la date du dépôt de la requête ;",
                "Ordonne la transcription du dispositif sur les registres de l'état civil, au besoin au service "
                "central de Nantes ; laisse les dépens à la charge du requérant.",
            ),
        ),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}",),
        signer="Le greffier          Le président",
        seal=("TRIBUNAL JUDICIAIRE", case.commune),
    )


WRITERS: Writers = {
    "FAM-GAR": to_learn(_judgment_on_authority, _approved_parental_agreement, _visits_reviewed, _alternating_residence),
    "FAM-ADO": to_learn(_adoption_or_delegation),
}
