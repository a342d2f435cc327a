"""Every text that a person wrote, by the thing it belongs to: one table, asked by redaction and by forgetting a person.

A text that is not in here cannot be redacted, so a test compares this with the columns of the models. Names of
offices, channels, cycles and rounds are the agency's, not a person's words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import InstrumentedAttribute

from app.adoptions.models import Adoption
from app.champions.nominations.models import Assessment, Conflict, Endorsement, Nomination
from app.check_ins.models import Blocker, BlockerStep, CheckIn
from app.core.row_numbers import row_number
from app.extensions import db
from app.funding.models import Decision, FundingRequest
from app.huddles.models import Huddle, HuddleAction, HuddlePoint
from app.maps.models import SavedMap, SavedStep
from app.measures.models import Intervention, Measure, Observation, Recount, Source
from app.milestones.models import Milestone, Replanning
from app.pain_points.models import PainPoint, Reply, Sighting
from app.plans.models import Plan, PlanChange, PlanVersion, SectionText
from app.plans.sections import TEXTS
from app.plans.turns import Turn
from app.reports.models import Report
from app.reviews.models import Remark, RemarkAnswer
from app.sign_offs.models import Escalation, SignOff
from app.trials.models import Trial, TrialNote


@dataclass(frozen=True)
class Field:
    """Texts that go together. `of` finds the rows of a thing by its id; with `key` one row is named: "reply:12"."""

    name: str
    table: Any
    columns: tuple[str, ...]
    of: Callable[[int], ColumnElement[bool]]
    key: Any = None  # a mapped column; as one, it would read as its value

    def rows(self, thing_id: int, key: str) -> Sequence[Any]:
        """The rows that the field names; none where the key is no number or one is given that is not asked."""
        wanted = select(self.table).where(self.of(thing_id))
        if self.key is not None:
            number = row_number(key)
            if number is None:
                return ()
            wanted = wanted.where(self.key == number)
        elif key:
            return ()
        return db.session.scalars(wanted.order_by(self.table.id)).all()


def _own(table: Any, name: str, *also: str) -> Field:
    """A text of the thing's own row, with those that are made from it."""
    return Field(name, table, (name, *also), lambda thing_id: table.id == thing_id)


def _part(name: str, owner: InstrumentedAttribute[int], *columns: str, key: Any = None) -> Field:
    """Texts of rows that belong to the thing."""
    table = owner.class_
    return Field(name, table, columns, lambda thing_id: owner == thing_id, key or table.id)


def _section(name: str) -> Field:
    def of(plan_id: int) -> ColumnElement[bool]:
        return and_(_of_versions(SectionText, plan_id), SectionText.key == name)

    return Field(name, SectionText, ("words",), of)


def _of_versions(table: Any, plan_id: int) -> ColumnElement[bool]:
    """In every version, drafts included."""
    found: ColumnElement[bool] = table.version_id.in_(select(PlanVersion.id).where(PlanVersion.plan_id == plan_id))
    return found


def _of_changes(plan_id: int) -> ColumnElement[bool]:
    return _of_versions(PlanChange, plan_id)


def _of_remarks(plan_id: int) -> ColumnElement[bool]:
    return RemarkAnswer.remark_id.in_(select(Remark.id).where(Remark.plan_id == plan_id))


def _of_sign_offs(plan_id: int) -> ColumnElement[bool]:
    return Escalation.sign_off_id.in_(select(SignOff.id).where(SignOff.plan_id == plan_id))


def _of_blockers(plan_id: int) -> ColumnElement[bool]:
    return BlockerStep.blocker_id.in_(select(Blocker.id).where(Blocker.plan_id == plan_id))


def _of_milestones(plan_id: int) -> ColumnElement[bool]:
    return Replanning.milestone_id.in_(select(Milestone.id).where(Milestone.plan_id == plan_id))


def _of_maps(plan_id: int) -> ColumnElement[bool]:
    return SavedStep.map_id.in_(select(SavedMap.id).where(SavedMap.plan_id == plan_id))


CHANGE = ("what", "rule_owner", "process", "service_owner", "technology_owner")


def _of_trials(plan_id: int) -> ColumnElement[bool]:
    return TrialNote.trial_id.in_(select(Trial.id).where(Trial.plan_id == plan_id))


