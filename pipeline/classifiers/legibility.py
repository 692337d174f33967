"""How much of a page could be read: its predicted word recall, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.domain.reading import Look, Reading, TextSource

LEGIBLE = 0.6
NOTHING_TO_READ = 0.4  # a page of pictures: neither legible nor illegible, someone must look
_BLURRED, _PALE, _COARSE_DPI, _SOME_LINES = 0.55, 0.25, 120.0, 3
# Least squares on printed pages of known text, degraded on purpose: recall against the engine's
# confidence (by letter) and the share of the lines seen in which something was read; error ±0.06.
_BY_CONFIDENCE, _BY_LINES = 0.94, 0.11
_SURE = 0.6
_REAL_WORD, _NO_WORD = 3, 0.2


@dataclass(frozen=True, slots=True)
class Legibility:
    """``score``: predicted share of the words that were read right, 0–1; ``cause``: in French, why not all."""

    score: float
    cause: str


def judge(reading: Reading) -> Legibility:
    """Judge one page that is not blank. A page whose code says all it has to say is legible."""
    if reading.fault is not None or reading.look is None:
        return Legibility(0.0, reading.fault or "page non examinée")
    if reading.text_source is TextSource.BORN_DIGITAL or (reading.text_source is TextSource.NONE and reading.codes):
        return Legibility(1.0, "lisible")
    seen = reading.look.text_lines
    if not reading.words and seen is not None and seen < _SOME_LINES:
        return Legibility(NOTHING_TO_READ, "aucun texte à lire")
    score = _predicted(reading, reading.look)
    return Legibility(score, "lisible" if score >= LEGIBLE else _cause(reading, reading.look))


def _predicted(reading: Reading, look: Look) -> float:
    letters = sum(len(word.text) for word in reading.words)
    if not letters:
        return 0.0
    confidence = sum(word.confidence * len(word.text) for word in reading.words) / letters
    read = 1.0 if not look.text_lines or look.unread_lines is None else 1.0 - look.unread_lines / look.text_lines
    # Confident words on a few lines do not make up for all the lines that gave none,
    # nor do stray marks taken for short words make up for a page in which no real word was read.
    real = any(word.confidence >= _SURE and sum(map(str.isalpha, word.text)) >= _REAL_WORD for word in reading.words)
    return round(min(1.0 if real else _NO_WORD, _BY_CONFIDENCE * confidence + _BY_LINES * read, 2 * read), 4)


def _cause(reading: Reading, look: Look) -> str:
    """Name the most likely cause, what the sender can mend first."""
    if reading.dpi < _COARSE_DPI:
        return f"résolution trop faible ({round(reading.dpi)} points par pouce)"
    if look.contrast < _PALE:
        return "trop claire"
    if look.sharpness < _BLURRED:
        return "floue"
    if look.text_lines and not any(word.confidence >= _SURE for word in reading.words):
        return f"aucun mot lu dans {look.text_lines} lignes"
    if look.text_lines and look.unread_lines and 2 * look.unread_lines > look.text_lines:
        return f"{look.unread_lines} lignes illisibles sur {look.text_lines}"
    return "mots lus sans certitude"
