"""Words for roles, as the header says them, and for counts that stop somewhere."""

from flask_babel import gettext as _

from app.accounts.models import Person, Role
from app.web.figures import number


def role_label(role: str, person: Person) -> str:
    """The role, and the office it is held for: "Champion, Child Support"."""
    word = role_word(role)
    office = next((grant.office.name for grant in person.grants if grant.role == role), None)
    office = office or (person.office.name if person.office else None)
    return f"{word}, {office}" if office else word


def role_word(role: str) -> str:
    return {
        "frontline": _("Colleague"),
        "channel_owner": _("Channel owner"),
        Role.CHAMPION: _("Champion"),
        Role.DEPUTY: _("Deputy champion"),
        Role.SPONSOR: _("Sponsor"),
        Role.REVIEWER: _("Reviewer"),
        Role.LEADER: _("Leader"),
        Role.PROGRAM_OFFICE: _("Program office"),
        Role.AUDITOR: _("Auditor"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[role]


def capped(count: int, most: int) -> str:
    """A count that stopped at `most`, with a plus where it did."""
    return f"{number(count)}+" if count >= most else number(count)
