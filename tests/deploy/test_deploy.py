"""What is in deploy/ names things that exist, and starts nothing that is not bounded."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from pipeline.cli import main

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
SERVICES = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "pli"}
UNITS = sorted(DEPLOY.glob("*.service"))


def words_of(unit):
    """Return the command of a unit."""
    return shlex.split(re.search(r"^ExecStart=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)[1])


def test_what_the_image_is_made_of_is_there():
    copied = re.findall(r"^COPY (.+) \S+$", CONTAINERFILE, re.MULTILINE)
    assert copied
    assert [name for names in copied for name in names.split() if not (ROOT / name).exists()] == []


def test_the_debian_packages_of_the_image_are_those_of_the_list():
    kept = re.search(r"/\^\(([^)]+)\)/!d", CONTAINERFILE)[1].split("|")
    listed = (ROOT / "packages.apt").read_text(encoding="utf-8").splitlines()
    assert [name for name in kept if not any(line.startswith(f"{name} ") for line in listed)] == []


def test_no_role_of_the_image_is_root_and_none_starts_by_itself():
    assert re.findall(r"^USER (\S+)$", CONTAINERFILE, re.MULTILINE) == ["pli"]
    assert CONTAINERFILE.rstrip().endswith('CMD ["pli", "--help"]')


@pytest.mark.parametrize("name", OURS)
def test_each_role_is_restarted_bounded_and_asked_how_it_is(name):
    role = OURS[name]
    assert role["restart"] in {"always", "on-failure:3"}
    assert role["read_only"]
    assert role["cap_drop"] == ["ALL"]
    assert role["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit", "healthcheck"} <= role.keys()


@pytest.mark.parametrize(
    "words", [OURS[name]["command"] for name in OURS] + [words_of(unit) for unit in UNITS], ids=str
)
def test_what_is_started_is_a_command_of_ours_or_a_worker(words):
    program, first, *_ = words
    if Path(program).name == "dramatiq":
        assert (ROOT / f"{first.replace('.', '/')}.py").is_file()
    else:
        assert first in main.commands


@pytest.mark.parametrize("name", SERVICES)
def test_whatever_is_started_has_an_end_to_what_it_may_take(name):
    assert {"mem_limit", "pids_limit", "restart"} <= SERVICES[name].keys()


@pytest.mark.parametrize("name", OURS)
def test_what_is_written_outside_of_volumes_has_a_place_and_an_end(name):
    for folder, _, options in (line.partition(":") for line in OURS[name]["tmpfs"]):
        assert folder.startswith("/")
        assert "size=" in options


def test_papers_belong_to_the_same_group_here_and_on_the_machine():
    assert "groupadd --gid 10001 pli && useradd --uid 10001 --gid pli" in CONTAINERFILE


@pytest.mark.skipif(shutil.which("redis-server") is None, reason="no Redis here")
def test_redis_understands_what_it_is_told():
    words = [re.sub(r"\$\{.*\}", "secret", word) for word in SERVICES["redis"]["command"]]
    done = subprocess.run([*words, "--port", "0"], capture_output=True, text=True, check=False, timeout=20)
    assert "Configured to not listen anywhere" in done.stdout, done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("unit", [*UNITS, DEPLOY / "pli.target"], ids=lambda unit: unit.name)
def test_systemd_understands_each_unit(unit, tmp_path):
    for other in (*UNITS, DEPLOY / "pli.target"):
        there = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", other.read_text(encoding="utf-8"), flags=re.MULTILINE)
        (tmp_path / other.name).write_text(there, encoding="utf-8")
    words = ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
