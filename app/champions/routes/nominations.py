"""The nominations of a cycle, and the page of one; also coverage: which offices have somebody, and which none."""

from typing import Any

from flask import render_template, request, url_for

from app.accounts.models import Person
from app.champions import queries as cycles
from app.champions.models import Cycle
from app.champions.nominations import coverage, policy, queries, standing
from app.champions.nominations.forms import AnswerForm, ConflictForm, EndorsementForm
from app.champions.nominations.models import Nomination, NominationState
from app.champions.routes.blueprint import CYCLE, NOMINATION, bp
from app.core import clock, keyset
from app.notices.actions import notify
from app.offices import queries as offices
from app.web import access
from app.web.pages import pager

PAGE_SIZE = 50


@bp.get(f"{CYCLE}/nominations")
@access.signed_in
def index_nominations(cycle_id: int) -> str:
    """All, for who chooses and who audits; else one's own, and those that wait for a word from one's office."""
    cycle, viewer = access.found(cycles.get_cycle(cycle_id)), access.viewer()
    can_nominate = policy.can_nominate(viewer, cycle)
    if not viewer.has_any_role(*policy.WATCHERS):
        near = queries.near(viewer, cycle)
        return render_template("champions/nominations.html", cycle=cycle, near=near, can_nominate=can_nominate)
    found = standing.lines_for(viewer, queries.lines(cycle), queries.too_near(viewer, cycle))
    state = request.args.get("state", "")
    page = keyset.page_of(
        [one for one in found if not state or one.state.value == state], lambda one: str(one.number),
        request.args.get("after"), request.args.get("before"), size=PAGE_SIZE,
    )  # fmt: skip
    return render_template(
        "champions/nominations_all.html", cycle=cycle, page=page, pager=pager(page), pills=_pills(cycle, found, state),
        can_nominate=can_nominate, near=[one for one in queries.near(viewer, cycle) if policy.took_part(viewer, one)],
    )  # fmt: skip


@bp.get(f"{CYCLE}/coverage")
@access.roles(*policy.WATCHERS)
def show_coverage(cycle_id: int) -> str:
    """Which offices have a seat or a nominee, and which have nobody, by region."""
    cycle, slug = access.found(cycles.get_cycle(cycle_id)), request.args.get("region", "")
    found = coverage.of(cycle)
    region = next((one for one in found.regions if one.slug == slug), None)
    missing = [one for one in found.missing if region is None or one.region_id == region.id]
    page = keyset.page_of(
        missing, lambda one: str(one.id), request.args.get("after"), request.args.get("before"), size=PAGE_SIZE
    )
    return render_template(
        "champions/coverage.html", cycle=cycle, coverage=found, region=region, page=page, pager=pager(page),
        missing=len(missing),
    )  # fmt: skip


@bp.get(NOMINATION)
@access.signed_in
def show_nomination(number: int) -> str:
    return page_with(visible(number))


def visible(number: int) -> Nomination:
    return access.found(queries.get_visible(number, access.viewer()))


def page_with(nomination: Nomination, **forms: Any) -> str:
    """The page of a nomination; `forms` are those that come back with what to correct."""
    viewer = access.viewer()
    own = next((one for one in nomination.endorsements if one.person_id == viewer.id), None)
    is_open = nomination.state in policy.OPEN
    shown = standing.of(nomination) if policy.can_see_scores(viewer, nomination) else None
    blank = {
        "endorsing": EndorsementForm(formdata=None, endorsement=own.words if own else ""),
        "declaring": ConflictForm(formdata=None),
        "answering": AnswerForm(formdata=None, credit=viewer.credit.value),
    }
    return render_template(
        "champions/nomination.html",
        nomination=nomination, scores=shown, own=own, is_open=is_open, forms=blank | forms, root=offices.agency(),
        may={
            "write": policy.is_writer(viewer, nomination) and nomination.state is NominationState.DRAFT,
            "endorse": is_open and policy.may_endorse(viewer, nomination),
            "judge": policy.may_judge(viewer, nomination) and nomination.state in policy.DECIDABLE,
            "declare": is_open and policy.may_declare(viewer, nomination) and not _has_declared(viewer, nomination),
            "answer": policy.is_nominee(viewer, nomination) and nomination.state is NominationState.SELECTED,
        },
    )  # fmt: skip


def page_decided(nomination: Nomination, typed: str | None = "") -> tuple[str, int]:
    """For who scores or decides when a colleague has decided: what it was, and what they wrote in vain."""
    return render_template("champions/decided.html", nomination=nomination, typed=typed), 409


def tell(nomination: Nomination, person_id: int | None, kind: str) -> None:
    """A notice about the nomination, in the running transaction; not to whoever did it themself."""
    if person_id is not None and person_id != access.viewer().id:
        path = url_for("champions.show_nomination", number=nomination.number)
        notify(person_id, kind, path=path, at=clock.now(), nomination=nomination.ref, office_id=nomination.office_id)


def _has_declared(viewer: Person, nomination: Nomination) -> bool:
    return any(one.person_id == viewer.id for one in nomination.conflicts)


def _pills(cycle: Cycle, found: list[queries.Line], state: str) -> list[tuple[str, int, str, bool]]:
    """(state or empty for all, how many, address, is it shown)."""
    here = url_for("champions.index_nominations", cycle_id=cycle.id)
    counts = {one.value: sum(line.state is one for line in found) for one in NominationState}
    pills = [("", len(found), here, not state)]
    return pills + [(name, count, f"{here}?state={name}", name == state) for name, count in counts.items() if count]
