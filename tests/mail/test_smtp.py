import re
import ssl
import time
from contextlib import contextmanager
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from zoneinfo import ZoneInfo

import pytest
import trustme
from pydantic import SecretStr

from pipeline.errors import Defect, Denied, Misuse, Unavailable
from pipeline.mail.message import Sending, Service, compose_mail
from pipeline.mail.smtp import TransportSmtp
from pipeline.mail.transport import Answer, Fate
from tests.mail.bilans import RULES, bilan, piece
from tests.mail.servers import CUT, DOT, GREETING, HOST, MailServer, running, silent

AGENT, REFERENCE = TO = ("agent@mairie.example", "reference@mairie.example")
SENDER = "ne-pas-repondre@numerisation.example"
QUEUED = Answer(Fate.SENT, "250 2.0.0 OK queued as 4bXyZ")
PASSWORD = ("pli", SecretStr("mot-de-passe-fictif"))
USERS = {b"pli": b"mot-de-passe-fictif"}


def mail(number=1, to=TO):
    """The message that the program would send."""
    sending = Sending(
        message_id=f"<pli-7.{number}@numerisation.example>",
        to=to,
        service=Service(SENDER, "assistance@numerisation.example"),
        dated=datetime(2026, 5, 7, 6, 0, tzinfo=ZoneInfo("Europe/Paris")),
        treated_at=datetime(2026, 5, 6, 17, 20, tzinfo=ZoneInfo("Europe/Paris")),
        visible_from=date(2026, 5, 7),
        guichet="Mairie de Sainte-Fiction",
    )
    return compose_mail(bilan(piece(3)), sending, RULES)


@contextmanager
def smtp(port, starttls="non", credentials=None, host=HOST, delay_s=5):
    transport = TransportSmtp(host, port, starttls=starttls, credentials=credentials, sender=SENDER, delay_s=delay_s)
    try:
        yield transport
    finally:
        transport.close()


@pytest.fixture
def server():
    with running(MailServer()) as running_server:
        yield running_server


def told(server, *, to=TO, delay_s=5):
    """What is answered to one message on a connection of its own."""
    with smtp(server.port, delay_s=delay_s) as transport:
        return transport.send(mail(), to)


def kept_waiting(server, starttls, credentials=None):
    """Why ``server`` never got as far as a message."""
    with smtp(server.port, starttls, credentials, delay_s=1) as transport, pytest.raises(Unavailable) as refused:
        transport.send(mail(), TO)
    assert "MAIL" not in server.steps
    return refused.value


# --- What arrives -----------------------------------------------------------------------------------


def test_one_transaction_takes_the_message_byte_for_byte_to_all_its_addressees(server):
    assert told(server) == dict.fromkeys(TO, QUEUED)

    (one,) = server.received
    assert (one.sender, one.to) == (SENDER, TO)
    assert one.content == mail().as_bytes()
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[^\x00-\x7f]", one.content)
    assert max(map(len, one.content.split(b"\r\n"))) <= 998


def test_the_headers_received_are_ours_and_no_other(server):
    told(server)

    received = message_from_bytes(server.received[0].content, policy=SMTP)
    assert set(received.keys()) == {
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Pli"),
        *("MIME-Version", "Content-Type"),
    }
    assert received["Message-ID"] == "<pli-7.1@numerisation.example>"


@pytest.mark.parametrize("text", ["Un point.\n.\n..\n.fin\n", "Sans fin de ligne", "Accents : é è à œ €\n" * 3])
@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
def test_any_text_arrives_as_ascii_lines_and_reads_as_it_was_written(server, text, encoding):
    written = EmailMessage(policy=SMTP)
    written["Message-ID"] = "<pli-7.1@numerisation.example>"
    written.set_content(text, cte=encoding)
    with smtp(server.port) as transport:
        transport.send(written, TO)

    content = server.received[0].content
    assert content.isascii()
    assert message_from_bytes(content, policy=SMTP).get_content().splitlines() == text.splitlines()


@pytest.mark.parametrize(
    "odd", ["a@b.example\r\nRCPT TO:<x@ailleurs.example>", "a@b.example> X=<", "élu@mairie.example"]
)
def test_what_is_not_an_address_never_gets_near_the_envelope(server, odd):
    with smtp(server.port) as transport, pytest.raises(Defect) as defect:
        transport.send(mail(), [AGENT, odd])

    assert odd not in str(defect.value)
    assert server.steps == []


