"""The shape of what people type in a review: no query, no save. Boxes carry their part or remark in their names."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from app.core.row_numbers import row_number
from app.web.forms import Form, required

LONGEST = 5_000
LONG = Length(max=LONGEST, message=_l("Shorten this to 5,000 characters."))
SHORT = Length(max=300, message=_l("Shorten this to 300 characters."))
ANSWER = "answer-"


class RemarksForm(Form):
    """A box for each part of the plan, made by `remarks_form`."""

    @property
    def words(self) -> dict[str, str]:
        """What was written, by part."""
        boxes = {name.removeprefix("on-"): field for name, field in self._fields.items() if name.startswith("on-")}
        return {part: str(field.data) for part, field in boxes.items() if field.data}


class AnswersForm(Form):
    """A box for each remark, made by `answers_form`."""

    @property
    def words(self) -> dict[int, str]:
        """What was written, by the remark's id."""
        found = {row_number(name.removeprefix(ANSWER)): field for name, field in self._fields.items()}
        return {number: str(field.data) for number, field in found.items() if number is not None and field.data}


class QuestionForm(Form):
    words = TextAreaField(_l("What is still open?"), [required(_l("Say what is still open.")), LONG])


class CoachForm(Form):
    person = StringField(
        _l("Who"),
        [required(_l("Write the person's address or name.")), SHORT],
        description=_l("Name or e-mail address. A coach reads the drafts and remarks on them, and decides nothing."),
    )


def remarks_form(titles: Mapping[str, str], **given: Any) -> RemarksForm:
    """A form with a box for each part; `titles` are what the parts are called."""
    boxes = {
        f"on-{part}": TextAreaField(_l("Remark on %(part)s", part=title), [LONG]) for part, title in titles.items()
    }
    found: RemarksForm = type("RemarksForm", (RemarksForm,), boxes)(**given)
    return found


def answers_form(remark_ids: Iterable[int], **given: Any) -> AnswersForm:
    """A form with a box for each of these remarks."""
    boxes = {f"{ANSWER}{number}": TextAreaField(_l("Your answer"), [LONG]) for number in remark_ids}
    found: AnswersForm = type("AnswersForm", (AnswersForm,), boxes)(**given)
    return found
