"""Jobless people's and families' allowances, students' grants, on which the filing is measured alone."""

from __future__ import annotations

from datetime import timedelta

from training.desk import euros, long_date, months_back, short_date
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.figures import summed
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _monthly_statement(case: Case) -> Paper:
    who, days = case.adult(), case.some(28, 31)
    daily = round(case.desk.rng.uniform(22, 48), 2)
    gross = days * daily
    return Paper(
        "RES-ARE",
        who.role,
        "France Travail",
        case.one("Relevé de situation", "Relevé de situation mensuelle"),
        (
            *texts(
                f"{who.civility},",
                f"Suite à votre actualisation pour le mois de {case.month()}, nous vous informons que le paiement "
                "suivant a été effectué sur votre compte bancaire.",
            ),
            Table(
                (
                    ("Allocation", "Période", "Jours", "Taux jour", "Montant"),
                    ("ARE", case.period(), str(days), euros(daily), euros(gross)),
                    ("Retenue retraite compl.", "", "", "", f"-{euros(gross * 0.03)}"),
                    ("Prélèvement à la source", "", "", "0,00 %", "0,00"),
                    ("Net versé", "", "", "", euros(gross * 0.97)),
                ),
                (1.7, 2, 0.6, 1.3, 0.9),
            ),
            *texts(
                f"Date du virement : {case.short(2, 20)}. Il vous reste {case.some(30, 500)} jours d'allocation au "
                "titre de votre ouverture de droit, sous réserve de l'évolution de votre situation.",
                f"Montant net social : {case.amount(gross * 0.97)}. Ce montant est celui à déclarer à la Caf ou à la "
                "MSA pour la prime d'activité et le RSA.",
                "Conservez ce document : il justifie de votre situation auprès des organismes sociaux. Vous retrouvez "
                "l'ensemble de vos courriers dans votre espace personnel sur francetravail.fr.",
            ),
        ),
        lines=(f"Direction régionale, agence de {case.commune.title()}", "3949"),
        references=(f"N° identifiant : {case.number(7)}{case.one('B', 'T', 'X')}",),
        letter=True,
        signer="Le directeur",
    )


def _rights_opened(case: Case) -> Paper:
    who, daily = case.adult(), case.desk.rng.uniform(30, 46)
    start = case.day(400, 900)
    return Paper(
        "RES-ARE",
        who.role,
        "Pôle emploi" if start.year < 2024 else "France Travail",
        "Ouverture de droits à l'allocation d'aide au retour à l'emploi",
        (
            *texts(
                f"{who.civility},",
                "Après examen de votre demande, nous vous informons que vous pouvez bénéficier de l'allocation "
                f"d'aide au retour à l'emploi (ARE) à compter du {long_date(start + timedelta(days=14))}, à l'issue "
                "du délai d'attente de 7 jours et du différé d'indemnisation lié à vos congés payés.",
            ),
            Fields(
                (
                    ("Fin de contrat de travail retenue", short_date(start)),
                    ("Salaire journalier de référence", f"{euros(daily / 0.57)} euros"),
                    ("Montant net journalier de l'allocation", f"{euros(daily)} euros"),
                    ("Durée maximale d'indemnisation", f"{case.some(182, 730)} jours calendaires"),
                    ("Jours travaillés retenus", str(case.some(130, 500))),
                )
            ),
            *texts(
                "Le montant de votre allocation est obtenu en retenant la formule la plus favorable : 40,4 % du "
                "salaire journalier de référence + partie fixe, ou 57 % de ce salaire.",
                "Le paiement intervient après votre actualisation mensuelle. Vous devez déclarer toute activité "
                "professionnelle, même occasionnelle ou réduite, toute maladie et tout départ en formation.",
                "Les sommes versées à tort donnent lieu à remboursement. Si vous contestez cette décision, vous pouvez "
                "adresser une réclamation à votre agence ou saisir le médiateur régional, puis le tribunal compétent.",
                f"Nous vous prions d'agréer, {who.civility}, l'expression de nos salutations distinguées.",
            ),
        ),
        lines=(case.commune.title(), "Règlement d'assurance chômage annexé au décret n° 2019-797 du 26 juillet 2019"),
        references=(f"Identifiant : {case.number(7)}V", f"Le {long_date(start + timedelta(days=9))}", "Objet : ARE"),
        letter=True,
    )


