"""What the champions of the running cycle said in two huddles, and what they agreed to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoteText:
    """Said to the first point of a section that is about this office; without an office to the first of all."""

    section: str
    office: str
    words: str


@dataclass(frozen=True)
class ActionText:
    """Agreed for the point of such a note. `owner` is a person's key; done or dropped so many days later, or not yet."""

    section: str
    office: str
    words: str
    owner: str
    due: int
    ended: int | None = None
    state: str = "done"
    outcome: str = ""


@dataclass(frozen=True)
class HuddleText:
    notes: tuple[NoteText, ...]
    actions: tuple[ActionText, ...]
    absent: tuple[str, ...]
    guests: str = ""


FIRST = HuddleText(
    notes=(
        NoteText("due", "jobs", "Carla does not want to decide this alone. Helen sits down with her and the numbers."),
        NoteText("due", "housing", "Joyce was not here and nobody has heard from her. Liam says the second car is the whole "
                 "story."),
        NoteText("won", "child-support", "Dana puts the draft where all can copy it. Benefits could use it as it stands."),
        NoteText("other", "", "Next time we begin with what was won. It is easier to talk about the rest then."),
    ),
    actions=(
        ActionText("due", "jobs", "Go through the half year's numbers with Carla", "helen", 7,
                   3, "done", "We looked for an hour. She goes on, and writes down why."),
        ActionText("due", "housing", "Call Joyce, and find out what would help besides a car", "ellen", 10),
        ActionText("won", "child-support", "Fill in the draft as an employer who has never seen it", "carla", 12,
                   9, "done", "Three fields can go. The rest I would fill in."),
        ActionText("", "", "Write down in one page how a team asks its sponsor", "ben", 14, 12, "dropped",
                   "Five sentences in the invitation do it."),
    ),
    absent=("joyce", "wangtao", "malee"),
    guests="Claire Fontaine",
)
SECOND = HuddleText(
    notes=(
        NoteText("carried", "", "Ellen has called twice. She goes there on Thursday, the bus stops at the door."),
        NoteText("blocked", "disability", "Rosa has waited since June. Claire Fontaine knows somebody on the board."),
        NoteText("blocked", "jobs", "A talk needs a room by a rule from 1998. Nobody at the table knows why."),
        NoteText("other", "", "The first week of a month is hard for all who pay out. Ellen and Helen compare their days."),
    ),
    actions=(
        ActionText("blocked", "disability", "Ask Claire for the name on the board of the doctors' association", "martin", 10),
        ActionText("blocked", "jobs", "Find the reason for the room rule, or the person who may end it", "carla", 14),
        ActionText("", "", "Lay the first weeks of a month side by side: phone, records, benefits", "helen", 12),
        ActionText("", "", "Send the ten pages to Easton and Weston too", "champion", 11),
    ),
    absent=("joyce", "liam"),
)
