from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.recognition import lines


def test_lines_are_found_where_they_lie(desk):
    found = lines.detect(desk.printed(lines=6))

    assert len(found) == 6
    assert all(180 / 2339 < line.y0 < line.y1 < 580 / 2339 for line in found)


def test_line_without_a_confident_word_is_unread():
    read, unread = Box(0.1, 0.1, 0.9, 0.15), Box(0.1, 0.2, 0.9, 0.25)
    words = [Word("loyer", 0.9, Box(0.2, 0.11, 0.3, 0.14), 0), Word("~;", 0.2, Box(0.2, 0.21, 0.3, 0.24), 1)]

    assert lines.unread([read, unread], words, 0.6) == [unread]
