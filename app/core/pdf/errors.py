"""What can go wrong when a document is put on paper. Callers catch `PdfError` and say `str(error)` is for
the log.
"""


class PdfError(Exception):
    """The document could not be rendered; nothing was written."""


class Busy(PdfError):
    """Too many documents are waiting already. Asking again in a few seconds will do."""


class TooSlow(PdfError):
    """The renderer needed longer than it may; it was ended and replaced."""


class TooLarge(PdfError):
    """The document is bigger than a renderer may hold in memory, or than a frame between processes may be."""


class Broken(PdfError):
    """The renderer died or could not read the document."""
