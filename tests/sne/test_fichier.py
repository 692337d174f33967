import hashlib
import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.domain.facts import Demande, DemandeState
from pipeline.errors import Defect, Unavailable
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Deposit, Deposited, Refusal, Refused

PARIS = ZoneInfo("Europe/Paris")
NU = "057121507390310691"
FRIDAY, SATURDAY = datetime(2026, 5, 8, 23, 50, tzinfo=PARIS), datetime(2026, 5, 9, 0, 10, tzinfo=PARIS)


def register(folder, demandes=None, now=FRIDAY):
    return SneFichier(folder, demandes, lambda: now)


def deposit(content=b"%PDF-1.7 un", cle="ab" * 32, **said):
    return Deposit(
        **{
            "numero_unique": NU,
            "cle": cle,
            "type": "IDE-CNN",
            "role": "D",
            "pages": 1,
            "sensible": False,
            "categorie": "Identité",
            "libelle": "Carte nationale d'identité",
            "canal": "pwp",
            "pli": "pli-7",
            "recu_le": FRIDAY,
            "octets": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "content": content,
            **said,
        }
    )


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


def test_the_same_key_the_next_day_gets_the_same_acknowledgement_and_no_second_file(tmp_path):
    first = register(tmp_path).deposit(deposit())
    again = register(tmp_path, now=SATURDAY).deposit(deposit(pli="pli-8"))

    assert again == first
    assert len(files(tmp_path)) == 2


def test_the_same_key_with_other_bytes_is_a_conflict_and_changes_nothing(tmp_path):
    register(tmp_path).deposit(deposit())
    outcome = register(tmp_path).deposit(deposit(b"%PDF-1.7 deux"))

    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.CONFLICT
    assert b"deux" not in next(tmp_path.rglob("*.pdf")).read_bytes()


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


def test_pieces_lists_what_is_held_oldest_first(tmp_path):
    register(tmp_path, now=SATURDAY).deposit(deposit(cle="cd" * 32))
    register(tmp_path, now=FRIDAY).deposit(deposit(b"%PDF-1.7 deux", cle="ef" * 32))

    held = register(tmp_path).pieces(NU)
    assert [piece.cle for piece in held] == ["ef" * 32, "cd" * 32]
    assert [piece.etat for piece in held] == ["active", "active"]
    assert register(tmp_path).pieces("075012600000110691") == ()


def test_without_demandes_nobody_can_be_asked_and_everything_is_taken(tmp_path):
    assert register(tmp_path).ask(NU) is None
    assert isinstance(register(tmp_path).deposit(deposit()), Deposited)


@pytest.mark.parametrize(
    ("demandes", "reason"),
    [({}, Refusal.UNKNOWN_DEMANDE), ({NU: Demande(NU, DemandeState.STRUCK_OFF)}, Refusal.STRUCK_OFF)],
)
def test_a_demande_unknown_or_struck_off_takes_nothing(tmp_path, demandes, reason):
    outcome = register(tmp_path, demandes).deposit(deposit())

    assert isinstance(outcome, Refused)
    assert outcome.reason is reason
    assert files(tmp_path) == []


def test_a_demande_that_the_file_does_not_hold_is_unknown(tmp_path):
    assert register(tmp_path, {}).ask(NU) == Demande(NU, DemandeState.UNKNOWN)


def test_a_piece_over_two_million_bytes_is_refused(tmp_path):
    outcome = register(tmp_path).deposit(deposit(bytes(2_000_001)))

    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.TOO_LARGE


def test_a_deposit_that_contradicts_itself_is_our_fault(tmp_path):
    with pytest.raises(Defect):
        register(tmp_path).deposit(deposit(sha256="0" * 64))


def test_a_disk_that_will_not_have_it_is_the_world_at_fault(tmp_path):
    (tmp_path / "2026-05-08").write_text("un fichier à la place du dossier")

    with pytest.raises(Unavailable):
        register(tmp_path).deposit(deposit())


def test_the_metadata_are_those_of_the_protocol():
    assert list(deposit().metadata()) == [
        *("type", "categorie", "libelle", "role", "pages", "octets"),
        *("sha256", "sensible", "canal", "pli", "recu_le"),
    ]
