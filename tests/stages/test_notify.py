"""Who is told, of what, and how many times."""

import email
from datetime import date, datetime
from email import policy

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.night import deverse
from pipeline.engine.post import PATIENCE, tell
from pipeline.errors import InputFault, Unavailable
from pipeline.mail.transport import Answer, Fate, TransportFichier
from pipeline.stages.ingest import refuse
from pipeline.stages.notify import _day_after, notify, send_again
from pipeline.store import lots, mails
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import LATE, file_pli, knowing, opened, received

FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2)
ACCEPTED = (papers.bordereau(1, 3), FICHE, papers.bulletin())
REFUSED = (papers.bordereau(1, 3), FICHE, papers.releve())
DOUBTFUL = (papers.bordereau(1, 3), FICHE, papers.page("zzz", "MARTIN Claire"))
GUICHET = "guichet-10691@moselle.example"


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    yield house
    house.close()


def told(house, pli):
    """Notify one pli; return the nature of the message, if there was one to deal with."""
    mail = notify(pli, house.store, house.transport, house.settings, house.rules).mail
    return mail.nature if mail is not None else None


def night(house):
    deverse(house, lambda done, total: None)


def letters(house):
    paths = sorted((house.racine / "outbox" / "mels").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    return [email.message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]


def kept(house, pli):
    with house.store.begin() as tx:
        return mails.of_pli(tx, pli)


def test_the_sender_is_told_once_the_sne_has_acknowledged_and_not_before(house):
    pli = file_pli(house, *ACCEPTED)
    assert told(house, pli) is None
    night(house)
    assert [told(house, pli), told(house, pli)] == ["final", None]
    (letter,) = letters(house)
    assert (letter["To"], letter["X-Pli"]) == (GUICHET, pli)


def test_a_pli_wholly_refused_is_told_at_once(house):
    pli = file_pli(house, *REFUSED)
    assert told(house, pli) == "final"


def test_a_pli_in_doubt_waits_for_its_answer(house):
    pli = file_pli(house, *DOUBTFUL)
    assert told(house, pli) is None


def test_a_pli_still_in_doubt_after_its_deadline_is_told_once_as_partial(tmp_path):
    house = opened(tmp_path)
    pli = file_pli(house, *DOUBTFUL)
    house.close()
    house = opened(tmp_path, now=LATE)
    assert [told(house, pli), told(house, pli)] == ["partiel", None]
    assert "partiel" in letters(house)[0].get_body(("plain",)).get_content().lower()
    house.close()


def test_a_deadline_that_falls_now_is_not_past(tmp_path):
    house = opened(tmp_path)
    pli = file_pli(house, *DOUBTFUL)
    house.close()
    house = opened(tmp_path, now="2026-05-11T23:59:59+02:00")
    assert told(house, pli) is None
    house.close()


def test_nobody_to_tell_is_recorded_and_told_when_somebody_is_known(house):
    pli = file_pli(house, papers.bulletin(), canal=Canal.PAPIER_DEMANDEUR)
    told(house, pli)
    (mail,) = kept(house, pli)
    assert (mail.state, mail.detail, letters(house)) == ("non_notifiable", "non notifiable", [])


def test_the_applicant_is_told_at_the_address_that_the_sne_holds(tmp_path):
    house = opened(knowing(tmp_path, {MARTIN: {"courriel": "claire@example.org"}}))
    companion = Companion(numero_unique=MARTIN, courriel="autre@example.org")
    pli = file_pli(house, REFUSED[2], canal=Canal.MEL, companion=companion)
    told(house, pli)
    assert letters(house)[0]["To"] == "claire@example.org"
    house.close()


def test_a_depositor_and_the_guichet_are_told_in_one_message(house):
    companion = Companion(numero_unique=MARTIN, courriel="depot@example.org", guichet="10691")
    pli = file_pli(house, REFUSED[2], canal=Canal.PWP, companion=companion)
    told(house, pli)
    (letter,) = letters(house)
    assert set(letter["To"].replace(" ", "").split(",")) == {"depot@example.org", GUICHET}


def test_a_guichet_of_another_departement_than_the_one_announced_is_not_trusted(house):
    code = papers.signed("SNE*1*B*10691*059*NORD*1*3*20260504*AUTRE*D0")
    pli = file_pli(house, papers.page("Bordereau de transmission", codes=[code]), *REFUSED[1:])
    told(house, pli)
    assert (kept(house, pli)[0].detail, letters(house)) == ("guichet inconnu (10691)", [])


def test_a_message_that_could_not_leave_goes_later_under_the_same_name_and_date(house):
    class Down(TransportFichier):
        def send(self, message, to):
            raise Unavailable("le serveur ne répond pas")

    pli = file_pli(house, *REFUSED)
    whole, house.transport = house.transport, Down(house.racine)
    post = tell(house, lambda done, total: None)
    assert (post.told, post.unanswered, post.failed) == ((), 1, 0)
    (waiting,) = kept(house, pli)
    house.transport = whole
    assert told(house, pli) == "final"
    (sent,) = kept(house, pli)
    assert (waiting.state, sent.state) == ("a_envoyer", "envoye")
    assert (sent.message_id, sent.at) == (waiting.message_id, waiting.at)
    assert letters(house)[0]["Message-ID"] == sent.message_id


class Post(TransportFichier):
    """A server that answers by address as it is told, and keeps whom it was given each message for."""

    def __init__(self, fates):
        self.fates, self.rounds = dict(fates), []

    def send(self, message, to):
        self.rounds.append((message["Message-ID"], tuple(to)))
        return {address: Answer(self.fates[address], "mots du serveur") for address in to}


DEPOSITOR = "depot@example.org"


def portal_pli(house, rank=1):
    companion = Companion(numero_unique=MARTIN, courriel=DEPOSITOR, guichet="10691")
    return file_pli(house, REFUSED[2], canal=Canal.PWP, companion=companion, rank=rank)


def test_only_the_address_that_was_put_off_is_tried_again(house):
    pli = portal_pli(house)
    house.transport = post = Post({DEPOSITOR: Fate.SENT, GUICHET: Fate.LATER})
    assert tell(house, lambda done, total: None).unanswered == 1
    post.fates[GUICHET] = Fate.SENT
    assert tell(house, lambda done, total: None).unanswered == 0
    assert told(house, pli) is None
    (name, first), (again, second) = post.rounds
    assert (set(first), second, name) == ({DEPOSITOR, GUICHET}, (GUICHET,), again)


def test_an_address_refused_for_good_is_shown_and_never_tried_again(house):
    pli = file_pli(house, *REFUSED)
    house.transport = post = Post({GUICHET: Fate.REFUSED})
    assert [told(house, pli), told(house, pli)] == ["final", None]
    (mail,) = kept(house, pli)
    assert (mail.state, mail.proof, len(post.rounds)) == ("refuse", f"{GUICHET} : mots du serveur", 1)


def test_a_message_refused_everywhere_goes_once_another_address_is_known(tmp_path):
    house = opened(tmp_path)
    pli = file_pli(house, *REFUSED)
    house.transport = Post({GUICHET: Fate.REFUSED})
    told(house, pli)
    house.close()
    guichets = '[guichets.10691]\nnom = "Metz"\ndepartement = "057"\ncourriel = "nouveau@moselle.example"\n'
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "guichets.toml").write_text(guichets)
    house = opened(tmp_path)
    assert told(house, pli) == "final"
    assert letters(house)[0]["To"] == "nouveau@moselle.example"
    house.close()


