"""The empty boxes of a form, drawn once for all who read one language: most who open a page never touch its forms.

    {% call drawn_once(form, "sighting") %}{{ field(form.words) }}{% endcall %}
"""

from collections.abc import Callable

from flask import Flask
from markupsafe import Markup

from app.web import spoken
from app.web.forms import Form


def init_app(app: Flask) -> None:
    kept: dict[tuple[str, str], Markup] = {}

    def drawn_once(form: Form, place: str, *, caller: Callable[[], Markup]) -> Markup:
        """The block's markup. Where the form is the blank one (Form.blank), what it gave the first time in this place.

        Nothing else may go into the block: no token, no person, no day.
        """
        if not form.is_blank or app.debug:
            return caller()
        key = (place, spoken.now().tag)
        if key not in kept:
            kept[key] = caller()
        return kept[key]

    app.jinja_env.globals["drawn_once"] = drawn_once
