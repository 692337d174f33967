"""Does a new piece begin on this page? Page numbers, titles, the faces of cards, and what the page is like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.classifiers import filing, handwriting, legibility, titles, wording
from pipeline.classifiers.card_zone import FILLER, card_zone
from pipeline.classifiers.vocabulary import counted
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.pli import Page
from pipeline.domain.reading import Reading
from pipeline.domain.rules import Rules
from pipeline.domain.text import fold

_PAGE_OF = re.compile(r"\b(?:PAGES?|FEUILLET|FOLIO)\s*(?:N\s*)?(\d{1,2})\s*(?:SUR|DE|[/|])\s*(\d{1,2})\b")
_BARE = re.compile(r"^(?:\S{1,3} ){0,3}\W*(?:p\.)?([1-9]\d?)\s*/\s*([1-9]\d?)\W*$")
"""« 2/3 » or « p.2/3 », behind three specks at most that were taken for letters."""
_ARTICLE = re.compile(r"^ARTICLE (\d{1,3})\b")
MARGIN = 0.12
SURE = 0.75
OPENS, EVEN, GOES_ON = 0.9, 0.5, 0.05
FEW_WORDS = 10
BACK_OF_CARD = frozenset({"ADRESSE", "ADDRESS"})


@dataclass(frozen=True, slots=True)
class Marker:
    """``page`` of ``pages``, as printed."""

    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What one page says by itself about where pieces begin.

    ``titled``: the type that a title near its top names, if one does. ``leaning``: the type that its
    words clearly speak for, titled or not.
    ``opens``: the probability, by its words, that it is the first page of a piece; even when they are too few to tell.
    ``is_card``: it bears a machine-readable zone; ``shows_back``: an address, as the back of cards.
    ``by_hand``, ``legible``: what the page is like. ``zoned``: the types whose cards bear such a zone as it does.
    """

    marker: Marker | None
    titled: str | None
    leaning: str | None
    opens: float
    is_card: bool
    shows_back: bool
    by_hand: bool
    legible: bool
    zoned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a piece begins, and what is uncertain about it, in French."""

    begins: bool
    doubt: str | None = None


def sight(page: Page, rules: Rules) -> Sight:
    """Look at one page by itself."""
    marks, seen = counted([page.reading]), titles.found([page.reading], rules.plan)
    best = next(iter(filing.ranked(marks, seen, rules.plan)), None) if page.reading.words else None
    share = handwriting.judge([page.reading]).share
    return Sight(
        marker=marker(page.reading),
        titled=filing.title_among(seen),
        leaning=best.code if best is not None and best.agreed and best.confidence >= SURE else None,
        opens=wording.shipped().opens(marks) if len(page.reading.words) >= FEW_WORDS else EVEN,
        is_card=any(FILLER in word.text for word in page.reading.words),
        shows_back=shows_back(page.reading),
        by_hand=share is not None and share >= rules.thresholds.doubtful_handwriting,
        legible=legibility.judge(page.reading).score >= rules.thresholds.doubtful_legibility,
        zoned=zone.types if (zone := card_zone(page.reading)) is not None else (),
    )


def shows_back(reading: Reading) -> bool:
    """Say whether a page bears an address label, as the back of a card does."""
    return not BACK_OF_CARD.isdisjoint(token for word in reading.words for token in fold(word.text).split())


def marker(reading: Reading) -> Marker | None:
    """Return the printed page number « page i sur n », anywhere, or a bare « i/n » in a margin."""
    for line in reading.lines():
        text = " ".join(word.text for word in line)
        found = _PAGE_OF.search(_plain(text))
        if found is None and not MARGIN < line[0].box.centre[1] < 1 - MARGIN:
            found = _BARE.match(text)
        if found is not None and 1 <= int(found[1]) <= int(found[2]):
            return Marker(int(found[1]), int(found[2]))
    return None


def articles(reading: Reading) -> list[int]:
    """Return the numbers of the articles that a page of a contract holds, in order."""
    folded = (fold(" ".join(word.text for word in line)) for line in reading.lines())
    return [int(found[1]) for text in folded if (found := _ARTICLE.match(text)) is not None]


def _plain(text: str) -> str:
    return " ".join(fold(part) if part != "/" else part for part in re.split(r"(/)", text))


def judge(
    sofar: Sequence[Page], sights: Sequence[Sight], seen: Sight, plan: FilingPlan, *, same_sheet: bool
) -> Verdict:
    """Say whether a page of which ``seen`` is known begins a new piece after the pages ``sofar``.

    ``sights``: what those pages say, in the same order. ``same_sheet``: the page is the back of the last one.
    """
    last, first = sights[-1], sights[0]
    if seen.marker is not None and seen.marker.page > 1:
        return _by_number(sights, seen)
    if seen.marker is not None:
        return Verdict(begins=True)
    if seen.by_hand != last.by_hand or not (seen.legible and last.legible):
        return Verdict(begins=not (same_sheet and not seen.legible))
    if last.marker is not None and last.marker.page == last.marker.pages:
        return Verdict(begins=not (same_sheet and seen.titled is None))
    if _turns_card(sofar, sights, seen, plan):
        return Verdict(begins=False)
    if seen.titled is not None and not _mentions(first, seen):
        same = seen.titled in {first.titled, first.leaning}
        return Verdict(begins=not (same and (plan[seen.titled].title_repeats or _is_due(last, seen))))
    return _untitled(sights, seen, plan, same_sheet=same_sheet)


def _mentions(first_page: Sight, seen: Sight) -> bool:
    """Say whether a title is only spoken of: the words go on as the piece began, as a tax notice that names alimony."""
    goes_on = seen.leaning is not None and seen.leaning in {first_page.titled, first_page.leaning}
    return goes_on and seen.leaning != seen.titled


def _is_due(last: Sight, seen: Sight) -> bool:
    """Say whether a page that bears the title again goes on all the same: its words do, or more pages are announced."""
    awaited = last.marker is not None and last.marker.page < last.marker.pages
    return seen.opens <= GOES_ON or (awaited and seen.opens < EVEN)


def _by_number(sights: Sequence[Sight], seen: Sight) -> Verdict:
    """Judge a page that says it is not the first of its piece."""
    last, first = sights[-1], sights[0]
    follows = (
        last.marker is not None
        and seen.marker is not None
        and (last.marker.page + 1, last.marker.pages) == (seen.marker.page, seen.marker.pages)
    )
    if follows:
        return Verdict(begins=False)
    in_place = seen.marker is not None and seen.marker.page == len(sights) + 1 and seen.opens < EVEN
    if last.marker is None and (in_place or seen.titled in {None, first.titled, first.leaning}):
        return Verdict(begins=False)
    return Verdict(begins=True, doubt="la page précédente de cette pièce n'est pas devant elle")


def _turns_card(sofar: Sequence[Page], sights: Sequence[Sight], seen: Sight, plan: FilingPlan) -> bool:
    """Say whether a page is the back of the card whose front alone makes the piece so far."""
    front = sights[0]
    current = front.titled or front.leaning
    if len(sofar) > 1 or current is None or front.shows_back or seen.titled not in {None, current}:
        return False
    if current in seen.zoned and not front.is_card and seen.titled is None:
        return True
    return plan[current].two_sided and (seen.shows_back or (seen.is_card and seen.titled is None))


def _untitled(sights: Sequence[Sight], seen: Sight, plan: FilingPlan, *, same_sheet: bool) -> Verdict:
    """Judge a page without title nor number: it goes on, unless its words clearly speak for another type."""
    current = sights[0].titled or sights[0].leaning
    if seen.zoned and current is not None and current not in seen.zoned and not same_sheet:
        return Verdict(begins=True)
    if same_sheet or seen.opens <= GOES_ON:
        return Verdict(begins=False)
    if seen.opens >= OPENS and not _repeats(sights[0], seen, plan):
        return Verdict(begins=True)
    if seen.leaning is not None and seen.leaning == current:
        return Verdict(begins=False)
    if seen.is_card or sights[-1].is_card or seen.leaning is not None:
        return Verdict(begins=current is not None)
    if current is not None and plan[current].title_repeats:
        return Verdict(begins=False)
    return Verdict(begins=False, doubt="rien ne montre que la page suivante est de la même pièce")


def _repeats(first_page: Sight, seen: Sight, plan: FilingPlan) -> bool:
    """Say whether a page heads itself as the first one does, as every page of some papers."""
    same = seen.leaning is not None and seen.leaning in {first_page.titled, first_page.leaning}
    return same and seen.leaning is not None and plan[seen.leaning].title_repeats


def first(seen: Sight) -> Verdict:
    """Judge the first page of a dossier: it begins a piece, even when it says that it is page 2."""
    if seen.marker is not None and seen.marker.page > 1:
        return Verdict(begins=True, doubt="la première page de cette pièce n'est pas devant elle")
    return Verdict(begins=True)
