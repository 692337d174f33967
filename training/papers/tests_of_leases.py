"""Leases never learnt from: an empty flat let by its owner, a furnished one let by an agency, a social landlord's."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _empty_flat(case: Case) -> Paper:
    owner, rooms, area = case.third(), case.some(2, 5), case.some(38, 92)
    parts = (
        Heading("I. Désignation des parties"),
        *texts(
            "Le présent contrat est conclu entre les soussignés :",
            f"M. ou Mme {owner}, {case.one('personne physique', 'indivision familiale')}, ci-après désigné "
            "« le bailleur », d'une part,",
            f"et {case.known(case.who)}, ci-après désigné « le locataire », d'autre part.",
        ),
        Heading("II. Objet du contrat"),
        Fields(
            (
                ("Localisation du logement", case.home.rue),
                ("Commune", case.home.ville),
                ("Type d'habitat", case.one("immeuble collectif", "maison individuelle")),
                ("Régime juridique de l'immeuble", case.one("copropriété", "mono propriété")),
                ("Période de construction", case.one("avant 1949", "de 1949 à 1974", "de 1989 à 2005")),
                ("Surface habitable", f"{area} m²"),
                ("Nombre de pièces principales", str(rooms)),
                ("Modalité de production de chauffage", case.one("individuel", "collectif")),
                ("Niveau de performance (DPE)", f"classe {case.one('C', 'D', 'E')}"),
            )
        ),
        Text("Destination des locaux : usage d'habitation. Locaux accessoires à usage privatif : cave n° 7."),
        *_empty_terms(case),
    )
    return Paper(
        "LOG-BAI",
        None,
        owner,
        case.one("Contrat de location", "Contrat de location de logement nu"),
        parts,
        subtitle="Soumis au titre Ier de la loi du 6 juillet 1989 – logement à usage de résidence principale",
        signer="Le bailleur                Le locataire",
        foot="Paraphes : ……  ……   Contrat type établi en application du décret n° 2015-587 du 29 mai 2015.",
    )


def _empty_terms(case: Case) -> tuple[Heading | Text | Fields | Choices, ...]:
    rent, charges = float(case.home.loyer), case.some(30, 90)
    return (
        Heading("III. Date de prise d'effet et durée du contrat"),
        Text(
            f"Date de prise d'effet : {case.long(200, 900)}. Durée : trois ans. À défaut de congé donné par "
            "le bailleur ou le locataire, le contrat parvenu à son terme est tacitement reconduit pour trois ans."
        ),
        Heading("IV. Conditions financières"),
        Fields(
            (
                ("Loyer mensuel hors charges", case.amount(rent)),
                ("Provision mensuelle sur charges", case.amount(charges)),
                ("Échéance", "mensuelle, à terme à échoir"),
                ("Date de paiement", f"le {case.one('1er', '5', '10')} de chaque mois"),
                ("Indice de référence des loyers", f"3e trimestre : {case.one('130,52', '136,27')}"),
            )
        ),
        Choices(
            (
                ("zone tendue : évolution des loyers encadrée à la relocation", False),
                ("loyer du dernier locataire communiqué au preneur", True),
            )
        ),
        Heading("V. Travaux"),
        Text("Montant et nature des travaux d'amélioration effectués depuis la fin du dernier contrat : néant."),
        Heading("VI. Garanties"),
        Text(
            f"Montant du dépôt de garantie de l'exécution des obligations du locataire : {case.amount(rent)}, soit un "
            "mois de loyer en principal."
        ),
        Heading("VII. Clause de solidarité"),
        Text(
            "Pour l'exécution de toutes les obligations du présent contrat en cas de pluralité de locataires, il y "
            "aura solidarité et indivisibilité entre eux."
        ),
        Heading("VIII. Clause résolutoire"),
        Text(
            "Le contrat sera résilié de plein droit à défaut de paiement du loyer, des charges ou du dépôt de "
            "garantie deux mois après un commandement demeuré infructueux, ainsi qu'à défaut d'assurance des risques "
            "locatifs un mois après un commandement."
        ),
        Heading("X. Autres conditions particulières"),
        Text("Néant."),
        Heading("XI. Annexes"),
        Text(
            "Sont annexés : un extrait du règlement de copropriété, le dossier de diagnostic technique, la notice "
            "d'information relative aux droits et obligations des parties, l'état des lieux d'entrée. Fait en deux "
            "originaux dont un remis à chacune des parties."
        ),
    )


def _furnished_studio(case: Case) -> Paper:
    rent, agency = float(case.home.loyer), case.one("AGENCE DU CANAL", "CABINET IMMOBILIER SAINT-ROCH")
    parts = (
        *texts(
            "ENTRE LES SOUSSIGNÉS",
            f"M. ou Mme {case.third()}, propriétaire, représenté par son mandataire {agency}, titulaire de la carte "
            f"professionnelle « Gestion immobilière » n° CPI {case.number(4)} 2018 000 {case.number(3)}, garantie "
            "financière 120 000 euros, dénommé LE BAILLEUR,",
            f"ET {case.named(case.who)}, {case.born(case.who)}, dénommé{case.who.gendered('e', '')} LE PRENEUR.",
            "Le bailleur donne en location, meublés, au preneur qui accepte, les locaux ci-après désignés.",
        ),
        Heading("DÉSIGNATION"),
        Text(
            f"Un {case.one('studio', 'appartement de deux pièces')} de {case.some(18, 41)} m² situé {case.address}, "
            f"{case.one('rez-de-chaussée', '2e étage porte gauche')}, comprenant séjour avec coin cuisine équipé, "
            "salle d'eau et WC. Le mobilier, conforme au décret n° 2015-981 du 31 juillet 2015, est décrit ci-après."
        ),
        Heading("DURÉE"),
        Text(
            f"Le bail est consenti pour une durée d'un an à compter du {case.short(100, 330)}, renouvelable par "
            "tacite reconduction. Le preneur peut donner congé à tout moment avec un préavis d'un mois."
        ),
        Heading("LOYER – CHARGES – DÉPÔT DE GARANTIE"),
        Text(
            f"Loyer mensuel : {case.amount(rent)}. Forfait de charges : {case.amount(case.some(25, 80))} (eau froide, "
            f"ordures ménagères, électricité des parties communes). Dépôt de garantie : {case.amount(2 * rent)}, "
            "équivalant à deux mois de loyer. Le loyer est payable d'avance au domicile du mandataire et sera révisé "
            "chaque année à la date anniversaire selon l'IRL publié par l'INSEE."
        ),
        Heading("OBLIGATIONS DU PRENEUR"),
        Text(
            "Le preneur s'oblige à user paisiblement des locaux, à ne pas sous-louer sans accord écrit, à s'assurer "
            "contre les risques dont il doit répondre, à répondre des dégradations du mobilier et à laisser visiter "
            "les lieux deux heures par jour ouvrable en cas de vente ou de relocation. Il lui est interdit de "
            "fumer dans les parties communes."
        ),
        *_fees_and_inventory(case),
    )
    return Paper(
        "LOG-BAI",
        None,
        agency,
        case.one("Bail de logement meublé", "Location meublée – bail à usage d'habitation"),
        parts,
        lines=("Transactions – Location – Syndic",),
        subtitle="Loi n° 89-462 du 6 juillet 1989, titre Ier bis",
        references=(f"Mandat de gérance n° {case.number(4)}",),
        signer="Le mandataire          Le preneur",
        seal=(agency, "gérance locative"),
    )


def _fees_and_inventory(case: Case) -> tuple[Leaf | Heading | Table | Text, ...]:
    good = case.one("bon état", "B.E.")
    rows = (
        *(("Lit 140 x 190, matelas et couette", "1", good), ("Table et chaises", "1 + 2", good)),
        *(("Canapé convertible", "1", case.one("usagé", "état moyen")), ("Plaques de cuisson", "1", good)),
        *(("Réfrigérateur avec compartiment congélation", "1", "neuf"), ("Four à micro-ondes", "1", good)),
        *(("Vaisselle (assiettes, verres, couverts)", "4 pers.", good), ("Ustensiles de cuisine", "lot", good)),
        *(("Luminaires", "5", good), ("Étagères de rangement", "2", good), ("Rideaux occultants", "1", good)),
        ("Matériel d'entretien ménager", "lot", good),
    )
    return (
        Heading("HONORAIRES"),
        Text(
            f"Visite, dossier, rédaction du bail : {case.sum(120, 320)} TTC à la charge de chacune des parties ; "
            f"état des lieux : {case.sum(54, 99)} TTC."
        ),
        Text(
            "Fait en autant d'exemplaires que de parties. Mots nuls : 0. Lignes nulles : 0. Faire précéder les "
            "signatures de la mention manuscrite « Lu et approuvé, bon pour accord »."
        ),
        Leaf(),
        Heading("INVENTAIRE ET ÉTAT DÉTAILLÉ DU MOBILIER"),
        Table((("Élément", "Nombre", "État à l'entrée"), *rows), (4, 1.3, 2)),
        Text("Le preneur dispose de dix jours pour demander le complément du présent inventaire."),
    )


def _social_landlord(case: Case) -> Paper:
    landlord, rent = case.one("LYS HABITAT", "OFFICE PUBLIC DU BEFFROI"), float(case.home.loyer)
    co = case.home.conjoint
    holders = case.named(case.who) + (f" et {case.named(co)}" if co else "")
    parts = (
        Heading("CONDITIONS PARTICULIÈRES"),
        Text(
            f"Entre {landlord}, organisme d'habitations à loyer modéré, et {holders}, ci-après dénommé(s) "
            f"le locataire, il est consenti, suite à la décision de la commission d'attribution des logements et "
            f"d'examen de l'occupation des logements du {case.short(120, 1200)}, la location suivante :"
        ),
        Fields(
            (
                ("Adresse du logement", case.home.rue),
                ("", case.home.ville),
                ("Référence du module", f"{case.number(4)}.{case.number(2)}.{case.number(4)}"),
                ("Type / étage", f"T{case.some(2, 5)} / {case.some(0, 9)}"),
                ("Surface habitable", f"{case.some(42, 95)},{case.number(2)} m²"),
                ("Financement", case.one("PLUS", "PLAI", "HLM ordinaire")),
                ("Numéro de convention", f"{case.number(2)}/3/{case.number(6)}/80-416"),
                ("Date de prise d'effet", case.short(90, 1100)),
            )
        ),
        Table(
            (
                ("Composition de la quittance", "Montant mensuel"),
                ("Loyer principal", case.amount(rent)),
                ("Loyer annexe (cave, stationnement)", case.amount(case.some(8, 45))),
                ("Provision charges générales", case.amount(case.some(35, 80))),
                ("Provision chauffage et eau chaude", case.amount(case.some(30, 95))),
                ("Dépôt de garantie (un mois de loyer)", case.amount(rent)),
            ),
            (3, 1),
        ),
        *_social_terms(case),
    )
    return Paper(
        "LOG-BAI",
        None,
        landlord,
        case.one("Contrat de location", "Bail d'habitation"),
        parts,
        lines=("Office public de l'habitat", "Direction de la clientèle"),
        subtitle="Logement conventionné (APL)",
        references=(f"Contrat n° L/{case.number(6)}",),
        signer="Pour l'organisme        Le(s) locataire(s)",
        numbered=True,
    )


def _social_terms(case: Case) -> tuple[Heading | Text, ...]:
    return (
        Leaf(),
        Heading("CONDITIONS GÉNÉRALES"),
        *texts(
            "Article 1 – Droit au maintien dans les lieux. Le contrat est conclu pour un mois, renouvelable "
            "par tacite reconduction pour des périodes d'égale durée. Le locataire bénéficie du droit au maintien dans "
            "les lieux prévu par l'article L. 442-6 du code de la construction et de l'habitation.",
            "Article 2 – Loyer. Le loyer est payable mensuellement à terme échu. Il peut être révisé chaque année au "
            "1er janvier par délibération du conseil d'administration, dans la limite du loyer maximum de la "
            "convention.",
            "Article 3 – Supplément de loyer de solidarité. Le locataire est tenu de répondre chaque année à l'enquête "
            "sur ses ressources (articles L. 441-3 et suivants du CCH). À défaut, le supplément est liquidé au taux "
            "maximal, avec une indemnité pour frais de dossier.",
            "Article 4 – Obligations du locataire. Occuper les lieux personnellement, huit mois au moins par an ; ne "
            "pas céder le bail ni sous-louer ; entretenir le logement et les équipements mentionnés au décret n° "
            "87-712 du 26 août 1987 ; justifier chaque année d'une assurance ; respecter le règlement intérieur.",
            "Article 5 – Congé. Le locataire peut donner congé par lettre recommandée avec avis de réception, sous "
            f"préavis de trois mois, réduit à {case.one('un mois', 'un ou deux mois')} dans les cas prévus par la loi "
            "(mutation, perte d'emploi, état de santé, attribution d'un autre logement conventionné…).",
            "Article 6 – Clause résolutoire. À défaut de paiement du loyer ou des charges à leur échéance et deux mois "
            "après un commandement resté sans effet, le contrat sera résilié de plein droit.",
            "Article 7 – Informatique et libertés. Les données recueillies sont destinées à la gestion locative. Le "
            "locataire dispose d'un droit d'accès et de rectification auprès du siège de l'organisme.",
        ),
    )


WRITERS: Writers = {"LOG-BAI": to_test(_empty_flat, _furnished_studio, _social_landlord)}
