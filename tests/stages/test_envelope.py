"""What a message is called, and what its letter needs besides the bilan."""

from datetime import date, datetime

from pipeline.domain.receipt import Canal
from pipeline.mail.addressees import Untold
from pipeline.stages.envelope import _day_after, addressees_of, message_id, why_untold
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli

PLI = (papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.releve())


def test_a_message_has_one_name_for_ever_and_another_for_each_nature(house):
    names = [message_id("pli-7", nature, house.settings) for nature in ("final", "final", "partiel", "renvoi-1")]
    assert len(set(names)) == 3
    assert names[0] == names[1]
    assert names[0].endswith(".final@numerisation.example>")


def test_the_guichet_that_nobody_knows_is_named(house):
    pli = file_pli(house, *PLI)
    bilan = bilan_of(house, pli)
    assert why_untold(Untold.GUICHET_INCONNU, bilan) == "guichet inconnu (10691)"
    assert why_untold(Untold.NON_NOTIFIABLE, bilan) == "non notifiable"
    with house.store.begin() as tx:
        assert addressees_of(tx, bilan, house.settings) == ("guichet-10691@moselle.example",)


def test_an_applicant_whom_nobody_can_write_to_is_said_so(house):
    bilan = bilan_of(house, file_pli(house, papers.bulletin(), canal=Canal.PAPIER_DEMANDEUR))
    with house.store.begin() as tx:
        assert addressees_of(tx, bilan, house.settings) is Untold.NON_NOTIFIABLE


def test_what_is_deposited_late_at_night_elsewhere_is_seen_the_day_after_in_paris():
    assert _day_after(datetime.fromisoformat("2025-03-12T23:30:00+00:00")) == date(2025, 3, 14)
