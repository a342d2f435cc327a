"""The blueprint that the modules of this package hang their views on, with its words for templates."""

from flask import Blueprint

from app.accounts.labels import role_word
from app.web.language import NAMES

NUMBER = "int(max=2147483647)"

bp = Blueprint("accounts", __name__)
bp.add_app_template_filter(role_word, "role_word")
bp.add_app_template_filter(lambda code: NAMES.get(code, code), "language_word")
