import re
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes
from email.policy import SMTP
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Defect
from pipeline.mail.message import Sending, Service, compose_mail
from tests.mail.bilans import NU, RULES, bilan, piece

PARIS = ZoneInfo("Europe/Paris")
SENDING = Sending(
    message_id="<pli-7.1@numerisation.example>",
    to=("reference@mairie.example",),
    service=Service("ne-pas-repondre@numerisation.example", "assistance@numerisation.example"),
    dated=datetime(2026, 5, 7, 6, 0, tzinfo=PARIS),
    treated_at=datetime(2026, 5, 6, 17, 20, tzinfo=PARIS),
    visible_from=date(2026, 5, 7),
    guichet="Mairie de Sainte-Fiction",
)
OURS = {
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Pli"),
    *("MIME-Version", "Content-Type"),
}
REJECTED = piece(5, verdict="rejetee", motif="I08", depot=None, type="RES-BUL")
MEDICAL = piece(6, type="SAN-CER", role=None)


def sent(said=None, **how):
    """The message as its reader's software gets it."""
    made = compose_mail(said or bilan(piece(3), REJECTED, MEDICAL), replace(SENDING, **how), RULES)
    return message_from_bytes(made.as_bytes(), policy=SMTP)


def words(message, kind="plain"):
    text = message.get_body((kind,)).get_content()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.replace("\u00a0", " ").replace("&#39;", "'")))


def test_the_subject_is_that_of_the_contract():
    assert sent()["Subject"] == "[Dossier unique] ENV-2026-0042 – 2 pièces déposées, 1 rejetées"


def test_the_headers_are_ours_and_no_other():
    message = sent()

    assert set(message.keys()) == OURS
    assert message["Message-ID"] == "<pli-7.1@numerisation.example>"
    assert (message["Auto-Submitted"], message["X-Pli"]) == ("auto-generated", "pli-7")
    assert message["Date"].datetime == SENDING.dated


def test_one_message_has_all_its_addressees_in_to():
    message = sent(to=("agent@mairie.example", "reference@mairie.example"))

    assert [address.addr_spec for address in message["To"].addresses] == [
        "agent@mairie.example",
        "reference@mairie.example",
    ]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_text_and_html_both_say_everything(kind):
    body = words(sent(), kind)

    for said in (
        "6 mai 2026",
        "6 mai 2026 à 17 h 20",
        "Visible dans le SNE (registre national) à partir du",
        "7 mai 2026",
        "Mairie de Sainte-Fiction",
        "1 dossier, 8 pages",
        "1 dossier, 9 pages, dont 1 blanche",
        NU,
        "Carte nationale d'identité (demandeur)",
        "Identité",
        "1 page (p. 3)",
        "déposée",
        "Bulletin de salaire (demandeur)",
        "Document manuscrit",
        "Fournissez un document imprimé.",
        "assistance@numerisation.example",
    ):
        assert said in body


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_sensitive_type_is_nowhere(kind):
    assert "édical" not in words(sent(), kind)
    assert "Santé" in words(sent(), kind)


def test_subject_and_preview_say_nothing_of_anyone():
    message = sent(bilan(piece(3), source={"nom": "MARTIN_Paul.pdf", "sha256": "", "octets": 1}))

    for seen in (message["Subject"], words(message)[:200], words(message, "html")[:200]):
        assert NU not in seen
        assert "MARTIN" not in seen
        assert "Carte" not in seen


def test_there_is_no_image_and_no_attachment():
    message = sent()

    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert "<img" not in message.get_body(("html",)).get_content()


def test_a_partial_message_says_so_in_its_subject_and_its_body():
    message = sent(bilan(piece(3), piece(4, verdict="a_verifier", depot=None)), partial=True)

    assert message["Subject"] == "[Dossier unique] ENV-2026-0042 – 1 pièces déposées, 0 rejetées (partiel)"
    assert "MESSAGE PARTIEL" in words(message)
    assert "Message partiel" in words(message, "html")


def test_a_second_sending_refers_to_the_first():
    message = sent(
        message_id="<pli-7.2@numerisation.example>", references="<pli-7.1@numerisation.example>", repeats="parti hier"
    )

    assert message["References"] == "<pli-7.1@numerisation.example>"
    assert "en répète un premier, parti hier" in words(message)


def test_nothing_is_announced_visible_when_nothing_was_deposited():
    assert "Visible" not in words(sent(bilan(REJECTED)))


def test_a_file_that_could_not_be_taken_is_told_with_its_cause():
    refused = {"code": "T10", "niveau": "lot", "dossier": None, "pages": [], "suite": "rejet"}
    nothing = dict.fromkeys(bilan()["registre"], 0)
    said = bilan(anomalies=[refused], registre=nothing, dossiers=[], bordereau=None, etat="quarantaine")
    body = words(sent(said, explanation="Le fichier demande un mot de passe."))

    for told in ("n'a pas pu être pris en charge", "Le fichier demande un mot de passe.", "sans mot de passe"):
        assert told in body


def test_the_same_message_is_the_same_bytes():
    first, again = (compose_mail(bilan(piece(3)), SENDING, RULES).as_bytes() for _ in range(2))

    assert first == again


@pytest.mark.parametrize(
    "forged",
    [
        {"to": ("a@mairie.example\nBcc: x@ailleurs.example",)},
        {"to": ("=?utf-8?q?a=0D=0ABcc=3A_x=40ailleurs.example?=@mairie.example",)},
        {"message_id": "<a@b.example>\nBcc: x@ailleurs.example"},
        {"references": "a@b.example"},
        {"service": Service("x\n@numerisation.example", "assistance@numerisation.example")},
    ],
)
def test_nothing_odd_gets_near_a_header(forged):
    with pytest.raises(Defect):
        sent(**forged)


NASTY = st.text(st.characters(codec=None), max_size=60) | st.sampled_from(
    ["=?utf-8?q?=0D=0ABcc:_x?=", "a\r\nBcc: x@ailleurs.example", "\u2028Bcc: x", "<script>alert(1)</script>", "\udc80"]
)


@given(nom=NASTY, guichet=NASTY, explanation=NASTY, detail=NASTY)
def test_no_name_whatever_it_holds_writes_a_header_or_a_tag(nom, guichet, explanation, detail):
    seen = [{"genre": "image", "detail": detail, "page": 5, "zone": None}]
    said = bilan(REJECTED | {"preuves": seen}, source={"nom": nom, "sha256": "", "octets": 1})
    message = sent(said, guichet=guichet, explanation=explanation)

    assert set(message.keys()) == OURS
    assert "<script" not in message.get_body(("html",)).get_content()


@given(reference=NASTY)
def test_a_reference_is_of_the_promised_form_or_stops_us(reference):
    if re.fullmatch(r"[A-Za-z0-9-]{1,32}", reference):
        assert set(sent(bilan(reference=reference)).keys()) == OURS
    else:
        with pytest.raises(Defect):
            sent(bilan(reference=reference))
