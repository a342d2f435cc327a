"""Words for the codes of accounts, in the reader's language."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from app.accounts.models import LinkKind, Person, Role

FRONTLINE = "frontline"
CHANNEL_OWNER = "channel_owner"

ROLES = {
    Role.CHAMPION: _l("Champion"),
    Role.DEPUTY: _l("Deputy"),
    Role.SPONSOR: _l("Sponsor"),
    Role.REVIEWER: _l("Reviewer"),
    Role.LEADER: _l("Leader"),
    Role.PROGRAM_OFFICE: _l("Program office"),
    Role.AUDITOR: _l("Auditor"),
    Role.ADMINISTRATOR: _l("Administrator"),
    CHANNEL_OWNER: _l("Channel owner"),
    FRONTLINE: _l("Frontline"),
}

# What each role that can be given by hand is for; champions and deputies come from seats.
GIVEN_BY_HAND = {
    Role.SPONSOR: _l("Head of an office: stands behind its plan."),
    Role.REVIEWER: _l("Reads submitted plans and comments before they are accepted."),
    Role.LEADER: _l("Sees the portfolio and decides on funding requests."),
    Role.PROGRAM_OFFICE: _l("Runs cycles, gives seats, accepts or returns plans."),
    Role.AUDITOR: _l("Reads all, changes nothing."),
    Role.ADMINISTRATOR: _l("Looks after people, offices and settings. Cannot act as someone else."),
}

LINKS = {LinkKind.INVITATION: _l("Invitation"), LinkKind.PASSWORD_RESET: _l("New password")}


def role_label(role: str, person: Person | None = None) -> str:
    """The role in words, with the office it is held for where the person holds it for one only."""
    word = str(ROLES.get(role, role))
    offices = {grant.office.name for grant in person.rights.held if grant.role == role} if person else set()
    if len(offices) != 1:
        return word
    return gettext("%(role)s, %(office)s", role=word, office=offices.pop())
