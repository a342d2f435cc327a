"""When two people save the same thing: the second sees both texts beside each other and chooses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from app.core.columns import Lockable
from app.extensions import db
from app.web.forms import Form

Row = TypeVar("Row", bound=Lockable)


@dataclass(frozen=True)
class Difference:
    label: str
    theirs: str
    yours: str


def beside(form: Form, row: Row, saved: Callable[[Row], Mapping[str, object]]) -> list[Difference]:
    """What the other person saved beside what was typed here; sent once more, the form counts.

    `saved` gives the row's values as `differences` takes them; the row is read again first.
    """
    db.session.refresh(row)
    found = differences(form, saved(row))
    take_over(form, row)
    return found


def differences(form: Form, saved: Mapping[str, object]) -> list[Difference]:
    """Where the form and what is saved now differ; `saved` by field name, as the field would show it.

    Choices are shown by their words. The form's `lock` is not compared.
    """
    found = []
    for name, theirs in saved.items():
        field = form._fields[name]  # WTForms has no public way to a field by name
        if _shown(field, field.data) != _shown(field, theirs):
            found.append(Difference(str(field.label.text), _shown(field, theirs), _shown(field, field.data)))
    return found


def take_over(form: Any, row: Lockable) -> None:
    """Sent once more as it stands, the form now overwrites knowingly what the other person saved."""
    form.lock.data = str(row.lock)


def _shown(field: Any, value: object) -> str:
    words = {choice.value: choice.label for choice in getattr(field, "choices", ())}
    text = "" if value is None else str(value)
    return str(words.get(value, words.get(text, text)))
