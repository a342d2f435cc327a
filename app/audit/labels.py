"""Words for what happened. An event without words here shows its verb, so that nothing is ever left out."""

from flask_babel import lazy_gettext as _l

# What a reporter did: the log says that a colleague did it, and not who, since it would name reporters to auditors.
UNTOLD = (
    "pain_point.received", "pain_point.sighted", "pain_point.facts_given", "pain_point.confirmed",
    "pain_point.reopened",
)  # fmt: skip

VERBS = {
    "pain_point.received": _l("reported it"),
    "pain_point.acknowledged": _l("acknowledged it"),
    "pain_point.asked": _l("asked for facts"),
    "pain_point.facts_given": _l("gave the facts"),
    "pain_point.accepted": _l("accepted it"),
    "pain_point.declined": _l("declined it, with a reason"),
    "pain_point.rerouted": _l("passed it on to another office"),
    "pain_point.reassigned": _l("gave it to whoever answers now"),
    "pain_point.sighted": _l("sees it too"),
    "pain_point.fixed": _l("marked it as fixed"),
    "pain_point.confirmed": _l("confirmed that it is fixed"),
    "pain_point.reopened": _l("opened it again"),
    "pain_point.duplicate": _l("merged it into another report"),
    "pain_point.separated": _l("took it up by itself again"),
    "pain_point.linked": _l("took it into a plan"),
    "pain_point.unlinked": _l("took it out of a plan"),
    "pain_point.redacted": _l("redacted a text, by a legal ground"),
    "plan.started": _l("started the plan"),
    "plan.saved": _l("wrote in the draft"),
    "plan.submitted": _l("submitted a version"),
    "plan.returned": _l("returned a version, with reasons"),
    "plan.accepted": _l("accepted a version"),
    "plan.withdrawn": _l("withdrew a version"),
    "plan.revised": _l("started a new version"),
    "plan.remarked": _l("remarked on a version"),
    "plan.remark_answered": _l("answered remarks"),
    "plan.remark_settled": _l("settled a remark"),
    "plan.coach_named": _l("named a coach"),
    "plan.coach_ended": _l("ended the work of a coach"),
    "plan.redacted": _l("redacted a text, by a legal ground"),
    "measure.redacted": _l("redacted a text, by a legal ground"),
    "report.redacted": _l("redacted a text, by a legal ground"),
    "funding_request.redacted": _l("redacted a text, by a legal ground"),
    "plan.reissued": _l("printed a redacted version again"),
    "report.reissued": _l("printed a redacted report again"),
    "funding_request.reissued": _l("printed a redacted request again"),
    "decision.reissued": _l("printed a redacted letter again"),
    "milestone.created": _l("promised a milestone"),
    "milestone.updated": _l("changed a milestone"),
    "milestone.started": _l("started a milestone"),
    "milestone.completed": _l("reached a milestone"),
    "milestone.dropped": _l("dropped a milestone, with a reason"),
    "milestone.replanned": _l("gave a milestone a new date"),
    "milestone.removed": _l("took back a milestone that nobody was promised"),
    "plan_version.measure_linked": _l("took a measure into the plan"),
    "plan_version.measure_unlinked": _l("took a measure out of the plan"),
    "plan_version.measures_ordered": _l("put the plan's measures in order"),
    "intervention.added": _l("noted what was changed, and when"),
    "intervention.removed": _l("took back a note of what was changed"),
    "source.added": _l("gave a measure a new source"),
    "measure.created": _l("created a measure"),
    "measure.updated": _l("changed a measure"),
    "measure.observations_pasted": _l("entered several numbers"),
    "observation.recorded": _l("entered a number"),
    "observation.corrected": _l("corrected a number, with a reason"),
    "report.started": _l("started a progress report"),
    "report.saved": _l("wrote in a progress report"),
    "report.correction_begun": _l("started to correct a progress report"),
    "report.publishing_begun": _l("had a progress report made for publication"),
    "report.published": _l("published a progress report"),
    "report.failed": _l("could not make a progress report"),
    "report.superseded": _l("corrected a progress report by a newer one"),
    "measure.recounted": _l("counted a number again, from outside"),
    "trial.planned": _l("planned a small test"),
    "trial.changed": _l("changed a small test"),
    "trial.removed": _l("took out a small test that had not begun"),
    "trial.studied": _l("wrote what a small test showed"),
    "trial.noted": _l("added a note to a small test"),
    "calendar_feed.made": _l("made a calendar link"),
    "calendar_feed.ended": _l("ended a calendar link"),
    "plan.paused": _l("paused the plan"),
    "plan.completed": _l("completed the plan"),
    "plan.stopped": _l("stopped the plan"),
    "funding_round.open": _l("opened a funding round"),
    "funding_round.closed": _l("closed a funding round"),
    "funding_round.made": _l("made a funding round"),
    "funding_round.changed": _l("changed a funding round"),
    "funding_request.started": _l("started a funding request"),
    "funding_request.saved": _l("wrote in a funding request"),
    "funding_request.submitted": _l("submitted a funding request"),
    "funding_request.withdrawn": _l("withdrew a funding request"),
    "decision.signed": _l("decided a funding request"),
    "seat.given": _l("gave a seat"),
    "seat.deputy_named": _l("named a deputy"),
    "seat.left": _l("put the champion on leave"),
    "seat.returned": _l("put the champion back to work"),
    "seat.handed_over": _l("handed a seat over"),
    "seat.ended": _l("ended a seat"),
    "cycle.added": _l("added a cycle"),
    "cycle.opened": _l("opened a cycle"),
    "cycle.closed": _l("closed a cycle"),
    "cycle.updated": _l("changed a cycle"),
    "office.added": _l("added an office"),
    "office.opened": _l("opened an office"),
    "office.updated": _l("changed an office"),
    "office.moved": _l("moved an office in the tree"),
    "office.closed": _l("closed an office"),
    "office_rules.set": _l("set rules for reports"),
    "channel.added": _l("added a channel"),
    "channel.renamed": _l("renamed a channel"),
    "channel.closed": _l("closed a channel"),
    "channel_ownership.given": _l("gave a channel its owner"),
    "channel_ownership.ended": _l("ended a channel's owner"),
    "person.added": _l("added an account"),
    "person.updated": _l("changed an account"),
    "person.forgotten": _l("forgot who a person was, by a legal ground"),
    "person.deactivated": _l("closed an account"),
    "person.reactivated": _l("opened an account again"),
    "person.password_set": _l("set a password"),
    "person.signed_out": _l("signed out everywhere"),
    "role_grant.given": _l("gave a role"),
    "role_grant.ended": _l("ended a role"),
    "one_use_link.issued": _l("sent a link for one use"),
    "sign_in_session.started": _l("signed in"),
    "sign_in_session.ended": _l("signed out"),
}
# Things that have no name of their own, and what was deleted since.
KINDS = {
    "pain_point": _l("Pain point"), "plan": _l("Plan"), "plan_version": _l("Version of a plan"), "report": _l("Report"),
    "measure": _l("Measure"), "observation": _l("Number"), "intervention": _l("Change"), "source": _l("Source"),
    "recount": _l("Recount"), "milestone": _l("Milestone"), "funding_round": _l("Round"),
    "funding_request": _l("Request"), "decision": _l("Decision"), "office": _l("Office"), "cycle": _l("Cycle"),
    "seat": _l("Seat"), "channel": _l("Channel"), "channel_ownership": _l("Owner of a channel"),
    "office_rules": _l("Rules for reports"), "person": _l("Person"), "role_grant": _l("Role"),
    "trial": _l("Small test"), "calendar_feed": _l("Calendar link"),
    "one_use_link": _l("Link"), "sign_in_session": _l("Session"),
}  # fmt: skip
COLLEAGUE = _l("A colleague")
SYSTEM = _l("Groundwork")
NOBODY = _l("Someone who gave no name")


def verb_words(verb: str) -> str:
    return str(VERBS.get(verb, verb))


def kind_words(kind: str) -> str:
    return str(KINDS.get(kind, kind.replace("_", " ")))


def actor_is_shown(verb: str) -> bool:
    return verb not in UNTOLD


def actor_words(verb: str, actor_id: int | None, names: dict[int, str]) -> str:
    """Who acted, as far as the log tells it."""
    if not actor_is_shown(verb):
        return str(COLLEAGUE if actor_id else NOBODY)
    return names.get(actor_id, "") if actor_id else str(SYSTEM)