FIELDS: dict[str, tuple[Field, ...]] = {
    "pain_point": (
        _own(PainPoint, "happening", "title"),  # a title is made of the first words of what happens
        _own(PainPoint, "title"),
        _own(PainPoint, "suggestion"),
        _part("reply", Reply.pain_point_id, "words"),
        _part("sighting", Sighting.pain_point_id, "words"),
    ),
    "plan": (
        *(_section(name) for name in TEXTS),
        _own(Plan, "title"),
        Field("change", PlanChange, CHANGE, _of_changes, PlanChange.position),
        _part("decision", PlanVersion.plan_id, "decision_reason", key=PlanVersion.number),
        _part("milestone", Milestone.plan_id, "name", "owner", "shown_by", "evidence", "drop_reason"),
        Field("replanning", Replanning, ("reason",), _of_milestones, Replanning.id),
        Field("map_step", SavedStep, ("name", "lane", "rule_name", "rule_owner"), _of_maps, SavedStep.id),
        _part("turn", Turn.plan_id, "why", "changed", "learned", "copied"),
        _part("check_in", CheckIn.plan_id, "moved", "stuck", "needed"),
        _part("blocker", Blocker.plan_id, "words"),
        Field("blocker_step", BlockerStep, ("words",), _of_blockers, BlockerStep.id),
        _part("remark", Remark.plan_id, "words"),
        Field("answer", RemarkAnswer, ("words",), _of_remarks, RemarkAnswer.id),
        _part("sign_off", SignOff.plan_id, "words", "met_words", "met_answer"),
        Field("objection", Escalation, ("view", "reason"), _of_sign_offs, Escalation.sign_off_id),
        _part("trial", Trial.plan_id, "question", "action", "place", "prediction", "happened", "learned"),
        Field("trial_note", TrialNote, ("words",), _of_trials, TrialNote.id),
        _part("adoption", Adoption.plan_id, "took", "watch", "reason", "differently", "outcome"),
    ),
    "huddle": (
        *(_own(Huddle, name) for name in ("place", "link", "guests")),
        _part("point", HuddlePoint.huddle_id, "heading", "office", "said", "words"),
        _part("huddle_action", HuddleAction.huddle_id, "words", "outcome"),
    ),
    "nomination": (
        *(_own(Nomination, name) for name in ("thinks_ahead", "respected", "reason", "answer")),
        _part("endorsement", Endorsement.nomination_id, "words"),
        _part("assessment", Assessment.nomination_id, "note"),
        _part("conflict", Conflict.nomination_id, "words"),
    ),
    "measure": (
        _own(Measure, "name"),
        _own(Measure, "definition"),
        _part("source", Source.measure_id, "name", "definition", "coverage"),
        _part("observation", Observation.measure_id, "reason"),
        _part("change", Intervention.measure_id, "name"),
        _part("recount", Recount.measure_id, "method"),
    ),
    "report": tuple(_own(Report, name) for name in ("title", "went_well", "did_not", "we_ask", "correction_reason")),
    "funding_request": (
        *(_own(FundingRequest, name) for name in ("title", "for_what", "if_no")),
        _part("decision", Decision.request_id, "reason", "conditions"),
    ),
}  # fmt: skip


def named(kind: str, name: str) -> Iterator[tuple[Field, str]]:
    """The fields of a kind of thing that a name means ("happening", "reply:12"), each with its key."""
    word, _, key = name.partition(":")
    return ((field, key) for field in FIELDS.get(kind, ()) if field.name == word)


def names(kind: str) -> str:
    """What can be asked of a kind of thing, for a person to read."""
    found = dict.fromkeys(field.name + (":<number>" if field.key is not None else "") for field in FIELDS.get(kind, ()))
    return ", ".join(found)


def columns() -> dict[Any, tuple[str, ...]]:
    """Every table with all its columns that hold a person's words."""
    found: dict[Any, dict[str, None]] = {}
    for fields in FIELDS.values():
        for field in fields:
            found.setdefault(field.table, {}).update(dict.fromkeys(field.columns))
    return {table: tuple(names) for table, names in found.items()}
