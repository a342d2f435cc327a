"""What accounts write to people, in the language of each. Composes only; routes send."""

from dataclasses import dataclass

from flask_babel import force_locale
from flask_babel import gettext as _

from app.accounts.models import LinkKind, Person


@dataclass(frozen=True)
class Letter:
    recipient: str
    subject: str
    body: str


def link_letter(person: Person, kind: LinkKind, url: str) -> Letter:
    """The mail that carries a one-use link."""
    with force_locale(person.language):
        if kind is LinkKind.INVITATION:
            return Letter(person.email, _("Your account in Groundwork"), _invitation(person, url))
        return Letter(person.email, _("A new password for Groundwork"), _new_password(person, url))


def address_changed(person: Person, before: str) -> Letter:
    """To the address that was replaced: whoever reads it should know."""
    with force_locale(person.language):
        body = _(
            "Hello %(name)s,\n\nan administrator replaced this e-mail address in your Groundwork account. "
            "From now on you sign in with the new one. If you did not expect this, tell your program office.\n",
            name=person.name,
        )
        return Letter(before, _("Your address in Groundwork was changed"), body)


def _invitation(person: Person, url: str) -> str:
    return _(
        "Hello %(name)s,\n\nyou have an account in Groundwork. Open this link and choose a password:\n\n%(url)s\n\n"
        "The link works once, within seven days.\n",
        name=person.name,
        url=url,
    )


def _new_password(person: Person, url: str) -> str:
    return _(
        "Hello %(name)s,\n\nsomeone asked for a new password for your Groundwork account. If it was you, "
        "open this link:\n\n%(url)s\n\nThe link works once, within one hour. If it was not you, do nothing.\n",
        name=person.name,
        url=url,
    )
