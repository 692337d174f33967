from pipeline.insight.evaluate.confusion import confusion


def test_rows_are_true_types_and_columns_those_said_with_abstentions_last():
    table = confusion({("A", "A"): 3, ("A", "B"): 1, ("C", None): 2, ("A", "D"): 4})
    assert table.columns == ("A", "B", "D", None)
    assert [(row.true, row.counts) for row in table.rows] == [("A", (3, 1, 4, 0)), ("C", (0, 0, 0, 2))]


def test_a_row_says_what_its_type_was_taken_for_the_most_frequent_first():
    row = confusion({("A", "A"): 3, ("A", "B"): 1, ("A", "D"): 4, ("A", None): 2}).rows[0]
    assert (row.total, row.right, row.abstained) == (10, 3, 2)
    assert row.others == (("D", 4), ("B", 1))


def test_nothing_gives_an_empty_table():
    assert (confusion({}).columns, confusion({}).rows) == ((), ())