# --- What the server answers ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("451 4.7.1 Greylisted, try again", Fate.LATER),
        ("452 4.2.2 Mailbox full", Fate.LATER),
        ("550 5.1.1 No such user", Fate.BARRED),
    ],
)
def test_an_address_has_its_own_answer_and_the_others_get_the_message(server, words, fate):
    server.script[f"RCPT {AGENT}"] = words

    assert told(server) == {AGENT: Answer(fate, words), REFERENCE: QUEUED}
    assert [one.to for one in server.received] == [(REFERENCE,)]


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("550 No such user", Fate.BARRED),
        ("550 5.1.1 No such user", Fate.BARRED),
        ("550 5.2.1 Mailbox disabled", Fate.BARRED),
        ("552 5.2.2 Mailbox full", Fate.REFUSED),
        ("554 5.7.1 Service refused: your address is listed", Fate.REFUSED),
    ],
)
def test_a_wrong_address_is_told_from_what_is_held_against_us_or_the_message(server, words, fate):
    server.script[f"RCPT {AGENT}"] = words

    assert told(server)[AGENT] == Answer(fate, words)


def test_with_no_address_accepted_no_content_leaves(server):
    server.script |= {f"RCPT {AGENT}": "550 5.1.1 No such user", f"RCPT {REFERENCE}": "451 4.3.0 Later"}

    assert [answer.fate for answer in told(server).values()] == [Fate.BARRED, Fate.LATER]
    assert "DATA" not in server.steps


@pytest.mark.parametrize("step", ["MAIL", "DATA", DOT])
@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("451 4.3.0 Local error", Fate.LATER),
        ("421 4.3.2 Shutting down", Fate.LATER),
        ("552 5.3.4 Message too big", Fate.REFUSED),
        ("554 5.7.1 Rejected as spam", Fate.REFUSED),
    ],
)
def test_what_is_said_of_the_message_is_said_to_every_address(server, step, words, fate):
    server.script[step] = words

    assert told(server) == dict.fromkeys(TO, Answer(fate, words))


@pytest.mark.parametrize(("step", "words"), [("DATA", "250 OK"), ("MAIL", "abc"), (DOT, "354 Go on")])
def test_an_answer_that_makes_no_sense_is_no_proof_of_anything(server, step, words):
    server.script[step] = words

    assert {answer.fate for answer in told(server).values()} == {Fate.LATER}


@pytest.mark.parametrize(
    "words", ["530 5.7.0 Must issue a STARTTLS command first", "530 5.7.0 Authentication required"]
)
def test_what_the_server_wants_of_us_does_not_condemn_the_addresses(server, words):
    server.script["MAIL"] = words

    assert told(server) == dict.fromkeys(TO, Answer(Fate.LATER, words))


def test_after_an_answer_of_any_kind_the_next_message_goes_by_the_same_connection(server):
    with smtp(server.port) as transport:
        transport.send(mail(1), TO)
        for step in ("MAIL", f"RCPT {AGENT}", "DATA", DOT):
            server.script[step] = "550 5.0.0 No"
            transport.send(mail(2), TO)
            del server.script[step]
        assert transport.send(mail(3), TO) == dict.fromkeys(TO, QUEUED)

    assert server.connections == 1


# --- When nobody knows ------------------------------------------------------------------------------


def test_a_connection_cut_after_the_final_dot_leaves_the_message_for_later_under_the_same_name(server):
    with smtp(server.port) as transport:
        server.script[DOT] = CUT
        first = transport.send(mail(), TO)
        del server.script[DOT]
        second = transport.send(mail(), TO)

    assert {answer.fate for answer in first.values()} == {Fate.LATER}
    assert second == dict.fromkeys(TO, QUEUED)
    assert len(server.received) == 2  # the server had it the first time: nobody could know
    assert server.received[0].content == server.received[1].content


def test_one_message_id_whatever_the_attempts(server):
    with smtp(server.port) as transport:
        for step in ("MAIL", "DATA", DOT):
            for words in ("451 4.3.0 Later", CUT):
                server.script = {step: words}
                assert transport.send(mail(), TO)[AGENT].fate is Fate.LATER
        server.script = {}
        transport.send(mail(), TO)

    ids = {message_from_bytes(one.content, policy=SMTP)["Message-ID"] for one in server.received}
    assert ids == {"<pli-7.1@numerisation.example>"}


