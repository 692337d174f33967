"""Family and minimum benefits paid by CAF or MSA: certificates, notices, screens; not what they ask nor announce."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.figures import summed
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

TYPE = "RES-CAF"
_BENEFITS = (
    ("Aide personnalisée au logement", 90, 380),
    ("Allocations familiales avec conditions de ressources", 140, 340),
    ("Allocation de soutien familial", 115, 400),
    ("Prime d'activité majorée", 60, 420),
    ("Revenu de solidarité active", 250, 900),
    ("Allocation aux adultes handicapés", 400, 1016),
    ("Complément familial", 175, 290),
    ("PAJE - allocation de base", 90, 190),
    ("Complément de libre choix du mode de garde", 150, 500),
    ("Allocation d'éducation de l'enfant handicapé", 130, 500),
)
_CAF = ("CAF", "Caisse d'allocations familiales", "Allocations familiales", "Mutualité sociale agricole", "CAF - MSA")


def _paid(case: Case, most: int = 4) -> tuple[list[tuple[str, str]], float]:
    return summed(case, *case.desk.rng.sample(_BENEFITS, case.some(1, most)))


def _claimant(case: Case) -> str:
    return case.number(7) + case.one("", " K", " P")


def _certificate_printed_at_the_terminal(case: Case) -> Paper:
    who = case.who
    rows, total = _paid(case)
    withheld = case.some(0, 80)
    return Paper(
        TYPE,
        who.role,
        case.one(*_CAF),
        case.one(
            "Attestation de paiement",
            "Attestation de paiement et de quotient familial",
            "Vos prestations versées",
            f"Attestation - {case.month()}",
        ),
        (
            *texts(
                case.one(
                    f"Le directeur certifie que {case.named(who)}, allocataire n° {_claimant(case)}, a bénéficié pour "
                    f"{case.month()} des prestations suivantes :",
                    f"Nous attestons que le foyer de {who.full} ({_claimant(case)}) a perçu pour {case.month()} :",
                )
            ),
            Table(
                (
                    ("Nature de la prestation", "Montant"),
                    *rows,
                    (case.one("Retenue (indu)", "Remboursement de dette"), f"- {withheld},00 €"),
                    (case.one("Total versé", "Net versé"), case.amount(max(total - withheld, 0))),
                ),
                (3, 1),
            ),
            Fields(
                (
                    ("Quotient familial", f"{case.some(80, 1300)} €"),
                    (case.one("Enfants à charge", "Personnes à charge"), str(len(case.home.enfants))),
                )
            ),
            *several(
                case,
                1,
                "Attestation délivrée pour servir et valoir ce que de droit.",
                "Les organismes habilités peuvent vérifier ces éléments auprès de la Caf.",
                "La loi rend passible d'amende ou d'emprisonnement quiconque se rend coupable de fraude.",
                "Quotient calculé : 1/12 des ressources annuelles plus prestations du mois, selon le nombre de parts.",
                "L'aide au logement est versée directement à votre bailleur.",
            ),
        ),
        lines=(case.one("Borne interactive", "Service allocataires", "3230", "Point relais") + f" - {case.commune}",),
        foot=case.one("", f"edite le {case.short(1, 20)} a {case.some(8, 18)}h{case.some(10, 59)}"),
    )


def _screen_of_payments_and_rights(case: Case) -> Paper:
    rows, total = _paid(case, 5)
    return Paper(
        TYPE,
        case.who.role,
        case.one("caf.fr - Mon Compte", "Mon espace privé MSA", "Caf - Mon Compte (application mobile)"),
        case.one("Mes paiements et mes droits", "Mes derniers paiements", "Détail de mes droits du mois"),
        (
            Text(
                f"{case.who.full} | {case.one('Numéro allocataire', 'Dossier')} {_claimant(case)} | "
                + case.one("Déclarer mes ressources | Mes démarches | Mes attestations", "Messagerie (2)", "Simuler")
            ),
            Heading(case.one(f"Paiement du 05 {case.month()}", f"Droits de {case.month()}", "Dernier paiement")),
            Table(
                (
                    ("Prestation", "Droit"),
                    *rows,
                    (case.one("Montant viré", "Total"), case.amount(total)),
                ),
                (3, 1),
            ),
            Table(
                (
                    ("Date", "Destinataire", "Somme"),
                    *(
                        (f"05/{case.some(1, 12):02d}", case.one("Vous", "Votre bailleur"), case.sum(90, 700))
                        for _ in range(3)
                    ),
                ),
                (1, 1.4, 1),
            ),
            Text(
                case.one(
                    "Vos droits seront revus en janvier selon vos revenus.",
                    "Votre prochaine déclaration trimestrielle est à faire avant la fin du mois.",
                    "Grossesse, naissance, déménagement : déclarez votre changement en ligne.",
                )
            ),
        ),
        foot=f"https://moncompte.example.org/paiements?d={case.short(1, 25)}",
    )


def _notice_of_changed_rights(case: Case) -> Paper:
    who = case.who
    rows, total = _paid(case, 3)
    return Paper(
        TYPE,
        who.role,
        case.one("CAF", "Caisse d'Allocations Familiales", "MSA - Prestations familiales"),
        case.one(
            "Notification de droits et paiements",
            "Objet : évolution de vos droits",
            "Information sur vos droits",
            "Vos droits changent",
        ),
        (
            *texts(
                f"{case.one('Bonjour', who.civility, 'Madame, Monsieur')},",
                case.one(
                    f"Nous avons étudié vos droits à partir du 1er {case.month(1)}, suite à votre déclaration.",
                    f"Depuis {case.month()}, votre situation professionnelle a changé.",
                    "Vos ressources ont été actualisées ; voici ce que nous vous versons désormais chaque mois.",
                    "Suite à la naissance de votre enfant, nous avons recalculé vos prestations.",
                ),
            ),
            Heading(case.one("Vos droits pour un mois", "Ce que vous recevez", "Détail mensuel")),
            Table(
                (
                    ("Prestation", "Par mois"),
                    *rows,
                    (case.one("soit au total", "Total de vos droits"), case.amount(total)),
                ),
                (3, 1),
            ),
            Leaf(),
            *several(
                case,
                4,
                f"Compte tenu de {case.sum(30, 400)} déjà payés, vous nous devez une somme que nous retiendrons.",
                f"Un rappel de {case.sum(50, 600)} vous est viré cette semaine.",
                "Base de calcul : vos revenus de l'avant-dernière année transmis par les impôts.",
                "Si vous n'êtes pas d'accord, vous pouvez saisir la commission de recours amiable dans les deux mois.",
                "Pour la prime d'activité et le RSA, la contestation est portée devant le conseil départemental.",
                "Le montant versé au bailleur vient en déduction de votre loyer ; il ne vous est pas payé directement.",
                "Les allocations familiales sont dues à partir du deuxième enfant de moins de 20 ans.",
                "Conformément à la réglementation, aucun versement n'est effectué en dessous de 10 euros d'aide au "
                "logement et de 15 euros pour la prime d'activité.",
                "Vous pouvez imprimer à tout moment une attestation de paiement depuis votre espace Mon Compte.",
                "Prévenez-nous de tout changement : adresse, emploi, vie de couple, départ d'un enfant.",
            ),
        ),
        references=(f"Numéro allocataire : {_claimant(case)}", f"Courrier {case.number(10)}"),
        letter=True,
        signer=case.one("", "Votre Caf", "Le directeur", "Votre conseiller"),
    )


def _disabled_adult_or_minimum_letter(case: Case) -> Paper:
    who = case.adult()
    benefit = case.one(
        "l'allocation aux adultes handicapés", "le revenu de solidarité active", "l'allocation de parent isolé"
    )
    amount = case.sum(350, 1016)
    return Paper(
        TYPE,
        who.role,
        case.one("M.S.A.", "C.A.F.", "Caisse d'allocations familiales", "Sécurité sociale - allocations familiales"),
        case.one("A qui de droit", "Attestation", "Certificat de perception", f"Attestation {case.year}"),
        texts(
            f"{case.one('Nous soussignés', 'La caisse')} certifions que {case.known(who)}, demeurant {case.address}, "
            f"immatriculé{who.gendered('e', '')} sous le n° {_claimant(case)}, "
            + case.one(f"perçoit {benefit} pour {amount} par mois", f"a droit à {benefit}, soit {amount}")
            + case.one(f" depuis {case.some(2001, case.year - 1)}.", ", sans interruption.", f" ({case.month()})."),
            case.one(
                "Cette prestation est cumulée avec l'allocation de logement social.",
                "Aucune autre prestation ne lui est servie par nos soins.",
                "Il est rappelé que cette allocation n'est pas imposable.",
            ),
        ),
        signer=case.one("P/ le directeur", case.third(), "Le technicien conseil"),
        seal=("CAF", case.commune[:16]),
    )


def _quarter_or_year_of_benefits(case: Case) -> Paper:
    months = case.some(3, 12)
    names = [label for label, _, _ in case.desk.rng.sample(_BENEFITS, 2)]
    heads = tuple("".join(word[0].upper() for word in label.split() if len(word) > 3) for label in names)
    return Paper(
        TYPE,
        case.who.role,
        case.one(*_CAF),
        case.one(
            "Relevé des prestations",
            "Historique de vos paiements",
            f"Attestation annuelle - {case.year - 1}",
            "Décompte de vos prestations",
        ),
        (
            Text(
                f"Prestations payées à {case.named(case.who)} ({_claimant(case)}). "
                + " ; ".join(f"{head} : {label}" for head, label in zip(heads, names, strict=True))
            ),
            Table(
                (
                    ("Mois", *heads, case.one("Total", "Payé")),
                    *(
                        (case.month(ago), case.sum(90, 400), case.sum(90, 400), case.sum(180, 800))
                        for ago in range(months)
                    ),
                ),
                (1.6, 1, 1, 1),
            ),
            *several(
                case,
                1,
                "Les prestations d'un mois sont payées le 5 du mois suivant.",
                "Le paiement a été interrompu faute de déclaration de ressources puis rétabli.",
                "Somme due au titre du RSA : recouvrement par retenues.",
            ),
        ),
        letter=case.one("o", "n") == "o",
        numbered=True,
    )


WRITERS: Writers = {
    TYPE: to_learn(
        _certificate_printed_at_the_terminal,
        _screen_of_payments_and_rights,
        _notice_of_changed_rights,
        _disabled_adult_or_minimum_letter,
        _quarter_or_year_of_benefits,
    ),
}
