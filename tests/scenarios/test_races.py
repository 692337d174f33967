"""Several at once: on one inbox, on one workspace, on one register, on one database; nothing is lost, nothing twice."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import threading
from collections import Counter
from contextlib import closing
from datetime import datetime

import pytest
from PIL import Image

from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.working_calendar import PARIS
from pipeline.engine.intake import take_ready
from pipeline.engine.night import deverse
from pipeline.engine.publish import publish
from pipeline.insight import status
from pipeline.mailroom import inbox, takings
from pipeline.mailroom.inbox import ok_path
from pipeline.upkeep.check_world import check_world
from tests import disks, papers
from tests.papers import MARTIN
from tests.scenarios import crowd
from tests.scenarios.test_killed import running
from tests.scenarios.workspace import Workspace
from tests.store.shelf import NOON, file_pli, opened

FILES, CLAIMERS, CLAIMED, PLIS = 12, 8, 300, 6
ENDS_S = 200
NOW = datetime(2026, 5, 6, 12, tzinfo=PARIS)

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("courses")]


def ended(*processes):
    return [process.wait(ENDS_S) for process in processes]


def assert_all_is_well(workspace):
    with closing(opened(workspace.racine)) as house:
        assert check_world(house) == []


def test_two_treatments_at_once_take_each_file_once(tmp_path):
    workspace = Workspace(tmp_path / "espace")
    workspace.racine.mkdir()
    opened(workspace.racine).close()
    folder = workspace.inbox / "smartphone"
    folder.mkdir()
    for n in range(FILES):
        Image.new("L", (200, 300), "white").save(folder / f"{n}.png", dpi=(100, 100))
        ok_path(folder / f"{n}.png").touch()
    with running(workspace, "traiter", now=NOON) as one, running(workspace, "traiter", now=NOON) as other:
        assert ended(one, other) == [0, 0]
    assert Counter(name for (name,) in workspace.rows("SELECT nom FROM lot")) == Counter(
        f"{n}.png" for n in range(FILES)
    )
    assert {bilan["registre"]["blanches"] for bilan in workspace.bilans().values()} == {1}
    assert len(workspace.bilans()) == FILES
    assert list(folder.iterdir()) == []
    assert_all_is_well(workspace)


def claim(racine, seed, told):
    """Take all that can be had, in an order of one's own."""
    drops = inbox.scan(racine / "inbox", 0.0, 2**40)
    random.Random(seed).shuffle(drops)
    got = 0
    for drop in drops:
        try:
            takings.take(drop, racine, NOW)
            got += 1
        except FileNotFoundError:
            continue
    told.put(got)


@pytest.fixture
def racine():
    with disks.in_memory() as folder:
        yield folder


def test_eight_that_take_from_one_inbox_take_each_file_once(racine):
    folder = racine / "inbox" / "pwp"
    folder.mkdir(parents=True)
    for n in range(CLAIMED):
        (folder / f"{n}.pdf").write_bytes(str(n).encode())
    context = multiprocessing.get_context("fork")
    told = context.Queue()
    claimers = [context.Process(target=claim, args=(racine, seed, told)) for seed in range(CLAIMERS)]
    for process in claimers:
        process.start()
    shares = [told.get(timeout=60) for _ in claimers]
    for process in claimers:
        process.join()
    held = [takings.content(folder).read_bytes() for folder in takings.left_over(racine)]
    assert sum(shares) == CLAIMED
    assert sorted(held) == sorted(str(n).encode() for n in range(CLAIMED))
    assert list(folder.iterdir()) == []


def test_an_answer_given_while_a_treatment_works_is_recorded_and_settled(tmp_path):
    workspace = Workspace(tmp_path / "espace")
    workspace.racine.mkdir()
    with closing(opened(workspace.racine)) as house:
        pages = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.page("zzz", "MARTIN Claire"))
        file_pli(house, *pages)
        publish(house)
        (asked,) = status.pending(house)
        for n in range(3):
            path = house.racine / "inbox" / "smartphone" / f"{n}.png"
            path.parent.mkdir(exist_ok=True)
            Image.new("L", (200, 300), "white").save(path, dpi=(100, 100))
            ok_path(path).touch()
    words = ("trancher", asked.asked.piece, "--rejeter", "I01")
    with running(workspace, "traiter", now=NOON) as one, running(workspace, *words, now=NOON) as other:
        assert ended(one, other) == [0, 0]
    bilans = workspace.bilans()
    assert len(bilans) == 4
    assert [piece["motif"] for piece in bilans[asked.pli]["pieces"]] == ["I01"]
    assert_all_is_well(workspace)


def test_two_deposit_runs_at_once_deposit_each_piece_once(tmp_path):
    workspace = Workspace(tmp_path / "espace")
    workspace.racine.mkdir()
    with closing(opened(workspace.racine)) as house:
        crowd.fill(house, PLIS)
    with running(workspace, "deverser", now=NOON) as one, running(workspace, "deverser", now=NOON) as other:
        assert ended(one, other) == [0, 0]
    filed = Counter(path.stem for path in (workspace.outbox / "sne").glob("*/*/*.json"))
    assert len(filed) == PLIS * crowd.PIECES
    assert max(filed.values()) == 1
    attempts = workspace.rows("SELECT sujet, count(*) FROM journal WHERE evenement = 'depot_tente' GROUP BY sujet")
    assert {count for _, count in attempts} == {1}
    assert_all_is_well(workspace)


def hold(base, begun, release):
    """Keep the database locked, as a backup or a curious hand does."""
    with closing(sqlite3.connect(base, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun.set()
        release.wait()
        other.execute("ROLLBACK")


@pytest.mark.parametrize("seconds", [1.5, pytest.param(20.0, marks=pytest.mark.faults)])
def test_a_database_that_another_holds_is_waited_for_and_nothing_of_it_shows(tmp_path, seconds, caplog):
    with closing(opened(tmp_path)) as house:
        one = Companion(numero_unique=MARTIN)
        file_pli(house, papers.bulletin(), canal=Canal.PWP, companion=one)
        path = house.racine / "inbox" / "pwp" / "a.pdf"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"a")
        ok_path(path).touch()
        begun, release = threading.Event(), threading.Event()
        holder = threading.Thread(target=hold, args=(tmp_path / "var" / "pli.sqlite", begun, release))
        holder.start()
        begun.wait()
        threading.Timer(seconds, release.set).start()
        assert len(take_ready(house).lots) == 1
        assert release.is_set(), "it was waited for"
        assert deverse(house, lambda _done, _total: None).deposited == 1
        holder.join()
        publish(house)
        assert caplog.text == ""
        assert check_world(house) == []
