"""Plans whose seat ends: who looks after them now is told at once, so that none is left behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from app.notices.actions import notify
from app.plans.queries import keeper

ALL = 10_000


@contextmanager
def telling_keepers(*, at: datetime) -> Iterator[None]:
    """Around whatever may end a seat, in the running transaction: a notice to each person who looks after a plan since
    then because nobody on its seat can act any more."""
    before = {(kept.plan.id, kept.keeper.person_id) for kept in keeper.without_champion(most=ALL)}
    yield
    for kept in keeper.without_champion(most=ALL):
        if (kept.plan.id, kept.keeper.person_id) not in before:
            notify(kept.keeper.person_id, "plan_kept", path=f"/plans/{kept.plan.ref}", at=at, plan=kept.plan.ref)
