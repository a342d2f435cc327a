"""How the people of the coming cohort were found: who proposed whom, what colleagues said, how it was decided."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NominationText:
    """`ending` is the state it is in today. Points are in the order of the criteria, by key of who gave them."""

    office: str
    nominee: str
    nominator: str
    ending: str
    thinks_ahead: str
    respected: str
    endorsements: tuple[tuple[str, str], ...] = ()
    scores: tuple[tuple[str, tuple[int, int, int, int], str], ...] = ()
    conflict: tuple[str, str] = ("", "")
    reason: str = ""
    answer: str = ""


BEFORE = (
    NominationText(
        "pensions", "walter", "sponsor-south", "accepted",
        "When the pension letters changed two years ago, Walter rang twenty pensioners before the first one was posted, "
        "and had the second paragraph rewritten. We had no wave of calls; two other services did.",
        "The counter, the phones and the back office all ask him first. When he says a form can go, people believe it.",
        (
            ("joyce", "He says what he thinks in the room, not in the corridor."),
            ("helen", "Walter sent us his checklist without being asked. We use it every week."),
            ("liam", "I came to the agency through his training, and so did half of my team."),
        ),
        (
            ("program", (5, 5, 4, 4), "The letter story is evidence, not praise. Three colleagues from other offices."),
            ("program2", (4, 5, 5, 4), "Knows the work from the counter up. Would need help with measures."),
        ),
        reason="You found out what a letter does before it was sent, and colleagues outside your office follow you. "
        "Start with one thing that pensioners wait for.",
        answer="Yes. I have waited years for somebody to ask.",
    ),
    NominationText(
        "licences", "maria", "sponsor-south", "accepted",
        "Maria counts. She knew in March that renewals would triple in September, and moved two people in July.",
        "Quiet, and always right about the numbers. Her team stays with her.",
        (("walter", "If Maria says that it takes nine days, it takes nine days."),),
        (("program", (5, 4, 4, 5), "Plans by numbers already. Few words from outside her team."),),
        ("program2", "Maria and I shared an office for six years, and we are friends."),
        reason="You see what comes, with figures, and you act on it early. Colleagues trust your numbers.",
        answer="I accept, if the deputy can be named by the summer.",
    ),
    NominationText(
        "child-support-harlow", "sylvia", "champion", "accepted",
        "Sylvia came to see how we got from 72 days to 1, and had a list of what would not work in Harlow, and why.",
        "She is the one whom the court clerks call by her first name.",
        (("luis", "She asked better questions than any visitor we had."), ("joan", "Harlow listens to her.")),
        (
            ("program", (5, 4, 5, 4), "Will copy with her eyes open. Good for spread."),
            ("program2", (5, 5, 4, 4), "Knows where the same change breaks."),
        ),
        reason="You looked at a proven change and said where it would break. That is how it spreads.",
        answer="Gladly.",
    ),
    NominationText(
        "child-support-harlow", "kofi", "colleague", "not_selected",
        "Kofi wrote the first note about recorded hearings, a year before anyone used it.",
        "We ask him whenever something is new.",
        (("bea", "He explains it until everybody has it."),),
        (
            ("program", (4, 4, 3, 3), "Strong idea. Works in Child Support, not yet known in Harlow."),
            ("program2", (4, 4, 3, 2), "Next year, for his own office."),
        ),
        reason="Your note on hearings began what the whole agency now copies, and colleagues say so. Harlow needs someone "
        "whom Harlow knows, so it is not this seat. Work on the plan of your own office this year, and let us talk in "
        "spring about the next cohort.",
    ),
    NominationText(
        "permits", "bea", "sponsor-central", "declined",
        "Beatrice saw that badges expire in the same week of the year, and said so before anyone else.",
        "Fair, fast, and never short with anyone.",
        (("dev", "I would stand in for her any day."),),
        (("program", (4, 5, 3, 4), "A good choice if she wants to move desks."),),
        reason="You saw the pattern behind the badges, and people like to work with you.",
        answer="Thank you. My mother is ill, and this is not the year. Please ask Dev.",
    ),
)
"""Before the cycle opened."""

NOW = (
    NominationText(
        "jobs", "ben", "carla", "selected",
        "Ben moved the first interview before the first form. He had tried it on Tuesdays for a month before he told us.",
        "As deputy he was the one people came to when I was away, and often when I was not.",
        (
            ("ellen", "He brings results, and only then asks for more."),
            ("rosa", "Our people meet his every Tuesday because he asked them to."),
        ),
        (
            ("program", (5, 5, 4, 5), "Tries small things and counts. The whole office stands behind him."),
            ("program2", (5, 4, 5, 4), "Ready."),
        ),
        reason="You try things small before you ask anyone for anything, and two other offices follow you.",
    ),
    NominationText(
        "disability", "martin", "rosa", "shortlisted",
        "Martin has read every appeal of the last year and can say which ten sentences in our letters cause them.",
        "Doctors answer his calls. So do our own people.",
        (("arjun", "He told us what our phone script does to his claimants. He was right."),),
        (("program", (5, 4, 5, 3), "Deep knowledge. What has he finished?"),),
    ),
    NominationText(
        "benefits-line", "arjun", "ellen", "submitted",
        "Arjun groups the calls of the week by what we sent out the week before. It tells us on Monday what will ring.",
        "New colleagues are put beside him, and ask to stay there.",
        (("ben", "He is why our two offices talk."), ("martin", "Calm on the worst days.")),
    ),
)
"""While offices that have no seat in the running cohort look for someone."""

BY_NAME = ("champion", "colleague", "luis", "walter", "sylvia", "helen", "ellen", "layla", "eleni", "dev")
"""Who says that good work may be told with their name."""
NO_NAME = ("oscar",)
