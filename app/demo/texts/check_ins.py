"""What teams told every two weeks, what they were stuck on and who answered; and how two old plans ended."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StepText:
    """A step of a blocker: days after it was raised, taken, answered, passed_up, reopened or settled, and the words."""

    days: int
    kind: str
    words: str


@dataclass(frozen=True)
class ToldText:
    """One check-in, answered so many days after it was asked; None: not at all. `steps` make it a blocker."""

    days: int | None
    moved: str = ""
    stuck: str = ""
    needed: str = ""
    steps: tuple[StepText, ...] | None = None
    by_deputy: bool = False


SILENT = ToldText(None)

# By office, the last ones of the running cycle's plans; the newest stands last.
TOLD: dict[str, tuple[ToldText, ...]] = {
    "child-support": (
        ToldText(1, "Desk 5 has no queue any more. All six desks write orders.",
                 needed="Nothing this time. Thank you for asking."),
        ToldText(0, "Nine of the twenty largest employers take the order by e-mail.",
                 "The other eleven want a form that we do not have, and each wants a different one.",
                 steps=(
                     StepText(2, "taken", "I ask the payroll association for one form for all of them."),
                     StepText(11, "answered", "The association takes our own page if the case number stands on top. Sam has "
                                              "the draft."),
                     StepText(19, "settled", "Two employers took it the same week. The rest is patience."),
                 )),
        ToldText(1, "Judge Marlowe sent back 2 in 100, as before. She wants three more months of numbers.",
                 needed="Somebody who has never seen our office to read the ten pages that we write for others."),
        ToldText(0, "Sylvia Brandt from Harlow sat at desk 2 for a day and wrote an order herself.",
                 "The ten pages are six, and they are written for us."),
        SILENT,
    ),
    "benefits-line": (
        ToldText(0, "19 minutes in the middle of the month, 24 in the first week.", "The first week of a month.",
                 "Two people from the back office, four days a month."),
        ToldText(1, "Two people from the back office came. 21 minutes in the first week.", by_deputy=True),
        ToldText(0, "20 minutes for the first time in a first week.", needed="The same two people again."),
    ),
    "disability": (
        ToldText(0, "Doctors in the south send one letter.", "The doctors' association has not answered since June.",
                 steps=(
                     StepText(3, "passed_up", "The association talks to the department only, not to a region."),
                     StepText(9, "taken", "I see their chair on Thursday anyway."),
                 )),
        ToldText(2, "We write a new version of the plan with what we learned.", needed="A date from the association."),
    ),
    "housing": (
        ToldText(1, "Two inspectors share one diary.", "The second car.", "A decision about the car."),
        SILENT, SILENT, SILENT, SILENT,
    ),
    "jobs": (
        ToldText(0, "Every newcomer has one adviser.", "Advisers leave the pair when somebody is ill."),
        ToldText(0, "Pairs of advisers cover for each other.",
                 "The regional rule says that every talk needs a free room. We have three for nine advisers.",
                 "A word on the room rule.", steps=()),
    ),
    "thessaloniki": (
        ToldText(1, "Το μαιευτήριο στέλνει τα χαρτιά την ίδια μέρα.", needed="Ένα δεύτερο γραφείο τις Δευτέρες."),
    ),
    "amman": (ToldText(0, "صارت المواعيد تُعطى خلال يومين في أغلب الحالات.", "يوم الأحد ما زال مزدحمًا."),),
    "chiang-mai": (ToldText(0, "เดือนนี้ผู้สูงอายุทุกคนได้รับเงินในเดือนแรก", needed="รถไปหมู่บ้านบนเขาเดือนละครั้ง"),),
    "izmir": (ToldText(1, "Tek ziyarette bitenler yüzde seksene çıktı.", "Yazıcı yine bozuk."),),
    "chengdu": (ToldText(0, "本月平均四天发放。", "银行的回执还要等一天。"),),
}  # fmt: skip


@dataclass(frozen=True)
class EndingText:
    why: str = ""
    changed: str = ""
    learned: str = ""
    copied: str = ""


ENDINGS = {
    "permits": EndingText(
        changed="Where the file says permanent, nobody is asked for a medical letter any more. The new badge comes by post "
        "before the old one runs out. It took one page, signed by the head of the office.",
        learned="The letter was never in the law; it was in a template from 1987. Nobody missed it. We would begin with the "
        "template next time, and ask the law first instead of last.",
        copied="Every office that renews something which cannot change: parking, passes, reduced fares. It takes the register "
        "of deaths once a month and the courage to sign one page.",
    ),
    "jobs": EndingText(
        why="People got 40 offers a week by text and read none of them. Those who came to the third talk were fewer, not more.",
        learned="A message is no talk. What people missed was somebody who knows them, not more offers. That became the plan "
        "of the next cycle: the same adviser from the first talk on.",
    ),
}
