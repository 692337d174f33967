"""What commands say of a pli once it is purged: the account that is kept, or a sentence; and whose it was, nowhere."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from pipeline.cli import main
from pipeline.domain.text import fold
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from tests import papers
from tests.papers import MARTIN
from tests.scenarios.workspace import FIXTURES, Workspace, golden
from tests.store.shelf import file_pli, knowing, opened

SUMMER, LONG_AFTER = "2026-07-01T12:00:00+02:00", "2026-06-01T12:00:00+02:00"
GONE = "effacés le 01/07/2026"
OF_THE_REGISTER = {("outbox", "sne"), ("config", "demandes.json")}

pytestmark = pytest.mark.timeout(300)


def quiet(_done: int, _total: int) -> None:
    """Show nothing."""


@pytest.fixture(scope="module")
def purged(tmp_path_factory):
    """A workspace whose only pli went all the way, and was purged since; the pli."""
    racine = knowing(tmp_path_factory.mktemp("purge"), {MARTIN: {}})
    with closing(opened(racine)) as house:
        pages = (
            papers.bordereau(1, 4),
            papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3),
            papers.bulletin(),
            papers.quittance(),
        )
        name = file_pli(house, *pages)
        deverse(house, quiet)
        tell(house, quiet)
    workspace = Workspace(racine)
    done = workspace.call("purger", "--faire", now=SUMMER)
    assert (done.returncode, done.stderr) == (0, "")
    return workspace, name


@pytest.mark.parametrize(
    "words",
    [
        ("etat",),
        ("etat", "--tout"),
        ("etat", "--registre", "--du", "2026-05-01"),
        ("etat", "PLI"),
        ("bilan", "PLI"),
        ("a-verifier",),
        ("verifier",),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_account_is_still_told(purged, words, form):
    workspace, name = purged
    done = workspace.call(*(name if word == "PLI" else word for word in words), *form, now=SUMMER)
    assert (done.returncode, done.stderr) == (0, "")
    assert not leaks(done.stdout, {"martin", "claire", MARTIN})


def test_a_bilan_keeps_its_counts_and_codes(purged):
    workspace, name = purged
    bilan = json.loads(workspace.call("bilan", name, "--json", now=SUMMER).stdout)
    assert (bilan["registre"]["recues"], bilan["registre"]["acceptees"], bilan["source"]["nom"]) == (4, 2, "effacé")
    assert [(piece["type"], piece["verdict"], piece["depot"]["etat"]) for piece in bilan["pieces"]] == [
        ("RES-BUL", "acceptee", "depose"),
        ("LOG-QUI", "acceptee", "depose"),
    ]


def test_a_piece_is_explained_by_what_is_kept(purged):
    workspace, name = purged
    done = workspace.call("expliquer", f"{name}-03", now=SUMMER)
    assert done.returncode == 0
    assert GONE in " ".join(done.stdout.split())


def test_its_image_is_not_there_to_be_shown(purged, tmp_path):
    workspace, name = purged
    done = workspace.call("expliquer", f"{name}-03", "--image", str(tmp_path / "page.html"), now=SUMMER)
    assert (done.returncode, GONE in " ".join(done.stderr.split())) == (2, True)
    assert not (tmp_path / "page.html").exists()


def test_it_is_not_judged_again(purged):
    workspace, name = purged
    for words in (("rejouer",), ("rejouer", name)):
        done = workspace.call(*words, now=SUMMER)
        assert (done.returncode, GONE in " ".join(done.stdout.split())) == (0, True)


def test_nothing_can_be_answered_about_it_any_more(purged):
    workspace, name = purged
    done = workspace.call("trancher", f"{name}-03", "--type", "RES-BUL", now=SUMMER)
    assert (done.returncode, GONE in " ".join(done.stderr.split())) == (2, True)


@pytest.mark.skipif("rapport" not in main.commands, reason="pli rapport is not there")
def test_it_still_counts_in_the_report(purged, tmp_path):
    workspace, _ = purged
    words = ("rapport", "--du", "2026-05-01", "--au", "2026-05-31", "--sortie", str(tmp_path / "mai.html"))
    done = workspace.call(*words, now=SUMMER)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "mai.html").exists()


def test_what_has_nothing_to_go_says_so(purged):
    workspace, _ = purged
    told = json.loads(workspace.call("purger", "--json", now=SUMMER).stdout)
    assert (told["fait"], told["retenus"]) == (False, [])
    assert {rule: count["nombre"] for rule, count in told["regles"].items()} == dict.fromkeys(told["regles"], 0)
    assert "pli purger --faire" in workspace.call("purger", now=SUMMER).stdout


def leaks(text: str, secrets: set[str]) -> set[str]:
    """Return those of these folded secrets that stand in a text."""
    folded = fold(text)
    return {secret for secret in secrets if fold(secret) in folded}


def test_nothing_of_the_people_of_a_real_day_is_left_but_in_the_register(ended, tmp_path):
    workspace = ended.copied(tmp_path / "espace")
    secrets = of_people()
    assert found(workspace, secrets), "the net is not cast where they are"
    done = workspace.call("purger", "--faire", "--json", now=LONG_AFTER)
    assert (done.returncode, json.loads(done.stdout)["retenus"]) == (0, [])
    assert found(workspace, secrets) == {}
    assert [path for path in (workspace.racine / "var" / "blobs").rglob("*") if path.is_file()] == []
    assert workspace.call("verifier", now=LONG_AFTER).returncode == 0


def of_people() -> set[bytes]:
    """Return what tells the applicants of the fixtures: names, numbers, addresses, birth dates, file names."""
    bodies = json.loads((FIXTURES / "demandes.json").read_bytes())
    people = [body["demandeur"] for body in bodies.values()]
    told = {*bodies, *golden(), *(body["courriel"] for body in bodies.values() if body.get("courriel"))}
    told |= {person[key] for person in people for key in ("nom", "naissance") if person.get(key)}
    return {text.encode() for text in told}


def found(workspace: Workspace, secrets: set[bytes]) -> dict[str, int]:
    """Count these secrets by file, wherever they lie in a workspace but in what stands for the register."""
    files = (path for path in workspace.racine.rglob("*") if path.is_file())
    own = [path for path in files if path.relative_to(workspace.racine).parts[:2] not in OF_THE_REGISTER]
    counted = {path.name: sum(secret in path.read_bytes() for secret in secrets) for path in own}
    return {name: count for name, count in counted.items() if count}
