"""What channel owners said of the demo's plans, by office and cycle (a later version by its number), then by channel.

Whoever is not named agrees.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A word (a code; empty is silence) so many working days after the ask, and what came of it.

    `met` and `decided`: (days after the ask, words). `view` is the team's, a day after a "cannot".
    """

    word: str = "agree"
    words: str = ""
    after: int = 3
    met: tuple[int, str] | None = None
    view: str = ""
    outcome: str = ""
    decided: tuple[int, str] | None = None


SILENT = Said("")

SAID: dict[str, dict[str, Said]] = {
    "running:child-support": {
        "phone": Said(words="Half of our calls ask where the order is. I would rather answer the other half.", after=2),
        "counter": Said(
            "agree_if", "a second signature pad stands at the desk before the busy days in autumn.", 4,
            met=(287, "The court lends us its spare pad. It stands at window 2 since Monday."),
        ),
    },
    "running:benefits-line": {
        "chat": Said(
            "cannot", "My three colleagues answer four chats at once now. With the promise of 20 minutes the evening "
            "shift breaks, and then nobody gets an answer.", 5,
            view="The pilot is two topics only, and the phone line lends one colleague from five to eight. If the wait "
            "grows past 20 minutes for a week, we close the evening again.",
            outcome="goes_ahead",
            decided=(9, "It is six weeks and two topics, and it can be stopped in a day. Show me the evening figures "
            "every Friday; the objection stays on the sheet until they are good."),
        ),
    },
    "running:benefits-line:2": {
        "chat": Said("agree_if", "the new colleagues sit in the evening shift first, where the wait is longest.", 4),
    },
    "running:housing": {"field": SILENT},
    "coming:child-support-harlow": {
        "counter": Said("agree_if", "Northfield's clerk shows us for two days how it is done.", 3),
    },
    "running:disability": {"web": SILENT},
}  # fmt: skip
