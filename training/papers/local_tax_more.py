"""Taxes foncières and taxe d'habitation: rolls of several years, online accounts, letters, extracts."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import spaced, whole
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

LAND, DWELLING = "LOG-TFO", "HPR-TAX"
_OFFICES = ("FINANCES PUBLIQUES", "Direction générale des finances publiques", "TRESOR PUBLIC", "DGFiP")


def _roll_with_rates(case: Case) -> Paper:
    base, year = case.some(700, 3200), case.some(2012, case.year)
    share, group, rubbish = (round(base * case.some(*rates) / 100) for rates in ((18, 45), (1, 6), (7, 14)))
    return Paper(
        LAND,
        None,
        case.one(*_OFFICES),
        case.one(
            f"Avis d'impôt {year} - taxes foncières",
            f"Taxes foncières {year} - votées et perçues par la commune et divers organismes",
            f"Taxes foncières pour {year}",
        ),
        (
            Fields(
                (
                    (case.one("Montant de votre impôt", "Somme à payer"), f"{whole(share + group + rubbish)} €"),
                    ("A payer au plus tard le", f"15/10/{year}"),
                    ("Numéro fiscal du propriétaire", spaced(case.number(13))),
                    (
                        case.one("N° de propriétaire", "Compte propriétaire"),
                        f"{case.number(3)} {case.one('B', 'M', 'D')}0{case.number(4)} X",
                    ),
                )
            ),
            Leaf(),
            Heading(case.one("Détail du calcul des cotisations", "Propriétés bâties")),
            Table(
                (
                    ("", "Commune", "Intercommunalité", "Ordures ménagères"),
                    ("Base", whole(base), whole(base), whole(base)),
                    (f"Taux {year}", f"{case.some(18, 45)},12 %", f"{case.some(1, 6)},40 %", f"{case.some(7, 14)},9 %"),
                    ("Cotisation", whole(share), whole(group), whole(rubbish)),
                ),
                (1, 1, 1.3, 1.4),
            ),
            Fields((("Adresse du local", case.home.rue), ("Frais de gestion", f"{case.some(8, 60)} €"))),
            *several(
                case,
                1,
                "Vous êtes redevable si vous étiez propriétaire ou usufruitier au 1er janvier, même en cas de vente.",
                "Vous pouvez adhérer au prélèvement mensuel ou à l'échéance.",
                "Le plafonnement en fonction du revenu fiscal de référence se demande par courrier.",
                "La taxe d'enlèvement des ordures ménagères peut être récupérée sur le locataire.",
            ),
        ),
        letter=True,
        numbered=True,
        references=(f"Débiteur légal : {case.who.nom.upper()}", f"Rôle 22{case.number(3)}"),
    )


def _account_online(case: Case) -> Paper:
    return Paper(
        LAND,
        None,
        case.one("impots.gouv.fr", "Mon compte fiscal - espace particulier", "Gérer mes biens immobiliers"),
        case.one("Mes taxes foncières", "Paiement de la taxe foncière", "Documents - taxes foncières"),
        (
            Text(f"{case.named(case.who)} | {case.short(1, 30)} | Retour au tableau de bord"),
            Table(
                (
                    ("Année", "Avis", "Montant", "Etat"),
                    *(
                        (
                            str(case.year - ago),
                            f"TF {case.number(6)}",
                            f"{case.some(400, 1800)} €",
                            case.one("Payé", "Soldé", "A payer"),
                        )
                        for ago in range(case.some(2, 5))
                    ),
                ),
                (1, 1.6, 1, 1),
            ),
            Fields(
                (
                    ("Bien imposé", case.home.rue),
                    ("Nature", case.one("maison", "appartement + cave", "local et dépendance")),
                    ("Droit", case.one("propriétaire", "indivisaire", "usufruitier")),
                    ("Contrat de mensualisation", f"M5{case.number(8)}"),
                )
            ),
        ),
        foot="https://cfspart.example.org/enp/taxes-foncieres",
    )


def _roll_of_francs_and_first_euros(case: Case) -> Paper:
    year = case.some(1998, 2007)
    return Paper(
        LAND,
        None,
        "TRESOR PUBLIC",
        case.one(f"TAXES FONCIERES {year}", f"Impôts locaux {year}", f"Avis d'imposition {year} - impôts fonciers"),
        (
            Fields(
                (
                    (case.one("Propriétaire", "Débiteur"), case.who.full),
                    ("Commune", case.commune),
                    ("Article du rôle", case.number(5)),
                    (case.one("Propriétés bâties", "F.B."), case.sum(150, 900)),
                    (case.one("Propriétés non bâties", "F.N.B."), case.sum(5, 60)),
                    ("Taxe ordures ménagères", case.sum(60, 180)),
                    ("Taxe spéciale d'équipement", case.sum(1, 9)),
                    ("Total à payer", case.sum(300, 1200)),
                )
            ),
            *texts(
                case.one(
                    "Payable à la perception. Une majoration de 10 % est due après le 16 octobre.",
                    "Revenu cadastral communiqué par le centre des impôts foncier.",
                    "Dégrèvement possible : personnes de plus de 75 ans, sous conditions de ressources.",
                ),
                "Département, commune, syndicat de communes, région : voir taux au verso.",
            ),
        ),
        lines=(f"Trésorerie de {case.commune}",),
        references=(f"Echéance 15/10/{year}",),
    )


def _monthly_schedule(case: Case) -> Paper:
    part = case.some(40, 160)
    return Paper(
        LAND,
        None,
        case.one("Centre de prélèvement service", "Service des impôts des particuliers", "DGFiP - CPS"),
        case.one(
            "Taxe foncière : votre échéancier", "Avis d'échéances mensuelles - taxes foncières", "Prélèvement mensuel"
        ),
        (
            Text(
                case.one("Madame, Monsieur, ", "")
                + f"l'avis de taxes foncières {case.year} relatif à votre bien situé {case.home.rue} s'élève à "
                f"{10 * part} €. Il sera prélevé ainsi sur votre compte :"
            ),
            Table(
                (
                    ("Date", "Montant"),
                    *((f"15/{month:02d}/{case.year}", f"{part},00 €") for month in range(1, case.some(6, 11))),
                ),
                (1, 1),
            ),
            *several(
                case,
                1,
                "Le solde éventuel sera prélevé en novembre.",
                "Vous avez vendu ? La taxe foncière reste due par le propriétaire au 1er janvier.",
                "Pour modifier vos mensualités, connectez-vous avant le 30 juin.",
            ),
        ),
        letter=True,
        signer=case.one("", "Le comptable public"),
    )


def _relief_letter(case: Case) -> Paper:
    return Paper(
        LAND,
        None,
        case.one("Centre des impôts fonciers", "Service départemental des impôts fonciers", "SIP"),
        case.one(
            "Dégrèvement de taxe foncière", "Exonération de taxe foncière", "Votre réclamation - propriétés bâties"
        ),
        texts(
            case.one("Madame, Monsieur,", f"{case.who.civility},"),
            f"Vous avez contesté le {case.long(30, 160)} votre cotisation de taxe foncière {case.year - 1} pour "
            f"{case.one('la maison', 'le logement', 'le local vacant')} dont vous êtes propriétaire, {case.address}.",
            case.one(
                f"Un dégrèvement de {case.some(50, 600)} € vous est accordé ; un avis rectifié est joint.",
                "L'exonération de deux ans au titre des constructions nouvelles prendra fin au 31 décembre.",
                "La valeur locative cadastrale a été révisée à la suite du changement de consistance.",
                "Votre demande est rejetée : le bien n'était pas inhabitable au sens de l'article 1389 du CGI.",
            ),
            case.one("Vous pouvez saisir le tribunal administratif sous deux mois.", "Je vous prie d'agréer, etc."),
        ),
        references=(f"Invariant {case.number(7)}", f"Parcelle {case.one('AB', 'C', 'ZD')} {case.number(3)}"),
        letter=True,
        signer=case.one("L'inspecteur", "Le géomètre du cadastre", "Le chef de service"),
    )


def _dwelling_tax_with_broadcasting(case: Case) -> Paper:
    year = case.some(2005, 2021)
    tax, relief = case.some(300, 1100), case.some(0, 280)
    return Paper(
        DWELLING,
        None,
        case.one(*_OFFICES),
        case.one(
            f"Avis d'impôt {year} - taxe d'habitation et contribution à l'audiovisuel public",
            f"Taxe d'habitation {year} et redevance",
            f"Impôts locaux {year} - habitation",
        ),
        (
            Fields(
                (
                    ("Occupant au 1er janvier", case.who.full),
                    ("Local imposé", f"{case.home.rue}, appt {case.some(1, 80)}"),
                    ("Valeur locative brute", whole(case.some(1800, 4600))),
                    ("Abattement pour charges de famille", whole(case.some(0, 900))),
                    ("Cotisation commune et communauté", f"{tax} €"),
                    (case.one("Plafonnement selon le revenu", "Dégrèvement"), f"- {relief} €"),
                    ("Contribution à l'audiovisuel public", case.one("139 €", "138 €", "0 €", "116 €")),
                    (case.one("Somme à payer", "Net à payer"), f"{tax - relief} €"),
                )
            ),
            *several(
                case,
                1,
                "Régime d'imposition : P (résidence principale). Affectation H.",
                f"Date limite de paiement : 15/11/{year}.",
                "Le revenu fiscal de référence pris en compte est celui de votre avis d'impôt sur le revenu.",
                "Locataires et propriétaires occupants paient cette taxe ; la taxe foncière est distincte.",
            ),
        ),
        references=(f"Numéro fiscal {case.number(13)}", f"Rôle {case.number(3)}"),
        letter=True,
        motif="P01",
    )


def _dwelling_tax_written_off(case: Case) -> Paper:
    return Paper(
        DWELLING,
        None,
        case.one("Service des impôts des particuliers", "Trésorerie", "Centre des finances publiques"),
        case.one("Taxe d'habitation : dégrèvement", "Votre taxe d'habitation", "Remise sur votre taxe d'habitation"),
        texts(
            f"{case.named(case.who)}, vous occupez un logement {case.address}.",
            case.one(
                "Au vu de vos revenus, vous êtes exonéré de la taxe d'habitation afférente à la résidence principale.",
                f"La taxe d'habitation {case.some(2016, 2022)}, soit {case.sum(200, 900)}, vous est remise.",
                "La réforme de la fiscalité locale réduit votre cotisation de taxe d'habitation de 65 %.",
                f"Faute de paiement de la taxe d'habitation, une majoration de {case.some(20, 90)} € est appliquée.",
            ),
            case.one("La redevance audiovisuelle reste due.", "Aucune démarche n'est nécessaire.", "Avis à conserver."),
        ),
        references=(f"Avis n° {case.number(2)} {case.number(7)}",),
        letter=True,
        signer=case.one("", "Le comptable"),
        motif="P01",
    )


WRITERS: Writers = {
    LAND: to_learn(
        _roll_with_rates, _account_online, _roll_of_francs_and_first_euros, _monthly_schedule, _relief_letter
    ),
    DWELLING: to_learn(_dwelling_tax_with_broadcasting, _dwelling_tax_written_off),
}
