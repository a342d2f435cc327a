"""The form of a cycle's section rules: shape only. Four fields for each section, named "outcome_name" and so on."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField
from wtforms.validators import Length

from app.plans.actions.rules import Rule
from app.plans.labels import HINTS, PARTS
from app.plans.models import SECTIONS
from app.plans.sections import LONGEST_HINT, LONGEST_NAME, MOST_WORDS, REQUIRED, TEXTS
from app.web.fields import WholeNumberField
from app.web.forms import Form, Locked

NAME = Length(max=LONGEST_NAME, message=_l("A name has at most 60 characters."))
HINT = Length(max=LONGEST_HINT, message=_l("A hint has at most 300 characters."))


def _fields() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in TEXTS:
        found[f"{key}_name"] = StringField(_l("Name"), [NAME], render_kw={"maxlength": str(LONGEST_NAME)})
        found[f"{key}_hint"] = StringField(_l("Hint"), [HINT], description=HINTS.get(key, ""))
        found[f"{key}_budget"] = WholeNumberField(_l("Words, about"), least=1, most=MOST_WORDS)
        if key in SECTIONS and key not in REQUIRED:
            found[f"{key}_hidden"] = BooleanField(_l("Do not ask for it"))
    return found


class RulesForm(Form, Locked):
    """The rules that came, by section."""

    @classmethod
    def of(cls, rule_of: Callable[[str], Rule], lock: int) -> "RulesForm":
        """The form as posted, else filled with the rules as they are kept."""
        data: dict[str, Any] = {"lock": lock}
        for key in TEXTS:
            data |= saved(key, rule_of(key))
        return cls(data=data)

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """As any form; a field with an error says also whose it is, since all sections have the same ones."""
        is_good = super().validate(*args, **kwargs)
        for key in TEXTS:
            for field in self._fields_of(key):
                if field.errors:
                    field.label.text = f"{PARTS[key]}: {field.label.text}"
        return bool(is_good)

    @property
    def rules(self) -> dict[str, Rule]:
        return {key: self._rule(key) for key in TEXTS}

    def _fields_of(self, key: str) -> list[Any]:
        return [field for field in self if field.name.startswith(f"{key}_")]

    def _rule(self, key: str) -> Rule:
        hidden = f"{key}_hidden"
        return Rule(
            name=self[f"{key}_name"].data or "",
            hint=self[f"{key}_hint"].data or "",
            budget=self[f"{key}_budget"].data,
            is_hidden=bool(hidden in self and self[hidden].data),
        )


def saved(key: str, rule: Rule) -> dict[str, Any]:
    """What the fields of a section hold for a rule."""
    values = {f"{key}_name": rule.name, f"{key}_hint": rule.hint, f"{key}_budget": rule.budget}
    return values | ({f"{key}_hidden": rule.is_hidden} if key in SECTIONS and key not in REQUIRED else {})


for _name, _field in _fields().items():
    setattr(RulesForm, _name, _field)
