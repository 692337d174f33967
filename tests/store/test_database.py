"""The database is brought to the current revision, and holds what was committed."""

from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from pipeline.errors import Misuse
from pipeline.store import database, mails, tasks
from pipeline.store.schema import REVISION, metadata
from pipeline.store.store import Store
from pipeline.store.tasks import Kind


@pytest.fixture
def engine(url):
    opened = database.connect(url)
    yield opened
    opened.dispose()


def test_the_last_migration_is_the_revision_of_the_schema(engine):
    assert ScriptDirectory(str(database._MIGRATIONS)).get_current_head() == REVISION
    assert database._revision(engine) == REVISION


def test_the_migrations_make_the_tables_of_the_schema(engine):
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in found if not is_a_comment(one)] == []


def is_a_comment(difference):
    """Say whether two tables differ by nothing but what is said of a column, which SQLite does not keep."""
    return isinstance(difference, list) and {change[0] for change in difference} == {"modify_comment"}


def test_a_message_that_left_under_the_first_tables_was_taken_by_its_addresses(tmp_path):
    url = f"sqlite:///{tmp_path / 'pli.sqlite'}"
    old = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(database._MIGRATIONS))
    with old.begin() as tx:
        config.attributes["connection"] = tx
        command.upgrade(config, "0001")
        tx.execute(text(
            "INSERT INTO lot (id, prise, canal, nom, sha256, octets, recu_le, recu_le_source, echeance, compagnon,"
            " etat, dossier_images) VALUES ('l', 'p', 'mel', 'n', '0', 1, '', 'depot', '', '{}', 'coupe', 0)"
        ))  # fmt: skip
        tx.execute(text(
            "INSERT INTO pli (id, lot, premiere, derniere, etat, questions, version, publiee)"
            " VALUES ('l-1', 'l', 1, 1, 'termine', '[]', 1, 1)"
        ))  # fmt: skip
        tx.execute(text(
            "INSERT INTO envoi (pli, nature, message_id, destinataires, etat, detail, le) VALUES"
            " ('l-1', 'final', '<1@x.example>', '[\"a@x.example\"]', 'envoye', '250 OK', '2026-05-06T12:00:00+02:00')"
        ))  # fmt: skip
    old.dispose()
    with closing(Store(url, tmp_path)) as store, store.begin() as tx:
        (mail,) = mails.of_pli(tx, "l-1")
    assert (mail.state, mail.waiting, mail.proof) == (mails.SENT, (), "a@x.example : 250 OK")


def test_opening_again_changes_nothing(tmp_path, url):
    with closing(Store(url, tmp_path)) as store, store.begin() as tx:
        tasks.submit(tx, Kind.READ, "lot/1", 1)
    with closing(Store(url, tmp_path)) as store, store.begin() as tx:
        assert len(tasks.tally(tx, Kind)) == 1


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)]
)
def test_every_commit_is_on_disk_before_it_is_believed(tmp_path, pragma, value):
    engine = database.connect(f"sqlite:///{tmp_path / 'pli.sqlite'}")
    with engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_a_row_of_an_unknown_lot_is_refused(engine):
    with pytest.raises(IntegrityError), engine.begin() as tx:
        tx.execute(text("INSERT INTO page (lot, n, blob, genre) VALUES ('nulle-part', 1, 'x', 'png')"))


def test_a_transaction_takes_the_write_lock_when_it_begins(tmp_path):
    engine = database.connect(f"sqlite:///{tmp_path / 'pli.sqlite'}")
    with engine.begin(), create_engine(engine.url).connect() as other:
        other.exec_driver_sql("PRAGMA busy_timeout=50")
        with pytest.raises(OperationalError, match="locked"):
            other.exec_driver_sql("BEGIN IMMEDIATE")


def test_an_address_of_a_kind_that_is_not_known_is_refused():
    with pytest.raises(Misuse, match="PLI_BASE"):
        database.connect("mysql://hote/pli")