def _paid_by_caf(case: Case) -> Paper:
    who, home = case.who, case.home
    lines = [("Aide personnalisée au logement", 90, 380), ("Prime d'activité", 60, 420)]
    lines += [("Allocations familiales avec conditions de ressources", 70, 360)] if len(home.enfants) > 1 else []
    lines += [("Allocation de soutien familial", 187, 199)] if home.enfants and not home.conjoint else []
    rows, total = summed(case, *lines)
    family = [home.conjoint] if home.conjoint else []
    return Paper(
        "RES-CAF",
        "D",
        "Caisse d'allocations familiales",
        "Attestation de paiement",
        (
            Text(
                "Le directeur de la Caisse d'allocations familiales certifie que "
                f"{case.named(who)}, {case.born(who)}, demeurant {case.address}, n° allocataire {case.number(7)},"
            ),
            Text(f"a bénéficié au titre du mois de {case.month()} des prestations suivantes :"),
            Table((("Prestations", "Montants"), *rows, ("Total", case.amount(total))), (3, 1)),
            Text("Bénéficiaires pris en compte dans le calcul des prestations ou vivant au foyer :"),
            Table(
                (
                    ("Nom, prénom", "Date de naissance"),
                    *((p.full, short_date(p.naissance)) for p in (who, *family, *home.enfants)),
                ),
                (3, 1),
            ),
            *texts(
                f"Quotient familial du mois de {case.month(-1)} : {case.some(280, 980)} euros (revenus de "
                f"{case.year - 2}).",
                "La Caf vérifie l'exactitude des déclarations. La loi rend passible d'amende ou d'emprisonnement "
                "quiconque se rend coupable de fraudes ou de fausses déclarations (articles L. 114-13 du code de la "
                "sécurité sociale et 441-1 du code pénal).",
            ),
        ),
        lines=("Pour nous contacter : 3230 (prix d'un appel local)", "www.caf.fr"),
        references=("Mes démarches : caf.fr",),
        letter=True,
        signer="Le directeur",
        foot="Cette attestation ne peut servir de justificatif de domicile. Document issu de l'espace Mon Compte.",
    )


def _rights_by_caf(case: Case) -> Paper:
    who, since = case.who, months_back(case.desk.day, 1)
    rows, total = summed(case, ("Revenu de solidarité active", 180, 635), ("Aide personnalisée au logement", 120, 340))
    debt = case.sum(38, 240)
    return Paper(
        "RES-CAF",
        "D",
        "Caf",
        "Notification de droits",
        (
            *texts(
                f"{who.civility},",
                f"Vous nous avez signalé un changement dans votre situation. Nous avons étudié vos droits à partir du "
                f"{short_date(since)}.",
            ),
            Text(f"À compter de cette date, vous avez droit à {case.amount(total)} par mois :", bold=True),
            Table((("Nature de la prestation", "Montant mensuel"), *rows), (3, 1)),
            *texts(
                f"Après calcul, il apparaît que nous vous avons versé {debt} de trop en {case.month(1)}. Cette somme "
                f"sera retenue à raison de {case.some(35, 60)},00 € par mois sur vos prochaines prestations. Vous "
                "n'avez pas de démarche à faire.",
                "N'oubliez pas : vous devez déclarer tous les trois mois l'ensemble des ressources de votre foyer et "
                "nous signaler sans attendre tout changement (reprise d'activité, séparation, départ d'un enfant, "
                "déménagement).",
                "Vous n'êtes pas d'accord ? Vous disposez de deux mois à compter de la réception de cette lettre pour "
                "contester la décision par écrit, en indiquant les motifs, auprès de la commission de recours amiable "
                "(ou du président du conseil départemental pour le RSA).",
                "Nous restons à votre disposition.",
            ),
        ),
        lines=("Service des prestations", "TSA 30001", case.home.ville),
        references=("N° allocataire : " + case.number(7), f"Nos références : {case.number(3)}/{case.number(5)}"),
        letter=True,
        signer="Votre conseiller",
    )


