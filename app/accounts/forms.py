"""Forms of accounts: shape only."""

import re
from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, PasswordField, StringField
from wtforms.validators import Length, ValidationError

from app.accounts.labels import CREDITS, GIVEN_BY_HAND, ROLES
from app.accounts.models import Credit, Role
from app.accounts.passwords import LONGEST
from app.web.fields import RadioField, SelectField
from app.web.forms import Form, Locked, required
from app.web.language import NAMES

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]+")
LONGEST_EMAIL = 254
NEW = {"autocomplete": "new-password", "maxlength": str(LONGEST)}


def looks_like_email(text: str) -> bool:
    return bool(_EMAIL.fullmatch(text)) and len(text) <= LONGEST_EMAIL


def email_shape(_form: Any, field: Any) -> None:
    field.data = (field.data or "").lower()
    if not looks_like_email(field.data):
        raise ValidationError(_l("Write an e-mail address such as name@agency.example."))


def same_as_password(form: Any, field: Any) -> None:
    if field.data != form.password.data:
        raise ValidationError(_l("This is not the same as above."))


def an_email() -> StringField:
    return StringField(
        _l("E-mail address"),
        [email_shape],
        render_kw={"type": "email", "autocomplete": "username", "maxlength": "254"},
    )


def a_name() -> StringField:
    return StringField(
        _l("Name"),
        [required(_l("Write the name.")), Length(max=200, message=_l("A name has at most 200 characters."))],
        render_kw={"maxlength": "200", "autocomplete": "off"},
    )


def an_office(label: Any) -> StringField:
    return StringField(label, [Length(max=200, message=_l("An office's name has at most 200 characters."))])


class SignInForm(Form):
    email = StringField(
        _l("E-mail address"), [Length(max=254)], render_kw={"type": "email", "autocomplete": "username"}
    )
    password = PasswordField(
        _l("Password"), [Length(max=LONGEST)], render_kw={"autocomplete": "current-password"}
    )
    next = HiddenField()


class PasswordRequestForm(Form):
    email = an_email()


class NewPasswordForm(Form):
    password = PasswordField(_l("New password"), [Length(max=LONGEST)], render_kw=NEW)
    again = PasswordField(_l("The same again"), [same_as_password], render_kw=NEW)


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(
        _l("Your password now"), [Length(max=LONGEST)], render_kw={"autocomplete": "current-password"}
    )


class _Spoken(Form):
    """With a choice among the installation's languages."""

    language: SelectField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language.choices = [(code, NAMES[code]) for code in current_app.config["LANGUAGES"]]


class AccountForm(_Spoken, Locked):
    name = a_name()
    language = SelectField(_l("Language of pages and mails"))
    credit = RadioField(
        _l("May good work be told with your name?"), validate_choice=False,
        choices=[(credit.value, words) for credit, words in CREDITS.items()],
    )  # fmt: skip

    @property
    def chosen_credit(self) -> Credit | None:
        """None where nothing was chosen: nothing changes then."""
        return next((credit for credit in CREDITS if credit.value == self.credit.data), None)


class PersonForm(_Spoken, Locked):
    name = a_name()
    email = an_email()
    office = an_office(_l("Office"))
    language = SelectField(_l("Language of pages and mails"))


class GrantForm(Form):
    role = RadioField(_l("Role"), choices=[(role.value, ROLES[role]) for role in GIVEN_BY_HAND])
    office = StringField(_l("For which office, and all below it"), [required(_l("Write the office's name."))])


class OwnerForm(Form, Locked):
    owner = StringField(_l("Who answers for this channel"), [Length(max=254)])


class PeopleFilterForm(Form):
    """Filters stand in the address, so no token."""

    class Meta(Form.Meta):
        csrf = False

    words = StringField(_l("Name or address"))
    role = SelectField(_l("Role"), choices=[("", _l("All")), *((role.value, ROLES[role]) for role in Role)])
    office = StringField(_l("Office and below"))
    inactive = BooleanField(_l("Only those who cannot sign in"))
