from xml.etree import ElementTree as ET

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.plot import risk_svg
from pipeline.insight.evaluate.risk import Point

POINTS = (Point(0.99, Share(1, 3), Share(0, 1)), Point(0.9, Share(2, 3), Share(1, 2)))


def test_the_drawing_is_one_svg_element_with_its_axes_named():
    drawn = risk_svg(POINTS, "a")
    assert ET.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"
    assert "types faux (%)" in drawn


def test_the_same_points_give_the_same_bytes():
    assert risk_svg(POINTS, "a") == risk_svg(POINTS, "a")
