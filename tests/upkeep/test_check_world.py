"""The invariants of a workspace: each one broken on purpose is seen and named."""

import json
import os
import shutil
import time

import pytest

from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.engine.publish import publish
from pipeline.errors import Unavailable
from pipeline.stages.ingest import rule_of
from pipeline.store import journal, lots, plis, tasks
from pipeline.store.tasks import COMPUTING, Kind
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import LATE, file_pli, opened


@pytest.fixture
def house(tmp_path):
    """A workspace with a pli that went all the way."""
    house = opened(tmp_path)
    file_pli(house, papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    deverse(house, lambda done, total: None)
    tell(house, lambda done, total: None)
    yield house
    house.close()


def broken(house):
    return [violation.invariant for violation in check_world(house)]


def page_blob(house):
    with house.store.begin() as tx:
        return house.store.blobs.path(lots.pages(tx, lots.names(tx)[0])[0].blob)


def in_register(house):
    return next((house.racine / "outbox" / "sne").glob("*/*/*.pdf"))


def test_a_sound_workspace_breaks_nothing(house):
    assert check_world(house) == []


def test_a_page_that_is_gone_or_changed_is_seen(house):
    page_blob(house).chmod(0o640)
    page_blob(house).write_bytes(b"autre")
    assert broken(house) == ["I1"]
    page_blob(house).unlink()
    assert broken(house) == ["I1"]


def test_pages_that_no_pli_holds_are_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE pli SET derniere = 2")
    assert broken(house) == ["I2"]


def test_a_bilan_file_that_is_behind_is_seen_and_publishing_mends_it(house):
    (path,) = (house.racine / "outbox" / "bilans").iterdir()
    path.unlink()
    assert broken(house) == ["I6"]
    with house.store.begin() as tx:
        plis.touch(tx, path.stem)
    publish(house)
    assert broken(house) == []


def test_a_piece_missing_from_the_register_is_seen(house):
    in_register(house).unlink()
    assert broken(house) == ["I3"]


def test_a_register_that_is_gone_is_seen(house):
    register = house.racine / "outbox" / "sne"
    register.rename(house.racine / "perdu")
    assert broken(house) == ["I3"]


def test_a_piece_deposited_twice_is_seen(house):
    twice = house.racine / "outbox" / "sne" / "2026-05-07" / MARTIN
    twice.mkdir(parents=True)
    for path in in_register(house).parent.iterdir():
        shutil.copy(path, twice)
    assert broken(house) == ["I4"]


def test_a_register_that_does_not_answer_is_said_not_taken_for_sound(house, monkeypatch):
    def silent(_number):
        raise Unavailable("le SNE ne répond pas")

    monkeypatch.setattr(house.sne, "pieces", silent)
    assert broken(house) == ["I3"]


def test_work_set_aside_is_seen_with_its_reason(house):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, "x", 1)
        tasks.quarantine(tx, tasks.claim(tx, COMPUTING, "test", 0.0), "défaut")
    (found,) = check_world(house)
    assert (found.invariant, found.where, "défaut" in found.what) == ("I7", "settle:x", True)


def test_a_deadline_that_does_not_follow_the_calendar_is_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE lot SET echeance = '2026-05-12T23:59:59+02:00'")
    assert "I8" in broken(house)


def test_every_violation_says_what_to_do(house):
    page_blob(house).unlink()
    (found,) = check_world(house)
    assert found.remedy


def old(path):
    """Make a file look older than the grace that is given to what is being written."""
    os.utime(path, (time.time() - 7200,) * 2)


@pytest.mark.parametrize("kept", ["lot", "livrable"])
def test_a_file_that_rows_name_and_that_is_gone_is_seen(house, kept):
    with house.store.begin() as tx:
        column = {"lot": "sha256", "livrable": "blob"}[kept]
        name = tx.exec_driver_sql(f"SELECT {column} FROM {kept}").scalar_one()
    house.store.blobs.path(name).unlink()
    assert broken(house) == ["I1"]


def test_a_file_that_no_row_names_is_seen_once_it_is_an_hour_old(house):
    stray = house.store.blobs.path(house.store.blobs.put(b"que rien ne nomme"))
    assert broken(house) == []
    old(stray)
    assert [(found.invariant, found.where) for found in check_world(house)] == [("I6", stray.name)]


def test_images_that_a_death_left_are_seen(house):
    folder = house.racine / "var" / "depliage-x"
    folder.mkdir()
    assert broken(house) == []
    old(folder)
    assert broken(house) == ["I6"]


def test_files_of_the_quarantine_without_a_lot_or_a_reason_are_seen(house):
    folder = house.racine / "outbox" / "quarantaine" / "T10"
    folder.mkdir(parents=True)
    with house.store.begin() as tx:
        known = lots.names(tx)[0]
    for name in (f"{known}.pdf", "inconnu-1.pdf", "inconnu-1.json"):
        (folder / name).write_bytes(b"x")
        old(folder / name)
    assert [(found.invariant, found.where) for found in check_world(house)] == [("I6", "inconnu-1"), ("I6", known)]
    (folder / f"{known}.json").write_bytes(b"{}")
    assert len(check_world(house)) == 1


