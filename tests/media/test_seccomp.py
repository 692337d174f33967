"""Each in a process of its own: what is given up does not come back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.media.seccomp import _MACHINES, NETWORK, PROGRAMS

HERE = {**os.environ, "PYTHONPATH": str(Path.cwd())}


def after(confinement: str, deed: str) -> str:
    """Return how ``deed`` ends in a process that was confined before: done, or the name of what it raised."""
    program = f"import os, socket, subprocess, threading\n{confinement}\ntry:\n    {deed}\nexcept OSError as e:\n"
    program += "    print(type(e).__name__)\nelse:\n    print('done')"
    done = subprocess.run([sys.executable, "-c", program], env=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


GIVE_UP = f"from pipeline.media.seccomp import give_up; assert give_up({(*NETWORK, *PROGRAMS)!r})"


def test_a_process_that_gave_up_nothing_connects(listening):
    assert after("", f"socket.create_connection(('127.0.0.1', {listening}))") == "done"


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK"])
def test_no_socket_is_opened_any_more(family):
    assert after(GIVE_UP, f"socket.socket(socket.{family})") == "PermissionError"


def test_a_server_that_listens_is_out_of_reach(listening):
    assert after(GIVE_UP, f"socket.create_connection(('127.0.0.1', {listening}))") == "PermissionError"


def test_no_program_is_started_any_more():
    assert after(GIVE_UP, "subprocess.run(['true'])") == "PermissionError"


def test_threads_that_were_there_before_give_up_too():
    thread = (
        "said, told = [], threading.Event()\n"
        "def ask():\n    told.wait()\n    try:\n        socket.socket()\n"
        "    except OSError as e:\n        said.append(e)\n"
        "asking = threading.Thread(target=ask); asking.start()\n"
    )
    deed = "told.set(); asking.join()\n    if said: raise said[0]"
    assert after(thread + GIVE_UP, deed) == "PermissionError"


def test_what_is_needed_still_works(tmp_path):
    assert after(GIVE_UP, f"open({str(tmp_path / 'x')!r}, 'w').write('x'); os.pipe(); socket.socketpair()") == "done"


def test_every_machine_knows_every_call():
    assert all({*NETWORK, *PROGRAMS, "seccomp"} == set(machine.calls) for machine in _MACHINES.values())
