"""The sheet of a version, gathered from the database: what prints beside the texts that people wrote.

Measures and milestones come as arguments, since they know plans and not the other way. Labels are in the language that
is set while this runs.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.champions.models import Paper
from app.pain_points.labels import CHANNELS
from app.plans import labels, saving, sections, sheet
from app.plans.content import TECHNOLOGY, ChangeText, Content
from app.plans.models import PlanVersion
from app.plans.queries import Beside, Linked, OwnedChannel


def gather(
    version: PlanVersion,
    content: Content,
    beside: Beside,
    *,
    measures: Sequence[sheet.Measure] = (),
    milestones: Sequence[sheet.Milestone] = (),
    sign_offs: Sequence[sheet.SignOff] = (),
    dated: date,
    is_draft: bool,
) -> sheet.PlanSheet:
    """Everything that prints of a version whose texts are `content`. Asks nothing that was read with the plan."""
    plan, seat = version.plan, version.plan.seat
    asked = sections.of(plan)
    texts: dict[str, Any] = {**sections.printed(content.words, asked)}
    return sheet.PlanSheet(
        ref=plan.ref,
        office=plan.office.name,
        cycle_start=plan.cycle.starts_on,
        cycle_end=plan.cycle.ends_on,
        champion=seat.champion.name if seat else "",
        deputy=seat.deputy.name if seat and seat.deputy else "",
        version=version.number,
        dated=dated,
        language=plan.language,
        paper="A4" if plan.cycle.paper is Paper.A4 else "Letter",
        is_draft=is_draft,
        pain_points=tuple(_pain_point(linked) for linked in beside.pain_points),
        today_days=content.days[0],
        after_days=content.days[1],
        free_days=saving.free_days(*content.days, (change.cost for change in content.changes)),
        changes=changes(content.changes),
        measures=tuple(measures),
        milestones=tuple(milestones),
        channels=channels(content.channels, beside.channels),
        sign_offs=tuple(sign_offs),
        sponsor=plan.sponsor or "",
        names=tuple(sheet.Name(key, section.name) for key, section in asked.items() if section.name),
        **texts,
    )


def changes(rows: Sequence[ChangeText]) -> tuple[sheet.Change, ...]:
    """Changes with the names of their kinds and costs."""
    return tuple(_change(row) for row in rows)


def channels(channel_ids: Sequence[int], owned: Sequence[OwnedChannel]) -> tuple[sheet.Channel, ...]:
    """Those of the office's channels that are chosen, with their names and owners."""
    chosen = (channel for channel in owned if channel.id in channel_ids)
    return tuple(sheet.Channel(labels.channel(channel.kind, channel.name), channel.owner) for channel in chosen)


def _change(row: ChangeText) -> sheet.Change:
    """Owners and process only of technology: what was typed before the kind was changed does not print."""
    named = sheet.Change(str(labels.CHANGE_KINDS[row.kind]), row.what, row.rule_owner, str(labels.COSTS[row.cost]))
    return replace(named, **{name: getattr(row, name) for name in TECHNOLOGY}) if row.is_technology else named


def _pain_point(linked: Linked) -> sheet.PainPoint:
    return sheet.PainPoint(linked.ref, str(CHANNELS[linked.channel]), linked.title, linked.reports, linked.customers)
