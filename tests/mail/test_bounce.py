import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mail.bounce import Returned, bounce_of
from pipeline.mail.transport import Fate
from tests.mail.dsn import BOX, OURS, dsn

REJECTED = "revenu : 550 5.1.1 <agent@mairie.example>: Recipient address rejected"


@pytest.mark.parametrize("headers_only", [False, True])
def test_a_report_names_the_message_the_address_and_why(headers_only):
    bounce = bounce_of(dsn(headers_only=headers_only))

    assert bounce.message_id == OURS
    assert bounce.returned == (Returned((BOX,), Fate.BARRED, REJECTED),)


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        ("5.1.1", Fate.BARRED),
        ("5.1.10", Fate.BARRED),
        ("5.2.1", Fate.BARRED),
        ("5.0.0", Fate.BARRED),
        ("", Fate.BARRED),
        ("5.2.2", Fate.REFUSED),
        ("5.3.4", Fate.REFUSED),
        ("5.7.1", Fate.REFUSED),
        ("4.4.7", Fate.LATER),
    ],
)
def test_a_closed_box_is_told_from_a_refused_message_and_from_one_that_came_too_late(status, fate):
    assert bounce_of(dsn(status=status)).returned[0].fate is fate


def test_the_address_that_we_wrote_to_is_told_beside_the_one_that_failed():
    bounce = bounce_of(dsn(final="rfc822; <boite@ailleurs.example>", original="rfc822;agent@mairie.example"))
    assert bounce.returned[0].addresses == ("boite@ailleurs.example", BOX)


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_message_that_is_late_or_arrived_did_not_come_back(action):
    assert bounce_of(dsn(action=action)).returned == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"Subject: je suis absent\r\n\r\nJusqu'au 12.",
        dsn().replace(b"message/delivery-status", b"text/plain"),
        dsn().replace(b"Message-ID: ", b"X-Autre: "),
        dsn().replace(b"Action: ", b"X-Autre: "),
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1200)),
        b"Content-Type: message/rfc822\n\n" * 1200,
    ],
    ids=["empty", "noise", "a person", "no status", "no name", "no action", "endless parts", "endless messages"],
)
def test_what_is_no_report_on_a_message_is_not_taken_for_one(content):
    assert bounce_of(content) is None


def test_the_words_that_are_kept_are_one_short_line():
    told = bounce_of(dsn(diagnostic="smtp; 550 5.1.1 " + "\x1b[31m" + "a" * 900)).returned[0].words
    assert len(told) < 200
    assert told.isprintable()


@given(st.binary(max_size=400), st.integers(0, 900), st.integers(0, 60))
def test_no_report_whatever_it_holds_is_more_than_not_understood(noise, at, cut):
    whole = dsn()
    bounce_of(whole[:at] + noise + whole[at + cut :])
