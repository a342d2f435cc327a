"""Words for roles, as the header says them, and for counts that stop somewhere."""

from flask_babel import lazy_gettext as _l

from app.accounts.models import Person, Role
from app.web.figures import number

ROLES = {
    "frontline": _l("Colleague"),
    "channel_owner": _l("Channel owner"),
    Role.CHAMPION: _l("Champion"),
    Role.DEPUTY: _l("Deputy champion"),
    Role.SPONSOR: _l("Sponsor"),
    Role.REVIEWER: _l("Reviewer"),
    Role.LEADER: _l("Leader"),
    Role.PROGRAM_OFFICE: _l("Program office"),
    Role.AUDITOR: _l("Auditor"),
    Role.ADMINISTRATOR: _l("Administrator"),
}


def role_label(role: str, person: Person) -> str:
    """The role, and the office it is held for: "Champion, Child Support"."""
    word = str(ROLES[role])
    office = next((grant.office.name for grant in person.rights.held if grant.role == role), None)
    office = office or (person.office.name if person.office else None)
    return f"{word}, {office}" if office else word


def capped(count: int, most: int) -> str:
    """A count that stopped at `most`, with a plus where it did."""
    return f"{number(count)}+" if count >= most else number(count)
