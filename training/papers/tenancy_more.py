"""More leases, and more ways for a landlord of ending one (LOG-BAI, MOT-CON)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.several import drawn, several
from training.papers.wording import spelled, texts
from training.papers.writers import Writers, to_learn

_STANDARD_CLAUSES = (
    "V. Travaux : majoration ou minoration du loyer en cas de travaux entrepris en cours de bail, sans objet.",
    "VI. Clause de solidarité : les colocataires sont tenus solidairement des obligations du contrat.",
    "VII. Clause résolutoire : le contrat sera résilié de plein droit à défaut de paiement du loyer ou des charges, "
    "de versement du dépôt de garantie ou d'assurance des risques locatifs, deux mois après un commandement demeuré "
    "infructueux.",
    "VIII. Honoraires de location à la charge du locataire : visite, dossier, rédaction du bail, état des lieux.",
    "Annexes : notice d'information, état des lieux, dossier de diagnostic technique, inventaire du mobilier.",
    "Le loyer est révisé chaque année à la date anniversaire selon l'indice de référence des loyers de l'INSEE.",
    "Loyer du dernier locataire : communiqué. Le logement est situé en zone soumise au décret d'encadrement.",
)


def _standard_contract(case: Case) -> Paper:
    rent, furnished = case.home.loyer, case.some(0, 1) == 1
    return Paper(
        "LOG-BAI",
        None,
        case.one("Contrat type", "Décret n° 2015-587 du 29 mai 2015 – annexe", case.home.bailleur, "Location"),
        case.one(
            "Contrat type de location",
            "Contrat de location de logement à usage de résidence principale",
            "Location meublée" if furnished else "Location nue",
            "Contrat de colocation à bail unique",
        ),
        (
            Text("Soumis au titre Ier bis de la loi du 6 juillet 1989" if furnished else "Titre Ier de la loi de 1989"),
            Heading("I. Désignation des parties"),
            Fields(
                (
                    ("Bailleur", case.one(case.home.bailleur, case.third())),
                    ("Qualité", case.one("personne physique", "société civile familiale", "personne morale")),
                    ("Locataire(s)", " et ".join(each.full for each in case.home.adults)),
                )
            ),
            Heading("II. Objet du contrat"),
            Fields(
                (
                    ("Localisation", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Surface habitable", f"{case.some(18, 90)} m²"),
                    ("Nombre de pièces principales", str(case.some(1, 5))),
                    ("Performance énergétique", f"classe {case.one('B', 'C', 'D', 'E', 'F')}"),
                    ("Chauffage", case.one("individuel", "collectif")),
                )
            ),
            Leaf(),
            Heading("III. Date de prise d'effet et durée"),
            Text(
                f"Prise d'effet : {case.short(60, 1200)}. Durée : "
                + (case.one("un an", "neuf mois (étudiant)") if furnished else case.one("trois ans", "six ans"))
                + case.one(", renouvelable par tacite reconduction.", ".")
            ),
            Heading("IV. Conditions financières"),
            Fields(
                (
                    ("Loyer mensuel", case.amount(rent)),
                    (case.one("Forfait de charges", "Provisions sur charges"), case.sum(20, 120)),
                    ("Loyer de référence majoré", case.one("sans objet", "18,4 €/m²")),
                    ("Dépôt de garantie", case.amount(rent * (2 if furnished else 1))),
                )
            ),
            *several(case, 2, *_STANDARD_CLAUSES),
        ),
        signer=case.one("Le bailleur – Le ou les locataires", "Signatures (lu et approuvé)"),
        numbered=True,
    )


def _social_lease_with_conventions(case: Case) -> Paper:
    return Paper(
        "LOG-BAI",
        None,
        case.one("SOCIÉTÉ D'HABITATIONS À LOYER MODÉRÉ", "OPAC départemental", "Régie municipale", case.home.bailleur),
        case.one(
            "Engagement de location",
            "Conditions particulières du bail",
            "Contrat de location – logement conventionné",
            "Bail HLM",
        ),
        (
            Text(
                f"Entre l'organisme ci-dessus, représenté par son directeur, et {case.named(case.who)}, "
                f"{case.one('désigné le locataire', 'preneur')}, il est convenu ce qui suit."
            ),
            Table(
                (
                    ("Élément", case.one("Valeur", "Montant mensuel")),
                    ("Loyer principal", case.amount(case.home.loyer)),
                    (case.one("Surface utile", "Surface corrigée"), f"{case.some(35, 130)} m²"),
                    ("Annexe : garage, cave", case.sum(10, 60)),
                    ("Provision chauffage et eau", case.sum(30, 110)),
                ),
                (2, 1),
            ),
            *several(
                case,
                3,
                "La location est consentie pour une durée de trois mois renouvelable par tacite reconduction.",
                "Le logement fait l'objet d'une convention ouvrant droit à l'aide personnalisée au logement (APL).",
                "Le locataire s'oblige à répondre chaque année à l'enquête sur les ressources ; un supplément de loyer "
                "de solidarité peut être appliqué.",
                "Il est interdit de sous-louer, de céder le bail ou d'héberger des tiers à demeure.",
                "Le locataire paie le loyer à terme échu, avant le 10 du mois suivant.",
                "L'accord collectif et le règlement intérieur sont annexés au présent contrat.",
                "Le dépôt de garantie correspond à un mois de loyer principal.",
            ),
        ),
        lines=(f"Groupe {case.number(4)} – Logement {case.number(3)}",),
        references=(f"Code client {case.number(7)}",),
        signer=case.one("Pour l'organisme – Le locataire", "Le chef d'agence"),
        foot=case.one("", "Article L. 442-1 et suivants du code de la construction et de l'habitation"),
    )


def _old_or_plain_lease(case: Case) -> Paper:
    owner, who = case.third(), case.who
    clauses = drawn(
        case,
        4,
        "Le preneur jouira des lieux en bon père de famille et les rendra en bon état de réparations locatives.",
        "Il s'assurera contre l'incendie et les dégâts des eaux et en justifiera à toute réquisition.",
        "Il laissera visiter les lieux en cas de vente ou de relocation, deux heures par jour.",
        "À défaut de paiement d'un seul terme, le présent bail sera résilié de plein droit.",
        "Le preneur pourra donner congé à tout moment, avec préavis de trois mois par lettre recommandée.",
        "Les animaux sont tolérés s'ils ne troublent pas la tranquillité de l'immeuble.",
        "Le congé du bailleur sera donné six mois avant le terme, pour vendre ou pour habiter.",
    )
    return Paper(
        "LOG-BAI",
        None,
        case.one("Entre les soussignés", owner, "LOCATION", "Acte sous seing privé"),
        case.one("Bail", "Bail à loyer", "Contrat de location", "Location d'un logement vide", "Contrat entre nous"),
        (
            *texts(
                f"{owner}, ci-après le bailleur, d'une part, et {case.known(who)}, ci-après le preneur, d'autre part,",
                f"Le bailleur donne à loyer au preneur, qui accepte, {case.one('une maison', 'un appartement')} de "
                f"{case.some(2, 5)} pièces sis {case.address}, {case.one('avec jardin', 'avec cave', '2e étage')}.",
                f"Le bail commence le {case.long(100, 3500)} pour {case.one('3 ans', 'trois années', 'six années')}. "
                f"Loyer : {case.amount(case.home.loyer)} par mois"
                + case.one(".", ", payable d'avance.", ", charges en sus."),
            ),
            Heading(case.one("Clauses et conditions", "CONDITIONS GÉNÉRALES", "Obligations")),
            *texts(*(f"{rank}. {clause}" for rank, clause in enumerate(clauses, 1))),
            Choices((("état des lieux annexé", True), ("caution solidaire", case.some(0, 1) == 1))),
        ),
        signer=case.one("Le bailleur et le preneur", "Fait en deux originaux"),
    )


def _owner_wants_it_back(case: Case) -> Paper:
    owner = case.third()
    sale = case.some(0, 1) == 1
    return Paper(
        "MOT-CON",
        None,
        case.one(owner, "Agence de la Place – gestion", "Étude de gérance"),
        case.one(
            "Lettre recommandée avec avis de réception",
            "Non-renouvellement de votre bail",
            "Congé",
            "Fin de votre location",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", f"{case.who.civility},", "Chers locataires,"),
                f"Vous occupez depuis le {case.short(700, 2500)} le logement situé {case.address}, dont le bail arrive "
                f"à échéance le {case.ahead(185, 330)}. "
                + case.one(
                    "Je n'entends pas le renouveler.",
                    "Par la présente je vous en donne congé.",
                    "Nous vous informons que notre mandant souhaite en reprendre possession.",
                ),
                case.one(
                    f"Motif : vente du logement au prix de {case.sum(70000, 210000)}. Vous bénéficiez d'un droit de "
                    "préemption pendant les deux premiers mois du préavis.",
                    "J'ai décidé de vendre ; la présente vaut offre de vente à votre profit.",
                )
                if sale
                else case.one(
                    f"Motif : reprise pour y loger {case.one('ma fille', 'mon fils', 'ma mère')}, {case.third()}.",
                    "Je compte habiter moi-même ce logement à titre de résidence principale.",
                ),
            ),
            *several(
                case,
                1,
                "Vous devrez avoir libéré les lieux et rendu les clés à cette date ; un état des lieux sera dressé.",
                "Si vous partez avant, vous ne devrez le loyer que pour le temps d'occupation réelle.",
                "Une notice d'information sur vos obligations et vos recours est jointe.",
                "Préavis légal : six mois (article 15 de la loi du 6 juillet 1989).",
            ),
        ),
        references=(f"RAR n° 1A {case.number(3)} {case.number(3)} {case.number(4)} {case.number(1)}",),
        letter=True,
        signer=case.one(owner, "Le bailleur", "P/o le propriétaire"),
    )


def _served_by_officer(case: Case) -> Paper:
    sale = case.some(0, 1) == 1
    return Paper(
        "MOT-CON",
        None,
        case.one("S.C.P. d'huissiers de justice", "Office de commissaires de justice", "Huissier de justice associé"),
        case.one("Congé avec offre de vente" if sale else "Congé pour reprise personnelle", "Signification de congé"),
        texts(
            f"L'AN {spelled(case.year).upper()} et le {case.long(10, 90)},",
            f"À LA REQUÊTE de {case.one(case.home.bailleur, case.third())}, propriétaire,",
            f"J'ai, officier soussigné, dit et déclaré à {case.named(case.who)}, locataire, {case.address},",
            case.one(
                "que le requérant lui donne congé du logement loué et entend ne pas renouveler le bail, pour le "
                f"{case.ahead(185, 330)} à minuit ;",
                f"que le bail expirant le {case.ahead(185, 330)} ne sera ni reconduit ni renouvelé ;",
            ),
            *drawn(case, 1, *(_SALE if sale else _RETURN)),
            *drawn(
                case,
                1,
                "Qu'il devra à cette date avoir vidé les lieux de tous meubles et remis les clés.",
                "Qu'à défaut le requérant saisira le juge des contentieux de la protection aux fins d'expulsion.",
                "Qu'est jointe la notice d'information prévue par l'arrêté du 13 décembre 2017, relative aux "
                "obligations du bailleur et aux voies de recours et d'indemnisation du locataire.",
            ),
            f"Coût de l'acte : {case.sum(55, 140)}. Acte remis {case.one('à étude', 'à personne', 'à domicile')}.",
        ),
        lines=(case.home.ville,),
        references=(f"Acte {case.number(6)}",),
        signer=case.one("L'officier ministériel", "Le commissaire de justice"),
        seal=("HUISSIER", "DE JUSTICE"),
        numbered=case.some(0, 1) == 1,
    )


_SALE = (
    "Que la présente vaut offre de vente au profit du locataire, valable pendant les deux premiers mois du préavis.",
    "Reproduction de l'article 15-II de la loi n° 89-462 du 6 juillet 1989 : « Lorsqu'il est fondé sur la décision de "
    "vendre le logement, le congé doit, à peine de nullité, indiquer le prix et les conditions de la vente projetée. »",
    "Que le prix demandé est payable comptant au jour de l'acte notarié, frais en sus à la charge de l'acquéreur.",
)
_RETURN = (
    "Que le bénéficiaire de la reprise est le descendant du bailleur, lequel y établira sa résidence principale.",
    "Que la reprise a un caractère réel et sérieux, le requérant étant lui-même sans logement dans la commune.",
)


WRITERS: Writers = {
    "LOG-BAI": to_learn(_standard_contract, _social_lease_with_conventions, _old_or_plain_lease),
    "MOT-CON": to_learn(_owner_wants_it_back, _served_by_officer),
}