@pytest.mark.parametrize("state", ["depose", "incertain", "a_deposer"])
def test_a_deposit_whose_pdf_is_forgotten_is_seen(house, state):
    with house.store.begin() as tx:
        tx.exec_driver_sql("DELETE FROM livrable")
        tx.exec_driver_sql(f"UPDATE depot SET etat = '{state}'")
        for name in plis.names(tx):
            plis.touch(tx, name)
    publish(house)
    found = [violation for violation in check_world(house) if "PDF" in violation.what]
    assert [violation.invariant for violation in found] == ["I6"]


def test_the_place_where_the_journal_was_changed_is_told(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("DROP TRIGGER journal_sans_update")
        tx.exec_driver_sql("UPDATE journal SET evenement = 'autre' WHERE id = 2")
    (found,) = check_world(house)
    assert (found.invariant, found.where) == ("I5", "journal, entrée 2")


def test_two_messages_under_one_identifier_are_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql(
            "INSERT INTO envoi (pli, nature, message_id, destinataires, etat, reponses, le, essais)"
            " SELECT pli, 'renvoi-1', message_id, destinataires, etat, reponses, le, essais FROM envoi"
        )
    assert broken(house) == ["I4"]


def test_one_file_under_two_keys_is_seen(house):
    pdf = in_register(house)
    for path in (pdf, pdf.with_suffix(".json")):
        text = path.read_bytes().replace(pdf.stem.encode(), b"0" * 64)
        path.with_name("0" * 64 + path.suffix).write_bytes(text)
    assert broken(house) == ["I4"]


def test_work_whose_worker_is_dead_is_seen_after_two_sweeps(house):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, "x", 1)
        tasks.claim(tx, COMPUTING, "test", time.time() - 500, lease=0)
    assert broken(house) == []
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE tache SET bail = bail - 101 WHERE sujet = 'x'")
    assert broken(house) == ["I7"]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        ("UPDATE depot SET etat = 'a_deposer'", "une pièce acceptée n'est pas déposée"),
        ("DELETE FROM envoi", "le mel n'est pas parti"),
        ("UPDATE pli SET bilan = NULL", "il n'est pas encore décidé"),
    ],
)
def test_what_is_open_past_its_deadline_is_seen_with_what_would_close_it(house, spoil, why):
    with house.store.begin() as tx:
        tx.exec_driver_sql(spoil)
        for name in plis.names(tx):
            plis.touch(tx, name)
    publish(house)
    assert [violation for violation in check_world(house) if "échéance" in violation.what] == []
    later = opened(house.racine, LATE)
    found = [violation for violation in check_world(later) if "échéance" in violation.what]
    later.close()
    assert [(violation.invariant, violation.what) for violation in found] == [("I3", f"échéance dépassée : {why}")]
    assert found[0].remedy


def test_a_lot_that_nobody_opened_by_its_deadline_is_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE lot SET etat = 'recu'")
    later = opened(house.racine, LATE)
    assert "I3" in broken(later)
    later.close()


def test_what_is_over_and_done_with_is_never_late(house):
    later = opened(house.racine, LATE)
    assert broken(later) == []
    later.close()


def recorded(house, deadline=None, rule=None):
    """Have the journal say by when, and by which rule, the lot of the house is due: as it is, unless told otherwise."""
    with house.store.begin() as tx:
        receipt = lots.receipt(tx, lots.names(tx)[0])
        said = {"echeance": deadline or receipt.echeance.isoformat(), "calendrier": rule or rule_of(house.settings)}
        journal.note(tx, house.settings.now(), receipt.lot, journal.RECEIVED, **said)


def moved(house):
    """Have the memory say another deadline."""
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE lot SET echeance = '2026-05-12T23:59:59+02:00'")


def deadlines(house):
    return [violation.what for violation in check_world(house) if violation.invariant == "I8"]


def test_a_deadline_that_moved_since_it_was_written_down_is_seen(house):
    recorded(house)
    assert check_world(house) == []
    moved(house)
    assert deadlines(house) == ["l'échéance n'est plus celle de la réception"]


def test_a_deadline_of_an_earlier_calendar_stands_as_it_was_written_down(house):
    recorded(house, "2026-05-12T23:59:59+02:00", "2020.1 18:00 06:00")
    moved(house)
    assert deadlines(house) == []


def test_a_list_of_holidays_that_changed_without_its_version_is_seen(house):
    recorded(house, "2026-05-12T23:59:59+02:00")
    moved(house)
    assert ["sans que sa version change" in what for what in deadlines(house)] == [True]


def test_an_accepted_piece_that_nothing_would_deposit_is_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("DELETE FROM depot")
        for name in plis.names(tx):
            plis.touch(tx, name)
    publish(house)
    assert [(found.invariant, found.what) for found in check_world(house)] == [
        ("I3", "une pièce est acceptée, et rien ne la déposera")
    ]


