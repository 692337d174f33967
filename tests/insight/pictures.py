"""Drawn pages as they are stored, and pictures as a browser would see them."""

import base64
import io

import cv2
import numpy as np
from PIL import Image


def png(pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def sheet(width=1654, height=2339):
    """Return a white page with a black square at its top left."""
    pixels = np.full((height, width), 255, np.uint8)
    pixels[100:400, 100:400] = 0
    return pixels


def content_of(uri):
    """Return the JPEG that an address holds."""
    kind, _, content = uri.partition(",")
    assert kind == "data:image/jpeg;base64"
    return base64.b64decode(content)


def greys_of(uri):
    return cv2.imdecode(np.frombuffer(content_of(uri), np.uint8), cv2.IMREAD_GRAYSCALE)
