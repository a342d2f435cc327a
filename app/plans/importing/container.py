"""Opens a .docx as what it is, a zip from a stranger: nothing is unpacked that was not measured first.

Only the four parts that hold text are ever read; pictures, fonts and embedded files stay packed.
"""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from posixpath import basename, normpath

from lxml import etree

from app.plans.importing import errors
from app.plans.importing.markup import Element, all_of, attribute, parse

MOST_BYTES = 5 * 1024 * 1024
MOST_MEMBERS = 2_000
MOST_OF_ALL = 100 * 1024 * 1024
MOST_OF_PART = 8 * 1024 * 1024
"""Bytes when unpacked: of all members as they declare it, of one part as it is read."""

SMALL = 1024 * 1024
MOST_RATIO = 250
"""How much smaller packing makes a member of more than a megabyte; XML reaches a tenth of that, a bomb four times."""

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass(frozen=True)
class Parts:
    """The roots of the parts that hold text; None where the document has no such part."""

    document: Element
    styles: Element | None
    numbering: Element | None
    links: Element | None


def open_parts(data: bytes) -> Parts:
    """The parts of a document. Raises NotTaken with its reason."""
    if len(data) > MOST_BYTES:
        raise errors.TooLarge
    if data.startswith(OLD):
        raise errors.Protected if ENCRYPTED in data else errors.OldWord
    if not data.startswith(b"PK"):
        raise errors.NotWord
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_unsafe(archive.infolist())
            return _parts(archive)
    except (*BROKEN, etree.XMLSyntaxError) as broken:
        raise errors.Damaged from broken


def _refuse_unsafe(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename.lower() for member in members]
    if any(basename(name).startswith(("vbaproject", "vbadata")) for name in names):
        raise errors.Macros
    if any(member.flag_bits & 1 for member in members):
        raise errors.Protected
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_OF_ALL:
        raise errors.Swollen
    if any(_is_bomb(member) for member in members):
        raise errors.Swollen
    if len(set(names)) < len(names):
        raise errors.Damaged


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > MOST_RATIO * max(1, member.compress_size)


def _parts(archive: zipfile.ZipFile) -> Parts:
    types = _part(archive, "[Content_Types].xml")
    root = _part(archive, "_rels/.rels")
    if types is None or root is None:
        raise errors.NotWord
    if any("macroenabled" in str(attribute(one, "ContentType")).lower() for one in types):
        raise errors.Macros
    main = _target(root, "/officeDocument", "")
    document = _part(archive, main) if main else None
    if document is None or etree.QName(document).localname != "document":
        raise errors.NotWord
    folder, _slash, name = main.rpartition("/")
    links = _part(archive, f"{folder}/_rels/{name}.rels")

    def beside(kind: str) -> Element | None:
        return _part(archive, _target(links, kind, folder)) if links is not None else None

    return Parts(document, beside("/styles"), beside("/numbering"), links)


def _target(relations: Element, kind: str, folder: str) -> str:
    """The name of the part that a relation of this kind leads to; empty where there is none in the document."""
    for one in all_of(relations, "Relationship"):
        inside = attribute(one, "TargetMode") != "External"
        if inside and str(attribute(one, "Type")).endswith(kind):
            target = str(attribute(one, "Target"))
            return normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}").lstrip("/")
    return ""


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    """A part, read up to what a part may be, whatever it declares."""
    try:
        member = archive.getinfo(name.lstrip("/"))
    except KeyError:
        return None
    if member.compress_type not in PLAIN:
        raise errors.Damaged
    with archive.open(member) as stream:
        data = stream.read(MOST_OF_PART + 1)
    if len(data) > MOST_OF_PART:
        raise errors.Swollen
    return parse(data)
