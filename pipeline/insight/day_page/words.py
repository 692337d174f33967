"""What codes are called when people read them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.domain.pli import Outcome, Role, Trust
from pipeline.domain.receipt import Canal
from pipeline.domain.verdict import Genre, Question

CANALS: Mapping[Canal, str] = MappingProxyType(
    {
        Canal.PAPIER_GUICHET: "Papier, guichet",
        Canal.PAPIER_DEMANDEUR: "Papier, demandeur",
        Canal.PWP: "Portail web professionnel",
        Canal.MEL_SECURISE: "Mél sécurisé",
        Canal.SERVICES_WEB: "Services web",
        Canal.SMARTPHONE: "Téléphone",
        Canal.MEL: "Mél",
    }
)
RECEIVED: Mapping[str, str] = MappingProxyType(
    {"companion": "selon l'expéditeur", "dossier": "selon le dossier de dépôt", "depot": "au dépôt"}
)
ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.BORDEREAU: "bordereau",
        Role.FICHE: "fiche",
        Role.ATTESTATION: "attestation",
        Role.PIECE: "pièce",
        Role.BLANK: "blanche",
        Role.INTERLEAF: "intercalaire",
        Role.OUTSIDE: "hors dossier",
    }
)
TRUST: Mapping[str, str] = MappingProxyType(
    {
        Trust.SIGNED: "ouvert par un code signé",
        Trust.UNSIGNED: "ouvert par un code non signé que le texte confirme",
        Trust.OCR: "ouvert par son numéro imprimé, que le SNE confirme",
        Trust.GIVEN: "donné par l'expéditeur ou un opérateur",
    }
)
GENRES: Mapping[Genre, str] = MappingProxyType(
    {
        Genre.MRZ: "MRZ",
        Genre.DOC2D: "2D-Doc",
        Genre.TEXT: "texte",
        Genre.IMAGE: "image",
        Genre.IDENTITY: "identité",
    }
)
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        Question.DOSSIER: "De quel dossier est-elle ?",
        Question.ENVOI: "Cet envoi est-il déjà venu ?",
        Question.CUT: "Où commence-t-elle, où finit-elle ?",
        Question.TYPE: "Quelle pièce est-ce ?",
        Question.LEGIBILITY: "Est-elle lisible ?",
        Question.HANDWRITING: "Est-elle manuscrite ?",
        Question.DEPOSIT: "Que faire du refus du SNE ?",
    }
)
OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {Outcome.NOTED: "signalé", Outcome.QUESTION: "à vérifier", Outcome.REJECTION: "rejet"}
)
DEPOSITS: Mapping[str, str] = MappingProxyType(
    {
        "a_deposer": "dépôt à faire",
        "depose": "déposée",
        "incertain": "dépôt incertain, à redemander au SNE",
        "refuse": "refusée par le SNE",
    }
)
