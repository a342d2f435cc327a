"""Saving what a form asks for: one transaction, and a broken rule comes back beside its field."""

from collections.abc import Callable
from typing import TypeVar

from app.core.database import transaction
from app.core.errors import BrokenRule, NotAllowed, NotNow
from app.web.forms import Form

T = TypeVar("T")


def save(form: Form, act: Callable[[], object]) -> bool:
    """Check the form's shape, then run `act` as `attempt` does; False where the shape or a rule was broken."""
    if form.validate():
        attempt(form, act)
    return not form.errors


def attempt(form: Form, save: Callable[[], T]) -> T | None:
    """Run `save` in one transaction and give what it gives; None where a rule was broken, which the form then shows.

    Raises NotAllowed, NotNow and LostUpdate, which are about more than one field.
    """
    try:
        with transaction():
            return save()
    except (NotAllowed, NotNow):
        raise
    except BrokenRule as broken:
        form.refuse(broken)
    return None
