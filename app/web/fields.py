"""Kinds of form fields that several features share."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import wtforms
from flask_babel import gettext
from wtforms import DateField, IntegerField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import ValidationError

from app.core import numerals
from app.core.errors import BrokenRule
from app.core.row_numbers import row_number
from app.web import figures
from app.web.texts import said

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


class DayField(DateField):
    """A day, as the browser's own date field sends it. Empty is None; what is no day stays in the field."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = " ".join(str(value) for value in valuelist).strip()
        self.data = None
        if not text:
            return
        try:
            found = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            found = None
        if found is None or not EARLIEST <= found <= LATEST:
            raise ValueError(gettext("Write the day as year-month-day, such as 2026-11-24."))
        self.data = found


class NumberField(StringField):
    """A number as people type it, kept as text; `number` is what it says in the page's language, or None."""

    number: Decimal | None = None

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  # WTForms gives it
        try:
            self.number = numerals.read_or_none(self.data or "", figures.writing())
        except BrokenRule as broken:
            raise ValidationError(said(broken)) from broken


class WholeNumberField(IntegerField):
    """A whole number from `least` to `most`, in any script's digits. Empty is None; what is no number stays."""

    def __init__(self, label: Any = None, validators: Any = None, *, least: int = 0, most: int, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.least, self.most = least, most

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = " ".join(str(value) for value in valuelist).strip()
        self.data = None
        if not text:
            return
        try:
            number = numerals.read(text, figures.writing())
        except BrokenRule:
            number = Decimal(-1)
        if not self.least <= number <= self.most or number % 1:
            words = gettext("Write a whole number from %(least)s to %(most)s.", least=self.least, most=self.most)
            raise ValueError(words)
        self.data = int(number)


class _OfPairs:
    """Choices are told as pairs of a value and its words, and kept as WTForms wants them."""

    def __init__(self, *args: Any, choices: Iterable[tuple[Any, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices

    @property
    def choices(self) -> Any:
        return self._options

    @choices.setter
    def choices(self, pairs: Iterable[tuple[Any, Any]]) -> None:
        self._options = [SelectChoice(*pair) for pair in pairs]


class SelectField(_OfPairs, wtforms.SelectField):
    """One of a list."""


class SelectMultipleField(_OfPairs, wtforms.SelectMultipleField):
    """Any of a list."""


class RadioField(_OfPairs, wtforms.RadioField):
    """One of a few, all in sight."""


def day_required(message: str) -> Any:
    """A validator for a day that must be there. A text that is no day keeps the field's own message."""

    def check(_form: Any, field: Any) -> None:
        if field.data is None and not field.process_errors:
            raise ValidationError(message)

    check.field_flags = {"required": True}  # type: ignore[attr-defined]  # WTForms reads it from the validator
    return check


def whole(text: object) -> int:
    """A choice that is a row's number: 0, which no row has, for anything else."""
    return row_number(text) or 0


def chosen(message: str) -> Any:
    """A validator: one of the field's choices, said in our words (the field has validate_choice=False)."""

    def check(_form: Any, field: Any) -> None:
        if field.data in ("", None) or field.data not in [choice.value for choice in field.choices]:
            raise ValidationError(message)

    check.field_flags = {"required": True}  # type: ignore[attr-defined]  # WTForms reads it from the validator
    return check
