"""The shape of what people write when a plan rests or ends. No query, no save."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Length

from app.plans.actions.endings import Lessons
from app.plans.turns import TurnKind
from app.web.fields import DayField, day_required
from app.web.forms import Form, required

LONG = Length(max=5000, message=_l("Shorten this to 5,000 characters."))
LEARNED = _l("What we learned")


class PauseForm(Form):
    why = TextAreaField(_l("Why it rests"), [required(_l("Write why it rests.")), LONG])
    until = DayField(_l("Until when"), [day_required(_l("Write the day until which it rests."))])


class ResumeForm(Form):
    """A button with its token."""


class CompletionForm(Form):
    """What a completed plan leaves to others."""

    changed = TextAreaField(_l("What we changed"), [required(_l("Write what you changed.")), LONG])
    learned = TextAreaField(LEARNED, [required(_l("Write what you learned.")), LONG])
    copied = TextAreaField(_l("Who can copy it"), [LONG])

    @property
    def lessons(self) -> Lessons:
        return Lessons(self.changed.data or "", self.learned.data or "", self.copied.data or "")


class StopForm(Form):
    why = TextAreaField(_l("Why it stops"), [required(_l("Write why it stops.")), LONG])
    learned = TextAreaField(LEARNED, [required(_l("Write what you learned.")), LONG])


FORMS: dict[TurnKind, type[Form]] = {
    TurnKind.PAUSED: PauseForm, TurnKind.RESUMED: ResumeForm, TurnKind.COMPLETED: CompletionForm,
    TurnKind.STOPPED: StopForm,
}  # fmt: skip
