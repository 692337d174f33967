"""Each file declares, hides or lies about more than any page needs: it is refused before anything is drawn."""

import pytest

from pipeline.errors import InputFault
from pipeline.media.page_image import Limits
from pipeline.media.unfold import unfold
from tests import bombs

LIMITS = Limits(2000, 100_000_000, 1_000_000_000, stream_max=10_000_000)
OVER = {
    bombs.image_bomb: "60000 × 60000",
    bombs.nested_image_bomb: "60000 × 60000",
    bombs.inline_image_bomb: "60000 × 60000",
    bombs.mask_bomb: "60000 × 60000",
    bombs.flate_bomb: "décompressé",
    bombs.colour_profile_bomb: "décompressé",
    bombs.lying_scan: "démesurée",
    bombs.lying_jpeg2000: "démesurée",
    bombs.many_pages: "2000 pages",
    bombs.tiff_frames: "2000 pages",
    bombs.png_bomb: "PNG est démesurée",
    bombs.jpeg_bomb: "JPEG est démesurée",
    bombs.heic_bomb: "60000 × 60000",
}
DAMAGED = (bombs.endless_tree, bombs.png_text_bomb, bombs.png_profile_bomb)
HARMLESS = {
    bombs.endless_form: 1,
    bombs.long_filter_chain: 1,
    bombs.wide_sheet: 1,
    bombs.flat_sheet: 1,
    bombs.endless_tiff: 2,
    bombs.laughing_pdf: 1,
    bombs.laughing_jpeg: 1,
    bombs.embedded_names: 1,
}


@pytest.fixture
def unfolded(tmp_path):
    def unfolded(content):
        file = tmp_path / "recu"
        file.write_bytes(content)
        return list(unfold(file, LIMITS))

    return unfolded


def named(make):
    return make.__name__


@pytest.mark.parametrize("make", OVER, ids=named)
def test_what_is_over_a_quota_is_refused_for_it(unfolded, make):
    with pytest.raises(InputFault, match=OVER[make]) as caught:
        unfolded(make())
    assert caught.value.motif == "T11"


@pytest.mark.parametrize("make", DAMAGED, ids=named)
def test_what_no_reader_takes_is_damaged(unfolded, make):
    with pytest.raises(InputFault) as caught:
        unfolded(make())
    assert caught.value.motif == "T10"


@pytest.mark.parametrize("make", HARMLESS, ids=named)
def test_what_only_looks_dangerous_gives_its_pages(unfolded, make):
    assert len(unfolded(make())) == HARMLESS[make]


def test_a_pdf_that_is_an_archive_too_is_a_pdf_and_its_archive_is_left_behind(unfolded):
    content = bombs.written(bombs.blank_pdf())
    for both in (bombs.zipped(content), bombs.archive_before(content)):
        (page,) = unfolded(both)
        assert b"PK\x03\x04" not in page.content


@pytest.mark.parametrize("tenths", range(10))
def test_a_file_cut_short_is_refused(unfolded, tenths, make):
    for content in (make.born_digital(pages=3), make.encode(make.draw(dpi=50)[0], "jpeg")):
        with pytest.raises(InputFault) as caught:
            unfolded(content[: len(content) * tenths // 10])
        assert caught.value.motif == "T10"
