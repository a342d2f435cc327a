"""A chart for the browser: SVG with its words as SVG text, which browsers shape in every script. No
`style` anywhere.
"""

from html import escape

from markupsafe import Markup

from app.core.charts import shapes
from app.core.charts.direction import direction_of
from app.core.charts.model import Chart, Label, Part
from app.core.charts.palette import NAMES

DROP = 0.34
"""From the middle of a line down to its baseline, in sizes."""


def to_svg(chart: Chart, *, rtl: bool = False) -> Markup:
    """One `<svg>` in points, with its text for those who cannot see it as `<title>`."""
    labels = "".join(_label(label, chart.width, rtl=rtl) for label in chart.labels)
    return Markup(  # noqa: S704  # every text in it is escaped below
        f'<svg class="chart" role="img" width="{chart.width:g}pt" height="{chart.height:g}pt" '
        f'viewBox="0 0 {chart.width:g} {chart.height:g}" aria-label="{escape(chart.title)}">'
        f"<title>{escape(chart.title)}</title>{shapes.drawing(chart, rtl=rtl)}{labels}</svg>"
    )


def to_scroll(chart: Chart, *, rtl: bool = False) -> Markup:
    """The same for a box that scrolls where the page is narrow: static/charts.css opens it at the point that stands
    before it, after a gap as long as the first look.
    """
    gap = f'<svg width="{chart.opens_until:g}pt" height="1"></svg>'
    look = f'<span class="chart-look" aria-hidden="true">{gap}<i></i></span>'
    return Markup(look) + to_svg(chart, rtl=rtl)  # noqa: S704  # a number of ours


def _label(label: Label, width: float, *, rtl: bool) -> str:
    way = direction_of(label.text, rtl=rtl)
    x = width - label.x if rtl else label.x
    anchor = label.anchor
    if (way == "rtl") != rtl and anchor != "middle":
        anchor = "end" if anchor == "start" else "start"
    ground = (
        ' stroke="#FFFFFF" stroke-width="3" paint-order="stroke" stroke-linejoin="round"' if label.has_ground else ""
    )
    return (
        f'<text class="chart-label" x="{x:.2f}" y="{label.y + DROP * label.size:.2f}" font-size="{label.size:g}" '
        f'text-anchor="{anchor}" direction="{way}"{ground}>{"".join(_part(part) for part in label.parts)}</text>'
    )


def _part(part: Part) -> str:
    weight = ' font-weight="600"' if part.strong else ""
    name = NAMES.get(part.colour, "text")
    return f'<tspan class="chart-fill-{name}" fill="{part.colour}"{weight}>{escape(part.text)}</tspan>'
