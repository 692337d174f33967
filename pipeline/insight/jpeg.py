"""Images that stand within a page, so that one file shows all."""

from __future__ import annotations

import base64

import cv2

from pipeline.errors import Defect
from pipeline.recognition.raster import Pixels


def data_uri(pixels: Pixels, quality: int) -> str:
    """Return an image as a JPEG data URI."""
    done, jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise Defect("an image that was decoded could not be encoded as JPEG")
    return "data:image/jpeg;base64," + base64.b64encode(jpeg.tobytes()).decode("ascii")
