"""Pli: from the scanned envelope to the national register, every page accounted for."""

import os

# onnxruntime tells its maker of every run unless it is told not to before it starts (its Privacy.md, since 1.29).
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
