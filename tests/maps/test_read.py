"""The page of a plan's maps and the annex: who reads what, how much is asked, what paper holds in six scripts."""

import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO

import pikepdf
import pytest
from flask import current_app
from flask_babel import force_locale

from app.accounts.models import Person
from app.core import frozen
from app.extensions import db
from app.maps import drawing, labels, strip
from app.maps.models import Kind
from app.plans.document import to_preview
from app.plans.models import PlanVersion
from app.plans.process import MapStep, ProcessMap
from app.plans.sheet import PlanSheet
from tests.maps.given import AFTER, DAY, STORY, saved
from tests.milestones.given import Cast, accept, cast
from tests.support.builders import TODAY
from tests.support.client import Client
from tests.support.queries import Counted

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
Count = Callable[[], AbstractContextManager[Counted]]
MANY = tuple(
    MapStep(f"Step {n}", f"Lane {n % 12}", 5 + n, 60 * (n % 50), n % 101, ("policy", "law", "", "habit")[n % 4], "why")
    for n in range(200)
)


def frozen_with(the: Cast, *maps: ProcessMap) -> PlanVersion:
    """The plan's version in force, with maps frozen as a sheet has them."""
    accept(the.plan)
    version = the.plan.versions[0]
    sheet = PlanSheet("P-1", "Orders", "Office", TODAY, TODAY, maps=maps)
    version.frozen = frozen.to_json(sheet)
    db.session.commit()
    return version


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_what_is_frozen_is_shown_and_not_what_is_saved_now(as_person: As) -> None:
    the = cast()
    saved(the.plan, the.champion, AFTER)
    frozen_with(the, ProcessMap("as_is", STORY))
    saved(the.plan, the.champion, AFTER, Kind.OBSERVED, seen_on=TODAY)
    page = as_person(the.stranger).get(f"/plans/{the.plan.ref}/map")
    assert "frozen with version 1" in page.text
    assert "68 of 72 days were ours to change." in page.text
    assert "4 hand-offs, then 0" in page.text
    assert "Work: 2 hours in all" in page.text
    assert [len(table.findall(".//tbody/tr")) for table in page.all("table")] == [7, 1, 6]


def test_a_sheet_that_is_older_than_maps_still_reads(as_person: As) -> None:
    the = cast()
    version = frozen_with(the)
    version.frozen = {name: value for name, value in (version.frozen or {}).items() if name not in ("maps", "steps")}
    db.session.commit()
    assert frozen.from_json(PlanSheet, version.frozen).maps == ()
    assert "No process map yet." in as_person(the.stranger).get(f"/plans/{the.plan.ref}/map").text
    as_person(the.stranger).get(f"/plans/{the.plan.ref}/map.pdf", expect=404)


def test_a_draft_is_for_those_who_read_drafts(as_person: As) -> None:
    the = cast()
    saved(the.plan, the.champion)
    for person, status in ((the.stranger, 404), (the.colleague, 404), (the.program, 200)):
        as_person(person).get(f"/plans/{the.plan.ref}/map", expect=status)
        as_person(person).get(f"/plans/{the.plan.ref}/map.pdf?draft=1", expect=status)


def test_200_steps_ask_as_little_as_one_and_save_in_one_go(as_person: As, queries: Count) -> None:
    the = cast()
    client, path = as_person(the.champion), f"/plans/{the.plan.ref}"
    for steps in (STORY[:1], MANY):
        lock = int(client.get(f"{path}/maps/as-is/edit").form(f"{path}/maps/as-is/edit").values["lock"])
        saved(the.plan, the.champion, steps, seen_lock=lock)
        for address in (f"{path}/map", f"{path}/maps/as-is/edit"):
            with queries() as asked:
                client.get(address)
            assert len(asked) <= 12
    page = client.get(f"{path}/maps/as-is/edit")
    start = time.process_time()
    client.post(f"{path}/maps/as-is/edit", {**page.form(f"{path}/maps/as-is/edit").values, "name-0": "Changed"})
    assert time.process_time() - start < 4
    assert "Changed" in client.get(f"{path}/map").text


