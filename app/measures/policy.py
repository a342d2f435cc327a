"""Who may do what with a measure. Everyone who is signed in reads. Plain predicates, no queries."""

from app.accounts.models import Person, Role
from app.measures.models import Measure


def can_edit(person: Person, measure: Measure) -> bool:
    """Say what is counted, from where to where, where it comes from, and what was changed when: champion or deputy."""
    return person.has_any_role(Role.CHAMPION, Role.DEPUTY, office=measure.office)


def can_record(person: Person, measure: Measure) -> bool:
    """Enter and correct numbers: the measure's owner, the champion and the deputy of its office."""
    return person.id == measure.owner_id or can_edit(person, measure)
