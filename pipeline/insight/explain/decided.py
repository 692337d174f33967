"""Which rule or which score decided of a piece, in French. Pure."""

from __future__ import annotations

from pipeline.classifiers import filing as filings
from pipeline.classifiers import handwriting, legibility, wording
from pipeline.classifiers.filing import Candidate
from pipeline.domain.corrections import Corrections
from pipeline.domain.filing_plan import Family
from pipeline.domain.pli import Filing, JudgedPiece, Section
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Acceptee, AVerifier, Genre, Question, Rejetee
from pipeline.insight.explain.shares import percent
from pipeline.stages.classify import SEALED
from pipeline.stages.screen import UNFIT


def decided_by(judged: JudgedPiece, section: Section, said: Corrections, rules: Rules) -> str:
    """Say what decided of ``judged``, which lies in ``section``; ``said``: what operators answered.

    Of a question, say the figure that left it open; an empty text when a rule alone did, which the question tells.
    """
    filing = judged.filing
    first = filing.cut.pages[0].n
    match judged.verdict:
        case Rejetee() if first in said.rejections:
            return "un opérateur l'a rejetée"
        case Rejetee(motif) if motif == section.motif:
            return "tout ce qui suit la feuille d'où elle dépend est rejeté pour ce motif"
        case Rejetee(motif):
            return _rejected(motif, filing, first in said.dossiers, rules)
        case AVerifier(question):
            return _score(question, filing, rules)
        case Acceptee():
            own = " ; un opérateur a dit de quel dossier elle est" if first in said.dossiers else ""
            return f"rien ne s'y oppose ; {type_by(filing, rules)}{own}"


def _rejected(motif: str, filing: Filing, moved: bool, rules: Rules) -> str:  # noqa: FBT001 - an operator named a dossier
    """Say why the machine itself refuses a piece."""
    if motif in UNFIT:
        return "aucun fichier n'a pu en être fait pour le SNE"
    known = rules.motifs.get(motif)
    match known.family if known is not None else None:
        case Family.HANDWRITTEN:
            return _by_hand(filing, rules)
        case Family.UNUSABLE:
            return _legible(filing, rules)
        case Family.OUT_OF_SCOPE:
            return f"ce type est hors du périmètre ; {type_by(filing, rules)}"
    return "le SNE ne tient pas pour active la demande nommée par un opérateur" if moved else "règle de transmission"


def _score(question: Question, filing: Filing, rules: Rules) -> str:
    match question:
        case Question.TYPE:
            return type_by(filing, rules)
        case Question.HANDWRITING:
            return _by_hand(filing, rules)
        case Question.LEGIBILITY:
            return _legible(filing, rules)
    return ""


def type_by(filing: Filing, rules: Rules) -> str:
    """Say what settled the type of a piece, or what was missing for it."""
    if filing.said:
        return "type donné par un opérateur"
    if filing.confidence == SEALED and any(found.genre is Genre.DOC2D for found in filing.evidence):
        return "type établi par un code 2D-Doc vérifié"
    best = next(iter(filings.candidates([page.reading for page in filing.cut.pages], rules.plan)), None)
    if best is None:
        return "aucun texte lu ne dit son type"
    if best.proved:
        return "type établi par la bande de lecture, chiffres de contrôle justes"
    return f"{best.code} à {percent(filings.believed(best))} par son texte, {_least(best, rules)}"


def _least(best: Candidate, rules: Rules) -> str:
    """Say from which confidence a type is settled without a person."""
    misfiled, belief = rules.thresholds.misfiled, wording.shipped().belief
    if not best.agreed:
        return "et ses mots seuls diraient autre chose"
    least = belief.settles_from(misfiled)
    if least is None or best.code not in belief.certified:
        return "et trop peu d'essais montrent que ce type peut être décidé sans une personne"
    return f"décidé à partir de {percent(least)} (au plus {percent(misfiled)} d'erreurs)"


def _by_hand(filing: Filing, rules: Rules) -> str:
    judged, limits = handwriting.judge([page.reading for page in filing.cut.pages]), rules.thresholds
    asked, refused = percent(limits.doubtful_handwriting), percent(limits.handwritten)
    return f"{judged.detail} (question à partir de {asked}, rejet à partir de {refused})"


def _legible(filing: Filing, rules: Rules) -> str:
    judged = min((legibility.judge(page.reading) for page in filing.cut.pages), key=lambda found: found.score)
    limits = rules.thresholds
    asked, refused = percent(limits.doubtful_legibility), percent(limits.illegible)
    return f"lisibilité {percent(judged.score)} (question au-dessous de {asked}, illisible au-dessous de {refused})"
