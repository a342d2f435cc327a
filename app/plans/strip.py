"""The strip of a sheet: how it goes today, step by step, in the unit that fits, and what it says in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core import charts, durations
from app.core.durations import MINUTES, Unit
from app.core.formats import Formats
from app.plans.sheet import Step


@dataclass(frozen=True)
class Strip:
    """The steps with the words of the plan's language."""

    steps: Sequence[Step]
    formats: Formats
    gettext: Callable[..., str]
    ngettext: Callable[..., str]

    @property
    def days(self) -> float:
        """How long it takes in all."""
        return sum(step.days for step in self.steps)

    @property
    def unit(self) -> Unit:
        """Days from one day on, else hours, else minutes."""
        return durations.unit_of(self.days * MINUTES[Unit.DAYS])

    def chart(self) -> charts.Chart:
        """The staircase: each step begins where the last one ended."""
        steps = [charts.Step(s.lane, self._in_unit(s.days), s.why, s.is_law, s.is_ours) for s in self.steps]
        return charts.staircase(steps, words=self._words(), formats=self.formats)

    def takeaway(self) -> str:
        """What our own policy and habits make of it; empty where that is nothing or all."""
        ours = sum(step.days for step in self.steps if step.is_ours and not step.is_law)
        if not ours or ours == self.days:
            return ""
        total, part = self._in_unit(self.days), self._figure(self._in_unit(ours))
        _ = self.gettext
        if self.unit is Unit.DAYS:
            return _("Of %(total)s days, our own rules and habits make %(ours)s.", total=self._figure(total), ours=part)
        return _("Of %(total)s, our own rules and habits make %(ours)s.", total=self._time(total), ours=part)

    def _words(self) -> charts.BarWords:
        _, is_in_days = self.gettext, self.unit is Unit.DAYS
        return charts.BarWords(
            title=_("How long it takes today, step by step"),
            today=_("Today"),
            after=_("After"),
            first=_("Day %(number)s", number=self.formats.number(0)) if is_in_days else self.formats.number(0),
            header=(_("Step"), _("Days") if is_in_days else _("Time")),
            days=self._time,
            is_in_days=is_in_days,
        )

    def _in_unit(self, days: float) -> float:
        return days * (MINUTES[Unit.DAYS] // MINUTES[self.unit])

    def _time(self, value: float) -> str:
        """72 days, 6 hours, 40 minutes."""
        return durations.in_words(value, self.unit, number=self.formats.number, ngettext=self.ngettext)

    def _figure(self, value: float) -> str:
        return self.formats.number(durations.rounded(value))
