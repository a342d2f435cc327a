"""What stands on the page of a plan and in a progress report, and that a redacted step is gone everywhere."""

import pytest
from flask import current_app
from flask_babel import force_locale

from app.accounts.models import Role
from app.audit import redaction
from app.core.database import transaction
from app.extensions import db
from app.maps import labels, queries
from app.maps.card import card_of, table
from app.plans.process import MapStep, ProcessMap
from app.reports.gather import maps as in_reports
from app.reports.gather.plans import Covered
from tests.maps.given import AFTER, STORY, saved
from tests.maps.test_read import frozen_with
from tests.milestones.given import cast
from tests.support import builders
from tests.support.builders import AT, TODAY

pytestmark = pytest.mark.usefixtures("app", "clock")


def drawn(maps: tuple[ProcessMap, ...], *, can_edit: bool = False) -> str:
    macro = current_app.jinja_env.get_template("maps/on_plan.html").make_module().process  # type: ignore[attr-defined]  # a macro
    with force_locale("en"):
        rows = table(maps[0]) if maps else []
        return str(macro(card_of(maps), rows, "/plans/P-1", labels.COLUMNS, can_edit))


def test_a_plan_shows_its_drawing_and_its_steps_as_a_table() -> None:
    html = drawn((ProcessMap("as_is", STORY), ProcessMap("to_be", AFTER)))
    assert "68 of 72 days were ours to change." in html
    assert html.count("<tr") == 7
    assert 'tabindex="0"' in html
    long = tuple(MapStep(f"Step {n}", "Desk", 5, 60) for n in range(200))
    assert "<table" not in drawn((ProcessMap("as_is", long),))


def test_without_a_map_only_who_may_draw_one_is_asked_to() -> None:
    assert "/plans/P-1/map" in drawn((), can_edit=True)
    assert "/plans/P-1/map" not in drawn(())


def test_a_report_holds_the_maps_in_force_and_the_newest_seen_by_its_last_day() -> None:
    the = cast()
    version = frozen_with(the, ProcessMap("as_is", STORY), ProcessMap("to_be", AFTER))
    assert [one.kind for one in in_reports.of_plan(Covered(the.plan, version, ""), TODAY)] == ["as_is", "to_be"]
    assert queries.observed_until(the.plan.id, TODAY) is None


def test_a_redacted_step_is_gone_from_the_map_and_from_what_was_frozen() -> None:
    the = cast()
    secret = MapStep("Mrs Eleanor Abernathy signs at the kitchen table", "Judge", 10, 60)
    saved(the.plan, the.champion, (secret,))
    version = frozen_with(the, ProcessMap("as_is", (secret,)))
    admin = builders.with_role(Role.ADMINISTRATOR, the.agency)
    row_id = db.session.execute(db.text("SELECT id FROM map_step")).scalar_one()
    with transaction():
        redaction.redact(the.plan.ref, f"map_step:{row_id}", ground="law", by=db.session.merge(admin), at=AT)
    db.session.expire_all()
    assert "Abernathy" not in str(version.frozen)
    assert "Abernathy" not in str(queries.for_plan(the.plan.id))
    assert queries.of_frozen(version.frozen or {})[0].steps[0].lane != "Judge", "all texts of the step go"
