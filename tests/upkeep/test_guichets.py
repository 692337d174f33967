"""Importing guichets: what the workspace knows afterwards, and what a wrong line says."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import Misuse
from pipeline.settings import load
from pipeline.upkeep.guichets import import_guichets

HEADING = "code;nom;departement;courriel\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "guichets.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("separator", [";", ","])
def test_what_is_imported_is_known_to_the_workspace(tmp_path, separator):
    text = HEADING + 'GDPUB;Guichet "Été";02B;a@example.org\n'
    assert import_guichets(written(tmp_path, text.replace(";", separator)), tmp_path) == 1
    known = load(tmp_path, {}).guichets["GDPUB"]
    assert (known.nom, known.departement, known.courriel) == ('Guichet "Été"', "02B", "a@example.org")


def test_a_second_import_keeps_the_others_and_replaces_its_own(tmp_path):
    import_guichets(written(tmp_path, HEADING + "11111;Un;057;a@example.org\n22222;Deux;057;b@example.org\n"), tmp_path)
    import_guichets(written(tmp_path, HEADING + "22222;Deux bis;059;c@example.org\n"), tmp_path)
    known = load(tmp_path, {}).guichets
    assert (known["11111"].nom, known["22222"].nom) == ("Un", "Deux bis")


def test_every_wrong_line_is_named_and_nothing_is_written(tmp_path):
    text = HEADING + "11111;Un;057;a@example.org\nTROPLONG;Deux;057;b@example.org\n33333;Trois;999999;nulle part\n"
    with pytest.raises(Misuse, match=r"(?s)ligne 3 : code.*ligne 4 : courriel, departement"):
        import_guichets(written(tmp_path, text), tmp_path)
    assert not (tmp_path / "config" / "guichets.toml").exists()


def test_a_guichet_written_twice_is_refused_by_line(tmp_path):
    text = HEADING + "11111;Un;057;a@example.org\n11111;Bis;057;b@example.org\n"
    with pytest.raises(Misuse, match="ligne 3"):
        import_guichets(written(tmp_path, text), tmp_path)


def test_a_name_that_no_file_could_hold_is_refused(tmp_path):
    with pytest.raises(Misuse, match="nom"):
        import_guichets(written(tmp_path, HEADING + "11111;U\x7fn;057;a@example.org\n"), tmp_path)


def test_a_file_without_its_columns_is_refused_by_name(tmp_path):
    with pytest.raises(Misuse, match="il manque les colonnes nom, departement, courriel"):
        import_guichets(written(tmp_path, "code\n11111\n"), tmp_path)


def test_production_knows_none_of_the_fictitious_guichets_that_are_shipped(tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "cles.toml").write_text(
        '[cles]\nA1 = "une vraie clé, longue et secrète"\n', encoding="utf-8"
    )
    assert "10691" in load(tmp_path, {}).guichets
    assert not load(tmp_path, {"PLI_PRODUCTION": "oui"}).guichets
