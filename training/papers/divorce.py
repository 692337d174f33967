"""Judgments of divorce (FAM-DIV)."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.kin import former_couple, offspring, wedding
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _names(children: tuple[Someone, ...]) -> str:
    return " et ".join(f"{each.prenom}, {each.born} le {short_date(each.naissance)} à {each.lieu}" for each in children)


def _grounds(case: Case) -> tuple[Text, ...]:
    return texts(
        "Sur le prononcé du divorce : aux termes de l'article 233 du code civil, le divorce peut être demandé "
        "conjointement par les époux lorsqu'ils acceptent le principe de la rupture du mariage sans "
        "considération des faits à l'origine de celle-ci. Il convient de prononcer le divorce.",
        "Sur l'autorité parentale : elle est exercée conjointement par les père et mère. L'accord des parents "
        "sur la résidence des enfants, conforme à l'intérêt de ceux-ci, sera entériné.",
        f"Sur la contribution à l'entretien et à l'éducation : le père perçoit {case.sum(1200, 2600)} par mois "
        f"et supporte un loyer de {case.sum(400, 800)} ; la mère perçoit {case.sum(900, 2000)} et des "
        "prestations familiales. La pension alimentaire sera fixée en proportion de ces ressources.",
        "Sur la prestation compensatoire : la rupture ne crée pas de disparité dans les conditions de vie.",
        "Sur la date des effets du divorce : en application de l'article 262-1 du code civil, le jugement "
        "prend effet dans les rapports entre les époux, en ce qui concerne leurs biens, à la date de la "
        "demande. Aucune circonstance ne justifie d'y déroger.",
        "Sur le nom : à la suite du divorce, chacun des époux perd l'usage du nom de son conjoint (article "
        "264). Sur la révocation des avantages matrimoniaux : elle est de plein droit (article 265).",
        "Sur les dépens : compte tenu de la nature familiale du litige, ils seront partagés par moitié et "
        "recouvrés selon les règles de l'aide juridictionnelle.",
    )


def _judgment_of_court(case: Case) -> Paper:
    wife, husband = former_couple(case)
    children, day = offspring(case), wedding(case, wife, husband, 2000)
    return Paper(
        "FAM-DIV",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        "Jugement de divorce",
        (
            Text("RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS", bold=True),
            Text(f"Rendu le {case.long(60, 600)} par {case.third()}, juge aux affaires familiales."),
            Heading("DEMANDERESSE"),
            Text(
                f"{case.named(wife)}, {case.born(wife)}, demeurant {case.address}, représentée par Me {case.third()}."
            ),
            Heading("DÉFENDEUR"),
            Text(f"{case.named(husband)}, {case.born(husband)}, représenté par Me {case.third()}, avocat au barreau."),
            Heading("EXPOSÉ DU LITIGE"),
            *texts(
                f"Les époux se sont mariés le {long_date(day)} devant l'officier de l'état civil de "
                f"{case.commune.title()}, sans contrat de mariage préalable. De cette union sont issus : "
                f"{_names(children)}.",
                f"Par ordonnance du {case.long(700, 1500)}, le juge a constaté que les époux acceptaient le principe "
                "de la rupture du mariage, attribué à l'épouse la jouissance du logement familial et fixé à titre "
                "provisoire la résidence des enfants. L'instruction a été clôturée et l'affaire mise en délibéré.",
                "Dans ses dernières conclusions, la demanderesse sollicite le prononcé du divorce, la fixation de la "
                "date de ses effets au jour de la séparation effective, l'attribution préférentielle du droit au bail "
                "et une contribution à l'entretien des enfants. Le défendeur s'associe à la demande en divorce, offre "
                "une somme moindre et demande que chaque partie conserve la charge de ses frais irrépétibles.",
            ),
            Leaf(),
            Heading("MOTIFS DE LA DÉCISION"),
            *_grounds(case),
            Leaf(),
            Heading("PAR CES MOTIFS"),
            *texts(
                "Le juge, statuant publiquement, par jugement contradictoire et en premier ressort,",
                f"PRONONCE LE DIVORCE de {husband.full} et de {wife.full} ; ORDONNE la mention du dispositif en marge "
                "de l'acte de mariage et des actes de naissance des époux ;",
                "DIT que l'épouse reprendra l'usage de son nom ; RENVOIE les parties à procéder amiablement à la "
                "liquidation du régime matrimonial ;",
                "FIXE la résidence habituelle des enfants au domicile de la mère ; DIT que le père exercera son droit "
                "de visite et d'hébergement les fins de semaines paires et la moitié des vacances scolaires ;",
                "DIT que, sauf meilleur accord, le parent qui héberge vient chercher et reconduit les enfants ; "
                "RAPPELLE que tout changement de résidence de l'un des parents doit être annoncé à l'avance ;",
                f"CONDAMNE le père à verser une pension alimentaire de {case.some(80, 250)} € par mois et par enfant, "
                "indexée ; ATTRIBUE à l'épouse le droit au bail du domicile conjugal ; PARTAGE les dépens.",
            ),
        ),
        lines=("Chambre de la famille",),
        references=(f"N° RG {case.year % 100 - 1}/{case.number(5)}", f"MINUTE N° {case.number(4)}"),
        signer="Le greffier          Le juge",
        seal=("TRIBUNAL JUDICIAIRE", "GREFFE"),
        numbered=True,
    )


def _extract_for_civil_status(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day, past = wedding(case, wife, husband, 2000), case.day(900, 1900)
    return Paper(
        "FAM-DIV",
        None,
        f"TRIBUNAL DE GRANDE INSTANCE DE {case.commune}",
        case.one("Extrait du jugement de divorce", "Extrait des minutes du greffe – divorce"),
        (
            Text(f"D'un jugement rendu le {long_date(past)} par le juge aux affaires familiales, contradictoirement,"),
            Text("ENTRE", bold=True),
            Text(f"{case.named(husband)}, {case.born(husband)}, de nationalité française, demandeur ;"),
            Text("ET", bold=True),
            Text(f"{case.named(wife)}, {case.born(wife)}, de nationalité française, défenderesse ;"),
            Text("IL A ÉTÉ EXTRAIT CE QUI SUIT :", bold=True),
            *texts(
                f"Prononce, sur le fondement des articles {case.one('229 et 230', '237 et 238', '242')} du code civil, "
                f"le divorce des époux {husband.nom.upper()} – {wife.nom.upper()}, mariés le {long_date(day)} à "
                f"{case.commune.title()} ;",
                "Ordonne la publicité de la décision conformément à l'article 1082 du code de procédure civile ;",
                f"Constate que les époux vivent séparément depuis le {case.long(1901, 2000)} ; attribue à "
                f"{case.named(case.who)} le droit au bail du logement ; dit que l'autorité parentale sur les enfants "
                "mineurs est exercée en commun.",
                "Pour extrait certifié conforme, délivré aux fins de transcription à l'état civil. Le jugement est "
                "passé en force de chose jugée, ainsi qu'il résulte du certificat de non-appel annexé.",
            ),
        ),
        lines=("Greffe du juge aux affaires familiales",),
        references=(f"R.G. {past.year % 100}/{case.number(5)}", f"Jugement n° {case.number(3)}"),
        signer="Le greffier en chef",
        seal=("TRIBUNAL DE GRANDE INSTANCE", case.commune),
    )


def _judgment_without_title(case: Case) -> Paper:
    wife, husband = former_couple(case)
    children, day = offspring(case), wedding(case, wife, husband, 2000)
    return Paper(
        "FAM-DIV",
        None,
        "AU NOM DU PEUPLE FRANÇAIS",
        f"Jugement du {case.long(60, 1000)}",
        (
            Fields(
                (
                    ("Affaire", f"{wife.nom.upper()} c/ {husband.nom.upper()}"),
                    ("Nature", "Divorce – altération du lien conjugal"),
                    ("N° du répertoire général", f"{case.year % 100 - 1}/{case.number(5)}"),
                    ("Magistrat", case.third()),
                    ("Greffière", case.third()),
                )
            ),
            *texts(
                f"Vu l'assignation délivrée le {case.long(1300, 1800)} ; vu les articles 237 et 238 du code civil ; vu "
                f"l'absence de comparution du défendeur ; vu le mariage célébré le {long_date(day)} ;",
                "Attendu que les époux vivent séparés depuis plus d'un an ainsi qu'en attestent les avis d'imposition "
                "distincts et l'attestation du bailleur ; que le lien conjugal est définitivement altéré ;",
                f"Attendu que les enfants {_names(children)} résident chez l'un des parents depuis la séparation ; "
                "qu'ils ont été informés de leur droit d'être entendus ;",
                "Attendu que la partie défenderesse, citée à étude, n'a pas constitué avocat ; que la décision, "
                "susceptible d'appel, sera réputée contradictoire ; que le juge ne fait droit à la demande que s'il "
                "l'estime régulière, recevable et bien fondée ;",
                "Attendu, quant au logement, que le bail a été consenti aux deux époux ; qu'en considération des "
                "intérêts sociaux et familiaux en cause (article 1751 du code civil), il y a lieu de l'attribuer ;",
            ),
            Leaf(),
            Text("LE TRIBUNAL,", bold=True),
            *texts(
                f"Dit la loi française applicable ; prononce le divorce de {case.named(wife)} et de "
                f"{case.named(husband)} aux torts non précisés, avec effet entre eux au {case.long(1300, 1800)} ;",
                f"Fixe la résidence des enfants chez {case.named(case.who)}, réserve le droit d'hébergement de l'autre "
                f"parent ; fixe la part contributive à {case.some(90, 300)} euros par mois, payable avant le cinq de "
                "chaque mois par l'intermédiaire de l'organisme débiteur des prestations familiales ;",
                "Rappelle que le divorce emporte révocation des avantages matrimoniaux ; constate qu'il n'y a pas lieu "
                "à expertise ni à désignation d'un notaire ; rappelle que le parent débiteur défaillant encourt les "
                "peines de l'abandon de famille ; dit que la signification sera faite par commissaire de justice ;",
                "Déboute des demandes plus amples ou contraires ; laisse les dépens au demandeur.",
            ),
        ),
        lines=(f"Tribunal judiciaire de {case.commune.title()}", "Pôle famille"),
        signer="La greffière          Le juge",
    )


def _enforceable_copy(case: Case) -> Paper:
    wife, husband = former_couple(case)
    children, day = offspring(case), wedding(case, wife, husband, 2000)
    rows = tuple(
        (child.prenom, short_date(child.naissance), f"{case.some(9, 28) * 10} €", "chez la mère") for child in children
    )
    return Paper(
        "FAM-DIV",
        None,
        "COUR D'APPEL – TRIBUNAL JUDICIAIRE",
        "Jugement rendu en matière de divorce – copie exécutoire",
        (
            *texts(
                f"Dossier : {husband.nom.upper()} / {wife.nom.upper()}. Décision contradictoire et en premier ressort, "
                f"prononcée par mise à disposition au greffe le {case.long(50, 900)}.",
                f"PARTIES : {case.named(husband)}, {husband.born} le {short_date(husband.naissance)} à {husband.lieu}, "
                f"ayant pour avocat Maître {case.third()} ; {case.named(wife)}, {wife.born} le "
                f"{short_date(wife.naissance)} à {wife.lieu}, bénéficiaire de l'aide juridictionnelle totale, ayant "
                f"pour avocat Maître {case.third()}.",
                f"FAITS : union célébrée le {long_date(day)} ; requête enregistrée le {case.long(950, 1900)} ; "
                "ordonnance sur mesures provisoires ; conclusions récapitulatives notifiées par voie électronique.",
            ),
            Heading("Discussion"),
            *texts(
                "L'époux a quitté le domicile et entretient une relation avec un tiers ; ces faits constituent une "
                "violation grave et renouvelée des devoirs et obligations du mariage imputable au mari, rendant "
                "intolérable le maintien de la vie commune. Le divorce sera prononcé à ses torts exclusifs.",
                "La durée du mariage, l'âge des époux et leurs droits à retraite justifient une prestation "
                f"compensatoire de {case.some(4, 25)} 000 euros, en capital, versée en quatre-vingt-seize mensualités.",
                "L'épouse, qui a réduit son activité pour élever les enfants, dispose d'un revenu à temps partiel et "
                "d'une aide au logement. Elle occupe avec eux un appartement du parc privé devenu trop onéreux. Le "
                "mari, salarié, s'acquitte d'un crédit automobile. Ni l'un ni l'autre n'est propriétaire.",
                "Il ressort des débats que les relations entre les parents demeurent tendues mais que les liens des "
                "enfants avec chacun d'eux sont réguliers. Rien ne commande d'écarter l'exercice commun de l'autorité.",
            ),
            Leaf(),
            Heading("Dispositif"),
            Text("La juge déléguée aux affaires familiales, après débats non publics,"),
            Text(f"– prononce aux torts de l'époux le divorce de {husband.full} et {wife.full} ;"),
            Text("– maintient l'exercice en commun de l'autorité parentale et arrête comme suit les mesures :"),
            Table((("Enfant", "Naissance", "Contribution", "Résidence"), *rows), (2, 2, 2, 2)),
            *texts(
                "– dit que le père accueillera les enfants un week-end sur deux et la moitié des congés scolaires ;",
                "– condamne l'époux aux dépens et au paiement de 1 000 euros de dommages et intérêts (article 1240).",
                "EN CONSÉQUENCE, la République française mande et ordonne à tous commissaires de justice, sur ce "
                "requis, de mettre ladite décision à exécution, aux procureurs d'y tenir la main.",
            ),
        ),
        lines=("Affaires familiales – 2e section",),
        references=(
            f"RG n° {case.year % 100 - 2}/{case.number(5)} – Portalis DB{case.number(2)}-W-B7H-{case.number(4)}",
        ),
        signer="La greffière",
        seal=("COPIE EXÉCUTOIRE", f"TJ {case.commune}"),
    )


WRITERS: Writers = {
    "FAM-DIV": to_learn(_judgment_of_court, _extract_for_civil_status, _enforceable_copy, _judgment_without_title),
}
