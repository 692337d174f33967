"""Bare OCR: decode each page, read it once, keep nothing."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pypdfium2
import tesserocr

from pipeline.recognition.ocr import DPI, LANGUAGE, tessdata

_API: list[tesserocr.PyTessBaseAPI] = []


def read_all(processes: int, lots: Sequence[Path]) -> None:
    """Read every page of the lots, in so many processes."""
    pages = [(lot, n) for lot in lots for n in range(count(lot))]
    with multiprocessing.get_context("spawn").Pool(processes, _warm) as pool:
        for _ in pool.imap_unordered(_read, pages):
            pass


def count(lot: Path) -> int:
    """Return the number of pages of a lot."""
    with closing(pypdfium2.PdfDocument(lot)) as pdf:
        return len(pdf)


def _warm() -> None:
    mode = {"psm": tesserocr.PSM.AUTO, "oem": tesserocr.OEM.LSTM_ONLY}
    _API.append(tesserocr.PyTessBaseAPI(path=str(tessdata()), lang=LANGUAGE, **mode))


def _read(page: tuple[Path, int]) -> int:
    lot, n = page
    with closing(pypdfium2.PdfDocument(lot)) as pdf:
        grey = pdf[n].render(scale=DPI / 72, grayscale=True).to_numpy()
    pixels = np.ascontiguousarray(grey.reshape(grey.shape[:2]))
    (api,) = _API
    api.SetImageBytes(pixels.tobytes(), pixels.shape[1], pixels.shape[0], 1, pixels.shape[1])
    api.SetSourceResolution(round(DPI))
    return len(api.GetUTF8Text())


if __name__ == "__main__":
    read_all(int(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
