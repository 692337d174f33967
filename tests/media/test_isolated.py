import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import InputFault
from pipeline.media import isolated
from pipeline.media.isolated import unfold_isolated
from tests import bombs

SAMPLE = 60


def test_the_child_writes_a_file_a_page_and_tells_what_it_holds(tmp_path, make, limits):
    source, into = tmp_path / "recu", tmp_path / "pages"
    source.write_bytes(make.born_digital(pages=2))
    into.mkdir()
    pages = unfold_isolated(source, into, limits)
    assert [page.path.name for page in pages] == ["0001.pdf", "0002.pdf"]
    assert all(hashlib.sha256(page.path.read_bytes()).hexdigest() == page.sha256 for page in pages)


def test_a_folder_is_unfolded_too(tmp_path, make, limits):
    lot, into = tmp_path / "lot", tmp_path / "pages"
    lot.mkdir()
    into.mkdir()
    for name in ("2.jpg", "10.jpg"):
        (lot / name).write_bytes(make.encode(make.draw()[0], "jpeg"))
    assert [page.kind for page in unfold_isolated(lot, into, limits)] == ["jpeg", "jpeg"]


def test_a_fault_crosses_with_its_motive_and_sentence(tmp_path, limits):
    source = tmp_path / "recu.pdf"
    source.write_bytes(b"Ceci n'est pas un PDF")
    with pytest.raises(InputFault, match="Format non reconnu") as caught:
        unfold_isolated(source, tmp_path, limits)
    assert caught.value.motif == "T10"


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "interrompue"),
        ("raise ValueError", "interrompue"),
        ("os.kill(os.getpid(), signal.SIGPROF)", "trop de temps"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "trop de temps"),
        ("time.sleep(60)", "trop de temps"),
    ],
)
def test_a_child_that_dies_or_hangs_is_a_fault_of_the_file(tmp_path, ending, said):
    """The door through which the child speaks, with a child that misbehaves."""
    command = [sys.executable, "-c", f"import os, signal, time; {ending}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        with pytest.raises(InputFault, match=said):
            isolated._collect(child, tmp_path, silence_seconds=0.5)
        child.kill()


@pytest.fixture
def fault_of(tmp_path):
    def fault_of(content, limits):
        source, into = tmp_path / "recu", tmp_path / "pages"
        source.write_bytes(content)
        into.mkdir()
        with pytest.raises(InputFault) as caught:
            unfold_isolated(source, into, limits)
        return caught.value

    return fault_of


def test_a_file_that_takes_too_much_memory_is_over_the_quota(fault_of, limits):
    fault = fault_of(bombs.kept_word(12_000), replace(limits, pixels_max=2 * 10**8, memory_max=192 << 20))
    assert (fault.motif, "mémoire" in fault.explanation) == ("T11", True)


def test_a_page_that_takes_too_much_of_the_processor_is_given_up(fault_of, limits):
    fault = fault_of(bombs.flate_bomb(), replace(limits, page_seconds=1, stream_max=10**9))
    assert (fault.motif, "trop de temps" in fault.explanation) == ("T10", True)


def test_pages_that_weigh_more_apart_than_together_are_over_the_quota(fault_of, limits):
    content = bombs.shared_weight()
    fault = fault_of(content, replace(limits, unfolded_max=2 * len(content)))
    assert (fault.motif, "pages du fichier" in fault.explanation) == ("T11", True)


def test_a_disk_that_is_full_is_no_fault_of_the_file(tmp_path):
    program = f"print('{{\"errno\": {errno.ENOSPC}}}')"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as child:
        with pytest.raises(OSError, match="space") as caught:
            isolated._collect(child, tmp_path, silence_seconds=5)
        assert caught.value.errno == errno.ENOSPC


def test_the_child_is_told_no_password(monkeypatch):
    monkeypatch.setenv("PLI_SNE_JETON", "secret")
    assert not [name for name in isolated._environment() if name.startswith("PLI_")]


def test_the_child_dies_with_its_parent(tmp_path, limits):
    fifo = tmp_path / "recu"
    os.mkfifo(fifo)  # opening it for reading hangs for ever
    program = (
        "import sys; from pathlib import Path; from pipeline.media import isolated; "
        "from pipeline.media.page_image import Limits; "
        "isolated.Limits.check_bytes = lambda self, size: None; "
        f"isolated.unfold_isolated(Path({str(fifo)!r}), Path({str(tmp_path)!r}), Limits(9, 9, 9))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    child = _wait_for(lambda: _children(parent.pid))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert _wait_for(lambda: not Path(f"/proc/{child[0]}").exists() or _is_zombie(child[0]))


def _children(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return listed.read_text().split() if listed.exists() else []


def _is_zombie(pid):
    return ") Z" in Path(f"/proc/{pid}/stat").read_text()


def _wait_for(condition):
    for _ in range(100):
        if found := condition():
            return found
        time.sleep(0.05)
    return condition()


@pytest.mark.skipif("PLI_CORPUS" not in os.environ, reason="PLI_CORPUS names no corpus of malformed files")
def test_malformed_files_end_in_pages_or_in_a_fault_and_nothing_else(tmp_path, limits):
    files = sorted(file for file in (Path(os.environ["PLI_CORPUS"]) / "malforme").rglob("*") if file.is_file())
    sample = files[:: max(1, len(files) // SAMPLE)]

    def outcome(file):
        into = tmp_path / hashlib.sha256(str(file).encode()).hexdigest()
        into.mkdir()
        try:
            return bool(unfold_isolated(file, into, replace(limits, page_seconds=10)))
        except InputFault as fault:
            return fault.motif in {"T10", "T11"}

    with ThreadPoolExecutor(2) as pool:
        outcomes = dict(zip(sample, pool.map(outcome, sample), strict=True))
    assert [str(file) for file, clear in outcomes.items() if not clear] == []
