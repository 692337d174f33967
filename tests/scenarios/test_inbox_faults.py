"""What stations and senders get wrong: each thing leaves the inbox with its reason, and harms nothing else."""

from __future__ import annotations

import io
import json
import shutil
import threading
import time

import pikepdf
import pytest
from PIL import Image

from pipeline.mailroom.inbox import companion_path, ok_path
from pipeline.upkeep.check_world import check_world
from tests.scenarios import contract
from tests.scenarios.conftest import fresh
from tests.scenarios.workspace import FIXTURES, MORNING, NIGHT

GOOD = "smartphone-quittance.jpg"
WITH_ENVOI = "guichet-codes-abimes.pdf"
SCAN = (FIXTURES / "pwp-dossier.pdf").read_bytes()
STILLNESS_S = "2"
QUARANTINED = 3

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("inbox")]


def locked(content, **passwords):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(**passwords))
    return out.getvalue()


BROKEN = {
    "pwp/vide.pdf": b"",
    "pwp/deguise.pdf": b"Ceci n'est pas un PDF.\n" * 40,
    "pwp/secret.pdf": locked(SCAN, owner="o", user="u"),
    "canal-inconnu/plan.pdf": SCAN,
    "pwp/compagnon-casse.pdf": SCAN,
}


def drop(workspace, place, content, companion=None, *, ok=True):
    path = workspace.inbox / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if companion is not None:
        companion_path(path).write_text(companion)
    if ok:
        ok_path(path).touch()
    return path


@pytest.fixture(scope="module")
def faulty(tmp_path_factory, day):
    """A morning with every fault that is known, among which one good file; and what the command said."""
    workspace = fresh(tmp_path_factory.mktemp("fautes") / "espace", day)
    for place, content in BROKEN.items():
        drop(workspace, place, content, '{"canal": ' if "compagnon" in place else '{"courriel": "d@example.org"}')
    workspace.drop([GOOD])
    for name in ("pwp/en-cours.pdf.part", "pwp/seul.json", "pwp/.cache.pdf", "pwp/~ouvert.pdf", "pwp/x.crdownload"):
        drop(workspace, name, SCAN, ok=False)
    done = workspace.pli("traiter")
    return workspace, done


def quarantined(workspace):
    """Return what says why, by the name under which the file came."""
    told = (json.loads(path.read_bytes()) for path in workspace.outbox.glob("quarantaine/*/*.json"))
    return {why["source"]["nom"]: why for why in told}


def test_the_command_says_that_something_was_set_aside(faulty):
    _, done = faulty
    assert done.returncode == QUARANTINED, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("place", BROKEN)
def test_a_broken_file_leaves_with_its_reason(faulty, place):
    workspace, _ = faulty
    folder, name = place.split("/")
    assert not list((workspace.inbox / folder).glob(f"{name}*")), "it left the inbox, its companion and mark with it"
    why = quarantined(workspace)[name]
    assert why["motif"] == "T10"
    assert why["source"]["octets"] == len(BROKEN[place])
    assert why["explication"].endswith(".")
    assert why["le"] == MORNING
    (kept,) = (workspace.outbox / "quarantaine" / "T10").glob(f"{why['lot']}.pdf")
    assert kept.read_bytes() == BROKEN[place]
    (bilan,) = workspace.bilans_of(name)
    contract.Bilan.model_validate(bilan)
    assert (bilan["etat"], bilan["registre"]["recues"]) == ("quarantaine", 0)


