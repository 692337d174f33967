"""Income tax notices, to test on: to be refunded, not taxable, put right, and of the years before tax at source."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import Foyer, foyer, percent, spaced, whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_test

_AUTHORITY = "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES"


def _references(case: Case, home: Foyer, year: int) -> tuple[tuple[str, str], ...]:
    second = (("Numéro fiscal déclarant 2", spaced(case.number(13))),) if home.together else ()
    return (
        ("Numéro fiscal déclarant 1", spaced(case.home.fiscal)),
        *second,
        ("Référence de l'avis", f"{year - 2000} {case.number(2)} {case.number(7)} {case.number(2)}"),
        ("Numéro FIP", f"{case.number(2)}0 {case.number(2)} {case.number(10)} {case.one('T', 'V', 'P')}"),
    )


def _detail(home: Foyer) -> Table:
    cut = tuple(-round(each / 10) for each in home.salaries)
    net = tuple(each + less for each, less in zip(home.salaries, cut, strict=True))
    first = tuple("Déclar. 1" if n == 0 else "Déclar. 2" for n in range(2 if home.together else 1))
    return Table(
        (
            ("Détail des revenus", first[0], first[-1] if home.together else "", "Total"),
            home.row("Salaires", home.salaries),
            home.row("Déduction 10 % ou frais réels", cut),
            home.row("Salaires, pensions, rentes nets", net),
            ("Revenu brut global", "", "", whole(home.net)),
            ("Revenu imposable", "", "", whole(home.net)),
            ("Impôt sur les revenus soumis au barème", "", "", whole(home.tax)),
        ),
        (5, 2, 2, 2),
    )


def _last_pages(case: Case, year: int) -> tuple[Heading | Text | Fields | Leaf, ...]:
    return (
        Heading("Plafonds d'épargne retraite (déclarant 1)"),
        Fields(
            (
                (f"Plafond non utilisé pour les revenus de {year - 2}", whole(case.some(3900, 4200))),
                (f"Plafond calculé sur les revenus de {year - 1}", whole(case.some(4100, 4400))),
            )
        ),
        Text(
            "Le revenu fiscal de référence sert à déterminer si vous pouvez bénéficier de certains avantages fiscaux "
            "ou sociaux. Il tient compte de vos revenus nets et de certains revenus exonérés."
        ),
        Leaf(),
        Heading("Prélèvement à la source"),
        *texts(
            f"Votre nouveau taux s'appliquera à compter du mois de septembre {year}. Il est transmis automatiquement "
            "à votre employeur. En cas de changement de situation, vous pouvez le moduler en ligne.",
            "Réclamation : vous pouvez contester l'impôt jusqu'au 31 décembre de la deuxième année suivant sa mise "
            "en recouvrement. La réclamation ne suspend pas le paiement, sauf demande expresse de sursis (articles "
            "R*190-1 et L277 du livre des procédures fiscales).",
            "La loi n° 78-17 du 6 janvier 1978 modifiée et le règlement (UE) 2016/679 garantissent un droit d'accès "
            "et de rectification auprès de votre centre des finances publiques.",
        ),
    )


def _refund(case: Case) -> Paper:
    home = foyer(case)
    year = home.earned + 1
    held = home.tax + case.some(20, 600)
    who = home.declarants[0]
    status = "Marié(e) ou pacsé(e)" if home.together else case.one("Célibataire", "Divorcé(e) ou séparé(e)")
    return Paper(
        "FIS-AVI",
        home.role,
        _AUTHORITY,
        f"Avis d'impôt établi en {year}",
        (
            Text(f"Déclarant 1 : {who.full} - Adresse d'imposition au 1er janvier {year} : {case.address}"),
            Heading("Vos références"),
            Fields((*_references(case, home, year), ("Date d'établissement", f"{case.some(10, 22)}/07/{year}"))),
            Heading("Votre situation"),
            Fields(
                (
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    ("Nombre de parts", home.parts),
                    ("Montant de votre impôt sur les revenus", f"{whole(home.tax)} €"),
                    ("Prélèvement à la source déjà versé", f"- {whole(held)} €"),
                    ("Montant qui vous est remboursé", f"{whole(held - home.tax)} €"),
                )
            ),
            *texts(
                "Cette somme sera versée sur votre compte bancaire à partir du 24 juillet. Si votre compte a changé, "
                "actualisez vos coordonnées dans votre espace particulier, rubrique « Gérer mon prélèvement à la "
                "source ».",
                "Conservez cet avis : il justifie de vos revenus auprès des organismes qui vous le demandent. Son "
                "authenticité peut être vérifiée en ligne avec votre numéro fiscal et la référence de l'avis.",
            ),
            Leaf(),
            Fields((("Situation du foyer", status), ("Enfants à charge", str(home.children)))),
            _detail(home),
            Fields(
                (
                    ("Réductions et crédits d'impôt", "0"),
                    ("Total de l'impôt sur le revenu net", whole(home.tax)),
                    ("Retenue à la source sur salaires", whole(held)),
                    ("Taux moyen d'imposition", percent(home)),
                )
            ),
            *_last_pages(case, year),
        ),
        lines=(f"Service des impôts des particuliers de {case.commune.title()}", "Par téléphone : 0809 401 401"),
        subtitle=f"Impôt sur les revenus et prélèvements sociaux de {home.earned}",
        letter=case.one("post", "online") == "post",
    )


def _nothing_to_pay(case: Case) -> Paper:
    home = foyer(case)
    year, low = home.earned + 1, tuple(min(each, 15_800 - 900 * n) for n, each in enumerate(home.salaries))
    poor = Foyer(home.declarants, low, home.children, home.earned)
    return Paper(
        "FIS-AVI",
        home.role,
        "FINANCES PUBLIQUES",
        case.one(f"Avis d'impôt {year}", f"Avis de non-imposition {year}", f"Avis d'impôt sur le revenu {year}"),
        (
            Fields((*_references(case, poor, year), ("Mise en recouvrement", f"31/07/{year}"))),
            Text("Vous n'êtes pas imposable", bold=True),
            *texts(
                "D'après les éléments que vous avez déclarés, vous n'avez pas d'impôt à payer au titre de vos "
                f"revenus {home.earned}. Aucune démarche n'est nécessaire de votre part.",
            ),
            Fields(
                (
                    ("Revenu fiscal de référence", whole(poor.net)),
                    ("Nombre de parts", home.parts),
                    ("Total de votre imposition", "0,00 €"),
                )
            ),
            _detail_short(poor),
            *texts(
                "Montant inférieur au seuil de mise en recouvrement : l'impôt calculé est ramené à zéro (article "
                "1657-1 bis du code général des impôts).",
                "Cet avis vous permet de justifier de vos ressources pour bénéficier de certains avantages : "
                "logement, cantine, bourses, chèque énergie. Présentez-le à l'organisme, sans l'envoyer à "
                "l'administration fiscale.",
            ),
        ),
        lines=(f"Centre des finances publiques - {case.commune.title()}", case.home.world.rues[0]),
        subtitle=f"Impôt sur les revenus de l'année {home.earned}",
        letter=True,
        foot="Cet avis est aussi dans votre espace particulier. Les agents sont tenus au secret professionnel.",
    )


def _detail_short(home: Foyer) -> Table:
    return Table(
        (
            ("", "Montant déclaré", "Montant retenu"),
            ("Salaires, allocations, pensions", whole(home.total), whole(home.total)),
            ("Abattement de 10 %", "", f"- {whole(home.total / 10)}"),
            ("Revenu imposable", "", whole(home.net)),
        ),
        (4, 2, 2),
    )


def _put_right(case: Case) -> Paper:
    home = foyer(case)
    year, before = home.earned + 1, home.tax + case.some(90, 900)
    why = case.one(
        f"rattachement d'un enfant majeur omis sur la déclaration des revenus {home.earned}",
        f"correction des salaires préremplis de l'année {home.earned} à la suite de votre déclaration rectificative",
        f"prise en compte de la demi-part demandée dans votre réclamation du {case.short(60, 120)}",
    )
    return Paper(
        "FIS-AVI",
        home.role,
        _AUTHORITY,
        case.one("Avis d'impôt rectificatif", f"Avis d'impôt établi en {year} - Avis correctif"),
        (
            Fields((*_references(case, home, year), ("Avis précédent mis en recouvrement le", f"31/07/{year}"))),
            Text("Cet avis annule et remplace l'avis précédemment adressé pour la même année.", bold=True),
            Text(f"Motif : {why}."),
            Table(
                (
                    ("Situation du foyer fiscal", "Avis initial", "Avis rectifié"),
                    ("Nombre de parts", home.parts, home.parts),
                    ("Salaires et assimilés", whole(home.total), whole(home.total)),
                    ("Revenu fiscal de référence", whole(home.net + 420), whole(home.net)),
                    ("Impôt sur le revenu net", whole(before), whole(home.tax)),
                ),
                (4, 2, 2),
            ),
            Fields(
                (
                    ("Montant du dégrèvement", f"{whole(before - home.tax)} €"),
                    ("Reste dû au titre de l'avis initial", "0 €"),
                )
            ),
            *texts(
                "Si vous avez déjà réglé une somme supérieure au nouveau montant, le trop-versé vous est remboursé "
                "par virement, ou imputé sur vos autres dettes fiscales éventuelles.",
                "Les prélèvements mensuels sont recalculés à partir du mois suivant. Le taux de prélèvement à la "
                "source est mis à jour et communiqué à votre employeur.",
            ),
            Leaf(),
            Heading(f"Détail du calcul - Revenus {home.earned}"),
            _detail(home),
            *texts(
                "En cas de désaccord, vous pouvez présenter une réclamation auprès du service indiqué en tête de cet "
                "avis avant le 31 décembre de la deuxième année suivant celle de la notification du présent avis.",
                "Pour toute question sur le calcul : messagerie sécurisée de votre espace particulier.",
            ),
        ),
        lines=(f"SIP {case.commune.title()}", f"Affaire suivie par : {case.third()}"),
        subtitle=f"Impôt sur les revenus de {home.earned} - Article 1658 du code général des impôts",
        letter=True,
    )


def _before_tax_at_source(case: Case) -> Paper:
    now = foyer(case)
    earned = tuple(each + 6_000 for each in now.salaries)
    home = Foyer(now.declarants, earned, 0, case.some(2014, 2016))
    year, paid = home.earned + 1, round(home.tax * 0.66)
    return Paper(
        "FIS-AVI",
        home.role,
        _AUTHORITY,
        f"Avis d'impôt {year}",
        (
            Fields((*_references(case, home, year), ("Date de mise en recouvrement", f"31/07/{year}"))),
            Text("Somme qu'il vous reste à payer", bold=True),
            Fields(
                (
                    ("Revenu fiscal de référence", whole(home.net)),
                    ("Impôt sur le revenu net", f"{whole(home.tax)} €"),
                    ("Déduction des acomptes (tiers provisionnels)", f"- {whole(paid)} €"),
                    ("Total à payer", f"{whole(home.tax - paid)} €"),
                    ("Date limite de paiement", f"15/09/{year}"),
                )
            ),
            *texts(
                "Vous pouvez payer en ligne, par prélèvement à l'échéance, par titre interbancaire de paiement joint "
                "ou, pour un montant inférieur à 300 €, en espèces à la caisse de votre trésorerie. À défaut de "
                "paiement à cette date, une majoration de 10 % sera appliquée.",
                f"La mensualisation évite de payer en une seule fois : adhérez avant le 15 décembre {year}.",
            ),
            Leaf(),
            Text(f"Situation de famille : {'M' if home.together else 'C'} - Parts : {home.parts}"),
            _detail(home),
            Fields((("Taux moyen d'imposition", percent(home)), ("Prime pour l'emploi / décote", whole(0)))),
            Text(
                "Les informations de cet avis peuvent être utilisées pour l'établissement de la taxe d'habitation. "
                "L'abattement de 10 % figure sous réserve de l'option pour les frais réels."
            ),
        ),
        lines=(f"Trésorerie de {case.commune.title()}", f"Centre des finances publiques - {case.home.ville}"),
        subtitle=f"Impôt sur les revenus de {home.earned} - Original destiné au contribuable",
        letter=True,
    )


WRITERS: Writers = {"FIS-AVI": to_test(_refund, _nothing_to_pay, _put_right, _before_tax_at_source)}
