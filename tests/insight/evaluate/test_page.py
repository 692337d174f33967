import re
from dataclasses import replace

from pipeline.insight.evaluate.evaluation import evaluation
from pipeline.insight.evaluate.page import render
from pipeline.insight.evaluate.spots import SHOWN
from tests.insight.evaluate.sets import N, lot, piece, true

PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def measured():
    said = [piece(1, confiance=0.97), piece(2, type="LOG-QUI", confiance=0.92), piece(3, dossier=N, confiance=0.9)]
    return evaluation([lot(*["piece"] * 3, true=[true(1), true(2), true(3)], found=said)], 2.0, 3.0)


def test_the_page_asks_nothing_of_the_network_and_runs_no_script():
    page = render(measured())
    assert not re.search(r"(src|href)=.(https?:)?//|<script|url\(", page.replace("url(#", ""))
    assert "default-src 'none'" in page


def test_an_error_stands_beside_its_page():
    page = render(replace(measured(), pictures={("lot", 3): PIXEL}))
    first = page.index('id="e1"')
    assert first < page.index(PIXEL) < page.index("Mauvais dossier", first)


def test_what_was_expected_and_found_is_told_and_nobody_is_named():
    page = render(measured())
    assert "LOG-QUI, confiance 0,920" in page
    assert N not in page


def test_the_confusion_table_and_the_curve_are_drawn():
    page = render(measured())
    assert '<td class="wrong">1</td>' in page
    assert page.count("<svg") == 1


def test_sources_and_grades_stand_apart():
    tags = [("reel", "propre"), ("reel", "difficile")]
    cases = [lot("piece", true=[true(1)], found=[piece(1)], tags=list(told)) for told in tags]
    page = render(evaluation(cases, 1.0, 1.0))
    assert "Plis réels" in page
    assert "Plis synthétiques" not in page
    assert '<th scope="col">difficile</th>' in page


def test_errors_past_the_gravest_are_told_without_their_pages():
    pieces = [piece(n, type="LOG-QUI") for n in range(1, SHOWN + 3)]
    many = lot(*["piece"] * len(pieces), true=[true(n) for n in range(1, SHOWN + 3)], found=pieces)
    page = render(evaluation([many], 1.0, 1.0))
    assert f'id="e{SHOWN}"' in page
    assert f'id="e{SHOWN + 1}"' not in page
    assert "<h3>Les autres</h3>" in page


def test_a_set_without_pieces_is_shown():
    assert "Aucune." in render(evaluation([], 0.0, 0.0))
