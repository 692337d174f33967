"""Text as cues are matched on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.text import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Attestation d’hébergement", "ATTESTATION D HEBERGEMENT"),
        ("  Nœud – cœur  ", "NOEUD COEUR"),
        ("Ç É È À Ü Ñ", "C E E A U N"),
        ("n°12/b", "N 12 B"),
        ("…", ""),
    ],
)
def test_accents_and_marks_go(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_folding_is_done_once(text):
    assert fold(fold(text)) == fold(text)
    assert re.fullmatch(r"([A-Z0-9]+( [A-Z0-9]+)*)?", fold(text))
