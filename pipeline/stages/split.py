"""Cut a lot into plis, and a pli into what its separator sheets open.

Any page seen as a fiche or an attestation closes the open dossier, whether it opens another or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pipeline.classifiers import filing, identity
from pipeline.classifiers.opening import Opening, is_by_hand, open_with
from pipeline.domain.corrections import Corrections
from pipeline.domain.facts import DemandeState, Facts
from pipeline.domain.pli import (
    Announced,
    Anomaly,
    Bordereau,
    Dossier,
    Outcome,
    Page,
    Role,
    Section,
    Sections,
    Trust,
)
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal, Receipt
from pipeline.domain.rules import Rules
from pipeline.sheets import printed
from pipeline.sheets.codes import AttestationCode, CodeTrust, FicheCode
from pipeline.sheets.recognise import Sheet, bordereau_of, recognise
from pipeline.sheets.show_through import without_ghosts

AGAIN = "cet envoi a déjà été reçu : ne pas déposer deux fois"
GOES_ON = "le bordereau de cet envoi a déjà été reçu, avec d'autres fiches : est-ce la suite ?"

Seen = Mapping[int, Sheet | None]
"""The separator sheet that each page is, by page number."""


def look(receipt: Receipt, readings: Mapping[int, Reading], rules: Rules) -> Seen:
    """Say which pages are separator sheets; ``readings`` by page number."""
    on = receipt.recu_le.date()
    readings = without_ghosts(readings)
    seen = {n: recognise(reading, on, rules) for n, reading in sorted(readings.items())}
    return _with_following(seen, readings, on, rules)


def _with_following(seen: dict[int, Sheet | None], readings: Mapping[int, Reading], on: date, rules: Rules) -> Seen:
    """Mark the pages that go on with the attestation before them."""
    for n in sorted(seen):
        before = seen.get(n - 1)
        if before is None or before.role is not Role.ATTESTATION or _is_last(before):
            continue
        if _goes_on_with(before, seen[n], readings[n], on, rules):
            seen[n] = replace(before, following=True)
    return seen


def _is_last(sheet: Sheet) -> bool:
    """Say whether nothing can follow a page of an attestation: its signed code counts the pages, else two at most."""
    pages = sheet.code.pages if isinstance(sheet.code, AttestationCode) else None
    return sheet.following or (pages is not None and pages <= 1)


def _goes_on_with(before: Sheet, sheet: Sheet | None, reading: Reading, on: date, rules: Rules) -> bool:
    if reading.codes or reading.unread_codes or filing.names_a_piece(reading, rules.plan):
        return False
    shown = {found.number for found in printed.numbers(reading, on)}
    own = not shown.isdisjoint({before.numero_unique, *before.printed})
    if sheet is not None:
        return sheet.role is Role.ATTESTATION and own
    return (own or not shown) and printed.goes_on_with_attestation(reading)


def cut_lot(receipt: Receipt, readings: Mapping[int, Reading], rules: Rules) -> list[tuple[int, int]]:
    """Return the first and last page of each pli of a lot, in order.

    On ``papier-guichet`` every bordereau opens a pli; on ``papier-demandeur`` every first page of an
    attestation does, unless it names the demande of the pli that is open.
    """
    seen = look(receipt, readings, rules)
    pages = sorted(readings)
    starts = [pages[0]] if pages else []
    current: str | None = None
    for n in pages:
        sheet = seen[n]
        if sheet is None or not _opens_pli(receipt.canal, sheet):
            continue
        number = sheet.numero_unique or next(iter(sheet.printed), None)
        if receipt.canal is Canal.PAPIER_DEMANDEUR and number is not None and number == current:
            continue
        current = number
        if n != starts[-1]:
            starts.append(n)
    return list(zip(starts, [*(start - 1 for start in starts[1:]), pages[-1]], strict=True)) if starts else []


def _opens_pli(canal: Canal, sheet: Sheet) -> bool:
    if canal is Canal.PAPIER_GUICHET:
        return sheet.role is Role.BORDEREAU
    return canal is Canal.PAPIER_DEMANDEUR and sheet.role is Role.ATTESTATION and not sheet.following


def numbers_to_ask(receipt: Receipt, readings: Mapping[int, Reading], rules: Rules) -> frozenset[str]:
    """Return the numéros uniques that the SNE should be asked about before this pli is settled."""
    seen = look(receipt, readings, rules)
    named = {sheet.numero_unique for sheet in seen.values() if sheet is not None and sheet.numero_unique}
    printed = {number for sheet in seen.values() if sheet is not None for number in sheet.printed}
    given = {receipt.companion.numero_unique} if receipt.companion.numero_unique else set()
    return frozenset(named | printed | given)


def marks(receipt: Receipt, readings: Mapping[int, Reading], rules: Rules) -> frozenset[str]:
    """Return the ``envoi:…`` and ``nonce:…`` marks by which this envelope would be known again."""
    found = set()
    for n, sheet in look(receipt, readings, rules).items():
        if sheet is None:
            continue
        if isinstance(sheet.code, FicheCode) and sheet.code.nonce:
            found.add(f"nonce:{sheet.code.nonce}")
        if sheet.role is Role.BORDEREAU and (envoi := bordereau_of(sheet, readings[n], n).envoi):
            found.add(f"envoi:{envoi}")
    return frozenset(found)


def split(receipt: Receipt, readings: Mapping[int, Reading], facts: Facts, said: Corrections, rules: Rules) -> Sections:
    """Say what belongs to which dossier."""
    walk = _Walk(receipt, without_ghosts(readings), facts, said, rules)
    for n in sorted(readings):
        walk.step(n)
    return walk.finish()


class _Walk:
    """One pass over the pages of a pli, in order."""

    def __init__(
        self,
        receipt: Receipt,
        readings: Mapping[int, Reading],
        facts: Facts,
        said: Corrections,
        rules: Rules,
    ) -> None:
        self._receipt = receipt
        self._readings = readings
        self._seen = look(receipt, readings, rules)
        self._rules = rules
        self._facts = facts
        self._said = said
        self._bordereau: Bordereau | None = None
        self._anomalies: list[Anomaly] = []
        self._forged = False
        self._nonces: set[str] = set()
        self._openings: Counter[str] = Counter()
        self._done: list[Section] = []
        self._open = self._from_companion() or Section((), outside=True)

    def _from_companion(self) -> Section | None:
        companion = self._receipt.companion
        number = companion.numero_unique
        if number is None or not self._receipt.canal.takes_number_from_companion:
            return None
        demande = self._facts.demandes.get(number)
        person = demande.demandeur if demande is not None else None
        announced = Announced(companion.documents, companion.pages)
        self._openings[number] += 1
        opening = self._checked(Opening(Dossier(number, 1, Trust.GIVEN, person, announced, companion.guichet)), None)
        return Section((), opening.dossier, motif=opening.motif, doubt=opening.doubt)

    @property
    def _given(self) -> bool:
        return self._open.dossier is not None and self._open.dossier.trust is Trust.GIVEN

    def step(self, n: int) -> None:
        """Place one page."""
        sheet = self._seen[n]
        if sheet is None:
            self._add(self._page(n, None))
        elif self._given:
            self._inside_given(n, sheet)
        elif sheet.role is Role.BORDEREAU:
            self._at_bordereau(n, sheet)
        elif self._is_own_paper(sheet):
            self._add(self._page(n, None))
        elif self._goes_on(sheet):
            self._add(self._page(n, sheet.role))
        else:
            self._at_opener(n, sheet)

    def finish(self) -> Sections:
        """Return the sections, with what the pli as a whole gives to doubt."""
        self._close()
        doubt = self._doubt_of_pli()
        sections = [replace(s, doubt=s.doubt or doubt) if doubt and not s.outside else s for s in self._done]
        return Sections(self._receipt, self._bordereau, tuple(sections), tuple(self._anomalies))

    def _page(self, n: int, role: Role | None) -> Page:
        reading = self._readings[n]
        return Page(n, reading, role, self._said.rotations.get(n, reading.rotation))

    def _add(self, page: Page) -> None:
        self._open = replace(self._open, pages=(*self._open.pages, page))

    def _close(self) -> None:
        if self._open.pages:
            self._done.append(self._open)

    def _is_own_paper(self, sheet: Sheet) -> bool:
        """Say whether a page is no sheet but a paper that bears the number of the open dossier in a code."""
        dossier = self._open.dossier
        number = dossier.numero_unique if dossier is not None else None
        return not sheet.titled and sheet.trust is CodeTrust.UNSIGNED and sheet.numbers == {number}

    def _inside_given(self, n: int, sheet: Sheet) -> None:
        """Place a sheet in a lot that is one dossier by its companion: another number stops it."""
        dossier = self._open.dossier
        own = dossier is not None and sheet.numbers == {dossier.numero_unique}
        self._add(self._page(n, None if self._is_own_paper(sheet) else sheet.role))
        if sheet.trust is CodeTrust.BAD_SIGNATURE:
            self._note("signature_fausse", n, Outcome.QUESTION)
            self._open = replace(self._open, doubt="une feuille du dossier porte un code dont la signature est fausse")
        elif not own and not sheet.following:
            self._note("dossier_inattendu", n, Outcome.QUESTION)
            self._open = replace(self._open, doubt="une feuille du dossier ne porte pas, ou pas seulement, son numéro")

    def _at_bordereau(self, n: int, sheet: Sheet) -> None:
        first = self._bordereau is None
        outside = first and all(section.outside for section in [*self._done, self._open])
        self._close()
        self._open = Section((self._page(n, Role.BORDEREAU),), outside=outside)
        if first:
            self._bordereau = bordereau_of(sheet, self._readings[n], n)
        if sheet.trust is CodeTrust.BAD_SIGNATURE:
            self._forged = True
            self._note("signature_fausse", n, Outcome.QUESTION, level="pli")
        elif sheet.trust is CodeTrust.NONE and is_by_hand(self._readings[n], self._rules):
            self._note("T03", n, Outcome.NOTED, level="pli")

    def _goes_on(self, sheet: Sheet) -> bool:
        """Say whether a sheet belongs to what is open: a later page, or an attestation of the same demande."""
        dossier = self._open.dossier
        if sheet.following:
            number = dossier.numero_unique if dossier is not None else None
            return number is None or number in {sheet.numero_unique, *sheet.printed}
        return (
            self._receipt.canal.of_guichets
            and sheet.role is Role.ATTESTATION
            and dossier is not None
            and sheet.trust is not CodeTrust.BAD_SIGNATURE
            and not sheet.contradicts
            and (sheet.numero_unique or next(iter(sheet.printed), None)) == dossier.numero_unique
        )

    def _at_opener(self, n: int, sheet: Sheet) -> None:
        self._close()
        opening = self._checked(open_with(sheet, self._receipt.canal, self._readings[n], self._facts, self._rules), n)
        if opening.anomaly is not None:
            outcome = Outcome.REJECTION if opening.motif else Outcome.QUESTION
            self._note(opening.anomaly, n, outcome, opening.dossier)
        dossier = opening.dossier
        if dossier is not None:
            self._openings[dossier.numero_unique] += 1
            dossier = replace(dossier, rang=self._openings[dossier.numero_unique])
        self._open = Section((self._page(n, sheet.role),), dossier, motif=opening.motif, doubt=opening.doubt)

    def _checked(self, opening: Opening, n: int | None) -> Opening:
        """Hold against an opening what the SNE says of its demande, and what was seen before."""
        dossier = opening.dossier
        if dossier is None:
            return opening
        demande = self._facts.demandes.get(dossier.numero_unique)
        pages = () if n is None else (n,)
        if demande is not None and demande.state is not DemandeState.ACTIVE:
            self._anomalies.append(Anomaly("T05", "dossier", dossier.numero_unique, pages, Outcome.REJECTION))
            return replace(opening, motif="T05")
        if demande is not None and identity.is_another(demande, dossier.person):
            self._anomalies.append(Anomaly("T06", "dossier", dossier.numero_unique, pages, Outcome.QUESTION))
            return replace(opening, doubt="le nom de la feuille n'est pas celui que le SNE donne pour cette demande")
        if dossier.nonce is not None and self._was_seen(dossier.nonce):
            self._anomalies.append(Anomaly("envoi_deja_vu", "dossier", dossier.numero_unique, pages, Outcome.QUESTION))
            return replace(opening, doubt="cette fiche a déjà été reçue : ne pas déposer deux fois")
        return opening

    def _was_seen(self, nonce: str) -> bool:
        """Say whether a fiche was received before, in an earlier pli or in this one."""
        before = nonce in self._nonces or f"nonce:{nonce}" in self._facts.seen_before
        self._nonces.add(nonce)
        return before

    def _doubt_of_pli(self) -> str | None:
        bordereau = self._bordereau
        if self._forged:
            return "un bordereau du pli porte un code dont la signature est fausse"
        if bordereau is None:
            return None
        if bordereau.envoi is not None and f"envoi:{bordereau.envoi}" in self._facts.seen_before:
            self._note("envoi_deja_vu", bordereau.page, Outcome.QUESTION, level="pli")
            return AGAIN if self._is_again() else GOES_ON
        return None

    def _is_again(self) -> bool:
        """Say whether an envelope that was seen before brings fiches that were; or none that could tell."""
        codes = (sheet.code for sheet in self._seen.values() if sheet is not None)
        nonces = {f"nonce:{code.nonce}" for code in codes if isinstance(code, FicheCode) and code.nonce}
        return not nonces or not nonces.isdisjoint(self._facts.seen_before)

    def _note(
        self, code: str, n: int, outcome: Outcome, dossier: Dossier | None = None, level: str = "dossier"
    ) -> None:
        number = dossier.numero_unique if dossier is not None else None
        self._anomalies.append(Anomaly(code, level, number, (n,), outcome))
