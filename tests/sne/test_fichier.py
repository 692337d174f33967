import json
import shutil

import pytest

from pipeline.errors import Unavailable
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Deposited, Withdrawn
from tests.sne.papers import FRIDAY, NU, SATURDAY, deposit


def register(folder, demandes=None, now=FRIDAY):
    return SneFichier(folder, demandes, lambda: now)


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_deposit_is_a_pdf_and_its_json_under_the_day_and_the_demande(tmp_path):
    outcome = register(tmp_path).deposit(deposit())

    assert files(tmp_path) == [f"2026-05-08/{NU}/{'ab' * 32}.json", f"2026-05-08/{NU}/{'ab' * 32}.pdf"]
    body = json.loads((tmp_path / files(tmp_path)[0]).read_bytes())
    assert isinstance(outcome, Deposited)
    assert body["reference"] == outcome.acknowledgement.reference
    assert (body["categorie"], body["libelle"], body["sensible"]) == ("Identité", "Carte nationale d'identité", False)
    assert (tmp_path / files(tmp_path)[1]).read_bytes() == b"%PDF-1.7 un"


def test_the_same_key_the_next_day_makes_no_second_file(tmp_path):
    register(tmp_path).deposit(deposit())
    register(tmp_path, now=SATURDAY).deposit(deposit(pli="pli-8"))

    assert len(files(tmp_path)) == 2


def test_a_night_cut_between_pdf_and_json_deposited_nothing_and_is_taken_up_in_place(tmp_path):
    register(tmp_path).deposit(deposit())
    next(tmp_path.rglob("*.json")).unlink()
    assert register(tmp_path).pieces(NU) == ()

    outcome = register(tmp_path, now=SATURDAY).deposit(deposit())

    assert isinstance(outcome, Deposited)
    assert files(tmp_path) == [f"2026-05-08/{NU}/{'ab' * 32}.json", f"2026-05-08/{NU}/{'ab' * 32}.pdf"]


def test_the_reference_depends_on_the_key_alone(tmp_path):
    here = register(tmp_path / "a").deposit(deposit())
    there = register(tmp_path / "b", now=SATURDAY).deposit(deposit())

    assert here.acknowledgement.reference == there.acknowledgement.reference


def test_without_demandes_nobody_can_be_asked_and_everything_is_taken(tmp_path):
    assert register(tmp_path).ask(NU) is None
    assert isinstance(register(tmp_path).deposit(deposit()), Deposited)


def test_a_disk_that_will_not_have_it_is_the_world_at_fault(tmp_path):
    (tmp_path / "2026-05-08").write_text("un fichier à la place du dossier")

    with pytest.raises(Unavailable):
        register(tmp_path).deposit(deposit())


def told(folder):
    body = json.loads(next(folder.rglob("*.json")).read_bytes())
    return body["etat"], body["retire_le"], body["motif"]


def test_a_withdrawal_is_said_in_the_json_and_the_pdf_stays(tmp_path):
    reference = register(tmp_path).deposit(deposit()).acknowledgement.reference

    assert register(tmp_path, now=SATURDAY).withdraw(NU, "ab" * 32, "mauvais dossier") == Withdrawn(reference)
    assert told(tmp_path) == ("retiree", SATURDAY.isoformat(), "mauvais dossier")
    assert next(tmp_path.rglob("*.pdf")).read_bytes() == b"%PDF-1.7 un"


def test_the_first_motive_of_a_withdrawal_stays(tmp_path):
    register(tmp_path).deposit(deposit())
    register(tmp_path).withdraw(NU, "ab" * 32, "mauvais dossier")
    register(tmp_path, now=SATURDAY).withdraw(NU, "ab" * 32, "autre chose")

    assert told(tmp_path) == ("retiree", FRIDAY.isoformat(), "mauvais dossier")


def test_a_key_that_stands_under_two_dates_is_withdrawn_under_both(tmp_path):
    register(tmp_path).deposit(deposit())
    shutil.copytree(tmp_path / "2026-05-08", tmp_path / "2026-05-09")
    register(tmp_path).withdraw(NU, "ab" * 32, "doublon")

    assert [held.etat for held in register(tmp_path).pieces(NU)] == ["retiree", "retiree"]


def test_a_disk_that_will_not_have_a_withdrawal_is_the_world_at_fault(tmp_path, monkeypatch):
    register(tmp_path).deposit(deposit())

    def full(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("pipeline.sne.fichier.write_durably", full)
        with pytest.raises(Unavailable):
            register(tmp_path).withdraw(NU, "ab" * 32, "doublon")
    assert [held.etat for held in register(tmp_path).pieces(NU)] == ["active"]


def test_the_metadata_are_those_of_the_protocol():
    assert list(deposit().metadata()) == [
        *("type", "categorie", "libelle", "role", "pages", "octets"),
        *("sha256", "sensible", "canal", "pli", "recu_le"),
    ]
