"""Settings are read again when people change them, and kept while they do not hold."""

import pytest

from pipeline.engine.service.fresh import Fresh
from pipeline.errors import Misuse
from tests.store.shelf import opened

GUICHET = '[guichets.10691]\nnom = "Exemple"\ndepartement = "057"\ncourriel = "%s"\n'


@pytest.fixture
def racine(tmp_path):
    opened(tmp_path).close()
    return tmp_path


def edit(racine, content):
    (racine / "config" / "guichets.toml").write_text(content)


def test_nothing_is_read_again_while_nothing_changes(racine):
    fresh = Fresh(racine, {})
    before = fresh.house
    assert not fresh.renew()
    assert fresh.house is before
    fresh.close()


def test_a_file_that_is_added_or_changed_is_read(racine):
    fresh = Fresh(racine, {})
    for address in ("un@example.org", "deux@example.org"):
        edit(racine, GUICHET % address)
        assert fresh.renew()
        assert fresh.house.settings.guichets["10691"].courriel == address
    fresh.close()


def test_settings_that_do_not_hold_leave_those_before_until_they_are_mended(racine, caplog):
    fresh = Fresh(racine, {})
    edit(racine, GUICHET % "ni l'un ni l'autre")
    before = fresh.house
    assert (fresh.renew(), fresh.renew(), fresh.holds) == (False, False, False)
    assert fresh.house is before
    assert [record.levelname for record in caplog.records] == ["ERROR"], "said once"
    assert "ni l'un" not in caplog.text
    edit(racine, GUICHET % "un@example.org")
    assert (fresh.renew(), fresh.holds) == (True, True)
    fresh.close()


def test_a_workspace_badly_set_does_not_open(racine):
    edit(racine, GUICHET % "personne")
    with pytest.raises(Misuse):
        Fresh(racine, {})
