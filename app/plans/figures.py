"""The figures of a plan's sheet, drawn for paper or screen in its language: bars, rows of measures, twelve months."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from app.core import charts
from app.core.charts.metrics import VOICE, balanced, wrap
from app.core.formats import Formats
from app.core.markdown import to_plain
from app.plans.sheet import Measure, Milestone, PlanSheet
from app.plans.strip import Strip

WIDTHS = range(5, 25)
"""Points for which sheet.css has a class `after-<n>`."""


@dataclass(frozen=True)
class Figures:
    """The charts of a sheet, drawn for paper or screen in its language."""

    sheet: PlanSheet
    formats: Formats
    gettext: Callable[..., str]
    ngettext: Callable[..., str]
    is_screen: bool

    @property
    def strip(self) -> Strip:
        return Strip(self.sheet.steps, self.formats, self.gettext, self.ngettext)

    def axis(self) -> Markup:
        return self._draw(charts.axis(self._longest(), words=self._bar_words(), formats=self.formats))

    def bar(self, days: float, *, is_after: bool) -> Markup:
        chart = charts.bar(days, self._longest(), is_after=is_after, words=self._bar_words())
        return self._draw(chart)

    def staircase(self) -> Markup:
        return self._draw(self.strip.chart())

    def months(self) -> Markup:
        _ = self.gettext
        words = charts.MonthsWords(
            _("Milestones of the twelve months, by date"), (_("Date"), _("Milestone"), _("Owner"))
        )
        rows = [self._milestone(milestone) for milestone in self.sheet.milestones]
        return self._draw(charts.twelve_months(rows, self.sheet.cycle_start, words=words, formats=self.formats))

    def measure(self, measure: Measure) -> Markup:
        _ = self.gettext
        points = [charts.Point(observation.day, observation.value) for observation in measure.observations]
        before = [point.value for point in points if point.day < self.sheet.cycle_start]
        variation, compared = self._before(measure, before)
        chart = charts.measure_row(
            points,
            title=_("%(name)s by month, and what we promise", name=measure.name),
            year_start=self.sheet.cycle_start,
            variation=variation,
            compared=compared,
            promise=self._promise(measure),
            unit=self._short_unit(measure),
            formats=self.formats,
            header=(_("Month"), measure.name),
        )
        return self._draw(chart)

    def value(self, measure: Measure, value: float) -> str:
        return self.formats.number(value, self._short_unit(measure))

    def target(self, measure: Measure) -> str:
        """The target as it stands beside the diamond; a measure that must not move says "at most"."""
        if measure.target is None:
            return ""
        value = self.value(measure, measure.target)
        if measure.direction != "keep":
            return value
        return self.gettext("up to %(value)s", value=value) if self.formats.is_right_to_left else f"≤ {value}"

    def narrow_bar(self) -> int:
        """Width in points of an "after" so short that its words stand beside it; 0 when it is longer or
        unknown.
        """
        if self.sheet.after_days is None or self.sheet.today_days is None:
            return 0
        width = round(charts.COLUMN * self.sheet.after_days / self._longest())
        return max(WIDTHS.start, width) if width < WIDTHS.stop else 0

    def rail_lines(self, name: str) -> int:
        """How many lines a name takes in the rail, so that its section is at least as high."""
        return min(4, len(wrap(name, 114, strong=True)))

    def title_width(self) -> float:
        """Where to break a title so that its lines are alike, since paper has no `text-wrap: balance`; 0
        to let it be.
        """
        if self.formats.language in ("ar", "fa", "th", "zh", "ja"):
            return 0
        return balanced(to_plain(self.sheet.title), 370, 27, VOICE)

    def moving(self) -> str:
        """How many measures the plan promises to move, and how many it promises not to."""
        still = sum(measure.direction == "keep" for measure in self.sheet.measures)
        moving = len(self.sheet.measures) - still
        say = self.formats.number
        if not still:
            return self.ngettext("One measure must move.", "%(moving)s measures must move.", moving, moving=say(moving))
        return self.gettext("%(moving)s measures must move, %(still)s must not.", moving=say(moving), still=say(still))

    def takeaway(self) -> str:
        """What the steps say in one sentence; empty without steps."""
        return self.strip.takeaway()

    def _before(self, measure: Measure, numbers: list[float]) -> tuple[charts.Variation | None, str]:
        """What the plan's year is compared with, and its words: the numbers before, else the stated baseline."""
        _ = self.gettext
        if variation := charts.ordinary(numbers):
            mean = self.value(measure, variation.shown)
            return variation, _("mean of %(count)s: %(mean)s", count=self.formats.number(len(numbers)), mean=mean)
        if measure.baseline is None:
            return None, ""
        stated = self.value(measure, measure.baseline)
        return charts.Variation(measure.baseline), _("baseline %(value)s", value=stated)

    def _promise(self, measure: Measure) -> charts.Promise | None:
        if measure.target is None:
            return None
        return charts.Promise(measure.target, measure.target_day or self.sheet.cycle_end, self.target(measure))

    def _milestone(self, milestone: Milestone) -> charts.Milestone:
        return charts.Milestone(
            to_plain(milestone.name),
            milestone.owner,
            milestone.due,
            milestone.is_decision_point,
            milestone.first_due,
            self._note(milestone),
            bool(milestone.late_days),
        )

    def _note(self, milestone: Milestone) -> str:
        _ = self.gettext
        notes = []
        if milestone.done_on:
            notes.append(_("done %(day)s", day=self.formats.day_month(milestone.done_on)))
        if milestone.late_days:
            notes.append(_("late, %(days)s days", days=self.formats.number(milestone.late_days)))
        return self.formats.listed(notes)

    def _bar_words(self) -> charts.BarWords:
        _ = self.gettext
        return charts.BarWords(
            title=_("Days from the first contact to the result, today and after"),
            today=_("Today"),
            after=_("After"),
            first=_("Day %(number)s", number=self.formats.number(0)),
            header=(_("Step"), _("Days")),
            days=self.days,
        )

    def days(self, number: float) -> str:
        """1 day, 72 days."""
        count = 1 if number == 1 else max(2, round(number))
        return self.ngettext("%(days)s day", "%(days)s days", count, days=self.formats.number(number))

    def _longest(self) -> float:
        return max(self.strip.days or self.sheet.today_days or 0, self.sheet.after_days or 0, 1)

    def _short_unit(self, measure: Measure) -> str:
        return "%" if measure.unit == "%" else ""

    def _draw(self, chart: charts.Chart) -> Markup:
        draw = charts.to_svg if self.is_screen else charts.to_print
        return draw(chart, rtl=self.formats.is_right_to_left)
