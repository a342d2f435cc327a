"""The door of the reports, and what every view of one report begins with."""

from flask import Blueprint, Response, request

from app.core import pdf
from app.core.row_numbers import row_number
from app.reports import queries
from app.reports.models import Report
from app.web import access, errors

bp = Blueprint("reports", __name__)
NUMBER = "int(max=2147483647)"


def visible(number: int, *, whole: bool = False) -> Report:
    """The report, or 404 where the viewer may not read it."""
    return access.found(queries.get_visible(number, access.viewer(), whole=whole))


def number_of(name: str) -> int | None:
    """A whole number from the address; None for anything else."""
    return row_number(request.args.get(name))


@bp.errorhandler(pdf.Busy)
def busy(_error: pdf.Busy) -> Response:
    answer = errors.page(503)
    answer.headers["Retry-After"] = "10"
    return answer
