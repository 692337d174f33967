import pytest

from pipeline.errors import InputFault
from pipeline.media.sniff import sniff, sniff_head


def test_the_type_comes_from_the_content_and_not_from_the_name(tmp_path, make):
    file = tmp_path / "scan.pdf"
    file.write_bytes(make.encode(make.draw()[0], "png"))
    assert sniff(file) == "png"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"rubbish\n%PDF-1.7", "pdf"),
        (b"II*\0", "tiff"),
        (b"MM\0*", "tiff"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
    ],
)
def test_accepted_types_are_known_by_their_first_bytes(head, expected):
    assert sniff_head(head) == expected


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"", "vide"),
        (b"Bonjour", "Format non reconnu"),
        (b"GIF89a", "GIF"),
        (b"PK\x03\x04", "bureautique"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "Format non reconnu"),
    ],
)
def test_everything_else_is_refused_with_a_sentence_that_says_why(head, said):
    with pytest.raises(InputFault, match=said) as caught:
        sniff_head(head)
    assert caught.value.motif == "T10"
