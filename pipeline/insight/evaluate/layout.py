"""Page by page: separators, roles, recto and verso."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.insight.evaluate.account import OPENERS, Account, Case
from pipeline.insight.evaluate.figures import Fault, Share, listed

ABSENT = "absente"


@dataclass(frozen=True, slots=True)
class Separators:
    """Pages of bordereaux, fiches and attestations: seen for what they are, missed, or seen where there is none."""

    found: Share
    missed: int
    invented: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """Pages given their role. ``confusions``: pages by (true role, role given)."""

    right: Share
    lost: int
    confusions: Mapping[tuple[str, str], int]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Sheets of which both sides were scanned, found with their two sides and the right face up."""

    right: Share
    faults: tuple[Fault, ...]


def separators(cases: Iterable[Case]) -> Separators:
    """Count the pages of separator sheets; one taken for another kind of separator is missed and invented."""
    found, missed, invented = 0, 0, 0
    faults: list[Fault] = []
    for case in cases:
        for n, true, given in _roles(case):
            if true in OPENERS and given == true:
                found += 1
                continue
            if true in OPENERS:
                missed += 1
                faults.append(Fault(case.name, (n,), "separateur", f"page « {true} » non vue", true, given))
            if given in OPENERS:
                invented += 1
                faults.append(Fault(case.name, (n,), "separateur", f"page « {given} » inventée", true, given))
    return Separators(Share(found, found + missed), missed, invented, tuple(faults))


def roles(cases: Iterable[Case]) -> Roles:
    """Compare the roles of all pages; a page that no bilan holds is lost."""
    pages: Counter[tuple[str, str]] = Counter()
    faults: list[Fault] = []
    for case in cases:
        for n, true, given in _roles(case):
            pages[true, given] += 1
            if true != given:
                faults.append(Fault(case.name, (n,), "role", f"page « {true} » lue « {given} »", true, given))
    wrong = {pair: count for pair, count in sorted(pages.items()) if pair[0] != pair[1]}
    lost = sum(count for (_, given), count in wrong.items() if given == ABSENT)
    total = pages.total()
    return Roles(Share(total - sum(wrong.values()), total), lost, wrong, tuple(faults))


def _roles(case: Case) -> Iterator[tuple[int, str, str]]:
    """Yield every page with its true role and the one it was given."""
    for n in sorted({*case.truth.pages, *case.found.pages}):
        yield n, case.truth.role(n) or ABSENT, case.found.role(n) or ABSENT


def pairs(cases: Iterable[Case]) -> Pairs:
    """Compare the sheets that truly have two sides scanned."""
    right, total = 0, 0
    faults: list[Fault] = []
    for case in cases:
        given = set(_sheets(case.found))
        for sheet in _sheets(case.truth):
            if len(sheet) < 2:
                continue
            total += 1
            if sheet in given and _faces_agree(case, sheet):
                right += 1
            else:
                faults.append(_wrongly_paired(case.name, sheet, given))
    return Pairs(Share(right, total), tuple(faults))


def _wrongly_paired(name: str, sheet: tuple[int, ...], said: set[tuple[int, ...]]) -> Fault:
    """Tell a sheet beside those found that hold a side of it."""
    touching = sorted(other for other in said if set(other) & set(sheet))
    found = "faces inversées" if touching == [sheet] else " | ".join(map(listed, touching)) or "aucune feuille"
    return Fault(name, sheet, "recto_verso", "recto et verso mal appariés", listed(sheet), found)


def _sheets(account: Account) -> list[tuple[int, ...]]:
    """Return the pages of every sheet of paper that the account tells of."""
    sheets: dict[tuple[str, int], list[int]] = {}
    for page in account.pages.values():
        if page.feuille is not None:
            sheets.setdefault(page.feuille, []).append(page.n)
    return [tuple(sorted(pages)) for pages in sheets.values()]


def _faces_agree(case: Case, sheet: Sequence[int]) -> bool:
    told = [(case.truth.pages[n].face, case.found.pages[n].face) for n in sheet]
    return all(true in {None, given} for true, given in told)
