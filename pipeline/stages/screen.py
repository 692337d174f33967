"""Give every piece its verdict, knowing its type, its evidence, whose it is, and how it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.classifiers import alerts, anomalies, belonging, counts, handwriting, legibility
from pipeline.classifiers.counts import Arithmetic
from pipeline.classifiers.identity import Agreement
from pipeline.domain.corrections import Corrections
from pipeline.domain.facts import OTHER_BYTES, DemandeState, Facts
from pipeline.domain.filing_plan import Scope
from pipeline.domain.pli import (
    Dossier,
    Filing,
    Judged,
    JudgedPiece,
    Named,
    Section,
    Sections,
    Trust,
)
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Acceptee, AVerifier, Evidence, Genre, Question, Rejetee, Verdict

APPLICANT = "D"
UNFIT = {"T10", "T11"}
WITHDRAWN = "200"
ILLEGIBLE = Rejetee("I01")
A_FICHE_MAY_LACK = (
    "les comptes annoncés laissent penser qu'une fiche manque, et la pièce ne porte pas le nom du demandeur"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a piece before its verdict.

    ``doubt``: why it may lie in the wrong dossier. ``held``: why it is not accepted unseen, though it may be refused.
    """

    filing: Filing
    section: Section
    agreement: Agreement
    doubt: str | None
    held: str | None


def screen(named: Named, facts: Facts, said: Corrections, rules: Rules) -> Judged:
    """Judge every piece of a pli."""
    sheets = named.pieces.sheets
    standings = _standings(named)
    pieces = tuple(_judge(standing, sheets.cut, facts, said, rules) for standing in standings)
    told = alerts.raised(pieces, sheets.cut, facts, rules)
    return Judged(named, told, anomalies.named(sheets, pieces))


def _standings(named: Named) -> list[Standing]:
    sheets, cuts = named.pieces.sheets, named.pieces.cuts
    neighbours = belonging.Neighbours.of(sheets, cuts)
    agreed = belonging.agreements(neighbours, cuts)
    anchored, doubtful, closed = belonging.anchored(cuts, agreed), counts.doubtful(sheets), counts.closed(sheets)
    slips, unmet = belonging.slipped(neighbours, cuts, agreed), belonging.unmet(neighbours, cuts)
    counted = counts.arithmetic(sheets)
    return [
        Standing(
            filing,
            section := sheets.cut.sections[at := filing.cut.section],
            agreed[index],
            section.doubt
            or _slip(slips, index)
            or _doubt(
                section,
                counted[at],
                agreed[index],
                doubtful=at in doubtful - closed or _after_unseen(section, filing),
                beyond=counts.beyond(section, filing.cut, sheets.blanks),
                anchored=index in anchored,
            ),
            _held(section, agreed[index], doubtful=at in doubtful, unmet=index in unmet),
        )
        for index, filing in enumerate(named.filings)
    ]


def _slip(slips: Mapping[int, int], index: int) -> str | None:
    """Say that the separator beside a piece seems to lie one paper off, and whether others of the pli do too."""
    if index not in slips:
        return None
    said = (
        "la pièce porte le nom du dossier suivant : sa fiche semble posée une pièce trop tard"
        if slips[index] > 0
        else "la pièce porte le nom du dossier précédent : la fiche semble posée une pièce trop tôt"
    )
    alike = sum(step == slips[index] for step in slips.values())
    return f"{said}, comme {alike - 1} autre{'s' if alike > 2 else ''} du pli" if alike > 1 else said


def _doubt(
    section: Section,
    counted: Arithmetic,
    agreement: Agreement,
    *,
    doubtful: bool,
    beyond: bool,
    anchored: bool,
) -> str | None:
    """Say why a piece may not belong to the dossier that it lies in, in French, or None."""
    if agreement is Agreement.DISAGREES:
        return "la pièce porte le nom d'un autre demandeur du pli, ou de son foyer"
    if beyond:
        return "la pièce vient après toutes les pages annoncées : une fiche manque sans doute devant elle"
    if doubtful and not agreement.is_theirs:
        return A_FICHE_MAY_LACK
    if _unguarded(section, counted) and not anchored:
        return "aucun compte annoncé ne montre que la pièce est dans le bon dossier, et elle ne porte pas de nom lu"
    return None


