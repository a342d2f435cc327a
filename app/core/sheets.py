"""Lines of CSV for spreadsheets: every cell is text that none of them runs. What stands in them is the feature's."""

import csv
import io
from collections.abc import Iterable
from datetime import date

MARK = "\ufeff"  # before the first line: tells spreadsheets that it is UTF-8
RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def line(cells: Iterable[object]) -> str:
    """One line with its end."""
    out = io.StringIO()
    csv.writer(out).writerow([defused(cell) for cell in cells])
    return out.getvalue()


def defused(cell: object) -> str:
    """A cell as text; what a spreadsheet would take for a formula, blanks before it or not, gets an apostrophe."""
    text = "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{text}" if text.startswith(RUNNABLE) or text.lstrip().startswith(RUNNABLE) else text