@pytest.mark.parametrize("language", ["ar", "el", "en", "th", "tr", "zh"])
def test_the_annex_is_tagged_and_holds_every_step_in_six_scripts(as_person: As, language: str) -> None:
    the = cast()
    the.plan.language = language
    db.session.commit()
    saved(the.plan, the.champion)
    made = as_person(the.champion).get(f"/plans/{the.plan.ref}/map.pdf").body
    document = pikepdf.open(BytesIO(made))
    assert str(document.Root.Lang) == language
    assert document.Root.MarkInfo.Marked
    assert the.plan.ref in str(document.docinfo.Title)
    words = text_of(made)
    assert all(step.name in words for step in STORY)


def test_200_steps_in_12_lanes_are_drawn_within_bounds() -> None:
    with force_locale("en"):
        chart = drawing.build([ProcessMap("as_is", MANY), ProcessMap("to_be", AFTER)], drawing.PAPER_WIDTH)
        assert chart.width == drawing.PAPER_WIDTH
        assert chart.height < 500
        assert all(0 <= label.x <= chart.width and 0 <= label.y <= chart.height for label in chart.labels)
        assert drawing.is_wide([ProcessMap("as_is", MANY)])
        assert not drawing.is_wide([ProcessMap("as_is", STORY)])


def test_words_in_a_lane_never_stand_on_each_other() -> None:
    with force_locale("en"):
        chart = drawing.build([ProcessMap("as_is", STORY)], drawing.PAPER_WIDTH)
    said = {label.text.strip() for label in chart.labels}
    assert {"Intake desk", "14 d", "second review, 4.12 · policy", "72 days"} <= said
    assert len(chart.rows) == len(STORY)


def test_right_to_left_the_drawing_is_turned_and_words_keep_their_way() -> None:
    with force_locale("ar"):
        svg = str(drawing.on_screen([ProcessMap("as_is", (MapStep("أ", "الشباك", 20, 5 * DAY, rule="law"),))]))
    assert "scale(-1 1)" in svg
    assert 'direction="rtl"' in svg
    assert "style=" not in svg


def test_the_strip_names_at_most_eight_and_its_sums_stay_true() -> None:
    with force_locale("en"):
        assert [step.lane for step in strip.of(STORY)] == [step.lane for step in STORY]
        named = strip.of(MANY)
        few = strip.of((MapStep("Answer", "Phone", 20, 0),))
    assert len(named) == 8
    assert sum(step.days for step in named) * DAY == pytest.approx(sum(step.work + step.wait for step in MANY), abs=1)
    ours = sum(step.days for step in named if step.is_ours and not step.is_law)
    assert ours * DAY <= sum(step.work + step.wait for step in MANY if step.rule in ("policy", "habit")) + 1
    assert few[0].days == pytest.approx(20 / DAY, abs=0.001)


def test_a_process_of_minutes_is_drawn_in_minutes_on_the_sheet() -> None:
    with force_locale("en"):
        steps = strip.of((MapStep("Answer", "Phone", 4, 14, rule="habit"), MapStep("Note", "Desk", 2, 0)))
        sheet = PlanSheet("P-1", "Answers", "Office", TODAY, TODAY, steps=steps)
        html = to_preview(sheet, current_app.jinja_env)
    assert "20 minutes" in html
    assert "Of 20 minutes, our own rules and habits make 18." in html


def test_times_are_said_as_people_speak_of_them() -> None:
    with force_locale("en"):
        said = [labels.duration(minutes) for minutes in (0, 1, 45, 60, 90, DAY, 72 * DAY + 120)]
    assert said == ["0", "1 minute", "45 minutes", "1 hour", "1.5 hours", "1 day", "72 days"]