def test_a_last_answer_that_does_not_come_leaves_the_message_for_later(server):
    server.script[DOT] = 5.0
    started = time.monotonic()

    assert {answer.fate for answer in told(server, delay_s=0.05).values()} == {Fate.LATER}
    assert time.monotonic() - started < 2


def test_the_last_answer_is_waited_for_longer_than_the_others(server):
    server.script[DOT] = 0.3
    assert told(server, delay_s=0.1) == dict.fromkeys(TO, QUEUED)

    server.script = {"MAIL": 0.3}
    assert {answer.fate for answer in told(server, delay_s=0.1).values()} == {Fate.LATER}


@pytest.mark.parametrize("step", ["MAIL", "DATA"])
def test_a_connection_cut_on_the_way_leaves_every_address_for_later(server, step):
    server.script[step] = CUT

    assert {answer.fate for answer in told(server).values()} == {Fate.LATER}
    assert server.received == []


def test_a_connection_cut_among_the_addresses_keeps_what_was_answered(server):
    server.script |= {f"RCPT {AGENT}": "550 5.1.1 No such user", f"RCPT {REFERENCE}": CUT}

    assert [answer.fate for answer in told(server).values()] == [Fate.BARRED, Fate.LATER]


# --- One connection for a run -----------------------------------------------------------------------


def test_ten_messages_go_by_one_connection(server):
    with smtp(server.port) as transport:
        for number in range(10):
            assert transport.send(mail(number), TO) == dict.fromkeys(TO, QUEUED)

    assert (len(server.received), server.connections, server.steps.count("EHLO")) == (10, 1, 1)


def test_a_server_restarted_between_two_messages_gets_both():
    server = MailServer()
    with running(server) as first, smtp(server.port) as transport:
        transport.send(mail(1), TO)
        assert first.connections == 1
    with running(server):
        transport.send(mail(2), TO)
        transport.close()

    assert (len(server.received), server.connections) == (2, 2)


@pytest.mark.parametrize("words", ["421 4.4.2 Idle for too long", CUT])
def test_a_server_that_closes_an_idle_connection_is_called_again(server, words):
    with smtp(server.port) as transport:
        transport.send(mail(1), TO)
        server.script["RSET"] = words
        assert transport.send(mail(2), TO) == dict.fromkeys(TO, QUEUED)

    assert server.connections == 2


def test_what_was_closed_opens_again_when_needed_and_closes_twice_without_harm(server):
    with smtp(server.port) as transport:
        transport.close()
        transport.send(mail(1), TO)
        transport.close()
        transport.close()
        transport.send(mail(2), TO)

    assert server.connections == 2


def test_leaving_a_server_that_is_gone_is_no_error():
    server = MailServer()
    with running(server), smtp(server.port) as transport:
        transport.send(mail(), TO)
        server.script["RSET"] = CUT
    transport.close()


# --- When nothing could be tried --------------------------------------------------------------------


def test_a_server_that_is_not_there_keeps_every_address_waiting():
    with silent() as port:
        pass
    with smtp(port) as transport, pytest.raises(Unavailable, match="ne répond pas"):
        transport.send(mail(), TO)


def test_a_server_that_says_nothing_is_given_its_time_and_no_more():
    started = time.monotonic()
    with silent() as port, smtp(port, delay_s=0.2) as transport, pytest.raises(Unavailable, match="à temps"):
        transport.send(mail(), TO)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("step", [GREETING, "EHLO"])
@pytest.mark.parametrize("words", ["554 5.7.1 No SMTP service here", "421 4.3.2 Too busy"])
def test_a_session_that_is_refused_keeps_every_address_waiting(server, step, words):
    server.script[step] = words
    with smtp(server.port, delay_s=1) as transport:
        with pytest.raises(Unavailable, match=re.escape(words)):
            transport.send(mail(), TO)
        server.script = {}
        assert transport.send(mail(), TO) == dict.fromkeys(TO, QUEUED)


def test_a_name_that_no_machine_can_bear_is_a_wrong_setting():
    with smtp(25, host="mel..example") as transport, pytest.raises(Misuse, match="PLI_MEL_HOTE"):
        transport.send(mail(), TO)


# --- STARTTLS -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def certified(authority, name=HOST):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """The authority is one of the machine's."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return authority


