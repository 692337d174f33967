"""What the connector ``http`` makes of each answer, or of none, with a real register behind a line that misbehaves."""

import json
import logging
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count

import pytest

from pipeline.domain.facts import DemandeState
from pipeline.errors import Denied, Unavailable
from pipeline.sne.bouchon.serve import serving
from pipeline.sne.http import MAX_DETAIL, MAX_WAIT_S, SneHttp
from pipeline.sne.port import Deposited, Refusal, Refused, Uncertain, Withdrawn
from tests.sne.hostile import CUT_AFTER, PAGE, TIMEOUT_AFTER, TIMEOUT_BEFORE, Fault, hostile, says
from tests.sne.papers import FRIDAY, JETON, NU, demandes_file, deposit

DELAI_S = 1.5  # a busy machine takes as long as half a second to answer
METHODS = ("PUT", "GET", "POST")
KEYS = (f"{rank:064x}" for rank in count())
ACKNOWLEDGEMENT = {
    "reference": "SNE-1",
    "cle": "ab" * 32,
    "sha256": deposit().sha256,
    "depose_le": "2026-05-08T23:50:00+02:00",
}
HELD = {**ACKNOWLEDGEMENT, "octets": 11, "type": "IDE-CNN", "etat": "active"}


@pytest.fixture(scope="module")
def upstream(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sne")
    with serving(demandes=demandes_file(folder), base=folder / "base", jeton=JETON) as url:
        yield url


@pytest.fixture(scope="module")
def way(upstream):
    with hostile(upstream) as way:
        sne = SneHttp(way.url, JETON, DELAI_S)
        yield way, sne
        sne.close()


@pytest.fixture
def road(way):
    road, _ = way
    road.forget()
    return road


@pytest.fixture
def sne(way):
    _, sne = way
    return sne


@pytest.fixture
def piece():
    return deposit(cle=next(KEYS))


def held(sne, piece):
    return [it.sha256 for it in sne.pieces(NU) if it.cle == piece.cle]


def words(**said):
    return json.dumps({**ACKNOWLEDGEMENT, **said}).encode()


LOST_BEFORE = [TIMEOUT_BEFORE, Fault(commits=False, cut_after=0)]
LOST_AFTER = [
    TIMEOUT_AFTER,
    CUT_AFTER,
    Fault(cut_after=30),
    Fault(cut_after=150),
    Fault(drip_s=0.05),
    says(200, b"<html>maintenance</html>", commits=True, Content_Type="text/html"),
    says(500, commits=True),
    says(504, commits=True),
]


@pytest.mark.parametrize("fault", LOST_BEFORE)
def test_a_call_lost_on_its_way_is_uncertain_and_filed_when_made_again(sne, road, piece, fault):
    road.script(fault)

    assert isinstance(sne.deposit(piece), Uncertain)
    assert held(sne, piece) == []
    assert isinstance(sne.deposit(piece), Deposited)


@pytest.mark.parametrize("fault", LOST_AFTER)
def test_a_deposit_whose_answer_is_lost_is_uncertain_and_there_to_be_found(sne, road, piece, fault):
    road.script(fault)

    assert isinstance(sne.deposit(piece), Uncertain)
    assert held(sne, piece) == [piece.sha256]
    assert isinstance(sne.deposit(piece), Deposited)
    assert held(sne, piece) == [piece.sha256]


@pytest.mark.parametrize("fault", [TIMEOUT_BEFORE, Fault(drip_s=0.05), Fault(on="GET", drip_s=0.05)])
def test_no_call_lasts_longer_than_its_time_even_when_something_keeps_coming(sne, road, piece, fault):
    road.script(fault)
    start = time.monotonic()

    if fault.on == "PUT":
        assert sne.deposit(piece) == Uncertain(f"pas de réponse en {DELAI_S:g} s")
    else:
        with pytest.raises(Unavailable, match="pas de réponse"):
            sne.ask(NU)
    assert DELAI_S * 0.9 < time.monotonic() - start < DELAI_S + 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        words(cle="cd" * 32),
        words(sha256="0" * 64),
        words(reference=""),
        words(reference=12),
        words(reference="SNE\n1"),
        words(depose_le="2026-05-08"),
        words(depose_le="2026-05-08T23:50:00"),
        words(depose_le=1_700_000_000),
        words() + b"}",
        words()[:-1],
    ],
)
def test_an_acknowledgement_that_is_not_ours_to_the_letter_is_not_believed(sne, road, body):
    road.script(says(201, body))

    assert isinstance(sne.deposit(deposit()), Uncertain)


@pytest.mark.parametrize("status", [200, 201])
def test_a_register_that_says_more_than_the_contract_is_still_understood(sne, road, status):
    road.script(says(status, words(agent="x")))

    outcome = sne.deposit(deposit())
    assert isinstance(outcome, Deposited)
    assert outcome.acknowledgement.depose_le == FRIDAY


