"""What was written of a person can be taken out by a legal ground, and a forgotten person is named nowhere."""

from sqlalchemy import select

from app.audit import forgetting, redaction
from app.champions.nominations import actions
from app.champions.nominations.models import Endorsement
from app.core import events
from app.core.database import transaction
from app.extensions import db
from tests.accounts.house import House
from tests.champions.selecting import fresh, given
from tests.support.builders import AT


def test_each_text_of_a_nomination_is_redacted(house: House) -> None:
    one = given(house)
    with transaction():
        actions.endorse(one, "Hana Kim never lost a file.", by=house.ali, at=AT)
    word = db.session.scalars(select(Endorsement)).one()
    for name in ("thinks_ahead", "respected", f"endorsement:{word.id}"):
        with transaction():
            redaction.redact(one.ref, name, ground="GDPR Art. 17", by=house.admin, at=AT)
    found = fresh(one)
    assert all("[redacted" in words for words in (found.thinks_ahead, found.respected, found.endorsements[0].words))
    assert list(events.broken_links()) == []


def test_who_is_forgotten_is_named_in_no_word(house: House) -> None:
    one = given(house)
    with transaction():
        actions.endorse(one, "Hana Kim never lost a file.", by=house.ali, at=AT)
        one.nominee.is_active = False
    with transaction():
        forgetting.forget(one.nominee, ground="GDPR Art. 17", by=house.admin, at=AT)
    assert fresh(one).endorsements[0].words == "A former colleague never lost a file."
