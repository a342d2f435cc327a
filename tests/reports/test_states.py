"""No sequence of steps by anybody alters what was published, or leaves a report and its corrections without one that
holds."""

import secrets
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sqlalchemy import select
from sqlalchemy.orm import undefer

from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.plans.models import Plan
from app.reports import actions, frozen
from app.reports.actions import Subject
from app.reports.actions.publish import is_under_way
from app.reports.errors import NoReason
from app.reports.facts import Answers, Facts, Totals
from app.reports.frozen import Finished
from app.reports.models import Report, Scope, State
from tests.plans.conftest import Cast, cast
from tests.support import steps
from tests.support.builders import AT, TODAY

__all__ = ["cast"]

TEAM = ("champion", "deputy")
NAMES = (*TEAM, "colleague", "program", "sponsor", "leader", "auditor")
PEOPLE = st.sampled_from((*TEAM * 12, *NAMES))
WHICH = st.integers(0, 5)
SELDOM = st.sampled_from([False] * 9 + [True])
FACTS = Facts("R", Scope.PLAN, "Orders", "Office", TODAY, TODAY, TODAY, "en", "Letter", Totals(), Answers(5))
KEPT = ("title", "went_well", "did_not", "we_ask", "frozen", "page_html", "content_hash", "pdf_sha256",
        "archive_sha256", "published_at", "published_by_id", "supersedes_id", "correction_reason")  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A report as it must be: told by the steps that were taken, not read."""

    state: State = State.DRAFT
    words: str = ""
    is_under_way: bool = False
    corrects: int | None = None

    @property
    def is_open(self) -> bool:
        return self.state is State.DRAFT and not self.is_under_way


class Reports(steps.Steps):
    """The reports on one plan, and their corrections."""

    watched = (Report,)
    plan_id: ClassVar[int]

    @initialize(published=st.sampled_from([2, 1, 0]))
    def begin(self, published: int) -> None:
        self.known: dict[int, Known] = {}
        self.published: dict[int, dict[str, Any]] = {}
        for _ in range(3):
            self.start("champion")
        for which in range(published):
            self.publish("champion", which, is_stale=False)

    @precondition(lambda self: len(self.known) < 5)
    @rule(who=PEOPLE)
    def start(self, who: str) -> None:
        plan = db.session.get_one(Plan, self.plan_id)
        about = Subject(Scope.PLAN, plan.office, plan)
        made = self.take(
            lambda: actions.start(about, TODAY, TODAY, title="Orders", language="en", by=self.person(who), at=AT),
            (who not in TEAM, NotAllowed),
        )
        if made:
            self.known[made.id] = Known()

    @rule(who=PEOPLE, which=WHICH, words=st.text("abc", max_size=3), is_stale=SELDOM)
    def save(self, who: str, which: int, words: str, is_stale: bool) -> None:
        one, known, against = self.seen(who, which, is_stale)
        said, seen = {"title": "Orders", "went_well": words, "did_not": "", "we_ask": ""}, one.lock - is_stale
        self.take(lambda: actions.save(one, said, seen_lock=seen, by=self.person(who), at=AT), *against)
        self.tell(one, replace(known, words=words), *against)

    @rule(who=PEOPLE, which=WHICH, is_stale=SELDOM)
    def publish(self, who: str, which: int, is_stale: bool) -> None:
        one, known, against = self.seen(who, which, is_stale)
        facts, seen = replace(FACTS, ref=one.ref, went_well=one.went_well), one.lock - is_stale
        made = _printed(facts)
        self.take(lambda: actions.publish(one, facts, made, seen_lock=seen, by=self.person(who), at=AT), *against)
        self.tell(one, replace(known, state=State.PUBLISHED), *against)

    @rule(who=PEOPLE, which=WHICH, is_stale=SELDOM)
    def begin_publishing(self, who: str, which: int, is_stale: bool) -> None:
        one, known, against = self.seen(who, which, is_stale)
        facts, seen = replace(FACTS, ref=one.ref, went_well=one.went_well), one.lock - is_stale
        self.take(lambda: actions.begin(one, facts, seen_lock=seen, by=self.person(who), at=AT), *against)
        self.tell(one, replace(known, is_under_way=True), *against)

    @rule(which=WHICH, comes=st.sampled_from([True, True, False]))
    def finish(self, which: int, comes: bool) -> None:
        """The job comes to its end, for whatever report: it may run twice, or late."""
        one, known, _ = self.seen("champion", which, is_stale=False)
        self.take(lambda: _work(one) if comes else actions.fail(one, "cannot_print", at=AT))
        if known.is_under_way:
            self.tell(one, replace(known, is_under_way=False, state=State.PUBLISHED if comes else State.DRAFT))

    @rule(who=PEOPLE, which=WHICH, reason=st.sampled_from(["", "A typing error."]))
    def correct(self, who: str, which: int, reason: str) -> None:
        one, known, _ = self.seen(who, which, is_stale=False)
        begun = next((at for at, other in self.known.items() if other.corrects == one.id), None)
        is_there = begun is not None and self.known[begun].is_open
        made = self.take(
            lambda: actions.correct(one, reason, by=self.person(who), at=AT),
            (who not in TEAM, NotAllowed),
            (not is_there and known.state is not State.PUBLISHED, NotNow),
            (not is_there and not reason, NoReason),
        )
        if made:
            assert made.id == (begun or made.id)
            self.known.setdefault(made.id, Known(words=known.words, corrects=one.id))

    @rule()
    def go_on(self) -> None:
        """What the right person would do next, so that runs get far."""
        self.correct("champion", len(self.known) - 1, "A typing error.")
        self.publish("champion", len(self.known) - 1, is_stale=False)

    @invariant()
    def every_report_is_as_it_was_told(self) -> None:
        found = {one.id: Known(one.state, one.went_well, is_under_way(one), one.supersedes_id) for one in self.all()}
        assert found == self.known

    @invariant()
    def what_was_published_never_changes(self) -> None:
        for one in self.all():
            if one.state is State.DRAFT:
                assert (one.published_at, one.page_html, one.content_hash, one.pdf_sha256) == (None,) * 4
            else:
                kept = {name: getattr(one, name) for name in KEPT}
                assert self.published.setdefault(one.id, kept) == kept

    @invariant()
    def of_a_report_and_its_corrections_one_holds(self) -> None:
        """The newest that was published; each is corrected once at most."""
        corrections = {one.supersedes_id: one for one in self.all() if one.supersedes_id}
        for one in self.all():
            is_replaced = one.id in corrections and corrections[one.id].state is not State.DRAFT
            assert (one.state is State.SUPERSEDED) == is_replaced
            assert one.supersedes_id is None or self.known[one.supersedes_id].state is not State.DRAFT

    def seen(self, who: str, which: int, is_stale: bool) -> tuple[Report, Known, list[steps.Reason]]:
        """A report, and what stands against writing in it or publishing it."""
        found = self.all()
        one = found[which % len(found)]
        known = self.known[one.id]
        return one, known, [(is_stale, LostUpdate), (who not in TEAM, NotAllowed), (not known.is_open, NotNow)]

    def tell(self, one: Report, new: Known, *against: steps.Reason) -> None:
        """How it must stand where nothing stood against the step; what it corrects does not hold any more."""
        if any(stands for stands, _ in against):
            return
        self.known[one.id] = new
        if new.state is State.PUBLISHED and new.corrects:
            self.known[new.corrects] = replace(self.known[new.corrects], state=State.SUPERSEDED)

    def all(self) -> list[Report]:
        whole = (undefer(Report.frozen), undefer(Report.page_html))
        asked = select(Report).options(*whole).where(Report.id.in_(self.known)).order_by(Report.id)
        return list(db.session.scalars(asked))


def _printed(facts: Facts) -> Finished:
    return Finished(frozen.content_hash(facts), f"<p>{secrets.token_hex(4)}</p>", secrets.token_bytes(8), 1)


def _work(one: Report) -> None:
    """What the job does once it has printed (reports/making.py)."""
    if is_under_way(one):
        made = _printed(frozen.from_json(one.frozen or {}))
        actions.freeze(one, made, secrets.token_bytes(8), by=one.author, at=AT)


def _try(cast: Cast, runs: int) -> None:
    Reports.people = {name: getattr(cast, name).id for name in NAMES}
    Reports.plan_id = cast.plan.id
    steps.run(Reports, runs=runs)


def test_no_sequence_of_steps_alters_what_was_published(app: Flask, cast: Cast) -> None:
    _try(cast, 10)


@pytest.mark.long
def test_no_long_search_finds_a_sequence_that_does(app: Flask, cast: Cast) -> None:
    _try(cast, 100)
