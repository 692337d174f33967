"""Who is told, of what, and how many times."""

import email
from datetime import datetime, timedelta
from email import policy

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.answers import Answer as Said
from pipeline.engine.answers import answer
from pipeline.engine.night import deverse
from pipeline.engine.post import PATIENCE, desk_of, tell
from pipeline.errors import Denied, InputFault, Misuse, Unavailable
from pipeline.mail.transport import Answer, Fate, TransportFichier
from pipeline.stages.ingest import refuse
from pipeline.stages.notify import notify, send_again
from pipeline.store import addresses, lots, mails, plis, purges
from pipeline.store.kept import Genre
from pipeline.store.schema import rectification
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import LATE, NOON, bilan_of, file_pli, knowing, opened, received, settle

FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2)
ACCEPTED = (papers.bordereau(1, 3), FICHE, papers.bulletin())
REFUSED = (papers.bordereau(1, 3), FICHE, papers.releve())
DOUBTFUL = (papers.bordereau(1, 3), FICHE, papers.page("zzz", "MARTIN Claire"))
GUICHET = "guichet-10691@moselle.example"


def told(house, pli):
    """Notify one pli; return the nature of the message, if there was one to deal with."""
    mail = notify(pli, desk_of(house)).mail
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


class Down(TransportFichier):
    """A server that is not there."""

    def send(self, message, to):
        raise Unavailable("le serveur ne répond pas")


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
    again = send_again(pli, desk_of(house)).mail
    assert again.state == "a_envoyer"
    house.transport = whole
    assert [told(house, pli), told(house, pli)] == ["renvoi-1", None]
    first, second = letters(house)
    assert second["References"] == first["Message-ID"]


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
    again = [send_again(pli, desk_of(house)).mail for _ in range(2)]
    first, second, third = letters(house)
    assert [mail.nature for mail in again] == ["renvoi-1", "renvoi-2"]
    assert len({letter["Message-ID"] for letter in (first, second, third)}) == 3
    assert second["References"] == third["References"] == first["Message-ID"]
    assert first["References"] is None


def test_nothing_that_never_left_is_sent_again(house):
    pli = file_pli(house, *ACCEPTED)
    assert send_again(pli, desk_of(house)).mail is None
    assert send_again("inconnu", desk_of(house)).mail is None


def test_a_file_that_could_not_be_taken_is_told_too(house):
    receipt = received(house, 0, companion=Companion(courriel="depot@example.org"))
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise", is_folder=False)
        original = house.store.blobs.path(receipt.source.sha256)
        refuse(tx, receipt, original, InputFault("Ce fichier est protégé par un mot de passe."), house.settings)
    assert told(house, f"{receipt.lot}-1") == "final"
    assert "mot de passe" in letters(house)[0].get_body(("plain",)).get_content()


# --- Put off, given up, taken up again --------------------------------------------------------------


def later(**after):
    return (datetime.fromisoformat(NOON) + timedelta(**after)).isoformat()


def service(house):
    """What the service does at each of its turns."""
    return tell(house, lambda done, total: None, patient=True)


def again_at(tmp_path, post, **after):
    """The same house, later, with the same server."""
    house = opened(tmp_path, now=later(**after))
    house.transport = post
    return house


def test_a_message_put_off_waits_five_minutes_then_ten_and_a_person_need_not_wait(tmp_path):
    post = Post({GUICHET: Fate.LATER})
    house = again_at(tmp_path, post)
    file_pli(house, *REFUSED)
    service(house)
    house.close()
    for minutes, tries in ((0, 1), (4, 1), (7, 2), (12, 2), (20, 3)):
        house = again_at(tmp_path, post, minutes=minutes)
        service(house)
        house.close()
        assert len(post.rounds) == tries, minutes
    house = again_at(tmp_path, post, minutes=21)
    assert tell(house, lambda done, total: None).unanswered == 1
    house.close()
    assert len(post.rounds) == 4
    assert len({name for name, _ in post.rounds}) == 1


def test_a_message_that_nobody_took_for_five_days_is_given_up_with_why(tmp_path):
    post = Post({GUICHET: Fate.LATER})
    house = again_at(tmp_path, post)
    pli = file_pli(house, *REFUSED)
    service(house)
    house.close()
    house = again_at(tmp_path, post, days=5, seconds=-1)
    assert service(house).unanswered == 1
    house.close()
    house = again_at(tmp_path, post, days=5, hours=2)
    (told,) = service(house).told
    assert (told.mail.state, told.mail.proof) == (
        mails.REFUSED, f"{GUICHET} : abandonné après 5 jours : mots du serveur"
    )  # fmt: skip
    assert kept(house, pli) == [told.mail]
    with house.store.begin() as tx:
        assert addresses.refused(tx) == [], "a box that takes nothing for five days is not a wrong address"
    house.close()
    house = again_at(tmp_path, post, days=7)
    assert service(house).told == ()
    house.close()
    assert len(post.rounds) == 3


