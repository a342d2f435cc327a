"""Who may write, read and publish reports. Plain predicates on loaded things, no queries.

A plan's report is its champion's and deputy's, while the seat lasts. A report on offices is the sponsor's of these
offices or the program office's, on the program the program office's alone. Published ones are read by everyone who is
signed in; drafts by their author, by those who may publish them, and by auditors.
"""

from app.accounts.models import Person, Role
from app.offices.models import Office
from app.plans import policy as plans
from app.plans.models import Plan
from app.reports.models import Report, Scope, State


def can_report_on_plan(person: Person, plan: Plan) -> bool:
    return plans.is_on_team(person, plan)


def can_report_on_office(person: Person, office: Office) -> bool:
    return person.has_any_role(Role.SPONSOR, Role.PROGRAM_OFFICE, office=office)


def can_report_on_program(person: Person) -> bool:
    return person.has_role_everywhere(Role.PROGRAM_OFFICE)


def scopes_of(person: Person) -> list[Scope]:
    """What this person may report on at all."""
    found = [Scope.PLAN] if person.has_any_role(*plans.TEAM) else []
    if person.has_any_role(Role.SPONSOR, Role.PROGRAM_OFFICE):
        found.append(Scope.OFFICE)
    return [*found, Scope.PROGRAM] if can_report_on_program(person) else found


def can_publish(person: Person, report: Report) -> bool:
    """The right to speak for what the report is about; writing, publishing and correcting ask for the same."""
    if report.scope is Scope.PROGRAM:
        return can_report_on_program(person)
    if report.plan is not None:
        return can_report_on_plan(person, report.plan)
    return can_report_on_office(person, report.office)


def can_edit(person: Person, report: Report) -> bool:
    """The draft's words, until publishing has begun."""
    return is_open(report) and can_publish(person, report)


def can_correct(person: Person, report: Report) -> bool:
    return report.state is State.PUBLISHED and can_publish(person, report)


def can_read(person: Person, report: Report) -> bool:
    if report.state is not State.DRAFT or person.id == report.author_id:
        return True
    return person.has_role(Role.AUDITOR, report.office) or can_publish(person, report)


def is_open(report: Report) -> bool:
    """A draft that is not on its way to print."""
    return report.state is State.DRAFT and report.progress is None
