from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from pipeline.errors import Unavailable
from pipeline.mail.transport import Answer, Fate, TransportFichier

TO = ("agent@mairie.example", "reference@mairie.example")


def message(identifier="<pli-7.1@pli.example>", text="Bonjour"):
    made = EmailMessage(policy=SMTP)
    made["Message-ID"] = identifier
    made["X-Pli"] = "pli-7"
    made.set_content(text)
    return made


def test_a_message_sent_is_a_file_that_reads_back(tmp_path):
    answers = TransportFichier(tmp_path / "mels").send(message(), TO)

    (path,) = (tmp_path / "mels").glob("*.eml")
    read = message_from_bytes(path.read_bytes(), policy=SMTP)
    assert path.name.startswith("pli-7-")
    assert (read["Message-ID"], read.get_content().strip()) == ("<pli-7.1@pli.example>", "Bonjour")
    assert answers == dict.fromkeys(TO, Answer(Fate.SENT, f"fichier {path.name}"))


def test_the_same_message_id_again_makes_no_second_file_and_changes_nothing(tmp_path):
    transport = TransportFichier(tmp_path)
    first = transport.send(message(), TO)
    again = transport.send(message(text="Autre chose"), TO)

    (path,) = tmp_path.iterdir()
    assert again == first
    assert b"Bonjour" in path.read_bytes()


def test_the_same_message_for_another_address_is_another_file(tmp_path):
    transport, moved = TransportFichier(tmp_path), message()
    moved["To"] = "nouvelle@mairie.example"
    transport.send(message(), TO)
    transport.send(moved, ("nouvelle@mairie.example",))

    assert len(list(tmp_path.glob("*.eml"))) == 2


def test_a_message_about_no_pli_is_a_file_too(tmp_path):
    plain = message()
    del plain["X-Pli"]
    TransportFichier(tmp_path).send(plain, TO)

    assert [path.name.partition("-")[0] for path in tmp_path.iterdir()] == ["service"]


def test_a_deliberate_second_sending_is_a_second_file(tmp_path):
    transport = TransportFichier(tmp_path)
    transport.send(message(), TO)
    transport.close()
    transport.send(message("<pli-7.2@pli.example>"), TO)

    assert len(list(tmp_path.glob("*.eml"))) == 2


def test_a_folder_that_cannot_be_written_is_the_world_at_fault(tmp_path):
    (tmp_path / "mels").write_text("un fichier à la place du dossier")

    with pytest.raises(Unavailable):
        TransportFichier(tmp_path / "mels").send(message(), TO)


def test_an_answer_is_kept_on_one_line_without_controls_and_not_for_ever():
    assert Answer(Fate.SENT, "250-2.0.0 OK\r\n250 \x1b[31mqueued\x00 as 4b").text == "250-2.0.0 OK 250 [31mqueued as 4b"
    assert len(Answer(Fate.LATER, "451 " + "a" * 5000).text) == 200
