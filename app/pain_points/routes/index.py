"""The list of reports: a form of filters, saved filters with counts, two orders, pages, and the same as CSV."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Response, render_template, request, stream_with_context
from flask_babel import gettext as _

from app.core import clock
from app.core.events import until_something_happens
from app.core.keyset import Slice
from app.core.row_numbers import row_number
from app.offices import finding
from app.offices.days import agency_today
from app.offices.models import ChannelKind
from app.offices.places import Place
from app.pain_points import counts, deadlines, labels, lists
from app.pain_points.export import lines
from app.pain_points.forms import code_of
from app.pain_points.models import Stage, State
from app.pain_points.routes.door import bp
from app.pain_points.story import clock_of
from app.web import access, figures, spoken
from app.web.clocks import Clock
from app.web.pages import pager

PILLS = ("open", "to_answer", "late", State.NEEDS_FACTS, State.FIXED, "closed")

States = list[tuple[str, str]]
Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Line:
    """One row in words: where it happens, its state, and what its clock says today."""

    row: lists.ListRow
    where: str
    state: str
    state_label: str
    clock: Clock


def _now(known: Mapping[Code, object]) -> dict[Code, str]:
    return {code: str(label) for code, label in known.items()}


@dataclass(frozen=True)
class Words:
    """The words for codes in one language."""

    channels: dict[ChannelKind, str]
    stages: dict[Stage, str]
    states: dict[State, str]
    in_plan: str
    choices: States

    @classmethod
    @lru_cache(maxsize=16)
    def of(cls, _language: str) -> "Words":
        states = _now(labels.STATES)
        return cls(_now(labels.CHANNELS), _now(labels.STAGES), states, str(labels.IN_PLAN), _choices(states))

    def line(self, row: lists.ListRow, clock: Clock) -> Line:
        where = self.channels[row.channel]
        if row.stage:
            where = f"{where} · {self.stages[row.stage]}"
        if row.is_in_plan and row.state is State.ACCEPTED:
            return Line(row, where, "in_plan", self.in_plan, clock)
        return Line(row, where, row.state.value, self.states[row.state], clock)


@bp.get("/pain-points")
@access.signed_in
def index() -> str:
    """25 at a time."""
    sought = _sought()
    filters = _filters(sought.office)
    today = agency_today(clock.now())
    language, cursor = spoken.now().tag, _cursor()
    words = Words.of(language)
    found = (_slice if filters.words else _kept_slice)(filters, cursor, today, language)
    return render_template(
        "pain_points/index.html", rows=found.rows, pages=pager(found), filters=filters, sought=sought,
        words=words, pills=_pills(filters, today, words.choices), sorts=_sorts(filters),
        csv_href=_address("/pain-points.csv", **_kept()),
    )  # fmt: skip


def _slice(filters: lists.Filters, cursor: lists.Cursor | None, today: date, language: str) -> Slice[Line]:
    """A page of the list in words. Kept where nobody searches: the index of words follows the log a little later."""
    found, words = lists.page(filters, today, cursor), Words.of(language)
    holidays = deadlines.holidays_of([row.office_path for row in found.rows], today)
    return Slice(
        [words.line(row, clock_of(row, today, holidays[row.office_path])) for row in found.rows],
        after=str(found.rows[-1].number) if found.has_more and found.rows else None,
        before=str(found.rows[0].number) if found.has_earlier and found.rows else None,
    )


_kept_slice = until_something_happens(_slice)


@bp.get("/pain-points.csv")
@access.signed_in
def export() -> Response:
    """The whole selection, streamed; cells that a spreadsheet would run are defused."""
    filters = _filters(_sought().office)
    rows = lists.everything(filters, agency_today(clock.now()))

    def text() -> Iterator[str]:
        yield from lines(rows)

    answer = Response(stream_with_context(text()), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="pain-points.csv"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _sought() -> finding.Sought:
    return finding.sought(request.args.get("office", ""))


def _filters(office: Place | None) -> lists.Filters:
    """What the address asks for; what it asks in vain is left out."""
    asked = request.args
    state = asked.get("state", "open")
    return lists.Filters(
        words=asked.get("words", "").strip()[:500],
        office=office,
        state=state if state in (*lists.VIEWS, *State) else "open",
        channel=code_of(ChannelKind, asked.get("channel")),
        stage=code_of(Stage, asked.get("stage")),
        sort="clock" if asked.get("sort") == "clock" else "newest",
    )


def _cursor() -> lists.Cursor | None:
    for name in ("after", "before"):
        number = row_number(request.args.get(name))
        if number is not None:
            return lists.Cursor(number, is_before=name == "before")
    return None


def _pills(filters: lists.Filters, today: Any, states: States) -> list[tuple[str, str | None, str, bool]]:
    found = counts.in_filters(filters.office, today)
    words = dict(states) | {State.NEEDS_FACTS: _("Waiting for facts"), State.FIXED: _("Fixed, not confirmed")}
    office = {"office": filters.office.slug} if filters.office else {}
    is_plain = filters == lists.Filters(office=filters.office, state=filters.state)
    return [
        (
            str(words[name]), _capped(found.get(name)), _address("/pain-points", state=name, **office),
            is_plain and filters.state == name,
        )
        for name in PILLS
    ]  # fmt: skip


def _capped(count: int | None) -> str | None:
    if count is None:
        return None
    return f"{figures.number(counts.CAP)}+" if count > counts.CAP else figures.number(count)


def _choices(states: Mapping[State, str]) -> States:
    """What the form's choice of states offers: views over several states, then each one that is not a view already."""
    views = [
        ("open", _("All open")), ("to_answer", _("To answer")), ("late", _("Late")), ("closed", _("Closed")),
        ("all", _("All")),
    ]  # fmt: skip
    return [*views, *((state.value, label) for state, label in states.items() if state is not State.CLOSED)]


def _sorts(filters: lists.Filters) -> list[tuple[str, str, bool]]:
    kept = {name: value for name, value in _kept().items() if name != "sort"}
    return [
        (_("newest"), _address("/pain-points", **kept), filters.sort == "newest"),
        (_("clock"), _address("/pain-points", **kept, sort="clock"), filters.sort == "clock"),
    ]


def _address(path: str, **asked: str) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


def _kept() -> dict[str, str]:
    """The filters of this address, without its place in the pages."""
    return {key: value for key, value in request.args.items() if key not in ("after", "before") and value}
