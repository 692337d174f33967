"""Rulings and complaints behind a wish to move, never learnt from: leases undone, evictions, violence, neighbours."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Text
from training.papers.kin import former_couple, offspring
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_test


def _lease_undone(case: Case) -> Paper:
    parts = (
        Text("RÉPUBLIQUE FRANÇAISE – AU NOM DU PEUPLE FRANÇAIS", bold=True),
        Fields(
            (
                ("Demandeur", case.home.bailleur),
                ("Défendeur", f"{case.named(case.who)}"),
                ("Juge", f"{case.third()}, vice-président(e)"),
                ("Débats", f"audience publique du {case.short(90, 160)}"),
                ("Jugement", "contradictoire, en premier ressort"),
            )
        ),
        Heading("EXPOSÉ DU LITIGE"),
        *texts(
            f"Par contrat du {case.long(900, 3000)}, la demanderesse a consenti à la partie défenderesse un "
            "bail portant "
            f"sur un logement situé {case.address}. Exposant que le preneur ne jouit pas paisiblement des lieux, elle "
            f"l'a fait assigner, par acte du {case.short(170, 300)}, en résiliation judiciaire du bail.",
            case.one(
                "Elle produit deux pétitions de résidents, cinq attestations et une lettre de mise en demeure.",
                "Elle verse aux débats un constat et les plaintes de l'amicale des locataires.",
            ),
            "La défenderesse conclut au rejet et sollicite, à titre subsidiaire, un délai d'un an pour se reloger.",
        ),
        Heading("MOTIFS DE LA DÉCISION"),
        *texts(
            "Il résulte des articles 1728 du code civil et 7 b de la loi du 6 juillet 1989 que le locataire est obligé "
            "d'user paisiblement de la chose louée, suivant la destination qui lui a été donnée par le bail. Les "
            "manquements, répétés malgré les avertissements, sont suffisamment graves pour justifier la résiliation.",
        ),
        Leaf(),
        Heading("PAR CES MOTIFS"),
        *texts(
            "Le tribunal, statuant publiquement, par jugement contradictoire et en premier ressort,",
            "PRONONCE la résiliation du bail liant les parties à compter du présent jugement ;",
            "DIT que la partie défenderesse devra libérer les lieux dans les quatre mois de la signification ;",
            f"FIXE l'indemnité mensuelle d'occupation à {case.amount(case.home.loyer)} jusqu'à la remise des clés ;",
            "REJETTE le surplus des demandes et CONDAMNE la défenderesse aux dépens ;",
            "RAPPELLE que l'exécution provisoire est de droit.",
            f"Ainsi jugé et prononcé par mise à disposition au greffe, le {case.long(30, 80)}.",
        ),
    )
    return Paper(
        "MOT-RES",
        None,
        f"TRIBUNAL {case.one('JUDICIAIRE', 'DE PROXIMITÉ')} DE {case.commune}",
        case.one("Jugement", "Jugement du juge des contentieux de la protection"),
        parts,
        references=(f"N° RG 11-{case.number(2)}-000{case.number(3)}", f"Minute n° {case.number(3)}/{case.year}"),
        signer="Le greffier          Le juge",
        numbered=True,
    )


def _eviction_in_chambers(case: Case) -> Paper:
    owed = float(case.some(1800, 9400))
    parts = (
        *texts(
            f"Ordonnance du {case.long(30, 150)}",
            f"ENTRE : {case.home.bailleur}, représenté(e) par Maître {case.third()}, avocat",
            f"ET : {case.named(case.who)}, demeurant {case.address}, {case.one('comparant', 'non comparant')} "
            "en personne",
        ),
        Heading("FAITS ET PROCÉDURE"),
        *texts(
            f"Suivant bail du {case.short(700, 2900)}, le défendeur occupe un logement. Des loyers étant demeurés "
            f"impayés, un commandement de payer la somme en principal de {case.amount(owed * 0.6)} lui a été "
            "délivré le "
            f"{case.short(250, 340)}. Il est resté infructueux pendant plus de deux mois. L'assignation a été notifiée "
            "au représentant de l'État six semaines au moins avant l'audience. La demande est donc recevable.",
        ),
        Heading("SUR CE"),
        *texts(
            "L'article 24 de la loi du 6 juillet 1989 permet au juge d'accorder des délais de paiement au locataire en "
            "situation de régler sa dette et ayant repris le versement intégral du loyer courant. Tel n'est "
            "pas le cas.",
            "Le diagnostic social et financier fait apparaître des ressources insuffisantes. La demande de délais ne "
            "peut dès lors prospérer.",
        ),
        Leaf(),
        Heading("PAR CES MOTIFS"),
        *texts(
            "Nous, juge des contentieux de la protection statuant en référé, par décision réputée contradictoire :",
            f"CONSTATONS que la clause résolutoire du bail est acquise depuis le {case.short(180, 240)} ;",
            f"CONDAMNONS le défendeur à payer, à titre provisionnel, {case.amount(owed)}, avec intérêts au "
            "taux légal ;",
            "ORDONNONS, à défaut de départ volontaire deux mois après un commandement de quitter les lieux, son "
            "expulsion et celle de tous occupants de son chef, avec le concours de la force publique s'il y a lieu ;",
            "DISONS que le sort des meubles est régi par les articles L. 433-1 et suivants du code des procédures "
            "civiles d'exécution ;",
            "DISONS que la présente ordonnance sera transmise au préfet en vue de la prise en compte du relogement.",
            "En conséquence, la République française mande et ordonne à tous commissaires de justice, sur ce requis, "
            "de mettre la présente décision à exécution. COPIE EXÉCUTOIRE délivrée le même jour.",
        ),
    )
    return Paper(
        "MOT-JEX",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        case.one("Ordonnance de référé", "Ordonnance de référé – expulsion"),
        parts,
        lines=("Pôle de proximité – Contentieux de la protection", "RÉPUBLIQUE FRANÇAISE"),
        references=(
            f"N° RG {case.year % 100 - 1}/{case.number(5)}",
            f"N° Portalis DBZS-W-B7I-{case.one('XGKF', 'WUZP')}",
        ),
        signer="Le greffier          Le président",
        numbered=True,
    )


def _protected_by_a_judge(case: Case) -> Paper:
    wife, husband = former_couple(case)
    minors = ", ".join(child.prenom for child in offspring(case))
    parts = (
        *texts(
            f"Nous, {case.third()}, juge aux affaires familiales, assisté(e) de notre greffier, en chambre du conseil,",
            f"PARTIE DEMANDERESSE : Madame {wife.full}, domicile dissimulé, élisant domicile au parquet,",
            f"PARTIE DÉFENDERESSE : Monsieur {husband.full}, demeurant {case.address}.",
            f"Vu la requête reçue au greffe le {case.short(20, 60)} ; vu les articles 515-9 et suivants du "
            "code civil ; "
            "vu l'avis du ministère public ;",
            "Attendu qu'il existe, au vu des éléments produits et contradictoirement débattus (certificat de l'unité "
            "médico-judiciaire, plaintes, témoignages), des raisons sérieuses de considérer comme vraisemblables la "
            "commission des faits allégués et le danger auquel la requérante et les enfants sont exposés ;",
        ),
        Heading("PAR CES MOTIFS"),
        *texts(
            "FAISONS interdiction à la partie défenderesse de recevoir, rencontrer et entrer en relation avec la "
            "requérante, de quelque façon que ce soit, et de paraître à son domicile et sur son lieu de travail ;",
            "FAISONS interdiction à la même de détenir ou porter une arme ;",
            case.one(
                "ATTRIBUONS à la requérante la jouissance du logement, nonobstant le bénéfice d'un hébergement "
                "d'urgence ;",
                "AUTORISONS la requérante à dissimuler son domicile ou sa résidence ;",
            ),
            f"FIXONS la résidence habituelle des enfants mineurs ({minors}) chez leur mère ;",
            f"FIXONS à {case.amount(case.some(90, 260))} par mois la contribution du père à leur entretien ;",
            "DISONS que les présentes mesures sont prises pour une durée de "
            f"{case.one('six', 'douze')} mois à compter de la notification et qu'elles sont exécutoires par "
            "provision ;",
            "RAPPELONS que leur violation est punie de trois ans d'emprisonnement et de 45 000 euros d'amende.",
        ),
    )
    return Paper(
        "MOT-VIO",
        None,
        f"TRIBUNAL JUDICIAIRE DE {case.commune}",
        "Ordonnance de protection",
        parts,
        lines=("Chambre de la famille – Cabinet 3",),
        references=(f"RG n° {case.year % 100}/0{case.number(4)}", f"Décision du {case.short(5, 15)}"),
        signer="Le greffier          Le juge",
    )


def _told_to_gendarmes(case: Case) -> Paper:
    who, (wife, husband) = case.who, former_couple(case)
    parts = (
        *texts(
            f"L'an {spelled_day(case.day(3, 60))}, à {case.some(9, 18)} heures {case.some(10, 55)},",
            f"Nous soussigné(e), {case.third()}, adjudant, officier de police judiciaire en résidence à "
            f"{case.commune.title()}, vu les articles 16 à 19 et 75 à 78 du code de procédure pénale, rapportons les "
            "opérations suivantes, agissant en uniforme et conformément aux ordres de nos chefs :",
        ),
        Heading("Identité de la personne entendue"),
        Fields(
            (
                ("Nom, prénom", who.full),
                (who.born.capitalize(), f"le {who.naissance:%d/%m/%Y} à {who.lieu}"),
                ("Adresse", case.home.rue),
                ("Profession", case.home.metier),
                ("Qualité", "victime"),
            )
        ),
        Heading("Sur les faits"),
        *texts(
            "« Je me présente à votre unité pour déposer plainte contre mon "
            f"{who.gendered('compagnon', 'compagne')} pour violences volontaires. Hier soir, vers 21 heures, nous "
            "nous sommes disputés pour une question d'argent. J'ai été poussé"
            f"{who.gendered('e', '')} contre le mur puis frappé{who.gendered('e', '')} au visage et au bras. Les "
            "enfants étaient dans la chambre. Ce n'est pas la première fois, je n'avais jamais osé venir.",
            "Question : Souhaitez-vous être examiné par un médecin légiste ? Réponse : Oui, je prends la réquisition.",
            "Question : Disposez-vous d'un hébergement ? Réponse : Je suis chez ma sœur pour le moment. J'ai peur de "
            f"rentrer. L'auteur se nomme {who.gendered(husband.nom, wife.nom).upper()}. Je dépose plainte. »",
            "Après lecture faite par elle-même, la personne entendue persiste et signe avec nous. Un récépissé "
            "de dépôt "
            "de plainte lui est remis, ainsi que la liste des associations d'aide aux victimes.",
        ),
    )
    return Paper(
        "MOT-VIO",
        None,
        "GENDARMERIE NATIONALE",
        case.one("Procès-verbal d'audition de victime", "Procès-verbal de dépôt de plainte"),
        parts,
        lines=("Région des Hauts-de-Lys", f"Brigade territoriale autonome de {case.commune.title()}"),
        references=(f"Code unité {case.number(5)} – PV {case.number(5)}/{case.year} – Pièce n° 2",),
        signer="La personne entendue     L'OPJ",
    )


def _logged_by_the_police(case: Case) -> Paper:
    parts = (
        Fields(
            (
                ("Service", f"Commissariat de {case.commune.title()}"),
                ("Déclaration n°", f"{case.year}/{case.number(6)}"),
                ("Date et heure", f"{case.short(3, 80)} à {case.some(9, 19)}h{case.some(10, 55)}"),
                ("Déclarant", case.who.full),
                ("Domicile", case.home.rue),
                ("Nature des faits", case.one("tapages – différends de voisinage", "nuisances, menaces")),
                ("Lieu des faits", case.home.ville),
            )
        ),
        Heading("Exposé"),
        *texts(
            f"Dépose : « Je désire signaler les faits suivants. Depuis {case.one('six mois', 'l’été dernier')}, les "
            "occupants de l'appartement du dessus font du bruit toutes les nuits : musique, cris, coups au plafond. "
            "J'ai essayé de discuter, ils m'ont insulté"
            f"{case.who.gendered('e', '')} dans l'escalier. Hier vers 23 heures, l'un d'eux a donné des coups de pied "
            "dans ma porte. Le bailleur, averti par courrier, ne répond pas. Je ne souhaite pas déposer plainte à ce "
            "stade mais je veux que cela soit consigné. »",
            "Le déclarant est informé que la main courante n'entraîne pas de poursuites. Copie remise à l'intéressé.",
        ),
    )
    return Paper(
        "MOT-VOI",
        None,
        "POLICE NATIONALE",
        case.one("Déclaration de main courante", "Main courante informatisée"),
        parts,
        lines=("Direction interdépartementale de la police nationale",),
        signer="Le déclarant          L'agent",
    )


WRITERS: Writers = {
    "MOT-RES": to_test(_lease_undone),
    "MOT-JEX": to_test(_eviction_in_chambers),
    "MOT-VIO": to_test(_protected_by_a_judge, _told_to_gendarmes),
    "MOT-VOI": to_test(_logged_by_the_police),
}
