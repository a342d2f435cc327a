"""What is worked out from the tree and its rules: they change rarely, and many pages ask.

The database itself renews their stamp with every change of an office or of rules (`core/triggers.py`), whoever makes
it; a stamp never comes back, not even in a copy of the database.
"""

from sqlalchemy import select

from app.core.kept import Stamp
from app.offices.models import TreeStamp

STAMP = select(TreeStamp.token)
TREE = Stamp("tree", STAMP, is_prompt=True)
until_the_tree_changes = TREE.keep
stamp, note = TREE.now, TREE.note
