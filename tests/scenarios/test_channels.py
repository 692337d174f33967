"""What each channel's door means: what opens a dossier there, and who is told (contract, §1)."""

from __future__ import annotations

import json
from email import message_from_bytes, policy

import pytest

from pipeline.domain.receipt import Canal
from pipeline.mailroom.inbox import companion_path
from tests.scenarios.workspace import FIXTURES, golden

pytestmark = pytest.mark.timeout(300)


def told(workspace):
    """Return the addresses of each message, by pli."""
    mails = (message_from_bytes(content, policy=policy.default) for content in workspace.files("mels").values())
    return {mail["X-Pli"]: {address.addr_spec for address in mail["To"].addresses} for mail in mails}


def of_canal(workspace, canal):
    return [bilan for bilan in workspace.bilans().values() if bilan["canal"] == canal]


def companion(bilan):
    return json.loads(companion_path(FIXTURES / bilan["source"]["nom"]).read_bytes())


def demandes():
    return json.loads((FIXTURES / "demandes.json").read_bytes())


@pytest.mark.parametrize("canal", list(Canal))
def test_every_channel_has_a_pli_among_the_fixtures(ended, canal):
    assert of_canal(ended, canal)


@pytest.mark.parametrize("canal", ["pwp", "services-web", "smartphone", "mel"])
def test_the_companion_stands_for_the_fiche(ended, canal):
    for bilan in of_canal(ended, canal):
        (dossier,) = bilan["dossiers"]
        assert (dossier["numero_unique"], dossier["code"]) == (companion(bilan)["numero_unique"], "fourni")


@pytest.mark.parametrize("canal", ["papier-guichet", "papier-demandeur", "mel-securise"])
def test_only_sheets_open_a_dossier(day, canal):
    assert all(d["code"] != "fourni" for bilan in of_canal(day, canal) for d in bilan["dossiers"])


@pytest.mark.parametrize("canal", ["papier-demandeur", "mel", "smartphone"])
def test_the_applicant_is_told_where_the_register_says(ended, canal):
    for bilan in of_canal(ended, canal):
        number = bilan["dossiers"][0]["numero_unique"]
        known = demandes()[number]["courriel"] or companion(bilan).get("courriel")
        assert told(ended).get(bilan["pli"], {None}) == {known}


@pytest.mark.parametrize("canal", ["pwp", "services-web", "mel-securise"])
def test_the_depositor_is_told_with_the_guichet_when_it_is_known(ended, canal):
    for bilan in of_canal(ended, canal):
        to = told(ended)[bilan["pli"]]
        assert companion(bilan)["courriel"] in to
        assert len(to) == (2 if bilan["guichet"] is not None else 1)


def test_a_guichet_is_told_at_its_reference_address(ended):
    with ended.house() as house:
        known = {code: guichet.courriel for code, guichet in house.settings.guichets.items()}
    for bilan in of_canal(ended, "papier-guichet"):
        expected = known.get(bilan["guichet"]["code"])
        assert told(ended).get(bilan["pli"]) == ({expected} if expected else None)


def test_the_fixtures_name_no_real_mailbox():
    assert all(
        address.endswith((".example", "@example.org"))
        for pli in golden().values()
        if (address := json.loads(companion_path(pli.path).read_bytes()).get("courriel", "x.example"))
    )