def test_a_pdf_cut_short_is_not_taken_for_one_with_blank_pages(workspace):
    drop(workspace, "pwp/tronque.pdf", SCAN[: len(SCAN) // 3], companion_path(FIXTURES / "pwp-dossier.pdf").read_text())
    done = workspace.pli("traiter")
    (bilan,) = workspace.bilans_of("tronque.pdf")
    assert bilan["registre"]["blanches"] == 0, "could not look is not nothing there"
    assert (done.returncode, bilan["etat"]) == (QUARANTINED, "quarantaine")


def test_each_fault_has_words_of_its_own(faulty):
    workspace, _ = faulty
    why = {name: told["explication"] for name, told in quarantined(workspace).items()}
    assert len(why) == len(BROKEN)
    assert len(set(why.values())) == len(why), why
    assert "vide" in why["vide.pdf"]
    assert "mot de passe" in why["secret.pdf"]
    assert "canal-inconnu" in why["plan.pdf"]
    assert "compagnon" in why["compagnon-casse.pdf"]


def test_the_good_file_beside_them_is_unharmed(faulty, day):
    workspace, _ = faulty
    (bilan,), (alone,) = workspace.bilans_of(GOOD), day.bilans_of(GOOD)
    assert (bilan["etat"], bilan["pages"]) == ("termine", alone["pages"])
    assert [piece["verdict"] for piece in bilan["pieces"]] == [piece["verdict"] for piece in alone["pieces"]]


def test_unfinished_and_hidden_names_are_not_taken(faulty):
    workspace, _ = faulty
    left = {path.name for path in (workspace.inbox / "pwp").iterdir()}
    assert left == {"en-cours.pdf.part", "seul.json", ".cache.pdf", "~ouvert.pdf", "x.crdownload"}


def test_what_could_not_be_taken_is_told_to_a_sender_who_is_known(faulty):
    workspace, _ = faulty
    assert workspace.call("notifier", now=NIGHT).returncode == 0
    told = dict(
        workspace.rows(
            "SELECT lot.nom, envoi.etat FROM envoi JOIN pli ON pli.id = envoi.pli "
            "JOIN lot ON lot.id = pli.lot WHERE pli.etat = 'quarantaine'"
        )
    )
    known = {name.split("/")[1] for name in BROKEN if name.startswith("pwp/") and "compagnon" not in name}
    assert {name for name, state in told.items() if state == "envoye"} >= known
    with workspace.house(NIGHT) as house:
        assert check_world(house) == []


def test_a_file_still_being_written_is_waited_for(primed):
    half = len(SCAN) // 2
    path = drop(primed, "pwp/en-chemin.pdf", SCAN[:half], ok=False)

    def write_the_rest():
        for start in range(half, len(SCAN), half // 6):
            time.sleep(0.5)
            with path.open("ab") as file:
                file.write(SCAN[start : start + half // 6])

    station = threading.Thread(target=write_the_rest)
    station.start()
    done = primed.pli("traiter", PLI_INBOX_STABILITE_S=STILLNESS_S)
    station.join()
    assert done.returncode == 0, done.stderr
    (bilan,) = primed.bilans_of("en-chemin.pdf")
    assert (bilan["source"]["octets"], bilan["registre"]["recues"]) == (len(SCAN), 5)


def test_the_same_envelope_again_is_received_twice_kept_once_and_held(primed):
    primed.know_demandes()
    for _ in range(2):
        primed.drop([WITH_ENVOI])
        assert primed.pli("traiter").returncode == 0
    first, second = sorted(primed.bilans_of(WITH_ENVOI), key=lambda bilan: bilan["lot"])
    assert first["lot"].removesuffix("-1") == second["lot"].removesuffix("-2")
    assert first["source"] == second["source"]
    assert len(list((primed.racine / "var" / "blobs").rglob(first["source"]["sha256"]))) == 1
    assert "envoi_deja_vu" not in {anomaly["code"] for anomaly in first["anomalies"]}
    assert "acceptee" in {piece["verdict"] for piece in first["pieces"]}
    assert "envoi_deja_vu" in {anomaly["code"] for anomaly in second["anomalies"]}
    assert second["etat"] == "a_verifier"
    assert "acceptee" not in {piece["verdict"] for piece in second["pieces"]}
    assert primed.call("deverser", now=NIGHT).returncode == 0
    deposited = {json.loads(path.read_bytes())["pli"] for path in (primed.outbox / "sne").rglob("*.json")}
    assert deposited == {first["pli"]}


def test_a_folder_of_images_is_one_lot_in_natural_order(workspace):
    folder = workspace.inbox / "papier-guichet" / "station-2" / "2025-03-11" / "lot-7"
    folder.mkdir(parents=True)
    for width, name in enumerate(("page1.png", "page2.png", "page10.png"), start=800):
        Image.new("L", (width, 1100), "white").save(folder / name, dpi=(100, 100))
    ok_path(folder).touch()
    assert workspace.pli("traiter").returncode == 0
    (bilan,) = workspace.bilans_of("lot-7")
    assert (bilan["plage"], bilan["recu_le"][:10], bilan["recu_le_source"]) == ([1, 3], "2025-03-11", "dossier")
    widths = "SELECT json_extract(contenu, '$.width') FROM page JOIN lecture USING (blob) ORDER BY n"
    assert workspace.rows(widths) == [(800,), (801,), (802,)]
    assert not folder.exists()
    assert not ok_path(folder).exists()


def test_a_pdf_that_opens_without_a_password_is_taken_however_it_is_locked(primed):
    drop(primed, "pwp/verrouille.pdf", locked(SCAN, owner="o"))
    assert primed.pli("traiter").returncode == 0
    (bilan,) = primed.bilans_of("verrouille.pdf")
    assert bilan["registre"]["recues"] == 5


def test_a_file_given_by_name_is_copied_never_moved(primed, tmp_path):
    given = tmp_path / GOOD
    shutil.copy(FIXTURES / GOOD, given)
    done = primed.pli("traiter", str(given), "--canal", "smartphone")
    assert done.returncode == 0, done.stderr
    assert given.read_bytes() == (FIXTURES / GOOD).read_bytes()
    (bilan,) = primed.bilans_of(GOOD)
    assert (bilan["canal"], bilan["registre"]["recues"]) == ("smartphone", 1)
