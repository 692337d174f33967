"""Each in a process of its own: what is given up does not come back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = {**os.environ, "PYTHONPATH": str(Path.cwd())}


@pytest.fixture
def within(tmp_path):
    inside, outside = tmp_path / "dedans", tmp_path / "dehors"
    inside.mkdir()
    outside.mkdir()
    (outside / "x").write_text("x")

    def deed(what):
        """Return how ``what`` ends in a process that may write in ``inside`` alone."""
        program = (
            "import os, sys; from pathlib import Path; from pipeline.media.landlock import write_only_below\n"
            f"inside, outside = Path({str(inside)!r}), Path({str(outside)!r})\n"
            "if not write_only_below(inside): sys.exit(77)\n"
            f"try:\n    {what}\nexcept OSError as e:\n    print(type(e).__name__)\nelse:\n    print('done')"
        )
        done = subprocess.run([sys.executable, "-c", program], env=HERE, capture_output=True, text=True, check=False)
        if done.returncode == 77:
            pytest.skip("this kernel has no Landlock")
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return deed


@pytest.mark.parametrize(
    "what",
    [
        "(outside / 'y').write_text('y')",
        "(outside / 'x').write_text('y')",
        "(inside / '..' / 'dehors' / 'y').write_text('y')",
        "os.remove(outside / 'x')",
        "os.truncate(outside / 'x', 0)",
        "(outside / 'z').mkdir()",
        "(outside / 'z').symlink_to('/')",
        "os.rename(outside / 'x', inside / 'x')",
    ],
)
def test_nothing_is_changed_outside_the_folder(within, what):
    assert within(what) == "PermissionError"


@pytest.mark.parametrize("what", ["(inside / 'y').write_text('y')", "(outside / 'x').read_text()"])
def test_writing_inside_and_reading_anywhere_stay(within, what):
    assert within(what) == "done"
