"""The plan's form: shape only. Names are those of the sheet's parts; changes are rows `changes-0-what` and so on."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, StringField, TextAreaField

from app.core.errors import BrokenRule
from app.plans import labels
from app.plans.actions import Choice, Entry
from app.plans.content import LONGEST, MOST_CHANGES, PARTS, TECHNOLOGY, ChangeText, Content
from app.plans.fields import DaysField, not_longer_than, section
from app.plans.models import ChangeKind, Cost
from app.plans.queries import OwnedChannel
from app.plans.sections import TEXTS, Section
from app.web.fields import SelectField, SelectMultipleField
from app.web.forms import Form, required
from app.web.texts import said

FEWEST_ROWS = 3


class ChangeForm(Form):
    """One row of what the plan changes."""

    class Meta(Form.Meta):
        csrf = False  # the form around it carries the token

    what = StringField(_l("What"), [not_longer_than(LONGEST)])
    kind = SelectField(_l("Kind"), choices=list(labels.CHANGE_KINDS.items()), default=ChangeKind.POLICY)
    rule_owner = StringField(_l("Who can change the rule"), [not_longer_than(2_000)])
    cost = SelectField(_l("Cost"), choices=list(labels.COSTS.items()), default=Cost.NIL)
    rethought = StringField(  # posted as `process`, a name that every form has for its own
        _l("Which process is rethought with it"), [not_longer_than(2_000)], name="process"
    )
    service_owner = StringField(_l("Owner in the service"), [not_longer_than(2_000)])
    technology_owner = StringField(_l("Owner in technology"), [not_longer_than(2_000)])

    @property
    def text(self) -> ChangeText:
        kind = self.kind.data if self.kind.data in list(ChangeKind) else ChangeKind.POLICY
        cost = self.cost.data if self.cost.data in list(Cost) else Cost.NIL
        asked = {name: self.named(name).data or "" for name in TECHNOLOGY}
        return ChangeText(self.what.data or "", ChangeKind(kind), self.rule_owner.data or "", Cost(cost), **asked)

    def named(self, name: str) -> Any:
        """The field that is posted under this name."""
        return next(field for field in self if field.short_name == name)

    @property
    def is_technology(self) -> bool:
        return bool(self.kind.data == ChangeKind.TECHNOLOGY)


class PlanForm(Form):
    """All that people write in a plan. Each part comes with `lock-<part>`, the stamp of what its writer saw."""

    title = StringField(labels.PARTS["title"], [not_longer_than(LONGEST)])
    outcome = section("outcome")
    mission = section("mission")
    problem = section("problem")
    customers = section("customers")
    changes = FieldList(FormField(ChangeForm), label=labels.PARTS["changes"], max_entries=MOST_CHANGES)
    today = section("today")
    today_days = DaysField(_l("Days it takes now"))
    after = section("after")
    after_days = DaysField(_l("Days it will take"))
    channels = SelectMultipleField(
        labels.PARTS["channels"], coerce=str, description=_l("Which ways to reach you does this touch?")
    )
    people = section("people")
    risks = section("risks")
    own1 = section("own1")
    own2 = section("own2")

    @classmethod
    def of(cls, content: Content, channels: Sequence[OwnedChannel], *, more_rows: int = 0) -> "PlanForm":
        """The form as posted, else filled with `content`; `channels` are those of the office."""
        today_days, after_days = content.days
        form = cls(
            data={
                **content.words,
                "changes": [{**vars(change), "rethought": change.process} for change in content.changes],
                "today_days": "" if today_days is None else str(today_days),
                "after_days": "" if after_days is None else str(after_days),
                "channels": [str(channel) for channel in content.channels],
            }
        )
        form.channels.choices = [(str(channel.id), labels.channel(channel.kind, channel.name)) for channel in channels]
        wanted = min(MOST_CHANGES, max(FEWEST_ROWS, len(form.changes) + more_rows))
        while len(form.changes) < wanted:
            form.changes.append_entry()
        return form

    def follow(self, sections: Mapping[str, Section]) -> None:
        """Names and hints of the cycle. What it does not ask for goes, unless there are words in it or were."""
        for key, section_ in sections.items():
            if section_.is_hidden and not self[key].data and key not in request.form:
                del self[key]
                continue
            self[key].label.text = section_.name or self[key].label.text
            self[key].description = section_.hint or self[key].description

    def refuse(self, broken: BrokenRule) -> None:
        """What is wrong with a change stands at its field; what is wrong with all of them at the first one."""
        name, _dash, place = (broken.field or "").partition("-")
        if name != "changes":
            super().refuse(broken)
            return
        field = self._change_field(place)
        field.errors = [*field.errors, said(broken)]
        self.changes.errors = [row.errors for row in self.changes]

    def content(self, base: Content) -> Content:
        """What the form says, over `base` for parts that it did not come with."""
        return base.replaced({entry.key: entry.value for entry in self.entries()})

    @property
    def unread(self) -> list[str]:
        """Names of the fields that `content` goes without, since what stands in them cannot be read."""
        return [str(field.label.text) for field in (self.today_days, self.after_days) if field.is_unread]

    def entries(self) -> list[Entry]:
        """The parts that were posted, each with what its writer saw and chose."""
        return [Entry(key, self._value(key), _seen(key), _choice(key)) for key in PARTS if self._is_posted(key)]

    def _change_field(self, place: str) -> Any:
        """The field that "1-process" means: rows count as they are saved, without the empty ones between them."""
        number, _dash, name = place.partition("-")
        written = [row.form for row in self.changes if any(row.form.text.texts)]
        return written[int(number)].named(name) if place else self.changes[0].form.what

    def _is_posted(self, key: str) -> bool:
        if key in TEXTS:
            return key in self and key in request.form
        if key == "days":
            return "today_days" in request.form or "after_days" in request.form
        return _seen(key) is not None or any(name == key or name.startswith(f"{key}-") for name in request.form)

    def _value(self, key: str) -> Any:
        if key == "changes":
            rows = (row.form.text for row in self.changes)
            return tuple(row for row in rows if any(row.texts))
        if key == "days":
            return (self.today_days.days, self.after_days.days)
        if key == "channels":
            known = {choice.value for choice in self.channels.choices}
            return tuple(sorted(int(value) for value in set(self.channels.data or []) & known))
        return self[key].data or ""


class ReturnForm(Form):
    """Why a version goes back."""

    reasons = TextAreaField(
        _l("What is missing, and what would help"),
        [required(_l("Say what is missing and what would help.")), not_longer_than(20_000)],
    )


def _seen(key: str) -> str | None:
    return request.form.get(f"lock-{key}") or None


def _choice(key: str) -> Choice | None:
    """`mine-<stamp>` or `theirs-<stamp>`, from somebody who has looked at both texts."""
    whose, _dash, stamp = request.form.get(f"keep-{key}", "").partition("-")
    return Choice(whose == "mine", stamp) if whose in ("mine", "theirs") and stamp else None
