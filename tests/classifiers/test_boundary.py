"""Where one piece ends and the next begins."""

from dataclasses import replace

import pytest

from pipeline.classifiers import boundary
from pipeline.classifiers.boundary import Marker, Sight, Verdict
from pipeline.domain.pli import Page
from pipeline.domain.reading import Reading
from tests import papers

RULES = papers.rules()
CARD = (
    "RÉPUBLIQUE FRANÇAISE",
    "CARTE NATIONALE D'IDENTITÉ",
    "Nationalité française",
    "Nom : MARTIN",
    "Prénom(s) : Claire",
)
CARD_BACK = (
    "CARTE NATIONALE D'IDENTITÉ",
    "Adresse : 3 rue des Lilas",
    "Carte valable jusqu'au 01.02.2030",
    "Délivrée le",
)
LEASE = ("CONTRAT DE LOCATION", "Bail d'habitation", "Le bailleur", "Le locataire")


def sheet(*lines: str) -> Reading:
    return papers.page(*lines)


def begins(*pages: Reading, same_sheet: bool = False) -> bool:
    """Say whether the last page begins a piece after the others, which make one."""
    return judged(*pages, same_sheet=same_sheet).begins


def judged(*pages: Reading, same_sheet: bool = False) -> Verdict:
    *before, last = [Page(n, reading, None, 0) for n, reading in enumerate(pages, start=1)]
    sights = [boundary.sight(page, RULES) for page in before]
    return boundary.judge(before, sights, boundary.sight(last, RULES), RULES.plan, same_sheet=same_sheet)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Page 2 sur 3", Marker(2, 3)),
        ("page 1 / 2", Marker(1, 2)),
        ("Page n° 2/4", Marker(2, 4)),
        ("Pages 2 de 10", Marker(2, 10)),
        ("Feuillet 1 sur 2", Marker(1, 2)),
        ("- 2/3 -", Marker(2, 3)),
        ("Page 4 sur 3", None),
        ("Page 0 sur 3", None),
        ("Voir page 2", None),
        ("Échéance 2/3", None),
    ],
)
def test_a_page_number_says_which_of_how_many(line, seen):
    assert boundary.marker(sheet(line)) == seen


def test_specks_before_a_bare_fraction_are_not_heeded_and_dates_are_none():
    foot = [*["texte"] * 30]
    assert boundary.marker(sheet(*foot, "Ve Ne 3/3")) == Marker(3, 3)
    assert boundary.marker(sheet(*foot, "p.3/3")) == Marker(3, 3)
    assert boundary.marker(sheet(*foot, "le 03/12")) is None
    assert boundary.marker(sheet(*foot, "Échéance du mois 3/12")) is None


def test_a_bare_fraction_counts_only_in_a_margin():
    assert boundary.marker(sheet(*["texte"] * 10, "1/2")) is None
    assert boundary.marker(sheet(*["texte"] * 28, "1/2")) == Marker(1, 2)


def test_page_2_of_2_goes_on_with_page_1_of_2():
    assert not begins(sheet("Lettre", "Page 1 sur 2"), sheet("suite", "Page 2 sur 2"))


def test_page_1_begins_whatever_came_before():
    assert begins(sheet("Lettre", "Page 1 sur 2"), sheet("suite", "Page 1 sur 2"))
    assert begins(sheet("Lettre"), sheet("QUITTANCE DE LOYER", "Page 1 sur 1"))


def test_a_page_that_does_not_follow_begins_a_piece_and_is_doubted():
    verdict = judged(sheet("Lettre", "Page 1 sur 3"), sheet("suite", "Page 3 sur 3"))
    assert (verdict.begins, verdict.doubt is not None) == (True, True)
    assert judged(sheet("Lettre", "Page 1 sur 3"), sheet("suite", "Page 2 sur 4")).doubt is not None


def test_page_2_goes_on_with_a_first_page_whose_number_was_not_read():
    assert judged(papers.bulletin(), sheet("suite", "Page 2 sur 2")) == Verdict(begins=False)


def test_after_the_last_page_of_n_a_piece_begins():
    assert begins(sheet("Lettre", "Page 2 sur 2"), sheet("autre chose"))


def test_the_back_of_the_last_page_of_n_goes_with_it_unless_it_has_a_title():
    last = sheet("Lettre", "Page 2 sur 2")
    assert not begins(last, sheet("conditions générales"), same_sheet=True)
    assert begins(last, papers.quittance(), same_sheet=True)


def test_the_first_page_of_a_dossier_begins_and_is_doubted_when_it_is_page_2():
    rules = papers.rules()
    first = boundary.sight(Page(1, sheet("suite", "Page 2 sur 3"), None, 0), rules)
    assert boundary.first(first).doubt is not None
    assert boundary.first(boundary.sight(Page(1, papers.bulletin(), None, 0), rules)) == Verdict(begins=True)


def test_the_same_title_again_is_another_payslip():
    assert begins(papers.bulletin(mois="mars 2026"), papers.bulletin(mois="avril 2026"))


def test_the_title_of_another_type_begins_a_piece():
    assert begins(papers.bulletin(), papers.quittance())


def test_the_title_of_a_booklet_repeats_within_it():
    assert not begins(sheet(*LEASE), sheet(*LEASE))
    assert not begins(sheet(*LEASE), sheet("Article 2", "texte du bail"), sheet(*LEASE))
    assert begins(papers.quittance(), sheet(*LEASE))


