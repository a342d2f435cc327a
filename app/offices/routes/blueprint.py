"""The blueprint that the modules of this package hang their views on, with its words for templates."""

from flask import Blueprint

from app.offices.labels import CHANNELS, RULES

NUMBER = "int(max=2147483647)"

bp = Blueprint("offices", __name__)
bp.add_app_template_filter(lambda kind: CHANNELS[kind], "channel_word")
bp.add_app_template_filter(lambda name: RULES[name], "rule_word")
