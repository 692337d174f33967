"""Truths and bilans in three lines; ``M`` and ``N`` are numéros uniques of nobody."""

from pipeline.insight.evaluate.account import case

M, N = "057012345678910691", "057012345679010691"


def truth(*pages, pieces=(), **more):
    """Pages are ``role`` (in the dossier ``M``) or ``(role, dossier)``, numbered from 1."""
    told = [page if isinstance(page, tuple) else (page, M) for page in pages]
    listed = [{"n": n, "role": role, "dossier": dossier} for n, (role, dossier) in enumerate(told, 1)]
    return {"pages": listed, "pieces": list(pieces), **more}


def true(*pages, dossier=M, type="RES-BUL", verdict="acceptee", motif=None, **more):
    return {"pages": list(pages), "dossier": dossier, "type": type, "verdict": verdict, "motif": motif, **more}


def piece(*pages, livrable=None, **said):
    return true(*pages, **said) | {"id": f"p-{pages[0]:02d}", "livrable": livrable}


def bilan(*pages, pieces=(), forged=(), etat="termine", recues=None):
    """Its register holds every page as a separator, which nobody here compares with the roles."""
    return truth(*pages, pieces=pieces) | {
        "pli": "p",
        "etat": etat,
        "plage": [1, len(pages)],
        "anomalies": [{"code": "signature_fausse", "pages": [n]} for n in forged],
        "registre": {"recues": len(pages) if recues is None else recues, "separateurs": len(pages)},
    }


def lot(*pages, true, found, **more):
    """Return a lot whose pages were all seen for what they are: only its pieces may differ."""
    return case("lot", truth(*pages, pieces=true, **more), [bilan(*pages, pieces=found)])


def with_sheets(account, *sheets, faces=True):
    """Put the pages on sheets of paper, given as tuples of pages."""
    for number, pages in enumerate(sheets, 1):
        for n, face in zip(pages, ("recto", "verso"), strict=False):
            account["pages"][n - 1] |= {"feuille": number, "face": face if faces else None}
    return account
