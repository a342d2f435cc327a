"""Numbers in addresses: `<int:...>` is one that a row can have, in plain digits; others are not found."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1


class RowNumber(IntegerConverter):
    """Larger ones would fail in the database; digits of other scripts would give a page two addresses."""

    regex = r"[0-9]+"

    def __init__(self, map: Map, fixed_digits: int = 0, max: int = LARGEST) -> None:  # noqa: A002  # werkzeug's names
        super().__init__(map, fixed_digits, max=max)


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = RowNumber