def test_a_server_that_stays_silent_is_not_asked_for_every_pli(house):
    class Silent(TransportFichier):
        asked = 0

        def send(self, message, to):
            Silent.asked += 1
            raise Unavailable("le serveur ne répond pas")

    for rank in range(1, PATIENCE + 3):
        portal_pli(house, rank)
    house.transport = Silent(house.racine)
    post = tell(house, lambda done, total: None)
    assert (Silent.asked, post.stopped) == (PATIENCE, "le serveur ne répond pas")


def test_a_server_that_takes_calls_and_says_nothing_is_not_asked_for_every_pli(house):
    class Mute(TransportFichier):
        asked = 0

        def send(self, message, to):
            Mute.asked += 1
            return dict.fromkeys(to, Answer(Fate.LATER, "sans réponse", heard=False))

    for rank in range(1, PATIENCE + 3):
        portal_pli(house, rank)
    house.transport = Mute(house.racine)
    assert tell(house, lambda done, total: None).stopped is not None
    assert Mute.asked == PATIENCE


def test_mailboxes_that_put_off_do_not_stop_the_others(house):
    for rank in range(1, PATIENCE + 3):
        portal_pli(house, rank)
    house.transport = post = Post({DEPOSITOR: Fate.LATER, GUICHET: Fate.LATER})
    assert tell(house, lambda done, total: None).stopped is None
    assert len(post.rounds) == PATIENCE + 2


def test_a_second_sending_that_was_put_off_goes_at_the_next_run(house):
    pli = file_pli(house, *REFUSED)
    told(house, pli)
    whole, house.transport = house.transport, Post({GUICHET: Fate.LATER})
    again = send_again(pli, house.store, house.transport, house.settings, house.rules).mail
    assert again.state == "a_envoyer"
    house.transport = whole
    assert [told(house, pli), told(house, pli)] == ["renvoi-1", None]
    first, second = letters(house)
    assert second["References"] == first["Message-ID"]


def test_what_is_deposited_late_at_night_elsewhere_is_seen_the_day_after_in_paris():
    assert _day_after(datetime.fromisoformat("2025-03-12T23:30:00+00:00")) == date(2025, 3, 14)


def test_a_death_after_sending_sends_no_second_message(house, monkeypatch):
    pli = file_pli(house, *REFUSED)
    with monkeypatch.context() as dying:
        dying.setattr(mails, "answered", _die)
        with pytest.raises(KeyboardInterrupt):
            told(house, pli)
    assert told(house, pli) == "final"
    assert len(letters(house)) == 1


def _die(*_):
    raise KeyboardInterrupt


def test_a_deliberate_second_sending_is_a_new_message_that_refers_to_the_first(house):
    pli = file_pli(house, *REFUSED)
    told(house, pli)
    again = [send_again(pli, house.store, house.transport, house.settings, house.rules).mail for _ in range(2)]
    first, second, third = letters(house)
    assert [mail.nature for mail in again] == ["renvoi-1", "renvoi-2"]
    assert len({letter["Message-ID"] for letter in (first, second, third)}) == 3
    assert second["References"] == third["References"] == first["Message-ID"]
    assert first["References"] is None


def test_nothing_that_never_left_is_sent_again(house):
    pli = file_pli(house, *ACCEPTED)
    assert send_again(pli, house.store, house.transport, house.settings, house.rules).mail is None
    assert send_again("inconnu", house.store, house.transport, house.settings, house.rules).mail is None


def test_a_file_that_could_not_be_taken_is_told_too(house):
    receipt = received(house, 0, companion=Companion(courriel="depot@example.org"))
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise", is_folder=False)
        refuse(tx, receipt, InputFault("Ce fichier est protégé par un mot de passe."), house.store, house.settings)
    assert told(house, f"{receipt.lot}-1") == "final"
    assert "mot de passe" in letters(house)[0].get_body(("plain",)).get_content()
