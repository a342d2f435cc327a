"""What others wait for, as rows: an answer to remarks, what came of a small test, a yes or no to a seat, a decision on
whom colleagues nominated. Most of it has no day: it stands under this week, with since when it waits."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Person
from app.core import together
from app.home.queries import waiting
from app.home.row import Row, clock
from app.plans.labels import titled
from app.web.figures import day, short_day

PARTS: dict[str, together.Part[Any]] = {
    "remarks": waiting.REMARKS, "trials": waiting.TRIALS, "to_answer": waiting.TO_ANSWER, "to_judge": waiting.TO_JUDGE,
}  # fmt: skip
UNDATED = timedelta(days=7)


def rows(found: Mapping[str, Any], today: date) -> Iterator[Row]:
    """From what the parts made of their rows."""
    yield from _remarks(found["remarks"], today)
    yield from _trials(found["trials"], today)
    yield from _to_answer(found["to_answer"], today)
    yield from _to_judge(found["to_judge"], today)


def to_answer(person: Person, today: date) -> list[Row]:
    """Seats that the person is offered; one query."""
    return list(_to_answer(waiting.TO_ANSWER.alone({"person": person.id}), today))


def to_judge(person: Person, today: date) -> list[Row]:
    """Nominations that the person scores and decides; one query."""
    return list(_to_judge(waiting.TO_JUDGE.alone({"person": person.id}), today))


def _remarks(found: Iterable[Any], today: date) -> Iterator[Row]:
    for one in found:
        ref = f"P-{one.plan}"
        yield _undated(
            today, one.since, _("Answer the remarks on"), titled(one.title, one.office), f"/plans/{ref}",
            ngettext("%(num)s remark waits for the team.", "%(num)s remarks wait for the team.", one.count),
            _("Answer"), f"/plans/{ref}/versions/{one.version}/remarks",
        )  # fmt: skip


def _trials(found: Iterable[Any], today: date) -> Iterator[Row]:
    for one in found:
        href = f"/plans/P-{one.plan}/trials/{one.id}"
        yield Row(
            due_on=one.ends_on,
            clock=clock(today, one.starts_on, one.ends_on),
            verb=_("Say what came of:"),
            title=one.question[:140],
            title_href=href,
            why=_("The small test was to end on %(day)s.", day=day(one.ends_on)),
            action_label=_("Write what happened"),
            action_href=f"{href}/studies/new",
        )


def _to_answer(found: Iterable[Any], today: date) -> Iterator[Row]:
    for one in found:
        href = f"/nominations/N-{one.number}"
        yield _undated(
            today, one.decided_at or one.submitted_at, _("Say whether you take the seat of"), one.office, href,
            _("%(cycle)s: you are selected as champion.", cycle=one.cycle), _("Answer"), f"{href}#your-answer",
        )  # fmt: skip


def _to_judge(found: Iterable[Any], today: date) -> Iterator[Row]:
    for one in found:
        href = f"/nominations/N-{one.number}"
        verb, label = (_("Decide on the nomination of"), _("Decide")) if one.is_scored else (
            _("Score the nomination of"), _("Score")
        )  # fmt: skip
        yield _undated(
            today, one.submitted_at, verb, one.nominee, href, f"{one.office} · {one.cycle}", label,
            href if one.is_scored else f"{href}/scores/new",
        )  # fmt: skip


def _undated(
    today: date, since: datetime, verb: str, title: str, title_href: str, why: str, action_label: str, action_href: str
) -> Row:
    when = _("since %(day)s", day=short_day(since))
    return Row(today + UNDATED, None, verb, title, title_href, why, action_label, action_href, when=when)
