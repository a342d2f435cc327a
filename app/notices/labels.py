"""What each kind of notice says, in the reader's language. `%(...)s` are filled from the notice's facts."""

from collections import defaultdict

from flask_babel import lazy_gettext as _l

from app.notices.models import Notice
from app.web.texts import figure

KINDS = {
    "pain_point_received": _l("%(ref)s has come in for you to answer."),
    "pain_point_acknowledged": _l("Your report %(ref)s was read. You will get an answer."),
    "pain_point_asked": _l("There is a question about your report %(ref)s."),
    "pain_point_facts": _l("The facts you asked for on %(ref)s have come."),
    "pain_point_accepted": _l("Your report %(ref)s was accepted."),
    "pain_point_declined": _l("Your report %(ref)s was answered with a reason why not."),
    "pain_point_rerouted": _l("Your report %(ref)s was passed on to another office."),
    "pain_point_duplicate": _l("Your report %(ref)s was joined to another that says the same."),
    "pain_point_separated": _l("Your report %(ref)s stands alone again and will get its own answer."),
    "pain_point_fixed": _l("What you reported in %(ref)s is fixed. Tell us if it is not."),
    "pain_point_confirmed": _l("The reporter of %(ref)s says that it is fixed."),
    "pain_point_reopened": _l("%(ref)s was opened again: it still happens."),
    "pain_point_in_plan": _l("Your report %(ref)s is now in a plan."),
    "pain_point_plan_ended": _l("The plan with your report %(ref)s has ended. The report stays accepted."),
    "facts_given": _l("The facts you asked for on %(ref)s have come."),
    "responsible_changed": _l("You now answer for reports that others had: %(count)s."),
    "plan_submitted": _l("Plan %(plan)s, version %(version)s, was submitted for review."),
    "plan_returned": _l("Plan %(plan)s, version %(version)s, was returned with reasons."),
    "plan_accepted": _l("Plan %(plan)s, version %(version)s, was accepted. It is in force."),
    "report_published": _l("Report %(report)s was published."),
    "report_failed": _l("Report %(report)s could not be made. It was not published."),
    "request_submitted": _l("Funding request %(request)s was submitted."),
    "measure_recounted": _l("%(measure)s was counted again by someone from outside your office."),
    "request_decided": _l("Your funding request %(request)s was decided."),
    "seat_given": _l("You have a seat as champion or deputy."),
    "seat_ended": _l("Your seat has ended."),
    "role_given": _l("You were given a role."),
    "role_ended": _l("One of your roles has ended."),
}
UNKNOWN = _l("There is news for you.")


def words(notice: Notice) -> str:
    """The notice as one sentence. A fact that is missing leaves a gap rather than an error."""
    facts = defaultdict(str, {name: str(figure(value)) for name, value in notice.facts.items()})
    return str(KINDS.get(notice.kind, UNKNOWN)) % facts
