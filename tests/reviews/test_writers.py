"""Who writes in a plan does not review it, whatever else they are; another colleague does."""

import pytest

from app.accounts.models import Role
from app.extensions import db
from app.plans.contributor import Contributor
from app.plans.models import VersionState
from app.reviews.models import RemarkState
from tests.plans.conftest import Cast
from tests.plans.writing import save
from tests.reviews.conftest import REMARKS, VERSION, Review, handed_in
from tests.support import builders
from tests.support.client import AsPerson, Client

SAID = "You work on this plan, so somebody else reviews it."
ASKED = "You are asked to write along, so write in the draft."
WORDS = {"on-problem": "Who counted the ten weeks?"}


@pytest.fixture
def along(cast: Cast, program: Client) -> Client:
    """The program officer, asked to write along in the draft."""
    builders.save(
        Contributor(
            plan_id=cast.plan.id, version_id=cast.plan.versions[0].id, seat_id=cast.seat.id, person_id=cast.program.id,
            added_by_id=cast.champion.id, added_at=builders.AT,
        )
    )  # fmt: skip
    return program


def test_an_officer_who_writes_along_does_not_remark(cast: Cast, along: Client, as_person: AsPerson) -> None:
    page = along.get(REMARKS)
    assert ASKED in page.text
    assert "Send the remarks" not in page.text
    along.post(REMARKS, WORDS, expect=403)
    other = as_person(builders.with_role(Role.PROGRAM_OFFICE, cast.agency, "Uma Kaya"))
    assert ASKED not in other.get(REMARKS).text
    other.post(REMARKS, WORDS)


def test_an_officer_who_wrote_neither_decides_nor_remarks_nor_settles(
    cast: Cast, along: Client, as_person: AsPerson
) -> None:
    save(along, risks="Written along.")
    version = handed_in(cast.plan.versions[0], cast.champion)
    remark = Review(cast, version, cast.program, cast.leader).remark()
    assert SAID in along.get(VERSION).text
    assert SAID in along.get(REMARKS).text
    assert f'href="{VERSION}#decision"' not in along.get("/plans/P-12").html
    settle = f"/plans/P-12/remarks/{remark.id}/settlements"
    for path in (f"{VERSION}/acceptances", f"{VERSION}/returns", REMARKS, settle):
        along.post(path, {"reasons": "x", **WORDS}, expect=403)
    other = as_person(builders.with_role(Role.PROGRAM_OFFICE, cast.agency, "Uma Kaya"))
    other.post(settle)
    db.session.refresh(remark)
    assert remark.state is RemarkState.SETTLED
    assert SAID not in other.get(VERSION).text
    other.post(f"{VERSION}/acceptances")
    db.session.refresh(version)
    assert version.state is VersionState.ACCEPTED


def test_an_officer_who_was_asked_but_wrote_nothing_reviews_once_it_is_handed_in(cast: Cast, along: Client) -> None:
    handed_in(cast.plan.versions[0], cast.champion)
    along.post(REMARKS, WORDS)
    along.post(f"{VERSION}/acceptances")


def test_who_writes_along_is_named_no_coach(cast: Cast, along: Client, as_person: AsPerson) -> None:
    del along
    other = as_person(builders.with_role(Role.PROGRAM_OFFICE, cast.agency, "Uma Kaya"))
    page = other.submit("/plans/P-12/coach", {"person": cast.program.email}, to="/plans/P-12/coach", expect=422)
    assert "A coach looks at it from outside." in page.errors["person"]
