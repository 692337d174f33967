"""What Prometheus reads: every number has its name, and no label names a person."""

import logging

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pipeline.engine.events import HOST
from pipeline.engine.metrics import exposition
from pipeline.engine.presence import Presence
from pipeline.engine.service.errand import Pace
from pipeline.store import checks, deposits, presence
from pipeline.store.checks import Check
from pipeline.store.presence import Role
from pipeline.upkeep.rounds import check
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import LATE, file_pli, opened

ALLOWED = {"genre", "etat", "echeance", "invariant", "machine", "role", "dossier"}


def found(house):
    """Return every number by its name and its labels, in the order of their names."""
    families = list(text_string_to_metric_families(exposition.text(house)))
    samples = [sample for family in families for sample in family.samples]
    return {(it.name, *(it.labels[name] for name in sorted(it.labels))): it.value for it in samples}


@pytest.fixture
def pli(house):
    return file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())


def test_what_is_left_to_do_is_counted(house, pli):
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, f"{pli}-02", deposits.UNCERTAIN)
    numbers = found(house)
    assert (numbers["pli_depots", "a_deposer"], numbers["pli_depots", "incertain"]) == (1, 1)
    assert (numbers["pli_plis_ouverts", "plus_tard"], numbers["pli_plis_ouverts", "passee"]) == (1, 0)
    assert numbers["pli_taches", "a_faire", "read"] == 0
    assert numbers["pli_liste_de_confiance_jours",] > 0


def test_a_pli_that_is_late_is_said_to_be(house, pli, tmp_path):
    late = opened(tmp_path, LATE)
    assert found(late)["pli_plis_ouverts", "passee"] == 1
    late.close()


def test_the_last_check_is_told_and_none_is_made_for_it(house, pli, caplog):
    assert not any(name[0] == "pli_invariants_rompus" for name in found(house))
    (house.racine / "outbox" / "bilans" / f"{pli}.json").unlink(missing_ok=True)
    with house.store.begin() as tx:
        checks.record(tx, Check(house.settings.now(), {"I3": 2}))
    numbers = found(house)
    assert numbers["pli_invariants_rompus", "I3"] == 2
    assert numbers["pli_controle_horodatage_secondes",] == house.settings.now().timestamp()
    caplog.set_level(logging.CRITICAL)
    check(house, Pace(lambda: False))
    assert ("pli_invariants_rompus", "I3") not in found(house), "the service has looked since"


def test_a_machine_is_named_as_long_as_it_is_known_be_it_silent(house):
    Presence(Role.WATCH).tell(house)
    with house.store.begin() as tx:
        presence.tell(tx, presence.Process("a.1.1", "a", 1, Role.WORK, "0009-4", 1.0), 2.0)
        presence.count_pages(tx, "a", 5)
    numbers = found(house)
    assert numbers["pli_processus_vivants", HOST, "surveiller"] == 1
    assert numbers["pli_processus_vivants", "a", "ouvrier"] == 0
    assert numbers["pli_pages_lues_total", "a"] == 5


def test_labels_are_of_a_few_kinds_and_name_nobody(house, pli):
    Presence(Role.WATCH).tell(house)
    families = list(text_string_to_metric_families(exposition.text(house)))
    assert {label for family in families for sample in family.samples for label in sample.labels} <= ALLOWED
    assert pli not in exposition.text(house)
