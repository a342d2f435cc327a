"""Every module with a job handler, imported once so that the worker knows them all."""

from app.audit import reissue as audit
from app.notices import sending as notices
from app.reports import making as reports
from app.search import refreshing as search

ALL: tuple[object, ...] = (audit, notices, reports, search)
