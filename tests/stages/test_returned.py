"""Messages that come back."""

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.post import desk_of, tell
from pipeline.errors import Misuse
from pipeline.stages.notify import notify
from pipeline.stages.returned import take_back
from pipeline.store import addresses, mails
from tests import papers
from tests.mail.dsn import dsn
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened

GUICHET, DEPOSITOR = "guichet-10691@moselle.example", "depot@example.org"
REFUSED = papers.releve()


def told_pli(house, rank=1, courriel=DEPOSITOR, guichet="10691"):
    companion = Companion(numero_unique=MARTIN, courriel=courriel, guichet=guichet)
    pli = file_pli(house, REFUSED, canal=Canal.PWP, companion=companion, rank=rank)
    return notify(pli, desk_of(house)).mail


def kept(house, pli):
    with house.store.begin() as tx:
        (mail,) = mails.of_pli(tx, pli)
        return mail, {found.address: found.reason for found in addresses.refused(tx)}


def report(mail, **said):
    return dsn(message_id=mail.message_id, **said)


def test_a_message_that_came_back_from_its_only_address_is_refused_and_so_is_the_address(house):
    mail = told_pli(house, guichet=None)
    _, failed = take_back(report(mail, final=f"rfc822; {DEPOSITOR.upper()}"), house.store, house.settings)
    after, refused = kept(house, mail.pli)
    assert (failed, after.state, list(refused)) == ((DEPOSITOR,), mails.REFUSED, [DEPOSITOR])
    assert after.proof == f"{DEPOSITOR} : {refused[DEPOSITOR]}"


def test_what_one_address_of_two_sends_back_leaves_the_other_told(house):
    mail = told_pli(house)
    take_back(report(mail, final=f"rfc822; {GUICHET}"), house.store, house.settings)
    after, refused = kept(house, mail.pli)
    assert (after.state, list(refused)) == (mails.SENT, [GUICHET])
    assert after.answer(DEPOSITOR) == mails.SENT


def test_a_box_that_forwards_is_known_by_the_address_that_we_wrote_to(house):
    mail = told_pli(house)
    forwarded = report(mail, final="rfc822; boite@ailleurs.example", original=f"rfc822; {GUICHET}")
    assert take_back(forwarded, house.store, house.settings)[1] == (GUICHET,)
    alone = told_pli(house, rank=2, guichet=None)
    assert take_back(report(alone, final="rfc822; boite@ailleurs.example"), house.store, house.settings)[1] == (
        DEPOSITOR,
    )


def test_a_refused_address_is_tried_for_no_other_message_until_it_is_vouched_for(house):
    take_back(report(told_pli(house, guichet=None)), house.store, house.settings)
    other = told_pli(house, rank=2, guichet=None)
    assert (other.state, other.answer(DEPOSITOR)) == (mails.REFUSED, mails.BARRED)
    assert "pas essayée" in other.proof


def test_a_message_that_nobody_took_in_time_says_nothing_of_the_address(house):
    mail = told_pli(house, guichet=None)
    take_back(report(mail, status="4.4.7"), house.store, house.settings)
    after, refused = kept(house, mail.pli)
    assert (after.state, after.answer(DEPOSITOR), refused) == (mails.REFUSED, mails.GIVEN_UP, {})


def test_a_report_of_delay_changes_nothing(house):
    mail = told_pli(house)
    assert take_back(report(mail, action="delayed"), house.store, house.settings) == (mail, ())
    assert kept(house, mail.pli) == (mail, {})


def test_the_same_report_twice_changes_nothing_more(house):
    mail = told_pli(house, guichet=None)
    first = take_back(report(mail), house.store, house.settings)
    assert take_back(report(mail), house.store, house.settings) == first


def test_a_message_that_came_back_goes_to_the_address_that_takes_its_place(tmp_path):
    house = opened(tmp_path)
    mail = notify(file_pli(house, papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), REFUSED),
                  desk_of(house)).mail  # fmt: skip
    take_back(report(mail), house.store, house.settings)
    house.close()
    guichets = '[guichets.10691]\nnom = "Metz"\ndepartement = "057"\ncourriel = "nouveau@moselle.example"\n'
    (tmp_path / "config" / "guichets.toml").write_text(guichets)
    house = opened(tmp_path)
    (told,) = tell(house, lambda done, total: None).told
    assert (told.mail.to, told.mail.message_id) == (("nouveau@moselle.example",), mail.message_id)
    assert len(list((tmp_path / "outbox" / "mels").glob("*.eml"))) == 2
    house.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Subject: absent\r\n\r\nJe suis absent.", "pas un avis de non-remise"),
        (dsn(message_id="<autre@ailleurs.example>"), "n'a pas envoyé"),
    ],
)
def test_what_is_no_report_on_a_message_of_ours_is_said_in_french(house, content, said):
    with pytest.raises(Misuse, match=said):
        take_back(content, house.store, house.settings)


def test_a_report_on_somebody_else_marks_nobody(house):
    mail = told_pli(house)
    with pytest.raises(Misuse, match="laquelle des adresses"):
        take_back(report(mail, final="rfc822; inconnu@ailleurs.example"), house.store, house.settings)
    assert kept(house, mail.pli)[1] == {}
