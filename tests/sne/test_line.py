import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import trustme
from starlette.applications import Starlette
from uvicorn import Config, Server

from pipeline.errors import Misuse
from pipeline.sne.bouchon.serve import _listening, _running
from pipeline.sne.line import MAX_ANSWER_OCTETS, Answer, Line, Silence
from tests.sne.hostile import Fault, hostile

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def line():
    lines = []

    def build(url, delai_s=5.0, jeton=None):
        lines.append(Line(url, jeton, delai_s))
        return lines[-1]

    yield build
    for it in lines:
        it.close()


def silent(**said):
    return Fault("GET", commits=False, **said)


@pytest.mark.parametrize(
    "url",
    [
        *("", "sne.example", "ftp://sne.example", "http://", "http://sne.example:port", f"http://{'a' * 64}.example"),
        *("https://moi:secret@sne.example", "https://sne.example/?a=b", "https://sne.example/#a"),
    ],
)
def test_an_address_that_is_none_is_a_misuse_that_does_not_repeat_it(url):
    with pytest.raises(Misuse, match="PLI_SNE_URL") as fault:
        Line(url, None, 1)
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize("jeton", ["à", "a b", "a\nb", "a\r\nX-Autre: b", "\x00"])
def test_a_token_that_no_header_can_bear_is_a_misuse_that_does_not_repeat_it(jeton):
    with pytest.raises(Misuse, match="PLI_SNE_JETON") as fault:
        Line("http://sne.example", jeton, 1)
    assert jeton not in str(fault.value)


def test_a_service_may_live_below_a_path(line):
    with hostile(NOWHERE, silent(status=200)) as road:
        assert line(f"{road.url}/api/sne/").call("GET", "/v1/x").status == 200
        assert road.paths("GET") == ["/api/sne/v1/x"]


def test_an_endless_answer_is_cut(line):
    with hostile(NOWHERE, silent(status=200, body=b"x" * (MAX_ANSWER_OCTETS + 1_000_000))) as road:
        assert len(line(road.url).call("GET", "/").body) == MAX_ANSWER_OCTETS


def test_a_bomb_is_not_unpacked(line):
    fault = silent(status=200, headers={"Content-Encoding": "gzip"}, body=b"\x1f\x8bnon")
    with hostile(NOWHERE, fault) as road:
        assert line(road.url).call("GET", "/").body == b"\x1f\x8bnon"


def test_neither_proxy_nor_password_of_the_environment_is_heeded(line, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, NOWHERE)
    with hostile(NOWHERE, silent(status=200)) as road:
        assert line(road.url).call("GET", "/").status == 200
        assert b"authorization" not in road.heard[0][2].lower()


def test_a_closed_port_is_silence_before_anything_was_sent(line):
    assert line(NOWHERE).call("PUT", "/") == Silence(sent=False, why="connexion impossible (ConnectionRefusedError)")


def test_a_name_that_means_nothing_is_silence_before_anything_was_sent(line):
    assert line("http://nul.invalid", delai_s=2).call("PUT", "/").sent is False


def test_a_server_that_hangs_up_is_silence_after_sending(line):
    with hostile(NOWHERE, silent(cut_after=0)) as road:
        silence = line(road.url).call("GET", "/")
    assert silence.sent is True
    assert silence.why.startswith("connexion coupée")


def test_several_threads_call_at_once(line):
    faults = [silent(status=200, after_s=0.3)] * 6
    with hostile(NOWHERE, *faults) as road, ThreadPoolExecutor(6) as crowd:
        shared = line(road.url, delai_s=1.0)
        answers = list(crowd.map(lambda _: shared.call("GET", "/"), range(6)))
    assert all(isinstance(answer, Answer) for answer in answers), "one after the other they would take 1.8 s"


def test_hanging_up_ends_the_thread():
    before = threading.active_count()
    Line(NOWHERE, None, 1).close()
    assert threading.active_count() == before


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def secured(authority):
    """Serve 404s over TLS, under a certificate for the name that is asked for."""

    def serve(certificate):
        config = Config(Starlette(), lifespan="off", log_config=None, timeout_graceful_shutdown=1)
        config.load()
        config.ssl = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(config.ssl)
        return Server(config)

    with _listening(0) as listener:

        def running(certificate):
            return _running(serve(certificate), listener), f"https://127.0.0.1:{listener.getsockname()[1]}"

        yield running


def trust(authority, tmp_path, monkeypatch):
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


def test_a_certificate_of_an_authority_that_the_machine_trusts_opens_the_line(
    line, secured, authority, tmp_path, monkeypatch
):
    trust(authority, tmp_path, monkeypatch)
    running, url = secured(authority.issue_cert("127.0.0.1"))
    with running:
        assert line(url).call("GET", "/").status == 404


def expired(authority):
    return authority.issue_cert("127.0.0.1", not_after=datetime(2020, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "issue",
    [
        expired,
        lambda authority: authority.issue_cert("sne.example"),
        lambda _: trustme.CA().issue_cert("127.0.0.1"),
    ],
    ids=["expired", "another's", "a stranger's"],
)
def test_any_other_certificate_is_silence_before_anything_was_sent(
    line, secured, authority, tmp_path, monkeypatch, issue
):
    trust(authority, tmp_path, monkeypatch)
    running, url = secured(issue(authority))
    with running:
        assert line(url).call("PUT", "/") == Silence(sent=False, why="connexion impossible (SSLCertVerificationError)")
