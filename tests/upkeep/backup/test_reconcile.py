"""What a restored workspace learns from the register before it sends anything."""

import hashlib
from contextlib import closing

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.answers import Answer
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.engine.rectify import Order, rectify
from pipeline.errors import Shut
from pipeline.sne.fichier import SneFichier
from pipeline.store import deposits, rectifications
from pipeline.upkeep.backup.reconcile import OTHERWISE, PASSED_OVER, WITHDRAWN
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli, opened, state_of
from tests.upkeep.backup.conftest import HEAD, pieces_of, questions, quiet, register, say


def states(house, pli):
    names = pieces_of(house, pli)
    with house.store.begin() as tx:
        return [state_of(tx, pli, piece) for piece in names]


def test_what_was_deposited_since_is_known_and_never_sent_again(place, pli):
    place.set_aside()
    with place.night():
        pass
    before = register(place.racine)
    told = place.come_back()
    with place.morning() as house:
        assert (list(told.found), told.questions, told.unknown) == (pieces_of(house, pli), {}, ())
        assert states(house, pli) == [deposits.DEPOSITED] * 2
        deverse(house, quiet)
        assert check_world(house) == []
    assert register(place.anew) == before


def test_what_was_not_deposited_leaves_by_the_next_run(place, pli):
    place.set_aside()
    assert place.come_back().found == ()
    with place.morning() as house:
        assert states(house, pli) == [deposits.TO_DEPOSIT] * 2
        deverse(house, quiet)
        assert states(house, pli) == [deposits.DEPOSITED] * 2


def test_a_piece_that_was_typed_otherwise_since_is_asked_about_and_its_answer_finds_it_there(place, pli):
    place.set_aside()
    with place.night() as house:
        first, _ = pieces_of(house, pli)
        say(house, pli, first, Answer(type="PRO-ATE"))
    before = register(place.racine)
    told = place.come_back()
    assert told.questions == {first: OTHERWISE}
    assert [(it.held.type, it.pieces) for it in told.unknown] == [("PRO-ATE", (first,))]
    with place.morning() as house:
        deverse(house, quiet)
        assert (questions(house, pli), register(place.anew)) == ({first}, before)
        say(house, pli, first, Answer(type="PRO-ATE"))
        deverse(house, quiet)
        assert states(house, pli) == [deposits.DEPOSITED] * 2
        assert check_world(house) == []
    assert register(place.anew) == before


def test_pages_that_were_cut_otherwise_since_are_recognised(place, pli):
    place.set_aside()
    with place.night() as house:
        first, second = pieces_of(house, pli)
        say(house, pli, second, Answer(merge_with=first, type="RES-BUL"))
    told = place.come_back()
    assert [set(it.pieces) for it in told.unknown] == [{first, second}]
    assert set(told.questions) == {first, second}


def test_what_was_passed_over_by_a_later_run_is_asked_about_and_leaves_once_it_is_said_again(place, pli):
    place.set_aside()
    with place.night() as house:
        first, second = pieces_of(house, pli)
        say(house, pli, first, Answer(motif="I01"))
    told = place.come_back()
    assert (told.found, told.questions) == ((second,), {first: PASSED_OVER})
    with place.morning() as house:
        deverse(house, quiet)
        assert states(house, pli) == [None, deposits.DEPOSITED]
        say(house, pli, first, Answer(type="RES-BUL"))
        deverse(house, quiet)
        assert states(house, pli) == [deposits.DEPOSITED] * 2


def test_what_was_withdrawn_since_is_no_longer_said_to_be_there(place, pli):
    with place.night():
        pass
    place.set_aside()
    with closing(opened(place.racine, "2026-05-06T23:00:00+02:00")) as house:
        first, _ = pieces_of(house, pli)
        rectify(house, [first], Order("mal classée", Answer(), "test"))
    told = place.come_back()
    assert told.questions == {first: WITHDRAWN}
    with place.morning() as house:
        with house.store.begin() as tx:
            (done,) = rectifications.of_pli(tx, pli)
        assert (done.piece, done.state, questions(house, pli)) == (first, rectifications.WITHDRAWN, {first})
        assert check_world(house) == []


def test_what_was_deposited_and_withdrawn_since_is_not_sent_again(place, pli):
    place.set_aside()
    with place.night():
        pass
    with closing(opened(place.racine, "2026-05-06T23:00:00+02:00")) as house:
        first, _ = pieces_of(house, pli)
        rectify(house, [first], Order("mal classée", Answer(), "test"))
    before = register(place.racine)
    assert place.come_back().questions == {first: WITHDRAWN}
    with place.morning() as house:
        deverse(house, quiet)
        tell(house, quiet)
        assert (questions(house, pli), register(place.anew)) == ({first}, before)


def test_what_came_and_left_since_is_named_for_its_paper_to_be_dropped_again(place, pli):
    place.set_aside()
    with place.night() as house:
        by_phone = {"canal": Canal.SMARTPHONE, "companion": Companion(numero_unique=MARTIN), "rank": 2}
        file_pli(house, papers.bulletin(mois="avril 2026"), **by_phone)
    (lost,) = place.come_back().unknown
    assert (lost.numero_unique, lost.held.type, lost.pieces) == (MARTIN, "RES-BUL", ())


def test_a_register_that_lost_everything_is_not_believed(place, pli, monkeypatch):
    with place.night():
        pass
    place.set_aside()
    monkeypatch.setattr(SneFichier, "pieces", lambda _self, _number: ())
    with pytest.raises(Shut, match="aucun des dépôts"):
        place.come_back()
    monkeypatch.undo()
    assert place.come_back().absent == ()


def test_a_piece_that_is_said_deposited_and_is_gone_is_named(place, pli, monkeypatch):
    with place.night():
        pass
    place.set_aside()
    listed = SneFichier.pieces
    monkeypatch.setattr(SneFichier, "pieces", lambda self, number: listed(self, number)[1:])
    (gone,) = place.come_back().absent
    with place.morning() as house:
        assert [(found.invariant, found.where) for found in check_world(house)] == [("I3", gone)]


def test_the_journal_says_from_which_of_its_entries_it_parted(place, pli):
    place.set_aside()
    place.come_back()
    with place.morning() as house, house.store.begin() as tx:
        row = tx.exec_driver_sql("SELECT detail FROM journal WHERE evenement = 'restaure'").scalar_one()
    assert HEAD in str(row)


def test_the_message_of_a_pli_keeps_its_name(place, pli):
    place.set_aside()
    with place.night() as house:
        deverse(house, quiet)
        tell(house, quiet)
    (sent,) = (place.racine / "outbox" / "mels").glob("*.eml")
    place.come_back()
    with place.morning() as house:
        tell(house, quiet)
    (again,) = (place.anew / "outbox" / "mels").glob("*.eml")
    assert again.name == sent.name


def test_a_pdf_that_the_register_has_in_other_bytes_is_noted(place, pli):
    place.set_aside()
    with place.night():
        pass
    told = next((place.racine / "outbox" / "sne").rglob("*.json"))
    pdf = told.with_suffix(".pdf")
    old = hashlib.sha256(pdf.read_bytes()).hexdigest()
    pdf.write_bytes(b"%PDF-1.7 of another time\n")
    told.write_text(told.read_text().replace(old, hashlib.sha256(pdf.read_bytes()).hexdigest()))
    assert len(place.come_back().found) == 2
    with place.morning() as house:
        assert "A03" in {anomaly.code for anomaly in bilan_of(house, pli).anomalies}
