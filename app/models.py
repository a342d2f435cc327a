"""Every table, imported once so that metadata and relationships are whole."""

from app.accounts import models as accounts
from app.adoptions import models as adoptions
from app.calendar import models as calendar
from app.champions import models as champions
from app.champions.nominations import models as nominations
from app.check_ins import models as check_ins
from app.core import events, storage
from app.funding import models as funding
from app.huddles import models as huddles
from app.maps import models as maps
from app.measures import models as measures
from app.milestones import models as milestones
from app.notices import models as notices
from app.offices import models as offices
from app.pain_points import models as pain_points
from app.plans import models as plans
from app.plans import turns
from app.reports import models as reports
from app.reviews import models as reviews
from app.sign_offs import models as sign_offs
from app.trials import models as trials

ALL = (
    accounts, adoptions, calendar, champions, check_ins, events, funding, huddles, maps, measures, milestones,
    nominations, notices, offices, pain_points, plans, reports, reviews, sign_offs, storage, trials, turns,
)  # fmt: skip
