"""Which kind of card a machine-readable zone stands on, by its document code and its country.

A zone read as such is believed first; else a line of words that begins like one is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.domain.geometry import Box, hull
from pipeline.domain.reading import Reading

FILLER = "<<"
OLD_CARD_WIDTH = 33  # the old French card has lines of 36 characters, the new one of 30; OCR drops a few
RESIDENCE = ("SEJ-RES", "SEJ-PLU", "SEJ-TMP", "SEJ-CRA", "SEJ-UE")
_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        r"P[<A-Z]FRA": ("IDE-PAS",),
        r"V[<A-Z]FRA": ("SEJ-VLS",),
        r"(?:IR|TR|IT)FRA": RESIDENCE,
        r"D1FRA": ("HPR-PER",),
        r"P[<A-Z](?:[A-Z]{3}|D<<)": ("IDE-ETR",),
        r"I[<A-Z](?!FRA)(?:[A-Z]{3}|D<<)": ("IDE-ETR",),
    }
)


@dataclass(frozen=True, slots=True)
class CardZone:
    """A machine-readable zone: the types of card that may bear it, its code, its place on the upright page.

    ``certain``: every check digit holds and no character was in doubt.
    """

    types: tuple[str, ...]
    code: str
    box: Box | None
    certain: bool = False


def card_zone(reading: Reading) -> CardZone | None:
    """Return the machine-readable zone of a page, if one was read."""
    for zone in reading.mrz:
        if (found := _kind(zone.mrz.lines[0])) is not None:
            types, code = found
            return CardZone(types, code, zone.box, zone.is_certain)
    for words in reading.lines():
        text = "".join(word.text for word in words).upper().replace("«", FILLER)
        if FILLER in text and (found := _kind(text)) is not None:
            types, code = found
            return CardZone(types, code, hull([word.box for word in words]))
    return None


def _kind(line: str) -> tuple[tuple[str, ...], str] | None:
    if line.startswith("IDFRA"):
        return (("IDE-CNA",) if len(line) >= OLD_CARD_WIDTH else ("IDE-CNN",)), "IDFRA"
    for pattern, types in _CODES.items():
        matched = re.match(pattern, line)
        if matched is not None:
            return types, matched[0]
    return None
