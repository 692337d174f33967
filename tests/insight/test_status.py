"""Where things stand, the most urgent first."""

from datetime import timedelta

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.errors import Misuse
from pipeline.insight import status
from pipeline.store import lots, mails, tasks
from pipeline.store.tasks import COMPUTING, Kind
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import LATE, file_pli, opened, received

GIVEN = Companion(numero_unique=MARTIN, courriel="depot@example.org")


def digital(house, *pages, rank=1):
    return file_pli(house, *pages, canal=Canal.PWP, companion=GIVEN, rank=rank)


def step(done, total):
    pass


def test_an_empty_workspace_has_nothing_to_show(house):
    assert status.overview(house) == status.Overview((), (), ())
    assert status.pending(house) == []


def test_the_most_urgent_pli_comes_first(house):
    paper = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin(), rank=1)
    urgent = digital(house, papers.quittance(), rank=2)
    assert [item.pli for item in status.overview(house).plis] == [urgent, paper]


def test_a_pli_is_followed_from_its_pieces_to_its_mail(house):
    digital(house, papers.bulletin(), papers.quittance())
    (before,) = status.overview(house).plis
    assert (before.etat, before.pages, before.verdicts["acceptee"], before.told) == ("termine", 2, 2, None)
    assert before.deposits == {"a_deposer": 2}
    deverse(house, step)
    tell(house, step)
    (after,) = status.overview(house).plis
    assert (after.deposits, after.told) == ({"depose": 2}, "envoye")
    assert after.as_json()["mail"] == "envoye"


def settled_and_told(house):
    digital(house, papers.bulletin(), papers.quittance())
    deverse(house, step)
    tell(house, step)


def test_a_pli_that_is_over_and_done_with_is_left_out_after_some_days(tmp_path, house):
    settled_and_told(house)
    open_ = digital(house, papers.page("zzz"), rank=2)
    later = opened(tmp_path, now=LATE)
    assert [item.pli for item in status.overview(later).plis] == [open_]
    assert len(status.overview(later, everything=True).plis) == 2
    later.close()


def test_a_pli_whose_message_was_refused_stays_until_it_is_taken(tmp_path, house):
    settled_and_told(house)
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE envoi SET etat = 'refuse'")
    later = opened(tmp_path, now=LATE)
    (item,) = status.overview(later).plis
    assert (item.told, item.nature) == ("refuse", mails.FINAL)
    later.close()


def test_a_pli_that_waits_for_the_address_of_its_guichet_stays(tmp_path, house):
    file_pli(house, papers.page("Fiche récapitulative", codes=[MARTIN]), papers.releve())
    file_pli(house, papers.releve(), rank=2)
    deverse(house, step)
    tell(house, step)
    later = opened(tmp_path, now=LATE)
    assert [item.told for item in status.overview(later).plis][-1] == "non_notifiable"
    later.close()


def test_what_is_shown_costs_nothing_of_what_is_past(house, monkeypatch):
    settled_and_told(house)
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE envoi SET le = '2026-04-01T12:00:00+02:00'")
    open_ = digital(house, papers.page("zzz"), rank=2)
    looked = []
    monkeypatch.setattr(status.plis, "bilan", lambda tx, name: looked.append(name))
    status.overview(house)
    assert looked == [open_]


def test_a_lot_that_is_not_cut_yet_stands_for_its_plis(house):
    receipt = received(house, 0)
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise", is_folder=False)
    (item,) = status.overview(house).plis
    assert (item.pli, item.etat, item.told) == (receipt.lot, "en_cours", None)


def test_open_questions_bear_the_deadline_of_their_pli(house):
    name = digital(house, papers.page("zzz"), papers.bulletin())
    (item,) = status.pending(house)
    assert (item.pli, item.asked.piece, item.asked.question) == (name, f"{name}-01", "type")
    assert item.echeance - papers.RECEIVED < timedelta(days=1)
    assert set(item.as_json()) == {"pli", "piece", "question", "explication", "pages", "candidats", "echeance"}


def test_work_set_aside_and_work_that_waits_are_told_with_their_reasons(house):
    with house.store.begin() as tx:
        for subject in ("a", "b"):
            tasks.submit(tx, Kind.SETTLE, subject, 1)
        tasks.quarantine(tx, tasks.claim(tx, COMPUTING, "test", 0.0), "défaut")
        tasks.postpone(tx, tasks.claim(tx, COMPUTING, "test", 0.0), 9e9, "SNE fermé")
    seen = status.overview(house)
    assert (seen.aside, seen.waiting) == ((("settle:a", "défaut"),), (("settle:b", "SNE fermé"),))


def test_a_pli_that_nobody_knows_is_a_misuse(house):
    with pytest.raises(Misuse, match="pli inconnu"):
        status.bilan_of(house, "inconnu")
