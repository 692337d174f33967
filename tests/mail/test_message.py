import re
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes
from email.policy import SMTP, compat32
from email.utils import getaddresses
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.text import fold
from pipeline.errors import Defect
from pipeline.mail.message import Sending, Service, compose_mail
from pipeline.settings import load
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
PARTS = ["multipart/alternative", "text/plain", "text/html"]
SHIPPED = load(Path("nowhere"), {}).rules()
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

    assert [part.get_content_type() for part in message.walk()] == PARTS
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


def test_a_message_that_puts_right_says_what_it_replaces_in_its_subject_and_its_body():
    message = sent(replaces=date(2026, 5, 6), references="<pli-7.1@numerisation.example>", rectified=("pli-7-03",))

    assert message["Subject"] == "[Dossier unique] ENV-2026-0042 – 2 pièces déposées, 1 rejetées (rectificatif)"
    assert "remplace celui du 6 mai 2026" in words(message)
    assert "remplace celui du 6 mai 2026" in words(message, "html")
    assert words(message).count("Corrigée depuis le message précédent") == 1


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_how_to_send_again_is_told_with_the_command_that_prints_the_fiche(kind):
    body = words(sent(), kind)

    assert "1 pièce à renvoyer" in body
    assert f"pli imprimer fiche --nu {NU} --guichet 10691 --documents 1" in body


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("outcome", [{}, {"verdict": "rejetee", "depot": None, "motif": "I08"}])
@pytest.mark.parametrize("code", [code for code, it in SHIPPED.plan.types.items() if it.sensitive])
def test_no_sensitive_type_of_the_shipped_plan_is_named_by_its_label_nor_its_titles(code, outcome, kind):
    detail = f"reconnue comme « {SHIPPED.plan[code].label} »"
    seen = [{"genre": genre, "detail": detail, "page": 3, "zone": None} for genre in ("texte", "image", "identite")]
    named = {"nom": f"{SHIPPED.plan[code].label}.pdf", "sha256": "", "octets": 1}
    said = bilan(piece(3, type=code, alertes=["A02", "A03"], preuves=seen, **outcome), canal="pwp", source=named)
    body = words(message_from_bytes(compose_mail(said, SENDING, SHIPPED).as_bytes(), policy=SMTP), kind)

    folded = f" {fold(body.replace(SHIPPED.plan[code].category, ''))} "
    assert code not in body
    assert fold(SHIPPED.plan[code].label) not in folded
    assert [title for title in SHIPPED.plan[code].titles if f" {title} " in folded] == []
    assert SHIPPED.plan[code].category in body


BREAKS = "\r\n\0\x0b\x0c\x1c\x85\u2028\u2029\u202e\u2066\ufeff\ud800\udc80"
PIECES = st.sampled_from(
    [
        "\r\nBcc: x@ailleurs.example",
        "\nBcc: x@ailleurs.example\n\n<html>",
        "=?utf-8?q?=0D=0ABcc=3A_x=40ailleurs.example?=",
        "=?utf-8?b?DQpCY2M6IHhAYWlsbGV1cnMuZXhhbXBsZQ==?=",
        "=?utf-8?q?\nBcc=3A_x?=",
        "\u2028Bcc: x",
        "\r\n.\r\nMAIL FROM:<x@ailleurs.example>",
        "--=_",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
    ]
)
TEXTS = st.text(st.characters(codec=None), max_size=40) | st.text(BREAKS, max_size=4) | PIECES
LONG = st.builds(lambda text, times: text * times, PIECES, st.integers(1, 60))
NASTY = st.lists(TEXTS, max_size=6).map("".join) | LONG
HOSTILE = {"reference": NASTY, "nom": NASTY, "guichet": NASTY, "label": NASTY, "words": NASTY}


def named_so(label):
    """The rules where everything that people may word is worded so."""
    types = {code: replace(it, label=label, category=label) for code, it in RULES.plan.types.items()}
    motifs = {code: replace(it, label=label, advice=label) for code, it in RULES.motifs.items()}
    return replace(RULES, plan=FilingPlan("test", types), motifs=motifs)


def nothing_but_ours(reference, nom, guichet, label, words):
    seen = [{"genre": "image", "detail": words, "page": 5, "zone": None}]
    said = bilan(
        piece(3, alertes=["A04"]), REJECTED | {"preuves": seen}, canal="pwp", reference=reference,
        source={"nom": nom, "sha256": "", "octets": 1},
    )  # fmt: skip
    how = replace(SENDING, guichet=guichet, explanation=words, repeats=words)
    if not re.fullmatch(r"[A-Za-z0-9-]{1,32}", reference):
        with pytest.raises(Defect):
            compose_mail(said, how, RULES)
        said["reference"] = "ENV-2026-0042"
    content = compose_mail(said, how, named_so(label)).as_bytes()

    head, _, _ = content.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    assert {line.partition(b":")[0].decode() for line in lines if not line.startswith(b" ")} == OURS
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[^\x00-\x7f]", content)
    for reader in (SMTP, compat32):
        message = message_from_bytes(content, policy=reader)
        assert sorted(message.keys()) == sorted(OURS)
        assert getaddresses(message.get_all("To")) == [("", "reference@mairie.example")]
        assert [part.get_content_type() for part in message.walk()] == PARTS
    read = message_from_bytes(content, policy=SMTP)
    assert read["Subject"] == f"[Dossier unique] {said['reference']} – 1 pièces déposées, 1 rejetées"
    assert "<script" not in read.get_body(("html",)).get_content()
    plain = read.get_body(("plain",)).get_content().replace("\u00a0", " ")
    assert all(line.isprintable() for line in plain.split("\r\n"))


@given(**HOSTILE)
@settings(max_examples=300, deadline=None)
def test_no_name_whatever_it_holds_writes_a_header_an_addressee_or_a_tag(reference, nom, guichet, label, words):
    nothing_but_ours(reference, nom, guichet, label, words)


@pytest.mark.faults
@pytest.mark.timeout(3600)
@given(**HOSTILE)
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_ten_thousand_hostile_names_write_no_header_no_addressee_and_no_tag(reference, nom, guichet, label, words):
    nothing_but_ours(reference, nom, guichet, label, words)