def test_the_back_of_a_card_goes_with_its_front():
    assert not begins(sheet(*CARD), sheet(*CARD_BACK))


def test_a_zone_of_its_own_kind_is_the_back_of_a_card_that_may_have_one_face_only():
    front = sheet(
        "ROYAUME DE BELGIQUE", "CARTE D'IDENTITÉ BELGIQUE", "Nom / Name MARTIN", "Prénoms / Given names Claire"
    )
    back = sheet(
        "Lieu de naissance / Place of birth", "IDBELWR9Y9820JN3<<<<<<<<<<<<<<<", "9310254F2608064BEL<<<<<<<<<<<4"
    )
    assert not RULES.plan["IDE-ETR"].two_sided
    assert not begins(front, back)
    assert begins(papers.quittance(), back)


def test_a_third_face_is_another_card():
    assert begins(sheet(*CARD), sheet(*CARD_BACK), sheet(*CARD))


def test_a_card_whose_both_faces_are_on_one_page_is_whole():
    whole = sheet(*CARD, *CARD_BACK[1:])
    assert begins(whole, whole)


def test_two_fronts_are_two_cards():
    other = sheet(*CARD[:3], "Nom : DURAND", "Prénom(s) : Paul")
    assert begins(sheet(*CARD), other)


def test_a_title_that_the_going_on_only_speaks_of_begins_nothing():
    def seen(titled, leaning):
        return Sight(None, titled, leaning, 0.4, is_card=False, shows_back=False, by_hand=False, legible=True)

    def after(first, last):
        page = Page(1, sheet("texte"), None, 0)
        return boundary.judge([page], [first], last, RULES.plan, same_sheet=False).begins

    alimony_line_of_a_tax_notice = seen("RES-PAV", "FIS-AVI")
    assert not after(seen("FIS-AVI", "FIS-AVI"), alimony_line_of_a_tax_notice)
    assert after(seen("LOG-QUI", "LOG-QUI"), alimony_line_of_a_tax_notice)
    assert after(seen("FIS-AVI", "FIS-AVI"), seen("FIS-AVI", "FIS-AVI"))


def test_the_title_again_goes_on_where_words_do_or_where_a_page_is_awaited():
    def seen(opens, marker=None, titled="FIS-AVI"):
        return Sight(marker, titled, titled, opens, is_card=False, shows_back=False, by_hand=False, legible=True)

    def after(first, last):
        page = Page(1, sheet("texte"), None, 0)
        return boundary.judge([page], [first], last, RULES.plan, same_sheet=False).begins

    assert not after(seen(0.99), seen(0.03))
    assert not after(seen(0.99, Marker(1, 2)), seen(0.4))
    assert after(seen(0.99), seen(0.4))
    assert after(seen(0.99, Marker(1, 2)), seen(0.9))
    assert not after(seen(0.99), seen(0.2, Marker(2, 2), "LOG-TFO")), "a second page has its first before it"
    assert after(seen(0.99), seen(0.2, Marker(3, 3), "LOG-TFO"))


def test_a_page_without_title_goes_on():
    assert not begins(papers.bulletin(), sheet("suite des lignes", "report"))


def test_a_page_without_title_whose_words_speak_for_another_type_begins_a_piece():
    lines = (
        "Expert-comptable, chiffre d'affaires",
        "exercice clos le 31",
        "amortissements, résultat net, total passif",
    )
    assert boundary.sight(Page(1, sheet(*lines), None, 0), RULES).titled is None
    assert begins(papers.bulletin(), sheet(*lines))
    assert not begins(papers.bulletin(), sheet(*lines), same_sheet=True)


def test_the_back_of_a_sheet_without_title_goes_with_its_front():
    assert not begins(papers.bulletin(), sheet("conditions", "bailleur locataire loyer charges"), same_sheet=True)


def test_handwriting_begins_where_print_ends_and_the_other_way_round():
    by_hand = replace(papers.by_hand(sheet("texte")), look=replace(papers.look(handwritten=0.95), text_lines=9))
    assert begins(papers.bulletin(), by_hand)
    assert begins(by_hand, papers.bulletin())


def test_an_illegible_page_stands_alone_unless_it_is_the_back_of_a_sheet():
    blurred = replace(sheet("texte"), words=(), look=replace(papers.look(), text_lines=20, unread_lines=20))
    assert begins(papers.bulletin(), blurred)
    assert begins(blurred, sheet("suite"))
    assert not begins(papers.bulletin(), blurred, same_sheet=True)


def test_a_page_that_nothing_joins_to_the_one_before_goes_on_and_is_doubted():
    assert judged(papers.bulletin(), sheet("suite des lignes", "report")).doubt is not None
    assert judged(sheet(*LEASE), sheet("Article 2", "texte du bail")).doubt is None


def test_a_machine_readable_zone_is_the_other_face_of_a_card_and_nothing_else():
    zone = sheet("IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<<<<571042", "1234567890123CLAIRE<<SOPHIE<8002011F4")
    assert not begins(sheet(*CARD), zone)
    assert begins(papers.bulletin(), zone)
    assert begins(sheet(*CARD), sheet(*CARD_BACK), zone)
