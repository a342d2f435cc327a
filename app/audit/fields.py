"""Words for what events hold beside their verbs: labels of fields, names of what was changed, meanings of codes.

How a value is written is in details.py. Most words are those of the forms, so that a thing is called the same.
"""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from app.accounts import labels as accounts
from app.adoptions import labels as adoptions
from app.calendar import labels as calendar
from app.funding import labels as funding
from app.measures import labels as measures
from app.offices.labels import RULES
from app.pain_points import labels as pain_points
from app.plans.labels import PARTS
from app.reports import labels as reports
from app.sign_offs import labels as sign_offs
from app.trials import labels as trials

# Where an event holds the id of a thing: which kind of thing it is.
THINGS = {
    "person_id": "person", "before_id": "person", "champion_id": "person", "deputy_id": "person", "owner_id": "person",
    "from_id": "office", "to_id": "office", "parent_id": "office", "successor_id": "office",
    "plan_id": "plan", "measure_id": "measure", "round_id": "funding_round", "request_id": "funding_request",
    "other_id": "pain_point", "cycle_id": "cycle", "channel_id": "channel", "source_id": "source",
}  # fmt: skip

LABELS: dict[str, Any] = {
    "person_id": _l("Person"), "before_id": _l("Before"), "champion_id": _l("Champion"), "deputy_id": _l("Deputy"),
    "owner_id": _l("Owner"), "from_id": _l("From"), "to_id": _l("To"), "parent_id": _l("Part of"),
    "successor_id": _l("Its work goes on in"), "plan_id": _l("Plan"), "measure_id": _l("Measure"),
    "round_id": _l("Round"), "request_id": _l("Request"), "other_id": _l("The other report"),
    "other": _l("The other report"), "cycle_id": _l("Cycle"), "channel_id": _l("Channel"), "source_id": _l("Source"),
    "state": _l("State"), "channel": _l("Channel"), "frequency": _l("How often"), "customers": _l("Customers"),
    "minutes": _l("Minutes lost"), "version": _l("Version"), "parts": _l("Parts"), "fields": _l("Changed"),
    "stated": _l("Changed"), "pages": _l("Pages"), "kind": _l("Kind"), "unit": _l("Unit"), "direction": _l("Better"),
    "cadence": _l("How often a number comes"), "baseline": _l("Baseline"), "baseline_start": _l("First day"),
    "baseline_end": _l("Last day"), "target": _l("Target"), "target_on": _l("By when"),
    "due_on": _l("By when"), "is_decision_point": _l("Decision point"), "from_due_on": _l("From"),
    "to_due_on": _l("To"), "until": _l("Until when"), "silences": _l("Not heard, in a row"),
    "started_on": _l("Started on"), "done_on": _l("Done on"), "days_late": _l("Days late"), "on": _l("Day"),
    "from_on": _l("In use from"), "happened_on": _l("Day"), "period_start": _l("First day"),
    "period_end": _l("Last day"), "start": _l("First day"), "end": _l("Last day"), "value": _l("Number"),
    "replaces_id": _l("Replaces an earlier number"), "supersedes": _l("Replaces an earlier decision"),
    "is_confirmed": _l("Agrees"), "new": _l("New"), "replaced": _l("Replaced"), "scope": _l("What about"),
    "happened": _l("What happened"), "learned": _l("What we learned"), "act": _l("What we do now"),
    "refusal": _l("Our answer"), "differently": _l("What we do differently"), "grade": _l("Evidence"),
    "shows": _l("What it shows"), "failure": _l("Why"), "of": _l("Corrects"),
    "by_report": _l("Corrected by"), "outcome": _l("Decision"),
    "asked": _l("Asked"), "counted": _l("Words that count on"), "word": _l("Word"), "is_met": _l("Met"),
    "role": _l("Role"), "sessions": _l("Sessions"), "field": _l("Text"), "ground": _l("Legal ground"),
    "criteria": _l("Criteria"), "steps": _l("Steps"), "texts": _l("Texts"), "printed_again": _l("Papers printed again"),
    "points": _l("Points"),
}  # fmt: skip
AMOUNTS = {
    "funding_request": _l("Asked"), "funding_round": _l("In the round"), "decision": _l("Given"),
}  # fmt: skip
FIGURES = ("value", "numerator", "denominator", "baseline", "target")
"""Decimal numbers, which the log keeps as text."""
IF_ANY = ("replaces_id", "supersedes")
"""Ids of rows that nobody sees: only that there is one is said."""

