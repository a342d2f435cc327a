"""Broken rules of the domain, by name. The web edge puts them beside the field they are about, translated.

A feature derives its own: `class PlanTooLong(BrokenRule): field = "title"; message = N_("...")`.
"""

from typing import Any


def N_(words: str) -> str:  # noqa: N802  # gettext's usual name for "translate later"
    """Mark a text for translation where it stands; it is translated where it is shown."""
    return words


class BrokenRule(Exception):
    """An action refused. `facts` fill the message's %(name)s; `field` is the form field it belongs to, or None."""

    field: str | None = None
    message: str = N_("This cannot be done as things stand.")

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.message)
        self.facts = facts


class NotAllowed(BrokenRule):
    """The person may see the thing but not do this: the page is a 403."""

    message = N_("You may see this, but you may not do this.")


class NotNow(BrokenRule):
    """The thing is not in a state in which this can be done; somebody may have been quicker."""

    message = N_("This was changed in the meantime, so the step no longer fits. Look at it again.")
