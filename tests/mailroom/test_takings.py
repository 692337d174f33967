"""Taking: atomic, and nothing lost wherever a death falls."""

import os
import shutil
import tarfile
from datetime import datetime

import pytest

from pipeline.domain.working_calendar import PARIS
from pipeline.mailroom import takings
from pipeline.mailroom.inbox import Drop
from pipeline.mailroom.takings import COMPANION, CONTENT, Taking

NOW = datetime(2026, 5, 6, 10, 0, tzinfo=PARIS)


@pytest.fixture
def drop(tmp_path):
    path = tmp_path / "inbox" / "pwp" / "S1" / "a.pdf"
    path.parent.mkdir(parents=True)
    for name, content in ((path.name, b"%PDF"), ("a.pdf.json", b'{"pages": 2}'), ("a.pdf.ok", b"")):
        path.with_name(name).write_bytes(content)
    return Drop(path, "pwp", "S1", "2026-05-04", ready=True)


def in_inbox(tmp_path):
    return sorted(path.name for path in (tmp_path / "inbox").rglob("*") if path.is_file())


def test_a_drop_leaves_the_inbox_with_all_that_came_with_it(tmp_path, drop):
    folder = takings.take(drop, tmp_path, NOW)
    assert in_inbox(tmp_path) == []
    assert (takings.content(folder).read_bytes(), takings.companion(folder)) == (b"%PDF", b'{"pages": 2}')
    assert takings.known(folder) == Taking("a.pdf", "pwp", "S1", "2026-05-04", NOW.isoformat(), str(drop.path))
    assert takings.left_over(tmp_path) == [folder]


def test_what_is_put_away_leaves_nothing(tmp_path, drop):
    takings.put_away(takings.take(drop, tmp_path, NOW))
    assert takings.left_over(tmp_path) == []
    assert list((tmp_path / "var" / "prises").iterdir()) == []


def test_a_death_before_the_rename_leaves_the_drop_in_the_inbox(tmp_path, drop):
    for holding_companion in (False, True):
        folder = takings._begin(tmp_path, Taking("a.pdf", "pwp", None, None, NOW.isoformat(), str(drop.path)))
        if holding_companion:
            shutil.copy(takings.companion_path(drop.path), folder / COMPANION)
        assert takings.left_over(tmp_path) == []
        assert not folder.exists()
    assert in_inbox(tmp_path) == ["a.pdf", "a.pdf.json", "a.pdf.ok"]


def test_a_death_after_the_rename_leaves_a_taking_and_what_stood_beside_goes_with_it(tmp_path, drop):
    folder = takings._begin(tmp_path, Taking("a.pdf", "pwp", None, None, NOW.isoformat(), str(drop.path)))
    shutil.copy(takings.companion_path(drop.path), folder / COMPANION)
    drop.path.rename(folder / CONTENT)
    assert takings.left_over(tmp_path) == [folder]
    takings.put_away(folder)
    assert in_inbox(tmp_path) == []


def test_a_death_while_a_taking_is_put_away_can_be_mended(tmp_path, drop):
    folder = takings.take(drop, tmp_path, NOW)
    (folder / CONTENT).unlink()  # the content goes first, so that what is left is known to be over
    assert takings.left_over(tmp_path) == []
    assert not folder.exists()


def test_the_companion_of_the_next_drop_of_that_name_stays(tmp_path, drop):
    folder = takings.take(drop, tmp_path, NOW)
    for name in ("a.pdf", "a.pdf.json", "a.pdf.ok"):
        drop.path.with_name(name).write_bytes(b'{"pages": 9}')
    takings.put_away(folder)
    assert in_inbox(tmp_path) == ["a.pdf", "a.pdf.json", "a.pdf.ok"]


def test_a_file_given_by_name_is_copied(tmp_path, drop):
    folder = takings.copy(drop.path, None, tmp_path, NOW)
    takings.put_away(folder)
    assert in_inbox(tmp_path) == ["a.pdf", "a.pdf.json", "a.pdf.ok"]


