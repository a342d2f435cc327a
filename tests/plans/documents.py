"""Word documents for tests: made with python-docx, or bent with zipfile into what no Word would write."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

from docx import Document

Lines = Iterable[tuple[str, str]]


def word(*lines: tuple[str, str], rows: Iterable[tuple[str, ...]] = ()) -> bytes:
    """A document of (style, text) paragraphs, with a table at its end where there are rows."""
    document = Document()
    for style, text in lines:
        document.add_paragraph(text, style=style)
    added = list(rows)
    if added:
        table = document.add_table(rows=0, cols=len(added[0]))
        for cells in added:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
    return bytes_of(document)


def bytes_of(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]  # python-docx is untyped
    return out.getvalue()


def of_xml(body: str, **more: str) -> bytes:
    """A document whose body is this XML; `more` adds members, or replaces `document`, the whole of the main part."""
    main = more.pop("document", None) or (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return bent(word(), {"word/document.xml": main, **more})


def bent(document: bytes, members: dict[str, str | bytes]) -> bytes:
    """The document with members added or replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()
