"""The shape of what people choose about their calendar link. No query, no save."""

from flask_babel import lazy_gettext as _l

from app.calendar import labels
from app.calendar.models import Shows
from app.web.fields import RadioField, chosen
from app.web.forms import Form


class FeedForm(Form):
    shows = RadioField(
        _l("What it shows"), choices=[(str(code), words) for code, words in labels.SHOWS.items()],
        default=Shows.MINE.value, validate_choice=False, validators=[chosen(_l("Choose one."))],
    )  # fmt: skip
