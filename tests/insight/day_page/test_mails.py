"""Mails as their readers see them."""

from datetime import datetime
from email.message import EmailMessage

from pipeline.domain.working_calendar import PARIS
from pipeline.insight.day_page.mails import by_pli, mail_shown


def message(pli="p-1", html="<p>Bonjour</p>"):
    mail = EmailMessage()
    mail["To"] = "guichet@example.org"
    mail["Subject"] = "[Dossier unique] R1 – 1 pièces déposées, 0 rejetées"
    mail["Date"] = datetime(2026, 5, 6, 19, 5, tzinfo=PARIS)
    if pli:
        mail["X-Pli"] = pli
    mail.set_content("Bonjour,\nvoici.\n")
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


def test_a_mail_shows_its_headers_and_both_of_its_parts():
    shown = mail_shown(message())
    assert (shown.to, shown.date) == ("guichet@example.org", "6 mai 2026 à 19 h 05")
    assert shown.subject.startswith("[Dossier unique] R1 –")
    assert shown.html == "<p>Bonjour</p>\n"
    assert shown.text == "Bonjour,\nvoici.\n"


def test_a_mail_of_text_alone_has_no_html():
    assert mail_shown(message(html=None)).html is None


def test_a_longer_mail_has_a_taller_frame_up_to_a_limit():
    short, long, endless = (mail_shown(plain) for plain in (written("a\n"), written("a\n" * 30), written("a\n" * 3000)))
    assert short.height < long.height < endless.height < 3000


def written(text):
    mail = message(html=None)
    mail.set_content(text)
    return mail


def test_a_date_that_is_none_is_shown_as_it_stands():
    mail = EmailMessage()
    mail.set_content("")
    assert mail_shown(mail).date == ""
    mail["Date"] = "hier"
    assert mail_shown(mail).date in {"", "hier"}


def test_mails_are_sorted_by_the_pli_that_they_name():
    found = by_pli([message("a"), message("b"), message("a"), message(None)])
    assert {pli: len(sent) for pli, sent in found.items()} == {"a": 2, "b": 1, "": 1}
