"""The blueprint that the modules of this package hang their views on, with its words for templates."""

from flask import Blueprint

from app.champions.labels import CYCLES, PAPERS, SEATS
from app.champions.nominations.labels import STATES
from app.champions.nominations.models import NominationState

NUMBER = "int(max=2147483647)"
CYCLE = f"/cycles/<{NUMBER}:cycle_id>"
SEAT = f"{CYCLE}/seats/<{NUMBER}:seat_id>"
NOMINATION = f"/nominations/N-<{NUMBER}:number>"

bp = Blueprint("champions", __name__)
bp.add_app_template_filter(lambda state: CYCLES[state], "cycle_word")
bp.add_app_template_filter(lambda state: SEATS[state], "seat_word")
bp.add_app_template_filter(lambda paper: PAPERS[paper], "paper_word")
bp.add_app_template_filter(lambda state: STATES[NominationState(state)], "nomination_word")
