"""A chart for the PDF: the marks as SVG, the words as HTML placed over them.

The PDF writer draws SVG text one code point at a time, so that Arabic and Thai would fall apart; HTML text
is shaped.
"""

from html import escape

from markupsafe import Markup

from app.core.charts import shapes
from app.core.charts.direction import direction_of
from app.core.charts.metrics import width as width_of
from app.core.charts.model import Chart, Label, Part

LINE = 12.0
"""Height of a line of words in a chart, in points."""


def to_print(chart: Chart, *, rtl: bool = False) -> Markup:
    """One `<div class="figure">`. Its inline styles are for the PDF only; a web page would refuse them."""
    way = "rtl" if rtl else "ltr"
    labels = "".join(_label(label, chart.width, rtl=rtl) for label in chart.labels)
    return Markup(  # noqa: S704  # every text in it is escaped below
        f'<div class="figure" dir="{way}" style="width:{chart.width:g}pt;height:{chart.height:g}pt">'
        f'<svg width="{chart.width:g}pt" height="{chart.height:g}pt" viewBox="0 0 {chart.width:g} {chart.height:g}">'
        f"<title>{escape(chart.title)}</title>{shapes.drawing(chart, rtl=rtl)}</svg>{labels}</div>"
    )


def _label(label: Label, width: float, *, rtl: bool) -> str:
    """As few elements as can be: each costs time in the PDF."""
    way = direction_of(label.text, rtl=rtl)
    turned = f"direction:{way};" if (way == "rtl") != rtl else ""
    classes = "figure-label figure-ground" if label.has_ground else "figure-label"
    one = label.parts[0] if len(label.parts) == 1 else None
    words = escape(one.text) if one else "".join(_part(part) for part in label.parts)
    return (
        f'<span class="{classes}" style="top:{label.y - LINE / 2:.2f}pt;{_place(label, width, rtl=rtl)}{turned}'
        f'font-size:{label.size:g}pt{_look(one) if one else ""}">{words}</span>'
    )


def _place(label: Label, width: float, *, rtl: bool) -> str:
    near, far = ("right", "left") if rtl else ("left", "right")
    if label.anchor == "end":
        return f"{far}:{width - label.x:.2f}pt;"
    if label.anchor == "start":
        return f"{near}:{label.x:.2f}pt;"
    half = sum(width_of(part.text, label.size, strong=part.strong) for part in label.parts) / 2 + 6
    return f"{near}:{label.x - half:.2f}pt;width:{2 * half:.2f}pt;text-align:center;"


def _part(part: Part) -> str:
    return f'<span style="{_look(part)[1:]}">{escape(part.text)}</span>'


def _look(part: Part) -> str:
    return f";color:{part.colour}{';font-weight:600' if part.strong else ''}"
