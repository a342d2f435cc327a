"""The README's tour finds in the demo what it names, by the number that it names."""

import re

from flask import Flask
from sqlalchemy import select

from app.accounts.models import Person
from app.champions.models import Seat
from app.core.numbering import next_number
from app.demo import order
from app.extensions import db
from app.funding.models import FundingRequest, RequestState
from app.measures.models import Measure
from app.milestones.models import Milestone
from app.milestones.models import State as MilestoneState
from app.plans.models import Plan, PlanState
from app.reports.models import Report
from app.reports.models import State as ReportState
from config import ROOT
from tests.support import builders as make

TOUR = (ROOT / "README.md").read_text("utf-8").split("## A ten-minute tour", 1)[1].split("\n## ", 1)[0]


def test_every_number_of_the_tour_is_that_of_its_story(demo: Flask) -> None:
    champion = db.session.scalars(select(Person).where(Person.email == "champion@demo.example")).one()
    of_champion = select(Plan).join(Seat, (Seat.office_id == Plan.office_id) & (Seat.cycle_id == Plan.cycle_id))
    of_champion = of_champion.where(Seat.champion_id == champion.id)
    told = db.session.scalars(of_champion.where(Plan.title.startswith("From 72 days to 1"))).one()
    draft = db.session.scalars(of_champion.where(Plan.state == PlanState.PREPARING)).one()
    report = select(Report).where(Report.author_id == champion.id, Report.state == ReportState.DRAFT)
    request = select(FundingRequest).where(
        FundingRequest.plan_id == told.id, FundingRequest.state == RequestState.SUBMITTED
    )
    found = {told.ref, draft.ref, db.session.scalars(report).one().ref, db.session.scalars(request).one().ref}
    assert set(re.findall(r"\b[A-Z]+-\d+\b", TOUR)) == found
    late = (Milestone.plan_id == told.id, Milestone.due_on < make.TODAY, Milestone.state == MilestoneState.STARTED)
    assert f"*{db.session.scalars(select(Milestone).where(*late)).one().name}*" in TOUR
    measures = db.session.scalars(select(Measure).where(Measure.office_id == told.office_id))
    assert len([one for one in measures if f"*{one.name}*" in TOUR]) == 2


def test_a_number_goes_by_the_story_and_not_by_what_was_written_first(app: Flask) -> None:
    """A story's day gives way to weekends and holidays: the demo of another day is written in another order."""
    numbers = order.numbers_of({"newest": -3, "beside": -9, "oldest": -20, "also beside": -9})
    assert numbers == {"oldest": 1, "beside": 2, "also beside": 3, "newest": 4}
    office, champion, made = make.office(), make.person(), {}
    for key in ("newest", "also beside", "oldest", "beside"):
        made[key] = make.plan(office, make.cycle(key), champion, number=next_number(Plan.number))
        made[key].number = numbers[key]
    db.session.flush()
    assert {key: plan.number for key, plan in made.items()} == numbers
