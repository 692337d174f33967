"""What is written down is read back the same."""

import json
from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.corrections import NOTHING_SAID, CutBefore, File, Join, Reject, Turn, Type
from pipeline.domain.facts import NO_FACTS, Demande
from pipeline.domain.geometry import Box
from pipeline.domain.reading import Code, Look, Reading, Symbology, TextSource, Word
from pipeline.domain.receipt import Companion
from pipeline.domain.working_calendar import PARIS
from pipeline.flow import settle
from pipeline.store import serial
from tests import papers

shares = st.floats(0, 1, allow_subnormal=False)
boxes = st.builds(Box, shares, shares, shares, shares)
texts = st.text(max_size=12)
readings = st.builds(
    Reading,
    width=st.integers(0, 9000),
    height=st.integers(0, 9000),
    dpi=st.floats(0, 1200, allow_subnormal=False),
    rotation=st.sampled_from([0, 90, 180, 270]),
    skew=st.floats(-45, 45, allow_subnormal=False),
    codes=st.lists(st.builds(Code, st.sampled_from(Symbology), texts, boxes, texts), max_size=2).map(tuple),
    unread_codes=st.lists(boxes, max_size=2).map(tuple),
    words=st.lists(st.builds(Word, texts, shares, boxes, st.integers(0, 99)), max_size=3).map(tuple),
    text_source=st.sampled_from(TextSource),
    look=st.none()
    | st.builds(
        Look,
        ink=shares,
        ink_map=st.lists(shares, max_size=4).map(tuple),
        contrast=shares,
        sharpness=shares,
        text_lines=st.none() | st.integers(0, 99),
        unread_lines=st.none() | st.integers(0, 99),
        handwritten=st.none() | shares,
        coloured=st.booleans(),
    ),
    fault=st.none() | texts,
)
pages = st.integers(1, 2000)
corrections = st.one_of(
    st.builds(CutBefore, pages),
    st.builds(Join, pages),
    st.builds(Type, pages, texts),
    st.builds(Reject, pages, texts),
    st.builds(File, pages, texts),
    st.builds(Turn, pages, st.integers(0, 359)),
)


@given(readings)
def test_a_reading_comes_back_the_same(reading):
    assert serial.load_reading(serial.READING.dump_json(reading).decode()) == reading


def test_what_every_page_has_is_kept_once():
    look = replace(papers.page("MARTIN").look, ink_map=(0.1234, 0.0, 0.1234))
    written = serial.READING.dump_json(replace(papers.page("MARTIN"), look=look)).decode()
    one, other = (serial.load_reading(written).look.ink_map for _ in range(2))
    assert one[0] is one[2] is other[0]


@given(corrections)
def test_an_answer_comes_back_the_same_and_of_its_kind(said):
    back = serial.load_correction(json.loads(json.dumps(serial.dump_correction(said))))
    assert (back, type(back)) == (said, type(said))


@given(st.builds(Demande, courriel=st.none() | texts))
def test_what_the_sne_said_comes_back_the_same(said):
    assert serial.DEMANDE.validate_python(json.loads(serial.DEMANDE.dump_json(said))) == said


def test_a_companion_comes_back_the_same():
    said = Companion(recu_le=datetime(2026, 5, 4, tzinfo=PARIS), pages=3, ignored=("courriel",))
    assert serial.COMPANION.validate_python(json.loads(serial.COMPANION.dump_json(said))) == said


def a_bilan():
    pages = papers.numbered(papers.fiche(papers.MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.blank())
    return settle(papers.receipt(3), pages, NO_FACTS, NOTHING_SAID, papers.rules())


def test_a_bilan_comes_back_the_same():
    bilan = a_bilan()
    assert serial.load_bilan(serial.dump_bilan(bilan)) == bilan


def test_the_public_bilan_is_json_with_every_key_of_the_contract():
    public = json.loads(json.dumps(serial.public_bilan(a_bilan())))
    assert public["schema"] == "bilan/1"
    assert public["recu_le"] == "2026-05-06T10:00:00+02:00"
    assert public["plage"] == [1, 3]
    (piece,) = public["pieces"]
    assert (piece["livrable"], piece["depot"], piece["motif"]) == (None, None, None)
    zone = piece["preuves"][0]["zone"]
    assert len(zone) == 4
    assert set(piece["preuves"][-1]) == {"genre", "detail", "page", "zone"}


def test_an_anomaly_is_written_in_the_words_of_the_contract():
    pages = papers.numbered(papers.fiche(papers.MARTIN, "MARTIN", "CLAIRE", 9), papers.bulletin())
    public = serial.public_bilan(settle(papers.receipt(2), pages, NO_FACTS, NOTHING_SAID, papers.rules()))
    assert public["anomalies"] == [
        {"code": "T07", "niveau": "dossier", "dossier": papers.MARTIN, "pages": [1], "suite": "signalee"}
    ]
