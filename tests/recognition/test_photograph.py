"""Photographs of drawn pages, straightened; and pages that are none."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pytest
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.recognition.photograph import evenly_lit, photograph
from pipeline.recognition.raster import raster
from training.photograph import HOLDS, shoot
from training.scanner import GRADES, scan

DARK_WOOD = (64, 46, 34)
LIGHT_STONE = (188, 186, 180)


def taken(page, hold="courant", seed=1, table=DARK_WOOD):
    shot = shoot(Image.fromarray(page), HOLDS[hold], Random(seed), table=table, long_side=1300)
    return np.asarray(shot.image.convert("L")), shot.corners


@pytest.mark.parametrize("hold", ["courant", "penche"])
@pytest.mark.parametrize("table", [DARK_WOOD, LIGHT_STONE])
def test_the_corners_of_a_photographed_sheet_are_found(desk, hold, table):
    grey, corners = taken(desk.printed(), hold, table=table)
    seen = photograph(grey)
    found = np.array(seen.corners) * grey.shape[::-1]
    assert min(np.abs(np.roll(corners, turn, axis=0) - found).max() for turn in range(4)) < 6


def test_the_straightened_sheet_looks_like_the_page(desk):
    page = desk.printed()
    grey, _ = taken(page)
    straight = photograph(grey).straightened(grey)
    small = [cv2.resize(shades, (83, 117), interpolation=cv2.INTER_AREA).astype(float) for shades in (page, straight)]
    inner = [shades[5:-5, 5:-5].ravel() for shades in small]
    assert np.corrcoef(*inner)[0, 1] > 0.75


def test_a_sheet_of_the_ratio_of_a4_comes_out_as_a4(desk):
    grey, _ = taken(desk.printed(), "penche")
    seen = photograph(grey)
    assert seen.height / seen.width == pytest.approx(2**0.5, abs=0.01)
    assert seen.dpi == pytest.approx(seen.height / 11.69)


def test_a_shadow_across_the_sheet_goes_and_its_print_stays(desk):
    page = desk.printed()
    shadow = np.linspace(0.45, 1.0, page.shape[1])
    lit = evenly_lit(np.asarray(page * shadow, np.uint8), desk.dpi)
    assert lit[page == 250].min() > 225
    assert lit[page < 60].max() < 120


def test_colour_is_straightened_as_grey_is(desk):
    grey, _ = taken(desk.printed())
    seen = photograph(grey)
    assert seen.straightened(np.dstack([grey] * 3)).shape == (seen.height, seen.width, 3)


def test_a_box_of_the_sheet_lies_on_the_page_where_it_was_seen(desk):
    page = desk.blank().copy()
    page[400:500, 300:700] = 20
    grey, corners = taken(page)
    height, width = page.shape
    box = photograph(grey).on_page(Box(300 / width, 400 / height, 700 / width, 500 / height))
    dark = (
        cv2.perspectiveTransform(
            np.array([[[300, 400], [700, 400], [700, 500], [300, 500]]], np.float32),
            cv2.getPerspectiveTransform(
                np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32), corners
            ),
        )[0]
        / grey.shape[::-1]
    )
    wanted = (*dark.min(axis=0), *dark.max(axis=0))
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("grade", GRADES)
def test_a_scan_is_no_photograph(desk, grade):
    for turn, page in ((0, desk.printed()), (90, desk.blank()), (180, desk.scrawled())):
        assert (
            photograph(np.asarray(scan(Image.fromarray(page).convert("RGB"), GRADES[grade], Random(2), turned=turn)))
            is None
        )


@pytest.mark.parametrize("lean", [0.0, 3.0, -8.0])
def test_a_sheet_under_a_dark_lid_is_no_photograph(desk, lean):
    sheet = Image.fromarray(desk.printed()).resize((1240, 1754))
    lid = Image.new("L", (1654, 2339), 30)
    lid.paste(sheet, (200, 250))
    assert photograph(np.asarray(lid.rotate(lean, Image.Resampling.BICUBIC, fillcolor=30))) is None


def test_a_sheet_that_leans_further_than_scans_do_is_straightened(desk):
    sheet = Image.fromarray(desk.printed()).resize((1000, 1414))
    table = Image.new("L", (1654, 2339), 60)
    table.paste(sheet, (320, 450))
    assert photograph(np.asarray(table.rotate(20, Image.Resampling.BICUBIC, fillcolor=60))) is not None


def test_a_photograph_that_cuts_a_corner_is_left_alone(desk):
    grey, corners = taken(desk.printed(), "penche")
    right = int(np.sort(corners[:, 0])[-2]) - 120
    assert photograph(np.ascontiguousarray(grey[:, :right])) is None


def test_tables_and_frames_on_a_sheet_are_no_sheets(desk):
    page = desk.printed().copy()
    page[150:2200, 120:1530] = 215
    cv2.fillConvexPoly(page, np.array([[300, 300], [1300, 340], [1330, 1900], [260, 1850]]), 245)
    seen = photograph(page)
    assert seen is None


@pytest.mark.skipif("PLI_CORPUS" not in os.environ, reason="PLI_CORPUS is not set: no real pages to look at")
def test_real_flat_pages_are_no_photographs():
    for path in sorted((Path(os.environ["PLI_CORPUS"]) / "imprime").glob("**/*.jpg")):
        assert photograph(raster(path.read_bytes(), "jpeg", None).grey()) is None, path.name
