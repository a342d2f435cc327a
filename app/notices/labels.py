"""What each kind of notice says, in the reader's language. `%(...)s` are filled from the notice's facts."""

from collections import defaultdict

from flask_babel import lazy_gettext as _l

from app.notices.models import Notice
from app.offices.models import ChannelKind
from app.plans.labels import channel
from app.web.texts import figure

KINDS = {
    "plan_contributor": _l("You were asked to write along in plan %(plan)s."),
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
    "plan_remarked": _l("There are remarks on plan %(plan)s to answer."),
    "remark_answered": _l("Your remarks on plan %(plan)s were answered."),
    "coach_named": _l("You are the coach of plan %(plan)s."),
    "plan_coached": _l("Plan %(plan)s has a coach now."),
    "sign_off_asked": _l("You are asked for your word on plan %(plan)s, version %(version)s."),
    "sign_off_moved": _l("You are asked for your word on plan %(plan)s: you answer for the channel now."),
    "sign_off_due": _l("Your word on plan %(plan)s is due soon."),
    "sign_off_overdue": _l("Your word on plan %(plan)s is late. It shows as no answer, not as a yes."),
    "sign_off_silent": _l("A channel owner has not answered on plan %(plan)s by the date you asked for."),
    "sign_off_given": _l("A channel owner gave a word on plan %(plan)s."),
    "sign_off_met": _l("The team of plan %(plan)s says that your condition is met. Say whether it is."),
    "sign_off_met_answered": _l("A channel owner answered on plan %(plan)s whether a condition is met."),
    "sign_off_escalated": _l("A channel owner cannot agree with plan %(plan)s. You are asked to decide."),
    "sign_off_view": _l("The team of plan %(plan)s wrote its view on an objection."),
    "sign_off_decided": _l("An objection to plan %(plan)s was decided."),
    "plan_paused": _l("Plan %(plan)s is paused."),
    "plan_resumed": _l("Plan %(plan)s goes on."),
    "plan_completed": _l("Plan %(plan)s is completed. Read what came of it."),
    "plan_stopped": _l("Plan %(plan)s was stopped. Read why, and what was learned."),
    "plan_pause_over": _l("The pause of plan %(plan)s is over. Go on with it, or say how long it still rests."),
    "check_ins_silent": _l(
        "Nothing was heard from plan %(plan)s %(count)s times in a row. Ask its champion how it goes."
    ),
    "blocker_raised": _l("The team of plan %(plan)s is stuck and asks you."),
    "blocker_taken": _l("Someone sees to what is stuck in plan %(plan)s."),
    "blocker_answered": _l("There is an answer to what is stuck in plan %(plan)s."),
    "blocker_passed_up": _l("What is stuck in plan %(plan)s was passed one level up."),
    "blocker_reopened": _l("Your answer did not help plan %(plan)s. Its team asks again."),
    "blocker_settled": _l("What was stuck in plan %(plan)s is settled."),
    "adoption_offered": _l("A change that helped elsewhere is offered to your office: %(adoption)s."),
    "adoption_taken_up": _l("Your change is copied: %(adoption)s."),
    "adoption_declined": _l("Your offer %(adoption)s was answered, with the reason why not."),
    "adoption_withdrawn": _l("The offer %(adoption)s was withdrawn."),
    "adoption_closed": _l("Read what came of copying your change: %(adoption)s."),
    "huddle_action": _l("An action of huddle %(huddle)s is yours. Say when it is done."),
    "report_published": _l("Report %(report)s was published."),
    "report_failed": _l("Report %(report)s could not be made. It was not published."),
    "request_submitted": _l("Funding request %(request)s was submitted."),
    "measure_recounted": _l("%(measure)s was counted again by someone from outside your office."),
    "request_decided": _l("Your funding request %(request)s was decided."),
    "nomination_shortlisted": _l("Your nomination %(nomination)s is on the shortlist."),
    "nomination_selected": _l("The person you nominated in %(nomination)s is selected. Read why."),
    "nomination_not_selected": _l("Your nomination %(nomination)s was decided, with reasons."),
    "nomination_accepted": _l("The person nominated in %(nomination)s said yes and has the seat."),
    "nomination_declined": _l("The person nominated in %(nomination)s said no to the seat."),
    "nominee_shortlisted": _l("You are on the shortlist of champions. Read what colleagues say of you."),
    "nominee_selected": _l("You are selected as champion. Say whether you take the seat."),
    "nominee_not_selected": _l("You were not selected as champion this time. Read why, and what speaks for you."),
    "seat_given": _l("You have a seat as champion or deputy."),
    "seat_ended": _l("Your seat has ended."),
    "plan_kept": _l("Plan %(plan)s has no champion. You look after it until it has one again, or ends."),
    "role_given": _l("You were given a role."),
    "role_ended": _l("One of your roles has ended."),
}
UNKNOWN = _l("There is news for you.")
OF_CHANNEL = _l("%(words)s Channel: %(channel)s.")


def words(notice: Notice) -> str:
    """The notice as one sentence, and of which channel it speaks. A fact that is missing leaves a gap rather than an
    error."""
    facts = defaultdict(str, {name: str(figure(value)) for name, value in notice.facts.items()})
    told = str(KINDS.get(notice.kind, UNKNOWN)) % facts
    if not facts["channel_kind"]:
        return told
    named = channel(ChannelKind(facts["channel_kind"]), facts["channel_name"])
    return str(OF_CHANNEL) % {"words": told, "channel": named}
