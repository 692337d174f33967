"""The main road to a wrong dossier: a separator sheet that the scanner fed together with another page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest

from pipeline import flow
from pipeline.domain import bilan as bilans
from pipeline.domain.corrections import NOTHING_SAID
from pipeline.domain.facts import Demande, Facts
from pipeline.domain.reader import READER_VERSION
from pipeline.domain.reading import Reading, unreadable
from pipeline.domain.receipt import Receipt
from pipeline.domain.rules import Rules
from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.belonging import wrong_dossier
from pipeline.sne.demandes import demandes_of
from pipeline.stages.split import cut_lot, numbers_to_ask
from pipeline.store import lots, serial
from tests.scenarios.workspace import FIXTURES, golden

SHEETS = {"bordereau", "fiche", "attestation"}
LOTS = [name for name, pli in golden().items() if any(page["role"] in SHEETS for page in pli.truth["pages"])]
Pages = Collection[int]

pytestmark = pytest.mark.timeout(300)


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot as it was read; ``demandes``: what the SNE knows, None when nobody can be asked."""

    receipt: Receipt
    readings: Mapping[int, Reading]
    rules: Rules
    demandes: Mapping[str, Demande] | None

    def settled_without(self, missing: Pages) -> list[dict[str, Any]]:
        """Return the bilans of the plis, had these pages not been scanned."""
        kept = [self.readings[n] for n in sorted(self.readings) if n not in missing]
        return self._settled(dict(enumerate(kept, start=1)))

    def settled_blind_to(self, unseen: Pages) -> list[dict[str, Any]]:
        """Return the bilans of the plis, had these pages been impossible to read."""
        return self._settled({n: unreadable("noir") if n in unseen else seen for n, seen in self.readings.items()})

    def _settled(self, readings: Mapping[int, Reading]) -> list[dict[str, Any]]:
        whole = replace(self.receipt, last=len(readings))
        return [
            self._settle(replace(whole, pli=f"{whole.lot}-{k}", first=first, last=last), readings)
            for k, (first, last) in enumerate(cut_lot(whole, readings, self.rules), start=1)
        ]

    def _settle(self, receipt: Receipt, readings: Mapping[int, Reading]) -> dict[str, Any]:
        own = {n: reading for n, reading in readings.items() if receipt.first <= n <= receipt.last}
        asked = numbers_to_ask(receipt, own, self.rules) & (self.demandes or {}).keys()
        facts = Facts({number: self.demandes[number] for number in asked})
        return serial.public_bilan(bilans.of(receipt, flow.judge(receipt, own, facts, NOTHING_SAID, self.rules)))


@pytest.fixture(params=LOTS)
def name(request):
    return request.param


@pytest.fixture
def lot(name, day):
    with day.house() as house, house.store.begin() as tx:
        own = next(n for n in lots.names(tx) if lots.receipt(tx, n).source.nom == name)
        receipt, readings = lots.receipt(tx, own), lots.readings(tx, own, READER_VERSION)
        return Lot(receipt, readings, house.rules, demandes_of(FIXTURES / "demandes.json"))


def sheets(truth: Mapping[str, Any]) -> list[tuple[int, ...]]:
    """Return the separator sheets of a lot, each with the blank back that was scanned with it."""
    blanks = {page["feuille"]: page["n"] for page in truth["pages"] if page["role"] == "blanche"}
    backs = {n: back for n, sheet in _fronts(truth) if (back := blanks.get(sheet)) == n + 1}
    return [(n, backs[n]) if n in backs else (n,) for n, _ in _fronts(truth)]


def _fronts(truth: Mapping[str, Any]) -> list[tuple[int, int]]:
    return [(page["n"], page["feuille"]) for page in truth["pages"] if page["role"] in SHEETS]


def losses(truth: Mapping[str, Any]) -> Iterator[tuple[int, ...]]:
    """Yield what may be missing: each sheet, and its front alone where the back was scanned too."""
    for sheet in sheets(truth):
        yield sheet
        if len(sheet) > 1:
            yield sheet[:1]


def without(truth: Mapping[str, Any], missing: Pages) -> dict[str, Any]:
    """Return the truth of a lot of which these pages were not scanned."""
    kept = [page for page in truth["pages"] if page["n"] not in missing]
    renumbered = {page["n"]: n for n, page in enumerate(kept, start=1)}
    return {
        **truth,
        "pages": [{**page, "n": renumbered[page["n"]]} for page in kept],
        "pieces": [{**piece, "pages": [renumbered[n] for n in piece["pages"]]} for piece in truth["pieces"]],
    }


def test_a_lot_settled_apart_is_as_the_day_left_it(lot, name, day):
    """Guards the tests below: without this, they could judge something else than the product."""
    fields = ("pages", "dossiers", "anomalies", "registre", "etat")
    apart = [{field: bilan[field] for field in fields} for bilan in lot.settled_without(())]
    assert apart == [{field: bilan[field] for field in fields} for bilan in day.bilans_of(name)]


@pytest.mark.parametrize("asked", [True, False], ids=["sne", "sans-sne"])
def test_a_missing_sheet_files_nothing_in_the_wrong_dossier(lot, name, asked):
    lot = lot if asked else replace(lot, demandes=None)
    assert_none_misfiled_without(losses(golden()[name].truth), lot, name)


def test_two_neighbouring_sheets_missing_file_nothing_in_the_wrong_dossier(lot, name):
    own = sheets(golden()[name].truth)
    assert_none_misfiled_without((left + right for left, right in pairwise(own)), lot, name)


def assert_none_misfiled_without(lost, lot, name):
    truth = golden()[name].truth
    for missing in lost:
        found = wrong_dossier([case(name, without(truth, missing), lot.settled_without(missing))])
        assert found.faults == (), f"without pages {missing} of {name}"


def test_a_sheet_that_cannot_be_read_files_nothing_in_the_wrong_dossier(lot, name):
    truth = golden()[name].truth
    for unseen in sheets(truth):
        found = wrong_dossier([case(name, truth, lot.settled_blind_to(unseen))])
        assert found.faults == (), f"blind to pages {unseen} of {name}"