def test_a_page_and_a_piece_that_do_not_name_each_other_are_seen(house):
    with house.store.begin() as tx:
        (name,) = plis.names(tx)
        tx.exec_driver_sql("""UPDATE pli SET bilan = replace(bilan, '"piece":"', '"piece":"x')""")
        plis.touch(tx, name)
    publish(house)
    assert broken(house) == ["I2"]


@pytest.mark.parametrize(("event", "where"), [("depot", "piece"), ("notifie", "pli")])
def test_what_left_without_an_entry_of_the_journal_is_seen(house, event, where):
    """The entries that follow are chained again, so that the chain itself has nothing to say."""
    with house.store.begin() as tx:
        tx.exec_driver_sql("DROP TRIGGER journal_sans_update")
        tx.exec_driver_sql(f"UPDATE journal SET evenement = 'autre' WHERE evenement = '{event}'")
        rechain(tx)
        name = tx.exec_driver_sql(f"SELECT {where} FROM depot").scalar()
    assert [(found.invariant, found.where) for found in check_world(house)] == [("I5", name)]


def rechain(tx):
    before = ""
    for number, when, subject, event, detail in tx.exec_driver_sql(
        "SELECT id, le, sujet, evenement, detail FROM journal ORDER BY id"
    ).all():
        before = journal.link(before, when, subject, event, json.loads(detail))
        tx.exec_driver_sql("UPDATE journal SET empreinte = ? WHERE id = ?", (before, number))


@pytest.mark.parametrize(
    "spoil", ["UPDATE lot SET etat = 'ouvert'", "UPDATE pli SET etat = 'en_cours', bilan = NULL, publiee = version"]
)
def test_what_is_unfinished_and_that_no_task_takes_care_of_is_seen(house, spoil):
    with house.store.begin() as tx:
        tx.exec_driver_sql(spoil)
    assert ("I7", "inachevé, et plus aucun travail ne s'en occupe") in {
        (found.invariant, found.what) for found in check_world(house)
    }


SAYS_MARTIN = "pour 057 1215 073903 10691, à lire"
SAYS_WHERE = "écrire à claire.martin@mels.example"


@pytest.mark.parametrize("said", [SAYS_MARTIN, SAYS_WHERE])
@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        ("UPDATE tache SET raison = ? WHERE genre = 'settle'", "tâche settle:"),
        ("UPDATE lot SET explication = ?", "lot pg"),
        ("UPDATE envoi SET detail = ?", "message pg"),
    ],
)
def test_a_number_or_an_address_where_engineers_read_is_seen(house, spoil, where, said):
    with house.store.begin() as tx:
        tx.exec_driver_sql(spoil, (said,))
    (found,) = check_world(house)
    assert (found.invariant, found.where.startswith(where)) == ("I9", True)
    assert said not in str(found)


def test_what_is_personal_in_the_key_of_a_row_is_not_said_again(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE tache SET id = 'settle:' || ?, sujet = 'x' WHERE genre = 'settle'", (MARTIN,))
    (found,) = [found for found in check_world(house) if found.invariant == "I9"]
    assert found.where == "tâche"


def test_a_number_in_the_subject_of_a_message_or_the_name_of_a_file_is_seen(house):
    (mail,) = (house.racine / "outbox" / "mels").glob("*.eml")
    mail.write_bytes(mail.read_bytes().replace(b"Subject: ", b"Subject: " + MARTIN.encode() + b" ", 1))
    mail.with_name(f"{MARTIN}.eml").write_bytes(b"Subject: rien\n\n")
    assert sorted(found.where for found in check_world(house)) == [f"mel {mail.stem}", "outbox/mels"]


def test_a_number_in_the_reason_of_a_quarantine_is_seen_but_not_in_the_name_of_its_file(house):
    folder = house.racine / "outbox" / "quarantaine" / "T10"
    folder.mkdir(parents=True)
    reason = folder / "pg0000000001-1.json"
    reason.write_text(json.dumps({"source": {"nom": f"{MARTIN}.pdf"}, "explication": "illisible"}))
    assert broken(house) == []
    reason.write_text(json.dumps({"explication": f"le dossier {MARTIN}"}))
    assert broken(house) == ["I9"]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE tache SET etat = 'en_cours', bail = 9e9 WHERE genre = 'settle'",
        "UPDATE tache SET ouvrier = 'un mort' WHERE genre = 'settle'",
        "UPDATE tache SET essais = -1 WHERE genre = 'settle'",
    ],
)
def test_a_task_whose_hold_does_not_add_up_is_seen(house, spoil):
    with house.store.begin() as tx:
        tx.exec_driver_sql(spoil)
    (found,) = check_world(house)
    assert (found.invariant, found.where.partition(":")[0]) == ("I10", "settle")


def test_one_key_with_two_references_is_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql(
            "INSERT INTO depot (pli, piece, cle, numero_unique, etat, reference, essais)"
            " SELECT pli, piece || 'x', cle, numero_unique, etat, 'autre', essais FROM depot"
        )
    assert "I10" in broken(house)
