import pytest

from pipeline.domain.address import is_address


@pytest.mark.parametrize("text", ["agent@mairie.example", "a.b+c@x-y.mairie.example", "o'neil@mairie.example"])
def test_a_plain_address_is_one(text):
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "agent",
        "agent@mairie",
        "a@mairie.example, b@mairie.example",
        "a@mairie.example;b@mairie.example",
        "Agent <agent@mairie.example>",
        "agent@mairie.example\nBcc: x@ailleurs.example",
        "agent@mairie.example ",
        ".agent@mairie.example",
        "agent@-mairie.example",
        "=?utf-8?q?a=0ABcc=3A_x?=@mairie.example",
        "é@mairie.example",
        "a" * 250 + "@mairie.example",
    ],
)
def test_anything_else_is_refused(text):
    assert not is_address(text)