def _held(section: Section, agreement: Agreement, *, doubtful: bool, unmet: bool) -> str | None:
    """Say why a piece may be somebody else's though nobody else of the pli is named on it."""
    if doubtful and not agreement.is_theirs:
        return A_FICHE_MAY_LACK
    if agreement is Agreement.STRANGER:
        return "la pièce nomme quelqu'un que rien ne rattache au demandeur"
    if unmet:
        return "le nom du demandeur n'est pas connu, et la pièce ne nomme personne que d'autres du dossier nomment"
    is_known = section.dossier is not None and section.dossier.person is not None
    return "aucun nom du foyer n'a été lu sur la pièce" if agreement is Agreement.CANNOT_TELL and is_known else None


def _after_unseen(section: Section, filing: Filing) -> bool:
    """Say whether a page that could not be looked at stands before a piece: it may have been a separator sheet."""
    return any(page.reading.fault and page.n < filing.cut.pages[0].n for page in section.pages)


def _unguarded(section: Section, counted: Arithmetic) -> bool:
    """Say whether a missed opener would show nowhere: no count of pages, and a channel where sheets separate."""
    dossier = section.dossier
    return dossier is not None and dossier.trust is not Trust.GIVEN and counted is Arithmetic.UNKNOWN


def _judge(standing: Standing, sections: Sections, facts: Facts, said: Corrections, rules: Rules) -> JudgedPiece:
    filing, section = standing.filing, standing.section
    first = filing.cut.pages[0].n
    told = said.dossiers.get(first)
    opened = section.dossier
    dossier = _dossier(told, opened, sections)
    number = told or (opened.numero_unique if opened is not None else None)
    verdict, evidence = _verdict(standing, number, facts, said, rules)
    return JudgedPiece(
        filing=filing,
        numero_unique=number,
        rang=dossier.rang if dossier is not None else (1 if number is not None else None),
        role=_role(standing, told, rules),
        verdict=verdict,
        alerts=(OTHER_BYTES,) if _refused(filing, facts) == OTHER_BYTES else (),
        evidence=evidence,
    )


def _dossier(told: str | None, opened: Dossier | None, sections: Sections) -> Dossier | None:
    """Return the dossier of the pli in which a piece is filed: its own, or the one that a person named."""
    if told is None or (opened is not None and opened.numero_unique == told):
        return opened
    dossiers = (section.dossier for section in sections.sections)
    return next((dossier for dossier in dossiers if dossier is not None and dossier.numero_unique == told), None)


def _role(standing: Standing, told: str | None, rules: Rules) -> str | None:
    code = standing.filing.type
    if code is None or not rules.plan[code].per_person:
        return None
    return APPLICANT if standing.agreement is Agreement.AGREES and told is None else None


