"""XML from a stranger, read without entities, network or document types; names without their namespaces.

Word writes two families of namespaces for the same elements (transitional and strict), so only local names count.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from app.plans.importing import errors

Element: TypeAlias = Any
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
MOST_TAGS = 600_000
"""Of one part: each element takes far more room in memory than in the file; a full book of Word has a third of it."""


def parse(data: bytes) -> Element:
    """The root. Raises Damaged for a document type, which Word never writes, Swollen for countless elements, and
    XMLSyntaxError for no XML. Read as the two encodings that Word may write, whatever it calls itself: in another one
    the bytes that are looked for here would not be those that are read."""
    if data.count(b"<") > MOST_TAGS:
        raise errors.Swollen
    if any(found in data.replace(b"\0", b"") for found in DECLARATIONS):
        raise errors.Damaged
    parser = etree.XMLParser(
        encoding="utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8", resolve_entities=False,
        load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return etree.fromstring(data, parser)


def name(element: Element) -> str:
    return str(etree.QName(element).localname)


def all_of(element: Element, wanted: str) -> Iterator[Element]:
    """All elements below with this local name, in order."""
    found: Iterator[Element] = element.iter(f"{{*}}{wanted}")
    return found


def child(element: Element | None, *path: str) -> Element | None:
    """The first child, child of that child and so on, by local names; None where one is missing."""
    for wanted in path:
        if element is None:
            return None
        element = next((one for one in element if isinstance(one.tag, str) and name(one) == wanted), None)
    return element


def attribute(element: Element | None, wanted: str) -> str | None:
    """The value of the attribute with this local name."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == wanted), None)


def value(element: Element | None, *path: str) -> str | None:
    """`w:val` of the element at the end of the path."""
    return attribute(child(element, *path), "val")


def is_on(element: Element | None, wanted: str) -> bool | None:
    """Whether a switch such as bold is on; None where it is not said."""
    found = child(element, wanted)
    if found is None:
        return None
    return attribute(found, "val") not in ("0", "false", "off", "none")
