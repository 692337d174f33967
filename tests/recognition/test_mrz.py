"""Zones as cards bear them, drawn in OCR-B and scanned as an office does."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import ImageFont

from pipeline.domain.mrz_layouts import Format
from pipeline.recognition.mrz import machine_zones
from pipeline.recognition.raster import raster
from training import mrz
from training.canvas import Canvas
from training.documents.parts import machine_zone
from training.fonts import FONT_ROOT, Family, pick_faces
from training.scanner import GRADES, photograph, scan

BIRTH, EXPIRY = date(1984, 5, 16), date(2031, 2, 11)
HOLDER = (BIRTH, "F", EXPIRY)
ZONES = {
    Format.TD1: mrz.td1("IDFRA", "X4RTBPFW0", "", *HOLDER, "FRA", "Lormeau", "Camille Inès"),
    Format.CNI_1995: mrz.old_card("Tranchevent", "Odile", BIRTH, "F", "150657900618"),
    Format.TD2: mrz.td2("D2O145890", *HOLDER, "UTO", "Boisfleury", "Anna Maria"),
    Format.TD3: mrz.td3("18LT80O40", *HOLDER, "FRA", "Vauquelain", "Zoé"),
    Format.MRV_A: mrz.visa("8B0OI1Z2S", *HOLDER, "SEN", "Diabirate", "Khady", "5GQ6", 44),
    Format.MRV_B: mrz.visa("G6S5Z2B8D", *HOLDER, "MLI", "Okonjwo", "Wyxkq", "0O", 36),
    Format.LICENCE: mrz.licence("13AA00002", EXPIRY, "Lormeau"),
}
DPI = 200


def page(*placed, points=10, dpi=DPI):
    """Print zones on A4; each is (format, mm from the left, mm from the top)."""
    paper = Canvas.blank(dpi, pick_faces(Family.A, Random(1)))
    for format_, x, y in placed:
        machine_zone(paper, x, y, ZONES[format_], points)
    return paper.image.convert("L")


def lines_of(seen):
    return [list(zone.mrz.lines) for zone in seen]


@pytest.mark.parametrize("format_", ZONES)
def test_a_clean_zone_is_read_whole(format_):
    (zone,) = machine_zones(np.asarray(page((format_, 40, 120))), DPI)
    assert list(zone.mrz.lines) == ZONES[format_]
    assert (zone.mrz.format, zone.mrz.all_checks_pass, zone.repaired) == (format_, True, 0)
    assert zone.is_certain


@pytest.mark.parametrize("format_", [Format.TD1, Format.TD3])
@pytest.mark.parametrize("dpi", [150, 300])
def test_a_zone_is_read_on_an_office_scan(format_, dpi):
    scanned = scan(page((format_, 30, 200), dpi=dpi), GRADES["bureau"], Random(dpi))
    (zone,) = machine_zones(np.asarray(scanned.convert("L")), dpi)
    assert list(zone.mrz.lines) == ZONES[format_]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_card_that_lies_in_another_direction_is_read(turn):
    turned = page((Format.CNI_1995, 40, 60)).rotate(turn, expand=True)
    (zone,) = machine_zones(np.asarray(turned), DPI)
    assert list(zone.mrz.lines) == ZONES[Format.CNI_1995]


def test_two_cards_of_a_page_are_read_from_top_to_bottom_each_at_its_place():
    seen = machine_zones(np.asarray(page((Format.TD1, 60, 220), (Format.TD3, 30, 100))), DPI)
    assert lines_of(seen) == [ZONES[Format.TD3], ZONES[Format.TD1]]
    box = seen[1].box
    assert 50 / 210 < box.x0 < 61 / 210
    assert 215 / 297 < box.y0 < 223 / 297 < box.y1 < 240 / 297


def test_an_enlarged_copy_is_read():
    (zone,) = machine_zones(np.asarray(page((Format.TD1, 5, 60), points=22)), DPI)
    assert list(zone.mrz.lines) == ZONES[Format.TD1]


def test_a_photograph_is_read():
    grey = np.asarray(photograph(page((Format.TD1, 50, 100), points=12), Random(4)).convert("L"))
    (zone,) = machine_zones(grey, DPI)
    assert list(zone.mrz.lines) == ZONES[Format.TD1]


def test_a_forged_digit_is_seen_and_not_repaired_away(monkeypatch):
    first, second = ZONES[Format.TD3]
    forged = [first, second[:13] + "74" + second[15:]]
    monkeypatch.setitem(ZONES, Format.TD3, forged)
    (zone,) = machine_zones(np.asarray(page((Format.TD3, 30, 100))), DPI)
    assert list(zone.mrz.lines) == forged
    assert (zone.mrz.all_checks_pass, zone.is_certain, zone.repaired) == (False, False, 0)


def test_evenly_spaced_lines_that_hold_nothing_together_are_no_zone(monkeypatch):
    monkeypatch.setitem(ZONES, Format.TD2, ["I<UTO" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<<<", "0123456789" * 3 + "012345"])
    assert machine_zones(np.asarray(page((Format.TD2, 30, 100))), DPI) == ()


def test_ordinary_pages_have_no_zone(desk):
    for grey in (desk.blank(), desk.printed(), desk.scrawled(), np.ascontiguousarray(np.rot90(desk.printed()))):
        assert machine_zones(grey, DPI) == ()


def test_typewritten_lines_have_no_zone(desk):
    mono = ImageFont.truetype(str(FONT_ROOT / "truetype/liberation/LiberationMono-Regular.ttf"), 34)
    paper = Canvas.blank(DPI, pick_faces(Family.A, Random(1)))
    for row in range(20):
        words = "LE LOYER EST DU LE PREMIER DU MOIS DE L'ANNEE"[: 44 if row % 2 else 36]
        paper.pen.text((200, 300 + 50 * row), words, (20, 20, 20), mono)
    assert machine_zones(np.asarray(paper.image.convert("L")), DPI) == ()


@pytest.mark.skipif("PLI_CORPUS" not in os.environ, reason="PLI_CORPUS is not set: no real pages to look at")
def test_real_typewritten_pages_have_no_zone():
    paths = sorted(Path(os.environ["PLI_CORPUS"], "imprime").rglob("*.jpg"))
    assert paths
    for path in paths:
        scanned = raster(path.read_bytes(), "jpeg", None)
        assert machine_zones(scanned.grey(), scanned.dpi) == (), path.name
