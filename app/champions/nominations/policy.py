"""Who reads, endorses, scores, decides and answers a nomination. Plain predicates.

Who sees what, and why:
- A draft is its writer's alone.
- Submitted and shortlisted, every colleague reads the grounds, so that they can stand behind them; once it is decided
  only who took part does. Nobody who was not chosen is shown around.
- The nominee reads nothing before the shortlist: a hope that comes to nothing helps no one. From then on they read all
  that was said for them, by whom, and what was decided and why.
- Scores, notes and conflicts are for the program office and auditors, and never for who is judged, nominated,
  endorsed, or declared a conflict.
- Nobody scores or decides on whom they nominated or endorsed, on themself, or where they declared a conflict.
"""

from app.accounts.models import Person, Role
from app.champions.models import Cycle, CycleState
from app.champions.nominations.models import Nomination, NominationState

OPEN = (NominationState.SUBMITTED, NominationState.SHORTLISTED)
DECIDABLE = (*OPEN, NominationState.SELECTED)  # a selection nobody answers can be taken back
WATCHERS = (Role.PROGRAM_OFFICE, Role.AUDITOR)


def can_nominate(viewer: Person, cycle: Cycle) -> bool:
    """Any colleague, while the cycle is not closed; auditors only read."""
    return cycle.state is not CycleState.CLOSED and not viewer.has_role(Role.AUDITOR)


def can_read(viewer: Person, nomination: Nomination) -> bool:
    if nomination.state is NominationState.DRAFT:
        return viewer.id == nomination.nominator_id
    if viewer.id == nomination.nominee_id:
        return nomination.shortlisted_at is not None
    return nomination.state in OPEN or watches(viewer, nomination) or took_part(viewer, nomination)


def watches(viewer: Person, nomination: Nomination) -> bool:
    return viewer.has_any_role(*WATCHERS, office=nomination.office)


def took_part(viewer: Person, nomination: Nomination) -> bool:
    """Nominated or endorsed."""
    return viewer.id in (nomination.nominator_id, *(one.person_id for one in nomination.endorsements))


def is_partial(viewer: Person, nomination: Nomination) -> bool:
    """Too near to judge."""
    return (
        viewer.id == nomination.nominee_id
        or took_part(viewer, nomination)
        or any(one.person_id == viewer.id for one in nomination.conflicts)
    )


def can_see_scores(viewer: Person, nomination: Nomination) -> bool:
    return watches(viewer, nomination) and not is_partial(viewer, nomination)


def is_writer(viewer: Person, nomination: Nomination) -> bool:
    return viewer.id == nomination.nominator_id


def may_endorse(viewer: Person, nomination: Nomination) -> bool:
    """Any colleague but the two whom it is about; auditors only read."""
    return viewer.id not in (nomination.nominee_id, nomination.nominator_id) and not viewer.has_role(Role.AUDITOR)


def may_judge(viewer: Person, nomination: Nomination) -> bool:
    """Score, put on the shortlist, decide: the program office, but nobody who is too near."""
    return viewer.has_role(Role.PROGRAM_OFFICE, nomination.office) and not is_partial(viewer, nomination)


def may_declare(viewer: Person, nomination: Nomination) -> bool:
    """Whoever might have to judge says that they had better not."""
    return viewer.has_role(Role.PROGRAM_OFFICE, nomination.office) and viewer.id != nomination.nominee_id


def is_nominee(viewer: Person, nomination: Nomination) -> bool:
    return viewer.id == nomination.nominee_id
