"""A service at work is seen: by its machine's answers, by its rows, by its log; killed, it is known to be gone."""

from __future__ import annotations

import json
import socket

import httpx
import pytest

from pipeline.engine.events import HOST
from tests.net import net
from tests.scenarios.test_service import GOOD, mails, serving, until
from tests.scenarios.workspace import NIGHT, Workspace

pytestmark = pytest.mark.timeout(600)


def free_address():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return f"127.0.0.1:{probe.getsockname()[1]}"


def machines(workspace):
    return json.loads(workspace.call("etat", "--machines", "--json", now=NIGHT).stdout)


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path / "espace")
    made.call("init")
    made.know_demandes()
    return made


def test_a_service_is_seen_at_work_and_nobody_s_name_goes_out_with_it(workspace):
    address, said = free_address(), []
    with serving(workspace, PLI_METRIQUES=address, PLI_JOURNAL="json") as process:
        until(lambda: answer(address, "sante") == "en marche\n")
        workspace.drop([GOOD])
        until(lambda: said.append(answer(address, "metrics")) or mails(workspace))
        (serving_now,) = [one for one in machines(workspace) if one["role"] == "surveiller"]
        assert (serving_now["machine"], serving_now["processus"], serving_now["muet"]) == (HOST, process.pid, False)
        process.kill()
        process.wait()
    until(lambda: machines(workspace) == [])  # whoever looks knows that it is gone, and its workers follow it
    assert 'pli_taches{etat="a_faire",genre="compose"}' in said[-1]
    for text in said:
        net.search(text, "the gauges of a service")
    log = (workspace.racine / "service.log").read_text()
    assert {json.loads(line)["host"] for line in log.splitlines()} == {HOST}, "each line is an object"


def answer(address, path):
    """Return what is answered; nothing while nobody does."""
    try:
        return httpx.get(f"http://{address}/{path}", timeout=60).text
    except httpx.TransportError:
        return ""