def test_a_person_takes_up_again_what_was_given_up_for_five_days_more(tmp_path):
    post = Post({GUICHET: Fate.LATER})
    house = again_at(tmp_path, post)
    pli = file_pli(house, *REFUSED)
    service(house)
    house.close()
    house = again_at(tmp_path, post, days=6)
    service(house)
    assert told(house, pli) == "final"
    (mail,) = kept(house, pli)
    assert (mail.state, mail.tries, mail.at) == (mails.TO_SEND, 1, house.settings.now())
    post.fates[GUICHET] = Fate.SENT
    assert told(house, pli) == "final"
    house.close()
    assert len({name for name, _ in post.rounds}) == 1


def test_a_server_that_is_not_there_puts_off_and_gives_up_in_the_same_way(tmp_path):
    house = again_at(tmp_path, Down(tmp_path))
    pli = file_pli(house, *REFUSED)
    service(house)
    (mail,) = kept(house, pli)
    assert (mail.state, mail.proof) == (mails.TO_SEND, f"{GUICHET} : le serveur ne répond pas")
    house.close()
    house = again_at(tmp_path, Down(tmp_path), days=6)
    service(house)
    (mail,) = kept(house, pli)
    assert (mail.state, mail.answer(GUICHET)) == (mails.REFUSED, mails.GIVEN_UP)
    house.close()


def test_a_password_that_is_refused_gives_nothing_up(tmp_path):
    class Closed(TransportFichier):
        def send(self, message, to):
            raise Denied("le serveur refuse le mot de passe")

    house = again_at(tmp_path, Closed(tmp_path))
    pli = file_pli(house, *REFUSED)
    service(house)
    house.close()
    house = again_at(tmp_path, Closed(tmp_path), days=9)
    assert service(house).stopped == "le serveur refuse le mot de passe"
    assert kept(house, pli)[0].state == mails.TO_SEND
    house.close()


def test_a_death_while_sending_does_not_bring_the_message_back_in_a_loop(tmp_path):
    class Deadly(TransportFichier):
        def send(self, message, to):
            raise KeyboardInterrupt

    house = again_at(tmp_path, Deadly(tmp_path))
    file_pli(house, *REFUSED)
    with pytest.raises(KeyboardInterrupt):
        service(house)
    assert service(house).told == ()
    house.close()
    house = again_at(tmp_path, post := Post({GUICHET: Fate.SENT}), minutes=7)
    service(house)
    house.close()
    assert len(post.rounds) == 1


def test_a_partial_message_that_never_left_is_not_sent_after_the_final_one(tmp_path):
    house = opened(tmp_path)
    pli = file_pli(house, *DOUBTFUL)
    house.close()
    house = opened(tmp_path, now=LATE)
    house.transport = post = Post({GUICHET: Fate.LATER})
    service(house)
    answer(house, [f"{pli}-03"], Said(motif="I07"), "test")
    settle(house, pli)
    post.fates[GUICHET] = Fate.SENT
    (told,) = tell(house, lambda done, total: None).told
    assert (told.mail.nature, told.mail.state) == ("final", mails.SENT)
    assert [(mail.nature, mail.state) for mail in kept(house, pli)] == [
        ("partiel", mails.REFUSED),
        ("final", mails.SENT),
    ]
    assert tell(house, lambda done, total: None).told == ()
    house.close()


# --- Addresses that refuse --------------------------------------------------------------------------


def test_an_address_refused_by_its_server_is_kept_and_tried_for_nobody_else(house):
    portal_pli(house)
    house.transport = post = Post({DEPOSITOR: Fate.BARRED, GUICHET: Fate.SENT})
    service(house)
    with house.store.begin() as tx:
        (found,) = addresses.refused(tx)
    assert (found.address, found.reason) == (DEPOSITOR, "mots du serveur")
    second = portal_pli(house, 2)
    service(house)
    assert [to for _, to in post.rounds] == [(DEPOSITOR, GUICHET), (GUICHET,)]
    (mail,) = kept(house, second)
    assert (mail.state, "pas essayée : mots du serveur" in mail.proof) == (mails.SENT, True)


def test_a_refused_message_says_nothing_of_the_address(house):
    pli, other = portal_pli(house), portal_pli(house, 2)
    house.transport = post = Post({DEPOSITOR: Fate.REFUSED, GUICHET: Fate.REFUSED})
    assert [told(house, pli), told(house, pli), told(house, other)] == ["final", None, "final"]
    assert len(post.rounds) == 2


