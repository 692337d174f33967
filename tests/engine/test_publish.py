"""What a person is to look at lies where a person looks, whichever machine found it."""

from contextlib import closing, contextmanager

import pytest

from pipeline.engine.publish import publish
from pipeline.engine.run import run_named
from pipeline.errors import Unavailable
from pipeline.mailroom import quarantine, takings
from pipeline.stages.ingest import ingest
from tests.store.shelf import opened

REDIS = {"PLI_MOTEUR": "dramatiq", "PLI_REDIS": "redis://127.0.0.1:1"}


@pytest.fixture
def machines(tmp_path):
    """Where papers arrive and people look, and where a worker is, at one database and one shelf."""
    with closing(opened(tmp_path / "accueil", **REDIS)) as here:
        shared = {"PLI_BASE": here.settings.base, "PLI_BLOBS": here.settings.blobs}
        with closing(opened(tmp_path / "ouvrier", **REDIS, **shared)) as there:
            yield here, there


@pytest.fixture
def refused(machines):
    """A lot that a worker elsewhere could not open; its bilan is not shown yet."""
    here, there = machines
    path = here.racine / "page.pdf"
    path.write_bytes(b"%PDF-1.7\nrien de lisible\n")
    lot = ingest(takings.copy(path, None, here.racine, here.settings.now()), here.store, here.settings)
    run_named(there, f"open:{lot}", "ouvrier", 60.0)
    return lot


def test_what_a_worker_elsewhere_refuses_is_set_aside_where_people_look_and_nowhere_else(machines, refused):
    here, there = machines
    publish(here)
    assert sorted(path.suffix for path in quarantine.copies(here.racine / "outbox")[refused]) == [".json", ".pdf"]
    assert quarantine.copies(there.racine / "outbox") == {}
    assert (here.racine / "outbox" / "bilans" / f"{refused}-1.json").exists()


def test_a_content_that_cannot_be_had_now_is_shown_later(machines, refused, monkeypatch):
    here, _ = machines

    @contextmanager
    def away(_name):
        raise Unavailable("le stockage ne répond pas")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(type(here.store.blobs), "local", lambda _self, name: away(name))
        publish(here)
    assert quarantine.copies(here.racine / "outbox") == {}
    publish(here)
    assert refused in quarantine.copies(here.racine / "outbox")