def _paid_by_msa(case: Case) -> Paper:
    who = case.who
    rows, total = summed(case, ("ALLOCATION ADULTES HANDICAPÉS", 640, 1016), ("ALLOCATION LOGEMENT SOCIALE", 80, 290))
    return Paper(
        "RES-CAF",
        "D",
        "MSA - Mutualité sociale agricole",
        case.one("Attestation de paiement de prestations familiales et logement", "Attestation de paiement"),
        (
            Text(
                f"Nous attestons que {case.named(who)}, n° {case.nir(who)}, {case.born(who)}, relève de notre régime "
                f"et a perçu les prestations ci-dessous pour la période {case.period()}."
            ),
            Table(
                (("PRESTATION", "DATE DE PAIEMENT", "MONTANT"), *((a, case.short(2, 12), b) for a, b in rows)),
                (3, 1.5, 1),
            ),
            Fields((("Montant total versé", case.amount(total)), ("Retenue sur prestations", "0,00 €"))),
            *texts(
                f"Composition du foyer : {len(case.home.adults)} adulte(s), {len(case.home.enfants)} enfant(s) à "
                "charge.",
                "Attestation établie au vu des éléments connus à ce jour, sous réserve de modifications "
                "ultérieures. Elle est délivrée à la demande de l'adhérent pour servir et valoir ce que de droit.",
            ),
        ),
        lines=("Caisse de " + case.commune.title(), "Service Famille - Logement"),
        references=(f"Nos références : PF {case.number(6)}",),
        letter=True,
        signer="Pour le Directeur général",
    )


def _grant(case: Case) -> Paper:
    who, year, step = case.adult(), case.year - (case.desk.day.month < 7), case.some(0, 7)
    yearly = (1454, 2163, 3071, 3828, 4587, 5212, 5506, 6335)[step]
    return Paper(
        "RES-BOU",
        who.role,
        f"Crous de l'académie de {case.commune.title()}",
        case.one("Notification définitive de bourse", "Notification d'attribution définitive de bourse"),
        (
            Text(f"Année universitaire {year}-{year + 1}"),
            *texts(
                f"{who.civility},",
                "Le recteur de région académique a examiné votre dossier social étudiant. J'ai l'honneur de vous "
                "informer que vous bénéficiez d'une bourse d'enseignement supérieur sur critères sociaux.",
            ),
            Fields(
                (
                    ("INE", f"{case.number(9)}HK"),
                    ("Échelon", str(step) + ("bis" if step == 0 else "")),
                    ("Montant annuel", f"{euros(yearly)} euros, en 10 mensualités"),
                    ("Établissement", f"Université de {case.commune.title()}"),
                    ("Formation", case.one("Licence 3 Psychologie", "Master 1 Droit", "BTS Comptabilité 2e année")),
                    ("Points de charge", str(case.some(0, 9))),
                )
            ),
            *texts(
                "Cette décision est prise sous réserve du contrôle de votre inscription, de votre assiduité et de "
                "votre présence aux examens. Tout manquement entraîne la suspension des versements et le "
                "remboursement des sommes perçues. Vous êtes exonéré(e) des droits d'inscription et de la CVEC.",
                "Voies et délais de recours : recours gracieux auprès du recteur ou recours devant le tribunal "
                "administratif dans les deux mois suivant la notification.",
            ),
        ),
        lines=("Service du dossier social étudiant", "Ministère de l'Enseignement supérieur et de la Recherche"),
        references=(f"N° de dossier : {case.number(8)}",),
        letter=True,
        signer="La directrice générale du Crous",
    )


WRITERS: Writers = {
    "RES-ARE": to_test(_monthly_statement, _rights_opened),
    "RES-BOU": to_test(_grant),
    "RES-CAF": to_test(_paid_by_caf, _rights_by_caf, _paid_by_msa),
}