@pytest.mark.parametrize("status", [202, 204, 301, 302, 307, 400, 405, 408, 415, 418, 500, 502, 504])
def test_an_answer_that_the_contract_does_not_know_is_no_refusal(sne, road, piece, status):
    road.script(says(status, words(), Location=f"{road.url}/ailleurs"))

    assert isinstance(sne.deposit(piece), Uncertain)
    assert len(road.heard) == 1, "a redirection is not followed, nor a call made twice"


@pytest.mark.parametrize("reason", [reason for reason in Refusal if reason is not Refusal.WITHDRAWN])
def test_each_refusal_of_the_contract_is_told_by_its_status(sne, road, piece, reason):
    road.script(says(int(reason)))

    outcome = sne.deposit(piece)
    assert isinstance(outcome, Refused)
    assert outcome.reason is reason
    assert outcome.detail


def withdrawn(sne, piece):
    """File a piece, then withdraw it over whatever the road is told to do; return what is said and what is there."""
    sne.deposit(piece)
    outcome = sne.withdraw(NU, piece.cle, "mauvais type")
    return outcome, [it.etat for it in sne.pieces(NU) if it.cle == piece.cle]


@pytest.mark.parametrize("fault", LOST_BEFORE)
def test_a_withdrawal_lost_on_its_way_is_uncertain_and_nothing_is_withdrawn(sne, road, piece, fault):
    road.script(replace(fault, on="POST"))

    outcome, states = withdrawn(sne, piece)
    assert (type(outcome), states) == (Uncertain, ["active"])


@pytest.mark.parametrize("fault", LOST_AFTER)
def test_a_withdrawal_whose_answer_is_lost_is_uncertain_and_there_to_be_found(sne, road, piece, fault):
    road.script(replace(fault, on="POST"))

    outcome, states = withdrawn(sne, piece)
    assert (type(outcome), states) == (Uncertain, ["retiree"])
    assert isinstance(sne.withdraw(NU, piece.cle, "mauvais type"), Withdrawn)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b'{"reference": "", "etat": "retiree"}', b'{"reference": "SNE-1", "etat": "active"}']
)
def test_a_withdrawal_is_believed_only_to_the_letter(sne, road, piece, body):
    road.script(says(200, body, on="POST"))

    assert isinstance(sne.withdraw(NU, piece.cle, "mauvais type"), Uncertain)


@pytest.mark.parametrize("status", [201, 202, 204, 302, 400, 405, 409, 410, 413, 500, 502, 504])
def test_an_answer_to_a_withdrawal_that_the_contract_does_not_know_is_no_refusal(sne, road, piece, status):
    road.script(says(status, b'{"reference": "SNE-1", "etat": "retiree"}', on="POST"))

    assert isinstance(sne.withdraw(NU, piece.cle, "mauvais type"), Uncertain)


def test_a_page_made_for_browsers_says_nothing_of_a_piece_to_withdraw(sne, road, piece):
    road.script(Fault("POST", commits=False, status=404, headers=PAGE, body=b"<h1>Not Found</h1>"))

    assert isinstance(sne.withdraw(NU, piece.cle, "mauvais type"), Uncertain)


def test_a_withdrawal_without_a_reason_is_refused_with_the_words_of_the_register(sne, piece):
    outcome = sne.withdraw(NU, piece.cle, "")
    assert (outcome.reason, outcome.detail.partition(" ")[0]) == (Refusal.INVALID, "motif_invalide")


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_made_for_browsers_never_rejects_anybody_s_piece(sne, road, piece, status):
    road.script(Fault(commits=False, status=status, headers=PAGE, body=b"<h1>Not Found</h1>"))

    assert isinstance(sne.deposit(piece), Uncertain)


def test_a_page_made_for_browsers_is_not_what_the_register_says_of_a_demande(sne, road):
    road.script(*[Fault("GET", commits=False, status=404, headers=PAGE, body=b"<h1>Not Found</h1>")] * 2)

    with pytest.raises(Unavailable):
        sne.ask(NU)
    with pytest.raises(Unavailable):
        sne.pieces(NU)


def test_the_anomalies_of_a_refusal_are_told_on_one_short_line(sne, road, piece):
    told = [{"code": "E1", "message": "le type\nne va\x1b[31m pas"}, {"code": "E2", "message": "x" * 500}]
    road.script(says(422, json.dumps({"anomalies": told}).encode()))

    detail = sne.deposit(piece).detail
    assert detail.startswith("E1 : le type ne va[31m pas ; E2 : xxx")
    assert len(detail) == MAX_DETAIL


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"anomalies": []}', b'{"anomalies": "non"}'])
def test_a_refusal_without_a_word_is_a_refusal(sne, road, piece, body):
    road.script(says(422, body))

    assert sne.deposit(piece) == Refused(Refusal.INVALID, "envoi refusé sans motif")


