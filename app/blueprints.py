"""Every feature's door, in one list."""

from flask import Blueprint, Flask

from app.accounts.routes import bp as accounts
from app.adoptions.routes import bp as adoptions
from app.audit.routes import bp as audit
from app.calendar.routes import bp as calendar
from app.champions.routes import bp as champions
from app.check_ins.routes import bp as check_ins
from app.funding.routes import bp as funding
from app.home.routes import bp as home
from app.huddles.routes import bp as huddles
from app.maps.routes import bp as maps
from app.measures.routes import bp as measures
from app.milestones.routes import bp as milestones
from app.notices.routes import bp as notices
from app.offices.routes import bp as offices
from app.pain_points.routes import bp as pain_points
from app.plans.routes import bp as plans
from app.reports.routes import bp as reports
from app.reviews.routes import bp as reviews
from app.search.routes import bp as search
from app.sign_offs.routes import bp as sign_offs
from app.trials.routes import bp as trials

ALL: tuple[Blueprint, ...] = (
    home,
    accounts,
    offices,
    champions,
    notices,
    search,
    audit,
    pain_points,
    plans,
    sign_offs,
    maps,
    measures,
    milestones,
    check_ins,
    huddles,
    reports,
    reviews,
    funding,
    trials,
    adoptions,
    calendar,
)


def register(app: Flask) -> None:
    for blueprint in ALL:
        app.register_blueprint(blueprint)
