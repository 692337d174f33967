"""The words of a page as one text, and back."""

from pipeline.classifiers.printed import printed
from tests import papers


def test_any_stretch_of_the_text_is_found_on_the_page():
    page = papers.page("Mois d’août", "Année 2025")
    text = printed(page.words)
    assert text.text == "MOIS D'AOUT\nANNEE 2025\n"
    assert [word.text for word in text.under(5, 14)] == ["d’août", "Année"]
    assert text.box(18, 22) == page.words[3].box


def test_what_stands_before_a_value_ends_where_its_line_does_unless_it_begins_it():
    text = printed(papers.page("au titre du mois de", "mars 2025, soit 2025").words)
    assert text.before(text.text.index("MARS")) == "AU TITRE DU MOIS DE "
    assert text.before(text.text.rindex("2025")) == "MARS 2025, SOIT "
    assert text.line_before(text.text.index("MARS")) == ""


def test_a_page_without_words_has_no_text():
    assert printed(()).text == ""
