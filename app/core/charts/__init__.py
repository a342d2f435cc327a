"""Charts: builders make one model, `to_svg` (in a box, `to_scroll`) draws it for the browser and
`to_print` for the PDF.

Knows no feature and no language: values come in as numbers and dates, words as finished text, figures
through `Formats`.
"""

from app.core.charts.bars import COLUMN, Step, axis, bar, staircase, today_to_after
from app.core.charts.bars import Words as BarWords
from app.core.charts.lane_words import Block, Way
from app.core.charts.lane_words import Words as LaneWords
from app.core.charts.lanes import lanes
from app.core.charts.measure_chart import Words as MeasureWords
from app.core.charts.measure_chart import measure_chart
from app.core.charts.measure_row import Promise, measure_row
from app.core.charts.model import Chart, table
from app.core.charts.months import Milestone, twelve_months
from app.core.charts.months import Words as MonthsWords
from app.core.charts.paper import to_print
from app.core.charts.screen import to_scroll, to_svg
from app.core.charts.series import Change, Point
from app.core.charts.small import demand_range, grade_slots, promised_and_came, sparkline
from app.core.charts.spans import Span
from app.core.charts.variation import Variation, ordinary, written

__all__ = [
    "COLUMN",
    "BarWords",
    "Block",
    "Change",
    "Chart",
    "LaneWords",
    "MeasureWords",
    "Milestone",
    "MonthsWords",
    "Point",
    "Promise",
    "Span",
    "Step",
    "Variation",
    "Way",
    "axis",
    "bar",
    "demand_range",
    "grade_slots",
    "lanes",
    "measure_chart",
    "measure_row",
    "ordinary",
    "promised_and_came",
    "sparkline",
    "staircase",
    "table",
    "to_print",
    "to_scroll",
    "to_svg",
    "today_to_after",
    "twelve_months",
    "written",
]
