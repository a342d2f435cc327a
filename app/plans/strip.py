"""The strip of a sheet: how it goes today, step by step, in the unit that fits, and what it says in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core import charts
from app.core.formats import Formats
from app.plans.sheet import Step

PER_DAY = {"d": 1, "h": 24, "min": 24 * 60}


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
    def unit(self) -> str:
        """Days from one day on, else hours, else minutes."""
        return next((unit for unit, per_day in PER_DAY.items() if self.days * per_day >= 1), "min")

    def chart(self) -> charts.Chart:
        """The staircase: each step begins where the last one ended."""
        per_day = PER_DAY[self.unit]
        steps = [charts.Step(s.lane, s.days * per_day, s.why, s.is_law, s.is_ours) for s in self.steps]
        return charts.staircase(steps, words=self._words(), formats=self.formats)

    def takeaway(self) -> str:
        """What our own policy and habits make of it; empty where that is nothing or all."""
        ours = sum(step.days for step in self.steps if step.is_ours and not step.is_law)
        if not ours or ours == self.days:
            return ""
        if self.unit == "d":
            return self.gettext(
                "Of %(total)s days, our own rules and habits make %(ours)s.",
                total=self._figure(self.days), ours=self._figure(ours),
            )  # fmt: skip
        per_day = PER_DAY[self.unit]
        return self.gettext(
            "Of %(total)s, our own rules and habits make %(ours)s.",
            total=self._time(self.days * per_day), ours=self._figure(ours * per_day),
        )  # fmt: skip

    def _words(self) -> charts.BarWords:
        _ = self.gettext
        is_in_days = self.unit == "d"
        return charts.BarWords(
            title=_("How long it takes today, step by step"),
            today=_("Today"),
            after=_("After"),
            first=_("Day %(number)s", number=self.formats.number(0)) if is_in_days else self.formats.number(0),
            header=(_("Step"), _("Days") if is_in_days else _("Time")),
            days=self._time,
            is_in_days=is_in_days,
        )

    def _time(self, value: float) -> str:
        """72 days, 6 hours, 40 minutes."""
        said, count = self._figure(value), 1 if round(value, 1) == 1 else max(2, round(value))
        if self.unit == "d":
            return self.ngettext("%(days)s day", "%(days)s days", count, days=said)
        if self.unit == "h":
            return self.ngettext("%(hours)s hour", "%(hours)s hours", count, hours=said)
        return self.ngettext("%(minutes)s minute", "%(minutes)s minutes", count, minutes=said)

    def _figure(self, value: float) -> str:
        """Whole from 10 on, else with one decimal."""
        return self.formats.number(round(value) if value >= 10 else round(value, 1))
