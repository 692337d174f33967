"""Other ways of wording the affiliation of artists (PRO-ART)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Text
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _artist_affiliated(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ART",
        who.role,
        case.one("La Maison des Artistes", "Sécurité sociale des artistes auteurs", "AGESSA"),
        case.one(
            "Attestation d'affiliation artiste-auteur",
            "Attestation d'affiliation",
            "Certificat d'affiliation au régime des artistes-auteurs",
        ),
        (
            Text(
                f"Nous attestons que {case.known(who)}, est {who.gendered('affiliée', 'affilié')} au régime de "
                f"sécurité sociale des artistes auteurs depuis le {case.short(400, 4000)}."
            ),
            Fields(
                (
                    ("N° d'ordre", case.number(6)),
                    ("Activité", case.one("peinture", "sculpture", "graphisme", "illustration", "photographie")),
                    ("N° de sécurité sociale", case.nir(who)),
                )
            ),
            *several(
                case,
                1,
                "L'affiliation est maintenue sous réserve de la commission professionnelle.",
                "L'artiste exerce son activité à titre indépendant et dispose d'un atelier.",
                "Article L. 382-1 du code de la sécurité sociale.",
                f"Assiette sociale de l'année {case.year - 2} : {case.sum(4000, 22000)}.",
            ),
        ),
        signer=case.one("La directrice", "L'agent agréé"),
    )


def _artist_exempt_from_withholding(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ART",
        who.role,
        case.one("URSSAF Limousin", "Urssaf – Pôle artistes-auteurs", "artistes-auteurs.urssaf.fr"),
        case.one(
            "Dispense de précompte",
            "Attestation de vigilance artiste-auteur",
            "Vos cotisations d'artiste-auteur",
            "Certificat administratif",
        ),
        (
            Text(f"Artiste-auteur : {who.full} – SIRET {case.home.siret} – code APE 90.03A"),
            Text(
                case.one(
                    f"Vous êtes {who.gendered('dispensée', 'dispensé')} de précompte pour l'année "
                    f"{case.year} : vos diffuseurs ne retiennent pas vos cotisations.",
                    "L'Urssaf certifie que l'artiste-auteur est à jour de ses cotisations sociales.",
                    "Votre appel de cotisations du trimestre s'élève à "
                    f"{case.sum(40, 900)}, calculé sur votre revenu artistique.",
                )
            ),
            Text(
                said(
                    case,
                    "CFP artistes-auteurs : 0,35 %.",
                    "La contribution diffuseur est de 1,1 %.",
                    "Régime : BNC, traitements et salaires.",
                    "Retraite complémentaire : IRCEC.",
                )
            ),
        ),
        letter=True,
    )


def _studio_certificate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ART",
        who.role,
        case.one(
            "DRAC – Direction régionale des affaires culturelles",
            "Ville – Direction de la culture",
            "Syndicat des artistes plasticiens",
        ),
        case.one(
            "Demande d'atelier-logement d'artiste",
            "Attestation d'activité artistique",
            "Avis sur une candidature à un logement-atelier",
        ),
        (
            Text(
                f"Je certifie que {case.named(who)}, artiste-auteur, "
                f"{case.one('peintre', 'sculptrice', 'graveur', 'plasticien')}, exerce une activité "
                "professionnelle régulière (expositions, ventes, commandes)."
            ),
            *several(
                case,
                1,
                "Un avis favorable a été émis pour l'attribution d'un logement-atelier.",
                f"L'inscription à la Maison des Artistes date de {case.some(2001, 2022)}.",
                "Les revenus artistiques sont déclarés au régime des artistes-auteurs.",
                "L'atelier doit offrir une surface de travail et une hauteur sous plafond suffisantes.",
            ),
        ),
        signer=case.third(),
    )


WRITERS: Writers = {
    "PRO-ART": to_learn(_artist_affiliated, _artist_exempt_from_withholding, _studio_certificate),
}
