"""Run the benchmarks that are named, or all of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

import benchmarks


def main(wanted: Sequence[str]) -> int:
    """Run each in turn; 2 when a name is not known."""
    known = sorted(module.name for module in iter_modules(benchmarks.__path__) if not module.name.startswith("_"))
    if strangers := [name for name in wanted if name not in known]:
        print(f"unknown: {', '.join(strangers)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in wanted or known:
        import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
