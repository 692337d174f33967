"""Each in a process of its own: what is given up does not come back."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

HERE = {**os.environ, "PYTHONPATH": str(Path.cwd())}


@pytest.fixture
def confined(tmp_path, limits):
    def confined(confinement, deed):
        program = (
            "import json, os, resource, socket, subprocess, sys\nfrom pathlib import Path\n"
            "from pipeline.media.confine import confine_child, confine_worker\n"
            "from pipeline.media.page_image import Limits\n"
            f"parent, into = {os.getpid()}, Path({str(tmp_path)!r})\n"
            f"limits = Limits(**json.loads({json.dumps(asdict(limits))!r}))\n"
            f"lacking = {confinement}\ntry:\n    print({deed})\nexcept (OSError, MemoryError) as e:\n"
            "    print(type(e).__name__)"
        )
        return subprocess.run([sys.executable, "-c", program], env=HERE, capture_output=True, text=True, check=False)

    return confined


CHILD = "confine_child(parent, into, limits)"
WORKER, ASKING = "confine_worker(network=False)", "confine_worker(network=True)"


@pytest.mark.parametrize(
    ("confinement", "said"), [(CHILD, "PermissionError"), (WORKER, "PermissionError"), (ASKING, "True")]
)
def test_only_who_asks_the_register_reaches_a_server(confined, listening, confinement, said):
    connects = f"socket.create_connection(('127.0.0.1', {listening})) is not None"
    assert confined(confinement, connects).stdout.strip() == said


@pytest.mark.parametrize(("confinement", "said"), [(CHILD, "PermissionError"), (WORKER, "True")])
def test_a_worker_may_start_another_reader_of_text_and_the_child_nothing(confined, confinement, said):
    assert confined(confinement, "subprocess.run(['true']).returncode == 0").stdout.strip() == said


def test_the_child_writes_nowhere_else(confined, tmp_path):
    elsewhere = tmp_path.parent / "ailleurs"
    assert confined(CHILD, f"Path({str(elsewhere)!r}).write_text('x')").stdout.strip() in {"PermissionError", "1"}
    assert confined(CHILD, "(into / 'page').write_text('x')").stdout.strip() == "1"


def test_what_the_kernel_cannot_forbid_is_named(confined):
    forget = f"setattr(__import__('platform'), 'machine', lambda: 'strange') or {CHILD}"
    assert "réseau" in confined(forget, "*lacking").stdout


def test_no_file_outgrows_the_quota(confined, limits):
    most = max(limits.bytes_max, 4 * limits.pixels_max)
    assert confined(CHILD, f"os.truncate(open(into / 'x', 'w').fileno(), {most + 1})").stdout.strip() == "OSError"


@pytest.mark.parametrize("confinement", [CHILD, WORKER])
def test_memory_has_an_end(confined, confinement):
    assert confined(confinement, "len(bytearray(3 << 30))").stdout.strip() == "MemoryError"


def test_a_worker_outlives_the_time_that_one_page_may_take(confined):
    assert confined(WORKER, "resource.getrlimit(resource.RLIMIT_CPU)[0] == resource.RLIM_INFINITY").stdout == "True\n"


def test_a_child_whose_parent_is_dead_ends_at_once(confined):
    assert confined("confine_child(1, into, limits)", "'there'").returncode == 1


def test_a_limit_that_is_lower_already_stays(confined):
    lowered = f"(resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)), {CHILD})[1]"
    assert confined(lowered, "resource.getrlimit(resource.RLIMIT_AS)[0] == 1 << 30").stdout == "True\n"
