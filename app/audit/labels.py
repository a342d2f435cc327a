"""Words for what happened. An event without words here shows its verb, so that nothing is ever left out."""

from flask_babel import lazy_gettext as _l

from app.audit.verbs import VERBS

# What a reporter did: the log says that a colleague did it, and not who, since it would name reporters to auditors.
UNTOLD = (
    "pain_point.received", "pain_point.sighted", "pain_point.facts_given", "pain_point.confirmed",
    "pain_point.reopened",
)  # fmt: skip

# Things that have no name of their own, and what was deleted since.
KINDS = {
    "pain_point": _l("Pain point"), "plan": _l("Plan"), "plan_version": _l("Version of a plan"), "report": _l("Report"),
    "measure": _l("Measure"), "observation": _l("Number"), "intervention": _l("Change"), "source": _l("Source"),
    "recount": _l("Recount"), "milestone": _l("Milestone"), "funding_round": _l("Round"),
    "funding_request": _l("Request"), "decision": _l("Decision"), "office": _l("Office"), "cycle": _l("Cycle"),
    "nomination": _l("Nomination"), "seat": _l("Seat"), "sign_off": _l("Sign-off"), "channel": _l("Channel"),
    "channel_ownership": _l("Owner of a channel"),
    "office_rules": _l("Rules for reports"), "person": _l("Person"), "role_grant": _l("Role"),
    "trial": _l("Small test"), "adoption": _l("Copy"), "calendar_feed": _l("Calendar link"),
    "huddle": _l("Huddle"), "huddle_action": _l("Action"),
    "check_in": _l("Check-in"), "blocker": _l("Blocker"), "one_use_link": _l("Link"), "sign_in_session": _l("Session"),
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
