"""The templates of a package, all read by the same rules: what is unknown is an error, what is said is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def templates(package: str, filters: Mapping[str, Callable[..., object]]) -> Environment:
    """Return what renders the files of ``package``'s folder ``templates``; pages are escaped, plain texts are not."""
    environment = Environment(
        loader=PackageLoader(package),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters
    return environment
