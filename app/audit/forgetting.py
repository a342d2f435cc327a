"""Forgetting a person by a legal ground: name and e-mail go, and what they did stays as done by a former colleague.

The number of the person stays in the log and in rows, so that nobody accepts or decides what they wrote themselves,
and says nothing without the name.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import delete, or_, select, update

from app.accounts.failures import account_hash
from app.accounts.models import OneUseLink, Person, Role, SignInFailure, SignInSession
from app.audit import copies, redactable
from app.audit.redaction import Outcome
from app.core import events
from app.core.columns import Salted, new_salt
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.notices.models import Mail, Notice
from app.offices import queries as offices
from app.pain_points.models import PainPoint
from app.plans.models import PlanChange, SectionText
from app.reports.models import Report
from app.search import sources
from app.search.index import Kind

SHORTEST_NAME = 5  # a shorter name is replaced only where it stands alone, or "May" would go from every date
NOWHERE = "forgotten-{}@former.invalid"
_INDEXED: dict[Any, tuple[Kind, Callable[[Any], int]]] = {
    PainPoint: (Kind.PAIN_POINT, lambda row: row.id),
    SectionText: (Kind.PLAN, lambda row: row.version.plan_id),
    PlanChange: (Kind.PLAN, lambda row: row.version.plan_id),
    Report: (Kind.REPORT, lambda row: row.id),
}


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
    if db.session.scalar(select(Person.id).where(Person.name == person.name, Person.id != person.id).limit(1)):
        raise SameName
    told = (person.email, person.name)
    replaced = copies.replacing(told, former(), shortest=SHORTEST_NAME)
    _forget_account(person)
    db.session.flush()
    rows = _in_texts(told, replaced)
    outcome.texts = 2 + len(rows)
    outcome.reissued = copies.everywhere(replaced, [person, *rows])
    events.record("person.forgotten", person, by=by, at=at, ground=ground[:120], texts=outcome.texts)
    return outcome


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


def _in_texts(told: tuple[str, ...], replaced: copies.Replace) -> list[Any]:
    """The rows whose words named the person; what can be searched is indexed again."""
    changed = [
        row for table, names in redactable.columns().items() for row in _naming(table, names, told)
        if _rewrite(row, names, replaced)
    ]  # fmt: skip
    db.session.flush()
    for kind, thing_id in {_indexed(row) for row in changed if type(row) in _INDEXED}:
        sources.refresh(kind, thing_id)
    return changed


def _naming(table: Any, names: tuple[str, ...], told: tuple[str, ...]) -> list[Any]:
    hits = [getattr(table, name).contains(words, autoescape=True) for name in names for words in told]
    return list(db.session.scalars(select(table).where(or_(*hits)).order_by(table.id)))


def _rewrite(row: Any, names: tuple[str, ...], replaced: copies.Replace) -> bool:
    new = {name: replaced(getattr(row, name)) for name in names}
    changed = {name: words for name, words in new.items() if words != getattr(row, name)}
    for name, words in changed.items():
        setattr(row, name, words)
    if changed and isinstance(row, Salted):
        row.salt = new_salt()
    return bool(changed)


def _indexed(row: Any) -> tuple[Kind, int]:
    kind, thing_id = _INDEXED[type(row)]
    return kind, thing_id(row)
