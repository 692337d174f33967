import io

from PIL import Image

from training.containers import put_down


def picture(shade):
    out = io.BytesIO()
    Image.new("L", (8, 8), shade).save(out, "PNG")
    return out.getvalue()


def test_a_folder_lot_is_put_down_with_its_mark_beside_it(tmp_path):
    images = {"image1.jpg": picture(10), "image10.jpg": picture(20)}
    put_down(tmp_path / "lot", images)
    assert {path.name: path.read_bytes() for path in (tmp_path / "lot").iterdir()} == images
    assert (tmp_path / "lot.ok").read_bytes() == b""


def test_an_image_of_an_earlier_drawing_is_no_page_of_the_folder(tmp_path):
    put_down(tmp_path / "lot", {"image1.jpg": picture(10), "image2.jpg": picture(20)})
    put_down(tmp_path / "lot", {"image1.jpg": picture(30)})
    assert [path.name for path in (tmp_path / "lot").iterdir()] == ["image1.jpg"]


def test_only_a_folder_gets_a_mark(tmp_path):
    put_down(tmp_path / "lot.png", picture(10))
    assert [path.name for path in tmp_path.iterdir()] == ["lot.png"]
