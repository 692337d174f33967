"""A workspace that an older version kept, with work under way: opened by this one, it goes on from there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from pipeline.domain.receipt import Companion
from pipeline.engine import answers
from pipeline.engine.answers import Answer
from pipeline.engine.intake import take_ready
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.engine.publish import publish
from pipeline.insight import status
from pipeline.mailroom.inbox import ok_path
from pipeline.store import database, deposits, lots
from pipeline.store.tasks import Kind
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import NOON, bilan_of, file_pli, opened, work

CONFIG = Config()
CONFIG.set_main_option("script_location", str(database._MIGRATIONS))
REVISIONS = sorted(revision.revision for revision in ScriptDirectory.from_config(CONFIG).walk_revisions())
ASKED, OTHER = "057121500000010691", "057121500004910691"
SENDER = Companion(courriel="d@example.org")
CHAINED = "0005"
"""The revision from which on the journal is a chain, and says by which calendar a deadline was reckoned."""


def quiet(_done, _total):
    pass


def drop(house, place):
    path = house.racine / "inbox" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"no scan at all")
    ok_path(path).touch()
    take_ready(house)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A workspace in the middle of its day: deposited and told, doubtful, to be asked, refused, not opened yet."""
    racine = tmp_path_factory.mktemp("hier") / "espace"
    racine.mkdir()
    with closing(opened(racine)) as house:
        told = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
        file_pli(house, *told, companion=SENDER, rank=1)
        deverse(house, quiet)
        tell(house, quiet)
        due = (
            papers.fiche(DURAND, "DURAND", "PAUL", 3),
            papers.bulletin("DURAND Paul"),
            papers.quittance("DURAND Paul"),
        )
        doubtful = file_pli(house, *due, companion=SENDER, rank=2)
        with house.store.begin() as tx:
            deposits.set_state(tx, doubtful, f"{doubtful}-02", deposits.UNCERTAIN)
        asked = (papers.fiche(ASKED, "PETIT", "ANNE", 2), papers.page("zzz", "PETIT Anne"))
        file_pli(house, *asked, companion=SENDER, rank=3)
        drop(house, "inconnu/a.pdf")
        drop(house, "pwp/b.pdf")
        publish(house)
        assert check_world(house) == []
    return racine


def made_at(revision, path):
    """Make a database as the version of that revision made it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        CONFIG.attributes["connection"] = connection
        command.upgrade(CONFIG, revision)
    engine.dispose()


def written_at(revision, kept, path):
    """Write into it what that version knew of the same day."""
    made_at(revision, path)
    with closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA foreign_keys=OFF")
        old.execute("ATTACH ? AS kept", (str(kept / "var" / "pli.sqlite"),))
        tables = [name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in (name for name in tables if not name.startswith(("sqlite_", "alembic_"))):
            columns = ", ".join(sorted(columns_of(old, "main", table) & columns_of(old, "kept", table)))
            old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM kept.{table}")
        if revision < CHAINED:
            rows = old.execute("SELECT id, detail FROM main.journal WHERE evenement = 'recu'").fetchall()
            known = [({"canal": json.loads(detail)["canal"]}, number) for number, detail in rows]
            old.executemany("UPDATE main.journal SET detail = ? WHERE id = ?", [(json.dumps(d), n) for d, n in known])
        if revision == REVISIONS[0]:
            old.execute("UPDATE main.envoi SET detail = '250 OK' WHERE etat = 'envoye'")
        old.commit()


def columns_of(base, schema, table):
    return {row[1] for row in base.execute(f"PRAGMA {schema}.table_info({table})")}


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_an_older_version_kept_goes_on_in_this_one(kept, tmp_path, revision):
    racine = tmp_path / "espace"
    shutil.copytree(kept, racine, ignore=shutil.ignore_patterns("pli.sqlite*"))
    written_at(revision, kept, racine / "var" / "pli.sqlite")
    with closing(opened(racine)) as house:
        assert check_world(house) == [], "upgraded, nothing is lost nor wrong"
        assert [mail.told for mail in status.overview(house).plis if mail.told] == ["envoye"]
        work(house, Kind.OPEN)
        done = deverse(house, quiet)
        assert (done.deposited, done.unanswered, done.failed) == (2, 0, 0)
        (asked,) = status.pending(house)
        answers.answer(house, [asked.asked.piece], Answer(motif="I01"), "Camille")
        deverse(house, quiet)
        file_pli(
            house, papers.fiche(OTHER, "PETIT", "ANNE", 2), papers.bulletin("PETIT Anne"), companion=SENDER, rank=9
        )
        assert deverse(house, quiet).deposited == 1
        tell(house, quiet)
        publish(house)
        assert check_world(house) == []
        with house.store.begin() as tx:
            assert sum(lots.is_refused(tx, name) for name in lots.names(tx)) == 2
        assert bilan_of(house, asked.pli).etat == "rejete"
    with closing(opened(racine, NOON)) as again:
        assert check_world(again) == [], "opened again, it is upgraded no more"
