"""Saving by itself: while somebody writes, the page posts the parts that changed and gets JSON back.

The same guarded save as the button's: a part that somebody else changed comes back as a question with both texts. Each
answer also brings what others wrote in the meantime: `have-<part>` is the stamp of what the page shows.
"""

from collections.abc import Sequence
from typing import Any

from flask import Response, jsonify, render_template, request

from app.core import clock
from app.core.database import transaction
from app.plans import actions, content, gather, labels, queries, sections
from app.plans.forms import PlanForm
from app.plans.models import PlanVersion
from app.plans.routes import meter
from app.plans.routes.blueprint import bp
from app.plans.routes.company import company, last_saved
from app.plans.routes.edit import draft_of, form_of, writable
from app.web import access, errors

IN_PARTS = {"today_days": "days", "after_days": "days"}
"""Fields that are part of something; any other is a part itself."""


@bp.post("/plans/P-<int:number>/saves")
@access.signed_in
def create_save(number: int) -> Response:
    """Save the parts that came; those that cannot be saved come back with why."""
    version = draft_of(writable(number))
    if version is None:
        return errors.page(409)
    form = form_of(version, queries.owned_channels(version))
    form.validate()
    wrong = _wrong(form)
    entries = [entry for entry in form.entries() if entry.key not in wrong]
    conflicts: Sequence[actions.Conflict] = ()
    if entries:
        with transaction():
            conflicts = actions.save(version, entries, by=access.viewer(), at=clock.now())
    return jsonify(_answer(version, entries, conflicts, form) | {"errors": wrong})


@bp.post("/plans/P-<int:number>/length-check")
@access.signed_in
def check_length(number: int) -> Response:
    """How long the plan would be with the form's texts, as JSON. Saves nothing."""
    version = draft_of(writable(number))
    if version is None:
        return errors.page(409)
    beside = queries.beside(version)
    form = form_of(version, beside.channels)
    return meter.answer(version, form.content(content.of(version)), beside, form.unread)


def _answer(
    version: PlanVersion, entries: Sequence[actions.Entry], conflicts: Sequence[actions.Conflict], form: PlanForm
) -> dict[str, Any]:
    now, names = content.of(version), labels.names(sections.of(version.plan))
    asked = {conflict.key for conflict in conflicts}
    done = [entry for entry in entries if entry.key not in asked]
    saved = {entry.key for entry in done}
    stamps = {key: content.stamp(now.part(key)) for key in content.PARTS}
    return {
        "is_saved": bool(done) and not asked,
        "saved": last_saved(version),
        "locks": {entry.key: stamps[entry.key] for entry in done},
        "kept": {e.key: _fields(e.key, now) for e in done if now.part(e.key) != e.value},
        "conflicts": _questions(version, conflicts, form),
        "news": {
            key: {"lock": stamps[key], "name": names[key], "fields": _fields(key, now)}
            for key in content.PARTS
            if key not in asked | saved and request.form.get(f"have-{key}", stamps[key]) not in (stamps[key], "")
        },
        "company": company(queries.saves_of(version.plan), access.viewer(), names),
    }


def _questions(version: PlanVersion, conflicts: Sequence[actions.Conflict], form: PlanForm) -> dict[str, str]:
    """Both texts beside each other, as the page shows them."""
    savers = queries.last_savers(queries.saves_of(version.plan), [conflict.key for conflict in conflicts])
    return {
        conflict.key: render_template(
            "plans/writing/question.html", conflict=conflict, saver=savers[conflict.key],
            choices=form.channels.choices, named_changes=gather.changes,
        )
        for conflict in conflicts
    }  # fmt: skip


def _fields(key: str, now: content.Content) -> list[list[str]]:
    """What stands in the fields of a part now, as names with values; a list without an end would be a box unchecked."""
    value = now.part(key)
    if key == "days":
        return [[name, "" if days is None else str(days)] for name, days in zip(IN_PARTS, value, strict=True)]
    if key == "channels":
        return [["channels", str(channel)] for channel in value]
    if key == "changes":
        texts = ((row, name, text) for row, one in enumerate(value) for name, text in vars(one).items())
        return [[f"changes-{row}-{name}", str(text)] for row, name, text in texts]
    return [[key, value]]


def _wrong(form: PlanForm) -> dict[str, str]:
    """Why a part cannot be saved, by its key."""
    found: dict[str, str] = {}
    for name, messages in form.errors.items():
        if name and name != "csrf_token":
            found.setdefault(IN_PARTS.get(name, name), " ".join(_flat(messages)))
    return found


def _flat(messages: Any) -> list[str]:
    """Rows of changes have errors by field."""
    if isinstance(messages, dict):
        messages = list(messages.values())
    return [text for one in messages for text in _flat(one)] if isinstance(messages, list | tuple) else [str(messages)]
