"""The whole page, on a workspace whose images are drawn and whose readings are written by hand."""

from datetime import datetime
from email.message import EmailMessage
from html.parser import HTMLParser

import numpy as np
import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.working_calendar import PARIS
from pipeline.engine import answers, day
from pipeline.engine.night import deverse
from pipeline.errors import InputFault
from pipeline.insight.day_page import render, render_mails
from pipeline.stages.ingest import refuse
from pipeline.store import lots
from tests import papers
from tests.insight.day_page.pages import PAGES
from tests.insight.pictures import png
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli, opened, received, settle

VOID = {"meta", "img", "br"}


class Reader(HTMLParser):
    """What a browser would find: elements by name, ids, links, and whether everything that opens closes."""

    def __init__(self, html):
        super().__init__()
        self.found, self.ids, self.links, self.open, self.words = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.found.append((tag, known))
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split()).replace("\u00a0", " ")

    def all(self, tag, kind=""):
        return [
            attrs for name, attrs in self.found if name == tag and (not kind or kind in attrs.get("class", "").split())
        ]


@pytest.fixture
def house(tmp_path, monkeypatch):
    house = opened(tmp_path)
    drawn = iter(range(1000))
    put = house.store.blobs.put
    # The shelf keeps words in place of images: here each is a small drawing of its own.
    monkeypatch.setattr(
        house.store.blobs, "put", lambda content: put(drawing(next(drawn)) if is_page(content) else content)
    )
    yield house
    house.close()


def is_page(content):
    return content.startswith(b"pg")


def drawing(number):
    pixels = np.full((283, 200), 250, np.uint8)
    pixels[10 : 20 + number] = 30
    return png(pixels)


def mail(pli, html="<p>Bonjour</p>"):
    message = EmailMessage()
    message["To"] = "guichet@example.org"
    message["Subject"] = "[Dossier unique] R1"
    message["Date"] = datetime(2026, 5, 6, 19, 5, tzinfo=PARIS)
    message["X-Pli"] = pli
    message.set_content("Bonjour en texte")
    message.add_alternative(html, subtype="html")
    return message


def page_of(house, *mails):
    return Reader(render(house, mails))


def refused(house, nom, rank):
    receipt = received(house, 0, rank=rank)
    with house.store.begin() as tx:
        lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
        fault = InputFault(f"Le fichier {nom} est vide.")
        refuse(tx, receipt, house.store.blobs.path(receipt.source.sha256), fault, house.settings)
    return f"{receipt.lot}-1"


def test_an_empty_day_is_a_page_too(house):
    read = page_of(house)
    assert "La journée du 6 mai 2026" in read.text
    assert "Le registre est équilibré" in read.text
    assert not read.open


def test_every_page_received_is_shown_once_in_the_colour_of_its_account(house):
    bilan = bilan_of(house, file_pli(house, *PAGES))
    read = page_of(house)
    register = bilan.registre
    for account in ("separateurs", "blanches", "acceptees", "rejetees", "a_verifier", "hors_dossier"):
        assert len([1 for thumb in read.all("a", "thumb") if account in thumb["class"]]) == getattr(register, account)
    assert len(read.all("section", "view")) == register.recues == len(PAGES)
    assert not read.open


def test_a_page_says_its_fate_in_words_and_has_an_alternative_text(house):
    name = file_pli(house, *PAGES)
    read = page_of(house)
    assert "4 ✓ acceptée" in read.text
    assert "5 ✕ rejetée" in read.text
    assert "3 ? à vérifier" in read.text
    assert all(image["alt"] and image["src"].startswith("data:image/jpeg;base64,") for image in read.all("img"))
    assert ("a", f"{name}-page-3") in [(tag, attrs.get("id")) for tag, attrs in read.found]


def test_a_piece_bears_its_type_its_motive_its_question_and_its_deposit(house):
    file_pli(house, *PAGES)
    deverse(house, lambda done, total: None)
    read = page_of(house)
    for said in (
        "Bulletin de salaire", "RES-BUL", "déposée", "SNE-", "P01 :", "Aucun type du plan", "Quelle pièce est-ce ?",
        "pli trancher pg0000000001-1-1-03", f"Dossier {MARTIN}", "ouvert par un code signé", "annoncé : 4 pages",
        "Fiche récapitulative absente (rejet)",
    ):  # fmt: skip
        assert said in read.text


