"""Words of the calendar in the reader's language. No rule lives here."""

from flask_babel import lazy_gettext as _l

from app.calendar.models import Shows

SHOWS = {Shows.MINE: _l("Mine"), Shows.OFFICE: _l("My office and below"), Shows.ALL: _l("All that I may read")}
