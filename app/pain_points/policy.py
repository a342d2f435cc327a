"""Which step follows which, and who may see and do what with a report. Plain predicates; asks no database.

Who sees what, and why:
- Everyone with an account reads what happens, the replies, state and clock: it is about customers, and a colleague
  two floors up may see the same thing.
- The reporter's name, where they gave it, is for those who must be able to call back: the reporter, the responsible
  person, champion, deputy and sponsor of the office (or of one above), the program office and leaders. Never for
  auditors, who check the answering, not the person; they read that someone signed in reported it.
- Colleagues who saw it too are named, with their office, to the same circle. Others see the sums only: in a small
  office "one colleague at the Elm Street counter" is a name.
- The sums are estimates of customers, not of the people who wrote, so `smallest_group` does not hide them; the count
  of colleagues who saw it is written as "fewer than k" below it wherever a table leaves the house (CSV).
- An anonymous report has no name to show, to anyone.
"""

from app.accounts.models import Person, Role
from app.core.errors import NotNow
from app.pain_points.models import PainPoint, State

OPEN = (State.RECEIVED, State.ACKNOWLEDGED, State.NEEDS_FACTS, State.ACCEPTED, State.FIXED)
CLOSED = (State.DECLINED, State.DUPLICATE, State.CONFIRMED, State.CLOSED)
HELD = (*OPEN, State.DUPLICATE)  # someone has them in hand: a merged one may be taken apart again
UNANSWERED = (State.RECEIVED, State.ACKNOWLEDGED, State.NEEDS_FACTS)

# step: (from these states, into this one; None leaves the state as it is)
STEPS: dict[str, tuple[tuple[State, ...], State | None]] = {
    "acknowledge": ((State.RECEIVED,), State.ACKNOWLEDGED),
    "ask": ((State.RECEIVED, State.ACKNOWLEDGED), State.NEEDS_FACTS),
    "give_facts": ((State.NEEDS_FACTS,), State.ACKNOWLEDGED),
    "accept": (UNANSWERED, State.ACCEPTED),
    "decline": ((*UNANSWERED, State.ACCEPTED), State.DECLINED),
    "reroute": (UNANSWERED, None),
    "merge": (UNANSWERED, State.DUPLICATE),
    "separate": ((State.DUPLICATE,), State.ACKNOWLEDGED),
    "fix": ((*UNANSWERED, State.ACCEPTED), State.FIXED),
    "confirm": ((State.FIXED,), State.CONFIRMED),
    "reopen": ((State.FIXED, State.CONFIRMED), State.ACCEPTED),
    "sight": (OPEN, None),
    "link": ((State.ACCEPTED,), None),
}
ANSWERS = ("accept", "ask", "acknowledge", "decline", "fix", "reroute")
MERGES = ("merge", "separate")  # answers too, but about two reports
NAMED_TO = (Role.CHAMPION, Role.DEPUTY, Role.SPONSOR, Role.PROGRAM_OFFICE, Role.LEADER)


def fits(step: str, point: PainPoint) -> bool:
    """Whether the report is in a state from which the step leads on."""
    return point.state in STEPS[step][0]


def take(step: str, point: PainPoint) -> None:
    """Take the step. Raises NotNow where it does not fit."""
    if not fits(step, point):
        raise NotNow
    point.state = STEPS[step][1] or point.state


def can_answer(person: Person, point: PainPoint) -> bool:
    """The responsible person, also for their own report (in a small office there is nobody else; the page says so).

    The program office may step in anywhere, but not for what they reported themselves.
    """
    if point.responsible_id == person.id:
        return True
    return person.has_role(Role.PROGRAM_OFFICE, point.office) and point.reporter_id != person.id


def is_responsible(person: Person, point: PainPoint) -> bool:
    """While it is in hand: who answered a closed one years ago stands there, and has no right left from it."""
    return point.responsible_id == person.id and point.state in HELD


def is_reporter(person: Person, point: PainPoint) -> bool:
    return point.reporter_id is not None and point.reporter_id == person.id


def sees_names(person: Person, point: PainPoint) -> bool:
    """Whether the reporter's and the colleagues' names are shown to this person."""
    if is_reporter(person, point) or is_responsible(person, point):
        return True
    return person.has_any_role(*NAMED_TO, office=point.office)


def can_see_too(person: Person, point: PainPoint) -> bool:
    """Add a sighting: any colleague but the reporter, who is counted already, and auditors, who only read."""
    return not is_reporter(person, point) and not person.has_role(Role.AUDITOR) and fits("sight", point)
