"""Words for the codes and fields of plans, in the reader's language. No rule lives here."""

from collections.abc import Mapping

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l

from app.offices.models import ChannelKind
from app.pain_points.labels import CHANNELS
from app.plans.models import ChangeKind, Cost, Plan, PlanState, VersionState
from app.plans.sections import Section
from app.plans.turns import TurnKind
from app.web.figures import listed

PLAN_STATES = {
    PlanState.PREPARING: _l("Preparing"),
    PlanState.ACTIVE: _l("Active"),
    PlanState.PAUSED: _l("Paused"),
    PlanState.COMPLETED: _l("Completed"),
    PlanState.STOPPED: _l("Stopped"),
}
VERSION_STATES = {
    VersionState.DRAFT: _l("Draft"),
    VersionState.IN_CONSULTATION: _l("In consultation"),
    VersionState.SUBMITTED: _l("Submitted"),
    VersionState.RETURNED: _l("Returned"),
    VersionState.ACCEPTED: _l("Accepted"),
    VersionState.WITHDRAWN: _l("Withdrawn"),
}
TURNS = {
    TurnKind.PAUSED: _l("Pause the plan"),
    TurnKind.RESUMED: _l("Go on with the plan"),
    TurnKind.COMPLETED: _l("Complete the plan"),
    TurnKind.STOPPED: _l("Stop the plan"),
}
TURNED = {
    TurnKind.PAUSED: _l("The plan rests. Nobody is asked about it until it goes on."),
    TurnKind.RESUMED: _l("The plan goes on."),
    TurnKind.COMPLETED: _l("The plan is completed. This page stays for those who want to copy it."),
    TurnKind.STOPPED: _l("The plan is stopped. What you learned stays here."),
}
CHANGE_KINDS = {
    ChangeKind.POLICY: _l("Policy"),
    ChangeKind.PROCESS: _l("Process"),
    ChangeKind.PEOPLE: _l("People"),
    ChangeKind.TECHNOLOGY: _l("Technology"),
}
COSTS = {
    Cost.NIL: _l("Nil"),
    Cost.WITHIN_RESOURCES: _l("Within resources"),
    Cost.NEEDS_MONEY: _l("Needs money"),
}
PARTS = {
    "title": _l("Title"),
    "outcome": _l("Outcome"),
    "mission": _l("So that"),
    "problem": _l("What drives customers crazy"),
    "customers": _l("Customers"),
    "changes": _l("What we change"),
    "today": _l("How it goes now"),
    "after": _l("How it goes then"),
    "days": _l("Days now and then"),
    "channels": _l("Channels"),
    "people": _l("Who takes part"),
    "risks": _l("Risks, and how we roll back"),
    "own1": _l("First section of your own"),
    "own2": _l("Second section of your own"),
    "pain_points": _l("Linked pain points"),
    "measures": _l("Measures"),
    "milestones": _l("Milestones"),
}


HINTS = {
    "outcome": _l("What does the customer get? One sentence, in their words."),
    "mission": _l("So that what? A line for each step, up to three; the last line is the agency’s mission."),
    "problem": _l("Say it as a customer would. One story beats three adjectives. Linked pain points print below it."),
    "customers": _l("Who are they, and where does their journey begin? Often long before they come to us."),
    "today": _l("What happens now, step by step."),
    "after": _l("What happens then."),
    "people": _l("Who does it, with how much of their time?"),
    "risks": _l("What could go wrong, and how do we roll back?"),
}


def title_of(plan: Plan) -> str:
    """What every page calls the plan: its title; before it is handed in, when none may be shown, whose draft it is."""
    return titled(plan.title, plan.office.name)


def titled(title: str, office: str) -> str:
    """The same for rows of a list that hold no plan."""
    return title or gettext("Draft plan of %(office)s", office=office)


def names(asked: Mapping[str, Section]) -> dict[str, str]:
    """What the parts of a plan are called in its cycle."""
    return {key: str(words) for key, words in PARTS.items()} | {
        key: section.name for key, section in asked.items() if section.name
    }


def part(key: str) -> str:
    """The name of a part of the sheet; the key itself where the sheet has a part that has no name here."""
    return str(PARTS.get(key, key))


FREE_DAYS_RULE = _l(
    "Counted are plans that are being carried out or completed, in which every change costs nothing or is done with "
    "what the office has, and of which an outcome measure shows an improvement beyond chance. The days are those from "
    "the first contact to the result, now and before, for one customer."
)


def free_days(days: int | None, *, is_shown: bool) -> str:
    """The headline of a plan: what it saves at no cost, or promises to; empty where it does neither."""
    if days is None:
        return ""
    if is_shown:
        return ngettext("%(num)s day saved at no cost", "%(num)s days saved at no cost", days)
    return ngettext("%(num)s day less promised, at no cost", "%(num)s days less promised, at no cost", days)


def channel(kind: ChannelKind, name: str) -> str:
    """A channel by its kind and, where it has one, its name."""
    return listed((CHANNELS[kind], name))
