"""The shape of what people type about milestones. No query, no save."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Length

from app.milestones.actions import Promise
from app.web.fields import DayField, day_required
from app.web.forms import Form, Locked, required

LONG = Length(max=300, message=_l("Shorten this to 300 characters."))
LONGER = Length(max=5000, message=_l("Shorten this to 5,000 characters."))


class MilestoneForm(Form, Locked):
    """What is promised."""

    name = StringField(_l("What will be reached"), [required(_l("Write what will be reached, in a few words.")), LONG])
    due_on = DayField(_l("By when"), [day_required(_l("Write the day for which it is promised."))])
    owner = StringField(_l("Who sees to it"), [required(_l("Write who sees to it: a person or a unit.")), LONG])
    shown_by = TextAreaField(_l("What will show it"), [required(_l("Write what will show it.")), LONGER])
    is_decision_point = BooleanField(_l("Here someone decides whether it goes on"))

    @property
    def promise(self) -> Promise:
        """What the form says, once it has been validated."""
        assert self.due_on.data  # noqa: S101  # validated
        return Promise(
            self.name.data or "", self.owner.data or "", self.shown_by.data or "", self.due_on.data,
            bool(self.is_decision_point.data),
        )  # fmt: skip


class StartForm(Form):
    started_on = DayField(_l("Started on"), [day_required(_l("Write the day on which it was started."))])


class CompletionForm(Form):
    done_on = DayField(_l("Done on"), [day_required(_l("Write the day on which it was done."))])
    evidence = TextAreaField(_l("What shows it"), [required(_l("Write what shows that it is done.")), LONGER])


class DropForm(Form):
    reason = TextAreaField(_l("Why it is dropped"), [required(_l("Write why it is dropped.")), LONGER])


class ReplanningForm(Form):
    due_on = DayField(_l("New day"), [day_required(_l("Write the new day."))])
    reason = TextAreaField(_l("Why it moves"), [required(_l("Write why it moves.")), LONGER])
