"""The part of the world that rests on evidence: an accepted plan with its report, a round, requests and a decision."""

from datetime import date
from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.champions.models import Cycle
from app.core import storage
from app.extensions import db
from app.funding.models import Decision, Outcome, RequestState
from app.offices.models import Office
from app.plans.models import PlanState, VersionState
from app.reports.models import Report, Scope, State
from tests.funding import case as funding
from tests.support import builders
from tests.support.builders import AT, TODAY

if TYPE_CHECKING:
    from tests.support.world import World

PLAN, REPORT, PUBLISHED, PROGRAM, REQUEST, ASKED, DECIDED = 3, 1, 3, 4, 1, 2, 3


def add(world: "World", office: Office, cycle: Cycle, cast: dict[str, Person]) -> None:
    """An office below the sponsor's, whose champion and deputy are the world's."""
    hearings = builders.office("Hearings", parent=office, slug="hearings")
    builders.seat(hearings, cast["champion"], cycle, cast["deputy"])
    case = _case(hearings, cycle, cast)
    _reports(world, case)
    _requests(world, case, cast)


def _case(office: Office, cycle: Cycle, cast: dict[str, Person]) -> funding.Case:
    root = cast["leader"].grants[0].office
    plan = builders.plan(office, cycle, cast["champion"], words={"title": "Hearings in a week"}, number=PLAN)
    plan.state, plan.versions[0].state = PlanState.ACTIVE, VersionState.ACCEPTED
    measure = builders.measure(office, cast["champion"], number=2)
    report = funding.published(plan, cast["champion"], measure)
    report.page_html = "<h1>As it was</h1>"
    db.session.commit()
    people = (cast["champion"], cast["leader"], cast["program office"])
    return funding.Case(root, office, *people, plan, measure, report, funding.a_round(root))


def _program_report(by: Person, office: Office) -> Report:
    kept = storage.keep(b"%PDF-1.7 program", "application/pdf", at=AT)
    db.session.flush()
    return builders.save(
        Report(
            number=PROGRAM, scope=Scope.PROGRAM, office_id=office.id, period_start=date(2026, 10, 1), language="en",
            period_end=TODAY, title="What came", state=State.PUBLISHED, author_id=by.id, created_at=AT,
            published_at=AT, published_by_id=by.id, page_html="<h1>As it was</h1>", content_hash="0" * 64,
            pdf_sha256=kept.sha256, archive_sha256=kept.sha256,
        )
    )  # fmt: skip


def _reports(world: "World", case: funding.Case) -> None:
    draft = Report(
        number=REPORT, scope=Scope.PLAN, plan_id=case.plan.id, office_id=case.office.id, language="en",
        period_start=date(2026, 10, 1), period_end=TODAY, title="What came", author_id=case.champion.id, created_at=AT,
    )  # fmt: skip
    builders.save(draft)
    _program_report(case.program, case.agency)
    world.places["R-number"] = str(REPORT)
    world.overrides["reports.report_pdf"] = world.overrides["reports.correct"] = {"R-number": str(PUBLISHED)}
    world.overrides["reports.archive"] = {"R-number": str(PROGRAM)}


def _requests(world: "World", case: funding.Case, cast: dict[str, Person]) -> None:
    funding.draft(case, number=REQUEST)
    asked = funding.submitted(case, number=ASKED)
    asked.sheet_sha256 = case.report.pdf_sha256
    decided = funding.draft(case, number=DECIDED)
    decided.state, decided.submitted_at = RequestState.DECIDED, AT
    letter = storage.keep(b"%PDF-1.7 letter", "application/pdf", at=AT)
    db.session.flush()
    builders.save(
        Decision(
            request_id=decided.id, outcome=Outcome.APPROVED, positions=200, reason="It works.", decided_at=AT,
            decided_by_id=cast["leader"].id, content_hash="0" * 64, letter_sha256=letter.sha256,
        )
    )  # fmt: skip
    world.places |= {"number": str(case.round.number), "F-number": str(REQUEST), "count": "1"}
    for endpoint in ("create_decision", "sheet_pdf", "withdraw"):
        world.overrides[f"funding.{endpoint}"] = {"F-number": str(ASKED)}
    world.overrides["funding.letter_pdf"] = {"F-number": str(DECIDED)}
    world.overrides["funding.new_request"] = {"?": f"plan=P-{PLAN}"}
    world.bodies["funding.create_request"] = {"plan": f"P-{PLAN}"}
