"""Fields of the forms on plans: a text of a section, days that a case takes. Shape only."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import ValidationError

from app.plans import labels
from app.plans.content import LONGEST

MOST_DAYS = 10_000


def not_longer_than(most: int) -> Any:
    """A validator that counts the characters of a text and says how many they are."""

    def check(_form: Any, field: Any) -> None:
        if len(field.data or "") > most:
            raise ValidationError(
                gettext(
                    "A section holds at most %(most)s characters; this has %(count)s. Shorten it.",
                    most=most, count=len(field.data),
                )
            )  # fmt: skip

    return check


def section(key: str) -> TextAreaField:
    """The box for a section's text, with its name and hint; a cycle may give others (PlanForm.follow)."""
    return TextAreaField(labels.PARTS[key], [not_longer_than(LONGEST)], description=labels.HINTS.get(key, ""))


class DaysField(StringField):
    """Whole days from 0; digits of any script; empty is None. What was typed stays in the box."""

    def post_validate(self, _form: Any, _stopped: bool) -> None:
        if self.is_unread:
            raise ValidationError(_l("Write whole days as a number, for example 72."))

    @property
    def days(self) -> int | None:
        """None also where the number is larger than MOST_DAYS, or none."""
        is_number = self._text.isdecimal() and len(self._text) <= len(str(MOST_DAYS)) and int(self._text) <= MOST_DAYS
        return int(self._text) if is_number else None

    @property
    def is_unread(self) -> bool:
        return bool(self._text) and self.days is None

    @property
    def _text(self) -> str:
        return str(self.data or "").strip()
