"""The register as it is read: what does not balance is named, and no number of an applicant is there."""

import json
from io import StringIO

from rich.console import Console

from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.insight.register import as_json, as_tables, register
from pipeline.insight.register.shown import imbalances, totals, under_way
from pipeline.insight.tables import FILE_WIDTH
from tests import papers
from tests.insight.register.test_gather import FIRST, SECOND, halves
from tests.papers import DURAND, MARTIN
from tests.store.shelf import LATE, file_pli, opened


def shown(house):
    out = StringIO()
    for part in as_tables(register(house)):
        Console(file=out, width=FILE_WIDTH).print(part)
    return out.getvalue()


def night(house):
    deverse(house, lambda done, total: None)
    tell(house, lambda done, total: None)


def test_a_register_that_balances_says_so(house):
    file_pli(house, papers.bordereau(2, 5), *FIRST, *SECOND)
    night(house)
    assert "Tout se rapproche" in shown(house)
    assert list(imbalances(register(house))) == []


def test_what_is_still_under_way_is_named(house):
    file_pli(house, papers.bordereau(2, 5), *FIRST, *SECOND)
    (told,) = under_way(register(house))
    assert list(imbalances(register(house))) == []
    assert "acceptées et pas encore déposées : 2" in told
    assert "n'est pas prévenu (pas encore) : 1" in told


def test_what_is_still_under_way_past_the_deadline_does_not_balance(tmp_path, house):
    file_pli(house, papers.bordereau(2, 5), *FIRST, *SECOND)
    later = opened(tmp_path, now=LATE)
    assert list(under_way(register(later))) == []
    assert "pas encore déposées : 2" in next(imbalances(register(later)))
    later.close()


def test_an_envelope_that_came_twice_shows_which_pli_repeats(house):
    for rank in (1, 2):
        file_pli(house, papers.bordereau(2, 5), *FIRST, *SECOND, rank=rank)
    assert [pli["place"] for pli in as_json(register(house))["envois"][0]["plis"]] == [None, "répété"]


def test_an_envelope_in_two_shows_its_plis_below(house):
    first, second = halves(house)
    table = shown(house)
    for word in ("K7Q2M9XA4B", first, second, "complet", "suite", "En cours : K7Q2M9XA4B : pièces à vérifier : 1"):
        assert word in table


def test_what_is_missing_is_named_with_what_may_be_the_rest(house):
    file_pli(house, papers.bordereau(2, 5), *FIRST)
    rest = file_pli(house, *SECOND, rank=2)
    told = next(imbalances(register(house)))
    assert told.startswith("K7Q2M9XA4B : incomplet ; 1 dossier compté pour 2 ; 3 pages comptées pour 5")
    assert f"sa suite est peut-être {rest}" in told


def test_totals_add_up_the_plis(house):
    halves(house)
    total = totals(register(house))
    assert (total["envois"], total["plis"]) == (1, 2)
    assert (total["pages_annoncees"], total["pages_comptees"], total["pages_recues"]) == (5, 5, 6)
    assert total["acceptees"] + total["rejetees"] + total["a_verifier"] == 2


def test_nobody_is_in_it(house):
    halves(house)
    said = shown(house) + json.dumps(as_json(register(house)))
    assert MARTIN not in said
    assert DURAND not in said
    assert "MARTIN" not in said.upper().replace("MARTIN CLAIRE.PDF", "")
