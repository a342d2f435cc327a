"""What may stand in an address: numbers that a row can have, in plain digits, and no NUL (PostgreSQL holds none)."""

from flask import Flask, Request, abort, request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.routing import IntegerConverter, Map
from werkzeug.utils import cached_property

from app.core.row_numbers import LARGEST


class RowNumber(IntegerConverter):
    """Larger ones would fail in the database; digits of other scripts would give a page two addresses."""

    regex = r"[0-9]+"

    def __init__(self, map: Map, fixed_digits: int = 0, max: int = LARGEST) -> None:  # noqa: A002  # werkzeug's names
        super().__init__(map, fixed_digits, max=max)


class PlainRequest(Request):
    """A request whose query string holds no NUL, whoever reads it."""

    @cached_property
    def args(self) -> MultiDict[str, str]:
        found = super().args
        return ImmutableMultiDict((_plain(key), _plain(value)) for key, value in found.items(multi=True))


def init_app(app: Flask) -> None:
    app.request_class = PlainRequest
    app.before_request(_refuse_nul)
    app.url_map.converters["int"] = RowNumber


def _plain(text: str) -> str:
    return text.replace("\x00", "")


def _refuse_nul() -> None:
    if "\x00" in request.path:
        abort(404)
