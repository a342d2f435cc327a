"""Words for the codes of accounts, in the reader's language."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.accounts.models import Credit, LinkKind, Person, Role

FRONTLINE = "frontline"
CHANNEL_OWNER = "channel_owner"

ROLES = {
    Role.CHAMPION: _l("Champion"),
    Role.DEPUTY: _l("Deputy champion"),
    Role.COACH: _l("Coach"),
    Role.SPONSOR: _l("Sponsor"),
    Role.REVIEWER: _l("Reviewer"),
    Role.LEADER: _l("Leader"),
    Role.PROGRAM_OFFICE: _l("Program office"),
    Role.AUDITOR: _l("Auditor"),
    Role.ADMINISTRATOR: _l("Administrator"),
    CHANNEL_OWNER: _l("Channel owner"),
    FRONTLINE: _l("Frontline"),
}

# What each role that can be given by hand is for; champions and deputies come from seats, coaches from plans.
GIVEN_BY_HAND = {
    Role.SPONSOR: _l("Head of an office: stands behind its plan."),
    Role.REVIEWER: _l("Reads submitted plans and comments before they are accepted."),
    Role.LEADER: _l("Sees the portfolio and decides on funding requests."),
    Role.PROGRAM_OFFICE: _l("Runs cycles, gives seats, accepts or returns plans."),
    Role.AUDITOR: _l("Reads all, changes nothing."),
    Role.ADMINISTRATOR: _l("Looks after people, offices and settings. Cannot act as someone else."),
}

CREDITS = {Credit.BY_NAME: _l("Yes, by name"), Credit.NO_NAME: _l("No, without my name")}

LINKS = {LinkKind.INVITATION: _l("Invitation"), LinkKind.PASSWORD_RESET: _l("New password")}


def role_word(role: str) -> str:
    """The role by itself."""
    return str(ROLES[role])


def role_label(role: str, person: Person) -> str:
    """The role, and the office it is held for: "Champion, Child Support"; the person's own where it has none."""
    office = next((grant.office.name for grant in person.rights.held if grant.role == role), None)
    office = office or (person.office.name if person.office else None)
    return gettext("%(role)s, %(office)s", role=role_word(role), office=office) if office else role_word(role)
