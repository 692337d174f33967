import smtplib
from email import message_from_bytes
from email.policy import SMTP

import pytest

from pipeline.mail.sink import HOST, receiving
from pipeline.mail.smtp import TransportSmtp
from pipeline.mail.transport import Fate
from tests.mail.test_transport import message

TO = ("agent@mairie.example", "reference@mairie.example")
SENDER = "ne-pas-repondre@numerisation.example"


def smtp(port):
    return TransportSmtp(HOST, port, starttls="si_offert", credentials=None, sender=SENDER, delay_s=5)


def test_what_is_sent_to_the_sink_is_a_file_as_it_was_sent_under_who_it_was_for(tmp_path):
    with receiving(tmp_path / "mels") as port:
        transport = smtp(port)
        answers = transport.send(message(text="Bonjour\n.\n.."), TO)
        transport.close()

    (path,) = (tmp_path / "mels").iterdir()
    content = path.read_bytes()
    read = message_from_bytes(content, policy=SMTP)
    assert content.endswith(message(text="Bonjour\n.\n..").as_bytes())
    assert read["Return-Path"] == f"<{SENDER}>"
    assert read.get_all("Delivered-To") == list(TO)
    assert {answer.fate for answer in answers.values()} == {Fate.SENT}
    assert path.name in answers[TO[0]].text


def test_every_receipt_is_kept_in_order_even_of_the_same_message_and_over_a_new_start(tmp_path):
    for _ in range(2):
        with receiving(tmp_path) as port:
            transport = smtp(port)
            transport.send(message(), TO[:1])
            transport.send(message(), TO[:1])
            transport.close()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["0001.eml", "0002.eml", "0003.eml", "0004.eml"]


def test_a_port_that_is_taken_is_told_and_one_that_was_left_is_free(tmp_path):
    with receiving(tmp_path) as port, pytest.raises(OSError, match="in use"), receiving(tmp_path, port):
        pass

    with receiving(tmp_path, port) as same:
        assert same == port
    with pytest.raises(ConnectionRefusedError):
        smtplib.SMTP(HOST, port, timeout=1)
