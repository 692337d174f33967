"""The figures for a program."""

import json
from datetime import date

from pipeline.insight.report.contents import as_json
from pipeline.insight.report.figures import figures
from pipeline.insight.report.period import Period
from tests.insight.report import month
from tests.insight.report.month import OK, at


def content(house):
    return as_json(figures(house, Period(date(2026, 5, 1), date(2026, 5, 22)), lambda done, total: None))


def test_figures_keep_their_counts_and_are_json(house):
    with house.store.begin() as tx:
        month.settled(tx, house, 1, at(6), [OK] * 9 + ["I01"] * 3, deposited=at(6, 22), told=at(6, 23))
        month.settled(tx, house, 2, at(6), ("I01",), guichet="59900")
        month.night(tx, date(2026, 5, 6), deposees=9)
        month.breach(tx, "p0000000001-1-1", at(9), at(9, 12))
    told = json.loads(json.dumps(content(house)))
    assert (told["schema"], told["du"], told["au"]) == ("rapport/1", "2026-05-01", "2026-05-22")
    assert told["volumes"]["total"]["pages"]["recues"] == 15
    assert told["delais"]["a_temps"] == {"compte": 1, "sur": 2, "part": 0.5}
    assert told["delais"]["heures_jusqu_au_registre"] == {"plis": 1, "p50": 12.0, "p95": 12.0}
    assert [late["attend"] for late in told["delais"]["plis_en_retard"]] == ["mail non parti"]
    assert told["rejets"]["par_motif"] == {"I01": {"cas": 4, "pieces": 4, "pages": 4, "fichiers": 0}}
    assert told["nuits"][0]["comptes"] == {"deposees": 9}
    assert told["violations"][0]["retiree_le"] == at(9, 12).isoformat()
    office = told["guichets"]["par_guichet"]["10691"]
    assert office["taux"] == {"compte": 3, "sur": 12, "part": 0.25}
    assert office["conseils"] == [{"motif": "I01", "cas_evites": 3, "sur": 3}]
    assert told["guichets"]["par_guichet"]["59900"]["taux"] is None


def test_an_empty_period_has_nothing_to_divide(house):
    told = content(house)
    assert told["rejets"]["taux"] is None
    assert told["poids"]["octets_par_page"] is None
    assert told["sans_personne"]["part"] is None
    assert told["guichets"] == {"mediane": None, "sans_guichet": told["guichets"]["sans_guichet"], "par_guichet": {}}