def _verdict(
    standing: Standing, number: str | None, facts: Facts, said: Corrections, rules: Rules
) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Decide, the gravest doubt first: whose it is, then how it reads, then what it is."""
    filing, first = standing.filing, standing.filing.cut.pages[0].n
    if first in said.rejections:
        return Rejetee(said.rejections[first]), ()
    whose = _whose(standing, number, facts, said)
    if whose is not None:
        return whose, ()
    unfit = _unfit(filing, facts)
    if unfit is not None:
        return unfit, ()
    if filing.said and filing.type is not None:
        verdict: Verdict = Rejetee("P01") if rules.plan[filing.type].scope is Scope.OUT else Acceptee()
        evidence: tuple[Evidence, ...] = ()
    else:
        verdict, evidence = _on_sight(filing, rules)
    may_be_fiche = verdict == ILLEGIBLE and standing.held == A_FICHE_MAY_LACK
    if standing.held is None or first in said.dossiers or not (isinstance(verdict, Acceptee) or may_be_fiche):
        return verdict, evidence
    return AVerifier(Question.DOSSIER, standing.held), ()


def _whose(standing: Standing, number: str | None, facts: Facts, said: Corrections) -> Verdict | None:
    """Judge whose a piece is; None when that is settled."""
    if standing.filing.cut.pages[0].n in said.dossiers:
        return Rejetee("T05") if _is_gone(facts, number) else None
    if standing.section.motif is not None:
        return Rejetee(standing.section.motif)
    if number is None:
        return AVerifier(Question.DOSSIER, standing.doubt or "aucun dossier n'est ouvert à cet endroit")
    return AVerifier(Question.DOSSIER, standing.doubt) if standing.doubt is not None else None


def _unfit(filing: Filing, facts: Facts) -> Verdict | None:
    """Judge a piece that could not be filed as it is: no file could be made of it, or the SNE refused it."""
    refused = _refused(filing, facts)
    if refused in {None, OTHER_BYTES}:
        return None
    if refused in UNFIT:
        return Rejetee(refused)
    return AVerifier(Question.DEPOSIT, _refusal(refused))


def _refusal(status: str | None) -> str:
    if status == WITHDRAWN:
        return "cette pièce a été retirée du registre, ou son pli vient d'une sauvegarde : dites ce qu'elle devient"
    return f"le SNE a refusé la pièce telle quelle (réponse {status})"


def _refused(filing: Filing, facts: Facts) -> str | None:
    return facts.refused.get((filing.cut.pages[0].n, filing.type or ""))


def _is_gone(facts: Facts, number: str | None) -> bool:
    """Say whether the SNE does not know a demande, or has struck it off."""
    demande = facts.demandes.get(number) if number is not None else None
    return demande is not None and demande.state is not DemandeState.ACTIVE


def _on_sight(filing: Filing, rules: Rules) -> tuple[Verdict, tuple[Evidence, ...]]:
    """Judge what the machine alone named: by hand, unreadable, unknown, out of scope, or filed."""
    page = filing.cut.pages[0].n
    unfit = _handwriting(filing, rules) or _legibility(filing, rules)
    if unfit is not None:
        return unfit
    if filing.type is None:
        return AVerifier(Question.TYPE, "aucun type du plan de classement ne se détache"), ()
    scope = rules.plan[filing.type].scope
    if scope is Scope.OUT:
        label = rules.plan[filing.type].label
        return Rejetee("P01"), (Evidence(Genre.TEXT, f"reconnue comme « {label} », hors du périmètre", page),)
    if scope is Scope.TRANSMISSION:
        return AVerifier(Question.TYPE, "la page ressemble à une feuille de transmission"), ()
    if filing.cut.doubt is not None:
        return AVerifier(Question.CUT, filing.cut.doubt), ()
    return Acceptee(), ()


def _handwriting(filing: Filing, rules: Rules) -> tuple[Verdict, tuple[Evidence, ...]] | None:
    readings = [page.reading for page in filing.cut.pages]
    judged, limits = handwriting.judge(readings), rules.thresholds
    if judged.share is None or judged.share < limits.doubtful_handwriting or filing.sealed:
        return None
    if filing.type is not None and rules.plan[filing.type].handwriting_accepted:
        return None
    vouched, by_hand = handwriting.vouching(readings, rules.plan), judged.share >= limits.handwritten
    if vouched is not None and not by_hand:
        return None
    seen = (Evidence(Genre.IMAGE, judged.detail, filing.cut.pages[0].n),)
    if vouched is None and by_hand:
        return Rejetee("I08"), seen
    return AVerifier(Question.HANDWRITING, "la pièce est peut-être écrite à la main"), seen


def _legibility(filing: Filing, rules: Rules) -> tuple[Verdict, tuple[Evidence, ...]] | None:
    """Judge a piece that cannot be read; one whose type is settled all the same is legible enough.

    So is one that is out of scope, however little of a card's patterns is words. Where a real word was read, somebody
    may read more: only a page that says nothing is refused without a look.
    """
    worst = min(((legibility.judge(page.reading), page.n) for page in filing.cut.pages), key=lambda item: item[0].score)
    judged, page = worst
    if any(page.reading.fault for page in filing.cut.pages):
        return AVerifier(Question.LEGIBILITY, judged.cause), ()
    limits = rules.thresholds
    is_out = filing.type is not None and rules.plan[filing.type].scope is Scope.OUT
    if is_out or judged.score >= limits.doubtful_legibility:
        return None
    seen = (Evidence(Genre.IMAGE, judged.cause, page),)
    is_mute = not any(legibility.says_something(page.reading) for page in filing.cut.pages)
    if filing.type is None and len(filing.cut.pages) == 1 and judged.score < limits.illegible and is_mute:
        return ILLEGIBLE, seen
    if judged.score < limits.illegible or filing.type is None:
        return AVerifier(Question.LEGIBILITY, f"page difficile à lire : {judged.cause}"), seen
    return None
