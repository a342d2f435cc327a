"""The base of all forms: shape only, never a query, never a save."""

from functools import cache
from typing import Any, Self

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import ValidationError

from app.core.errors import BrokenRule
from app.core.row_numbers import row_number
from app.web.texts import said

# Characters that no database or PDF can hold as text; tab and line breaks stay.
UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 65534, 65535, *range(55296, 57344)))

LONGEST_NAME = 200
"""Characters of a field's name; a row's number with thousands of digits would be no number any more."""


def clean(words: object) -> str:
    """One kind of line break, nothing that cannot be printed, no blanks around it. Otherwise as typed."""
    text = ("" if words is None else str(words)).replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(UNPRINTABLE).strip()


class Form(FlaskForm):
    """A form with its token. Text fields are cleaned as they come in; an error stays beside its field."""

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """What was posted, without fields whose names no form of ours could have."""
            found = super().wrap_formdata(form, formdata)
            if found is None or all(len(name) <= LONGEST_NAME for name in found):
                return found
            return MultiDict(pair for pair in found.items(multi=True) if len(pair[0]) <= LONGEST_NAME)

        def bind_field(self, form: Any, unbound_field: Any, options: Any) -> Any:
            field = super().bind_field(form, unbound_field, options)
            if isinstance(field, StringField) and not isinstance(field, PasswordField):
                field.filters = [*field.filters, clean]
            return field

    is_blank = False

    @classmethod
    @cache
    def blank(cls) -> Self:
        """The form with nothing in it, to be shown only: one for all requests, so without a token of its own."""
        made = cls(formdata=None, meta={"csrf": False})
        made.is_blank = True
        return made

    def refuse(self, broken: BrokenRule) -> None:
        """Put a broken rule beside its field, or on top of the form. Not on the blank one, which is everybody's:
        RuntimeError."""
        if self.is_blank:
            raise RuntimeError(f"{type(self).__name__}.blank() is for showing only")
        words = said(broken)
        field = self._fields.get(broken.field) if broken.field else None
        if field is None:
            self.form_errors = [*self.form_errors, words]
        else:
            field.errors = [*field.errors, words]


class Locked:
    """For forms on rows with a lock number: which state of the row the person saw."""

    lock = HiddenField(default="0")

    @property
    def seen_lock(self) -> int:
        """The lock number the form came with; 0 where it is missing or damaged, which never matches."""
        return row_number(self.lock.data) or 0


def required(message: str) -> Any:
    """A validator that says in words what to write; blanks alone do not count."""

    def check(_form: Any, field: Any) -> None:
        if not str(field.data or "").strip():
            raise ValidationError(message)

    check.field_flags = {"required": True}  # type: ignore[attr-defined]  # WTForms reads it from the validator
    return check