def test_a_copy_knows_no_place_of_origin(tmp_path, drop):
    folder = takings.copy(drop.path, "mel", tmp_path, NOW)
    known = takings.known(folder)
    assert (known.nom, known.canal, known.origin) == ("a.pdf", "mel", None)
    assert (takings.content(folder).read_bytes(), takings.companion(folder)) == (b"%PDF", b'{"pages": 2}')


def folder_lot(tmp_path, *names):
    """Take a folder of images of these names."""
    lot = tmp_path / "inbox" / "papier-guichet" / "lot7"
    for name in names:
        (lot / name).parent.mkdir(parents=True, exist_ok=True)
        (lot / name).write_bytes(name.encode())
    return takings.take(Drop(lot, "papier-guichet", None, None, ready=True), tmp_path, NOW)


def archived(folder):
    """Return what the archived files hold, in their order: the name that each was given."""
    with tarfile.open(takings.content(folder)) as archive:
        return [archive.extractfile(name).read().decode() for name in archive.getnames()]


def test_a_folder_is_taken_whole_in_the_natural_order_of_its_pages(tmp_path):
    lot = tmp_path / "inbox" / "papier-guichet" / "lot7"
    lot.parent.mkdir(parents=True)
    lot.with_name("lot7.ok").touch()
    folder = folder_lot(tmp_path, "page10.jpg", "page2.jpg", "Page1.jpg")
    assert takings.is_folder(folder)
    assert takings.content(folder).read_bytes() == takings.content(folder).read_bytes()
    assert archived(folder) == ["Page1.jpg", "page2.jpg", "page10.jpg"]
    assert in_inbox(tmp_path) == []


def test_a_name_with_an_exponent_can_be_sorted(tmp_path):
    assert archived(folder_lot(tmp_path, "²1.jpg")) == ["²1.jpg"]


def test_what_lies_deeper_in_a_folder_is_not_lost(tmp_path):
    assert len(archived(folder_lot(tmp_path, "page1.jpg", "suite/page2.jpg"))) == 2


def test_a_link_inside_a_folder_is_not_followed(tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    folder = folder_lot(tmp_path, "page1.jpg")
    (folder / CONTENT / "page2.jpg").symlink_to(tmp_path / "secret")
    assert b"secret" not in takings.content(folder).read_bytes()


def test_a_name_that_is_not_utf_8_is_kept_as_it_can_be_shown(tmp_path):
    path = tmp_path / "inbox" / "mel" / os.fsdecode(b"scan\xe9.jpg")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    folder = takings.take(Drop(path, "mel", os.fsdecode(b"poste\xe9"), None, ready=True), tmp_path, NOW)
    taking = takings.known(folder)
    assert (taking.nom, taking.station, takings.content(folder).read_bytes()) == ("scan\ufffd.jpg", "poste\ufffd", b"x")
    takings.put_away(folder)
    assert in_inbox(tmp_path) == []


def test_a_folder_of_images_is_its_images_and_nothing_that_lies_about(tmp_path):
    lot = tmp_path / "inbox" / "papier-guichet" / "lot"
    lot.mkdir(parents=True)
    for name in ("10.jpg", "9.jpg", ".DS_Store", "11.jpg.tmp", "~9.jpg", "9.jpg.json"):
        (lot / name).write_bytes(name.encode())
    folder = takings.take(Drop(lot, "papier-guichet", None, None, ready=True), tmp_path, NOW)
    with tarfile.open(takings.content(folder)) as packed:
        assert [packed.extractfile(entry).read() for entry in packed] == [b"9.jpg", b"10.jpg"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Été n° 2 – scan.pdf", "Été n° 2 – scan.pdf"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\nb\x1b[2J", "a\ufffdb\ufffd[2J"),
        ("fdp\u202eexe", "fdp\ufffdexe"),
        (os.fsdecode(b"a\xe9"), "a\ufffd"),
        (None, ""),
    ],
)
def test_what_a_screen_would_obey_in_a_name_is_not_shown(name, shown):
    assert takings.shown(name) == shown


def test_a_name_too_long_to_have_anything_beside_it_is_taken(tmp_path):
    path = tmp_path / "inbox" / "pwp" / ("a" * 255)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    folder = takings.take(Drop(path, "pwp", None, None, ready=True), tmp_path, NOW)
    takings.put_away(folder)
    assert in_inbox(tmp_path) == []
