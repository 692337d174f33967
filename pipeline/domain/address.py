"""One e-mail address, and nothing that could be taken for more."""

from __future__ import annotations

import re

MAX_LENGTH = 254
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_LABEL}")


def is_address(text: str) -> bool:
    """Say whether ``text`` is exactly one plain address: no name, no list, no space, no encoded word."""
    return len(text) <= MAX_LENGTH and "=?" not in text and _ADDRESS.fullmatch(text) is not None
