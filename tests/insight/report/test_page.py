"""The report as one HTML file."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from pipeline.insight.report.figures import figures
from pipeline.insight.report.page import render
from pipeline.insight.report.period import Period
from tests.insight.report import month
from tests.insight.report.month import NAME, OK, at
from tests.papers import MARTIN
from tests.store.shelf import opened

MAY = Period(date(2026, 5, 1), date(2026, 5, 22))
VOID = {"meta", "br", "path", "use", "rect"}


def page(house):
    return render(figures(house, MAY, lambda done, total: None))


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    """Return the page of a month in which everything happened."""
    house = opened(tmp_path_factory.mktemp("espace"), "2026-05-22T12:00:00+02:00")
    with house.store.begin() as tx:
        month.fill(tx, house, date(2026, 5, 4), date(2026, 5, 20), 3)
        name = month.settled(tx, house, 1, at(6), [OK] * 7 + ["I01"] * 5, deposited=at(6, 22), told=at(9, 23))
        month.settled(tx, house, 2, at(6), ("P01", "T99"), guichet="99999", untold="guichet inconnu (99999)")
        month.waiting(tx, house, 3, at(22, 9))
        month.breach(tx, name, at(12))
    yield page(house)
    house.close()


def plain(html):
    """Return what is read of some HTML, its spaces alike."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def card(html, code):
    return plain(html.partition(f'<article class="card" id="g{code}">')[2].partition("</article>")[0])


def test_it_asks_nothing_of_the_network_and_runs_no_script(html):
    drawn = html.replace("url(#", "")
    assert not re.search(r"(src|href)=.(https?:)?//(?!www\.w3\.org)|<script|url\(|@import", drawn)
    assert "default-src 'none'" in html
    assert '<html lang="fr">' in html


def test_nobody_is_named(html):
    for personal in (MARTIN, NAME, "MARTIN", "Claire", month.ADDRESS, "@", "Durand"):
        assert personal not in re.sub(r"@(page|media)", "", html), personal


def test_every_drawing_is_told_in_words(html):
    assert html.count("<svg") == html.count('role="img" aria-label="') == 5


def test_the_elements_close_as_they_open(html):
    class Reader(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open = []

        def handle_starttag(self, tag, attrs):
            if tag not in VOID:
                self.open.append(tag)

        def handle_endtag(self, tag):
            if tag not in VOID:
                assert self.open.pop() == tag

    reader = Reader()
    reader.feed(html)
    assert reader.open == []


def test_late_plis_are_named_with_what_they_lack(html):
    told = plain(html)
    assert "p0000000002-1-1 Portail web professionnel 07/05 6 h 00 15,2 jours guichet inconnu" in told


def test_a_scorecard_gives_the_advice_that_saves_most(html):
    told = card(html, "10691")
    assert "10691 · Guichet d'exemple de la Moselle" in told
    assert "Pièce illisible (floue, trop sombre ou trop claire)" in told
    assert "Numérisez ou photocopiez la pièce à nouveau" in told


def test_a_guichet_with_few_pieces_has_no_rate(html):
    told = card(html, "99999")
    assert "2 pièces décidées, dont 2 rejetées : trop peu pour un taux." in told
    assert "Un conseil aurait évité 1 des 2 rejets" in told
    assert "%" not in told


def test_breaches_are_told_until_they_are_withdrawn(html):
    assert "p0000000001-1-1-02 p0000000001-1-1 12/05 10 h 00 pas encore" in plain(html)


def test_a_period_without_anything_is_told_in_sentences(house):
    told = plain(page(house))
    for sentence in ("Rien n'a été reçu.", "Rien n'a été rejeté.", "Aucune nuit ne s'est ouverte", "Aucun guichet"):
        assert sentence in told
    assert "<svg" not in page(house)
