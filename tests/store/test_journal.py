"""The journal is a chain: what is changed, taken out, added or moved in the raw file is found where it is."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from pipeline.domain.working_calendar import PARIS
from pipeline.store import journal
from pipeline.store.journal import Broken
from pipeline.store.store import Store

START = datetime(2026, 5, 6, 12, 0, tzinfo=PARIS)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
DETAILS = st.dictionaries(st.sampled_from(["cle", "etat", "pages"]), TEXTS | st.integers(-(2**53), 2**53) | st.none())


@pytest.fixture
def written(tmp_path):
    """A journal of ten entries; the path of its database."""
    with closing(Store(f"sqlite:///{tmp_path / 'pli.sqlite'}", tmp_path)) as store, store.begin() as tx:
        for n in range(1, 11):
            journal.note(tx, START + timedelta(minutes=n), f"pli-{n}", "decide", pieces=n)
    return tmp_path / "pli.sqlite"


def tampered(path, *statements):
    """Change the raw file, its guards set aside; return what is found."""
    with closing(sqlite3.connect(path)) as base:
        for guard in ("update", "delete"):
            base.execute(f"DROP TRIGGER journal_sans_{guard}")
        for statement in statements:
            base.execute(statement)
        base.commit()
    with closing(Store(f"sqlite:///{path}", path.parent)) as store, store.begin() as tx:
        return journal.broken(tx)


def test_what_was_only_added_to_holds(written):
    assert tampered(written) is None


@pytest.mark.parametrize("column", ["le", "sujet", "evenement", "empreinte"])
@pytest.mark.parametrize("number", [1, 5, 10])
def test_an_entry_that_is_changed_is_found(written, column, number):
    found = tampered(written, f"UPDATE journal SET {column} = 'autre' WHERE id = {number}")
    assert found is not None
    assert found.number == number


def test_a_detail_that_is_changed_is_found(written):
    assert tampered(written, "UPDATE journal SET detail = '{\"pieces\": 0}' WHERE id = 7") == Broken(7, "pli-7")


@pytest.mark.parametrize("number", [1, 5, 9])
def test_an_entry_that_is_taken_out_is_found_missing(written, number):
    assert tampered(written, f"DELETE FROM journal WHERE id = {number}") == Broken(number, None)


@pytest.mark.parametrize("number", [1, 5])
def test_an_entry_that_is_taken_out_is_found_where_it_was_when_the_others_move_up(written, number):
    move = f"UPDATE journal SET id = id - 1 WHERE id > {number}"
    assert tampered(written, f"DELETE FROM journal WHERE id = {number}", move) == Broken(number, f"pli-{number + 1}")


@pytest.mark.parametrize("number", [0, 1, 5, 11])
def test_an_entry_that_is_added_is_found(written, number):
    away = (f"UPDATE journal SET id = -id WHERE id >= {number}", "UPDATE journal SET id = 1 - id WHERE id < 0")
    forged = f"INSERT INTO journal VALUES ({number}, '2026', 'faux', 'decide', '{{}}', 'faux')"
    assert tampered(written, *(away if number else ()), forged) == Broken(number, "faux")


def test_entries_that_change_places_are_found(written):
    moves = ("UPDATE journal SET id = -1 WHERE id = 3", "UPDATE journal SET id = 3 WHERE id = 6")
    assert tampered(written, *moves, "UPDATE journal SET id = 6 WHERE id = -1") == Broken(3, "pli-6")


def test_entries_taken_off_the_end_leave_another_head(written):
    with closing(Store(f"sqlite:///{written}", written.parent)) as store, store.begin() as tx:
        head = journal.head(tx)
    assert tampered(written, "DELETE FROM journal WHERE id > 8") is None
    with closing(Store(f"sqlite:///{written}", written.parent)) as store, store.begin() as tx:
        assert journal.head(tx) != head


@pytest.mark.parametrize("statement", ["UPDATE journal SET sujet = 'x'", "DELETE FROM journal"])
def test_the_database_refuses_to_change_the_journal(store, statement):
    with store.begin() as tx:
        journal.note(tx, START, "pli-1", "decide")
    with pytest.raises(IntegrityError, match="only ever added to"), store.begin() as tx:
        tx.exec_driver_sql(statement)


def test_an_entry_that_failed_leaves_no_hole(store):
    for n in (1, 2, 3):
        with suppress(ZeroDivisionError), store.begin() as tx:
            journal.note(tx, START, f"pli-{n}", "decide")
            _ = 1 // (n - 2)
    with store.look() as tx:
        assert journal.broken(tx) is None


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("journal")
    with closing(Store(f"sqlite:///{folder / 'pli.sqlite'}", folder)) as store:
        yield store


@settings(max_examples=60)
@given(notes=st.lists(st.tuples(TEXTS, TEXTS, DETAILS), max_size=8), at_once=st.integers(1, 9))
def test_any_sequence_of_notes_holds(empty, notes, at_once):
    with pytest.MonkeyPatch.context() as smaller, empty.begin() as tx:
        smaller.setattr(journal, "AT_ONCE", at_once)
        for subject, event, detail in notes:
            journal.note(tx, START, subject, event, **detail)
        assert journal.broken(tx) is None
