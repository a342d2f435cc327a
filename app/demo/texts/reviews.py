"""What the program office and coaches asked of plans, and what their teams answered. Days are from the reference day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RemarkWords:
    """A remark on a part of the newest version on its day, by a person's key; `answer` and `settled` come later."""

    part: str
    words: str
    day: int
    by: str = "program"
    answer: str = ""
    answered: int = 0
    settled: int | None = None


# plan: its coach's key and the day of the naming
COACHES = {
    "coming:child-support": ("rosa", -18),
    "coming:child-support-harlow": ("bea", -20),
}

REMARKS: dict[str, tuple[RemarkWords, ...]] = {
    "running:records": (
        RemarkWords(
            "outcome", "How many days, and at which window? “Faster” is nothing that a customer can hold us to.", -285,
            answer="One visit, at window 4. It stands in the first sentence now.", answered=-275, settled=-268,
        ),
        RemarkWords(
            "risks", "Three people will hold the key. How would you notice that the seal is misused?", -285,
            answer="Each use is written in the book, and the book is counted every Friday. It is also a measure now.",
            answered=-275, settled=-268,
        ),
        RemarkWords("problem", "The press in the basement and the key on holiday: keep these words.", -286, "reviewer",
                    answer="They stay.", answered=-275, settled=-274),
    ),
    "coming:housing": (
        RemarkWords("changes", "Could the fire service’s weekend desk take the call? They are awake anyway.", -8),
        RemarkWords("measures", "Name one number that you will watch. Hours until the heating runs again, perhaps?", -8),
    ),
    "coming:child-support": (
        RemarkWords(
            "problem", "How do you know that the employer is the slow part, and not our own outgoing post?", -9, "rosa",
            answer="We called 30 employers; 22 would begin at once. That is in the text now.", answered=-7, settled=-6,
        ),
        RemarkWords(
            "outcome", "Say it as a parent would. They do not count in pay periods.", -9, "rosa",
            answer="We tried “the next pay day”, but half of the employers pay every two weeks. Is this better: “with the "
            "first wage after the order”?", answered=-5,
        ),
        RemarkWords("after", "You say how it goes now, and not how it will go. Three steps are enough.", -4),
        RemarkWords("measures", "38 days is a median. How many children wait more than 60?", -4),
    ),
    "coming:child-support-harlow": (
        RemarkWords(
            "risks", "In our first month interviews took twice as long. Book the interpreters for two hours.", -5, "bea",
            answer="Booked. We will see after four weeks whether one hour is enough again.", answered=-4,
        ),
        RemarkWords("milestones", "The manual must be signed before two desks can begin. Is there a week to spare?", -4),
    ),
}  # fmt: skip