CALLS = [
    lambda sne: sne.ask(NU),
    lambda sne: sne.deposit(deposit()),
    lambda sne: sne.pieces(NU),
    lambda sne: sne.withdraw(NU, deposit().cle, "mauvais type"),
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("status", [401, 403])
def test_a_closed_door_is_told_as_such(sne, road, call, status):
    road.script(*[says(status, on=method) for method in METHODS])

    with pytest.raises(Denied, match=str(status)):
        call(sne)


def test_a_wrong_token_is_a_closed_door(upstream):
    sne = SneHttp(upstream, "autre", 20)
    with pytest.raises(Denied, match="PLI_SNE_JETON"):
        sne.ask(NU)
    sne.close()


def in_an_hour():
    return format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "least_s", "most_s"),
    [
        ("12", 12, 12),
        ("9" * 400, MAX_WAIT_S, MAX_WAIT_S),
        ("Wed, 06 May 2015 17:30:00 GMT", 0, 0),
        ("Wed, 06 May 2015 17:30:00 -0000", 0, 0),
        (in_an_hour, 3500, 3600),
    ],
)
def test_a_busy_register_says_how_long_to_wait(sne, road, call, status, said, least_s, most_s):
    wait = said() if callable(said) else said
    road.script(*[says(status, on=method, Retry_After=wait) for method in METHODS])

    with pytest.raises(Unavailable) as busy:
        call(sne)
    assert least_s <= busy.value.retry_after_s <= most_s


@pytest.mark.parametrize("headers", [{}, {"Retry_After": "bientôt"}, {"Retry_After": "-3"}])
def test_a_busy_register_may_say_nothing_of_when(sne, road, headers):
    road.script(says(503, **headers))

    with pytest.raises(Unavailable) as busy:
        sne.deposit(deposit())
    assert busy.value.retry_after_s is None


@pytest.mark.parametrize("call", CALLS)
def test_a_port_where_nobody_listens_surely_did_nothing(call):
    with hostile("http://127.0.0.1:9") as gone:
        pass
    sne = SneHttp(gone.url, JETON, DELAI_S)
    with pytest.raises(Unavailable, match="connexion impossible"):
        call(sne)
    sne.close()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b'{"numero_unique": "075012600000110691", "etat": "active"}',
        b'{"numero_unique": "%s"}' % NU.encode(),
        b'{"numero_unique": "%s", "etat": "archivee"}' % NU.encode(),
    ],
)
def test_what_is_said_of_a_demande_is_believed_only_when_it_is_about_it(sne, road, body):
    road.script(says(200, body, on="GET"))

    with pytest.raises(Unavailable):
        sne.ask(NU)


def test_a_demande_may_be_told_with_more_than_the_contract_names(sne, road):
    body = {"numero_unique": NU, "etat": "radiee", "v": 2, "demandeur": {"nom": "Léo", "prenoms": "Zoé", "age": 3}}
    road.script(says(200, json.dumps(body).encode(), on="GET"))

    assert sne.ask(NU).state is DemandeState.STRUCK_OFF


@pytest.mark.parametrize("status", [204, 302, 400, 410, 500])
@pytest.mark.parametrize("call", [CALLS[0], CALLS[2]])
def test_a_question_answered_otherwise_is_for_later(sne, road, call, status):
    road.script(says(status, on="GET"))

    with pytest.raises(Unavailable):
        call(sne)


@pytest.mark.parametrize(
    "entries",
    [{}, [{}], [{**HELD, "etat": "perdue"}], [{**HELD, "octets": "11"}], [{**HELD, "sha256": "AB" * 32}], [HELD, None]],
)
def test_a_list_of_pieces_is_believed_whole_or_not_at_all(sne, road, entries):
    road.script(says(200, json.dumps(entries).encode(), on="GET"))

    with pytest.raises(Unavailable):
        sne.pieces(NU)


def test_a_list_of_pieces_may_say_more(sne, road):
    road.script(says(200, json.dumps([{**HELD, "agent": "x"}]).encode(), on="GET"))

    assert sne.pieces(NU)[0].depose_le == FRIDAY


def test_the_number_is_in_the_path_and_nowhere_else(sne, road, piece):
    sne.deposit(piece)

    [(_, path, head)] = road.heard
    assert path == f"/v1/demandes/{NU}/pieces/{piece.cle}"
    assert head.count(NU.encode()) == 1
    assert f"Bearer {JETON}".encode() in head


def test_nothing_that_is_logged_or_raised_names_a_demande_or_repeats_an_answer(sne, road, piece, caplog):
    caplog.set_level(logging.DEBUG)
    road.script(says(200, b"CAMUSOT", on="GET"), says(500, b"CAMUSOT"), Fault("GET", cut_after=0))

    told = [str(sne.deposit(piece))]
    for call in (CALLS[0], CALLS[2]):
        with pytest.raises(Unavailable) as error:
            call(sne)
        told += [repr(error.value), str(error.getrepr(chain=True, style="value"))]
        assert error.value.__cause__ is error.value.__context__ is None
    for text in [*told, caplog.text]:
        assert not any(word in text for word in (NU, "CAMUSOT", piece.cle, road.url, JETON))
