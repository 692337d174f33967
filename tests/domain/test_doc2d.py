"""What a believed 2D-Doc settles, and that nothing is drawn from another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pipeline.domain.doc2d import Doc2d, Field, Outcome
from pipeline.domain.doc2d_evidence import Holder, attested, type_of
from tests.papers import rules


def doc(type, outcome=Outcome.VALID, **fields):
    said = tuple(Field(code.removeprefix("_"), text, truncated=False) for code, text in fields.items())
    return Doc2d(version=4, type=type, perimeter="01", fields=said, outcome=outcome)


NOTICE = doc("28", _43="2,75", _44="2278012345678", _45="2021", _46="FICTIVE CAMILLE", _47="0300112345678", _41="63198")


@pytest.mark.parametrize("outcome", [None, *(outcome for outcome in Outcome if outcome is not Outcome.VALID)])
def test_a_code_that_is_not_believed_settles_nothing_and_states_nothing(outcome):
    unbelieved = replace(NOTICE, outcome=outcome)
    assert not unbelieved.believed
    assert type_of(unbelieved) is None
    assert attested(unbelieved) is None


def test_only_a_false_signature_or_another_text_is_suspect():
    suspects = {outcome for outcome in Outcome if outcome.suspect}
    assert suspects == {Outcome.SIGNATURE_BAD, Outcome.VALID_BUT_TEXT_MISMATCH}


def test_a_tax_notice_states_the_declarants_and_their_income():
    said = attested(replace(NOTICE, fields=(*NOTICE.fields, Field("48", "FICTIF DOMINIQUE", truncated=False))))
    assert said.holders == (
        Holder("FICTIVE CAMILLE", numero_fiscal="0300112345678"),
        Holder("FICTIF DOMINIQUE"),
    )
    assert (said.reference_avis, said.annee_revenus, said.revenu_fiscal) == ("2278012345678", 2021, Decimal(63198))


def test_a_line_of_title_surname_and_given_name_is_told_apart():
    (holder,) = attested(doc("06", _10="MME/DE LA FICTION/CAMILLE")).holders
    assert (holder.written, holder.nom, holder.prenoms) == ("DE LA FICTION CAMILLE", "DE LA FICTION", "CAMILLE")


def test_names_birth_and_validity_of_a_foreigner_are_stated():
    said = attested(doc("13", _60="CAMILLE/DOMINIQUE", _62="FICTIVE", _63="IMAGINEE", _69="12071973", _6O="03022030"))
    assert said.holders == (
        Holder("FICTIVE CAMILLE DOMINIQUE", "FICTIVE", "CAMILLE DOMINIQUE", "IMAGINEE", date(1973, 7, 12)),
    )
    assert said.valid_until == date(2030, 2, 3)


def test_the_period_of_a_payslip_is_counted_from_2000():
    assert attested(doc("06", _53="1231", _54="124F")).period == (date(2012, 10, 1), date(2012, 10, 31))


@pytest.mark.parametrize("text", ["", "FFFF", "31022020", "00000000", "124", "12/07/73", "²²²²"])
def test_what_is_no_date_is_none(text):
    assert doc("13", _69=text).day("69") is None


@pytest.mark.parametrize("text", ["", ",5", "1 000", "1e9", "9" * 40, "NaN"])
def test_what_is_no_amount_is_none(text):
    assert doc("28", _41=text).amount("41") is None


def test_a_machine_readable_zone_gets_its_fillers_back():
    zone = "P FRAFICTIVE  CAMILLE".ljust(44) + "07CD123044FRA7307122F1603062              04"
    lines = doc("08", _6F=zone).mrz()
    assert [len(line) for line in lines] == [44, 44]
    assert lines[0].startswith("P<FRAFICTIVE<<CAMILLE<<<")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (doc("04"), "FIS-AVI"),
        (doc("27"), "FIS-ASD"),
        (doc("06"), "RES-BUL"),
        (doc("07", _65="P ", _67="FR"), "IDE-PAS"),
        (doc("07", _65="ID", _67="FR"), None),
        (doc("08", _6F="IDFRAFICTIVE".ljust(72)), "IDE-CNA"),
        (doc("08", _6F="IDFRAX4RTBPFW46".ljust(90)), "IDE-CNN"),
        (doc("08", _6F="P DEUFICTIVE".ljust(88)), None),
        (doc("12", _94="COMMANDEMENT DE PAYER VISANT LA CLAUSE"), "MOT-CDP"),
        (doc("12", _94="COMMANDEMENT DE QUITTER LES LIEUX"), "MOT-CQL"),
        (doc("12", _94="ASSIGNATION EN REFERE"), "MOT-ASS"),
        (doc("12", _94="CONGE POUR VENDRE"), "MOT-CON"),
        (doc("12", _94="SAISIE CONSERVATOIRE DE CREANCES"), None),
        (doc("13", _6J="1"), None),
        (doc("13", _6J="3"), "SEJ-ANF"),
        (doc("A2"), "HAN-CMI"),
        (doc("AE"), "FAM-DEC"),
        (doc("B1"), None),
        (doc("C4"), "HPR-AUT"),
        (doc("99"), None),
        (replace(doc("04"), perimeter="02"), None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_type_that_a_code_settles(said, code):
    assert type_of(said) == code


def test_every_type_that_a_code_settles_is_in_the_filing_plan():
    every = [f"{a}{b}" for a in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    settled = {type_of(doc(type)) for type in every} - {None}
    assert len(settled) > 10
    assert settled <= set(rules().plan.types)
