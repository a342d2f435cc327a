"""Forms of reports: shape only. Codes are checked against the vocabulary, texts against a length."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.pain_points import labels
from app.web.fields import RadioField, SelectField, WholeNumberField
from app.web.forms import Form, required

LONGEST = 10_000
TOO_LONG = _l("This is longer than 10,000 characters. Shorten it, or send the rest as a second report.")
CHOOSE = _l("Choose one")
NOBODY, NAME = "nobody", "name"
WORKING_WEEK = 2400  # minutes


def one_of(codes: Iterable[Any], message: Any) -> Any:
    """A validator that says in words what to choose."""

    allowed = tuple(codes)

    def check(_form: Any, field: Any) -> None:
        if field.data not in allowed:
            raise ValidationError(message)

    if "" not in allowed:
        check.field_flags = {"required": True}  # type: ignore[attr-defined]  # WTForms reads it from the validator
    return check


def choices(words: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    return [(str(code), label) for code, label in words.items()]


def tiles(label: Any, words: Mapping[Any, Any], message: Any) -> RadioField:
    return RadioField(label, [one_of(words, message)], choices=choices(words), validate_choice=False)


def minutes_each() -> WholeNumberField:
    """What each customer loses; may stay open."""
    return WholeNumberField(_l("Minutes each of them loses"), most=WORKING_WEEK)


def code_of(kind: type[StrEnum], text: object) -> Any:
    """The code, or None where the text is none of its codes."""
    return next((code for code in kind if code == text), None)


class ReportForm(Form):
    """The intake. Its guard is the route's: a token for a named report, else the browser's word of origin."""

    submission_key = HiddenField()
    happening = TextAreaField(
        _l("What happens?"), [required(_l("Write what happens.")), Length(max=LONGEST, message=TOO_LONG)]
    )
    frequency = tiles(_l("How often?"), labels.FREQUENCIES, _l("Choose how often it happens."))
    customers = tiles(_l("How many customers each time?"), labels.CUSTOMERS, _l("Choose how many customers it hits."))
    channel = SelectField(
        _l("How do they reach us?"),
        [one_of(labels.CHANNELS, _l("Choose the way they reach us."))],
        choices=[("", CHOOSE), *choices(labels.CHANNELS)],
        validate_choice=False,
    )
    stage = SelectField(
        _l("Where are they in their journey?"),
        [one_of((*labels.STAGES, "", None), _l("Choose one of the list, or leave it open."))],
        choices=[("", _l("I cannot say")), *choices(labels.STAGES)],
        validate_choice=False,
    )
    minutes_lost = minutes_each()
    suggestion = TextAreaField(_l("What would you try?"), [Length(max=LONGEST, message=TOO_LONG)])
    asks_who = HiddenField()
    who = RadioField(
        _l("Who may know it was you?"),
        choices=[(NOBODY, _l("Nobody")), (NAME, _l("Those who answer it"))],
        validate_choice=False,
    )

    def validate_who(self, field: RadioField) -> None:
        if self.asks_who.data and field.data not in (NOBODY, NAME):
            raise ValidationError(_l("Choose who may know it was you."))


class SightingForm(Form):
    frequency = tiles(_l("How often?"), labels.FREQUENCIES, _l("Choose how often you see it."))
    customers = tiles(_l("How many customers each time?"), labels.CUSTOMERS, _l("Choose how many customers it hits."))
    minutes_lost = minutes_each()
    words = TextAreaField(_l("Anything to add?"), [Length(max=LONGEST, message=TOO_LONG)], id="seen-words")


class ReplyForm(Form):
    """The answer of the responsible person; each button posts it to its own address."""

    words = TextAreaField(_l("What the reporter reads"), [Length(max=LONGEST, message=TOO_LONG)], id="reply-words")
    office = StringField(_l("Office that should answer"), [Length(max=200)])
    other = StringField(_l("Number of the other report"), [Length(max=40, message=_l("Write the number alone."))])


class ReporterForm(Form):
    """What a named reporter says after sending."""

    words = TextAreaField(_l("Your words"), [Length(max=LONGEST, message=TOO_LONG)])


class LinkForm(Form):
    plan = SelectField(_l("Plan"), choices=[], validate_choice=False)


class FourWordsForm(Form):
    """The four words, and what their owner says, if anything. Without a session, so without a token."""

    four_words = StringField(
        _l("Your four words"),
        [required(_l("Write the four words in their order.")), Length(max=400)],
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )
    words = TextAreaField(_l("Your words"), [Length(max=LONGEST, message=TOO_LONG)])
