"""Pixels to symbols: one page image in, facts out.

OpenMP reads its limit when the OCR library is loaded, so it is set here, before any room of this
package imports that library: one process reads one page on one core.
"""

import os

os.environ["OMP_THREAD_LIMIT"] = "1"