def test_who_sends_again_vouches_for_the_address_and_the_others_follow(house):
    first, second = file_pli(house, *REFUSED), portal_pli(house, 2)
    house.transport = post = Post({DEPOSITOR: Fate.BARRED, GUICHET: Fate.BARRED})
    service(house)
    post.fates |= {DEPOSITOR: Fate.SENT, GUICHET: Fate.SENT}
    assert service(house).told == tell(house, lambda done, total: None).told == ()
    again = send_again(first, desk_of(house)).mail
    assert again.state == mails.SENT
    (other,) = tell(house, lambda done, total: None).told
    assert (other.pli, other.mail.answer(GUICHET), other.mail.answer(DEPOSITOR)) == (second, mails.SENT, mails.BARRED)
    assert [mail.state for mail in kept(house, first)] == [mails.REFUSED, mails.SENT]
    assert told(house, first) is None, "nobody is told twice"


# --- Put right --------------------------------------------------------------------------------------


def rectify(house, pli, state="retiree"):
    (piece, *_) = (piece for piece in bilan_of(house, pli).pieces)
    now = house.settings.now().isoformat()
    with house.store.begin() as tx:
        tx.execute(
            rectification.insert().values(
                pli=pli, piece=piece.id, cle="c" * 64, numero_unique=MARTIN, motif="", violation=False, etat=state,
                par="x", le=now, retire_le=now,
            )
        )  # fmt: skip
        plis.touch(tx, pli)


def test_a_pli_put_right_is_told_again_once_by_a_message_of_its_own(house):
    pli = file_pli(house, *ACCEPTED)
    night(house)
    told(house, pli)
    rectify(house, pli)
    assert [told(house, pli), told(house, pli)] == ["rectif-1", None]
    first, second = letters(house)
    assert (second["References"], second["Message-ID"] != first["Message-ID"]) == (first["Message-ID"], True)
    assert second["Subject"].endswith("(rectificatif)")
    body = second.get_body(("plain",)).get_content()
    assert "MESSAGE RECTIFICATIF" in body
    assert "remplace celui du 6 mai 2026" in body
    assert "Corrigée depuis le message précédent" in body


def test_what_is_not_taken_back_yet_is_not_told(house):
    pli = file_pli(house, *ACCEPTED)
    night(house)
    told(house, pli)
    rectify(house, pli, "a_retirer")
    assert told(house, pli) is None


def test_what_was_put_right_before_anybody_was_told_is_told_once(tmp_path):
    house = opened(tmp_path)
    pli = file_pli(house, *ACCEPTED)
    night(house)
    rectify(house, pli)
    house.close()
    house = opened(tmp_path, now=later(hours=1))
    assert [told(house, pli), told(house, pli)] == ["final", None]
    house.close()


def test_nothing_is_sent_again_of_what_was_purged_or_is_to_be_withdrawn(house):
    pli = file_pli(house, *ACCEPTED)
    night(house)
    told(house, pli)
    rectify(house, pli, "a_retirer")
    with pytest.raises(Misuse, match="retirer"):
        send_again(pli, desk_of(house))
    lot = bilan_of(house, pli).lot
    with house.store.begin() as tx:
        purges.keep(tx, Genre.LOT, lot, "images", {}, house.settings.now())
    with pytest.raises(Misuse, match="effacés"):
        send_again(pli, desk_of(house))
    assert len(letters(house)) == 1


@pytest.fixture
def by_mail(tmp_path):
    """An applicant's pli of two pieces, one of which an operator filed in the dossier of somebody else."""
    others = {MARTIN: {"courriel": "claire@example.org"}, DURAND: {"courriel": "paul@example.org"}}
    house = opened(knowing(tmp_path, others))
    companion = Companion(numero_unique=MARTIN)
    pli = file_pli(house, papers.bulletin(), papers.quittance(), canal=Canal.MEL, companion=companion)
    yield house, pli
    house.close()


def test_a_dossier_that_only_an_operator_named_is_not_told_to_the_other_person(by_mail):
    house, pli = by_mail
    answer(house, [f"{pli}-02"], Said(numero_unique=DURAND), "x")
    settle(house, pli)
    night(house)
    told(house, pli)
    (letter,) = letters(house)
    assert letter["To"] == "claire@example.org"
    assert "1 pièces déposées" in letter["Subject"]
    said = "".join(part.get_content() for part in letter.walk() if part.get_content_maintype() == "text")
    assert MARTIN in said
    assert DURAND not in said
    assert "relèvent d'un autre dossier" in said


def test_where_every_piece_is_another_person_s_the_sender_is_still_who_is_told(by_mail):
    house, pli = by_mail
    answer(house, [f"{pli}-01", f"{pli}-02"], Said(numero_unique=DURAND), "x")
    settle(house, pli)
    night(house)
    told(house, pli)
    (letter,) = letters(house)
    assert letter["To"] == "claire@example.org"
