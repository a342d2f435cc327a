"""Forgetting a person by a legal ground: name and e-mail go, and what they did stays as done by a former colleague.

The number of the person stays in the log and in rows, so that nobody accepts or decides what they wrote themselves,
and says nothing without the name.
"""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import delete, func, select, update

from app.accounts.failures import account_hash
from app.accounts.models import Credit, OneUseLink, Person, Role, SignInFailure, SignInSession
from app.audit import copies, living
from app.audit.redaction import Outcome
from app.core import events
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.notices.models import Mail, Notice
from app.offices import queries as offices

SHORTEST_NAME = 5  # a shorter name is replaced only where it stands alone, or "May" would go from every date
NOWHERE = "forgotten-{}@former.invalid"


class StillActive(BrokenRule):
    field = "email"
    message = N_("This account is open. Close it first.")


class SameName(BrokenRule):
    field = "email"
    message = N_("Someone else has the same name, and texts do not say who is meant. Change one name first.")


def forget(person: Person, *, ground: str, by: Person, at: datetime) -> Outcome:
    """Replace name and e-mail everywhere, in the running transaction. Harmless to repeat.

    Raises NotAllowed (not an administrator), StillActive, SameName.
    """
    if not by.has_role(Role.ADMINISTRATOR):
        raise NotAllowed
    if person.is_active:
        raise StillActive
    outcome = Outcome(person.email)
    if person.email == NOWHERE.format(person.id):
        return outcome
    is_same = func.lower(Person.name) == func.lower(person.name)
    if db.session.scalar(select(Person.id).where(is_same, Person.id != person.id).limit(1)):
        raise SameName
    told, replaced = (person.email, person.name), replacing(person)
    _forget_account(person)
    db.session.flush()
    rows = living.rewrite(told, replaced)
    outcome.texts = 2 + len(rows)
    outcome.reissued = copies.everywhere(replaced, [person, *rows])
    events.record("person.forgotten", person, by=by, at=at, ground=ground[:120], texts=outcome.texts)
    return outcome


def replacing(person: Person) -> copies.Replace:
    """What takes e-mail and name out of a text."""
    return copies.replacing((person.email, person.name), former(), shortest=SHORTEST_NAME)


def former() -> str:
    """What stands where the name was, in the agency's language."""
    root = offices.root()
    with force_locale(root.language if root else "en"):
        return _("A former colleague")


def _forget_account(person: Person) -> None:
    """Row, traces of signing in, notices, and mails that wait."""
    for table in (SignInSession, OneUseLink, Notice):
        db.session.execute(delete(table).where(table.person_id == person.id))
    db.session.execute(delete(SignInFailure).where(SignInFailure.account_hash == account_hash(person.email)))
    waiting = update(Mail).where(Mail.recipient == person.email, Mail.sent_at.is_(None))
    db.session.execute(waiting.values(recipient="", subject="", body=""))
    person.name, person.email, person.password_hash = former(), NOWHERE.format(person.id), None
    person.credit = Credit.UNSET
