"""Do the pieces lie in the right dossier? What the counts leave possible, the names must settle."""

import pytest

from pipeline.classifiers import belonging
from pipeline.classifiers.identity import Agreement
from pipeline.domain.facts import Person
from pipeline.domain.pli import (
    Announced,
    Bordereau,
    Cut,
    Dossier,
    Page,
    Role,
    Section,
    Sections,
    Sheets,
    Trust,
)
from tests import papers
from tests.papers import MARTIN

AGREES, DISAGREES, MUTE = Agreement.AGREES, Agreement.DISAGREES, Agreement.CANNOT_TELL
KIN, STRANGER = Agreement.KIN, Agreement.STRANGER


def section(content, announced=None, person=None, reading=None, opened=True):
    """A fiche and ``content`` pages of content."""
    reading = reading or papers.page("texte")
    pages = tuple(Page(n, reading, None if n else Role.FICHE, 0) for n in range(content + 1))
    dossier = Dossier(MARTIN, 1, Trust.SIGNED, person, Announced(None, announced)) if opened else None
    return Section(pages, dossier)


def sheets(*sections, dossiers=None, blanks=frozenset()):
    bordereau = Bordereau(0, None, None, None, dossiers, None, None, None)
    return Sheets(Sections(papers.receipt(9), bordereau, sections, ()), {}, blanks)


def test_each_piece_is_held_against_its_applicant_and_those_of_the_other_dossiers():
    claire, paul = Person("MARTIN", "CLAIRE", None), Person("DURAND", "PAUL", None)
    papers_of = {"claire": papers.quittance("MARTIN Claire"), "paul": papers.quittance("DURAND Paul")}
    one, two = section(1, person=claire), section(1, person=paul)
    cuts = [
        Cut(place, (Page(n, reading, None, 0),))
        for n, place, reading in [(1, 0, papers_of["claire"]), (2, 0, papers_of["paul"]), (3, 1, papers_of["paul"])]
    ]
    nobody = Cut(1, (Page(4, papers.quittance("Monsieur X"), None, 0),))
    neighbours = belonging.Neighbours.of(sheets(one, two), [*cuts, nobody])
    assert belonging.agreements(neighbours, [*cuts, nobody]) == [AGREES, DISAGREES, AGREES, MUTE]


def unmet(*texts):
    """Return which papers (by index) of a dossier without a known applicant name people met nowhere else."""
    cuts = [Cut(0, (Page(n, papers.page(*text.split("/")), None, 0),)) for n, text in enumerate(texts, 1)]
    return belonging.unmet(belonging.Neighbours.of(sheets(section(len(texts))), cuts), cuts)


def test_where_the_applicant_is_unknown_a_paper_that_names_people_met_nowhere_else_stands_out():
    claire, too, awa = "Salariée : Claire MARTIN", "Reçu de Madame Claire MARTIN", "Salariée : Awa DIOP"
    assert unmet(claire, awa, too, "Quittance de loyer") == {1, 3}
    assert unmet(claire, awa) == {0, 1}, "either may be the stranger's"
    assert unmet(awa, "Quittance de loyer") == set()


def test_there_a_relation_of_somebody_met_elsewhere_lives_with_them():
    lilas, roses = "/12 rue des Lilas/57999 VALMONTEL", "/3 rue des Roses/57999 VALMONTEL"
    claire, hugo, awa = "Madame Claire MARTIN", "Monsieur Hugo MARTIN", "Madame Awa DIOP"
    assert unmet(claire + lilas, hugo + lilas, claire) == set()
    assert unmet(claire + lilas, hugo + roses, claire) == {1}
    assert unmet(claire + lilas, awa + lilas, claire) == {1}, "a neighbour lives there too"
    assert unmet(claire + lilas, "Quittance de loyer" + lilas, claire) == set()


def spoken_for(*readings):
    """Say whether a piece whose first page alone names Claire is hers."""
    claire = Person("MARTIN", "CLAIRE", None)
    pages = tuple(Page(n, reading, None, 0) for n, reading in enumerate(readings, 1))
    cuts = [Cut(0, pages)]
    return belonging.agreements(belonging.Neighbours.of(sheets(section(2, person=claire)), cuts), cuts) == [AGREES]


def test_the_address_on_the_back_of_a_card_says_nothing_of_whom_the_front_names():
    claire = Person("MARTIN", "CLAIRE", None)
    letter = papers.page("Madame MARTIN Claire", "12 rue des Lilas", "57999 VALMONTEL")
    front = papers.page("CARTE NATIONALE D'IDENTITÉ", "Nom : PETIT", "Prénom : Hugo")
    back = papers.page("Adresse : 12 RUE DES LILAS", "57999 VALMONTEL", "Carte valable jusqu'au 17/02/2031")
    cuts = [
        Cut(0, tuple(Page(n, reading, None, 0) for n, reading in readings))
        for readings in ([(1, letter)], [(2, front), (3, back)], [(4, back)])
    ]
    neighbours = belonging.Neighbours.of(sheets(section(4, person=claire)), cuts)
    assert belonging.agreements(neighbours, cuts) == [AGREES, STRANGER, KIN]


def test_a_name_on_the_first_page_speaks_for_the_others_where_they_are_one_paper():
    named = papers.page("AVIS D'IMPÔT", "Madame MARTIN Claire", "Revenu imposable 27 245", "Impôt 1 686 €")
    assert spoken_for(named, papers.page("Revenu imposable 27 245", "Retenue 1 686"))
    assert not spoken_for(named, papers.page("Revenu imposable 31 014", "Retenue 1 900"))
    assert spoken_for(named, papers.page("Salariée : Claire MARTIN"))


@pytest.mark.parametrize(
    ("agreed", "kept"),
    [
        ([AGREES, MUTE, MUTE], {0}),
        ([MUTE, MUTE, AGREES], {0, 1, 2}),
        ([MUTE, AGREES, MUTE], {0, 1}),
        ([MUTE, MUTE, MUTE], set()),
    ],
)
def test_pieces_are_anchored_up_to_the_last_that_names_the_applicant(agreed, kept):
    cuts = [Cut(0, ()) for _ in agreed]
    assert belonging.anchored(cuts, agreed) == kept


def test_a_piece_anchors_only_its_own_section():
    cuts = [Cut(0, ()), Cut(0, ()), Cut(1, ()), Cut(1, ())]
    assert belonging.anchored(cuts, [MUTE, MUTE, MUTE, AGREES]) == {2, 3}


NIR = "2 80 02 75 056 042"


def test_a_social_security_number_of_the_household_s_tells_whose_a_misread_paper_is():
    keyed = f"{NIR} {97 - int(NIR.replace(' ', '')) % 97:02d}"
    claire = Person("MARTIN", "CLAIRE", None)
    slip, misread, nameless, other = (
        papers.page("BULLETIN DE PAIE", name, "N° de sécurité sociale", number)
        for name, number in [
            ("Madame MARTIN Claire", keyed),
            ("Madame MARTLN Clane", keyed),
            ("Emploi : caissière", keyed),
            ("Madame Awa DIOP", NIR),
        ]
    )
    cuts = [Cut(0, (Page(n, reading, None, 0),)) for n, reading in enumerate((slip, misread, nameless, other), 1)]
    neighbours = belonging.Neighbours.of(sheets(section(4, person=claire)), cuts)
    assert belonging.agreements(neighbours, cuts) == [AGREES, KIN, KIN, STRANGER]
    assert belonging.agreements(neighbours, cuts[1:]) == [STRANGER, MUTE, STRANGER]