CODES: dict[tuple[str, str], Mapping[Any, Any]] = {
    ("pain_point", "state"): pain_points.STATES,
    ("pain_point", "channel"): pain_points.CHANNELS,
    ("pain_point", "frequency"): pain_points.FREQUENCIES,
    ("pain_point", "customers"): pain_points.CUSTOMERS,
    ("measure", "kind"): measures.KINDS,
    ("measure", "unit"): measures.UNITS,
    ("measure", "direction"): measures.DIRECTIONS,
    ("measure", "cadence"): measures.CADENCES,
    ("channel", "kind"): pain_points.CHANNELS,
    ("one_use_link", "kind"): accounts.LINKS,
    ("person", "kind"): accounts.LINKS,
    ("role_grant", "role"): accounts.ROLES,
    ("trial", "act"): trials.ACTS,
    ("adoption", "refusal"): adoptions.REFUSALS,
    ("adoption", "state"): adoptions.STATES,
    ("calendar_feed", "shows"): calendar.SHOWS,
    ("report", "scope"): reports.SCOPES,
    ("report", "failure"): reports.FAILURES,
    ("decision", "outcome"): funding.OUTCOMES,
    ("sign_off", "word"): sign_offs.WORDS,
    ("sign_off", "outcome"): sign_offs.OUTCOMES,
}

# What was changed: fields of forms, parts of plans, texts that were redacted.
NAMES: dict[str, Any] = {
    **PARTS, **RULES,
    "name": _l("Name"), "email": _l("E-mail address"), "language": _l("Language"), "office": _l("Office"),
    "staff_count": _l("Staff"), "starts_on": _l("First day"), "ends_on": _l("Last day"),
    "plan_due_on": _l("Plans are due on"), "page_limit": _l("Pages of a plan, at most"), "paper": _l("Paper"),
    "seat_limit": _l("Seats, at most"), "nominate_until": _l("Nominations until"), "nominee_id": _l("Who"),
    "office_id": _l("Office"), "thinks_ahead": _l("How this person thinks ahead"), "credit": _l("Credit by name"),
    "respected": _l("How colleagues respect them"), "endorsement": _l("Endorsement"),
    "assessment": _l("Note"), "conflict": _l("Conflict of interest"),
    "definition": _l("How it is counted"), "is_proxy": _l("Only a hint"),
    "owner": _l("Who sees to it"), "shown_by": _l("What will show it"), "went_well": _l("What went well"),
    "did_not": _l("What did not go well"), "we_ask": _l("What we ask"), "happening": _l("What happens"),
    "suggestion": _l("Suggestion"), "reply": _l("Reply"), "sighting": _l("Sighting"), "decision": _l("Decision"),
    "as_is": _l("How it goes now"), "to_be": _l("How it goes then"), "map_step": _l("Step"),
    "change": _l("What we change"), "milestone": _l("Milestone"), "replanning": _l("Why it moves"),
    "for_what": _l("For what"), "if_no": _l("If the answer is no"), "source": _l("Source"),
    "adoption": _l("Copy"),
    "trial": _l("Small test"), "trial_note": _l("Note"), "question": _l("What we want to find out"),
    "action": _l("What we try"), "place": _l("Where"), "prediction": _l("What we predict"),
    "predicted": _l("The number that we predict"), "intervention": _l("What was changed"), "sign_off": _l("Sign-off"),
    "objection": _l("Objection"),
    "observation": _l("Number"), "recount": _l("Recount"),
    "meets_on": _l("Day"), "begins": _l("Begins at"), "link": _l("Link to join from elsewhere"),
    "host_id": _l("Host"),
    "guests": _l("Guests"), "point": _l("Point"), "huddle_action": _l("Action"),
    "turn": _l("How it rested or ended"), "check_in": _l("Check-in"), "blocker": _l("Blocker"),
    "blocker_step": _l("What was said about a blocker"),
    "correction_reason": _l("What is wrong in it"),
    "remark": _l("Remark"), "answer": _l("Answer"),
    "whole": _l("The plan as a whole"), "reason": _l("Reason"), "conditions": _l("Conditions"),
}  # fmt: skip
NAMES |= {name: words for name, words in LABELS.items() if name not in NAMES}


def label(field: str) -> str:
    """The field's own name where it has no words here, so that nothing is left out."""
    return str(LABELS.get(field, field.replace("_", " ")))


def name(code: str) -> str:
    """What was changed: "title", or "reply:12" of a text that was redacted."""
    word, _, number = code.partition(":")
    known = str(NAMES.get(word, word.replace("_", " ")))
    return f"{known} {number}".strip()
