"""A plan that was written in Word: from the bytes of a .docx to texts by section. Saves nothing, knows no request.

container (is it safe to open) -> paragraphs (what stands in it) -> matching (which section it belongs to).
"""

from app.plans.importing.matching import Found, Loose, match
from app.plans.importing.paragraphs import read

__all__ = ["Found", "Loose", "match", "read"]
