"""The shape of what people type about measures. Numbers stay as typed until they are read; no query, no save."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.core.errors import BrokenRule
from app.core.numerals import Writing
from app.measures import labels
from app.measures.actions import Definition, SourceWords
from app.measures.models import Cadence, Direction, Kind, Unit
from app.measures.numbers import Figure, figure
from app.measures.pasted import between, period_of
from app.measures.periods import Period
from app.web import figures
from app.web.fields import DayField, NumberField, RadioField, SelectField, chosen, day_required, whole
from app.web.forms import Form, Locked, required

LONG = Length(max=200, message=_l("Shorten this to 200 characters."))
LONGER = Length(max=5000, message=_l("Shorten this to 5,000 characters."))
PASTE = Length(max=200_000, message=_l("This is too much at once. Paste it in parts."))


def choice(words: Mapping[Any, Any], *, open_first: bool = False) -> dict[str, Any]:
    """How a field with these codes is made: one of them has to be chosen; `open_first`: none is beforehand."""
    nothing = [("", _l("Choose one"))] if open_first else []
    return {
        "choices": [*nothing, *((str(code), label) for code, label in words.items())], "validate_choice": False,
        "validators": [chosen(_l("Choose one."))],
    }  # fmt: skip


class MeasureForm(Form, Locked):
    """What is counted, from where to where. `owner_id` gets its choices from the route."""

    name = StringField(_l("Name"), [required(_l("Write what is counted, in a few words.")), LONG])
    definition = TextAreaField(_l("How it is counted"), [LONGER])
    kind = RadioField(_l("What it tells"), **choice(labels.KINDS))
    unit = SelectField(_l("Unit"), **choice(labels.UNITS, open_first=True))
    direction = SelectField(_l("Which way is better"), **choice(labels.DIRECTIONS, open_first=True))
    is_proxy = BooleanField(
        _l("It only hints at what customers get; the outcome itself is counted elsewhere"),
        description=_l("Calls, repeat calls, tickets and visits usually do."),
    )
    cadence = SelectField(_l("How often a number comes"), **choice(labels.CADENCES))
    owner_id = SelectField(_l("Owner"), coerce=whole, validate_choice=False)
    baseline = NumberField(_l("Baseline"))
    baseline_start = DayField(_l("Baseline: first day"))
    baseline_end = DayField(_l("Baseline: last day"))
    target = NumberField(_l("Target"))
    target_on = DayField(_l("Target: by when"))

    def validate_baseline_end(self, field: DayField) -> None:
        start = self.baseline_start.data
        if (field.data is None) != (start is None):
            raise ValidationError(gettext("Write the first and the last day of the baseline, or neither."))
        if field.data and start and field.data < start:
            raise ValidationError(gettext("The last day lies before the first."))

    def validate_target_on(self, field: DayField) -> None:
        if field.data and self.target.number is None:
            raise ValidationError(gettext("Write the target that belongs to this day."))

    @property
    def definition_given(self) -> Definition:
        """What the form says, once it has been validated."""
        return Definition(
            name=self.name.data or "", definition=self.definition.data or "", kind=Kind(self.kind.data),
            unit=Unit(self.unit.data), direction=Direction(self.direction.data), is_proxy=bool(self.is_proxy.data),
            cadence=Cadence(self.cadence.data), owner_id=int(self.owner_id.data), baseline=self.baseline.number,
            baseline_start=self.baseline_start.data, baseline_end=self.baseline_end.data, target=self.target.number,
            target_on=self.target_on.data,
        )  # fmt: skip


class SourceForm(Form):
    """Where numbers come from, since when."""

    source_name = StringField(_l("Source"), [required(_l("Write where the numbers come from.")), LONG])
    source_definition = TextAreaField(_l("What the source counts"), [LONGER])
    source_coverage = TextAreaField(_l("Whom it covers, and whom not"), [LONGER])
    source_from_on = DayField(_l("In use from"), [day_required(_l("Write from which day on numbers come from here."))])

    @property
    def words(self) -> SourceWords:
        assert self.source_from_on.data  # noqa: S101  # validated
        return SourceWords(
            self.source_name.data or "", self.source_definition.data or "", self.source_coverage.data or "",
            self.source_from_on.data,
        )  # fmt: skip


class NewMeasureForm(MeasureForm, SourceForm):
    """A measure with its first source."""


class InterventionForm(Form):
    """A dated change."""

    happened_on = DayField(_l("Day"), [day_required(_l("Write the day of the change."))])
    name = StringField(_l("What was changed"), [required(_l("Write what was changed.")), LONG])


class FigureFields(Form):
    """A number, or how many out of how many."""

    value = NumberField(_l("Number"))
    numerator = NumberField(_l("How many"))
    denominator = NumberField(_l("Out of how many"))

    def figure(self, unit: Unit) -> Figure | None:
        """What the fields say in the unit; None, with the message beside its field, where they do not fit."""
        try:
            return figure(unit, self.value.number, self.numerator.number, self.denominator.number)
        except BrokenRule as broken:
            self.refuse(broken)
        return None


class ObservationForm(FigureFields):
    """One number for one period: chosen from the list, or two days of one's own."""

    period = SelectField(_l("Period"), validate_choice=False)
    period_start = DayField(_l("First day"))
    period_end = DayField(_l("Last day"))
    source_id = SelectField(_l("Source"), coerce=whole, validate_choice=False)

    def for_period(self, cadence: Cadence) -> Period | None:
        """The period; None, with a message beside its field. Two days go before the list."""
        try:
            if self.period_start.data and self.period_end.data:
                return between(self.period_start.data, self.period_end.data)
            start, _, end = (self.period.data or "").partition("/")
            first = period_of(start, cadence)
            return between(first.start, period_of(end, cadence).end) if end else first
        except BrokenRule as broken:
            broken.field = "period"
            self.refuse(broken)
        return None


class CorrectionForm(FigureFields):
    """Another number for a period that has one, and why."""

    reason = TextAreaField(_l("Why"), [required(_l("Write why the number is replaced.")), LONGER])


class RecountForm(FigureFields):
    """A number counted again, and how."""

    observation_id = SelectField(_l("Period that you counted"), coerce=whole, validate_choice=False)
    method = TextAreaField(_l("How you counted"), [required(_l("Write how you counted, so that others can.")), LONGER])


DECIMALS = [
    ("", _l("As in this language; what can be read in two ways is asked back")),
    (".", _l("With a decimal point: 12.5 or 1,234.5")),
    (",", _l("With a decimal comma: 12,5 or 1.234,5")),
]


class ImportForm(Form):
    """A pasted table. `seen` is the fingerprint of the preview; empty before there was one."""

    decimal = SelectField(_l("How numbers are written"), choices=DECIMALS, validate_choice=False)
    text = TextAreaField(_l("Table"), [required(_l("Paste at least one line: a period and a number.")), PASTE])
    source_id = SelectField(_l("Source"), coerce=whole, validate_choice=False)
    reason = TextAreaField(_l("Why numbers are replaced"), [LONGER])
    seen = HiddenField(default="")
    confirm = HiddenField(default="")

    @property
    def writing(self) -> Writing:
        """How the table writes numbers: as its owner says, else as the page's language does."""
        mark = self.decimal.data or ""
        return Writing(mark, is_certain=True) if mark in (".", ",") else figures.writing()


class ChoiceForm(Form):
    """A measure to promise, by its number."""

    measure = SelectField(_l("Measure"), coerce=whole, validate_choice=False)
