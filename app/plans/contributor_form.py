"""The form that names a colleague who writes along: shape only."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length

from app.web.forms import Form, required


class ContributorForm(Form):
    person = StringField(
        _l("Colleague"),
        [required(_l("Write the person's address or name.")), Length(max=254, message=_l("At most 254 characters."))],
        description=_l("The address or name of one person."),
    )
