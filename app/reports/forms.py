"""Forms of reports: shape only."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, FileField, HiddenField, StringField, TextAreaField
from wtforms.validators import Length, Optional, ValidationError

from app.plans.models import Plan
from app.reports.labels import PRESETS, SCOPES, SCOPES_EXPLAINED
from app.reports.models import Scope
from app.reports.periods import Preset
from app.web.fields import RadioField, SelectField
from app.web.forms import Form, Locked, required

LONGEST = 20_000
too_long = Length(max=LONGEST, message=_l("This holds at most 20,000 characters. Shorten it."))


def one_of_them(message: str) -> Any:
    """A validator for radio buttons that says in words what to choose, also where something else was sent."""

    def check(_form: Any, field: Any) -> None:
        if field.data not in [choice.value for choice in field.choices]:
            raise ValidationError(message)

    check.field_flags = {"required": True}  # type: ignore[attr-defined]  # WTForms reads it from the validator
    return check


class NewReportForm(Form):
    """What the report is about, over which period, in which language."""

    scope = RadioField(_l("What about"), [one_of_them(_l("Choose what the report is about."))], validate_choice=False)
    plan = SelectField(_l("Plan"), [Optional()], validate_choice=False)
    office = StringField(_l("Office"), [Length(max=200)])
    period = RadioField(
        _l("Period"),
        [one_of_them(_l("Choose a period."))],
        choices=[(preset.value, words) for preset, words in PRESETS.items()],
        validate_choice=False,
    )
    period_start = DateField(_l("First day"), [Optional()])
    period_end = DateField(_l("Last day"), [Optional()])
    language = SelectField(_l("Language of the report"))

    def offer(self, scopes: Sequence[Scope], plans: Sequence[Plan], languages: Sequence[tuple[str, str]]) -> None:
        """Only what this person may report on; a single scope is chosen beforehand."""
        self.scope.choices = [(scope.value, SCOPES[scope]) for scope in scopes]
        self.plan.choices = [(plan.ref, f"{plan.ref} · {plan.office.name}") for plan in plans]
        self.language.choices = languages
        if len(scopes) == 1 and not self.scope.data:
            self.scope.data = scopes[0].value

    @property
    def scopes_explained(self) -> dict[str, Any]:
        return {scope.value: words for scope, words in SCOPES_EXPLAINED.items()}

    @property
    def preset(self) -> Preset:
        return Preset(self.period.data)

    def validate_office(self, field: Any) -> None:
        if self.scope.data == Scope.OFFICE and not field.data:
            raise ValidationError(_("Write which office."))


class WordsForm(Form, Locked):
    """The writer's words in a draft."""

    lock = HiddenField(default="0")
    title = StringField(
        _l("Title"), [required(_l("Give the report a title.")), Length(max=200, message=_l("At most 200 characters."))]
    )
    went_well = TextAreaField(_l("What went well"), [too_long])
    did_not = TextAreaField(_l("What did not go well"), [too_long])
    we_ask = TextAreaField(_l("What we ask"), [too_long])


class CorrectionForm(Form):
    reason = TextAreaField(_l("What is wrong in it"), [too_long])


class VerifyForm(Form):
    """A fingerprint as it prints, or a file."""

    fingerprint = StringField(_l("Fingerprint"), [Length(max=200, message=_l("A fingerprint is shorter than this."))])
    file = FileField(_l("PDF, or letter"))