def test_evidence_is_drawn_where_it_was_seen_and_numbered_as_in_its_list(house):
    file_pli(house, PAGES[1], PAGES[3])
    read = page_of(house)
    (zone, *_) = read.all("span", "zone")
    assert zone["style"].startswith("left:5.00%;top:8.00%;")
    assert "titre « BULLETIN DE SALAIRE »" in read.text


def test_every_link_leads_somewhere_in_the_page_and_no_name_is_given_twice(house):
    file_pli(house, *PAGES)
    file_pli(house, *PAGES, rank=2)
    read = page_of(house, mail("pg0000000001-1-1"))
    assert len(read.ids) == len(set(read.ids))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert all(link.startswith("#") for link in read.links)


def test_the_page_asks_nothing_of_the_network_and_runs_no_script(house):
    name = file_pli(house, *PAGES)
    read = page_of(house, mail(name, '<img src="http://ailleurs.example/x.png"><script>alert(1)</script>'))
    assert not read.all("script")
    assert not read.all("link")
    policy = next(meta["content"] for meta in read.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_a_mail_stands_under_its_pli_in_a_frame_that_can_do_nothing(house):
    name = file_pli(house, PAGES[1], PAGES[3])
    read = page_of(house, mail(name, '<p title="a">Votre envoi</p>'))
    (frame,) = read.all("iframe")
    assert frame["srcdoc"] == '<p title="a">Votre envoi</p>\n'
    assert frame["sandbox"] is None
    assert "[Dossier unique] R1 à guichet@example.org · 6 mai 2026 à 19 h 05" in read.text
    assert "Bonjour en texte" in read.text


def test_a_mail_about_no_pli_of_the_day_is_shown_apart(house):
    assert "Mails qui ne parlent d'aucun pli du jour" in page_of(house, mail("inconnu")).text


def test_a_pli_without_mail_says_why(house):
    file_pli(house, *PAGES)
    assert "Pas encore de mail : une question est ouverte." in page_of(house).text


def test_a_refused_file_is_shown_with_its_reason_and_its_mail(house):
    name = refused(house, "<b>lettre</b>", 3)
    read = page_of(house, mail(name))
    assert "Le fichier <b>lettre</b> est vide." in read.text
    assert "T10 :" in read.text
    assert len(read.all("iframe")) == 1


def test_what_senders_wrote_is_never_taken_for_markup(house):
    said = Companion(numero_unique=MARTIN, courriel="depot@example.org", reference="R-1")
    page = papers.page("BULLETIN DE SALAIRE", "<script>alert(1)</script> & <img src=x>")
    file_pli(house, page, canal=Canal.PWP, companion=said)
    read = page_of(house)
    assert not read.all("script")
    assert all(image["src"].startswith("data:") for image in read.all("img"))


def test_a_page_that_cannot_be_decoded_keeps_its_place(tmp_path):
    house = opened(tmp_path)
    file_pli(house, PAGES[1], PAGES[3])  # the shelf's images are no images
    read = page_of(house)
    house.close()
    assert len(read.all("a", "thumb")) == 2
    assert not read.all("img")
    assert "image illisible" in read.text


def test_an_operator_s_answer_is_told_from_the_machine_s(house):
    name = file_pli(house, *PAGES)
    answers.answer(house, [f"{name}-03"], answers.Answer(motif="I07"), "Camille")
    day.settle_again(house)
    settle(house, name)
    read = page_of(house)
    assert "tranché par un opérateur" in read.text
    assert "I07 :" in read.text


def test_a_file_that_is_not_settled_yet_is_named(house):
    receipt = received(house, 0, rank=4)
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise-4", is_folder=False)
    assert "Pas encore traités : MARTIN Claire.pdf." in page_of(house).text


def test_the_mails_alone_are_shown_in_their_order_open_and_shut_in_frames():
    read = Reader(render_mails([mail("p-1", "<p>Le premier</p>"), mail("p-2", "<script>alert(1)</script>")]))
    frames = read.all("iframe")
    assert [frame["srcdoc"].strip() for frame in frames] == ["<p>Le premier</p>", "<script>alert(1)</script>"]
    assert all("sandbox" in frame for frame in frames)
    assert all("open" in known for known in read.all("details", "mail"))
    assert not read.all("script")
    assert not read.open


def test_no_mail_is_said_in_words():
    assert "Aucun message n'est parti." in Reader(render_mails([])).text
