"""What the page of a plan asks of the person who looks at it, the most pressing first. Words and addresses only."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Person
from app.check_ins.models import CheckInState
from app.plans import policy, queries
from app.plans.models import Plan, PlanVersion, VersionState
from app.plans.page.whole import Page
from app.web.figures import day

MOST = 3


@dataclass(frozen=True)
class Ask:
    """One thing to do: what, where, and by when or why. `is_step`: it is done at once, by posting to `href`."""

    what: str
    href: str
    note: str = ""
    is_step: bool = False


def asks_of(viewer: Person, plan: Plan, page: Page) -> list[Ask]:
    """MOST at most; the forms behind them ask their policies again."""
    return list(islice(_all(viewer, plan, page), MOST))


def _all(viewer: Person, plan: Plan, page: Page) -> Iterator[Ask]:
    if viewer.id in page.agreement.waits_for:
        yield Ask(_("Give your word for your channel"), page.agreement.waits_for[viewer.id])
    opened = queries.open_version(plan)
    if policy.is_on_team(viewer, plan):
        yield from _of_team(viewer, plan, opened, page)
    if opened and policy.can_decide(viewer, opened, ()) and viewer.id not in queries.writer_ids(plan):
        words = _("Read and decide on version %(number)s", number=opened.number)
        yield Ask(words, f"/plans/{plan.ref}/versions/{opened.number}")


def _of_team(viewer: Person, plan: Plan, opened: PlanVersion | None, page: Page) -> Iterator[Ask]:
    url, newest = f"/plans/{plan.ref}", plan.versions[-1]
    if page.told and page.told[0].state is CheckInState.OPEN:
        by = _("by %(day)s, under a minute", day=day(page.told[0].due_on))
        yield Ask(_("Tell how it goes"), f"{url}/check-ins/new", by)
    if newest.state is VersionState.RETURNED and policy.can_revise(viewer, plan):
        yield Ask(_("Start version %(number)s", number=newest.number + 1), f"{url}/versions", _due(plan), is_step=True)
    if page.remarks.open:
        words = ngettext("Answer %(num)s remark", "Answer %(num)s remarks", page.remarks.open)
        yield Ask(words, f"{url}/versions/{newest.number}/remarks")
    for name, href in page.measured.missing[:1]:
        yield Ask(_("Enter the missing number"), href, name)
    if opened and opened.state is VersionState.DRAFT:
        yield Ask(_("Finish and submit version %(number)s", number=opened.number), f"{url}/edit", _due(plan))


def _due(plan: Plan) -> str:
    """The cycle's day is that of the first plan; a further version of a plan in force has none."""
    return _("Due %(day)s", day=day(plan.cycle.plan_due_on)) if queries.in_force(plan) is None else ""
