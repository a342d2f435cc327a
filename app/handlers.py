"""Every module with a job handler, imported once so that the worker knows them all."""

from app.audit import reissue as audit
from app.check_ins import mailing, rounds
from app.notices import sending as notices
from app.plans import pauses
from app.reports import making as reports
from app.search import refreshing as search
from app.sign_offs import reminding as sign_offs

ALL: tuple[object, ...] = (audit, notices, mailing, pauses, reports, rounds, search, sign_offs)