def test_a_certificate_that_verifies_is_what_is_demanded(trusted):
    with running(MailServer(), tls=certified(trusted)) as server, smtp(server.port, "exige") as transport:
        assert transport.send(mail(), TO) == dict.fromkeys(TO, QUEUED)
        transport.send(mail(2), TO)

    assert [one.encrypted for one in server.received] == [True, True]
    assert server.connections == 1


@pytest.mark.parametrize("of_strangers", [False, True])
def test_a_certificate_of_another_name_or_of_strangers_is_refused(trusted, of_strangers):
    shown = certified(trustme.CA()) if of_strangers else certified(trusted, "autre.example")
    with running(MailServer(), tls=shown) as server:
        assert "certificat du serveur de mel ne se vérifie pas" in str(kept_waiting(server, "exige"))


def test_what_must_be_encrypted_does_not_leave_in_clear(server):
    assert "rien ne part en clair" in str(kept_waiting(server, "exige"))


def test_encryption_is_taken_where_it_is_offered_whoever_signed_the_certificate(authority, server):
    with running(MailServer(), tls=certified(authority)) as offering, smtp(offering.port, "si_offert") as transport:
        transport.send(mail(), TO)
    with smtp(server.port, "si_offert") as transport:
        transport.send(mail(), TO)

    assert [one.encrypted for one in (*offering.received, *server.received)] == [True, False]


@pytest.mark.parametrize("words", ["454 4.7.0 TLS not available", "220 Ready", "220 Ready\r\n250 OK", CUT])
def test_encryption_that_was_offered_and_fails_is_not_followed_by_clear_text(authority, words):
    with running(MailServer({"STARTTLS": words}), tls=certified(authority)) as server:
        kept_waiting(server, "si_offert")


def test_encryption_is_left_alone_when_it_is_not_wanted(authority):
    with running(MailServer(), tls=certified(authority)) as server, smtp(server.port, "non") as transport:
        transport.send(mail(), TO)

    assert not server.received[0].encrypted


# --- Authentication ---------------------------------------------------------------------------------


@pytest.mark.parametrize("starttls", ["si_offert", "exige"])
def test_the_password_is_given_once_over_an_encrypted_and_verified_connection(trusted, starttls):
    server = MailServer(users=USERS)
    with running(server, tls=certified(trusted)), smtp(server.port, starttls, PASSWORD) as transport:
        assert transport.send(mail(1), TO) == dict.fromkeys(TO, QUEUED)
        transport.send(mail(2), TO)

    assert server.steps.count("AUTH") == 1
    assert server.connections == 1


@pytest.mark.parametrize("starttls", ["si_offert", "exige"])
def test_the_password_is_not_given_to_strangers(authority, starttls):
    with running(MailServer(users=USERS), tls=certified(authority)) as server:
        assert "certificat" in str(kept_waiting(server, starttls, PASSWORD))

    assert "AUTH" not in server.steps


@pytest.mark.parametrize("starttls", ["si_offert", "exige"])
def test_the_password_is_not_given_in_clear_to_who_asks_for_it_so(starttls):
    with running(MailServer(users=USERS), clear_auth=True) as server:
        assert "rien ne part en clair" in str(kept_waiting(server, starttls, PASSWORD))

    assert "AUTH" not in server.steps


def test_a_password_without_encryption_is_a_wrong_setting():
    with pytest.raises(Misuse, match="jamais en clair"), smtp(25, "non", PASSWORD):
        pass


def test_a_password_that_is_refused_is_a_denial_that_does_not_repeat_it(trusted):
    with running(MailServer(users=USERS), tls=certified(trusted)) as server:
        denied = kept_waiting(server, "exige", ("pli", SecretStr("mot-de-passe-faux")))

    assert isinstance(denied, Denied)
    assert "faux" not in repr(denied) + repr(denied.__cause__)


def test_a_server_that_cannot_take_the_password_just_now_is_no_denial(trusted):
    with running(MailServer({"AUTH": "454 4.7.0 Temporary failure"}, USERS), tls=certified(trusted)) as server:
        late = kept_waiting(server, "exige", PASSWORD)

    assert "454 4.7.0" in str(late)
    assert not isinstance(late, Denied)


def test_a_server_that_does_not_know_how_to_take_a_password_keeps_every_address_waiting(trusted):
    with running(MailServer({"EHLO": "250-localhost\r\n250 STARTTLS"}), tls=certified(trusted)) as server:
        assert "s'authentifier" in str(kept_waiting(server, "exige", PASSWORD))
