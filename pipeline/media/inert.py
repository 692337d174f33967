"""Whether a PDF does nothing but show: what acts, hides a file or points elsewhere is never delivered."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf, Stream

_KEYS = frozenset(
    {
        "/AA", "/AF", "/AcroForm", "/Annots", "/Collection", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/Next",
        "/OpenAction", "/RichMediaContent", "/Threads", "/URI", "/XFA",
    }
)  # fmt: skip
_STREAM_KEYS = frozenset({"/Alternates", "/F", "/FFilter", "/OPI", "/PS", "/Ref"})
"""In a stream, what fetches its data or its likeness from elsewhere, or hands it to a printer's own language."""
_TYPES = frozenset({"/Action", "/Annot", "/EmbeddedFile", "/Filespec", "/F"})
_ACTIONS = frozenset(
    {
        "/GoTo", "/GoTo3DView", "/GoToDp", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch",
        "/Movie", "/Named", "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound", "/SubmitForm",
        "/Thread", "/Trans", "/URI",
    }
)  # fmt: skip


def activity(pdf: Pdf) -> Iterator[str]:
    """Yield what each object of ``pdf`` holds that does more than show: a key, a type or an action, as PDF names it.

    Names of resources are looked at too: a font that calls itself ``/JS`` is taken for a script, which is safe.
    """
    for numbered in pdf.objects:
        waiting: list[object] = [numbered]
        while waiting:
            found = waiting.pop()
            if isinstance(found, Array):
                waiting += _direct(list(found))
            elif isinstance(found, Dictionary | Stream):
                yield from _acts(found)
                waiting += _direct([value for _, value in found.items()])


def _acts(found: Object) -> Iterator[str]:
    names = set(found.keys())
    yield from names & _KEYS
    if isinstance(found, Stream):
        yield from names & _STREAM_KEYS
    yield from {str(found.get("/Type"))} & _TYPES
    yield from {str(found.get("/S"))} & _ACTIONS
    yield from {str(found.get("/Subtype"))} & {"/PS"}


def _direct(values: list[object]) -> list[object]:
    """Leave out what has a number of its own: its turn comes."""
    return [value for value in values if isinstance(value, Object) and not value.is_indirect]
