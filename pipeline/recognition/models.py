"""Neural models that installed packages carry, run directly: nothing is fetched."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt
import onnxruntime

Tensor = npt.NDArray[np.float32]


@lru_cache(maxsize=4)
def model(package: str, path: str) -> onnxruntime.InferenceSession:
    """Return a session on the model ``path`` of ``package``; one per process, one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # it keeps 80 MB a worker and saves no time
    options.enable_mem_pattern = False  # it takes at once, for each size of page, half as much again as each step needs
    # Numbers too small to be written in full make a layer thirty times slower, and tell nothing.
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    content = (resources.files(package) / path).read_bytes()
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def run(session: onnxruntime.InferenceSession, batch: Tensor) -> Tensor:
    """Run a model of one input and one output."""
    (output,) = session.run(None, {session.get_inputs()[0].name: batch})
    return np.asarray(output, dtype=np.float32)
