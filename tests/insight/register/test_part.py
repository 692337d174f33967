"""What one pli brings, read from its bilan."""

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.answers import Answer, answer
from pipeline.insight.register.part import Pieces, Sides, part_of
from pipeline.store import lots, plis
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import bilan_of, file_pli, settle

FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 4)
GIVEN = Companion(numero_unique=MARTIN, courriel="depot@example.org", documents=2, pages=3, reference="R-1")


def part(house, *pages, told=None, **how):
    bilan = bilan_of(house, file_pli(house, *pages, **how))
    with house.store.begin() as tx:
        return part_of(bilan, lots.receipt(tx, bilan.lot), told)


def test_a_pli_of_a_guichet_is_known_by_the_envoi_of_its_bordereau(house):
    found = part(house, papers.bordereau(1, 5), FICHE, papers.bulletin(), papers.releve(), papers.quittance())
    assert found.envelope == ("envoi", "10691", "K7Q2M9XA4B")
    assert (found.announced_dossiers, found.announced_pages, found.bordereau) == (1, 5, Sides(1))
    (share,) = found.shares
    assert (share.announced_pages, share.documents, share.sides, share.sheet) == (4, 3, Sides(4), Sides(1))
    assert found.pieces == Pieces(accepted=2, rejected=1)


def test_a_deposit_is_known_by_its_reference_and_by_who_made_it(house):
    found = part(house, papers.bulletin(), canal=Canal.PWP, companion=GIVEN)
    assert found.envelope == ("pwp", "depot@example.org", "R-1")
    (share,) = found.shares
    assert (share.given, share.announced_documents, share.announced_pages, share.sheet) == (True, 2, 3, Sides())


def test_a_reference_on_another_channel_joins_nothing(house):
    assert part(house, papers.bulletin(), canal=Canal.MEL, companion=GIVEN).envelope is None


def test_blank_sides_are_counted_apart(house):
    found = part(house, papers.bordereau(1, 3), FICHE, papers.bulletin(), papers.blank())
    assert found.sides == Sides(3, 1)
    assert found.shares[0].sides == Sides(2, 1)


def test_a_piece_that_had_come_before_is_seen_again(house):
    once, again = (part(house, papers.bulletin(), canal=Canal.PWP, companion=GIVEN, rank=rank) for rank in (1, 2))
    assert (once.again, again.again) == (False, True)


def test_a_fiche_that_nobody_could_read_counts_until_somebody_says_whose_the_papers_behind_it_are(house):
    unread = papers.page("Fiche récapitulative obligatoire pour la numérisation")
    pages = (papers.bordereau(2, 5), FICHE, papers.bulletin(), unread, papers.quittance())
    before = part(house, *pages)
    assert (len(before.shares), before.unopened) == (1, 1)
    answer(house, [f"{before.pli}-05"], Answer(numero_unique=DURAND), "Camille")
    settle(house, before.pli)
    with house.store.begin() as tx:
        receipt = plis.receipt(tx, before.pli)
    after = part_of(bilan_of(house, before.pli), receipt, None)
    assert (len(after.shares), after.unopened) == (2, 0)
