"""A new draft beside what is in force, or after a version came back: it begins with the newest texts."""

from datetime import datetime

from sqlalchemy import insert, select

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.plans import content, policy
from app.plans.actions.start import empty_draft
from app.plans.models import Plan, PlanChange, PlanVersion, SectionText, VersionMeasure
from app.plans.sections import OWN, TEXTS


def revise(plan: Plan, *, by: Person, at: datetime) -> PlanVersion:
    """Start the next version as a copy of the newest one; the accepted one stays in force until this one is accepted.

    Raises NotAllowed; NotNow where a version is open already or the plan has ended.
    """
    db.session.execute(select(Plan.id).where(Plan.id == plan.id).with_for_update())
    db.session.refresh(plan, ["versions", "state"])
    if not policy.can_edit(by, plan):
        raise NotAllowed
    if not policy.can_revise(by, plan):
        raise NotNow
    newest = plan.versions[-1]
    draft = empty_draft(plan, newest.number + 1, by=by, at=at)
    _copy(newest, draft)
    db.session.add(draft)
    db.session.flush()
    _copy_measures(newest, draft)
    db.session.refresh(plan, ["versions"])
    events.record("plan.revised", plan, by=by, at=at, office_id=plan.office_id, version=draft.number)
    return draft


def _copy(old: PlanVersion, new: PlanVersion) -> None:
    words = {section.key: section.words for section in old.sections}
    for section in new.sections:
        section.words = words.pop(section.key, "")
    new.sections += [SectionText(key=key, position=TEXTS.index(key), words=words[key]) for key in OWN if words.get(key)]
    new.changes = [PlanChange(position=at, **vars(change)) for at, change in enumerate(content.changes_of(old))]
    new.channels = list(old.channels)
    new.today_days, new.after_days = old.today_days, old.after_days


def _copy_measures(old: PlanVersion, new: PlanVersion) -> None:
    rows = db.session.execute(
        select(VersionMeasure.measure_id, VersionMeasure.position).where(VersionMeasure.version_id == old.id)
    ).all()
    if rows:
        values = [{"version_id": new.id, "measure_id": row.measure_id, "position": row.position} for row in rows]
        db.session.execute(insert(VersionMeasure), values)
