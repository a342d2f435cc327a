"""Who may do what with a measure. Everyone who is signed in reads. Plain predicates, no queries."""

from collections.abc import Collection

from app.accounts.models import Person, Role
from app.measures.models import Measure

RECOUNTERS = (Role.AUDITOR, Role.REVIEWER, Role.PROGRAM_OFFICE, Role.CHAMPION, Role.DEPUTY)


def can_edit(person: Person, measure: Measure) -> bool:
    """Say what is counted, from where to where, where it comes from, and what was changed when: champion or deputy."""
    return person.has_any_role(Role.CHAMPION, Role.DEPUTY, office=measure.office)


def can_record(person: Person, measure: Measure) -> bool:
    """Enter and correct numbers: the measure's owner, the champion and the deputy of its office."""
    return person.id == measure.owner_id or can_edit(person, measure)


def can_recount(person: Person, measure: Measure, recorder_ids: Collection[int]) -> bool:
    """Count a number again: who holds such a role, works elsewhere, and neither heads the office nor has a hand in the
    measure. `recorder_ids` entered its numbers."""
    has_a_hand = person.id in recorder_ids or can_record(person, measure)
    works_there = person.office is not None and person.office.is_within(measure.office)
    heads_it = any(held.role is Role.SPONSOR and held.office_id == measure.office_id for held in person.rights.held)
    return person.has_any_role(*RECOUNTERS) and not (has_a_hand or works_there or heads_it)
