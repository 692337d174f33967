"""The grammar of the codes: what is believed, and what nobody can make us believe."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.sheets.codes import CodeTrust, FicheCode, LegacyCode, ParsedCode, parse, sign
from tests.papers import DURAND, MARTIN, RECEIVED, rules

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
KEYS = {kid: text.encode() for kid, text in VECTORS["keys"].items()}
TODAY = RECEIVED.date()
RENAMED = {"date": "edition", "pages_attestation": "pages"}
FICHE = f"SNE*1*F*{MARTIN}*DUPONT*MARIE CLAIRE*19800201*3*6*20170220*10691*A1B2C3D4*D0"
SIGNED = [vector["payload"] for vector in VECTORS["vectors"] if vector["trust"] == "signed"]


def read(payload: str, on: date = TODAY) -> ParsedCode:
    """Parse with what is shipped."""
    return parse(payload, on, rules().keys, rules().dialects)


def signed(body: str) -> str:
    return sign(body, KEYS["D0"])


def in_vector(value):
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["name"])
def test_every_published_vector_is_read_as_published(vector):
    parsed = read(vector["payload"])
    assert parsed.trust == vector["trust"]
    if vector["fields"] is None:
        assert parsed.fields is None
    else:
        said = {name: getattr(parsed.fields, RENAMED.get(name, name)) for name in vector["fields"]}
        assert {name: in_vector(value) for name, value in said.items()} == vector["fields"]


def test_the_shipped_keys_are_those_of_the_vectors():
    assert rules().keys == KEYS


@given(st.sampled_from(SIGNED), st.data())
def test_changing_any_character_of_a_signed_payload_is_never_signed(payload, data):
    place = data.draw(st.integers(0, len(payload) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda char: char != payload[place]))
    changed = read(payload[:place] + other + payload[place + 1 :])
    assert changed.trust is not CodeTrust.SIGNED


@given(st.sampled_from(SIGNED), st.data())
def test_cutting_a_signed_payload_short_is_never_signed(payload, data):
    length = data.draw(st.integers(0, len(payload) - 1))
    assert read(payload[:length]).trust is not CodeTrust.SIGNED


@given(st.text(max_size=80))
def test_whatever_is_read_is_answered_and_never_signed_by_chance(payload):
    assert read(payload).trust is not CodeTrust.SIGNED
    assert read(f"SNE*1*{payload}") == ParsedCode(CodeTrust.BAD_SIGNATURE, None)


@given(
    st.text(alphabet="ABC 019*", max_size=20).filter(lambda name: "*" in name),
    st.text(alphabet="ABC 019*", max_size=20),
)
def test_a_star_in_a_name_cannot_move_another_field(nom, prenoms):
    body = f"SNE*1*F*{MARTIN}*{nom}*{prenoms}*19800201*3*6*20170220*10691*A1B2C3D4*D0"
    assert read(signed(body)) == ParsedCode(CodeTrust.BAD_SIGNATURE, None)


def test_moving_a_star_between_two_fields_breaks_the_signature():
    moved = signed(FICHE).replace("DUPONT*MARIE CLAIRE", "DUPONT MARIE*CLAIRE")
    assert read(moved).trust is CodeTrust.BAD_SIGNATURE


@pytest.mark.parametrize(
    "body",
    [
        "SNE*1",
        "SNE*1*D0",
        "SNE*1*F*D0",
        f"SNE*1*F*{MARTIN}*D0",
        FICHE.replace("*A1B2C3D4", ""),
        FICHE.replace("*A1B2C3D4", "*A1B2C3D4*"),
        FICHE.replace("SNE*1*F*", "SNE*1*Z*"),
        FICHE.replace(MARTIN, ""),
        FICHE.replace(MARTIN, "057131507390310691"),
        FICHE.replace(MARTIN, "057122607390310691"),
        FICHE.replace("19800201", "19800231"),
        FICHE.replace("19800201", "1980"),
        FICHE.replace("*3*6*", "*-3*6*"),
        FICHE.replace("*3*6*", "*3*6A*"),
        f"SNE*1*A*{MARTIN}*X*20170203*20170207*1*2*D0",
        "SNE*1*B*10691*057*MOSELIS*deux*11*20170220*K7*D0",
    ],
)
def test_a_malformed_version_1_is_a_bad_signature_even_when_it_is_signed(body):
    assert read(signed(body)) == ParsedCode(CodeTrust.BAD_SIGNATURE, None)


def test_a_version_1_that_is_forged_is_never_read_as_a_dialect():
    assert read(f"SNE*1*F*{MARTIN}*DUPONT").trust is CodeTrust.BAD_SIGNATURE


def test_a_number_of_a_month_to_come_is_impossible_on_the_day_of_reception():
    body = FICHE.replace(MARTIN, "057062607390310691")
    assert read(signed(body), date(2026, 5, 31)).trust is CodeTrust.BAD_SIGNATURE
    assert read(signed(body), date(2026, 6, 1)).trust is CodeTrust.SIGNED


def test_empty_fields_are_unknown():
    fields = read(signed(f"SNE*1*F*{MARTIN}{'*' * 9}D0")).fields
    assert fields == FicheCode(MARTIN, "", "", None, None, None, None, "", "")


@pytest.mark.parametrize(
    "payload",
    [
        f"{MARTIN} {DURAND}",
        f"https://logement.example/d?nu={MARTIN}&nu={DURAND}",
        f"NU={MARTIN};NU={DURAND}",
        f"SNE*7*F*{MARTIN}*{DURAND}",
        f"{MARTIN}\nancien numero 057 0316 000102 10691",
    ],
)
def test_two_numbers_in_one_code_are_nobody_s(payload):
    assert read(payload) == ParsedCode(CodeTrust.NONE, None)


@pytest.mark.parametrize(
    "payload",
    [MARTIN, "057.1215.073903.10691", f'{{"nu":"{MARTIN}"}}', f"NUMERO UNIQUE : {MARTIN}", f"{MARTIN} {MARTIN}"],
)
def test_one_number_in_another_dialect_is_unsigned(payload):
    assert read(payload) == ParsedCode(CodeTrust.UNSIGNED, LegacyCode(MARTIN))


@given(st.sampled_from(["D0", "D1"]), st.sampled_from(["D0", "D1"]))
def test_the_key_is_the_one_that_the_code_names(named, used):
    payload = sign(f"{FICHE[:-2]}{named}", KEYS[used])
    assert (read(payload).trust is CodeTrust.SIGNED) == (named == used)


@given(st.binary(min_size=1, max_size=40))
def test_another_key_never_signs_for_us(key):
    assume(key not in KEYS.values())
    assert read(sign(FICHE, key)).trust is CodeTrust.BAD_SIGNATURE
