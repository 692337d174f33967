"""What templates hold to, whoever writes them."""

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import escape

from pipeline.templates import templates


def test_pages_are_escaped_and_plain_texts_are_not():
    environment = templates("pipeline.mail", {"twice": lambda text: text * 2})
    assert in_a("page.html.j2", environment) == str(escape("<b><b>"))
    assert in_a("text.txt.j2", environment) == "<b><b>"


def in_a(name: str, environment: Environment) -> str:
    escaped = environment.autoescape(name) if callable(environment.autoescape) else environment.autoescape
    return environment.overlay(autoescape=escaped).from_string("{{ said | twice }}").render(said="<b>")


def test_what_is_unknown_is_an_error():
    with pytest.raises(UndefinedError):
        templates("pipeline.mail", {}).from_string("{{ nothing }}").render()
