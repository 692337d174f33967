"""Divorce by mutual consent, without a judge: agreements, letters of lawyers, deposits at notaries (FAM-AVO)."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.kin import former_couple, offspring, wedding
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

RENUNCIATION = (
    "Les époux renoncent réciproquement à toute prestation compensatoire, après avoir été informés de "
    "leurs droits par leurs avocats respectifs et pris en compte la durée du mariage, leur âge, leur état "
    "de santé, leur qualification, leurs revenus et leurs droits prévisibles à pension de retraite. La "
    "déclaration sur l'honneur prévue à l'article 272 du code civil est annexée aux présentes."
)


def _agreement_of_divorce(case: Case) -> Paper:
    wife, husband = former_couple(case)
    day, children = wedding(case, wife, husband, 2000), offspring(case)
    names = " et ".join(f"{each.prenom}, {each.born} le {short_date(each.naissance)}" for each in children)
    return Paper(
        "FAM-AVO",
        None,
        f"Maître {case.third()}",
        "Convention de divorce par consentement mutuel",
        (
            Text("ACTE SOUS SIGNATURE PRIVÉE CONTRESIGNÉ PAR AVOCATS", bold=True),
            Text("Déposé au rang des minutes d'un notaire – articles 229-1 à 229-4 du code civil"),
            Text("ENTRE LES SOUSSIGNÉS :", bold=True),
            *texts(
                f"{case.named(wife)}, {case.born(wife)}, assistée de Maître {case.third()}, avocat au barreau,",
                f"{case.named(husband)}, {case.born(husband)}, assisté de Maître {case.third()}, avocat au barreau,",
                f"mariés le {long_date(day)} à {case.commune.title()}, sans contrat préalable, sont convenus de "
                "divorcer par consentement mutuel. Ils reconnaissent avoir reçu le projet de convention par lettre "
                "recommandée et disposé d'un délai de réflexion de quinze jours.",
            ),
            Leaf(),
            Heading("Article 1 – Les enfants"),
            Text(
                f"De l'union sont issus : {names}. Informés de leur droit d'être entendus par un juge, ils n'ont pas "
                "souhaité en faire usage. L'autorité parentale est exercée conjointement. La résidence est fixée chez "
                f"la mère ; le père versera une pension alimentaire de {case.some(8, 28)}0 € par mois et par enfant."
            ),
            Heading("Article 2 – Le logement"),
            Text(
                f"Le domicile conjugal, sis {case.address}, est pris en location. Le droit au bail est attribué à l'un "
                "des époux, l'autre ayant entrepris des démarches en vue de l'obtention d'un logement social."
            ),
            Heading("Article 3 – Prestation compensatoire"),
            Text(RENUNCIATION),
            Leaf(),
            Heading("Article 4 – Liquidation du régime matrimonial"),
            *texts(
                "Les époux déclarent ne posséder aucun bien immobilier et avoir partagé leurs meubles. Chacun conserve "
                "les comptes ouverts à son nom. Il n'existe pas de passif commun.",
                "Les époux reconnaissent que le présent acte vaut règlement complet des effets du divorce au sens de "
                "l'article 229-3 du code civil et que toute modification ultérieure relative aux enfants pourra être "
                "portée devant le juge aux affaires familiales.",
                "Article 5 – Frais. Chacun règle les honoraires de son avocat ; les frais de dépôt sont partagés.",
                "La convention prend effet au jour où son dépôt chez le notaire lui confère date certaine et force "
                "exécutoire.",
            ),
        ),
        lines=("Avocat au barreau", case.address),
        signer="Les époux et leurs avocats",
        numbered=True,
    )


def _letter_of_lawyer(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        f"CABINET {case.third().upper()}",
        case.one("Attestation d'avocat – procédure de divorce", "Divorce par consentement mutuel"),
        texts(
            f"Affaire : divorce {husband.nom.upper()} / {wife.nom.upper()}",
            "À qui de droit,",
            f"Je soussigné, avocat au barreau, certifie être le conseil de {case.named(case.who)}, "
            f"{case.born(case.who)}, dans le cadre de la procédure de divorce par consentement mutuel en cours.",
            "Un projet de convention, établi conformément à l'article 229-1 du code civil par acte sous signature "
            f"privée contresigné par avocats, a été adressé aux époux le {case.long(5, 50)}. Sa signature est prévue "
            f"le {case.ahead(20, 60)}, après quoi la convention sera déposée au rang des minutes de Maître "
            f"{case.third()}, notaire.",
            "Les époux résident d'ores et déjà séparément. La présente attestation est délivrée afin de permettre à "
            "mon client d'accomplir toute démarche utile, notamment sa demande de logement social.",
            "Veuillez agréer l'expression de mes sentiments distingués.",
        ),
        lines=("Droit de la famille – Droit pénal", case.address, "Toque " + case.number(3)),
        references=(f"N/Réf. : {case.number(6)} – DIV",),
        letter=True,
        signer="L'avocat",
        seal=("AVOCAT À LA COUR",),
        foot="Membre d'une association agréée, le règlement par chèque est accepté. TVA intracommunautaire.",
    )


def _deposit_certified_by_notary(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        "OFFICE NOTARIAL",
        "Attestation de dépôt d'une convention de divorce",
        (
            Text(f"Je soussigné, Maître {case.third()}, notaire, atteste que :"),
            Text(
                "La convention de divorce par consentement mutuel établie par acte sous signature privée contresigné "
                f"par avocats le {case.long(60, 400)} entre :"
            ),
            Text(f"{case.named(husband)}, {case.born(husband)}"),
            Text(f"et {case.named(wife)}, {case.born(wife)}"),
            Text(
                f"a été déposée au rang des minutes de l'office le {case.long(30, 50)}, en application de l'article "
                "229-1 du code civil. Ce dépôt confère à la convention date certaine et force exécutoire. Le divorce "
                "prend effet à cette date."
            ),
            Fields(
                (
                    ("Avocat de l'époux", f"Maître {case.third()}"),
                    ("Avocat de l'épouse", f"Maître {case.third()}"),
                    ("Résidence habituelle", case.commune.title()),
                )
            ),
            Text("Attestation établie pour la mention du divorce en marge des actes (article 1147 du CPC)."),
        ),
        lines=(case.home.rue, case.home.ville),
        references=(f"Dossier {case.number(7)} / DCM",),
        signer="Le notaire",
        seal=("OFFICE NOTARIAL", case.commune),
    )


def _certificate_of_clerk_of_lawyer(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        f"SCP {case.third()} & associés",
        "Certificat de procédure en cours",
        (
            *texts(
                f"Nous, avocats de {case.named(wife)}, certifions que celle-ci et {case.named(husband)} ont entrepris "
                "de mettre fin à leur union d'un commun accord, hors la présence du juge.",
                f"Première réunion à quatre : {case.long(60, 200)}. Lettre de mission : {case.long(201, 260)}. Les "
                "deux époux sont d'accord tant sur le principe que sur les conséquences de la rupture.",
            ),
            Heading("Points arrêtés à ce jour"),
            Table(
                (
                    ("Objet", "Accord des époux"),
                    ("Domicile", f"libéré au plus tard le {case.ahead(30, 120)}"),
                    ("Enfants", "résidence alternée par semaine"),
                    ("Contribution", f"{case.some(5, 20)}0 € par enfant"),
                    ("Nom d'usage", "repris par l'épouse"),
                ),
                (2, 3),
            ),
            Text(
                "L'acte contresigné ne pourra être régularisé avant l'expiration du délai de quinze jours prévu à "
                "l'article 229-4 du code civil, puis transmis au notaire sous sept jours."
            ),
        ),
        lines=("Société d'avocats interbarreaux", "Case palais n° " + case.number(2)),
        letter=True,
        signer="L'un d'eux",
    )


def _deposit_certified_by_study(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        f"Étude de Maître {case.third()}",
        "Certificat de dépôt – divorce sans juge",
        texts(
            f"L'AN {case.year}, par-devant nous, notaire en résidence à {case.commune.title()}, ont été remis pour "
            "être placés au nombre des minutes, par Maître "
            f"{case.third()}, conseil de la femme, l'acte d'avocats en date du {case.long(20, 300)} et ses annexes.",
            f"Cet acte constate l'accord de M. {husband.nom.upper()} {husband.prenoms}, "
            f"{short_date(husband.naissance)}, et de Mme {wife.nom.upper()} {wife.prenoms}, "
            f"{short_date(wife.naissance)}, sur la rupture de leur mariage.",
            "Après contrôle du respect des exigences formelles (mentions de l'article 229-3, 1° à 6°) et du délai de "
            "réflexion, le dépôt a été opéré. Le mariage se trouve dissous à la date ci-après.",
            "La présente vaut justificatif de situation familiale auprès de tous tiers, bailleurs et administrations.",
        ),
        lines=("Notaire", case.home.ville),
        references=(f"Répertoire n° {case.number(5)}", f"Minute du {case.short(5, 19)}"),
        signer="Maître, notaire",
        seal=("NOTAIRE", case.commune),
    )


def _agreement_between_spouses(case: Case) -> Paper:
    wife, husband = former_couple(case)
    return Paper(
        "FAM-AVO",
        None,
        "",
        "Convention réglant les effets du divorce",
        (
            Text(f"Madame {wife.full}, épouse, d'une part – Monsieur {husband.full}, époux, d'autre part"),
            *texts(
                f"Préambule. Mariage célébré le {long_date(wedding(case, wife, husband, 2000))}. Les parties "
                "souhaitent y mettre un terme d'un commun accord, chacune étant pourvue d'un conseil distinct : Me "
                f"{case.third()} et Me {case.third()}.",
                "I. Consentement. Chaque époux affirme que son consentement est libre et éclairé et qu'il n'est placé "
                "sous aucun régime de protection.",
                "II. Date des effets. Entre les époux, le divorce rétroagit au jour de la cessation de cohabitation, "
                f"soit le {case.long(200, 900)}.",
                "III. Résidence des époux. "
                f"Madame demeure {case.address}. Monsieur est hébergé à titre provisoire par un tiers.",
            ),
            Leaf(),
            *texts(
                "IV. Enfants. Temps de présence partagé par moitié, passage de bras le vendredi à la sortie des "
                f"classes ; rattachement fiscal alterné ; frais partagés ; pension {case.some(5, 20)}0 €.",
                "Chaque parent pourra joindre les enfants par téléphone et consultera l'autre avant tout voyage à "
                "l'étranger. Le formulaire d'information des mineurs, daté et signé, est joint en annexe 2.",
                "V. Patrimoine. Véhicule attribué à Monsieur. État liquidatif annexé. Absence de soulte.",
                "VI. Enregistrement et dépôt. La partie la plus diligente fait procéder au dépôt de l'acte par son "
                "avocat auprès du notaire, qui en contrôle la forme. À défaut de dépôt, l'acte est sans effet.",
                "Fait en quatre exemplaires. Chaque page est paraphée. Mention « lu et approuvé ».",
            ),
        ),
        signer="Signatures",
        numbered=True,
    )


WRITERS: Writers = {
    "FAM-AVO": to_learn(
        _agreement_of_divorce,
        _letter_of_lawyer,
        _deposit_certified_by_notary,
        _deposit_certified_by_study,
        _agreement_between_spouses,
        _certificate_of_clerk_of_lawyer,
    ),
}
