"""The form that takes a Word document: one file. What is in it, app.plans.importing reads."""

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import FileField

from app.plans.importing.container import MOST_BYTES
from app.web.forms import Form


class WordForm(Form):
    """A document, and nothing else."""

    file = FileField(_l("Word document"))

    @property
    def data_given(self) -> bytes:
        """The bytes that came, one more than are allowed at the most; none without a file."""
        found = request.files.get("file")
        return found.stream.read(MOST_BYTES + 1) if found is not None and found.filename else b""
