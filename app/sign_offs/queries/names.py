"""Names of the people around a sign-off, in one question."""

from sqlalchemy import select

from app.accounts.models import Person
from app.core import reading
from app.sign_offs.models import SignOff


def names_around(sign_off: SignOff) -> dict[int | None, str]:
    """Everybody whom the page of a sign-off names, by id; an empty name for nobody."""
    above = sign_off.escalation
    ids = {
        sign_off.asked_id, sign_off.passed_id, sign_off.asked_by_id, sign_off.given_by_id, sign_off.met_by_id,
        sign_off.met_answered_by_id,
    }  # fmt: skip
    if above is not None:
        ids |= {above.decider_id, above.passed_id, above.view_by_id, above.decided_by_id}
    rows = reading.rows(select(Person.id, Person.name).where(Person.id.in_(ids - {None})))
    return {None: "", **{row.id: row.name for row in rows}}
